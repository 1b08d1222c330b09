import { matchSection } from '../../domain/item/guess-section.ts';
import type { ItemEdit } from '../../domain/item/item-edit.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { OfferedChange, SourceChange } from '../../domain/item/source-change.ts';
import { splitSubmission } from '../../domain/item/split-submission.ts';
import { dateOf, fromStamp, toStamp } from '../../kernel/clock.ts';
import { UserError } from '../../kernel/errors.ts';
import { derivedId } from '../../kernel/ids.ts';
import type { CommandContext } from '../context.ts';
import { previewEdit, readDate } from '../items/edit-item.ts';
import { messageOf } from './read-sources.ts';

/**
 * Compares the messages that were read back with the items of a month (`YYYY-MM`) and keeps each difference until a lead
 * decides on it. Nothing of an item is changed. Returns all that is open, what an earlier look found included.
 */
export async function offerChanges(ctx: CommandContext, month: string): Promise<readonly OfferedChange[]> {
  const { items, sourceChanges } = ctx.repos;
  const live = ctx.sources.size === 0 ? [] : (await items.ofMonth(ctx.group.id, month)).filter(isLive);
  for (const item of live) {
    if (!ctx.sources.has(messageOf(item))) continue;
    const offered = await findChange(ctx, item);
    if (offered === undefined) await sourceChanges.drop(item.id);
    else await sourceChanges.offer(offered, toStamp(ctx.now));
  }
  return sourceChanges.open(ctx.group.id, month);
}

function isLive({ state }: ItemRecord): boolean {
  return state !== 'withdrawn' && state !== 'merged';
}

async function findChange(ctx: CommandContext, item: ItemRecord): Promise<OfferedChange | undefined> {
  const messageId = messageOf(item);
  const source = ctx.sources.get(messageId);
  if (source === undefined) return undefined;
  if (source.kind === 'gone') {
    // A recall that the bot has seen was dealt with then.
    return (await ctx.repos.records.isBuried(messageId)) ? undefined : offer(item, { kind: 'gone' });
  }
  const siblings = await ctx.repos.items.bySource(messageId);
  const text = source.items[siblings.findIndex(({ id }) => id === item.id)];
  if (text === undefined || source.items.length !== siblings.length) {
    const first = siblings.find((one) => isLive(one) && one.month === item.month);
    return first?.id === item.id ? offer(item, { kind: 'regrouped' }, source.items) : undefined;
  }
  const edit = await findNews(ctx, item, readEdit(ctx, item, text));
  return previewEdit(ctx, item, edit).length > 0 ? offer(item, { kind: 'edited', edit }, [text]) : undefined;
}

function offer(item: ItemRecord, change: SourceChange, texts: readonly string[] = []): OfferedChange {
  return { itemId: item.id, hash: derivedId(change.kind, ...texts), change };
}

/** What is different from what the item was made of: the rest may have been edited since, and stays as it is. */
async function findNews(ctx: CommandContext, item: ItemRecord, edit: ItemEdit): Promise<ItemEdit> {
  const [first] = await ctx.repos.items.revisions(item.id);
  if (first === undefined) return edit;
  const changed = new Set<string>(previewEdit(ctx, first.item, edit).map(({ field }) => field));
  return Object.fromEntries(Object.entries(edit).filter(([field]) => changed.has(field)));
}

/** What the text says, as an edit. A date or section that means nothing here changes nothing. */
function readEdit(ctx: CommandContext, item: ItemRecord, text: string): ItemEdit {
  const { title, body, fields } = splitSubmission(text);
  const date = fields.date && findDate(fields.date, item);
  const section = fields.section && matchSection(fields.section, ctx.group.settings.sections);
  return {
    title,
    body,
    ...(date && { date }),
    ...(section && { section }),
    ...(fields.campaign && { campaign: fields.campaign }),
    ...(fields.outlets && { outlets: fields.outlets }),
  };
}

function findDate(written: string, item: ItemRecord): string | undefined {
  try {
    return readDate(written, dateOf(fromStamp(item.submittedAt))).toString();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
