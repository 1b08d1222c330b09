import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { botVariables } from '../../sandbox/bot-variables.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { createMovableClock, fromStamp, toStamp } from '../../src/kernel/clock.ts';
import { openStore } from '../../src/store/create-store.ts';
import { buildProgram } from '../support/build-program.ts';
import { testSettings } from '../support/open-test-store.ts';
import { readRows } from '../support/read-rows.ts';
import { startKillableBot } from '../support/start-killable-bot.ts';

const START = fromStamp('2026-11-16T09:00:00+08:00');
const AT = toStamp(START);
/** Every half second for as long as a start may take on a busy machine. */
const REPUSH_MS = Array.from({ length: 40 }, () => 500);
const REPLY = /\/im\/v1\/messages\/[^/]+\/reply$/;
const CREATE = /\/im\/v1\/messages$/;
const UPLOAD = /\/im\/v1\/files$/;
const MEMBERS = /\/members$/;

interface Office {
  readonly chat: string;
  /** Correspondent and lead at once, whom the bot does not know by name yet. */
  readonly person: string;
}

/** Everything the tests share: one sandbox, one program, one database; every test has a group of its own. */
async function openTown(groups: number) {
  const folder = mkdtempSync(join(tmpdir(), 'publicity-bot-crash-'));
  const file = join(folder, 'bot.db');
  const program = buildProgram();
  const sandbox = await startSandbox({ startAt: START, limits: 'none', repushDelaysMs: REPUSH_MS });
  const offices = Array.from({ length: groups }, (_, number): Office => {
    const chat = sandbox.createGroup(`工作群${number}`);
    const person = sandbox.createPerson(`通讯员${number}`);
    sandbox.join(chat, person);
    sandbox.addBot(chat, person);
    return { chat, person };
  });
  await seed(file, offices);
  const bot = await startKillableBot(program.folder, () => ({
    ...botVariables(sandbox),
    DATA_DIR: folder,
    BOT_NOW: toStamp(sandbox.clock.now()),
  }));
  sandbox.connectWebhook(`${bot.url}/webhook/event`);
  return {
    sandbox,
    bot,
    file,
    offices,
    async stop(): Promise<void> {
      await bot.stop();
      await sandbox.stop();
      program.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function seed(file: string, offices: readonly Office[]): Promise<void> {
  const clock = createMovableClock(START);
  const store = await openStore({ url: file, clock, defaults: testSettings(), exclusive: true });
  const { groups, people, departments } = store.repos;
  for (const { chat, person } of offices) {
    await groups.ensure(chat, '工作群', AT);
    await people.join(chat, [person], AT);
    await people.grant(chat, person, 'lead', AT);
    await departments.add({ id: chat, groupId: chat, name: '规划科', openedOn: '2026-01-01' });
    await departments.addReporter(chat, { personId: person, kind: 'main', from: '2026-01-01' });
  }
  await store.close();
}

let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(9);
}, 60_000);
afterAll(() => town.stop());

function office(number: number) {
  const { sandbox, file, offices } = town;
  const { chat, person } = offices[number] ?? { chat: '', person: '' };
  const fromBot = () => sandbox.messages(chat).filter(({ senderId }) => senderId === 'bot');
  return {
    chat,
    submit: (title = '标题') =>
      sandbox.say(person, chat, `/报送 ${title}｜11月16日，我局在县城开展${title}的宣传。`),
    say: (text: string) => sandbox.say(person, chat, text),
    answersTo: (id: string) => fromBot().filter(({ parentId }) => parentId === id),
    files: () => fromBot().filter(({ type }) => type === 'file'),
    items: () => readRows(file, `select number from items where group_id = '${chat}' order by serial`),
    reports: () => readRows(file, `select version from reports where group_id = '${chat}'`),
  };
}

/** Resolves once a call to this path has met a fault and waits. */
async function hanging(path: RegExp, times = 1): Promise<void> {
  const { calls } = town.sandbox;
  const seen = calls.length;
  const met = () =>
    calls.slice(seen).filter((call) => path.test(call.path) && call.status === undefined).length;
  await expect.poll(met, { timeout: 20_000, interval: 10 }).toBe(times);
}

/** The next start, on a platform that is well again; resolves when everything is dealt with. */
async function startAgain(): Promise<void> {
  town.sandbox.faults.clear();
  await town.bot.start();
  await town.sandbox.pushesSettled();
  await quiet();
}

async function quiet(): Promise<void> {
  const open = `select (select count(*) from inbox where state in ('ready', 'claimed'))
    + (select count(*) from outbox where state in ('ready', 'leased')) as open`;
  await expect
    .poll(() => readRows(town.file, open), { timeout: 20_000, interval: 50 })
    .toEqual([{ open: 0 }]);
}

describe('killed with kill -9', () => {
  it('after storing a message, before saying so: the platform pushes again, the item is there once', async () => {
    const { submit, answersTo, items } = office(0);
    const dead = town.bot.killAtNextAnswer();
    const id = submit();
    await dead;
    await startAgain();
    expect(town.sandbox.pushLog.at(-1)).toMatchObject({ acknowledged: true });
    expect(town.sandbox.pushLog.at(-1)?.attempts.length).toBeGreaterThan(1);
    expect(answersTo(id)).toHaveLength(1);
    expect(await items()).toEqual([{ number: '202611-规划科-01' }]);
  });

  it('while a message is claimed and being looked into', async () => {
    const { submit, answersTo, items } = office(1);
    town.sandbox.faults.add({ path: MEMBERS, kind: 'hang' });
    const [reached, id] = [hanging(MEMBERS), submit()];
    await reached;
    await town.bot.kill();
    expect(await items()).toEqual([]);
    await startAgain();
    expect(answersTo(id)).toHaveLength(1);
    expect(await items()).toHaveLength(1);
  });

  it('after the item is stored, while its receipt is on the way', async () => {
    const { submit, answersTo, items } = office(2);
    town.sandbox.faults.add({ path: REPLY, kind: 'hang' });
    const [reached, id] = [hanging(REPLY), submit()];
    await reached;
    await town.bot.kill();
    expect(await items()).toHaveLength(1);
    await startAgain();
    expect(answersTo(id)).toHaveLength(1);
    expect(await items()).toHaveLength(1);
  });

  it('after the receipt was sent, before that was recorded', async () => {
    const { submit, answersTo, items } = office(3);
    town.sandbox.faults.add({ path: REPLY, kind: 'accept-then-drop', times: 1 });
    town.sandbox.faults.add({ path: REPLY, kind: 'hang' });
    const [reached, id] = [hanging(REPLY, 2), submit()];
    await reached;
    await town.bot.kill();
    const repeats = town.sandbox.uuidRepeats;
    await startAgain();
    expect(answersTo(id)).toHaveLength(1);
    expect(town.sandbox.uuidRepeats).toBe(repeats + 1);
    expect(await items()).toHaveLength(1);
  });

  it('after the report was uploaded, before that was recorded', async () => {
    const { submit, say, answersTo, files, reports } = office(4);
    submit();
    town.sandbox.faults.add({ path: UPLOAD, kind: 'accept-then-drop', times: 1 });
    town.sandbox.faults.add({ path: UPLOAD, kind: 'hang' });
    const [reached, id] = [hanging(UPLOAD, 2), say('/汇总 2026-11')];
    await reached;
    await town.bot.kill();
    await startAgain();
    expect(answersTo(id)).toHaveLength(1);
    expect(files()).toHaveLength(1);
    expect(await reports()).toEqual([{ version: 1 }]);
  });

  it('after the report’s upload was recorded, while the file is being sent', async () => {
    const { say, files, reports } = office(5);
    const uploads = () => town.sandbox.calls.filter(({ path }) => UPLOAD.test(path)).length;
    const before = uploads();
    town.sandbox.faults.add({ path: CREATE, method: 'POST', kind: 'hang' });
    const reached = hanging(CREATE);
    say('/汇总 2026-11');
    await reached;
    await town.bot.kill();
    await startAgain();
    expect(files()).toHaveLength(1);
    expect(uploads()).toBe(before + 1);
    expect(await reports()).toEqual([{ version: 1 }]);
  });

  it('leaves the database free for the next start, and for nobody before', async () => {
    const clock = createMovableClock(START);
    const options = { url: town.file, clock, defaults: testSettings(), exclusive: true };
    await expect(openStore(options)).rejects.toThrow(/another process is using this database/);
    await town.bot.kill();
    const store = await openStore(options);
    expect(await store.ready()).toBe(true);
    await store.close();
    await startAgain();
  });

  it('at any moment of a busy day, three times over', async () => {
    const [first, second] = [office(6), office(7)];
    const said: { id: string; from: typeof first }[] = [];
    for (const wait of [0, 15, 60]) {
      for (let n = 0; n < 5; n += 1) {
        for (const from of [first, second]) said.push({ from, id: from.submit(`第${said.length}件事`) });
      }
      const fresh = said.at(-10)?.id;
      await town.sandbox.awaitMessage(first.chat, ({ parentId }) => parentId === fresh, 30_000);
      await pause(wait);
      await town.bot.kill();
      await town.bot.start();
    }
    await town.sandbox.pushesSettled();
    expect(town.sandbox.pushLog.filter(({ acknowledged }) => !acknowledged)).toEqual([]);
    await quiet();
    expect(said.map(({ id, from }) => from.answersTo(id).length)).toEqual(said.map(() => 1));
    for (const { items } of [first, second]) expect(await items()).toHaveLength(said.length / 2);
  }, 40_000);
});

it('told to end in the middle of a flood, it does so within ten seconds and loses nothing', async () => {
  const { submit, answersTo, items } = office(8);
  // The platform takes five answers a second in a chat: more would only make the test wait.
  const ids = Array.from({ length: 40 }, (_, nth) => submit(`第${nth}件事`));
  await expect.poll(() => items().then(({ length }) => length), { timeout: 20_000 }).toBeGreaterThan(5);
  const { code, seconds } = await town.bot.terminate();
  expect(code).toBe(0);
  expect(seconds).toBeLessThan(10);
  await startAgain();
  expect(await items()).toHaveLength(ids.length);
  expect(ids.filter((id) => answersTo(id).length !== 1)).toEqual([]);
}, 90_000);
