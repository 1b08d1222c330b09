import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { answerDuty, type DutyRecords, owesWeek } from '../../../src/domain/duty/answer-duty.ts';
import type { ItemState } from '../../../src/domain/item/item-state.ts';

const WEEK = '2026-W47';
const NOTE = { week: WEEK, departmentId: 'plan' };

function item(late: boolean, state: ItemState = 'submitted', departmentIds: readonly string[] = ['plan']) {
  return { week: WEEK, departmentIds, state, late };
}

function answer(records: Partial<DutyRecords>) {
  return answerDuty({ week: WEEK, departmentId: 'plan', items: [], nils: [], excuses: [], ...records });
}

describe('answerDuty', () => {
  it.each([
    ['nothing', {}, 'missing'],
    ['an item', { items: [item(false)] }, 'submitted'],
    ['a late item', { items: [item(true)] }, 'late'],
    ['a late item and one on time', { items: [item(true), item(false)] }, 'submitted'],
    ['a nil report', { nils: [NOTE] }, 'nil'],
    ['an excuse', { excuses: [NOTE] }, 'excused'],
    ['an item wins over nil', { items: [item(false)], nils: [NOTE] }, 'submitted'],
    ['so does a later one', { items: [item(true)], nils: [NOTE] }, 'late'],
    ['an item wins over an excuse', { items: [item(false)], excuses: [NOTE] }, 'submitted'],
    ['the excused are never late', { items: [item(true)], excuses: [NOTE] }, 'excused'],
    ['an excuse and a nil report', { nils: [NOTE], excuses: [NOTE] }, 'excused'],
    ['an item of the others', { items: [item(false, 'submitted', ['office'])] }, 'missing'],
    ['a joint item', { items: [item(false, 'approved', ['office', 'plan'])] }, 'submitted'],
    ['an item in the hands of its author', { items: [item(false, 'returned')] }, 'submitted'],
    ['a withdrawn item', { items: [item(false, 'withdrawn')] }, 'missing'],
    ['a merged item', { items: [item(false, 'merged')] }, 'missing'],
    ['a withdrawn item and a nil report', { items: [item(false, 'withdrawn')], nils: [NOTE] }, 'nil'],
  ] as const)('%s', (_, records, result) => {
    expect(answer(records)).toBe(result);
  });

  it('looks at this week and department alone', () => {
    const otherWeek = {
      items: [{ ...item(false), week: '2026-W46' }],
      nils: [{ ...NOTE, week: '2026-W48' }],
    };
    expect(answer(otherWeek)).toBe('missing');
    expect(answer({ excuses: [{ ...NOTE, departmentId: 'office' }] })).toBe('missing');
  });
});

describe('owesWeek', () => {
  it.each([
    ['2026-11-20', undefined, true],
    ['2026-11-21', undefined, false],
    ['2020-01-01', '2026-11-21', true],
    ['2020-01-01', '2026-11-20', false],
  ])('opened %s, closed %s: %s', (openedOn, closedOn, owes) => {
    const life = closedOn === undefined ? { openedOn } : { openedOn, closedOn };
    expect(owesWeek(life, Temporal.PlainDate.from('2026-11-20'))).toBe(owes);
  });

  it.each([
    ['2026-11-20', '2026-11-21', false],
    ['2026-11-19', '2026-11-21', false],
    ['2026-11-19', '2026-11-20', true],
    ['2026-11-21', '2026-11-30', true],
  ])('closed from %s, there again from %s: %s', (from, to, owes) => {
    const life = { openedOn: '2020-01-01', closures: [{ from, to }] };
    expect(owesWeek(life, Temporal.PlainDate.from('2026-11-20'))).toBe(owes);
  });

  it('nobody owes a week without a duty day', () => {
    expect(owesWeek({ openedOn: '2020-01-01' }, undefined)).toBe(false);
  });

  it('takes dates for text', () => {
    const openedOn = Temporal.PlainDate.from('2026-11-21');
    expect(owesWeek({ openedOn }, Temporal.PlainDate.from('2026-11-20'))).toBe(false);
  });
});
