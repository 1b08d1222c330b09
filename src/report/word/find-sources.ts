import type { Block, Run } from '../markdown/block.ts';

/** Where the words of one item stand without anything in between: one comment. */
export interface SourceSpan {
  /** The item's number. */
  readonly source: string;
  readonly first: Run;
  readonly last: Run;
}

/** The spans of a document in its order; the paragraphs of one item make one span. */
export function findSources(blocks: readonly Block[]): readonly SourceSpan[] {
  const runs = blocks.flatMap((block) => ('runs' in block ? block.runs : []));
  const spans: SourceSpan[] = [];
  runs.forEach((run, at) => {
    if (run.source === undefined) return;
    const before = runs[at - 1]?.source === run.source ? spans.pop() : undefined;
    spans.push({ source: run.source, first: before?.first ?? run, last: run });
  });
  return spans;
}
