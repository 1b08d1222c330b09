/** `RIFF`, the size, `WEBP`. */
const HEADER_BYTES = 12;
/** In the flags of `VP8X`: there is Exif, there is XMP. https://developers.google.com/speed/webp/docs/riff_container */
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;

/** A WebP without Exif and XMP, nor what follows it. Undefined for bytes that are no whole WebP. */
export function stripWebp(bytes: Buffer): Buffer | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return undefined;
  const chunks: Buffer[] = [];
  let at = HEADER_BYTES;
  while (at + 8 <= end) {
    const size = bytes.readUInt32LE(at + 4);
    // Chunks are padded to an even length, which the size does not count.
    const next = at + 8 + size + (size % 2);
    if (next > end) return undefined;
    const type = bytes.toString('latin1', at, at + 4);
    if (type !== 'EXIF' && type !== 'XMP ') chunks.push(withoutFlags(type, bytes.subarray(at, next)));
    at = next;
  }
  const header = Buffer.from(bytes.subarray(0, HEADER_BYTES));
  header.writeUInt32LE(4 + chunks.reduce((sum, chunk) => sum + chunk.length, 0), 4);
  return chunks.length === 0 ? undefined : Buffer.concat([header, ...chunks]);
}

function withoutFlags(type: string, chunk: Buffer): Buffer {
  if (type !== 'VP8X' || chunk.length < 9) return chunk;
  const plain = Buffer.from(chunk);
  plain.writeUInt8(plain.readUInt8(8) & ~(EXIF_FLAG | XMP_FLAG), 8);
  return plain;
}
