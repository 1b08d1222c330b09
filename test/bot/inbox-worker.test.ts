import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { canLimitFileSize, forbidWrites } from '../../soak/harm/limit-file-size.ts';
import { defineCommand } from '../../src/bot/define-command.ts';
import { createRegistry } from '../../src/bot/registry.ts';
import { toStamp } from '../../src/kernel/clock.ts';
import { RemoteError } from '../../src/kernel/errors.ts';
import { createLogger } from '../../src/kernel/logger.ts';
import { claimOne } from '../support/claim-one.ts';
import { makeMessage } from '../support/make-event.ts';
import { openDesk, wordsOf } from '../support/open-desk.ts';
import { GROUP } from '../support/open-test-store.ts';
import { scriptPlatform } from '../support/script-platform.ts';

const BUSY = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });

const FULL = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });

const words = { summary: 'fails', args: {} };

/** A command that plans an answer and then does what it is told to. */
function commandThat(act: () => void | Promise<void>) {
  return defineCommand({
    name: 'fail',
    aliases: ['失败'],
    roles: ['member'],
    words: { 'zh-CN': words, en: words },
    shape: {},
    args: z.strictObject({}),
    examples: [''],
    async run(ctx) {
      await ctx.reply({ kind: 'notice', text: 'done' });
      await ctx.audit('remind.now', {});
      await act();
    },
  });
}

/** Its command fails as often as it is told to. */
async function openFailing(failures: number, error: Error = BUSY) {
  let left = failures;
  const failing = commandThat(() => {
    if (left-- > 0) throw error;
  });
  const desk = await openDesk({ registry: createRegistry([failing]) });
  await desk.seat('张三');
  /** Takes a message in and moves the clock over the waits between its tries. */
  const sayThrough = async (text: string) => {
    const event = makeMessage({ text, senderId: desk.idOf('张三') });
    await desk.repos.inbox.append(event);
    const settled = desk.settled();
    for (let i = 0; i < 12; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 15));
      desk.clock.advance(10);
      void desk.settled();
    }
    await settled;
    return event;
  };
  return { ...desk, sayThrough };
}

describe('an event that fails', () => {
  it('is tried again and then takes effect once, with nothing left of the failures', async () => {
    const { sayThrough, drafts, rows } = await openFailing(2);
    await sayThrough('/fail');
    expect(wordsOf(await drafts())).toBe('done');
    expect(await rows('select action from audit')).toEqual([{ action: 'remind.now' }]);
  });

  it('is given up after four tries: the person gets a number, the operator keeps the text', async () => {
    const { sayThrough, drafts, rows } = await openFailing(100);
    await sayThrough('/fail');
    const answers = await drafts();
    expect(answers).toHaveLength(1);
    expect(wordsOf(answers)).toContain('编号 id-00001');
    expect(await rows('select state, outcome, attempts, payload is null as bare from inbox')).toEqual([
      { state: 'failed', outcome: 'id-00001', attempts: 4, bare: 0 },
    ]);
    expect(await rows('select action from audit')).toEqual([]);
  });

  it.each([
    ['a bug', new TypeError('a bug'), 1],
    ['a number out of range', new RangeError('out of range'), 1],
    ['a refusal that stays', new RemoteError('content', '230001'), 1],
    ['a platform that is busy', new RemoteError('transient', 'timeout'), 4],
  ])('is tried again only where that may help: %s', async (_, error, attempts) => {
    const { sayThrough, drafts, rows } = await openFailing(100, error);
    await sayThrough('/fail');
    expect(wordsOf(await drafts())).toContain('处理时出了问题');
    expect(await rows('select state, attempts from inbox')).toEqual([{ state: 'failed', attempts }]);
  });

  it.each([
    ['the disk has no room', 'SQLITE_FULL'],
    ['the disk fails', 'SQLITE_IOERR_WRITE'],
  ])('is not given up while %s, however often it was tried', async (_, code) => {
    const { sayThrough, drafts, rows } = await openFailing(5, Object.assign(new Error('no'), { code }));
    await sayThrough('/fail');
    expect(wordsOf(await drafts())).toBe('done');
    expect(await rows('select state, attempts from inbox')).toEqual([{ state: 'done', attempts: 1 }]);
  });

  it.skipIf(!canLimitFileSize())('keeps its tries also while not even the wait can be recorded', async () => {
    let allow: (() => Promise<void>) | undefined;
    const fillDisk = async () => {
      allow ??= await forbidWrites(process.pid);
    };
    const registry = createRegistry([commandThat(fillDisk)]);
    const lines: string[] = [];
    const logger = createLogger('error', { write: (line) => void lines.push(line) });
    const desk = await openDesk({ registry, logger });
    await desk.seat('张三');
    await desk.repos.inbox.append(makeMessage({ text: '/fail', senderId: desk.idOf('张三') }));
    const settled = desk.settled();
    const isWaiting = () => lines.some((line) => line.includes('could not be given back'));
    await expect
      .poll(isWaiting, { timeout: 20_000 })
      .toBe(true)
      .finally(() => allow?.());
    await expect
      .poll(() => desk.rows('select state from inbox'), { timeout: 20_000 })
      .toEqual([{ state: 'ready' }]);
    desk.clock.advance(10);
    await settled;
    expect(await desk.rows('select state, attempts from inbox')).toEqual([{ state: 'done', attempts: 1 }]);
  });

  it('is given up when the disk has had no room for a day', async () => {
    const { sayThrough, drafts, rows, clock } = await openFailing(100, FULL);
    const said = sayThrough('/fail');
    await new Promise((resolve) => setTimeout(resolve, 40));
    clock.advance(24 * 60 * 60);
    await said;
    expect(wordsOf(await drafts())).toContain('处理时出了问题');
    expect(await rows('select state from inbox')).toEqual([{ state: 'failed' }]);
  });

  it('does not hold up another chat', async () => {
    const { repos, settled, drafts, idOf, clock } = await openFailing(1);
    await repos.inbox.append(makeMessage({ text: '/fail', senderId: idOf('张三') }));
    await repos.inbox.append(makeMessage({ text: '/fail', senderId: idOf('张三'), chatId: 'oc_other' }));
    const all = settled();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await drafts()).map(({ groupId }) => groupId)).toEqual(['oc_other']);
    clock.advance(5);
    await settled();
    await all;
  });
});

