import { Document, DocumentGridType, Footer, PageNumber, Paragraph, type Table, TextRun } from 'docx';
import { type Block, type ParagraphBlock, plainText } from '../markdown/block.ts';
import { balanceTitle } from './balance-title.ts';
import type { DraftMarks } from './create-draft-marks.ts';
import { CHARACTER, LINE, PAGE, SMALL_CHARACTER } from './page.ts';
import { FOOTER_STYLE, STYLE, styles } from './styles.ts';
import { writeChart } from './write-chart.ts';
import { type Pictures, writeLostPicture, writePicture } from './write-picture.ts';
import { EAST_ASIAN, writeRuns } from './write-runs.ts';
import { writeTable } from './write-table.ts';

/** What the file says about itself. */
export interface DocumentProperties {
  readonly title: string;
  readonly author: string;
  /** Of a draft. */
  readonly marks?: DraftMarks;
  readonly pictures?: Pictures;
}

/** Blocks laid out as an official document: page, styles and footers by GB/T 9704-2012. */
export function writeDocument(
  blocks: readonly Block[],
  { title, author, ...content }: DocumentProperties,
): Document {
  return new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    styles,
    compatibility: { version: 15, balanceSingleByteDoubleByteWidth: true },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: PAGE, grid: { type: DocumentGridType.LINES, linePitch: LINE } },
        footers: { default: writeFooter(FOOTER_STYLE.odd), even: writeFooter(FOOTER_STYLE.even) },
        children: writeBlocks(blocks, content),
      },
    ],
  });
}

function writeFooter(style: string): Footer {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: EAST_ASIAN });
  return new Footer({ children: [new Paragraph({ style, children: [number] })] });
}

function writeBlocks(
  blocks: readonly Block[],
  { marks, pictures }: Pick<DocumentProperties, 'marks' | 'pictures'>,
): (Paragraph | Table)[] {
  let printed = 0;
  return blocks.flatMap((block, index) => {
    if (block.kind === 'table') return writeTable(block);
    if (block.kind === 'chart') return writeChart(block);
    if (block.kind === 'page-break') return new Paragraph({ style: STYLE.p, pageBreakBefore: true });
    if (block.kind !== 'picture') {
      return writeParagraph(block, { before: blocks[index - 1], after: blocks[index + 1], marks });
    }
    const picture = pictures?.get(block.blob);
    if (picture === undefined) return marks === undefined ? [] : writeLostPicture(block);
    printed += 1;
    return writePicture(block, picture, printed);
  });
}

interface Surroundings {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
  readonly marks: DraftMarks | undefined;
}

function writeParagraph(block: ParagraphBlock, { before, after, marks }: Surroundings): Paragraph {
  const { kind, runs } = block;
  const opens = before?.kind !== kind;
  return new Paragraph({
    style: STYLE[kind],
    children: writeRuns(runs, marks),
    pageBreakBefore: kind === 'annex' && opens,
    // A signature must not stand on a page of its own, nor part from its date.
    ...(STAYS_WITH_SIGNATURE.has(kind) && { keepNext: after?.kind === kind || after?.kind === 'sign' }),
    ...(kind === 'enclosures' && !opens && { indent: NEXT_ENCLOSURE }),
    ...(kind === 'note' && { indent: opens ? FIRST_NOTE : NEXT_NOTE }),
    ...(kind === 'title' && { indent: indentTitle(runs) }),
    ...(opens && SPACE_ABOVE[kind] !== undefined && { spacing: { before: SPACE_ABOVE[kind] } }),
  });
}

function indentTitle(runs: ParagraphBlock['runs']) {
  const indent = balanceTitle(plainText(runs));
  return { left: indent, right: indent };
}

const STAYS_WITH_SIGNATURE: ReadonlySet<Block['kind']> = new Set(['enclosures', 'sign']);

/** From the second line on the numbers stand under the first one, behind 附件：. */
const NEXT_ENCLOSURE = { left: 5 * CHARACTER, hanging: 0 };

/** 注： stands out to the left of the first note's number; further numbers stand under it. */
const NUMBER_OF_NOTE = 210;
const NOTE = 2 * SMALL_CHARACTER + NUMBER_OF_NOTE;
const FIRST_NOTE = { left: NOTE, hanging: NOTE };
const NEXT_NOTE = { left: NOTE, hanging: NUMBER_OF_NOTE };

/** Empty lines above the first paragraph of a kind. */
const SPACE_ABOVE: Readonly<Partial<Record<ParagraphBlock['kind'], number>>> = {
  enclosures: LINE,
  sign: 2 * LINE,
};
