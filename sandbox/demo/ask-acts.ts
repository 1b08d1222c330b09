import type { Act, Say } from './act.ts';
import { ADMIN, BYSTANDER, CHIEF, LEAD, postOf } from './cast.ts';
import type { PlannedWeek } from './plan-weeks.ts';
import { TALK } from './talk.ts';

type Spoken = Omit<Say, 'kind' | 'on'>;

/** Questions, slips and small talk of a month, laid over its weeks. */
export function askActs(weeks: readonly PlannedWeek[]): readonly Act[] {
  return weeks.flatMap((week, index) => [...talkActs(week, index), ...weekActs(week, index, weeks.length)]);
}

function talkActs({ days }: PlannedWeek, index: number): Act[] {
  return TALK.filter((_, each) => each % 4 === index % 4).flatMap((line, each) => {
    const on = days.at(each - 1);
    return on === undefined
      ? []
      : [{ kind: 'say', on, time: each === 0 ? '08:47' : '14:26', ...line } satisfies Act];
  });
}

function weekActs({ days, dutyDay }: PlannedWeek, index: number, count: number): Act[] {
  const on = (day: (typeof days)[number] | undefined, lines: readonly Spoken[]): Act[] =>
    day === undefined ? [] : lines.map((line) => ({ kind: 'say', on: day, ...line }));
  if (index === 0) return [...on(days[0], FIRST_DAY), ...on(days.at(-1), SLIPS)];
  if (index === 1) return on(dutyDay, LOOKS);
  if (index === count - 1) return on(days.at(-1), LAST_DAY);
  return index === 2 ? on(dutyDay, PREVIEW) : [];
}

const FIRST_DAY: readonly Spoken[] = [
  { time: '08:59', who: ADMIN, text: '/部门 列表', answer: /规划科　?.*林晓禾/ },
  { time: '09:00', who: postOf('规划科').correspondent, text: '帮助', privately: true, answer: /\/报送/ },
];

const SLIPS: readonly Spoken[] = [
  {
    time: '14:02',
    who: postOf('执法大队').correspondent,
    text: '/报宋 巡查情况｜见附件',
    answer: /是不是想用 \/报送/,
  },
  { time: '14:03', who: postOf('测绘科').correspondent, text: '/报送', answer: /标题/ },
  { time: '14:05', who: BYSTANDER, text: '/报送 食堂改造完成｜新增座位40个。', answer: /还没有绑定部门/ },
];

const LOOKS: readonly Spoken[] = [
  { time: '09:12', who: BYSTANDER, text: '/进度', answer: /未报.*\d+ 个部门/ },
  { time: '16:35', who: LEAD, text: '/进度', answer: /已报　\d+ 个部门：.*规划科/ },
];

const PREVIEW: readonly Spoken[] = [{ time: '09:55', who: LEAD, text: '/催报 预览', answer: /催报预览/ }];

const LAST_DAY: readonly Spoken[] = [
  { time: '16:50', who: CHIEF, text: '进度 本月', privately: true, answer: /信息.*\d+ 条/ },
];
