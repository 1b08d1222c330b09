import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDocx } from '../support/read-docx.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice({ now: '2026-10-26T09:00' });
  await say('规划科通讯员', '/报送 开展执法巡查｜10月27日，我局出动10人在城西片区开展执法巡查。');
  await office.moveTo('2026-11-02T10:00');
  await say('李负责', '/汇总 10月');
});
afterEach(() => office.stop());

const LATE = '/报送 召开推进会｜县局召开推进会，部署四季度工作。\n日期：10月28日';

async function say(name: string, text: string): Promise<string> {
  const answer = await office.ask(name, text);
  await office.settled();
  return answer;
}

async function press(title: string, button: string, where = office.chat): Promise<string> {
  const card = office.sandbox
    .messages(where)
    .findLast(({ text, type }) => type === 'interactive' && text.includes(title));
  const answer = await office.sandbox.click(office.person('李负责'), card?.id ?? '', button);
  await office.settled();
  return answer.toast?.content ?? '';
}

async function freeze(month = '10月'): Promise<void> {
  await say('李负责', `/定稿 ${month}`);
  await press('定稿吗', '仍要定稿');
}

/** The newest file in the group, as text. */
async function lastFile(): Promise<string> {
  const file = office.sandbox.messages(office.chat).findLast(({ type }) => type === 'file');
  return readDocx(office.sandbox.uploadedFile(file?.fileKey ?? '')?.bytes ?? new Uint8Array());
}

/** What the lead was told in private. */
const told = () => office.sandbox.messages(office.privately('李负责')).map(({ text }) => text);

describe('/amend', () => {
  it('is for final reports alone, and needs something that is different', async () => {
    expect(await say('李负责', '/更正 10月')).toContain('还没有定稿，改动请直接发送 /汇总');
    await freeze();
    expect(await say('李负责', '/更正 10月')).toContain('与定稿的第 1 版没有不同');
  });

  it('makes the next version with a page of corrections, and leaves the final file as it is', async () => {
    await freeze();
    await say('规划科通讯员', '/修改 #1 内容：10月27日，我局出动12人在城西片区开展执法巡查。');
    expect(told().at(-1)).toMatch(
      /2026年10月报告已定稿，其中#1《开展执法巡查》后来有改动.*\/更正 2026年10月/,
    );

    const card = await say('李负责', '/更正 10月');
    expect(card).toContain('要更正为第 2 版吗');
    expect(card).toContain('修改 202610-规划科-01');
    expect(await press('更正为', '仍要更正')).toContain('已更正为第 2 版');

    const text = await lastFile();
    expect(text).toContain('更正说明');
    expect(text).toContain('对第1版（2026年11月2日）更正如下');
    expect(text).toContain('202610-规划科-01内容');
    expect(text).toContain('出动10人');
    expect(text).not.toContain('待补清单');
    expect(await say('李负责', '/报告 10月')).toMatch(/第 2 版（更正）[\s\S]*第 1 版（定稿）/);
    expect(await say('李负责', '/更正 10月')).toContain('与定稿的第 2 版没有不同');
    await say('李负责', '/报告 发送 10月 v1');
    expect(await lastFile()).not.toContain('更正说明');
  });

  it('takes out what was withdrawn, with the figures that follow from it', async () => {
    await freeze();
    await say('李负责', '/撤回 #1 数字有误');
    await say('李负责', '/更正 10月');
    await press('更正为', '仍要更正');

    const text = await lastFile();
    expect(text).toMatch(/202610-规划科-01\s*已列入\s*撤下/);
    expect(text).toMatch(/报送信息条数\s*1\s*0/);
  });
});

