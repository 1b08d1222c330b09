import { createServer } from 'node:http';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import type { Platform } from '../../src/bot/ports.ts';
import type { Card } from '../../src/domain/message/card.ts';
import type { Target } from '../../src/domain/message/outgoing.ts';
import { toStamp } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { createLarkPlatform, type PlatformOptions } from '../../src/lark/create-platform.ts';

let sandbox: Sandbox;
let platform: Platform;
let group: string;
let person: string;
let waits: number[];

const connect = (options: Partial<PlatformOptions> = {}): Platform =>
  createLarkPlatform({
    appId: sandbox.app.appId,
    appSecret: sandbox.app.appSecret,
    domain: sandbox.url,
    logger: silentLogger,
    timeoutMs: 2_000,
    retryDelaysMs: [1, 2],
    sleep: async (milliseconds) => void waits.push(milliseconds),
    ...options,
  });

beforeEach(async () => {
  sandbox = await startSandbox({ seed: 'platform', limits: 'none' });
  person = sandbox.createPerson('张三');
  group = sandbox.createGroup('宣传工作群');
  sandbox.join(group, person);
  sandbox.addBot(group, person);
  waits = [];
  platform = connect();
});
afterEach(() => sandbox.stop());

const notice = { kind: 'notice', text: '您好' } as const;
const toGroup = (): Target => ({ kind: 'chat', chatId: group });
const card: Card = {
  tone: 'info',
  title: '待审',
  blocks: [
    { kind: 'text', text: '<at id=all></at> **标题**' },
    { kind: 'fields', fields: [{ label: '编号', value: '#1' }] },
    { kind: 'people', rows: [{ label: '规划科', people: [{ name: '李四' }] }] },
    { kind: 'table', columns: ['部门', '条数'], rows: [['规划科', '1']] },
    { kind: 'divider' },
    { kind: 'list', title: '未报', items: ['办公室'] },
    { kind: 'note', text: '小字' },
    {
      kind: 'buttons',
      buttons: [{ label: '通过', action: 'approve', confirm: { title: '通过？', text: '不可撤销' } }],
    },
  ],
};
const callsTo = (path: RegExp) => sandbox.calls.filter((call) => path.test(call.path));
const lastText = (chatId: string) => sandbox.messages(chatId).at(-1)?.text;

describe('sending', () => {
  it('puts a notice into a chat, a person’s private chat, or under a message', async () => {
    const { messageId } = await platform.send(toGroup(), notice, 'u1');
    expect(sandbox.messages(group).at(-1)).toMatchObject({
      id: messageId,
      senderId: 'bot',
      type: 'post',
      text: '您好',
    });
    await platform.send({ kind: 'person', personId: person }, notice, 'u2');
    expect(lastText(sandbox.privateChat(person))).toBe('您好');
    const asked = sandbox.say(person, group, '@bot /帮助');
    await platform.send({ kind: 'chat', chatId: group, replyTo: asked }, notice, 'u3');
    expect(sandbox.messages(group).at(-1)).toMatchObject({ parentId: asked });
  });

  it('mentions nobody by what people typed', async () => {
    const text = '<at user_id="all">所有人</at> [点我](https://evil.example)';
    await platform.send(toGroup(), { kind: 'notice', text }, 'u1');
    await platform.send(toGroup(), { kind: 'card', card }, 'u2');
    expect(sandbox.messages(group).flatMap(({ mentions }) => mentions)).toEqual([]);
    expect(sandbox.messages(group).at(-2)?.text).toBe(text);
  });

  it('mentions whom a card names by id', async () => {
    const blocks = [
      { kind: 'people', rows: [{ label: '规划科', people: [{ name: '张三', mentionId: person }] }] },
    ] as const;
    await platform.send(toGroup(), { kind: 'card', card: { ...card, blocks } }, 'u1');
    expect(sandbox.messages(group).at(-1)?.mentions).toEqual([person]);
  });

  it('uploads a file under its Chinese name and sends it', async () => {
    const bytes = Buffer.from('a report');
    const fileKey = await platform.upload('11月宣传工作情况报告.docx', bytes);
    expect(sandbox.uploadedFile(fileKey)).toMatchObject({ name: '11月宣传工作情况报告.docx', bytes });
    await platform.send(toGroup(), { kind: 'file', fileKey }, 'u1');
    expect(sandbox.messages(group).at(-1)).toMatchObject({ type: 'file', fileKey });
  });

  it('redraws a card it has sent', async () => {
    const { messageId } = await platform.send(toGroup(), { kind: 'card', card }, 'u1');
    await platform.updateCard(messageId, { ...card, title: '已通过', blocks: [] });
    expect(lastText(group)).toContain('已通过');
  });

  it('writes to the chat when the message to answer is gone, and repeats that harmlessly', async () => {
    const asked = sandbox.say(person, group, '@bot /帮助');
    sandbox.recall(asked);
    const target: Target = { kind: 'chat', chatId: group, replyTo: asked };
    const first = await platform.send(target, notice, 'u'.repeat(50));
    const again = await platform.send(target, notice, 'u'.repeat(50));
    expect(again).toEqual(first);
    const sent = sandbox.messages(group).filter(({ senderId }) => senderId === 'bot');
    expect(sent).toMatchObject([{ text: '您好' }]);
    expect(sent[0]).not.toHaveProperty('parentId');
  });

  it('does not use up the uuid of a reply for the message in its place', async () => {
    const asked = sandbox.say(person, group, '@bot /帮助');
    sandbox.recall(asked);
    const instead = await platform.send({ kind: 'chat', chatId: group, replyTo: asked }, notice, 'u1');
    expect(await platform.send(toGroup(), notice, 'u1')).not.toEqual(instead);
  });

  const noTargets: readonly (readonly [string, () => Target])[] = [
    ['a chat it is not in', () => ({ kind: 'chat', chatId: sandbox.createGroup('别的群') })],
    ['a person that does not exist', () => ({ kind: 'person', personId: 'ou_nobody' })],
    ['an id that leaves its path', () => ({ kind: 'chat', chatId: group, replyTo: 'om_x/../../x' })],
    ['an id of another kind', () => ({ kind: 'chat', chatId: person })],
  ];
  it.each(noTargets)('tells that %s is no target, and does not try again', async (_name, target) => {
    await expect(platform.send(target(), notice, 'u1')).rejects.toMatchObject({
      name: 'RemoteError',
      kind: 'target',
    });
    expect(waits).toEqual([]);
  });

  it.each(['', 'u'.repeat(51)])('refuses the uuid "%s" as a mistake of the program', async (uuid) => {
    await expect(platform.send(toGroup(), notice, uuid)).rejects.toBeInstanceOf(RangeError);
  });
});

