import { cleanText } from '../../kernel/text/clean-text.ts';
import type { MonthFacts, ReportItem } from './facts.ts';
import type { ReportContext } from './report-context.ts';
import { endSentence, splitParagraphs } from './write-sentence.ts';

/** Marks people leave for what they do not know yet: ××, xx, **. */
const LEFT_OPEN = /×{2,}|\*{2,}|(?<![A-Za-z])(?:x{2,}|X{2,})(?![A-Za-z])/;

/** The block of items that came too late for the report of the month they belong to. */
export const CARRIED = '上月补报';

/** Items that are told together, before a template has given them its numbering. */
export interface ReportBlock {
  /** The section's name, or the name that the bureau has given to several sections together. */
  readonly name: string;
  readonly items: readonly ReportItem[];
  /** One for each item, in the same order. */
  readonly points: readonly Point[];
}

/** An item's own words. */
export interface Point {
  readonly number: string;
  /** The title as a sentence. */
  readonly title: string;
  /** The body; the last paragraph ends as a sentence. Empty for an item that is only a title. */
  readonly paragraphs: readonly string[];
}

/** One block for each section that has items, in the bureau's order; sections it no longer has come after them, late items last. */
export function gatherBlocks(context: ReportContext): ReportBlock[] {
  return [...groupItems(context.facts)].map(([name, items]) => ({
    name: cleanText(name),
    items,
    points: items.map((item) => readPoint(context, item)),
  }));
}

function groupItems({ items, settings }: MonthFacts): Map<string, ReportItem[]> {
  const blocks = new Map(settings.sections.map(({ name, block }) => [name, block ?? name]));
  const groups = new Map<string, ReportItem[]>([...blocks.values()].map((block) => [block, []]));
  const isCarried = (item: ReportItem) => item.carriedFrom !== undefined;
  for (const item of [...items.filter((one) => !isCarried(one)), ...items.filter(isCarried)]) {
    const block = isCarried(item) ? CARRIED : (blocks.get(item.section) ?? item.section);
    groups.set(block, [...(groups.get(block) ?? []), item]);
  }
  return new Map([...groups].filter(([, group]) => group.length > 0));
}

function readPoint({ facts, gaps }: ReportContext, item: ReportItem): Point {
  const title = cleanText(item.title);
  const body = cleanText(item.body);
  const { placeholder } = facts.settings;
  if (LEFT_OPEN.test(title + body) || (placeholder !== '' && (title + body).includes(placeholder))) {
    const how = `请报送部门发送“/修改 ${item.number} 正文：…”`;
    gaps.note({ place: item.number, what: '来稿中留有占位符', how });
  }
  const paragraphs = splitParagraphs(body).map((paragraph, at, all) =>
    at === all.length - 1 ? endSentence(paragraph) : paragraph,
  );
  return { number: item.number, title: endSentence(title), paragraphs };
}

/** A point's body in one piece, for templates whose text runs on. */
export function runOn({ paragraphs }: Point): string {
  return paragraphs.map(endSentence).join('');
}
