/** Western marks that Chinese text shares (“ ” — … × ·), set in the Chinese font, and the wide Latin %. */
const FULL = /[%\u00b7\u00d7\u2014\u2018-\u201d\u2026]/;

/** Between Chinese and a Latin letter or digit stands a quarter of a character, punctuation excepted. */
const AUTO_SPACE = /(?<=\p{sc=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=\p{sc=Han})/gu;

/** Rough width of a text in characters: a Chinese one is 1, a Latin letter or digit ½. */
export function measureText(text: string): number {
  const full = [...text].filter((character) => character >= '\u2e80' || FULL.test(character)).length;
  const half = [...text].length - full;
  const spaces = text.match(AUTO_SPACE)?.length ?? 0;
  return full + half / 2 + spaces / 4;
}
