import { type ItemRecord, UNJUDGED } from './item-record.ts';

/**
 * Whether an item may stand in a report: approved, and held back by nobody. What nobody has judged is printed, and the
 * report's table says that it was not judged.
 */
export function isPrintable(item: Pick<ItemRecord, 'state' | 'secrecy'>): boolean {
  return item.state === 'approved' && !isHeldBack(item);
}

/** 不宜公开 or 需报审. */
export function isHeldBack({ secrecy }: Pick<ItemRecord, 'secrecy'>): boolean {
  return secrecy !== 'open' && secrecy !== UNJUDGED;
}

/** Closed or held back: no edit and no review of it brings it to print. */
export function isGone(item: Pick<ItemRecord, 'state' | 'secrecy'>): boolean {
  return item.state === 'withdrawn' || item.state === 'merged' || isHeldBack(item);
}
