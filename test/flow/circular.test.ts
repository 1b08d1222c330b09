import { afterEach, expect, it } from 'vitest';
import { readDocx } from '../support/read-docx.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

async function fileIn(chat: string) {
  const message = await office.sandbox.awaitMessage(chat, ({ type }) => type === 'file');
  const file = office.sandbox.uploadedFile(message.fileKey ?? '');
  if (file === undefined) throw new Error('the circular was not uploaded');
  return { name: file.name, text: await readDocx(file.bytes) };
}

function offers() {
  return office.sandbox
    .messages(office.privately('李负责'))
    .filter(({ text }) => text.includes('可以生成报送情况通报'));
}

/** The cells of the row that a department has in the table. */
function rowOf(text: string, department: string): string[] {
  const cells = text.split('\n').filter((line) => line !== '');
  return cells.slice(cells.indexOf(department), cells.indexOf(department) + 9);
}

it('counts a month in the order of departments, nil reports and empty rows included', async () => {
  office = await startOffice({ now: '2026-11-02T09:00', departments: ['规划科', '耕地科', '登记科'] });
  await office.ask('登记科通讯员', '/报送 开展窗口开放日活动｜11月2日，登记中心在政务大厅举办开放日活动。');
  await office.ask('登记科通讯员', '/报送 开展上门服务｜11月2日，登记中心工作人员到城东社区上门服务。');
  await office.ask('规划科通讯员', '/本周无');
  await office.moveTo('2026-11-09T09:00');

  const card = await office.ask('李负责', '/通报 11月');

  expect(card).toContain('2026年11月报送情况通报 第 1 版');
  expect(card).toContain('这个时段还没有结束');
  const { name, text } = await fileIn(office.chat);
  expect(name).toBe('青禾县自然资源局2026年11月宣传信息报送情况通报（第1版）.docx');
  expect(text).toContain('青禾县自然资源局关于2026年11月宣传信息报送情况的通报');
  expect(rowOf(text, '规划科')).toEqual(['规划科', '1', '1', '0', '0', '1', '0', '××', '××']);
  expect(rowOf(text, '耕地科')).toEqual(['耕地科', '1', '0', '0', '0', '0', '0', '××', '××']);
  expect(rowOf(text, '登记科')).toEqual(['登记科', '1', '1', '2', '0', '0', '0', '××', '××']);
  expect(rowOf(text, '合计')).toEqual(['合计', '3', '2', '2', '0', '1', '0', '××', '××']);
  expect(text.indexOf('规划科')).toBeLessThan(text.indexOf('登记科'));
  expect(text).toContain('统计数据截至2026年11月9日');
  expect(text).not.toMatch(/批评|排名第|倒数|落后/);
});

it('keeps versions of its own beside the month report', async () => {
  office = await startOffice();
  await office.ask('李负责', '/汇总 11月');
  await office.ask('李负责', '/通报 11月');
  await office.settled();

  expect(await office.ask('李负责', '/通报 2026-11')).toContain('第 2 版');
  expect(await office.ask('李负责', '/汇总 11月')).toContain('第 2 版');
  expect(await office.ask('李负责', '/通报 2026年')).toContain('2026年报送情况通报 第 1 版');
  expect(await office.ask('李负责', '/通报 2027-Q1')).toContain('还没有到');
  expect(await office.ask('李负责', '/通报 下辈子')).toContain('没看懂“下辈子”');
  expect(await office.ask('规划科通讯员', '/通报 11月')).toContain('宣传负责人');
  expect(await office.ask('陈管理', '/审计')).toContain('生成通报：2026-11 第 2 版');
});

it('is offered to the lead on the first working day of a quarter, and comes to them alone', async () => {
  office = await startOffice({ now: '2026-09-28T09:00' });
  await office.ask('规划科通讯员', '/报送 开展巡查｜9月28日，执法人员在城西片区开展巡查。');

  await office.moveTo('2026-10-01T10:00');
  expect(offers()).toHaveLength(0);
  await office.moveTo('2026-10-08T09:31');
  await office.restart();
  await office.moveTo('2026-10-08T09:36');

  const [card, ...others] = offers();
  expect(others).toHaveLength(0);
  const done = await office.sandbox.click(office.person('李负责'), card?.id ?? '', '生成通报');
  await office.settled();

  expect(done.toast?.content).toContain('2026年第三季度通报已生成');
  const { text } = await fileIn(office.privately('李负责'));
  expect(text).toContain('（2026年7月1日至2026年9月30日）');
  expect(rowOf(text, '规划科')).toEqual(['规划科', '1', '1', '1', '0', '0', '0', '××', '××']);
  expect(office.sandbox.messages(office.chat).filter(({ type }) => type === 'file')).toHaveLength(0);
});

it('is not offered where the setting says so', async () => {
  office = await startOffice({ now: '2026-09-28T09:00' });
  await office.ask('陈管理', '/设置 季度通报 关');

  await office.moveTo('2026-10-08T10:00');

  expect(offers()).toHaveLength(0);
});
