import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

const ITEM = '开展执法巡查｜11月16日，我局执法人员在城西片区开展巡查，出动12人次。';

let office: Office;
let lead: string;
let correspondent: string;

beforeAll(async () => {
  office = await startOffice({ settings: { reviewLevels: 1 } });
  lead = office.person('李负责');
  correspondent = office.person('规划科通讯员');
});
afterAll(() => office.stop());

/** What the bot answers to a reply. */
async function reply(personId: string, chat: string, text: string, replyTo: string): Promise<string> {
  const id = office.sandbox.say(personId, chat, text, { replyTo });
  return (await office.sandbox.awaitMessage(chat, ({ parentId }) => parentId === id)).text;
}

async function submit(text = `/报送 ${ITEM}`) {
  const said = office.sandbox.say(correspondent, office.chat, text);
  const receipt = await office.sandbox.awaitMessage(office.chat, ({ parentId }) => parentId === said);
  return { said, receipt, serial: Number(/#(\d+)/.exec(receipt.text)?.[1]) };
}

describe('a command that wants a number, as a reply', () => {
  it('to the receipt or to the message itself means its item', async () => {
    const { said, receipt, serial } = await submit();

    expect(await reply(correspondent, office.chat, '/查看', receipt.id)).toContain(`#${serial}`);
    expect(await reply(correspondent, office.chat, '/修改 标题：深入开展执法巡查', said)).toContain(
      '深入开展执法巡查',
    );
    expect(await reply(correspondent, office.chat, '/撤回', receipt.id)).toContain('已撤回');
    expect(await office.ask('李负责', `/查看 ${serial}`)).toContain('已撤回');
  });

  it('to the card of a review means the item that waits there', async () => {
    const { serial } = await submit();
    const chat = office.privately('李负责');
    const card = await office.sandbox.awaitMessage(chat, ({ text }) => text.includes(`待审 #${serial}`));

    expect(await reply(lead, chat, '退回 请补充参加人员', card.id)).toContain('已退回');
    expect(await office.ask('李负责', `/查看 ${serial}`)).toContain('已退回');
  });

  it('to the card that shows an item means that item', async () => {
    const { serial } = await submit();
    const asked = office.sandbox.say(lead, office.chat, `/查看 ${serial}`);
    const card = await office.sandbox.awaitMessage(office.chat, ({ parentId }) => parentId === asked);

    expect(await reply(lead, office.chat, '/通过', card.id)).toContain('已通过');
    expect(await reply(correspondent, office.chat, '/撤回', card.id)).toContain('只能由宣传负责人撤回');
    expect(await reply(lead, office.chat, '/撤回 重复', card.id)).toContain('已撤回');
  });

  it('leaves a number that is written alone', async () => {
    const [first, second] = [await submit(), await submit()];

    expect(await reply(correspondent, office.chat, `/撤回 ${second.serial}`, first.receipt.id)).toContain(
      '已撤回',
    );

    expect(await office.ask('李负责', `/查看 ${first.serial}`)).not.toContain('已撤回');
    expect(await office.ask('李负责', `/查看 ${second.serial}`)).toContain('已撤回');
  });

  it('to a receipt of several items, or to talk, asks for the number', async () => {
    const several = await submit(`/报送\n1. ${ITEM}\n2. ${ITEM.replace('城西', '城东')}`);
    const talk = office.sandbox.say(lead, office.chat, '大家辛苦了');

    expect(await reply(correspondent, office.chat, '/撤回', several.receipt.id)).toContain('编号');
    expect(await reply(lead, office.chat, '/通过', talk)).toContain('编号');
  });
});
