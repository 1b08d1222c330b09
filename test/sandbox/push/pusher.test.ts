import { AESCipher } from '@larksuiteoapi/node-sdk';
import { describe, expect, test } from 'vitest';
import { signBody } from '../../../sandbox/wire.ts';
import { deadUrl, openReceiver, openScene, type Received } from '../support.ts';

interface Pushed {
  readonly header: {
    event_id: string;
    event_type: string;
    create_time: string;
    token: string;
    app_id: string;
  };
  readonly event: {
    readonly message: { readonly message_id: string; readonly content: string };
    readonly [key: string]: unknown;
  };
}

function decrypt(key: string, { body }: Received): Pushed {
  const { encrypt } = JSON.parse(body) as { encrypt: string };
  return JSON.parse(new AESCipher(key).decrypt(encrypt)) as Pushed;
}

const always = (status: number) => () => ({ status });

test('a push is encrypted, signed over its raw bytes, and carries the whole envelope', async () => {
  const receiver = await openReceiver(always(200));
  const { sandbox, group, person } = await openScene();
  sandbox.connectWebhook(receiver.url);
  const said = sandbox.say(person, group, '@bot /报送 标题');
  await sandbox.pushesSettled();

  const [got] = receiver.received;
  const { encryptKey, verificationToken, appId, tenantKey, botOpenId } = sandbox.app;
  if (!got) throw new Error('nothing came');
  const timestamp = String(got.headers['x-lark-request-timestamp']);
  const nonce = String(got.headers['x-lark-request-nonce']);
  expect(got.headers['x-lark-signature']).toBe(
    signBody({ timestamp, nonce, key: encryptKey, body: got.body }),
  );
  expect(Math.abs(Number(timestamp) - sandbox.clock.now().epochMilliseconds / 1000)).toBeLessThan(5);
  const pushed = decrypt(encryptKey, got);
  expect(pushed.header).toMatchObject({
    event_type: 'im.message.receive_v1',
    token: verificationToken,
    app_id: appId,
    tenant_key: tenantKey,
  });
  expect(pushed.event).toMatchObject({
    sender: { sender_id: { open_id: person }, sender_type: 'user' },
    message: {
      message_id: said,
      chat_id: group,
      chat_type: 'group',
      message_type: 'text',
      content: '{"text":"@_user_1 /报送 标题"}',
      mentions: [{ key: '@_user_1', id: { open_id: botOpenId }, mentioned_type: 'bot' }],
    },
  });
});

describe('repeating', () => {
  test.each([500, 302, 204])('goes on after status %i, with the same event id, until 200', async (status) => {
    const receiver = await openReceiver((_got, count) => ({ status: count < 3 ? status : 200 }));
    const { sandbox, group, person } = await openScene({ repushDelaysMs: [10, 20, 30, 40] });
    sandbox.connectWebhook(receiver.url);
    sandbox.say(person, group, '你好');
    await sandbox.pushesSettled();
    expect(sandbox.pushLog).toMatchObject([{ acknowledged: true }]);
    expect(sandbox.pushLog[0]?.attempts.map((attempt) => attempt.status)).toEqual([status, status, 200]);
    const ids = receiver.received.map((got) => decrypt(sandbox.app.encryptKey, got).header.event_id);
    expect(new Set(ids).size).toBe(1);
  });

  test('ends after the last delay', async () => {
    const receiver = await openReceiver(always(503));
    const { sandbox, group, person } = await openScene({ repushDelaysMs: [5, 5] });
    sandbox.connectWebhook(receiver.url);
    sandbox.say(person, group, '你好');
    await sandbox.pushesSettled();
    expect(receiver.received).toHaveLength(3);
    expect(sandbox.pushLog).toMatchObject([{ acknowledged: false }]);
  });

  test('follows a bot that was down to where it comes up', async () => {
    const { sandbox, group, person } = await openScene({ repushDelaysMs: [50, 300] });
    sandbox.connectWebhook(await deadUrl());
    sandbox.say(person, group, '你好');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const receiver = await openReceiver(always(200));
    sandbox.connectWebhook(receiver.url);
    await sandbox.pushesSettled();
    expect(receiver.received).toHaveLength(1);
    expect(sandbox.pushLog[0]?.attempts[0]?.error).toContain('ECONNREFUSED');
  });

  test('comes after an answer that is too slow', async () => {
    const receiver = await openReceiver((_got, count) => ({ status: 200, afterMs: count === 1 ? 500 : 0 }));
    const { sandbox, group, person } = await openScene({ pushTimeoutMs: 100, repushDelaysMs: [10] });
    sandbox.connectWebhook(receiver.url);
    sandbox.say(person, group, '你好');
    await sandbox.pushesSettled();
    expect(sandbox.pushLog[0]?.attempts).toMatchObject([{ error: 'timeout' }, { status: 200 }]);
  });
});

