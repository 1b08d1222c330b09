import { type Logger, pino } from 'pino';

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

/** JSON lines on stdout. `err` is the key for errors; messages are static, data are fields. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
  });
}

export const silentLogger: Logger = pino({ level: 'silent' });
