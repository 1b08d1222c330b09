import { afterEach, describe, expect, it } from 'vitest';
import { fromStamp } from '../../src/kernel/clock.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const REMINDER = /本周还有 \d+ 个部门未报/;

function botMessages(chat: string) {
  return office.sandbox.messages(chat).filter((message) => message.senderId === 'bot');
}

function reminders() {
  return botMessages(office.chat).filter((message) => REMINDER.test(message.text));
}

describe('the rounds of a duty day', () => {
  it('names only the missing at 10:00, each once, and writes to those still missing at 15:30', async () => {
    office = await startOffice({ departments: ['规划科', '耕地科', '登记科'] });
    await office.ask('规划科通讯员', '/报送 开展巡查｜11月17日，执法人员在城西片区开展巡查。');
    await office.ask('登记科通讯员', '/本周无 集中培训');

    await office.moveTo('2026-11-20T09:59');
    expect(reminders()).toHaveLength(0);
    await office.moveTo('2026-11-20T10:01');
    await office.moveTo('2026-11-20T10:02');

    const [card, ...others] = reminders();
    expect(others).toHaveLength(0);
    expect(card?.text).toContain('耕地科');
    expect(card?.text).not.toMatch(/规划科|登记科/);
    expect(card?.mentions).toEqual([office.person('耕地科通讯员')]);

    await office.moveTo('2026-11-20T15:31');
    const private_ = botMessages(office.privately('耕地科通讯员'));
    expect(private_.map((message) => message.text).join()).toContain('耕地科本周（11月16日—11月22日）');
    expect(botMessages(office.privately('规划科通讯员'))).toHaveLength(0);
  });

  it('goes out on the last working day before a holiday, and not on the holiday', async () => {
    office = await startOffice({ now: '2026-09-28T09:00' });

    await office.moveTo('2026-09-30T10:01');
    expect(reminders()).toHaveLength(1);
    await office.moveTo('2026-10-02T10:01');
    expect(reminders()).toHaveLength(1);
  });

  it('is silent when nobody is missing, and before an admin has pressed 启用', async () => {
    office = await startOffice();
    for (const name of ['规划科通讯员', '耕地科通讯员']) await office.ask(name, '/本周无');

    await office.moveTo('2026-11-20T16:00');

    expect(reminders()).toHaveLength(0);
  });
});

describe('rounds missed while the bot was down', () => {
  it('are sent once when it is still the duty day, the later one only', async () => {
    office = await startOffice();

    await office.moveTo('2026-11-20T16:00');

    expect(reminders()).toHaveLength(0);
    expect(botMessages(office.privately('规划科通讯员'))).toHaveLength(1);
  });

  it('are told to the lead alone at the next working hour when the day is over', async () => {
    office = await startOffice();

    await office.moveTo('2026-11-21T12:00');
    expect(botMessages(office.privately('李负责'))).toHaveLength(0);
    await office.moveTo('2026-11-23T08:31');

    expect(reminders()).toHaveLength(0);
    const [note] = botMessages(office.privately('李负责'));
    expect(note?.text).toContain('11月16日—11月22日');
  });

  it('are told as what they are when the group had its card', async () => {
    office = await startOffice();

    await office.moveTo('2026-11-20T10:01');
    await office.moveTo('2026-11-23T08:31');

    const [note] = botMessages(office.privately('李负责'));
    expect(note?.text).toContain('11月16日—11月22日这一周的私信提醒因机器人停机没有发出');
  });

  it('are not sent again after a restart', async () => {
    office = await startOffice();
    await office.moveTo('2026-11-20T10:01');

    await office.restart();
    await office.moveTo('2026-11-20T10:05');

    expect(reminders()).toHaveLength(1);
  });
});

