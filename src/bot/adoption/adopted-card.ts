import type { Adoption } from '../../domain/adoption/adoption.ts';
import { departmentName } from '../../domain/department/department.ts';
import type { ItemRecord } from '../../domain/item/item-record.ts';
import type { Card } from '../../domain/message/card.ts';
import type { Outlet } from '../../domain/outlet/outlet.ts';
import { describeMonth } from '../../domain/period/month.ts';
import { parseDay } from '../../kernel/clock.ts';
import { texts, type Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { ownersOf } from '../items/owners-of.ts';
import { levelName } from '../outlets/outlet-words.ts';
import { describeAdoption } from './adoption-words.ts';

interface CardWords {
  readonly title: (outlet: string) => string;
  readonly item: string;
  readonly outlet: string;
  readonly link: string;
  readonly counts: (month: string) => string;
}

const WORDS: Words<CardWords> = {
  'zh-CN': {
    title: (outlet) => `用稿：${outlet}`,
    item: '信息',
    outlet: '媒体',
    link: '链接',
    counts: (month) => `计入${month}采用条数。`,
  },
  en: {
    title: (outlet) => `Printed by ${outlet}`,
    item: 'Item',
    outlet: 'Outlet',
    link: 'Link',
    counts: (month) => `It counts as printed in ${month}.`,
  },
};

/** What was printed, where and of which departments: for the group, without calling anybody. */
export async function adoptedCard(
  ctx: CommandContext,
  item: ItemRecord,
  { adoption, outlet, note }: { adoption: Adoption; outlet: Outlet | undefined; note?: string },
): Promise<Card> {
  const words = WORDS[ctx.locale];
  const day = parseDay(adoption.date);
  const { receipt } = texts(ctx.locale);
  const owners = ownersOf(item, await ctx.repos.jointItems.ofGroup(ctx.group.id));
  const departments = (await ctx.repos.departments.list(ctx.group.id))
    .filter(({ id }) => owners.includes(id))
    .map((department) => departmentName(department, day));
  const level = levelName(ctx.locale, outlet?.level);
  const fields = [
    { label: words.item, value: `#${item.serial}《${item.title}》` },
    { label: receipt.department, value: texts(ctx.locale).list(departments) },
    { label: words.outlet, value: describeAdoption(ctx.locale, adoption, level) },
    { label: words.link, value: adoption.link ?? '' },
  ];
  return {
    tone: 'success',
    title: words.title(adoption.outlet),
    blocks: [
      { kind: 'fields', fields: fields.filter(({ value }) => value !== '') },
      { kind: 'note', text: words.counts(describeMonth(adoption.date.slice(0, 7))) + (note ?? '') },
    ],
  };
}
