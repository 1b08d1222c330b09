import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const item = (place: string) => `在${place}开展巡查｜11月16日，我局执法人员在${place}开展巡查。`;

async function start(settings = {}) {
  office = await startOffice({ settings });
  await office.ask('规划科通讯员', `/报送 ${item('城西片区')}`);
  await office.ask('规划科通讯员', `/报送 ${item('河东社区')}`);
}

async function kept(serial: number) {
  return office.bot.store.repos.items.find(office.chat, { serial });
}

async function facts() {
  return (await office.bot.store.repos.reports.latest(office.chat, '2026-11'))?.facts;
}

describe('/secrecy', () => {
  it('takes an item out of the report, counts it there, and tells the author why', async () => {
    await start();

    const answer = await office.ask('李负责', '/保密 #1 不宜公开 涉及尚未公开的数据');
    const told = await office.sandbox.awaitMessage(office.privately('规划科通讯员'), ({ text }) =>
      text.includes('保密审查'),
    );
    const card = await office.ask('李负责', '/汇总 11月');

    expect(answer).toContain('202611-规划科-01 保密审查：不宜公开。不再编入报告');
    expect(told.text).toContain('#1 保密审查：不宜公开');
    expect(told.text).toContain('李负责：涉及尚未公开的数据');
    expect(card).toContain('1 条不宜公开或需报审');
    expect((await facts())?.items.map(({ number }) => number)).toEqual(['202611-规划科-02']);
    expect((await facts())?.heldBack).toEqual({ inReview: 0, notPublic: 1 });
    expect(await office.ask('李负责', '/进度 本周')).toContain('已报');
  });

  it('lets it back in once it may be published, and says that a report has to be made anew', async () => {
    await start();
    await office.ask('李负责', '/保密 #1 需报审 请保密办审核');
    await office.ask('李负责', '/汇总 11月');
    await office.settled();

    const answer = await office.ask('李负责', '/保密 1 可公开');
    await office.ask('李负责', '/汇总 11月');

    expect(answer).toContain('2026年11月报告第 1 版已经生成，请重新汇总');
    expect((await facts())?.items).toHaveLength(2);
    expect(await office.ask('李负责', '/历史 #1')).toMatch(
      /2\. .* 李负责 保密审查 → 已通过：需报审（请保密办审核）[\s\S]*3\. .* 李负责 保密审查 → 已通过：可公开/,
    );
  });

  it('does not pass an item: the review goes on', async () => {
    await start({ reviewLevels: 1 });

    await office.ask('李负责', '/保密 #1 不宜公开 涉密');

    expect(await kept(1)).toMatchObject({ state: 'submitted', approvals: 0, secrecy: 'closed', revision: 2 });
    const waiting = await office.ask('李负责', '/待审');
    expect(waiting).toContain('#1 202611-规划科-01（不公开）');
    expect(waiting).toContain('《在河东社区开展巡查》');
    expect(await office.ask('李负责', '/待审', office.privately('李负责'))).toContain('在城西片区');
    expect(await office.ask('李负责', '/通过 #1')).toContain('已通过');
    expect(await office.ask('李负责', '/查看 #1')).toContain('不宜公开');
  });

  it('keeps the words of an item out of the group, whoever asks for them there', async () => {
    await start();
    await office.ask('李负责', '/保密 #1 不宜公开 涉及在办案件');

    expect(await office.ask('李负责', '/查看 #1')).toBe('#1 不宜公开，已私信给您。');
    expect(await office.ask('规划科通讯员', '/历史 #1')).toBe('#1 不宜公开，已私信给您。');

    const chat = office.privately('李负责');
    const card = await office.sandbox.awaitMessage(chat, ({ text }) => text.includes('城西片区'));
    expect(card.text).toContain('不宜公开');
    expect(await office.ask('李负责', '/查看 #1', chat)).toContain('城西片区');
    expect(await office.ask('李负责', '/查看 #2')).toContain('河东社区');
  });

  it('asks for a reason, for a verdict and for an open item', async () => {
    await start();

    expect(await office.ask('李负责', '/保密 #1 不宜公开')).toContain('请写明原因');
    expect(await office.ask('李负责', '/保密 #1 绝密 不能发')).toContain('可公开、不宜公开或需报审');
    expect(await office.ask('李负责', '/保密 #1 可公开')).toContain('保密审查：可公开');
    expect(await office.ask('李负责', '/保密 #1 可公开')).toContain('没有变化');
    expect(await office.ask('规划科通讯员', '/保密 #1 不宜公开 涉密')).toContain('权限');
    await office.ask('规划科通讯员', '/撤回 #1');
    expect(await office.ask('李负责', '/保密 #1 不宜公开 涉密')).toContain('当前是“已撤回”');
    expect(await kept(1)).toMatchObject({ secrecy: 'open' });
  });

  it('lets nobody declare a text of their own fit, though they may hold it back', async () => {
    await start();
    await office.ask('李负责', `/报送 部门：规划科\n${item('北街')}`);

    expect(await office.ask('李负责', '/保密 #3 不宜公开 涉密')).toContain('不宜公开');
    expect(await office.ask('李负责', '/保密 #3 可公开')).toContain('不能由本人审核');
  });
});
