import { isGone } from '../../domain/item/is-printable.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { Card, CardBlock, ClickAnswer } from '../../domain/message/card.ts';
import { describeMonth } from '../../domain/period/month.ts';
import { toStamp } from '../../kernel/clock.ts';
import { texts, type Words } from '../../kernel/text/texts.ts';
import type { LateChoice } from '../../store/repos/frozen-items.ts';
import type { CommandContext } from '../context.ts';
import { findSentUp } from '../hand-up/find-sent-up.ts';
import { tellReceiver } from '../hand-up/tell-receiver.ts';
import { describeStanding } from '../items/describe-standing.ts';
import { tellLead } from '../reminder/plan-reminder.ts';
import { nextOpenMonth } from './items-of-report.ts';

interface LateWords {
  readonly title: (serial: number, month: string) => string;
  readonly titleOfMany: (count: number, month: string) => string;
  readonly these: string;
  readonly text: (item: string, month: string, next: string) => string;
  readonly next: string;
  readonly include: string;
  readonly chosen: Readonly<Record<LateChoice, (month: string, next: string) => string>>;
  readonly printed: (month: string) => string;
  readonly differs: (month: string, item: string, state: string) => string;
  readonly sentUp: (units: string) => string;
  readonly takeDown: (unit: string, number: string) => string;
}

const WORDS: Words<LateWords> = {
  'zh-CN': {
    title: (serial, month) => `#${serial} 晚于${month}报告定稿`,
    titleOfMany: (count, month) => `${count} 条晚于${month}报告定稿`,
    these: '以上各条',
    text: (item, month, next) =>
      `${item}属于${month}，该月报告已定稿。不选择的，列入${next}报告的“上月补报”。`,
    next: '列入上月补报',
    include: '编入更正',
    chosen: {
      next: (_, next) => `已定：列入${next}报告的“上月补报”。`,
      amend: (month) => `已定：编入更正。请发送 /更正 ${month}。`,
    },
    printed: (month) => `这条信息已列入${month}的定稿，不用再选。`,
    differs: (month, item, state) =>
      `${month}报告已定稿，其中${item}后来有改动（现为${state}）。定稿文件不变；需要更正请发送 /更正 ${month}。`,
    sentUp: (units) => `这条已上报${units}，更正后请再 /上报。`,
    takeDown: (unit, number) => `这条已上报${unit}，请与对方联系撤下（对方编号 ${number}）。`,
  },
  en: {
    title: (serial, month) => `#${serial} came after the report of ${month} was final`,
    titleOfMany: (count, month) => `${count} items came after the report of ${month} was final`,
    these: 'Each of these',
    text: (item, month, next) =>
      `${item} belongs to ${month}, whose report is final. Unless you choose, it goes into the report of ${next}.`,
    next: 'Next report',
    include: 'Amendment',
    chosen: {
      next: (_, next) => `Decided: it goes into the report of ${next}.`,
      amend: (month) => `Decided: it goes into an amendment. Send /amend ${month}.`,
    },
    printed: (month) => `This item is in the final report of ${month} already.`,
    differs: (month, item, state) =>
      `The final report of ${month} prints ${item}, which was changed since (now ${state}). The file stays; /amend ${month} corrects it.`,
    sentUp: (units) => ` It was handed up to ${units}: /hand-up it again then.`,
    takeDown: (unit, number) =>
      ` It was handed up to ${unit}: please ask them to take it down (${number} there).`,
  },
};

/**
 * What becomes of an item beside final reports. One that its month's final report lacks is put before the leads, once;
 * of one that a final report prints they hear that it is not the same any more, once a day, unless `isTold`: they have
 * heard so already. A group above that it was handed up to hears when it is not to be printed any more.
 */
export async function followFrozen(
  ctx: CommandContext,
  item: ItemRecord,
  { isTold = false }: { readonly isTold?: boolean } = {},
): Promise<void> {
  const frozen = await ctx.repos.reports.frozenMonths(ctx.group.id);
  if (frozen.size === 0) return;
  await tellReceiver(ctx, item);
  const printedIn = await ctx.repos.frozenItems.monthOf(item.id);
  if (printedIn !== undefined) return isTold ? undefined : tellOfDifference(ctx, item, printedIn);
  if (!frozen.has(item.month) || item.state === 'withdrawn' || item.state === 'merged') return;
  await askAboutLate(ctx, [item], frozen);
}

