import { afterEach, describe, expect, it } from 'vitest';
import { readSheet } from '../../src/files/sheet/read-sheet.ts';
import { writeTables } from '../../src/files/sheet/write-tables.ts';
import { openWordFile } from '../report/open-word-file.ts';
import { readDocx } from '../support/read-docx.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const HEADER = ['部门', '月份', '报送条数', '采用条数'];

async function sendFigures(name: string, ...rows: string[][]) {
  const chat = office.privately(name);
  const bytes = await writeTables([{ name: '名单', rows: [HEADER, ...rows] }]);
  const id = office.sandbox.sendFile(office.person(name), chat, { name: '上年.xlsx', bytes });
  return office.sandbox.awaitMessage(chat, ({ parentId, senderId }) => parentId === id && senderId === 'bot');
}

const confirm = (id: string) => office.sandbox.click(office.person('陈管理'), id, '确认导入');

/** The text of the month's next report. */
async function compile(month: string): Promise<string> {
  const before = new Set(office.sandbox.messages(office.chat).map(({ id }) => id));
  await office.ask('李负责', `/汇总 ${month}`);
  const message = await office.sandbox.awaitMessage(
    office.chat,
    ({ id, type }) => type === 'file' && !before.has(id),
  );
  return readDocx(office.sandbox.uploadedFile(message.fileKey ?? '')?.bytes ?? new Uint8Array());
}

describe("last year's figures", () => {
  it('are asked for on a sheet of departments and months, in private', async () => {
    office = await startOffice();
    const chat = office.privately('陈管理');

    expect(await office.ask('陈管理', '导入 上年', chat)).toContain('上年台账');
    const sent = await office.sandbox.awaitMessage(chat, ({ fileKey }) => fileKey !== undefined);
    const file = office.sandbox.uploadedFile(sent.fileKey ?? '');
    const sheet = await readSheet(file?.bytes ?? new Uint8Array());

    expect(file?.name).toBe('2025年报送数据.xlsx');
    expect(sheet.ok && sheet.rows.length).toBe(1 + 12 * 3);
    expect(sheet.ok && sheet.rows.slice(0, 4).map((row) => row.slice(0, 2))).toEqual([
      HEADER.slice(0, 2),
      ['规划科', '2025-01'],
      ['耕地科', '2025-01'],
      ['合计', '2025-01'],
    ]);
  });

  it('are shown, stored after the yes, and stand in the report', async () => {
    office = await startOffice();
    await office.ask('规划科通讯员', '/报送 村庄规划送到田间地头｜11月17日，规划科到柳溪村宣讲。');
    expect(await compile('11月')).toContain('上年同期报送××条');

    const card = await sendFigures(
      '陈管理',
      ['规划科', '2025-11', '3', '1'],
      ['耕地科', '2025年11月', '2', '0'],
      ['规划科', '2025-10', '', ''],
      ['后勤科', '2025-11', '1', ''],
      ['耕地科', '2027-01', '1', ''],
      ['规划科', '2025-11', '4', ''],
      ['规划科', '2025-09', '很多', ''],
    );
    expect(card.text).toContain('导入预览：2 行上年数据');
    expect(card.text).toContain('第 5 行：没有部门“后勤科”');
    expect(card.text).toContain('第 6 行：2027-01 还没有结束');
    expect(card.text).toContain('第 7 行：同一部门的 2025-11 前面已经出现过');
    expect(card.text).toContain('第 8 行：“很多”不是条数');
    expect(await compile('11月')).toContain('上年同期报送××条');

    expect((await confirm(card.id)).toast?.content).toContain('已导入 2 行');
    expect(await compile('11月')).toContain('上年同期报送5条、采用1条，同比减少4条');
    expect(await office.ask('陈管理', '/审计')).toContain('导入上年数据：2025-11');
  });

  it('make no total of a part, unless the unit has its own row', async () => {
    office = await startOffice();
    await confirm((await sendFigures('陈管理', ['规划科', '2025-11', '3', ''])).id);
    expect(await compile('11月')).toContain('上年同期报送××条');

    await confirm((await sendFigures('陈管理', ['合计', '2025-11', '7', ''])).id);
    expect(await compile('11月')).toContain('上年同期报送7条，同比减少7条');
  });

  it('are brought in by an admin alone', async () => {
    office = await startOffice();
    expect((await sendFigures('李负责', ['规划科', '2025-11', '3', ''])).text).not.toContain('导入预览');
    expect(await office.ask('李负责', '/导入 上年')).toContain('需要管理员权限');
  });

  it('are the own ones once the bot has kept count for a year', async () => {
    office = await startOffice({ now: '2026-09-28T09:00' });
    await office.moveTo('2026-10-12T09:00');
    await office.ask('规划科通讯员', '/报送 村庄规划送到田间地头｜10月12日，规划科到柳溪村宣讲。');
    await office.moveTo('2027-10-11T09:00');

    const text = await compile('2027-10');

    expect(text).toContain('上年同期报送1条，同比减少1条');
  });
});

describe('the year’s months', () => {
  it('are drawn beside the report’s own, but for those before the group was at work', async () => {
    office = await startOffice({ now: '2026-08-31T09:00' });
    await office.moveTo('2026-09-02T09:00');
    await office.ask('规划科通讯员', '/报送 村庄规划送到田间地头｜9月1日，规划科到柳溪村宣讲。');
    await office.moveTo('2026-10-09T09:00');
    await office.ask('规划科通讯员', '/报送 组织图件核对｜10月9日，规划科核对图件。');
    await office.ask('耕地科通讯员', '/报送 开展巡查｜10月9日，耕地科开展巡查。');

    await office.ask('李负责', '/汇总 2026-10');
    await office.settled();

    const report = await office.bot.store.repos.reports.latest(office.chat, '2026-10');
    expect(report?.facts.earlier).toEqual([{ month: '2026-09', submitted: 1 }]);
    const file = office.sandbox.messages(office.chat).findLast(({ type }) => type === 'file');
    const bytes = office.sandbox.uploadedFile(file?.fileKey ?? '')?.bytes ?? new Uint8Array();
    const chart = openWordFile(bytes)['word/charts/chart2.xml'] ?? '';
    const values = [...chart.matchAll(/<c:v>(.*?)<\/c:v>/g)].map(([, value]) => value);
    expect(values).toEqual(['报送条数', '9月', '10月', '1', '2']);
  });
});
