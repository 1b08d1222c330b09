import { derivedId } from '../../kernel/ids.ts';

/**
 * Where an item came from that a lower group has handed up. The names are those of that day, so that nothing of the
 * lower group has to be read to show them.
 */
export interface ItemOrigin {
  /** The item in the upper group. */
  readonly itemId: string;
  readonly groupId: string;
  readonly originItemId: string;
  readonly originGroupId: string;
  /** What the upper group calls the lower one. */
  readonly unit: string;
  /** The item's number there, and the name of its department. */
  readonly number: string;
  readonly department: string;
  /** The final report that printed it: `YYYY-MM` and version. */
  readonly month: string;
  readonly version: number;
  /** Of the words that were handed up last: `digestOf`. */
  readonly digest: string;
}

export interface HandedUpText {
  readonly title: string;
  readonly body: string;
  /** The day of the event, `YYYY-MM-DD`, where one was given. */
  readonly eventDate?: string | undefined;
}

/** The same for the same words and day alone. */
export function digestOf({ title, body, eventDate = '' }: HandedUpText): string {
  return derivedId('handed-up', title, body, eventDate);
}
