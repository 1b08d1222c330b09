import { z } from 'zod';
import { isAllowed } from '../bot/authorize.ts';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { levelNames, outletDetails } from '../bot/outlets/outlet-words.ts';
import { findOutlet, matchOutlet } from '../domain/outlet/match-outlet.ts';
import type { Outlet } from '../domain/outlet/outlet.ts';
import { LONGEST_NAME, LONGEST_NOTE, readOutlet, type WrittenOutlet } from '../domain/outlet/read-outlet.ts';
import { toStamp } from '../kernel/clock.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '查看媒体目录；负责人可新增、修改、移除',
  args: { action: '新增、修改、移除', text: '名称 级别 地址：… 格式：… 截稿：… 别名：…' },
  title: (count: number) => `媒体目录：${count} 家`,
  none: '媒体目录还是空的。负责人可发送：/媒体 新增 县融媒体中心 县级 地址：投稿邮箱',
  line: (name: string, details: string) => `${name}（${details}）`,
  how: '投稿发送：/投稿 #12 媒体名称；用稿登记发送：/用稿 #12 媒体名称 链接 日期',
  noName: '请写明媒体名称。',
  tooLong: (name: number, note: number) => `名称最长 ${name} 字，其他各项最长 ${note} 字，请缩短后重新发送。`,
  noLevel: (known: string) => `请写明级别：${known}。`,
  taken: (name: string) => `“${name}”已在媒体目录里，请换一个名称，或用 /媒体 修改。`,
  unknown: (name: string) => `媒体目录里没有“${name}”。发送 /媒体 查看目录。`,
  nothing: '没有看出要改什么，可改：名称、级别、地址、格式、截稿、别名。',
  added: (line: string) => `已加入媒体目录：${line}`,
  changed: (line: string) => `已修改：${line}`,
  removed: (name: string) => `已从媒体目录移除“${name}”。已登记的用稿照常保留。`,
};

const en: typeof zh = {
  summary: 'Lists the outlets; the lead adds, changes and removes them',
  args: { action: 'add, change or remove', text: 'name level address: … format: … deadline: … alias: …' },
  title: (count) => `${count} outlets`,
  none: 'There is no outlet yet. The lead adds one by /outlets add NAME LEVEL address: …',
  line: (name, details) => `${name} (${details})`,
  how: 'To pitch: /pitch #12 OUTLET. What was printed: /adopted #12 OUTLET LINK DATE',
  noName: 'The name is missing.',
  tooLong: (name, note) => `A name has at most ${name} characters, anything else ${note}.`,
  noLevel: (known) => `Say its level: ${known}.`,
  taken: (name) => `"${name}" is in the directory already.`,
  unknown: (name) => `There is no outlet "${name}". /outlets lists them.`,
  nothing: 'Say what to change: name, level, address, format, deadline or alias.',
  added: (line) => `Added: ${line}`,
  changed: (line) => `Changed: ${line}`,
  removed: (name) => `Removed "${name}". What it printed stays on record.`,
};

export const command = defineCommand({
  name: 'outlets',
  aliases: ['媒体'],
  roles: ['member'],
  words: { 'zh-CN': zh, en },
  shape: {
    actions: {
      list: ['列表', '目录', '查看'],
      add: ['新增', '添加', '增加'],
      change: ['修改', '调整'],
      remove: ['移除', '删除'],
    },
    defaultAction: 'list',
    rest: 'text',
  },
  args: z.strictObject({
    action: z.enum(['list', 'add', 'change', 'remove']),
    text: z.string().max(2000).default(''),
  }),
  examples: [
    '新增 县融媒体中心 县级 地址：tougao@example.com 格式：Word，800字以内 截稿：每周四 别名：县融媒',
    '',
    '修改 县融媒体中心 截稿：每周三',
    '移除 县融媒体中心',
  ],
  async run(ctx, { action, text }, words) {
    if (action === 'list') return list(ctx, words);
    if (!isAllowed(ctx.actor, ['lead'])) {
      const { click, roles } = texts(ctx.locale);
      return ctx.reply({ kind: 'notice', text: click.notAllowed(roles.lead) });
    }
    if (action === 'remove') return remove(ctx, text.trim(), words);
    return action === 'add' ? add(ctx, readWritten(ctx, text, words), words) : change(ctx, text, words);
  },
});

