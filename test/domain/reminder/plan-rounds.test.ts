import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createWorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { decideRound, dueRounds, planRounds } from '../../../src/domain/reminder/plan-rounds.ts';
import type { Round } from '../../../src/domain/reminder/reminder-mode.ts';

const calendar = createWorkCalendar();
const reminders = { groupRound: '10:00', privateRound: '15:30' };
const workingHours = { from: '08:30', to: '17:30' };
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant();
const told = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' });

function due(from: string, now: string, rounds?: readonly Round[]): string[] {
  const question = { from: at(from), now: at(now), reminders, calendar };
  return dueRounds(rounds ? { ...question, rounds } : question).map(
    ({ week, round, dueAt }) => `${week} ${round} ${told(dueAt)}`,
  );
}

function plan(from: string, now: string): string[] {
  return planRounds({ from: at(from), now: at(now), reminders, calendar, workingHours }).map(
    ({ week, round, decision }) => `${week} ${round}: ${decision}`,
  );
}

describe('dueRounds', () => {
  it.each([
    ['2026-11-20T09:59', '2026-11-20T10:00', ['2026-W47 group 2026-11-20T10:00']],
    ['2026-11-20T10:00', '2026-11-20T10:01', []],
    ['2026-11-20T15:29', '2026-11-20T15:30', ['2026-W47 private 2026-11-20T15:30']],
    ['2026-11-16T00:00', '2026-11-19T23:59', []],
    ['2026-02-15T00:00', '2026-02-22T23:59', []],
    ['2026-09-23T00:00', '2026-09-24T12:00', ['2026-W39 group 2026-09-24T10:00']],
    [
      '2026-11-13T12:00',
      '2026-11-20T12:00',
      ['2026-W46 private 2026-11-13T15:30', '2026-W47 group 2026-11-20T10:00'],
    ],
  ])('after %s until %s', (from, now, rounds) => {
    expect(due(from, now)).toEqual(rounds);
  });

  it('leaves out rounds the group does not want', () => {
    expect(due('2026-11-20T00:00', '2026-11-20T18:00', ['private'])).toEqual([
      '2026-W47 private 2026-11-20T15:30',
    ]);
  });

  it('has nothing to look back on when the clock has gone back', () => {
    expect(due('2026-11-21T00:00', '2026-11-20T18:00')).toEqual([]);
  });

  it('finds every round exactly once, however the ticks fall', () => {
    const ticks = fc.array(fc.integer({ min: 0, max: 28 * 24 * 60 }), { maxLength: 60 });
    fc.assert(
      fc.property(ticks, (minutes) => {
        const start = at('2026-11-02T00:00');
        const times = [0, ...minutes.sort((a, b) => a - b), 28 * 24 * 60].map((m) =>
          start.add({ minutes: m }),
        );
        const seen = times.slice(1).flatMap((now, index) => {
          const from = times[index] ?? start;
          return dueRounds({ from, now, reminders, calendar }).map(({ week, round }) => `${week} ${round}`);
        });
        const weeks = ['2026-W45', '2026-W46', '2026-W47', '2026-W48'];
        expect(seen).toEqual(weeks.flatMap((week) => [`${week} group`, `${week} private`]));
      }),
    );
  });
});

describe('decideRound', () => {
  const decide = (dueAt: string, now: string, laterRoundDue = false) =>
    decideRound({ round: 'group', dueAt: at(dueAt), now: at(now), calendar, workingHours, laterRoundDue });

  it.each([
    ['in time', '2026-11-20T10:00', 'send'],
    ['an hour late', '2026-11-20T11:00', 'send'],
    ['in the last working minute', '2026-11-20T17:29:59', 'send'],
    ['after work', '2026-11-20T17:30', 'tell-lead'],
    ['on the next day', '2026-11-21T10:00', 'tell-lead'],
    ['on the next working day', '2026-11-23T10:00', 'tell-lead'],
  ])('%s', (_, now, decision) => {
    expect(decide('2026-11-20T10:00', now)).toBe(decision);
  });

  it('drops what a later round replaces', () => {
    expect(decide('2026-11-20T10:00', '2026-11-20T16:00', true)).toBe('drop');
    expect(decide('2026-11-20T10:00', '2026-11-21T16:00', true)).toBe('drop');
  });

  it('sends nothing on a duty day that has since become a day off', () => {
    const changed = createWorkCalendar({ '2026-11-20': 'off' });
    const now = at('2026-11-20T10:00');
    const question = { round: 'group', dueAt: now, now, workingHours, laterRoundDue: false } as const;
    expect(decideRound({ ...question, calendar: changed })).toBe('tell-lead');
    expect(decideRound({ ...question, calendar })).toBe('send');
  });
});

describe('planRounds', () => {
  it.each([
    ['a tick in time', '2026-11-20T09:59', '2026-11-20T10:00', ['2026-W47 group: send']],
    ['a start in the forenoon', '2026-11-20T09:00', '2026-11-20T11:20', ['2026-W47 group: send']],
    [
      'both rounds missed',
      '2026-11-20T09:00',
      '2026-11-20T16:00',
      ['2026-W47 group: drop', '2026-W47 private: send'],
    ],
    [
      'a start in the evening of the duty day',
      '2026-11-20T12:00',
      '2026-11-20T20:00',
      ['2026-W47 private: tell-lead'],
    ],
    [
      'a start on Sunday',
      '2026-11-20T09:00',
      '2026-11-22T12:00',
      ['2026-W47 group: drop', '2026-W47 private: tell-lead'],
    ],
    [
      'down for more than a week: only the last round is told of',
      '2026-11-12T09:00',
      '2026-11-24T10:00',
      [
        '2026-W46 group: drop',
        '2026-W46 private: drop',
        '2026-W47 group: drop',
        '2026-W47 private: tell-lead',
      ],
    ],
    [
      'down on the eve of National Day',
      '2026-09-30T09:00',
      '2026-10-01T09:00',
      ['2026-W40 group: drop', '2026-W40 private: tell-lead'],
    ],
    ['nothing due', '2026-11-18T09:00', '2026-11-18T18:00', []],
  ])('%s', (_, from, now, rounds) => {
    expect(plan(from, now)).toEqual(rounds);
  });

  it('acts on one round at most, and names people within working hours of the duty day alone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 366 * 24 * 60 }),
        fc.nat({ max: 20 * 24 * 60 }),
        (start, span) => {
          const from = at('2026-01-01T00:00').add({ minutes: start });
          const now = from.add({ minutes: span });
          const planned = planRounds({ from, now, reminders, calendar, workingHours });
          const acting = planned.filter(({ decision }) => decision !== 'drop');
          expect(acting.length).toBe(planned.length > 0 ? 1 : 0);
          for (const { decision, dueAt } of acting) {
            const isTime = told(now).slice(0, 10) === told(dueAt).slice(0, 10);
            const time = told(now).slice(11);
            expect(decision === 'send').toBe(isTime && time >= '08:30' && time < '17:30');
          }
        },
      ),
    );
  });
});
