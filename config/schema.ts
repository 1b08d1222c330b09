import { z } from 'zod';

/** `HH:MM`, 00:00–23:59, Asia/Shanghai. */
const time = z
  .string({ error: 'write a time in quotes as "HH:MM", for example "10:00"' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'write a time as HH:MM, for example 10:00' });

/** As `time`, or `off`. */
const timeOrOff = z
  .string({ error: 'write a time in quotes as "HH:MM", or "off"' })
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|off)$/, { error: 'write a time as HH:MM, for example 09:30, or off' });

/** A short text on one line. */
export function words(longest: number) {
  const error = `write a text of 1 to ${longest} characters on one line`;
  return z
    .string({ error })
    .trim()
    .min(1, { error })
    .max(longest, { error })
    .regex(/^\P{C}*$/u, { error });
}

export function wholeNumber(least: number, most: number) {
  const error = `write a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

const section = z.strictObject({
  name: words(20),
  keywords: z.array(words(20), { error: 'write a list of words, for example [first, second]' }).default([]),
  block: words(40).optional(),
});

const missing = 'this group of settings is missing; copy it from the bot.yaml that comes with the program';

/** What `bot.yaml` may hold: the defaults a new group starts with. Unknown keys are refused. */
export const groupDefaults = z.strictObject(
  {
    unitName: words(40),
    sections: z
      .array(section, { error: 'write a list of sections, each with a name and keywords' })
      .min(1, { error: 'name at least one section' })
      .max(20, { error: 'name at most 20 sections' }),
    defaultSection: words(20),
    reviewLevels: z.literal([0, 1, 2, 3], { error: 'write 0, 1, 2 or 3' }),
    ownReview: z.boolean({ error: 'write true or false' }).default(false),
    dutyWeekday: z
      .literal([1, 2, 3, 4, 5], { error: 'write a weekday from 1 (Monday) to 5 (Friday)' })
      .default(5),
    themeDays: z.boolean({ error: 'write true or false' }).default(true),
    reminders: z.strictObject(
      {
        groupRound: time,
        privateRound: time,
        dueTime: time,
        graceMinutes: wholeNumber(0, 300),
        mode: z.enum(['both', 'group', 'dm'], { error: 'write both, group or dm' }).default('both'),
      },
      { error: missing },
    ),
    rhythms: z
      .strictObject(
        {
          weekClosing: timeOrOff.default('09:00'),
          monthDraft: timeOrOff.default('09:30'),
          quarterCircular: timeOrOff.default('09:30'),
          commissions: timeOrOff.default('09:30'),
        },
        { error: 'write weekClosing, monthDraft, quarterCircular or commissions, each with a time or off' },
      )
      .prefault({}),
    workingHours: z.strictObject({ from: time, to: time }, { error: missing }),
    lateWeeks: wholeNumber(0, 12),
    onlineDocument: z.boolean({ error: 'write true or false' }).default(false),
    points: z
      .literal('off')
      .or(
        z.strictObject({
          submitted: wholeNumber(0, 100),
          national: wholeNumber(0, 100),
          province: wholeNumber(0, 100),
          city: wholeNumber(0, 100),
          county: wholeNumber(0, 100),
          system: wholeNumber(0, 100),
          own: wholeNumber(0, 100),
        }),
      )
      .default('off'),
    placeholder: words(8),
    template: z
      .string({ error: 'write the id of a template, for example work-report' })
      .regex(/^[a-z]+(-[a-z]+)*$/, { error: 'write the id of a template, for example work-report' }),
    secrecyWords: z
      .array(words(20), { error: 'write a list of words, for example [first, second]' })
      .min(0)
      .max(200, { error: 'list at most 200 words' })
      .default([]),
  },
  { error: 'write the settings as "name: value" lines' },
);

export type GroupDefaults = z.infer<typeof groupDefaults>;

/** Days; see `src/domain/machine/retention.ts`. */
const retention = z.strictObject(
  {
    /** The platform repeats an event for some seven hours. */
    traces: wholeNumber(2, 3650).default(30),
    /** A card can be redrawn for 14 days. */
    deliveries: wholeNumber(15, 3650).default(30),
    withdrawnFiles: wholeNumber(0, 3650).default(180),
    auditLog: wholeNumber(0, 3650).default(0),
  },
  { error: 'write traces, deliveries, withdrawnFiles or auditLog, each with a number of days' },
);

/** The whole file: what new groups start with, and what holds for the program. */
export const settingsFile = groupDefaults.extend({
  retention: retention.prefault({}),
  pdf: z.enum(['off', 'auto'], { error: 'write auto or off' }).default('auto'),
});

/** The keys allowed where `path` leads, for telling which one a misspelt key meant. */
export function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  const { reminders, workingHours } = groupDefaults.shape;
  if (path[0] === 'retention') return retention.keyof().options;
  if (path[0] === 'rhythms') return groupDefaults.shape.rhythms.unwrap().keyof().options;
  if (path[0] === 'sections') return section.keyof().options;
  if (path[0] === 'reminders') return reminders.keyof().options;
  if (path[0] === 'workingHours') return workingHours.keyof().options;
  return settingsFile.keyof().options;
}
