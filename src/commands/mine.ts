import { z } from 'zod';
import { defineCommand } from '../bot/define-command.ts';
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
};

const en: typeof zh = {
  summary: "Lists your department's items of a month",
  args: { month: 'month' },
  title: (month, count) => `${count} items of your department in ${month}`,
  none: (month) => `Nothing sent in ${month} yet.`,
  how: 'Send /show NUMBER to read one.',
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
    const items = (await ctx.repos.items.ofMonth(ctx.group.id, month)).filter((item) =>
      own.has(item.departmentId),
    );
    const name = describeMonth(month);
    if (items.length === 0) return ctx.reply({ kind: 'notice', text: words.none(name) });
    const { states } = texts(ctx.locale);
    await ctx.reply({
      tone: 'info',
      title: words.title(name, items.length),
      blocks: [
        {
          kind: 'list',
          items: items.map((item) => `#${item.serial} ${item.title}（${states[item.state]}）`),
        },
        { kind: 'note', text: words.how },
      ],
    });
  },
});
