import { describe, expect, it } from 'vitest';
import type { Target } from '../../src/domain/message/outgoing.ts';
import { openStore } from '../../src/store/create-store.ts';
import type { NewDraft } from '../../src/store/draft.ts';
import { claimOne } from '../support/claim-one.ts';
import { held } from '../support/held.ts';
import { openTestStore, testSettings } from '../support/open-test-store.ts';
import { createStillClock } from '../support/still-clock.ts';

async function openOutbox() {
  const opened = await openTestStore();
  const { outbox } = opened.repos;
  const chat = (chatId: string): Target => ({ kind: 'chat', chatId });
  return {
    ...opened,
    outbox,
    /** Plans a notice to a chat; the key is its text. */
    plan: (chatId: string, key: string, afterSeconds = 0) =>
      outbox.add({
        key,
        target: chat(chatId),
        message: { kind: 'notice', text: key },
        ...(afterSeconds > 0 ? { notBefore: opened.clock.now().add({ seconds: afterSeconds }) } : {}),
      }),
    chat,
  };
}

describe('planning', () => {
  it('keeps one draft a key, the first', async () => {
    const { outbox, chat } = await openOutbox();
    const draft = (text: string) =>
      ({ key: 'receipt', target: chat('a'), message: { kind: 'notice', text } }) as const;
    expect(await outbox.add(draft('first'))).toBe(true);
    expect(await outbox.add(draft('second'))).toBe(false);
    expect(await claimOne(outbox)).toMatchObject({ message: { text: 'first' } });
    expect(await claimOne(outbox)).toBeUndefined();
  });

  it('gives a draft back as it was planned', async () => {
    const { outbox } = await openOutbox();
    const draft = {
      key: 'k',
      groupId: 'oc_group',
      target: { kind: 'chat', chatId: 'a', replyTo: 'om_1' },
      message: {
        kind: 'card',
        card: { tone: 'info', title: '“引号”\n换行', blocks: [{ kind: 'divider' }] },
      },
    } as const;
    await outbox.add(draft);
    expect(await claimOne(outbox)).toMatchObject({ ...draft, attempt: 1 });
  });
});

