import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/open-database.ts';
import { createRandom } from '../support/create-random.ts';
import { openTestStore } from '../support/open-test-store.ts';

const HASH_OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('files in the database', () => {
  it('come back byte for byte under their hash, and are listed', async () => {
    const { blobs } = (await openTestStore()).repos;
    const random = createRandom(1);
    const large = Uint8Array.from({ length: 3_000_000 }, () => Math.floor(random() * 256));
    expect(await blobs.put(Buffer.from('abc'))).toBe(HASH_OF_ABC);
    const other = await blobs.put(large);
    const empty = await blobs.put(Buffer.alloc(0));
    expect(Buffer.from(await blobs.get(HASH_OF_ABC)).toString()).toBe('abc');
    expect(Buffer.compare(await blobs.get(other), large)).toBe(0);
    expect(await blobs.get(empty)).toHaveLength(0);
    const listed: string[] = [];
    for await (const hash of blobs.list()) listed.push(hash);
    expect(listed).toEqual([HASH_OF_ABC, other, empty].sort());
  });

  it('are kept once, also when several processes keep one at the same time', async () => {
    const { repos, rows } = await openTestStore();
    await Promise.all(Array.from({ length: 8 }, () => repos.blobs.put(Buffer.from('abc'))));
    expect(await rows('select hash from blobs')).toEqual([{ hash: HASH_OF_ABC }]);
  });

  it('are never handed out damaged, and mended by the next one who keeps the same', async () => {
    const { url, repos } = await openTestStore();
    const hash = await repos.blobs.put(Buffer.from('abc'));
    const { db, close } = openDatabase(url, { exclusive: false });
    await db
      .updateTable('blobs')
      .set({ bytes: Buffer.from('abd') })
      .where('hash', '=', hash)
      .execute();
    await close();

    await expect(repos.blobs.get(hash)).rejects.toThrow('is damaged');
    await repos.blobs.put(Buffer.from('abc'));
    expect(Buffer.from(await repos.blobs.get(hash)).toString()).toBe('abc');
    await expect(repos.blobs.get('0'.repeat(64))).rejects.toThrow('is not there');
  });
});
