import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Findings, Seen, SentReminder, Spoken, Stored } from '../../soak/audit/evidence.ts';
import { type Faults, isFlawless, judge } from '../../soak/audit/judge.ts';
import { judgeBackup } from '../../soak/audit/judge-backup.ts';
import { Ledger } from '../../soak/audit/ledger.ts';
import { readRestored } from '../../soak/audit/read-restored.ts';
import { openReader, type Reader } from '../../soak/audit/read-stored.ts';
import type { CommandKind } from '../../soak/load/draw-event.ts';
import { type Office, startOffice } from '../support/start-office.ts';

const WEEK = '11月16日—11月22日';

let office: Office;
let ledger: Ledger;
let reader: Reader;
let expected: readonly SentReminder[];

beforeAll(async () => {
  office = await startOffice({ settings: { reviewLevels: 1 } });
  ledger = new Ledger(office.sandbox);
  const file = join(office.folder, 'bot.db');
  reader = openReader(file, office.sandbox.clock);
  const serials: number[] = [];
  const say = async (kind: CommandKind | 'talk', name: string, text: string, chat = office.chat) => {
    const group = { chat: office.chat, lead: '', correspondents: [], silent: '', serials };
    const person = office.person(name);
    ledger.note(office.sandbox.say(person, chat, text), { kind, group, person, chat, text });
    await office.settled();
  };
  await say('submit', '规划科通讯员', '/报送 开展巡查｜11月16日，执法人员在城西片区开展巡查。');
  await say('talk', '规划科通讯员', '材料放在办公室了。');
  await say('submit', '规划科通讯员', '/报送 举办讲座｜11月16日，我局在县城举办普法讲座。');
  await say('edit', '规划科通讯员', '/修改 #2 标题：举办普法讲座');
  await say('approve', '李负责', '/通过 #1', office.privately('李负责'));
  await say('withdraw', '李负责', '/撤回 #2 重复报送');
  await say('approve', '李负责', '/通过 #2');
  expect(serials).toEqual([1, 2]);
  await office.moveTo('2026-11-20T10:01');
  await office.moveTo('2026-11-20T15:31');
  expected = [
    { chat: office.chat, week: WEEK, round: 'group' },
    { chat: office.privately('耕地科通讯员'), week: WEEK, round: 'private' },
  ];
});
afterAll(async () => {
  ledger.close();
  await reader.close();
  await office.stop();
});

/** The faults that are not 0, once what was seen or stored has been doctored. */
async function findFaults(doctor: {
  seen?: (seen: Seen) => Seen;
  stored?: (stored: Stored) => Stored;
  findings?: Partial<Findings>;
}) {
  const { spoken, sent, answeredTalk } = ledger;
  const seen = (doctor.seen ?? same)({ spoken, sent, answeredTalk });
  const stored = (doctor.stored ?? same)(await reader.read());
  const { faults } = judge(seen, stored, { ...findings(), ...doctor.findings });
  expect(isFlawless(faults)).toBe(Object.values(faults).every((count) => count === 0));
  return Object.fromEntries(Object.entries(faults).filter(([, count]) => count !== 0));
}

/** What was found out on the way where nothing went wrong. */
function findings(): Findings {
  return { expected, backups: { count: 0, failed: 0, flaws: [] }, falselyReady: 0 };
}

function same<T>(one: T): T {
  return one;
}

/** Changes one of the messages, by its place among the commands. */
function spoken(place: number, change: (one: Spoken) => Partial<Spoken>): { seen: (seen: Seen) => Seen } {
  return {
    seen: (seen) => ({
      ...seen,
      spoken: seen.spoken.map((one, index) => (index === place ? { ...one, ...change(one) } : one)),
    }),
  };
}

/** Changes the database itself for as long as somebody looks, past the bot. */
async function changed<T>(statements: readonly string[], look: () => Promise<T>): Promise<T> {
  const db = new Database(join(office.folder, 'bot.db'));
  const tables = ['items', 'item_revisions', 'inbox', 'outbox'];
  for (const table of tables) db.exec(`create temp table kept_${table} as select * from ${table}`);
  try {
    for (const statement of statements) db.exec(statement);
    return await look();
  } finally {
    for (const table of tables)
      db.exec(`delete from ${table}; insert into ${table} select * from kept_${table}`);
    db.close();
  }
}

/** The same, taken for a backup that is to hold everything up to the point. */
async function findFlawsAfter(statements: readonly string[], point = Number.POSITIVE_INFINITY) {
  return changed(statements, async () => {
    const rows = await readRestored(join(office.folder, 'bot.db'));
    const flaws = judgeBackup(ledger.spoken, { point, since: 0, rows });
    return flaws.map(({ flaw }) => flaw);
  });
}

