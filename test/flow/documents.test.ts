import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBomb, makeDocx, paragraph } from '../support/make-docx.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.stop());

const WHO = '规划科通讯员';

/** Sends a file to the bot in private and returns the answer. */
async function send(name: string, bytes: Uint8Array, who = WHO): Promise<string> {
  const chat = office.privately(who);
  const id = office.sandbox.sendFile(office.person(who), chat, { name, bytes: Buffer.from(bytes) });
  return (await office.sandbox.awaitMessage(chat, (m) => m.parentId === id && m.senderId === 'bot')).text;
}

async function item(serial: number) {
  return office.bot.store.repos.items.find(office.chat, { serial });
}

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

describe('a Word file sent in private', () => {
  it.each(['letter.docx', 'letter.doc'])('is an item, and goes with it: %s', async (name) => {
    const receipt = await send(name, fixture(name));

    expect(receipt).toContain('202611-规划科-01');
    expect(await item(1)).toMatchObject({
      title: '开展“耕地保护”宣传活动',
      body: '11月16日，我局在城西社区开展宣传，发放资料200余份。\n第二段——继续。',
    });
    await expect.poll(() => office.bot.store.repos.attachments.open(), { timeout: 20_000 }).toBe(0);
    const files = await office.bot.store.repos.attachments.ofItem((await item(1))?.id ?? '');
    expect(files).toMatchObject([{ name, state: 'kept' }]);
  });

  it('may say the section and the day on lines of its own', async () => {
    const lines = ['开展巡查', '日期：11月12日', '栏目：主题宣传', '县局开展巡查。'];
    await send('报送.docx', makeDocx(lines.map(paragraph).join('')));

    expect(await item(1)).toMatchObject({
      eventDate: '2026-11-12',
      section: '主题宣传',
      body: '县局开展巡查。',
    });
  });

  it('is no item of one who may not report', async () => {
    expect(await send('文件.docx', fixture('letter.docx'), '陈管理')).toContain('附件没有保存');
    expect(await item(1)).toBeUndefined();
  });

  it('takes its item back when it is recalled', async () => {
    const chat = office.privately(WHO);
    const file = { name: 'a.docx', bytes: fixture('letter.docx') };
    const id = office.sandbox.sendFile(office.person(WHO), chat, file);
    await office.sandbox.awaitMessage(chat, (m) => m.parentId === id);
    office.sandbox.recall(id);
    await office.settled();

    expect((await item(1))?.state).toBe('withdrawn');
  });
});

describe('a file that cannot be read', () => {
  it.each<[string, string, () => Uint8Array, string]>([
    ['a bomb', '材料.docx', () => makeBomb(230), '太大'],
    ['30 MB', '材料.docx', () => new Uint8Array(30 * 1024 * 1024), '太大'],
    ['cut off', '材料.docx', () => fixture('letter.docx').subarray(0, 900), '打不开'],
    ['another kind', '材料.docx', () => Buffer.from('%PDF-1.7'), '打不开'],
    [
      'encrypted or from WPS',
      '材料.wps',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]),
      '暂不支持该格式（.doc/.wps 或加密文件），请另存为 .docx 后重新发送',
    ],
    ['without text', '材料.docx', () => makeDocx(''), '没有文字'],
  ])('is answered politely: %s', async (_, name, make, words) => {
    expect(await send(name, make())).toContain(words);
    expect(await item(1)).toBeUndefined();
  });

  it('for the moment is tried again', async () => {
    const kind = { status: 500, code: 1, msg: 'internal error' };
    office.sandbox.faults.add({ path: /\/resources\//, kind, times: 4 });

    expect(await send('a.docx', fixture('letter.docx'))).toContain('202611-规划科-01');
  });

  it('in a chat that forbids it is told so', async () => {
    const kind = { status: 400, code: 234038, msg: 'restricted' };
    office.sandbox.faults.add({ path: /\/resources\//, kind });

    expect(await send('a.docx', fixture('letter.docx'))).toContain('禁止下载');
  });
});
