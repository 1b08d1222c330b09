import { afterEach, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '开展窗口开放日活动｜10月29日，登记中心在政务大厅举办开放日活动。';

function offers(name = '李负责') {
  return office.sandbox
    .messages(office.privately(name))
    .filter(({ text }) => text.includes('可以生成报告初稿'));
}

function files(chat: string) {
  return office.sandbox.messages(chat).filter(({ type }) => type === 'file');
}

it('offers the lead the last month on the first working day, and makes it once at a press', async () => {
  office = await startOffice({ now: '2026-10-27T09:00' });
  await office.ask('规划科通讯员', `/报送 ${ITEM}`);
  await office.ask('陈管理', '/角色 宣传负责人 @规划科通讯员');

  await office.moveTo('2026-11-01T10:00');
  await office.moveTo('2026-11-02T09:29');
  expect(offers()).toHaveLength(0);
  await office.moveTo('2026-11-02T09:31');
  await office.moveTo('2026-11-02T09:36');

  const [card, ...others] = offers();
  expect(others).toHaveLength(0);
  expect(card?.text).toContain('1 条');
  expect(card?.text).toMatch(/未报.*耕地科/s);
  expect(offers('耕地科通讯员')).toHaveLength(0);

  const [second] = offers('规划科通讯员');
  const done = await office.sandbox.click(office.person('李负责'), card?.id ?? '', '生成初稿');
  const again = await office.sandbox.click(office.person('规划科通讯员'), second?.id ?? '', '生成初稿');
  await office.settled();

  expect(done.toast?.content).toContain('2026年10月报告初稿已生成');
  expect(again.toast?.content).toContain('已汇总到第 1 版');
  expect(files(office.privately('李负责'))).toHaveLength(1);
  expect(files(office.privately('规划科通讯员'))).toHaveLength(0);
});

it('does not offer what is compiled already, and is not sent again after a restart', async () => {
  office = await startOffice({ now: '2026-10-27T09:00' });
  await office.ask('李负责', '/汇总 10月');

  await office.moveTo('2026-11-02T09:31');
  await office.restart();
  await office.moveTo('2026-12-01T10:00');
  await office.restart();
  await office.moveTo('2026-12-01T11:00');

  expect(offers().map(({ text }) => text.includes('2026年11月'))).toEqual([true]);
});

it('goes out late after a stop, and follows the setting', async () => {
  office = await startOffice({ now: '2026-10-27T09:00' });
  expect(await office.ask('陈管理', '/设置 月初初稿 10:30')).toContain('09:30 → 10:30');

  await office.moveTo('2026-11-03T20:00');
  expect(offers()).toHaveLength(0);
  await office.moveTo('2026-11-04T08:31');
  expect(offers()).toHaveLength(1);

  expect(await office.ask('陈管理', '/设置 月初初稿 关')).toContain('10:30 → 关');
  await office.moveTo('2026-12-01T11:00');
  expect(offers()).toHaveLength(1);
});

it('has nothing to offer to a group that began after the month', async () => {
  office = await startOffice({ now: '2026-11-02T08:40' });

  await office.moveTo('2026-11-02T10:00');

  expect(offers()).toHaveLength(0);
});
