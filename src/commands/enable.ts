import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { openDepartments } from '../bot/items/choose-department.ts';
import { departmentName, reportersOn } from '../domain/department/department.ts';
import { toStamp } from '../kernel/clock.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '核对名单后启用提醒',
  args: {},
  noDepartments: '还没有部门，请先发送 /部门 新增 规划科 耕地科。',
  title: '宣传信息报送已启用',
  already: '已经启用过了。',
  done: (count: number) => `已启用：共 ${count} 个部门，到报送日会提醒未报的部门。`,
  without: (names: string) => `以下部门还没有通讯员，提醒时只写部门名：${names}。`,
};

const en: typeof zh = {
  summary: 'Switches the reminders on once the roster is right',
  args: {},
  noDepartments: 'There are no departments yet. Send /dept add NAME NAME first.',
  title: 'Reminders are on',
  already: 'Reminders are on already.',
  done: (count) => `Reminders are on for ${count} departments.`,
  without: (names) => `These departments have no correspondent yet: ${names}.`,
};

export const command = defineCommand({
  name: 'enable',
  aliases: ['启用'],
  roles: ['admin'],
  words: { 'zh-CN': zh, en },
  shape: {},
  args: z.strictObject({}),
  examples: [''],
  async run(ctx, _args, words) {
    const { text } = await enable(ctx, words);
    await ctx.reply({ kind: 'notice', text });
  },
  clicks: {
    press: {
      roles: ['admin'],
      async run(ctx, _data, words) {
        const { ok, text } = await enable(ctx, words);
        if (!ok) return { tone: 'warning', notice: text };
        return {
          tone: 'success',
          notice: text,
          card: { tone: 'success', title: words.title, blocks: [{ kind: 'text', text }] },
        };
      },
    },
  },
});

/** Switches on at most once: the moment is kept, rounds due before it are none of the group's. */
async function enable(ctx: CommandContext, words: typeof zh): Promise<{ ok: boolean; text: string }> {
  if (ctx.group.enabledAt !== undefined) return { ok: false, text: words.already };
  const departments = await openDepartments(ctx);
  if (departments.length === 0) return { ok: false, text: words.noDepartments };
  await ctx.repos.groups.enable(ctx.group.id, toStamp(ctx.now), ctx.actor.id);
  await ctx.audit('group.enable', { departments: departments.length });
  const bare = departments.filter((department) => reportersOn(department, ctx.today.toString()).length === 0);
  const { list } = texts(ctx.locale);
  const names = list(bare.map((department) => departmentName(department, ctx.today)));
  const done = words.done(departments.length);
  return { ok: true, text: bare.length === 0 ? done : `${done}${words.without(names)}` };
}
