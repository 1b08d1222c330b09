import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../support/read-docx.ts';
import { type Office, startOffice } from '../support/start-office.ts';

const LEAD = '李负责';
const SHORT = '我局召开推进会，部署四季度工作。';

let office: Office;

/** October's report, step by step: each test goes on from where the one before has left the desk. */
beforeAll(async () => {
  office = await startOffice({ now: '2026-10-26T09:00' });
  const sent = [
    ['规划科通讯员', '开展执法巡查｜10月26日，我局出动10人在城西片区开展执法巡查。', '业务动态'],
    ['耕地科通讯员', '召开耕地推进会｜10月26日，我局召开推进会，部署四季度工作，各科作了汇报。', '业务动态'],
    ['规划科通讯员', '宣讲村庄规划｜10月26日，规划科到柳溪村宣讲村庄规划。', '业务动态'],
    ['耕地科通讯员', '走访保护户｜10月26日，耕地科走访农户5户。', '为民服务'],
  ] as const;
  for (const [who, text, section] of sent) await say(who, `/报送 ${text}\n栏目：${section}`);
  await office.moveTo('2026-11-02T10:00');
});
afterAll(() => office.stop());

async function say(name: string, text: string, where = office.chat): Promise<string> {
  const answer = await office.ask(name, text, where);
  await office.settled();
  return answer;
}

const order = (text: string) => say(LEAD, `/编辑 ${text}`);

/** The lead's newest card of the desk, as it is drawn now. */
function desk() {
  const cards = office.sandbox.messages(office.privately(LEAD));
  return cards.findLast(({ text, type }) => type === 'interactive' && /报告编排|入稿|报告里的 #/.test(text));
}

/** Presses a button: with an item's number, the one of that label below its line. Returns the notice. */
async function press(label: string, of?: string, form?: Readonly<Record<string, string>>): Promise<string> {
  const { id = '', text = '' } = desk() ?? {};
  const labels = [...text.matchAll(/\[([^\]]+)\]/g)];
  const line = of === undefined ? 0 : text.indexOf(of);
  const at = labels.findIndex((found) => found[1] === label && found.index >= line);
  const answer = await office.sandbox.click(office.person(LEAD), id, at, form);
  await office.settled();
  return answer.toast?.content ?? '';
}

