import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asTakenByPhone, pictures } from '../support/pictures.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.stop());

const WHO = '规划科通讯员';
const ITEM = '开展执法巡查｜11月16日，我局执法人员在城西片区开展巡查。';
const PDF = { name: '../../etc/通知.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj') };

function answerTo(id: string, chat: string) {
  return office.sandbox.awaitMessage(chat, (m) => m.parentId === id && m.senderId === 'bot');
}

async function filesOf(serial: number) {
  const item = await office.bot.store.repos.items.find(office.chat, { serial });
  return office.bot.store.repos.attachments.ofItem(item?.id ?? '');
}

/** The files of an item once none of them is waited for any more. */
async function fetched(serial: number) {
  await expect.poll(() => office.bot.store.repos.attachments.open(), { timeout: 20_000 }).toBe(0);
  await office.settled();
  return filesOf(serial);
}

function sendPrivately(bytes: Buffer): string {
  return office.sandbox.sendImage(office.person(WHO), office.privately(WHO), bytes);
}

function toldPrivately(part: string) {
  return office.sandbox.awaitMessage(office.privately(WHO), (m) => m.text.includes(part));
}

describe('pictures in the message', () => {
  it('are kept with the item, without what the telephone wrote into them', async () => {
    const post = {
      paragraphs: [[`/报送 ${ITEM}`], [{ image: asTakenByPhone(pictures.jpeg) }], [{ image: pictures.png }]],
    };
    const id = office.sandbox.sayPost(office.person(WHO), office.chat, post);
    const receipt = await answerTo(id, office.chat);

    expect(receipt.text).toMatch(/附件.*2 个/s);
    const files = await fetched(1);
    expect(files.map(({ state, mediaType }) => `${state} ${mediaType}`)).toEqual([
      'kept image/jpeg',
      'kept image/png',
    ]);
    expect(files[1]?.blob).toBe(createHash('sha256').update(pictures.png).digest('hex'));
    expect(files[0]?.bytes).toBeLessThan(asTakenByPhone(pictures.jpeg).length);
    expect(await office.ask(WHO, '/查看 #1')).toMatch(/图片 1（1 KB）\s+图片 2（1 KB）/);
  });

  it('are printed in the month’s report', async () => {
    const post = { paragraphs: [[`/报送 ${ITEM}`], [{ image: pictures.png }]] };
    await answerTo(office.sandbox.sayPost(office.person(WHO), office.chat, post), office.chat);
    await fetched(1);

    await office.ask('李负责', '/汇总 2026-11');
    await office.settled();

    const file = office.sandbox.messages(office.chat).findLast(({ type }) => type === 'file');
    const parts = unzipSync(office.sandbox.uploadedFile(file?.fileKey ?? '')?.bytes ?? new Uint8Array());
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('图1 开展执法巡查');
    const media = Object.keys(parts).find((path) => path.startsWith('word/media/')) ?? '';
    expect(Buffer.from(parts[media] ?? []).equals(pictures.png)).toBe(true);
  });

  it('belong to a rich text whose title stands above the command', async () => {
    const post = {
      title: '开展党课活动',
      paragraphs: [['/报送'], ['11月16日，我科在二楼会议室开展党课活动。'], [{ image: pictures.png }]],
    };
    const id = office.sandbox.sayPost(office.person(WHO), office.chat, post);
    expect((await answerTo(id, office.chat)).text).toMatch(/标题\s+开展党课活动.*附件.*1 个/s);
  });

  it('come along with a message that is quoted', async () => {
    const post = { paragraphs: [[ITEM], [{ image: pictures.jpeg }]] };
    const said = office.sandbox.sayPost(office.person(WHO), office.chat, post);
    const reply = office.sandbox.say(office.person(WHO), office.chat, '/报送', { replyTo: said });
    await answerTo(reply, office.chat);

    expect(await fetched(1)).toMatchObject([{ state: 'kept', messageId: said }]);
  });
});

