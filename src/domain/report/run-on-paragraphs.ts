import { type ReportBlock, runOn } from './gather-blocks.ts';
import { leadOf } from './lead-of.ts';

/** A block's points in one paragraph, or each in one of its own where that would be too long. */
export interface RunOnParagraphView {
  readonly points: readonly RunOnPointView[];
}

export interface RunOnPointView {
  /** The item's number, to trace it by. */
  readonly number: string;
  /** `一是` and the title as a sentence; the only point of a block is not counted. */
  readonly lead: string;
  readonly text: string;
}

/** Longest block in one paragraph, in characters: half a page. */
const LONGEST = 320;

export function buildRunOnParagraphs(block: ReportBlock): RunOnParagraphView[] {
  const written = block.points.map((point, index) => ({
    number: point.number,
    lead: leadOf(block, index),
    text: runOn(point),
  }));
  const length = written.reduce((sum, { lead, text }) => sum + lead.length + text.length, 0);
  return length > LONGEST ? written.map((point) => ({ points: [point] })) : [{ points: written }];
}
