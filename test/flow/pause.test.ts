import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const cards = () => office.sandbox.messages(office.chat).filter(({ text }) => /^本周还有/.test(text));
const letters = () => office.sandbox.messages(office.privately('规划科通讯员'));
const closings = () =>
  office.sandbox
    .messages(office.privately('李负责'))
    .map(({ text }) => text)
    .filter((text) => /^第\d+周/.test(text));

async function passDutyDay(friday: string, monday: string): Promise<void> {
  await office.moveTo(`${friday}T10:01`);
  await office.moveTo(`${friday}T15:31`);
  await office.moveTo(`${monday}T09:01`);
}

describe('a pause', () => {
  it('of two weeks rests as long, is told of once, and ends by itself', async () => {
    office = await startOffice();
    expect(await office.ask('李负责', '/催报 暂停 2周')).toContain('11月30日（周一）起恢复');

    await passDutyDay('2026-11-20', '2026-11-23');
    await passDutyDay('2026-11-27', '2026-11-30');
    expect([cards().length, letters().length]).toEqual([0, 0]);
    expect(closings()).toEqual([
      '第47周：提醒已暂停，11月30日（周一）起恢复。要马上恢复，请发送 /催报 恢复。',
    ]);

    await passDutyDay('2026-12-04', '2026-12-07');
    expect([cards().length, letters().length]).toEqual([1, 1]);
    expect(closings()).toHaveLength(2);
    expect(closings()[1]).toMatch(/^第49周应报 2/);
  });

  it('without an end is said by the preview, and again after four weeks', async () => {
    office = await startOffice();
    expect(await office.ask('李负责', '/催报 暂停')).toContain('发送 /催报 恢复 后才会恢复');
    expect(await office.ask('李负责', '/催报 预览')).toContain('提醒已暂停');
    expect(await office.ask('陈管理', '/设置 暂停提醒')).toContain('暂停提醒：开');

    for (const [friday, monday] of [
      ['2026-11-20', '2026-11-23'],
      ['2026-11-27', '2026-11-30'],
      ['2026-12-04', '2026-12-07'],
      ['2026-12-11', '2026-12-14'],
      ['2026-12-18', '2026-12-21'],
    ] as const)
      await passDutyDay(friday, monday);

    expect(cards()).toHaveLength(0);
    expect(closings().map((text) => text.slice(0, 4))).toEqual(['第47周', '第51周']);
  });

  it('leaves reminding by hand as it is: the first is no second one', async () => {
    office = await startOffice();
    await office.ask('李负责', '/催报 暂停');
    await office.moveTo('2026-11-20T10:01');

    expect(await office.ask('李负责', '/催报 立即')).toContain('还有 2 个部门未报');
    expect(await office.ask('李负责', '/催报 立即')).toContain('已经提醒过一次');
    expect(cards()[0]?.mentions).toHaveLength(2);
  });

  it('that is ended in time leaves the day as it would have been', async () => {
    office = await startOffice();
    await office.ask('李负责', '/催报 暂停 到 12月1日');
    await office.moveTo('2026-11-20T10:01');
    expect(await office.ask('李负责', '/催报 恢复')).toBe(
      '提醒照常发出。下一次：11月20日（周五）15:30私信。',
    );

    await office.moveTo('2026-11-20T15:31');
    await office.moveTo('2026-11-23T09:01');

    expect([cards().length, letters().length]).toEqual([0, 1]);
    expect(closings()[0]).toMatch(/^第47周应报 2/);
  });

  it('survives a restart, is in the log, and is nothing that a correspondent may set', async () => {
    office = await startOffice();
    await office.ask('李负责', '/催报 暂停 2周');
    await office.restart();
    await office.moveTo('2026-11-20T10:01');

    expect(cards()).toHaveLength(0);
    expect(await office.ask('陈管理', '/审计')).toContain('暂停提醒 关 → 2026-11-30');
    expect(await office.ask('规划科通讯员', '/催报 恢复')).toContain('权限');
  });

  it.each(['/催报 暂停 昨天', '/催报 暂停 到 11月31日', '/催报 方式 电话', '/催报 方式'])(
    'is refused with an example: %s',
    async (typed) => {
      office = await startOffice();
      expect(await office.ask('李负责', typed)).toContain('例如：');
    },
  );
});

it('/remind mode says what it was set to and when the next round is', async () => {
  office = await startOffice();
  expect(await office.ask('李负责', '/催报 方式 私信')).toBe(
    '催报方式：私信。下一次：11月20日（周五）15:30私信。',
  );
});
