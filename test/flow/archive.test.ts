import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from '../../src/files/sheet/read-sheet.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;

beforeAll(async () => {
  office = await startOffice({ now: '2026-11-16T09:00' });
  await office.ask('规划科通讯员', '/报送 推进耕地保护｜11月16日，规划科在柳溪村核查图斑12个，完成率100%。');
  await office.ask('规划科通讯员', '/报送 日期：2026-09-09\n举办耕地保护讲座｜规划科在城东社区举办讲座。');
  await office.ask('耕地科通讯员', '/报送 核对未公开的耕地图件｜11月16日，耕地科在档案室核对图件。');
  await office.ask('李负责', '/保密 #3 不宜公开 涉及未公开图件');
});
afterAll(() => office.stop());

describe('the archive', () => {
  it('finds what may be published, for everyone', async () => {
    const answer = await office.ask('王群众', '/素材 耕地');
    expect(answer).toContain('素材“耕地”：2 条');
    expect(answer).toContain('#1 推进耕地保护（规划科，2026-11-16）');
    expect(answer).toContain('#2 举办耕地保护讲座');
    expect(answer).not.toContain('未公开');
  });

  it.each([
    ['/素材 耕地 图斑', '1 条'],
    ['/素材 耕地 9月', '#2 举办耕地保护讲座（规划科，2026-09-09）'],
    ['/素材 9月 耕地', '#2 举办耕地保护讲座'],
    ['/素材 2026年 9月 耕地', '素材“2026年 9月 耕地”：1 条'],
    ['/素材 9月 至 10月 讲座', '1 条'],
    ['/素材 2026-11-01至2026-11-16', '素材“2026-11-01至2026-11-16”：1 条'],
    ['/素材 100%', '1 条'],
    ['/素材 1_0', '没有找到'],
    ['/素材 未公开', '没有找到“未公开”'],
    ['/素材', '请写要找的词语'],
    ['/素材 a b c d e f g h i', '最多 8 个'],
    [`/素材 ${'长'.repeat(41)}`, '每个不超过 40 字'],
  ])('%s → %s', async (typed, answer) => {
    expect(await office.ask('耕地科通讯员', typed)).toContain(answer);
  });

  it('sends the whole texts in private', async () => {
    const card = await office.askForMessage('耕地科通讯员', '/素材 耕地');
    const done = await office.sandbox.click(office.person('耕地科通讯员'), card.id, '私信我全文');
    expect(done.toast?.content).toContain('私信发给您');
    const chat = office.privately('耕地科通讯员');
    const { fileKey = '' } = await office.sandbox.awaitMessage(chat, ({ type }) => type === 'file');
    const reading = await readSheet(office.sandbox.uploadedFile(fileKey)?.bytes ?? new Uint8Array());
    if (!reading.ok) throw new Error(reading.reason);
    expect(reading.rows).toHaveLength(3);
    expect(reading.rows[2]?.at(-1)).toContain('核查图斑12个');
  });
});
