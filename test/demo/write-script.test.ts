import { describe, expect, it } from 'vitest';
import type { Act, Say } from '../../sandbox/demo/act.ts';
import { BYSTANDER, LEAD } from '../../sandbox/demo/cast.ts';
import { writeScript } from '../../sandbox/demo/write-script.ts';
import { createWorkCalendar } from '../../src/domain/calendar/work-calendar.ts';
import { dutyDay, weekOf } from '../../src/domain/period/week.ts';

const calendar = createWorkCalendar();
const script = (month: string) => writeScript(month, (date) => calendar.isWorkday(date));
const isSay = (act: Act): act is Say => act.kind === 'say';
const moment = ({ on, time }: Act) => `${on.toString()} ${time}`;
const MONTHS = [2024, 2025, 2026, 2027].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
);

describe.each(MONTHS)('the script of %s', (month) => {
  const { acts, start } = script(month);
  const said = acts.filter(isSay);

  it('has at least 30 items for the report and keeps the group quiet enough', () => {
    expect(said.filter(({ item }) => item?.inReport).length).toBeGreaterThanOrEqual(30);
    expect(
      said.filter(({ privately, answer }) => !privately && answer !== undefined).length,
    ).toBeLessThanOrEqual(100);
  });

  it('dates every item of the report in the month', () => {
    const dated = said.filter(({ item }) => item?.inReport).map(({ item }) => item?.body ?? '');
    const ofMonth = new RegExp(`^${Number(month.slice(5))}月\\d+日，`);
    expect(dated.filter((body) => !ofMonth.test(body))).toEqual([]);
  });

  it('goes forward in time, on working days alone, from the Monday of the month’s first week', () => {
    expect(start.dayOfWeek).toBe(1);
    expect(acts.map(moment)).toEqual(acts.map(moment).sort());
    expect(acts.filter(({ on }) => !calendar.isWorkday(on)).map(moment)).toEqual([]);
  });

  it('expects the rounds of reminders on the duty days', () => {
    const rounds = acts.filter((act) => act.kind === 'tick' && act.round !== undefined);
    expect(rounds.length).toBeGreaterThanOrEqual(6);
    for (const { on } of rounds) expect(dutyDay(weekOf(on), calendar)?.toString()).toBe(on.toString());
  });

  it('holds what may go wrong in an office', () => {
    const texts = said.map(({ text }) => text);
    const count = (pattern: RegExp) => texts.filter((text) => pattern.test(text)).length;
    expect(count(/^\/补报 /)).toBeGreaterThanOrEqual(1);
    expect(count(/^\/?本周无 ./)).toBeGreaterThanOrEqual(1);
    expect(said.filter(({ twice }) => twice).length).toBeGreaterThanOrEqual(3);
    expect(said.filter(({ recalledAfter }) => recalledAfter !== undefined).length).toBe(1);
    expect(said.filter(({ answer }) => answer === undefined).length).toBeGreaterThanOrEqual(5);
    expect(said.filter(({ who, text }) => who === LEAD && text.startsWith('/汇总')).length).toBe(2);
    expect(said.some(({ who, text }) => who === BYSTANDER && text === '/进度')).toBe(true);
  });
});

it('reminds on the Wednesday before the National Day of 2026, of whoever is missing then', () => {
  const rounds = script('2026-10').acts.flatMap((act) =>
    act.kind === 'tick' && act.round !== undefined
      ? [[act.on.toString(), act.round.kind, act.round.missing]]
      : [],
  );
  expect(rounds.slice(0, 3)).toEqual([
    ['2026-09-30', 'group', ['利用科', '矿产科', '测绘科', '执法大队']],
    ['2026-09-30', 'private', ['矿产科', '测绘科', '执法大队']],
    ['2026-10-09', 'group', expect.anything()],
  ]);
  expect(rounds.length).toBe(10);
});
