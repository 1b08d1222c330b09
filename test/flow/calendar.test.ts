import { afterEach, describe, expect, it } from 'vitest';
import { readSheet } from '../../src/files/sheet/read-sheet.ts';
import { writeTables } from '../../src/files/sheet/write-tables.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月13日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;

const calendarOf = async () => {
  const { groups, calendarDays } = office.bot.store.repos;
  const group = await groups.find(office.chat);
  return { group, days: await calendarDays.list(office.chat) };
};
const confirm = (id: string, name = '李负责') => office.sandbox.click(office.person(name), id, '确认导入');
const sent = (chat: string) =>
  office.sandbox
    .messages(chat)
    .filter(({ senderId }) => senderId === 'bot')
    .map(({ text }) => text);

describe('/calendar show', () => {
  it('draws a month with its days off, make-up days and duty days, and says when reminders go out', async () => {
    office = await startOffice({ now: '2026-09-16T09:00' });

    const october = await office.ask('李负责', '/日历 2026-10');
    const september = await office.ask('李负责', '/日历');

    for (const cell of ['1 休', '7 休', '9 报', '10 班']) expect(october).toContain(cell);
    for (const cell of ['18 报', '20 班', '24 报', '25 休', '30 报']) expect(september).toContain(cell);
    expect(september).toContain('下次提醒：9月18日（周五）10:00 群内、15:30 私信');
    expect(september).not.toContain('还没有数据');

    await office.ask('李负责', '/催报 方式 群内');
    expect(await office.ask('李负责', '/日历')).toContain('下次提醒：9月18日（周五）10:00 群内');
    await office.ask('李负责', '/催报 暂停');
    expect(await office.ask('李负责', '/日历')).toContain('提醒已暂停');
  });

  it('says that it goes by a guess in a year without data', async () => {
    office = await startOffice();

    const answer = await office.ask('李负责', '/日历 2027-01');

    expect(answer).toContain('2027 年的放假安排还没有数据，暂按周一至周五上班');
    expect(answer).toContain('1 休');
  });

  it('is for those who lead', async () => {
    office = await startOffice();
    expect(await office.ask('规划科通讯员', '/日历')).toContain('需要');
  });
});

describe('/calendar add and remove', () => {
  it('changes days for this group, says which duty days move, and takes it back', async () => {
    office = await startOffice();

    const added = await office.ask('李负责', '/日历 新增 11月20日 休 县运动会');
    await office.moveTo('2026-11-19T10:00');
    const named = sent(office.chat).at(-1);
    const back = await office.ask('陈管理', '/日历 移除 2026-11-20');

    expect(added).toContain('已设为放假：2026年11月20日（周五），县运动会');
    expect(added).toContain('11月16日—11月22日这一周的报送日：11月20日（周五） → 11月19日（周四）');
    expect(named).toContain('本周还有 2 个部门未报');
    expect(back).toContain('已恢复为原定安排：2026年11月20日（周五）');
    expect(await office.ask('李负责', '/日历 移除 2026-11-20')).toContain('没有变化');
    const log = await office.ask('陈管理', '/审计');
    expect(log).toContain('李负责 调整日历：2026-11-20 休');
    expect(log).toContain('陈管理 恢复日历：2026-11-20');
  });

  it('takes spans and make-up days, and keeps what each is for', async () => {
    office = await startOffice();

    const span = await office.ask('李负责', '/日历 新增 2027-10-01至10-07 休 国庆节');
    await office.ask('李负责', '/calendar add 2027-10-09 work');

    expect(span).toContain('已设为放假：2027年10月1日（周五）至10月7日（周四），国庆节');
    expect((await calendarOf()).days).toHaveLength(8);
    expect((await calendarOf()).days.at(-1)).toEqual({ day: '2027-10-09', kind: 'workday', note: '' });
    expect(await office.ask('李负责', '/日历 2027-10')).toContain('9 班');
  });

  it.each([
    ['/日历 新增 国庆节', '请先写日期'],
    ['/日历 新增 2027-01-01', '请在日期后面写休或班'],
    ['/日历 新增 2027-02-30 休', '没有这一天'],
    ['/日历 新增 2027-01-01（周六） 休', '日期与星期不符'],
    ['/日历 新增 2027-01-05至01-01 休', '结束日期早于开始日期'],
    ['/日历 移除 元旦', '请先写日期'],
    ['/日历 查看 何时', '何时'],
  ])('answers %s with what to put right', async (typed, remedy) => {
    office = await startOffice();
    expect(await office.ask('李负责', typed)).toContain(remedy);
    expect((await calendarOf()).days).toEqual([]);
  });
});

