import { describe, expect, it } from 'vitest';
import { ClaimLost } from '../../src/store/claim.ts';
import type { InboxEntry } from '../../src/store/inbox.ts';
import { claimOne } from '../support/claim-one.ts';
import { held } from '../support/held.ts';
import { makeMessage } from '../support/make-event.ts';
import { openTestStore } from '../support/open-test-store.ts';

async function openInbox() {
  const opened = await openTestStore();
  const said = (chatId: string, text: string) => makeMessage({ chatId, text });
  return { ...opened, inbox: opened.repos.inbox, said };
}

/** What was said in a claimed row. */
function textOf(entry: InboxEntry | undefined): string | undefined {
  return entry?.event.kind === 'message' ? entry.event.text : undefined;
}

describe('what comes in', () => {
  it('is stored once, whatever event id the message comes under', async () => {
    const { inbox } = await openInbox();
    const message = makeMessage();
    expect(await inbox.append(message)).toBe(true);
    expect(await inbox.append({ ...message, eventId: 'another' })).toBe(false);
    expect(await inbox.depth()).toMatchObject({ open: 1 });
  });

  it('is stored once when both copies meet in one batch', async () => {
    const { inbox } = await openInbox();
    const message = makeMessage();
    const copy = { ...message, eventId: 'another' };
    expect(await Promise.all([inbox.append(message), inbox.append(copy)])).toEqual([true, false]);
  });

  it('is told apart by event id when it is no message, and by kind', async () => {
    const { inbox } = await openInbox();
    const { messageId, chatId } = makeMessage();
    const recall = { kind: 'recall', messageId, chatId, recalledAt: '2026-11-16T01:00:00.000Z' } as const;
    const removed = { kind: 'bot-removed', chatId } as const;
    expect(await inbox.append({ ...recall, eventId: 'a' })).toBe(true);
    expect(await inbox.append({ ...recall, eventId: 'b' })).toBe(false);
    expect(await inbox.append(makeMessage({ messageId }))).toBe(true);
    expect(await inbox.append({ ...removed, eventId: 'a' })).toBe(true);
    expect(await inbox.append({ ...removed, eventId: 'b' })).toBe(true);
    expect(await inbox.append({ ...removed, eventId: 'b' })).toBe(false);
  });

  it('is still a duplicate when it was dealt with long ago', async () => {
    const { inbox } = await openInbox();
    const message = makeMessage();
    await inbox.append(message);
    await inbox.finish(held(await claimOne(inbox)), 'done');
    expect(await inbox.append({ ...message, eventId: 'seven hours later' })).toBe(false);
    expect(await claimOne(inbox)).toBeUndefined();
  });
});

describe('claiming', () => {
  it('hands out several at once, each of another chat, oldest first, and no more than was asked for', async () => {
    const { inbox, said } = await openInbox();
    for (const [chat, text] of ['a1', 'a2', 'b1', 'c1', 'd1'].map(
      (text) => [text.slice(0, 1), text] as const,
    ))
      await inbox.append(said(chat, text));
    const first = await inbox.claim(2);
    expect(first.map(textOf)).toEqual(['a1', 'b1']);
    expect((await inbox.claim(4)).map(textOf)).toEqual(['c1', 'd1']);
    await inbox.finish(held(first[0]), 'done');
    expect((await inbox.claim(4)).map(textOf)).toEqual(['a2']);
    expect(await inbox.claim(4)).toEqual([]);
  });

  it('keeps the order within a chat and does not let chats wait for each other', async () => {
    const { inbox, said } = await openInbox();
    for (const event of [said('a', 'a1'), said('a', 'a2'), said('b', 'b1'), said('a', 'a3')]) {
      await inbox.append(event);
    }
    const [first, second] = [await claimOne(inbox), await claimOne(inbox)];
    expect([textOf(first), textOf(second)]).toEqual(['a1', 'b1']);
    expect(await claimOne(inbox)).toBeUndefined();
    await inbox.finish(held(first), 'done');
    expect(textOf(await claimOne(inbox))).toBe('a2');
    expect(await claimOne(inbox)).toBeUndefined();
  });

  it('hands a row to one caller only', async () => {
    const { inbox, said } = await openInbox();
    for (const chat of ['a', 'b', 'c']) await inbox.append(said(chat, chat));
    const claims = await Promise.all(Array.from({ length: 10 }, () => claimOne(inbox)));
    const handedOut = claims.map(textOf).filter((text) => text !== undefined);
    expect(handedOut.sort()).toEqual(['a', 'b', 'c']);
  });

  it('leaves what waits for a retry at the head of its chat', async () => {
    const { inbox, said, clock } = await openInbox();
    await inbox.append(said('a', 'a1'));
    await inbox.append(said('a', 'a2'));
    await inbox.retry(held(await claimOne(inbox)), 2000, 'failed');
    expect(await claimOne(inbox)).toBeUndefined();
    clock.advance(1.9);
    expect(await claimOne(inbox)).toBeUndefined();
    clock.advance(0.1);
    const again = await claimOne(inbox);
    expect(again).toMatchObject({ attempt: 2 });
    expect(textOf(again)).toBe('a1');
  });

  it('passes over what was given up', async () => {
    const { inbox, said } = await openInbox();
    await inbox.append(said('a', 'a1'));
    await inbox.append(said('a', 'a2'));
    await inbox.fail(held(await claimOne(inbox)), 'incident');
    expect(textOf(await claimOne(inbox))).toBe('a2');
    expect(await inbox.depth()).toMatchObject({ open: 1, failed: 1 });
  });
});

