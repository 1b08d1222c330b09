import { cleanLine } from '../../kernel/text/clean-text.ts';
import type { ReportItem, ReportPicture } from './facts.ts';
import type { ReportBlock } from './gather-blocks.ts';
import type { ReportContext } from './report-context.ts';

/** A picture to be printed after an item's words. */
export interface PictureView {
  /** Names its bytes: their SHA-256, as hex. */
  readonly blob: string;
  /** Without the number, which it gets where it is printed. */
  readonly caption: string;
}

/** What Word shows everywhere. */
const PRINTABLE: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);
const MOST_OF_ITEM = 2;
const MOST_OF_REPORT = 60;
/** The platform takes files of 30 MB; the text needs little of that. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Why pictures are left out, and what to do about it. */
const LEFT = {
  format: { why: '格式不能印入', how: '请报送部门改发 JPG 或 PNG 格式，再次汇总' },
  limit: {
    why: '超出张数或大小，未印入',
    how: `每条印前${MOST_OF_ITEM}张，全文不超过${MOST_OF_REPORT}张、20MB；需要调换的由宣传负责人在文稿中插入`,
  },
} as const;

/** The pictures of the blocks' items that are printed, by the item's number; of the others the to-fill list tells. */
export function gatherPictures(
  context: ReportContext,
  blocks: readonly ReportBlock[],
): ReadonlyMap<string, readonly PictureView[]> {
  const room = { pictures: MOST_OF_REPORT, bytes: MOST_BYTES };
  const printed = new Map<string, readonly PictureView[]>();
  for (const item of blocks.flatMap(({ items }) => items)) {
    const { pictures = [] } = item;
    const printable = pictures.filter(({ mediaType }) => PRINTABLE.has(mediaType));
    const chosen: ReportPicture[] = [];
    for (const picture of printable.slice(0, MOST_OF_ITEM)) {
      if (room.pictures === 0 || picture.bytes > room.bytes) continue;
      room.pictures -= 1;
      room.bytes -= picture.bytes;
      chosen.push(picture);
    }
    noteLeft(context, item, { ...LEFT.format, count: pictures.length - printable.length });
    noteLeft(context, item, { ...LEFT.limit, count: printable.length - chosen.length });
    printed.set(item.number, writeCaptions(item, chosen));
  }
  return printed;
}

function noteLeft(
  { gaps }: ReportContext,
  { number }: ReportItem,
  { count, why, how }: { readonly count: number; readonly why: string; readonly how: string },
): void {
  if (count > 0) gaps.note({ place: number, what: `${count}张图片${why}`, how });
}

function writeCaptions({ title }: ReportItem, chosen: readonly ReportPicture[]): PictureView[] {
  return chosen.map(({ blob }, index) => ({
    blob,
    caption: `${cleanLine(title)}${chosen.length > 1 ? `（${index + 1}）` : ''}`,
  }));
}
