import { writeTotals } from '../build-opening.ts';
import { listDirections } from '../build-plans.ts';
import { asPoint, inBrackets } from '../chinese-number.ts';
import { buildDraftAnnexes } from '../draft-annexes.ts';
import type { MonthFacts } from '../facts.ts';
import { gatherBlocks } from '../gather-blocks.ts';
import { gatherPictures } from '../gather-pictures.ts';
import { createReportContext, NOTHING, type ReportContext } from '../report-context.ts';
import type { ReportStage } from '../report-edition.ts';
import { buildRunOnParagraphs } from '../run-on-paragraphs.ts';
import { writeClause } from '../write-heading.ts';
import type { WorkArticleView } from './work-article-view.ts';

const AHEAD = '二、今后努力方向';

/** A month as a news-style article: place and slogan, what was done, what is ahead; no problems, no signature. */
export function buildWorkArticle(facts: MonthFacts, stage: ReportStage = 'draft'): WorkArticleView {
  const context = createReportContext(facts, stage);
  const { unit, month, gaps } = context;
  const slogan = gaps.slot('标题', '两个三字短语');
  const framing = gaps.slot('引言', '指导思想和总体要求');
  const lead = `${month.long}，${unit}${framing}，${writeTotals(context, '引言')}。`;
  const gathered = gatherBlocks(context);
  const pictures = gatherPictures(context, gathered);
  const blocks = gathered.map((block, index) => ({
    ordinal: inBrackets(index + 1),
    heading: `${writeClause(block.name)}。`,
    paragraphs: buildRunOnParagraphs(block).map(({ points }) => ({
      points,
      pictures: points.flatMap(({ number }) => pictures.get(number) ?? []),
    })),
  }));
  return {
    title: `${nameplace(unit)}：${slogan}，做好${month.short}宣传工作`,
    unit,
    lead,
    blocks,
    nothing: blocks.length === 0 ? NOTHING : '',
    directions: buildDirections(context),
    annexes: buildDraftAnnexes(context, {
      blocks: gathered,
      places: gathered.map(({ name }, index) => `${inBrackets(index + 1)}${writeClause(name)}`),
      stage,
    }),
  };
}

/** The place a bureau belongs to, `青禾县自然资源局` → `青禾`, as headlines name it; else the unit itself. */
function nameplace(unit: string): string {
  return /^(.{2,}?)[省市县区旗州盟](?=.*局$)/u.exec(unit)?.[1] ?? unit;
}

function buildDirections(context: ReportContext): WorkArticleView['directions'] {
  const known = listDirections(context).map((clause) => `${clause}。`);
  const texts = [...known, `${context.gaps.slot(AHEAD, '其他努力方向')}。`];
  return texts.map((text, index) => ({ ordinal: asPoint(index + 1), text }));
}
