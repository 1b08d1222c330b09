import type { GrantedRole, Role } from '../people/role.ts';

/** Who may pass the next review, by how many reviews the group asks for. The first role that somebody holds is asked. */
const REVIEWERS: Readonly<Record<1 | 2 | 3, readonly (readonly GrantedRole[])[]>> = {
  1: [['editor', 'lead', 'chief']],
  2: [['editor'], ['chief']],
  3: [['editor'], ['lead'], ['chief']],
};

/**
 * Roles that may pass the review after `approvals` earlier ones. An item that has passed more reviews than the group
 * asks for now (its levels were lowered) waits for the last one; nobody reviews where there are no levels.
 */
export function reviewersOf(approvals: number, levels: 0 | 1 | 2 | 3): readonly GrantedRole[] {
  return levels === 0 ? [] : (REVIEWERS[levels][Math.min(approvals, levels - 1)] ?? []);
}

export interface ReviewQuestion {
  readonly reviewer: { readonly id: string; readonly roles: ReadonlySet<Role> };
  readonly item: { readonly state: string; readonly approvals: number; readonly authorId: string };
  readonly levels: 0 | 1 | 2 | 3;
  /** Whether the group lets people review what they wrote themselves. */
  readonly ownAllowed: boolean;
}

export type ReviewRefusal = 'not-in-review' | 'role' | 'own-text';

/**
 * Why this person may not decide on this item now; undefined when they may. A decision is a yes or a return: the
 * reviewer of the level at which the item stands gives it, and an approved item is returned by the last level's.
 */
export function refuseReview({
  reviewer,
  item,
  levels,
  ownAllowed,
}: ReviewQuestion): ReviewRefusal | undefined {
  if (item.state !== 'submitted' && item.state !== 'approved') return 'not-in-review';
  const passed = item.state === 'approved' ? Math.max(0, levels - 1) : item.approvals;
  const roles = levels === 0 ? LAST_WORD : reviewersOf(passed, levels);
  if (!roles.some((role) => reviewer.roles.has(role))) return 'role';
  return levels > 0 && item.authorId === reviewer.id && !ownAllowed ? 'own-text' : undefined;
}

/** Without any review, these may still send an item back, or pass one that waits since there were reviews. */
const LAST_WORD: readonly Role[] = ['lead', 'chief'];

/** What a reviewer says about an item. */
export interface Decision {
  readonly action: 'approve' | 'return';
  /** A remark; for a return the reason, which must not be empty. */
  readonly note: string;
}
