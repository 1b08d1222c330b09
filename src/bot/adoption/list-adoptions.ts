import { findOutlet } from '../../domain/outlet/match-outlet.ts';
import { describeMonth, firstDay, lastDay } from '../../domain/period/month.ts';
import type { Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { levelName } from '../outlets/outlet-words.ts';
import { describeAdoption } from './adoption-words.ts';
import { readAdoptions } from './read-adoptions.ts';

interface ListWords {
  readonly title: (month: string, items: number, times: number) => string;
  readonly none: (month: string) => string;
  readonly how: string;
  readonly file: (month: string) => string;
  readonly columns: readonly string[];
}

const WORDS: Words<ListWords> = {
  'zh-CN': {
    title: (month, items, times) => `${month}采用 ${items} 条${times > items ? `（用稿 ${times} 次）` : ''}`,
    none: (month) => `${month}还没有登记用稿。登记请发送：/用稿 #12 媒体 链接 日期`,
    how: '按刊发日期计入月份。登记：/用稿 #12 媒体 链接 日期；登记错了：/用稿 取消 #12 媒体',
    file: (month) => `${month}用稿目录.xlsx`,
    columns: ['编号', '标题', '媒体', '级别', '刊发日期', '版面', '链接'],
  },
  en: {
    title: (month, items, times) =>
      `${items} items printed in ${month}${times > items ? ` (${times} times)` : ''}`,
    none: (month) => `Nothing is registered for ${month}. /adopted #12 OUTLET LINK DATE`,
    how: 'By day of publication. To take one back: /adopted cancel #12 OUTLET',
    file: (month) => `printed-${month}.xlsx`,
    columns: ['number', 'title', 'outlet', 'level', 'date', 'page', 'link'],
  },
};

/** More than this does not read on a card: the rest is in the file that follows. */
const SHOWN = 20;

/** What was published in a month (`YYYY-MM`): the figures that the report prints. */
export async function listAdoptions(ctx: CommandContext, month: string): Promise<void> {
  const words = WORDS[ctx.locale];
  const name = describeMonth(month);
  const found = await readAdoptions(ctx, firstDay(month).toString(), lastDay(month).toString());
  if (found.length === 0) return ctx.reply({ kind: 'notice', text: words.none(name) });
  const outlets = await ctx.repos.outlets.list(ctx.group.id);
  const levelOf = (outlet: string) => levelName(ctx.locale, findOutlet(outlet, outlets)?.level);
  const items = new Set(found.map(({ item }) => item.id)).size;
  const lines = found.map(
    ({ adoption, item }) =>
      `#${item.serial}《${item.title}》${describeAdoption(ctx.locale, adoption, levelOf(adoption.outlet))}`,
  );
  await ctx.reply({
    tone: 'info',
    title: words.title(name, items, found.length),
    blocks: [
      { kind: 'list', items: lines.slice(0, SHOWN) },
      { kind: 'note', text: words.how },
    ],
  });
  if (found.length <= SHOWN) return;
  const rows = found.map(({ adoption, item }) => [
    item.number,
    item.title,
    adoption.outlet,
    levelOf(adoption.outlet),
    adoption.date,
    adoption.place,
    adoption.link ?? '',
  ]);
  await ctx.reply({ kind: 'sheet', name: words.file(name), rows: [[...words.columns], ...rows] });
}
