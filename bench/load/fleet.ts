import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startBotProcess } from './bot-process.ts';
import { type DatabaseKind, openHome } from './home.ts';

export interface FleetPlan {
  readonly database: DatabaseKind;
  /** Processes on the one database; SQLite serves one. */
  readonly replicas: number;
  readonly environment?: Readonly<Record<string, string>>;
}

export type Fleet = Awaited<ReturnType<typeof startFleet>>;

/** The real program, one or more times on one database, with the sandbox for their platform. */
export async function startFleet(sandbox: Sandbox, { database, replicas, environment }: FleetPlan) {
  const home = await openHome(database);
  const place = {
    folder: home.folder,
    environment: { ...environment, ...(database === 'postgres' && { DATABASE_URL: home.address }) },
  };
  // The first makes the tables.
  const first = await startBotProcess(sandbox, place);
  const others = Array.from({ length: replicas - 1 }, () => startBotProcess(sandbox, place));
  const bots = [first, ...(await Promise.all(others))];
  let turn = 0;
  sandbox.connectWebhook(() => `http://127.0.0.1:${bots[turn++ % bots.length]?.port}/webhook/event`);
  return {
    ports: bots.map(({ port }) => port),
    pids: bots.map(({ pid }) => pid),
    readyMs: first.readyMs,
    /** Messages in the inbox, once all are dead. */
    countEvents: home.countEvents,
    kill: async () => void (await Promise.all(bots.map((bot) => bot.kill()))),
    remove: home.remove,
  };
}
