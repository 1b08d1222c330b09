import { type Period, wordOf } from '../period/period.ts';
import { buildDepartmentTable } from '../report/build-department-table.ts';
import { buildAdoptionTable, buildNilTable, buildSecrecyTable } from '../report/build-lists.ts';
import type { TableFacts } from '../report/facts.ts';
import { createTableContext, type TableContext } from '../report/report-context.ts';
import type { DepartmentRowView } from '../report/report-view.ts';
import { SECRECY_TABLE } from '../secrecy/secrecy-facts.ts';
import type { Cell, Table } from './table.ts';

/* The annexes of a month report as sheets of their own: the same rows, from the same functions. */

/** What the sheets of a period are written from. */
export function createSheetContext(facts: TableFacts, period: Period): TableContext {
  return createTableContext(facts, { when: wordOf(period), paper: '本表', stage: 'draft' });
}

/** 统计表: annex 1. */
export function writeStatTable(context: TableContext): Table {
  const { rows, total, notes } = buildDepartmentTable(context, '1');
  return {
    name: '统计表',
    rows: [STAT_HEADER, ...[...rows, total].map(writeCounts), ...notes.map((note) => [note])],
  };
}

const STAT_HEADER = [
  ...['序号', '部门', '应报周数', '已报周数', '报送条数', '其中补报'],
  ...['零报告', '免报', '采用条数', '采用率', '上年同期'],
];

function writeCounts(row: DepartmentRowView): Cell[] {
  return [
    asFigure(row.serial),
    row.department,
    ...[row.owed, row.answered, row.submitted, row.late, row.nil, row.excused, row.adopted].map(asFigure),
    row.rate,
    asFigure(row.lastYear),
  ];
}

/** 用稿目录: annex 2, with the links written out. */
export function writeAdoptionTable(context: TableContext): Table {
  const { rows, note } = buildAdoptionTable(context, '2');
  const header = ['序号', '编号', '标题', '报送部门', '用稿媒体', '级别', '用稿日期', '链接'];
  const cells = rows.map((row) => [
    asFigure(row.serial),
    row.number,
    row.title,
    row.departments,
    row.outlet,
    row.level,
    row.date,
    row.link,
  ]);
  return { name: '用稿目录', rows: [header, ...cells, ...noteRows(note)] };
}

/** 零报告及免报: annex 3. */
export function writeNilTable(context: TableContext): Table {
  const { rows, note } = buildNilTable(context, '3');
  const cells = rows.map((row) => [asFigure(row.serial), row.department, row.week, row.kind, row.reason]);
  return {
    name: '零报告及免报',
    rows: [['序号', '部门', '周次', '类别', '说明'], ...cells, ...noteRows(note)],
  };
}

/** 保密审查汇总表: annex 4. */
export function writeSecrecyTable(context: TableContext): Table {
  const { rows, note } = buildSecrecyTable(context, '4');
  const header = ['序号', '编号', '标题', '报送部门', '栏目', '审查情况'];
  const cells = rows.map((row) => [
    asFigure(row.serial),
    row.number,
    row.title,
    row.departments,
    row.section,
    row.verdict,
  ]);
  return { name: SECRECY_TABLE, rows: [header, ...cells, ...noteRows(note)] };
}

/** A printed figure as a number; what is no figure (a placeholder, the empty serial of a sum) stays a text. */
function asFigure(text: string): Cell {
  return /^\d+$/.test(text) ? Number(text) : text;
}

function noteRows(note: string): Cell[][] {
  return note === '' ? [] : [[note]];
}
