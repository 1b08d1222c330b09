import { findDuplicates } from '../../domain/item/find-duplicates.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { addWeeks } from '../../domain/period/week.ts';
import type { CommandContext } from '../context.ts';
import { classifyNow } from './store-item.ts';

/** Near-duplicates are looked for among the items of this many weeks. */
const DUPLICATE_WEEKS = 6;
/** More likenesses say no more. */
const MOST_ALIKE = 3;

/** Finds items of the last weeks that a text is like, the likest first. They are read once, as they stand now. */
export async function openLikeness(
  ctx: CommandContext,
): Promise<(text: { readonly title: string; readonly body: string }) => readonly ItemRecord[]> {
  const { week } = classifyNow(ctx);
  const weeks = Array.from({ length: DUPLICATE_WEEKS }, (_, back) => addWeeks(week, -back));
  const recent = (await ctx.repos.items.ofWeeks(ctx.group.id, weeks)).filter(
    (item) => item.state !== 'withdrawn' && item.state !== 'merged',
  );
  const candidates = recent.map((item) => ({ id: item.id, text: `${item.title}\n${item.body}` }));
  return ({ title, body }) => {
    const ids = findDuplicates(`${title}\n${body}`, candidates);
    return ids.flatMap((id) => recent.filter((item) => item.id === id)).slice(0, MOST_ALIKE);
  };
}
