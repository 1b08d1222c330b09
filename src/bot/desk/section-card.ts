import type { Card, CardBlock, CardButton } from '../../domain/message/card.ts';
import { describeMonth } from '../../domain/period/month.ts';
import type { ReportItem } from '../../domain/report/facts.ts';
import type { ItemGroup } from '../../domain/report/group-items.ts';
import { nameDepartments } from '../../domain/report/name-departments.ts';
import { derivedId } from '../../kernel/ids.ts';
import { texts } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { DESK_WORDS } from './desk-words.ts';
import { type Desk, printedIds } from './open-desk.ts';

/** An item with its buttons is drawn as 15 elements, of which a card may have 180. */
const ON_A_PAGE = 10;
/** A title longer than this is read in the item's own form. */
const SHOWN_SIGNS = 60;

/** Names the order of a section's text: a press on a card that shows another one moves nothing. */
export function nameOrder(group: ItemGroup): string {
  return derivedId(...printedIds(group)).slice(0, 8);
}

/**
 * A section's items in the order of the text, those left out at its end, each with what can be done with it. `at`: a page
 * from 1, or the id of an item on it; a page that is no more is the last.
 */
export async function sectionCard(
  ctx: CommandContext,
  desk: Desk,
  { group, at }: { readonly group: ItemGroup; readonly at: number | string },
): Promise<Card> {
  const words = DESK_WORDS[ctx.locale];
  const printed = group.items.filter(({ leftOut }) => !leftOut);
  const shown = [...printed, ...group.items.filter(({ leftOut }) => leftOut)];
  const pages = Math.ceil(shown.length / ON_A_PAGE);
  const found = shown.findIndex(({ id }) => id === at);
  const page =
    typeof at === 'number'
      ? Math.min(Math.max(at, 1), pages)
      : Math.floor(Math.max(found, 0) / ON_A_PAGE) + 1;
  const first = (page - 1) * ON_A_PAGE;
  const part = shown.slice(first, first + ON_A_PAGE);
  const records = await ctx.repos.items.byIds(part.map(({ id }) => id));
  const worded = new Set(records.filter(({ wording }) => wording !== undefined).map(({ id }) => id));
  const pageOf = pages > 1 ? ` ${page}/${pages}` : '';
  return {
    tone: 'info',
    title: `${describeMonth(desk.month)} ${words.group(group.name, printed.length)}${pageOf}`,
    blocks: [
      ...part.flatMap((item, index): CardBlock[] => [
        {
          kind: 'text',
          text: describe(ctx, desk, { item, place: first + index + 1, worded: worded.has(item.id) }),
        },
        {
          kind: 'buttons',
          buttons: itemButtons(ctx, desk, { item, group, place: first + index, last: printed.length - 1 }),
        },
      ]),
      { kind: 'divider' },
      { kind: 'buttons', buttons: pageButtons(ctx, desk, { group, page, pages }) },
    ],
  };
}

/** `2. #12《…》`, and below it who sent it in and what was made of it. */
function describe(
  ctx: CommandContext,
  { facts }: Desk,
  { item, place, worded }: { readonly item: ReportItem; readonly place: number; readonly worded: boolean },
): string {
  const words = DESK_WORDS[ctx.locale];
  const signs = [...item.title];
  const title = signs.length > SHOWN_SIGNS ? `${signs.slice(0, SHOWN_SIGNS).join('')}…` : item.title;
  const departments = texts(ctx.locale).list(nameDepartments(facts, item.departmentIds, () => ''));
  const mark = item.staleWording ? words.stale : worded ? words.worded : '';
  const notes = [departments, mark].filter((note) => note !== '').join(' · ');
  return `${item.leftOut ? words.leftOut : `${place}.`} #${item.serial}《${title}》\n${notes}`;
}

function itemButtons(
  ctx: CommandContext,
  { month }: Desk,
  {
    item,
    group,
    place,
    last,
  }: { readonly item: ReportItem; readonly group: ItemGroup; readonly place: number; readonly last: number },
): CardButton[] {
  const words = DESK_WORDS[ctx.locale];
  const data = { group: ctx.group.id, month, item: `#${item.serial}` };
  const edit: CardButton = { label: words.edit, action: 'desk.item', data };
  if (item.leftOut) return [{ label: words.restore, action: 'desk.restore', data }, edit];
  const seen = nameOrder(group);
  const move = (label: string, to: string): CardButton => ({
    label,
    action: 'desk.move',
    data: { ...data, to, seen },
  });
  return [
    ...(place > 0 ? [move(words.up, 'up')] : []),
    ...(place < last ? [move(words.down, 'down')] : []),
    { label: words.omit, action: 'desk.omit', data },
    edit,
  ];
}

function pageButtons(
  ctx: CommandContext,
  { month }: Desk,
  { group, page, pages }: { readonly group: ItemGroup; readonly page: number; readonly pages: number },
): CardButton[] {
  const words = DESK_WORDS[ctx.locale];
  const data = { group: ctx.group.id, month };
  const turn = (label: string, to: number): CardButton => ({
    label,
    action: 'desk.open',
    data: { ...data, block: group.name, page: String(to) },
  });
  return [
    ...(page > 1 ? [turn(words.previous, page - 1)] : []),
    ...(page < pages ? [turn(words.next, page + 1)] : []),
    { label: words.overview, action: 'desk.open', data },
  ];
}
