/** A piece of text of one look. `\n` in it is a line break. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  /** A heading that runs on into its text, `***…***` and `*…*`: in the typeface of the first and second level. */
  readonly heading?: 'h1' | 'h2';
  /** An http(s) address. */
  readonly link?: string;
  /** The number of the item whose words these are. */
  readonly source?: string;
}

/** What a paragraph is, from the page's title to a line under the signature. */
export const LINE_KINDS = ['salutation', 'sign', 'annex', 'note', 'enclosures'] as const;
export type ParagraphKind = 'title' | 'h1' | 'h2' | 'h3' | 'p' | (typeof LINE_KINDS)[number];

export type Align = 'left' | 'center' | 'right';

export type Cell = readonly Run[];

export interface ParagraphBlock {
  readonly kind: ParagraphKind;
  readonly runs: readonly Run[];
}

export interface TableBlock {
  readonly kind: 'table';
  /** One for each column. */
  readonly aligns: readonly Align[];
  /** The first row is the header. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A picture with its caption. */
export interface PictureBlock {
  readonly kind: 'picture';
  /** SHA-256 of its bytes, as hex. */
  readonly blob: string;
  readonly caption: string;
}

/** Figures drawn as bars that lie, or as columns. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly shape: ChartShape;
  readonly title: string;
  /** What is counted. */
  readonly series: string;
  /** In the order they are drawn; undefined where the figure is not known. */
  readonly points: readonly { readonly label: string; readonly value: number | undefined }[];
}

export const CHART_SHAPES = ['bar', 'column'] as const;
export type ChartShape = (typeof CHART_SHAPES)[number];

export type Block = ParagraphBlock | TableBlock | PictureBlock | ChartBlock | { readonly kind: 'page-break' };

/** The text of some runs, without their looks. */
export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}
