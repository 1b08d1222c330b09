import { describe, expect, it } from 'vitest';
import { claimOne } from '../support/claim-one.ts';
import { held } from '../support/held.ts';
import { makeMessage } from '../support/make-event.ts';
import { GROUP, openTestStore } from '../support/open-test-store.ts';

const notice = (key: string) =>
  ({ key, target: { kind: 'chat', chatId: GROUP }, message: { kind: 'notice', text: key } }) as const;

describe('a transaction', () => {
  it('leaves nothing behind when it throws', async () => {
    const { store, repos } = await openTestStore();
    await repos.inbox.append(makeMessage());
    const entry = await claimOne(repos.inbox);
    const failing = store.transaction(async (inside) => {
      await inside.groups.ensure(GROUP, '工作群', '2026-11-16T01:00:00.000Z');
      await inside.outbox.add(notice('receipt'));
      await inside.inbox.finish(held(entry), 'done');
      throw new Error('at the last step');
    });
    await expect(failing).rejects.toThrow('at the last step');
    expect(await repos.groups.find(GROUP)).toBeUndefined();
    expect(await claimOne(repos.outbox)).toBeUndefined();
    expect(await repos.inbox.depth()).toMatchObject({ open: 1 });
  });

  it('lets the next one through after a failure', async () => {
    const { store, repos } = await openTestStore();
    await expect(store.transaction(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await store.transaction((inside) => inside.outbox.add(notice('receipt')));
    expect(await repos.outbox.find('receipt')).toEqual({ state: 'ready' });
  });

  it('that holds a group runs after the other, so that what is read stays true until it is written', async () => {
    const { store, repos } = await openTestStore();
    await repos.groups.ensure(GROUP, '工作群', '2026-11-16T01:00:00.000Z');
    const addOne = () =>
      store.transaction(async ({ groups, records }) => {
        await groups.hold(GROUP);
        const count = Number((await records.value('count')) ?? 0);
        await new Promise((resolve) => setImmediate(resolve));
        await records.setValue('count', String(count + 1));
      });
    await Promise.all(Array.from({ length: 20 }, addOne));
    expect(await repos.records.value('count')).toBe('20');
  });
});

describe('a transaction that holds a second group', () => {
  it('begins anew with both held from the start, and nothing of before stays', async () => {
    const { store, repos } = await openTestStore();
    for (const id of ['oc_a', 'oc_b']) await repos.groups.ensure(id, id, '2026-11-16T01:00:00.000Z');
    let runs = 0;
    const held = await store.transaction(async ({ groups, records }) => {
      runs += 1;
      await groups.hold('oc_unknown');
      await groups.hold('oc_b');
      await records.setValue(`run ${runs}`, 'was here');
      return [await groups.hold('oc_a'), await groups.hold('oc_b')];
    });
    expect(held.map((group) => group?.id)).toEqual(['oc_a', 'oc_b']);
    expect(runs).toBe(2);
    expect(await repos.records.value('run 1')).toBeUndefined();
    expect(await repos.records.value('run 2')).toBe('was here');
  });

  it('does not begin anew for what it holds already, or for a group that nobody knows', async () => {
    const { store, repos } = await openTestStore();
    await repos.groups.ensure(GROUP, '工作群', '2026-11-16T01:00:00.000Z');
    let runs = 0;
    await store.transaction(async ({ groups }) => {
      runs += 1;
      await groups.hold('oc_private');
      await groups.hold(GROUP);
      await groups.hold(GROUP);
    });
    expect(runs).toBe(1);
  });
});

describe('a due moment', () => {
  it('is claimed by exactly one of many', async () => {
    const { repos } = await openTestStore();
    const moment = { schedule: 'reminder', groupId: GROUP, due: '2026-W47:group' };
    const fire = () => repos.records.fire({ ...moment, at: '2026-11-20T02:00:00.000Z', outcome: '' });
    const claims = await Promise.all(Array.from({ length: 8 }, fire));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await repos.records.hasFired('reminder', GROUP, '2026-W47:group')).toBe(true);
    expect(await repos.records.hasFired('reminder', GROUP, '2026-W47:private')).toBe(false);
    expect(await repos.records.hasFired('reminder', 'oc_other', '2026-W47:group')).toBe(false);
  });
});
