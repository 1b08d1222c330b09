import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.stop());

const TALK = '11月16日，我局执法人员在城西片区开展执法巡查。@李负责 请看。';

/** Says something that is none of the bot's business, then replies to it. Returns the reply's message id. */
function quote(who: string, messageId: string, text = '/报送'): string {
  return office.sandbox.say(office.person(who), office.chat, text, { replyTo: messageId });
}

function answerTo(id: string) {
  return office.sandbox.awaitMessage(office.chat, (m) => m.parentId === id && m.senderId === 'bot');
}

async function item(serial: number) {
  return office.bot.store.repos.items.find(office.chat, { serial });
}

describe('a reply with /报送', () => {
  it("stores one's own earlier message at once, mentions by name", async () => {
    const said = office.sandbox.say(office.person('规划科通讯员'), office.chat, TALK);
    const receipt = await answerTo(quote('规划科通讯员', said, '/报送 栏目：主题宣传'));

    expect(receipt.text).toContain('202611-规划科-01');
    expect(await item(1)).toMatchObject({ body: TALK, sourceMessageId: said, section: '主题宣传' });
  });

  it('is the item itself when it brings a text', async () => {
    const said = office.sandbox.say(office.person('耕地科通讯员'), office.chat, '你们上周的呢？');
    await answerTo(quote('规划科通讯员', said, '/报送 开展巡查｜11月16日，县局开展巡查。'));

    expect(await item(1)).toMatchObject({ title: '开展巡查' });
  });

  it('takes back the item when the earlier message is recalled, and takes it once only', async () => {
    const said = office.sandbox.say(office.person('规划科通讯员'), office.chat, TALK);
    await answerTo(quote('规划科通讯员', said));
    const again = await answerTo(quote('规划科通讯员', said));
    office.sandbox.recall(said);
    await office.settled();

    expect(again.text).toContain('已经报送过了，编号 #1');
    expect((await item(1))?.state).toBe('withdrawn');
  });

  it('can be a correction of a command that nobody was allowed to give', async () => {
    const first = await office.askForMessage('新同事', `/报送 开展巡查｜11月16日，县局开展巡查。`);
    await office.ask('陈管理', '/通讯员 设置 耕地科 @新同事');
    await answerTo(quote('新同事', first.parentId ?? ''));

    expect(await item(1)).toMatchObject({ title: '开展巡查', number: '202611-耕地科-01' });
  });
});

describe("somebody else's message", () => {
  async function askConsent() {
    const said = office.sandbox.say(office.person('耕地科通讯员'), office.chat, TALK);
    const reply = quote('李负责', said);
    const asked = await answerTo(reply);
    expect(asked.text).toContain('已私信请其确认');
    expect(await item(1)).toBeUndefined();
    const card = await office.sandbox.awaitMessage(office.privately('耕地科通讯员'), (m) =>
      m.text.includes('李负责想把您的一条消息报送上去'),
    );
    return { said, reply, card };
  }

  it('is stored as theirs once they agree', async () => {
    const { said, reply, card } = await askConsent();
    await office.sandbox.click(office.person('耕地科通讯员'), card.id, '确认报送');
    const receipt = await office.sandbox.awaitMessage(
      office.chat,
      (m) => m.parentId === reply && m.text.includes('已收到 #1'),
    );

    expect(receipt.text).toContain('202611-耕地科-01');
    expect(await item(1)).toMatchObject({ authorId: office.person('耕地科通讯员'), sourceMessageId: said });
  });

  it('is not stored when they say no', async () => {
    const { reply, card } = await askConsent();
    await office.sandbox.click(office.person('耕地科通讯员'), card.id, '不是');
    await office.sandbox.awaitMessage(
      office.chat,
      (m) => m.parentId === reply && m.text.includes('没有报送'),
    );

    expect(await item(1)).toBeUndefined();
  });

  it('is not stored when it has been recalled meanwhile', async () => {
    const { said, reply, card } = await askConsent();
    office.sandbox.recall(said);
    await office.sandbox.click(office.person('耕地科通讯员'), card.id, '确认报送');
    await office.sandbox.awaitMessage(
      office.chat,
      (m) => m.parentId === reply && m.text.includes('已撤回或删除'),
    );

    expect(await item(1)).toBeUndefined();
  });

  it('must be from one whose items count', async () => {
    const said = office.sandbox.say(office.person('路人甲'), office.chat, TALK);

    expect((await answerTo(quote('李负责', said))).text).toContain('路人甲还没有绑定部门');
  });

  it('asks once, however often it is quoted by the same reply', async () => {
    await askConsent();
    await office.restart();
    await office.settled();

    const cards = office.sandbox
      .messages(office.privately('耕地科通讯员'))
      .filter((m) => m.text.includes('想把您的一条消息报送上去'));
    expect(cards).toHaveLength(1);
  });
});

describe('a message that is no use', () => {
  it('is answered: recalled', async () => {
    const said = office.sandbox.say(office.person('规划科通讯员'), office.chat, TALK);
    office.sandbox.recall(said);

    expect((await answerTo(quote('规划科通讯员', said))).text).toContain('已撤回或删除');
  });

  it('is answered: a sticker', async () => {
    const said = office.sandbox.sendSticker(office.person('规划科通讯员'), office.chat);

    expect((await answerTo(quote('规划科通讯员', said))).text).toContain('没有可读的文字');
  });

  it("is answered: the bot's own card", async () => {
    const receipt = await office.askForMessage('规划科通讯员', '/报送 标题｜11月16日，县局开会。');

    expect((await answerTo(quote('规划科通讯员', receipt.id))).text).toContain('没有可读的文字');
  });

  it('is answered: the platform does not show it', async () => {
    const said = office.sandbox.say(office.person('规划科通讯员'), office.chat, TALK);
    office.sandbox.faults.add({
      path: new RegExp(`/messages/${said}$`),
      kind: { status: 400, code: 230027, msg: 'Lack of necessary permissions.' },
    });

    expect((await answerTo(quote('规划科通讯员', said))).text).toContain('读不到那条消息');
  });
});
