import { expect, it } from 'vitest';
import { checkCard } from '../../../sandbox/card/check-card.ts';
import type { Card, CardBlock } from '../../../src/domain/message/card.ts';
import { texts } from '../../../src/kernel/text/texts.ts';
import { drawCard } from '../../../src/lark/draw-card.ts';
import { openDesk } from '../../support/open-desk.ts';
import { GROUP } from '../../support/open-test-store.ts';

const LONG_TITLE = '我'.repeat(300);

/** November with so many items of one section, the bodies of the given length. */
async function openMonth({ count, body }: { count: number; body: number }) {
  const desk = await openDesk();
  await desk.seat('李负责', { roles: ['lead'], department: '规划科' });
  await desk.seat('张初审', { roles: ['editor'] });
  for (let serial = 1; serial <= count; serial += 1) {
    await desk.say('李负责', `/报送 ${serial}${LONG_TITLE}｜${'字'.repeat(body)}\n栏目：业务动态`);
    await desk.say('张初审', `/通过 #${serial}`);
  }
  return {
    ...desk,
    async press(action: string, data: Readonly<Record<string, string>>, form = {}) {
      const where = { group: GROUP, month: '2026-11' };
      const answer = await desk.click('李负责', action, {
        chatId: 'oc_private',
        data: { ...where, ...data },
        form,
      });
      return { ...answer, card: checked(answer.card) };
    },
  };
}

/** A card that the platform takes, with everything on it that it was given. */
function checked(card: Card | undefined): Card {
  if (card === undefined) throw new Error('no card');
  const { json, shortened } = drawCard(card);
  expect(shortened).toBe(false);
  checkCard(json, { isPerson: () => false, atAllAllowed: false, isImage: () => false });
  return card;
}

const labels = (block: CardBlock | undefined) =>
  block?.kind === 'buttons' ? block.buttons.map(({ label }) => label) : [];
const shown = ({ blocks }: Card) =>
  blocks.flatMap((block) => (block.kind === 'text' ? (/#\d+/.exec(block.text) ?? []) : []));

it('shows a long section in pages that the platform takes whole', async () => {
  const { press } = await openMonth({ count: 13, body: 10 });
  const first = await press('desk.open', { block: '业务动态' });
  expect(first.card.title).toContain('1/2');
  expect(shown(first.card)).toEqual(Array.from({ length: 10 }, (_, index) => `#${index + 1}`));
  expect(labels(first.card.blocks.at(-1))).toEqual(['下一页', '返回总览']);

  const last = await press('desk.open', { block: '业务动态', page: '2' });
  expect(shown(last.card)).toEqual(['#11', '#12', '#13']);
  expect(labels(last.card.blocks.at(-1))).toEqual(['上一页', '返回总览']);
  expect((await press('desk.open', { block: '业务动态', page: '99' })).card.title).toContain('2/2');

  const over = await press('desk.move', { item: '#11', to: 'up' });
  expect(over.notice).toContain('第 10 条');
  expect(shown(over.card)).toContain('#11');
  expect((await press('desk.omit', { item: '#1' })).card.title).toContain('2/2');
});

it('takes a shorter text for one that no form can hold, and leaves what was not filled in', async () => {
  const { press, repos } = await openMonth({ count: 1, body: 1500 });
  const { card } = await press('desk.item', { item: '#1' });
  const form = card.blocks.find((block) => block.kind === 'form');
  const body = form?.fields.find(({ name }) => name === 'body');
  expect(body).not.toHaveProperty('value');
  expect(body).toHaveProperty('placeholder');

  const { data = {} } = form?.submit ?? {};
  expect((await press('desk.save', data, { section: '业务动态' })).notice).toBe('没有变化。');
  const saved = await press('desk.save', data, { section: '为民服务', title: '', body: '短' });
  expect(saved.notice).toBe('#1 已改到“为民服务”。#1 已缩写，只用于报告；原文不变。');
  expect(saved.card.title).toContain('为民服务');
  const item = await repos.items.find(GROUP, { serial: 1 });
  expect(item).toMatchObject({ section: '为民服务', state: 'approved', wording: { body: '短' } });
  expect(item?.body).toHaveLength(1500);

  const again = await press('desk.save', data, { body: '更短' });
  expect(again.notice).toContain('编排已有变化');
  expect(await repos.items.find(GROUP, { serial: 1 })).toMatchObject({ wording: { body: '短' } });
});

it.each([
  ['desk.move', { item: '#1', to: 'sideways' }],
  ['desk.open', { month: 'never' }],
])('%s of a card that was made up changes nothing (%o)', async (action, data) => {
  const { click, repos } = await openMonth({ count: 1, body: 10 });
  const answer = await click('李负责', action, { data: { group: GROUP, month: '2026-11', ...data } });
  expect(answer).toEqual({ tone: 'warning', notice: texts('zh-CN').click.outdated });
  expect(await repos.items.find(GROUP, { serial: 1 })).toMatchObject({ revision: 2 });
});

it('is the desk as it stands when the item pressed is on it no more', async () => {
  const { press, say } = await openMonth({ count: 2, body: 10 });
  await say('李负责', '/撤回 #1 重复');
  const answer = await press('desk.omit', { item: '#1' });
  expect(answer).toMatchObject({ tone: 'warning', notice: expect.stringContaining('已撤回') });
  expect(answer.card.title).toBe('2026年11月报告编排');
});
