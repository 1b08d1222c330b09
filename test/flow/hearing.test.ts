import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice, type Transport } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ADMIN = '陈管理';
const HINT = '本群机器人只收得到 @它 的消息';
const TRANSPORTS: readonly Transport[] = ['webhook', 'websocket'];

/** A second group, of an app without the right to all messages. */
async function joinDeafGroup(): Promise<string> {
  const { sandbox } = office;
  const group = sandbox.createGroup('第二工作群', { mentionsOnly: true });
  sandbox.join(group, office.person(ADMIN));
  sandbox.addBot(group, office.person(ADMIN));
  await sandbox.awaitMessage(group, ({ senderId }) => senderId === 'bot');
  return group;
}

describe.each(TRANSPORTS)('/help over the %s', (transport) => {
  it('says how to write where only mentions arrive', async () => {
    office = await startOffice({ transport });
    const group = await joinDeafGroup();

    office.sandbox.say(office.person(ADMIN), group, '大家好');
    const bare = office.sandbox.say(office.person(ADMIN), group, '/帮助');
    const mentioned = await office.ask(ADMIN, '@bot 帮助', group);

    expect(mentioned).toContain(HINT);
    expect(office.sandbox.messages(group).some(({ parentId }) => parentId === bare)).toBe(false);
  });

  it('says nothing of it where a message without a mention has come', async () => {
    office = await startOffice({ transport });
    const group = office.sandbox.createGroup('第三工作群');
    office.sandbox.join(group, office.person(ADMIN));
    office.sandbox.addBot(group, office.person(ADMIN));

    expect(await office.ask(ADMIN, '@bot 帮助', group)).toContain(HINT);
    office.sandbox.say(office.person(ADMIN), group, '@所有人 大家好');
    expect(await office.ask(ADMIN, '@bot 帮助', group)).toContain(HINT);
    office.sandbox.say(office.person(ADMIN), group, '大家好');
    expect(await office.ask(ADMIN, '@bot 帮助', group)).not.toContain(HINT);
    await office.restart();
    expect(await office.ask(ADMIN, '@bot 帮助', group)).not.toContain(HINT);
  });
});

it('answers a bare /help, which is itself the proof, without the hint', async () => {
  office = await startOffice();
  const group = office.sandbox.createGroup('第四工作群');
  office.sandbox.join(group, office.person(ADMIN));
  office.sandbox.addBot(group, office.person(ADMIN));

  expect(await office.ask(ADMIN, '/帮助', group)).not.toContain(HINT);
  expect(await office.ask(ADMIN, '帮助', office.privately(ADMIN))).not.toContain(HINT);
});

it('keeps of plain talk that it came, once for each group, and nothing of what was said', async () => {
  office = await startOffice();
  const { sandbox } = office;
  const before = await office.rows('select count(*) as n from inbox');

  for (const text of ['晚上一起吃饭', '好的', '几点']) sandbox.say(office.person(ADMIN), office.chat, text);
  await office.settled();

  const noted = await office.rows(
    "select group_id, due, outcome from fired where schedule = 'heard-unmentioned'",
  );
  expect(noted).toEqual([{ group_id: office.chat, due: '', outcome: '' }]);
  expect(await office.rows('select count(*) as n from inbox')).toEqual(before);
});
