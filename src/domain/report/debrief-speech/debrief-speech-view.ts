import type { DraftAnnexesView } from '../draft-annexes.ts';
import type { ToldItemView } from '../tell-item.ts';

/** 汇报发言: a month reported to those above, to be read out. */
export interface DebriefSpeechView {
  readonly title: string;
  readonly unit: string;
  /** `尊敬的××，同志们：`. */
  readonly salutation: string;
  /** Ends `现将工作情况报告如下：`. */
  readonly lead: string;
  readonly blocks: readonly DebriefBlockView[];
  /** Stands in for the blocks of a month without items; else empty. */
  readonly nothing: string;
  /** `总体上，…下一步，…`. */
  readonly closing: string;
  readonly annexes: DraftAnnexesView;
}

export interface DebriefBlockView {
  /** `一、`. */
  readonly ordinal: string;
  /** Two parallel clauses ending in 。; stands on one line with the text. */
  readonly heading: string;
  /** What the block holds, in figures; the first paragraph begins with it. */
  readonly topic: string;
  /** Running text without points; more than one where it would be too long. The first may be the topic alone. */
  readonly paragraphs: readonly DebriefParagraphView[];
}

export interface DebriefParagraphView {
  readonly items: readonly ToldItemView[];
}
