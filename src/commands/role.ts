import { z } from 'zod';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import type { MentionedPerson } from '../bot/grammar/read-arguments.ts';
import { tellOfQueue } from '../bot/items/tell-of-queue.ts';
import { GRANTED_ROLES, type GrantedRole } from '../domain/people/role.ts';
import { toStamp } from '../kernel/clock.ts';
import { texts } from '../kernel/text/texts.ts';

const zh = {
  summary: '设置本群的初审人、宣传负责人、分管领导、管理员',
  args: { action: '角色', role: '角色', people: '人员（用 @ 选择）' },
  granted: (names: string, role: string) => `已设为${role}：${names}。`,
  removed: (names: string, role: string) => `已取消${role}：${names}。`,
  lastAdmin: '至少要保留一名管理员，请先指定另一名管理员。',
  title: '本群的角色',
};

const en: typeof zh = {
  summary: 'Hands out the roles of this group',
  args: { action: 'role', role: 'role', people: 'person (pick with @)' },
  granted: (names, role) => `Now ${role}: ${names}.`,
  removed: (names, role) => `No longer ${role}: ${names}.`,
  lastAdmin: 'The group needs an admin. Name another one first.',
  title: 'Roles of this group',
};

/** Other words for the roles, as they are typed. */
const ROLE_WORDS = {
  lead: ['宣传负责人', '负责人'],
  editor: ['初审人', '初审'],
  chief: ['分管领导', '领导'],
  admin: ['管理员'],
} as const;

const people = z.array(z.object({ id: z.string(), name: z.string() }));
const roleWord = z.string().transform((word, check): GrantedRole => {
  const role = GRANTED_ROLES.find(
    (name) => name === word || ROLE_WORDS[name].some((alias) => alias === word),
  );
  if (role !== undefined) return role;
  check.addIssue({ code: 'custom', message: 'no such role' });
  return z.NEVER;
});

export const command = defineCommand({
  name: 'role',
  aliases: ['角色'],
  roles: ['admin'],
  words: { 'zh-CN': zh, en },
  shape: {
    actions: { ...ROLE_WORDS, remove: ['取消', '移除'], list: ['列表', '查看'] },
    positional: ['role'],
    people: 'people',
  },
  args: z.discriminatedUnion('action', [
    z.strictObject({ action: z.enum(GRANTED_ROLES), people: people.min(1) }),
    z.strictObject({ action: z.literal('remove'), role: roleWord, people: people.min(1) }),
    z.strictObject({ action: z.literal('list'), people }),
  ]),
  examples: ['宣传负责人 @李四', '初审人 @王五', '取消 管理员 @张三', '列表'],
  async run(ctx, input, words) {
    if (input.action === 'list') return showRoles(ctx, words);
    const { roles, list } = texts(ctx.locale);
    const names = list(input.people.map((person) => person.name));
    if (input.action === 'remove') {
      await remove(ctx, input.role, input.people, words);
      await ctx.audit('role.remove', { role: input.role, people: input.people.map(({ id }) => id) });
      return ctx.reply({ kind: 'notice', text: words.removed(names, roles[input.role]) });
    }
    for (const person of input.people) {
      await ctx.repos.people.grant(ctx.group.id, person.id, input.action, toStamp(ctx.now));
    }
    await ctx.audit('role.grant', { role: input.action, people: input.people.map(({ id }) => id) });
    await ctx.reply({ kind: 'notice', text: words.granted(names, roles[input.action]) });
    for (const person of input.people) await tellOfQueue(ctx, person.id);
  },
});

async function remove(
  ctx: CommandContext,
  role: GrantedRole,
  persons: readonly MentionedPerson[],
  words: typeof zh,
): Promise<void> {
  const holders = await ctx.repos.people.holders(ctx.group.id);
  const here = await ctx.repos.people.members(ctx.group.id);
  const staying = holders.filter(
    ({ role: held, personId }) =>
      held === role && here.has(personId) && !persons.some((person) => person.id === personId),
  );
  if (role === 'admin' && staying.length === 0) ctx.misuse(words.lastAdmin);
  for (const person of persons) await ctx.repos.people.revoke(ctx.group.id, person.id, role);
}

async function showRoles(ctx: CommandContext, words: typeof zh): Promise<void> {
  const holders = await ctx.repos.people.holders(ctx.group.id);
  const names = await ctx.repos.people.names(holders.map((holder) => holder.personId));
  const { roles, list, none } = texts(ctx.locale);
  await ctx.reply({
    tone: 'info',
    title: words.title,
    blocks: [
      {
        kind: 'fields',
        fields: GRANTED_ROLES.map((role) => ({
          label: roles[role],
          value:
            list(
              holders
                .filter((holder) => holder.role === role)
                .map((holder) => names.get(holder.personId) ?? holder.personId),
            ) || none,
        })),
      },
    ],
  });
}
