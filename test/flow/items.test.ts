import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '开展执法巡查｜11月16日，我局执法人员在城西片区开展巡查。';

async function itemsOf(month: string) {
  return office.bot.store.repos.items.ofMonth(office.chat, month);
}

describe('a recall', () => {
  it('withdraws the item at once before the first compile', async () => {
    office = await startOffice();
    const receipt = await office.askForMessage('规划科通讯员', `/报送 ${ITEM}`);

    office.sandbox.recall(receipt.parentId ?? '');
    await office.settled();

    const [item] = await itemsOf('2026-11');
    expect(item?.state).toBe('withdrawn');
    const told = await office.sandbox.awaitMessage(office.privately('规划科通讯员'), () => true);
    expect(told.text).toContain('已同时撤回');
  });

  it('asks the author once the item stands in a report', async () => {
    office = await startOffice();
    const receipt = await office.askForMessage('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('李负责', '/汇总 11月');
    await office.settled();

    office.sandbox.recall(receipt.parentId ?? '');
    const question = await office.sandbox.awaitMessage(office.privately('规划科通讯员'), () => true);
    expect((await itemsOf('2026-11'))[0]?.state).toBe('approved');
    const result = await office.sandbox.click(office.person('规划科通讯员'), question.id, '撤回信息');

    expect(result.toast?.content).toContain('已撤回 202611-规划科-01');
    expect((await itemsOf('2026-11'))[0]?.state).toBe('withdrawn');
  });

  it('of a message the bot has not seen is remembered', async () => {
    office = await startOffice();
    office.sandbox.pushFaults.reorder = 1;

    const id = office.sandbox.say(office.person('规划科通讯员'), office.chat, `/报送 ${ITEM}`);
    office.sandbox.recall(id);
    await office.settled();

    const open = (await itemsOf('2026-11')).filter((item) => item.state !== 'withdrawn');
    expect(open).toHaveLength(0);
  });
});

describe('/withdraw', () => {
  it('is for the author and the lead, by either number', async () => {
    office = await startOffice();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('规划科通讯员', '/报送 第二条｜11月16日，规划科在县局召开会议。');

    expect(await office.ask('耕地科通讯员', '/撤回 #1')).toContain('不是您部门报送的');
    expect(await office.ask('规划科通讯员', '/撤回 #1 重复了')).toContain('已撤回 202611-规划科-01');
    expect(await office.ask('李负责', '/撤回 202611-规划科-02')).toContain('已撤回');
    expect(await office.ask('规划科通讯员', '/撤回 #1')).toContain('已撤回”');
    expect(await office.ask('规划科通讯员', '/撤回 #99')).toContain('没有找到');
    expect(await office.ask('李负责', '/撤回 #1 #2')).toContain('逐条');
  });
});

describe('what a submission counts for', () => {
  it('is late after the due time, for the same week', async () => {
    office = await startOffice();
    await office.moveTo('2026-11-20T18:30');

    const receipt = await office.ask('规划科通讯员', `/报送 ${ITEM}`);

    expect(receipt).toContain('#1（补报）');
    expect(await office.ask('李负责', '/进度')).toContain('补报　1 个部门：规划科');
  });

  it('can be an earlier week, within two weeks; a lead is not bound', async () => {
    office = await startOffice();
    await office.moveTo('2026-12-08T09:00');

    expect(await office.ask('规划科通讯员', `/补报 2026-W49 ${ITEM}`)).toContain('补报周次 2026-W49');
    expect(await office.ask('规划科通讯员', `/补报 2026-W47 ${ITEM}`)).toContain('最近 2 周');
    const lead = await office.ask('李负责', '/补报 2026-W47 部门：规划科\n标题在此\n11月17日，县局开会。');
    expect(lead).toContain('补报周次 2026-W47');
  });

  it('has to be said, and the text behind it', async () => {
    office = await startOffice();

    expect(await office.ask('规划科通讯员', '/补报 11月9日，县局开会')).toContain(
      '没看懂“11月9日，县局开会”',
    );
    expect(await office.ask('规划科通讯员', '/补报 上周')).toContain('请在周次后面写标题和内容');
    expect(await office.ask('规划科通讯员', '/进度 上周')).toContain('没有部门应报');
  });

  it('is the month of the event for the item, of the duty day for the week', async () => {
    office = await startOffice({ now: '2026-09-28T09:00' });

    const receipt = await office.ask(
      '规划科通讯员',
      '/报送 国庆宣传\n日期：10月1日\n10月1日，县局在广场开展宣传。',
    );

    expect(receipt).toContain('应报计入2026年9月）；信息计入2026年10月');
  });

  it('is asked about when the date does not exist, and nothing is stored', async () => {
    office = await startOffice();

    const answer = await office.ask('规划科通讯员', '/报送 标题\n日期：2月30日\n正文');

    expect(answer).toContain('请确认事件日期');
    expect(await itemsOf('2026-11')).toHaveLength(0);
  });
});

describe('a nil report', () => {
  it('is taken back with its message', async () => {
    office = await startOffice();
    const answer = await office.askForMessage('规划科通讯员', '/本周无');

    office.sandbox.recall(answer.parentId ?? '');
    await office.settled();

    expect(await office.ask('李负责', '/进度')).toContain('零报告　0 个部门');
    const told = await office.sandbox.awaitMessage(office.privately('规划科通讯员'), () => true);
    expect(told.text).toContain('零报告已同时取消');
  });

  it('gives way to an item', async () => {
    office = await startOffice();
    await office.ask('规划科通讯员', '/本周无');
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);

    expect(await office.ask('李负责', '/进度')).toContain('已报　1 个部门：规划科');
    expect(await office.ask('规划科通讯员', '/本周无')).toContain('无需零报告');
  });
});

