import { type Zippable, zipSync } from 'fflate';
import { DOCUMENT } from './patch-parts.ts';
import { ZIP_TIME } from './zip-time.ts';

type Files<Content> = Readonly<Record<string, Content>>;

/**
 * Parts of a document by path, as text or its UTF-8, and what is no text, as a .docx. With the times in it fixed, and
 * not by the machine's own zlib, whose output is another on other machines: the same parts are the same bytes.
 */
export function packParts(parts: Files<string | Uint8Array>, binaries: Files<Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const path of Object.keys(parts).sort(compareParts)) files[path] = Buffer.from(parts[path] ?? '');
  // Pictures are packed already.
  for (const [path, bytes] of Object.entries(binaries)) files[path] = [bytes, { level: 0 }];
  return zipSync(files, { mtime: ZIP_TIME, level: 6 });
}

/** The package's table of contents comes first, as readers that stream a file expect. */
const FIRST = ['[Content_Types].xml', '_rels/.rels', DOCUMENT];

function compareParts(left: string, right: string): number {
  return rank(left) - rank(right) || (left < right ? -1 : 1);
}

function rank(path: string): number {
  return FIRST.indexOf(path) + 1 || FIRST.length + 1;
}
