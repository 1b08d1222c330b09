import { type Department, departmentName } from '../../domain/department/department.ts';
import { describeWeekday, dutyDay, weekOf } from '../../domain/period/week.ts';
import { nextRound } from '../../domain/reminder/plan-rounds.ts';
import { isPausedOn, ROUNDS_OF_MODE } from '../../domain/reminder/reminder-mode.ts';
import type { DepartmentFinding, RoundRecord } from '../../domain/reminder/round-record.ts';
import { dateOf, fromStamp, type Instant, timeOf } from '../../kernel/clock.ts';
import { type Locale, texts, type Words } from '../../kernel/text/texts.ts';
import type { WorkContext } from '../context.ts';
import { findAnswers } from './find-answers.ts';
import { readReminder } from './plan-reminder.ts';

interface ExplainWords {
  readonly line: (department: string, why: string) => string;
  readonly where: Readonly<Record<RoundRecord['kind'], string>>;
  readonly named: (when: string, where: string) => string;
  readonly gone: (people: string) => string;
  readonly since: (why: string, answer: string) => string;
  readonly answered: (answer: string, by: readonly string[]) => string;
  readonly voluntary: string;
  readonly paused: string;
  readonly missed: string;
  readonly notDelivered: string;
  readonly notOwed: string;
  readonly notEnabled: string;
  readonly notYet: (when: string, where: string) => string;
  readonly notNamed: string;
}

const words: Words<ExplainWords> = {
  'zh-CN': {
    line: (department, why) => `${department}：${why}。`,
    where: { group: '群内', private: '私信', manual: '负责人催报' },
    named: (when, where) => `已点名（${when} ${where}）`,
    gone: (people) => `，${people}已离群，只写了姓名`,
    since: (why, answer) => `${why}，之后${answer}`,
    answered: (answer, by) => (by.length === 0 ? answer : `${answer}（${by.join('，')}）`),
    voluntary: '自愿报送，不点名',
    paused: '没有点名，提醒暂停',
    missed: '没有点名，机器人停机，提醒没有发出',
    notDelivered: '没有点名，提醒没能在工作时间内送出',
    notOwed: '本周无需报送',
    notEnabled: '没有点名，本群未启用提醒',
    notYet: (when, where) => `目前未报，尚未到提醒时间（${when} ${where}）`,
    notNamed: '目前未报，本周没有发过提醒',
  },
  en: {
    line: (department, why) => `${department}: ${why}.`,
    where: { group: 'in the group', private: 'in private', manual: 'asked for by the lead' },
    named: (when, where) => `named (${when}, ${where})`,
    gone: (people) => `; ${people} had left and could not be called`,
    since: (why, answer) => `${why}; since then ${answer}`,
    answered: (answer, by) => (by.length === 0 ? answer : `${answer} (${by.join(', ')})`),
    voluntary: 'sends in of its own free will and is not named',
    paused: 'not named, reminders were paused',
    missed: 'not named, the bot was down and the reminder was missed',
    notDelivered: 'not named, the reminder could not be delivered within working hours',
    notOwed: 'owes nothing this week',
    notEnabled: 'not named, reminders are not switched on in this group',
    notYet: (when, where) => `missing so far; the reminder is yet to come (${when}, ${where})`,
    notNamed: 'missing so far; no reminder has gone out this week',
  },
};

/**
 * Why a department was named for a week or was not, on one line: by what the rounds noted when they ran, and, where none
 * has run yet, by how things stand. What has been sent in since a naming is added.
 */
export async function explainRound(ctx: WorkContext, department: Department, week: string): Promise<string> {
  const said = words[ctx.locale];
  const rounds = (await ctx.repos.rounds.ofWeek(ctx.group.id, week)).filter(
    ({ outcome }) => outcome !== 'replaced',
  );
  const current = findAnswers(await readReminder(ctx, week)).find(isAbout);
  const naming = rounds.find(
    ({ outcome, findings }) => outcome === 'sent' && isMissing(findings.find(isAbout)),
  );
  const latest = naming ?? rounds[0];
  const why = latest === undefined ? explainNow(ctx, current, week) : await explainThen(latest);
  return said.line(departmentName(department, ctx.today), why);

  function isAbout({ departmentId }: DepartmentFinding): boolean {
    return departmentId === department.id;
  }

  async function explainThen(round: RoundRecord): Promise<string> {
    const found = round.findings.find(isAbout);
    if (found === undefined) return said.notOwed;
    if (!isMissing(found)) return describeFinding(found, ctx.locale);
    const head = await describeRound(ctx, round, found);
    return current === undefined || isMissing(current)
      ? head
      : said.since(head, describeFinding(current, ctx.locale));
  }
}

function isMissing(finding: DepartmentFinding | undefined): boolean {
  return finding?.answer === 'missing';
}

/** What became of a round for a department that it found missing. */
async function describeRound(
  ctx: WorkContext,
  round: RoundRecord,
  found: DepartmentFinding,
): Promise<string> {
  const said = words[ctx.locale];
  if (round.outcome === 'paused') return said.paused;
  if (round.outcome !== 'sent') return said.missed;
  const draft = round.card && (await ctx.repos.outbox.find(round.card.key));
  if (draft?.state === 'dropped' || draft?.state === 'dead') return said.notDelivered;
  const { gone = [] } = found;
  const tail = gone.length > 0 ? said.gone(texts(ctx.locale).list(gone)) : '';
  return said.named(describeMoment(fromStamp(round.at)), said.where[round.kind]) + tail;
}

/** Before any round of the week. */
function explainNow(ctx: WorkContext, current: DepartmentFinding | undefined, week: string): string {
  const said = words[ctx.locale];
  const day = dutyDay(week, ctx.calendar);
  if (day === undefined || current === undefined) return said.notOwed;
  if (!isMissing(current)) return describeFinding(current, ctx.locale);
  if (ctx.group.enabledAt === undefined) return said.notEnabled;
  const { reminders } = ctx.group.settings;
  if (isPausedOn(reminders, day)) return said.paused;
  const { now, calendar } = ctx;
  const next = nextRound({ now, calendar, reminders, rounds: ROUNDS_OF_MODE[reminders.mode] });
  if (next === undefined || next.week !== week || week !== weekOf(ctx.today)) return said.notNamed;
  return said.notYet(describeMoment(next.dueAt), said.where[next.round]);
}

/** `已报（#12，周三 14:05）`. */
function describeFinding({ answer, serial, at }: DepartmentFinding, locale: Locale): string {
  if (answer === 'voluntary') return words[locale].voluntary;
  const { answers } = texts(locale);
  const by = [
    ...(serial === undefined ? [] : [`#${serial}`]),
    ...(at === undefined ? [] : [describeMoment(fromStamp(at))]),
  ];
  return words[locale].answered(answers[answer], by);
}

function describeMoment(moment: Instant): string {
  return `${describeWeekday(dateOf(moment))} ${timeOf(moment)}`;
}
