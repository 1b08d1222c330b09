import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { SetupError } from '../../src/kernel/errors.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { createLarkPlatform } from '../../src/lark/create-platform.ts';
import { openEnvelope } from '../../src/lark/long-connection/open-envelope.ts';
import { dialIn, groupOfOne, startHastySandbox } from './support/dialled-line.ts';

/** With patience: the machine may be busy. */
const until = (fits: () => boolean) => vi.waitUntil(fits, { timeout: 20_000 });

describe('an event', () => {
  it('comes in as over the webhook and is acknowledged', async () => {
    const sandbox = await startHastySandbox();
    const { person, group, say } = groupOfOne(sandbox);
    const { accepted } = dialIn(sandbox);
    await sandbox.longConnections.opened();

    const id = say('@bot /报送 修路｜完成');
    await sandbox.pushesSettled();

    expect(accepted).toMatchObject([
      {
        kind: 'message',
        messageId: id,
        chatId: group,
        senderId: person,
        text: '@_user_1 /报送 修路｜完成',
        mentions: [{ isBot: true, personId: sandbox.app.botOpenId }],
      },
    ]);
    expect(sandbox.pushLog).toMatchObject([{ acknowledged: true, attempts: [{ status: 200 }] }]);
  });

  it('is put together from its pieces, whatever character they cut through', async () => {
    const sandbox = await startHastySandbox();
    const { say } = groupOfOne(sandbox);
    const { accepted } = dialIn(sandbox);
    await sandbox.longConnections.opened();
    sandbox.longConnections.faults.pieceBytes = 7;

    say('各科室积极开展“五项”宣传😀活动');
    await sandbox.pushesSettled();

    expect(accepted).toMatchObject([{ text: '各科室积极开展“五项”宣传😀活动' }]);
  });

  it('comes once more when the platform pushes it twice: telling is left to the inbox', async () => {
    const sandbox = await startHastySandbox();
    const { say } = groupOfOne(sandbox);
    const { accepted } = dialIn(sandbox);
    await sandbox.longConnections.opened();
    sandbox.pushFaults.duplicate = 1;

    const id = say('/帮助');
    await sandbox.pushesSettled();

    expect(accepted).toMatchObject([{ messageId: id }, { messageId: id }]);
  });

  it('is acknowledged only when it has been accepted', async () => {
    const sandbox = await startHastySandbox();
    const { say } = groupOfOne(sandbox);
    let accept: () => void = () => undefined;
    const accepting = new Promise<void>((resolve) => {
      accept = resolve;
    });
    dialIn(sandbox, { accept: () => accepting });
    await sandbox.longConnections.opened();

    say('/帮助');
    await pause(100);
    expect(sandbox.pushLog).toMatchObject([{ acknowledged: false, attempts: [] }]);
    accept();
    await sandbox.pushesSettled();

    expect(sandbox.pushLog).toMatchObject([{ acknowledged: true }]);
  });

  it('is pushed again when it could not be accepted', async () => {
    const sandbox = await startHastySandbox();
    const { say } = groupOfOne(sandbox);
    const tries: string[] = [];
    dialIn(sandbox, {
      accept: async ({ eventId }) => {
        tries.push(eventId);
        if (tries.length < 3) throw new Error('disk full');
      },
    });
    await sandbox.longConnections.opened();

    say('/帮助');
    await sandbox.pushesSettled();

    expect(new Set(tries).size).toBe(1);
    expect(sandbox.pushLog.map(({ attempts }) => attempts.map(({ status }) => status))).toEqual([
      [500, 500, 200],
    ]);
  });
});

describe('an envelope', () => {
  const good = {
    schema: '2.0',
    header: { event_id: 'e1', event_type: 'im.unheard_of_v1', app_id: 'cli_a', token: 'of no matter here' },
    event: {},
  };

  it('is opened without a token', () => {
    expect(openEnvelope(good, { appId: 'cli_a' })).toEqual({
      kind: 'ignored',
      eventId: 'e1',
      type: 'im.unheard_of_v1',
    });
  });

  it.each([
    ["another app's", { ...good, header: { ...good.header, app_id: 'cli_b' } }],
    ['without a header', { event: {} }],
    ['of the first version', { uuid: '1', type: 'event_callback', event: { type: 'message' } }],
    ['that is no object', 'text'],
    ['that is nothing', undefined],
  ])('%s is refused', (_name, envelope) => {
    expect(openEnvelope(envelope, { appId: 'cli_a' })).toBeUndefined();
  });
});

