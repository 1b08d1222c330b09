import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { checkPart } from './check-part.ts';
import { UnreadableDocument } from './document-reading.ts';

const MOST_ENTRIES = 2000;
/** Of one part, and of all together, unpacked. A book of 500,000 characters takes some 10 MB. */
const MOST_PART_BYTES = 16 * 1024 * 1024;
const MOST_BYTES = 32 * 1024 * 1024;
const READ = /\.(?:xml|rels)$/i;

/**
 * The XML parts of a .docx, each checked before anything parses it. What an entry declares is refused early, what it
 * really holds is counted while it is unpacked. Pictures and embedded files are left packed. Throws UnreadableDocument.
 */
export async function unpackDocx(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openZip(bytes);
  if (zip.entryCount > MOST_ENTRIES) throw new UnreadableDocument('too-large');
  const parts = new Map<string, Buffer>();
  let left = MOST_BYTES;
  const budget = { nodes: 0 };
  for await (const entry of zip.eachEntry()) {
    if (!READ.test(entry.fileName)) continue;
    if (parts.has(entry.fileName)) throw new UnreadableDocument('damaged');
    const part = await readEntry(zip, entry, Math.min(MOST_PART_BYTES, left));
    left -= part.length;
    budget.nodes += checkPart(part, budget.nodes);
    parts.set(entry.fileName, part);
  }
  return parts;
}

async function openZip(bytes: Buffer): Promise<ZipFile> {
  return fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
}

async function readEntry(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  if (entry.uncompressedSize > most) throw new UnreadableDocument('too-large');
  if (!entry.canDecodeFileData()) throw new UnreadableDocument('damaged');
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > most) throw new UnreadableDocument('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