describe('a lane', () => {
  it('is worked off in order, one at a time; lanes do not wait for each other', async () => {
    const { outbox, plan } = await openOutbox();
    for (const [chat, key] of [
      ['a', 'a1'],
      ['a', 'a2'],
      ['b', 'b1'],
    ] as const)
      await plan(chat, key);
    const first = await claimOne(outbox);
    expect(first?.key).toBe('a1');
    expect((await claimOne(outbox))?.key).toBe('b1');
    expect(await claimOne(outbox)).toBeUndefined();
    await outbox.sent(held(first), 'om_1');
    expect((await claimOne(outbox))?.key).toBe('a2');
  });

  it('is not handed out beside others of its own', async () => {
    const { outbox, plan } = await openOutbox();
    for (const key of ['a1', 'a2', 'b1', 'c1', 'd1']) await plan(key.slice(0, 1), key);
    expect((await outbox.claim(2)).map(({ key }) => key)).toEqual(['a1', 'b1']);
    expect((await outbox.claim(4)).map(({ key }) => key)).toEqual(['c1', 'd1']);
    expect(await outbox.claim(4)).toEqual([]);
  });

  it('waits for a retry at its head, so that answers keep their order', async () => {
    const { outbox, plan, clock } = await openOutbox();
    await plan('a', 'a1');
    await plan('a', 'a2');
    await outbox.retry(held(await claimOne(outbox)), 5000, 'rate limit');
    expect(await claimOne(outbox)).toBeUndefined();
    clock.advance(5);
    expect(await claimOne(outbox)).toMatchObject({ key: 'a1', attempt: 2 });
  });

  it('keeps its order when the clock of whoever planned its head is ahead', async () => {
    const { outbox, plan, clock, url } = await openOutbox();
    const ahead = createStillClock('2026-11-16T09:00');
    ahead.advance(2);
    const other = await openStore({ url, clock: ahead, defaults: testSettings(), exclusive: false });
    const target = { kind: 'chat', chatId: 'a' } as const;
    await other.repos.outbox.add({ key: 'a1', target, message: { kind: 'notice', text: 'a1' } });
    await other.close();
    await plan('a', 'a2');

    expect(await claimOne(outbox)).toBeUndefined();
    clock.advance(2);
    expect(await claimOne(outbox)).toMatchObject({ key: 'a1' });
  });

  it('goes on past a draft that has failed for minutes, which is still tried again', async () => {
    const { outbox, plan, clock } = await openOutbox();
    await plan('a', 'a1');
    await plan('a', 'a2');
    for (let failed = 1; failed <= 9; failed += 1) {
      const draft = held(await claimOne(outbox));
      expect(draft).toMatchObject({ key: 'a1', attempt: failed });
      await outbox.retry(draft, 60_000, 'internal error');
      if (failed < 9) expect(await claimOne(outbox)).toBeUndefined();
      if (failed < 9) clock.advance(60);
    }
    const next = held(await claimOne(outbox));
    expect(next.key).toBe('a2');
    await outbox.sent(next, 'om_1');
    clock.advance(60);
    expect(await claimOne(outbox)).toMatchObject({ key: 'a1', attempt: 10 });
  });

  it('goes on behind a dead draft', async () => {
    const { outbox, plan } = await openOutbox();
    await plan('a', 'a1');
    await plan('a', 'a2');
    await outbox.dead(held(await claimOne(outbox)), 'gone');
    expect((await claimOne(outbox))?.key).toBe('a2');
  });

  it('is not held up by what is planned for later', async () => {
    const { outbox, plan, clock } = await openOutbox();
    await plan('a', 'later', 3600);
    await plan('a', 'now');
    const now = await claimOne(outbox);
    expect(now?.key).toBe('now');
    expect(await claimOne(outbox)).toBeUndefined();
    await outbox.sent(held(now), 'om_1');
    clock.advance(3600);
    expect((await claimOne(outbox))?.key).toBe('later');
  });

  it('of receipts does not wait for a report that is being made', async () => {
    const { outbox, plan, chat } = await openOutbox();
    await outbox.add({ key: 'report', target: chat('a'), message: { kind: 'report', reportId: 'r' } });
    await plan('a', 'receipt');
    expect((await claimOne(outbox))?.key).toBe('report');
    expect((await claimOne(outbox))?.key).toBe('receipt');
  });
});

describe('a draft with an end to its time', () => {
  const HOUR = 3600;
  async function openWindow() {
    const opened = await openOutbox();
    const { outbox, clock, chat } = opened;
    const until = (seconds: number) => clock.now().add({ seconds });
    const plan = (key: string, bounds: Partial<NewDraft>) =>
      outbox.add({ key, groupId: 'g', target: chat('a'), message: { kind: 'notice', text: key }, ...bounds });
    return { ...opened, until, planWithin: plan };
  }

  it('is sent before it, and at that moment no more; it holds nobody up', async () => {
    const { outbox, clock, until, planWithin, plan } = await openWindow();
    await planWithin('first', { notAfter: until(HOUR) });
    await outbox.retry(held(await claimOne(outbox)), (HOUR - 1) * 1000, 'timeout');
    clock.advance(HOUR - 1);
    const again = held(await claimOne(outbox));
    expect(again.key).toBe('first');
    await outbox.retry(again, 0, 'timeout');
    clock.advance(1);
    expect(await claimOne(outbox)).toBeUndefined();
    expect(await outbox.depth()).toMatchObject({ due: 0 });
    expect((await outbox.overdue('g')).map(({ key }) => key)).toEqual(['first']);
    await plan('a', 'second');
    expect((await claimOne(outbox))?.key).toBe('second');
  });

  it('ends with its use where that is the earlier', async () => {
    const { outbox, until, clock, planWithin } = await openWindow();
    await planWithin('useless soon', { notAfter: until(2 * HOUR), usefulUntil: until(HOUR) });
    clock.advance(HOUR);
    expect(await outbox.overdue('g')).toMatchObject([{ key: 'useless soon' }]);
    expect(await outbox.overdue('another group')).toEqual([]);
  });

  it('may be postponed, or dropped without what it said', async () => {
    const { outbox, until, clock, planWithin, rows } = await openWindow();
    await planWithin('later', { notAfter: until(HOUR) });
    await planWithin('dropped', { notAfter: until(HOUR) });
    clock.advance(HOUR);
    const [later, dropped] = await outbox.overdue('g');
    await outbox.postpone(held(later), { from: until(HOUR), to: until(2 * HOUR) });
    await outbox.takeBack(held(dropped), 'over');
    expect(await claimOne(outbox)).toBeUndefined();
    clock.advance(HOUR);
    expect(await claimOne(outbox)).toMatchObject({ key: 'later', attempt: 1 });
    expect(await outbox.find('dropped')).toEqual({ state: 'dropped' });
    expect(await outbox.depth()).toEqual({ due: 1, later: 0, dead: 0, dropped: 1 });
    expect(await rows(`select message from outbox where key = 'dropped'`)).toEqual([
      { message: '{"kind":"notice"}' },
    ]);
  });
});

