import { type Block, type ParagraphBlock, type PictureBlock, plainText } from '../markdown/block.ts';
import { balanceTitle } from './balance-title.ts';
import { CHARACTER, LINE, SMALL_CHARACTER } from './page.ts';
import { PICTURE_STYLE, STYLE } from './styles.ts';
import { writeParagraph } from './write-paragraph.ts';
import { type TextContext, writePlainText, writeRuns } from './write-runs.ts';
import { writeTable } from './write-table.ts';

/** A drawing as XML, with the caption that stands below it. */
export interface Drawn {
  readonly xml: string;
  readonly caption?: string | undefined;
}

interface BodyContext extends TextContext {
  readonly drawn: ReadonlyMap<Block, Drawn>;
}

/**
 * The content of a document, a piece at a time. It is written by hand: of the library's some ten objects for each
 * paragraph and cell, a large month has a million.
 */
export function* writeBody(blocks: readonly Block[], context: BodyContext): Generator<string> {
  for (const [index, block] of blocks.entries()) {
    switch (block.kind) {
      case 'table':
        yield* writeTable(block, context);
        break;
      case 'page-break':
        yield writeParagraph({ style: STYLE.p, pageBreakBefore: true }, '');
        break;
      case 'chart':
        yield context.drawn.get(block)?.xml ?? '';
        break;
      case 'picture':
        yield writePicture(block, context);
        break;
      default:
        yield writeText(block, { before: blocks[index - 1], after: blocks[index + 1], context });
    }
  }
}

/** In place of one whose bytes are broken or gone, whoever works on the draft is told. */
function writePicture(block: PictureBlock, { drawn, marks }: BodyContext): string {
  const { xml, caption = '' } = drawn.get(block) ?? {};
  if (xml !== undefined) {
    return `${xml}${writeParagraph({ style: PICTURE_STYLE.caption }, writePlainText(caption))}`;
  }
  if (marks === undefined) return '';
  const lost = `【“${block.caption}”的图片未能印出：文件已损坏，请报送部门重新发送。】`;
  return writeParagraph({ style: STYLE.p }, writePlainText(lost));
}

interface Surroundings {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
  readonly context: TextContext;
}

function writeText(block: ParagraphBlock, { before, after, context }: Surroundings): string {
  const { kind, runs } = block;
  const opens = before?.kind !== kind;
  const space = opens ? SPACE_ABOVE[kind] : undefined;
  const indent = indentOf(block, opens);
  const look = {
    style: STYLE[kind],
    pageBreakBefore: kind === 'annex' && opens,
    // A signature must not stand on a page of its own, nor part from its date.
    ...(STAYS_WITH_SIGNATURE.has(kind) && { keepNext: after?.kind === kind || after?.kind === 'sign' }),
    ...(space !== undefined && { space }),
    ...(indent !== undefined && { indent }),
  };
  return writeParagraph(look, writeRuns(runs, context));
}

function indentOf({ kind, runs }: ParagraphBlock, opens: boolean) {
  if (kind === 'enclosures') return opens ? undefined : NEXT_ENCLOSURE;
  if (kind === 'note') return opens ? FIRST_NOTE : NEXT_NOTE;
  if (kind !== 'title') return undefined;
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
