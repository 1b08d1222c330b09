import { writeTotals } from '../build-opening.ts';
import { buildDraftAnnexes } from '../draft-annexes.ts';
import type { MonthFacts } from '../facts.ts';
import { gatherBlocks, type ReportBlock } from '../gather-blocks.ts';
import { createReportContext, NOTHING, type ReportContext } from '../report-context.ts';
import type { ReportStage } from '../report-edition.ts';
import { buildRunOnParagraphs } from '../run-on-paragraphs.ts';
import { writeClause, writeClausePair } from '../write-heading.ts';
import type { ExchangeTalkView } from './exchange-talk-view.ts';

/** A title has this many characters, a talk this many blocks. */
const TITLE = { least: 11, most: 19 };
const MOST_BLOCKS = 5;

/** A month as a talk on one's own experience: a slogan, a lead, blocks without numbers. */
export function buildExchangeTalk(facts: MonthFacts, stage: ReportStage = 'draft'): ExchangeTalkView {
  const context = createReportContext(facts, stage);
  const { unit, month, gaps } = context;
  const gathered = gatherBlocks(context);
  const title = writeTitle(context, gathered);
  const guided = gaps.slot('引言', '指导思想');
  const ways = gaps.slot('引言', '主要做法');
  const lead = `近年来，${unit}坚持以${guided}为指导，${ways}。${month.long}，${writeTotals(context, '引言')}。`;
  const blocks = gathered.map((block) => ({
    heading: writeClausePair(context, block.name, writeClause(block.name)),
    paragraphs: buildRunOnParagraphs(block),
  }));
  noteTooMany(context, blocks.length);
  return {
    title,
    unit,
    lead,
    blocks,
    nothing: blocks.length === 0 ? NOTHING : '',
    annexes: buildDraftAnnexes(context, {
      blocks: gathered,
      places: gathered.map(({ name }) => writeClause(name)),
      stage,
    }),
  };
}

/** Of the two blocks with most to tell, where that gives a title of the right length; it is the lead's to settle. */
function writeTitle({ gaps }: ReportContext, gathered: readonly ReportBlock[]): string {
  const [first, second] = [...gathered].sort((a, b) => b.items.length - a.items.length);
  const slogan = first && second ? `${writeClause(first.name)}推进${plain(second.name)}` : '';
  const what = `标题（${TITLE.least}至${TITLE.most}字的动宾短语）`;
  if (slogan.includes('，') || slogan.length < TITLE.least || slogan.length > TITLE.most) {
    return gaps.slot('标题', what);
  }
  gaps.note({ place: '标题', what, how: '现标题由栏目名拟成，请宣传负责人核定' });
  return slogan;
}

function plain(name: string): string {
  return name.replace(/方面$/, '');
}

function noteTooMany({ gaps }: ReportContext, count: number): void {
  if (count <= MOST_BLOCKS) return;
  gaps.note({
    place: '正文',
    what: `经验交流发言以三至五段为宜，现有${count}段`,
    how: '管理员发送“/设置 版块”把相近栏目合为一段',
  });
}
