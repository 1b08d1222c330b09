import type { Parts } from './patch-parts.ts';

export const TYPES = '[Content_Types].xml';
export const RELATIONS = 'word/_rels/document.xml.rels';

/** Adds entries at the end of the only list that a part holds. */
export function appendEntries(parts: Parts, part: string, entries: readonly string[]): Parts {
  if (entries.length === 0) return parts;
  const { [part]: list = '' } = parts;
  return { ...parts, [part]: list.replace(/<\/\w+>$/, (end) => `${entries.join('')}${end}`) };
}
