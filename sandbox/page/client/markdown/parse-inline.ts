import { idsOf } from '../../../card/mentions-in.ts';
import { decodeEntities } from '../../../card/show-markdown.ts';

/** A piece of card Markdown within a line. What is none of these is text, to the letter. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'em' | 's'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'image'; readonly key: string; readonly alt: string }
  /** `notifies`: an `at`; otherwise people who are only shown. */
  | { readonly kind: 'people'; readonly ids: readonly string[]; readonly notifies: boolean }
  | { readonly kind: 'font' | 'tag'; readonly color: string; readonly children: readonly Inline[] };

const PATTERN = new RegExp(
  [
    String.raw`\*\*(?=\S)(?<strong>[^\n]+?)\*\*`,
    String.raw`(?<![\w*])\*(?=\S)(?<em>[^*\n]+)\*`,
    String.raw`~~(?=\S)(?<s>[^\n]+?)~~`,
    '`(?<code>[^`\\n]+)`',
    String.raw`!\[(?<alt>[^\]]*)\]\((?<key>[^)\s]*)\)`,
    String.raw`\[(?<label>[^\]]*)\]\((?<href>[^)]*)\)`,
    String.raw`<at\s+(?<at>[^>]*)>(?:\s*</at>)?`,
    String.raw`<person\s+(?<person>[^>]*)>(?:\s*</person>)?`,
    String.raw`<font\s+color=['"]?(?<font>[\w-]+)['"]?\s*>(?<fontText>[^<]*)</font>`,
    String.raw`<text_tag\s+color=['"]?(?<tag>[\w-]+)['"]?\s*>(?<tagText>[^<]*)</text_tag>`,
    String.raw`<(?:a|link)\s[^>]*?(?:href|url)=['"]?(?<url>[^'"\s>]*)['"]?[^>]*>(?<urlText>[^<]*)</(?:a|link)>`,
    String.raw`(?<break><br\s*/?>)`,
  ].join('|'),
  'g',
);

/** Entities are decoded last, so that escaped text comes out as it was typed. */
export function parseInline(text: string): Inline[] {
  const found: Inline[] = [];
  let rest = 0;
  for (const match of text.matchAll(PATTERN)) {
    pushText(found, text.slice(rest, match.index));
    rest = match.index + match[0].length;
    found.push(readMatch(match.groups ?? {}));
  }
  pushText(found, text.slice(rest));
  return found;
}

function pushText(found: Inline[], text: string): void {
  if (text !== '') found.push({ kind: 'text', text: decodeEntities(text) });
}

type Groups = Readonly<Record<string, string | undefined>>;

function readMatch(groups: Groups): Inline {
  const { strong, em, s, code, key, at, person } = groups;
  if (strong !== undefined) return { kind: 'strong', children: parseInline(strong) };
  if (em !== undefined) return { kind: 'em', children: parseInline(em) };
  if (s !== undefined) return { kind: 's', children: parseInline(s) };
  if (code !== undefined) return { kind: 'code', text: decodeEntities(code) };
  if (key !== undefined) return { kind: 'image', key, alt: decodeEntities(groups.alt ?? '') };
  if (at !== undefined) return { kind: 'people', ids: idsOf(at), notifies: true };
  if (person !== undefined) return { kind: 'people', ids: idsOf(person), notifies: false };
  return readWrapped(groups);
}

function readWrapped(groups: Groups): Inline {
  const { font, tag } = groups;
  if (font !== undefined) return { kind: 'font', color: font, children: parseInline(groups.fontText ?? '') };
  if (tag !== undefined) return { kind: 'tag', color: tag, children: parseInline(groups.tagText ?? '') };
  if (groups.break !== undefined) return { kind: 'break' };
  const href = decodeEntities(groups.href ?? groups.url ?? '');
  return { kind: 'link', href, children: parseInline(groups.label ?? groups.urlText ?? '') };
}
