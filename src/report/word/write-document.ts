import type { Block } from '../markdown/block.ts';
import { addComments } from './add-comments.ts';
import { appendEntries, RELATIONS } from './append-entries.ts';
import type { DraftMarks } from './create-draft-marks.ts';
import { createLinks } from './create-links.ts';
import { drawBlocks } from './draw-blocks.ts';
import type { Pictures } from './draw-picture.ts';
import { packParts } from './pack-parts.ts';
import { DOCUMENT } from './patch-parts.ts';
import { writeBody } from './write-body.ts';
import { type DocumentProperties, writeShell } from './write-shell.ts';

export interface DocumentOptions extends DocumentProperties {
  readonly pictures: Pictures;
  /** Of a draft. */
  readonly marks?: DraftMarks | undefined;
}

/** Blocks laid out as an official document, a .docx. Same blocks and options, same bytes. */
export async function writeDocument(
  blocks: readonly Block[],
  { pictures, marks, ...properties }: DocumentOptions,
): Promise<Uint8Array> {
  const drawings = drawBlocks(blocks, pictures);
  const shell = await writeShell(
    [...drawings.values()].map(({ paragraph }) => paragraph),
    properties,
  );
  const drawn = new Map(
    [...drawings].map(([block, { caption }], index) => [
      block,
      { xml: shell.drawings[index] ?? '', caption },
    ]),
  );
  const links = createLinks();
  const document = encodeTexts([shell.before], writeBody(blocks, { links, marks, drawn }), [shell.after]);
  const linked = appendEntries(shell.parts, RELATIONS, links.relations());
  const parts = addComments(linked, marks?.comments ?? [], properties.instant);
  return packParts({ ...parts, [DOCUMENT]: document }, shell.binaries);
}

const ENOUGH = 64 * 1024;

/** Many small texts as UTF-8, without having all of them in memory as text. */
function encodeTexts(...texts: readonly Iterable<string>[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  let chunk = '';
  for (const each of texts) {
    for (const text of each) {
      chunk += text;
      if (chunk.length < ENOUGH) continue;
      chunks.push(Buffer.from(chunk));
      chunk = '';
    }
  }
  return Buffer.concat([...chunks, Buffer.from(chunk)]);
}
