import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadRegistry } from '../../src/bot/load-parts.ts';
import { usualDatabase } from '../support/make-database.ts';
import { pushEvent } from '../support/push-event.ts';
import { type Office, startOffice } from '../support/start-office.ts';

/**
 * Two groups of one app, and somebody who may do everything in the one and is not in the other. However they name what
 * is in the other group, they neither see nor change anything of it; nor does it help that the first group has agreed
 * to be a department of theirs.
 */
const registry = await loadRegistry();
const SECRETS = ['密件标题', '密件正文', '密件理由', '青禾县局宣传工作群', '规划科通讯员', '耕地科通讯员'];

let office: Office;
let other: { chat: string; intruder: string; privately: string };
/** What a card of the first group would carry. */
let known: { item: string; request: string; message: string; author: string };

beforeAll(async () => {
  // Clicks are forged as requests, so there must be a webhook.
  office = await startOffice({ settings: { reviewLevels: 1 }, transport: 'webhook' });
  const receipt = await office.askForMessage('规划科通讯员', '/报送 密件标题｜密件正文，11月16日县局开会。');
  await office.ask('规划科通讯员', '/报送 密件标题二｜密件正文二，11月16日县局开会。');
  await office.ask('耕地科通讯员', '/本周无 密件理由');
  await office.ask('路人', '/申请 规划科');
  other = await openOtherGroup();
  await linkGroups();
  const [item] = await rows("select id from items where serial = 1 and number = '202611-规划科-01'");
  const [request] = await rows('select id from join_requests');
  known = {
    item: item?.id ?? '',
    request: request?.id ?? '',
    message: receipt.parentId ?? '',
    author: office.person('规划科通讯员'),
  };
  await office.settled();
}, 30_000);
afterAll(() => office.stop());

async function rows(query: string): Promise<readonly { id?: string }[]> {
  return (await office.rows(query)) as readonly { id?: string }[];
}

async function openOtherGroup() {
  const { sandbox } = office;
  const intruder = sandbox.createPerson('外人');
  const chat = sandbox.createGroup('另一个群');
  sandbox.join(chat, intruder);
  sandbox.addBot(chat, intruder);
  await sandbox.awaitMessage(chat, ({ senderId }) => senderId === 'bot');
  const group = { chat, intruder, privately: sandbox.privateChat(intruder) };
  const roles = ['初审人', '宣传负责人', '分管领导'].map((role) => `/角色 ${role} @外人`);
  for (const text of ['/部门 新增 外科', '/通讯员 设置 外科 @外人', ...roles]) await say(group, text);
  return group;
}

async function linkGroups(): Promise<void> {
  const { sandbox } = office;
  await say(other, '/部门 新增 下级局');
  await say(other, '/上级 配对码 下级局');
  const { text } = await sandbox.awaitMessage(other.privately, (message) => message.text.includes('配对码'));
  const code = /(?:\w{4}-){3}\w{4}/.exec(text)?.[0];
  expect(await office.ask('陈管理', `/上级 对接 ${code}`)).toContain('本群是其“下级局”');
}

/** Says something in the other group and waits until it is answered. */
async function say({ chat, intruder }: { chat: string; intruder: string }, text: string): Promise<void> {
  const id = office.sandbox.say(intruder, chat, text);
  await office.sandbox.awaitMessage(chat, ({ parentId }) => parentId === id);
}

const TABLES_OF_GROUPS = {
  sqlite: `select m.name as id from sqlite_master m where m.type = 'table'
     and exists (select 1 from pragma_table_info(m.name) where name = 'group_id') order by 1`,
  postgres: `select table_name as id from information_schema.columns where column_name = 'group_id' order by 1`,
};

/** Everything that is stored about the first group, and what its people have been sent. */
async function firstGroup(): Promise<unknown> {
  const tables = await rows(TABLES_OF_GROUPS[usualDatabase()]);
  const ofGroup = tables.map(({ id }) => `select * from ${id} where group_id = '${office.chat}'`);
  const people = ['陈管理', '李负责', '规划科通讯员', '耕地科通讯员', '路人'];
  const chats = [office.chat, ...people.map(office.privately)];
  return {
    rows: await Promise.all(
      [
        ...ofGroup,
        `select * from groups where id = '${office.chat}'`,
        `select * from inbox where chat_id = '${office.chat}'`,
        `select * from people where id <> '${other.intruder}' order by id`,
        ...['department_names', 'reporters'].map(
          (table) => `select * from ${table} where department_id in
            (select id from departments where group_id = '${office.chat}')`,
        ),
        ...['item_revisions', 'co_owners'].map(
          (table) => `select * from ${table} where item_id in
            (select id from items where group_id = '${office.chat}')`,
        ),
      ].map((query) => office.rows(query)),
    ),
    messages: chats.map((chat) => office.sandbox.messages(chat).map(({ text }) => text)),
  };
}

