import { inBrackets } from './chinese-number.ts';
import { gatherBlocks } from './gather-blocks.ts';
import { gatherPictures } from './gather-pictures.ts';
import { leadOf } from './lead-of.ts';
import type { ReportContext } from './report-context.ts';
import type { BlockView } from './report-view.ts';
import { nameAspect, writeTopic } from './write-heading.ts';

/** One block for each section that has items, an item a point. */
export function buildBlocks(context: ReportContext): BlockView[] {
  const blocks = gatherBlocks(context);
  const pictures = gatherPictures(context, blocks);
  return blocks.map((block, index) => ({
    ordinal: inBrackets(index + 1),
    heading: nameAspect(block.name),
    topic: writeTopic(context, block),
    items: block.points.map(({ number, paragraphs: [text = '', ...more] }, at) => ({
      number,
      lead: leadOf(block, at),
      text,
      more,
      pictures: pictures.get(number) ?? [],
    })),
  }));
}
