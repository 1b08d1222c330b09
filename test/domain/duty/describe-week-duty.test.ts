import { describe, expect, it } from 'vitest';
import { createWorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import {
  type DutyDepartment,
  type DutyRecords,
  describeWeekDuty,
} from '../../../src/domain/duty/describe-week-duty.ts';
import type { ItemState } from '../../../src/domain/item/item-state.ts';

/** 16–22 November 2026; the duty day is Friday, the 20th. */
const WEEK = '2026-W47';
const NOTE = { week: WEEK, departmentId: 'plan' };
const calendar = createWorkCalendar();

const PLAN: DutyDepartment = {
  id: 'plan',
  openedOn: '2020-01-01',
  names: [{ name: '规划科', from: '2020-01-01' }],
  quotas: [],
};

function item(late: boolean, state: ItemState = 'submitted', departmentIds: readonly string[] = ['plan']) {
  return { week: WEEK, departmentIds, state, late };
}

function ask(records: Partial<DutyRecords>, departments: readonly DutyDepartment[] = [PLAN], week = WEEK) {
  return describeWeekDuty({ week, calendar, departments, items: [], nils: [], excuses: [], ...records });
}

const answers = (...args: Parameters<typeof ask>) =>
  ask(...args).owed.map(({ department, answer, sent, quota }) => [department.id, answer, sent, quota]);

describe('what counts for a department', () => {
  it.each([
    ['nothing', {}, 'missing', 0],
    ['an item', { items: [item(false)] }, 'submitted', 1],
    ['a late item', { items: [item(true)] }, 'late', 1],
    ['a nil report', { nils: [NOTE] }, 'nil', 0],
    ['an excuse', { excuses: [NOTE] }, 'excused', 0],
    ['an item of the others', { items: [item(false, 'submitted', ['office'])] }, 'missing', 0],
    ['a joint item', { items: [item(false, 'approved', ['office', 'plan'])] }, 'submitted', 1],
    ['an item in the hands of its author', { items: [item(false, 'returned')] }, 'submitted', 1],
    ['a withdrawn item', { items: [item(false, 'withdrawn')] }, 'missing', 0],
    ['a merged item', { items: [item(false, 'merged')] }, 'missing', 0],
    ['a withdrawn item and a nil report', { items: [item(false, 'withdrawn')], nils: [NOTE] }, 'nil', 0],
    ['an item of another week', { items: [{ ...item(false), week: '2026-W46' }] }, 'missing', 0],
    ['a nil report of another week', { nils: [{ ...NOTE, week: '2026-W48' }] }, 'missing', 0],
    ['an excuse of another department', { excuses: [{ ...NOTE, departmentId: 'office' }] }, 'missing', 0],
  ] as const)('%s', (_, records, answer, sent) => {
    expect(answers(records)).toEqual([['plan', answer, sent, 1]]);
  });
});

describe('who owes a week', () => {
  it.each([
    ['opened on the duty day', '2026-11-20', undefined, true],
    ['opened the day after', '2026-11-21', undefined, false],
    ['closed the day after', '2020-01-01', '2026-11-21', true],
    ['closed on the duty day', '2020-01-01', '2026-11-20', false],
    ['closed on Monday', '2020-01-01', '2026-11-16', false],
    ['opened and closed in the week', '2026-11-17', '2026-11-19', false],
  ])('%s', (_, openedOn, closedOn, owes) => {
    const department = { ...PLAN, openedOn, ...(closedOn !== undefined && { closedOn }) };
    expect(answers({}, [department])).toHaveLength(owes ? 1 : 0);
  });

  it.each([
    ['2026-11-20', '2026-11-21', false],
    ['2026-11-19', '2026-11-21', false],
    ['2026-11-19', '2026-11-20', true],
    ['2026-11-21', '2026-11-30', true],
  ])('closed from %s, there again from %s: %s', (from, to, owes) => {
    expect(answers({}, [{ ...PLAN, closures: [{ from, to }] }])).toHaveLength(owes ? 1 : 0);
  });

  it('is nobody without a working day, whoever sends something', () => {
    const duty = ask({ items: [{ ...item(false), week: '2026-W08' }] }, [PLAN], '2026-W08');
    expect(duty).toEqual({ dutyDay: undefined, owed: [], voluntary: [] });
  });

  it.each([
    ['before it begins', '2026-11-21', 1],
    ['from its first day on', '2026-11-20', 2],
  ])('has the quota of the duty day: %s', (_, from, quota) => {
    const department = { ...PLAN, quotas: [{ items: 2, from }] };
    const answer = quota === 1 ? 'submitted' : 'missing';
    expect(answers({ items: [item(false)] }, [department])).toEqual([['plan', answer, 1, quota]]);
  });

  it('follows the latest quota, in whatever order they were given', () => {
    const quotas = [
      { items: 3, from: '2026-11-10' },
      { items: 2, from: '2026-10-01' },
      { items: 5, from: '2026-12-01' },
    ];
    expect(answers({}, [{ ...PLAN, quotas }])).toEqual([['plan', 'missing', 0, 3]]);
  });

  it('leaves out who sends in of their own free will, and counts what they sent', () => {
    const quotas = [{ items: 0, from: '2026-11-18' }];
    const duty = ask({ items: [item(false), item(true)], nils: [NOTE] }, [{ ...PLAN, quotas }]);
    expect(duty.owed).toEqual([]);
    expect(duty.voluntary).toMatchObject([{ department: { id: 'plan' }, sent: 2 }]);
  });
});

describe('departments that became one', () => {
  const former = (id: string, mergedInto: string, closedOn: string): DutyDepartment => ({
    ...PLAN,
    id,
    closedOn,
    mergedInto,
  });
  const successor = { ...PLAN, openedOn: '2026-11-18' };
  const office = item(false, 'submitted', ['office']);

  it('have answered with what one of them had sent in the week', () => {
    const departments = [former('office', 'plan', '2026-11-18'), successor];
    expect(answers({ items: [office] }, departments)).toEqual([['plan', 'submitted', 1, 1]]);
  });

  it('count a joint item of theirs once', () => {
    const joint = item(false, 'submitted', ['office', 'plan']);
    const departments = [
      former('office', 'plan', '2026-11-18'),
      { ...successor, quotas: [{ items: 2, from: '2020-01-01' }] },
    ];
    expect(answers({ items: [joint] }, departments)).toEqual([['plan', 'missing', 1, 2]]);
  });

  it('owe each for itself until then', () => {
    const departments = [former('office', 'plan', '2026-11-21'), PLAN];
    expect(answers({ items: [office] }, departments)).toEqual([
      ['office', 'submitted', 1, 1],
      ['plan', 'missing', 0, 1],
    ]);
  });

  it('pass on what they sent when they merge twice in a week', () => {
    const departments = [
      former('office', 'land', '2026-11-17'),
      former('land', 'plan', '2026-11-19'),
      successor,
    ];
    expect(answers({ items: [office] }, departments)).toEqual([['plan', 'submitted', 1, 1]]);
  });

  it('do not answer with a nil report of one of them', () => {
    const departments = [former('office', 'plan', '2026-11-18'), successor];
    const nils = [{ week: WEEK, departmentId: 'office' }];
    expect(answers({ nils }, departments)).toEqual([['plan', 'missing', 0, 1]]);
  });
});
