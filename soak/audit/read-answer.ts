import type { SentReminder } from './evidence.ts';

/*
 * What the bot's answers say, read as a person reads them: the audit goes by what people were told, not by what the
 * program thinks it said.
 */

const NUMBER = /\d{6}-[^\s（《：]+?-\d+/u;
const RECEIPT = new RegExp(`^已收到 #(\\d+)[\\s\\S]*?(${NUMBER.source})（#\\1）`, 'u');
const CHANGE = new RegExp(`^(?:已修改 |已撤回 )?(${NUMBER.source})(?:（第 \\d+ 稿）|《|\\s已通过。)`, 'u');
const WEEK = /\d+月\d+日—\d+月\d+日/u;

/** The short number on a receipt. */
export function readSerial(answer: string): number | undefined {
  const serial = RECEIPT.exec(answer)?.[1];
  return serial === undefined ? undefined : Number(serial);
}

/** The item number on a receipt. */
export function readReceipt(answer: string): string | undefined {
  return RECEIPT.exec(answer)?.[2];
}

/** The number of the item that an answer says was edited, approved or withdrawn just now. */
export function readChange(answer: string): string | undefined {
  return CHANGE.exec(answer)?.[1];
}

export function readReminder(text: string): Omit<SentReminder, 'chat'> | undefined {
  const week = WEEK.exec(text)?.[0];
  if (week === undefined) return undefined;
  if (/^本周还有 \d+ 个部门未报/.test(text)) return { round: 'group', week };
  return text.startsWith('请报送本周信息') ? { round: 'private', week } : undefined;
}
