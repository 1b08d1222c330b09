import { digestOf, type HandedUpText, type ItemOrigin } from '../../domain/hand-up/item-origin.ts';
import { printedDay } from '../../domain/item/day-of-item.ts';
import { isPrintable } from '../../domain/item/is-printable.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import { printedText } from '../../domain/item/wording.ts';
import type { ReportItem } from '../../domain/report/facts.ts';
import type { ReportVersion } from '../../store/repos/reports.ts';
import type { CommandContext } from '../context.ts';

/** How an item of a final report stands with the upper group. */
export type Standing =
  | { readonly kind: 'new' }
  /** Handed up before, and corrected since. */
  | { readonly kind: 'corrected'; readonly origin: ItemOrigin; readonly above: ItemRecord }
  | { readonly kind: 'sent'; readonly above: ItemRecord }
  | { readonly kind: 'refused'; readonly why: Refusal };

export type Refusal =
  /** A lead leaves it out of the report's text. */
  | { readonly kind: 'left-out' }
  /** Not approved any more, or held back from print. */
  | { readonly kind: 'not-printable'; readonly item: ItemRecord }
  /** Not what the final report prints: that has to be amended first. */
  | { readonly kind: 'edited' }
  /** The upper group returned these very words. */
  | { readonly kind: 'returned'; readonly above: ItemRecord }
  /** Withdrawn or merged up there. */
  | { readonly kind: 'closed'; readonly above: ItemRecord }
  /** A final report up there prints it. */
  | { readonly kind: 'frozen'; readonly above: ItemRecord; readonly month: string };

export interface Candidate {
  readonly printed: ReportItem;
  readonly text: HandedUpText;
  readonly standing: Standing;
}

/** Items of a final report, each with how it stands with the upper group, in the report's order. */
export async function listCandidates(
  ctx: CommandContext,
  { facts }: Pick<ReportVersion, 'facts'>,
  parentId: string,
): Promise<readonly Candidate[]> {
  const ids = facts.items.map(({ id }) => id);
  const live = await readItems(ctx, ids);
  const origins = await ctx.repos.itemOrigins.handedUp(parentId, ids);
  const above = await readItems(
    ctx,
    [...origins.values()].map(({ itemId }) => itemId),
  );
  const candidates: Candidate[] = [];
  for (const printed of facts.items) {
    const item = live.get(printed.id);
    if (item === undefined) continue;
    const text = { title: printed.title, body: printed.body, eventDate: item.eventDate };
    const origin = origins.get(printed.id);
    const sent = origin && above.get(origin.itemId);
    const standing =
      refuseHere(printed, item) ??
      (origin === undefined || sent === undefined
        ? { kind: 'new' as const }
        : await compare(ctx, { origin, above: sent, digest: digestOf(text) }));
    candidates.push({ printed, text, standing });
  }
  return candidates;
}

/** Why an item can't leave this group: only what is final and still stands as it is printed does. */
function refuseHere(printed: ReportItem, item: ItemRecord): Standing | undefined {
  if (!isPrintable(item)) return { kind: 'refused', why: { kind: 'not-printable', item } };
  if (printed.leftOut === true) return { kind: 'refused', why: { kind: 'left-out' } };
  const now = printedText(item);
  const isSame =
    now.title === printed.title && now.body === printed.body && printedDay(item) === printed.date;
  return isSame ? undefined : { kind: 'refused', why: { kind: 'edited' } };
}

interface SentBefore {
  readonly origin: ItemOrigin;
  readonly above: ItemRecord;
  readonly digest: string;
}

async function compare(ctx: CommandContext, { origin, above, digest }: SentBefore): Promise<Standing> {
  if (origin.digest === digest) {
    return above.state === 'returned'
      ? { kind: 'refused', why: { kind: 'returned', above } }
      : { kind: 'sent', above };
  }
  if (above.state === 'withdrawn' || above.state === 'merged') {
    return { kind: 'refused', why: { kind: 'closed', above } };
  }
  const month = await ctx.repos.frozenItems.monthOf(above.id);
  if (month !== undefined) return { kind: 'refused', why: { kind: 'frozen', above, month } };
  return { kind: 'corrected', origin, above };
}

/** Far below the number of parameters that a statement may have. */
const AT_ONCE = 500;

async function readItems(
  ctx: CommandContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ItemRecord>> {
  const found = new Map<string, ItemRecord>();
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const items = await ctx.repos.items.byIds(ids.slice(first, first + AT_ONCE));
    for (const item of items) found.set(item.id, item);
  }
  return found;
}
