import { z } from 'zod';
import { answerPrivately } from '../bot/answer-privately.ts';
import type { CommandContext } from '../bot/context.ts';
import { defineCommand } from '../bot/define-command.ts';
import { endLink } from '../bot/hand-up/end-link.ts';
import { issueCode, joinParent } from '../bot/hand-up/pair-groups.ts';
import { unitOf } from '../bot/hand-up/unit-of.ts';
import { findDepartment, openDepartments } from '../bot/items/choose-department.ts';
import { departmentName } from '../domain/department/department.ts';
import type { GroupLink } from '../domain/hand-up/group-link.ts';
import { hashPairingCode } from '../domain/hand-up/pairing-code.ts';
import type { Card } from '../domain/message/card.ts';
import { dateOf, fromStamp, type Instant, timeOf, toStamp } from '../kernel/clock.ts';

const zh = {
  summary: '与上级或下级单位的工作群对接，供定稿信息逐级上报',
  args: { action: '要做的事', what: '部门或配对码' },
  title: '上下级对接',
  above: '上级单位',
  below: '下级单位',
  open: '待用的配对码',
  none: '（无）',
  aboveLine: (unit: string, department: string) => `${unit}（本群是其“${department}”）`,
  belowLine: (department: string, unit: string) => `${department}：${unit}`,
  openLine: (department: string, until: string) => `${department}，${until} 前有效`,
  how: '上级群：/上级 配对码 部门；下级群：/上级 对接 配对码；解除：/上级 解除，上级群写 /上级 解除 部门。',
  codeTitle: (department: string) => `配对码：${department}`,
  codeHow: (department: string, until: string) =>
    `请把上面这一行交给${department}工作群的管理员，在那边发送。只能用一次，${until} 前有效；重新发一个，这个即作废。`,
  codeLine: (code: string) => `/上级 对接 ${code}`,
  shownPrivately: '已私信给您。',
  codeSent: '配对码已私信给您，请只交给该单位工作群的管理员。',
  occupied: (department: string) => `“${department}”已与一个群对接，请先发送：/上级 解除 ${department}`,
  linked: (unit: string, department: string) =>
    `已与“${unit}”对接，本群是其“${department}”。只有负责人用 /上报 选出的定稿信息会报送过去，其他资料互不可见。`,
  unknown: '配对码不对、已用过或已过期，请上级群的管理员重新发一个。',
  self: '这是本群自己的配对码，请交给下级单位的群使用。',
  circle: '不能对接：那个群是本群的下级。',
  taken: (unit: string) => `本群已有上级单位“${unit}”，请先发送：/上级 解除`,
  nothingAbove: '本群没有上级单位。解除下级请写部门，例如：/上级 解除 青禾县局',
  nothingBelow: (department: string) => `“${department}”没有与别的群对接。`,
  ended: (unit: string) => `已解除与“${unit}”的对接，今后不再互通；已报送的信息照常保留。`,
};

const en: typeof zh = {
  summary: 'Links this group with that of a higher or lower office, so that final items can be handed up',
  args: { action: 'what to do', what: 'department or code' },
  title: 'Offices above and below',
  above: 'Above',
  below: 'Below',
  open: 'Codes not used yet',
  none: '(none)',
  aboveLine: (unit, department) => `${unit} (this group is its ${department})`,
  belowLine: (department, unit) => `${department}: ${unit}`,
  openLine: (department, until) => `${department}, until ${until}`,
  how: 'Above: /parent code DEPARTMENT; below: /parent join CODE; to end it: /parent end, above: /parent end DEPARTMENT.',
  codeTitle: (department) => `Code for ${department}`,
  codeHow: (department, until) =>
    `An admin of the group of ${department} sends the line above there. It works once, until ${until}; a new one makes it void.`,
  codeLine: (code) => `/parent join ${code}`,
  shownPrivately: 'Sent to you in private.',
  codeSent: 'You have the code in our private chat. Give it to an admin of that office only.',
  occupied: (department) => `${department} is linked with a group; first send: /parent end ${department}`,
  linked: (unit, department) =>
    `Linked with ${unit}; this group is its ${department}. Only final items that a lead picks by /hand-up go there.`,
  unknown: 'This code is wrong, used or expired. Ask the admin above for a new one.',
  self: "This is this group's own code: it is for the group below.",
  circle: 'That group stands below this one.',
  taken: (unit) => `This group has ${unit} above it; first send: /parent end`,
  nothingAbove: 'There is no group above. To end a link with one below, name its department.',
  nothingBelow: (department) => `${department} is not linked with a group.`,
  ended: (unit) => `The link with ${unit} has ended. What was handed up stays.`,
};

export const command = defineCommand({
  name: 'parent',
  aliases: ['上级', '上级单位'],
  roles: ['admin'],
  words: { 'zh-CN': zh, en },
  nameAlone: true,
  shape: {
    actions: {
      show: ['查看'],
      code: ['配对码', '配对'],
      join: ['对接', '加入'],
      end: ['解除'],
    },
    defaultAction: 'show',
    rest: 'what',
  },
  args: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('show'), what: z.string().max(100).default('') }),
    z.strictObject({ action: z.enum(['code', 'join']), what: z.string().max(100) }),
    z.strictObject({ action: z.literal('end'), what: z.string().max(100).default('') }),
  ]),
  examples: ['', '配对码 规划科', '对接 7K2M-9QXD-0HTC-V4BR', '解除', '解除 规划科'],
  async run(ctx, input, words) {
    switch (input.action) {
      case 'show':
        if (isCode(input.what)) return join(ctx, input.what, words);
        if (input.what !== '') return ctx.misuse(words.how);
        return answerPrivately(ctx, await showCard(ctx, words), {
          key: 'parent',
          sent: words.shownPrivately,
        });
      case 'code':
        // Whoever was given a code may well name it so.
        return isCode(input.what) ? join(ctx, input.what, words) : giveCode(ctx, input.what, words);
      case 'join':
        return join(ctx, input.what, words);
      case 'end':
        return end(ctx, input.what.trim(), words);
    }
  },
});

