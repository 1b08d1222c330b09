import type { ItemEdit } from './item-edit.ts';

/**
 * What became of the message that an item came from. `edited`: it says something else now; `regrouped`: it says so many
 * items now that it is not plain which is which; `gone`: it was deleted.
 */
export type SourceChange =
  | { readonly kind: 'edited'; readonly edit: ItemEdit }
  | { readonly kind: 'regrouped' | 'gone' };

/** A change that waits for a person's yes or no. `hash` names it: the same change is offered until it is decided, once. */
export interface OfferedChange {
  readonly itemId: string;
  readonly hash: string;
  readonly change: SourceChange;
}