describe('/calendar import', () => {
  it('shows what a pasted notice says, sets it after the yes, and goes by it', async () => {
    office = await startOffice();

    const preview = await office.askForMessage('李负责', `/日历 导入 ${NOTICE}`);
    const before = (await calendarOf()).days;
    const answer = await confirm(preview.id);

    expect(preview.text).toContain('导入预览：放假 27 天，调休上班 5 天');
    expect(preview.text).toContain('春节：2月5日（周五）至2月11日（周四）');
    expect(before).toEqual([]);
    expect(JSON.stringify(answer)).toContain('已导入：放假 27 天，调休上班 5 天。');
    expect((await calendarOf()).days).toHaveLength(32);
    const february = await office.ask('李负责', '/日历 2027-02');
    for (const cell of ['4 报', '5 休', '13 班']) expect(february).toContain(cell);
    expect(february).not.toContain('还没有数据');
    expect(await office.ask('陈管理', '/审计 导入')).toContain('李负责 导入放假安排：2027-01-01…2027-10-09');
  });

  it('refuses a notice that contradicts itself, with the lines, and sets nothing', async () => {
    office = await startOffice();

    const answer = await office.ask('李负责', `/日历 导入 ${NOTICE.replace('9日（周三）', '9日（周四）')}`);

    expect(answer).toContain('有 1 处不能确认，没有导入');
    expect(answer).toContain('日期与星期不符：6月9日(周四)放假1天,不调休');
    expect((await calendarOf()).days).toEqual([]);
  });

  it('goes by the last preview alone', async () => {
    office = await startOffice();
    const first = await office.askForMessage(
      '李负责',
      `/日历 导入 ${NOTICE.replace('8日（周六）', '15日（周六）')}`,
    );
    const last = await office.askForMessage('李负责', `/日历 导入 ${NOTICE}`);

    expect(JSON.stringify(await confirm(first.id))).toContain('这份预览已经失效');
    expect((await calendarOf()).days).toEqual([]);
    await confirm(last.id);
    expect((await calendarOf()).days.map(({ day }) => day)).toContain('2027-05-08');
  });

  it('warns of holidays that are missing, and of days that were set before', async () => {
    office = await startOffice();
    await office.ask('李负责', '/日历 新增 2027-03-08 休 半天活动');

    const answer = await office.ask('李负责', `/日历 导入 ${NOTICE.split('六、')[0]}`);

    expect(answer).toContain('没有看到这些节日的安排：中秋、国庆');
    expect(answer).toContain('保持不变：3月8日（周一）');
  });

  it('tells how when there is nothing to read', async () => {
    office = await startOffice();
    expect(await office.ask('李负责', '/日历 导入')).toContain('全文粘贴在 /日历 导入 后面');
    expect(await office.ask('李负责', '/日历 导入 放假安排见附件')).toContain('没有看到是哪一年');
    expect(await office.ask('李负责', '/日历 导入 2027年放假安排见附件')).toContain('没有读出放假安排');
  });
});

