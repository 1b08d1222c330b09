/** Marker codes: ITU-T T.81, annex B. */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ICC = Buffer.from('ICC_PROFILE\0', 'latin1');
const ORIENTATION = 0x0112;
const UPRIGHT = 1;

/**
 * A JPEG without what the camera and its software wrote about it (Exif with the place, XMP, IPTC, comments, previews,
 * whatever follows the picture). Which side is up stays, else pictures would lie on theirs; so do colour profiles.
 * Undefined for bytes that are no whole JPEG.
 */
export function stripJpeg(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  for (const { marker, data } of readSegments(bytes)) {
    if (marker === EOI) return Buffer.concat([...kept, data]);
    if (isPicture(marker, data)) kept.push(data);
    else if (marker === APP1) kept.push(...orientationOf(data));
  }
  return undefined;
}

interface Segment {
  readonly marker: number;
  /** With its marker; of a scan also the compressed data behind it. */
  readonly data: Buffer;
}

/** Ends early, without an EOI, where the bytes are no JPEG any more. */
function* readSegments(bytes: Buffer): Generator<Segment> {
  let at = bytes[0] === 0xff && bytes[1] === SOI ? 2 : bytes.length;
  while (at + 2 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    const end = endOfSegment(bytes, at, marker);
    if (end > bytes.length) return;
    // A marker may be filled up with any number of FF.
    if (marker !== 0xff) yield { marker, data: bytes.subarray(at, end) };
    at = end;
  }
}

function endOfSegment(bytes: Buffer, at: number, marker: number): number {
  if (marker === 0xff) return at + 1;
  if (marker === EOI) return at + 2;
  if (at + 4 > bytes.length) return Number.POSITIVE_INFINITY;
  // The length counts itself.
  const end = at + 2 + Math.max(2, bytes.readUInt16BE(at + 2));
  return marker === SOS && end <= bytes.length ? endOfScan(bytes, end) : end;
}

function isPicture(marker: number, segment: Buffer): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP2) return segment.subarray(4, 4 + ICC.length).equals(ICC);
  return marker === APP0 || marker === APP14;
}

/** Compressed data runs to the next marker; FF00 is a byte of it, and restarts (FFD0–FFD7) lie within it. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

/** An Exif segment that says nothing but the orientation; none for a picture that stands upright. */
function orientationOf(segment: Buffer): Buffer[] {
  const value = readOrientation(segment.subarray(4));
  if (value === undefined || value === UPRIGHT) return [];
  const exif = Buffer.from('4578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  exif.writeUInt16BE(value, 24);
  return [Buffer.from([0xff, APP1, 0, exif.length + 2]), exif];
}

/** Exif 2.32, 4.6: a TIFF header, then the first directory of twelve-byte entries. */
function readOrientation(data: Buffer): number | undefined {
  const tiff = data.subarray(EXIF.length);
  if (!data.subarray(0, EXIF.length).equals(EXIF) || tiff.length < 8) return undefined;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return undefined;
  const count = short(directory);
  for (
    let entry = directory + 2;
    entry + 12 <= tiff.length && entry < directory + 2 + count * 12;
    entry += 12
  ) {
    if (short(entry) !== ORIENTATION) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
