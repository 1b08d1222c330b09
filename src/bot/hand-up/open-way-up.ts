import { type Department, departmentName, isOpen } from '../../domain/department/department.ts';
import type { CommandContext } from '../context.ts';
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
  const up = await ctx.inGroup(link.parentId);
  // The upper group may have ended it while this one waited to hold that.
  if ((await groupLinks.above(ctx.group.id))?.id !== link.id) return { kind: 'none' };
  if (up === undefined) {
    const group = await groups.find(link.parentId);
    return { kind: 'archived', unit: group === undefined ? '' : unitOf(group) };
  }
  const unit = unitOf(up.group);
  const departments = await up.repos.departments.list(up.group.id);
  const department = departments.find(({ id }) => id === link.departmentId);
  if (department !== undefined && isOpen(department, up.today.toString())) {
    return { kind: 'open', unit, up, department };
  }
  return { kind: 'closed', unit, department: department ? departmentName(department, up.today) : '' };
}