async function giveCode(ctx: CommandContext, what: string, words: typeof zh): Promise<void> {
  const department = findDepartment(await openDepartments(ctx), what, ctx);
  const name = departmentName(department, ctx.today);
  const below = await ctx.repos.groupLinks.below(ctx.group.id);
  if (below.some(({ departmentId }) => departmentId === department.id)) ctx.misuse(words.occupied(name));
  const { code, expiresAt } = await issueCode(ctx, department);
  const card: Card = {
    tone: 'info',
    title: words.codeTitle(name),
    blocks: [
      { kind: 'heading', text: words.codeLine(code) },
      { kind: 'note', text: words.codeHow(name, describe(expiresAt)) },
    ],
  };
  await answerPrivately(ctx, card, { key: 'pairing-code', sent: words.codeSent });
}

/** Without the word for it, which people copy along. */
function bareCode(typed: string): string {
  return typed.replace(/^\s*(?:配对码|code\b)?\s*[:：]?\s*/iu, '');
}

function isCode(typed: string): boolean {
  return hashPairingCode(bareCode(typed)) !== undefined;
}

/** Whatever does not link the groups is thrown, so that the code is not used up. */
async function join(ctx: CommandContext, typed: string, words: typeof zh): Promise<void> {
  const pairing = await joinParent(ctx, bareCode(typed));
  if (pairing.kind === 'taken') return ctx.misuse(words.taken(pairing.unit));
  if (pairing.kind !== 'linked') return ctx.misuse(words[pairing.kind]);
  await ctx.reply({ kind: 'notice', text: words.linked(pairing.unit, pairing.department) });
}

async function end(ctx: CommandContext, name: string, words: typeof zh): Promise<void> {
  const { link, unit } = name === '' ? await findAbove(ctx, words) : await findBelow(ctx, name, words);
  await endLink(ctx, link);
  await ctx.reply({ kind: 'notice', text: words.ended(unit) });
}

interface Linked {
  readonly link: GroupLink;
  readonly unit: string;
}

async function findAbove(ctx: CommandContext, words: typeof zh): Promise<Linked> {
  const link = await ctx.repos.groupLinks.above(ctx.group.id);
  return link === undefined
    ? ctx.misuse(words.nothingAbove)
    : { link, unit: await nameGroup(ctx, link.parentId) };
}

/** By the department's name, also of one that was closed since. */
async function findBelow(ctx: CommandContext, name: string, words: typeof zh): Promise<Linked> {
  const all = await ctx.repos.departments.list(ctx.group.id);
  const department = findDepartment(all, name, ctx);
  const links = await ctx.repos.groupLinks.below(ctx.group.id);
  const link = links.find(({ departmentId }) => departmentId === department.id);
  return link === undefined
    ? ctx.misuse(words.nothingBelow(departmentName(department, ctx.today)))
    : { link, unit: departmentName(department, ctx.today) };
}

async function showCard(ctx: CommandContext, words: typeof zh): Promise<Card> {
  const { groupLinks, departments } = ctx.repos;
  const own = await departments.list(ctx.group.id);
  const nameOf = (id: string) => {
    const department = own.find((one) => one.id === id);
    return department === undefined ? '' : departmentName(department, ctx.today);
  };
  const below = [];
  for (const { departmentId, childId } of await groupLinks.below(ctx.group.id)) {
    below.push(words.belowLine(nameOf(departmentId), await nameGroup(ctx, childId)));
  }
  const codes = await groupLinks.openCodes(ctx.group.id, toStamp(ctx.now));
  const open = codes.map(({ departmentId, expiresAt }) =>
    words.openLine(nameOf(departmentId), describe(fromStamp(expiresAt))),
  );
  return {
    tone: 'info',
    title: words.title,
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: words.above, value: await describeAbove(ctx, words) },
          { label: words.below, value: below.join('\n') || words.none },
          ...(open.length > 0 ? [{ label: words.open, value: open.join('\n') }] : []),
        ],
      },
      { kind: 'note', text: words.how },
    ],
  };
}

async function describeAbove(ctx: CommandContext, words: typeof zh): Promise<string> {
  const link = await ctx.repos.groupLinks.above(ctx.group.id);
  if (link === undefined) return words.none;
  const departments = await ctx.repos.departments.list(link.parentId);
  const department = departments.find(({ id }) => id === link.departmentId);
  const name = department === undefined ? '' : departmentName(department, ctx.today);
  return words.aboveLine(await nameGroup(ctx, link.parentId), name);
}

async function nameGroup(ctx: CommandContext, id: string): Promise<string> {
  const group = await ctx.repos.groups.find(id);
  return group === undefined ? '' : unitOf(group);
}

/** `2026-11-23 09:00`. */
function describe(instant: Instant): string {
  return `${dateOf(instant).toString()} ${timeOf(instant)}`;
}
