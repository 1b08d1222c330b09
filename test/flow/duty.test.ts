import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '/报送 开展巡查｜11月17日，执法人员在城西片区开展巡查。';
const SECOND = '/报送 召开座谈会｜11月18日，工作人员在县政务中心召开企业座谈会。';

/** The week's card of the group round. */
async function reminder(): Promise<{ text: string; mentions: readonly string[] } | undefined> {
  await office.moveTo('2026-11-20T10:01');
  return office.sandbox.messages(office.chat).find(({ text }) => /本周还有 \d+ 个部门未报/.test(text));
}

describe('a department that owes several items a week', () => {
  it('is reminded with what it has sent, until that is enough', async () => {
    office = await startOffice();
    expect(await office.ask('陈管理', '/部门 任务 规划科 2')).toContain('每周应报 2 条');
    expect(await office.ask('陈管理', '/部门')).toContain('规划科通讯员（每周 2 条）');
    await office.ask('规划科通讯员', ITEM);
    await office.ask('耕地科通讯员', '/本周无');

    expect(await office.ask('李负责', '/进度')).toContain('未报　1 个部门：规划科（已报1/2）');
    expect((await reminder())?.text).toContain('规划科（已报1/2）');
    await office.moveTo('2026-11-20T15:31');
    const private_ = await office.sandbox.awaitMessage(office.privately('规划科通讯员'), () => true);
    expect(private_.text).toContain('规划科（已报1/2）');

    await office.ask('规划科通讯员', SECOND);
    expect(await office.ask('李负责', '/进度')).toContain('应报 2 个部门，已全部报齐');
  });

  it('has answered when it says that there is nothing more', async () => {
    office = await startOffice();
    await office.ask('陈管理', '/部门 任务 规划科 耕地科 每周2条');
    await office.ask('规划科通讯员', ITEM);

    expect(await office.ask('规划科通讯员', '/本周无')).toContain('已报 1 条，没有其他信息');

    const status = await office.ask('李负责', '/进度');
    expect(status).toContain('已报　1 个部门：规划科');
    expect(status).toContain('未报　1 个部门：耕地科');
  });

  it('is late when a late item fills the quota', async () => {
    office = await startOffice();
    await office.ask('陈管理', '/部门 任务 规划科 2');
    await office.ask('规划科通讯员', ITEM);
    await office.moveTo('2026-11-20T18:29');
    await office.ask('规划科通讯员', SECOND);

    expect(await office.ask('李负责', '/进度')).toContain('补报　1 个部门：规划科');
  });

  it('owes that from the day given, and shows in the log', async () => {
    office = await startOffice();
    await office.ask('陈管理', '/部门 任务 规划科 2 自11月23日起');
    await office.ask('规划科通讯员', ITEM);

    expect(await office.ask('李负责', '/进度')).toContain('已报　1 个部门：规划科');
    await office.moveTo('2026-11-23T09:00');
    await office.ask('规划科通讯员', ITEM);
    expect(await office.ask('李负责', '/进度')).toContain('规划科（已报1/2）');
    expect(await office.ask('陈管理', '/审计 任务')).toContain('调整报送任务：规划科 → 2');
  });

  it('cannot owe what nobody can read', async () => {
    office = await startOffice();
    for (const words of ['规划科', '规划科 很多', '规划科 99', '2']) {
      expect(await office.ask('陈管理', `/部门 任务 ${words}`)).toMatch(/每周应报的条数|缺少或不正确/);
    }
    expect(await office.ask('陈管理', '/部门 任务 执法科 2')).toContain('没有找到部门“执法科”');
    expect(await office.ask('陈管理', '/部门 任务 规划科 2 自2月30日起')).toContain('不存在');
    expect(await office.ask('陈管理', '/部门 任务 规划科 2 自2020年1月1日起')).toContain('不能作为起始日期');
  });
});

describe('a department that sends in of its own free will', () => {
  it('is never named, stands apart in the status, and its items count', async () => {
    office = await startOffice();
    expect(await office.ask('陈管理', '/部门 任务 耕地科 自愿')).toContain('自愿报送');
    const card = await reminder();
    expect(card?.text).toContain('规划科');
    expect(card?.text).not.toContain('耕地科');
    expect(card?.mentions).toEqual([office.person('规划科通讯员')]);
    await office.ask('耕地科通讯员', ITEM);

    const status = await office.ask('李负责', '/进度');
    expect(status).toContain('应报 1 个部门，还有 1 个未报');
    expect(status).toContain('自愿报送　1 个部门，报送 1 条：耕地科');
    expect(await office.ask('规划科通讯员', '/进度')).not.toContain('耕地科');
    const month = await office.ask('李负责', '/汇总 本月');
    expect(month).toContain('信息　1 条');
    const report = await office.bot.store.repos.reports.latest(office.chat, '2026-11');
    expect(report?.facts.departments.find(({ name }) => name === '耕地科')).toMatchObject({
      weeks: [],
      voluntary: true,
    });
  });
});

describe('the end of a week', () => {
  it('is the due time with its grace for an item on time, and Sunday midnight for a nil report', async () => {
    office = await startOffice({ departments: ['规划科', '耕地科', '登记科'] });
    await office.ask('陈管理', '/设置 宽限分钟 30');
    await office.moveTo('2026-11-20T18:29');
    expect(await office.ask('规划科通讯员', ITEM)).not.toContain('补报');
    await office.moveTo('2026-11-20T18:31');
    expect(await office.ask('耕地科通讯员', ITEM)).toContain('补报');
    await office.moveTo('2026-11-22T23:59');
    expect(await office.ask('登记科通讯员', '/本周无 集中培训')).toContain('11月16日—11月22日');

    await office.moveTo('2026-11-23T09:00');
    const status = await office.ask('李负责', '/进度 上周');
    expect(status).toContain('已报　1 个部门：规划科');
    expect(status).toContain('补报　1 个部门：耕地科');
    expect(status).toContain('零报告　1 个部门：登记科');
    expect(status).toContain('截止 11月20日（周五）18:00（宽限 30 分钟）');
    expect(await office.ask('登记科通讯员', '/本周无')).toContain('11月23日—11月29日');
  });

  it('leaves nobody missing in the report before it is over, grace included', async () => {
    office = await startOffice();
    await office.ask('陈管理', '/设置 宽限分钟 30');
    await office.moveTo('2026-11-20T18:29');
    expect(await office.ask('李负责', '/进度 11月')).toContain('应报周次　0');
    await office.moveTo('2026-11-20T18:31');
    expect(await office.ask('李负责', '/进度 11月')).toContain('应报周次　2');
  });
});