describe('a click', () => {
  const card = {
    tone: 'info',
    title: '待审',
    blocks: [{ kind: 'buttons', buttons: [{ label: '通过', action: 'approve', data: { item: '7' } }] }],
  } as const;

  async function sendCard(options: Parameters<typeof dialIn>[1]) {
    const sandbox = await startHastySandbox();
    const { person, group } = groupOfOne(sandbox);
    dialIn(sandbox, options);
    await sandbox.longConnections.opened();
    const { appId, appSecret } = sandbox.app;
    const platform = createLarkPlatform({ appId, appSecret, domain: sandbox.url, logger: silentLogger });
    const { messageId } = await platform.send({ kind: 'chat', chatId: group }, { kind: 'card', card }, 'u1');
    return { sandbox, group, press: () => sandbox.click(person, messageId, '通过') };
  }

  it('is answered with a notice and the card as it is then', async () => {
    const { sandbox, group, press } = await sendCard({
      click: async ({ action, data }) => ({
        tone: 'success',
        notice: `${action} ${data.item}`,
        card: { tone: 'success', title: '已通过', blocks: [] },
      }),
    });

    expect(await press()).toMatchObject({ toast: { type: 'success', content: 'approve 7' } });
    expect(sandbox.messages(group).at(-1)?.text).toContain('已通过');
  });

  it('that takes too long is answered in time', async () => {
    const { press } = await sendCard({ click: () => new Promise(() => undefined), clickTimeoutMs: 50 });

    expect(await press()).toMatchObject({ toast: { content: '正在处理，请稍候。' } });
  });

  it('that fails is told to the person', async () => {
    const { press } = await sendCard({ click: () => Promise.reject(new Error('bug')) });

    expect(await press()).toMatchObject({ toast: { type: 'error', content: '没有成功，请稍后再试。' } });
  });
});

