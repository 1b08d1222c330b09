import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pictures } from '../support/pictures.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.stop());

const WHO = '规划科通讯员';

function say(who: string, text: string): string {
  return office.sandbox.say(office.person(who), office.chat, text);
}

function answersTo(id: string, chat: string) {
  return office.sandbox.messages(chat).filter((m) => m.parentId === id && m.senderId === 'bot');
}

/** Forwards messages to the bot in private and returns what it answers. */
async function forward(ids: readonly string[], who = WHO): Promise<string[]> {
  const chat = office.privately(who);
  const bundle = office.sandbox.forwardTogether(office.person(who), chat, ids);
  await office.sandbox.awaitMessage(chat, (m) => m.parentId === bundle && m.senderId === 'bot');
  await office.settled();
  return answersTo(bundle, chat).map(({ text }) => text);
}

async function item(serial: number) {
  return office.bot.store.repos.items.find(office.chat, { serial });
}

describe('messages forwarded together in private', () => {
  it('are one item of whoever forwards them', async () => {
    const ids = [say('路人甲', '开展巡查'), say('路人乙', '11月16日，@李负责 带队在城西片区开展巡查。')];
    const [receipt] = await forward(ids);

    expect(receipt).toContain('202611-规划科-01');
    expect(await item(1)).toMatchObject({
      title: '开展巡查',
      body: '11月16日，@李负责 带队在城西片区开展巡查。',
      authorId: office.person(WHO),
    });
  });

  it('are several when each says so itself', async () => {
    const ids = [say('路人甲', '甲事｜11月16日，县局开会。'), say('路人甲', '乙事｜11月16日，县局巡查。')];

    expect((await forward(ids))[0]).toContain('已收到 2 条');
  });

  it('lose their pictures, which is told', async () => {
    const picture = office.sandbox.sendImage(office.person('路人甲'), office.chat, pictures.jpeg);
    const [receipt, told] = await forward([say('路人甲', '11月16日，县局开会。'), picture]);

    expect(receipt).toContain('已收到 #1');
    expect(told).toContain('有 1 个图片或文件');
  });

  it('are answered when there is nothing to read in them, or no way to', async () => {
    const me = office.person('路人甲');
    const empty = await forward([office.sandbox.sendSticker(me, office.chat)]);
    const kind = { status: 400, code: 230027, msg: 'Lack of necessary permissions.' };
    const text = say('路人甲', '11月16日，县局开会。');
    office.sandbox.faults.add({ path: /\/messages\/om_\w+$/, method: 'GET', kind });
    const refused = await forward([text]);

    expect(empty[0]).toContain('没有可读的文字');
    expect(refused[0]).toContain('读不到那条消息');
    expect(await item(1)).toBeUndefined();
  });

  it('are no item of one who may not report', async () => {
    expect((await forward([say(WHO, '11月16日，县局开会。')], '陈管理'))[0]).toContain('没有保存');
    expect(await item(1)).toBeUndefined();
  });

  it('can be quoted in the group', async () => {
    const bundle = office.sandbox.forwardTogether(office.person(WHO), office.chat, [
      say('路人甲', '11月16日，县局开会。'),
    ]);
    const reply = office.sandbox.say(office.person(WHO), office.chat, '/报送', { replyTo: bundle });
    await office.sandbox.awaitMessage(office.chat, (m) => m.parentId === reply && m.senderId === 'bot');

    expect(await item(1)).toMatchObject({ body: '11月16日，县局开会。', sourceMessageId: bundle });
  });
});
