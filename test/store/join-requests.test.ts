import { describe, expect, it } from 'vitest';
import { GROUP, openTestStore } from '../support/open-test-store.ts';

const AT = '2026-11-16T01:00:00.000Z';
const asked = { groupId: GROUP, departmentId: 'd1', personId: 'ou_1', askedAt: AT };

describe('requests to join', () => {
  it('wait until the first decision, which stands', async () => {
    const { repos } = await openTestStore();
    await repos.joinRequests.ask({ ...asked, id: 'r1' });
    expect(await repos.joinRequests.waiting('d1', 'ou_1')).toEqual({ ...asked, id: 'r1', state: 'waiting' });

    await repos.joinRequests.decide('r1', { state: 'agreed', personId: 'ou_admin', at: AT });
    await repos.joinRequests.decide('r1', { state: 'refused', personId: 'ou_late', at: AT });

    expect(await repos.joinRequests.waiting('d1', 'ou_1')).toBeUndefined();
    expect(await repos.joinRequests.find(GROUP, 'r1')).toMatchObject({
      state: 'agreed',
      decidedBy: 'ou_admin',
    });
  });

  it('are one at a time for a person and department, and more once that is decided', async () => {
    const { repos } = await openTestStore();
    await repos.joinRequests.ask({ ...asked, id: 'r1' });

    await expect(repos.joinRequests.ask({ ...asked, id: 'r2' })).rejects.toThrow(/unique/i);
    await repos.joinRequests.ask({ ...asked, id: 'r3', departmentId: 'd2' });
    await repos.joinRequests.decide('r1', { state: 'refused', personId: 'ou_admin', at: AT });
    await repos.joinRequests.ask({ ...asked, id: 'r4' });

    expect((await repos.joinRequests.waiting('d1', 'ou_1'))?.id).toBe('r4');
  });

  it("are found in their own group's name only", async () => {
    const { repos } = await openTestStore();
    await repos.joinRequests.ask({ ...asked, id: 'r1' });

    expect(await repos.joinRequests.find('oc_other', 'r1')).toBeUndefined();
  });
});
