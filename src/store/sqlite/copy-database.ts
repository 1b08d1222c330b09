import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { SetupError } from '../../kernel/errors.ts';

/**
 * Writes a consistent copy of a database in use to a new file; `finish` may add to it. Throws SetupError when the name
 * is taken.
 */
export function copyDatabase(
  source: Database.Database,
  target: string,
  finish: (copy: Database.Database) => Promise<void> = async () => {},
): Promise<void> {
  return writeWhole(target, async (partial) => {
    source.prepare('vacuum into ?').run(partial);
    chmodSync(partial, 0o600);
    const copy = new Database(partial);
    try {
      await finish(copy);
    } finally {
      copy.close();
    }
  });
}

/**
 * Lets a new file be written, readable by its owner alone. It appears under its name only when it is whole and on the
 * disk. Throws SetupError when the name is taken.
 */
export async function writeWhole(target: string, write: (partial: string) => Promise<void>): Promise<void> {
  if (existsSync(target)) throw new SetupError([`${target}: this file exists already; choose another name`]);
  mkdirSync(dirname(target), { recursive: true });
  const partial = `${target}.part`;
  removeDatabase(partial);
  try {
    await write(partial);
    chmodSync(partial, 0o600);
    flush(partial);
    renameSync(partial, target);
    flush(dirname(target));
  } catch (reason) {
    removeDatabase(partial);
    throw reason;
  }
}

function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}

/** SQLite does not do so for the result of `vacuum into`; for a folder, it is the names in it that are kept. */
export function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
