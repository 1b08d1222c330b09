import { type Selectable, sql } from 'kysely';
import type { AttachmentKind, AttachmentRecord, AttachmentRefusal } from '../../domain/item/attachment.ts';
import { type Clock, toStamp } from '../../kernel/clock.ts';
import { withChosen } from '../claim.ts';
import { type Executor, present } from '../row-shape.ts';
import type { Schema } from '../schema.ts';

export type NewAttachment = Pick<
  AttachmentRecord,
  'id' | 'itemId' | 'groupId' | 'messageId' | 'fileKey' | 'kind' | 'name'
>;

/** An attachment whose bytes are to be fetched now. */
export interface AttachmentJob extends AttachmentRecord {
  /** 1 at the first try. */
  readonly attempt: number;
}

/** A picture whose bytes are kept under a hash. */
export interface KeptPicture {
  readonly blob: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** Far below the number of parameters that a statement may have. */
const AT_ONCE = 500;

/** How long a claim holds: longer than the slowest download. */
const LEASE_SECONDS = 180;

/** Which files belong to which item, and how far fetching them has come. */
export class AttachmentRepo {
  readonly #db: Executor;
  readonly #clock: Clock;

  constructor(db: Executor, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Notes files to be fetched, after those the item has already. What it has already is passed over. */
  async add(files: readonly NewAttachment[]): Promise<void> {
    for (const file of files) {
      await this.#db
        .insertInto('attachments')
        .values({
          id: file.id,
          item_id: file.itemId,
          group_id: file.groupId,
          message_id: file.messageId,
          file_key: file.fileKey,
          kind: file.kind,
          name: file.name,
          state: 'pending',
          position: sql<number>`(select coalesce(max(position), 0) + 1 from attachments where item_id = ${file.itemId})`,
          attempts: 0,
          run_after: toStamp(this.#clock.now()),
        })
        .onConflict((c) => c.columns(['item_id', 'message_id', 'file_key']).doNothing())
        .execute();
    }
  }

  /**
   * Gives an item the kept files of another one that it does not have yet. They are files of its own: what becomes of
   * the others' message does not touch them. Says how many came.
   */
  async copyKept(
    from: string,
    to: { readonly itemId: string; readonly groupId: string },
    nextId: () => string,
  ): Promise<number> {
    const [files, present] = [await this.ofItem(from), await this.ofItem(to.itemId)];
    const known = new Set(present.map(({ blob }) => blob));
    const fresh = files.filter(({ state, blob }) => state === 'kept' && !known.has(blob));
    for (const [index, file] of fresh.entries()) {
      await this.#db
        .insertInto('attachments')
        .values({
          id: nextId(),
          item_id: to.itemId,
          group_id: to.groupId,
          message_id: `item:${from}`,
          file_key: file.fileKey,
          kind: file.kind,
          name: file.name,
          state: 'kept',
          blob: file.blob ?? null,
          bytes: file.bytes ?? null,
          media_type: file.mediaType ?? null,
          position: present.length + index + 1,
          attempts: 0,
          run_after: toStamp(this.#clock.now()),
        })
        .onConflict((c) => c.columns(['item_id', 'message_id', 'file_key']).doNothing())
        .execute();
    }
    return fresh.length;
  }

  /** How many files are kept of each item of a group that has any. */
  async countKept(groupId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#db
      .selectFrom('attachments')
      .select((eb) => ['item_id', eb.fn.countAll().as('files')])
      .where('group_id', '=', groupId)
      .where('state', '=', 'kept')
      .groupBy('item_id')
      .execute();
    return new Map(rows.map((row) => [row.item_id, Number(row.files)]));
  }

  /** In the order they came. */
  async ofItem(itemId: string): Promise<readonly AttachmentRecord[]> {
    const rows = await this.#db
      .selectFrom('attachments')
      .selectAll()
      .where('item_id', '=', itemId)
      .orderBy('position')
      .execute();
    return rows.map(toAttachment);
  }

  /** The pictures of some items that are kept, by item, in the order they came. */
  async keptPictures(itemIds: readonly string[]): Promise<ReadonlyMap<string, readonly KeptPicture[]>> {
    const kept = new Map<string, KeptPicture[]>();
    for (let first = 0; first < itemIds.length; first += AT_ONCE) {
      const rows = await this.#db
        .selectFrom('attachments')
        .select(['item_id', 'blob', 'bytes', 'media_type'])
        .where('item_id', 'in', itemIds.slice(first, first + AT_ONCE))
        .where('state', '=', 'kept')
        .where('media_type', 'like', 'image/%')
        .orderBy('position')
        .execute();
      for (const { item_id: itemId, blob, bytes, media_type: mediaType } of rows) {
        if (blob === null || bytes === null || mediaType === null) continue;
        kept.set(itemId, [...(kept.get(itemId) ?? []), { blob, bytes, mediaType }]);
      }
    }
    return kept;
  }

  /** Work on it goes on, unless somebody else has begun it anew. */
  async renew({ id, attempt }: Pick<AttachmentJob, 'id' | 'attempt'>): Promise<void> {
    await this.#db
      .updateTable('attachments')
      .set({ run_after: toStamp(this.#clock.now().add({ seconds: LEASE_SECONDS })) })
      .where('id', '=', id)
      .where('state', '=', 'pending')
      .where('attempts', '=', attempt)
      .execute();
  }

  /** At most so many; fewer are all that there are now. */
  async claim(most: number): Promise<readonly AttachmentJob[]> {
    const now = this.#clock.now();
    // A look costs nothing; an update would wait for its turn to write, twice a second and mostly in vain.
    if (!(await this.#isDue(toStamp(now)))) return [];
    const rows = await withChosen(this.#db, (db) =>
      db
        .selectFrom('attachments')
        .select('id')
        .where('state', '=', 'pending')
        .where('run_after', '<=', toStamp(now))
        .orderBy('run_after')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
      .updateTable('attachments')
      .set((eb) => ({
        attempts: eb('attempts', '+', 1),
        run_after: toStamp(now.add({ seconds: LEASE_SECONDS })),
      }))
      .where('id', 'in', (db) => db.selectFrom('chosen').select('chosen.id'))
      .returningAll()
      .execute();
    return rows.map((row) => ({ ...toAttachment(row), attempt: row.attempts }));
  }

  async #isDue(now: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('attachments')
      .select('id')
      .where('state', '=', 'pending')
      .where('run_after', '<=', now)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** No longer pending, unless it has been dropped meanwhile. */
  async keep(id: string, kept: { blob: string; bytes: number; mediaType: string }): Promise<void> {
    await this.#settle(id, {
      state: 'kept',
      blob: kept.blob,
      bytes: kept.bytes,
      media_type: kept.mediaType,
    });
  }

  async fail(id: string, reason: AttachmentRefusal): Promise<void> {
    await this.#settle(id, { state: 'failed', reason });
  }

  async retry(id: string, afterMs: number): Promise<void> {
    await this.#settle(id, { run_after: toStamp(this.#clock.now().add({ milliseconds: afterMs })) });
  }

  /** The message was recalled: its files belong to no item any more. Says which they were. */
  async drop(messageId: string): Promise<readonly AttachmentRecord[]> {
    const rows = await this.#db
      .updateTable('attachments')
      .set({ state: 'failed', reason: 'recalled', blob: null, bytes: null, media_type: null })
      .where('message_id', '=', messageId)
      .returningAll()
      .execute();
    return rows.map(toAttachment);
  }

  /** Takes over what a process that is gone had claimed. */
  async recover(): Promise<void> {
    await this.#db
      .updateTable('attachments')
      .set({ run_after: toStamp(this.#clock.now()) })
      .where('state', '=', 'pending')
      .execute();
  }

  async open(): Promise<number> {
    const { n } = await this.#db
      .selectFrom('attachments')
      .select((eb) => eb.fn.countAll().as('n'))
      .where('state', '=', 'pending')
      .executeTakeFirstOrThrow();
    return Number(n);
  }

  async #settle(id: string, change: Record<string, string | number>): Promise<void> {
    await this.#db
      .updateTable('attachments')
      .set(change)
      .where('id', '=', id)
      .where('state', '=', 'pending')
      .execute();
  }
}

function toAttachment(row: Selectable<Schema['attachments']>): AttachmentRecord {
  return {
    id: row.id,
    itemId: row.item_id,
    groupId: row.group_id,
    messageId: row.message_id,
    fileKey: row.file_key,
    kind: row.kind as AttachmentKind,
    name: row.name,
    state: row.state as AttachmentRecord['state'],
    position: row.position,
    ...present({ blob: row.blob, bytes: row.bytes, mediaType: row.media_type }),
    ...present({ reason: row.reason as AttachmentRefusal | null }),
  };
}
