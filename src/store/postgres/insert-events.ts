import type { EventRow } from '../event-row.ts';
import type { Executor } from '../row-shape.ts';

/** Inserts events in one durable commit, all or none. Tells of each whether it was new. */
export async function insertEvents(db: Executor, rows: readonly EventRow[]): Promise<readonly boolean[]> {
  const inserted = await db
    .insertInto('inbox')
    .values(
      rows.map((row) => ({
        dedupe_key: row.key,
        event_id: row.eventId,
        chat_id: row.chatId,
        kind: row.kind,
        payload: row.payload,
        received_at: row.receivedAt,
        state: 'ready',
        run_after: row.receivedAt,
        attempts: 0,
      })),
    )
    .onConflict((c) => c.column('dedupe_key').doNothing())
    .returning('dedupe_key')
    .execute();
  const fresh = new Set(inserted.map((row) => row.dedupe_key));
  // Of two with one key the first is new.
  return rows.map(({ key }) => fresh.delete(key));
}