/** What the bot has sent where the intruder can read it. */
function messagesOfOther() {
  const all = [other.chat, other.privately].flatMap(office.sandbox.messages);
  return all.filter(({ senderId }) => senderId === 'bot');
}

function expectNoSecret(shown: string): void {
  for (const secret of SECRETS) expect(shown).not.toContain(secret);
}

const NAMED = [
  '#1',
  '#1 #2',
  '202611-规划科-01',
  '202611-规划科-01 标题：换掉',
  '规划科',
  '规划科 题｜文',
  '密件',
];

/** Last those that make an item, of which `#1` would then speak. */
const MAKERS = ['for', 'late', 'submit'];
const names = registry.commands.map(({ name }) => name);
const inOrder = [...names.filter((name) => !MAKERS.includes(name)), ...MAKERS];

it('by commands', { timeout: 60_000 }, async () => {
  const before = await firstGroup();
  for (const name of inOrder) {
    await Promise.all(NAMED.map((named) => say(other, `/${name} ${named}`)));
  }
  await office.settled();

  const shown = messagesOfOther();
  expect(shown.length).toBeGreaterThan(registry.commands.length);
  for (const { text, content } of shown) expectNoSecret(text + JSON.stringify(content));
  expect(await firstGroup()).toEqual(before);
});

const actions = registry.commands.flatMap(({ clicks }) => [...clicks.keys()]);

interface Forged {
  readonly action: string;
  readonly inPrivate: boolean;
  readonly data: Readonly<Record<string, string>>;
}

/** Data of a click as no card of ours holds it, with every name that any card uses. */
const forged: fc.Arbitrary<Forged> = fc.record({
  action: fc.constantFrom(...actions),
  inPrivate: fc.boolean(),
  data: fc.record(
    {
      group: fc.constantFrom('first', 'other', 'nothing'),
      item: fc.constantFrom('202611-规划科-01', '#1', '1', 'item'),
      into: fc.constantFrom('202611-规划科-02', '#2', '2', 'item'),
      revision: fc.constantFrom('1', '2'),
      request: fc.constantFrom('request'),
      message: fc.constantFrom('message'),
      chat: fc.constantFrom('first'),
      by: fc.constantFrom('author'),
      section: fc.constantFrom('主题宣传'),
      month: fc.constantFrom('2026-11'),
      week: fc.constantFrom('2026-W47'),
      department: fc.constantFrom('规划科'),
    },
    { requiredKeys: ['item', 'revision', 'request', 'message', 'chat', 'by'] },
  ),
});

/** Fills in the ids, which are known only once the groups are there. */
function withIds(data: Forged['data']): Record<string, string> {
  const ids: Readonly<Record<string, string>> = {
    first: office.chat,
    other: other.chat,
    item: known.item,
    request: known.request,
    message: known.message,
    author: known.author,
  };
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, ids[value] ?? value]));
}

async function press({ action, inPrivate, data }: Forged): Promise<string> {
  const { status, body } = await pushEvent(
    office,
    {
      operator: { tenant_key: office.sandbox.app.tenantKey, open_id: other.intruder, union_id: 'on_1' },
      token: 'c-1',
      action: {
        tag: 'button',
        value: { a: action, d: withIds(data) },
        form_value: { title: '换掉', body: '换掉', reason: '换掉', date: '2026-11-16 +0800' },
      },
      host: 'im_message',
      context: {
        open_message_id: 'om_forged',
        open_chat_id: inPrivate ? other.privately : other.chat,
      },
    },
    { eventType: 'card.action.trigger' },
  );
  expect(status).toBe(200);
  expect(body).toContain('toast');
  return body;
}

it('by clicks with the data of the first group', { timeout: 60_000 }, async () => {
  const before = await firstGroup();
  await fc.assert(
    fc.asyncProperty(forged, async (click) => {
      expectNoSecret(await press(click));
    }),
    { numRuns: 300, endOnFailure: true },
  );
  await office.settled();
  for (const { text } of messagesOfOther()) expectNoSecret(text);
  expect(await firstGroup()).toEqual(before);
});
