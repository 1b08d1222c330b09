import { Client, DefaultCache, LoggerLevel } from '@larksuiteoapi/node-sdk';
import { describe, expect, test } from 'vitest';
import { openScene, refusal, sdkClient, send } from '../support.ts';

describe('tokens', () => {
  test('a call without one, and with a wrong one, is refused', async () => {
    const { sandbox } = await openScene();
    const call = async (headers: Record<string, string>) => {
      const response = await fetch(`${sandbox.url}/open-apis/bot/v3/info`, { headers });
      return [response.status, ((await response.json()) as { code: number }).code];
    };
    expect(await call({})).toEqual([400, 99991661]);
    expect(await call({ authorization: 'Bearer t-wrong' })).toEqual([400, 99991663]);
  });

  test('a wrong secret gets none', async () => {
    const { sandbox, group } = await openScene();
    const silent = () => undefined;
    const client = new Client({
      appId: sandbox.app.appId,
      appSecret: 'wrong',
      domain: sandbox.url,
      cache: new DefaultCache(),
      loggerLevel: LoggerLevel.fatal,
      logger: { error: silent, warn: silent, info: silent, debug: silent, trace: silent },
    });
    await expect(send(client, group, 'text', { text: 'x' })).rejects.toThrow('10014');
    expect(sandbox.calls).toMatchObject([{ status: 200, code: 10014 }]);
  });

  test('the same one is given until it nears its end; once expired it is refused', async () => {
    const { sandbox, client, group } = await openScene();
    await send(client, group, 'text', { text: '一' });
    await send(sdkClient(sandbox), group, 'text', { text: '二' });
    sandbox.expireTokens();
    expect((await refusal(send(client, group, 'text', { text: '三' }))).code).toBe(99991663);
    await send(sdkClient(sandbox), group, 'text', { text: '四' });
    expect(sandbox.messages(group).map(({ text }) => text)).toEqual(['一', '二', '四']);
  });
});

describe('rate limits', () => {
  test('the app is stopped with the seconds to wait, and goes on after them', async () => {
    const { client, group } = await openScene({
      limits: { perSecond: 3, perMinute: 1000, perChatPerSecond: 100 },
    });
    for (const words of ['一', '二', '三']) await send(client, group, 'text', { text: words });
    const refused = await refusal(send(client, group, 'text', { text: '四' }));
    expect(refused).toMatchObject({ status: 429, code: 99991400 });
    expect(refused.headers).toMatchObject({ 'x-ogw-ratelimit-limit': '3', 'x-ogw-ratelimit-reset': '1' });
    await new Promise((resolve) => setTimeout(resolve, 1050));
    await send(client, group, 'text', { text: '四' });
  });

  test('the minute counts too', async () => {
    const { client, group } = await openScene({
      limits: { perSecond: 100, perMinute: 2, perChatPerSecond: 100 },
    });
    await send(client, group, 'text', { text: '一' });
    await send(client, group, 'text', { text: '二' });
    const { headers } = await refusal(send(client, group, 'text', { text: '三' }));
    expect(Number(headers['x-ogw-ratelimit-reset'])).toBeGreaterThan(55);
  });

  test('a chat takes five a second, others are not held up', async () => {
    const { sandbox, client, group, person } = await openScene({
      limits: { perSecond: 1000, perMinute: 10_000, perChatPerSecond: 5 },
    });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => send(client, group, 'text', { text: `第${index}` })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(sandbox.calls.filter(({ code }) => code === 230020)).toHaveLength(3);
    await send(client, sandbox.privateChat(person), 'text', { text: '私' });
  });

  test('the platform figures hold by default', async () => {
    const { sandbox, client, group } = await openScene({
      limits: { perSecond: 50, perMinute: 1000, perChatPerSecond: 5 },
    });
    await send(client, group, 'text', { text: '取得令牌' });
    await Promise.allSettled(
      Array.from({ length: 60 }, () => client.im.v1.chat.get({ path: { chat_id: group } })),
    );
    expect(sandbox.calls.filter(({ code }) => code === 99991400)).toHaveLength(11);
  });
});

describe('faults', () => {
  const MESSAGES = /\/im\/v1\/messages$/;

  test.each([
    ['rate-limit' as const, 429, 99991400],
    ['chat-rate' as const, 400, 230020],
    ['server-error' as const, 500, 1000004],
    ['token-expired' as const, 400, 99991663],
    [{ status: 403, code: 99991672, msg: 'no scope' }, 403, 99991672],
  ])('%o answers %i %i as often as told, and nothing happens', async (kind, status, code) => {
    const { sandbox, client, group } = await openScene();
    sandbox.faults.add({ path: MESSAGES, kind, times: 2 });
    for (const _ of [1, 2]) {
      expect(await refusal(send(client, group, 'text', { text: 'x' }))).toMatchObject({ status, code });
    }
    expect(sandbox.messages(group)).toEqual([]);
    await send(client, group, 'text', { text: 'x' });
    expect(sandbox.messages(group)).toHaveLength(1);
  });

  test('garbage is HTML with status 200', async () => {
    const { sandbox, client, group } = await openScene();
    sandbox.faults.add({ path: MESSAGES, kind: 'garbage', times: 1 });
    expect(await send(client, group, 'text', { text: 'x' })).toBe('');
    expect(sandbox.messages(group)).toEqual([]);
  });

  test('accept-then-drop sends the message and then cuts the line', async () => {
    const { sandbox, client, group } = await openScene();
    sandbox.faults.add({ path: MESSAGES, method: 'post', kind: 'accept-then-drop', times: 1 });
    await expect(send(client, group, 'text', { text: 'x' })).rejects.toThrow(/hang up|ECONNRESET/);
    expect(sandbox.messages(group)).toHaveLength(1);
  });

  test('hang answers nothing until the caller gives up, and does nothing', async () => {
    const { sandbox, client, group } = await openScene();
    await send(client, group, 'text', { text: '取得令牌' });
    sandbox.faults.add({ path: /\/bot\/v3\/info/, kind: 'hang' });
    const call = fetch(`${sandbox.url}/open-apis/bot/v3/info`, { signal: AbortSignal.timeout(150) });
    await expect(call).rejects.toThrow(/timeout/);
    expect(sandbox.calls.at(-1)).toMatchObject({ path: '/open-apis/bot/v3/info' });
    expect(sandbox.calls.at(-1)?.status).toBeUndefined();
  });

  test('a probability strikes now and then; clear ends all', async () => {
    const { sandbox, client, group } = await openScene({ seed: 'dice' });
    sandbox.faults.add({ path: MESSAGES, kind: 'server-error', probability: 0.5 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, () => send(client, group, 'text', { text: 'x' })),
    );
    const failed = outcomes.filter(({ status }) => status === 'rejected').length;
    expect(failed).toBeGreaterThan(5);
    expect(failed).toBeLessThan(35);
    sandbox.faults.clear();
    await Promise.all(Array.from({ length: 10 }, () => send(client, group, 'text', { text: 'x' })));
  });
});

test('a path that is none is told in plain text, bad JSON with a code', async () => {
  const { sandbox } = await openScene();
  const lost = await fetch(`${sandbox.url}//open-apis/bot/v3/info`);
  expect([lost.status, await lost.text()]).toEqual([404, '404 page not found']);
  const bad = await fetch(`${sandbox.url}/open-apis/im/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect([bad.status, ((await bad.json()) as { code: number }).code]).toEqual([400, 9499]);
});
