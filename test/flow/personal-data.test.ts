import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

const ADMIN = '陈管理';
const LEAD = '李负责';
const GONE = '耕地科通讯员';
const MONTH = '2026-11';

let office: Office;
beforeAll(async () => {
  office = await startOffice({ settings: { reviewLevels: 1 } });
  await office.ask(ADMIN, `/角色 初审人 @${GONE}`);
  await office.ask(GONE, '/报送 开展巡查｜11月16日，县局开展巡查。');
  await office.ask('规划科通讯员', '/报送 召开会议｜11月17日，县局召开推进会。');
  await office.ask(GONE, '/通过 #2');
  await office.ask(LEAD, '/通过 #1');
  await office.moveTo('2026-11-27T10:01');
  await office.ask(GONE, '/本周无');
  await office.ask(LEAD, `/汇总 ${MONTH}`);
  await office.settled();
});
afterAll(() => office.stop());

const idOf = () => office.person(GONE);

/** Every value of every row of the database, as text. */
function dump(): string {
  const db = new Database(join(office.folder, 'bot.db'), { readonly: true });
  try {
    const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all();
    return tables
      .map((name) => `${name}: ${JSON.stringify(db.prepare(`select * from "${name}"`).all())}`)
      .join('\n');
  } finally {
    db.close();
  }
}

const factsOf = async (version: number) =>
  (await office.bot.store.repos.reports.version(office.chat, MONTH, version))?.facts;

const inPrivate = (title: string) =>
  office.sandbox.awaitMessage(office.privately(ADMIN), ({ text }) => text.includes(title));

describe('what is held about a person', () => {
  it('is shown to an admin by kind, not to the group', async () => {
    expect(await office.ask(ADMIN, `/审计 个人 @${GONE}`)).toContain('已私信给您');
    const { text: shown } = await inPrivate('本群保存的个人信息');
    expect(shown).toContain(`平台编号：${idOf()}`);
    expect(shown).toContain('角色：初审人');
    expect(shown).toContain('报送的信息 1 条');
    expect(shown).toContain('本周无 1 条');
    expect(shown).toContain('信息的处理记录 2 条');
    expect(shown).toContain('通讯员任职 1 条');
  });

  it('is sent as a file to the admin alone, and the log says so', async () => {
    expect(await office.ask(ADMIN, `/审计 导出 @${GONE}`)).toContain('私信发给您');
    const file = await office.sandbox.awaitMessage(office.privately(ADMIN), ({ type }) => type === 'file');
    expect(file.text).toContain(`${GONE}个人信息.xlsx`);
    expect(
      office.sandbox.messages(office.chat).filter(({ type, text }) => type === 'file' && /个人/.test(text)),
    ).toEqual([]);
    expect(await office.ask(ADMIN, '/审计 1')).toContain(`导出个人信息：${GONE}`);
  });

  it('is for admins', async () => {
    expect(await office.ask(LEAD, `/审计 导出 @${GONE}`)).toContain('需要管理员权限');
  });

  it.each([
    ['', '请 @ 一个人'],
    ['查无此人', '没有叫“查无此人”的人'],
    [`@${LEAD} @${GONE}`, '请 @ 一个人'],
  ])('needs one person: %j', async (who, says) => {
    expect(await office.ask(ADMIN, `/审计 匿名 ${who}`)).toContain(says);
  });
});

describe('a person who is made anonymous', () => {
  it('is nobody that admins could be, nor one of other groups', async () => {
    expect(await office.ask(ADMIN, `/审计 匿名 @${ADMIN}`)).toContain('不能对自己');
    const other = office.sandbox.createGroup('另一个群');
    office.sandbox.join(other, office.person('两群人'));
    office.sandbox.addBot(other, office.person('两群人'));
    await office.settled();
    expect(await office.ask(ADMIN, '/审计 匿名 @两群人')).toContain('还在其他群登记');
  });

  it('leaves neither name nor id in the database, and every figure as it was', async () => {
    const [id, before] = [idOf(), await office.ask(LEAD, '/进度 11月')];
    expect(dump()).toContain(id);
    office.sandbox.leave(office.chat, id);
    await office.settled();

    expect(await office.ask(ADMIN, `/审计 匿名 ${GONE}`)).toContain('已私信给您');
    const asked = await inPrivate('作匿名处理');
    expect(asked.text).toContain('不能撤销');
    const pressed = await office.sandbox.click(office.person(ADMIN), asked.id, '确认匿名');
    await office.settled();

    expect(pressed.toast?.content).toContain('已匿名人员-1');
    expect(pressed.toast?.content).toContain('耕地科现在没有通讯员，请用 /通讯员 设置 指定');
    expect(dump()).not.toContain(id);
    expect(dump()).not.toContain(GONE);
    expect(await office.ask(LEAD, '/历史 #1')).toContain('已匿名人员-1');
    expect(await office.ask(ADMIN, '/审计 1')).toContain('个人信息匿名：已匿名人员-1');
    expect(await office.ask(LEAD, '/进度 11月')).toBe(before);
    await office.ask('规划科通讯员', '/报送 另一条｜11月27日，县局开展培训。');
    await office.ask(LEAD, `/汇总 ${MONTH}`);
    await office.settled();
    const [first, second] = [await factsOf(1), await factsOf(2)];
    const counted = first?.items.map(({ id: item }) => item);
    expect(counted?.length).toBeGreaterThan(0);
    expect(second?.items.filter((item) => counted?.includes(item.id))).toEqual(first?.items);
    const rowOf = (facts: typeof first) => facts?.departments.find(({ name }) => name === '耕地科');
    expect(rowOf(first)?.weeks.length).toBeGreaterThan(0);
    expect(rowOf(second)).toEqual(rowOf(first));
  });

  it('is not written to any more', async () => {
    expect(await office.ask(LEAD, '/退回 #1 请补充时间')).toContain('退回');
    await office.settled();
    expect(await office.bot.store.repos.outbox.depth()).toMatchObject({ due: 0, dead: 0 });
  });
});
