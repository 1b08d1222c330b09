import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createWorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import {
  acceptLate,
  classifySubmission,
  type LateTarget,
} from '../../../src/domain/period/submission-period.ts';

const calendar = createWorkCalendar();
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant();

function classify(local: string, graceMinutes = 0) {
  const answer = classifySubmission({ sentAt: at(local), calendar, dueTime: '18:00', graceMinutes });
  return { ...answer, dutyDay: answer.dutyDay?.toString(), dueAt: answer.dueAt?.toString() };
}

describe('classifySubmission', () => {
  it.each([
    ['2026-11-16T00:00', '2026-W47', false, 'the first moment of the week'],
    ['2026-11-20T18:00', '2026-W47', false, 'on the stroke'],
    ['2026-11-20T18:00:00.001', '2026-W47', true, 'just after'],
    ['2026-11-21T09:00', '2026-W47', true, 'Saturday still answers the week'],
    ['2026-11-22T23:59:59.999', '2026-W47', true, 'until Sunday 24:00'],
    ['2026-11-23T00:00', '2026-W48', false, 'then the next week has begun'],
    ['2026-09-24T18:01', '2026-W39', true, 'a week due on Thursday'],
    ['2026-02-18T12:00', '2026-W08', false, 'nobody owes Spring Festival'],
    ['2026-01-04T12:00', '2026-W01', true, 'a make-up Sunday after the due day'],
  ])('%s counts for %s, late: %s (%s)', (local, week, late) => {
    expect(classify(local)).toMatchObject({ week, late });
  });

  it('tells the duty day and when it was due, in the product’s zone', () => {
    expect(classify('2026-11-18T09:00')).toEqual({
      week: '2026-W47',
      late: false,
      dutyDay: '2026-11-20',
      dueAt: '2026-11-20T10:00:00Z',
    });
  });

  it('tells neither where nobody is due', () => {
    expect(classify('2026-02-18T09:00')).toEqual({ week: '2026-W08', late: false });
  });

  it('gives grace', () => {
    expect(classify('2026-11-20T18:30', 30).late).toBe(false);
    expect(classify('2026-11-20T18:31', 30).late).toBe(true);
  });

  it('takes a Friday evening in UTC for the Saturday it is in China', () => {
    const sentAt = Temporal.Instant.from('2026-11-22T16:00:00Z');
    expect(classifySubmission({ sentAt, calendar, dueTime: '18:00', graceMinutes: 0 }).week).toBe('2026-W48');
  });
});

describe('acceptLate', () => {
  const accept = (target: LateTarget, local: string, lateWeeks = 2) =>
    acceptLate({ target, sentAt: at(local), lateWeeks, calendar });
  const ofWeek = (week: string): LateTarget => ({ kind: 'week', week });
  const ofMonth = (month: string): LateTarget => ({ kind: 'month', month });

  it.each([
    [ofWeek('2026-W46'), { ok: true, week: '2026-W46', current: false }],
    [ofWeek('2026-W45'), { ok: true, week: '2026-W45', current: false }],
    [ofWeek('2026-W44'), { ok: false, reason: 'too-old' }],
    [ofWeek('2026-W47'), { ok: true, week: '2026-W47', current: true }],
    [ofWeek('2026-W48'), { ok: false, reason: 'future' }],
    [ofMonth('2026-11'), { ok: true, week: '2026-W47', current: true }],
    [ofMonth('2026-10'), { ok: false, reason: 'too-old' }],
    [ofMonth('2026-12'), { ok: false, reason: 'future' }],
  ])('on Wednesday of 2026-W47, %j', (target, answer) => {
    expect(accept(target, '2026-11-18T10:00')).toEqual(answer);
  });

  it('takes a month for its last owed week', () => {
    expect(accept(ofMonth('2026-10'), '2026-11-04T10:00')).toEqual({
      ok: true,
      week: '2026-W44',
      current: false,
    });
  });

  it('has nothing to accept for a week nobody owed', () => {
    expect(accept(ofWeek('2026-W08'), '2026-02-25T10:00')).toEqual({ ok: false, reason: 'nobody-due' });
  });

  it('can be unlimited', () => {
    expect(accept(ofWeek('2026-W02'), '2026-11-18T10:00', Number.POSITIVE_INFINITY)).toMatchObject({
      ok: true,
    });
    expect(accept(ofWeek('2026-W46'), '2026-11-18T10:00', 0)).toEqual({ ok: false, reason: 'too-old' });
  });

  it('counts weeks over New Year', () => {
    expect(accept(ofWeek('2026-W53'), '2027-01-05T10:00', 1)).toMatchObject({ ok: true, week: '2026-W53' });
  });
});
