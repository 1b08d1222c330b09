import { suggestPunctuation } from '../../domain/punctuation/suggest-punctuation.ts';
import { cutText, type TextPiece } from '../../domain/punctuation/text-edit.ts';
import type { SourceNotes } from '../../domain/report/describe-sources.ts';
import type { Block, Run } from '../markdown/block.ts';
import type { Comment } from './add-comments.ts';
import { findSources } from './find-sources.ts';
import { MARKED_BY, writeMarkDate } from './mark-author.ts';
import { COMMENT_STYLE } from './styles.ts';

/** Who suggests a change, when, and under which number. */
export interface ChangeMark {
  readonly id: number;
  readonly author: string;
  readonly date: string;
}

/** What a draft shows whoever works on it, and the final version does not. */
export interface DraftMarks {
  /** In the order of the document, numbered from 0. */
  readonly comments: readonly Comment[];
  /** A run as XML, with the ends of a comment where its item's words begin or end. */
  enclose(run: Run, written: string): string;
  /** A run's text, cut where its punctuation should be another. Nothing is suggested in the program's own words. */
  cut(run: Run): readonly TextPiece[];
  /** To be asked once for each change, in the order of the document. */
  markChange(): ChangeMark;
}

/** Far above what anybody reads through; with thousands Word itself becomes slow. */
const MOST_COMMENTS = 2000;

/**
 * `notes`: by an item's number, what is to be said beside its words; in a month of more than 2,000 items nothing is.
 * `instant`: when, ISO-8601 UTC.
 */
export function createDraftMarks(blocks: readonly Block[], notes: SourceNotes, instant: string): DraftMarks {
  const found = findSources(blocks).filter(({ source }) => notes.has(source));
  const spans = found.length > MOST_COMMENTS ? [] : found;
  const opens = new Map(spans.map(({ first }, id) => [first, id]));
  const closes = new Map(spans.map(({ last }, id) => [last, id]));
  const date = writeMarkDate(instant);
  let marks = spans.length;
  return {
    comments: spans.map(({ source }) => ({ text: notes.get(source) ?? '' })),
    enclose(run, written) {
      const opened = opens.get(run);
      const closed = closes.get(run);
      const start = opened === undefined ? '' : `<w:commentRangeStart w:id="${opened}"/>`;
      return `${start}${written}${closed === undefined ? '' : closeComment(closed)}`;
    },
    cut: ({ text, source }) => (source === undefined ? [{ text }] : cutText(text, suggestPunctuation(text))),
    markChange() {
      marks += 1;
      return { id: marks - 1, author: MARKED_BY, date };
    },
  };
}

function closeComment(id: number): string {
  const mark = `<w:rPr><w:rStyle w:val="${COMMENT_STYLE.mark}"/></w:rPr><w:commentReference w:id="${id}"/>`;
  return `<w:commentRangeEnd w:id="${id}"/><w:r>${mark}</w:r>`;
}
