import Database from 'libsql';
import { loadSettings } from '../../config/load.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { addWeeks, weekDays } from '../../src/domain/period/week.ts';
import { type Clock, toStamp } from '../../src/kernel/clock.ts';
import { openStore, type Repos } from '../../src/store/create-store.ts';
import { SUBMISSION } from '../load/lark-requests.ts';

/** A group that has been at work for some months. */
export interface Furnished {
  readonly chat: string;
  readonly lead: string;
  readonly correspondent: string;
}

export interface Furniture {
  readonly groups: number;
  /** ISO, e.g. `2026-W47`: the last one with items. */
  readonly thisWeek: string;
  readonly clock: Clock;
}

const DEPARTMENTS = ['办公室', '规划科', '执法队', '登记中心', '耕保科'] as const;
const WEEKS = 13;
const HAVE_SENT = 2;
/** The group's admin has pressed the button in the week that is running. */
const ENABLED_AT = '2026-11-19T01:00:00.000Z';
const SINCE = '2026-08-01';

/**
 * Groups on the platform and in the database `file`: five departments with a correspondent each and a lead; of each
 * department an item a week for 13 weeks, in the last of which only the first two have sent theirs.
 */
export async function furnish(
  sandbox: Sandbox,
  file: string,
  furniture: Furniture,
): Promise<readonly Furnished[]> {
  const { groups, thisWeek, clock } = furniture;
  const defaults = loadSettings('config/bot.yaml');
  const store = await openStore({ url: `file:${file}`, clock, defaults, exclusive: false });
  const furnished: Furnished[] = [];
  try {
    for (let nth = 0; nth < groups; nth += 1) {
      furnished.push(await store.transaction((repos) => settle(sandbox, repos, nth)));
    }
  } finally {
    await store.close();
  }
  writeItems(file, furnished, thisWeek);
  return furnished;
}

async function settle(sandbox: Sandbox, repos: Repos, nth: number): Promise<Furnished> {
  const chat = sandbox.createGroup(`宣传工作群${nth}`);
  const lead = sandbox.createPerson(`李负责${nth}`);
  const correspondents = DEPARTMENTS.map((name) => sandbox.createPerson(`${name}通讯员${nth}`));
  const everybody = [lead, ...correspondents];
  for (const person of everybody) sandbox.join(chat, person);
  sandbox.addBot(chat, lead);
  await repos.groups.ensure(chat, `宣传工作群${nth}`, ENABLED_AT);
  await repos.groups.enable(chat, ENABLED_AT, lead);
  await repos.people.learn(everybody.map((id, at) => ({ id, name: at === 0 ? '李负责' : `通讯员${at}` })));
  await repos.people.join(chat, everybody, ENABLED_AT);
  await repos.people.grant(chat, lead, 'lead', ENABLED_AT);
  for (const [at, name] of DEPARTMENTS.entries()) {
    const id = departmentId(chat, at);
    await repos.departments.add({ id, groupId: chat, name, openedOn: SINCE });
    const personId = correspondents[at] ?? lead;
    await repos.departments.addReporter(id, { personId, kind: 'main', from: SINCE });
  }
  return { chat, lead, correspondent: correspondents[0] ?? lead };
}

function departmentId(chat: string, at: number): string {
  return `${chat}-${at}`;
}

/** Straight into the table: by commands it would take an hour. */
function writeItems(file: string, groups: readonly Furnished[], thisWeek: string): void {
  const db = new Database(file);
  db.pragma('synchronous = off');
  const insert = db.prepare(`insert into items (id, group_id, serial, number, department_id, month_serial,
    submitted_month, submitted_at, week, month, late, section, title, body, state, approvals, author_id,
    source_message_id, revision)
    values (@id, @group, @serial, @id, @department, @serial, @month, @at, @week, @month, 0, '综合', @title, @body,
    'approved', 1, @author, @id, 1)`);
  db.exec('begin');
  for (const group of groups) for (const row of itemsOf(group, thisWeek)) insert.run(row);
  db.exec('commit');
  db.close();
}

function itemsOf({ chat, correspondent }: Furnished, thisWeek: string) {
  const weeks = Array.from({ length: WEEKS }, (_, nth) => addWeeks(thisWeek, nth - WEEKS + 1));
  const sent = weeks.flatMap((week) => {
    const day = weekDays(week).monday.add({ days: 1 });
    const at = toStamp(day.toZonedDateTime('Asia/Shanghai').toInstant());
    const count = week === thisWeek ? HAVE_SENT : DEPARTMENTS.length;
    return Array.from({ length: count }, (_, department) => ({
      week,
      at,
      department,
      month: day.toString().slice(0, 7),
    }));
  });
  return sent.map(({ department, ...when }, nth) => {
    const [title = '', body = ''] = SUBMISSION(nth).replace('/报送 ', '').split('｜');
    const id = `${chat}-item-${nth}`;
    const author = correspondent;
    return {
      id,
      group: chat,
      department: departmentId(chat, department),
      serial: nth + 1,
      author,
      title,
      body,
      ...when,
    };
  });
}