describe('reading', () => {
  it('lists all members, page by page', async () => {
    for (let index = 0; index < 230; index += 1) sandbox.join(group, sandbox.createPerson(`成员${index}`));
    const members = await platform.members(group);
    expect(members.length).toBe(231);
    expect(members).toContainEqual({ personId: person, name: '张三' });
    expect(callsTo(/members$/).length).toBe(3);
  });

  it('fails rather than give a part of the members', async () => {
    for (let index = 0; index < 120; index += 1) sandbox.join(group, sandbox.createPerson(`成员${index}`));
    sandbox.faults.add({
      path: /members$/,
      kind: { status: 429, code: 99991400, msg: 'slow down' },
      probability: 1,
    });
    await expect(platform.members(group)).rejects.toMatchObject({ kind: 'transient', code: '99991400' });
  });

  it('knows the chat’s name and itself, asking for itself once', async () => {
    expect(await platform.chatName(group)).toBe('宣传工作群');
    expect(await platform.botId()).toBe(sandbox.app.botOpenId);
    expect(await platform.botId()).toBe(sandbox.app.botOpenId);
    expect(callsTo(/bot\/v3\/info/).length).toBe(1);
  });

  it('asks for itself again after a failure', async () => {
    sandbox.faults.add({ path: /bot\/v3\/info/, kind: 'server-error', times: 3 });
    await expect(platform.botId()).rejects.toMatchObject({ code: '1000004' });
    expect(await platform.botId()).toBe(sandbox.app.botOpenId);
  });

  it('reads a message back, edited or recalled', async () => {
    const id = sandbox.say(person, group, '第一版');
    expect(await platform.message(id)).toMatchObject({
      messageId: id,
      chatId: group,
      senderId: person,
      senderIsApp: false,
      text: '第一版',
      deleted: false,
      edited: false,
    });
    sandbox.edit(id, '第二版');
    expect(await platform.message(id)).toMatchObject({ text: '第二版', edited: true });
    sandbox.edit(id, '@张三 第三版');
    expect(await platform.message(id)).toMatchObject({
      text: '@张三 第三版',
      typed: '@_user_1 第三版',
      mentions: [{ key: '@_user_1', personId: person, name: '张三' }],
    });
    sandbox.recall(id);
    expect(await platform.message(id)).toMatchObject({ text: '', deleted: true });
  });

  it('gives nothing for a message that has been deleted', async () => {
    sandbox.faults.add({ path: /messages\//, kind: { status: 400, code: 230110, msg: 'deleted' } });
    expect(await platform.message('om_gone')).toBeUndefined();
  });

  it('lists the messages between two instants, oldest first, all pages of them', async () => {
    for (let index = 0; index < 60; index += 1) sandbox.say(person, group, `第${index}条`);
    const minute = (minutes: number) => toStamp(sandbox.clock.now().add({ minutes }));
    const texts = (await platform.messages(group, minute(-1), minute(1))).map(({ text }) => text);
    expect(texts).toEqual(Array.from({ length: 60 }, (_, index) => `第${index}条`));
    expect(await platform.messages(group, minute(1), minute(2))).toEqual([]);
  });

  it('fetches an attachment, up to a bound', async () => {
    const bytes = Buffer.alloc(200_000, 'x');
    const id = sandbox.sendFile(person, group, { name: '总结.docx', bytes });
    const key = sandbox.messages(group).at(-1)?.fileKey ?? '';
    expect(Buffer.from(await platform.resource(id, key, 'file', 200_000)).equals(bytes)).toBe(true);
    await expect(platform.resource(id, key, 'file', 199_999)).rejects.toMatchObject({
      kind: 'content',
      code: 'too-large',
    });
    await expect(platform.resource(id, 'file_none', 'file', 10)).rejects.toMatchObject({ kind: 'content' });
    await expect(platform.resource(id, '../x', 'file', 10)).rejects.toMatchObject({ code: 'bad-id' });
  });

  it.each([
    ['empty', 0, 'empty-file'],
    ['too large', 30 * 1024 * 1024 + 1, 'too-large'],
  ] as const)('does not even try to upload a file that is %s', async (_name, size, code) => {
    await expect(platform.upload('a.docx', new Uint8Array(size))).rejects.toMatchObject({
      kind: 'content',
      code,
    });
    expect(sandbox.calls.length).toBe(0);
  });
});

describe('the token', () => {
  it('is fetched once for many calls at the same time, each with its own answer', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => platform.send(toGroup(), notice, `u${index}`)),
    );
    expect(callsTo(/tenant_access_token/).length).toBe(1);
    expect(sandbox.messages(group).length).toBe(20);
  });

  it('is fetched once more when it is refused, also by many calls', async () => {
    await platform.chatName(group);
    sandbox.expireTokens();
    const names = await Promise.all(Array.from({ length: 20 }, () => platform.chatName(group)));
    expect(new Set(names)).toEqual(new Set(['宣传工作群']));
    expect(callsTo(/tenant_access_token/).length).toBe(2);
    expect(waits).toEqual([]);
  });

  it('is not fetched for ever', async () => {
    sandbox.faults.add({ path: /chats/, kind: 'token-expired' });
    await expect(platform.chatName(group)).rejects.toMatchObject({ kind: 'transient', code: '99991663' });
    expect(callsTo(/tenant_access_token/).length).toBeLessThanOrEqual(6);
  });

  it('stays with its own client, whatever another one has', async () => {
    await platform.chatName(group);
    const other = await startSandbox({ seed: 'other', limits: 'none' });
    const elsewhere = connect({
      appId: sandbox.app.appId,
      appSecret: other.app.appSecret,
      domain: other.url,
    });
    await expect(elsewhere.chatName(group)).rejects.toMatchObject({ name: 'RemoteError' });
    expect(other.calls.some(({ path }) => /tenant_access_token/.test(path))).toBe(true);
    await other.stop();
  });

  it('that is not given for a wrong secret is a matter for the operator', async () => {
    const wrong = connect({ appSecret: 'wrong-secret' });
    const error = await wrong.chatName(group).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ kind: 'config', code: '10014' });
    expect(JSON.stringify(error) + String(error)).not.toContain('wrong-secret');
    expect(waits).toEqual([]);
  });
});

