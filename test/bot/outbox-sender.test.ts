import { describe, expect, it } from 'vitest';
import { uuidOf } from '../../src/bot/outbox-sender.ts';
import type { SourceMessage } from '../../src/bot/ports.ts';
import { RemoteError } from '../../src/kernel/errors.ts';
import { CHAT, openSender, transient } from '../support/open-sender.ts';
import { GROUP } from '../support/open-test-store.ts';

describe('a send that fails in passing', () => {
  it('is tried again after 0.5 s, 1 s, 2 s … under the same uuid', async () => {
    const { plan, pass, sends, sendErrors, outbox } = await openSender();
    sendErrors.push(transient(), transient(), transient());
    await plan('receipt');
    await pass();
    for (const wait of [0.5, 1, 2]) {
      const before = sends.length;
      await pass(wait - 0.01);
      expect(sends).toHaveLength(before);
      await pass(0.01);
      expect(sends).toHaveLength(before + 1);
    }
    expect(new Set(sends.map(({ uuid }) => uuid)).size).toBe(1);
    expect(await outbox.find('receipt')).toEqual({ state: 'sent', messageId: 'om_sent_4' });
  });

  it('waits as long as the platform asks', async () => {
    const { plan, pass, sends, sendErrors } = await openSender();
    sendErrors.push(transient({ retryAfterMs: 30_000 }));
    await plan('receipt');
    await pass();
    await pass(29);
    expect(sends).toHaveLength(1);
    await pass(1);
    expect(sends).toHaveLength(2);
  });

  it('never waits longer than five minutes between tries, through a whole night', async () => {
    const { plan, pass, sends, sendErrors, outbox } = await openSender();
    sendErrors.push(...Array.from({ length: 60 }, () => transient()));
    await plan('receipt');
    await pass();
    for (let minutes = 0; minutes < 300; minutes += 5) await pass(300);
    expect(sends.length).toBeGreaterThan(55);
    await pass(300);
    await pass(300);
    expect(await outbox.find('receipt')).toMatchObject({ state: 'sent' });
  });

  it('is dead after a day, and the lead is told', async () => {
    const { plan, pass, sends, sendErrors, outbox, lead, texts } = await openSender();
    await lead('ou_lead');
    sendErrors.push(transient(), transient());
    await plan('receipt');
    await pass();
    await pass(24 * 3600);
    expect(await outbox.find('receipt')).toMatchObject({ state: 'dead' });
    expect(sends.at(-1)?.target).toEqual({ kind: 'person', personId: 'ou_lead' });
    expect(texts()).toEqual(['receipt', 'receipt', 'card']);
  });

  it('is tried on when it is the database that fails, however often it was tried before', async () => {
    const { plan, pass, sendErrors, outbox, lead, texts } = await openSender();
    await lead('ou_lead');
    const locked = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
    sendErrors.push(...Array.from({ length: 5 }, () => transient()), locked);
    await plan('receipt');
    await pass();
    for (let tried = 1; tried <= 6; tried += 1) await pass(60);
    expect(await outbox.find('receipt')).toMatchObject({ state: 'sent' });
    expect(texts()).toEqual(Array.from({ length: 7 }, () => 'receipt'));
  });

  it('keeps the order of its chat, and holds up no other', async () => {
    const { plan, pass, sendErrors, texts } = await openSender();
    sendErrors.push(transient());
    await plan('first');
    await plan('second');
    await plan('elsewhere', { kind: 'person', personId: 'ou_x' });
    await pass();
    expect(texts()).toEqual(['first', 'elsewhere']);
    await pass(0.5);
    expect(texts()).toEqual(['first', 'elsewhere', 'first', 'second']);
  });
});