it('gives up an event that has ended the whole process each time', async () => {
  const desk = await openDesk();
  await desk.seat('张三');
  const { inbox } = desk.repos;
  await inbox.append(makeMessage({ text: '/帮助', senderId: desk.idOf('张三') }));
  for (let crash = 0; crash < 11; crash += 1) {
    const claimed = await claimOne(inbox);
    if (claimed !== undefined) await inbox.recover({ expiredOnly: false });
  }
  await desk.settled();
  expect(wordsOf(await desk.drafts())).toContain('处理时出了问题');
  expect(await inbox.depth()).toMatchObject({ open: 0, failed: 1 });
});

describe('a mistake', () => {
  it('is explained once, and nothing of the command stays', async () => {
    const desk = await openDesk();
    await desk.seat('甲', { department: '规划科' });
    const answer = await desk.say('甲', '/报送 标题｜内容\n日期：2026-02-30');
    expect(answer).toHaveLength(1);
    expect(wordsOf(answer)).toContain('不存在');
    expect(await desk.repos.items.ofMonth(GROUP, '2026-11')).toEqual([]);
  });

  it('of a name that nobody bears is answered with the nearest that this person may use', async () => {
    const desk = await openDesk();
    await desk.seat('甲', { department: '规划科' });
    await desk.seat('乙');
    expect(wordsOf(await desk.say('甲', '/报道 标题'))).toContain('/报送');
    expect(wordsOf(await desk.say('乙', '/报道 标题'))).not.toContain('/报送');
    expect(await desk.repos.items.ofMonth(GROUP, '2026-11')).toEqual([]);
  });
});

describe('plain talk', () => {
  it('in the group leaves no trace at all', async () => {
    const desk = await openDesk();
    expect(await desk.take(makeMessage({ text: '今天开会' }))).toBe('ignored');
    expect(await desk.rows('select * from inbox')).toEqual([]);
  });

  it('to the bot is answered with one line', async () => {
    const desk = await openDesk();
    await desk.seat('甲');
    expect(wordsOf(await desk.sayPrivately('甲', '今天开会'))).toContain('我只认命令');
  });
});

describe('membership', () => {
  const added = (eventId: string, operatorId: string) =>
    ({ kind: 'bot-added', eventId, chatId: GROUP, chatName: '工作群', operatorId }) as const;

  it('makes the one who adds the bot its first admin, and later ones not', async () => {
    const desk = await openDesk();
    await desk.take(added('1', 'ou_a'));
    await desk.take(added('2', 'ou_b'));
    expect(await desk.repos.people.holders(GROUP)).toEqual([{ personId: 'ou_a', role: 'admin' }]);
  });

  it('forgets who left while the bot was out of the group', async () => {
    const { platform } = scriptPlatform([{ personId: 'ou_陈管理', name: '陈管理' }]);
    const desk = await openDesk({ platform });
    await desk.seat('走了');
    await desk.take(added('1', 'ou_陈管理'));
    expect([...(await desk.repos.people.members(GROUP))]).toEqual(['ou_陈管理']);
  });

  it('keeps everybody when the member list is not to be had', async () => {
    const desk = await openDesk({
      platform: { ...scriptPlatform().platform, members: () => Promise.reject(new Error('network')) },
    });
    await desk.seat('张三');
    await desk.take(added('1', 'ou_陈管理'));
    expect([...(await desk.repos.people.members(GROUP))].sort()).toEqual(['ou_张三', 'ou_陈管理'].sort());
  });

  it('that changes after the bot was removed does not bring the group back', async () => {
    const desk = await openDesk();
    await desk.seat('张三');
    await desk.repos.groups.enable(GROUP, toStamp(desk.clock.now()), 'ou_张三');
    await desk.take({ kind: 'bot-removed', eventId: '1', chatId: GROUP });
    const people = [{ personId: 'ou_张三', name: '张三' }];
    await desk.take({ kind: 'member-left', eventId: '2', chatId: GROUP, people });
    expect(await desk.repos.groups.enabled()).toEqual([]);
    expect(await desk.repos.people.isMember(GROUP, 'ou_张三')).toBe(false);
  });
});
