import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDocx } from '../support/read-docx.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice({ now: '2026-10-26T09:00', settings: { reviewLevels: 1 } });
});
afterEach(() => office.stop());

const ITEM = '/报送 开展执法巡查｜10月27日，我局出动10人在城西片区开展执法巡查。';

/** Files in the group, oldest first. */
function files(where = office.chat): readonly Uint8Array[] {
  return office.sandbox
    .messages(where)
    .filter(({ type }) => type === 'file')
    .map(({ fileKey = '' }) => office.sandbox.uploadedFile(fileKey)?.bytes ?? new Uint8Array());
}

async function say(name: string, text: string): Promise<string> {
  const answer = await office.ask(name, text);
  await office.settled();
  return answer;
}

/** October with one approved item, seen from November. */
async function compileOctober(): Promise<void> {
  await say('规划科通讯员', ITEM);
  await say('李负责', '/通过 #1');
  await office.moveTo('2026-11-02T10:00');
  await say('李负责', '/汇总 10月');
}

async function press(button: string, who = '李负责') {
  const card = office.sandbox
    .messages(office.chat)
    .findLast(({ text, type }) => type === 'interactive' && text.includes('定稿吗'));
  const answer = await office.sandbox.click(office.person(who), card?.id ?? '', button);
  await office.settled();
  return answer.toast?.content ?? '';
}

const hash = (bytes: Uint8Array | undefined) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

describe('/finalize', () => {
  it('says what to do first where nothing was compiled', async () => {
    expect(await say('李负责', '/定稿 10月')).toContain('还没有汇总过报告，请先发送 /汇总');
    expect(await say('李负责', '/定稿 2027-01')).toContain('还没有到');
    expect(await say('规划科通讯员', '/定稿 10月')).not.toContain('还没有汇总');
  });

  it('asks while something is open, and leaves the report a draft when told so', async () => {
    await compileOctober();
    await say('李负责', '/约稿 耕地科 冬季森林防火 截止：11月3日');
    await say('耕地科通讯员', '/报送 召开推进会｜县局召开推进会。\n日期：10月28日');

    const card = await say('李负责', '/定稿 10月');

    expect(card).toContain('2026年10月工作报告 第 1 版要定稿吗');
    expect(card).toMatch(/待补 \d+ 处未补/);
    expect(card).toContain('1 条信息还在审核或已退回');
    expect(card).not.toContain('约稿 c1');
    expect(await press('先不定稿')).toContain('先不定稿');
    expect(await say('李负责', '/汇总 10月')).toContain('第 2 版');
    await say('李负责', '/通过 #2');
    expect(await say('李负责', '/定稿 10月')).toContain('新增 202611-耕地科-01');
    expect(await press('仍要定稿')).toContain('第 2 版已定稿');
  });

  it('names commissions that are not answered, and the message that was edited', async () => {
    const receipt = await office.askForMessage('规划科通讯员', ITEM);
    await say('李负责', '/通过 #1');
    await say('李负责', '/约稿 耕地科 秋季普法 截止：10月30日');
    await office.moveTo('2026-11-02T10:00');
    await say('李负责', '/汇总 10月');
    office.sandbox.edit(receipt.parentId ?? '', ITEM.replace('10人', '12人'));

    const card = await say('李负责', '/定稿');

    expect(card).toContain('约稿 c1《秋季普法》');
    expect(card).toContain('1 条信息的原消息后来改过或删除');
  });

  it('makes a file without the list of what is to be filled in, once, whoever presses', async () => {
    await compileOctober();
    office.person('王分管');
    await say('陈管理', '/角色 分管领导 @王分管');
    await say('李负责', '/定稿 10月');

    expect(await press('仍要定稿', '规划科通讯员')).toContain('可以操作');
    expect(await press('仍要定稿', '王分管')).toContain('2026年10月报告第 1 版已定稿');

    const [draft, final, ...others] = files();
    expect(others).toEqual([]);
    expect(await readDocx(draft ?? new Uint8Array())).toContain('待补清单');
    const text = await readDocx(final ?? new Uint8Array());
    expect(text).toContain('青禾县自然资源局2026年10月宣传工作情况报告');
    expect(text).toContain('出动10人在城西片区开展执法巡查');
    expect(text).not.toContain('待补清单');
    expect(await say('李负责', '/定稿 10月')).toMatch(/第 1 版已由 王分管 2026-11-02 10:0\d 定稿.*\/更正/);
    expect(await say('陈管理', '/审计')).toContain('王分管 报告定稿：2026-10 第 1 版');
  });

  it('ends compiling, and the reading back of messages', async () => {
    await compileOctober();
    await say('李负责', '/定稿 10月');
    await press('仍要定稿');
    office.sandbox.faults.add({ path: /\/im\/v1\/messages\/om_/, method: 'GET', kind: 'server-error' });

    expect(await say('李负责', '/汇总 10月')).toMatch(/不再汇总.*\/更正 2026年10月/);

    expect(files()).toHaveLength(2);
  });
});

describe('/report', () => {
  it('lists versions with who, when and whether they are final, and sends one again byte for byte', async () => {
    expect(await say('李负责', '/报告')).toContain('还没有汇总过报告');
    await compileOctober();
    await say('李负责', '/汇总 10月');
    await say('李负责', '/定稿 10月');
    await press('仍要定稿');
    await office.restart();

    const list = await say('李负责', '/报告 2026-10');
    await say('李负责', '/报告 发送 2026-10 v1');
    await say('李负责', '/报告 发送 10月 第2版');
    await say('李负责', '/报告 发送 10月');
    await say('李负责', '/报告 10月 定稿');
    await say('李负责', '/报告 10月 v1');

    expect(list).toMatch(
      /2026年10月第 2 版（定稿）：2026-11-02 10:0\d 李负责汇总，数据截至此时；2026-11-02 10:0\d 李负责定稿/,
    );
    expect(list).toMatch(/2026年10月第 1 版（初稿）/);
    expect(await say('李负责', '/报告')).toContain('2026年10月第 1 版');
    const [first, , final, ...again] = files();
    expect(again.map(hash)).toEqual([first, final, final, final, first].map(hash));
    expect(await say('李负责', '/报告 发送 10月 v7')).toContain('没有“v7”');
    expect(await say('李负责', '/报告 正文')).toContain('请写明月份');
  });

  it('gives a long year as a sheet', async () => {
    await compileOctober();
    for (let version = 2; version <= 21; version += 1) await say('李负责', '/汇总 10月');

    office.sandbox.say(office.person('李负责'), office.chat, '/报告 2026年');
    await office.settled();

    const sheet = office.sandbox.messages(office.chat).findLast(({ type }) => type === 'file');
    expect(office.sandbox.uploadedFile(sheet?.fileKey ?? '')?.name).toBe('2026年报告各版.xlsx');
  });
});
