import { afterEach, describe, expect, it } from 'vitest';
import { readDocx } from '../support/read-docx.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '我局召开耕地保护推进会｜11月16日，我局在县政务中心召开推进会，部署四季度工作。';

/** The file that comes to a chat, with its name. */
async function fileIn(chat: string) {
  const { fileKey = '' } = await office.sandbox.awaitMessage(chat, ({ type }) => type === 'file');
  const file = office.sandbox.uploadedFile(fileKey);
  if (file === undefined) throw new Error('the file was not uploaded');
  return { name: file.name, text: await readDocx(file.bytes) };
}

describe('a month compiled in another form', () => {
  it.each(['/汇总 11月 汇报发言', '/compile debrief-speech 2026-11', '/汇总 2026-11 汇报'])(
    'by “%s”',
    async (words) => {
      office = await startOffice();
      await office.ask('规划科通讯员', `/报送 ${ITEM}`);

      const card = await office.ask('李负责', words);

      expect(card).toContain('2026年11月汇报发言 第 1 版');
      expect(card).toContain('标题：会议名称');
      const { name, text } = await fileIn(office.chat);
      expect(name).toBe('青禾县自然资源局2026年11月汇报发言（第1版）.docx');
      expect(text).toContain('现将工作情况报告如下：');
      expect(text).toContain('11月16日，我局在县政务中心召开推进会，部署四季度工作。');
    },
  );

  it('is a version of the month like any other, with the hash of what it was filled from', async () => {
    office = await startOffice();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('李负责', '/汇总 11月');
    await office.settled();

    expect(await office.ask('李负责', '/汇总 11月 工作动态')).toContain('2026年11月工作动态 第 2 版');

    const stored = await office.bot.store.repos.reports.latest(office.chat, '2026-11');
    expect(stored).toMatchObject({ version: 2, template: 'work-article' });
    expect(stored?.templateHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    [
      '/汇总 11月 调研报告',
      '没有找到模板“调研报告”。可选：工作报告、工作动态、汇报发言、会议讲话、经验交流发言。',
    ],
    ['/汇总 情况通报', '没看懂“情况通报”'],
    ['/汇总 汇报发言 下旬', '没看懂“下旬”'],
    ['/汇总 2026-12 会议讲话', '这个月还没有到。'],
  ])('is not made by “%s”', async (words, answer) => {
    office = await startOffice();
    expect(await office.ask('李负责', words)).toContain(answer);
    expect(await office.bot.store.repos.reports.latest(office.chat, '2026-11')).toBeUndefined();
  });
});

it('tells sections that share a block under its heading', async () => {
  office = await startOffice();
  await office.ask('规划科通讯员', '/报送 栏目：业务动态\n巡查耕地｜11月16日，规划科巡查耕地12处。');
  await office.ask('耕地科通讯员', '/报送 栏目：为民服务\n上门办证｜11月16日，耕地科上门办证3件。');

  const set = await office.ask('陈管理', '/设置 版块 强化业务工作，提升服务水平：业务动态、为民服务');
  await office.ask('李负责', '/汇总 11月 汇报发言');

  expect(set).toContain('强化业务工作，提升服务水平：业务动态、为民服务');
  const { text } = await fileIn(office.chat);
  expect(text).toContain('一、强化业务工作，提升服务水平。');
  expect(text).not.toContain('二、');
});

describe('/模板', () => {
  it('lists what there is, and sets what the group uses', async () => {
    office = await startOffice();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);

    const list = await office.ask('李负责', '/模板');
    expect(list).toContain('工作报告（work-report）：');
    expect(list).toMatch(/工作报告（work-report）.*【默认】/);
    expect(list).toContain('经验交流发言（exchange-talk）：');
    expect(list).not.toContain('通报');

    expect(await office.ask('李负责', '/模板 使用 会议讲话')).toContain('以后默认用“会议讲话”');
    expect(await office.ask('李负责', '/模板 使用 meeting-speech')).toContain('已经是“会议讲话”');
    expect(await office.ask('李负责', '/模板')).toMatch(/会议讲话（meeting-speech）.*【默认】/);
    expect(await office.ask('李负责', '/汇总 11月')).toContain('2026年11月会议讲话 第 1 版');
    expect(await office.ask('陈管理', '/审计')).toContain('更换默认模板：meeting-speech');
  });

  it('sends a sample from an invented month, in private', async () => {
    office = await startOffice();
    expect(await office.ask('李负责', '/模板 预览 工作动态')).toContain('样稿用虚构的一个月生成');
    const { name, text } = await fileIn(office.privately('李负责'));
    expect(name).toBe('工作动态（样稿）.docx');
    expect(text).toContain('一、工作开展情况：');
    const inGroup = office.sandbox.messages(office.chat).filter(({ type }) => type === 'file');
    expect(inGroup).toEqual([]);
  });

  it('is the lead’s', async () => {
    office = await startOffice();
    expect(await office.ask('规划科通讯员', '/模板 使用 会议讲话')).toContain('需要宣传负责人权限');
  });
});
