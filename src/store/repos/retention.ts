import { sql } from 'kysely';
import type { Executor } from '../row-shape.ts';

/** What is done with, and which rows of it: their time has to lie before the stamp. Nothing that is open or given up. */
const FINISHED = (before: string) => [
  sql`delete from inbox where id in (select id from inbox
    where state = 'done' and received_at < ${before} order by id limit ${CHUNK})`,
  sql`delete from outbox where id in (select id from outbox
    where (state = 'sent' and sent_at < ${before})
      or (state = 'dropped' and created_at < ${before}) order by id limit ${CHUNK})`,
  sql`delete from tombstones where message_id in (select message_id from tombstones
    where recalled_at < ${before} limit ${CHUNK})`,
  sql`delete from fired where (schedule, group_id, due) in (select schedule, group_id, due from fired
    where schedule in ('click', 'clean-up', 'answer') and at < ${before} limit ${CHUNK})`,
];

/** Rows that go in one statement: few enough that an event never waits for it noticeably. */
const CHUNK = 500;

/** Removes rows that were kept only so that nothing is done twice. */
export class RetentionRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /**
   * Deletes inbox rows that are done, messages that were sent, recalls and clicks from before the stamp (ISO-8601 UTC).
   * Chunk by chunk, each committed by itself, so not to be called within a transaction. Says how many.
   */
  async deleteBefore(stamp: string): Promise<number> {
    let sum = 0;
    for (const statement of FINISHED(stamp)) {
      let deleted: number;
      do {
        deleted = Number((await statement.execute(this.#db)).numAffectedRows ?? 0);
        sum += deleted;
      } while (deleted === CHUNK);
    }
    return sum;
  }
}
