import { createHash } from 'node:crypto';
import type { Executor } from '../row-shape.ts';

/** Files kept in the database under their SHA-256, for processes that share no folder. Not for use in a transaction. */
export class BlobRepo {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** Keeps the bytes and returns their SHA-256. Idempotent; durable when it resolves. Mends a damaged blob. */
  async put(bytes: Uint8Array): Promise<string> {
    const hash = hashOf(bytes);
    await this.#db
      .insertInto('blobs')
      .values({ hash, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })
      .onConflict((conflict) =>
        conflict
          .column('hash')
          .doUpdateSet((eb) => ({ bytes: eb.ref('excluded.bytes') }))
          .whereRef('blobs.bytes', '<>', 'excluded.bytes'),
      )
      .execute();
    return hash;
  }

  /** Throws for a hash that is not there, or whose bytes are not what they were. */
  async get(hash: string): Promise<Uint8Array> {
    const row = await this.#db
      .selectFrom('blobs')
      .select('bytes')
      .where('hash', '=', hash)
      .executeTakeFirst();
    if (row === undefined) throw new Error(`blob ${hash} is not there`);
    // Of the two drivers one gives an ArrayBuffer.
    const bytes = new Uint8Array(row.bytes);
    if (hashOf(bytes) !== hash) throw new Error(`blob ${hash} is damaged`);
    return bytes;
  }

  /** Deletes the bytes, if they are there. */
  async remove(hash: string): Promise<void> {
    await this.#db.deleteFrom('blobs').where('hash', '=', hash).execute();
  }

  /** The hashes of all that is kept, in order. */
  async *list(): AsyncGenerator<string> {
    const rows = await this.#db.selectFrom('blobs').select('hash').orderBy('hash').execute();
    for (const { hash } of rows) yield hash;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
