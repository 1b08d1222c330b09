import { asPoint } from './chinese-number.ts';
import type { ReportBlock } from './gather-blocks.ts';

/** What a point of a block begins with: `一是` and its title as a sentence. The only point of a block is not counted. */
export function leadOf({ points }: Pick<ReportBlock, 'points'>, index: number): string {
  return `${points.length === 1 ? '' : asPoint(index + 1)}${points[index]?.title ?? ''}`;
}
