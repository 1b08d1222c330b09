import type { Block } from './markdown/block.ts';
import type { Pictures } from './word/draw-picture.ts';
import { type Picture, readPicture } from './word/read-picture.ts';

/** The bytes kept under a hash. May throw: a picture that is gone must not stop a report. */
export type LoadPicture = (blob: string) => Promise<Uint8Array>;

/** The pictures that some blocks print, but for those that are gone or broken. */
export async function loadPictures(blocks: readonly Block[], load: LoadPicture): Promise<Pictures> {
  const pictures = new Map<string, Picture>();
  for (const block of blocks) {
    if (block.kind !== 'picture' || pictures.has(block.blob)) continue;
    const bytes = await load(block.blob).catch(() => undefined);
    const picture = bytes && readPicture(bytes);
    if (picture) pictures.set(block.blob, picture);
  }
  return pictures;
}
