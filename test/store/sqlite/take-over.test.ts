import { expect, it } from 'vitest';
import { claimOne } from '../../support/claim-one.ts';
import { held } from '../../support/held.ts';
import { makeMessage } from '../../support/make-event.ts';
import { GROUP, openTestStore } from '../../support/open-test-store.ts';

it('takes over at the start what was in hand, whose holder can only be dead', async () => {
  const opened = await openTestStore();
  const { inbox, outbox } = opened.repos;
  const target = { kind: 'chat', chatId: GROUP } as const;
  await inbox.append(makeMessage());
  await outbox.add({ key: 'receipt', target, message: { kind: 'notice', text: 'receipt' } });
  expect([held(await claimOne(inbox)).attempt, held(await claimOne(outbox)).attempt]).toEqual([1, 1]);
  const again = await opened.reopen();
  expect([held(await claimOne(again.inbox)).attempt, held(await claimOne(again.outbox)).attempt]).toEqual([
    2, 2,
  ]);
});
