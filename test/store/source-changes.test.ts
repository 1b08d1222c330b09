import { describe, expect, it } from 'vitest';
import type { NewItem } from '../../src/domain/item/item-record.ts';
import type { OfferedChange } from '../../src/domain/item/source-change.ts';
import { GROUP, openTestStore } from '../support/open-test-store.ts';

const AT = '2026-11-16T01:00:00.000Z';
const edited = (hash: string, title: string, itemId = 'i1'): OfferedChange => ({
  itemId,
  hash,
  change: { kind: 'edited', edit: { title } },
});

const ITEM: Omit<NewItem, 'sourceMessageId'> = {
  groupId: GROUP,
  departmentId: 'd1',
  submittedAt: AT,
  week: '2026-W47',
  month: '2026-11',
  late: false,
  section: '业务动态',
  title: '标题',
  body: '内容',
  state: 'approved',
  approvals: 0,
  authorId: 'ou_1',
};

async function open() {
  const { repos } = await openTestStore();
  const naming = { month: '2026-11', number: (serial: number) => `202611-规划科-0${serial}` };
  for (const id of ['i1', 'i2']) {
    await repos.items.insert(id, { ...ITEM, sourceMessageId: `om_${id}` }, naming);
  }
  const { sourceChanges, items } = repos;
  return { sourceChanges, items, all: () => sourceChanges.open(GROUP, '2026-11') };
}

const NO = { state: 'declined', actorId: 'ou_lead', at: AT } as const;

describe('changes of source messages', () => {
  it('are open once each, whatever is found again, in the order of their items', async () => {
    const { sourceChanges, all } = await open();
    const [first, second] = [
      edited('h1', '新标题'),
      { itemId: 'i2', hash: 'h', change: { kind: 'gone' } },
    ] as const;
    for (const found of [second, first, first]) await sourceChanges.offer(found, AT);

    expect(await all()).toEqual([first, second]);
  });

  it('give way to a later change of the same message', async () => {
    const { sourceChanges, all } = await open();
    await sourceChanges.offer(edited('h1', '第一次'), AT);
    await sourceChanges.offer(edited('h2', '第二次'), AT);

    expect(await all()).toEqual([edited('h2', '第二次')]);
  });

  it('are decided once, and never open again', async () => {
    const { sourceChanges, all } = await open();
    await sourceChanges.offer(edited('h1', '新标题'), AT);

    expect(await sourceChanges.decide(edited('h1', ''), NO)).toEqual({
      kind: 'edited',
      edit: { title: '新标题' },
    });
    expect(await sourceChanges.decide(edited('h1', ''), { ...NO, state: 'adopted' })).toBeUndefined();
    await sourceChanges.offer(edited('h1', '新标题'), AT);
    await sourceChanges.drop('i1');
    await sourceChanges.offer(edited('h1', '新标题'), AT);

    expect(await all()).toEqual([]);
  });

  it('are gone when the message says again what it said', async () => {
    const { sourceChanges, all } = await open();
    await sourceChanges.offer(edited('h1', '新标题'), AT);
    await sourceChanges.drop('i1');
    expect(await all()).toEqual([]);

    await sourceChanges.offer(edited('h1', '新标题'), AT);
    expect(await all()).toHaveLength(1);
  });

  it('of an item that is withdrawn are nobody’s business', async () => {
    const { sourceChanges, items, all } = await open();
    await sourceChanges.offer(edited('h1', '新标题'), AT);
    const item = await items.byId('i1');
    if (item === undefined) throw new Error('the item is not there');
    await items.change(item, { state: 'withdrawn' }, { actorId: 'ou_1', at: AT, action: 'withdraw' });

    expect(await all()).toEqual([]);
  });
});
