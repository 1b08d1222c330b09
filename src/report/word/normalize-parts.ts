import { RELATIONS } from './append-entries.ts';
import { DOCUMENT, type Parts } from './patch-parts.ts';

const CORE = 'docProps/core.xml';

/** A relation's id as the document library draws it at random, where others have a short number: `rId5`. */
const RANDOM_ID = /rId[\w-]{21}/g;

/**
 * Takes out what the document library makes anew each time, so that the same report is the same bytes: charts' relation
 * ids and drawings are numbered in their order, and the dates are the given instant (ISO-8601 UTC).
 */
export function normalizeParts(parts: Parts, instant: string): Parts {
  const { [RELATIONS]: relations = '', [DOCUMENT]: document = '', [CORE]: core = '' } = parts;
  const declared = [...relations.matchAll(new RegExp(`Id="(${RANDOM_ID.source})"`, 'g'))];
  const names = new Map(declared.map(([, id = ''], index) => [id, `rIdChart${index + 1}`]));
  // What only looks like an id, in a description, stays.
  const rename = (xml: string) => xml.replace(RANDOM_ID, (id) => names.get(id) ?? id);
  return {
    ...parts,
    [RELATIONS]: rename(relations),
    [DOCUMENT]: numberDrawings(rename(document)),
    [CORE]: core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${instant}`),
  };
}

/** The library counts drawings through the process's life. */
function numberDrawings(xml: string): string {
  let count = 0;
  return xml.replace(/(<wp:docPr id=")\d+"/g, (_, start: string) => {
    count += 1;
    return `${start}${count}"`;
  });
}