describe('a message that waits for an answer', () => {
  const own = { chatId: 'private', senderId: 'ou_me' };

  it('holds up nobody, and goes on in its order once released', async () => {
    const { inbox } = await openInbox();
    for (const text of ['first', 'second']) {
      await inbox.append(makeMessage({ ...own, text }));
      await inbox.park(held(await claimOne(inbox)), 'asked');
    }
    expect(await claimOne(inbox)).toBeUndefined();
    expect(await inbox.depth()).toMatchObject({ open: 0 });
    await inbox.append(makeMessage({ ...own, text: 'third' }));
    expect(await inbox.release('private', 'ou_me')).toBe(2);
    const first = await claimOne(inbox);
    expect(first).toMatchObject({ attempt: 1 });
    expect(textOf(first)).toBe('first');
    await inbox.finish(held(first), 'done');
    expect(textOf(await claimOne(inbox))).toBe('second');
  });

  it('is released by its own sender alone, in its own chat alone', async () => {
    const { inbox } = await openInbox();
    await inbox.append(makeMessage(own));
    await inbox.park(held(await claimOne(inbox)), 'asked');
    expect(await inbox.release('private', 'ou_other')).toBe(0);
    expect(await inbox.release('elsewhere', 'ou_me')).toBe(0);
    expect(await claimOne(inbox)).toBeUndefined();
    expect(await inbox.release('private', 'ou_me')).toBe(1);
    expect(await inbox.release('private', 'ou_me')).toBe(0);
  });
});

describe('what people wrote', () => {
  it('leaves its row once the message is dealt with', async () => {
    const { inbox, said, rows } = await openInbox();
    await inbox.append(said('a', '本周要报的事'));
    await inbox.finish(held(await claimOne(inbox)), 'done');
    const [row] = await rows('select payload, outcome, state from inbox');
    expect(row).toEqual({ payload: null, outcome: 'done', state: 'done' });
  });
});

describe('after a crash', () => {
  it('hands out again what was claimed, with the count of its tries', async () => {
    const opened = await openInbox();
    await opened.inbox.append(opened.said('a', 'a1'));
    await claimOne(opened.inbox);
    opened.clock.advance(61);
    const { inbox } = await opened.reopen();
    const again = await claimOne(inbox);
    expect(again).toMatchObject({ attempt: 2 });
    expect(textOf(again)).toBe('a1');
  });

  it('takes over only leases that have run out, when asked to', async () => {
    const { inbox, said, clock } = await openInbox();
    await inbox.append(said('a', 'a1'));
    await claimOne(inbox);
    await inbox.recover({ expiredOnly: true });
    expect(await claimOne(inbox)).toBeUndefined();
    clock.advance(61);
    await inbox.recover({ expiredOnly: true });
    expect(textOf(await claimOne(inbox))).toBe('a1');
  });
});

describe('a claim that ran out', () => {
  it('settles nothing any more, whoever has the message now', async () => {
    const { inbox, said, clock } = await openInbox();
    await inbox.append(said('a', 'a1'));
    const first = held(await claimOne(inbox));
    clock.advance(61);
    await inbox.recover({ expiredOnly: true });
    await expect(inbox.finish(first, 'done')).rejects.toThrow(ClaimLost);
    const second = held(await claimOne(inbox));
    await expect(inbox.finish(first, 'done')).rejects.toThrow(ClaimLost);
    await inbox.finish(second, 'done');
    await expect(inbox.retry(second, 0, 'again')).rejects.toThrow(ClaimLost);
    expect(await inbox.depth()).toMatchObject({ open: 0 });
  });

  it.each([
    ['the one before', 0],
    ['the one now', 1],
  ])('whose number was given out again is settled once, though %s comes first', async (_, first) => {
    const { inbox, said } = await openInbox();
    await inbox.append(said('a', 'a1'));
    const before = held(await claimOne(inbox));
    await inbox.postpone(before, 0, 'waits');
    const now = held(await claimOne(inbox));
    expect(now.attempt).toBe(before.attempt);
    const [winner, loser] = first === 0 ? [before, now] : [now, before];
    await inbox.finish(winner, 'done');
    await expect(inbox.finish(loser, 'done')).rejects.toThrow(ClaimLost);
  });

  it('has not, as long as it is renewed', async () => {
    const { inbox, said, clock } = await openInbox();
    await inbox.append(said('a', 'a1'));
    const claim = held(await claimOne(inbox));
    for (let minute = 1; minute <= 3; minute += 1) {
      clock.advance(50);
      await inbox.renew(claim);
      await inbox.recover({ expiredOnly: true });
    }
    await inbox.finish(claim, 'done');
    expect(await inbox.depth()).toMatchObject({ open: 0 });
  });
});

describe('the depth', () => {
  it('tells the age of the oldest open row', async () => {
    const { inbox, said, clock } = await openInbox();
    expect(await inbox.depth()).toEqual({ open: 0, parked: 0, failed: 0, oldest: undefined });
    await inbox.append(said('a', 'a1'));
    clock.advance(30);
    await inbox.append(said('b', 'b1'));
    await claimOne(inbox);
    expect(await inbox.depth()).toEqual({
      open: 2,
      parked: 0,
      failed: 0,
      oldest: '2026-11-16T01:00:00.000Z',
    });
  });
});
