import { describe, expect, it } from 'vitest';
import { makeMessage } from '../support/make-event.ts';
import { GROUP, openTestStore } from '../support/open-test-store.ts';
import { readRows } from '../support/read-rows.ts';

const LONG_AGO = '2026-10-01T00:00:00.000Z';
const EDGE = '2026-10-17T00:00:00.000Z';
const LATER = '2026-11-16T00:00:00.000Z';
const target = { kind: 'chat', chatId: GROUP } as const;

describe('a message that was sent', () => {
  it('leaves its kind, target and key, and nothing of what people wrote', async () => {
    const { repos, file } = await openTestStore();
    const card = { tone: 'neutral', title: '耕地巡查', blocks: [{ kind: 'text', text: '全文' }] } as const;
    await repos.outbox.add({ key: 'review:1', target, message: { kind: 'card', card } });
    const draft = await repos.outbox.claim();
    expect(draft?.message).toEqual({ kind: 'card', card });
    await repos.outbox.sent(draft?.id ?? 0, 'om_1');
    expect(await readRows(file, 'select key, target, message, message_id from outbox')).toEqual([
      { key: 'review:1', target: JSON.stringify(target), message: '{"kind":"card"}', message_id: 'om_1' },
    ]);
  });

  it('keeps its text while it is tried again, and when it is given up', async () => {
    const { repos, file } = await openTestStore();
    const message = { kind: 'notice', text: '收到' } as const;
    await repos.outbox.add({ key: 'again', target, message });
    await repos.outbox.retry((await repos.outbox.claim())?.id ?? 0, 0, 'timeout');
    expect((await repos.outbox.claim())?.message).toEqual(message);
    await repos.outbox.dead(1, 'gone');
    expect(await readRows(file, 'select message from outbox')).toEqual([
      { message: JSON.stringify(message) },
    ]);
  });
});

describe('deleting what is old', () => {
  it('takes what is done, sent, recalled and clicked, and leaves the rest', async () => {
    const { repos, file, clock } = await openTestStore('2026-10-01T08:00');
    const [done, failed, parked] = await takeIn(repos.inbox, ['done', 'failed', 'parked', 'open']);
    await repos.inbox.finish(done, 'done');
    await repos.inbox.fail(failed, 'bug');
    await repos.inbox.park(parked, 'asked');
    for (const key of ['sent', 'dead', 'open']) {
      await repos.outbox.add({
        key,
        target: { kind: 'person', personId: key },
        message: { kind: 'notice', text: key },
      });
    }
    await repos.outbox.sent((await repos.outbox.claim())?.id ?? 0, 'om_1');
    await repos.outbox.dead((await repos.outbox.claim())?.id ?? 0, 'gone');
    await repos.records.bury('om_old', LONG_AGO);
    await repos.records.bury('om_new', LATER);
    for (const [schedule, at] of [
      ['click', LONG_AGO],
      ['click', LATER],
      ['reminder', LONG_AGO],
    ] as const) {
      await repos.records.fire({ schedule, groupId: GROUP, due: `${schedule} ${at}`, at, outcome: '' });
    }
    clock.advance(46 * 24 * 3600);
    const late = (await takeIn(repos.inbox, ['late']))[0];
    await repos.inbox.finish(late, 'done');

    expect(await repos.retention.deleteBefore(EDGE)).toBe(4);

    expect(await readRows(file, 'select state from inbox order by id')).toEqual(
      ['failed', 'parked', 'claimed', 'done'].map((state) => ({ state })),
    );
    expect(await readRows(file, 'select key from outbox order by id')).toEqual([
      { key: 'dead' },
      { key: 'open' },
    ]);
    expect(await readRows(file, 'select message_id from tombstones')).toEqual([{ message_id: 'om_new' }]);
    expect(await readRows(file, 'select due from fired order by due')).toEqual([
      { due: `click ${LATER}` },
      { due: `reminder ${LONG_AGO}` },
    ]);
  });

  it('goes on until nothing old is left, however much there is', async () => {
    const { repos, file } = await openTestStore();
    await Promise.all(Array.from({ length: 1201 }, (_, n) => repos.records.bury(`om_${n}`, LONG_AGO)));
    expect(await repos.retention.deleteBefore(EDGE)).toBe(1201);
    expect(await repos.retention.deleteBefore(EDGE)).toBe(0);
    expect(await readRows(file, 'select message_id from tombstones')).toEqual([]);
  });
});

type Inbox = Awaited<ReturnType<typeof openTestStore>>['repos']['inbox'];

/** Messages of chats of their own, each claimed; their rows in order. */
async function takeIn(inbox: Inbox, names: readonly string[]): Promise<readonly [number, number, number]> {
  const ids: number[] = [];
  for (const name of names) {
    await inbox.append(makeMessage({ eventId: name, messageId: `om_${name}`, chatId: `oc_${name}` }));
    ids.push((await inbox.claim())?.id ?? 0);
  }
  const [first = 0, second = 0, third = 0] = ids;
  return [first, second, third];
}
