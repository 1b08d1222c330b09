/** A box of ISO base media (ISO/IEC 14496-12), the format of MP4, MOV and HEIC. Offsets count from the file's start. */
export interface Box {
  readonly type: string;
  readonly start: number;
  /** Where its content begins. */
  readonly body: number;
  /** The first byte behind it. */
  readonly end: number;
}

/** The boxes between two offsets. Ends early at one that is cut off or no box: nobody else finds anything behind it. */
export function readBoxes(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  let box = readBox(bytes, from, to);
  while (box !== undefined) {
    boxes.push(box);
    box = readBox(bytes, box.end, to);
  }
  return boxes;
}

function readBox(bytes: Buffer, start: number, to: number): Box | undefined {
  if (start + 8 > to) return undefined;
  const short = bytes.readUInt32BE(start);
  // 1: the length stands behind the type, in 64 bits. 0: to the end.
  const isLong = short === 1;
  if (isLong && start + 16 > to) return undefined;
  const body = start + (isLong ? 16 : 8);
  const size = isLong ? Number(bytes.readBigUInt64BE(start + 8)) : short;
  const end = size === 0 ? to : start + size;
  if (end < body || end > to) return undefined;
  return { type: bytes.toString('latin1', start + 4, start + 8), start, body, end };
}
