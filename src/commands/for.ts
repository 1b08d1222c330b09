import { z } from 'zod';
import { defineCommand } from '../bot/define-command.ts';
import { findDepartment, openDepartments } from '../bot/items/choose-department.ts';
import { receiptFor } from '../bot/items/receipts-card.ts';
import { submitItems } from '../bot/items/submit-items.ts';
import { tellReporters } from '../bot/roster/tell-reporters.ts';

const zh = {
  summary: '代一个部门报送',
  args: { department: '部门', text: '标题｜内容' },
  notice: (who: string, department: string, number: string, title: string) =>
    `${who}代${department}报送了 ${number}《${title}》。`,
};

const en: typeof zh = {
  summary: 'Sends an item in for a department',
  args: { department: 'department', text: 'title|text' },
  notice: (who, department, number, title) => `${who} sent ${number} "${title}" for ${department}.`,
};

export const command = defineCommand({
  name: 'for',
  aliases: ['代报'],
  roles: ['lead', 'admin'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['department'], rest: 'text' },
  args: z.strictObject({ department: z.string(), text: z.string() }),
  examples: ['规划科 开展巡查｜11月16日，规划科在城西片区开展巡查。'],
  async run(ctx, { department: name, text }, words) {
    const department = findDepartment(await openDepartments(ctx), name, ctx);
    const submitted = await submitItems(ctx, text, { department });
    await ctx.reply(receiptFor(ctx, submitted));
    const told = submitted.map(({ item, department: shown }) =>
      words.notice(ctx.actor.name, shown, item.number, item.title),
    );
    await tellReporters(ctx, [department], {
      key: `for:${ctx.source.messageId}`,
      text: () => told.join('\n'),
    });
  },
});
