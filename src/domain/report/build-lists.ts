import { cleanText } from '../../kernel/text/clean-text.ts';
import { LEVEL_NAMES } from '../outlet/outlet.ts';
import { describeWeek } from '../period/week.ts';
import type { ReportAdoption, WeekNote } from './facts.ts';
import { HOW_ADOPTED, HOW_LEVEL, type ReportContext, type TableContext } from './report-context.ts';
import type { AdoptionTableView, NilTableView, SecrecyTableView, ToFillView } from './report-view.ts';
import { writeDate } from './write-date.ts';

/** 用稿目录: a row for each time an outlet took an item. */
export function buildAdoptionTable(context: TableContext, serial: string): AdoptionTableView {
  const { facts, gaps, namesOf, when } = context;
  const place = `附件${serial}`;
  if (facts.adoptions === undefined) {
    gaps.note({ place, what: `${when}用稿情况`, how: HOW_ADOPTED });
    return { serial, rows: [], note: `${when}用稿情况尚未登记。` };
  }
  const levelOf = ({ level, outlet }: ReportAdoption) =>
    level ? LEVEL_NAMES[level] : gaps.unknown({ place, what: `${cleanText(outlet)}的级别`, how: HOW_LEVEL });
  const rows = facts.adoptions.map((adoption) => ({
    number: adoption.number,
    title: cleanText(adoption.title),
    departments: namesOf([adoption]),
    outlet: cleanText(adoption.place === '' ? adoption.outlet : `${adoption.outlet}（${adoption.place}）`),
    level: levelOf(adoption),
    date: writeDate(adoption.date),
    link: webAddress(adoption.link),
  }));
  return { serial, rows: numberRows(rows), note: rows.length === 0 ? `${when}没有登记用稿。` : '' };
}

/** Only http and https may become a link; anything else is left out. */
function webAddress(link: string | undefined): string {
  if (link === undefined || !URL.canParse(link)) return '';
  const { protocol, href } = new URL(link);
  return protocol === 'http:' || protocol === 'https:' ? href : '';
}

/** 零报告及免报情况: by department, then week; the same weeks the statistics count. */
export function buildNilTable({ facts, gaps, when }: TableContext, serial: string): NilTableView {
  const place = `附件${serial}`;
  const nils = reasonsOf(facts.nils);
  const excuses = reasonsOf(facts.excuses ?? []);
  const unknown = { place, what: '免报原因', how: '由宣传负责人补写' };
  const rows = facts.departments.flatMap(({ id, name, weeks }) =>
    weeks
      .filter(({ answer }) => answer === 'nil' || answer === 'excused')
      .map(({ week, answer }) => ({
        week: describeWeek(week),
        department: cleanText(name),
        kind: answer === 'nil' ? '零报告' : '免报',
        reason: answer === 'nil' ? nils(id, week) || '未说明' : excuses(id, week) || gaps.unknown(unknown),
      })),
  );
  return { serial, rows: numberRows(rows), note: rows.length === 0 ? `${when}没有零报告和免报。` : '' };
}

function reasonsOf(notes: readonly WeekNote[]): (departmentId: string, week: string) => string | undefined {
  const reasons = new Map(
    notes.map(({ departmentId, week, reason }) => [`${departmentId} ${week}`, cleanText(reason)]),
  );
  return (departmentId, week) => reasons.get(`${departmentId} ${week}`);
}

/** 保密审查汇总表: what is printed, and in figures alone what is held back. */
export function buildSecrecyTable(context: TableContext, serial: string): SecrecyTableView {
  const { facts, namesOf, when, paper } = context;
  const { inReview, notPublic } = facts.heldBack;
  const printed = facts.items.filter(({ leftOut }) => !leftOut);
  const rows = printed.map((item) => ({
    number: item.number,
    title: cleanText(item.title),
    departments: namesOf([item]),
    section: cleanText(item.section),
    verdict: item.cleared ? '可公开' : '未作保密审查',
  }));
  const unjudged = printed.filter((item) => !item.cleared).length;
  const leftOut = facts.items.length - printed.length;
  const chosen = leftOut > 0 ? `，经编辑择要未列入正文${leftOut}条` : '';
  const listed =
    unjudged === 0
      ? `${when}经保密审查可公开${rows.length}条${chosen === '' ? '，全部' : '，已'}列入${paper}`
      : `${paper}列入${rows.length}条，其中经保密审查可公开${rows.length - unjudged}条、未作保密审查${unjudged}条`;
  const note = `${listed}${chosen}；尚未审核通过${inReview}条、不宜公开或需报审${notPublic}条，未列入${paper}。`;
  return { serial, rows: numberRows(rows), note };
}

/** 待补清单. To be built last: it lists what the other parts left open. */
export function buildToFill({ gaps }: Pick<ReportContext, 'gaps'>, serial: string): ToFillView {
  return { serial, rows: numberRows(gaps.list()) };
}

/** Rows of a table, counted from 1. */
export function numberRows<T extends object>(rows: readonly T[]): (T & { readonly serial: string })[] {
  return rows.map((row, index) => ({ ...row, serial: String(index + 1) }));
}
