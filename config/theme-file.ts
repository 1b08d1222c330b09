import { z } from 'zod';
import type { SettingIssue } from './read-yaml.ts';
import { wholeNumber, words } from './schema.ts';

const DAY = 'write a day as MM-DD in quotes or without, for example 04-22; 02-29 does not come every year';

/** A day of every year: checked in one that has no 29 February. */
const yearlyDay = z
  .string({ error: DAY })
  .refine((text) => z.iso.date().safeParse(`2025-${text}`).success, { error: DAY });

const nth = z.strictObject({
  month: wholeNumber(1, 12),
  number: z.literal([1, 2, 3, 4, -1], { error: 'write 1 to 4, or -1 for the last one' }),
  weekday: wholeNumber(1, 7),
  days: wholeNumber(1, 31).default(1),
});

const tell = z.literal(['group', 'lead'], { error: 'write group or lead' });

const entry = z.strictObject({
  name: words(20),
  day: yearlyDay.optional(),
  from: yearlyDay.optional(),
  to: yearlyDay.optional(),
  month: wholeNumber(1, 12).optional(),
  nth: nth.optional(),
  tell: tell.optional(),
  headsUp: wholeNumber(0, 30).optional(),
});

const themeFile = z.strictObject(
  {
    headsUp: wholeNumber(0, 30),
    tell,
    themes: z
      .array(entry, { error: 'write a list of themes, each with a name and when it is' })
      .max(100, { error: 'list at most 100 themes' }),
  },
  { error: 'write headsUp, tell and the list of themes' },
);

type Entry = z.output<typeof entry>;
type ThemeFile = z.output<typeof themeFile>;

/** What `theme-days.yaml` may hold: days, weeks and months with a theme, the same every year. */
export const themeRules = {
  schema: themeFile,
  knownKeys(path: readonly PropertyKey[]): readonly string[] {
    if (path[0] !== 'themes') return themeFile.keyof().options;
    return path.includes('nth') ? nth.keyof().options : entry.keyof().options;
  },
  check: ({ themes }: ThemeFile): SettingIssue[] =>
    themes.flatMap((theme, index) => {
      const remedy = checkEntry(theme) ?? twin(themes, index);
      return remedy === undefined ? [] : [{ path: ['themes', index, 'name'], remedy }];
    }),
};

/** The file's themes with its defaults filled in. */
export function themesOf({ themes, ...defaults }: ThemeFile) {
  return themes.map((one) => ({
    name: one.name,
    rule: ruleOf(one),
    tell: one.tell ?? defaults.tell,
    headsUp: one.headsUp ?? defaults.headsUp,
  }));
}

function checkEntry({ day, from, to, month, nth }: Entry): string | undefined {
  const forms = [day, from ?? to, month, nth].filter((form) => form !== undefined);
  if (forms.length !== 1 || (from === undefined) !== (to === undefined)) {
    return 'say when it is in one way: day, from and to, month, or nth';
  }
  return from !== undefined && to !== undefined && from > to
    ? 'its "to" must not be before its "from"'
    : undefined;
}

function twin(themes: readonly Entry[], index: number): string | undefined {
  const isTwin = themes.findIndex(({ name }) => name === themes[index]?.name) < index;
  return isTwin ? 'is the name of an earlier theme too; name each once' : undefined;
}

/** `checkEntry` has seen to it that one of them is there. */
function ruleOf({ day = '', from = day, to = day, month, nth }: Entry) {
  if (nth !== undefined) return { kind: 'nth', ...nth } as const;
  return month === undefined ? ({ kind: 'days', from, to } as const) : ({ kind: 'month', month } as const);
}
