import { matchSection } from '../item/guess-section.ts';
import { readPoints, USUAL_POINTS, writePoints } from '../points/points-rule.ts';
import { OPEN_END, REMINDER_MODES, type ReminderMode } from '../reminder/reminder-mode.ts';
import { checkSettings, type SettingsProblem } from './check-settings.ts';
import type { GroupSettings, Section } from './settings.ts';

/** The settings that an admin sets one by one, in the order in which they are shown. */
export const SETTING_NAMES = [
  'unitName',
  'reviewLevels',
  'ownReview',
  'sections',
  'keywords',
  'blocks',
  'defaultSection',
  'dutyWeekday',
  'themeDays',
  'groupRound',
  'privateRound',
  'dueTime',
  'graceMinutes',
  'remindMode',
  'pause',
  'workingHours',
  'weekClosing',
  'monthDraft',
  'quarterCircular',
  'commissions',
  'lateWeeks',
  'onlineDocument',
  'points',
  'placeholder',
  'secrecyWords',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

export type SettingValue = string | number | boolean | readonly string[];

/** What a change stores. Undefined from `write`: the words can't be read as such a value. */
type SettingsChange = Partial<GroupSettings>;

interface Setting {
  readonly read: (settings: GroupSettings) => SettingValue;
  readonly write: (settings: GroupSettings, typed: string) => SettingsChange | undefined;
}

/**
 * Values that are checked against one another are stored together: a group's own stay right when the operator's
 * defaults change.
 */
const SETTINGS: Readonly<Record<SettingName, Setting>> = {
  unitName: { read: (now) => now.unitName, write: (_, typed) => ({ unitName: typed }) },
  reviewLevels: {
    read: (now) => now.reviewLevels,
    write: (_, typed) => {
      const levels = ([0, 1, 2, 3] as const).find((level) => level === readNumber(typed));
      return levels === undefined ? undefined : { reviewLevels: levels };
    },
  },
  ownReview: {
    read: (now) => now.ownReview,
    write: (_, typed) => {
      const ownReview = readSwitch(typed);
      return ownReview === undefined ? undefined : { ownReview };
    },
  },
  sections: {
    read: (now) => now.sections.map(({ name }) => name),
    write: ({ sections, defaultSection }, typed) => ({
      sections: readList(typed).map(
        (name) => sections.find((known) => known.name === name) ?? { name, keywords: [] },
      ),
      defaultSection,
    }),
  },
  keywords: {
    read: (now) => now.sections.map(({ name, keywords }) => `${name}：${keywords.join('、')}`),
    write: writeKeywords,
  },
  blocks: {
    read: ({ sections }) => {
      const blocks = new Set(sections.flatMap(({ block }) => (block === undefined ? [] : [block])));
      const inBlock = (block: string) => sections.filter((section) => section.block === block);
      return [...blocks].map(
        (block) =>
          `${block}：${inBlock(block)
            .map(({ name }) => name)
            .join('、')}`,
      );
    },
    write: writeBlock,
  },
  defaultSection: {
    read: (now) => now.defaultSection,
    write: ({ sections }, typed) => ({ sections, defaultSection: matchSection(typed, sections) ?? typed }),
  },
  dutyWeekday: {
    read: (now) => now.dutyWeekday,
    write: (_, typed) => {
      const dutyWeekday = ([1, 2, 3, 4, 5] as const).find((day) => day === readWeekday(typed));
      return dutyWeekday === undefined ? undefined : { dutyWeekday };
    },
  },
  themeDays: {
    read: (now) => now.themeDays,
    write: (_, typed) => {
      const themeDays = readSwitch(typed);
      return themeDays === undefined ? undefined : { themeDays };
    },
  },
  groupRound: roundSetting('groupRound'),
  privateRound: roundSetting('privateRound'),
  dueTime: roundSetting('dueTime'),
  graceMinutes: {
    read: (now) => now.reminders.graceMinutes,
    write: ({ reminders, workingHours }, typed) => {
      const graceMinutes = readNumber(typed);
      return graceMinutes === undefined
        ? undefined
        : { reminders: { ...reminders, graceMinutes }, workingHours };
    },
  },
  remindMode: {
    read: (now) => now.reminders.mode,
    write: ({ reminders, workingHours }, typed) => {
      const mode = readMode(typed);
      return mode === undefined ? undefined : { reminders: { ...reminders, mode }, workingHours };
    },
  },
  pause: {
    read: ({ reminders: { pausedUntil } }) => (pausedUntil === OPEN_END ? true : (pausedUntil ?? false)),
    write: ({ reminders, workingHours }, typed) => {
      const isPaused = readSwitch(typed);
      const pausedUntil = isPaused === undefined ? typed : isPaused ? OPEN_END : undefined;
      return { reminders: { ...reminders, pausedUntil }, workingHours };
    },
  },
  workingHours: {
    read: ({ workingHours: { from, to } }) => `${from}-${to}`,
    write: ({ reminders }, typed) => {
      const [from, to, more] = typed.split(/[-–—－~～至到]+/).map(readTime);
      if (from === undefined || to === undefined || more !== undefined) return undefined;
      return { reminders, workingHours: { from, to } };
    },
  },
  weekClosing: rhythmSetting('weekClosing'),
  monthDraft: rhythmSetting('monthDraft'),
  quarterCircular: rhythmSetting('quarterCircular'),
  commissions: rhythmSetting('commissions'),
  lateWeeks: {
    read: (now) => now.lateWeeks,
    write: (_, typed) => {
      const lateWeeks = readNumber(typed);
      return lateWeeks === undefined ? undefined : { lateWeeks };
    },
  },
  onlineDocument: {
    read: (now) => now.onlineDocument,
    write: (_, typed) => {
      const onlineDocument = readSwitch(typed);
      return onlineDocument === undefined ? undefined : { onlineDocument };
    },
  },
  points: {
    read: ({ points }) => (points === 'off' ? false : writePoints(points)),
    write: ({ points: now }, typed) => {
      const isOn = readSwitch(typed);
      if (isOn === false) return { points: 'off' };
      const rule = now === 'off' ? USUAL_POINTS : now;
      const points = isOn ? rule : readPoints(typed, rule);
      return points === undefined ? undefined : { points };
    },
  },
  placeholder: { read: (now) => now.placeholder, write: (_, typed) => ({ placeholder: typed }) },
  secrecyWords: {
    read: (now) => now.secrecyWords,
    write: (_, typed) => ({ secrecyWords: [...new Set(readList(typed))] }),
  },
};

export function readSetting(settings: GroupSettings, name: SettingName): SettingValue {
  return SETTINGS[name].read(settings);
}

/** One setting changed as a person typed it: what to store and all settings then, or the rule that would be broken. */
export function changeSetting(
  settings: GroupSettings,
  name: SettingName,
  typed: string,
):
  | { readonly ok: true; readonly change: SettingsChange; readonly settings: GroupSettings }
  | { readonly ok: false; readonly problem: SettingsProblem } {
  const change = SETTINGS[name].write(settings, typed.trim());
  if (change === undefined) return { ok: false, problem: 'range' };
  const checked = checkSettings({ ...settings, ...change });
  return checked.ok ? { ...checked, change } : checked;
}

function roundSetting(key: 'groupRound' | 'privateRound' | 'dueTime'): Setting {
  return {
    read: (now) => now.reminders[key],
    write: ({ reminders, workingHours }, typed) => {
      const time = readTime(typed);
      return time === undefined ? undefined : { reminders: { ...reminders, [key]: time }, workingHours };
    },
  };
}

/** A time of day, or switched off, which reads as `false`. */
function rhythmSetting(key: keyof GroupSettings['rhythms']): Setting {
  return {
    read: ({ rhythms }) => (rhythms[key] === 'off' ? false : rhythms[key]),
    write: ({ rhythms }, typed) => {
      const time = readSwitch(typed) === false ? 'off' : readTime(typed);
      return time === undefined ? undefined : { rhythms: { ...rhythms, [key]: time } };
    },
  };
}

/** `理论学习：党课、中心组` gives that section these words instead of the ones it had. */
function writeKeywords(
  { sections, defaultSection }: GroupSettings,
  typed: string,
): SettingsChange | undefined {
  const [, written = '', words = ''] = /^(.+?)(?:\s*[：:]|\s)\s*(.*)$/su.exec(typed) ?? [];
  const name = matchSection(written, sections);
  if (name === undefined) return undefined;
  const keywords = [...new Set(readList(words))];
  return {
    sections: sections.map((section) => (section.name === name ? { ...section, keywords } : section)),
    defaultSection,
  };
}

/**
 * `业务提升：业务动态、为民服务` tells of these sections under that heading, and of no others; without sections there is no
 * such heading any more. `无` gives each section its own again.
 */
function writeBlock({ sections, defaultSection }: GroupSettings, typed: string): SettingsChange | undefined {
  const alone = (section: Section): Section => ({ name: section.name, keywords: section.keywords });
  if (NOTHING.includes(typed)) return { sections: sections.map(alone), defaultSection };
  const [, block = '', words = ''] = /^(.+?)\s*[：:]\s*(.*)$/su.exec(typed) ?? [];
  const names = readList(words).map((word) => matchSection(word, sections));
  if (block === '' || names.includes(undefined)) return undefined;
  return {
    sections: sections.map((section) => {
      if (names.includes(section.name)) return { ...section, block };
      return section.block === block ? alone(section) : section;
    }),
    defaultSection,
  };
}

/** `9:30`, `09：30` → `09:30`. Whether there is such a time is the check's to say. */
function readTime(typed: string): string | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(typed.normalize('NFKC').trim());
  return match === null ? undefined : `${match[1]?.padStart(2, '0')}:${match[2]}`;
}

