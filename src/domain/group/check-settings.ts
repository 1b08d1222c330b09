import { z } from 'zod';
import { OPEN_END, REMINDER_MODES } from '../reminder/reminder-mode.ts';
import type { GroupSettings } from './settings.ts';

/**
 * Why settings can't be kept. `range`: a value is none that this setting may have; the others are rules that span
 * several values.
 */
export type SettingsProblem =
  | 'range'
  | 'section-twice'
  | 'default-section'
  | 'keyword-twice'
  | 'hours-order'
  | 'rounds-order'
  | 'due-order'
  | 'round-outside-hours'
  | 'grace-beyond-midnight';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const timeOrOff = time.or(z.literal('off'));

const worth = z.int().min(0).max(100);
const worths = { national: worth, province: worth, city: worth, county: worth, system: worth, own: worth };

function words(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{C}*$/u);
}

/** The bounds of each value; the same that the operator's settings file has to keep. */
const schema = z.strictObject({
  unitName: words(40),
  sections: z
    .array(z.strictObject({ name: words(20), keywords: z.array(words(20)), block: words(40).optional() }))
    .min(1)
    .max(20),
  defaultSection: words(20),
  reviewLevels: z.literal([0, 1, 2, 3]),
  ownReview: z.boolean(),
  dutyWeekday: z.literal([1, 2, 3, 4, 5]),
  themeDays: z.boolean(),
  reminders: z.strictObject({
    groupRound: time,
    privateRound: time,
    dueTime: time,
    graceMinutes: z.int().min(0).max(300),
    mode: z.enum(REMINDER_MODES),
    pausedUntil: z.iso.date().or(z.literal(OPEN_END)).optional(),
  }),
  rhythms: z.strictObject({
    weekClosing: timeOrOff,
    monthDraft: timeOrOff,
    quarterCircular: timeOrOff,
    commissions: timeOrOff,
  }),
  workingHours: z.strictObject({ from: time, to: time }),
  lateWeeks: z.int().min(0).max(12),
  onlineDocument: z.boolean(),
  points: z.literal('off').or(z.strictObject({ submitted: worth, ...worths })),
  placeholder: words(8),
  template: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  secrecyWords: z.array(words(20)).max(200),
});

/** The settings if a group may have them, else the first rule they break. */
export function checkSettings(
  wanted: unknown,
):
  | { readonly ok: true; readonly settings: GroupSettings }
  | { readonly ok: false; readonly problem: SettingsProblem } {
  const parsed = schema.safeParse(wanted);
  if (!parsed.success) return { ok: false, problem: 'range' };
  const problem = checkSections(parsed.data) ?? checkTimes(parsed.data);
  return problem === undefined ? { ok: true, settings: parsed.data } : { ok: false, problem };
}

function checkSections({ sections, defaultSection }: GroupSettings): SettingsProblem | undefined {
  const names = sections.map(({ name }) => name);
  if (hasTwins(names)) return 'section-twice';
  if (!names.includes(defaultSection)) return 'default-section';
  // A keyword in two sections could not decide between them.
  return hasTwins(sections.flatMap(({ keywords }) => keywords)) ? 'keyword-twice' : undefined;
}

function hasTwins(words: readonly string[]): boolean {
  return new Set(words).size < words.length;
}

/** `HH:MM` texts sort as the times they mean. */
function checkTimes({ reminders, workingHours }: GroupSettings): SettingsProblem | undefined {
  const { groupRound, privateRound, dueTime, graceMinutes } = reminders;
  const { from, to } = workingHours;
  if (from >= to) return 'hours-order';
  if (groupRound >= privateRound) return 'rounds-order';
  if (privateRound >= dueTime) return 'due-order';
  // The private round is the later one, so these two bound both; at the last minute nothing is sent any more.
  if (groupRound < from || privateRound >= to) return 'round-outside-hours';
  return minutesOf(dueTime) + graceMinutes < 24 * 60 ? undefined : 'grace-beyond-midnight';
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
