import { once } from 'node:events';
import { EventDispatcher, WSClient } from '@larksuiteoapi/node-sdk';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { decodeFrame, encodeFrame, METHOD } from '../../../sandbox/push/long-connection/frame.ts';
import type { Sandbox } from '../../../sandbox/start-sandbox.ts';
import { openReceiver, openSandbox } from '../support.ts';

const EVENT = 'im.message.receive_v1';

/** The SDK's own client with its own dispatcher, as any bot has it. */
async function sdkClient(sandbox: Sandbox, secret = sandbox.app.appSecret): Promise<string[]> {
  const heard: string[] = [];
  const silent = () => undefined;
  const logger = { error: silent, warn: silent, info: silent, debug: silent, trace: silent };
  const client = new WSClient({
    appId: sandbox.app.appId,
    appSecret: secret,
    domain: sandbox.url,
    logger,
    onError: (error) => heard.push(error.message),
  });
  onTestFinished(() => client.close());
  const eventDispatcher = new EventDispatcher({ logger }).register({
    [EVENT]: ({ message }: { message: { message_id: string } }) => void heard.push(message.message_id),
  });
  await client.start({ eventDispatcher });
  return heard;
}

function groupOfOne(sandbox: Sandbox) {
  const person = sandbox.createPerson('张三');
  const group = sandbox.createGroup('宣传工作群');
  sandbox.join(group, person);
  sandbox.addBot(group, person);
  return { say: (text: string) => sandbox.say(person, group, text) };
}

async function askEndpoint(sandbox: Sandbox, secret = sandbox.app.appSecret) {
  const response = await fetch(`${sandbox.url}/callback/ws/endpoint`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ AppID: sandbox.app.appId, AppSecret: secret }),
  });
  const answer = (await response.json()) as { code: number; msg: string; data: { URL?: string } };
  return { status: response.status, ...answer };
}

/** A bare socket that has greeted with its first ping. */
async function dialBare(sandbox: Sandbox): Promise<WebSocket> {
  const { data } = await askEndpoint(sandbox);
  const socket = new WebSocket(data.URL ?? '');
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  const pong = once(socket, 'message');
  socket.send(encodeFrame({ method: METHOD.control, service: 1, headers: { type: 'ping' } }));
  await pong;
  return socket;
}

describe('events over long connections', () => {
  it('go to one of the lines each, and to all of them in the long run', async () => {
    const sandbox = await openSandbox({ seed: 'two lines' });
    const { say } = groupOfOne(sandbox);
    const heard = [await sdkClient(sandbox), await sdkClient(sandbox)];
    await sandbox.longConnections.opened(2);

    const said = Array.from({ length: 20 }, (_, index) => say(`第 ${index} 条`));
    await sandbox.pushesSettled();

    expect(heard.flat().toSorted()).toEqual(said.toSorted());
    expect(heard.every((ids) => ids.length > 2)).toBe(true);
  });

  it('fail while no line is open, and are tried again', async () => {
    const sandbox = await openSandbox({ repushDelaysMs: [10, 300, 300] });
    const { say } = groupOfOne(sandbox);
    const first = await dialBare(sandbox);
    first.terminate();
    await vi.waitUntil(() => sandbox.longConnections.count === 0, { timeout: 20_000 });

    const id = say('有人吗');
    const heard = await sdkClient(sandbox);
    await sandbox.pushesSettled();

    expect(heard).toEqual([id]);
    expect(sandbox.pushLog[0]?.attempts[0]).toMatchObject({ error: 'no long connection is open' });
  });

  it('that are not answered within the time count as failed', async () => {
    const sandbox = await openSandbox({ pushTimeoutMs: 50 });
    const { say } = groupOfOne(sandbox);
    await dialBare(sandbox);

    say('有人吗');
    await sandbox.pushesSettled();

    expect(sandbox.pushLog).toMatchObject([{ acknowledged: false, attempts: [{ error: 'timeout' }] }]);
  });

  it('fail at once when the line is cut before the answer', async () => {
    const sandbox = await openSandbox();
    const { say } = groupOfOne(sandbox);
    const socket = await dialBare(sandbox);
    socket.on('message', () => socket.terminate());

    say('有人吗');
    await sandbox.pushesSettled();

    expect(sandbox.pushLog[0]?.attempts).toMatchObject([{ error: 'connection lost' }]);
  });

  it('go to the webhook again once one is connected', async () => {
    const sandbox = await openSandbox();
    const { say } = groupOfOne(sandbox);
    const heard = await sdkClient(sandbox);
    await sandbox.longConnections.opened();
    const { url, received } = await openReceiver(() => ({ status: 200 }));
    sandbox.connectWebhook(url);

    say('有人吗');
    await sandbox.pushesSettled();

    expect([heard.length, received.length]).toEqual([0, 1]);
  });
});

describe('the endpoint', () => {
  it('gives no address for a wrong secret', async () => {
    const sandbox = await openSandbox();

    expect(await askEndpoint(sandbox, 'wrong')).toEqual({
      status: 200,
      code: 514,
      msg: 'auth failed',
      data: {},
    });
    expect(await sdkClient(sandbox, 'wrong')).toEqual([]);
    expect(sandbox.longConnections.count).toBe(0);
  });

  it('gives no fifty-first address', async () => {
    const sandbox = await openSandbox();
    for (let line = 0; line < 50; line += 1) await dialBare(sandbox);

    expect(sandbox.longConnections.count).toBe(50);
    expect(await askEndpoint(sandbox)).toMatchObject({ code: 1000040350 });
  });

  it('gives an address that works once', async () => {
    const sandbox = await openSandbox();
    const { data } = await askEndpoint(sandbox);
    const first = new WebSocket(data.URL ?? '');
    onTestFinished(() => first.terminate());
    await once(first, 'open');

    const second = new WebSocket(data.URL ?? '');
    const [error] = await once(second, 'error');

    expect(String(error)).toContain('401');
  });
});

describe('a line', () => {
  it('ends for a client that speaks something else', async () => {
    const sandbox = await openSandbox();
    const socket = await dialBare(sandbox);

    socket.send('hello');
    await once(socket, 'close');

    await vi.waitUntil(() => sandbox.longConnections.count === 0, { timeout: 20_000 });
    expect(sandbox.longConnections.count).toBe(0);
  });

  it('is not there before it is, and says so in time', async () => {
    const sandbox = await openSandbox();

    await expect(sandbox.longConnections.opened(1, 20)).rejects.toThrow(
      '0 of 1 long connections within 20 ms',
    );
  });
});

it('reads back the frames it writes', () => {
  const frame = {
    method: METHOD.data,
    service: 7,
    headers: { type: 'event', seq: '0' },
    payload: Buffer.from('好'),
  };

  expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
  expect(() => decodeFrame(Buffer.from([0x08]))).toThrow();
});
