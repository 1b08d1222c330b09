import { sniffMedia } from './sniff-media.ts';
import { stripHeic } from './strip-heic.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripMp4 } from './strip-mp4.ts';
import { stripPng } from './strip-png.ts';
import { stripWebp } from './strip-webp.ts';

/** What may be kept of a file that came in, or why nothing. `type`: a kind we do not keep; `damaged`: cut off, broken. */
export type Inspected =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly mediaType: string }
  | { readonly ok: false; readonly reason: 'type' | 'damaged' };

const STRIPPERS: Readonly<Record<string, (bytes: Buffer) => Buffer | undefined>> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/webp': stripWebp,
  'image/heic': stripHeic,
  'video/mp4': stripMp4,
  'video/quicktime': stripMp4,
};

/** Tells the type by the bytes, and takes from pictures and videos what says where and with what they were made. */
export function inspectFile(bytes: Uint8Array): Inspected {
  const mediaType = sniffMedia(bytes);
  if (mediaType === undefined) return { ok: false, reason: 'type' };
  const strip = STRIPPERS[mediaType];
  if (strip === undefined) return { ok: true, bytes, mediaType };
  const stripped = strip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return stripped === undefined ? { ok: false, reason: 'damaged' } : { ok: true, bytes: stripped, mediaType };
}