describe('faults', () => {
  it.each([
    ['an error of the server', 'server-error'],
    ['a page in place of an answer', 'garbage'],
    ['a connection that is cut after the deed', 'accept-then-drop'],
  ] as const)('in passing is lived through: %s', async (_name, kind) => {
    sandbox.faults.add({ path: /im\/v1/, kind, times: 2 });
    expect(await platform.chatName(group)).toBe('宣传工作群');
    expect(waits).toEqual([1, 2]);
  });

  it.each(['server-error', 'garbage', 'accept-then-drop'] as const)(
    'never sends or redraws twice by itself: %s',
    async (kind) => {
      const { messageId } = await platform.send(toGroup(), { kind: 'card', card }, 'u1');
      sandbox.faults.add({ path: /messages/, kind });
      await expect(platform.send(toGroup(), notice, 'u2')).rejects.toMatchObject({ kind: 'transient' });
      await expect(platform.updateCard(messageId, card)).rejects.toMatchObject({ kind: 'transient' });
      expect(callsTo(/messages/).length).toBe(3);
    },
  );

  it.each([
    ['server-error', { kind: 'transient', code: '1000004', uncertain: true }],
    ['garbage', { kind: 'transient', code: 'http-200', uncertain: true }],
    ['accept-then-drop', { kind: 'transient', code: 'network', uncertain: true }],
  ] as const)('that stays comes up classified: %s', async (kind, expected) => {
    sandbox.faults.add({ path: /im\/v1/, kind });
    await expect(platform.send(toGroup(), notice, 'u1')).rejects.toMatchObject(expected);
    await expect(platform.upload('a.docx', Buffer.from('x'))).rejects.toMatchObject(expected);
  });

  it('never uploads twice by itself', async () => {
    sandbox.faults.add({ path: /files/, kind: 'server-error' });
    await expect(platform.upload('a.docx', Buffer.from('x'))).rejects.toMatchObject({ kind: 'transient' });
    expect(callsTo(/files/).length).toBe(1);
  });

  it('leaves a rate limit to the sender, with the time to wait', async () => {
    sandbox.faults.add({ path: /messages/, kind: 'rate-limit' });
    const tooFast = { kind: 'transient', code: '99991400', retryAfterMs: 1000, uncertain: false };
    await expect(platform.send(toGroup(), notice, 'u1')).rejects.toMatchObject(tooFast);
    sandbox.faults.clear();
    sandbox.faults.add({ path: /messages/, kind: 'chat-rate' });
    await expect(platform.send(toGroup(), notice, 'u1')).rejects.toMatchObject({
      kind: 'transient',
      code: '230020',
    });
    expect(callsTo(/messages/).length).toBe(2);
    expect(waits).toEqual([]);
  });

  it('waits out a short rate limit when it reads', async () => {
    sandbox.faults.add({ path: /chats/, kind: 'rate-limit', times: 1 });
    expect(await platform.chatName(group)).toBe('宣传工作群');
    expect(waits).toEqual([1000]);
  });

  it('does not wait longer than its time', async () => {
    const hasty = connect({ timeoutMs: 100, retryDelaysMs: [] });
    await hasty.chatName(group);
    sandbox.faults.add({ path: /messages/, kind: 'hang' });
    const begin = performance.now();
    await expect(hasty.send(toGroup(), notice, 'u1')).rejects.toMatchObject({
      code: 'timeout',
      uncertain: true,
    });
    expect(performance.now() - begin).toBeLessThan(8_000);
  });

  it('has more patience for an upload', async () => {
    const hasty = connect({ timeoutMs: 100 });
    await hasty.chatName(group);
    sandbox.faults.add({ path: /files/, kind: 'hang' });
    const begin = performance.now();
    await expect(hasty.upload('a.docx', Buffer.from('x'))).rejects.toMatchObject({ code: 'timeout' });
    expect(performance.now() - begin).toBeGreaterThan(500);
  });

  it('tells when nobody is there at all', async () => {
    const nowhere = connect({ domain: await closedPort() });
    await expect(nowhere.chatName(group)).rejects.toMatchObject({ code: 'network', uncertain: false });
    expect(waits).toEqual([1, 2]);
  });

  it('leaves neither secrets nor people’s words in the log', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const logged = connect({ logger, retryDelaysMs: [] });
    sandbox.faults.add({ path: /messages/, kind: 'server-error' });
    await expect(logged.send(toGroup(), { kind: 'notice', text: '不可外传' }, 'u1')).rejects.toThrow(
      'transient',
    );
    sandbox.faults.add({ path: /tenant_access_token/, kind: 'server-error' });
    await expect(connect({ logger, retryDelaysMs: [] }).chatName(group)).rejects.toThrow('transient');
    const log = lines.join('');
    expect(log).toContain('sdk message');
    for (const hidden of ['不可外传', sandbox.app.appSecret, 'Bearer', 't-', group])
      expect(log).not.toContain(hidden);
  });

  it('takes an address with slashes at its end', async () => {
    expect(await connect({ domain: `${sandbox.url}//` }).chatName(group)).toBe('宣传工作群');
  });
});

/** An address where nothing listens (any more). */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 1}`;
}
