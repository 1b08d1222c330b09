import {
  type Department,
  isOpen,
  type ReporterKind,
  reportersOn,
} from '../../domain/department/department.ts';
import type { JoinRequest } from '../../domain/people/join-request.ts';
import { toStamp } from '../../kernel/clock.ts';
import type { CommandContext } from '../context.ts';
import { appointReporter } from '../roster/appoint-reporter.ts';

/**
 * What an admin's yes came to: a place in the department, or why there is none. `decided`: somebody was first;
 * `closed`: the department is no more; `left`: the person is not in the group any more.
 */
export type JoinOutcome =
  | { readonly kind: ReporterKind }
  | { readonly kind: 'refused' | 'decided' | 'closed' | 'left' };

/** Records the decision. A yes makes the person the main correspondent where there is none, else a deputy. */
export async function decideRequest(
  ctx: CommandContext,
  { request, department }: { request: JoinRequest; department: Department },
  yes: boolean,
): Promise<JoinOutcome> {
  if (request.state !== 'waiting') return { kind: 'decided' };
  const obstacle = yes ? await findObstacle(ctx, request, department) : 'refused';
  await ctx.repos.joinRequests.decide(request.id, {
    state: obstacle === undefined ? 'agreed' : 'refused',
    personId: ctx.actor.id,
    at: toStamp(ctx.now),
  });
  const detail = { department: department.id, people: [request.personId] };
  await ctx.audit(obstacle === undefined ? 'join.agree' : 'join.refuse', detail);
  return obstacle === undefined
    ? { kind: await appoint(ctx, department, request.personId) }
    : { kind: obstacle };
}

async function findObstacle(ctx: CommandContext, request: JoinRequest, department: Department) {
  if (!isOpen(department, ctx.today.toString())) return 'closed';
  return (await ctx.repos.people.isMember(ctx.group.id, request.personId)) ? undefined : 'left';
}

/** Somebody who has been appointed in the meantime keeps the place they have. */
async function appoint(ctx: CommandContext, department: Department, personId: string): Promise<ReporterKind> {
  const today = ctx.today.toString();
  const active = reportersOn(department, today);
  const known = active.find((reporter) => reporter.personId === personId);
  if (known !== undefined) return known.kind;
  const kind = active.some((reporter) => reporter.kind === 'main') ? 'deputy' : 'main';
  await appointReporter(ctx, department, { personId, kind });
  return kind;
}
