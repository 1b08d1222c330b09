const HAN = /\p{Script=Han}/u;
const ENDS_CHINESE =
  /[\p{Script=Han}\u3001-\u3011\u3014-\u301b\uff01-\uff0f\uff1a-\uff20，。；：？！、（）“”‘’—…·]$/u;
const BEGINS_HAN = /^\p{Script=Han}/u;

export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** Whether what stands before a mark is Chinese: a character, full-width punctuation, or the beginning of a line. */
export function endsChinese(before: string): boolean {
  return before === '' || ENDS_CHINESE.test(before);
}

/** Whether what stands behind a mark begins with a Chinese character. Punctuation does not count: it may change itself. */
export function beginsHan(after: string): boolean {
  return BEGINS_HAN.test(after);
}
