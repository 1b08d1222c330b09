import type { SettingsProblem } from '../../domain/group/check-settings.ts';
import { readSetting, SETTING_NAMES, type SettingName } from '../../domain/group/setting.ts';
import type { GroupSettings } from '../../domain/group/settings.ts';
import { REMINDER_MODES, type ReminderMode } from '../../domain/reminder/reminder-mode.ts';
import { LOCALES, type Locale, texts, type Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';

export interface SettingWords {
  readonly name: string;
  /** How a value is written. */
  readonly hint: string;
  /** Another name that people may use. */
  readonly also?: string;
}

type AllWords = Readonly<Record<SettingName, SettingWords>> & {
  readonly problems: Readonly<Record<Exclude<SettingsProblem, 'range'>, string>>;
  readonly on: string;
  readonly off: string;
  readonly modes: Readonly<Record<ReminderMode, string>>;
  /** Monday to Friday. */
  readonly weekdays: readonly string[];
};

const WORDS: Words<AllWords> = {
  'zh-CN': {
    unitName: { name: '单位名称', hint: '写本单位全称，不超过 40 字，用于报告标题和落款。' },
    reviewLevels: {
      name: '审核级数',
      hint: '写 0 到 3：0 报送即通过；1 初审人、宣传负责人或分管领导；2 初审、分管领导；3 初审、负责人、分管领导。',
    },
    ownReview: { name: '本人审核', hint: '写开或关：能否审核本人报送的信息；开时记录会注明。' },
    sections: {
      name: '栏目',
      hint: '按报告中的顺序写全部栏目，用顿号分开，最多 20 个，每个不超过 20 字；名称不变的栏目保留关键词。',
    },
    keywords: {
      name: '栏目关键词',
      hint: '写 栏目：词、词，用于自动归入栏目，例如 理论学习：党课、中心组；写“无”清空。',
    },
    blocks: {
      name: '版块',
      hint: '写 小标题：栏目、栏目，把几个栏目合写为一段，例如 业务提升：业务动态、为民服务；小标题含逗号的（如 加强学习，打牢基础）在各种文稿里原样使用；写“无”恢复各自成段。',
    },
    defaultSection: { name: '默认栏目', hint: '写现有栏目之一，归不进其他栏目的信息放在这里。' },
    dutyWeekday: {
      name: '报送日',
      also: '值班日',
      hint: '写周一到周五：每周报送截止在这一天；遇放假提前到它之前的最后一个工作日。',
    },
    themeDays: { name: '主题日预告', hint: '写开或关：世界地球日等主题宣传日是否提前预告。' },
    groupRound: { name: '群提醒时间', hint: '写时间，例如 10:00：报送日在群里提醒的时间。' },
    privateRound: { name: '私信提醒时间', hint: '写时间，例如 15:30：报送日私信提醒的时间。' },
    dueTime: { name: '截止时间', hint: '写时间，例如 18:00：报送日过了这个时间算补报。' },
    graceMinutes: { name: '宽限分钟', hint: '写 0 到 300：截止后多少分钟内仍不算补报。' },
    remindMode: { name: '催报方式', hint: '写 群内、私信 或 都要：报送日在群里点名、私信提醒，还是都要。' },
    pause: {
      name: '暂停提醒',
      hint: '写开、关，或恢复日期（例如 2026-12-01，当天恢复）：暂停期间报送日不发提醒。',
    },
    workingHours: { name: '工作时间', hint: '写起止时间，例如 08:30-17:30，此外不发提醒。' },
    weekClosing: {
      name: '每周小结',
      hint: '写时间，例如 09:00：报送日后首个工作日，用一行告诉负责人上次报送的结果；写“关”则不发。',
    },
    monthDraft: {
      name: '月初初稿',
      hint: '写时间，例如 09:30：每月首个工作日请负责人生成上月初稿；写“关”则不发。',
    },
    quarterCircular: {
      name: '季度通报',
      hint: '写时间，例如 09:30：每季首个工作日请负责人生成上季通报；写“关”则不发。',
    },
    commissions: {
      name: '约稿提醒',
      hint: '写时间，例如 09:30：约稿截止前一个工作日和当天私信提醒未交稿的部门；写“关”则不发。',
    },
    lateWeeks: { name: '补报周数', hint: '写 0 到 12：可以补报几周之内的信息。' },
    onlineDocument: {
      name: '在线文档',
      hint: '写开或关：开时，报告和通报的 Word 文件之后再发一份全群可看的在线文档；应用缺少权限时会告诉管理员。',
    },
    points: {
      name: '积分',
      hint: '写开、关或分值，例如 报送1分、省级6分：按部门计分，只在 /积分 和通报里出现；默认不计。',
    },
    placeholder: { name: '占位符', hint: '写不超过 8 个字的符号，例如 ××，代替报告里待补的数字和姓名。' },
    secrecyWords: {
      name: '保密词',
      hint: '用顿号分开，最多 200 个，每个不超过 20 字；报送内容含有时回执提醒核对。写“无”清空。',
    },
    problems: {
      'section-twice': '有栏目写了两遍，请每个只写一次。',
      'default-section': '默认栏目必须是栏目之一：请写现有栏目，或把它留在栏目里。',
      'keyword-twice': '一个关键词只能属于一个栏目，请去掉与其他栏目重复的词。',
      'hours-order': '工作时间的结束要晚于开始。',
      'rounds-order': '群提醒时间要早于私信提醒时间。',
      'due-order': '私信提醒时间要早于截止时间。',
      'round-outside-hours': '两次提醒都要在工作时间之内。',
      'grace-beyond-midnight': '截止时间加宽限分钟不能超过当天 24 点。',
    },
    modes: { both: '都要', group: '群内', dm: '私信' },
    on: '开',
    off: '关',
    weekdays: ['周一', '周二', '周三', '周四', '周五'],
  },
  en: {
    unitName: {
      name: 'unit',
      hint: "The bureau's full name, at most 40 characters, for the report's title.",
    },
    reviewLevels: {
      name: 'levels',
      hint: '0 to 3: 0 approves at once; 1 editor, lead or chief; 2 editor, chief; 3 editor, lead, chief.',
    },
    ownReview: { name: 'own-review', hint: 'on or off: whether people may review their own texts.' },
    sections: {
      name: 'sections',
      hint: 'All sections in their order, with commas between; at most 20. Known ones keep their keywords.',
    },
    keywords: { name: 'keywords', hint: 'SECTION: word, word; or none. They help to guess a section.' },
    blocks: {
      name: 'blocks',
      hint: 'HEADING: section, section. They are told together under it; a heading with a Chinese comma stands as it is. Or none.',
    },
    defaultSection: { name: 'default-section', hint: 'One of the sections, for items that fit no other.' },
    dutyWeekday: {
      name: 'duty-day',
      hint: 'Monday to Friday: when a week is due; before a holiday, the last working day before it.',
    },
    themeDays: { name: 'theme-days', hint: 'on or off: whether days with a theme are told beforehand.' },
    groupRound: { name: 'group-round', hint: 'A time such as 10:00, for the reminder in the group.' },
    privateRound: { name: 'private-round', hint: 'A time such as 15:30, for the private reminder.' },
    dueTime: { name: 'due', hint: 'A time such as 18:00; later on the duty day counts as late.' },
    graceMinutes: { name: 'grace', hint: '0 to 300 minutes after the due time that do not count as late.' },
    remindMode: { name: 'mode', hint: 'group, dm or both: where the duty day reminds.' },
    pause: {
      name: 'pause',
      hint: 'on, off, or the day on which reminders begin again, such as 2026-12-01.',
    },
    workingHours: { name: 'hours', hint: 'From and to, such as 08:30-17:30; no reminder at other times.' },
    weekClosing: {
      name: 'week-closing',
      hint: 'A time such as 09:00, or off: a line on the week, on the working day after its duty day.',
    },
    monthDraft: {
      name: 'month-draft',
      hint: "A time such as 09:30, or off: last month's draft is offered on a month's first working day.",
    },
    quarterCircular: {
      name: 'quarter-circular',
      hint: "A time such as 09:30, or off: last quarter's circular, on a quarter's first working day.",
    },
    commissions: {
      name: 'commission-reminder',
      hint: 'A time such as 09:30, or off: the working day before a commission is due, and that day.',
    },
    lateWeeks: { name: 'late-weeks', hint: '0 to 12: for how many weeks back a late report is taken.' },
    onlineDocument: {
      name: 'online-document',
      hint: 'on or off: whether a report’s file is followed by an online document that the whole group can read.',
    },
    points: {
      name: 'points',
      hint: 'on, off or worths, as in: submitted 1, province 6. Counted by department, shown by /points and in circulars alone.',
    },
    placeholder: { name: 'placeholder', hint: 'At most 8 characters that stand for what is not known yet.' },
    secrecyWords: {
      name: 'secrecy-words',
      hint: 'At most 200 words, with commas between; or none. A receipt warns of them.',
    },
    problems: {
      'section-twice': 'A section is written twice.',
      'default-section': 'The default section has to be one of the sections.',
      'keyword-twice': 'A keyword may belong to one section only.',
      'hours-order': 'The working hours have to end after they begin.',
      'rounds-order': 'The reminder in the group has to come before the private one.',
      'due-order': 'The private reminder has to come before the due time.',
      'round-outside-hours': 'Both reminders have to lie within the working hours.',
      'grace-beyond-midnight': 'The due time and its grace have to end before midnight.',
    },
    modes: { both: 'both', group: 'group', dm: 'dm' },
    on: 'on',
    off: 'off',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  },
};

export function settingWords(locale: Locale): AllWords {
  return WORDS[locale];
}

/** The setting that bears this name in any language. */
export function findSetting(written: string): SettingName | undefined {
  const wanted = fold(written);
  const namesOf = (name: SettingName) =>
    LOCALES.flatMap((locale) => [WORDS[locale][name].name, WORDS[locale][name].also ?? '']);
  return SETTING_NAMES.find((name) => [name, ...namesOf(name)].some((each) => fold(each) === wanted));
}

/** A setting's value in the reader's words. */
export function showSetting(
  { locale }: Pick<CommandContext, 'locale'>,
  settings: GroupSettings,
  name: SettingName,
): string {
  return showValue(locale, name, readSetting(settings, name));
}

/** As `showSetting`, for a value that was kept earlier. */
export function showValue(locale: Locale, name: SettingName, value: unknown): string {
  const { on, off, weekdays, modes } = WORDS[locale];
  if (name === 'dutyWeekday') return weekdays[Number(value) - 1] ?? String(value);
  if (name === 'remindMode') return modes[REMINDER_MODES.find((mode) => mode === value) ?? 'both'];
  if (typeof value === 'boolean') return value ? on : off;
  if (!Array.isArray(value)) return String(value);
  return value.join(name === 'keywords' || name === 'blocks' ? '；' : '、') || texts(locale).none;
}

function fold(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/g, '');
}
