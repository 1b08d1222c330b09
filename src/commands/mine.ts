import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { ownersOf } from '../bot/items/owners-of.ts';
import type { ItemRecord } from '../domain/item/item-record.ts';
import { describeMonth, monthOf } from '../domain/period/month.ts';
import { parseMonth } from '../domain/period/parse-period.ts';
import { UserError } from '../kernel/errors.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '查看本部门某月的报送',
  args: { month: '月份' },
  title: (month: string, count: number) => `${month}本部门报送 ${count} 条`,
  none: (month: string) => `${month}还没有报送。`,
  how: '发送 /查看 编号 看全文。',
  line: (serial: number, title: string, notes: readonly string[]) =>
    `#${serial} ${title}（${notes.join('，')}）`,
  joint: '联合信息',
  pitched: (count: number) => `投稿 ${count} 家`,
  adopted: (count: number) => `采用 ${count} 家`,
};

const en: typeof zh = {
  summary: "Lists your department's items of a month",
  args: { month: 'month' },
  title: (month, count) => `${count} items of your department in ${month}`,
  none: (month) => `Nothing sent in ${month} yet.`,
  how: 'Send /show NUMBER to read one.',
  line: (serial, title, notes) => `#${serial} ${title} (${notes.join(', ')})`,
  joint: 'joint item',
  pitched: (count) => `pitched to ${count}`,
  adopted: (count) => `printed by ${count}`,
};

export const command = defineCommand({
  name: 'mine',
  aliases: ['我的'],
  roles: ['correspondent'],
  refusal: 'department.none',
  words: { 'zh-CN': zh, en },
  shape: { positional: ['month'] },
  args: z.strictObject({ month: z.string().optional() }),
  examples: ['', '上月', '2026-10'],
  async run(ctx, { month: written }, words) {
    const month = written === undefined ? monthOf(ctx.today) : parseMonth(written, ctx.today);
    if (month === undefined) throw new UserError('period.unknown', { text: written ?? '' });
    const own = new Set(ctx.actor.departments.map(({ id }) => id));
    const shared = await ctx.repos.jointItems.ofGroup(ctx.group.id);
    const items = (await ctx.repos.items.ofMonth(ctx.group.id, month)).filter((item) =>
      ownersOf(item, shared).some((id) => own.has(id)),
    );
    const name = describeMonth(month);
    if (items.length === 0) return ctx.reply({ kind: 'notice', text: words.none(name) });
    const lines: string[] = [];
    for (const item of items) lines.push(await describe(ctx, item, { own, words }));
    await ctx.reply({
      tone: 'info',
      title: words.title(name, items.length),
      blocks: [
        { kind: 'list', items: lines },
        { kind: 'note', text: words.how },
      ],
    });
  },
});

/** An item with its state, to how many outlets it was pitched, and how many printed it. */
async function describe(
  ctx: CommandContext,
  item: ItemRecord,
  { own, words }: { readonly own: ReadonlySet<string>; readonly words: typeof zh },
): Promise<string> {
  const pitched = (await ctx.repos.pitches.ofItem(item.id)).length;
  const adopted = new Set((await ctx.repos.adoptions.ofItem(item.id)).map(({ outlet }) => outlet)).size;
  return words.line(item.serial, item.title, [
    texts(ctx.locale).states[item.state],
    ...(own.has(item.departmentId) ? [] : [words.joint]),
    ...(pitched > 0 ? [words.pitched(pitched)] : []),
    ...(adopted > 0 ? [words.adopted(adopted)] : []),
  ]);
}
