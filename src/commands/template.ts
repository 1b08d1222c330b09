import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { chooseTemplate, monthTemplates } from '../bot/report/find-template.ts';

const zh = {
  summary: '查看、预览报告模板，设置本群默认模板',
  args: { action: '列表｜预览｜使用', name: '模板名' },
  title: '报告模板',
  row: (name: string, id: string, purpose: string) =>
    `${name}（${id}）${purpose === '' ? '' : `：${purpose}`}`,
  current: (row: string) => `${row}【默认】`,
  note: '看样稿：/模板 预览 汇报发言；设为本群默认：/模板 使用 汇报发言；只用一次：/汇总 10月 汇报发言。',
  sampleTitle: (name: string) => `“${name}”的样稿用虚构的一个月生成，Word 文件随后私信给您。`,
  used: (name: string) => `本群报告以后默认用“${name}”。已生成的版本不变。`,
  same: (name: string) => `本群默认模板已经是“${name}”。`,
};

const en: typeof zh = {
  summary: "Lists and shows report templates, and sets the group's default",
  args: { action: 'list|preview|use', name: 'template' },
  title: 'Report templates',
  row: (name, id, purpose) => `${id} (${name})${purpose === '' ? '' : `: ${purpose}`}`,
  current: (row) => `${row} [default]`,
  note: 'See a sample: /template preview debrief-speech. Make it the default: /template use debrief-speech. Once only: /compile 2026-10 debrief-speech.',
  sampleTitle: (name) => `A sample of "${name}", from an invented month, will come to you in private.`,
  used: (name) => `Reports of this group are made with "${name}" from now on. Versions made so far stay.`,
  same: (name) => `"${name}" is the default already.`,
};

export const command = defineCommand({
  name: 'template',
  aliases: ['模板'],
  roles: ['lead'],
  words: { 'zh-CN': zh, en },
  shape: {
    actions: {
      list: ['列表', '查看'],
      preview: ['预览', '样稿'],
      use: ['使用', '设为默认', '默认'],
    },
    defaultAction: 'list',
    positional: ['name'],
  },
  args: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('list') }),
    z.strictObject({ action: z.literal('preview'), name: z.string().optional() }),
    z.strictObject({ action: z.literal('use'), name: z.string() }),
  ]),
  examples: ['', '预览 汇报发言', '使用 工作报告', 'use work-report'],
  async run(ctx, args, words) {
    if (args.action === 'list') return listTemplates(ctx, words);
    if (args.action === 'preview') return sendSample(ctx, args.name, words);
    return useTemplate(ctx, args.name, words);
  },
});

async function listTemplates(ctx: CommandContext, words: typeof zh): Promise<void> {
  const items = monthTemplates(ctx).map(({ id, name, purpose }) => {
    const row = words.row(name, id, purpose);
    return id === ctx.group.settings.template ? words.current(row) : row;
  });
  await ctx.reply({
    tone: 'info',
    title: words.title,
    blocks: [
      { kind: 'list', items },
      { kind: 'note', text: words.note },
    ],
  });
}

/** In private: an invented month must not be taken for the group's own. */
async function sendSample(ctx: CommandContext, written: string | undefined, words: typeof zh): Promise<void> {
  const { id, name } = chooseTemplate(ctx, written);
  await ctx.reply({ kind: 'notice', text: words.sampleTitle(name) });
  await ctx.send({
    key: `sample:${ctx.source.messageId}`,
    target: { kind: 'person', personId: ctx.actor.id },
    message: { kind: 'sample', template: id },
  });
}

async function useTemplate(ctx: CommandContext, written: string, words: typeof zh): Promise<void> {
  const { id, name } = chooseTemplate(ctx, written);
  const before = ctx.group.settings.template;
  if (id === before) return ctx.reply({ kind: 'notice', text: words.same(name) });
  await ctx.repos.groups.override(ctx.group.id, { template: id });
  await ctx.audit('template.use', { template: id });
  await ctx.reply({ kind: 'notice', text: words.used(name) });
}
