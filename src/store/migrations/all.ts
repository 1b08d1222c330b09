import type { Migration } from 'kysely';
import * as spine from './0001-spine.ts';

/** Every migration by name, in order. A new one is a new file and a new line here; old ones never change. */
export const migrations: Readonly<Record<string, Migration>> = { '0001-spine': spine };