describe('a file sent in private', () => {
  it('belongs to what was reported in the last half hour, whatever it calls itself', async () => {
    await office.ask(WHO, `/报送 ${ITEM}`);
    const picture = await answerTo(sendPrivately(pictures.jpeg), office.privately(WHO));
    const file = office.sandbox.sendFile(office.person(WHO), office.privately(WHO), PDF);
    const answer = await answerTo(file, office.privately(WHO));

    expect(picture.text).toContain('已归入 #1《开展执法巡查》，现有附件 1 个');
    expect(answer.text).toContain('现有附件 2 个');
    expect((await fetched(1)).map(({ name, mediaType }) => `${name} ${mediaType}`)).toEqual([
      ' image/jpeg',
      '../../etc/通知.pdf application/pdf',
    ]);
  });

  it('is not taken later, nor without an item, and the answer says how', async () => {
    const early = await answerTo(sendPrivately(pictures.jpeg), office.privately(WHO));
    await office.ask(WHO, `/报送 ${ITEM}`);
    await office.moveTo('2026-11-16T09:31');
    const late = await answerTo(sendPrivately(pictures.jpeg), office.privately(WHO));

    expect(early.text).toContain('附件没有保存');
    expect(late.text).toContain('附件没有保存');
    expect(await filesOf(1)).toEqual([]);
  });

  it('is let go when its message is recalled', async () => {
    await office.ask(WHO, `/报送 ${ITEM}`);
    const id = sendPrivately(pictures.jpeg);
    await answerTo(id, office.privately(WHO));
    await fetched(1);
    office.sandbox.recall(id);
    await toldPrivately('#1 的 1 个附件已同时移除');

    expect(await filesOf(1)).toMatchObject([{ state: 'failed', reason: 'recalled' }]);
    expect((await filesOf(1))[0]?.blob).toBeUndefined();
  });

  it('that nobody can fetch is answered: a sticker', async () => {
    const id = office.sandbox.sendSticker(office.person(WHO), office.privately(WHO));

    expect((await answerTo(id, office.privately(WHO))).text).toContain('读不到，没有保存');
  });
});

describe('what cannot be kept', () => {
  beforeEach(() => office.ask(WHO, `/报送 ${ITEM}`));

  it.each([
    ['too large', Buffer.concat([pictures.jpeg, Buffer.alloc(20 * 1024 * 1024)]), '超过 20 MB'],
    ['no picture at all', Buffer.from('MZ\x90\0 a program', 'latin1'), '不支持这种文件'],
    ['cut off', pictures.jpeg.subarray(0, 100), '文件不完整'],
  ])('is told once: %s', async (_, bytes, why) => {
    sendPrivately(bytes);
    const told = await toldPrivately(`没有保存：${why}`);

    expect(told.text).toContain('#1《开展执法巡查》的附件：图片 1');
    expect(await fetched(1)).toMatchObject([{ state: 'failed' }]);
    expect(await office.ask(WHO, '/查看 #1')).toContain(why);
  });

  it('is told once: a chat that forbids it', async () => {
    office.sandbox.faults.add({
      path: /\/resources\//,
      kind: { status: 400, code: 234038, msg: 'The chat is under restricted mode.' },
    });
    sendPrivately(pictures.jpeg);

    await toldPrivately('该聊天禁止下载');
    expect(await fetched(1)).toMatchObject([{ state: 'failed', reason: 'protected' }]);
  });

  it('for the moment is tried again, also after a restart', async () => {
    office.sandbox.faults.add({ path: /\/resources\//, kind: 'server-error' });
    sendPrivately(pictures.jpeg);
    await expect
      .poll(() => office.sandbox.calls.filter(({ path }) => path.includes('/resources/')).length, {
        timeout: 20_000,
      })
      .toBeGreaterThan(0);
    await office.restart(() => office.sandbox.faults.clear());

    expect(await fetched(1)).toMatchObject([{ state: 'kept', mediaType: 'image/jpeg' }]);
  });
});
