interface Signature {
  readonly type: string;
  readonly matches: (bytes: Buffer) => boolean;
}

const begins =
  (hex: string, at = 0) =>
  (bytes: Buffer) =>
    bytes.subarray(at, at + hex.length / 2).toString('hex') === hex;
const text = (word: string) => Buffer.from(word, 'latin1').toString('hex');
const isZip = begins('504b0304');
/** The directory at the end of a package names its parts in clear. */
const zipWith = (part: string) => (bytes: Buffer) =>
  isZip(bytes) && bytes.includes('[Content_Types].xml') && bytes.includes(part);
/** ISO base media (ISO/IEC 14496-12): the box `ftyp`, then the brand. */
const brand = (pattern: RegExp) => (bytes: Buffer) =>
  begins(text('ftyp'), 4)(bytes) && pattern.test(bytes.toString('latin1', 8, 12));

const SIGNATURES: readonly Signature[] = [
  { type: 'image/jpeg', matches: begins('ffd8ff') },
  { type: 'image/png', matches: begins('89504e470d0a1a0a') },
  { type: 'image/gif', matches: begins(text('GIF8')) },
  {
    type: 'image/webp',
    matches: (bytes: Buffer) => begins(text('RIFF'))(bytes) && begins(text('WEBP'), 8)(bytes),
  },
  { type: 'image/heic', matches: brand(/^(?:hei[cxms]|hev[cx]|mif1|msf1)$/) },
  { type: 'video/quicktime', matches: brand(/^qt {2}$/) },
  { type: 'video/mp4', matches: brand(/^(?:iso[m2-9]|mp4[12]|avc1|M4V.|dash|mmp4|3g[p2].|MSNV)$/) },
  { type: 'application/pdf', matches: begins(text('%PDF-')) },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    matches: zipWith('word/document.xml'),
  },
  {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    matches: zipWith('xl/workbook.xml'),
  },
  {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    matches: zipWith('ppt/presentation.xml'),
  },
  // .doc, .xls, .ppt and what WPS writes share one container; which it is matters to nobody here.
  { type: 'application/x-ole-storage', matches: begins('d0cf11e0a1b11ae1') },
];

/**
 * The type of a file we keep, told by its bytes, or undefined for all others. Its name says nothing: anybody can call a
 * program `photo.jpg`.
 */
export function sniffMedia(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return SIGNATURES.find(({ matches }) => matches(buffer))?.type;
}
