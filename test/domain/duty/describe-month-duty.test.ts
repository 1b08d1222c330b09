import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createWorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { describeMonthDuty, type MonthDuty } from '../../../src/domain/duty/describe-month-duty.ts';

const calendar = createWorkCalendar();
const since2020 = { openedOn: '2020-01-01', quotas: [] };
const named = (name: string) => [{ name, from: '2020-01-01' }];

const OCTOBER: MonthDuty = {
  month: '2026-10',
  calendar,
  departments: [
    {
      id: 'plan',
      names: [...named('规划科'), { name: '国土规划科', from: '2026-10-15' }],
      ...since2020,
    },
    { id: 'office', names: named('办公室'), ...since2020 },
    { id: 'new', names: named('登记中心'), openedOn: '2026-10-19', quotas: [] },
    { id: 'gone', names: named('测绘队'), ...since2020, closedOn: '2026-10-16' },
  ],
  items: [
    { week: '2026-W41', departmentIds: ['plan', 'office'], state: 'approved', late: false },
    { week: '2026-W42', departmentIds: ['plan'], state: 'submitted', late: true },
    { week: '2026-W40', departmentIds: ['office'], state: 'approved', late: false },
  ],
  nils: [{ week: '2026-W43', departmentId: 'plan' }],
  excuses: [{ week: '2026-W44', departmentId: 'plan' }],
};

describe('describeMonthDuty', () => {
  it('lists each department with the weeks it owes and how it answered', () => {
    expect(describeMonthDuty(OCTOBER)).toEqual([
      {
        id: 'plan',
        name: '国土规划科',
        weeks: [
          { week: '2026-W41', answer: 'submitted' },
          { week: '2026-W42', answer: 'late' },
          { week: '2026-W43', answer: 'nil' },
          { week: '2026-W44', answer: 'excused' },
        ],
      },
      {
        id: 'office',
        name: '办公室',
        weeks: [
          { week: '2026-W41', answer: 'submitted' },
          { week: '2026-W42', answer: 'missing' },
          { week: '2026-W43', answer: 'missing' },
          { week: '2026-W44', answer: 'missing' },
        ],
      },
      {
        id: 'new',
        name: '登记中心',
        weeks: [
          { week: '2026-W43', answer: 'missing' },
          { week: '2026-W44', answer: 'missing' },
        ],
      },
      { id: 'gone', name: '测绘队', weeks: [{ week: '2026-W41', answer: 'missing' }] },
    ]);
  });

  it('leaves out weeks that are not over yet, unless they are answered already', () => {
    const until = (day: string) =>
      describeMonthDuty({ ...OCTOBER, until: Temporal.PlainDate.from(day) }).map(({ weeks }) =>
        weeks.map(({ week }) => week.slice(-3)),
      );

    expect(until('2026-10-15').slice(0, 2)).toEqual([['W41', 'W42', 'W43', 'W44'], ['W41']]);
    expect(until('2026-10-16').slice(1)).toEqual([['W41', 'W42'], [], ['W41']]);
  });

  it('leaves out departments closed before the month or opened after it, and keeps empty rows', () => {
    const departments = [
      { id: 'before', names: named('甲'), ...since2020, closedOn: '2026-10-01' },
      { id: 'first-day', names: named('乙'), ...since2020, closedOn: '2026-10-02' },
      { id: 'last-day', names: named('丙'), openedOn: '2026-10-31', quotas: [] },
      { id: 'after', names: named('丁'), openedOn: '2026-11-01', quotas: [] },
    ];
    expect(describeMonthDuty({ ...OCTOBER, departments })).toEqual([
      { id: 'first-day', name: '乙', weeks: [] },
      { id: 'last-day', name: '丙', weeks: [] },
    ]);
  });

  it('says who sends in of its own free will at the month’s end, with the weeks it owed before', () => {
    const quotas = [{ items: 0, from: '2026-10-19' }];
    const [plan] = describeMonthDuty({
      ...OCTOBER,
      departments: [{ id: 'plan', names: named('规划科'), openedOn: '2020-01-01', quotas }],
    });
    expect(plan).toEqual({
      id: 'plan',
      name: '规划科',
      weeks: [
        { week: '2026-W41', answer: 'submitted' },
        { week: '2026-W42', answer: 'late' },
      ],
      voluntary: true,
    });
  });

  it('owes nobody the week of Spring Festival', () => {
    const [plan] = describeMonthDuty({ ...OCTOBER, month: '2026-02' });
    expect(plan?.weeks.map(({ week }) => week)).toEqual(['2026-W06', '2026-W07', '2026-W09']);
  });
});
