import { expect, it } from 'vitest';
import { GROUP, openTestStore } from '../support/open-test-store.ts';

const AT = '2026-11-16T01:00:00.000Z';
const EXCUSE = { departmentId: 'd1', week: '2026-W47', reason: '防汛', personId: 'lead', at: AT };

it('keeps one excuse in force a department and week: the last one', async () => {
  const { repos } = await openTestStore();
  await repos.excuses.put(GROUP, EXCUSE);
  await repos.excuses.put(GROUP, { ...EXCUSE, reason: '搬迁' });
  await repos.excuses.put(GROUP, { ...EXCUSE, week: '2026-W48' });
  await repos.excuses.put('oc_other', { ...EXCUSE, departmentId: 'd9' });

  expect(await repos.excuses.ofWeeks(GROUP, ['2026-W47'])).toEqual([{ ...EXCUSE, reason: '搬迁' }]);
  expect((await repos.excuses.since(GROUP, '2026-W48')).map(({ week }) => week)).toEqual(['2026-W48']);
  expect(await repos.excuses.ofWeeks(GROUP, [])).toEqual([]);
});

it('cancels once, and may be given again', async () => {
  const { repos } = await openTestStore();
  await repos.excuses.put(GROUP, EXCUSE);

  expect(await repos.excuses.cancel(EXCUSE)).toBe(true);
  expect(await repos.excuses.cancel(EXCUSE)).toBe(false);
  expect(await repos.excuses.ofWeeks(GROUP, ['2026-W47'])).toEqual([]);
  await repos.excuses.put(GROUP, EXCUSE);
  expect(await repos.excuses.ofWeeks(GROUP, ['2026-W47'])).toEqual([EXCUSE]);
});
