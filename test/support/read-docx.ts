import mammoth from 'mammoth';

/** The plain text of a .docx, paragraph by paragraph, as another program reads it. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value;
}
