import { CommentRangeEnd, CommentRangeStart, CommentReference, type ParagraphChild, TextRun } from 'docx';
import type { Block, Run } from '../markdown/block.ts';
import type { Comment } from './add-comments.ts';
import { findSources } from './find-sources.ts';
import { COMMENT_STYLE } from './styles.ts';

/** What a draft shows whoever works on it, and the final version does not. */
export interface DraftMarks {
  /** In the order of the document, numbered from 0. */
  readonly comments: readonly Comment[];
  /** What is written of a run, with the ends of a comment where its item's words begin or end. */
  enclose(run: Run, written: ParagraphChild[]): ParagraphChild[];
}

/** `notes`: by an item's number, what is to be said beside its words. */
export function createDraftMarks(blocks: readonly Block[], notes: ReadonlyMap<string, string>): DraftMarks {
  const spans = findSources(blocks).filter(({ source }) => notes.has(source));
  const opens = new Map(spans.map(({ first }, id) => [first, id]));
  const closes = new Map(spans.map(({ last }, id) => [last, id]));
  return {
    comments: spans.map(({ source }) => ({ text: notes.get(source) ?? '' })),
    enclose(run, written) {
      const opened = opens.get(run);
      const closed = closes.get(run);
      return [
        ...(opened === undefined ? [] : [new CommentRangeStart(opened)]),
        ...written,
        ...(closed === undefined ? [] : closeComment(closed)),
      ];
    },
  };
}

function closeComment(id: number): ParagraphChild[] {
  return [
    new CommentRangeEnd(id),
    new TextRun({ style: COMMENT_STYLE.mark, children: [new CommentReference(id)] }),
  ];
}
