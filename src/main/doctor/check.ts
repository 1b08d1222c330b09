export type Level = 'ok' | 'warn' | 'FAIL';

/** One line of the doctor's table. */
export interface Check {
  readonly level: Level;
  /** What was looked at. */
  readonly what: string;
  /** What was found; never a secret. */
  readonly found: string;
  /** What to do about it; there whenever something is to be done. */
  readonly remedy?: string;
}

export function pass(what: string, found: string): Check {
  return { level: 'ok', what, found };
}

/** Works, but not as well as it could, or not for long. */
export function warn(what: string, found: string, remedy: string): Check {
  return { level: 'warn', what, found, remedy };
}

/** The bot cannot do its work. */
export function fail(what: string, found: string, remedy: string): Check {
  return { level: 'FAIL', what, found, remedy };
}

/** An error's message, for a line. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
