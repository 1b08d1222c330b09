import { idsOf } from './mentions-in.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  sim: '∼',
};

/**
 * Card Markdown as a reader sees it: mentions by name, tags and emphasis gone, entities decoded last so that escaped
 * text comes out as it was typed.
 */
export function showMarkdown(text: string, nameFor: (id: string) => string): string {
  const names = (attributes: string, mark: string) =>
    idsOf(attributes)
      .map((id) => (id === 'all' ? '@所有人' : `${mark}${nameFor(id)}`))
      .join(' ');
  return decodeEntities(
    text
      .replace(/<at\s+([^>]*)>(?:\s*<\/at>)?/g, (_tag, attributes: string) => names(attributes, '@'))
      .replace(/<person\s+([^>]*)>(?:\s*<\/person>)?/g, (_tag, attributes: string) => names(attributes, ''))
      .replace(/<br\s*\/?>/g, '\n')
      .replace(/<\/?(font|text_tag|b|i|u|s|a|link|raw|number_tag)(\s[^>]*)?>/g, '')
      .replace(/!\[[^\]]*\]\([^)]*\)/g, '[图片]')
      .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1（$2）')
      .replace(/(\*\*|~~|`)/g, '')
      .replace(/^#{1,6}\s+/gm, '')
      .replace(/(?<!\w)\*(?=\S)([^*\n]+)\*/g, '$1'),
  );
}

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name)] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
