import type { DatabaseError } from 'pg';

/** The server could not be reached, or the line to it broke: what was under way may have happened or not. */
class ConnectionLost extends Error {}

/** Codes of https://www.postgresql.org/docs/current/errcodes-appendix.html */
const UNIQUE_VIOLATION = '23505';
/** Another transaction was given way to. */
const BROKEN_OFF: ReadonlySet<string> = new Set(['40001', '40P01']);
/** Classes: connection, rollback, resources, an operator's interference, the system's errors. */
const PASSING_CLASSES: ReadonlySet<string> = new Set(['08', '40', '53', '57', '58']);
/** Beginnings of codes: connection, resources, a server that goes or comes, its disk. */
const OUTAGES: readonly string[] = ['08', '53', '57P', '58'];
/** Two time limits, of a lock and of an idle transaction. */
const PASSING_CODES: ReadonlySet<string> = new Set(['55P03', '25P03']);
/** A user, a password or a database that is not there, a connection that the server's rules refuse. */
const SET_UP_WRONG: ReadonlySet<string> = new Set(['28000', '28P01', '3D000']);

/**
 * The server's own answer; anything else means that the line is of no more use. Known by the severity that each has
 * (https://www.postgresql.org/docs/current/protocol-error-fields.html), so that nobody loads the driver to ask.
 */
export function isAnswer(error: unknown): error is DatabaseError {
  return error instanceof Error && 'severity' in error && 'code' in error;
}

/** Throws on what the server said, and all else as ConnectionLost. */
export function toConnectionLost(error: unknown): never {
  if (isAnswer(error)) throw error;
  throw new ConnectionLost(error instanceof Error ? error.message : String(error), { cause: error });
}

/** A key that is there already. */
export function isTaken(error: unknown): boolean {
  return codeOf(error) === UNIQUE_VIOLATION;
}

/**
 * A prepared statement whose table has changed since, by the migration of a newer replica. By the routine that says so:
 * the code means other things as well, and the message is in the server's language.
 */
export function isOutdated(error: unknown): boolean {
  return isAnswer(error) && error.code === '0A000' && error.routine === 'RevalidateCachedQuery';
}

/** Worth doing once more at once. */
export function wasBrokenOff(error: unknown): boolean {
  return BROKEN_OFF.has(codeOf(error)) || isOutdated(error);
}

/** Trouble that may be over in a second. */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  return (
    error instanceof ConnectionLost ||
    isOutdated(error) ||
    PASSING_CLASSES.has(code.slice(0, 2)) ||
    PASSING_CODES.has(code)
  );
}

/** See passing-error.ts. A statement that was broken off for taking too long (57014) is none. */
export function isOutage(error: unknown): boolean {
  const code = codeOf(error);
  return error instanceof ConnectionLost || OUTAGES.some((beginning) => code.startsWith(beginning));
}

/** The server is not there, or is being started anew. */
export function isAway(error: unknown): boolean {
  return error instanceof ConnectionLost || ['08', '57'].includes(codeOf(error).slice(0, 2));
}

/** Nothing but another setting helps. */
export function isSetUpWrong(error: unknown): boolean {
  return SET_UP_WRONG.has(codeOf(error));
}

function codeOf(error: unknown): string {
  return isAnswer(error) ? (error.code ?? '') : '';
}
