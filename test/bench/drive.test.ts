import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { driveClosed, driveOpen } from '../../bench/load/drive.ts';
import { httpRequest } from '../../bench/load/http-request.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  stops.push(() => server.close().closeAllConnections());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const requests = (count: number) =>
  Array.from({ length: count }, (_, at) => httpRequest('/', `{"n":${at}}`, {}));

test.each<[string, RequestListener]>([
  ['with a length', (_, response) => response.writeHead(200, { 'content-length': 2 }).end('{}')],
  ['in chunks', (_, response) => response.writeHead(200).end('{}')],
  [
    'in pieces',
    (_, response) => {
      response.writeHead(200, { 'content-length': 4 }).write('{}');
      setTimeout(() => response.end('  '), 5);
    },
  ],
])('an answer %s counts once', async (_, answer) => {
  let seen = 0;
  const port = await serve((request, response) => {
    seen += 1;
    request.resume().on('end', () => answer(request, response));
  });
  const outcome = await driveClosed([port], requests(120));
  expect(seen).toBe(120);
  expect(outcome.acknowledged).toBe(120);
  expect(outcome.latencies).toHaveLength(120);
});

test('a refusal is no acknowledgement', async () => {
  const port = await serve((_, response) => response.writeHead(401, { 'content-length': 0 }).end());
  expect((await driveClosed([port], requests(10))).acknowledged).toBe(0);
});

test('a server that hangs up fails the run', async () => {
  const port = await serve((request) => request.socket.destroy());
  await expect(driveClosed([port], requests(1))).rejects.toThrow();
});

test('at a steady rate, the wait for a slow server counts', async () => {
  const port = await serve((request, response) => {
    request.resume();
    setTimeout(() => response.writeHead(200, { 'content-length': 0 }).end(), 200);
  });
  const outcome = await driveOpen([port], requests(100), 1000);
  expect(outcome.acknowledged).toBe(100);
  expect(Math.min(...outcome.latencies)).toBeGreaterThan(190);
  // The second fifty find every connection taken.
  expect(Math.max(...outcome.latencies)).toBeGreaterThan(300);
});
