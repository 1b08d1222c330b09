import type { ItemRecord } from '../../domain/item/item-record.ts';
import { printedText, writeWording } from '../../domain/item/wording.ts';
import type { CardBlock } from '../../domain/message/card.ts';
import type { MonthFacts } from '../../domain/report/facts.ts';
import { listPunctuation, type PunctuationSuggestion } from '../../domain/report/list-punctuation.ts';
import { toStamp } from '../../kernel/clock.ts';
import type { Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';

interface OfferWords {
  readonly open: (marks: number, items: number) => string;
  readonly accept: string;
  readonly accepted: (items: number) => string;
}

const WORDS: Words<OfferWords> = {
  'zh-CN': {
    open: (marks, items) =>
      `标点建议 ${marks} 处（${items} 条信息），已在 Word 中以修订标出，采纳前按原文印。`,
    accept: '采纳标点建议',
    accepted: (items) => `${items} 条信息的标点建议已采纳，再次汇总后生效；信息原文不变。`,
  },
  en: {
    open: (marks, items) =>
      `Punctuation: ${marks} changes suggested in ${items} items, tracked in the Word file; until accepted the report prints what was sent.`,
    accept: 'Accept the punctuation',
    accepted: (items) =>
      `The punctuation of ${items} items is accepted and will be in the next version; the items themselves stay.`,
  },
};

/** What the card of a version says of its items' punctuation, with a button while something is open. */
export async function offerPunctuation(
  ctx: CommandContext,
  facts: MonthFacts,
): Promise<readonly CardBlock[]> {
  const words = WORDS[ctx.locale];
  const suggestions = listPunctuation(facts);
  const items = await readItems(ctx, suggestions);
  const open = suggestions.filter((one) => prints(items.get(one.item.id), one.item));
  const accepted = suggestions.filter((one) => prints(items.get(one.item.id), one.corrected));
  const marks = open.reduce((sum, { count }) => sum + count, 0);
  const data = { group: ctx.group.id, month: facts.month, version: String(facts.version) };
  return [
    ...(accepted.length > 0 ? ([{ kind: 'text', text: words.accepted(accepted.length) }] as const) : []),
    ...(open.length > 0
      ? ([
          { kind: 'text', text: words.open(marks, open.length) },
          { kind: 'buttons', buttons: [{ label: words.accept, action: 'compile.punctuate', data }] },
        ] as const)
      : []),
  ];
}

/**
 * Takes over what a version suggests, as the report's own wording of each item: the item keeps its text and its reviews.
 * What has been edited since is passed over. Returns what to say; undefined when nothing was left to take over.
 */
export async function acceptPunctuation(ctx: CommandContext, facts: MonthFacts): Promise<string | undefined> {
  const suggestions = listPunctuation(facts);
  const items = await readItems(ctx, suggestions);
  let accepted = 0;
  for (const { item: printed, corrected } of suggestions) {
    const item = items.get(printed.id);
    if (item === undefined || !prints(item, printed)) continue;
    await ctx.repos.items.change(
      item,
      { wording: writeWording(item, corrected) },
      { actorId: ctx.actor.id, at: toStamp(ctx.now), action: 'punctuate' },
    );
    accepted += 1;
  }
  return accepted === 0 ? undefined : WORDS[ctx.locale].accepted(accepted);
}

async function readItems(
  ctx: CommandContext,
  suggestions: readonly PunctuationSuggestion[],
): Promise<ReadonlyMap<string, ItemRecord>> {
  const items = await ctx.repos.items.byIds(suggestions.map(({ item }) => item.id));
  return new Map(items.filter(({ state }) => state === 'approved').map((item) => [item.id, item]));
}

/** Whether the report would print these words of the item now. */
function prints(item: ItemRecord | undefined, { title, body }: { title: string; body: string }): boolean {
  if (item === undefined) return false;
  const text = printedText(item);
  return text.title === title && text.body === body;
}
