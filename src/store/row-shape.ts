import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What a repo works on: the database, or a transaction of it. */
export type Executor = Kysely<Schema>;

/** Builds an object with only those optional fields that are there, as `exactOptionalPropertyTypes` wants. */
export function present<T extends Record<string, unknown>>(
  fields: T,
): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: NonNullable<T[K]> };
}
