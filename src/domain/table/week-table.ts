import type { PlainDate } from '../../kernel/clock.ts';
import { cleanText } from '../../kernel/text/clean-text.ts';
import { texts } from '../../kernel/text/texts.ts';
import { isHeldBack } from '../item/is-printable.ts';
import type { ItemRecord } from '../item/item-record.ts';
import { describeDay, describeWeek } from '../period/week.ts';
import type { DutyAnswer } from '../report/facts.ts';
import { writeInstant } from '../report/write-date.ts';
import type { Table } from './table.ts';

/** Papers are Chinese, whatever the chat speaks. */
const words = texts('zh-CN');

export type WeekItem = Pick<ItemRecord, 'serial' | 'title' | 'state' | 'secrecy'>;

/** How a department answered a week. */
export interface WeekRow {
  readonly department: string;
  /** Undefined for one that sends in of its own free will. */
  readonly answer: DutyAnswer | undefined;
  /** Items owed and sent. */
  readonly quota: number;
  readonly sent: number;
  readonly items: readonly WeekItem[];
  /** Why nothing was sent, or need not be. */
  readonly reason: string;
}

export interface WeekSheet {
  /** ISO week. */
  readonly week: string;
  /** Undefined when nobody owes it. */
  readonly dutyDay: PlainDate | undefined;
  readonly rows: readonly WeekRow[];
  /** Whether titles of what is held back stand in it: a group must not read them. */
  readonly internal: boolean;
  /** ISO-8601 UTC. */
  readonly cutOff: string;
}

/** 周报送情况表: every department in the bureau's order, with the titles of what it sent. */
export function writeWeekTable({ week, dutyDay, rows, internal, cutOff }: WeekSheet): Table {
  const header = ['序号', '部门', '报送情况', '应报条数', '已报条数', '信息标题', '说明'];
  const cells = rows.map((row, index) => [
    index + 1,
    cleanText(row.department),
    row.answer === undefined ? words.voluntary : words.answers[row.answer],
    row.quota,
    row.sent,
    row.items.map((item) => writeTitle(item, internal)).join('\n'),
    cleanText(row.reason),
  ]);
  const due = dutyDay === undefined ? '本周无需报送' : `报送日${describeDay(dutyDay)}`;
  return {
    name: '周报送情况表',
    rows: [header, ...cells, [`${describeWeek(week)}，${due}。统计数据截至${writeInstant(cutOff)}。`]],
  };
}

/** `#12 开展巡查`, with the state of one that does not count yet. */
function writeTitle({ serial, title, state, secrecy }: WeekItem, internal: boolean): string {
  if (isHeldBack({ secrecy })) {
    return internal ? `#${serial} ${cleanText(title)}（${words.secrecy[secrecy]}）` : `#${serial}（不公开）`;
  }
  return `#${serial} ${cleanText(title)}${state === 'approved' ? '' : `（${words.states[state]}）`}`;
}
