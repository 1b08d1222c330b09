import { createHash, randomUUID } from 'node:crypto';

/** Source of fresh identifiers; a parameter so that tests can count. */
export interface Ids {
  next(): string;
}

export const randomIds: Ids = { next: () => randomUUID() };

/** A short stable identifier (32 hex digits) derived from the given parts, in order. */
export function derivedId(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
