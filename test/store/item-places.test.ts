import { expect, it } from 'vitest';
import { GROUP, openTestStore } from '../support/open-test-store.ts';

const OCTOBER = { groupId: GROUP, month: '2026-10' };

it('keeps the latest arrangement of a block, beside those of other blocks, months and groups', async () => {
  const { repos } = await openTestStore();
  await repos.itemPlaces.arrange(OCTOBER, ['a', 'b', 'c']);
  await repos.itemPlaces.arrange(OCTOBER, ['x', 'y']);
  await repos.itemPlaces.arrange({ ...OCTOBER, month: '2026-11' }, ['n']);
  await repos.itemPlaces.arrange({ ...OCTOBER, groupId: 'oc_other' }, ['o']);
  await repos.itemPlaces.arrange(OCTOBER, ['c', 'a', 'b']);

  const places = await repos.itemPlaces.ofMonth(GROUP, '2026-10');
  expect(Object.fromEntries(places)).toEqual({ c: 1, a: 2, b: 3, x: 1, y: 2 });
});

it('takes an item along to the month in which it is arranged next, and lets go of it', async () => {
  const { repos } = await openTestStore();
  await repos.itemPlaces.arrange(OCTOBER, ['a', 'b']);
  await repos.itemPlaces.arrange({ ...OCTOBER, month: '2026-11' }, ['b']);
  expect([...(await repos.itemPlaces.ofMonth(GROUP, '2026-10')).keys()]).toEqual(['a']);
  await repos.itemPlaces.drop('b');
  expect((await repos.itemPlaces.ofMonth(GROUP, '2026-11')).size).toBe(0);
});

it('holds a block of thousands', async () => {
  const { repos } = await openTestStore();
  const ids = Array.from({ length: 1200 }, (_, index) => `i${index}`);
  await repos.itemPlaces.arrange(OCTOBER, ids.toReversed());
  const places = await repos.itemPlaces.ofMonth(GROUP, '2026-10');
  expect([...places].sort(([, left], [, right]) => right - left).map(([id]) => id)).toEqual(ids);
});

it('is whole when two arrange the same block at once', async () => {
  const { store, repos } = await openTestStore();
  const orders = [
    ['a', 'b', 'c', 'd'],
    ['d', 'c', 'b', 'a'],
  ];
  await Promise.all(
    orders.map((order) => store.transaction((bound) => bound.itemPlaces.arrange(OCTOBER, order))),
  );
  const places = await repos.itemPlaces.ofMonth(GROUP, '2026-10');
  const order = [...places].sort(([, left], [, right]) => left - right).map(([id]) => id);
  expect(orders).toContainEqual(order);
});
