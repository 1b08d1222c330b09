import { z } from 'zod';
import type { SettingIssue } from './read-yaml.ts';

const DAY = 'write a date as YYYY-MM-DD, for example 2027-02-05';

const days = z
  .array(z.string({ error: DAY }).refine(isDay, { error: DAY }), { error: 'write a list of dates' })
  .nullish()
  .transform((list) => list ?? []);

const calendarFile = z.strictObject(
  { off: days, worked: days },
  { error: 'write the lists as "off:" and "worked:", each with dates below it' },
);

type CalendarFile = z.output<typeof calendarFile>;

/** What `calendar.yaml` may hold: dates that are off and dates that are worked, whatever the plan says. */
export const calendarRules = {
  schema: calendarFile,
  knownKeys: () => calendarFile.keyof().options,
  check: ({ off, worked }: CalendarFile): SettingIssue[] =>
    worked.flatMap((day, index) =>
      off.includes(day)
        ? [{ path: ['worked', index], remedy: 'stands under off too; keep it in one of the lists' }]
        : [],
    ),
};

/** The file's days as changes of the calendar. */
export function changesOf({ off, worked }: CalendarFile): Record<string, 'off' | 'workday'> {
  return Object.fromEntries([
    ...off.map((day) => [day, 'off'] as const),
    ...worked.map((day) => [day, 'workday'] as const),
  ]);
}

/** Dates of the calendar only: `2027-02-29` is none. Without the machine's clock or zone. */
function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}
