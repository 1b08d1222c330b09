const LINE_BREAKS = /\r\n|[\r\u0085\u2028\u2029]/g;

/**
 * Control characters (all of C0 and C1 but tab and line feed), bidirectional overrides, byte order marks, two
 * non-characters that XML forbids, and surrogates without a partner: with the `u` flag `\p{Cs}` meets only those.
 */
const UNWANTED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is its purpose.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\p{Cs}]/gu;

/** Whatever either of them may meet. Ordinary text has none of it, and this says so several times as fast. */
const SUSPICIOUS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]/;

/**
 * Makes text from outside safe to store, show and write into a document: one kind of line break (`\n`), and no
 * character that breaks XML or JSON, hides text or turns its direction. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  return text.replace(LINE_BREAKS, '\n').replace(UNWANTED, '');
}

/** `cleanText` for names and labels: any run of white space becomes one space, none at the ends. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}
