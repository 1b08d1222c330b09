import { beginsHan, endsChinese, hasHan } from './chinese-context.ts';
import { findFixedSpans, isFixed } from './find-fixed-spans.ts';
import { findPairs } from './find-pairs.ts';
import type { TextEdit } from './text-edit.ts';

/** Half-width marks that may have to be full-width, the longer first. */
const MARKS = /\.{3,}|(?<!-)-{2,3}(?!-)|[,.:;?!()"']/g;
/** Without one of these there is none; most texts have none. */
const PART_OF_MARK = /[-,.:;?!()"']/;

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
};

/** How far back a mark's surroundings are looked at, in UTF-16 units: long lines must not take long. */
const LOOK_BACK = 16;

/** Opening and closing. */
const PAIRED: Readonly<Record<string, readonly [string, string]>> = {
  '(': ['（', '）'],
  ')': ['（', '）'],
  '"': ['“', '”'],
  "'": ['‘', '’'],
};

/**
 * Half-width punctuation in Chinese text that should be full-width (GB/T 15834-2011), in the order of the text. Nothing
 * within addresses, figures (`1,000`, `10:30`, `3.5`) and Latin phrases, no `1.` or `一.` that counts. A space that made
 * up for the half width goes with its mark. With the edits made there are none any more.
 */
export function suggestPunctuation(text: string): readonly TextEdit[] {
  if (!PART_OF_MARK.test(text)) return [];
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const edits = suggestInLine(line).map((edit) => ({ ...edit, at: start + edit.at }));
    start += line.length + 1;
    return edits;
  });
}

function suggestInLine(line: string): TextEdit[] {
  if (!hasHan(line)) return [];
  const fixed = findFixedSpans(line);
  const turn = createPairTurner(line, findPairs(line, fixed));
  const edits: TextEdit[] = [];
  /** The last of the line up to here as it will read: a mark that has become full-width decides on the next. */
  let before = '';
  let end = 0;
  for (const { 0: mark, index } of line.matchAll(MARKS)) {
    if (isFixed(fixed, index)) continue;
    before = lastOf(before, line.slice(end, index));
    const after = line.slice(index + mark.length);
    const to = mark in PAIRED ? turn(index, before) : turnMark(mark, { before, after });
    const space = to !== undefined && mark in FULL ? (/^ +(?=\S)/.exec(after)?.[0] ?? '') : '';
    if (to !== undefined) edits.push({ at: index, from: `${mark}${space}`, to });
    before = lastOf(before, to ?? mark);
    end = index + mark.length + space.length;
  }
  return edits;
}

function lastOf(before: string, more: string): string {
  return `${before}${more.slice(-LOOK_BACK)}`.slice(-LOOK_BACK);
}

/** Decides on a pair where it opens, and remembers it for where it closes. */
function createPairTurner(line: string, pairs: ReturnType<typeof findPairs>) {
  const opening = new Map(pairs.map((pair) => [pair.open, pair]));
  const closing = new Set<number>();
  for (const { open, close } of pairs) if (line[open] === '（') closing.add(close);
  return (at: number, before: string): string | undefined => {
    const [open, close] = PAIRED[line[at] ?? ''] ?? [];
    if (closing.has(at)) return close;
    const pair = opening.get(at);
    if (pair === undefined || !(pair.isChinese || endsChinese(before))) return undefined;
    closing.add(pair.close);
    return open;
  };
}

interface Context {
  readonly before: string;
  readonly after: string;
}

function turnMark(mark: string, context: Context): string | undefined {
  const { before, after } = context;
  if (mark === '.') return isFullStop(context) ? FULL[mark] : undefined;
  const follows = endsChinese(before);
  if (mark === '?' || mark === '!') return follows ? FULL[mark] : undefined;
  if (!follows && !beginsHan(after.trimStart())) return undefined;
  if (mark.startsWith('.')) return '……';
  if (mark.startsWith('-')) return '——';
  return isWithinWord(mark, context) ? undefined : FULL[mark];
}

/** `1,000`, `10:30`, `C:\图件`. */
function isWithinWord(mark: string, { before, after }: Context): boolean {
  return (/\d$/.test(before) && /^\d/.test(after)) || (mark === ':' && /^[/\\]/.test(after));
}

/** A dot behind Chinese at the end of a sentence; behind 一 it counts, before letters and figures it is a name's. */
function isFullStop({ before, after }: Context): boolean {
  if (!/[\p{Script=Han}）”’》】」』]$/u.test(before)) return false;
  if (/(?:^|[\s。；：！？])[一二三四五六七八九十]+$/u.test(before)) return false;
  return /^(?:$|[\s\p{Script=Han}"'”’)）》】」』])/u.test(after);
}
