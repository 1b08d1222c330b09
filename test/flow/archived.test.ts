import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

const WHO = '规划科通讯员';
let office: Office;
beforeAll(async () => {
  office = await startOffice();
  await office.ask(WHO, '/报送 开展巡查｜11月16日，县局开展巡查。');
});
afterAll(() => office.stop());

const heard = () => office.sandbox.messages(office.chat).filter(({ senderId }) => senderId === 'bot').length;

it('a group that the bot has left rests, says so in private, and goes on where it was', async () => {
  office.sandbox.removeBot(office.chat, office.person('陈管理'));
  await office.settled();
  const before = heard();

  await office.moveTo('2026-11-20T10:01');
  await office.moveTo('2026-11-20T15:31');
  const privately = await office.ask(WHO, '/我的', office.privately(WHO));
  await office.settled();

  expect(heard()).toBe(before);
  expect(office.sandbox.messages(office.privately('耕地科通讯员'))).toEqual([]);
  expect(privately).toContain('机器人已不在“青禾县局宣传工作群”');
  expect(await office.bot.store.repos.outbox.depth()).toMatchObject({ due: 0, dead: 0 });

  office.sandbox.addBot(office.chat, office.person('陈管理'));
  await office.settled();
  expect(await office.ask(WHO, '/查看 #1')).toContain('开展巡查');
  expect(await office.ask('耕地科通讯员', '/本周无')).toContain('已登记');
  await office.moveTo('2026-11-27T10:01');
  expect(heard()).toBeGreaterThan(before + 3);
});
