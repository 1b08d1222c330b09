import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from '../../src/files/sheet/read-sheet.ts';
import { readDocx } from '../support/read-docx.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
const seen = new Set<string>();

/** The file that comes to a chat and has not been looked at. */
async function nextFile(chat: string) {
  const message = await office.sandbox.awaitMessage(chat, ({ type, id }) => type === 'file' && !seen.has(id));
  seen.add(message.id);
  const file = office.sandbox.uploadedFile(message.fileKey ?? '');
  if (file === undefined) throw new Error('nothing was uploaded');
  return file;
}

async function rowsOf(bytes: Uint8Array) {
  const reading = await readSheet(bytes);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.rows.map((row) => row.join('|'));
}

beforeAll(async () => {
  office = await startOffice({ now: '2026-11-16T09:00', departments: ['规划科', '耕地科', '登记科'] });
  await office.ask('规划科通讯员', '/报送 开展执法巡查｜11月16日，执法人员在城西片区开展巡查。');
  await office.ask('规划科通讯员', '/报送 =1+1的故事｜11月16日，规划科在城东社区讲故事。');
  await office.ask('登记科通讯员', '/报送 核对未公开图件｜11月16日，登记中心在档案室核对图件。');
  await office.ask('李负责', '/保密 #3 不宜公开 涉及未公开图件');
  await office.ask('李负责', '/用稿 #1 青禾县融媒体中心 https://news.example.cn/1 11月16日');
  await office.ask('耕地科通讯员', '/本周无 外出培训');
});
afterAll(() => office.stop());