describe('a send that is refused for good', () => {
  it.each(['config', 'target', 'content'] as const)(
    'is dead at once: %s; each lead hears of it once',
    async (kind) => {
      const { plan, pass, sends, sendErrors, outbox, lead } = await openSender();
      await lead('ou_lead');
      await lead('ou_second');
      sendErrors.push(new RemoteError(kind, '230002'));
      await plan('receipt');
      await plan('next');
      await pass();
      await pass(3600);
      expect(await outbox.find('receipt')).toMatchObject({ state: 'dead' });
      expect(await outbox.find('next')).toMatchObject({ state: 'sent' });
      const told = sends.filter(({ target }) => target.kind === 'person').map(({ target }) => target);
      expect(told).toEqual([
        { kind: 'person', personId: 'ou_lead' },
        { kind: 'person', personId: 'ou_second' },
      ]);
    },
  );

  it('is not mourned again when the notice of it is refused too', async () => {
    const { plan, pass, sends, sendErrors, outbox, lead } = await openSender();
    await lead('ou_lead');
    const gone = new RemoteError('target', '230013');
    sendErrors.push(gone, gone);
    await plan('receipt');
    await pass();
    await pass(3600);
    expect(sends).toHaveLength(2);
    expect(await outbox.depth()).toEqual({ due: 0, later: 0, dead: 2, dropped: 0 });
  });

  it('for a fault of our own is given up after five tries', async () => {
    const { plan, pass, sends, sendErrors, outbox } = await openSender();
    sendErrors.push(...Array.from({ length: 9 }, () => new TypeError('a bug')));
    await plan('receipt');
    await pass();
    for (let i = 0; i < 6; i += 1) await pass(60);
    expect(sends).toHaveLength(5);
    expect(await outbox.find('receipt')).toMatchObject({ state: 'dead' });
  });
});

describe('the uuid', () => {
  const draft = { key: 'k', target: CHAT, message: { kind: 'notice', text: 't' } } as const;

  it.each([
    ['key', { ...draft, key: 'other' }],
    ['chat', { ...draft, target: { ...CHAT, chatId: 'oc_other' } }],
    ['answered message', { ...draft, target: { ...CHAT, replyTo: 'om_other' } }],
    ['receiver', { ...draft, target: { kind: 'person', personId: GROUP } as const }],
    ['text', { ...draft, message: { ...draft.message, text: 'other' } }],
  ])('is another for another %s', (_, other) => {
    expect(uuidOf(other)).not.toBe(uuidOf(draft));
    expect(uuidOf({ ...draft })).toBe(uuidOf(draft));
    expect(uuidOf(draft).length).toBeLessThanOrEqual(50);
  });
});

describe('a send that may have gone out an hour ago', () => {
  const earlier = (given: Partial<SourceMessage>): SourceMessage => ({
    messageId: 'om_earlier',
    chatId: GROUP,
    senderId: 'cli_app',
    senderIsApp: true,
    sentAt: '2026-11-16T01:00:01.000Z',
    parentId: 'om_asked',
    text: 'receipt',
    typed: 'receipt',
    mentions: [],
    deleted: false,
    edited: false,
    attachments: [],
    lostFiles: 0,
    unreadable: false,
    ...given,
  });

  async function sendAgainAfter(minutes: number, found: SourceMessage | undefined) {
    const office = await openSender();
    office.sendErrors.push(transient({ uncertain: true }));
    if (found) office.history.push(found);
    await office.plan('receipt');
    await office.pass();
    await office.pass(minutes * 60);
    return office;
  }

  it('is found in the chat and not sent again', async () => {
    const { sends, outbox } = await sendAgainAfter(55, earlier({}));
    expect(sends).toHaveLength(1);
    expect(await outbox.find('receipt')).toEqual({ state: 'sent', messageId: 'om_earlier' });
  });

  it('relies on its uuid before that, and does not look', async () => {
    const { sends, looks } = await sendAgainAfter(54, earlier({}));
    expect(sends).toHaveLength(2);
    expect(looks).toEqual([]);
  });

  it.each([
    ['answers another message', earlier({ parentId: 'om_else' })],
    ['answers nothing', { ...earlier({}), parentId: 'om_0' }],
    ['says something else', earlier({ text: 'other' })],
    ['is a person’s', earlier({ senderIsApp: false })],
    ['is not there', undefined],
  ])('is sent again when what stands in the chat %s', async (_, found) => {
    const { sends, looks } = await sendAgainAfter(60, found);
    expect(sends).toHaveLength(2);
    expect(looks).toHaveLength(1);
  });

  it('allows for a platform whose clock is behind ours', async () => {
    const { looks } = await sendAgainAfter(60, undefined);
    expect(looks[0]?.from).toBe('2026-11-16T00:59:00.000Z');
  });
});