describe('warnings', () => {
  it('stand on the receipt and do not block', async () => {
    office = await startOffice();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);

    const receipt = await office.ask(
      '耕地科通讯员',
      '/报送 开展执法巡查｜11月16日，我局执法人员在城西片区开展了巡查，发现问题××处。',
    );

    expect(receipt).toContain('占位符');
    expect(receipt).toContain('与 #1《开展执法巡查》相似');
    expect(await itemsOf('2026-11')).toHaveLength(2);
  });
});

describe('a text without a date line', () => {
  it('that begins with a day of last month is told how to count it there', async () => {
    office = await startOffice({ now: '2026-12-01T09:00' });
    const receipt = await office.ask('规划科通讯员', '/报送 11月28日，县局规划科到青石村开展宣讲。');

    expect(receipt).toContain('信息计入2026年12月');
    const [, command = ''] = /请发送：(\/修改 .*)/.exec(receipt) ?? [];
    expect(command).toBe('/修改 #1 日期：2026-11-28');
    await office.ask('规划科通讯员', command);
    expect(await office.bot.store.repos.items.find(office.chat, { serial: 1 })).toMatchObject({
      month: '2026-11',
    });
  });

  it('is no item when there is not a word in it', async () => {
    office = await startOffice();
    expect(await office.ask('规划科通讯员', '/报送 。')).toContain('报送');
    expect(await office.bot.store.repos.items.find(office.chat, { serial: 1 })).toBeUndefined();
  });
});

describe('a correspondent of two departments', () => {
  it('is asked to name one', async () => {
    office = await startOffice();
    await office.ask('陈管理', '/通讯员 副手 耕地科 @规划科通讯员');

    expect(await office.ask('规划科通讯员', `/报送 ${ITEM}`)).toContain('请选择部门');
    expect(await office.ask('规划科通讯员', '/报送 部门：耕地科\n巡查\n11月16日，县局巡查。')).toContain(
      '202611-耕地科-01',
    );
  });
});

describe('departments over time', () => {
  it('keep their id through a new name and owe nothing once closed', async () => {
    office = await startOffice();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('陈管理', '/部门 改名 规划科 空间规划科');
    await office.ask('陈管理', '/部门 关闭 耕地科');

    expect(await office.ask('李负责', '/进度')).toContain('已报　1 个部门：空间规划科');
    expect(await office.ask('李负责', '/进度')).not.toContain('耕地科');
    const receipt = await office.ask('规划科通讯员', '/报送 第二条｜11月16日，县局召开会议。');
    expect(receipt).toContain('202611-空间规划科-02');
    expect(await office.ask('陈管理', '/部门 新增 空间规划科')).toContain('已经存在');
  });

  it('owe from the day on which they are reopened, and nothing for the time between', async () => {
    office = await startOffice({ now: '2026-11-04T09:00' });
    await office.ask('陈管理', '/部门 关闭 耕地科');
    expect(await office.ask('陈管理', '/部门 列表')).toMatch(/已关闭：耕地科/);
    expect(await office.ask('耕地科通讯员', `/报送 ${ITEM}`)).toContain('没有绑定部门');

    await office.moveTo('2026-11-16T09:00');
    expect(await office.ask('陈管理', '/部门 恢复 规划科')).toContain('已关闭的部门：耕地科');
    expect(await office.ask('陈管理', '/部门 恢复 耕地科')).toContain('自11月16日（周一）起重新计入应报');

    expect(await office.ask('陈管理', '/部门 列表')).not.toContain('已关闭');
    expect(await office.ask('耕地科通讯员', `/报送 ${ITEM}`)).toContain('202611-耕地科-01');
    const departments = await office.bot.store.repos.departments.list(office.chat);
    expect(departments.map(({ closures }) => closures)).toEqual([
      [],
      [{ from: '2026-11-04', to: '2026-11-16' }],
    ]);
    expect(await office.ask('李负责', '/进度 2026-W46')).not.toContain('耕地科');
    expect(await office.ask('李负责', '/进度 2026-W47')).toContain('耕地科');
    expect(await office.ask('陈管理', '/审计 部门')).toContain('恢复部门');
  });

  it('are not reopened under a name that another one bears now', async () => {
    office = await startOffice();
    await office.ask('陈管理', '/部门 关闭 耕地科');
    await office.ask('陈管理', '/部门 新增 耕地科');
    expect(await office.ask('陈管理', '/部门 恢复 耕地科')).toContain('已经存在');
  });
});

