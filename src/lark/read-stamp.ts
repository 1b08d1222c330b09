import { stampOfMillis } from '../kernel/clock.ts';

/**
 * The platform writes times as decimal text, in seconds (10 digits), milliseconds (13) or microseconds (16), not always
 * by its own documents. Returns ISO-8601 UTC, undefined for anything else.
 */
export function readStamp(digits: string): string | undefined {
  if (!/^\d{10}(\d{3}){0,2}$/.test(digits)) return undefined;
  return stampOfMillis(Number(digits.padEnd(13, '0').slice(0, 13)));
}
