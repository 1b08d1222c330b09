import { readBoxes } from './read-boxes.ts';

/** Boxes that hold others which may tell something. */
const PARENTS: ReadonlySet<string> = new Set(['moov', 'trak', 'moof', 'traf']);
/**
 * Boxes with what a camera wrote down: `udta` (`©xyz` is the place), `meta` (`com.apple.quicktime.location.ISO6709`) and
 * `uuid` (XMP). https://developer.apple.com/documentation/quicktime-file-format/user_data_atoms
 */
const TELLING: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid']);

/**
 * A video (MP4, MOV) without the place and the camera. Such boxes become `free` ones of the same length, filled with
 * zeros: everything else stays where the file says that it is. What a camera records along the way in a track of its own
 * stays.
 */
export function stripMp4(bytes: Buffer): Buffer {
  const plain = Buffer.from(bytes);
  blank(plain, 0, plain.length);
  return plain;
}

function blank(bytes: Buffer, from: number, to: number): void {
  for (const { type, start, body, end } of readBoxes(bytes, from, to)) {
    if (PARENTS.has(type)) blank(bytes, body, end);
    if (!TELLING.has(type)) continue;
    bytes.write('free', start + 4, 'latin1');
    bytes.fill(0, body, end);
  }
}
