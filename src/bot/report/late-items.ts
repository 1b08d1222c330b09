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
  const card = lateCard(ctx, item, { next: nextOpenMonth(frozen, item.month) });
  for (const personId of await ctx.repos.people.leads(ctx.group.id)) {
    await ctx.send({
      key: lateKey(item, personId),
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

/** A lead says where an item that came too late goes; it may be said anew until a final report prints it. */
export async function chooseForLate(
  ctx: CommandContext,
  number: string,
  choice: LateChoice,
): Promise<ClickAnswer> {
  const words = WORDS[ctx.locale];
  const item = await ctx.repos.items.find(ctx.group.id, { number });
  const frozen = await ctx.repos.reports.frozenMonths(ctx.group.id);
  if (item === undefined || !frozen.has(item.month)) {
    return { tone: 'warning', notice: texts(ctx.locale).click.outdated };
  }
  const printedIn = await ctx.repos.frozenItems.monthOf(item.id);
  if (printedIn !== undefined) return { tone: 'info', notice: words.printed(describeMonth(printedIn)) };
  await ctx.repos.frozenItems.choose(item.id, { choice, by: ctx.actor.id, at: toStamp(ctx.now) });
  const next = nextOpenMonth(frozen, item.month);
  const notice = words.chosen[choice](describeMonth(item.month), describeMonth(next));
  const card = lateCard(ctx, item, { next, outcome: notice });
  const others = (await ctx.repos.people.leads(ctx.group.id)).filter((id) => id !== ctx.actor.id);
  for (const personId of others) await ctx.repos.outbox.redraw(lateKey(item, personId), card);
  return { tone: 'success', notice, card };
}

function lateCard(
  ctx: CommandContext,
  item: ItemRecord,
  { next, outcome }: { readonly next: string; readonly outcome?: string },
): Card {
  const words = WORDS[ctx.locale];
  const month = describeMonth(item.month);
  const data = { group: ctx.group.id, item: item.number };
  const buttons: CardBlock = {
    kind: 'buttons',
    buttons: [
      { label: words.next, action: 'amend.next', data },
      { label: words.include, action: 'amend.include', data },
    ],
  };
  return {
    tone: outcome === undefined ? 'warning' : 'neutral',
    title: words.title(item.serial, month),
    blocks: [
      { kind: 'text', text: outcome ?? words.text(nameOf(item), month, describeMonth(next)) },
      ...(outcome === undefined ? [buttons] : []),
    ],
  };
}

function nameOf({ serial, title }: ItemRecord): string {
  return `#${serial}《${title}》`;
}
