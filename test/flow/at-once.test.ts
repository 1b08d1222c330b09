import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

const DEPARTMENTS = ['规划科', '耕地科', '执法科', '登记科', '利用科', '办公室'];

let office: Office;
beforeAll(async () => {
  office = await startOffice({ departments: DEPARTMENTS, settings: { reviewLevels: 1 } });
  for (const name of ['王初审', '孙初审']) office.person(name);
  await office.ask('陈管理', '/角色 初审人 @王初审 @孙初审');
});
afterAll(() => office.stop());

/** Everybody says something in their own private chat at the same moment: nothing but the group orders them. */
const together = (names: readonly string[], say: (name: string) => string) =>
  Promise.all(names.map((name) => office.ask(name, say(name), office.privately(name))));

const lastCard = (name: string, serial: number) =>
  office.sandbox.awaitMessage(office.privately(name), ({ text }) => text.includes(`待审 #${serial}`));

describe('what several people do at once', () => {
  it('gives each item a number of its own, without a gap', async () => {
    const correspondents = DEPARTMENTS.map((department) => `${department}通讯员`);
    const say = (name: string) => `/报送 ${name}开展检查｜11月16日，${name}在城西片区开展检查。`;
    const receipts = await together([...correspondents, ...correspondents], say);
    const serials = receipts.map((receipt) => Number(/#(\d+)/.exec(receipt)?.[1]));
    expect(serials.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
    const items = await office.bot.store.repos.items.ofMonth(office.chat, '2026-11');
    expect(new Set(items.map(({ number }) => number)).size).toBe(12);
  });

  it('lets one reviewer of an item win each time', async () => {
    const reviewers = ['王初审', '孙初审'];
    for (const serial of [1, 2, 3, 4]) {
      const cards = await Promise.all(reviewers.map((name) => lastCard(name, serial)));
      await Promise.all(
        cards.map(({ id }, n) => office.sandbox.click(office.person(reviewers[n] ?? ''), id, '通过')),
      );
      const item = await office.bot.store.repos.items.find(office.chat, { serial });
      expect([item?.state, item?.approvals, item?.revision]).toEqual(['approved', 1, 2]);
    }
  });

  it('makes one version of a month that is compiled twice', async () => {
    await together(['李负责', '陈管理'], () => '/汇总 2026-11');
    await office.settled();
    const versions = await office.bot.store.repos.reports.list(office.chat, ['2026-11']);
    expect(versions.map(({ version }) => version)).toEqual([1]);
  });
});
