/** What an item's number is made of, at the moment of submission; it never changes later. */
export interface ItemNumberParts {
  /** Month of submission, `YYYY-MM`. */
  readonly month: string;
  /** The department's short name at that time. */
  readonly department: string;
  /** Counted from 1 within the month and department. */
  readonly serial: number;
}

/** `202611-规划科-03`. */
export function formatItemNumber({ month, department, serial }: ItemNumberParts): string {
  return `${month.replace('-', '')}-${department}-${String(serial).padStart(2, '0')}`;
}

/** `serial` is the short form `#137`, unique in a group; `number` the full one, written as `formatItemNumber` does. */
export type ItemRef =
  | { readonly kind: 'serial'; readonly serial: number }
  | { readonly kind: 'number'; readonly number: string };

const DIGIT = '[0-9０-９]';
const HYPHEN = '[-－–—]';
/** What is longer than this, in UTF-16 units, is no number: it is not even looked at. */
const LONGEST_REF = 80;
const SERIAL = new RegExp(`^[#＃]?\\s*(${DIGIT}{1,9})$`);
const NUMBER = new RegExp(
  `^(${DIGIT}{4})(${DIGIT}{2})\\s*${HYPHEN}\\s*(.+?)\\s*${HYPHEN}\\s*(${DIGIT}{1,6})$`,
);

/**
 * Reads an item number as people type it: `#137`, `＃１３７`, `137`, `202611-规划科-3`. Undefined when it is none.
 * The department's name is kept as typed: it may itself hold full-width signs.
 */
export function parseItemRef(text: string): ItemRef | undefined {
  const typed = text.trim();
  if (typed.length > LONGEST_REF) return undefined;
  const short = SERIAL.exec(typed);
  if (short) {
    const serial = toNumber(short[1]);
    return serial > 0 ? { kind: 'serial', serial } : undefined;
  }
  const full = NUMBER.exec(typed);
  if (!full) return undefined;
  const [year, month, serial] = [toNumber(full[1]), toNumber(full[2]), toNumber(full[4])];
  if (month < 1 || month > 12 || serial < 1) return undefined;
  const monthId = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  return {
    kind: 'number',
    number: formatItemNumber({ month: monthId, department: full[3] ?? '', serial }),
  };
}

/** The numbers in a text of nothing but numbers (`#2、3 和 4`), each once; undefined when there is any other word. */
export function readItemRefs(text: string): readonly string[] | undefined {
  const words = text.split(/[\s、,，]+/u).filter((word) => word !== '' && word !== '和' && word !== '及');
  return words.every((word) => parseItemRef(word)) ? [...new Set(words)] : undefined;
}

/** Whether what stands behind a number begins with another one: it would silently be taken for a remark. */
export function namesAnother(remark: string): boolean {
  const [word = ''] = remark.replace(/^[\s、,，和及]+/u, '').split(/[\s、,，]/u, 1);
  return word.length < 40 && parseItemRef(word) !== undefined;
}

function toNumber(digits = ''): number {
  return Number(digits.normalize('NFKC'));
}
