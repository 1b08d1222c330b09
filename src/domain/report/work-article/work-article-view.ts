import type { DraftAnnexesView } from '../draft-annexes.ts';
import type { PictureView } from '../gather-pictures.ts';
import type { RunOnParagraphView } from '../run-on-paragraphs.ts';

/** 工作动态: a month told as news. */
export interface WorkArticleView {
  /** `青禾：…，做好10月宣传工作`. */
  readonly title: string;
  readonly unit: string;
  readonly lead: string;
  readonly blocks: readonly ArticleBlockView[];
  /** Stands in for the blocks of a month without items; else empty. */
  readonly nothing: string;
  readonly directions: readonly { readonly ordinal: string; readonly text: string }[];
  readonly annexes: DraftAnnexesView;
}

export interface ArticleBlockView {
  /** `（一）`. */
  readonly ordinal: string;
  /** Stands on one line with the first point. */
  readonly heading: string;
  readonly paragraphs: readonly ArticleParagraphView[];
}

export interface ArticleParagraphView extends RunOnParagraphView {
  /** Those of its items; they come after it. */
  readonly pictures: readonly PictureView[];
}
