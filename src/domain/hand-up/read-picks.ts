import { parseItemRef } from '../item/item-number.ts';

/** An item by its number (`#3`, or in full), or those whose short numbers lie between two: as many as there are. */
export type Pick = string | { readonly first: number; readonly last: number };

/** Which items are meant: all there are, or some. */
export type Picks = { readonly kind: 'all' } | { readonly kind: 'some'; readonly picks: readonly Pick[] };

const ALL: ReadonlySet<string> = new Set(['全部', '所有', 'all']);
/** `5-8`, `#5至#8`. */
const RANGE = /^[#＃]?\s*(\d{1,9})\s*(?:[-–—~～至到])\s*[#＃]?\s*(\d{1,9})$/u;
/** More is no choice any more, but `all`. */
const LONGEST_RANGE = 500;
/** In UTF-16 units. What is longer nobody typed. */
const LONGEST = 1000;

/**
 * Reads `全部`, `3、5-8`, `#3 #5` or full numbers, each once and in the order written; undefined for anything else, and
 * for nothing.
 */
export function readPicks(text: string): Picks | undefined {
  if (text.length > LONGEST) return undefined;
  // A range may be typed with blanks; between numbers a blank parts them.
  const joined = text
    .normalize('NFKC')
    .replace(/\s*([-–—~至到])\s*/gu, '$1')
    .replace(/(?<=\d)\s*[和及]\s*(?=[#\d])/gu, ' ');
  const words = joined.split(/[\s、,;]+/u).filter((word) => word !== '');
  if (words.length === 1 && ALL.has((words[0] ?? '').toLowerCase())) return { kind: 'all' };
  const picks = words.map(readWord);
  const read = picks.filter((pick) => pick !== undefined);
  if (read.length === 0 || read.length < picks.length) return undefined;
  return { kind: 'some', picks: [...new Set(read)] };
}

/** Undefined for what is neither a number nor a range of them. */
function readWord(word: string): Pick | undefined {
  const range = RANGE.exec(word);
  if (range === null) {
    const ref = parseItemRef(word);
    return ref === undefined ? undefined : ref.kind === 'serial' ? `#${ref.serial}` : ref.number;
  }
  const [first, last] = [Number(range[1]), Number(range[2])];
  return first < 1 || last < first || last - first >= LONGEST_RANGE ? undefined : { first, last };
}
