import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '开展执法巡查｜11月16日，我局执法人员在城西片区开展巡查。';

async function start(reviewLevels: 1 | 2 | 3 = 1) {
  office = await startOffice({ settings: { reviewLevels } });
  for (const name of ['王初审', '孙初审', '赵分管']) office.person(name);
  await office.ask('陈管理', '/角色 初审人 @王初审');
  await office.ask('陈管理', '/角色 分管领导 @赵分管');
}

async function stateOf(serial: number) {
  const item = await office.bot.store.repos.items.find(office.chat, { serial });
  return `${item?.state} ${item?.approvals}`;
}

async function lastPrivately(name: string, fits: RegExp) {
  return office.sandbox.awaitMessage(
    office.privately(name),
    ({ text, senderId }) => senderId === 'bot' && fits.test(text),
  );
}

describe('one level of review', () => {
  it('puts the item before the editor in private, and tells the author of the yes', async () => {
    await start();

    const receipt = await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    const card = await lastPrivately('王初审', /待审 #1/);
    const result = await office.sandbox.click(office.person('王初审'), card.id, '通过');

    expect(receipt).toContain('等待王初审审核');
    expect(result.toast?.content).toContain('202611-规划科-01 已通过');
    expect(await stateOf(1)).toBe('approved 1');
    expect((await lastPrivately('规划科通讯员', /已通过审核/)).text).toContain('《开展执法巡查》');
    expect(office.sandbox.messages(office.privately('李负责'))).toHaveLength(0);
  });

  it('returns with a reason, and the author mends it from the card', async () => {
    await start();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    const card = await lastPrivately('王初审', /待审 #1/);

    await office.sandbox.click(office.person('王初审'), card.id, '退回', { reason: '请补充出动人数' });
    const told = await lastPrivately('规划科通讯员', /被退回/);
    await office.sandbox.click(office.person('规划科通讯员'), told.id, '修改');
    const form = office.sandbox.messages(office.privately('规划科通讯员')).find(({ id }) => id === told.id);
    const saved = await office.sandbox.click(office.person('规划科通讯员'), told.id, '保存', {
      title: '开展执法巡查',
      body: '11月16日，我局出动12人在城西片区开展巡查。',
      section: '业务动态',
    });

    expect(told.text).toContain('王初审：请补充出动人数');
    expect(form?.text).toContain('修改 #1');
    expect(saved.toast?.content).toContain('重新送审');
    expect(await stateOf(1)).toBe('submitted 0');
    expect((await lastPrivately('王初审', /出动12人/)).text).toContain('待审 #1');
  });

  it('lets one of two reviewers win and shows the other who was first', async () => {
    await start();
    await office.ask('陈管理', '/角色 初审人 @孙初审');
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    const [first, second] = [await lastPrivately('王初审', /待审/), await lastPrivately('孙初审', /待审/)];

    const [yes, no] = await Promise.all([
      office.sandbox.click(office.person('王初审'), first.id, '通过'),
      office.sandbox.click(office.person('孙初审'), second.id, '退回', { reason: '晚了一步' }),
    ]);

    const notices = [yes.toast?.content, no.toast?.content].join('|');
    expect(notices).toMatch(/已有变化，当前：(已通过（王初审）|已退回（孙初审）)/);
    const item = await office.bot.store.repos.items.find(office.chat, { serial: 1 });
    expect(await office.bot.store.repos.items.revisions(item?.id ?? '')).toHaveLength(2);
  });

  it('approves with small edits, and the author sees what was changed', async () => {
    await start();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    const card = await lastPrivately('王初审', /待审/);

    await office.sandbox.click(office.person('王初审'), card.id, '修改后通过');
    await office.sandbox.click(office.person('王初审'), card.id, '保存并通过', {
      title: '深入开展执法巡查',
      body: '11月16日，我局执法人员在城西片区开展巡查。',
      section: '业务动态',
    });

    expect(await stateOf(1)).toBe('approved 1');
    expect((await lastPrivately('规划科通讯员', /已通过/)).text).toContain(
      '标题：开展执法巡查 → 深入开展执法巡查',
    );
    expect(await office.ask('李负责', '/历史 #1')).toMatch(
      /1\. .*报送.*\n.*\n.*2\. .*王初审 修改.*\n.*\n.*3\. .*王初审 通过/,
    );
  });

  it("is not for one's own text, unless the group allows it; the record then says so", async () => {
    office = await startOffice({ settings: { reviewLevels: 1 } });
    await office.ask('李负责', `/报送 部门：规划科\n${ITEM}`);
    expect(await office.ask('李负责', '/通过 #1')).toContain('不能由本人审核');
    await office.stop();

    office = await startOffice({ settings: { reviewLevels: 1, ownReview: true } });
    await office.ask('李负责', `/报送 部门：规划科\n${ITEM}`);
    await office.ask('李负责', '/通过 #1');
    expect(await office.ask('李负责', '/历史 1')).toContain('本人审核本人信息');
  });

  it('keeps items in review out of the report and says how many', async () => {
    await start();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);

    const card = await office.ask('李负责', '/汇总 11月');

    expect(card).toContain('1 条还在审核或已退回');
  });
});

describe('several numbers', () => {
  it('are approved at once, all or none, and never taken for a remark', async () => {
    await start();
    for (let count = 0; count < 3; count += 1) await office.ask('规划科通讯员', `/报送 ${ITEM}`);

    expect(await office.ask('王初审', '/通过 #1 #2 #9')).toContain('#9');
    expect(await office.ask('王初审', '/通过 #1 #2 数字已核对')).toContain('要写意见的，请一次一条');
    expect(await office.ask('王初审', '/退回 #1 #2 请补充人数')).toContain('一次只能退回一条');
    expect(await stateOf(1)).toBe('submitted 0');

    const done = await office.ask('王初审', '/通过 1、2 3');
    expect(done).toBe(['01', '02', '03'].map((at) => `202611-规划科-${at} 已通过。`).join('\n'));
    expect((await lastPrivately('规划科通讯员', /#3 已通过审核/)).text).not.toContain('王初审：');
  });
});

describe('a recall after the report', () => {
  it('lets the author take back even what a reviewer has passed', async () => {
    await start();
    const receipt = await office.askForMessage('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('王初审', '/通过 #1');
    await office.ask('李负责', '/汇总 11月');
    await office.settled();
    expect(await office.ask('规划科通讯员', '/撤回 #1')).toContain('当前是“已通过”');

    office.sandbox.recall(receipt.parentId ?? '');
    const question = await lastPrivately('规划科通讯员', /要一起撤回吗/);
    await office.sandbox.click(office.person('规划科通讯员'), question.id, '撤回信息');

    expect(await stateOf(1)).toBe('withdrawn 1');
  });
});

describe('two and three levels', () => {
  it('go from one reviewer to the next', async () => {
    await start(3);
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);

    expect(await office.ask('赵分管', '/通过 #1')).toContain('现在不由您审核');
    expect(await office.ask('王初审', '/通过 #1')).toContain('待审');
    expect(await stateOf(1)).toBe('submitted 1');
    await lastPrivately('李负责', /待审 #1/);
    await office.ask('李负责', '/通过 #1');
    expect(await office.ask('赵分管', '/待审')).toContain('待您审核 1 条');
    expect(await office.ask('赵分管', '/通过 #1')).toContain('已通过');
    expect(await stateOf(1)).toBe('approved 3');
    expect(await office.ask('赵分管', '/待审')).toContain('没有等待');
  });
});

describe('/edit', () => {
  it('shows old → new, and a new section leaves the review where it was', async () => {
    await start();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('王初审', '/通过 #1');

    expect(await office.ask('规划科通讯员', '/修改 #1 栏目：主题宣传')).toContain(
      '栏目：业务动态 → 主题宣传',
    );
    expect(await stateOf(1)).toBe('approved 1');
    expect(await office.ask('规划科通讯员', '/修改 #1 标题：新标题\n内容：第一行\n第二行')).toContain(
      '第 4 稿）',
    );
    expect(await stateOf(1)).toBe('submitted 0');
    const item = await office.bot.store.repos.items.find(office.chat, { serial: 1 });
    expect(item).toMatchObject({ title: '新标题', body: '第一行\n第二行', section: '主题宣传' });
  });

  it('is for the author, the department, editors and leads', async () => {
    await start();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);

    expect(await office.ask('耕地科通讯员', '/修改 #1 标题：偷改')).toContain('不是您部门报送的');
    expect(await office.ask('耕地科通讯员', '/查看 #1')).toContain('不是您部门报送的');
    expect(await office.ask('规划科通讯员', '/修改 #1 加一句话')).toContain('请写明字段');
    expect(await office.ask('规划科通讯员', '/修改 #1 栏目：没有的')).toContain('没有“没有的”这个栏目');
    expect(await office.ask('规划科通讯员', '/我的')).toContain('#1 开展执法巡查（待审）');
  });
});

describe('/for', () => {
  it('sends in for a department and tells its correspondent', async () => {
    await start();

    expect(await office.ask('李负责', `/代报 耕地科 ${ITEM}`)).toContain('202611-耕地科-01');

    expect((await lastPrivately('耕地科通讯员', /代耕地科/)).text).toContain(
      '李负责代耕地科报送了 202611-耕地科-01',
    );
  });
});

describe('items that nobody can review', () => {
  const asksForReviewer = /没有人能审核/;

  it('are said to be so, and lead and admin hear once what to do', async () => {
    office = await startOffice({ settings: { reviewLevels: 1 } });
    await office.ask('陈管理', '/角色 取消 宣传负责人 @李负责');

    const first = await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask(
      '耕地科通讯员',
      '/报送 1. 标题甲｜11月16日，县局开会。\n2. 标题乙｜11月17日，县局开会。',
    );
    await office.settled();

    expect(first).toContain('没有人能审核它');
    expect(first).not.toContain('等待');
    const told = office.sandbox
      .messages(office.privately('陈管理'))
      .filter(({ text }) => asksForReviewer.test(text));
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /202611-规划科-01《开展执法巡查》在等初审人、宣传负责人、分管领导审核.*\/角色 初审人 @某人/,
      ),
    ]);
  });

  it('are told to whoever is then given the role', async () => {
    office = await startOffice({ settings: { reviewLevels: 1 } });
    await office.ask('李负责', `/报送 部门：规划科\n${ITEM}`);
    expect((await lastPrivately('李负责', asksForReviewer)).text).toContain('本人不能审核自己报送的信息');
    office.person('王初审');

    await office.ask('陈管理', '/角色 初审人 @王初审');

    expect((await lastPrivately('王初审', /待审/)).text).toContain('有 1 条在等，发送 /待审 查看');
    await office.ask('王初审', '/通过 #1');
    expect(await stateOf(1)).toBe('approved 1');
  });

  it('of a later level are told when they come to it', async () => {
    await start(2);
    await office.ask('陈管理', '/角色 取消 分管领导 @赵分管');
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);

    await office.ask('王初审', '/通过 #1');

    expect((await lastPrivately('李负责', asksForReviewer)).text).toContain('/角色 分管领导 @某人');
  });

  it('wait for the lead alone once there is no review any more', async () => {
    office = await startOffice({ settings: { reviewLevels: 1 } });
    await office.ask('李负责', `/报送 部门：规划科\n${ITEM}`);
    await office.ask('陈管理', '/设置 审核级数 0');

    await office.ask('李负责', '/通过 #1');

    expect(await stateOf(1)).toBe('approved 1');
  });
});
