import { derivedId } from '../../kernel/ids.ts';

interface ItemText {
  readonly title: string;
  readonly body: string;
}

/** A lead's own words for an item, for the report alone: the item keeps its text. */
export interface Wording extends ItemText {
  /** Names the title and body that it was made from. */
  readonly of: string;
}

type Worded = ItemText & { readonly wording?: Wording | undefined };

/** Another wording of an item; undefined where it says what the item says. */
export function writeWording(item: ItemText, { title, body }: ItemText): Wording | undefined {
  return title === item.title && body === item.body ? undefined : { title, body, of: nameText(item) };
}

/** Whether the item's title or body has been edited since it was worded anew. */
export function isStale(item: Worded): boolean {
  return item.wording !== undefined && item.wording.of !== nameText(item);
}

/** What a report prints: the lead's words, unless they are older than the item's. */
export function printedText(item: Worded): ItemText {
  const { title, body } = item.wording !== undefined && !isStale(item) ? item.wording : item;
  return { title, body };
}

function nameText({ title, body }: ItemText): string {
  return derivedId(title, body);
}
