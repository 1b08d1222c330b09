import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '开展执法巡查｜11月16日，我局执法人员在城西片区开展巡查。';

async function settings() {
  return (await office.bot.store.repos.groups.find(office.chat))?.settings;
}

describe('/config', () => {
  it('shows every setting with its present value, and how one is written', async () => {
    office = await startOffice();

    const all = await office.ask('陈管理', '/设置');

    for (const line of [
      '单位名称',
      '青禾县自然资源局',
      '群提醒时间',
      '10:00',
      '08:30-17:30',
      '保密词',
      '（无）',
    ])
      expect(all).toContain(line);
    expect(await office.ask('陈管理', '/设置 补报周数')).toContain('补报周数：2\n写 0 到 12');
  });

  it('changes one, for this group, and says old → new', async () => {
    office = await startOffice();

    expect(await office.ask('陈管理', '/设置 群提醒时间 09:30')).toContain(
      '已修改 群提醒时间：10:00 → 09:30',
    );
    expect(await office.ask('陈管理', '/设置 截止时间：17：45')).toContain('18:00 → 17:45');
    expect(await office.ask('陈管理', '/config levels 1')).toContain('审核级数：0 → 1');
    expect(await office.ask('陈管理', '/设置 审核级数 1')).toContain('没有变化');

    expect(await office.ask('陈管理', '/设置 报送日 周四')).toContain('报送日：周五 → 周四');
    expect(await office.ask('陈管理', '/设置 值班日')).toContain('报送日：周四');

    expect(await settings()).toMatchObject({
      reviewLevels: 1,
      dutyWeekday: 4,
      reminders: { groupRound: '09:30', privateRound: '15:30', dueTime: '17:45' },
      lateWeeks: 2,
    });
    await office.restart();
    expect(await office.ask('陈管理', '/设置 审核级数')).toContain('审核级数：1');
  });

  it('takes effect on what follows', async () => {
    office = await startOffice();
    await office.ask('陈管理', '/设置 保密词 内部资料、涉密');
    await office.ask('陈管理', '/设置 群提醒时间 09:30');
    await office.ask('陈管理', '/设置 栏目 巡查专栏、综合工作');

    const receipt = await office.ask(
      '规划科通讯员',
      '/报送 开展巡查｜11月16日，我局整理内部资料。\n栏目：巡查',
    );
    await office.moveTo('2026-11-20T09:31');

    expect(receipt).toContain('含保密提醒词：内部资料');
    expect(receipt).toContain('巡查专栏');
    expect(office.sandbox.messages(office.chat).at(-1)?.text).toContain('本周还有 1 个部门未报');
  });

  it('refuses what would not fit, with the way to write it, and stores nothing', async () => {
    office = await startOffice();
    const before = await settings();

    expect(await office.ask('陈管理', '/设置 审核级数 5')).toContain('写 0 到 3');
    expect(await office.ask('陈管理', '/设置 群提醒时间 16:00')).toContain('群提醒时间要早于私信提醒时间');
    expect(await office.ask('陈管理', '/设置 栏目 业务动态')).toContain('默认栏目必须是栏目之一');
    expect(await office.ask('陈管理', '/设置 颜色 红')).toContain('没有“颜色”这个设置项。可设置：单位名称、');
    expect(await office.ask('李负责', '/设置 审核级数 1')).toContain('需要管理员权限');

    expect(await settings()).toEqual(before);
  });

  it('says which sections go', async () => {
    office = await startOffice();

    expect(await office.ask('陈管理', '/设置 栏目 业务动态、综合工作')).toContain(
      '不再使用的栏目：理论学习、主题宣传',
    );
  });

  it('leaves what waits in review to the reviewers when it lowers the levels', async () => {
    office = await startOffice({ settings: { reviewLevels: 2 } });
    office.person('王初审');
    await office.ask('陈管理', '/角色 初审人 @王初审');
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('王初审', '/通过 #1');

    const answer = await office.ask('陈管理', '/设置 审核级数 1');

    expect(answer).toContain('还有 1 条信息已通过的审核达到新的级数，但不会自动通过');
    expect((await office.bot.store.repos.items.find(office.chat, { serial: 1 }))?.state).toBe('submitted');
    expect(await office.ask('李负责', '/待审')).toContain('待您审核 1 条');
    expect(await office.ask('李负责', '/通过 #1')).toContain('已通过');
  });
});
