import type { DraftAnnexesView } from '../draft-annexes.ts';
import type { RunOnParagraphView } from '../run-on-paragraphs.ts';

/** 经验交流发言: what a unit has to show others, without salutation or closing. */
export interface ExchangeTalkView {
  /** A slogan of verb and object. */
  readonly title: string;
  readonly unit: string;
  /** `近年来，…坚持以…为指导，…`. */
  readonly lead: string;
  readonly blocks: readonly ExchangeBlockView[];
  /** Stands in for the blocks of a month without items; else empty. */
  readonly nothing: string;
  readonly annexes: DraftAnnexesView;
}

export interface ExchangeBlockView {
  /** The paragraph's first sentence: two clauses of verb and object. */
  readonly heading: string;
  readonly paragraphs: readonly RunOnParagraphView[];
}
