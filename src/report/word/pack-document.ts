import { type Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { addComments, type Comment } from './add-comments.ts';
import { normalizeBinary, normalizeCharts } from './normalize-charts.ts';
import { normalizeParts } from './normalize-parts.ts';
import { patchParts } from './patch-parts.ts';

/** Earliest time a zip can hold. Without an offset it is local time, which is also what a zip means, in every zone. */
const ZIP_TIME = '1980-01-01T12:00:00';

/** The document as a .docx, its comments with it. Same document and instant (ISO-8601 UTC), same bytes. */
export async function packDocument(
  document: Document,
  instant: string,
  comments: readonly Comment[] = [],
): Promise<Uint8Array> {
  const packed = Object.entries(unzipSync(await Packer.toBuffer(document)));
  const texts = packed.filter(([path]) => isText(path)).map(([path, bytes]) => [path, strFromU8(bytes)]);
  const others = packed
    .filter(([path]) => !isText(path))
    .map(([path, bytes]) => [path, normalizeBinary(path, bytes, ZIP_TIME)]);
  const parts = normalizeParts(
    addComments(patchParts(normalizeCharts(Object.fromEntries(texts))), comments, instant),
    instant,
  );
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]);
  return zipSync(Object.fromEntries([...files, ...others]), { mtime: ZIP_TIME, level: 6 });
}

/** Pictures are taken as they are. */
function isText(path: string): boolean {
  return /\.(?:xml|rels)$/.test(path);
}
