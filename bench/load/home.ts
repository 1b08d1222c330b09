import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import pg from 'pg';
import { z } from 'zod';
import { startPostgres } from '../../soak/harm/start-postgres.ts';

/** Where a receiver keeps what it stores, of its own and empty. */
export interface Home {
  /** A folder, or the address of a PostgreSQL database. */
  readonly address: string;
  readonly folder: string;
  /** Messages in the inbox, whatever has become of them since; once nobody writes there any more. */
  countEvents(): Promise<number>;
  remove(): Promise<void>;
}

/** `sqlite`: a file in the folder. */
export type DatabaseKind = 'sqlite' | 'postgres';

const COUNT = "select count(*) as n from inbox where kind = 'message'";

export async function openFolder(): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  return {
    address: folder,
    folder,
    countEvents: async () => countInFile(join(folder, 'bot.db')),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A PostgreSQL server of its own, which flushes each commit to the disk. Before events are counted it is broken off as well. */
export async function openServer(): Promise<Home> {
  const server = await startPostgres({ isDurable: true });
  const own = await openFolder();
  const address = server.url('postgres');
  return {
    address,
    folder: own.folder,
    async countEvents() {
      await server.restart();
      return countOnServer(address);
    },
    async remove() {
      await server.stop();
      await own.remove();
    },
  };
}

export function openHome(kind: DatabaseKind): Promise<Home> {
  return kind === 'sqlite' ? openFolder() : openServer();
}

function countInFile(file: string): number {
  const db = new Database(file);
  try {
    return readCount(db.prepare(COUNT).get());
  } finally {
    db.close();
  }
}

async function countOnServer(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return readCount((await client.query(COUNT)).rows[0]);
  } finally {
    await client.end();
  }
}

function readCount(row: unknown): number {
  return z.object({ n: z.coerce.number() }).parse(row).n;
}
