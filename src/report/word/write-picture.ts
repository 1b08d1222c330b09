import { ImageRun, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { PictureBlock } from '../markdown/block.ts';
import { LINE, TEXT_WIDTH } from './page.ts';
import type { Picture } from './read-picture.ts';
import { PICTURE_STYLE, STYLE } from './styles.ts';
import { EAST_ASIAN } from './write-runs.ts';

/** The pictures a document may print, by the hash of their bytes. */
export type Pictures = ReadonlyMap<string, Picture>;

/** Pixels of the document library, 96 to the inch, in a twip. */
const PIXELS = 96 / 1440;
/** As wide as the text at most, and eight lines high: a page then holds two, with text between them. */
const WIDEST = Math.floor(TEXT_WIDTH * PIXELS);
const HIGHEST = Math.floor(8 * LINE * PIXELS);

/** A picture with its caption, `图1 …`, on one page. `number` counts through the document. */
export function writePicture({ caption }: PictureBlock, picture: Picture, number: number): Paragraph[] {
  const image = new ImageRun({
    type: picture.type,
    data: picture.bytes,
    transformation: { ...scaleDown(picture), ...(picture.turn !== 0 && { rotation: picture.turn }) },
    altText: { name: `图${number}`, description: caption, title: `图${number}` },
  });
  return [
    new Paragraph({ style: PICTURE_STYLE.image, children: [image] }),
    new Paragraph({ style: PICTURE_STYLE.caption, children: writeText(`图${number} ${caption}`) }),
  ];
}

/** In place of a picture whose bytes are broken or gone, for whoever works on the draft. */
export function writeLostPicture({ caption }: PictureBlock): Paragraph {
  const text = `【“${caption}”的图片未能印出：文件已损坏，请报送部门重新发送。】`;
  return new Paragraph({ style: STYLE.p, children: writeText(text) });
}

function writeText(text: string): ParagraphChild[] {
  return [new TextRun({ text, font: EAST_ASIAN })];
}

/** Its size on the page before it is turned; small pictures are not blown up. */
function scaleDown({ width, height, turn }: Picture): { width: number; height: number } {
  const [across, up] = turn % 180 === 0 ? [width, height] : [height, width];
  const scale = Math.min(1, WIDEST / across, HIGHEST / up);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
