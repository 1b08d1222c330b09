import type { Seen, Spoken, Stored } from './evidence.ts';
import { groupBy } from './group-by.ts';

/*
 * What order means. The platform pushes a chat's messages one after the other, but a push that fails comes again, and
 * then later than messages that were sent after it; duplicates and laggards overtake. So of two messages of a chat the
 * first comes before the second only if its push had been acknowledged (a 200 was read for one of its copies) before
 * the very first push of the second began. Then the bot held the first durably before it can have heard of the second,
 * and has to answer in that order and, if both became items, to number them in that order. Where the two times overlap,
 * either order is right.
 *
 * Between a group and a private chat there is no order: they are worked on at the same time.
 */

interface Placed {
  readonly one: Spoken;
  readonly firstPush: number;
  readonly acknowledged: number;
  /** Where it came out: the place of its answer, or the number of its item. */
  readonly place: number;
}

/**
 * Messages whose answer came after that of a message which they came before; and those whose item has a greater number
 * than such a message's.
 */
export function findDisordered(
  { spoken }: Pick<Seen, 'spoken'>,
  { items }: Pick<Stored, 'items'>,
): readonly Spoken[] {
  const serials = new Map(items.map(({ source, serial }) => [source, serial]));
  return [...groupBy(spoken, ({ chat }) => chat).values()].flatMap((chat) => [
    ...findOvertaken(chat.flatMap((one) => placed(one, one.replies[0]?.place))),
    ...findOvertaken(chat.flatMap((one) => placed(one, serials.get(one.id)))),
  ]);
}

function placed(one: Spoken, place: number | undefined): Placed[] {
  const { firstPush, acknowledged } = one;
  if (firstPush === undefined || acknowledged === undefined || place === undefined) return [];
  return [{ one, firstPush, acknowledged, place }];
}

/** Those in front of which something stands whose first push began only after they were acknowledged. */
function findOvertaken(list: readonly Placed[]): readonly Spoken[] {
  let latestPush = Number.NEGATIVE_INFINITY;
  return list
    .toSorted((a, b) => a.place - b.place)
    .filter(({ firstPush, acknowledged }) => {
      const isOvertaken = acknowledged < latestPush;
      latestPush = Math.max(latestPush, firstPush);
      return isOvertaken;
    })
    .map(({ one }) => one);
}
