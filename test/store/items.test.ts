import { describe, expect, it } from 'vitest';
import { formatItemNumber } from '../../src/domain/item/item-number.ts';
import type { NewItem, RevisionAction } from '../../src/domain/item/item-record.ts';
import { GROUP, openTestStore } from '../support/open-test-store.ts';

const AT = '2026-11-16T01:00:00.000Z';

function newItem(given: Partial<NewItem> = {}): NewItem {
  return {
    groupId: GROUP,
    departmentId: 'd1',
    submittedAt: AT,
    week: '2026-W47',
    month: '2026-11',
    late: false,
    section: '主题宣传',
    title: '标题',
    body: '内容',
    state: 'approved',
    approvals: 0,
    authorId: 'ou_author',
    sourceMessageId: 'om_1',
    ...given,
  };
}

async function openItems() {
  const opened = await openTestStore();
  const { items } = opened.repos;
  let count = 0;
  return {
    ...opened,
    items,
    /** Submits to a department that bears this name in this month. */
    submit(name: string, given: Partial<NewItem> = {}, month = '2026-11') {
      count += 1;
      const item = newItem({ sourceMessageId: `om_${count}`, ...given });
      return items.insert(`item-${count}`, item, {
        month,
        number: (serial) => formatItemNumber({ month, department: name, serial }),
      });
    },
  };
}

describe('numbers', () => {
  it('count by department and month; short ones by group', async () => {
    const { submit } = await openItems();
    const made = [
      await submit('规划科'),
      await submit('规划科'),
      await submit('耕地科', { departmentId: 'd2' }),
      await submit('规划科', {}, '2026-12'),
      await submit('规划科', { groupId: 'oc_other' }),
      await submit('规划科'),
    ];
    expect(made.map((item) => `#${item.serial} ${item.number}`)).toEqual([
      '#1 202611-规划科-01',
      '#2 202611-规划科-02',
      '#3 202611-耕地科-01',
      '#4 202612-规划科-01',
      '#1 202611-规划科-01',
      '#5 202611-规划科-03',
    ]);
  });

  it('go on counting when the department is renamed within the month', async () => {
    const { submit } = await openItems();
    await submit('规划科');
    expect((await submit('空间规划科')).number).toBe('202611-空间规划科-02');
  });

  it('are never given twice when a name passes to another department', async () => {
    const { submit } = await openItems();
    await submit('规划科');
    await submit('规划科');
    const heir = { departmentId: 'd2' };
    expect((await submit('规划科', heir)).number).toBe('202611-规划科-03');
    expect((await submit('规划科', heir)).number).toBe('202611-规划科-04');
    expect((await submit('规划科')).number).toBe('202611-规划科-05');
  });

  it('stay with a withdrawn item', async () => {
    const { submit, items } = await openItems();
    const first = await submit('规划科');
    await items.change(first, { state: 'withdrawn' }, { actorId: 'ou_author', at: AT, action: 'withdraw' });
    expect((await submit('规划科')).number).toBe('202611-规划科-02');
  });
});

