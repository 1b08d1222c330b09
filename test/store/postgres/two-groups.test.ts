import { expect, it } from 'vitest';
import { openReplicas } from './open-postgres-store.ts';

it('two that need both groups, each from its own side, do not wait for each other', async () => {
  const [store] = (await openReplicas(1)).stores;
  for (const id of ['oc_a', 'oc_b']) await store?.repos.groups.ensure(id, id, '2026-11-16T01:00:00.000Z');
  let meet = () => {};
  const met = new Promise<void>((resolve) => {
    meet = resolve;
  });
  let first = true;
  const holdBoth = async (own: string, other: string) => {
    let runs = 0;
    await store?.transaction(async ({ groups }) => {
      runs += 1;
      await groups.hold(own);
      // Each has its own in hand before either asks for the other's.
      if (runs === 1 && !first) meet();
      first = false;
      await met;
      await groups.hold(other);
    });
    return runs;
  };
  // One that the database had broken off would have run once more than the other.
  expect(await Promise.all([holdBoth('oc_a', 'oc_b'), holdBoth('oc_b', 'oc_a')])).toEqual([2, 2]);
});
