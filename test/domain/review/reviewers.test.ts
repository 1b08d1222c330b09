import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/domain/people/role.ts';
import { refuseReview, reviewersOf } from '../../../src/domain/review/reviewers.ts';

describe('reviewersOf', () => {
  it.each([
    { levels: 0, approvals: 0, roles: [] },
    { levels: 1, approvals: 0, roles: ['editor', 'lead', 'chief'] },
    { levels: 1, approvals: 2, roles: ['editor', 'lead', 'chief'] },
    { levels: 2, approvals: 0, roles: ['editor'] },
    { levels: 2, approvals: 1, roles: ['chief'] },
    { levels: 2, approvals: 2, roles: ['chief'] },
    { levels: 3, approvals: 0, roles: ['editor'] },
    { levels: 3, approvals: 1, roles: ['lead'] },
    { levels: 3, approvals: 2, roles: ['chief'] },
  ] as const)('asks $roles after $approvals of $levels', ({ levels, approvals, roles }) => {
    expect(reviewersOf(approvals, levels)).toEqual(roles);
  });
});

describe('refuseReview', () => {
  const ask = (
    roles: readonly Role[],
    item: { state?: string; approvals?: number; authorId?: string },
    rest: { levels?: 0 | 1 | 2 | 3; ownAllowed?: boolean } = {},
  ) =>
    refuseReview({
      reviewer: { id: 'ou_me', roles: new Set<Role>(['member', ...roles]) },
      item: { state: 'submitted', approvals: 0, authorId: 'ou_other', ...item },
      levels: 1,
      ownAllowed: false,
      ...rest,
    });

  it('lets the reviewer of the level decide, and nobody else', () => {
    expect(ask(['editor'], {})).toBeUndefined();
    expect(ask(['correspondent', 'admin'], {})).toBe('role');
    expect(ask(['editor'], { approvals: 1 }, { levels: 2 })).toBe('role');
    expect(ask(['chief'], { approvals: 1 }, { levels: 2 })).toBeUndefined();
    expect(ask(['chief'], { approvals: 0 }, { levels: 3 })).toBe('role');
  });

  it("refuses one's own text unless the group allows it", () => {
    expect(ask(['lead'], { authorId: 'ou_me' })).toBe('own-text');
    expect(ask(['lead'], { authorId: 'ou_me' }, { ownAllowed: true })).toBeUndefined();
  });

  it('lets nothing wait for a reviewer where there are none any more', () => {
    expect(ask(['lead'], { authorId: 'ou_me' }, { levels: 0 })).toBeUndefined();
  });

  it('lets the last level send an approved item back, and the lead where there is no review', () => {
    expect(ask(['editor'], { state: 'approved', approvals: 2 }, { levels: 2 })).toBe('role');
    expect(ask(['chief'], { state: 'approved', approvals: 2 }, { levels: 2 })).toBeUndefined();
    expect(ask(['lead'], { state: 'approved' }, { levels: 0 })).toBeUndefined();
    expect(ask(['editor'], { state: 'approved' }, { levels: 0 })).toBe('role');
  });

  it('has nothing to decide about closed or returned items', () => {
    for (const state of ['withdrawn', 'merged', 'returned'])
      expect(ask(['lead'], { state })).toBe('not-in-review');
  });
});
