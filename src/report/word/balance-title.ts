import { measureText } from './measure-text.ts';
import { SIZE, TEXT_WIDTH, TIGHTENED } from './page.ts';

/** A character of the title, twips. */
const CHARACTER = SIZE.title * 10 + TIGHTENED;
const FITS = TEXT_WIDTH / CHARACTER;

/** Where a title may part without tearing a word: after the month, the quarter, the year, the unit, or a punctuation mark. */
const PARTING = /[月年度局，：、]/;

/**
 * Indent, left and right, in twips, that makes a two-line title break where its words allow and its first line be the
 * longer (GB/T 9704-2012, 7.3.1). An indent and not a line break, so that the title stays one piece of text. 0 for a
 * title of one line, or of more than two.
 */
export function balanceTitle(title: string): number {
  const whole = measureText(title);
  if (whole <= FITS || whole > 2 * FITS - 1) return 0;
  const characters = [...title];
  const lengths = characters
    .map((character, index) => ({ character, length: measureText(characters.slice(0, index + 1).join('')) }))
    .filter(({ length }) => length <= FITS - 0.5 && length >= whole / 2);
  const chosen = lengths.findLast(({ character }) => PARTING.test(character)) ?? lengths[0];
  if (!chosen) return 0;
  // Half a character more than the line needs: room for fonts' differences, too little for the next character.
  return Math.floor((TEXT_WIDTH - (chosen.length + 0.5) * CHARACTER) / 2);
}
