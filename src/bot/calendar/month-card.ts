import type { Card, CardBlock } from '../../domain/message/card.ts';
import { firstDay, lastDay } from '../../domain/period/month.ts';
import { describeDay, dutyDay, weekDays, weekOf, weeksOfMonth } from '../../domain/period/week.ts';
import { dueRounds } from '../../domain/reminder/plan-rounds.ts';
import { isPausedOn, ROUNDS_OF_MODE } from '../../domain/reminder/reminder-mode.ts';
import { describeTheme } from '../../domain/theme/theme-calendar.ts';
import { dateOf, type PlainDate, timeOf } from '../../kernel/clock.ts';
import type { Words } from '../../kernel/text/texts.ts';
import type { WorkContext } from '../context.ts';
import { missingYear } from './missing-year.ts';

interface CardWords {
  readonly title: (year: number, month: number) => string;
  readonly weekdays: readonly string[];
  readonly off: string;
  readonly makeUp: string;
  readonly duty: string;
  readonly theme: string;
  readonly legend: string;
  readonly themes: string;
  readonly dutyDays: (days: string) => string;
  readonly rounds: (day: string, rounds: string) => string;
  readonly round: Readonly<Record<'group' | 'private', string>>;
  readonly paused: string;
  readonly notEnabled: string;
}

const WORDS: Words<CardWords> = {
  'zh-CN': {
    title: (year, month) => `${year}年${month}月日历`,
    weekdays: ['一', '二', '三', '四', '五', '六', '日'],
    off: '休',
    makeUp: '班',
    duty: '报',
    theme: '★',
    legend: '休：放假　班：调休上班　报：报送日　★：主题宣传日　未标注的周六、周日休息',
    themes: '主题宣传',
    dutyDays: (days) => `报送日：${days}`,
    rounds: (day, rounds) => `下次提醒：${day}${rounds}`,
    round: { group: '群内', private: '私信' },
    paused: '提醒已暂停，近期没有要发的提醒。',
    notEnabled: '本群尚未启用提醒，请管理员发送 /启用。',
  },
  en: {
    title: (year, month) => `Calendar ${year}-${String(month).padStart(2, '0')}`,
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    off: 'off',
    makeUp: 'work',
    duty: 'due',
    theme: '★',
    legend:
      'off: holiday; work: worked weekend; due: duty day; ★: a theme; other Saturdays and Sundays are free',
    themes: 'Themes',
    dutyDays: (days) => `Duty days: ${days}`,
    rounds: (day, rounds) => `Next reminders: ${day} ${rounds}`,
    round: { group: 'in the group', private: 'in private' },
    paused: 'Reminders are paused; none goes out soon.',
    notEnabled: 'Reminders are not switched on in this group yet (/enable).',
  },
};

/** A month (`YYYY-MM`) of the group's calendar as a table of weeks, and when the next reminders go out. */
export function monthCard(ctx: WorkContext, month: string): Card {
  const words = WORDS[ctx.locale];
  const first = firstDay(month);
  return {
    tone: 'info',
    title: words.title(first.year, first.month),
    blocks: [
      ...unknownYear(ctx, first.year),
      { kind: 'table', columns: words.weekdays, rows: drawWeeks(ctx, month) },
      { kind: 'note', text: words.legend },
      ...themeList(ctx, month),
      { kind: 'text', text: [dutyLine(ctx, month), roundsLine(ctx)].filter(Boolean).join('\n') },
    ],
  };
}

function unknownYear(ctx: WorkContext, year: number): readonly CardBlock[] {
  return ctx.calendar.isKnownYear(year) ? [] : [{ kind: 'text', text: missingYear(ctx, year) }];
}

function drawWeeks(ctx: WorkContext, month: string): readonly (readonly string[])[] {
  const [first, last] = [firstDay(month), lastDay(month)];
  const { monday } = weekDays(weekOf(first));
  const weeks = Math.ceil((monday.until(last).days + 1) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const date = monday.add({ days: 7 * week + day });
      return date.month === first.month ? `${date.day}${markOf(ctx, date)}` : '';
    }),
  );
}

function markOf({ calendar, locale, themes }: WorkContext, date: PlainDate): string {
  const words = WORDS[locale];
  const kind = calendar.kindOf(date);
  const isDue = dutyDay(weekOf(date), calendar)?.equals(date) ?? false;
  const marks = [
    kind === 'off' && words.off,
    kind === 'make-up' && words.makeUp,
    isDue && words.duty,
    themes.between(date, date).some(({ first, last }) => first.equals(last)) && words.theme,
  ].filter((mark) => mark !== false);
  return marks.map((mark) => ` ${mark}`).join('');
}

function themeList({ themes, locale }: WorkContext, month: string): readonly CardBlock[] {
  const found = themes.between(firstDay(month), lastDay(month));
  const items = found.map((one) => `${describeTheme(one)} ${one.theme.name}`);
  return items.length === 0 ? [] : [{ kind: 'list', title: WORDS[locale].themes, items }];
}

function dutyLine({ calendar, locale }: WorkContext, month: string): string {
  const days = weeksOfMonth(month, calendar).flatMap((week) => {
    const day = dutyDay(week, calendar);
    return day === undefined ? [] : [describeDay(day)];
  });
  return days.length === 0 ? '' : WORDS[locale].dutyDays(days.join('、'));
}

/** Long enough that a week with a duty day lies within it, whatever the holidays. */
const AHEAD_HOURS = 28 * 24;

function roundsLine({ calendar, group, locale, now }: WorkContext): string {
  const words = WORDS[locale];
  if (group.enabledAt === undefined) return words.notEnabled;
  const { reminders } = group.settings;
  const rounds = dueRounds({
    from: now,
    now: now.add({ hours: AHEAD_HOURS }),
    reminders,
    calendar,
    rounds: ROUNDS_OF_MODE[reminders.mode],
  }).filter(({ dueAt }) => !isPausedOn(reminders, dateOf(dueAt)));
  const [next] = rounds;
  if (next === undefined) return words.paused;
  const times = rounds
    .filter(({ week }) => week === next.week)
    .map(({ dueAt, round }) => `${timeOf(dueAt)} ${words.round[round]}`);
  return words.rounds(describeDay(dateOf(next.dueAt)), times.join('、'));
}