describe('a line', () => {
  it('that is cut is dialled again, and what was said meanwhile arrives', async () => {
    const sandbox = await startHastySandbox();
    const { say } = groupOfOne(sandbox);
    const connection = dialIn(sandbox);
    await sandbox.longConnections.opened();

    sandbox.longConnections.drop();
    expect(sandbox.longConnections.count).toBe(0);
    const id = say('/帮助');
    await sandbox.longConnections.opened();
    await sandbox.pushesSettled();

    expect(connection.accepted).toMatchObject([{ messageId: id }]);
    await until(() => connection.state() === 'connected');
  });

  it('that answers no more is noticed by its pings and replaced', async () => {
    const sandbox = await startHastySandbox({ clientConfig: { pingInterval: 0.5, reconnectNonce: 0 } });
    const { say } = groupOfOne(sandbox);
    const connection = dialIn(sandbox, { timing: { pingTimeoutMs: 250 } });
    await sandbox.longConnections.opened();

    sandbox.longConnections.freeze();
    expect(sandbox.longConnections.count).toBe(0);
    await sandbox.longConnections.opened();
    say('/帮助');
    await sandbox.pushesSettled();

    expect(connection.accepted).toHaveLength(1);
  });

  it.each([false, true])('that is quiet stays (pongs without settings: %s)', async (barePongs) => {
    const sandbox = await startHastySandbox();
    sandbox.longConnections.faults.barePongs = barePongs;
    const connection = dialIn(sandbox);
    await sandbox.longConnections.opened();

    await pause(600);

    expect(connection.state()).toBe('connected');
    expect(sandbox.calls.filter(({ path }) => path === '/callback/ws/endpoint')).toHaveLength(1);
  });

  it.each([514, 403, 1, 1000040343, 1000040350] as const)(
    'that the platform refuses with %s is asked for again until it is given',
    async (code) => {
      const sandbox = await startHastySandbox();
      sandbox.longConnections.faults.refuse = code;
      const connection = dialIn(sandbox);
      await until(() => connection.state() === 'failed');
      expect(connection.ready()).toBe(false);
      await until(() => sandbox.calls.length > 2);

      sandbox.longConnections.faults.refuse = undefined;
      await sandbox.longConnections.opened();

      await until(() => connection.state() === 'connected');
      expect(connection.ready()).toBe(true);
    },
  );

  it.each(['server-error', 'garbage', 'rate-limit'] as const)(
    'survives an endpoint that answers with %s',
    async (kind) => {
      const sandbox = await startHastySandbox();
      sandbox.faults.add({ path: /ws\/endpoint/, kind, times: 2 });
      dialIn(sandbox);

      await sandbox.longConnections.opened();

      expect(sandbox.calls).toHaveLength(3);
    },
  );

  it('survives handshakes that fail', async () => {
    const sandbox = await startHastySandbox();
    sandbox.longConnections.faults.noHandshake = true;
    const connection = dialIn(sandbox, { timing: { attemptMs: 300 } });
    await until(() => connection.state() === 'failed');

    sandbox.longConnections.faults.noHandshake = false;
    await sandbox.longConnections.opened();

    await until(() => connection.state() === 'connected');
    expect(connection.ready()).toBe(true);
  });

  it('lost a moment ago counts as ready, one that was never up does not', async () => {
    const sandbox = await startHastySandbox();
    const connection = dialIn(sandbox);
    expect(connection.ready()).toBe(false);
    await until(() => connection.state() === 'connected');

    sandbox.longConnections.faults.refuse = 1;
    sandbox.longConnections.drop();
    await until(() => connection.state() === 'failed');

    expect(connection.ready()).toBe(true);
  });

  it('is hung up when it is no longer wanted, after what is in hand has been answered', async () => {
    const sandbox = await startHastySandbox();
    const { say } = groupOfOne(sandbox);
    let inHand = false;
    const connection = dialIn(sandbox, {
      async accept() {
        inHand = true;
        await pause(100);
      },
    });
    await sandbox.longConnections.opened();

    say('/帮助');
    await until(() => inHand);
    await connection.stop();

    await until(() => sandbox.longConnections.count === 0);
    expect(sandbox.pushLog).toMatchObject([{ acknowledged: true, attempts: [{ status: 200 }] }]);
    const asked = sandbox.calls.length;
    await pause(200);
    expect(sandbox.calls).toHaveLength(asked);
  });

  it('is not opened after all when it is stopped while dialling', async () => {
    const sandbox = await startHastySandbox();
    await dialIn(sandbox).stop();

    await pause(300);

    expect(sandbox.longConnections.count).toBe(0);
  });
});

it('refuses an app id that the SDK would silently do nothing with', async () => {
  const sandbox = await startHastySandbox();

  expect(() => dialIn(sandbox, { appId: 'cli_short' })).toThrow(SetupError);
});

it('logs neither secret, ticket nor what people wrote, even at the lowest level', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const logger = pino({ level: 'trace' }, stream);
  const sandbox = await startHastySandbox();
  const { say } = groupOfOne(sandbox);
  sandbox.longConnections.faults.refuse = 514;
  const connection = dialIn(sandbox, { logger, accept: () => Promise.reject(new Error('disk full')) });
  await until(() => connection.state() === 'failed');
  sandbox.longConnections.faults.refuse = undefined;
  await sandbox.longConnections.opened();
  say('只有群里知道的话');
  await sandbox.pushesSettled();
  sandbox.longConnections.drop();
  await sandbox.longConnections.opened();

  const log = lines.join('');
  expect(log).toContain('"code":"514","reason":"wrong app id or secret"');
  expect(log).toContain('long connection lost');
  expect(log).toContain('disk full');
  expect(log).not.toMatch(/ticket|wss?:|只有群里/);
  expect(log).not.toContain(sandbox.app.appSecret);
});
