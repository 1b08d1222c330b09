import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDocx } from '../support/read-docx.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;

beforeAll(async () => {
  office = await startOffice({ departments: ['规划科', '耕地科'] });
  await office.ask('规划科通讯员', '/报送 开展窗口开放日活动｜11月16日，规划科在政务大厅举办开放日活动。');
  await office.ask('耕地科通讯员', '/报送 宣讲耕地保护｜11月16日，耕地科在城东社区宣讲耕地保护。');
  await office.ask('李负责', '/媒体 添加 青禾日报 市级');
  await office.ask('李负责', '/用稿 #2 青禾日报 https://news.example.cn/1 11月16日');
});
afterAll(() => office.stop());

/** What somebody was sent in private last, after asking in the group. */
async function told(person: string, command: string): Promise<string> {
  office.sandbox.say(office.person(person), office.chat, command);
  await office.settled();
  return office.sandbox.messages(office.privately(person)).at(-1)?.text ?? '';
}

it('are not counted until an admin says so', async () => {
  expect(await office.ask('李负责', '/积分')).toContain('本群不计积分');
  await office.ask('李负责', '/通报 11月');
  expect(await circular()).not.toContain('积分');
  expect(await office.ask('李负责', '/设置 积分 开')).toContain('管理员');
});

it('are told to who asks alone: a lead of all, a correspondent of their own department', async () => {
  expect(await office.ask('陈管理', '/设置 积分 报送2分')).toContain('市级4分');
  const before = office.sandbox.messages(office.chat).length;

  const all = await told('李负责', '/积分');
  expect(all).toContain('2026年11月积分');
  expect(all).toMatch(/规划科\D+1\D+0\D+2[\s\S]*耕地科\D+1\D+1\D+6/);
  const own = await told('规划科通讯员', '/积分 11月');
  expect(own).toMatch(/规划科\D+1\D+0\D+2/);
  expect(own).not.toContain('耕地科');

  const answers = office.sandbox.messages(office.chat).slice(before);
  expect(answers.map(({ text }) => text)).toEqual(['/积分', '已私信给您。', '/积分 11月', '已私信给您。']);
});

it('rank the departments of a circular in a table of their own', async () => {
  expect(await office.ask('李负责', '/通报 11月')).toContain('已启用积分');
  const text = await circular();
  expect(text).toContain('按积分由高到低排列。报送2分，国家级10分');
  const table = text.slice(text.indexOf('积分情况如下表'));
  expect(table.indexOf('耕地科')).toBeLessThan(table.indexOf('规划科'));
});

async function circular(): Promise<string> {
  await office.settled();
  const file = office.sandbox.messages(office.chat).findLast(({ type }) => type === 'file');
  return readDocx(office.sandbox.uploadedFile(file?.fileKey ?? '')?.bytes ?? Buffer.alloc(0));
}
