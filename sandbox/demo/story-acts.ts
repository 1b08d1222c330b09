import type { PlainDate } from '../../src/kernel/clock.ts';
import type { Act, Say } from './act.ts';
import { POSTS, postOf } from './cast.ts';
import { createDiary, type Diary } from './diary.ts';
import type { PlannedWeek } from './plan-weeks.ts';
import { STORIES } from './stories/all-stories.ts';
import { BEFORE_THE_MONTH, LATE } from './stories/special-stories.ts';
import { itemText, type Slot, type Story, typeStory } from './story.ts';

/**
 * The month's news and nil reports: each department's stories spread over the weeks, the weeks in which it has none
 * moving on from one department to the next.
 */
export function storyActs(weeks: readonly PlannedWeek[]): readonly Act[] {
  const time = createDiary();
  return POSTS.flatMap(({ department }, index) => {
    const stories = STORIES[index] ?? [];
    const told = stories.map((story, nth) => ({
      story,
      week: weekOf({ nth, index, stories, weeks: weeks.length }),
    }));
    const acts = told.flatMap(({ story, week }) => tell(story, weeks[week], time));
    const free = weeks.map((_, week) => week).filter((week) => told.every((each) => each.week !== week));
    return [...acts, ...free.flatMap((week, nth) => keepStill({ department, week, nth, weeks, time }))];
  });
}

/** What comes in before the month begins, in a week all of which lies before it. */
export function leadInActs(days: readonly PlainDate[]): readonly Act[] {
  const time = createDiary();
  const week = { days, before: [] };
  const told = BEFORE_THE_MONTH.flatMap((story) =>
    tell(story, week, time).map((act): Say => ({ ...act, ...withoutReport(act) })),
  );
  const nil = (department: string, slot: Slot, reason: string) =>
    sayNil({ department, slot, reason, days, time });
  return [
    ...told,
    ...nil('耕地科', 'morning', ''),
    ...nil('人事科', 'morning', '本周集中整理档案'),
    ...nil('矿产科', 'evening', ''),
  ];
}

function withoutReport({ item }: Say): Pick<Say, 'item'> {
  return item === undefined ? {} : { item: { ...item, inReport: false } };
}

/** A deputy sends what the department has sent already, is told so, and recalls it. */
export function doubledActs(told: readonly Act[]): readonly Act[] {
  const { department, deputy } = POSTS.find((post) => post.deputy !== undefined) ?? {};
  const first = told.find(
    (act): act is Say & Required<Pick<Say, 'item'>> =>
      act.kind === 'say' && act.item !== undefined && act.answersFor === department,
  );
  if (first === undefined || deputy === undefined) return [];
  const { on, time, item } = first;
  const title = `${item.title}（一）`;
  return [
    {
      kind: 'say',
      on,
      time: `${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}`,
      who: deputy,
      text: `/报送 ${title}\n${item.body}`,
      answer: /与 #\d+《.+》相似/,
      recalledAfter: 3,
      item: { title, body: item.body, inReport: false },
    },
  ];
}

interface Turn {
  readonly nth: number;
  /** The department's place in the list. */
  readonly index: number;
  readonly stories: readonly Story[];
  readonly weeks: number;
}

/** A department with few stories leaves a week free. */
function weekOf({ nth, index, stories, weeks }: Turn): number {
  const busy = stories.length < 4 ? weeks - 1 : weeks;
  return (Math.floor((nth * busy) / stories.length) + index) % weeks;
}

function tell(story: Story, week: Pick<PlannedWeek, 'days'> | undefined, time: Diary): Say[] {
  const on = week && dayOf(story.slot, week.days);
  if (on === undefined) return [];
  const day = eventDay(story, on);
  const overdue = story.slot === 'overdue' && week !== undefined && 'dutyDay' in week;
  return [
    {
      kind: 'say',
      on,
      time: time(on, story.slot),
      who: postOf(story.department).correspondent,
      text: typeStory(story, day),
      privately: story.form === 'private',
      answer: overdue ? /已收到 #\d+（补报）/ : /已收到 #\d+/,
      answersFor: story.department,
      item: { ...itemText(story, day), inReport: true },
      ...(story.twice ? { twice: true } : {}),
    },
  ];
}

/** An event stays in the month it is told in. */
function eventDay({ daysAgo = 0 }: Story, on: PlainDate): PlainDate {
  return on.subtract({ days: Math.min(daysAgo, on.day - 1) });
}

function dayOf(slot: Slot, days: readonly PlainDate[]): PlainDate | undefined {
  if (slot === 'early') return days[0];
  return slot === 'middle' ? days[Math.floor(days.length / 2)] : days.at(-1);
}

interface FreeWeek {
  readonly department: string;
  readonly week: number;
  readonly nth: number;
  readonly weeks: readonly PlannedWeek[];
  readonly time: Diary;
}

/** The nil report of a week without news. */
const NIL = { slot: 'noon', reason: '本周配合上级检查，无可公开信息' } as const;

/** A week without news: most say so; two departments forget, and one of them makes up for it the week after. */
function keepStill({ department, week, nth, weeks, time }: FreeWeek): Act[] {
  const days = weeks[week]?.days ?? [];
  if (nth === 0 && department === '人事科') return [];
  if (nth > 0 || department !== LATE.department) return sayNil({ department, ...NIL, days, time });
  const on = weeks[week + 1]?.days[0];
  const day = days.at(-1);
  if (on === undefined || day === undefined) return [];
  const text = typeStory(LATE, day, { command: '/补报 上周 ', isDated: true });
  const who = postOf(department).correspondent;
  const item = { ...itemText(LATE, day), inReport: true };
  return [{ kind: 'say', on, time: time(on, 'early'), who, text, answer: /已收到 #\d+（补报）/, item }];
}

interface Nil {
  readonly department: string;
  readonly slot: Slot;
  readonly reason: string;
  readonly days: readonly PlainDate[];
  readonly time: Diary;
}

function sayNil({ department, slot, reason, days, time }: Nil): Say[] {
  const on = days.at(-1);
  if (on === undefined) return [];
  const privately = slot === 'evening';
  const text = `${privately ? '' : '/'}本周无 ${reason}`.trim();
  const who = postOf(department).correspondent;
  const answersFor = department;
  return [
    {
      kind: 'say',
      on,
      time: time(on, slot),
      who,
      text,
      privately,
      answer: new RegExp(`零报告.*${reason}`),
      answersFor,
    },
  ];
}
