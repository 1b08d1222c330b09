import { ImageRun, Paragraph } from 'docx';
import type { PictureBlock } from '../markdown/block.ts';
import { LINE, TEXT_WIDTH } from './page.ts';
import type { Picture } from './read-picture.ts';
import { PICTURE_STYLE } from './styles.ts';

/** The pictures a document may print, by the hash of their bytes. */
export type Pictures = ReadonlyMap<string, Picture>;

/** Pixels of the document library, 96 to the inch, in a twip. */
const PIXELS = 96 / 1440;
/** As wide as the text at most, and eight lines high: a page then holds two, with text between them. */
const WIDEST = Math.floor(TEXT_WIDTH * PIXELS);
const HIGHEST = Math.floor(8 * LINE * PIXELS);

/** A picture, on one page with its caption, which follows. `name`: 图1. */
export function drawPicture({ caption }: PictureBlock, picture: Picture, name: string): Paragraph {
  const image = new ImageRun({
    type: picture.type,
    data: picture.bytes,
    transformation: { ...scaleDown(picture), ...(picture.turn !== 0 && { rotation: picture.turn }) },
    altText: { name, description: caption, title: name },
  });
  return new Paragraph({ style: PICTURE_STYLE.image, children: [image] });
}

/** Its size on the page before it is turned; small pictures are not blown up. */
function scaleDown({ width, height, turn }: Picture): { width: number; height: number } {
  const [across, up] = turn % 180 === 0 ? [width, height] : [height, width];
  const scale = Math.min(1, WIDEST / across, HIGHEST / up);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
