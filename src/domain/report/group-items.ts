import { orderByPlace } from './arrange-items.ts';
import type { MonthFacts, ReportItem } from './facts.ts';

/** The block of items that came too late for the report of the month they belong to. */
export const CARRIED = '上月补报';

/** Items that are told together. */
export interface ItemGroup {
  /** The section's name, or the name that the bureau has given to several sections together. */
  readonly name: string;
  /** In the order of the text; those that a lead leaves out of it stand among them. */
  readonly items: readonly ReportItem[];
}

/** One group for each section that has items, in the bureau's order; sections it no longer has come after them, late items last. */
export function groupItems({ items, settings }: Pick<MonthFacts, 'items' | 'settings'>): ItemGroup[] {
  const blocks = new Map(settings.sections.map(({ name, block }) => [name, block ?? name]));
  const groups = new Map<string, ReportItem[]>([...blocks.values()].map((block) => [block, []]));
  const isCarried = (item: ReportItem) => item.carriedFrom !== undefined;
  for (const item of [...items.filter((one) => !isCarried(one)), ...items.filter(isCarried)]) {
    const block = isCarried(item) ? CARRIED : (blocks.get(item.section) ?? item.section);
    const group = groups.get(block);
    if (group === undefined) groups.set(block, [item]);
    else group.push(item);
  }
  return [...groups]
    .filter(([, group]) => group.length > 0)
    .map(([name, group]) => ({ name, items: orderByPlace(group) }));
}
