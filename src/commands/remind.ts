import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import {
  MANUAL_REMINDER,
  readReminder,
  reminderCard,
  sendGroupRound,
  wasRemindedByHand,
} from '../bot/reminder/plan-reminder.ts';
import { weekOf } from '../domain/period/week.ts';
import { toStamp } from '../kernel/clock.ts';

const zh = {
  summary: '预览或立即催报',
  args: { action: '预览或立即' },
  nobody: '本周没有需要提醒的部门。',
  sent: (count: number) => `已提醒 ${count} 个部门。`,
  askTitle: '本周已经提醒过一次',
  ask: (count: number) => `还有 ${count} 个部门未报。确定再提醒一次吗？`,
  again: '再提醒一次',
};

const en: typeof zh = {
  summary: 'Shows or sends the reminder',
  args: { action: 'preview or now' },
  nobody: 'Nobody needs a reminder this week.',
  sent: (count) => `Reminded ${count} departments.`,
  askTitle: 'A reminder has gone out this week',
  ask: (count) => `${count} departments are still missing. Remind them once more?`,
  again: 'Remind again',
};

export const command = defineCommand({
  name: 'remind',
  aliases: ['催报'],
  roles: ['lead', 'admin'],
  words: { 'zh-CN': zh, en },
  shape: { actions: { preview: ['预览'], now: ['立即', '现在'] }, defaultAction: 'preview' },
  args: z.strictObject({ action: z.enum(['preview', 'now']) }),
  examples: ['预览', '立即'],
  async run(ctx, { action }, words) {
    const week = weekOf(ctx.today);
    const reminder = await readReminder(ctx, week);
    const count = reminder.missing.length;
    if (count === 0) return ctx.reply({ kind: 'notice', text: words.nobody });
    if (action === 'preview') return ctx.reply(reminderCard(ctx, reminder, { preview: true, quietly: true }));
    if (await wasReminded(ctx, week)) return ask(ctx, week, { count, words });
    await send(ctx, week);
    await ctx.reply({ kind: 'notice', text: words.sent(count) });
  },
  clicks: {
    again: {
      roles: ['lead', 'admin'],
      async run(ctx, data, words) {
        if (data.week !== weekOf(ctx.today)) return { tone: 'warning', notice: words.nobody };
        const count = await send(ctx, weekOf(ctx.today));
        return { tone: 'success', notice: count === 0 ? words.nobody : words.sent(count) };
      },
    },
  },
});

async function wasReminded(ctx: CommandContext, week: string): Promise<boolean> {
  const { records } = ctx.repos;
  const manual = await wasRemindedByHand(ctx, week);
  return manual || records.hasFired('reminder', ctx.group.id, `${week}:group`);
}

async function ask(
  ctx: CommandContext,
  week: string,
  { count, words }: { count: number; words: typeof zh },
): Promise<void> {
  await ctx.reply({
    tone: 'warning',
    title: words.askTitle,
    blocks: [
      { kind: 'text', text: words.ask(count) },
      {
        kind: 'buttons',
        buttons: [
          {
            label: words.again,
            style: 'primary',
            action: 'remind.again',
            data: { group: ctx.group.id, week },
          },
        ],
      },
    ],
  });
}

async function send(ctx: CommandContext, week: string): Promise<number> {
  const due = { schedule: MANUAL_REMINDER, groupId: ctx.group.id, due: week };
  await ctx.repos.records.fire({ ...due, at: toStamp(ctx.now), outcome: ctx.actor.id });
  await ctx.audit('remind.now', { week });
  return sendGroupRound(ctx, { week, key: `${week}:manual:${ctx.source.messageId}`, quietly: false });
}
