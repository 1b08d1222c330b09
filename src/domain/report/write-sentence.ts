/** Closing punctuation of either width, with the quotes and brackets that may follow it. */
const ENDED = /[。！？；：…!?;:.][”’》）)\]"'」』】]*$/u;

/** A text made a sentence: 。 is added unless it already ends like one. Empty stays empty. */
export function endSentence(text: string): string {
  return text === '' || ENDED.test(text) ? text : `${text}。`;
}

/**
 * The paragraphs of a text that people typed. White space around a paragraph is the sender's own indent, which the
 * page layout replaces; everything inside stays as it was sent.
 */
export function splitParagraphs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Names in a row: `办公室、规划科`. */
export function joinNames(names: readonly string[]): string {
  return names.join('、');
}

/** How a unit speaks of itself: a bureau says 我局, anything else 我单位. */
export function selfName(unit: string): string {
  return unit.endsWith('局') ? '我局' : '我单位';
}
