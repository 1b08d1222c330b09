import { ExternalHyperlink, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Run } from '../markdown/block.ts';
import type { DraftMarks } from './create-draft-marks.ts';
import { FONT } from './page.ts';

/**
 * Without the hint Word takes the quotes, dashes and dots that Chinese shares with Western text (“ ” — …) from the
 * Latin font, half as wide.
 */
export const EAST_ASIAN = { hint: 'eastAsia' } as const;

const HEADING_FONT = { h1: FONT.heading, h2: FONT.subheading } as const;

/** With the marks of a draft, where it is one. */
export function writeRuns(runs: readonly Run[], marks?: DraftMarks): ParagraphChild[] {
  return runs.flatMap((run) => marks?.enclose(run, writeRun(run)) ?? writeRun(run));
}

function writeRun(run: Run): ParagraphChild[] {
  return run.link === undefined
    ? writeText(run, {})
    : [new ExternalHyperlink({ link: run.link, children: writeText(run, { style: 'Hyperlink' }) })];
}

/** A line break in the text begins a new run, as Word's own break belongs to one. */
function writeText(run: Run, look: { readonly style?: string }): TextRun[] {
  return run.text.split('\n').map(
    (line, index) =>
      new TextRun({
        ...look,
        ...(run.bold && { bold: true }),
        ...(index > 0 && { break: 1 }),
        font: run.heading ? { ...EAST_ASIAN, eastAsia: HEADING_FONT[run.heading] } : EAST_ASIAN,
        children: line.split('\t').flatMap((part, at) => (at > 0 ? [new Tab(), part] : [part])),
      }),
  );
}