describe('an item', () => {
  it('comes back as it was stored', async () => {
    const { submit, items } = await openItems();
    const full = { eventDate: '2026-11-15', campaign: '世界地球日', outlets: '日报', late: true };
    const stored = await submit('规划科', { ...full, title: '引号\'"', body: '第一行\n第二行 🌾' });
    expect(stored).toMatchObject({ ...full, revision: 1 });
    expect(await items.find(GROUP, { serial: 1 })).toEqual(stored);
    expect(await items.find(GROUP, { number: '202611-规划科-01' })).toEqual(stored);
    expect(await items.bySource('om_1')).toEqual([stored]);
    expect(await items.find('oc_other', { serial: 1 })).toBeUndefined();
  });

  it('is found with the others of its message, and with none of another', async () => {
    const { submit, items } = await openItems();
    for (const id of ['om_a', 'om_a#2', 'om_a#10', 'om_ab', 'om_ab#2', 'omxa#2']) {
      await submit('规划科', { sourceMessageId: id });
    }
    const found = (await items.bySource('om_a')).map((item) => item.sourceMessageId);
    expect(found).toEqual(['om_a', 'om_a#2', 'om_a#10']);
  });

  it('is stored once a message, whoever comes second', async () => {
    const { submit, items } = await openItems();
    await submit('规划科', { sourceMessageId: 'om_same' });
    await expect(submit('规划科', { sourceMessageId: 'om_same' })).rejects.toThrow(/unique/i);
    expect(await items.ofMonth(GROUP, '2026-11')).toHaveLength(1);
  });

  it('is found by its week and by its month, each group its own', async () => {
    const { submit, items } = await openItems();
    await submit('规划科', { title: '跨月', week: '2026-W49', month: '2026-12' });
    await submit('规划科', { title: '本周' });
    await submit('规划科', { title: '别群', groupId: 'oc_other' });
    const titles = (found: readonly { title: string }[]) => found.map(({ title }) => title);
    expect(titles(await items.ofWeeks(GROUP, ['2026-W47', '2026-W49']))).toEqual(['跨月', '本周']);
    expect(titles(await items.ofMonth(GROUP, '2026-11'))).toEqual(['本周']);
    expect(await items.ofWeeks(GROUP, [])).toEqual([]);
  });
});

describe('revisions', () => {
  const by = (action: RevisionAction, actorId = 'ou_author') => ({ actorId, at: AT, action });

  it('keep every state with who and when', async () => {
    const { submit, items } = await openItems();
    const first = await submit('规划科');
    const second = await items.change(first, { title: '新标题' }, by('edit'));
    await items.change(second, { state: 'withdrawn' }, by('withdraw', 'ou_lead'));
    const history = await items.revisions(first.id);
    expect(history.map(({ revision, action, actorId }) => [revision, action, actorId])).toEqual([
      [1, 'submit', 'ou_author'],
      [2, 'edit', 'ou_author'],
      [3, 'withdraw', 'ou_lead'],
    ]);
    expect(history.map(({ item }) => item.title)).toEqual(['标题', '新标题', '新标题']);
    expect(await items.find(GROUP, { serial: 1 })).toMatchObject({ title: '新标题', state: 'withdrawn' });
  });

  it('hold what a lead makes of an item for the report, until that is taken back', async () => {
    const { submit, items } = await openItems();
    const first = await submit('规划科');
    const wording = { title: '短', body: '短文', of: 'digest' };
    const shortened = await items.change(first, { wording, leftOut: true }, by('shorten'));
    expect(await items.byId(first.id)).toEqual(shortened);
    await items.change(shortened, { wording: undefined, leftOut: false }, by('unshorten'));
    expect(await items.byId(first.id)).toEqual({ ...first, revision: 3 });
    expect((await items.revisions(first.id)).map(({ item }) => item.wording?.body)).toEqual([
      undefined,
      '短文',
      undefined,
    ]);
  });

  it('are never overwritten: a change of a stale copy is refused and changes nothing', async () => {
    const { submit, items, store } = await openItems();
    const first = await submit('规划科');
    await items.change(first, { title: '先到' }, by('edit'));
    const stale = store.transaction((repos) => repos.items.change(first, { title: '后到' }, by('edit')));
    await expect(stale).rejects.toThrow(/unique/i);
    expect(await items.find(GROUP, { serial: 1 })).toMatchObject({ title: '先到', revision: 2 });
  });
});

describe('a search', () => {
  it.each([
    ['gis平台', 'GIS平台上线'],
    ['GIS平台', 'gis平台上线'],
    ['ＡＢ', '代号ＡＢ'],
    ['É', 'Éa'],
    ['100%_!', '完成100%_!的任务'],
  ])('for %s finds %s', async (word, title) => {
    const { items, submit } = await openItems();
    await submit('规划科', { title });
    await submit('规划科', { title: '另一件' });
    expect((await items.search(GROUP, [word])).map((item) => item.title)).toEqual([title]);
  });
});
