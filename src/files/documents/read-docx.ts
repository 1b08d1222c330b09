import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { UnreadableDocument } from './document-reading.ts';
import { unpackDocx } from './unpack-docx.ts';

/**
 * The text of a .docx, a line a paragraph. The library gets a package made anew of the parts that have been checked:
 * what it unpacks is what we have seen. Throws UnreadableDocument.
 */
export async function readDocx(bytes: Buffer): Promise<string> {
  const parts = await unpackDocx(bytes);
  if (!parts.has('[Content_Types].xml')) throw new UnreadableDocument('damaged');
  const checked = zipSync(Object.fromEntries(parts), { level: 0 });
  const { value } = await mammoth.extractRawText({
    buffer: Buffer.from(checked.buffer, checked.byteOffset, checked.byteLength),
  });
  // It puts an empty line after every paragraph.
  return value.replace(/\n\n/g, '\n');
}