describe('a calendar sheet in private', () => {
  const HEADER = ['日期', '类型', '名称'];

  async function sendSheet(name: string, ...rows: string[][]) {
    const chat = office.privately(name);
    const bytes = await writeTables([{ name: '名单', rows: [HEADER, ...rows] }]);
    const id = office.sandbox.sendFile(office.person(name), chat, { name: '放假.xlsx', bytes });
    return office.sandbox.awaitMessage(
      chat,
      ({ parentId, senderId }) => parentId === id && senderId === 'bot',
    );
  }

  it('is offered, and sets its days after the yes', async () => {
    office = await startOffice();
    const told = await office.ask('李负责', '日历 导入', office.privately('李负责'));
    const offered = await office.sandbox.awaitMessage(
      office.privately('李负责'),
      ({ fileKey }) => fileKey !== undefined,
    );
    const file = office.sandbox.uploadedFile(offered.fileKey ?? '');

    // 46439 is how a cell formatted as a date holds 2027-02-21.
    const preview = await sendSheet('李负责', ['2027-10-01至10-07', '休', '国庆节'], ['46439', '班', '春节']);
    await confirm(preview.id);

    expect(told).toContain('随后发来的表格');
    expect(await readSheet(file?.bytes ?? new Uint8Array())).toMatchObject({
      rows: [
        HEADER,
        ['2027-01-01', '休', '元旦'],
        ['2027-05-01', '休', '劳动节'],
        ['2027-10-01至10-03', '休', '国庆节'],
      ],
    });
    expect(preview.text).toContain('放假 7 天，调休上班 1 天');
    const { days } = await calendarOf();
    expect(days).toHaveLength(8);
    expect(days[0]).toEqual({ day: '2027-02-21', kind: 'workday', note: '春节' });
  });

  it('with a mistake is refused by row, and one of somebody else is a file', async () => {
    office = await startOffice();

    const refused = await sendSheet(
      '陈管理',
      ['2027-02-30', '休', ''],
      ['2027-10-01', '', ''],
      ['2027-10-01', '休', ''],
      ['2027-10-01', '班', ''],
    );
    const other = await sendSheet('规划科通讯员', ['2027-10-01', '休', '']);

    for (const line of [
      '第 2 行：没有这一天',
      '第 3 行：请在日期后面写休或班',
      '第 5 行：同一天既放假又上班',
    ])
      expect(refused.text).toContain(line);
    expect(other.text).not.toContain('导入预览');
    expect((await calendarOf()).days).toEqual([]);
  });
});

describe('a year without data', () => {
  const told = () => sent(office.privately('李负责')).filter((text) => text.includes('还没有数据'));

  it('is told to the lead on the first working day of November and of December, and once when it comes', async () => {
    office = await startOffice({ now: '2026-10-28T09:00' });
    const counts: number[] = [];
    for (const moment of [
      '2026-10-30T09:00',
      '2026-11-01T09:00',
      '2026-11-02T08:20',
      '2026-11-02T08:31',
      '2026-11-03T09:00',
      '2026-12-01T08:31',
      '2026-12-31T09:00',
      '2027-01-01T09:00',
      '2027-01-04T08:31',
      '2027-02-01T09:00',
    ]) {
      await office.moveTo(moment);
      counts.push(told().length);
    }

    expect(counts).toEqual([0, 0, 0, 1, 1, 2, 2, 2, 3, 3]);
    expect(told()[0]).toContain(
      '2027 年的放假安排还没有数据，暂按周一至周五上班、1月1日、5月1日和10月1日至3日放假',
    );
    expect(told()[0]).toContain('/日历 导入');
  });

  it('is not told any more once the notice is in', async () => {
    office = await startOffice({ now: '2026-10-28T09:00' });
    await office.moveTo('2026-11-02T08:31');
    const preview = await office.askForMessage('李负责', `/日历 导入 ${NOTICE}`);
    await confirm(preview.id);

    await office.moveTo('2026-12-01T08:31');
    await office.moveTo('2027-01-04T08:31');

    expect(told()).toHaveLength(1);
  });

  it('reminds nobody on New Year’s Day as shipped: the week is due the day before', async () => {
    office = await startOffice({ now: '2026-12-30T09:00' });
    await office.moveTo('2026-12-31T10:00');
    await office.moveTo('2026-12-31T15:30');
    const all = () =>
      office.sandbox.messages(office.chat).length + sent(office.privately('规划科通讯员')).length;
    const before = all();
    for (const time of ['08:30', '10:00', '15:30', '18:00']) await office.moveTo(`2027-01-01T${time}`);

    expect(sent(office.chat).at(-1)).toContain('本周还有 2 个部门未报');
    expect(sent(office.privately('规划科通讯员')).at(-1)).toContain('规划科');
    expect(all()).toBe(before);
  });
});