describe('an item that must not be published', () => {
  const heldBack = async (month: string) =>
    (await office.bot.store.repos.reports.latest(office.chat, month))?.facts.heldBack;

  it('is counted in its own month alone, before and after that is final', async () => {
    await say('耕地科通讯员', '/报送 核对线索｜10月30日，县局核对线索。\n日期：10月30日');
    await say('李负责', '/保密 #2 不宜公开 涉及在办案件');
    await say('李负责', '/汇总 10月');
    await freeze();
    expect(await heldBack('2026-10')).toEqual({ inReview: 0, notPublic: 1 });

    expect(await say('李负责', '/更正 10月')).toContain('没有不同');
    await say('李负责', '/汇总 11月');
    expect(await heldBack('2026-11')).toEqual({ inReview: 0, notPublic: 0 });
    await say('李负责', '/导出 保密审查 10月');
    expect(await lastFile()).toContain('不宜公开或需报审1条');
  });

  it('and was printed is taken out by an amendment, which does not repeat its title', async () => {
    await freeze();
    expect(await say('李负责', '/保密 #1 不宜公开 数据尚未公布')).toContain(
      '2026年10月报告已定稿，其中有这条，请发送 /更正 2026年10月。',
    );
    expect(told().at(-1)).toContain('现为“不宜公开”，请撤下已发出的文件');
    await say('李负责', '/更正 10月');
    await press('更正为', '仍要更正');

    const text = await lastFile();
    expect(text).toMatch(/202610-规划科-01\s*已列入\s*撤下/);
    expect(text).not.toContain('开展执法巡查');
    expect(await say('李负责', '/更正 10月')).toContain('没有不同');
    await say('李负责', '/汇总 11月');
    expect(await heldBack('2026-11')).toEqual({ inReview: 0, notPublic: 0 });
  });

  it('and came too late is counted in the first report that was made after it', async () => {
    await freeze();
    await say('耕地科通讯员', LATE);
    await say('李负责', '/保密 #2 不宜公开 涉及在办案件');
    expect(await say('李负责', '/更正 10月')).toContain('没有不同');
    await office.moveTo('2026-12-01T10:00');
    await say('李负责', '/汇总 11月');
    expect(await heldBack('2026-11')).toEqual({ inReview: 0, notPublic: 1 });
    await freeze('11月');
    expect(await say('李负责', '/更正 11月')).toContain('没有不同');
    await say('李负责', '/汇总 12月');
    expect(await heldBack('2026-12')).toEqual({ inReview: 0, notPublic: 0 });
  });
});

describe('an item that comes after its month is final', () => {
  beforeEach(() => freeze());

  it('goes into the next report under 上月补报 unless the lead decides otherwise', async () => {
    const receipt = await say('耕地科通讯员', LATE);
    expect(receipt).toContain('2026年10月报告已定稿，这条将列入2026年11月报告的“上月补报”');
    expect(told().at(-1)).toContain('#2《召开推进会》属于2026年10月');

    expect(await say('李负责', '/更正 10月')).not.toContain('202611-耕地科-01');
    await say('李负责', '/汇总 11月');

    const text = await lastFile();
    expect(text).toContain('上月补报');
    expect(text).toContain('上月报告定稿后补报信息1条，报送部门为耕地科。');
    expect(text).toContain('部署四季度工作');
    await freeze('11月');
    expect(await press('晚于', '编入更正', office.privately('李负责'))).toContain('已列入2026年11月的定稿');
    await say('李负责', '/汇总 12月');
    await office.moveTo('2026-12-01T10:00');
    await say('李负责', '/汇总 12月');
    expect(await lastFile()).not.toContain('部署四季度工作');
  });

  it('is decided once for all leads: the cards of the others say how', async () => {
    await say('陈管理', '/角色 宣传负责人 @规划科通讯员');
    await say('耕地科通讯员', LATE);
    await press('晚于', '编入更正', office.privately('李负责'));
    const card = office.sandbox
      .messages(office.privately('规划科通讯员'))
      .findLast(({ text }) => text.includes('晚于'));
    expect(card?.text).toContain('已定：编入更正');
  });

  it('goes into the amendment when the lead says so, and into no other report', async () => {
    await say('耕地科通讯员', LATE);
    expect(await press('晚于', '编入更正', office.privately('李负责'))).toContain('已定：编入更正');

    expect(await say('李负责', '/更正 10月')).toContain('新增 202611-耕地科-01');
    await press('更正为', '仍要更正');
    expect(await lastFile()).toMatch(/202611-耕地科-01《召开推进会》\s*—\s*补充列入/);
    await say('李负责', '/汇总 11月');
    expect(await lastFile()).not.toContain('部署四季度工作');
  });
});
