import type { GrantedRole } from '../domain/people/role.ts';
import type { WorkContext } from './context.ts';

/** Who holds a role and is in the group now, oldest grant first. */
export async function findHolders(ctx: WorkContext, role: GrantedRole): Promise<readonly string[]> {
  return (await readHolders(ctx))(role);
}

/** The same for whoever asks for several roles: read once, as of now. */
export async function readHolders(ctx: WorkContext): Promise<(role: GrantedRole) => readonly string[]> {
  const here = await ctx.repos.people.members(ctx.group.id);
  const holders = await ctx.repos.people.holders(ctx.group.id);
  const present = holders.filter(({ personId }) => here.has(personId));
  return (role) => present.filter((holder) => holder.role === role).map(({ personId }) => personId);
}
