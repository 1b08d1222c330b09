import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.stop());

const THREE = [
  '/报送',
  '1. 开展执法巡查｜11月16日，我局执法人员在城西片区开展巡查。',
  '2. 开展窗口开放日活动｜11月16日，登记中心邀请居民走进办事大厅。',
  '日期：11月15日',
  '3. 村庄规划公示｜收到意见建议××条。',
].join('\n');

async function stored() {
  return office.bot.store.repos.items.ofMonth(office.chat, '2026-11');
}

describe('several items in one message', () => {
  it('each get a number, and a line on one receipt', async () => {
    const receipt = await office.ask('规划科通讯员', THREE);

    expect(receipt).toContain('已收到 3 条：#1—#3');
    expect(receipt).toContain('202611-规划科-01《开展执法巡查》');
    expect(receipt).toContain('202611-规划科-02《开展窗口开放日活动》');
    expect(receipt).toMatch(/202611-规划科-03《村庄规划公示》.*处请留意/);
    expect(receipt).toContain('#3：没有看到时间');
    expect((await stored()).map(({ eventDate }) => eventDate)).toEqual([undefined, '2026-11-15', undefined]);
    expect(office.sandbox.messages(office.chat).filter(({ text }) => text.includes('已收到'))).toHaveLength(
      1,
    );
  });

  it('are all taken back with the message', async () => {
    const receipt = await office.askForMessage('规划科通讯员', THREE);
    await office.ask('规划科通讯员', '/撤回 #2');

    office.sandbox.recall(receipt.parentId ?? '');
    await office.settled();

    expect((await stored()).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
    const told = await office.sandbox.awaitMessage(office.privately('规划科通讯员'), () => true);
    expect(told.text).toContain('202611-规划科-01');
    expect(told.text).toContain('202611-规划科-03');
    expect(told.text).not.toContain('202611-规划科-02');
  });

  it('are each asked about once they stand in a report', async () => {
    const receipt = await office.askForMessage('规划科通讯员', THREE);
    await office.ask('李负责', '/汇总 11月');
    await office.settled();

    office.sandbox.recall(receipt.parentId ?? '');
    await office.settled();

    const asked = office.sandbox.messages(office.privately('规划科通讯员'));
    expect(asked.filter(({ text }) => text.includes('消息已撤回'))).toHaveLength(3);
  });

  it('are stored all or none', async () => {
    const answer = await office.ask('规划科通讯员', THREE.replace('11月15日', '2月30日'));

    expect(answer).toContain('“日期：2月30日”不能作为事件日期');
    expect(await stored()).toHaveLength(0);
  });

  it('are bounded in number, which is said', async () => {
    const many = Array.from({ length: 31 }, (_, at) => `${at + 1}. 县局召开第${at + 1}次会议。`);

    expect(await office.ask('规划科通讯员', `/报送\n${many.join('\n')}`)).toContain('最多报送 30 条');
    expect(await stored()).toHaveLength(0);
  });

  it('may be late, or for another department', async () => {
    const two = '\n1. 甲事｜11月9日，县局开会。\n2. 乙事｜11月9日，规划科开展巡查。';

    expect(await office.ask('规划科通讯员', `/补报 上周${two}`)).toMatch(/《甲事》.*，补报/);
    expect(await office.ask('李负责', `/代报 耕地科${two}`)).toContain('202611-耕地科-02《乙事》');
    const told = await office.sandbox.awaitMessage(office.privately('耕地科通讯员'), () => true);
    expect(told.text).toContain('代耕地科报送了 202611-耕地科-02《乙事》');
  });

  it('keep a title with its paragraphs as one', async () => {
    await office.ask('规划科通讯员', '/报送 开展巡查\n\n11月16日，县局开展巡查。\n\n1. 发现问题三处');

    expect(await stored()).toHaveLength(1);
  });
});
