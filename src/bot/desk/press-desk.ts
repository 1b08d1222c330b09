import type { Card, ClickAnswer } from '../../domain/message/card.ts';
import { describeMonth } from '../../domain/period/month.ts';
import { parseMonth } from '../../domain/period/parse-period.ts';
import { DIRECTIONS } from '../../domain/report/arrange-items.ts';
import type { DeskOrder } from '../../domain/report/desk-order.ts';
import { UserError } from '../../kernel/errors.ts';
import { explain, texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { carryOut, type DeskOutcome } from './carry-out.ts';
import { DESK_WORDS } from './desk-words.ts';
import { itemForm, readItemForm } from './item-form.ts';
import { findOnDesk, groupOf, type OnDesk, openDesk } from './open-desk.ts';
import { overviewCard } from './overview-card.ts';
import { nameOrder, sectionCard } from './section-card.ts';

type Pressed = Readonly<Record<string, string>>;

/** The whole desk, or one of its sections where `block` names one. */
export async function showDesk(ctx: CommandContext, data: Pressed): Promise<ClickAnswer> {
  const month = parseMonth(data.month ?? '', ctx.today);
  if (month === undefined) return { tone: 'warning', notice: texts(ctx.locale).click.outdated };
  const page = Number(data.page);
  const at = Number.isInteger(page) ? page : 1;
  const card = await drawDesk(ctx, { month, block: data.block, at });
  return { tone: 'info', notice: card.title, card };
}

/** An item's form. What is no longer on the desk gives the desk as it is. */
export async function showItem(ctx: CommandContext, data: Pressed): Promise<ClickAnswer> {
  return onDesk(ctx, data, async (on) => {
    const card = itemForm(ctx, on);
    return { tone: 'info', notice: card.title, card };
  });
}

/** Does one thing with an item and draws its section anew. */
export async function pressOrder(ctx: CommandContext, data: Pressed, order: DeskOrder): Promise<ClickAnswer> {
  return onDesk(ctx, data, async (on) => redrawn(ctx, on, await carryOut(ctx, on, order)));
}

/** A move counts for the order that the card showed: in another one it would do something else than the person meant. */
export async function pressMove(ctx: CommandContext, data: Pressed): Promise<ClickAnswer> {
  const direction = DIRECTIONS.find((one) => one === data.to);
  if (direction === undefined) return { tone: 'warning', notice: texts(ctx.locale).click.outdated };
  return onDesk(ctx, data, async (on) => {
    const isSeen = data.seen === undefined || data.seen === nameOrder(on.group);
    return isSeen
      ? redrawn(ctx, on, await carryOut(ctx, on, { kind: 'move', direction }))
      : redrawn(ctx, on, { isDone: false, notice: DESK_WORDS[ctx.locale].changed });
  });
}

/** Everything that the item's form asks for. A form made of an older state of the item changes nothing. */
export async function saveItem(ctx: CommandContext, data: Pressed): Promise<ClickAnswer> {
  return onDesk(ctx, data, async (on) => {
    const words = DESK_WORDS[ctx.locale];
    if (data.revision !== String(on.item.revision)) {
      return { tone: 'warning', notice: words.changed, card: itemForm(ctx, on) };
    }
    const outcomes: DeskOutcome[] = [];
    for (const order of readItemForm(ctx.form, on)) {
      // What the order before has changed, its revision included, is read anew.
      outcomes.push(await carryOut(ctx, await findOnDesk(ctx, data.item ?? ''), order));
    }
    const isDone = outcomes.some((outcome) => outcome.isDone);
    const notice = outcomes.map((outcome) => outcome.notice).join('') || words.same;
    return redrawn(ctx, on, { isDone, notice });
  });
}

/** With the item that was pressed; where it is on no desk any more, the present desk says what became of it. */
async function onDesk(
  ctx: CommandContext,
  data: Pressed,
  act: (on: OnDesk) => Promise<ClickAnswer>,
): Promise<ClickAnswer> {
  const found = await findPressed(ctx, data.item ?? '');
  if (!(found instanceof UserError)) return act(found);
  const shown = await showDesk(ctx, { month: data.month ?? '' });
  return { ...shown, tone: 'warning', notice: explain(ctx.locale, found.code, found.data) };
}

async function findPressed(ctx: CommandContext, item: string): Promise<OnDesk | UserError> {
  try {
    return await findOnDesk(ctx, item);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

async function redrawn(
  ctx: CommandContext,
  { month, item, group }: OnDesk,
  { isDone, notice }: DeskOutcome,
): Promise<ClickAnswer> {
  const card = await drawDesk(ctx, { month, block: group.name, at: item.id });
  return { tone: isDone ? 'success' : 'info', notice, card };
}

/** The section that an item is in now, else the named one, else all of them; for a final month why there is none. */
async function drawDesk(
  ctx: CommandContext,
  {
    month,
    block,
    at,
  }: { readonly month: string; readonly block: string | undefined; readonly at: number | string },
): Promise<Card> {
  const frozen = await ctx.repos.reports.frozenMonths(ctx.group.id);
  if (frozen.has(month)) return closedCard(ctx, month);
  const desk = await openDesk(ctx, month);
  const itsOwn = typeof at === 'string' ? groupOf(desk, at) : undefined;
  const group = itsOwn ?? desk.groups.find(({ name }) => name === block);
  return group === undefined ? overviewCard(ctx, desk) : sectionCard(ctx, desk, { group, at });
}

function closedCard(ctx: CommandContext, month: string): Card {
  const name = describeMonth(month);
  const text = explain(ctx.locale, 'desk.frozen', { month: name });
  return { tone: 'neutral', title: DESK_WORDS[ctx.locale].title(name), blocks: [{ kind: 'text', text }] };
}
