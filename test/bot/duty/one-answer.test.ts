import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WorkContext } from '../../../src/bot/context.ts';
import { gatherFacts } from '../../../src/bot/duty/gather-facts.ts';
import { readWeekDuty } from '../../../src/bot/duty/read-duty.ts';
import { readReminder } from '../../../src/bot/reminder/plan-reminder.ts';
import { createWorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { ITEM_STATES } from '../../../src/domain/item/item-state.ts';
import { dutyDay, weeksOfMonth } from '../../../src/domain/period/week.ts';
import { countFacts } from '../../../src/domain/report/count-month.ts';
import { createThemeCalendar } from '../../../src/domain/theme/theme-calendar.ts';
import { dateOf, fromStamp, instantAt, toStamp } from '../../../src/kernel/clock.ts';
import type { Repos } from '../../../src/store/create-store.ts';
import { openTestStore } from '../../support/open-test-store.ts';

const MONTH = '2026-11';
const AT = '2026-11-01T01:00:00.000Z';
const calendar = createWorkCalendar();
const WEEKS = weeksOfMonth(MONTH, calendar);
const DEPARTMENTS = ['a', 'b', 'c', 'd'] as const;

const anyDay = fc.integer({ min: 1, max: 30 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`);
const anyWeek = fc.constantFrom(...WEEKS);
const anyDepartment = fc.constantFrom(...DEPARTMENTS);
const anyLife = fc.record({
  openedOn: fc.oneof({ weight: 3, arbitrary: fc.constant('2026-01-01') }, anyDay),
  closedOn: fc.option(anyDay, { nil: undefined, freq: 3 }),
  quotas: fc.array(fc.record({ items: fc.nat(3), from: anyDay }), { maxLength: 2 }),
});
const anyItem = fc.record({
  department: anyDepartment,
  sharedWith: fc.option(anyDepartment, { nil: undefined, freq: 4 }),
  week: anyWeek,
  late: fc.boolean(),
  state: fc.constantFrom(...ITEM_STATES),
});
const anyNote = fc.record({ departmentId: anyDepartment, week: anyWeek });
const anyMonth = fc.record({
  lives: fc.tuple(anyLife, anyLife, anyLife, anyLife),
  mergedInto: fc.constantFrom('a', undefined),
  items: fc.array(anyItem, { maxLength: 20 }),
  nils: fc.array(anyNote, { maxLength: 5 }),
  excuses: fc.array(anyNote, { maxLength: 5 }),
  day: anyDay,
  time: fc.constantFrom('09:00', '18:20', '18:31', '23:59'),
});
type Month = typeof anyMonth extends fc.Arbitrary<infer M> ? M : never;

/** Plays a month into a group of its own and gives the moment from which it is looked at. */
async function play(repos: Repos, groupId: string, month: Month): Promise<Omit<WorkContext, 'repos'>> {
  const idOf = (name: string) => `${groupId}-${name}`;
  const { settings } = await repos.groups.ensure(groupId, '', AT);
  for (const [index, name] of DEPARTMENTS.entries()) {
    const { openedOn, closedOn, quotas } = month.lives[index] ?? month.lives[0];
    await repos.departments.add({ id: idOf(name), groupId, name, openedOn });
    for (const { items, from } of quotas) await repos.departments.setQuota(idOf(name), items, from);
    const into = name === 'd' && month.mergedInto ? idOf(month.mergedInto) : undefined;
    if (closedOn !== undefined) await repos.departments.close(idOf(name), closedOn, into);
  }
  for (const [index, { department, sharedWith, week, late, state }] of month.items.entries()) {
    const item = await repos.items.insert(
      idOf(`item-${index}`),
      {
        groupId,
        departmentId: idOf(department),
        submittedAt: AT,
        week,
        month: MONTH,
        late,
        section: '业务工作',
        title: '标题',
        body: '内容',
        state,
        approvals: 0,
        authorId: 'ou_a',
        sourceMessageId: idOf(`om-${index}`),
      },
      { month: MONTH, number: (serial) => `${department}-${serial}` },
    );
    if (sharedWith === undefined || sharedWith === department) continue;
    await repos.jointItems.share({ itemId: item.id, departmentId: idOf(sharedWith), week, late });
  }
  const note = { reason: '培训', personId: 'ou_a', at: AT };
  for (const { departmentId, week } of month.nils) {
    const nil = { ...note, departmentId: idOf(departmentId), week, late: false };
    await repos.nils.put(groupId, nil, idOf(`nil-${departmentId}-${week}`));
  }
  for (const { departmentId, week } of month.excuses) {
    await repos.excuses.put(groupId, { ...note, departmentId: idOf(departmentId), week });
  }
  const now = fromStamp(`${month.day}T${month.time}:00+08:00`);
  const reminders = { ...settings.reminders, dueTime: '18:00', graceMinutes: 30 };
  return {
    now,
    today: dateOf(now),
    locale: 'zh-CN',
    calendar,
    themes: createThemeCalendar(),
    group: { id: groupId, name: '', settings: { ...settings, reminders } },
    send: async () => undefined,
  };
}

/** Whether nobody can answer the week in time any more: 18:00 and half an hour of grace have passed. */
function isOver(week: string, { now }: Pick<WorkContext, 'now'>): boolean {
  const day = dutyDay(week, calendar);
  return day !== undefined && toStamp(now) > toStamp(instantAt(day, '18:30'));
}

it('status, reminder and report never disagree on how a department answered a week', async () => {
  const { store, repos } = await openTestStore();
  let groups = 0;
  await fc.assert(
    fc.asyncProperty(anyMonth, async (month) => {
      groups += 1;
      const played = await store.transaction((inner) => play(inner, `oc_${groups}`, month));
      const ctx = { ...played, repos };
      const facts = await gatherFacts(ctx, MONTH, 1);
      const seen: string[] = [];
      for (const week of WEEKS) {
        const status = await readWeekDuty(ctx, week);
        const reminder = await readReminder(ctx, week);
        const missing = status.answers.filter(({ answer }) => answer === 'missing');
        expect(reminder.missing.map(({ name }) => name)).toEqual(missing.map(({ name }) => name));
        for (const { name, answer } of status.answers) {
          if (answer !== 'missing' || isOver(week, ctx)) seen.push(`${week} ${name} ${answer}`);
        }
        const owing = new Set(status.answers.map(({ name }) => name));
        expect(status.voluntary.filter(({ name }) => owing.has(name))).toEqual([]);
      }
      const printed = facts.departments.flatMap(({ name, weeks }) =>
        weeks.map(({ week, answer }) => `${week} ${name} ${answer}`),
      );
      expect(printed.toSorted()).toEqual(seen.toSorted());
      const count = countFacts(facts);
      expect(count.owed).toBe(seen.length);
      expect(count.owed).toBe(count.answered + count.excused + count.missing);
    }),
    { numRuns: 40, seed: 20261122 },
  );
});
