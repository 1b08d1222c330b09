import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bureau, openBureau } from '../support/open-bureau.ts';
import { type Office, startOffice } from '../support/start-office.ts';

/**
 * A county's group, its city's and the province's, and one that has to do with none of them. One conversation: each part
 * begins where the last one ended.
 */
let office: Office;
let city: Bureau;
let province: Bureau;
let stranger: Bureau;

const LEAD = '李负责';
const ADMIN = '陈管理';
const CODE = /[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}/;

beforeAll(async () => {
  office = await startOffice({ now: '2026-10-26T09:00', settings: { reviewLevels: 1 } });
  city = await openBureau(office, { name: '清河市自然资源局', departments: ['青禾县局', '白石县局'] });
  province = await openBureau(office, { name: '云山省自然资源厅', departments: ['清河市局'] });
  stranger = await openBureau(office, { name: '别处局', departments: ['外科'] });
  await reportOctober();
}, 60_000);
afterAll(() => office.stop());

/** Six items of October: #4 is not to be published, #5 in review, #6 left out of the report's text. */
async function reportOctober(): Promise<void> {
  for (const n of [1, 2, 3, 4, 5, 6]) {
    const who = n === 3 ? '耕地科通讯员' : '规划科通讯员';
    const date = n === 1 ? '\n日期：10月20日' : '';
    await office.ask(who, `/报送 第${n}件大事｜10月26日，县局办成第${n}件大事。${date}`);
  }
  for (const n of [1, 2, 3, 4, 6]) await office.ask(LEAD, `/通过 #${n}`);
  await office.moveTo('2026-11-02T10:00');
  await office.ask(LEAD, '/编辑 #6 不入稿');
}

async function finalize(): Promise<void> {
  await office.ask(LEAD, '/汇总 10月');
  await office.settled();
  await office.ask(LEAD, '/定稿 10月');
  await office.settled();
  const card = office.sandbox.messages(office.chat).findLast(({ text }) => text.includes('定稿吗'));
  await office.sandbox.click(office.person(LEAD), card?.id ?? '', '仍要定稿');
  await office.settled();
}

async function amend(): Promise<void> {
  const answer = await office.askForMessage(LEAD, '/更正 10月');
  if (answer.text.includes('要更正为')) {
    await office.sandbox.click(office.person(LEAD), answer.id, '仍要更正');
  }
  await office.settled();
}

/** A code for one of a bureau's departments, as its admin finds it in private. */
async function codeOf(bureau: Bureau, department: string): Promise<string> {
  await bureau.say(`/上级 配对码 ${department}`);
  await office.settled();
  const card = office.sandbox
    .messages(bureau.privately)
    .findLast(({ text }) => text.includes(`配对码：${department}`));
  return CODE.exec(card?.text ?? '')?.[0] ?? '';
}

const cityItem = (serial: number) => office.bot.store.repos.items.find(city.chat, { serial });
const lastIn = (chat: string) => office.sandbox.messages(chat).findLast(({ senderId }) => senderId === 'bot');
/** The last private message of the bot to somebody that has these words. */
const lastTo = (who: string, words: string) =>
  office.sandbox.messages(office.privately(who)).findLast(({ text }) => text.includes(words))?.text;
const received = (chat: string) =>
  office.sandbox.messages(chat).filter(({ text }) => /报送 \d+ 条/.test(text) && text.includes('定稿第'));

