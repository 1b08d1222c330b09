import type { RevisionAction } from '../../domain/item/item-record.ts';
import { printedText, writeWording } from '../../domain/item/wording.ts';
import { type Direction, moveItem } from '../../domain/report/arrange-items.ts';
import type { DeskOrder } from '../../domain/report/desk-order.ts';
import { toStamp } from '../../kernel/clock.ts';
import type { ItemChange } from '../../store/repos/items.ts';
import type { CommandContext } from '../context.ts';
import { editItem, previewEdit } from '../items/edit-item.ts';
import { findItem } from '../items/find-item.ts';
import { mergeItem } from '../items/merge-item.ts';
import { DESK_WORDS } from './desk-words.ts';
import { type OnDesk, printedIds } from './open-desk.ts';

/** What to say. `isDone`: something was changed; otherwise it stood so already, or can't be. */
export interface DeskOutcome {
  readonly isDone: boolean;
  readonly notice: string;
}

/**
 * Does what a lead wants of an item, each as a revision of it; its review stays as it is. Throws UserError for a section
 * that the group has not, and for another item that can't be merged with.
 */
export async function carryOut(ctx: CommandContext, on: OnDesk, order: DeskOrder): Promise<DeskOutcome> {
  switch (order.kind) {
    case 'move':
      return move(ctx, on, order.direction);
    case 'omit':
    case 'restore':
      return choose(ctx, on, order.kind);
    case 'section':
      return changeSection(ctx, on, order.name);
    case 'shorten':
      return shorten(ctx, on, order);
    case 'original':
      return useOwnText(ctx, on);
    case 'merge':
      return merge(ctx, on, order.into);
  }
}

async function move(ctx: CommandContext, on: OnDesk, direction: Direction): Promise<DeskOutcome> {
  const words = DESK_WORDS[ctx.locale];
  const { item, group, month } = on;
  if (item.leftOut) return asItWas(words.outFirst(nameOf(on)));
  const order = moveItem(group.items, item.id, direction);
  if (order === undefined) return asItWas(words.atEnd[direction](nameOf(on)));
  await ctx.repos.itemPlaces.arrange({ groupId: ctx.group.id, month }, order);
  const printed = new Set(printedIds(group));
  const place = order.filter((id) => printed.has(id)).indexOf(item.id) + 1;
  await revise(ctx, on, {}, { action: 'move', note: words.place(group.name, place) });
  return done(words.placed(nameOf(on), group.name, place));
}

async function choose(ctx: CommandContext, on: OnDesk, action: 'omit' | 'restore'): Promise<DeskOutcome> {
  const words = DESK_WORDS[ctx.locale];
  const leftOut = action === 'omit';
  if (on.item.leftOut === leftOut) return asItWas((leftOut ? words.wasOut : words.wasIn)(nameOf(on)));
  await revise(ctx, on, { leftOut }, { action });
  return done((leftOut ? words.omitted : words.restored)(nameOf(on)));
}

async function changeSection(ctx: CommandContext, on: OnDesk, section: string): Promise<DeskOutcome> {
  const words = DESK_WORDS[ctx.locale];
  const [change] = previewEdit(ctx, on.item, { section });
  if (change === undefined) return asItWas(words.same);
  const note = `${change.from} → ${change.to}`;
  await editItem(ctx, on.item, { section, note });
  const isCarried = on.entry.carriedFrom !== undefined;
  return done((isCarried ? words.movedCarried : words.moved)(nameOf(on), change.to));
}

async function shorten(
  ctx: CommandContext,
  on: OnDesk,
  written: { readonly title?: string; readonly body: string },
): Promise<DeskOutcome> {
  const { item } = on;
  const now = printedText(item);
  const { title = now.title, body } = written;
  if (title === now.title && body === now.body) return asItWas(DESK_WORDS[ctx.locale].same);
  const wording = writeWording(item, { title, body });
  if (wording === undefined) return useOwnText(ctx, on);
  await revise(ctx, on, { wording }, { action: 'shorten' });
  return done(DESK_WORDS[ctx.locale].shortened(nameOf(on)));
}

async function useOwnText(ctx: CommandContext, on: OnDesk): Promise<DeskOutcome> {
  const words = DESK_WORDS[ctx.locale];
  if (on.item.wording === undefined) return asItWas(words.notWorded(nameOf(on)));
  await revise(ctx, on, { wording: undefined }, { action: 'unshorten' });
  return done(words.unshortened(nameOf(on)));
}

async function merge(ctx: CommandContext, { item }: OnDesk, into: string): Promise<DeskOutcome> {
  const target = await findItem(ctx, into);
  return done(await mergeItem(ctx, item, target));
}

async function revise(
  ctx: CommandContext,
  { item }: OnDesk,
  change: ItemChange,
  deed: { readonly action: RevisionAction; readonly note?: string },
): Promise<void> {
  await ctx.repos.items.change(item, change, { actorId: ctx.actor.id, at: toStamp(ctx.now), ...deed });
}

function nameOf({ item }: OnDesk): string {
  return `#${item.serial}`;
}

function done(notice: string): DeskOutcome {
  return { isDone: true, notice };
}

function asItWas(notice: string): DeskOutcome {
  return { isDone: false, notice };
}
