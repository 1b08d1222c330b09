import type { Parts } from './patch-parts.ts';

const RANDOM_ID = /rId_[A-Za-z0-9_-]+/g;

/**
 * Takes out what the document library makes anew each time, so that the same report is the same bytes: relation ids
 * are numbered in order of their place in the text, and the dates are the given instant (ISO-8601 UTC).
 */
export function normalizeParts(parts: Parts, instant: string): Parts {
  const names = new Map<string, string>();
  const rename = (id: string) => {
    const name = names.get(id) ?? `rIdLink${names.size + 1}`;
    names.set(id, name);
    return name;
  };
  // The text first: its order is the report's, and all other parts only repeat its ids.
  const order = Object.keys(parts).sort((left, right) => rank(left) - rank(right) || (left < right ? -1 : 1));
  const renamed = order.map((path) => [path, (parts[path] ?? '').replace(RANDOM_ID, rename)]);
  const all: Record<string, string> = Object.fromEntries(renamed);
  const core = all['docProps/core.xml'] ?? '';
  return {
    ...all,
    'docProps/core.xml': core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${instant}`),
  };
}

/** The package's table of contents comes first in the file, as readers that stream it expect. */
function rank(path: string): number {
  return ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'].indexOf(path) + 1 || 9;
}
