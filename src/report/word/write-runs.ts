import type { Run } from '../markdown/block.ts';
import type { ChangeMark, DraftMarks } from './create-draft-marks.ts';
import type { Links } from './create-links.ts';
import { escapeXml } from './escape-xml.ts';
import { FONT } from './page.ts';

/** What the text of a whole document is written with. */
export interface TextContext {
  readonly links: Links;
  /** Of a draft. */
  readonly marks?: DraftMarks | undefined;
}

/**
 * Without the hint Word takes the quotes, dashes and dots that Chinese shares with Western text (“ ” — …) from the
 * Latin font, half as wide.
 */
export const EAST_ASIAN = { hint: 'eastAsia' } as const;

const PLAIN_FONT = `<w:rFonts w:hint="${EAST_ASIAN.hint}"/>`;
const HEADING_FONT = {
  h1: `<w:rFonts w:eastAsia="${FONT.heading}" w:hint="${EAST_ASIAN.hint}"/>`,
  h2: `<w:rFonts w:eastAsia="${FONT.subheading}" w:hint="${EAST_ASIAN.hint}"/>`,
} as const;

/** Runs as XML, with the marks of a draft, where it is one. */
export function writeRuns(runs: readonly Run[], context: TextContext): string {
  let xml = '';
  for (const run of runs) {
    const written = writeRun(run, context);
    xml += context.marks?.enclose(run, written) ?? written;
  }
  return xml;
}

/** Text of the program's own, in the look of its paragraph. */
export function writePlainText(text: string): string {
  return writeText(text, PLAIN_FONT);
}

function writeRun(run: Run, { links, marks }: TextContext): string {
  const look = lookOf(run);
  if (run.link !== undefined) {
    const text = writeText(run.text, `<w:rStyle w:val="Hyperlink"/>${look}`);
    return `<w:hyperlink w:history="1" r:id="${links.add(run.link)}">${text}</w:hyperlink>`;
  }
  return marks === undefined || run.source === undefined
    ? writeText(run.text, look)
    : writeMarked(run, { look, marks });
}

/** What should be another mark stands struck out beside it, for the lead to take or to leave. */
function writeMarked(
  run: Run,
  { look, marks }: { readonly look: string; readonly marks: DraftMarks },
): string {
  return marks
    .cut(run)
    .map((piece) => {
      if ('text' in piece) return writeText(piece.text, look);
      const from = `<w:delText xml:space="preserve">${escapeXml(piece.from)}</w:delText>`;
      const to = `<w:t xml:space="preserve">${escapeXml(piece.to)}</w:t>`;
      return (
        `<w:del ${writeMark(marks.markChange())}><w:r><w:rPr>${look}</w:rPr>${from}</w:r></w:del>` +
        `<w:ins ${writeMark(marks.markChange())}><w:r><w:rPr>${look}</w:rPr>${to}</w:r></w:ins>`
      );
    })
    .join('');
}

function writeMark({ id, author, date }: ChangeMark): string {
  return `w:id="${id}" w:author="${author}" w:date="${date}"`;
}

/** A run's properties, in the order of ECMA-376, 17.3.2. */
function lookOf({ bold, heading }: Run): string {
  const font = heading === undefined ? PLAIN_FONT : HEADING_FONT[heading];
  return bold ? `${font}<w:b/><w:bCs/>` : font;
}

const BREAK = /[\n\t]/;

/** A line break in the text begins a new run, as Word's own break belongs to one. */
function writeText(text: string, look: string): string {
  if (!BREAK.test(text))
    return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  return text
    .split('\n')
    .map((line, index) => {
      const pieces = escapeXml(line).replaceAll('\t', '</w:t><w:tab/><w:t xml:space="preserve">');
      const lineBreak = index > 0 ? '<w:br/>' : '';
      return `<w:r><w:rPr>${look}</w:rPr>${lineBreak}<w:t xml:space="preserve">${pieces}</w:t></w:r>`;
    })
    .join('');
}
