import { parseItemRef } from '../item/item-number.ts';

/** Which items are meant: all there are, or some, each by its short number. */
export type Picks = { readonly kind: 'all' } | { readonly kind: 'some'; readonly refs: readonly string[] };

const ALL: ReadonlySet<string> = new Set(['全部', '所有', 'all']);
/** `5-8`, `#5至#8`. */
const RANGE = /^[#＃]?\s*(\d{1,9})\s*(?:[-–—~～至到])\s*[#＃]?\s*(\d{1,9})$/u;
/** More is no choice any more, but `all`. */
const LONGEST_RANGE = 500;

/**
 * Reads `全部`, `3、5-8`, `#3 #5` or full numbers, each once and in the order written; undefined for anything else, and
 * for nothing.
 */
export function readPicks(text: string): Picks | undefined {
  // A range may be typed with blanks; between numbers a blank parts them.
  const joined = text
    .normalize('NFKC')
    .replace(/\s*([-–—~至到])\s*/gu, '$1')
    .replace(/(?<=\d)\s*[和及]\s*(?=[#\d])/gu, ' ');
  const words = joined.split(/[\s、,;]+/u).filter((word) => word !== '');
  if (words.length === 1 && ALL.has((words[0] ?? '').toLowerCase())) return { kind: 'all' };
  const refs = words.map(readWord);
  if (refs.length === 0 || refs.some((some) => some.length === 0)) return undefined;
  return { kind: 'some', refs: [...new Set(refs.flat())] };
}

/** Empty for what is neither a number nor a range of them. */
function readWord(word: string): readonly string[] {
  const range = RANGE.exec(word);
  if (range === null) {
    const ref = parseItemRef(word);
    return ref === undefined ? [] : [ref.kind === 'serial' ? `#${ref.serial}` : ref.number];
  }
  const [first, last] = [Number(range[1]), Number(range[2])];
  if (first < 1 || last < first || last - first >= LONGEST_RANGE) return [];
  return Array.from({ length: last - first + 1 }, (_, nth) => `#${first + nth}`);
}