describe('pairing', () => {
  it('is for admins, and hands the code to the one who asked, not to the group', async () => {
    expect(await office.ask(LEAD, '/上级')).toContain('需要管理员权限');
    expect(await city.say('/上级 配对码 没有这科')).toContain('没有找到部门');
    expect(await office.ask(LEAD, '/上报 10月')).toContain('还没有对接上级单位');
    const code = await codeOf(city, '青禾县局');
    expect(code).toMatch(CODE);
    expect(office.sandbox.messages(city.chat).some(({ text }) => CODE.test(text))).toBe(false);
    expect(await city.say('/上级 配对码 青禾县局')).toContain('已私信给您');
    // The newer one takes the place of the older.
    expect(await office.ask(ADMIN, `/上级 对接 ${code}`)).toContain('配对码不对、已用过或已过期');
  });

  it('takes a code that is good, once; a week later it is none', async () => {
    const late = await codeOf(city, '白石县局');
    expect(await city.say(`/上级 对接 ${late}`)).toContain('这是本群自己的配对码');
    const code = await codeOf(city, '青禾县局');
    expect(await office.ask(ADMIN, '/上级 对接 0000-0000-0000-0000')).toContain('配对码不对');
    expect(await office.ask(LEAD, `/上级 对接 ${code}`)).toContain('需要管理员权限');

    expect(await city.say(`/上级 ${code}`)).toContain('这是本群自己的配对码');
    expect(await city.say(`/上级 配对码：${code}`)).toContain('这是本群自己的配对码');
    expect(await city.say('/上级 那个群')).toContain('下级群：/上级 对接 配对码');

    const answer = await office.ask(ADMIN, `/上级 对接 配对码：${code.toLowerCase().replaceAll('-', ' ')}`);

    expect(answer).toContain('已与“清河市自然资源局”对接，本群是其“青禾县局”');
    expect(await stranger.say(`/上级 对接 ${code}`)).toContain('配对码不对、已用过或已过期');
    expect(await city.say('/上级 配对码 青禾县局')).toContain('已与一个群对接');
    await office.settled();
    expect(lastIn(city.privately)?.text).toContain('“青禾县自然资源局”已用配对码对接');
    expect(await office.ask(ADMIN, '/审计 1')).toContain('与上级或下级单位对接：清河市自然资源局');
    expect(await city.say('/审计 1')).toContain('与上级或下级单位对接：青禾县局 青禾县自然资源局');

    await office.moveTo('2026-11-09T10:01');
    expect(await stranger.say(`/上级 对接 ${late}`)).toContain('配对码不对、已用过或已过期');
  });

  it('never closes a circle', async () => {
    const code = await codeOf(province, '清河市局');
    expect(await city.say(`/上级 对接 ${code}`)).toContain('已与“云山省自然资源厅”对接');
    await office.ask(ADMIN, '/部门 新增 省里的科');
    await office.ask(ADMIN, '/上级 配对码 省里的科');
    await office.settled();
    const down = CODE.exec(lastIn(office.privately(ADMIN))?.text ?? '')?.[0];
    expect(await province.say(`/上级 对接 ${down}`)).toContain('那个群是本群的下级');
    expect(await city.say(`/上级 对接 ${down}`)).toContain('本群已有上级单位“云山省自然资源厅”');
    await office.ask(ADMIN, '/部门 关闭 省里的科');
    expect(await province.say(`/上级 对接 ${down}`)).toContain('配对码不对');
  });
});

