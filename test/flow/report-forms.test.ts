import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWordFile, readComments, readMarkedText } from '../report/open-word-file.ts';
import { fakeSoffice } from '../support/fake-soffice.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
const folder = mkdtempSync(join(tmpdir(), 'programs-'));
beforeAll(async () => {
  office = await startOffice({ now: '2026-10-26T09:00', programs: fakeSoffice(SOFFICE, folder).folder });
  await office.ask(
    '规划科通讯员',
    '/报送 开展执法巡查｜10月27日，我局出动10人在城西片区开展执法巡查,整改2处。',
  );
  await office.moveTo('2026-11-02T10:00');
  await office.ask('李负责', '/汇总 10月');
  await office.settled();
});
afterAll(async () => {
  await office.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Fails once there is a file that says so; leaves what it was given. */
const SOFFICE = [
  '[ -e "$(dirname "$0")/broken" ] && exit 1; printf "%%PDF-1.7" > "$out/report.pdf"',
  'cp "$out/report.docx" "$(dirname "$0")/printed.docx"',
].join('\n');

const files = () => office.sandbox.messages(office.chat).filter(({ type }) => type === 'file');
const last = (where: string) => office.sandbox.messages(where).at(-1)?.text ?? '';

async function say(text: string, who = '李负责', where = office.chat): Promise<string> {
  const answer = await office.ask(who, text, where);
  await office.settled();
  return answer;
}

async function press(button: string, who = '李负责'): Promise<string> {
  const card = office.sandbox.messages(office.chat).find(({ text }) => text.includes('[看正文]'));
  const { toast } = await office.sandbox.click(office.person(who), card?.id ?? '', button);
  await office.settled();
  return toast?.content ?? '';
}

describe('the text of a report', () => {
  it('comes in private to whoever presses, once a card', async () => {
    expect(await press('看正文')).toContain('正文已私信给您');
    expect(await press('看正文')).toContain('已经发过了');

    const cards = office.sandbox.messages(office.privately('李负责'));
    const text = cards.map((card) => card.text).join('\n');
    expect(text).toContain('青禾县自然资源局2026年10月宣传工作情况报告');
    expect(text).toContain('一、工作推进情况');
    expect(text).toContain('出动10人在城西片区开展执法巡查');
    expect(text.match(/一、工作推进情况/g)).toHaveLength(2);
    expect(last(office.chat)).not.toContain('工作推进情况');
  });

  it('is for those who may have the file', async () => {
    expect(await press('看正文', '规划科通讯员')).toContain('可以操作');
    expect(await press('PDF', '规划科通讯员')).toContain('可以操作');
  });

  it('can be asked for by command', async () => {
    expect(await say('/报告 看 10月 v1')).toContain('正文已私信给您');
    expect(last(office.privately('李负责'))).toContain('待补清单');
    expect(await say('/报告 看 10月 v7')).toContain('没有“v7”');
    expect(await say('/报告 看 9月')).toContain('还没有汇总过');
  });
});

describe('a report as PDF', () => {
  it('comes when asked for, by button or by command', async () => {
    const before = files().length;

    expect(await press('PDF')).toContain('PDF 正在生成');
    expect(await press('PDF')).toContain('已经发过了');
    office.sandbox.say(office.person('李负责'), office.chat, '/报告 发送 10月 v1 PDF');
    await office.settled();

    const made = files().slice(before);
    expect(made.map(({ fileName }) => fileName)).toEqual(
      Array(2).fill('青禾县自然资源局2026年10月工作报告（第1版）.pdf'),
    );
    const bytes = office.sandbox.uploadedFile(made[0]?.fileKey ?? '')?.bytes;
    expect(bytes?.toString()).toBe('%PDF-1.7');
  });

  it('prints what was sent, without the comments and suggestions of the Word file', () => {
    const word = files().find(({ fileName }) => fileName?.endsWith('.docx'));
    const draft = openWordFile(office.sandbox.uploadedFile(word?.fileKey ?? '')?.bytes ?? Buffer.alloc(0));
    const printed = openWordFile(readFileSync(join(folder, 'printed.docx')));
    const document = printed['word/document.xml'] ?? '';

    expect(readComments(draft)).toHaveLength(1);
    expect(Object.keys(printed)).not.toContain('word/comments.xml');
    expect(document).not.toMatch(/<w:(?:ins|del) |<w:comment/);
    // The lists of a draft are there.
    expect(readMarkedText(document)).toEqual({
      before: readMarkedText(draft['word/document.xml'] ?? '').before,
      after: expect.stringMatching(/开展执法巡查,整改2处。.*待补清单/),
    });
  });

  it('that cannot be made says so, and what to do', async () => {
    const before = files().length;
    writeFileSync(join(folder, 'broken'), '');

    const answer = await say('/报告 发送 10月 pdf');

    expect(answer).toMatch(/（第1版）\.pdf”没有生成（转换失败）。Word 文件不受影响/);
    expect(files()).toHaveLength(before);
  });
});
