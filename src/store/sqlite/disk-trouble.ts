/**
 * Trouble of the disk itself, such as one that is full: it passes, unlike a file that is no database or may not be
 * opened. Codes of https://www.sqlite.org/rescode.html
 */
export function isDiskTrouble(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(FULL|IOERR)/.test(String(error.code));
}
