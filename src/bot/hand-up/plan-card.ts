import type { Card, CardBlock } from '../../domain/message/card.ts';
import type { OutgoingMessage } from '../../domain/message/outgoing.ts';
import { describeMonth } from '../../domain/period/month.ts';
import { type Locale, texts, type Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { candidateLine, refusedLine, sentLine } from './candidate-words.ts';
import { isReady } from './choose-picked.ts';
import { MOST_AT_ONCE } from './hand-up-items.ts';
import type { Candidate } from './list-candidates.ts';
import type { Outcome } from './send-picked.ts';
import type { Sending } from './sending.ts';

interface PlanWords {
  readonly title: (month: string, version: number, unit: string) => string;
  readonly parts: Readonly<Record<'ready' | 'refused' | 'sent', string>>;
  readonly heading: (part: string, count: number) => string;
  readonly nothing: string;
  readonly field: string;
  readonly all: string;
  readonly go: string;
  readonly sheet: (month: string) => string;
  readonly columns: readonly [string, string];
  readonly long: string;
  readonly done: (count: number, unit: string) => string;
  readonly reviewed: string;
  readonly unreviewed: string;
  readonly nothingSent: string;
  readonly over: (left: number, most: number) => string;
  readonly unknown: (refs: string) => string;
  readonly more: (count: number) => string;
}

const WORDS: Words<PlanWords> = {
  'zh-CN': {
    title: (month, version, unit) => `上报${unit}：${month}定稿第 ${version} 版`,
    parts: { ready: '可上报', refused: '不能上报', sent: '已上报' },
    heading: (part, count) => `${part} ${count} 条`,
    nothing: '定稿里没有信息。',
    field: '要上报的编号（全部，或 #3、#5-#8）',
    all: '全部',
    go: '上报',
    sheet: (month) => `${month}上报清单.xlsx`,
    columns: ['信息', '情况'],
    long: '条数较多，清单见随后的表格。',
    done: (count, unit) => `已报送 ${count} 条到“${unit}”，`,
    reviewed: '由对方审核。',
    unreviewed: '对方不需审核，直接编入其报告。',
    nothingSent: '没有报送。',
    over: (left, most) => `一次最多 ${most} 条，还有 ${left} 条，请再上报一次。`,
    unknown: (refs) => `${refs}：不在这份定稿里`,
    more: (count) => `等 ${count} 个`,
  },
  en: {
    title: (month, version, unit) => `To ${unit}: version ${version} of ${month}`,
    parts: { ready: 'Can be handed up', refused: 'Cannot be handed up', sent: 'Handed up before' },
    heading: (part, count) => `${part}: ${count}`,
    nothing: 'The final report has no items.',
    field: 'Which (all, or #3, #5-#8)',
    all: 'all',
    go: 'Hand up',
    sheet: (month) => `To be handed up in ${month}.xlsx`,
    columns: ['item', 'how it stands'],
    long: 'The list follows as a sheet.',
    done: (count, unit) => `${count} items went to ${unit}, `,
    reviewed: 'which reviews them.',
    unreviewed: 'which prints them without a review.',
    nothingSent: 'Nothing was handed up.',
    over: (left, most) => `At most ${most} at once: ${left} are left, please hand up once more.`,
    unknown: (refs) => `${refs}: not in this final report`,
    more: (count) => ` and more, ${count} in all`,
  },
};

/** More than this a card shows badly: the list goes out as a sheet. */
const MOST_LINES = 60;

/** The parts of the list, in this order. */
const PARTS = [
  { part: 'ready', has: isReady },
  { part: 'refused', has: ({ standing }: Candidate) => standing.kind === 'refused' },
  { part: 'sent', has: ({ standing }: Candidate) => standing.kind === 'sent' },
] as const;

/**
 * What of a final report can be handed up, what cannot and why, and what has been: with a form while there is something
 * to choose. `outcome`: what was just done.
 */
export function planCard(ctx: CommandContext, plan: Sending, outcome?: Outcome): Card {
  const said = outcome === undefined ? [] : sayOutcome(ctx.locale, plan, outcome);
  return {
    tone: outcome !== undefined && outcome.sent.length > 0 ? 'success' : 'info',
    title: titleOf(ctx.locale, plan),
    blocks: [
      ...said,
      ...listBlocks(ctx.locale, plan, outcome === undefined),
      ...(plan.candidates.some(isReady) ? [formBlock(ctx, plan)] : []),
    ],
  };
}

/** Above the list, which says the rest; without the list, all that came of it. */
function sayOutcome(locale: Locale, plan: Sending, outcome: Outcome): CardBlock[] {
  if (isLong(plan)) return outcomeBlocks(locale, plan, outcome);
  return [
    { kind: 'text', text: describeOutcome(locale, plan, outcome) },
    ...listOf(unknownLines(locale, outcome)),
  ];
}

/** What came of items named by their numbers, and of nothing else. */
export function outcomeCard({ locale }: CommandContext, plan: Sending, outcome: Outcome): Card {
  return {
    tone: outcome.sent.length > 0 ? 'success' : 'warning',
    title: titleOf(locale, plan),
    blocks: outcomeBlocks(locale, plan, outcome),
  };
}

function outcomeBlocks(locale: Locale, plan: Sending, outcome: Outcome): CardBlock[] {
  const words = WORDS[locale];
  const refused = outcome.refused.map((candidate) => refusedLine(locale, candidate));
  const heading = words.heading(words.parts.refused, refused.length);
  return [
    { kind: 'text', text: describeOutcome(locale, plan, outcome) },
    ...listOf(outcome.sent.map((one) => sentLine(locale, one))),
    ...listOf(refused, heading),
    ...listOf(unknownLines(locale, outcome)),
  ];
}

/** So many numbers that are in no list are named. */
const MOST_UNKNOWN = 10;

/** One line, however many there are. */
function unknownLines(locale: Locale, { unknown }: Outcome): readonly string[] {
  const words = WORDS[locale];
  if (unknown.length === 0) return [];
  const more = unknown.length > MOST_UNKNOWN ? words.more(unknown.length) : '';
  return [words.unknown(texts(locale).list(unknown.slice(0, MOST_UNKNOWN)) + more)];
}

/** How many went up and how many are left over, in a line. */
export function describeOutcome(locale: Locale, { way }: Sending, { sent, left }: Outcome): string {
  const words = WORDS[locale];
  const waits = sent.some(({ above }) => above.state === 'submitted');
  const next = waits ? words.reviewed : words.unreviewed;
  const done = sent.length === 0 ? words.nothingSent : words.done(sent.length, way.unit) + next;
  return left > 0 ? done + words.over(left, MOST_AT_ONCE) : done;
}

/** The whole list as a sheet, where the card could not show it. */
export function planSheet({ locale }: CommandContext, plan: Sending): OutgoingMessage | undefined {
  if (!isLong(plan)) return undefined;
  const words = WORDS[locale];
  const rows = PARTS.flatMap(({ part, has }) =>
    plan.candidates.filter(has).map((one) => [lineOf(locale, one), words.parts[part]]),
  );
  const name = words.sheet(describeMonth(plan.version.month));
  return { kind: 'sheet', name, rows: [words.columns, ...rows] };
}

function isLong({ candidates }: Sending): boolean {
  return candidates.length > MOST_LINES;
}

function titleOf(locale: Locale, { version: { month, version }, way }: Sending): string {
  return WORDS[locale].title(describeMonth(month), version, way.unit);
}

/** `hasSheet`: what is too long for a card follows as a sheet. */
function listBlocks(locale: Locale, plan: Sending, hasSheet: boolean): CardBlock[] {
  const words = WORDS[locale];
  if (plan.candidates.length === 0) return [{ kind: 'note', text: words.nothing }];
  const blocks = PARTS.flatMap(({ part, has }): CardBlock[] => {
    const some = plan.candidates.filter(has);
    const heading = words.heading(words.parts[part], some.length);
    if (isLong(plan) && some.length > 0) return [{ kind: 'text', text: heading }];
    const lines = some.map((one) => lineOf(locale, one));
    return listOf(lines, heading);
  });
  return isLong(plan) && hasSheet ? [...blocks, { kind: 'note', text: words.long }] : blocks;
}

function lineOf(locale: Locale, candidate: Candidate): string {
  const { standing } = candidate;
  if (standing.kind === 'sent') return sentLine(locale, { candidate, above: standing.above });
  return standing.kind === 'refused' ? refusedLine(locale, candidate) : candidateLine(locale, candidate);
}

function listOf(items: readonly string[], title?: string): CardBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', ...(title !== undefined && { title }), items }];
}

function formBlock(ctx: CommandContext, { version }: Sending): CardBlock {
  const words = WORDS[ctx.locale];
  const data = { group: ctx.group.id, month: version.month, version: String(version.version) };
  return {
    kind: 'form',
    fields: [{ kind: 'line', name: 'items', label: words.field, value: words.all, required: true }],
    submit: { label: words.go, style: 'primary', action: 'hand-up.press', data },
  };
}
