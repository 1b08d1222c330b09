import { describe, expect, it } from 'vitest';
import type { InboxEntry } from '../../src/store/inbox.ts';
import { claimOne } from '../support/claim-one.ts';
import { held } from '../support/held.ts';
import { makeMessage } from '../support/make-event.ts';
import { GROUP, openTestStore } from '../support/open-test-store.ts';

const LONG_AGO = '2026-10-01T00:00:00.000Z';
const EDGE = '2026-10-17T00:00:00.000Z';
const LATER = '2026-11-16T00:00:00.000Z';
const target = { kind: 'chat', chatId: GROUP } as const;

describe('a message that was sent', () => {
  it('leaves its kind, target and key, and nothing of what people wrote', async () => {
    const { repos, rows } = await openTestStore();
    const card = { tone: 'neutral', title: '耕地巡查', blocks: [{ kind: 'text', text: '全文' }] } as const;
    await repos.outbox.add({ key: 'review:1', target, message: { kind: 'card', card } });
    const draft = await claimOne(repos.outbox);
    expect(draft?.message).toEqual({ kind: 'card', card });
    await repos.outbox.sent(held(draft), 'om_1');
    expect(await rows('select key, target, message, message_id from outbox')).toEqual([
      { key: 'review:1', target: JSON.stringify(target), message: '{"kind":"card"}', message_id: 'om_1' },
    ]);
  });

  it('keeps its text while it is tried again, and when it is given up', async () => {
    const { repos, rows } = await openTestStore();
    const message = { kind: 'notice', text: '收到' } as const;
    await repos.outbox.add({ key: 'again', target, message });
    await repos.outbox.retry(held(await claimOne(repos.outbox)), 0, 'timeout');
    const again = held(await claimOne(repos.outbox));
    expect(again.message).toEqual(message);
    await repos.outbox.dead(again, 'gone');
    expect(await rows('select message from outbox')).toEqual([{ message: JSON.stringify(message) }]);
  });
});

describe('deleting what is old', () => {
  it('takes what is done, sent, given up, recalled and clicked, and leaves the rest', async () => {
    const { repos, rows, clock } = await openTestStore('2026-10-01T08:00');
    const [done, failed, parked] = await takeIn(repos.inbox, ['done', 'failed', 'parked', 'open']);
    await repos.inbox.finish(held(done), 'done');
    await repos.inbox.fail(held(failed), 'bug');
    await repos.inbox.park(held(parked), 'asked');
    for (const key of ['sent', 'dead', 'open']) {
      await repos.outbox.add({
        key,
        target: { kind: 'person', personId: key },
        message: { kind: 'notice', text: key },
      });
    }
    await repos.outbox.sent(held(await claimOne(repos.outbox)), 'om_1');
    await repos.outbox.dead(held(await claimOne(repos.outbox)), 'gone');
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
    await repos.inbox.finish(held(late), 'done');

    expect(await repos.retention.deleteBefore({ traces: EDGE, deliveries: EDGE })).toBe(6);

    expect(await rows('select state from inbox order by id')).toEqual(
      ['parked', 'claimed', 'done'].map((state) => ({ state })),
    );
    expect(await rows('select key from outbox order by id')).toEqual([{ key: 'open' }]);
    expect(await rows('select message_id from tombstones')).toEqual([{ message_id: 'om_new' }]);
    expect(await rows('select due from fired order by due')).toEqual([
      { due: `click ${LATER}` },
      { due: `reminder ${LONG_AGO}` },
    ]);
  });

  it('goes on until nothing old is left, however much there is', async () => {
    const { repos, rows } = await openTestStore();
    await Promise.all(Array.from({ length: 1201 }, (_, n) => repos.records.bury(`om_${n}`, LONG_AGO)));
    expect(await repos.retention.deleteBefore({ traces: EDGE, deliveries: EDGE })).toBe(1201);
    expect(await repos.retention.deleteBefore({ traces: EDGE, deliveries: EDGE })).toBe(0);
    expect(await rows('select message_id from tombstones')).toEqual([]);
  });
});

describe('the bytes of old files', () => {
  it('go with the last of several that hold the same ones', async () => {
    const { repos, rows } = await openTestStore();
    const file = { itemId: 'i', groupId: GROUP, messageId: 'om', kind: 'image', name: '' } as const;
    await repos.attachments.add([
      { ...file, id: 'a1', fileKey: 'k1' },
      { ...file, id: 'a2', fileKey: 'k2' },
    ]);
    for (const id of ['a1', 'a2'])
      await repos.attachments.keep(id, { blob: 'hash', bytes: 1, mediaType: 'image/png' });
    const old = { id: 'a1', blob: 'hash' };
    expect(await repos.retention.isShared(old)).toBe(true);
    await repos.retention.forgetFile('a1');
    expect(await repos.retention.isShared({ ...old, id: 'a2' })).toBe(false);
    expect(await rows('select blob from attachments order by id')).toEqual([
      { blob: null },
      { blob: 'hash' },
    ]);
  });
});

type Inbox = Awaited<ReturnType<typeof openTestStore>>['repos']['inbox'];

/** Messages of chats of their own, each claimed; in order. */
async function takeIn(inbox: Inbox, names: readonly string[]): Promise<readonly InboxEntry[]> {
  const taken: InboxEntry[] = [];
  for (const name of names) {
    await inbox.append(makeMessage({ eventId: name, messageId: `om_${name}`, chatId: `oc_${name}` }));
    taken.push(held(await claimOne(inbox)));
  }
  return taken;
}
