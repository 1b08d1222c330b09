import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** Why a file can't be read. `damaged`: no such file, cut off, encrypted; `too-large`: more than we will unpack. */
export class UnreadableSheet extends Error {
  readonly reason: 'damaged' | 'too-large';

  constructor(reason: 'damaged' | 'too-large', options?: ErrorOptions) {
    super(reason, options);
    this.name = 'UnreadableSheet';
    this.reason = reason;
  }
}

const MOST_ENTRIES = 500;
/** Of all wanted parts together, unpacked: what is scanned in well under a second. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * The wanted parts of a ZIP package as texts, by name. Bounded before anything is unpacked: the sizes an entry declares
 * are counted, and the reader stops an entry that holds more than it declared.
 */
export async function unzipParts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true });
    if (zip.entryCount > MOST_ENTRIES) throw new UnreadableSheet('too-large');
    let size = 0;
    for await (const entry of zip.eachEntry()) {
      if (!wanted(entry.fileName)) continue;
      size += entry.uncompressedSize;
      if (size > MOST_BYTES) throw new UnreadableSheet('too-large');
      parts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
    }
  } catch (cause) {
    if (cause instanceof UnreadableSheet) throw cause;
    throw new UnreadableSheet('damaged', { cause });
  }
  return parts;
}