describe('a report', () => {
  it('is rendered once and uploaded once, however often it has to be sent', async () => {
    const { planReport, pass, sends, sendErrors, uploads, renders } = await openSender();
    sendErrors.push(transient(), transient());
    await planReport();
    await pass();
    await pass(0.5);
    await pass(1);
    expect(renders).toEqual(['work-report']);
    expect(uploads).toHaveLength(1);
    expect(sends.map(({ message }) => message)).toEqual(Array(3).fill({ kind: 'file', fileKey: 'file_1' }));
  });

  it('is uploaded again, and not rendered again, when the upload failed', async () => {
    const { planReport, pass, uploads, renders, uploadErrors, outbox } = await openSender();
    uploadErrors.push(transient());
    await planReport();
    await pass();
    await pass(0.5);
    expect(renders).toHaveLength(1);
    expect(uploads).toHaveLength(2);
    expect(await outbox.find('report:r1')).toMatchObject({ state: 'sent' });
  });
});

it('a report too large for the platform goes without its pictures, and that is told once', async () => {
  const office = await openSender({ largestFile: 7 });
  office.sendErrors.push(transient());
  await office.planReport();
  await office.pass();
  await office.pass(0.5);
  expect(office.renders).toEqual(['work-report', 'work-report without pictures']);
  expect(office.uploads).toHaveLength(1);
  const [told] = office.texts().filter((text) => text !== 'file');
  expect(told).toMatch(/图片较多，“.*工作报告（第1版）\.docx”连图有 0\.1 MB，超过.*本版未附图，文字齐全/);
  const notices = office.sends.filter(({ message }) => message.kind === 'notice');
  expect(new Set(notices.map(({ uuid }) => uuid)).size).toBe(1);
  // The version is the whole file.
  const { blob = '' } = (await office.repos.reports.find('r1')) ?? {};
  expect((await office.blobs.get(blob)).toString()).toBe('document');
});

it('a report too large for the platform even so is kept, and told, with how to read it', async () => {
  const office = await openSender({ largestFile: 3 });
  await office.planReport();
  await office.pass();
  expect(office.uploads).toEqual([]);
  expect(office.texts()).toEqual([
    expect.stringMatching(
      /工作报告（第1版）\.docx”有 0\.1 MB，超过.*已完整保存在服务器.*\/报告 看 2026年10月/,
    ),
  ]);
  const report = await office.repos.reports.find('r1');
  expect(report?.blob).toMatch(/^[0-9a-f]{64}$/);
});

it('a message that somebody else has gone on with meanwhile is not sent by who held it first', async () => {
  let paced = 0;
  const office = await openSender({
    onPace: () => {
      paced += 1;
      if (paced > 1) return;
      office.clock.advance(3 * 3600);
      void office.outbox.recover({ expiredOnly: true });
    },
  });
  await office.plan('receipt');
  await office.pass();
  await expect.poll(() => paced).toBe(2);
  await office.pass();
  expect(office.texts()).toEqual(['receipt']);
  expect(await office.outbox.find('receipt')).toMatchObject({ state: 'sent' });
});

it('a message that the pace holds up until its time is over is not sent', async () => {
  let late: () => void = () => undefined;
  const { outbox, clock, pass, sends } = await openSender({ onPace: () => late() });
  late = () => clock.advance(60);
  const notAfter = clock.now().add({ seconds: 30 });
  await outbox.add({
    key: 'k',
    groupId: GROUP,
    target: CHAT,
    message: { kind: 'notice', text: 'k' },
    notAfter,
  });
  await pass();
  await pass(3600);
  expect(sends).toEqual([]);
  expect(await outbox.overdue(GROUP)).toMatchObject([{ key: 'k' }]);
});
