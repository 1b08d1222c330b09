import { type Department, departmentName, isOpen } from '../../domain/department/department.ts';
import type { CommandContext } from '../context.ts';
import { enterLinked } from './enter-linked.ts';
import { unitOf } from './unit-of.ts';

/** What this group needs to hand something up, or why it can't. `unit`: what the upper group is called. */
export type WayUp =
  | {
      readonly kind: 'open';
      readonly unit: string;
      /** The upper group, held for the rest of the transaction. */
      readonly up: CommandContext;
      /** What this group is there. */
      readonly department: Department;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'archived'; readonly unit: string }
  | { readonly kind: 'closed'; readonly unit: string; readonly department: string };

export async function openWayUp(ctx: CommandContext): Promise<WayUp> {
  const { groupLinks, groups } = ctx.repos;
  const link = await groupLinks.above(ctx.group.id);
  if (link === undefined) return { kind: 'none' };
  const linked = await enterLinked(ctx, link);
  if (linked.kind === 'ended') return { kind: 'none' };
  if (linked.kind === 'archived') {
    const group = await groups.find(link.parentId);
    return { kind: 'archived', unit: group === undefined ? '' : unitOf(group) };
  }
  const up = linked.there;
  const unit = unitOf(up.group);
  const departments = await up.repos.departments.list(up.group.id);
  const department = departments.find(({ id }) => id === link.departmentId);
  if (department !== undefined && isOpen(department, up.today.toString())) {
    return { kind: 'open', unit, up, department };
  }
  return { kind: 'closed', unit, department: department ? departmentName(department, up.today) : '' };
}
