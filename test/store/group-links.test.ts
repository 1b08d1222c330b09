import { describe, expect, it } from 'vitest';
import { openTestStore } from '../support/open-test-store.ts';

const AT = '2026-11-16T01:00:00.000Z';
const LATER = '2026-11-23T01:00:00.000Z';
const by = { by: 'ou_admin', at: AT };
const code = {
  hash: 'h1',
  groupId: 'oc_city',
  departmentId: 'd1',
  by: 'ou_admin',
  at: AT,
  expiresAt: LATER,
};

describe('a pairing code', () => {
  it('is good for one of many that use it at once', async () => {
    const { store, repos } = await openTestStore();
    await repos.groupLinks.issue(code);
    const tries = Array.from({ length: 5 }, () =>
      store.transaction(({ groupLinks }) => groupLinks.use('h1', AT)),
    );
    const used = (await Promise.all(tries)).filter((found) => found !== undefined);
    expect(used).toEqual([{ groupId: 'oc_city', departmentId: 'd1' }]);
    expect(await repos.groupLinks.openCodes('oc_city', AT)).toEqual([]);
  });

  it('is good until it expires, or until there is a newer one for the department', async () => {
    const { groupLinks } = (await openTestStore()).repos;
    await groupLinks.issue(code);
    await groupLinks.issue({ ...code, hash: 'h2', departmentId: 'd2' });
    expect(await groupLinks.use('h1', LATER)).toBeUndefined();
    await groupLinks.issue({ ...code, hash: 'h3' });
    expect(await groupLinks.use('h1', AT)).toBeUndefined();
    expect(await groupLinks.openCodes('oc_city', AT)).toHaveLength(2);
    expect(await groupLinks.use('h2', AT)).toEqual({ groupId: 'oc_city', departmentId: 'd2' });
  });

  it('is not used up by work that is broken off', async () => {
    const { store, repos } = await openTestStore();
    await repos.groupLinks.issue(code);
    const broken = store.transaction(async ({ groupLinks }) => {
      await groupLinks.use('h1', AT);
      throw new Error('power cut');
    });
    await expect(broken).rejects.toThrow('power cut');
    expect(await repos.groupLinks.use('h1', AT)).toBeDefined();
  });
});

describe('a link', () => {
  const link = { id: 'l1', childId: 'oc_county', parentId: 'oc_city', departmentId: 'd1' };

  it('is one a lower group and one a department, until it ends', async () => {
    const { groupLinks } = (await openTestStore()).repos;
    await groupLinks.link(link, by);
    await expect(
      groupLinks.link({ ...link, id: 'l2', parentId: 'oc_other', departmentId: 'd9' }, by),
    ).rejects.toThrow();
    await expect(groupLinks.link({ ...link, id: 'l3', childId: 'oc_other' }, by)).rejects.toThrow();
    expect(await groupLinks.above('oc_county')).toEqual(link);
    expect(await groupLinks.below('oc_city')).toEqual([link]);

    expect(await groupLinks.end('l1', by)).toBe(true);
    expect(await groupLinks.end('l1', by)).toBe(false);

    expect(await groupLinks.above('oc_county')).toBeUndefined();
    await groupLinks.link({ ...link, id: 'l4' }, by);
    expect(await groupLinks.below('oc_city')).toEqual([{ ...link, id: 'l4' }]);
  });
});

describe('where an item came from', () => {
  const origin = {
    itemId: 'city-1',
    groupId: 'oc_city',
    originItemId: 'county-1',
    originGroupId: 'oc_county',
    unit: '青禾县局',
    number: '202610-规划科-01',
    department: '规划科',
    month: '2026-10',
    version: 1,
    digest: 'x',
  };

  it('is kept once for each upper group', async () => {
    const { itemOrigins } = (await openTestStore()).repos;
    await itemOrigins.insert(origin, by);
    await expect(itemOrigins.insert({ ...origin, itemId: 'city-2' }, by)).rejects.toThrow();
    await itemOrigins.insert({ ...origin, itemId: 'other-1', groupId: 'oc_other' }, by);
    await itemOrigins.renew('city-1', { month: '2026-10', version: 2, digest: 'y' });

    const found = await itemOrigins.handedUp('oc_city', ['county-1', 'county-2']);
    expect([...found]).toEqual([['county-1', { ...origin, version: 2, digest: 'y' }]]);
    expect(await itemOrigins.of('county-1')).toBeUndefined();
  });

  it('is told all the way', async () => {
    const { itemOrigins } = (await openTestStore()).repos;
    await itemOrigins.insert(origin, by);
    const further = { ...origin, itemId: 'province-1', groupId: 'oc_province', originItemId: 'city-1' };
    await itemOrigins.insert({ ...further, unit: '清河市局' }, by);
    const chain = await itemOrigins.chainOf('province-1');
    expect(chain.map(({ unit }) => unit)).toEqual(['清河市局', '青禾县局']);
  });
});