describe('a draft that nobody needs any more', () => {
  async function takeBackInFlight() {
    const opened = await openOutbox();
    const { outbox, plan } = opened;
    await plan('a', 'reminder');
    const inFlight = held(await claimOne(outbox));
    const [found] = await outbox.waiting('remind');
    await outbox.takeBack(held(found), 'answered meanwhile');
    expect(await outbox.find('reminder')).toEqual({ state: 'leased' });
    return { ...opened, inFlight };
  }

  it('is not tried again when it was on its way and did not arrive', async () => {
    const { outbox, inFlight, clock, rows } = await takeBackInFlight();
    await outbox.retry(inFlight, 1000, 'http-503');
    clock.advance(3600);
    expect(await claimOne(outbox)).toBeUndefined();
    expect(await rows('select state, message, error from outbox')).toEqual([
      { state: 'dropped', message: '{"kind":"notice"}', error: 'answered meanwhile' },
    ]);
  });

  it('counts as sent when it arrived all the same', async () => {
    const { outbox, inFlight } = await takeBackInFlight();
    await outbox.sent(inFlight, 'om_1');
    expect(await outbox.find('reminder')).toEqual({ state: 'sent', messageId: 'om_1' });
  });

  it('is looked for under its uuid when who had it in hand is gone: it may be out', async () => {
    const { inFlight, clock, reopen } = await takeBackInFlight();
    clock.advance(121);
    const again = await claimOne((await reopen()).outbox);
    expect(again).toMatchObject({ id: inFlight.id, attempt: 2, message: inFlight.message });
  });
});

describe('what is remembered of a draft', () => {
  it('keeps the first try and the uploaded file through retries and a crash', async () => {
    const { outbox, chat, clock, reopen } = await openOutbox();
    await outbox.add({ key: 'report', target: chat('a'), message: { kind: 'report', reportId: 'r' } });
    const first = await claimOne(outbox);
    await outbox.setPrepared(held(first), 'file_1');
    await outbox.retry(held(first), 1000, 'timeout');
    clock.advance(1);
    await claimOne(outbox);
    clock.advance(121);
    const again = await claimOne((await reopen()).outbox);
    expect(again).toMatchObject({ attempt: 3, prepared: 'file_1', firstTryAt: first?.firstTryAt });
  });

  it('tells by key what became of it', async () => {
    const { outbox, plan } = await openOutbox();
    expect(await outbox.find('a1')).toBeUndefined();
    await plan('a', 'a1');
    expect(await outbox.find('a1')).toEqual({ state: 'ready' });
    await outbox.sent(held(await claimOne(outbox)), 'om_1');
    expect(await outbox.find('a1')).toEqual({ state: 'sent', messageId: 'om_1' });
  });

  it('adds up to a depth: due now, later, dead', async () => {
    const { outbox, plan, clock } = await openOutbox();
    await plan('a', 'in flight');
    await plan('a', 'behind it');
    await plan('b', 'later', 60);
    await plan('c', 'dies');
    await claimOne(outbox);
    await outbox.dead(held(await claimOne(outbox)), 'gone');
    expect(await outbox.depth()).toEqual({ due: 2, later: 1, dead: 1, dropped: 0 });
    clock.advance(60);
    expect(await outbox.depth()).toEqual({ due: 3, later: 0, dead: 1, dropped: 0 });
  });
});