describe('the audit', () => {
  it('finds nothing wrong where nothing is', async () => {
    expect(await findFaults({})).toEqual({});
    const { acknowledged, stored, reminders } = judge(ledger, await reader.read(), findings());
    expect({ acknowledged, stored, reminders }).toEqual({ acknowledged: 6, stored: 2, reminders: 2 });
  });

  it.each<[string, string[], Partial<Faults>]>([
    ['an item that is gone', ['delete from items where serial = 1'], { misreported: 1 }],
    [
      'two items that changed places',
      ['update items set serial = -serial', 'update items set serial = 3 + serial'],
      { disordered: 1 },
    ],
    [
      'an item under another number',
      ["update items set number = '202611-规划科-07' where serial = 1"],
      { misreported: 1, wrongChanges: 1 },
    ],
    [
      'a change that nobody was told of',
      [
        'insert into item_revisions select item_id, 9, at, actor_id, action, snapshot, note from item_revisions where revision = 1 limit 1',
      ],
      { wrongChanges: 1 },
    ],
    [
      'a change that was told and is gone',
      ["delete from item_revisions where action = 'edit'"],
      { wrongChanges: 1 },
    ],
    [
      'an event that was given up',
      ["update inbox set state = 'failed' where id = (select max(id) from inbox)"],
      { failed: 1 },
    ],
    [
      'an event that nobody deals with',
      ["update inbox set state = 'claimed' where id = (select max(id) from inbox)"],
      { open: 1 },
    ],
    [
      'a draft that was given up',
      ["update outbox set state = 'dead' where id = (select max(id) from outbox)"],
      { dead: 1 },
    ],
    [
      'a draft that nobody sends',
      ["update outbox set state = 'leased' where id = (select max(id) from outbox)"],
      { open: 1 },
    ],
  ])('sees in the database %s', async (_, statements, faults) => {
    expect(await changed(statements, () => findFaults({}))).toEqual(faults);
    expect(await findFaults({})).toEqual({});
  });

  it('sees a submission that left no trace at all', async () => {
    const { seen } = spoken(0, () => ({ replies: [] }));
    const stored = (all: Stored) => ({ ...all, items: all.items.filter(({ serial }) => serial !== 1) });

    expect(await findFaults({ seen, stored })).toEqual({ lost: 1, unanswered: 1 });
  });

  it('sees an item that two messages share, and one message with two items', async () => {
    const twice = (change: object) => (all: Stored) => ({
      ...all,
      items: all.items.flatMap((item, index) => (index === 0 ? [item, { ...item, ...change }] : [item])),
    });

    const elsewhere = twice({ group: 'oc_other', revisions: 1 });
    expect(await findFaults({ stored: elsewhere })).toEqual({ doubleItems: 1 });
    expect(await findFaults({ stored: twice({ source: 'om_another' }) })).toEqual({ doubleItems: 2 });
  });

  it.each<[string, { seen: (seen: Seen) => Seen }, Partial<Faults>]>([
    [
      'a receipt that came twice',
      spoken(1, ({ replies }) => ({ replies: [...replies, ...replies] })),
      { doubleReceipts: 1 },
    ],
    ['a command without an answer', spoken(5, () => ({ replies: [] })), { unanswered: 1 }],
    ['an edit whose answer is gone', spoken(2, () => ({ replies: [] })), { unanswered: 1, wrongChanges: 1 }],
    [
      'an answer that is no receipt',
      spoken(0, ({ replies }) => ({ replies: replies.map((one) => ({ ...one, text: '出错了' })) })),
      { misreported: 1 },
    ],
    [
      'an answer before that of an earlier message',
      spoken(1, ({ replies }) => ({ replies: replies.map((one) => ({ ...one, place: 0 })) })),
      { disordered: 1 },
    ],
    ['a message that never arrived', spoken(5, () => ({ acknowledged: undefined })), { undelivered: 1 }],
    ['an answer to plain talk', { seen: (seen) => ({ ...seen, answeredTalk: 1 }) }, { answeredTalk: 1 }],
    [
      'a reminder that came twice',
      { seen: (seen) => ({ ...seen, sent: [...seen.sent, ...seen.sent.slice(1)] }) },
      { doubleReminders: 1 },
    ],
    [
      'a reminder that did not come',
      { seen: (seen) => ({ ...seen, sent: seen.sent.slice(1) }) },
      { missingReminders: 1 },
    ],
  ])('sees in the chats %s', async (_, doctor, faults) => {
    expect(await findFaults(doctor)).toEqual(faults);
  });

  it('counts what was found out on the way', async () => {
    const [what] = ledger.spoken;
    const flaws = what === undefined ? [] : [{ flaw: 'missing', what } as const];
    expect(await findFaults({ findings: { falselyReady: 1 } })).toEqual({ falselyReady: 1 });
    expect(await findFaults({ findings: { backups: { count: 3, failed: 2, flaws } } })).toEqual({
      failedBackups: 2,
      incompleteBackups: 1,
    });
  });
});

describe('the audit of a backup', () => {
  it('finds nothing wrong with a whole one', async () => {
    expect(await findFlawsAfter([])).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    [
      'an event that is gone, while its answer is there',
      'delete from inbox where id = (select max(id) from inbox)',
      ['missing', 'half'],
    ],
    ['an item that somebody has a receipt for', 'delete from items where serial = 1', ['missing']],
    [
      'an item without its first text',
      'delete from item_revisions where item_id in (select id from items where serial = 1)',
      ['half'],
    ],
    [
      'an answer to what is not dealt with',
      "update inbox set state = 'ready' where id = (select max(id) from inbox)",
      ['half'],
    ],
    [
      'an item whose message is not dealt with, and its answer',
      "update inbox set state = 'claimed' where dedupe_key in (select 'message:' || source_message_id from items where serial = 1)",
      ['half', 'half'],
    ],
    [
      'an end without an answer',
      "delete from outbox where target like '%' || (select substr(dedupe_key, 9) from inbox order by id desc limit 1) || '%'",
      ['half'],
    ],
  ])('sees %s', async (_, statement, flaws) => {
    expect(await findFlawsAfter([statement])).toEqual(flaws);
  });

  it('asks for nothing that was acknowledged or told after its point', async () => {
    expect(await findFlawsAfter(['delete from inbox', 'delete from outbox'], 0)).toEqual([]);
    expect(await findFlawsAfter(['delete from items'], 0)).toEqual([]);
  });
});
