import { join } from 'node:path';
import { startPostgres } from './start-postgres.ts';

/** Where the bots keep what they know. */
export interface SoakDatabase {
  /** As `DATABASE_URL` takes it. */
  readonly url: string;
  /** Several bots may serve on it: what a dead one had in hand is taken over when its lease has run out. */
  readonly isShared: boolean;
  /** Breaks the server off in the midst of everything and starts it again; only of a server of the soak's own. */
  readonly restart?: () => Promise<void>;
  stop(): Promise<void>;
}

/** `where`: as `Soak` has it. */
export async function openSoakDatabase(where: string, folder: string): Promise<SoakDatabase> {
  const stop = async () => undefined;
  if (where === 'sqlite') return { url: `file:${join(folder, 'bot.db')}`, isShared: false, stop };
  if (where !== 'postgres') return { url: where, isShared: true, stop };
  const server = await startPostgres();
  return { url: server.url('postgres'), isShared: true, restart: server.restart, stop: server.stop };
}
