import { cleanText } from '../../kernel/text/clean-text.ts';
import { asPoint, inBrackets } from './chinese-number.ts';
import type { MonthFacts, ReportItem } from './facts.ts';
import type { ReportContext } from './report-context.ts';
import type { BlockView, ItemView } from './report-view.ts';
import { endSentence, splitParagraphs } from './write-sentence.ts';

/** Marks people leave for what they do not know yet: ××, xx, **. */
const LEFT_OPEN = /×{2,}|\*{2,}|(?<![A-Za-z])(?:x{2,}|X{2,})(?![A-Za-z])/;

/** One block for each section that has items, in the bureau's order; sections it no longer has come last. */
export function buildBlocks(context: ReportContext): BlockView[] {
  return [...groupBySection(context.facts)].map(([section, items], index) => {
    const heading = headingOf(section);
    return {
      ordinal: inBrackets(index + 1),
      heading,
      topic: `本月共报送${heading}信息${items.length}条，报送部门为${context.namesOf(items)}。`,
      items: items.map((item, at) => buildItem(context, item, at + 1)),
    };
  });
}

function groupBySection({ items, settings }: MonthFacts): Map<string, ReportItem[]> {
  const groups = new Map<string, ReportItem[]>(settings.sections.map(({ name }) => [name, []]));
  for (const item of items) {
    const group = groups.get(item.section) ?? [];
    groups.set(item.section, [...group, item]);
  }
  return new Map([...groups].filter(([, group]) => group.length > 0));
}

function headingOf(section: string): string {
  const name = cleanText(section);
  return name.endsWith('方面') ? name : `${name}方面`;
}

function buildItem({ facts, gaps }: ReportContext, item: ReportItem, position: number): ItemView {
  const title = cleanText(item.title);
  const body = cleanText(item.body);
  const { placeholder } = facts.settings;
  if (LEFT_OPEN.test(title + body) || (placeholder !== '' && (title + body).includes(placeholder))) {
    const how = `请报送部门发送“/修改 ${item.number} 正文：…”`;
    gaps.note({ place: item.number, what: '来稿中留有占位符', how });
  }
  const paragraphs = splitParagraphs(body);
  const [text = '', ...more] = paragraphs.map((paragraph, at) =>
    at === paragraphs.length - 1 ? endSentence(paragraph) : paragraph,
  );
  return { number: item.number, lead: `${asPoint(position)}${endSentence(title)}`, text, more };
}
