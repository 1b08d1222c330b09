import { afterEach, describe, expect, it } from 'vitest';
import { type Office, startOffice } from '../support/start-office.ts';

let office: Office;
afterEach(() => office.stop());

const ITEM = '开展执法巡查｜11月20日，我局执法人员在城西片区开展巡查。';
const PATCH = { path: /\/im\/v1\/messages\/\w+$/, method: 'PATCH' };

const cards = () =>
  office.sandbox
    .messages(office.chat)
    .filter(({ text, senderId }) => senderId === 'bot' && /^本周(?:还有|已全部)/.test(text));
const card = () => cards()[0]?.text ?? '';

async function remindedOffice(): Promise<void> {
  office = await startOffice({ departments: ['规划科', '耕地科', '登记科'] });
  await office.moveTo('2026-11-20T10:01');
}

describe('the card in the group', () => {
  it('leaves out who has answered since, in place and without calling the others again', async () => {
    await remindedOffice();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.settled();

    expect(cards()).toHaveLength(1);
    expect(card()).toContain('本周还有 2 个部门未报');
    expect(card()).not.toContain('规划科');
    expect(card()).toMatch(/耕地科.*耕地科通讯员/s);
    expect(cards()[0]?.mentions).toEqual([]);

    await office.ask('耕地科通讯员', '/本周无');
    await office.ask('李负责', `/代报 登记科 ${ITEM}`);
    await office.settled();

    expect(cards()).toHaveLength(1);
    expect(card()).toContain('本周已全部报齐');
    expect(card()).not.toContain('登记科');
  });

  it('names a department again that takes back what it sent', async () => {
    await remindedOffice();
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('规划科通讯员', '/撤回 #1');
    await office.settled();
    expect(card()).toContain('规划科');

    const id = office.sandbox.say(office.person('耕地科通讯员'), office.chat, '/本周无');
    await office.settled();
    expect(card()).not.toContain('耕地科');
    office.sandbox.recall(id);
    await office.settled();
    expect(card()).toContain('耕地科');
  });

  it('follows what is said in private and what is late, until the next duty day and beyond', async () => {
    await remindedOffice();
    await office.ask('规划科通讯员', `报送 ${ITEM}`, office.privately('规划科通讯员'));
    await office.settled();
    expect(card()).not.toContain('规划科');

    await office.moveTo('2026-11-23T09:30');
    await office.ask('耕地科通讯员', `/补报 上周 ${ITEM}`);
    await office.settled();
    expect(card()).not.toContain('耕地科');
    expect(card()).toContain('登记科');
  });

  it('is redrawn once the platform is back, with what holds then', async () => {
    await remindedOffice();
    office.sandbox.faults.add({ ...PATCH, kind: 'server-error' });
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.ask('耕地科通讯员', '/本周无');
    await office.settled();
    expect(card()).toContain('规划科');

    office.sandbox.faults.clear();
    await office.moveTo('2026-11-20T10:30');
    await office.settled();
    expect(card()).toContain('本周还有 1 个部门未报');
    expect(card()).toContain('登记科');
  });

  it('does not go out at all where all have answered while the platform was down', async () => {
    office = await startOffice();
    const down = { path: /\/im\/v1\/messages$/, kind: 'server-error' } as const;
    office.sandbox.faults.add(down);
    await office.moveTo('2026-11-20T10:01');
    await office.moveTo('2026-11-20T15:31');
    // Their receipts wait behind the card, so that only the store tells when they have been heard.
    for (const name of ['规划科通讯员', '耕地科通讯员'])
      office.sandbox.say(office.person(name), office.chat, '/本周无');
    const nils = () => office.bot.store.repos.nils.ofWeeks(office.chat, ['2026-W47']);
    await expect.poll(async () => (await nils()).length, { timeout: 20_000 }).toBe(2);
    office.sandbox.faults.clear();
    await office.moveTo('2026-11-20T16:30');

    expect(cards()).toHaveLength(0);
    for (const name of ['规划科通讯员', '耕地科通讯员'])
      expect(office.sandbox.messages(office.privately(name))).toHaveLength(0);
  });

  it('that was recalled, or is too old, is left alone, and nobody hears of it', async () => {
    await remindedOffice();
    office.sandbox.recall(cards()[0]?.id ?? '');
    await office.ask('规划科通讯员', `/报送 ${ITEM}`);
    await office.settled();
    expect(await office.bot.store.repos.outbox.depth()).toMatchObject({ dead: 0, dropped: 1 });

    await office.moveTo('2026-12-07T09:30');
    const calls = office.sandbox.calls.filter(({ method }) => method === 'PATCH').length;
    await office.ask('耕地科通讯员', `/补报 2026-W47 ${ITEM}`);
    await office.settled();
    expect(office.sandbox.calls.filter(({ method }) => method === 'PATCH')).toHaveLength(calls);
    const told = office.sandbox.messages(office.privately('李负责')).map(({ text }) => text);
    expect(told.filter((text) => text.includes('送达'))).toEqual([]);
  });

  it('is redrawn after a restart, and so is one sent by hand', async () => {
    office = await startOffice({ departments: ['规划科', '耕地科'] });
    await office.ask('李负责', '/催报 立即');
    await office.settled();
    await office.restart(() => {
      office.sandbox.say(office.person('规划科通讯员'), office.chat, `/报送 ${ITEM}`);
    });
    await expect.poll(() => card(), { timeout: 20_000 }).not.toContain('规划科');
    expect(card()).toContain('耕地科');
  });
});
