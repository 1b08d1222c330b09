import { type Box, readBoxes } from './read-boxes.ts';

/** Exif, and with a media type XMP. ISO/IEC 23008-12, annex A. */
const TELLING: ReadonlySet<string> = new Set(['Exif', 'mime']);
/** The offset of the header, then a TIFF header and a directory without entries. */
const EMPTY_EXIF = Buffer.from('0000000049492a0008000000000000000000', 'hex');

/**
 * A HEIC picture in which Exif and XMP are overwritten where they stand: nothing else moves. Which side is up does not
 * come from there. Undefined for one whose tables cannot be followed.
 */
export function stripHeic(bytes: Buffer): Buffer | undefined {
  try {
    return blankItems(Buffer.from(bytes));
  } catch (error) {
    // A table that is cut off or points outside.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function blankItems(bytes: Buffer): Buffer | undefined {
  const meta = readBoxes(bytes, 0, bytes.length).find(({ type }) => type === 'meta');
  if (meta === undefined) return undefined;
  // `meta` begins with a version and flags.
  const parts = readBoxes(bytes, meta.body + 4, meta.end);
  const part = (name: string) => parts.find(({ type }) => type === name);
  const [iinf, iloc] = [part('iinf'), part('iloc')];
  const telling = iinf === undefined ? new Map<number, string>() : findTelling(bytes, iinf);
  if (telling.size === 0) return bytes;
  if (iloc === undefined) return undefined;
  const places = readPlaces(bytes, iloc).filter(({ item }) => telling.has(item));
  const blanked = places.every((place) => blankPiece(bytes, place, part('idat')));
  if (!blanked) return undefined;
  for (const { item, method, offset, length } of places) {
    if (method !== 0 || telling.get(item) !== 'Exif' || length < EMPTY_EXIF.length) continue;
    EMPTY_EXIF.copy(bytes, offset);
  }
  return bytes;
}

/** False for a piece that is not within the file. */
function blankPiece(bytes: Buffer, { method, offset, length }: Place, idat: Box | undefined): boolean {
  const base = method === 0 ? 0 : idat?.body;
  if (method > 1 || base === undefined || length === 0) return false;
  const from = base + offset;
  if (from + length > bytes.length) return false;
  bytes.fill(0, from, from + length);
  return true;
}

/** The items that tell something: their numbers and types. */
function findTelling(bytes: Buffer, iinf: Box): Map<number, string> {
  const isShort = bytes.readUInt8(iinf.body) === 0;
  const entries = readBoxes(bytes, iinf.body + (isShort ? 6 : 8), iinf.end);
  const found = new Map<number, string>();
  for (const { body } of entries) {
    const version = bytes.readUInt8(body);
    const idBytes = version === 3 ? 4 : 2;
    const typeAt = body + 4 + idBytes + 2;
    const type = bytes.toString('latin1', typeAt, typeAt + 4);
    if (version >= 2 && TELLING.has(type)) found.set(bytes.readUIntBE(body + 4, idBytes), type);
  }
  return found;
}

interface Place {
  readonly item: number;
  /** 0: counted from the file's start, 1: from that of `idat`. */
  readonly method: number;
  readonly offset: number;
  readonly length: number;
}

/** Where each piece of each item stands (`iloc`, ISO/IEC 14496-12, 8.11.3). */
function readPlaces(bytes: Buffer, iloc: Box): Place[] {
  let at = iloc.body;
  const read = (size: number): number => {
    at += size;
    if (at > iloc.end || size > 8) throw new RangeError('beyond the table');
    if (size === 0) return 0;
    return size === 8 ? Number(bytes.readBigUInt64BE(at - 8)) : bytes.readUIntBE(at - size, size);
  };
  const version = read(4) >>> 24;
  const sizes = read(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >>> 12, (sizes >>> 8) & 15, (sizes >>> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const idSize = version < 2 ? 2 : 4;
  const places: Place[] = [];
  for (let items = read(idSize); items > 0; items -= 1) {
    const item = read(idSize);
    const method = version === 0 ? 0 : read(2) & 15;
    // In another file: nothing that we could overwrite.
    const isElsewhere = read(2) !== 0;
    const base = read(baseSize);
    for (let pieces = read(2); pieces > 0; pieces -= 1) {
      read(indexSize);
      const offset = base + read(offsetSize);
      places.push({ item, method: isElsewhere ? 2 : method, offset, length: read(lengthSize) });
    }
  }
  return places;
}
