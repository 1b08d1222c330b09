import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.stop());

const ME = '规划科通讯员';
const ITEM = '开展执法巡查｜我局执法人员在城西片区开展巡查。';

const item = (serial: number) => office.bot.store.repos.items.find(office.chat, { serial });
/** What is kept of messages that wait for an answer. */
const kept = () => office.rows("select payload from inbox where state = 'parked' or payload is not null");

/** The receipt that comes once the message goes on. */
function receiptOf(question: { parentId?: string }) {
  return office.sandbox.awaitMessage(
    office.chat,
    ({ parentId, text }) => parentId === question.parentId && text.includes('已收到'),
  );
}

describe('a date that cannot be the event’s', () => {
  it('is asked about, and the message goes on with the day that is picked', async () => {
    const question = await office.askForMessage(ME, `/报送 ${ITEM}\n日期：11月31日`);
    expect(question.text).toContain('请确认事件日期');
    expect(await item(1)).toBeUndefined();

    const pressed = await office.sandbox.click(office.person(ME), question.id, '保存', {
      answer: '2026-11-12',
    });

    expect(pressed.toast?.content).toContain('2026-11-12');
    expect((await receiptOf(question)).text).toContain('202611-规划科-01');
    expect(await item(1)).toMatchObject({
      eventDate: '2026-11-12',
      body: '我局执法人员在城西片区开展巡查。',
    });
    await office.settled();
    expect(await kept()).toEqual([]);
  });

  it('is the day of sending when none is picked; a line that is prose stays in the text', async () => {
    const question = await office.askForMessage(ME, `/报送 ${ITEM}\n日期：每周三`);

    await office.sandbox.click(office.person(ME), question.id, '保存');

    await receiptOf(question);
    const stored = await item(1);
    expect(stored?.eventDate).toBeUndefined();
    expect(stored?.body).toBe('我局执法人员在城西片区开展巡查。\n日期：每周三');
  });

  it('is asked about item by item, and all are stored or none', async () => {
    const first = await office.askForMessage(
      ME,
      '/报送\n1. 第一条｜11月12日，县局开会。\n日期：哪天\n2. 第二条｜11月13日，县局巡查。\n日期：2月30日',
    );
    await office.sandbox.click(office.person(ME), first.id, '保存', { answer: '2026-11-12' });
    const second = await office.sandbox.awaitMessage(
      office.chat,
      ({ id, parentId, text }) =>
        id !== first.id && parentId === first.parentId && text.includes('确认事件日期'),
    );
    expect(await item(1)).toBeUndefined();
    await office.sandbox.click(office.person(ME), second.id, '保存', { answer: '2026-11-13' });

    await receiptOf(first);
    expect([(await item(1))?.eventDate, (await item(2))?.eventDate]).toEqual(['2026-11-12', '2026-11-13']);
  });

  it('is answered by the writer alone, once, and with a day that can be', async () => {
    const question = await office.askForMessage(ME, `/报送 ${ITEM}\n日期：哪天`);
    const press = (name: string, answer: string) =>
      office.sandbox.click(office.person(name), question.id, '保存', { answer });

    expect((await press('李负责', '2026-11-12')).toast?.content).toContain('不是您发的');
    expect((await press(ME, '2027-08-01')).toast?.content).toContain('还没有到');
    const [one, two] = await Promise.all([press(ME, '2026-11-12'), press(ME, '2026-11-13')]);

    expect([one, two].map(({ toast }) => toast?.type).sort()).toEqual(['info', 'success']);
    await receiptOf(question);
    expect(await item(2)).toBeUndefined();
  });

  it('in a form is told at once, since the form stays as it was filled', async () => {
    const card = await office.askForMessage(ME, '/报送');
    const filled = { title: '标题', body: '11月16日，县局开会。', date: '2027-08-01' };
    const pressed = await office.sandbox.click(office.person(ME), card.id, '报送', filled);
    expect(pressed.toast?.content).toContain('还没有到');
    expect(await kept()).toEqual([]);
  });
});

describe('a department that is open', () => {
  it('is chosen by who reports for several, and the text stays whole', async () => {
    await office.ask('陈管理', `/通讯员 副 耕地科 @${ME}`);
    const question = await office.askForMessage(ME, `/报送 ${ITEM}\n部门：各科室共同参加`);
    expect(question.text).toContain('没有找到部门“各科室共同参加”');

    await office.sandbox.click(office.person(ME), question.id, '保存', { answer: '耕地科' });

    expect((await receiptOf(question)).text).toContain('202611-耕地科-01');
    expect((await item(1))?.body).toContain('部门：各科室共同参加');
  });

  it('is chosen for a nil report, too', async () => {
    await office.ask('陈管理', `/通讯员 副 耕地科 @${ME}`);
    const question = await office.askForMessage(ME, '/本周无 集中培训');

    await office.sandbox.click(office.person(ME), question.id, '保存', { answer: '耕地科' });

    const told = await office.sandbox.awaitMessage(
      office.chat,
      ({ parentId, text }) => parentId === question.parentId && text.includes('已登记'),
    );
    expect(told.text).toContain('耕地科');
  });
});

describe('a question that nobody answers', () => {
  it('leaves nothing of the message after a week, and says so when pressed', async () => {
    const question = await office.askForMessage(ME, `/报送 ${ITEM}\n日期：哪天`);
    await office.moveTo('2026-11-22T09:00');
    expect(await kept()).toHaveLength(1);
    await office.moveTo('2026-11-24T09:00');

    expect(await kept()).toEqual([]);
    const late = await office.sandbox.click(office.person(ME), question.id, '保存');
    expect(late.toast?.content).toContain('已过期');
    expect(await item(1)).toBeUndefined();
  });

  it('of an author whose message somebody wants to send in is over then as well', async () => {
    const said = office.sandbox.say(office.person(ME), office.chat, '11月16日，县局召开会议。');
    office.sandbox.say(office.person('耕地科通讯员'), office.chat, '/报送', { replyTo: said });
    const question = await office.sandbox.awaitMessage(office.privately(ME), ({ text }) =>
      text.includes('报送上去'),
    );
    expect(question.text).toContain('7 天内');
    await office.moveTo('2026-11-24T09:00');

    const late = await office.sandbox.click(office.person(ME), question.id, '确认报送');

    expect(late.toast?.content).toContain('已经过期');
    expect(await kept()).toEqual([]);
    expect(await item(1)).toBeUndefined();
  });

  it('ends with the recall of the message', async () => {
    const question = await office.askForMessage(ME, `/报送 ${ITEM}\n日期：哪天`);
    office.sandbox.recall(question.parentId ?? '');
    await office.settled();
    expect(await kept()).toEqual([]);
  });
});
