import type { Parts } from './patch-parts.ts';

const RELATIONS = 'word/_rels/document.xml.rels';
const DOCUMENT = 'word/document.xml';
const CORE = 'docProps/core.xml';

/** A relation's id as the document library draws it at random, where others have a short number: `rId5`. */
const RANDOM_ID = /rId[\w-]{21}/g;

/**
 * Takes out what the document library makes anew each time, so that the same report is the same bytes: relation ids
 * are numbered in the order of the links, drawings in that of the text, and the dates are the given instant (ISO-8601
 * UTC).
 */
export function normalizeParts(parts: Parts, instant: string): Parts {
  const { [RELATIONS]: relations = '', [DOCUMENT]: document = '', [CORE]: core = '' } = parts;
  const declared = [...relations.matchAll(new RegExp(`Id="(${RANDOM_ID.source})"`, 'g'))];
  const names = new Map(declared.map(([, id = ''], index) => [id, `rIdLink${index + 1}`]));
  // What only looks like an id, in somebody's text, stays.
  const rename = (xml: string) => xml.replace(RANDOM_ID, (id) => names.get(id) ?? id);
  return sortParts({
    ...parts,
    [RELATIONS]: rename(relations),
    [DOCUMENT]: numberDrawings(rename(document)),
    [CORE]: core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${instant}`),
  });
}

/** The library counts drawings through the process's life. */
function numberDrawings(xml: string): string {
  let count = 0;
  return xml.replace(/(<wp:docPr id=")\d+"/g, (_, start: string) => {
    count += 1;
    return `${start}${count}"`;
  });
}

/** The package's table of contents comes first, as readers that stream a file expect. */
function sortParts(parts: Parts): Parts {
  const rank = (path: string) => ['[Content_Types].xml', '_rels/.rels', DOCUMENT].indexOf(path) + 1 || 9;
  const order = Object.entries(parts).sort(
    ([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : 1),
  );
  return Object.fromEntries(order);
}
