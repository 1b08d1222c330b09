import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { SourceChange } from '../../domain/item/source-change.ts';
import type { ClickAnswer } from '../../domain/message/card.ts';
import { toStamp } from '../../kernel/clock.ts';
import { explain } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { editAndAsk } from '../items/edit-item.ts';
import { findItem } from '../items/find-item.ts';
import { withdrawItem } from '../items/withdraw-item.ts';
import { CHANGE_WORDS } from './change-words.ts';
import { changesCard } from './changes-card.ts';

/**
 * A lead's yes or no to a change of a message: once for each change. Adopted, it is an edit of the item (or its
 * withdrawal) like any other; declined, it is never offered again. The card goes on with what is still open.
 */
export async function answerChange(
  ctx: CommandContext,
  data: Readonly<Record<string, string>>,
  state: 'adopted' | 'declined',
): Promise<ClickAnswer> {
  const { item: ref = '', revision, hash = '', month = '' } = data;
  const words = CHANGE_WORDS[ctx.locale];
  const item = await findItem(ctx, ref);
  if (state === 'adopted' && revision !== String(item.revision)) {
    return redraw(ctx, month, { tone: 'warning', notice: explain(ctx.locale, 'item.changed', { ref }) });
  }
  const by = { state, actorId: ctx.actor.id, at: toStamp(ctx.now) };
  const change = await ctx.repos.sourceChanges.decide({ itemId: item.id, hash }, by);
  if (change === undefined) return redraw(ctx, month, { tone: 'info', notice: words.decided });
  if (state === 'declined') return redraw(ctx, month, { tone: 'info', notice: words.kept(item.number) });
  return redraw(ctx, month, { tone: 'success', notice: await adopt(ctx, item, change) });
}

async function adopt(ctx: CommandContext, item: ItemRecord, change: SourceChange): Promise<string> {
  const words = CHANGE_WORDS[ctx.locale];
  if (change.kind === 'edited') {
    await editAndAsk(ctx, item, { ...change.edit, note: words.editNote });
    return words.adopted(item.number);
  }
  if (change.kind === 'regrouped') return words.kept(item.number);
  await withdrawItem(ctx, item, words.goneNote);
  return words.withdrawn(item.number);
}

async function redraw(
  ctx: CommandContext,
  month: string,
  answer: Pick<ClickAnswer, 'tone' | 'notice'>,
): Promise<ClickAnswer> {
  const open = await ctx.repos.sourceChanges.open(ctx.group.id, month);
  return { ...answer, card: await changesCard(ctx, open, { month, notice: answer.notice }) };
}
