import { afterEach, describe, expect, it } from 'vitest';
import { fromStamp } from '../../src/kernel/clock.ts';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const NAME = '规划科通讯员';
const letters = (name = NAME) =>
  office.sandbox
    .messages(office.privately(name))
    .filter(({ senderId, text }) => senderId === 'bot' && text.includes('的信息还没有收到'));
const say = (text: string, name = NAME) => office.ask(name, text, office.privately(name));

async function press(button: string, name = NAME): Promise<string> {
  const { toast } = await office.sandbox.click(office.person(name), letters(name).at(-1)?.id ?? '', button);
  await office.settled();
  return toast?.content ?? '';
}

async function remindedOffice(): Promise<void> {
  office = await startOffice();
  await office.moveTo('2026-11-20T15:31');
  expect(letters()).toHaveLength(1);
}

describe('a correspondent', () => {
  it('puts off the private reminder by its button, twice, and no more', async () => {
    await remindedOffice();
    expect(await press('今天下午再提醒')).toContain('今天 16:31');
    expect(await press('今天下午再提醒')).toContain('已经定好');
    await office.moveTo('2026-11-20T16:30');
    expect(letters()).toHaveLength(1);
    await office.moveTo('2026-11-20T16:32');
    await office.settled();
    expect(letters()).toHaveLength(2);
    expect(letters('耕地科通讯员')).toHaveLength(1);

    expect(await press('今天下午再提醒')).toContain('今天 17:15');
    await office.moveTo('2026-11-20T17:16');
    await office.settled();
    expect(letters()).toHaveLength(3);
    expect(await press('今天下午再提醒')).toMatch(/来不及|最多/);
  });

  it('says so in private, in so many words', async () => {
    office = await startOffice();
    await office.moveTo('2026-11-20T10:01');
    expect(await say('一小时后提醒')).toContain('今天 11:0');
    await office.moveTo('2026-11-20T11:05');
    await office.settled();
    expect(letters()).toHaveLength(1);
    expect(await say('今天下午再提醒')).toContain('今天 14:00');
  });

  it('who answers meanwhile hears nothing more', async () => {
    await remindedOffice();
    await press('今天下午再提醒');
    await office.ask('规划科通讯员', '/报送 开展巡查｜11月20日，执法人员在城西片区开展巡查。');
    await office.moveTo('2026-11-20T17:00');
    await office.settled();
    expect(letters()).toHaveLength(1);
  });

  it('hears nothing at night, whatever happens to the bot; and the lead hears nothing of it', async () => {
    await remindedOffice();
    await press('今天下午再提醒');
    const night = fromStamp('2026-11-20T19:00:00+08:00');
    await office.restart(() => {
      office.sandbox.clock.moveTo(night);
      office.clock.moveTo(night);
    });
    await office.moveTo('2026-11-23T08:31');
    expect(letters()).toHaveLength(1);
    const told = office.sandbox.messages(office.privately('李负责')).map(({ text }) => text);
    expect(told.filter((text) => text.includes('没能'))).toEqual([]);
  });

  it('who has nothing missing, or no time left, is told so', async () => {
    office = await startOffice();
    await office.ask(NAME, '/本周无');
    expect(await say('一小时后提醒')).toContain('没有待报');
    await office.moveTo('2026-11-20T20:00');
    expect(await say('一小时后提醒', '耕地科通讯员')).toContain('来不及');
  });
});

describe('the private reminder', () => {
  it('takes “nothing this week” with one click', async () => {
    await remindedOffice();
    expect(await press('本周无')).toContain('已登记：规划科本周');
    expect(await office.ask('李负责', '/进度')).toMatch(/零报告.*规划科/);
  });

  it('turns into the form, and that into the receipt', async () => {
    await remindedOffice();
    await press('现在报送');
    const form = office.sandbox.messages(office.privately(NAME)).at(-1);
    expect(form?.text).toContain('报送信息');
    const { toast } = await office.sandbox.click(office.person(NAME), form?.id ?? '', '报送', {
      title: '开展巡查',
      body: '11月20日，执法人员在城西片区开展巡查。',
    });
    expect(toast?.content).toContain('已收到 #1');
  });

  it('of an earlier week declares nothing for this one', async () => {
    await remindedOffice();
    await office.moveTo('2026-11-23T09:30');
    expect(await press('本周无')).toContain('过期');
    expect(await office.ask('李负责', '/进度')).not.toMatch(/零报告.*规划科/);
  });
});
