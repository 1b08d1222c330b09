import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadRegistry } from '../../src/bot/load-parts.ts';
import { createOutboxSender } from '../../src/bot/outbox-sender.ts';
import { createPacer } from '../../src/bot/pacer.ts';
import type { Target } from '../../src/domain/message/outgoing.ts';
import { createBlobs } from '../../src/files/create-blobs.ts';
import { writeTables } from '../../src/files/sheet/write-tables.ts';
import { toStamp } from '../../src/kernel/clock.ts';
import { RemoteError } from '../../src/kernel/errors.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { listTemplates } from '../../src/main/list-templates.ts';
import { makeFacts } from '../domain/report/make-facts.ts';
import { GROUP, makeTestFolder, openTestStore } from './open-test-store.ts';
import { scriptPlatform } from './script-platform.ts';

export const transient = (options: { retryAfterMs?: number; uncertain?: boolean } = {}) =>
  new RemoteError('transient', 'http-503', options);
export const CHAT: Target = { kind: 'chat', chatId: GROUP, replyTo: 'om_asked' };

/** Of 3 ms at least. */
const CALM_TURNS = 60;

/** The sender on a database of its own, beside a platform that does as a test tells it. */
export async function openSender({
  onPace = () => undefined,
  largestFile,
}: {
  onPace?: () => void;
  /** In bytes. */
  largestFile?: number;
} = {}) {
  const opened = await openTestStore();
  const script = scriptPlatform();
  const renders: string[] = [];
  const pacer = createPacer({ perSecond: 1e6, perMinute: 1e6, perLaneSecond: 1e6 });
  const blobs = createBlobs(join(makeTestFolder(), 'blobs'));
  const sender = createOutboxSender({
    store: opened.store,
    clock: opened.clock,
    platform: script.platform,
    renderer: {
      async render(template) {
        renders.push(template);
        return Buffer.from('document');
      },
      renderWithout: async (omission, { template }) => {
        renders.push(`${template} without ${omission}`);
        return Buffer.from('text');
      },
      renderCards: async (template) => [{ tone: 'neutral', title: template, blocks: [] }],
      renderSample: async (template) => Buffer.from(`sample of ${template}`),
    },
    templates: await listTemplates([]),
    blobs,
    sheets: { write: writeTables },
    ...(largestFile !== undefined && { largestFile }),
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
    blobs,
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
      // What waits behind a retry stays due: then it is over when nothing has happened for as long as a slow disk takes.
      let seen = '';
      for (let calm = 0; calm < CALM_TURNS; calm += 1) {
        sender.wake();
        await new Promise((resolve) => setTimeout(resolve, 3));
        if ((await outbox.depth()).due === 0) return;
        const inHand = await opened.rows("select id from outbox where state = 'leased'");
        const now = JSON.stringify([inHand, script.sends.length, await outbox.depth()]);
        if (now !== seen || inHand.length > 0) calm = 0;
        seen = now;
      }
    },
    texts: () => script.sends.map(({ message }) => (message.kind === 'notice' ? message.text : message.kind)),
  };
  return office;
}
