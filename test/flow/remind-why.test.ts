import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '开展执法巡查｜11月18日，我局执法人员在城西片区开展巡查。';
const why = (department: string, week = '') =>
  office.ask('李负责', `/催报 为什么 ${department} ${week}`.trimEnd());

describe('why a department was named', () => {
  it('is told by what the round found, and what has been sent in since', async () => {
    office = await startOffice({ departments: ['规划科', '耕地科', '登记科'] });
    await office.moveTo('2026-11-18T14:05');
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('登记科通讯员', '/本周无');
    expect(await why('耕地科')).toBe('耕地科：目前未报，尚未到提醒时间（周五 10:00 群内）。');

    await office.moveTo('2026-11-20T10:00');
    expect(await why('规划科')).toBe('规划科：已报（#1，周三 14:05）。');
    expect(await why('登记科')).toBe('登记科：零报告（周三 14:05）。');
    expect(await why('耕地科')).toBe('耕地科：已点名（周五 10:00 群内）。');

    await office.moveTo('2026-11-20T14:00');
    await office.ask('耕地科通讯员', `/报送 ${ITEM}`);
    await office.moveTo('2026-11-20T15:31');
    expect(await why('耕地科')).toBe('耕地科：已点名（周五 10:00 群内），之后已报（#2，周五 14:00）。');
  });

  it('stays what it was when things change afterwards, weeks later too', async () => {
    office = await startOffice({ departments: ['规划科', '耕地科'] });
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.moveTo('2026-11-20T10:00');
    await office.moveTo('2026-11-20T15:30');
    await office.ask('规划科通讯员', '/撤回 #1');
    await office.moveTo('2026-11-25T10:00');

    expect(await why('规划科', '上周')).toMatch(/^规划科：已报（#1，周一 09:00）。$/);
    expect(await why('耕地科', '2026-W47')).toContain('已点名（周五 15:30 私信）');
    expect(await why('耕地科')).toContain('尚未到提醒时间');
  });

  it('knows pauses, people who have left, and reminders that never arrived', async () => {
    office = await startOffice({ departments: ['规划科', '耕地科'] });
    office.sandbox.leave(office.chat, office.person('耕地科通讯员'));
    await office.settled();
    await office.moveTo('2026-11-20T10:00');
    expect(await why('耕地科')).toBe('耕地科：已点名（周五 10:00 群内），耕地科通讯员已离群，只写了姓名。');

    await office.ask('李负责', '/催报 暂停');
    await office.moveTo('2026-11-27T16:00');
    expect(await why('规划科')).toBe('规划科：没有点名，提醒暂停。');
    await office.ask('李负责', '/催报 恢复');

    await office.moveTo('2026-12-05T10:00');
    expect(await why('规划科', '2026-W49')).toContain('机器人停机');
  });

  it('is refused with help where the words do not fit', async () => {
    office = await startOffice();
    expect(await office.ask('李负责', '/催报 为什么')).toContain('例如：');
    expect(await why('信息科')).toContain('没有找到部门');
    expect(await why('规划科', '某周')).toContain('没看懂');
  });
});
