import {
  DeletedTextRun,
  ExternalHyperlink,
  InsertedTextRun,
  type IRunOptions,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import type { Run } from '../markdown/block.ts';
import type { DraftMarks } from './create-draft-marks.ts';
import { FONT } from './page.ts';

/**
 * Without the hint Word takes the quotes, dashes and dots that Chinese shares with Western text (“ ” — …) from the
 * Latin font, half as wide.
 */
export const EAST_ASIAN = { hint: 'eastAsia' } as const;

const HEADING_FONT = { h1: FONT.heading, h2: FONT.subheading } as const;

type Look = Pick<IRunOptions, 'bold' | 'font' | 'style'>;

/** With the marks of a draft, where it is one. */
export function writeRuns(runs: readonly Run[], marks?: DraftMarks): ParagraphChild[] {
  return runs.flatMap((run) => marks?.enclose(run, writeMarked(run, marks)) ?? writeRun(run));
}

function writeRun(run: Run): ParagraphChild[] {
  const look = lookOf(run);
  return run.link === undefined
    ? writeText(run.text, look)
    : [
        new ExternalHyperlink({
          link: run.link,
          children: writeText(run.text, { ...look, style: 'Hyperlink' }),
        }),
      ];
}

/** What should be another mark stands struck out beside it, for the lead to take or to leave. */
function writeMarked(run: Run, marks: DraftMarks): ParagraphChild[] {
  const look = lookOf(run);
  if (run.source === undefined) return writeRun(run);
  return marks
    .cut(run)
    .flatMap((piece): ParagraphChild[] =>
      'text' in piece
        ? writeText(piece.text, look)
        : [
            new DeletedTextRun({ ...look, ...marks.markChange(), text: piece.from }),
            new InsertedTextRun({ ...look, ...marks.markChange(), text: piece.to }),
          ],
    );
}

function lookOf({ bold, heading }: Run): Look {
  return {
    ...(bold && { bold: true }),
    font: heading ? { ...EAST_ASIAN, eastAsia: HEADING_FONT[heading] } : EAST_ASIAN,
  };
}

/** A line break in the text begins a new run, as Word's own break belongs to one. */
function writeText(text: string, look: Look): TextRun[] {
  return text.split('\n').map(
    (line, index) =>
      new TextRun({
        ...look,
        ...(index > 0 && { break: 1 }),
        children: line.split('\t').flatMap((part, at) => (at > 0 ? [new Tab(), part] : [part])),
      }),
  );
}
