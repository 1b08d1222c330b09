import { describe, expect, it } from 'vitest';
import { claimOne } from '../support/claim-one.ts';
import { GROUP, openTestStore } from '../support/open-test-store.ts';

const AT = '2026-11-16T01:00:00.000Z';
const nameOf = (nth: number) => `nobody ${nth}`;

async function open(names: Record<string, string>) {
  const { repos, store } = await openTestStore();
  await repos.groups.ensure(GROUP, GROUP, AT);
  await repos.people.learn(Object.entries(names).map(([id, name]) => ({ id, name })));
  await repos.people.join(GROUP, Object.keys(names), AT);
  const say = (key: string, text: string) =>
    repos.outbox.add({ key, target: { kind: 'chat', chatId: GROUP }, message: { kind: 'notice', text } });
  return { repos, store, say };
}

describe('a pseudonym', () => {
  it('is another for each person', async () => {
    const { store, repos } = await open({ ou_a: '甲某', ou_b: '乙某' });
    const pseudonyms = await store.transaction(async ({ personalData }) => [
      await personalData.anonymize({ id: 'ou_a', name: '甲某' }, nameOf),
      await personalData.anonymize({ id: 'ou_b', name: '乙某' }, nameOf),
    ]);
    expect(pseudonyms).toEqual([
      { id: 'anonymous-1', name: 'nobody 1' },
      { id: 'anonymous-2', name: 'nobody 2' },
    ]);
    expect(await repos.people.name('anonymous-2')).toBe('nobody 2');
    expect(await repos.people.name('ou_a')).toBeUndefined();
  });

  it('takes the place of a name in what waits to be sent', async () => {
    const { store, repos, say } = await open({ ou_a: '甲某' });
    await say('k', '请甲某看一下');
    await store.transaction(({ personalData }) =>
      personalData.anonymize({ id: 'ou_a', name: '甲某' }, nameOf),
    );
    expect((await claimOne(repos.outbox))?.message).toEqual({ kind: 'notice', text: '请nobody 1看一下' });
  });

  it('does not take the place of a name that somebody else has, too', async () => {
    const { store, repos, say } = await open({ ou_a: '甲某', ou_b: '甲某' });
    await say('k', '请甲某看一下');
    await store.transaction(({ personalData }) =>
      personalData.anonymize({ id: 'ou_a', name: '甲某' }, nameOf),
    );
    expect((await claimOne(repos.outbox))?.message).toEqual({ kind: 'notice', text: '请甲某看一下' });
    expect(await repos.people.name('ou_b')).toBe('甲某');
    expect(await repos.people.name('anonymous-1')).toBe('nobody 1');
  });

  it('gets no message', async () => {
    const { repos } = await open({});
    const target = { kind: 'person', personId: 'anonymous-1' } as const;
    expect(await repos.outbox.add({ key: 'k', target, message: { kind: 'notice', text: 'x' } })).toBe(false);
  });
});

it('is all or nothing: what breaks off leaves the name where it was', async () => {
  const { store, repos } = await open({ ou_a: '甲某' });
  const broken = store.transaction(async ({ personalData }) => {
    await personalData.anonymize({ id: 'ou_a', name: '甲某' }, nameOf);
    throw new Error('power cut');
  });
  await expect(broken).rejects.toThrow('power cut');
  expect(await repos.people.name('ou_a')).toBe('甲某');
});
