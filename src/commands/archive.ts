import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { listItems } from '../bot/export/list-items.ts';
import { dayOfItem } from '../domain/item/day-of-item.ts';
import { isPrintable } from '../domain/item/is-printable.ts';
import type { Card, ClickAnswer } from '../domain/message/card.ts';
import { type Period, parsePeriod } from '../domain/period/period.ts';
import type { ListedItem } from '../domain/table/item-table.ts';

const zh = {
  summary: '查找以往报送、可以公开的信息',
  args: { words: '词语和时段' },
  nothing: '请写要找的词语，例如：/素材 耕地保护 2026年。',
  tooMuch: (most: number, longest: number) => `词语太多或太长：最多 ${most} 个，每个不超过 ${longest} 字。`,
  none: (asked: string) => `没有找到“${asked}”。可以换个词、少写几个词，或放宽时段。`,
  title: (asked: string, count: number) => `素材“${asked}”：${count} 条`,
  line: (serial: number, title: string, departments: string, day: string) =>
    `#${serial} ${title}（${[departments, day].filter(Boolean).join('，')}）`,
  more: (count: number) => `另有 ${count} 条，都在全文表格里`,
  whole: '私信我全文',
  sent: '全文表格随后私信发给您。',
  file: (asked: string) => `素材（${asked}）.xlsx`,
  tab: '素材',
  columns: ['编号', '日期', '报送部门', '栏目', '标题', '内容'],
};

const en: typeof zh = {
  summary: 'Finds items of the past that may be published',
  args: { words: 'words and period' },
  nothing: 'Say what to look for, as in: /archive farmland 2026.',
  tooMuch: (most, longest) => `At most ${most} words of ${longest} signs each, please.`,
  none: (asked) => `Nothing found for "${asked}". Try another word, fewer words or a longer time.`,
  title: (asked, count) => `${count} items for "${asked}"`,
  line: (serial, title, departments, day) =>
    `#${serial} ${title} (${[departments, day].filter(Boolean).join(', ')})`,
  more: (count) => `${count} more, all of them in the sheet`,
  whole: 'Send me the texts',
  sent: 'The sheet with the texts follows in private.',
  file: (asked) => `archive (${asked}).xlsx`,
  tab: 'archive',
  columns: ['number', 'date', 'departments', 'section', 'title', 'text'],
};

/** As many as a card shows well. */
const SHOWN = 10;
/** More words, or longer ones, say no more. */
const MOST_WORDS = 8;
const LONGEST_WORD = 40;

export const command = defineCommand({
  name: 'archive',
  aliases: ['素材'],
  roles: ['member'],
  words: { 'zh-CN': zh, en },
  shape: { list: 'words' },
  args: z.strictObject({ words: z.array(z.string()) }),
  examples: ['耕地保护', '图斑 核查 第三季度', '开放日 2026-09-01至2026-11-20'],
  async run(ctx, { words: written }, words) {
    if (written.length === 0) return ctx.misuse(words.nothing);
    if (written.length > MOST_WORDS || written.some((word) => word.length > LONGEST_WORD)) {
      return ctx.misuse(words.tooMuch(MOST_WORDS, LONGEST_WORD));
    }
    const hits = await find(ctx, written);
    const asked = written.join(' ');
    if (hits.length === 0) return ctx.reply({ kind: 'notice', text: words.none(asked) });
    await ctx.reply(hitsCard(ctx, hits, { asked, words }));
  },
  clicks: {
    whole: { roles: ['member'], run: (ctx, data, words) => sendWhole(ctx, data.words ?? '', words) },
  },
});

function hitsCard(
  ctx: CommandContext,
  hits: readonly ListedItem[],
  { asked, words }: { readonly asked: string; readonly words: typeof zh },
): Card {
  const lines = hits
    .slice(0, SHOWN)
    .map(({ item, departments }) => words.line(item.serial, item.title, departments, dayOfItem(item)));
  const rest = hits.length - lines.length;
  const data = { group: ctx.group.id, words: asked };
  return {
    tone: 'info',
    title: words.title(asked, hits.length),
    blocks: [
      { kind: 'list', items: rest > 0 ? [...lines, words.more(rest)] : lines },
      { kind: 'buttons', buttons: [{ label: words.whole, action: 'archive.whole', data }] },
    ],
  };
}

/** Items that everyone may read: approved, and held back by nobody. */
async function find(ctx: CommandContext, written: readonly string[]): Promise<readonly ListedItem[]> {
  const { terms, period } = readQuestion(written, ctx);
  const found = (await ctx.repos.items.search(ctx.group.id, terms)).filter(
    (item) => isPrintable(item) && (period === undefined || isWithin(dayOfItem(item), period)),
  );
  return await listItems(ctx, found);
}

/** Words, among which there may be a period, in up to three pieces (`2026年 9月`, `9月 至 11月`). */
function readQuestion(
  written: readonly string[],
  { today }: Pick<CommandContext, 'today'>,
): { readonly terms: readonly string[]; readonly period?: Period } {
  for (const pieces of [3, 2, 1]) {
    for (let at = written.length - pieces; at >= 0; at--) {
      const period = parsePeriod(written.slice(at, at + pieces).join(''), today);
      if (period !== undefined) return { terms: written.toSpliced(at, pieces), period };
    }
  }
  return { terms: written };
}

function isWithin(day: string, { first, last }: Period): boolean {
  return day >= first.toString() && day <= last.toString();
}

/** The texts in a sheet, to be read and used again. */
async function sendWhole(ctx: CommandContext, asked: string, words: typeof zh): Promise<ClickAnswer> {
  const hits = await find(ctx, asked.split(' ').slice(0, MOST_WORDS));
  const rows = hits.map(({ item, departments }) => [
    ...[item.number, dayOfItem(item), departments, item.section, item.title, item.body],
  ]);
  await ctx.send({
    key: `archive:${ctx.ids.next()}`,
    target: { kind: 'person', personId: ctx.actor.id },
    message: {
      kind: 'tables',
      name: words.file(asked),
      tables: [{ name: words.tab, rows: [words.columns, ...rows] }],
      format: 'xlsx',
    },
  });
  return { tone: 'success', notice: words.sent };
}
