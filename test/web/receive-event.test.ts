import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BAD_REQUESTS } from '../lark/support/bad-requests.ts';
import {
  cardClick,
  encrypted,
  KEYS,
  plainPush,
  SIGNED_AT,
  sealed,
  signed,
  unsigned,
} from '../lark/support/sealed-push.ts';
import { type RunningServer, readToEnd, startServer } from './support/running-server.ts';

let server: RunningServer;
beforeEach(async () => {
  server = await startServer({
    timeouts: { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 },
  });
});
afterEach(() => server.stop(0));

/** What a healthy server does, whatever came before. */
async function expectAlive() {
  const before = server.accepted.length;
  const response = await server.push(sealed());
  expect([response.status, await response.text()]).toEqual([200, '{}']);
  expect(server.accepted.length).toBe(before + 1);
}

describe('the webhook', () => {
  it('answers an event once it is accepted', async () => {
    const response = await server.push(sealed());
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({});
    expect(server.accepted).toMatchObject([
      { event: { kind: 'message', messageId: 'om_one' }, stale: false },
    ]);
    expect([...response.headers.keys()].filter((name) => /etag|powered/.test(name))).toEqual([]);
  });

  it.each(BAD_REQUESTS)('refuses %s without a word', async (_name, push, status) => {
    const response = await server.push(push);
    expect([response.status, await response.text()]).toEqual([status, '']);
    expect(server.accepted).toEqual([]);
    await expectAlive();
  });

  it('takes signed bytes in any spelling', async () => {
    const { encrypt } = JSON.parse(encrypted(JSON.stringify(plainPush())));
    const response = await server.push(signed(`\n\t{ "\\u0065ncrypt" :\r\n "${encrypt}" } `));
    expect(response.status).toBe(200);
    expect(server.accepted.length).toBe(1);
  });

  it('passes an old push on as such', async () => {
    const timestamp = String(Date.parse(SIGNED_AT) / 1000 - 21_600);
    expect((await server.push(sealed({ timestamp }))).status).toBe(200);
    expect(server.accepted).toMatchObject([{ stale: true }]);
  });

  it('says the challenge back', async () => {
    const body = { type: 'url_verification', token: KEYS.verificationToken, challenge: 'abc' };
    const response = await server.push(unsigned(encrypted(JSON.stringify(body))));
    expect([response.status, await response.json()]).toEqual([200, { challenge: 'abc' }]);
  });

  it.each(['im.chat.updated_v1', 'im.message.recalled_v1'])(
    'takes %s that it can not use, and forgets it',
    async (type) => {
      const response = await server.push(sealed({ type, event: {} }));
      expect([response.status, await response.text()]).toEqual([200, '{}']);
      expect(server.accepted).toEqual([]);
    },
  );

  it.each([
    ['no type', ''],
    ['a form', 'application/x-www-form-urlencoded'],
    ['text', 'text/plain'],
    ['a type that only begins like JSON', 'application/jsonp'],
  ])('refuses %s as content', async (_name, type) => {
    const response = await server.push(sealed(), { 'content-type': type });
    expect([response.status, await response.text()]).toEqual([415, '']);
  });

  it('refuses compressed bodies', async () => {
    expect((await server.push(sealed(), { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it('refuses 2 MB, announced or not', async () => {
    const big = Buffer.alloc(2 * 1024 * 1024, ' ');
    expect((await server.push({ raw: big, headers: {} })).status).toBe(413);
    const stream = new ReadableStream({
      start(controller) {
        for (let at = 0; at < big.length; at += 65_536) controller.enqueue(big.subarray(at, at + 65_536));
        controller.close();
      },
    });
    const chunked = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as const;
    expect((await fetch(`${server.url}/webhook/event`, chunked)).status).toBe(413);
    await expectAlive();
  });

  it('hangs up on a client that never ends its headers, or its body', async () => {
    const slow = await server.dial();
    slow.write('POST /webhook/event HTTP/1.1\r\nHost: x\r\nContent-');
    expect(await readToEnd(slow)).toContain('408 Request Timeout');
    const stalled = await server.dial();
    stalled.write(
      'POST /webhook/event HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"en',
    );
    await readToEnd(stalled);
    await expectAlive();
  });

  it('outlives what is no HTTP, and clients that go away', async () => {
    const odd = await server.dial();
    odd.write('\u0000\u0001 hello\r\n\r\n');
    expect(await readToEnd(odd)).toContain('400 Bad Request');
    const gone = await server.dial();
    gone.write(
      'POST /webhook/event HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    gone.destroy();
    await expectAlive();
  });

  it('survives any bytes at all, and accepts none of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json()), async (body) => {
        const response = await server.push({ raw: Buffer.from(body), headers: signed('x').headers });
        expect([400, 401]).toContain(response.status);
      }),
      { numRuns: 150 },
    );
    expect(server.accepted).toEqual([]);
    await expectAlive();
  });
});

describe('an event that is not stored', () => {
  it('is answered with 500, so that the platform pushes it again', async () => {
    let broken = true;
    const flaky = await startServer({
      accept: async () => {
        if (broken) throw new Error('disk full');
      },
    });
    const failed = await flaky.push(sealed());
    expect([failed.status, await failed.text()]).toEqual([500, '']);
    broken = false;
    expect((await flaky.push(sealed())).status).toBe(200);
    await flaky.stop(0);
  });

  it('is answered with 500 when opening it fails, too', async () => {
    const faulty = await startServer({
      open: () => {
        throw new TypeError('bug');
      },
    });
    expect((await faulty.push(sealed())).status).toBe(500);
    await faulty.stop(0);
  });
});

describe('a click', () => {
  const click = sealed({ type: 'card.action.trigger', event: cardClick });

  it('is answered with what it did', async () => {
    const response = await server.push(click);
    expect([response.status, await response.json()]).toEqual([
      200,
      { toast: { type: 'success', content: '已通过' } },
    ]);
    expect(server.clicked).toMatchObject([{ action: 'approve', operatorId: 'ou_sender' }]);
    expect(server.accepted).toEqual([]);
  });

  it('is answered in time when it takes longer, in the reader’s language', async () => {
    const slow = await startServer({ click: () => new Promise(() => undefined), clickTimeoutMs: 50 });
    expect(await (await slow.push(click)).json()).toEqual({
      toast: { type: 'info', content: '正在处理，请稍候。' },
    });
    await slow.stop(0);
    const english = await startServer({
      click: () => new Promise(() => undefined),
      clickTimeoutMs: 50,
      locale: 'en',
    });
    expect(await (await english.push(click)).json()).toMatchObject({
      toast: { content: expect.stringContaining('moment') },
    });
    await english.stop(0);
  });

  it.each([
    ['at once', 0],
    ['after the answer', 600],
  ])('that fails %s does no harm', async (_name, delay) => {
    const failing = await startServer({
      clickTimeoutMs: 50,
      click: async () => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        throw new Error('no such item');
      },
    });
    const response = await failing.push(click);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ toast: { type: delay ? 'info' : 'error' } });
    await new Promise((resolve) => setTimeout(resolve, delay));
    expect((await failing.push(sealed())).status).toBe(200);
    await failing.stop(0);
  });
});
