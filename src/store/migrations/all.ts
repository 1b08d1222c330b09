import type { Migration } from 'kysely';
import * as spine from './0001-spine.ts';
import * as review from './0002-review.ts';

/** Every migration by name, in order. A new one is a new file and a new line here; old ones never change. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-spine': { up: spine.up },
  '0002-review': { up: review.up },
};
