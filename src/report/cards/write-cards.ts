import type { Card, CardBlock } from '../../domain/message/card.ts';
import { type Block, plainText } from '../markdown/block.ts';
import { type Piece, splitBlock } from './split-block.ts';

/** What one card takes with room to spare: the platform's bounds are 30 KB, twice written as JSON, and 200 elements. */
const MOST_BYTES = 22_000;
const MOST_PIECES = 60;

/**
 * The blocks of a document as cards to be read one after the other, whole: a new card begins at a heading where that can
 * be, and what is too long for one goes on in the next. At least one card.
 */
export function writeCards(blocks: readonly Block[], title: string): readonly [Card, ...Card[]] {
  const body = blocks.filter((block, index) => index > 0 || !isTitle(block, title));
  const [first = [], ...rest] = fillPages(gatherSections(body.flatMap(splitBlock)));
  const count = rest.length + 1;
  const card = (page: readonly Piece[], index: number): Card => ({
    tone: 'neutral',
    title: count > 1 ? `${title}（${index + 1}/${count}）` : title,
    blocks: page.map(({ block }): CardBlock => block),
  });
  return [card(first, 0), ...rest.map((page, index) => card(page, index + 1))];
}

function isTitle(block: Block, title: string): boolean {
  return block.kind === 'title' && plainText(block.runs) === title;
}

/** Headings with what stands under them. */
function gatherSections(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const sections: Piece[][] = [];
  pieces.forEach((piece, index) => {
    const opens = piece.block.kind === 'heading' && pieces[index - 1]?.block.kind !== 'heading';
    const last = sections.at(-1);
    if (opens || last === undefined) sections.push([piece]);
    else last.push(piece);
  });
  return sections;
}

function fillPages(sections: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] {
  const pages: Piece[][] = [];
  const place = (pieces: readonly Piece[]) => {
    const last = pages.at(-1);
    if (last !== undefined && fits([...last, ...pieces])) last.push(...pieces);
    else pages.push([...pieces]);
  };
  for (const section of sections) {
    if (fits(section)) {
      place(section);
      continue;
    }
    // Too long for any card: it begins on one of its own, so that no heading ends a card.
    pages.push([]);
    for (const piece of section) place([piece]);
  }
  return pages;
}

function fits(pieces: readonly Piece[]): boolean {
  return pieces.length <= MOST_PIECES && pieces.reduce((sum, { bytes }) => sum + bytes, 0) <= MOST_BYTES;
}
