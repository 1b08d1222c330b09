import { MOST_PARAGRAPHS, UnreadableDocument } from './document-reading.ts';

/** Elements and attributes of all parts together: each becomes an object of several hundred bytes. */
const MOST_NODES = 400_000;
/** Document types bring entities, and with them files, addresses and endless texts. No Word writes them. */
const DOCTYPE = /<!(?:DOCTYPE|ENTITY)/i;
const NODE = /<(?![/!?])|=\s*["']/g;
const PARAGRAPH = /<(?:[\w-]+:)?p[\s/>]/g;

/** Refuses a part that would cost too much to parse. Returns how many nodes it has, on top of those counted `before`. */
export function checkPart(xml: Buffer, before: number): number {
  // UTF-16 would hide all that is looked for here. Word writes UTF-8.
  if (xml.subarray(0, 4).includes(0) || (xml[0] ?? 0) >= 0xfe) throw new UnreadableDocument('damaged');
  const text = xml.toString('latin1');
  if (DOCTYPE.test(text)) throw new UnreadableDocument('damaged');
  const nodes = countMatches(text, NODE);
  if (before + nodes > MOST_NODES) throw new UnreadableDocument('too-large');
  if (countMatches(text, PARAGRAPH) > MOST_PARAGRAPHS) throw new UnreadableDocument('too-large');
  return nodes;
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}
