import { expect, it } from 'vitest';
import { openDesk, wordsOf } from '../support/open-desk.ts';
import { GROUP } from '../support/open-test-store.ts';

it.each([
  ['/报送 本周无', '请发送：/本周无'],
  ['/报送 无', '请发送：/本周无'],
  ['/报送 零报告。', '请发送：/本周无'],
  ['/报送 本周无信息', '请发送：/本周无'],
  ['/报送 暂无！', '请发送：/本周无'],
  ['/报送 无｜无', '请发送：/本周无'],
  ['/报送 本周无，全员集中培训', '请发送：/本周无'],
  ['/报送 栏目：主题宣传\n本周无', '请发送：/本周无'],
  ['/补报 上周 无', '请联系宣传负责人'],
  ['/本周无 上周', '只登记本周'],
  ['/本周无 10月', '只登记本周'],
])('stores nothing for %s', async (text, answer) => {
  const desk = await openDesk();
  await desk.seat('甲', { department: '规划科' });
  expect(wordsOf(await desk.say('甲', text))).toContain(answer);
  expect(await desk.repos.items.ofMonth(GROUP, '2026-11')).toEqual([]);
  expect(await desk.rows('select * from nils')).toEqual([]);
});

it.each(['/本周无', '/本周无 本周集中培训', '/本周无 本周'])('registers %s', async (text) => {
  const desk = await openDesk();
  await desk.seat('甲', { department: '规划科' });
  expect(wordsOf(await desk.say('甲', text))).toContain('已登记');
});

it.each(['无人机巡查耕地｜11月16日，县局开展巡查。', '零报告制度落实到位｜11月16日，县局开展检查。'])(
  'stores %s, which only begins like a nil word',
  async (text) => {
    const desk = await openDesk();
    await desk.seat('甲', { department: '规划科' });
    expect(wordsOf(await desk.say('甲', `/报送 ${text}`))).toContain('已收到 #1');
  },
);

it.each([
  ['本周无', '无'],
  ['零报告', '本周全员集中培训'],
  ['无。', '无。'],
])('stores nothing of a form filled with %s and %s', async (title, body) => {
  const desk = await openDesk();
  await desk.seat('甲', { department: '规划科' });
  const answer = await desk.click('甲', 'submit.form', { data: { group: GROUP }, form: { title, body } });
  expect(answer.notice).toContain('请发送：/本周无');
  expect(await desk.repos.items.ofMonth(GROUP, '2026-11')).toEqual([]);
});
