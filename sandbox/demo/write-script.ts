import type { PlainDate } from '../../src/kernel/clock.ts';
import { type Act, inOrder, type Say, type Tick } from './act.ts';
import { askActs } from './ask-acts.ts';
import { LEAD, POSTS, postOf } from './cast.ts';
import { type PlannedMonth, type PlannedWeek, planWeeks } from './plan-weeks.ts';
import { setUpActs } from './set-up-acts.ts';
import { AFTER_THE_MONTH } from './stories/special-stories.ts';
import { itemText, typeStory } from './story.ts';
import { doubledActs, leadInActs, storyActs } from './story-acts.ts';

export interface Script {
  /** The moment everything begins: the bot is not yet in the group. */
  readonly start: PlainDate;
  /** In the order of time. */
  readonly acts: readonly Act[];
}

/** Times of every working day at which something may fall due. */
const TICKS = ['08:40', '10:00', '15:30', '18:30'] as const;

/**
 * The scripted month of an invented bureau, `YYYY-MM`, from the Monday of the week in which it begins to the first
 * working day after it. `isWorkday` is the bureau's calendar; nobody talks on other days.
 */
export function writeScript(month: string, isWorkday: (date: PlainDate) => boolean): Script {
  const plan = planWeeks(month, isWorkday);
  const { weeks } = plan;
  const own = weeks.filter(({ days }) => days.length > 0);
  const leadIn = weeks.filter(({ days }) => days.length === 0).flatMap(({ before }) => before);
  const news = storyActs(own);
  const opening = [...setUpActs(firstDay(plan)), ...leadInActs(leadIn)];
  const said = [...opening, ...news, ...doubledActs(news), ...askActs(own)];
  const ticks = weeks.flatMap((week) => ticksOf(week, said));
  return { start: plan.start, acts: inOrder([...ticks, ...said, ...closingActs(plan, month)]) };
}

function firstDay({ weeks, start }: PlannedMonth): PlainDate {
  const [first] = weeks;
  return first?.before[0] ?? first?.days[0] ?? start;
}

function ticksOf(week: PlannedWeek, said: readonly Act[]): Tick[] {
  return [...week.before, ...week.days].flatMap((on) =>
    TICKS.map((time): Tick => {
      const kind = time === '10:00' ? 'group' : time === '15:30' ? 'private' : undefined;
      if (kind === undefined || week.dutyDay?.equals(on) !== true) return { kind: 'tick', on, time };
      return { kind: 'tick', on, time, round: { kind, missing: missingAt(week.monday, { on, time }, said) } };
    }),
  );
}

/** The departments that have sent nothing for the week when the round begins. */
function missingAt(
  monday: PlainDate,
  { on, time }: Pick<Tick, 'on' | 'time'>,
  said: readonly Act[],
): string[] {
  const answered = said.filter(
    (act): act is Say =>
      act.kind === 'say' &&
      act.on.since(monday).days >= 0 &&
      `${act.on.toString()} ${act.time}` < `${on.toString()} ${time}`,
  );
  return POSTS.map(({ department }) => department).filter((department) =>
    answered.every(({ answersFor }) => answersFor !== department),
  );
}

/** The lead compiles, something else comes in, and the second version tells what is new. */
function closingActs({ after, weeks }: PlannedMonth, month: string): readonly Act[] {
  const day = weeks.at(-1)?.days.at(-1) ?? after;
  const isWeekAgo = weeks.at(-1)?.dutyDay !== undefined;
  const command = isWeekAgo ? '/补报 上周 ' : '/报送 ';
  const text = typeStory(AFTER_THE_MONTH, day, { command, isDated: true });
  const who = postOf(AFTER_THE_MONTH.department).correspondent;
  const item = { ...itemText(AFTER_THE_MONTH, day), inReport: true };
  const say = (time: string, line: Omit<Say, 'kind' | 'on' | 'time'>): Say => ({
    kind: 'say',
    on: after,
    time,
    ...line,
  });
  return [
    { kind: 'tick', on: after, time: '08:40' },
    say('08:52', { who: LEAD, text: '/汇总', answer: /工作报告 第 1 版/ }),
    say('09:10', { who, text, answer: /已收到 #\d+/, item }),
    say('09:26', { who: LEAD, text: `/汇总 ${month}`, answer: /工作报告 第 2 版[\s\S]*新增/ }),
    say('09:40', { who: '何振邦', text: '已看，数据清楚，按程序报送。' }),
  ];
}
