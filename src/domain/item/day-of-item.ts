import { dateOf, fromStamp } from '../../kernel/clock.ts';
import { lastDay } from '../period/month.ts';
import type { ItemRecord } from './item-record.ts';

/** The day (`YYYY-MM-DD`) an item counts on: always one of the month it counts in, which a late one names by itself. */
export function dayOfItem(item: Pick<ItemRecord, 'eventDate' | 'submittedAt' | 'month'>): string {
  const day = item.eventDate ?? dateOf(fromStamp(item.submittedAt)).toString();
  return day.startsWith(item.month) ? day : lastDay(item.month).toString();
}
