import { EventEmitter, once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { sealed } from '../lark/support/sealed-push.ts';
import { headersOf, type RunningServer, readToEnd, startServer } from './support/running-server.ts';

let server: RunningServer | undefined;
afterEach(() => server?.stop(0));
const start = async (...deps: Parameters<typeof startServer>) => {
  server = await startServer(...deps);
  return server;
};

describe('health', () => {
  it('is told to everyone', async () => {
    const { url } = await start();
    const response = await fetch(`${url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    [
      'all is well',
      async () => ({ ok: true, detail: { database: 'ok' } }),
      200,
      { ok: true, detail: { database: 'ok' } },
    ],
    [
      'a part is down',
      async () => ({ ok: false, detail: { database: 'down' } }),
      503,
      { ok: false, detail: { database: 'down' } },
    ],
    [
      'the check fails',
      () => Promise.reject(new Error('x')),
      503,
      { ok: false, detail: { check: 'failed' } },
    ],
  ])('says whether it is ready when %s', async (_name, ready, status, body) => {
    const { url } = await start({ ready });
    const response = await fetch(`${url}/readyz`);
    expect([response.status, await response.json()]).toEqual([status, body]);
  });
});

describe('metrics', () => {
  it('are for this machine', async () => {
    const { url } = await start();
    const response = await fetch(`${url}/metrics`);
    expect([response.status, await response.text()]).toEqual([200, 'events_total 1\n']);
    expect(response.headers.get('content-type')).toContain('text/plain');
  });

  it.each([
    ['without a token', {}, 404],
    ['with a wrong token', { authorization: 'Bearer wrong' }, 404],
    ['with the token', { authorization: 'Bearer let-me-in' }, 200],
  ])('are given through a proxy %s by %j', async (_name, headers, status) => {
    const { url } = await start({ metricsToken: 'let-me-in' });
    const response = await fetch(`${url}/metrics`, {
      headers: { 'x-forwarded-for': '203.0.113.9', ...headers },
    });
    expect(response.status).toBe(status);
  });

  it('take no token where none is set', async () => {
    const { url } = await start({ metricsToken: '' });
    const headers = { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer ' };
    expect((await fetch(`${url}/metrics`, { headers })).status).toBe(404);
  });
});

describe('the test clock', () => {
  const move = (url: string, body: string) => fetch(`${url}/test/clock`, { method: 'POST', body });

  it('is not there unless it was given', async () => {
    const { url } = await start();
    expect((await move(url, '{"now":"2026-11-20T10:00:00+08:00"}')).status).toBe(404);
  });

  it('moves, and answers after what became due is done', async () => {
    const moved: string[] = [];
    const { url } = await start({ testClock: async (now) => void moved.push(now) });
    expect((await move(url, '{"now":"2026-11-20T10:00:00+08:00"}')).status).toBe(200);
    expect(moved).toEqual(['2026-11-20T10:00:00+08:00']);
  });

  it.each(['', '{}', '{"now":"tomorrow"}', '{"now":"2026-11-20T10:00:00"}', `{"now":"${'x'.repeat(2000)}"}`])(
    'refuses %s',
    async (body) => {
      const { url } = await start({ testClock: async () => undefined });
      expect((await move(url, body)).status).toBe(400);
    },
  );

  it('refuses to go back, and keeps other faults for the log', async () => {
    const refuse = (error: Error) => start({ testClock: () => Promise.reject(error) });
    const body = '{"now":"2026-11-20T10:00:00+08:00"}';
    const back = await refuse(new RangeError('the clock only moves forward'));
    expect((await move(back.url, body)).status).toBe(400);
    await back.stop(0);
    const broken = await refuse(new Error('secret'));
    const response = await move(broken.url, body);
    expect([response.status, await response.text()]).toEqual([500, '']);
  });
});

describe('anything else', () => {
  it.each([
    '/',
    '/webhook',
    '/webhook/event',
    '/webhook/event/',
    '/../etc/passwd',
    '/%E0%A4%A',
    '/metrics/x',
  ])('is not found: GET %s', async (path) => {
    const { port } = await start();
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    expect([404, 400]).toContain(response.status);
    expect(await response.text()).toBe('');
  });
});

describe('stopServer', () => {
  it('lets what is in hand finish, and takes nothing new', async () => {
    const stored = new EventEmitter();
    const running = await start({
      accept: async () => {
        stored.emit('begun');
        await once(stored, 'done');
      },
    });
    const begun = once(stored, 'begun');
    const answer = running.push(sealed());
    await begun;
    const stopped = running.stop();
    await expect(fetch(`${running.url}/healthz`)).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 100));
    stored.emit('done');
    expect((await answer).status).toBe(200);
    await stopped;
  });

  it('does not wait for idle connections', async () => {
    const running = await start();
    const idle = await running.dial();
    const ended = readToEnd(idle);
    await fetch(`${running.url}/healthz`);
    const begin = performance.now();
    await running.stop();
    await ended;
    expect(performance.now() - begin).toBeLessThan(4_000);
  });

  it('cuts off what does not end in time', async () => {
    const running = await start({ accept: () => new Promise(() => undefined) });
    const answer = running.push(sealed()).catch(() => 'cut');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await running.stop(100);
    expect(await answer).toBe('cut');
  });

  it('can be called for a server that is not listening', async () => {
    const running = await start();
    await running.stop();
    await expect(running.stop()).resolves.toBeUndefined();
  });
});

it('serves many requests on one connection', async () => {
  const { port, accepted, dial } = await start();
  const socket = await dial();
  const push = sealed();
  const head = Object.entries({
    ...headersOf(push),
    'content-length': String(push.raw.length),
    host: `127.0.0.1:${port}`,
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  const request = `POST /webhook/event HTTP/1.1\r\n${head}\r\n${push.raw}`;
  const seen = readToEnd(socket);
  socket.write(request.repeat(5));
  socket.write(`GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
  expect((await seen).match(/HTTP\/1\.1 200 OK/g)?.length).toBe(6);
  expect(accepted.length).toBe(5);
});
