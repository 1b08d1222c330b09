import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const toldIn = (chat: string) =>
  office.sandbox
    .messages(chat)
    .filter(({ senderId, text }) => senderId === 'bot' && text.includes('主题宣传预告'))
    .map(({ text }) => text);
const toldGroup = () => toldIn(office.chat);
const toldLead = () => toldIn(office.privately('李负责'));

describe('themes', () => {
  it('are told to the group or to the lead, some working days before, once', async () => {
    office = await startOffice({ now: '2026-04-01T09:00', themes: 'shipped' });
    const counts: [group: number, lead: number][] = [];
    for (const moment of [
      '2026-04-07T18:00',
      '2026-04-08T08:20',
      '2026-04-08T08:31',
      '2026-04-08T14:00',
      '2026-04-22T09:00',
    ]) {
      await office.moveTo(moment);
      counts.push([toldGroup().length, toldLead().length]);
    }

    // 世界地球日 is told ten working days before, to the group; 国家安全教育日 five, to the lead.
    expect(counts).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(toldGroup()[0]).toContain('4月22日（周三） 世界地球日');
    expect(toldGroup()[0]).toContain('专题：世界地球日');
    expect(toldLead()[0]).toContain('4月15日（周三） 全民国家安全教育日');
  });

  it('of one day come in one message', async () => {
    office = await startOffice({ now: '2026-03-10T09:00', themes: 'shipped' });

    await office.moveTo('2026-03-16T09:00');

    expect(toldLead()).toHaveLength(1);
    expect(toldLead()[0]).toContain('主题宣传预告：中国水周、世界水日');
  });

  it.each([
    ['2026-08-18T09:00', 1],
    ['2026-08-31T09:00', 0],
  ])('are made good after a stop until %s: %i, none that has begun', async (moment, count) => {
    office = await startOffice({ now: '2026-08-10T09:00', themes: 'shipped' });

    await office.moveTo(moment);

    expect(toldGroup().filter((text) => text.includes('测绘法宣传日'))).toHaveLength(count);
  });

  it('are not told in a group that does not want it', async () => {
    office = await startOffice({ now: '2026-04-01T09:00', themes: 'shipped' });
    expect(await office.ask('陈管理', '/设置 主题日预告 关')).toContain('主题日预告：开 → 关');

    await office.moveTo('2026-04-08T09:00');

    expect([...toldGroup(), ...toldLead()]).toEqual([]);
  });

  it('stand in the calendar and in the plans of the month before', async () => {
    office = await startOffice({ now: '2026-03-31T09:00', themes: 'shipped' });

    const april = await office.ask('李负责', '/日历 2026-04');
    const group = await office.bot.store.repos.groups.find(office.chat);
    await office.ask('李负责', '/汇总 2026-03');
    await office.settled();
    const report = await office.bot.store.repos.reports.latest(office.chat, '2026-03');

    expect(group?.settings.themeDays).toBe(true);
    for (const words of ['15 ★', '22 ★', '主题宣传', '4月22日（周三） 世界地球日'])
      expect(april).toContain(words);
    expect(JSON.stringify(report)).toContain('世界地球日');
  });
});
