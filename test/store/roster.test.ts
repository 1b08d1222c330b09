import { describe, expect, it } from 'vitest';
import { departmentName, isOpen, reportersOn } from '../../src/domain/department/department.ts';
import { quotaOn } from '../../src/domain/department/quota-history.ts';
import { dateOf, fromStamp } from '../../src/kernel/clock.ts';
import { GROUP, openTestStore } from '../support/open-test-store.ts';

const AT = '2026-11-16T01:00:00.000Z';

async function openRoster() {
  const { repos } = await openTestStore();
  await repos.departments.add({ id: 'd1', groupId: GROUP, name: '规划科', openedOn: '2026-01-01' });
  return {
    ...repos,
    /** The first department as it is stored. */
    async department() {
      const [first] = await repos.departments.list(GROUP);
      if (first === undefined) throw new Error('no department');
      return first;
    },
  };
}

const date = (day: string) => dateOf(fromStamp(`${day}T12:00:00+08:00`));

describe('a department', () => {
  it('keeps every name with its first day; the last change of a day counts', async () => {
    const { departments, department } = await openRoster();
    await departments.rename('d1', '笔误科', '2026-06-01');
    await departments.rename('d1', '空间规划科', '2026-06-01');
    const { names } = await department();
    expect(names).toEqual([
      { name: '规划科', from: '2026-01-01' },
      { name: '空间规划科', from: '2026-06-01' },
    ]);
    expect(departmentName({ names }, date('2026-05-31'))).toBe('规划科');
    expect(departmentName({ names }, date('2026-06-01'))).toBe('空间规划科');
  });

  it('keeps its place and its history when it is closed', async () => {
    const { departments } = await openRoster();
    await departments.add({ id: 'd2', groupId: GROUP, name: '耕地科', openedOn: '2026-01-01' });
    await departments.add({ id: 'd3', groupId: 'oc_other', name: '别局', openedOn: '2026-01-01' });
    await departments.close('d1', '2026-07-01');
    const list = await departments.list(GROUP);
    expect(list.map(({ id, closedOn }) => [id, closedOn])).toEqual([
      ['d1', '2026-07-01'],
      ['d2', undefined],
    ]);
    expect(list.map((entry) => isOpen(entry, '2026-06-30'))).toEqual([true, true]);
    expect(list.map((entry) => isOpen(entry, '2026-07-01'))).toEqual([false, true]);
  });

  it('that is reopened keeps the time between, of which there is none on the day it was closed', async () => {
    const { departments, department } = await openRoster();
    await departments.close('d1', '2026-07-01');
    await departments.reopen('d1', '2026-07-01');
    expect((await department()).closures).toEqual([]);
    await departments.close('d1', '2026-08-01');
    await departments.reopen('d1', '2026-09-01');
    await departments.reopen('d1', '2026-10-01');

    const reopened = await department();

    expect(reopened).toMatchObject({ closures: [{ from: '2026-08-01', to: '2026-09-01' }] });
    expect(reopened.closedOn).toBeUndefined();
    const days = ['2026-07-31', '2026-08-01', '2026-08-31', '2026-09-01'];
    expect(days.map((day) => isOpen(reopened, day))).toEqual([true, false, false, true]);
  });
});

describe('what a department owes', () => {
  it('is kept with its first day; the last word of a day counts', async () => {
    const { departments, department } = await openRoster();
    expect((await department()).quotas).toEqual([]);
    await departments.setQuota('d1', 2, '2026-06-01');
    await departments.setQuota('d1', 0, '2026-06-01');
    await departments.setQuota('d1', 3, '2026-09-01');
    const { quotas } = await department();
    expect(quotas).toEqual([
      { items: 0, from: '2026-06-01' },
      { items: 3, from: '2026-09-01' },
    ]);
    const on = (day: string) => quotaOn(quotas, date(day));
    expect(['2026-05-31', '2026-06-01', '2026-08-31', '2026-09-01'].map(on)).toEqual([1, 0, 0, 3]);
  });
});

describe('the bureau’s order', () => {
  it('gives a department the place behind the one it takes over from, in its own group alone', async () => {
    const { departments } = await openRoster();
    const add = (id: string, groupId: string, placeOf?: string) =>
      departments.add({ id, groupId, name: id, openedOn: '2026-01-01', ...(placeOf && { placeOf }) });
    await add('d2', GROUP);
    await add('e1', 'oc_other');
    await add('e2', 'oc_other');
    await add('d3', GROUP, 'd1');
    await add('d4', GROUP);
    const idsOf = async (group: string) => (await departments.list(group)).map(({ id }) => id);
    expect(await idsOf(GROUP)).toEqual(['d1', 'd3', 'd2', 'd4']);
    expect(await idsOf('oc_other')).toEqual(['e1', 'e2']);
  });
});

