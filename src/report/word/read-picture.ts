/** A picture that can be printed. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpg';
  /** In pixels, as it is stored: before it is turned. */
  readonly width: number;
  readonly height: number;
  /** How far it is to be turned clockwise to stand upright, in degrees. */
  readonly turn: 0 | 90 | 180 | 270;
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const PNG_END = Buffer.from('IEND');
const EXIF = Buffer.from('Exif\0\0', 'latin1');

/** Exif 2.32, 4.6.4: what the camera's orientation asks for. Mirrored ones, which no camera writes, are not turned back. */
const TURNS: Readonly<Record<number, Picture['turn']>> = { 3: 180, 6: 90, 8: 270 };

/** Kind and size of a PNG or JPEG; undefined for anything else, and for one that is broken or cut off. */
export function readPicture(data: Uint8Array): Picture | undefined {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const read = bytes.subarray(0, PNG.length).equals(PNG) ? readPng(bytes) : readJpeg(bytes);
  return read && read.width > 0 && read.height > 0 ? { ...read, bytes: data } : undefined;
}

function readPng(bytes: Buffer): Omit<Picture, 'bytes'> | undefined {
  if (bytes.length < 45 || !bytes.subarray(-8, -4).equals(PNG_END)) return undefined;
  return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), turn: 0 };
}

/** ITU-T T.81, annex B: segments up to the frame header, which holds the size. */
function readJpeg(bytes: Buffer): Omit<Picture, 'bytes'> | undefined {
  if (
    bytes.length < 4 ||
    bytes.readUInt16BE(0) !== 0xffd8 ||
    bytes.readUInt16BE(bytes.length - 2) !== 0xffd9
  ) {
    return undefined;
  }
  let turn: Picture['turn'] = 0;
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xe1) turn = readTurn(bytes.subarray(at + 4, at + 2 + bytes.readUInt16BE(at + 2)));
    if (isFrame(marker)) {
      return { type: 'jpg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5), turn };
    }
  }
  return undefined;
}

/** SOF0 to SOF15, but for the three codes among them that are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Of the Exif nothing but the orientation was kept, big-endian, as the one entry of its directory. */
function readTurn(exif: Buffer): Picture['turn'] {
  if (!exif.subarray(0, EXIF.length).equals(EXIF) || exif.length < 26) return 0;
  return exif.toString('latin1', 6, 8) === 'MM' ? (TURNS[exif.readUInt16BE(24)] ?? 0) : 0;
}
