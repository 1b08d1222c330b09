import { cleanText } from '../../kernel/text/clean-text.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { ItemRecord } from '../item/item-record.ts';
import { writeInstant } from '../report/write-date.ts';
import type { Table } from './table.ts';

/** An item with what is stored beside it, in words. */
export interface ListedItem {
  readonly item: ItemRecord;
  /** `规划科、耕地科`. */
  readonly departments: string;
  readonly author: string;
  /** Outlets it was offered to. */
  readonly pitched: string;
  /** `青禾日报（2026-11-20，3版）`. */
  readonly adopted: string;
  readonly files: number;
}

/** Papers are Chinese, whatever the chat speaks. */
const words = texts('zh-CN');

const HEADER = [
  ...['编号', '短号', '报送部门', '报送人', '报送时间', '事件日期', '报送周次', '计入月份', '补报'],
  ...[
    '栏目',
    '标题',
    '内容',
    '专题',
    '拟投',
    '状态',
    '保密审查',
    '入稿',
    '投稿',
    '用稿',
    '附件数',
    '处理次数',
  ],
];

/** 信息明细: every item with all its fields. `left`: how many were left out, since not all may read them. */
export function writeItemTable(items: readonly ListedItem[], left: number): Table {
  const note = `另有不宜公开或需报审信息${left}条未列入。`;
  return { name: '信息明细', rows: [HEADER, ...items.map(writeItem), ...(left > 0 ? [[note]] : [])] };
}

function writeItem({ item, departments, author, pitched, adopted, files }: ListedItem) {
  return [
    item.number,
    item.serial,
    cleanText(departments),
    author,
    writeInstant(item.submittedAt),
    item.eventDate ?? '',
    item.week,
    item.month,
    item.late ? '是' : '',
    cleanText(item.section),
    cleanText(item.title),
    cleanText(item.body),
    cleanText(item.campaign ?? ''),
    cleanText(item.outlets ?? ''),
    words.states[item.state],
    words.secrecy[item.secrecy],
    item.leftOut ? '不入稿' : '',
    pitched,
    adopted,
    files,
    item.revision - 1,
  ];
}
