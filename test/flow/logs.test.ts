import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/kernel/logger.ts';
import { type Office, startOffice } from '../support/start-office.ts';

/** The whole bot at its most talkative. One office; each test looks at the lines that came since it began. */
let office: Office;
const lines: string[] = [];
const logger = createLogger('debug', { write: (line: string) => void lines.push(line) });
beforeAll(async () => {
  office = await startOffice({ logger, settings: { reviewLevels: 1 } });
});
afterAll(() => office.stop());

const AUTHOR = '规划科通讯员';
const LEAD = '李负责';
const CALM_MS = 250;

interface Line {
  readonly msg: string;
  readonly trace?: string;
  readonly message?: string;
}

async function linesOf(happening: () => Promise<unknown>): Promise<readonly Line[]> {
  const before = lines.length;
  await happening();
  await office.settled();
  await calm();
  return lines.slice(before).map((line) => JSON.parse(line));
}

/** What is settled in the database is logged when it is on the disk. */
async function calm(): Promise<void> {
  for (let seen = -1; seen < lines.length; ) {
    seen = lines.length;
    await new Promise((resolve) => setTimeout(resolve, CALM_MS));
  }
}

const messagesUnder = (trace: string | undefined, found: readonly Line[]) =>
  found.filter((line) => line.trace === trace).map(({ msg }) => msg);

describe('one id', () => {
  it('leads from a message to all that is sent because of it', async () => {
    let answer = '';
    const found = await linesOf(async () => {
      answer = (await office.askForMessage(AUTHOR, '/报送 开展巡查｜11月16日，县局开展巡查。')).id;
    });

    const trace = found.find(({ msg }) => msg === 'event accepted')?.trace;
    const told = messagesUnder(trace, found);
    expect(trace).toMatch(/\S{8,}/);
    expect(told.slice(0, 2)).toEqual(['event accepted', 'event handled']);
    // The receipt in the group and the card to the reviewer.
    expect(told.filter((msg) => msg === 'draft sent')).toHaveLength(2);
    expect(found.find(({ message }) => message === answer)?.trace).toBe(trace);
  });

  it('leads from a click to all that is sent because of it', async () => {
    const card = await office.sandbox.awaitMessage(office.privately(LEAD), ({ text }) =>
      /待审 #1/.test(text),
    );
    const found = await linesOf(() => office.sandbox.click(office.person(LEAD), card.id, '通过'));

    const trace = found.find(({ msg }) => msg === 'click handled')?.trace;
    expect(messagesUnder(trace, found)).toEqual(expect.arrayContaining(['click handled', 'draft sent']));
  });

  it('leads from a mistake to its explanation, and from a question to the answer', async () => {
    const found = await linesOf(() => office.ask(AUTHOR, '/查看 #999'));
    const trace = found.find(({ msg }) => msg === 'event accepted')?.trace;
    expect(messagesUnder(trace, found)).toEqual([
      'event accepted',
      'event answered with an explanation',
      'draft sent',
    ]);
  });

  it('leads from a schedule to all that is sent because of it', async () => {
    const found = await linesOf(() => office.moveTo('2026-11-20T10:01'));
    const ran = found.filter(({ msg }) => msg === 'schedule ran').flatMap(({ trace }) => trace ?? []);
    const reminder = ran.find((trace) => /^reminder 2026-11-20T02:/.test(trace));
    expect(messagesUnder(reminder, found)).toContain('draft sent');
  });

  it('stands in every line about a message or an event', () => {
    const about = /^(event|click|draft|card|schedule|attachment)\b/;
    const without = lines.map((line): Line => JSON.parse(line)).filter(({ msg }) => about.test(msg));
    expect(without.length).toBeGreaterThan(20);
    expect(without.filter(({ trace }) => trace === undefined)).toEqual([]);
  });
});

/** Words that occur nowhere else; each is typed in another place. */
const WORDS = {
  title: '龘龘标题',
  body: '靐靐正文',
  form: '齉齉表单',
  edit: '爩爩修改',
  reason: '麤麤理由',
  search: '鱻鱻检索',
  talk: '驫驫闲聊',
  privateTalk: '羴羴私聊',
  wrongCommand: '犇犇命令',
  wrongArgument: '骉骉参数',
  tooLong: '飝飝长文',
  refused: '猋猋拒收',
} as const;

it('holds neither what people wrote nor a secret, at whatever level', async () => {
  const admin = '陈管理';
  await office.ask(AUTHOR, `/报送 ${WORDS.title}｜11月16日，${WORDS.body}。`);
  const form = await office.askForMessage(AUTHOR, '/报送');
  await office.sandbox.click(office.person(AUTHOR), form.id, '报送', {
    title: WORDS.form,
    body: `11月16日，${WORDS.form}。`,
  });
  await office.ask(AUTHOR, `/修改 #2 正文：${WORDS.edit}`);
  await office.ask(LEAD, `/退回 #2 ${WORDS.reason}`);
  await office.ask('耕地科通讯员', `/本周无 ${WORDS.reason}`);
  await office.ask(AUTHOR, `/查看 ${WORDS.search}`);
  office.sandbox.say(office.person('路人甲'), office.chat, WORDS.talk);
  await office.ask(AUTHOR, WORDS.privateTalk, office.privately(AUTHOR));
  await office.ask(AUTHOR, `/${WORDS.wrongCommand}`, office.privately(AUTHOR));
  await office.ask(admin, `/设置 每周报送日 ${WORDS.wrongArgument}`);
  await office.ask(AUTHOR, `/报送 ${WORDS.tooLong}｜11月16日，${'长'.repeat(6000)}。`);
  await office.ask(LEAD, '/汇总 2026-11');
  office.sandbox.faults.add({ path: /\/messages\b/, kind: 'server-error', times: 8 });
  await office.ask(AUTHOR, `/报送 ${WORDS.refused}｜11月16日，${WORDS.refused}。`);
  office.sandbox.faults.clear();
  await office.settled();

  const log = lines.join('');
  const { appSecret, encryptKey, verificationToken } = office.sandbox.app;
  expect(Object.entries(WORDS).filter(([, word]) => log.includes(word))).toEqual([]);
  for (const secret of [appSecret, encryptKey, verificationToken]) expect(log).not.toContain(secret);
  expect(log).not.toMatch(/Bearer \S|t-[a-z0-9]{20}/);
  expect(log).toContain('draft not sent yet');
});
