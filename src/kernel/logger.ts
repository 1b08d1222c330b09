import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/** Keys that must never reach a log line: secrets, and what people wrote. */
const REDACTED = [
  'secret',
  'token',
  'authorization',
  'encrypt',
  'content',
  'body',
  'title',
  'text',
  'payload',
];

/** JSON lines, by default on stdout. `err` is the key for errors; messages are static, data are fields. */
export function createLogger(level: string, destination: DestinationStream = pino.destination()): Logger {
  const redact = { paths: REDACTED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact }, destination);
}

export const silentLogger: Logger = pino({ level: 'silent' });
