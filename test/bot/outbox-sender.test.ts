import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadRegistry } from '../../src/bot/load-parts.ts';
import { createOutboxSender, uuidOf } from '../../src/bot/outbox-sender.ts';
import { createPacer } from '../../src/bot/pacer.ts';
import type { SourceMessage } from '../../src/bot/ports.ts';
import type { Target } from '../../src/domain/message/outgoing.ts';
import { createBlobs } from '../../src/files/create-blobs.ts';
import { writeSheet } from '../../src/files/sheet/write-sheet.ts';
import { toStamp } from '../../src/kernel/clock.ts';
import { RemoteError } from '../../src/kernel/errors.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { listTemplates } from '../../src/main/list-templates.ts';
import type { Outbox } from '../../src/store/outbox.ts';
import { makeFacts } from '../domain/report/make-facts.ts';
import { GROUP, makeTestFolder, openTestStore } from '../support/open-test-store.ts';
import { scriptPlatform } from '../support/script-platform.ts';

const transient = (options: { retryAfterMs?: number; uncertain?: boolean } = {}) =>
  new RemoteError('transient', 'http-503', options);
const CHAT: Target = { kind: 'chat', chatId: GROUP, replyTo: 'om_asked' };

async function openSender({ onPace = () => undefined }: { onPace?: () => void } = {}) {
  const opened = await openTestStore();
  const script = scriptPlatform();
  const renders: string[] = [];
  const pacer = createPacer({ perSecond: 1e6, perMinute: 1e6, perLaneSecond: 1e6 });
  const sender = createOutboxSender({
    store: opened.store,
    clock: opened.clock,
    platform: script.platform,
    renderer: {
      async render(template) {
        renders.push(template);
        return Buffer.from('document');
      },
      renderSample: async (template) => Buffer.from(`sample of ${template}`),
    },
    templates: await listTemplates([]),
    blobs: createBlobs(join(makeTestFolder(), 'blobs')),
    sheets: { write: writeSheet },
    pacer: {
      take: (lane) => {
        onPace();
        return pacer.take(lane);
      },
    },
    registry: await loadRegistry(),
    locale: 'zh-CN',
    logger: silentLogger,
  });
  onTestFinished(() => sender.stop());
  const { outbox, people, reports } = opened.repos;

  const office = {
    ...opened,
    ...script,
    renders,
    outbox,
    /** Plans a notice; the key is its text. */
    plan: (key: string, target: Target = CHAT) =>
      outbox.add({ key, groupId: GROUP, target, message: { kind: 'notice', text: key } }),
    async planReport(): Promise<void> {
      await reports.insert({
        id: 'r1',
        groupId: GROUP,
        kind: 'report',
        month: '2026-10',
        template: 'work-report',
        version: 1,
        madeBy: 'ou_lead',
        madeAt: toStamp(opened.clock.now()),
        facts: makeFacts(),
        draftKey: 'report:r1',
      });
      const message = { kind: 'report', reportId: 'r1' } as const;
      await outbox.add({ key: 'report:r1', groupId: GROUP, target: CHAT, message });
    },
    async lead(id: string): Promise<void> {
      const at = toStamp(opened.clock.now());
      await people.join(GROUP, [id], at);
      await people.grant(GROUP, id, 'lead', at);
    },
    /** Lets time go by and everything that is due be sent. */
    async pass(seconds = 0): Promise<void> {
      opened.clock.advance(seconds);
      // What waits behind a retry stays due; nothing here takes longer than a few turns.
      for (let turn = 0; turn < 20; turn += 1) {
        sender.wake();
        await new Promise((resolve) => setTimeout(resolve, 3));
        if ((await outbox.depth()).due === 0) return;
      }
    },
    texts: () => script.sends.map(({ message }) => (message.kind === 'notice' ? message.text : message.kind)),
  };
  return office;
}

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

