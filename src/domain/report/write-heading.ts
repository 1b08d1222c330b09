import type { ReportBlock } from './gather-blocks.ts';
import { CARRIED } from './group-items.ts';
import type { ReportContext } from './report-context.ts';

/** A block's name that the bureau has written out as a heading, `加强…，提升…`, is printed as it is everywhere. */
function isWrittenOut(name: string): boolean {
  return name.includes('，');
}

/** `理论学习方面`. */
export function nameAspect(name: string): string {
  return isWrittenOut(name) || name === CARRIED || name.endsWith('方面') ? name : `${name}方面`;
}

/** `抓好理论学习`: a verb and its object, without a full stop. */
export function writeClause(name: string): string {
  return isWrittenOut(name) ? name : `抓好${name.replace(/方面$/, '')}`;
}

/** Two parallel clauses ending in 。; the second one says what it was good for, which is the lead's to say. */
export function writeClausePair({ gaps }: ReportContext, name: string, place: string): string {
  return isWrittenOut(name) ? `${name}。` : `${writeClause(name)}，${gaps.slot(place, '对仗的短句')}。`;
}

/** Subject and predicate ending in 。: `理论学习…。`; the verdict is the lead's. */
export function writeVerdict({ gaps }: ReportContext, name: string, place: string): string {
  const subject = name.replace(/方面$/, '');
  return isWrittenOut(name) ? `${name}。` : `${subject}${gaps.slot(place, '成效')}。`;
}

/** What was sent in for a block, in figures: `本月共报送理论学习方面信息1条，报送部门为办公室。` */
export function writeTopic(context: ReportContext, { name, items, submitted }: ReportBlock): string {
  const chosen = items.length < submitted.length ? `，择要列入${items.length}条` : '';
  const rest = `信息${submitted.length}条${chosen}，报送部门为${context.namesOf(submitted)}。`;
  if (name === CARRIED) return `上月报告定稿后补报${rest}`;
  const subject = isWrittenOut(name) ? `“${name}”方面` : nameAspect(name);
  return `本月共报送${subject}${rest}`;
}