describe('/remind', () => {
  it('shows a preview that notifies nobody', async () => {
    office = await startOffice();

    const card = await office.askForMessage('李负责', '/催报 预览');

    expect(card.text).toContain('将提醒 2 个部门');
    expect(card.mentions).toEqual([]);
  });

  it('answers in the group with the card alone, and elsewhere says that it is out', async () => {
    office = await startOffice();
    const asked = office.sandbox.say(office.person('李负责'), office.chat, '/催报 立即');
    await office.settled();

    const answers = botMessages(office.chat).filter(({ parentId }) => parentId === asked);
    expect(answers.map(({ mentions }) => mentions.length)).toEqual([2]);
    await office.moveTo('2026-11-23T09:00');
    const told = await office.ask('李负责', '催报 立即', office.privately('李负责'));
    expect(told).toContain('已提醒 2 个部门');
    expect(reminders()).toHaveLength(2);
  });

  it('names nobody in a group that is reminded in private alone', async () => {
    office = await startOffice();
    await office.ask('李负责', '/催报 方式 私信');

    expect(await office.ask('李负责', '/催报 立即')).toContain('已提醒 2 个部门');
    await office.settled();
    expect(reminders()).toHaveLength(0);
    expect(botMessages(office.privately('规划科通讯员'))).toHaveLength(1);
    expect(await office.ask('李负责', '/催报 为什么 规划科')).toMatch(/已点名（周一 09:00 负责人催报）/);
  });

  it('does not ask for anything by a time that is over', async () => {
    office = await startOffice();
    await office.moveTo('2026-11-21T09:00');
    await office.ask('李负责', '/催报 立即');

    expect(reminders()[0]?.text).toContain('截止时间已过，周日 24:00 前仍可报送');
    expect(reminders()[0]?.text).not.toContain('11月20日');
  });

  it('asks before a second reminder in a week', async () => {
    office = await startOffice();
    await office.ask('李负责', '/催报 立即');
    await office.settled();
    expect(reminders()).toHaveLength(1);

    const question = await office.askForMessage('李负责', '/催报 立即');
    expect(question.text).toContain('已经提醒过一次');
    const refused = await office.sandbox.click(office.person('规划科通讯员'), question.id, '再提醒一次');
    const done = await office.sandbox.click(office.person('李负责'), question.id, '再提醒一次');
    await office.settled();

    expect(refused.toast?.content).toContain('只有');
    expect(done.toast?.content).toContain('已提醒 2 个部门');
    expect(reminders()).toHaveLength(2);
    const settled = office.sandbox.messages(office.chat).find(({ id }) => id === question.id);
    expect(settled?.text).toBe('已提醒 2 个部门。');
  });

  it('leaves the round of the duty day without @, so that nobody is called twice', async () => {
    office = await startOffice();
    await office.ask('李负责', '/催报 立即');

    await office.moveTo('2026-11-20T10:01');

    const [byHand, round] = reminders();
    expect(byHand?.mentions).toHaveLength(2);
    expect(round?.text).toContain('耕地科通讯员');
    expect(round?.mentions).toEqual([]);
  });

  it('names someone who has left without mentioning, and tells the lead', async () => {
    office = await startOffice();
    office.sandbox.leave(office.chat, office.person('耕地科通讯员'));
    await office.settled();

    await office.moveTo('2026-11-20T10:01');

    const [card] = reminders();
    expect(card?.text).toContain('耕地科通讯员');
    expect(card?.mentions).toEqual([office.person('规划科通讯员')]);
    const [note] = botMessages(office.privately('李负责'));
    expect(note?.text).toContain('耕地科 耕地科通讯员');
  });
});

describe('the rounds over odd weeks', () => {
  it('are none in a week without a working day', async () => {
    office = await startOffice({ now: '2026-02-13T08:00' });
    for (const day of ['13', '14', '16', '18', '20', '21', '22'])
      for (const time of ['10:01', '15:31']) await office.moveTo(`2026-02-${day}T${time}`);
    expect(reminders()).toHaveLength(1);
    expect(botMessages(office.privately('规划科通讯员'))).toHaveLength(1);
  });

  it('that the bot slept through with the weekend are told of once, and only where somebody was missing', async () => {
    office = await startOffice();
    await office.ask('规划科通讯员', '/本周无');
    await office.restart(() => {
      const monday = fromStamp('2026-11-23T10:00:00+08:00');
      office.sandbox.clock.moveTo(monday);
      office.clock.moveTo(monday);
    });
    await office.moveTo('2026-11-23T10:01');
    const missed = () => botMessages(office.privately('李负责')).filter(({ text }) => text.includes('停机'));
    expect(missed()).toHaveLength(1);
    expect(reminders()).toHaveLength(0);

    for (const name of ['规划科通讯员', '耕地科通讯员']) await office.ask(name, '/本周无');
    await office.moveTo('2026-11-30T10:01');
    expect(missed()).toHaveLength(1);
  });
});