describe('correspondents', () => {
  it('have days from and to', async () => {
    const { departments, department } = await openRoster();
    await departments.addReporter('d1', { personId: 'a', kind: 'main', from: '2026-01-01' });
    await departments.endReporter('d1', 'a', '2026-06-01');
    await departments.addReporter('d1', { personId: 'b', kind: 'main', from: '2026-06-01' });
    const ids = async (day: string) => reportersOn(await department(), day).map(({ personId }) => personId);
    expect(await ids('2026-05-31')).toEqual(['a']);
    expect(await ids('2026-06-01')).toEqual(['b']);
  });

  it('may come back on the day they were taken off, in another part', async () => {
    const { departments, department } = await openRoster();
    await departments.addReporter('d1', { personId: 'a', kind: 'main', from: '2026-06-01' });
    await departments.endReporter('d1', 'a', '2026-06-01');
    expect(reportersOn(await department(), '2026-06-01')).toEqual([]);
    await departments.addReporter('d1', { personId: 'a', kind: 'deputy', from: '2026-06-01' });
    expect(reportersOn(await department(), '2026-06-01')).toEqual([
      { personId: 'a', kind: 'deputy', from: '2026-06-01' },
    ]);
  });
});

describe('members', () => {
  it('leave and come back; only those who are here count', async () => {
    const { people, groups } = await openRoster();
    await groups.ensure(GROUP, '工作群', AT);
    await people.join(GROUP, ['a', 'b'], AT);
    await people.leave(GROUP, ['a'], AT);
    expect([...(await people.members(GROUP))]).toEqual(['b']);
    expect(await people.isMember(GROUP, 'a')).toBe(false);
    expect(await groups.ofPerson('a')).toEqual([]);
    await people.join(GROUP, ['a'], AT);
    expect(await people.isMember(GROUP, 'a')).toBe(true);
    expect((await groups.ofPerson('a')).map(({ id }) => id)).toEqual([GROUP]);
  });

  it('keep the group they chose, even when their name is not known yet', async () => {
    const { people } = await openRoster();
    await people.chooseGroup('a', GROUP);
    expect(await people.chosenGroup('a')).toBe(GROUP);
    expect(await people.name('a')).toBeUndefined();
    expect([...(await people.names(['a']))]).toEqual([]);
    await people.learn([{ id: 'a', name: '张三' }]);
    expect(await people.name('a')).toBe('张三');
    expect(await people.chosenGroup('a')).toBe(GROUP);
  });
});

describe('roles', () => {
  it('are each group’s own and granted once', async () => {
    const { people } = await openRoster();
    await people.grant(GROUP, 'a', 'admin', AT);
    await people.grant(GROUP, 'a', 'admin', AT);
    await people.grant(GROUP, 'a', 'lead', AT);
    expect(await people.roles(GROUP, 'a')).toEqual(['lead', 'admin']);
    expect(await people.roles('oc_other', 'a')).toEqual([]);
    await people.revoke(GROUP, 'a', 'lead');
    expect(await people.roles(GROUP, 'a')).toEqual(['admin']);
  });

  it('say who is told what needs care: the leads, or the admins where there is none', async () => {
    const { people } = await openRoster();
    await people.grant(GROUP, 'a', 'admin', AT);
    await people.grant(GROUP, 'e', 'editor', AT);
    await people.join(GROUP, ['a', 'e', 'l'], AT);
    expect(await people.leads(GROUP)).toEqual(['a']);
    await people.grant(GROUP, 'l', 'lead', AT);
    expect(await people.leads(GROUP)).toEqual(['l']);
    await people.leave(GROUP, ['l'], AT);
    expect(await people.leads(GROUP)).toEqual(['a']);
    await people.leave(GROUP, ['a'], AT);
    expect(await people.leads(GROUP)).toEqual([]);
  });
});

describe('a group', () => {
  it('starts with the defaults and keeps everything when the bot comes back', async () => {
    const { groups } = await openRoster();
    const fresh = await groups.ensure(GROUP, '工作群', AT);
    expect(fresh).toMatchObject({ name: '工作群', settings: { unitName: '青禾县自然资源局' } });
    expect(await groups.enabled()).toEqual([]);
    await groups.enable(GROUP, AT, 'a');
    await groups.markRemoved(GROUP, AT);
    expect(await groups.enabled()).toEqual([]);
    expect(await groups.ensure(GROUP, '', AT)).toMatchObject({ name: '工作群', enabledAt: AT });
    expect((await groups.enabled()).map(({ id }) => id)).toEqual([GROUP]);
  });

  it('is enabled once: the first moment stays', async () => {
    const { groups } = await openRoster();
    await groups.ensure(GROUP, '工作群', AT);
    await groups.enable(GROUP, AT, 'a');
    await groups.enable(GROUP, '2026-12-01T00:00:00.000Z', 'b');
    expect(await groups.find(GROUP)).toMatchObject({ enabledAt: AT });
  });
});

describe('nil reports', () => {
  it('are one a department and week; saying it again changes the reason', async () => {
    const { nils } = await openRoster();
    const nil = { departmentId: 'd1', week: '2026-W47', personId: 'a', at: AT, late: false };
    await nils.put(GROUP, { ...nil, reason: '培训' }, 'om_x');
    await nils.put(GROUP, { ...nil, reason: '下乡' }, 'om_x');
    await nils.put(GROUP, { ...nil, departmentId: 'd2', reason: '' }, 'om_x');
    expect(await nils.ofWeeks(GROUP, ['2026-W47'])).toEqual([
      { ...nil, reason: '下乡' },
      { ...nil, departmentId: 'd2', reason: '' },
    ]);
    expect(await nils.ofWeeks('oc_other', ['2026-W47'])).toEqual([]);
  });
});
