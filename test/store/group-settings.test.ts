import { describe, expect, it } from 'vitest';
import { GROUP, openTestStore, testSettings } from '../support/open-test-store.ts';

const AT = '2026-11-16T01:00:00.000Z';

describe("a group's own settings", () => {
  it('stand before the defaults, one by one, and last', async () => {
    const opened = await openTestStore();
    await opened.repos.groups.ensure(GROUP, '工作群', AT);
    await opened.repos.groups.override(GROUP, { reviewLevels: 2 });
    await opened.repos.groups.override(GROUP, { lateWeeks: 4 });

    const { groups } = await opened.reopen();

    const expected = { ...testSettings(), reviewLevels: 2, lateWeeks: 4 };
    expect((await groups.find(GROUP))?.settings).toEqual(expected);
    expect((await groups.ensure('oc_other', '别的群', AT)).settings).toEqual(testSettings());
  });
});
