import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.stop());

const ITEM = '开展执法巡查｜11月16日，我局执法人员在城西片区开展巡查。';

async function leave(name: string) {
  office.sandbox.leave(office.chat, office.person(name));
  await office.settled();
}

function privateTexts(name: string) {
  return office.sandbox.messages(office.privately(name)).map(({ text }) => text);
}

describe('somebody in several groups', () => {
  it('chooses in private, and the named group is the one that is chosen', async () => {
    const person = office.person('规划科通讯员');
    const second = office.sandbox.createGroup('青禾县局第二工作群');
    office.sandbox.join(second, person);
    office.sandbox.addBot(second, person);
    await office.sandbox.awaitMessage(second, ({ senderId }) => senderId === 'bot');

    const answer = await office.ask('规划科通讯员', '/选群');
    const card = await office.sandbox.awaitMessage(office.privately('规划科通讯员'), ({ text }) =>
      text.includes('青禾县局第二工作群'),
    );
    const chosen = await office.sandbox.click(person, card.id, '青禾县局第二工作群');

    expect(answer).toContain('私信');
    expect(answer).not.toContain('第二工作群');
    expect(chosen.toast?.content).toContain('青禾县局第二工作群');
    expect(await office.bot.store.repos.people.chosenGroup(person)).toBe(second);
  });
});

describe('people who left the group', () => {
  it('are not told of what needs care: the admins are, where no lead is left', async () => {
    await leave('李负责');
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('耕地科通讯员', `/报送 ${ITEM}`);
    await office.settled();

    expect(privateTexts('李负责')).toEqual([]);
    expect(privateTexts('陈管理').join()).toContain('是联合信息吗');
  });

  it('do not count as the admin who has to stay', async () => {
    office.person('周副管');
    await office.ask('陈管理', '/角色 管理员 @周副管');
    await leave('周副管');

    expect(await office.ask('陈管理', '/角色 取消 管理员 @陈管理')).toContain('至少要保留一名管理员');
  });

  it('are not told of what was sent in for their department', async () => {
    await leave('耕地科通讯员');
    await office.ask('李负责', `/代报 耕地科 ${ITEM}`);
    await office.settled();

    expect(privateTexts('耕地科通讯员')).toEqual([]);
  });
});
