import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBlobs } from '../../src/files/create-blobs.ts';
import { makeTestFolder } from '../support/open-test-store.ts';

describe('a blob', () => {
  it('is found again by its hash, and kept once', async () => {
    const folder = makeTestFolder();
    const blobs = createBlobs(folder);
    const hash = await blobs.put(Buffer.from('x'));
    expect(await blobs.put(Buffer.from('x'))).toBe(hash);
    expect(Buffer.from(await blobs.get(hash)).toString()).toBe('x');
    expect(readdirSync(join(folder, hash.slice(0, 2)))).toEqual([hash]);
  });

  it.each([
    '../../etc/passwd',
    '',
    '.',
    '/etc/passwd',
    `${'a'.repeat(63)}/`,
    'A'.repeat(64),
    `${'a'.repeat(64)}\n`,
  ])('is never looked for under a path: %j', async (name) => {
    await expect(createBlobs(makeTestFolder()).get(name)).rejects.toThrow('not a hash');
  });
});
