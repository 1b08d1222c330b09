import { cleanText } from '../../kernel/text/clean-text.ts';
import type { ReportItem } from './facts.ts';
import { groupItems } from './group-items.ts';
import type { ReportContext } from './report-context.ts';
import { endSentence, splitParagraphs } from './write-sentence.ts';

/** Marks people leave for what they do not know yet: ××, xx, **. */
const LEFT_OPEN = /×{2,}|\*{2,}|(?<![A-Za-z])(?:x{2,}|X{2,})(?![A-Za-z])/;

/** Items that are told together, before a template has given them its numbering. */
export interface ReportBlock {
  /** The section's name, or the name that the bureau has given to several sections together. */
  readonly name: string;
  readonly items: readonly ReportItem[];
  /** These, and those that a lead leaves out of the text. */
  readonly submitted: readonly ReportItem[];
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

/** The month's groups as far as the text has anything of them. */
export function gatherBlocks(context: ReportContext): ReportBlock[] {
  return groupItems(context.facts).flatMap(({ name, items: submitted }) => {
    const items = submitted.filter(({ leftOut }) => !leftOut);
    const points = items.map((item) => readPoint(context, item));
    return items.length === 0 ? [] : [{ name: cleanText(name), items, submitted, points }];
  });
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
