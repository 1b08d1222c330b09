import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '../../src/bot/define-command.ts';
import { createRegistry } from '../../src/bot/registry.ts';
import { UserError } from '../../src/kernel/errors.ts';
import { openDesk, wordsOf } from '../support/open-desk.ts';
import { GROUP } from '../support/open-test-store.ts';

const words = { summary: 'counts', args: {} };

/** A command whose click counts how often it took effect, each time with a message. */
const counter = defineCommand({
  name: 'count',
  aliases: ['计数'],
  roles: ['lead'],
  words: { 'zh-CN': words, en: words },
  shape: {},
  args: z.strictObject({}),
  examples: [''],
  run: async () => undefined,
  clicks: {
    press: {
      roles: ['lead'],
      async run(ctx, data) {
        const count = Number((await ctx.repos.records.value('count')) ?? 0) + 1;
        await ctx.repos.records.setValue('count', String(count));
        await ctx.reply({ kind: 'notice', text: `count ${count} in ${ctx.group.id}` });
        if (data.mistake !== undefined) throw new UserError('item.empty');
        if (data.bug !== undefined) throw new TypeError('a bug');
        return { tone: 'success', notice: `count ${count}` };
      },
    },
  },
});

async function openCounter() {
  const desk = await openDesk({ registry: createRegistry([counter]) });
  await desk.seat('李负责', { roles: ['lead'] });
  await desk.seat('张三', { roles: ['admin', 'editor', 'chief'] });
  const count = () => desk.repos.records.value('count');
  return { ...desk, count };
}

describe('a click', () => {
  it('takes effect and is answered, with what it plans', async () => {
    const { click, drafts } = await openCounter();
    expect(await click('李负责', 'count.press')).toEqual({ tone: 'success', notice: 'count 1' });
    expect(wordsOf(await drafts())).toBe('count 1 in oc_group');
  });

  it('is refused without the role, whatever other roles there are', async () => {
    const { click, drafts, count } = await openCounter();
    const answer = await click('张三', 'count.press');
    expect(answer).toMatchObject({ tone: 'warning', notice: expect.stringContaining('宣传负责人') });
    expect(await drafts()).toEqual([]);
    expect(await count()).toBeUndefined();
  });

  it.each(['count.gone', 'press', 'toString', ''])(
    'on a button nobody declares is told so: %s',
    async (action) => {
      const { click } = await openCounter();
      expect(await click('李负责', action)).toMatchObject({
        tone: 'warning',
        notice: expect.stringContaining('过期'),
      });
    },
  );

  it('that comes twice takes effect once', async () => {
    const { click, drafts, count } = await openCounter();
    const same = { eventId: 'click-same' };
    const answers = await Promise.all([
      click('李负责', 'count.press', same),
      click('李负责', 'count.press', same),
    ]);
    expect(answers.map(({ tone }) => tone)).toEqual(['success', 'info']);
    expect(await count()).toBe('1');
    expect(await drafts()).toHaveLength(1);
  });

  it('that fails leaves nothing behind and may be tried again', async () => {
    const { click, drafts, count } = await openCounter();
    const same = { eventId: 'click-same' };
    const mistake = await click('李负责', 'count.press', { ...same, data: { mistake: 'yes' } });
    expect(mistake).toMatchObject({ tone: 'warning', notice: expect.stringContaining('没有看到标题') });
    const bug = await click('李负责', 'count.press', { ...same, data: { bug: 'yes' } });
    expect(bug).toMatchObject({ tone: 'danger', notice: expect.stringContaining('id-00001') });
    expect(await drafts()).toEqual([]);
    expect(await click('李负责', 'count.press', same)).toEqual({ tone: 'success', notice: 'count 1' });
    expect(await count()).toBe('1');
  });
});

describe('a click in private', () => {
  const inPrivate = { chatId: 'oc_private', data: { group: GROUP } };

  it('acts on the group the card names', async () => {
    const { click, drafts } = await openCounter();
    expect(await click('李负责', 'count.press', inPrivate)).toMatchObject({ tone: 'success' });
    expect(wordsOf(await drafts())).toBe('count 1 in oc_group');
  });

  it('is refused for a group this person is not in, or is in no longer', async () => {
    const { click, repos, idOf, seat } = await openCounter();
    await seat('外人', { group: 'oc_other', roles: ['lead'] });
    const refusal = { tone: 'warning', notice: expect.stringContaining('不在') };
    expect(await click('外人', 'count.press', inPrivate)).toMatchObject(refusal);
    expect(await click('李负责', 'count.press', { chatId: 'oc_private' })).toMatchObject(refusal);
    await repos.people.leave(GROUP, [idOf('李负责')], '2026-11-16T01:00:00.000Z');
    expect(await click('李负责', 'count.press', inPrivate)).toMatchObject(refusal);
  });

  it('is about the group the card names wherever it stands, with the rights of that group', async () => {
    const { click, drafts, seat } = await openCounter();
    const named = { chatId: GROUP, data: { group: 'oc_other' } };
    await seat('外人', { group: 'oc_other' });
    expect(await click('李负责', 'count.press', named)).toMatchObject({
      notice: expect.stringContaining('不在'),
    });
    await seat('李负责', { group: 'oc_other' });
    expect(await click('李负责', 'count.press', named)).toMatchObject({ tone: 'warning' });
    expect(await drafts()).toEqual([]);
    await seat('李负责', { group: 'oc_other', roles: ['lead'] });
    await click('李负责', 'count.press', named);
    expect(wordsOf(await drafts())).toBe('count 1 in oc_other');
  });
});

describe('the buttons that there are', () => {
  it('remind once more only once, however often and by whomever they are pressed', async () => {
    const desk = await openDesk();
    await desk.seat('李负责', { roles: ['lead'] });
    await desk.seat('陈管理', { roles: ['admin'] });
    await desk.seat('规划科通讯员', { department: '规划科' });
    const again = { messageId: 'om_ask', data: { group: GROUP, week: '2026-W47' } };
    for (const name of ['李负责', '陈管理', '李负责']) await desk.click(name, 'remind.again', again);
    expect((await desk.drafts()).map(({ key }) => key)).toEqual([`remind:${GROUP}:2026-W47:manual:om_ask`]);
  });

  it('withdraw the own item once, and nobody else’s', async () => {
    const desk = await openDesk();
    await desk.seat('甲', { department: '规划科' });
    await desk.seat('乙', { department: '耕地科' });
    await desk.say('甲', '/报送 标题｜11月16日，我局在县城召开会议。');
    const data = { item: '202611-规划科-01' };
    const states = async () => (await desk.repos.items.ofMonth(GROUP, '2026-11')).map(({ state }) => state);
    expect(await desk.click('乙', 'withdraw.confirm', { data })).toMatchObject({ tone: 'warning' });
    expect(await states()).toEqual(['submitted']);
    expect(await desk.click('甲', 'withdraw.confirm', { data })).toMatchObject({ tone: 'success' });
    expect(await desk.click('甲', 'withdraw.confirm', { data })).toMatchObject({ tone: 'warning' });
    expect(await states()).toEqual(['withdrawn']);
  });
});
