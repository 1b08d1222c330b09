import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '开展执法巡查｜11月17日，我局执法人员在城西片区开展巡查。';

function closings(name = '李负责'): readonly string[] {
  return office.sandbox
    .messages(office.privately(name))
    .map(({ text }) => text)
    .filter((text) => /^第\d+周/.test(text));
}

describe('the closing card of a week', () => {
  it('tells the lead on the next working day how the week came out, once', async () => {
    office = await startOffice({ departments: ['规划科', '耕地科', '登记科'] });
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('登记科通讯员', '/本周无');
    await office.moveTo('2026-11-20T10:01');
    await office.moveTo('2026-11-20T15:31');

    await office.moveTo('2026-11-21T10:00');
    await office.moveTo('2026-11-23T08:59');
    expect(closings()).toEqual([]);
    await office.moveTo('2026-11-23T09:00');
    await office.restart();
    await office.moveTo('2026-11-23T10:00');

    expect(closings()).toEqual([
      '第47周应报 3\n已报 1、零报告 1、免报 0、补报 0、未报 1：耕地科（耕地科通讯员）。\n[周报送情况表]',
    ]);
    expect(closings('陈管理')).toEqual([]);
  });

  it('comes after the holidays for the week before them', async () => {
    office = await startOffice({ now: '2026-09-28T09:00' });
    await office.moveTo('2026-10-01T09:30');
    expect(closings()).toEqual([]);

    await office.moveTo('2026-10-08T09:01');

    expect(closings()).toHaveLength(1);
    expect(closings()[0]).toMatch(/^第40周应报 2/);
  });

  it('of a week that was missed while the bot was down is told late, the latest alone, and not for ever', async () => {
    office = await startOffice();
    await office.moveTo('2026-12-01T10:00');
    expect(closings()).toHaveLength(1);
    expect(closings()[0]).toMatch(/^第48周/);
  });

  it('is for those who want it: at another time, or not at all', async () => {
    office = await startOffice();
    await office.ask('陈管理', '/设置 每周小结 16:00');
    await office.moveTo('2026-11-23T15:59');
    expect(closings()).toEqual([]);
    await office.moveTo('2026-11-23T16:00');
    expect(closings()).toHaveLength(1);

    await office.ask('陈管理', '/设置 每周小结 关');
    await office.moveTo('2026-11-30T17:00');
    expect(closings()).toHaveLength(1);
  });
});

describe('where the duty day reminds', () => {
  const cards = () => office.sandbox.messages(office.chat).filter(({ text }) => /^本周还有/.test(text));
  const letters = () => office.sandbox.messages(office.privately('规划科通讯员'));

  it.each([
    ['群内', 1, 0],
    ['私信', 0, 1],
    ['都要', 1, 1],
  ])('%s: %i in the group, %i in private', async (mode, inGroup, inPrivate) => {
    office = await startOffice();
    await office.ask('陈管理', `/设置 催报方式 ${mode}`);

    await office.moveTo('2026-11-20T10:01');
    await office.moveTo('2026-11-20T15:31');

    expect(cards()).toHaveLength(inGroup);
    expect(letters()).toHaveLength(inPrivate);
  });
});
