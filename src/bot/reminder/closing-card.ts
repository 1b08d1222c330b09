import type { Card } from '../../domain/message/card.ts';
import { describeDay } from '../../domain/period/week.ts';
import { OPEN_END } from '../../domain/reminder/reminder-mode.ts';
import type { DutyAnswer } from '../../domain/report/facts.ts';
import { parseDay } from '../../kernel/clock.ts';
import { texts, type Words } from '../../kernel/text/texts.ts';
import type { WorkContext } from '../context.ts';
import { type MissingDepartment, readReminder } from './plan-reminder.ts';

interface ClosingWords {
  readonly week: (week: number, owed: number) => string;
  readonly count: (answer: string, count: number) => string;
  readonly missing: (line: string, names: string) => string;
  readonly person: (department: string, people: string) => string;
  readonly sheet: string;
  readonly paused: (week: number, until: string | undefined) => string;
}

const words: Words<ClosingWords> = {
  'zh-CN': {
    week: (week, owed) => `第${week}周应报 ${owed}`,
    count: (answer, count) => `${answer} ${count}`,
    missing: (line, names) => `${line}${names === '' ? '' : `：${names}`}。`,
    person: (department, people) => `${department}（${people}）`,
    sheet: '周报送情况表',
    paused: (week, until) =>
      `第${week}周：提醒已暂停${until === undefined ? '' : `，${until}起恢复`}。要马上恢复，请发送 /催报 恢复。`,
  },
  en: {
    week: (week, owed) => `Week ${week}: owed ${owed}`,
    count: (answer, count) => `${answer} ${count}`,
    missing: (line, names) => `${line}${names === '' ? '' : `: ${names}`}.`,
    person: (department, people) => `${department} (${people})`,
    sheet: 'Sheet of the week',
    paused: (week, until) =>
      `Week ${week}: reminders are paused${until === undefined ? '' : ` until ${until}`}. Send /remind resume to begin again now.`,
  },
};

/** Who is still missing stands last, with names. */
const ORDER: readonly DutyAnswer[] = ['submitted', 'nil', 'excused', 'late', 'missing'];

/** How a week came out: `第47周应报 9`, `已报 7、…、未报 1：规划科（张三）。`, with a button for its sheet. */
export async function closingCard(ctx: WorkContext, week: string): Promise<Card> {
  const { duty, missing } = await readReminder(ctx, week);
  const { answers: labels, list } = texts(ctx.locale);
  const { week: head, count, missing: tail, sheet } = words[ctx.locale];
  const counts = ORDER.map((answer) =>
    count(labels[answer], duty.answers.filter((entry) => entry.answer === answer).length),
  );
  const data = { group: ctx.group.id, week };
  return {
    tone: missing.length > 0 ? 'warning' : 'success',
    title: head(numberOf(week), duty.answers.length),
    blocks: [
      { kind: 'text', text: tail(list(counts), list(missing.map((entry) => describeMissing(ctx, entry)))) },
      { kind: 'buttons', buttons: [{ label: sheet, action: 'export.week', data }] },
    ],
  };
}

/** That nobody was reminded in a week, and how to have it again. */
export function pausedLine({ locale, group }: WorkContext, week: string): string {
  const { pausedUntil } = group.settings.reminders;
  const isOpen = pausedUntil === undefined || pausedUntil === OPEN_END;
  return words[locale].paused(numberOf(week), isOpen ? undefined : describeDay(parseDay(pausedUntil)));
}

function describeMissing({ locale }: WorkContext, { name, people }: MissingDepartment): string {
  const main = people.filter((person) => person.isMain);
  const named = (main.length > 0 ? main : people).map((person) => person.name);
  if (named.length === 0) return name + texts(locale).reminder.nobody;
  return words[locale].person(name, texts(locale).list(named));
}

/** `2026-W47` → 47. */
function numberOf(week: string): number {
  return Number(week.slice(-2));
}
