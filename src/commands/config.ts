import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { setSetting } from '../bot/settings/set-setting.ts';
import { findSetting, type SettingWords, settingWords, showSetting } from '../bot/settings/setting-words.ts';
import { SETTING_NAMES, type SettingName } from '../domain/group/setting.ts';
import type { GroupSettings } from '../domain/group/settings.ts';

const zh = {
  summary: '查看和修改本群的设置',
  args: { name: '设置项', value: '新值' },
  title: '本群设置',
  how: '修改：/设置 设置项 新值；只写设置项，可看写法。只影响本群。',
  one: (name: string, value: string, hint: string) => `${name}：${value}\n${hint}`,
  done: (name: string, from: string, to: string) => `已修改 ${name}：${from} → ${to}`,
  same: (name: string, value: string) => `${name}本来就是${value}，没有变化。`,
  unknown: (name: string, known: string) => `没有“${name}”这个设置项。可设置：${known}。`,
  waiting: (count: number) =>
    `还有 ${count} 条信息已通过的审核达到新的级数，但不会自动通过，请审核人发送 /待审 处理。`,
  dropped: (names: string) => `不再使用的栏目：${names}。已有信息保留原栏目，可用 /修改 调整。`,
};

const en: typeof zh = {
  summary: "Shows and changes this group's settings",
  args: { name: 'setting', value: 'new value' },
  title: 'Settings of this group',
  how: 'To change one: /config SETTING VALUE. The name alone shows how to write it. Only this group is affected.',
  one: (name, value, hint) => `${name}: ${value}\n${hint}`,
  done: (name, from, to) => `Changed ${name}: ${from} → ${to}`,
  same: (name, value) => `${name} is ${value} already; nothing was changed.`,
  unknown: (name, known) => `There is no setting "${name}". Settings: ${known}.`,
  waiting: (count) =>
    `${count} items have passed as many reviews as are asked for now; a reviewer still has to approve them (/review).`,
  dropped: (names) =>
    `Sections no longer used: ${names}. Items keep the section they have; /edit moves them.`,
};

export const command = defineCommand({
  name: 'config',
  aliases: ['设置'],
  roles: ['admin'],
  words: { 'zh-CN': zh, en },
  shape: { positional: ['name'], rest: 'value' },
  args: z.strictObject({ name: z.string().optional(), value: z.string().optional() }),
  examples: ['', '审核级数 1', '单位名称 青禾县自然资源局', '群提醒时间 09:30', '工作时间 08:30-17:30'],
  async run(ctx, args, words) {
    if (args.name === undefined) return showAll(ctx, words);
    const { name: written, value } = splitAtColon(args.name, args.value);
    const name = findSetting(written);
    const names = settingWords(ctx.locale);
    if (name === undefined) {
      return ctx.misuse(words.unknown(written, SETTING_NAMES.map((each) => names[each].name).join('、')));
    }
    const { name: shown, hint } = names[name];
    if (value === undefined) {
      const now = showSetting(ctx, ctx.group.settings, name);
      return ctx.reply({ kind: 'notice', text: words.one(shown, now, hint) });
    }
    await change(ctx, { name, value, label: names[name], words });
  },
});

/** People also write `审核级数：1`. */
function splitAtColon(name: string, value: string | undefined) {
  const [, head, tail] = /^([^：:]+)[：:](.*)$/su.exec(name) ?? [];
  if (head === undefined || tail === undefined) return { name, value };
  return { name: head, value: `${tail} ${value ?? ''}`.trim() || undefined };
}

interface Change {
  readonly name: SettingName;
  readonly value: string;
  readonly label: SettingWords;
  readonly words: typeof zh;
}

async function change(ctx: CommandContext, { name, value, label, words }: Change): Promise<void> {
  const before = ctx.group.settings;
  const changed = await setSetting(ctx, name, value);
  if (!changed.ok) {
    const { problems } = settingWords(ctx.locale);
    return ctx.misuse(changed.problem === 'range' ? label.hint : problems[changed.problem]);
  }
  const from = showSetting(ctx, before, name);
  const to = showSetting(ctx, changed.settings, name);
  if (!changed.isNew) return ctx.reply({ kind: 'notice', text: words.same(label.name, to) });
  const notes = [
    ...(await waitingNote(ctx, changed.settings, words)),
    ...droppedNote(before, changed.settings, words),
  ];
  await ctx.reply({ kind: 'notice', text: [words.done(label.name, from, to), ...notes].join('\n') });
}

/** Lowered levels approve nothing by themselves: somebody has to look at what waits. */
async function waitingNote(
  ctx: CommandContext,
  { reviewLevels }: GroupSettings,
  words: typeof zh,
): Promise<string[]> {
  if (reviewLevels >= ctx.group.settings.reviewLevels) return [];
  const waiting = await ctx.repos.items.inReview(ctx.group.id);
  const enough = waiting.filter(({ approvals }) => approvals >= reviewLevels);
  return enough.length > 0 ? [words.waiting(enough.length)] : [];
}

function droppedNote(before: GroupSettings, after: GroupSettings, words: typeof zh): string[] {
  const kept = new Set(after.sections.map(({ name }) => name));
  const dropped = before.sections.map(({ name }) => name).filter((name) => !kept.has(name));
  return dropped.length > 0 ? [words.dropped(dropped.join('、'))] : [];
}

async function showAll(ctx: CommandContext, words: typeof zh): Promise<void> {
  const names = settingWords(ctx.locale);
  await ctx.reply({
    tone: 'info',
    title: words.title,
    blocks: [
      {
        kind: 'fields',
        fields: SETTING_NAMES.map((name) => ({
          label: names[name].name,
          value: showSetting(ctx, ctx.group.settings, name),
        })),
      },
      { kind: 'note', text: words.how },
    ],
  });
}
