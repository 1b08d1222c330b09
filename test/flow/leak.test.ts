import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

/** Items that have gone out, and are held back afterwards. */
let office: Office;
const LEAD = '李负责';

beforeAll(async () => {
  office = await startOffice({ settings: { onlineDocument: true } });
  await office.ask('规划科通讯员', '/报送 开展巡查｜11月16日，县局开展巡查。');
  await office.ask('耕地科通讯员', '/报送 召开会议｜11月16日，县局召开推进会。');
});
afterAll(() => office.stop());

/** Online documents wait for the platform in between. */
async function untilOut(): Promise<void> {
  await office.settled();
  await expect
    .poll(async () => {
      const { due, later } = await office.bot.store.repos.outbox.depth();
      return due + later;
    })
    .toBe(0);
}

const told = (text: string) =>
  office.sandbox.messages(office.privately(LEAD)).filter((message) => message.text.includes(text));

it('says to the lead, in private, which files have to be taken down and where they are', async () => {
  await office.ask(LEAD, '/保密 #2 可公开');
  await office.ask(LEAD, '/汇总 11月');
  await untilOut();
  await office.ask(LEAD, '/报告 看 11月');
  await office.ask(LEAD, '/报告 发送 11月', office.privately(LEAD));
  await office.ask(LEAD, '/投稿 #2 县融媒体中心');
  await untilOut();

  await office.ask(LEAD, '/保密 #2 不宜公开 涉密');
  await office.settled();

  const [card, ...more] = told('请撤下已发出的文件');
  expect(more).toEqual([]);
  expect(card?.text).toContain('#2 现为“不宜公开”');
  expect(card?.text).toContain(
    '2026年11月工作报告 第 1 版：初稿（群内）、再次发送（私聊）、正文卡片（私聊）、在线文档（群内）',
  );
  expect(card?.text).toContain('已投稿：县融媒体中心');
  expect(card?.text).not.toContain('召开会议');
  expect(office.sandbox.messages(office.chat).some(({ text }) => text.includes('撤下'))).toBe(false);
});

it('says it once, and nothing of an item that has not gone out', async () => {
  await office.ask(LEAD, '/保密 #2 需报审 再核');
  await office.ask('规划科通讯员', '/报送 未汇总的｜11月16日，县局开展培训。');
  await office.ask(LEAD, '/保密 #3 不宜公开 涉密');
  await office.settled();
  expect(told('请撤下已发出的文件')).toHaveLength(1);
});

it('names every version that prints it, and none that was made without', async () => {
  await office.ask(LEAD, '/汇总 11月');
  await untilOut();
  await office.ask(LEAD, '/保密 #1 不宜公开 涉密');
  await office.settled();
  const card = told('#1 现为“不宜公开”')[0]?.text ?? '';
  expect(card).toContain('2026年11月工作报告 第 2 版：初稿（群内）、在线文档（群内）');
  expect(card).toContain('第 1 版：初稿（群内）');
  await office.ask(LEAD, '/保密 #2 可公开');
  await office.ask(LEAD, '/保密 #2 不宜公开 涉密');
  await office.settled();
  expect(told('#2 现为“不宜公开”').at(-1)?.text).not.toContain('第 2 版');
});
