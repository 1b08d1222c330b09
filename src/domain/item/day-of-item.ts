import { dateOf, fromStamp } from '../../kernel/clock.ts';
import { lastDay } from '../period/month.ts';
import type { ItemRecord } from './item-record.ts';

/** The day (`YYYY-MM-DD`) that is printed for an item: of its event where the sender gave one, else of its submission. */
export function printedDay(item: Pick<ItemRecord, 'eventDate' | 'submittedAt'>): string {
  return item.eventDate ?? dateOf(fromStamp(item.submittedAt)).toString();
}

/** The day (`YYYY-MM-DD`) an item counts on: always one of the month it counts in, which a late one names by itself. */
export function dayOfItem(item: Pick<ItemRecord, 'eventDate' | 'submittedAt' | 'month'>): string {
  const day = printedDay(item);
  return day.startsWith(item.month) ? day : lastDay(item.month).toString();
}
