import { type Department, departmentName, isOpen } from '../../domain/department/department.ts';
import { hashPairingCode, makePairingCode, PAIRING_DAYS } from '../../domain/hand-up/pairing-code.ts';
import { type Instant, toStamp } from '../../kernel/clock.ts';
import type { Words } from '../../kernel/text/texts.ts';
import type { CommandContext } from '../context.ts';
import { findHolders } from '../find-holders.ts';
import { sendPrivately } from '../send-privately.ts';
import { unitOf } from './unit-of.ts';

interface PairWords {
  readonly linked: (unit: string, department: string) => string;
}

const WORDS: Words<PairWords> = {
  'zh-CN': {
    linked: (unit, department) =>
      `“${unit}”已用配对码对接为本群的“${department}”，定稿的信息可以报送到本群。不是这个单位的，请发送：/上级 解除 ${department}`,
  },
  en: {
    linked: (unit, department) =>
      `${unit} has used the code and is this group's ${department} now. If that is wrong: /parent end ${department}`,
  },
};

export interface IssuedCode {
  readonly code: string;
  readonly expiresAt: Instant;
}

/** A code with which one other group can become this department. Only its hash is kept. */
export async function issueCode(ctx: CommandContext, department: Department): Promise<IssuedCode> {
  const code = makePairingCode(ctx.ids.next());
  const hash = hashPairingCode(code);
  if (hash === undefined) throw new Error('a pairing code of ours cannot be read');
  const expiresAt = ctx.now.add({ hours: PAIRING_DAYS * 24 });
  await ctx.repos.groupLinks.issue({
    hash,
    groupId: ctx.group.id,
    departmentId: department.id,
    by: ctx.actor.id,
    at: toStamp(ctx.now),
    expiresAt: toStamp(expiresAt),
  });
  await ctx.audit('link.code', { department: department.id });
  return { code, expiresAt };
}

export type Pairing =
  | { readonly kind: 'linked'; readonly unit: string; readonly department: string }
  /** Never given out, used, expired, or good for nothing any more: which of them is nobody's business. */
  | { readonly kind: 'unknown' | 'self' | 'circle' }
  | { readonly kind: 'taken'; readonly unit: string };

/**
 * Makes this group the department for which the code was given out. Whoever is told anything but `linked` has to throw:
 * the code is used up otherwise.
 */
export async function joinParent(ctx: CommandContext, typed: string): Promise<Pairing> {
  const { groupLinks, groups } = ctx.repos;
  const at = toStamp(ctx.now);
  const present = await groupLinks.above(ctx.group.id);
  if (present !== undefined) {
    const group = await groups.find(present.parentId);
    return { kind: 'taken', unit: group === undefined ? '' : unitOf(group) };
  }
  const hash = hashPairingCode(typed);
  await groupLinks.lock(at);
  const code = hash === undefined ? undefined : await groupLinks.use(hash, at);
  if (code === undefined) return { kind: 'unknown' };
  if (code.groupId === ctx.group.id) return { kind: 'self' };
  const parent = await ctx.inGroup(code.groupId);
  const department = parent && (await findFree(parent, code.departmentId));
  if (parent === undefined || department === undefined) return { kind: 'unknown' };
  if (await isAbove(ctx, parent.group.id)) return { kind: 'circle' };
  await link(ctx, parent, department);
  return {
    kind: 'linked',
    unit: unitOf(parent.group),
    department: departmentName(department, ctx.today),
  };
}

/** The department, unless it is closed or another group by now. */
async function findFree(parent: CommandContext, id: string): Promise<Department | undefined> {
  const below = await parent.repos.groupLinks.below(parent.group.id);
  if (below.some(({ departmentId }) => departmentId === id)) return undefined;
  const departments = await parent.repos.departments.list(parent.group.id);
  return departments.find(
    (department) => department.id === id && isOpen(department, parent.today.toString()),
  );
}

/** Whether this group stands above the one that would become its parent. */
async function isAbove(ctx: CommandContext, parentId: string): Promise<boolean> {
  let next = await ctx.repos.groupLinks.above(parentId);
  while (next !== undefined && next.parentId !== ctx.group.id) {
    next = await ctx.repos.groupLinks.above(next.parentId);
  }
  return next !== undefined;
}

async function link(ctx: CommandContext, parent: CommandContext, department: Department): Promise<void> {
  const id = ctx.ids.next();
  const pair = { id, childId: ctx.group.id, parentId: parent.group.id, departmentId: department.id };
  await ctx.repos.groupLinks.link(pair, { by: ctx.actor.id, at: toStamp(ctx.now) });
  await ctx.audit('link.join', { unit: unitOf(parent.group) });
  await parent.audit('link.join', { unit: unitOf(ctx.group), department: department.id });
  const name = departmentName(department, ctx.today);
  await sendPrivately(parent, await findHolders(parent, 'admin'), {
    key: `linked:${id}`,
    message: { kind: 'notice', text: WORDS[ctx.locale].linked(unitOf(ctx.group), name) },
  });
}