/** `2`, `２级`, `30 分钟`. */
function readNumber(typed: string): number | undefined {
  const match = /^(\d{1,4})\s*(?:级|周|分钟?)?$/.exec(typed.normalize('NFKC').trim());
  return match === null ? undefined : Number(match[1]);
}

const WEEKDAYS_EN = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** `周四`, `星期四`, `4`, `Thu`. */
function readWeekday(typed: string): number | undefined {
  const word = typed.normalize('NFKC').trim().toLowerCase();
  const [, day = ''] = /^(?:周|星期|礼拜)?([一二三四五1-5])$/.exec(word) ?? [];
  if (day !== '') return '一二三四五'.indexOf(day) + 1 || Number(day);
  const index = WEEKDAYS_EN.findIndex((name) => word.length >= 3 && name.startsWith(word));
  return index < 0 ? undefined : index + 1;
}

const ON = ['开', '开启', '是', '允许', '可以', 'on', 'yes', 'true'];
const OFF = ['关', '关闭', '否', '不允许', '不可以', 'off', 'no', 'false'];

function readSwitch(typed: string): boolean | undefined {
  const word = typed.normalize('NFKC').trim().toLowerCase();
  if (ON.includes(word)) return true;
  return OFF.includes(word) ? false : undefined;
}

const MODES: Readonly<Record<ReminderMode, readonly string[]>> = {
  both: ['都要', '全部', '都', 'both'],
  group: ['群内', '群', '群里', 'group'],
  dm: ['私信', '私聊', 'dm', 'private'],
};

function readMode(typed: string): ReminderMode | undefined {
  const word = typed.normalize('NFKC').trim().toLowerCase();
  return REMINDER_MODES.find((mode) => MODES[mode].includes(word));
}

const NOTHING = ['无', '没有', '清空', 'none'];

/** Words with any of the usual marks between them; `无` stands for an empty list. */
function readList(typed: string): readonly string[] {
  const words = typed.split(/[、，,；;|｜\s]+/u).filter((word) => word !== '');
  return words.length === 1 && NOTHING.includes(words[0] ?? '') ? [] : words;
}