describe('a card that is refused for its content', () => {
  const card = { kind: 'card', card: { tone: 'info', title: '已收到 #1', blocks: [] } } as const;
  const refused = new RemoteError('content', '230099');

  it('goes out as text, under a uuid of its own, and nobody mourns it', async () => {
    const { pass, sends, sendErrors, outbox, lead } = await openSender();
    await lead('ou_lead');
    sendErrors.push(refused);
    await outbox.add({ key: 'receipt', groupId: GROUP, target: CHAT, message: card });
    await pass();
    expect(sends.map(({ target, message }) => [target, message.kind])).toEqual([
      [CHAT, 'card'],
      [CHAT, 'notice'],
    ]);
    expect(sends[1]?.uuid).not.toBe(sends[0]?.uuid);
    expect(await outbox.find('receipt')).toEqual({ state: 'sent', messageId: 'om_sent_2' });
  });

  it('is tried as text under one uuid, however often that fails in passing', async () => {
    const { pass, sends, sendErrors, outbox } = await openSender();
    sendErrors.push(refused, transient(), refused);
    await outbox.add({ key: 'receipt', groupId: GROUP, target: CHAT, message: card });
    await pass();
    await pass(0.5);
    expect(sends.map(({ message }) => message.kind)).toEqual(['card', 'notice', 'card', 'notice']);
    expect(new Set(sends.map(({ uuid }) => uuid)).size).toBe(2);
  });

  it('is dead only when its text is refused too', async () => {
    const { pass, sends, sendErrors, outbox } = await openSender();
    sendErrors.push(refused, refused);
    await outbox.add({ key: 'receipt', groupId: GROUP, target: CHAT, message: card });
    await pass();
    expect(sends).toHaveLength(2);
    expect(await outbox.find('receipt')).toMatchObject({ state: 'dead' });
  });

  it.each(['config', 'target'] as const)('stays a card when the trouble is another: %s', async (kind) => {
    const { pass, sends, sendErrors, outbox } = await openSender();
    sendErrors.push(new RemoteError(kind, '230002'));
    await outbox.add({ key: 'receipt', groupId: GROUP, target: CHAT, message: card });
    await pass();
    expect(sends.map(({ message }) => message.kind)).toEqual(['card']);
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

describe('a card that is drawn anew', () => {
  const card = (title: string) => ({ tone: 'info', title, blocks: [] }) as const;
  const planCard = (outbox: Outbox) =>
    outbox.add({ key: 'c', groupId: GROUP, target: CHAT, message: { kind: 'card', card: card('first') } });

  it('waits for its own sending, and only the last drawing goes out', async () => {
    const { outbox, pass, redraws, sends, sendErrors } = await openSender();
    sendErrors.push(transient({ retryAfterMs: 20_000 }));
    await planCard(outbox);
    await pass();
    await outbox.redraw('c', card('second'));
    await outbox.redraw('c', card('third'));
    await pass();
    expect(redraws).toEqual([]);
    await pass(30);
    await pass(30);
    expect(redraws).toEqual([{ messageId: `om_sent_${sends.length}`, title: 'third' }]);
  });

  it('is tried again where the trouble may pass, unless there is a later drawing', async () => {
    const { outbox, pass, redraws, redrawErrors } = await openSender();
    await planCard(outbox);
    await pass();
    redrawErrors.push(transient());
    await outbox.redraw('c', card('second'));
    await pass();
    await pass(1);
    expect(redraws.map(({ title }) => title)).toEqual(['second', 'second']);
  });

  it('is given up without a word where the platform refuses it', async () => {
    const { outbox, pass, redraws, redrawErrors, lead, sends } = await openSender();
    await lead('ou_lead');
    await planCard(outbox);
    await pass();
    redrawErrors.push(new RemoteError('content', '230031'));
    await outbox.redraw('c', card('second'));
    await pass();
    await pass(3600);
    expect(redraws).toHaveLength(1);
    expect(sends).toHaveLength(1);
    expect(await outbox.depth()).toEqual({ due: 0, later: 0, dead: 0, dropped: 1 });
  });

  it('is left alone where the card itself was never sent', async () => {
    const { outbox, pass, redraws, sendErrors } = await openSender();
    sendErrors.push(new RemoteError('target', '230002'));
    await planCard(outbox);
    await pass();
    await outbox.redraw('c', card('second'));
    await pass(3600);
    expect(redraws).toEqual([]);
  });
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
