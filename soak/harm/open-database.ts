import { join } from 'node:path';
import { type DatabaseLine, openDatabaseLine } from './database-line.ts';
import { type Disk, openServerDisk } from './disk.ts';
import { runPatiently } from './run-patiently.ts';
import { type PostgresServer, startPostgres } from './start-postgres.ts';

/** Where the bots keep what they know. */
export interface SoakDatabase {
  /** As `DATABASE_URL` takes it; past the lines. */
  readonly url: string;
  /** Several bots may serve on it: what a dead one had in hand is taken over when its lease has run out. */
  readonly isShared: boolean;
  /** The network to a server, a line for each bot. */
  readonly lines: readonly DatabaseLine[];
  /** A server's; that of a file is its bot's. */
  readonly disk?: Disk;
  /** Breaks the server off in the midst of everything and starts it again; only of a server of the soak's own. */
  readonly restart?: () => Promise<void>;
  /** Another one, empty, on the same server; one of that name goes. Only on a server of the soak's own. */
  readonly makeAnother?: (name: string) => Promise<string>;
  stop(): Promise<void>;
}

export interface DatabaseOptions {
  /** As `Soak` has it. */
  readonly where: string;
  readonly replicas: number;
  readonly folder: string;
}

export async function openSoakDatabase({ where, replicas, folder }: DatabaseOptions): Promise<SoakDatabase> {
  if (where === 'sqlite') {
    const url = `file:${join(folder, 'bot.db')}`;
    return { url, isShared: false, lines: [], stop: async () => undefined };
  }
  const server = where === 'postgres' ? await startPostgres() : undefined;
  const url = server?.url('postgres') ?? where;
  const lines = await Promise.all(Array.from({ length: replicas }, () => openDatabaseLine(url)));
  return {
    url,
    isShared: true,
    lines,
    disk: openServerDisk(url),
    ...(server && { restart: server.restart, makeAnother: (name) => makeEmpty(server, name) }),
    async stop() {
      await Promise.all(lines.map((line) => line.close()));
      await server?.stop();
    },
  };
}

async function makeEmpty(server: PostgresServer, name: string): Promise<string> {
  const make = `create database ${name} template template0`;
  await runPatiently(server.url('postgres'), `drop database if exists ${name} with (force)`, make);
  return server.url(name);
}
