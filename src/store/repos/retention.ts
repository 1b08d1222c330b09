import { sql } from 'kysely';
import type { Executor } from '../row-shape.ts';

/** Moments before which things go: ISO-8601 UTC. */
export interface DeletedBefore {
  readonly traces: string;
  readonly deliveries: string;
  /** Without it, the log stays. */
  readonly auditLog?: string;
}

/** A file of an item that was withdrawn long ago. */
export interface OldFile {
  readonly id: string;
  readonly blob: string;
}

/** What is done with, and which rows of it: their time has to lie before the stamp. Nothing that is open. */
const FINISHED = ({ traces, deliveries, auditLog }: DeletedBefore) => [
  sql`delete from inbox where id in (select id from inbox
    where (state = 'done' and received_at < ${traces})
      or (state = 'failed' and received_at < ${deliveries}) order by id limit ${CHUNK})`,
  sql`delete from outbox where id in (select id from outbox
    where (state = 'sent' and sent_at < ${deliveries})
      or (state in ('dropped', 'dead') and created_at < ${deliveries}) order by id limit ${CHUNK})`,
  sql`delete from tombstones where message_id in (select message_id from tombstones
    where recalled_at < ${traces} limit ${CHUNK})`,
  sql`delete from fired where (schedule, group_id, due) in (select schedule, group_id, due from fired
    where schedule in ('click', 'clean-up', 'answer') and at < ${traces} limit ${CHUNK})`,
  ...(auditLog === undefined
    ? []
    : [
        sql`delete from audit where id in (select id from audit where at < ${auditLog} order by id limit ${CHUNK})`,
      ]),
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
   * Deletes events that are dealt with or given up, messages that were sent or given up, recalls, clicks and lines of the
   * log. Chunk by chunk, each committed by itself, so not to be called within a transaction. Says how many.
   */
  async deleteBefore(before: DeletedBefore): Promise<number> {
    let sum = 0;
    for (const statement of FINISHED(before)) {
      let deleted: number;
      do {
        deleted = Number((await statement.execute(this.#db)).numAffectedRows ?? 0);
        sum += deleted;
      } while (deleted === CHUNK);
    }
    return sum;
  }

  /** Files of items that were withdrawn before the stamp (ISO-8601 UTC) and not touched since. */
  async oldFiles(before: string): Promise<readonly OldFile[]> {
    const { rows } = await sql<OldFile>`
      select a.id, a.blob from attachments a join items i on i.id = a.item_id
      where i.state = 'withdrawn' and a.blob is not null
        and not exists (select 1 from item_revisions v where v.item_id = i.id and v.at >= ${before})
      order by a.id limit ${CHUNK}`.execute(this.#db);
    return rows;
  }

  /** Whether something else holds the same bytes. Of several old files the last one has them for itself. */
  async isShared({ id, blob }: OldFile): Promise<boolean> {
    const { rows } = await sql`
      select 1 from attachments where blob = ${blob} and id <> ${id}
      union all select 1 from reports where blob = ${blob} or final_blob = ${blob}
      limit 1`.execute(this.#db);
    return rows.length > 0;
  }

  /** The bytes are gone; that there was a file, and what it was called, stays. */
  async forgetFile(id: string): Promise<void> {
    await this.#db
      .updateTable('attachments')
      .set({ state: 'failed', reason: 'expired', blob: null, bytes: null })
      .where('id', '=', id)
      .execute();
  }
}
