/** A database of the test server's with all tables and no rows, of which others are made as copies. */
export const TEMPLATE = 'bot_template';
