import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listBlobs } from './list-blobs.ts';

export interface Blobs {
  /** Keeps the bytes and returns their SHA-256. Idempotent; on the disk when it resolves. Mends a damaged blob. */
  put(bytes: Uint8Array): Promise<string>;
  /** Throws for a hash that is not there, or whose bytes have changed on the disk. */
  get(hash: string): Promise<Uint8Array>;
  /** Deletes the bytes, if they are there. */
  remove(hash: string): Promise<void>;
  /** The hashes of all that is kept, in order; what was left half-written is passed over. */
  list(): AsyncIterable<string>;
}

const HASH = /^[0-9a-f]{64}$/;

/** Files under their hash in a folder: names people gave never become paths. */
export function createBlobs(folder: string): Blobs {
  const pathOf = (hash: string) => {
    if (!HASH.test(hash)) throw new RangeError('not a hash');
    return join(folder, hash.slice(0, 2), hash);
  };
  return {
    async put(bytes) {
      const hash = hashOf(bytes);
      const path = pathOf(hash);
      const kept = await readFile(path).catch(() => undefined);
      if (kept === undefined || hashOf(kept) !== hash) await writeWhole(path, bytes);
      return hash;
    },
    async get(hash) {
      const bytes = await readFile(pathOf(hash));
      if (hashOf(bytes) !== hash) throw new Error(`blob ${hash} is damaged`);
      return bytes;
    },
    remove: async (hash) => rm(pathOf(hash), { force: true }),
    list: () => listBlobs(folder),
  };
}

/** Under a name of its own first: a crash half-way leaves no file that looks complete. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.part`;
  const file = await open(partial, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, path);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
