const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const UNITS = ['', '十', '百', '千'] as const;

/**
 * A counting number in Chinese as headings write it: 10 is 十, 21 is 二十一, 105 is 一百零五.
 * From 10,000 on Arabic digits are given back: no heading is counted that far.
 */
export function toChinese(n: number): string {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`not a counting number: ${n}`);
  if (n > 9999) return String(n);
  const digits = [...String(n)].map(Number);
  const words = digits.map((digit, at) =>
    digit === 0 ? '零' : `${DIGITS[digit]}${UNITS[digits.length - 1 - at]}`,
  );
  const text = words.join('').replace(/零+/g, '零').replace(/零$/, '');
  return n < 20 ? text.replace(/^一十/, '十') : text;
}

/** `（三）`, the second level of headings. */
export function inBrackets(n: number): string {
  return `（${toChinese(n)}）`;
}

/** `三是`, points inside a block. */
export function asPoint(n: number): string {
  return `${toChinese(n)}是`;
}

/** `三、`, the first level of headings. */
export function asHeading(n: number): string {
  return `${toChinese(n)}、`;
}

/** `一要`, then `二是` and on: how a speech counts the tasks it sets. */
export function asTask(n: number): string {
  return n === 1 ? '一要' : asPoint(n);
}
