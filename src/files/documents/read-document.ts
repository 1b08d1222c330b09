import WordExtractor from 'word-extractor';
import { cleanText } from '../../kernel/text/clean-text.ts';
import { type DocumentReading, MOST_CHARACTERS, UnreadableDocument } from './document-reading.ts';
import { readDocx } from './read-docx.ts';

const ZIP = Buffer.from('504b0304', 'hex');
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Reads a Word file that may be anything: what it is, is told by its bytes. Bounded in memory; the libraries that do the
 * reading may still take seconds over a large file, so call it where nobody waits.
 */
export async function readDocument(bytes: Uint8Array): Promise<DocumentReading> {
  try {
    const text = cleanText(await readText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
    if (text.length > MOST_CHARACTERS) return { ok: false, reason: 'too-large' };
    return { ok: true, text: text.trim() };
  } catch (error) {
    // The libraries throw all sorts of errors for a file that is not what it should be.
    return { ok: false, reason: error instanceof UnreadableDocument ? error.reason : 'damaged' };
  }
}

async function readText(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) return readDocx(bytes);
  if (bytes.subarray(0, OLE.length).equals(OLE)) return readDoc(bytes);
  throw new UnreadableDocument('damaged');
}

/** The same header begins a .wps, and a .docx under a password. */
async function readDoc(bytes: Buffer): Promise<string> {
  try {
    const document = await new WordExtractor().extract(bytes);
    return document.getBody({ filterUnicode: false });
  } catch (cause) {
    throw new UnreadableDocument('ole', { cause });
  }
}
