import { createRequire } from 'node:module';
import type * as Pg from 'pg';

/** PostgreSQL's driver, which a bot on SQLite goes without: 13 MB and 30 ms. */
export function loadPg(): typeof Pg {
  return createRequire(import.meta.url)('pg');
}