describe('the section', () => {
  it('is learned from what people have filed, where keywords leave it open', async () => {
    office = await startOffice();
    for (let n = 1; n <= 11; n += 1) {
      await office.ask(
        '规划科通讯员',
        `/报送 城西测站水尺校核第${n}次｜11月16日，县局校核水尺。\n栏目：安全与应急`,
      );
      await office.ask(
        '耕地科通讯员',
        `/报送 家庭农场茶叙第${n}场｜11月16日，县局与农场主茶叙。\n栏目：为民服务`,
      );
    }

    expect(
      await office.ask('规划科通讯员', '/报送 城东测站水尺校核｜11月17日，县局到城东校核水尺。'),
    ).toContain('栏目　安全与应急（自动归入');
  });
});

describe('what two departments send in alike', () => {
  it('becomes one joint item when the lead says so, and both have answered their week', async () => {
    office = await startOffice();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('耕地科通讯员', `/报送 ${ITEM}`);
    const question = await office.sandbox.awaitMessage(office.privately('李负责'), ({ text }) =>
      text.includes('联合信息吗'),
    );

    const done = await office.sandbox.click(office.person('李负责'), question.id, '合并为联合信息');
    const card = await office.ask('李负责', '/汇总 11月');

    expect(done.toast?.content).toContain('202611-耕地科-01 已并入 202611-规划科-01');
    expect((await itemsOf('2026-11')).map(({ state }) => state)).toEqual(['approved', 'merged']);
    expect(card).toContain('信息　1 条');
    expect(card).toContain('已报 2，应报 2');
    expect(await office.ask('李负责', '/合并 #2 #1')).toContain('当前是“已合并”');
    expect(await office.ask('耕地科通讯员', '/查看 #1')).toContain('202611-规划科-01');
    expect(await office.ask('耕地科通讯员', '/我的')).toMatch(/#1 .*（已通过，联合信息）/);
    expect(await office.ask('耕地科通讯员', '/修改 #1 标题：改掉')).toContain('不是您部门报送的');
  });

  it('stays two items when the lead keeps them; within a department nobody is asked', async () => {
    office = await startOffice();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.settled();
    expect(office.sandbox.messages(office.privately('李负责'))).toHaveLength(0);

    await office.ask('耕地科通讯员', `/报送 ${ITEM}`);
    const question = await office.sandbox.awaitMessage(office.privately('李负责'), () => true);
    await office.sandbox.click(office.person('李负责'), question.id, '各自保留');

    expect((await itemsOf('2026-11')).map(({ state }) => state)).toEqual([
      'approved',
      'approved',
      'approved',
    ]);
  });
});

describe('an item that comes after its month was compiled', () => {
  it('says so on the receipt, and the lead hears of it once a day', async () => {
    office = await startOffice();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('李负责', '/汇总 11月');

    const receipt = await office.ask('规划科通讯员', '/报送 第二条｜11月16日，县局召开会议。');
    await office.ask('耕地科通讯员', '/报送 第三条｜11月16日，登记中心上门服务群众。');
    await office.settled();

    expect(receipt).toContain('已汇总到第 1 版，本条将在负责人再次汇总时编入');
    const told = office.sandbox.messages(office.privately('李负责')).map(({ text }) => text);
    expect(told.filter((text) => text.includes('又收到属于该月的新报送'))).toHaveLength(1);
  });
});
