import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWordFile, readMarkedText } from '../report/open-word-file.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice({ now: '2026-10-26T09:00' });
});
afterAll(() => office.stop());

const SENT = '10月27日, 我局出动10人在城西片区开展执法巡查.';
const CORRECT = '10月27日，我局出动10人在城西片区开展执法巡查。';

async function say(name: string, text: string): Promise<string> {
  const answer = await office.ask(name, text);
  await office.settled();
  return answer;
}

async function press(who: string, which = -1) {
  const cards = office.sandbox
    .messages(office.chat)
    .filter(({ text, type }) => type === 'interactive' && text.includes('标点建议'));
  const answer = await office.sandbox.click(office.person(who), cards.at(which)?.id ?? '', '采纳标点建议');
  await office.settled();
  return answer.toast?.content ?? '';
}

/** The newest Word file of the group. */
function lastDocument(): string {
  const file = office.sandbox.messages(office.chat).findLast(({ type }) => type === 'file');
  const bytes = office.sandbox.uploadedFile(file?.fileKey ?? '')?.bytes ?? new Uint8Array();
  return openWordFile(bytes)['word/document.xml'] ?? '';
}

describe('punctuation in an item', () => {
  it('is suggested in the draft and on its card, and printed as it was sent', async () => {
    await say('规划科通讯员', `/报送 开展执法巡查｜${SENT}`);
    await say('耕地科通讯员', '/报送 召开推进会｜10月28日，县局召开推进会。');

    const card = await say('李负责', '/汇总 2026-10');

    expect(card).toContain('标点建议 2 处（1 条信息）');
    const { before, after } = readMarkedText(lastDocument());
    expect(before).toContain(SENT);
    expect(after).toContain(CORRECT);
  });

  it('is nobody’s but the lead’s to accept', async () => {
    expect(await press('规划科通讯员')).toContain('宣传负责人');
    expect(await say('李负责', '/历史 #1')).not.toContain('采纳标点建议');
  });

  it('is plain text in the next version once accepted; the item stays as it was sent', async () => {
    expect(await press('李负责')).toContain('1 条信息的标点建议已采纳');
    expect(await say('李负责', '/历史 #1')).toContain('李负责 采纳标点建议 → 已通过');
    expect(await say('李负责', '/查看 #1')).toContain(SENT);

    const card = await say('李负责', '/汇总 2026-10');

    expect(card).not.toContain('标点建议');
    expect(card).toContain('修改 202610-规划科-01');
    expect(lastDocument()).not.toContain('<w:ins ');
    expect(readMarkedText(lastDocument()).before).toContain(CORRECT);
  });

  it('is not accepted from the card of an old version', async () => {
    await say('规划科通讯员', '/报送 组织宣讲｜10月26日,规划科组织宣讲.');
    await say('李负责', '/汇总 2026-10');
    await say('李负责', '/汇总 2026-10');
    expect(await press('李负责', -2)).toContain('已经过期');
    expect(await say('李负责', '/历史 #3')).not.toContain('采纳标点建议');
  });
});
