import { beginsHan, hasHan } from './chinese-context.ts';
import { isFixed, type Span } from './find-fixed-spans.ts';

/** Brackets or quotes that belong together, by their places in a line. */
export interface Pair {
  readonly open: number;
  readonly close: number;
  /** Whether they are full-width whatever stands before them. */
  readonly isChinese: boolean;
}

/** The half-width brackets and straight quotes of a line that have a partner. */
export function findPairs(line: string, fixed: readonly Span[]): readonly Pair[] {
  return [...pairBrackets(line, fixed), ...pairQuotes(line, '"', fixed), ...pairQuotes(line, "'", fixed)];
}

/** Of a pair with one full-width bracket the other becomes one, too. */
function pairBrackets(line: string, fixed: readonly Span[]): Pair[] {
  const hanBefore = countHan(line);
  const open: number[] = [];
  const pairs: Pair[] = [];
  for (const { 0: bracket, index } of line.matchAll(/[()（）]/g)) {
    if (isFixed(fixed, index)) continue;
    if (bracket === '(' || bracket === '（') {
      open.push(index);
      continue;
    }
    const partner = open.pop();
    if (partner === undefined) continue;
    const isChinese = line[partner] === '（' || bracket === '）' || hanBefore(index) > hanBefore(partner);
    pairs.push({ open: partner, close: index, isChinese });
  }
  return pairs;
}

/** How many Chinese characters stand before a place. Counted once: brackets may be nested without end. */
function countHan(line: string): (at: number) => number {
  const places = [...line.matchAll(/\p{Script=Han}/gu)].map(({ index }) => index);
  const counts = new Uint32Array(line.length + 1);
  for (const place of places) counts[place + 1] = 1;
  for (let at = 1; at < counts.length; at += 1) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
  return (at) => counts[at] ?? 0;
}

/** One of a kind too many, or one right behind a figure (inches, feet) where a word should begin: none is a pair. */
function pairQuotes(line: string, quote: string, fixed: readonly Span[]): Pair[] {
  const isWordPart = (at: number) => /[A-Za-z0-9]/.test(line[at] ?? '');
  const isApostrophe = (at: number) => quote === "'" && isWordPart(at - 1) && isWordPart(at + 1);
  const places = [...line.matchAll(new RegExp(quote, 'g'))]
    .map(({ index }) => index)
    .filter((at) => !isFixed(fixed, at) && !isApostrophe(at));
  const opening = places.filter((_, index) => index % 2 === 0);
  if (places.length % 2 === 1 || opening.some((at) => isWordPart(at - 1))) return [];
  return opening.map((open, index) => {
    const close = places[2 * index + 1] ?? open;
    const isChinese = hasHan(line.slice(open + 1, close)) || beginsHan(line.slice(close + 1));
    return { open, close, isChinese };
  });
}
