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
  readonly firstPush: number;
  readonly acknowledged: number;
  /** Where it came out: the place of its answer, or the number of its item. */
  readonly place: number;
}

/** How many answers, and how many numbers, came after those of a message that their own message came before. */
export function countDisordered({ spoken }: Pick<Seen, 'spoken'>, { items }: Pick<Stored, 'items'>): number {
  const serials = new Map(items.map(({ source, serial }) => [source, serial]));
  const byChat = groupBy(spoken, ({ chat }) => chat);
  return [...byChat.values()].reduce(
    (sum, chat) =>
      sum +
      countOvertaken(chat.flatMap((one) => placed(one, one.replies[0]?.place))) +
      countOvertaken(chat.flatMap((one) => placed(one, serials.get(one.id)))),
    0,
  );
}

function placed({ firstPush, acknowledged }: Spoken, place: number | undefined): Placed[] {
  if (firstPush === undefined || acknowledged === undefined || place === undefined) return [];
  return [{ firstPush, acknowledged, place }];
}

/** Those in front of which something stands whose first push began only after they were acknowledged. */
function countOvertaken(list: readonly Placed[]): number {
  let [count, latestPush] = [0, Number.NEGATIVE_INFINITY];
  for (const { firstPush, acknowledged } of list.toSorted((a, b) => a.place - b.place)) {
    if (acknowledged < latestPush) count += 1;
    latestPush = Math.max(latestPush, firstPush);
  }
  return count;
}
