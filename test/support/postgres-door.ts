import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { loadSettings } from '../../config/load.ts';
import { type PostgresServer, startPostgres } from '../../soak/harm/start-postgres.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { openStore } from '../../src/store/create-store.ts';
import { TEMPLATE } from './postgres-template.ts';
import { runOn } from './run-on.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test asks for the run's PostgreSQL server, which starts when the first one asks. */
    postgresDoor: string;
  }
}

/** For vitest: one PostgreSQL server a run, and none for a run that does not ask for one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | undefined;
  const door = createServer((_request, response) => {
    server ??= startWithTemplate();
    server.then(
      (started) => response.end(started.url('')),
      (reason: unknown) => response.writeHead(500).end(String(reason)),
    );
  });
  door.listen(0, '127.0.0.1');
  await new Promise((resolve) => door.once('listening', resolve));
  const { port } = door.address() as AddressInfo;
  project.provide('postgresDoor', `http://127.0.0.1:${port}`);
  return async () => {
    door.close();
    await (await server)?.stop();
  };
}

async function startWithTemplate(): Promise<PostgresServer> {
  const server = await startPostgres();
  await runOn(server.url('postgres'), `create database ${TEMPLATE} template template0`);
  const store = await openStore({
    url: server.url(TEMPLATE),
    clock: systemClock,
    defaults: loadSettings('config/bot.yaml'),
    exclusive: false,
  });
  await store.close();
  return server;
}
