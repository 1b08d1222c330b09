import type { GrantedRole } from '../domain/people/role.ts';
import type { WorkContext } from './context.ts';

/** Who holds a role and is in the group now, oldest grant first. */
export async function findHolders(ctx: WorkContext, role: GrantedRole): Promise<readonly string[]> {
  const here = await ctx.repos.people.members(ctx.group.id);
  const holders = await ctx.repos.people.holders(ctx.group.id);
  return holders
    .filter((holder) => holder.role === role && here.has(holder.personId))
    .map(({ personId }) => personId);
}
