/** Western marks that Chinese text shares (“ ” — … × ·), set in the Chinese font, and the wide Latin %. */
const FULL = /[%\u00b7\u00d7\u2014\u2018-\u201d\u2026]/;

/** Between Chinese and a Latin letter or digit stands a quarter of a character, punctuation excepted. */
const AUTO_SPACE = /(?<=\p{sc=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=\p{sc=Han})/gu;

const LATIN = /[A-Za-z0-9]/;

/** Rough width of a text in characters: a Chinese one is 1, a Latin letter or digit ½. */
export function measureText(text: string): number {
  let width = 0;
  for (const character of text) width += character >= '\u2e80' || FULL.test(character) ? 1 : 0.5;
  const spaces = LATIN.test(text) ? (text.match(AUTO_SPACE)?.length ?? 0) : 0;
  return width + spaces / 4;
}
