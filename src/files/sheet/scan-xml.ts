import { UnreadableSheet } from './unzip-parts.ts';

export type XmlPiece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const TAG = /^<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/;
/** No honest tag is longer, and a pattern that may run on for megabytes overflows the stack. */
const LONGEST_TAG = 8192;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The tags and texts of a part of an Office file, in order; prefixes of names dropped. Knows no document types and no
 * entities but XML's own five: a file that brings any is refused, since an honest one never does.
 */
export function* scanXml(xml: string): Generator<XmlPiece> {
  let at = 0;
  while (at < xml.length) {
    const end = endOfText(xml, at);
    if (end > at) yield { kind: 'text', text: decode(xml.slice(at, end)) };
    if (end === xml.length) return;
    const markup = skipAside(xml, end) ?? readTag(xml, end);
    yield* markup.pieces;
    at = markup.end;
  }
}

interface Markup {
  readonly end: number;
  readonly pieces: readonly XmlPiece[];
}

function endOfText(xml: string, at: number): number {
  const next = xml.indexOf('<', at);
  return next < 0 ? xml.length : next;
}

const CDATA = '<![CDATA[';
const ASIDES = [
  ['<!--', '-->'],
  ['<?', '?>'],
  [CDATA, ']]>'],
] as const;

/** A comment, an instruction or a piece of plain text, if that begins here. */
function skipAside(xml: string, at: number): Markup | undefined {
  const found = ASIDES.find(([opening]) => xml.startsWith(opening, at));
  if (found === undefined) return undefined;
  const [opening, closing] = found;
  const stop = xml.indexOf(closing, at + opening.length);
  if (stop < 0) throw new UnreadableSheet('damaged');
  const text = opening === CDATA ? xml.slice(at + opening.length, stop) : '';
  return { end: stop + closing.length, pieces: text === '' ? [] : [{ kind: 'text', text }] };
}

function readTag(xml: string, at: number): Markup {
  const match = TAG.exec(xml.slice(at, at + LONGEST_TAG));
  if (match === null) throw new UnreadableSheet('damaged');
  const [tag, slash, prefixed = '', attributes = '', empty] = match;
  const name = localName(prefixed);
  const close: XmlPiece = { kind: 'close', name };
  const open: XmlPiece = { kind: 'open', name, attributes: readAttributes(attributes) };
  const pieces = slash === '/' ? [close] : empty === '/' ? [open, close] : [open];
  return { end: at + tag.length, pieces };
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(ATTRIBUTE)];
  return Object.fromEntries(pairs.map(([, name = '', a, b]) => [localName(name), decode(a ?? b ?? '')]));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decode(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (_, code: string) => {
    if (!code.startsWith('#')) {
      const known = ENTITIES[code];
      if (known === undefined) throw new UnreadableSheet('damaged');
      return known;
    }
    const point = code[1]?.toLowerCase() === 'x' ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
