import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const HASH = /^[0-9a-f]{64}$/;

/** The hashes of all blobs in a folder that `createBlobs` keeps; what was left half-written is passed over. */
export async function* listBlobs(folder: string): AsyncGenerator<string> {
  if (!existsSync(folder)) return;
  for (const shelf of (await readdir(folder)).sort()) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    const names = await readdir(join(folder, shelf));
    yield* names.filter((name) => HASH.test(name) && name.startsWith(shelf)).sort();
  }
}