describe('an export', () => {
  it('without a word has every table of this month, without what a group must not read', async () => {
    const answer = await office.ask('李负责', '/导出');

    expect(answer).toContain(
      '已导出2026年11月统计表、用稿目录、零报告及免报、保密审查汇总表、信息明细，计入信息 2 条',
    );
    expect(answer).toContain('不宜公开或需报审的 1 条未列入群里的明细');
    const file = await nextFile(office.chat);
    expect(file.name).toBe('青禾县自然资源局2026年11月宣传信息报送数据.xlsx');
    const rows = await rowsOf(file.bytes);
    expect(rows[0]).toBe(
      '序号|部门|应报周数|已报周数|报送条数|其中补报|零报告|免报|采用条数|采用率|上年同期',
    );
    expect(rows.slice(1, 5)).toEqual([
      '1|规划科|1|1|2|0|0|0|1|50%|××',
      '2|耕地科|1|1|0|0|1|0|0|—|××',
      '3|登记科|1|1|0|0|0|0|0|—|××',
      '|合计|3|3|2|0|1|0|1|50%|××',
    ]);
    const text = new TextDecoder('latin1').decode(file.bytes);
    expect(text.match(/xl\/worksheets\/sheet\d\.xml/g)?.length).toBeGreaterThanOrEqual(5);
  });

  it('asked for in private has the whole list, and says that it is not to be passed on', async () => {
    const chat = office.privately('李负责');
    const answer = await office.ask('李负责', '导出 信息明细', chat);
    expect(answer).toContain('明细含不宜公开或需报审的 1 条，仅供内部使用');
    const rows = await rowsOf((await nextFile(chat)).bytes);
    expect(rows).toHaveLength(4);
    expect(rows[3]).toMatch(/^202611-登记科-01\|3\|登记科\|登记科通讯员\|.*核对未公开图件.*已通过\|不宜公开/);

    await office.ask('李负责', '/导出 信息明细');
    const shown = await rowsOf((await nextFile(office.chat)).bytes);
    expect(shown.join('\n')).not.toContain('未公开图件');
    expect(shown.at(-1)).toBe('另有不宜公开或需报审信息1条未列入。');
  });

  it('as csv opens in Excel, and nothing in it is run as a formula', async () => {
    await office.ask('李负责', '/导出 明细 2026-11-01 至 2026-11-16 csv');
    const { name, bytes } = await nextFile(office.chat);
    expect(name).toBe('青禾县自然资源局2026年11月1日至2026年11月16日信息明细.csv');
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain(",'=1+1的故事,");
    expect(text.split('\r\n')).toHaveLength(5);
  });

  it('counts in 处理次数 what was done with an item, be it no change of its words', async () => {
    const chat = office.privately('李负责');
    await office.ask('李负责', '导出 信息明细 11月', chat);
    const [header = '', ...rows] = await rowsOf((await nextFile(chat)).bytes);
    expect(header.endsWith('附件数|处理次数')).toBe(true);
    expect(rows.find((row) => row.startsWith('202611-登记科-01'))?.endsWith('|0|1')).toBe(true);
  });

  it('over a range counts what happened in it, and the weeks that were due in it', async () => {
    await office.ask('李负责', '/导出 统计表 2026-10-01至2026-11-19');
    const rows = await rowsOf((await nextFile(office.chat)).bytes);
    expect(rows[1]).toMatch(/^1\|规划科\|\d+\|0\|2\|/);
    await office.ask('李负责', '/导出 统计表 2026-11-02至2026-11-15');
    expect((await rowsOf((await nextFile(office.chat)).bytes))[1]).toMatch(/^\|合计\|0\|0\|0\|/);
  });

  it('of a week says how each department answered it, with the titles', async () => {
    await office.ask('李负责', '/导出 周报送情况表 本周');
    const rows = await rowsOf((await nextFile(office.chat)).bytes);
    expect(rows.slice(0, 4)).toEqual([
      '序号|部门|报送情况|应报条数|已报条数|信息标题|说明',
      '1|规划科|已报|1|2|#1 开展执法巡查 #2 =1+1的故事',
      '2|耕地科|零报告|1|0||外出培训',
      '3|登记科|已报|1|1|#3（不公开）',
    ]);
  });

  it('of the secrecy reviews is a paper to be signed', async () => {
    const answer = await office.ask('李负责', '/导出 保密审查 11月');
    expect(answer).toContain('签署栏留空');
    const { name, bytes } = await nextFile(office.chat);
    expect(name).toBe('青禾县自然资源局2026年11月保密审查汇总表.docx');
    const text = await readDocx(bytes);
    expect(text).toContain('青禾县自然资源局2026年11月宣传信息保密审查汇总表');
    expect(text).toContain('本表列入2条');
    expect(text).toContain('不宜公开或需报审1条');
    expect(text).not.toContain('未公开图件');
    for (const word of ['填表人', '保密审查人', '分管领导']) expect(text).toContain(word);
  });

  it.each([
    ['/导出 信息明细 2027年', '还没有到'],
    ['/导出 花名册', '没看懂“花名册”'],
    ['/导出 csv', 'csv 一次只能导出一种表'],
    ['/导出 统计表 word', '只用于保密审查汇总表'],
    ['/导出 2026-11-20至2026-11-01', '没看懂'],
  ])('%s is answered with what to write', async (typed, answer) => {
    expect(await office.ask('李负责', typed)).toContain(answer);
  });

  it('is for the lead alone, and stands in the log', async () => {
    expect(await office.ask('规划科通讯员', '/导出')).toContain('宣传负责人');
    expect(await office.ask('陈管理', '/审计')).toContain('导出：2026年11月、保密审查汇总表');
  });

  it('is offered under the closing line of a week', async () => {
    await office.moveTo('2026-11-23T09:01');
    const chat = office.privately('李负责');
    const card = office.sandbox.messages(chat).findLast(({ text }) => text.startsWith('第47周应报'));
    const done = await office.sandbox.click(office.person('李负责'), card?.id ?? '', '周报送情况表');
    expect(done.toast?.content).toContain('2026年11月16日至2026年11月22日报送情况表');
    const { name, bytes } = await nextFile(chat);
    expect(name).toContain('周报送情况表.xlsx');
    expect((await rowsOf(bytes))[3]).toContain('核对未公开图件（不宜公开）');
  });
});