/** What a card shows of the order: `#3 #1`. */
const shownOrder = () => [...(desk()?.text ?? '').matchAll(/#\d+(?=《)/g)].join(' ');

/** The newest file in the group, as text. */
async function compile(): Promise<{ readonly card: string; readonly text: string }> {
  const card = await say(LEAD, '/汇总 10月');
  const file = office.sandbox.messages(office.chat).findLast(({ type }) => type === 'file');
  return {
    card,
    text: await readDocx(office.sandbox.uploadedFile(file?.fileKey ?? '')?.bytes ?? new Uint8Array()),
  };
}

describe('the desk', () => {
  it('is for the lead alone, and comes in private', async () => {
    expect(await say('规划科通讯员', '/编辑 10月')).toContain('宣传负责人');
    expect(await order('10月')).toBe('已私信给您，请在私聊里编排。');
    expect(desk()?.text).toMatch(
      /2026年10月报告编排[\s\S]*4 条[\s\S]*\[业务动态（3）\][\s\S]*\[为民服务（1）\]/,
    );
  });

  it('opens a section and moves an item in it, in the same card', async () => {
    const { id } = desk() ?? {};
    await press('业务动态（3）');
    expect(shownOrder()).toBe('#1 #2 #3');
    expect(await press('↑', '#3')).toBe('#3 现为“业务动态”第 2 条。');
    expect(shownOrder()).toBe('#1 #3 #2');
    expect(await press('↓', '#1')).toBe('#1 现为“业务动态”第 2 条。');
    expect(shownOrder()).toBe('#3 #1 #2');
    expect(desk()?.id).toBe(id);
  });

  it('leaves an item out and takes it back', async () => {
    expect(await press('不入稿', '#1')).toContain('#1 不入稿：正文不写，仍计入报送条数');
    expect(desk()?.text).toMatch(/入稿 2 条[\s\S]*#3《[\s\S]*#2《[\s\S]*不入稿 #1《/);
    expect(await press('恢复', '#1')).toBe('#1 已恢复入稿。');
    expect(shownOrder()).toBe('#3 #1 #2');
    await press('不入稿', '#1');
    await press('返回总览');
    expect(desk()?.text).toMatch(/3 条[\s\S]*\[业务动态（2）\][\s\S]*不入稿 1 条[\s\S]*#1《开展执法巡查》/);
  });

  it('shortens an item for the report in a form that holds what would be printed', async () => {
    await press('业务动态（2）');
    await press('编辑', '#2');
    const { text = '' } = desk() ?? {};
    expect(text).toContain('报告里的 #2');
    expect(text).toContain('各科作了汇报');
    const form = { section: '业务动态', title: '召开耕地推进会', body: SHORT, into: '' };
    expect(await press('保存', undefined, form)).toBe('#2 已缩写，只用于报告；原文不变。');
    expect(desk()?.text).toContain('已改写');
  });

  it('moves nothing on a card that is no longer what it was, and shows how it is', async () => {
    expect(await order('#2 置顶')).toBe('#2 现为“业务动态”第 1 条。');
    expect(shownOrder()).toBe('#3 #2 #1');
    expect(await press('↑', '#2')).toContain('编排已有变化');
    expect(shownOrder()).toBe('#2 #3 #1');
    expect(await press('↓', '#2')).toBe('#2 现为“业务动态”第 2 条。');
  });
});

describe('the report', () => {
  it('has the order, the omission and the shortened text of the desk', async () => {
    const { card, text } = await compile();
    expect(card).toContain('1 条经编辑不入稿（计入条数）');
    expect(text).toContain('共报送宣传信息4条');
    expect(text).toMatch(/业务动态方面信息3条，择要列入2条，报送部门为规划科、耕地科。/);
    expect(text).toMatch(/一是宣讲村庄规划。[\s\S]*二是召开耕地推进会。[\s\S]*部署四季度工作。/);
    expect(text).not.toContain('各科作了汇报');
    expect(text).not.toContain('执法巡查');
  });

  it('says what is different from the version before', async () => {
    await order('#2 上移');
    await order('#1 恢复');
    const { card, text } = await compile();
    expect(card).toContain('恢复入稿 202610-规划科-01');
    expect(card).toContain('1 条调整顺序');
    expect(text).toMatch(/一是召开耕地推进会。[\s\S]*二是宣讲村庄规划。[\s\S]*三是开展执法巡查。/);
  });

  it("goes back to the item's own text when that is edited, and says so", async () => {
    await say('耕地科通讯员', '/修改 #2 内容：10月26日，我局召开推进会，耕地科等5个科室作了汇报。');
    const { card, text } = await compile();
    expect(card).toContain('202610-耕地科-01 缩写或采纳标点后原文又改过，本版用新的原文');
    expect(text).toContain('5个科室作了汇报');
    await order('10月');
    expect(desk()?.text).toMatch(/改写后原文又改过，报告用新的原文[\s\S]*#2/);
  });
});

describe('what was done', () => {
  it('is in the history, by whom and in words, and changes neither the text nor its review', async () => {
    const history = await say(LEAD, '/历史 #2');
    expect(history).toMatch(
      /李负责 缩写 → 已通过\s*报告里写作：《召开耕地推进会》\s*我局召开推进会，部署四季度工作。/,
    );
    expect(history).toMatch(/李负责 调整顺序 → 已通过：业务动态第 1 条/);
    expect(await say(LEAD, '/历史 #1')).toMatch(/李负责 不入稿 → 已通过[\s\S]*李负责 恢复入稿 → 已通过/);
    await order('#3 缩写 宣讲规划｜规划科进村宣讲。');
    expect(await say('规划科通讯员', '/查看 #3')).toMatch(
      /已通过[\s\S]*到柳溪村宣讲村庄规划[\s\S]*报告里写作：《宣讲规划》\s*规划科进村宣讲。/,
    );
  });
});

describe('a line for those without the card', () => {
  it.each([
    ['#3 缩写 宣讲规划｜规划科进村宣讲。', '没有变化。'],
    ['#3 原文', '#3 报告用回原文。'],
    ['#3 原文', '#3 没有改写'],
    ['#2 上移', '#2 已是第一条。'],
    ['#1 不入稿', '#1 不入稿'],
    ['#1 不入稿', '#1 已是不入稿。'],
    ['#1 下移', '#1 现不入稿，先恢复再排序。'],
    ['#1 恢复', '#1 已恢复入稿。'],
    ['#4 栏目 业务', '#4 已改到“业务动态”。'],
    ['#4 栏目 没有的', '没有“没有的”这个栏目'],
    ['#4 删掉', '没看懂“删掉”。编号后面可以写：上移、下移、置顶'],
    ['10月 上移', '没看懂“上移”'],
    ['#99 上移', '#99'],
    ['随便', '随便'],
    ['#1 合并 #3', '202610-规划科-01 已并入 202610-规划科-02，只计 1 条'],
    ['#1 上移', '“#1”现为“已合并”，不在报告里'],
  ])('/编辑 %s: %s', async (text, answer) => {
    expect(await order(text)).toContain(answer);
  });

  it('opens one item in private', async () => {
    expect(await order('#2')).toBe('已私信给您，请在私聊里编排。');
    expect(desk()?.text).toContain('报告里的 #2');
    expect(await press('用回原文')).toBe('#2 报告用回原文。');
  });
});

describe('two leads at once', () => {
  it('lose no item and print none twice', async () => {
    await say('陈管理', '/角色 宣传负责人 @王副职');
    const [one, other] = [office.privately(LEAD), office.privately('王副职')];
    await Promise.all([
      office.ask(LEAD, '编辑 #4 置顶', one),
      office.ask('王副职', '编辑 #3 置顶', other),
      office.ask(LEAD, '编辑 #2 下移', one),
      office.ask('王副职', '编辑 #4 下移', other),
    ]);
    await order('10月');
    await press('业务动态（3）');
    expect(shownOrder().split(' ').sort()).toEqual(['#2', '#3', '#4']);
  });
});

describe('a final month', () => {
  it('is arranged no more, by words or on an old card', async () => {
    await compile();
    await say(LEAD, '/定稿 10月');
    const asked = office.sandbox.messages(office.chat).findLast(({ text }) => text.includes('仍要定稿'));
    await office.sandbox.click(office.person(LEAD), asked?.id ?? '', '仍要定稿');
    await office.settled();

    expect(await order('10月')).toContain('2026年10月报告已定稿，不能再编排。');
    expect(await order('#2 上移')).toContain('/更正 2026年10月');
    expect(await press('不入稿', '#2')).toContain('已定稿，不能再编排');
    expect(desk()?.text).toMatch(/报告编排[\s\S]*发送 \/更正 2026年10月/);
  });
});
