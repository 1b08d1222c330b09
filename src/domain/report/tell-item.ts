import { type Point, runOn } from './gather-blocks.ts';

/** An item told in one piece: its title as a sentence, then its body. */
export interface ToldItemView {
  /** The item's number, to trace it by. */
  readonly number: string;
  readonly text: string;
}

export function tellItem(point: Point): ToldItemView {
  return { number: point.number, text: `${point.title}${runOn(point)}` };
}