describe('handing up', () => {
  it('waits for the final report, and is the lead’s to do', async () => {
    expect(await office.ask(LEAD, '/上报 10月')).toContain('还没有定稿');
    expect(await office.ask('规划科通讯员', '/上报 10月')).toContain('报送本部门的信息请发送：/报送');
    await office.ask(LEAD, '/保密 #4 需报审 待核');
    await finalize();
    expect(await office.ask(LEAD, '/上报 10月 那几条')).toContain('没看懂编号');
  });

  it('shows what can go up, what cannot and why; nothing has gone up by itself', async () => {
    await office.ask(LEAD, '/保密 #2 不宜公开 涉密');

    const card = await office.ask(LEAD, '/上报 2026-10');

    expect(card).toContain('上报清河市自然资源局：2026年10月定稿第 1 版');
    expect(card).toContain('可上报 2 条');
    expect(card).toContain('#1 202610-规划科-01《第1件大事》');
    expect(card).toContain('#2 202610-规划科-02：现为“不宜公开”');
    expect(card).toContain('#6 202610-规划科-05：编排时不入稿');
    expect(card).not.toContain('第2件');
    expect(card).not.toMatch(/#[45] /);
    expect(received(city.chat)).toEqual([]);
  });

  it('makes the picked items items of the department up there, with one card for all', async () => {
    await office.ask(LEAD, '/保密 #2 可公开');
    const card = await office.askForMessage(LEAD, '/上报 2026-10');
    const press = (who: string, items: string) =>
      office.sandbox.click(office.person(who), card.id, '上报', { items });
    expect((await press('规划科通讯员', '全部')).toast?.content).toContain('只有宣传负责人可以操作');
    expect((await press(LEAD, '？')).toast?.content).toContain('没看懂编号');

    const pressed = await press(LEAD, '1-3、#6 99');
    await office.settled();

    expect(pressed.toast?.content).toContain('已报送 3 条到“清河市自然资源局”');
    const [shown, ...more] = received(city.chat);
    expect(more).toEqual([]);
    expect(shown?.text).toContain('青禾县局报送 3 条');
    expect(shown?.text).toContain('#1 202611-青禾县局-01《第1件大事》');
    expect(shown?.text).toMatch(/来自其2026年10月定稿第 1 版。等待清河市自然资源局的人审核/);
    const now = office.sandbox.messages(office.chat).find(({ id }) => id === card.id);
    expect(now?.text).toContain('#1 → 202611-青禾县局-01（待审）');
    expect(now?.text).toContain('#99：不在这份定稿里');
    expect(now?.text).toContain('#6 202610-规划科-05：编排时不入稿');
    // The first has a day of its own, the second counts for the month in which it was handed up.
    expect(await cityItem(1)).toMatchObject({ month: '2026-10', eventDate: '2026-10-20', week: '2026-W46' });
    expect(await cityItem(2)).toMatchObject({ month: '2026-11', state: 'submitted', secrecy: 'unjudged' });
    expect(await city.say('/进度')).toMatch(/青禾县局/);
  });

  it('keeps where each came from', async () => {
    expect(await city.say('/查看 #3')).toContain(
      '青禾县局 202610-耕地科-01（耕地科），2026年10月定稿第 1 版',
    );
    expect(await office.ask(ADMIN, '/审计 上报')).toContain(
      '上报信息：清河市自然资源局 2026-10 第 1 版 3 条',
    );
    expect(await city.say('/审计 收到下级')).toContain('收到下级报送：青禾县局 2026-10 第 1 版 3 条');
  });

  it('never doubles what is handed up again', async () => {
    const answer = await office.ask(LEAD, '/上报 10月 全部');
    expect(answer).toContain('没有报送');
    expect(await office.ask(LEAD, '/上报 10月 #1')).toContain('已报送，编号 202611-青禾县局-01，没有变化');
    expect(await cityItem(4)).toBeUndefined();
    expect(received(city.chat)).toHaveLength(1);
  });
});

describe('a returned item', () => {
  it('is told to the lower group’s leads in private, and goes up again once it is amended', async () => {
    expect(await city.say('/退回 #1 请补充参加人数')).toContain('原因已私信青禾县局的宣传负责人');
    await office.settled();
    const told = lastIn(office.privately(LEAD));
    expect(told?.text).toContain('上报的 #1 被清河市自然资源局退回');
    expect(told?.text).toContain('请补充参加人数');
    expect(told?.text).not.toContain('清河市自然资源局的人');
    expect(await office.ask(LEAD, '/上报 10月 #1')).toContain('被退回后没有更正');

    await office.ask('规划科通讯员', '/修改 #1 内容：10月26日，县局30人办成第1件大事。');
    expect(await office.ask(LEAD, '/上报 10月 #1')).toContain('现为“待审”');
    expect(lastTo(LEAD, '定稿文件不变')).toContain('这条已上报清河市自然资源局，更正后请再 /上报');
    await office.ask(LEAD, '/通过 #1');
    expect(await office.ask(LEAD, '/上报 10月 #1')).toContain('定稿后改过，请先 /更正');
    await amend();
    expect(await office.ask(LEAD, '/上报 10月 #1')).toContain('#1 → 202611-青禾县局-01（待审）');

    await office.settled();
    expect(await cityItem(1)).toMatchObject({
      body: '10月26日，县局30人办成第1件大事。',
      state: 'submitted',
      revision: 3,
    });
    expect(lastIn(city.chat)?.text).toContain('#1 202611-青禾县局-01《第1件大事》');
    expect(await city.say('/历史 #1')).toContain('下级单位更正后重新报送（2026年10月定稿第 2 版）');
    expect(await city.say('/查看 #1')).toContain('2026年10月定稿第 2 版');
  });

  it('that stands in a final report up there stays as it is, and the lead hears why', async () => {
    for (const n of [1, 2, 3]) await city.say(`/通过 #${n}`);
    await city.say('/汇总 10月');
    await office.settled();
    const card = await city.ask('/定稿 10月');
    if (card.text.includes('定稿吗')) await city.press(card.id, '仍要定稿');
    await office.settled();
    await office.ask('规划科通讯员', '/修改 #1 标题：第一件大事');
    await office.ask(LEAD, '/通过 #1');
    await amend();

    const answer = await office.ask(LEAD, '/上报 10月 #1');

    expect(answer).toContain('对方的 202611-青禾县局-01 已编入其2026年10月定稿，请与对方联系更正');
    expect((await cityItem(1))?.title).toBe('第1件大事');
  });
});

describe('a chain', () => {
  it('goes further up, and keeps the whole way', async () => {
    await city.say('/上报 10月 全部');
    await office.settled();

    expect(received(province.chat)[0]?.text).toContain('清河市局报送 1 条');
    const shown = await province.say('/查看 #1');
    expect(shown).toContain('清河市局 202611-青禾县局-01（青禾县局），2026年10月定稿第 1 版');
    expect(shown).toContain('青禾县局 202610-规划科-01（规划科），2026年10月定稿第 2 版');
  });
});

describe('whoever handed something up', () => {
  it('can be shown and handed out up there, and nowhere else', async () => {
    expect(await city.say(`/审计 个人 ${LEAD}`)).toContain('已私信给您');
    expect(lastIn(city.privately)?.text).toMatch(/上报登记 3 条[\s\S]*报送的信息 3 条/);
    expect(await city.say(`/审计 导出 ${LEAD}`)).toContain('已整理成文件');
    expect(await stranger.say(`/审计 个人 ${LEAD}`)).toContain(`没有叫“${LEAD}”的人`);
  });

  it('is made anonymous by their own group alone, whose admin learns that it reaches further', async () => {
    expect(await city.say(`/审计 匿名 ${LEAD}`)).toContain('此人还在其他群登记');
    await office.ask(ADMIN, `/审计 匿名 @${LEAD}`);
    expect(lastTo(ADMIN, '匿名处理')).toContain('上下级群里由其上报或办理的记录，也一并换成化名');
  });
});

describe('an end', () => {
  it('of a group is told as such', async () => {
    office.sandbox.removeBot(province.chat, province.person);
    await office.settled();
    expect(await city.say('/上报 10月')).toContain('“云山省自然资源厅”的工作群已存档');
    expect(await city.say('/上级 解除')).toContain('已解除与“云山省自然资源厅”的对接');
    expect(await city.say('/上报 10月')).toContain('还没有对接上级单位');
  });

  it('of the department up there says whom to ask', async () => {
    await city.say('/部门 关闭 青禾县局');
    expect(await office.ask(LEAD, '/上报 10月 全部')).toContain('已关闭部门“青禾县局”');
    await city.say('/部门 恢复 青禾县局');
    expect(await office.ask(LEAD, '/上报 10月')).toContain('已上报 2 条');
  });

  it('of the link comes from either side; what was handed up stays, and nobody below hears of it any more', async () => {
    expect(await stranger.say('/上级 解除 外科')).toContain('没有与别的群对接');
    expect(await office.ask(LEAD, '/上级 解除')).toContain('需要管理员权限');

    expect(await city.say('/上级 解除 青禾县局')).toContain('已解除与“青禾县局”的对接');
    await office.settled();

    expect(lastIn(office.privately(ADMIN))?.text).toContain('“清河市自然资源局”已解除与本群的上下级对接');
    expect(await office.ask(LEAD, '/上报 10月')).toContain('还没有对接上级单位');
    expect(await office.ask(ADMIN, '/审计 1')).toContain('解除上下级对接：清河市自然资源局');
    expect(await city.say('/查看 #3')).toContain('青禾县局 202610-耕地科-01（耕地科）');
    const before = office.sandbox.messages(office.privately(LEAD)).length;
    expect(await city.say('/退回 #3 已不对接')).toContain('通知不到，请另行联系');
    await office.settled();
    expect(office.sandbox.messages(office.privately(LEAD))).toHaveLength(before);
    await office.ask(LEAD, '/保密 #3 不宜公开 涉密');
    await office.settled();
    expect(lastTo(LEAD, '请撤下')).toContain('已上报清河市自然资源局（对方编号 202611-青禾县局-03）');
  });
});
