import { isHeldBack } from '../../domain/item/is-printable.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { type Locale, texts } from '../../kernel/text/texts.ts';

/** What most decides whether an item is printed, in a word: that it is held back, else its state. */
export function describeStanding(locale: Locale, item: Pick<ItemRecord, 'state' | 'secrecy'>): string {
  const { states, secrecy } = texts(locale);
  return isHeldBack(item) ? secrecy[item.secrecy] : states[item.state];
}
