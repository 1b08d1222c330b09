import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '/报送 开展巡查｜11月17日，执法人员在城西片区开展巡查。';

const told = (name: string) =>
  office.sandbox
    .messages(office.privately(name))
    .filter(({ senderId }) => senderId === 'bot')
    .map(({ text }) => text);

const reminders = () =>
  office.sandbox.messages(office.chat).filter(({ text }) => /本周还有 \d+ 个部门未报/.test(text));

async function facts(month: string) {
  const report = await office.bot.store.repos.reports.latest(office.chat, month);
  if (report === undefined) throw new Error('no report');
  return report.facts;
}

describe('/excuse', () => {
  it('takes a department off the reminder for its weeks, tells its correspondent, and stands in the report', async () => {
    office = await startOffice();
    const answer = await office.ask('李负责', '/免报 规划科 2周 抽调参加防汛');
    expect(answer).toContain('已登记免报：规划科（11月16日—11月29日）。原因：抽调参加防汛。');
    await office.settled();
    expect(told('规划科通讯员').join()).toContain(
      '已由李负责登记免报：11月16日—11月29日，原因：抽调参加防汛',
    );
    expect(told('耕地科通讯员')).toEqual([]);

    expect(await office.ask('李负责', '/进度')).toContain('免报　1 个部门：规划科');
    expect(await office.ask('耕地科通讯员', '/进度')).toMatch(/免报　1 个部门\n/);
    await office.moveTo('2026-11-20T10:01');
    expect(reminders()).toHaveLength(1);
    expect(reminders()[0]?.mentions).toEqual([office.person('耕地科通讯员')]);

    await office.moveTo('2026-11-30T09:00');
    await office.ask('李负责', '/汇总 11月');
    const { departments, excuses } = await facts('2026-11');
    expect(departments.map(({ name, weeks }) => [name, weeks.map(({ answer }) => answer)])).toEqual([
      ['规划科', ['excused', 'excused']],
      ['耕地科', ['missing', 'missing']],
    ]);
    expect(excuses).toMatchObject([{ reason: '抽调参加防汛' }, { reason: '抽调参加防汛' }]);
    expect(await office.ask('陈管理', '/审计 免报')).toContain('登记免报：规划科 11月16日—11月29日');
  });

  it('never takes anything from what was sent in time', async () => {
    office = await startOffice();
    await office.ask('规划科通讯员', ITEM);

    const answer = await office.ask('李负责', '/免报 规划科、耕地科 本周 集中培训');

    expect(answer).toContain('规划科（11月16日—11月22日）、耕地科（11月16日—11月22日）');
    expect(answer).toContain('已经报送，仍计已报：规划科');
    const status = await office.ask('李负责', '/进度');
    expect(status).toContain('已报　1 个部门：规划科');
    expect(status).toContain('免报　1 个部门：耕地科');
  });

  it('outweighs a nil report, whose receipt says the same as the status', async () => {
    office = await startOffice();
    await office.ask('李负责', '/免报 规划科 本周 集中培训');

    expect(await office.ask('规划科通讯员', '/本周无')).toContain('已登记免报，进度和报告按免报计');
    expect(await office.ask('李负责', '/进度')).toContain('免报　1 个部门：规划科');
    expect(await office.ask('耕地科通讯员', '/本周无')).not.toContain('免报');
  });

  it('is listed, can be taken back, and may reach as far back as late items do', async () => {
    office = await startOffice();
    expect(await office.ask('李负责', '/免报')).toContain('没有免报安排');
    await office.ask('李负责', '/免报 规划科 本周至下周 防汛');
    await office.ask('李负责', '/免报 耕地科 12月 搬迁');
    const list = await office.ask('李负责', '/免报');
    expect(list).toContain('规划科　11月16日—11月29日：防汛');
    expect(list).toContain('耕地科　11月30日—1月3日：搬迁');

    expect(await office.ask('李负责', '/免报 取消 规划科 本周')).toContain(
      '已取消免报：规划科（11月16日—11月22日）',
    );
    expect(await office.ask('李负责', '/免报 取消 规划科 本周')).toContain('没有免报');
    await office.settled();
    expect(told('规划科通讯员').at(-1)).toContain('已由李负责取消，请按时报送');
    expect(await office.ask('李负责', '/进度')).toContain('免报　0 个部门');

    expect(await office.ask('李负责', '/免报 规划科 2026-W44 防汛')).toContain('最近 2 周');
    expect(await office.ask('李负责', '/免报 规划科 2028-W44 防汛')).toContain('一年以内');
  });

  it('counts for a report that is out only when it is compiled anew, and says so', async () => {
    office = await startOffice();
    await office.moveTo('2026-12-01T09:00');
    await office.ask('李负责', '/汇总 11月');
    await office.settled();
    expect((await facts('2026-11')).departments[0]?.weeks.map(({ answer }) => answer)).toEqual([
      'missing',
      'missing',
    ]);

    expect(await office.ask('李负责', '/免报 规划科 上周 防汛')).toContain(
      '2026年11月的报告已汇总到第 1 版，再次汇总后计入',
    );
    const again = await office.ask('李负责', '/汇总 11月');
    expect(again).not.toContain('信息和数据与上一版相同');
    expect((await facts('2026-11')).departments[0]?.weeks.map(({ answer }) => answer)).toEqual([
      'missing',
      'excused',
    ]);
  });

  it('says what is not owed anyway, and stores nothing for it', async () => {
    office = await startOffice({ now: '2026-02-09T09:00' });
    await office.ask('陈管理', '/部门 任务 耕地科 自愿');

    const answer = await office.ask('李负责', '/免报 规划科 耕地科 2周 防汛');
    expect(answer).toContain('已登记免报：规划科（2月9日—2月15日）。');
    expect(answer).toContain('没有登记：规划科（2月16日—2月22日）、耕地科（2月9日—2月22日）');
    expect(await office.ask('李负责', '/免报 耕地科 本周 防汛')).toContain('本来就不应报');
  });

  it.each([
    ['规划科 防汛', '没看懂“防汛”'],
    ['规划科 本周', '请写明免报的原因'],
    ['执法科 本周 防汛', '没有找到部门“执法科”'],
    [`规划科 本周 ${'长'.repeat(101)}`, '不要超过 100 字'],
  ])('asks for what is missing: %s', async (words, question) => {
    office = await startOffice();
    expect(await office.ask('李负责', `/免报 ${words}`)).toContain(question);
    expect(await office.ask('李负责', '/免报')).toContain('没有免报安排');
  });

  it('is for the lead and the admin', async () => {
    office = await startOffice();
    expect(await office.ask('规划科通讯员', '/免报 规划科 本周 防汛')).toContain('需要');
    expect(await office.ask('陈管理', '/免报 规划科 本周 防汛')).toContain('已登记免报');
  });
});