describe('order', () => {
  const texts = (key: string, received: readonly Received[]) =>
    received.map((got) => (JSON.parse(decrypt(key, got).event.message.content) as { text: string }).text);

  test('within a chat a push waits for the one before', async () => {
    const receiver = await openReceiver((_got, count) => ({ status: 200, afterMs: count === 1 ? 100 : 0 }));
    const { sandbox, group, person } = await openScene();
    sandbox.connectWebhook(receiver.url);
    for (const words of ['一', '二', '三']) sandbox.say(person, group, words);
    await sandbox.pushesSettled();
    expect(texts(sandbox.app.encryptKey, receiver.received)).toEqual(['一', '二', '三']);
  });

  test('a failing push does not hold up the next', async () => {
    const receiver = await openReceiver((_got, count) => ({ status: count === 1 ? 500 : 200 }));
    const { sandbox, group, person } = await openScene({ repushDelaysMs: [80] });
    sandbox.connectWebhook(receiver.url);
    for (const words of ['一', '二']) sandbox.say(person, group, words);
    await sandbox.pushesSettled();
    expect(texts(sandbox.app.encryptKey, receiver.received)).toEqual(['一', '二', '一']);
  });

  test('one chat does not hold up another', async () => {
    const slow = await openReceiver((_got, count) => ({ status: 200, afterMs: count === 1 ? 2000 : 0 }));
    const { sandbox, group, person } = await openScene();
    sandbox.connectWebhook(slow.url);
    sandbox.say(person, group, '慢');
    sandbox.say(person, sandbox.privateChat(person), '快');
    await sandbox.pushesSettled();
    const [first, second] = sandbox.pushLog;
    expect(first?.attempts[0]?.ms).toBeGreaterThan(1900);
    expect(second?.attempts[0]?.ms).toBeLessThan(1900);
  });

  test('can be upset on purpose', async () => {
    const receiver = await openReceiver(always(200));
    const { sandbox, group, person } = await openScene({ seed: 'upset' });
    sandbox.connectWebhook(receiver.url);
    sandbox.pushFaults.reorder = 0.5;
    const said = Array.from({ length: 12 }, (_, index) => `第${index}`);
    for (const words of said) sandbox.say(person, group, words);
    await sandbox.pushesSettled();
    const heard = texts(sandbox.app.encryptKey, receiver.received);
    expect(heard).not.toEqual(said);
    expect(heard.toSorted()).toEqual(said.toSorted());
  });

  test('an event can come twice under two ids', async () => {
    const receiver = await openReceiver(always(200));
    const { sandbox, group, person } = await openScene();
    sandbox.connectWebhook(receiver.url);
    sandbox.pushFaults.duplicate = 1;
    const said = sandbox.say(person, group, '你好');
    await sandbox.pushesSettled();
    const pushed = receiver.received.map((got) => decrypt(sandbox.app.encryptKey, got));
    expect(pushed.map(({ event }) => event.message.message_id)).toEqual([said, said]);
    expect(new Set(pushed.map(({ header }) => header.event_id)).size).toBe(2);
  });
});

test('comings, goings and recalls are pushed while the bot is in the chat, and its own doings never', async () => {
  const receiver = await openReceiver(always(200));
  const { sandbox, client, group, person } = await openScene();
  sandbox.connectWebhook(receiver.url);
  const second = sandbox.createPerson('李四');
  sandbox.join(group, second);
  sandbox.recall(sandbox.say(second, group, '说错了'));
  sandbox.edit(sandbox.say(second, group, '原文'), '改过');
  sandbox.leave(group, second);
  sandbox.join(group, second);
  sandbox.leave(group, second, 'withdrawn');
  const sent = await client.im.v1.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: group, msg_type: 'text', content: '{"text":"我说的"}' },
  });
  await client.im.v1.message.delete({ path: { message_id: sent.data?.message_id ?? '' } });
  sandbox.removeBot(group, person);
  sandbox.say(person, group, '它听不见了');
  await sandbox.pushesSettled();
  expect(sandbox.pushLog.map(({ eventType }) => eventType)).toEqual([
    'im.chat.member.user.added_v1',
    'im.message.receive_v1',
    'im.message.recalled_v1',
    'im.message.receive_v1',
    'im.chat.member.user.deleted_v1',
    'im.chat.member.user.added_v1',
    'im.chat.member.user.withdrawn_v1',
    'im.chat.member.bot.deleted_v1',
  ]);
});

test('the address check fails on a wrong echo, a wrong status and a silent server', async () => {
  const { sandbox } = await openScene({ pushTimeoutMs: 100 });
  expect(await sandbox.verifyWebhook()).toBe(false);
  for (const respond of [
    always(200),
    () => ({ status: 200, body: '{"challenge":"x"}' }),
    () => ({ status: 200, afterMs: 300 }),
  ]) {
    sandbox.connectWebhook((await openReceiver(respond)).url);
    expect(await sandbox.verifyWebhook()).toBe(false);
  }
});

test('stop ends a waiting push at once', async () => {
  const receiver = await openReceiver(always(500));
  const { sandbox, group, person } = await openScene({ repushDelaysMs: [60_000] });
  sandbox.connectWebhook(receiver.url);
  sandbox.say(person, group, '你好');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const started = performance.now();
  await sandbox.stop();
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('without the right to all messages of groups, only those that mention the bot are pushed', async () => {
  const receiver = await openReceiver(always(200));
  const { sandbox, person } = await openScene();
  const group = sandbox.createGroup('小群', { mentionsOnly: true });
  sandbox.join(group, person);
  sandbox.addBot(group, person);
  sandbox.connectWebhook(receiver.url);

  sandbox.say(person, group, '/报送 标题');
  const said = sandbox.say(person, group, '@bot /报送 标题');
  sandbox.say(person, group, '@所有人 开会');
  const inPrivate = sandbox.say(person, sandbox.privateChat(person), '报送 标题');
  await sandbox.pushesSettled();

  const pushed = receiver.received.map(
    (got) => decrypt(sandbox.app.encryptKey, got).event.message.message_id,
  );
  expect(pushed).toEqual([said, inPrivate]);
});
