import type { Paragraph } from 'docx';
import type { Block } from '../markdown/block.ts';
import { drawChart } from './draw-chart.ts';
import { drawPicture, type Pictures } from './draw-picture.ts';

/** A picture or a chart, as the document library draws it. */
export interface Drawing {
  readonly paragraph: Paragraph;
  /** Below a picture: `图1 …`. */
  readonly caption?: string;
}

/** What is drawn of a document's blocks, in their order. Pictures are numbered; those that are not to be had are left out. */
export function drawBlocks(blocks: readonly Block[], pictures: Pictures): ReadonlyMap<Block, Drawing> {
  const drawings = new Map<Block, Drawing>();
  let printed = 0;
  for (const block of blocks) {
    if (block.kind === 'chart') {
      const paragraph = drawChart(block);
      if (paragraph !== undefined) drawings.set(block, { paragraph });
    } else if (block.kind === 'picture') {
      const picture = pictures.get(block.blob);
      if (picture === undefined) continue;
      printed += 1;
      const name = `图${printed}`;
      const paragraph = drawPicture(block, picture, name);
      drawings.set(block, { paragraph, caption: `${name} ${block.caption}` });
    }
  }
  return drawings;
}