async function list(ctx: CommandContext, words: typeof zh): Promise<void> {
  const outlets = await ctx.repos.outlets.list(ctx.group.id);
  if (outlets.length === 0) return ctx.reply({ kind: 'notice', text: words.none });
  await ctx.reply({
    tone: 'info',
    title: words.title(outlets.length),
    blocks: [
      { kind: 'list', items: outlets.map((outlet) => describe(ctx, outlet, words)) },
      { kind: 'note', text: words.how },
    ],
  });
}

async function add(ctx: CommandContext, written: WrittenOutlet, words: typeof zh): Promise<void> {
  const { name, fields } = written;
  if (fields.level === undefined) return ctx.misuse(words.noLevel(levelNames(ctx.locale)));
  const { level, aliases = [], address = '', format = '', deadline = '' } = fields;
  const outlet: Outlet = { name, level, aliases, address, format, deadline };
  refuseTwin(ctx, outlet, { others: await ctx.repos.outlets.list(ctx.group.id), words });
  await ctx.repos.outlets.put(ctx.group.id, outlet, toStamp(ctx.now));
  await ctx.audit('outlet.add', [name]);
  await ctx.reply({ kind: 'notice', text: words.added(describe(ctx, outlet, words)) });
}

async function change(ctx: CommandContext, text: string, words: typeof zh): Promise<void> {
  const { name, fields } = readWritten(ctx, text, words);
  const outlets = await ctx.repos.outlets.list(ctx.group.id);
  const found = matchOutlet(name, outlets);
  if (found === undefined) return ctx.misuse(words.unknown(name));
  const { newName = found.name, ...rest } = fields;
  if (Object.keys(fields).length === 0) return ctx.misuse(words.nothing);
  const outlet: Outlet = { ...found, ...rest, name: newName };
  refuseTwin(ctx, outlet, { others: outlets.filter((one) => one !== found), words });
  await ctx.repos.outlets.put(ctx.group.id, outlet, toStamp(ctx.now), found.name);
  await ctx.audit('outlet.change', [...new Set([found.name, outlet.name])]);
  await ctx.reply({ kind: 'notice', text: words.changed(describe(ctx, outlet, words)) });
}

async function remove(ctx: CommandContext, name: string, words: typeof zh): Promise<void> {
  const found = findOutlet(name, await ctx.repos.outlets.list(ctx.group.id));
  if (found === undefined) return ctx.misuse(name === '' ? words.noName : words.unknown(name));
  await ctx.repos.outlets.remove(ctx.group.id, found.name, toStamp(ctx.now));
  await ctx.audit('outlet.remove', [found.name]);
  await ctx.reply({ kind: 'notice', text: words.removed(found.name) });
}

/** What was written, checked for what no directory can hold. */
function readWritten(ctx: CommandContext, text: string, words: typeof zh): WrittenOutlet {
  const written = readOutlet(text);
  const { newName = written.name, aliases = [], address = '', format = '', deadline = '' } = written.fields;
  if (written.name === '' || newName === '') return ctx.misuse(words.noName);
  if (written.unknownLevel !== undefined) return ctx.misuse(words.noLevel(levelNames(ctx.locale)));
  const isLong = (most: number) => (one: string) => [...one].length > most;
  if (
    [written.name, newName, ...aliases].some(isLong(LONGEST_NAME)) ||
    [aliases.join('、'), address, format, deadline].some(isLong(LONGEST_NOTE))
  ) {
    return ctx.misuse(words.tooLong(LONGEST_NAME, LONGEST_NOTE));
  }
  return written;
}

/** One name, one outlet: whatever is registered under it has to be clear. */
function refuseTwin(
  ctx: CommandContext,
  outlet: Outlet,
  { others, words }: { others: readonly Outlet[]; words: typeof zh },
): void {
  const twin = [outlet.name, ...outlet.aliases].find((name) => findOutlet(name, others) !== undefined);
  if (twin !== undefined) ctx.misuse(words.taken(twin));
}

function describe(ctx: CommandContext, outlet: Outlet, words: typeof zh): string {
  return words.line(outlet.name, outletDetails(ctx.locale, outlet, 'all').join('；'));
}
