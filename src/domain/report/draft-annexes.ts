import { cleanText } from '../../kernel/text/clean-text.ts';
import { buildToFill, numberRows } from './build-lists.ts';
import type { ReportBlock } from './gather-blocks.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportStage } from './report-edition.ts';
import type { ToFillView } from './report-view.ts';

/** 来稿对照表: which items a paragraph is made from, so that every sentence can be traced. */
export interface SourceTableView {
  readonly serial: string;
  readonly rows: readonly {
    readonly serial: string;
    /** Ordinal or heading under which the text stands. */
    readonly place: string;
    readonly number: string;
    readonly title: string;
    readonly departments: string;
  }[];
}

/** What the draft of an article or a speech carries for whoever finishes it; a final version has neither. */
export interface DraftAnnexesView {
  readonly sources: SourceTableView;
  readonly toFill: ToFillView;
}

/** To be built last: it lists what the other parts left open. `places`: one for each block. */
export function buildDraftAnnexes(
  context: ReportContext,
  {
    blocks,
    places,
    stage,
  }: { blocks: readonly ReportBlock[]; places: readonly string[]; stage: ReportStage },
): DraftAnnexesView {
  if (stage === 'final') return { sources: { serial: '1', rows: [] }, toFill: { serial: '2', rows: [] } };
  const rows = blocks.flatMap(({ items }, index) =>
    items.map((item) => ({
      place: places[index] ?? '',
      number: item.number,
      title: cleanText(item.title),
      departments: context.namesOf([item]),
    })),
  );
  const serial = rows.length > 0 ? '2' : '1';
  return { sources: { serial: '1', rows: numberRows(rows) }, toFill: buildToFill(context, serial) };
}
