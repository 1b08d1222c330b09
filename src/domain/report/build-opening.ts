import { HOW_ADOPTED, HOW_LAST_YEAR, type ReportContext } from './report-context.ts';
import { joinNames } from './write-sentence.ts';

/** The first paragraph: period, total, adopted, the same month a year before. */
export function buildLead(context: ReportContext): string {
  const { count, facts, gaps, month, self } = context;
  const totals = writeTotals(context, '引言');
  const before = gaps.figure(count.lastYear, {
    place: '引言',
    what: '上年同期报送条数及同比',
    how: HOW_LAST_YEAR,
  });
  const adoptedBefore = facts.lastYear?.adopted;
  const beforeAdopted = adoptedBefore === undefined ? '' : `、采用${adoptedBefore}条`;
  const change =
    count.lastYear === undefined ? `同比增减${before}条` : compare(count.submitted, count.lastYear);
  return (
    `${month.range}，${self}${totals}；` +
    `上年同期报送${before}条${beforeAdopted}，${change}。现将${self}${month.short}宣传工作情况汇报如下：`
  );
}

/**
 * The month's items and how many of them were taken: `各部门共报送宣传信息3条，被媒体采用1条`. What is adopted
 * may have been sent in earlier months, so it is no part of the total.
 */
export function writeTotals({ count, gaps }: ReportContext, place: string): string {
  const adopted = gaps.figure(count.adopted, { place, what: '采用条数', how: HOW_ADOPTED });
  return `各部门共报送宣传信息${count.submitted}条，被媒体采用${adopted}条`;
}

// In whole items: a percentage of a small or empty month says nothing.
function compare(now: number, before: number): string {
  if (now === before) return '同比持平';
  return now > before ? `同比增加${now - before}条` : `同比减少${before - now}条`;
}

/** 一、's opening: a place for the lead's framing, then the month in figures and what is held back from it. */
export function buildOverview(context: ReportContext): string[] {
  const { gaps, facts } = context;
  const { inReview, notPublic } = facts.heldBack;
  const held = [
    inReview > 0 ? `尚未审核通过信息${inReview}条` : '',
    notPublic > 0 ? `不宜公开或需报审信息${notPublic}条` : '',
  ].filter((text) => text !== '');
  const rest = held.length > 0 ? `另有${joinNames(held)}，未列入本报告。` : '';
  const leftOut = facts.items.filter((item) => item.leftOut).length;
  const chosen = leftOut > 0 ? `所报送信息经编辑择要，${leftOut}条未列入正文。` : '';
  return [
    `${gaps.slot('一、工作推进情况', '本月宣传工作的总体要求和主要成效')}。`,
    `${writeFigures(context)}${chosen}${rest}`,
  ];
}

/** Weeks and items of the month, in one sentence. */
export function writeFigures({ count, month, self }: ReportContext): string {
  return (
    `${month.long}，${self}${count.departments.length}个部门应报信息${count.owed}周次，` +
    `已报${count.answered}周次（其中零报告${count.nil}周次），免报${count.excused}周次，未报${count.missing}周次；` +
    `共报送宣传信息${count.submitted}条，其中补报${count.late}条、联合报送${count.joint}条。`
  );
}
