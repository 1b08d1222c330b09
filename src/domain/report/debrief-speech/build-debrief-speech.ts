import { writeFigures } from '../build-opening.ts';
import { listDirections } from '../build-plans.ts';
import { asHeading } from '../chinese-number.ts';
import { HOW_LEAD } from '../create-gaps.ts';
import { buildDraftAnnexes } from '../draft-annexes.ts';
import type { MonthFacts } from '../facts.ts';
import { gatherBlocks, type ReportBlock } from '../gather-blocks.ts';
import { createReportContext, NOTHING, type ReportContext } from '../report-context.ts';
import type { ReportStage } from '../report-edition.ts';
import { type ToldItemView, tellItem } from '../tell-item.ts';
import { writeClause, writeClausePair, writeTopic } from '../write-heading.ts';
import type { DebriefBlockView, DebriefParagraphView, DebriefSpeechView } from './debrief-speech-view.ts';

/** Longest paragraph, in characters: such speeches run on for a page and more, and then need a breath. */
const LONGEST = 800;
const CLOSING = '结尾';

/** A month as a report-speech: salutation, blocks of running text under paired clauses, a closing that looks ahead. */
export function buildDebriefSpeech(facts: MonthFacts, stage: ReportStage = 'draft'): DebriefSpeechView {
  const context = createReportContext(facts, stage);
  const { unit, month, gaps } = context;
  const meeting = gaps.unknown({ place: '标题', what: '会议名称', how: HOW_LEAD });
  const audience = gaps.unknown({ place: '称谓', what: '主持或出席领导的职务', how: HOW_LEAD });
  const framing = gaps.slot('引言', '指导思想和总体要求');
  const gathered = gatherBlocks(context);
  const blocks = gathered.map((block, index) => buildBlock(context, block, index + 1));
  return {
    title: `在${meeting}会议上的汇报发言`,
    unit,
    salutation: `尊敬的${audience}，同志们：`,
    lead:
      `下面，我代表${unit}汇报${month.long}宣传工作。${framing}。` +
      `${writeFigures(context)}现将工作情况报告如下：`,
    blocks,
    nothing: blocks.length === 0 ? NOTHING : '',
    closing: writeClosing(context),
    annexes: buildDraftAnnexes(context, {
      blocks: gathered,
      places: gathered.map(({ name }, index) => `${asHeading(index + 1)}${writeClause(name)}`),
      stage,
    }),
  };
}

function buildBlock(context: ReportContext, block: ReportBlock, position: number): DebriefBlockView {
  const ordinal = asHeading(position);
  const heading = writeClausePair(context, block.name, `${ordinal}${writeClause(block.name)}`);
  const topic = writeTopic(context, block);
  return { ordinal, heading, topic, paragraphs: joinItems(topic, block.points.map(tellItem)) };
}

/** Items run together behind the topic, parted only between them. */
function joinItems(topic: string, items: readonly ToldItemView[]): DebriefParagraphView[] {
  const paragraphs: ToldItemView[][] = [[]];
  let length = topic.length;
  for (const item of items) {
    length += item.text.length;
    if (length <= LONGEST) paragraphs.at(-1)?.push(item);
    else {
      paragraphs.push([item]);
      length = item.text.length;
    }
  }
  return paragraphs.map((paragraph) => ({ items: paragraph }));
}

function writeClosing(context: ReportContext): string {
  const { gaps, unit } = context;
  const verdict = gaps.slot(CLOSING, '对本月宣传工作的总体评价');
  const ahead = [...listDirections(context), gaps.slot(CLOSING, '下一步其他重点工作')];
  return `总体上，${verdict}。下一步，${unit}将${ahead.join('，')}。`;
}