/** Puts items of one month, whose report is final without them, before the leads: on one card, to be decided in one. */
export async function askAboutLate(
  ctx: CommandContext,
  items: readonly ItemRecord[],
  frozen: ReadonlySet<string>,
): Promise<void> {
  const [first] = items;
  if (first === undefined) return;
  const card = lateCard(ctx, items, { month: first.month, next: nextOpenMonth(frozen, first.month) });
  for (const personId of await ctx.repos.people.leads(ctx.group.id)) {
    await ctx.send({
      key: lateKey(first, personId),
      target: { kind: 'person', personId },
      message: { kind: 'card', card },
    });
  }
}

async function tellOfDifference(ctx: CommandContext, item: ItemRecord, printedIn: string): Promise<void> {
  const words = WORDS[ctx.locale];
  const { list } = texts(ctx.locale);
  const text = words.differs(describeMonth(printedIn), nameOf(item), describeStanding(ctx.locale, item));
  const sentUp = await findSentUp(ctx, item);
  const again = sentUp.length === 0 ? '' : words.sentUp(list(sentUp.map(({ unit }) => unit)));
  const more = isGone(item) ? sentUp.map(({ unit, number }) => words.takeDown(unit, number)).join('') : again;
  // Words to correct it do not stand for those to take it down.
  const kind = isGone(item) ? 'frozen-gone' : 'frozen-differs';
  return tellLead(ctx, { key: `${kind}:${item.id}:${ctx.today.toString()}`, text: text + more });
}

function lateKey({ id, month }: ItemRecord, personId: string): string {
  return `late-item:${id}:${month}:${personId}`;
}

/**
 * A lead says where items of a month that came too late go (`written`: their numbers, as the card has them); it may be
 * said anew until a final report prints them.
 */
export async function chooseForLate(
  ctx: CommandContext,
  written: string,
  choice: LateChoice,
): Promise<ClickAnswer> {
  const words = WORDS[ctx.locale];
  const frozen = await ctx.repos.reports.frozenMonths(ctx.group.id);
  const items = (await findNumbered(ctx, written)).filter(({ month }) => frozen.has(month));
  const [first] = items;
  if (first === undefined) return { tone: 'warning', notice: texts(ctx.locale).click.outdated };
  let printedIn: string | undefined;
  let open = 0;
  for (const { id } of items) {
    const month = await ctx.repos.frozenItems.monthOf(id);
    printedIn ??= month;
    if (month !== undefined) continue;
    open += 1;
    await ctx.repos.frozenItems.choose(id, { choice, by: ctx.actor.id, at: toStamp(ctx.now) });
  }
  if (open === 0) return { tone: 'info', notice: words.printed(describeMonth(printedIn ?? first.month)) };
  const next = nextOpenMonth(frozen, first.month);
  const notice = words.chosen[choice](describeMonth(first.month), describeMonth(next));
  const card = lateCard(ctx, items, { month: first.month, next, outcome: notice });
  const others = (await ctx.repos.people.leads(ctx.group.id)).filter((id) => id !== ctx.actor.id);
  for (const personId of others) await ctx.repos.outbox.redraw(lateKey(first, personId), card);
  return { tone: 'success', notice, card };
}

/** More than one sending brings, a click was not made by a card of ours. */
const MOST_NUMBERS = 100;

async function findNumbered(ctx: CommandContext, written: string): Promise<readonly ItemRecord[]> {
  const items: ItemRecord[] = [];
  for (const number of written.split('\n').slice(0, MOST_NUMBERS)) {
    const item = await ctx.repos.items.find(ctx.group.id, { number });
    if (item !== undefined) items.push(item);
  }
  return items;
}

function lateCard(
  ctx: CommandContext,
  items: readonly ItemRecord[],
  given: { readonly month: string; readonly next: string; readonly outcome?: string },
): Card {
  const words = WORDS[ctx.locale];
  const { outcome } = given;
  const [month, next] = [describeMonth(given.month), describeMonth(given.next)];
  const [only] = items.length === 1 ? items : [];
  const data = { group: ctx.group.id, item: items.map(({ number }) => number).join('\n') };
  const buttons: CardBlock = {
    kind: 'buttons',
    buttons: [
      { label: words.next, action: 'amend.next', data },
      { label: words.include, action: 'amend.include', data },
    ],
  };
  return {
    tone: outcome === undefined ? 'warning' : 'neutral',
    title: only === undefined ? words.titleOfMany(items.length, month) : words.title(only.serial, month),
    blocks: [
      ...(only === undefined ? [{ kind: 'list' as const, items: items.map(nameOf) }] : []),
      {
        kind: 'text',
        text: outcome ?? words.text(only === undefined ? words.these : nameOf(only), month, next),
      },
      ...(outcome === undefined ? [buttons] : []),
    ],
  };
}

function nameOf({ serial, title }: ItemRecord): string {
  return `#${serial}《${title}》`;
}
