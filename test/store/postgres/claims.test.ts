import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/kernel/clock.ts';
import type { Store } from '../../../src/store/create-store.ts';
import { claimOne } from '../../support/claim-one.ts';
import { createRandom } from '../../support/create-random.ts';
import { makeMessage } from '../../support/make-event.ts';
import { openReplicas } from './open-postgres-store.ts';

const CHATS = 5;
const EACH = 12;
const WORKERS = 6;

interface Town {
  readonly stores: readonly Store[];
  readonly clock: Clock & { advance(seconds: number): void };
  readonly random: () => number;
}

interface Piece {
  readonly chat: string;
  readonly text: string;
  end(): Promise<void>;
  again(): Promise<void>;
}

/** What workers of several processes did: how many of a chat were in hand at most, and in which order each chat was done. */
async function workOff(
  { stores, clock, random }: Town,
  queue: (store: Store) => {
    claim(most: number): Promise<readonly Piece[]>;
    open(): Promise<number>;
  },
) {
  const inHand = new Map<string, number>();
  const done = new Map<string, string[]>();
  let most = 0;
  const handle = async ({ chat, text, end, again }: Piece) => {
    inHand.set(chat, (inHand.get(chat) ?? 0) + 1);
    most = Math.max(most, inHand.get(chat) ?? 0);
    await new Promise((resolve) => setTimeout(resolve, random() * 4));
    inHand.set(chat, (inHand.get(chat) ?? 0) - 1);
    if (random() < 0.15) return again();
    done.set(chat, [...(done.get(chat) ?? []), text]);
    return end();
  };
  const work = async (store: Store) => {
    const { claim, open } = queue(store);
    while ((await open()) > 0) {
      const pieces = await claim(1 + Math.floor(random() * 3));
      clock.advance(1);
      await Promise.all(pieces.map(handle));
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, n) => work(stores[n % stores.length] as Store)));
  return { most, done };
}

const inOrder = new Map(
  Array.from({ length: CHATS }, (_, chat) => [`oc_${chat}`, Array.from({ length: EACH }, (_, n) => `${n}`)]),
);

describe('several workers of several processes', () => {
  it.each([1, 2, 3])('have one event of a chat in hand at a time, the oldest first (%i)', async (seed) => {
    const town = { ...(await openReplicas(3)), random: createRandom(seed) };
    for (let n = 0; n < EACH; n += 1) {
      for (const chatId of inOrder.keys()) {
        const id = `${chatId} ${n}`;
        await town.stores[n % 3]?.repos.inbox.append(
          makeMessage({ eventId: id, messageId: `om_${id}`, chatId, text: `${n}` }),
        );
      }
    }
    const { most, done } = await workOff(town, ({ repos: { inbox } }) => ({
      claim: async (atMost) =>
        (await inbox.claim(atMost)).map((entry) => {
          if (entry.event.kind !== 'message') throw new Error('nobody has said this');
          return {
            chat: entry.event.chatId,
            text: entry.event.text,
            end: () => inbox.finish(entry, 'done'),
            again: () => inbox.retry(entry, 0, 'again'),
          };
        }),
      open: async () => (await inbox.depth()).open,
    }));
    expect(most).toBe(1);
    expect(done).toEqual(inOrder);
  });

  it.each([4, 5])('send one message to a chat at a time, in the order of planning (%i)', async (seed) => {
    const town = { ...(await openReplicas(3)), random: createRandom(seed) };
    for (let n = 0; n < EACH; n += 1) {
      for (const chatId of inOrder.keys()) {
        await town.stores[n % 3]?.repos.outbox.add({
          key: `${chatId} ${n}`,
          target: { kind: 'chat', chatId },
          message: { kind: 'notice', text: `${n}` },
        });
      }
    }
    const { most, done } = await workOff(town, ({ repos: { outbox } }) => ({
      claim: async (atMost) =>
        (await outbox.claim(atMost)).map((draft) => {
          if (draft.message.kind !== 'notice' || draft.target.kind !== 'chat') throw new Error('not planned');
          return {
            chat: draft.target.chatId,
            text: draft.message.text,
            end: () => outbox.sent(draft, 'om_1'),
            again: () => outbox.retry(draft, 0, 'again'),
          };
        }),
      open: async () => (await outbox.depth()).due,
    }));
    expect(most).toBe(1);
    expect(done).toEqual(inOrder);
  });

  it('fetch each file once', async () => {
    const { stores } = await openReplicas(2);
    const file = { itemId: 'i', groupId: 'g', messageId: 'm', kind: 'file', name: 'n' } as const;
    const files = Array.from({ length: 12 }, (_, n) => ({ ...file, id: `${n}`, fileKey: `${n}` }));
    await stores[0]?.repos.attachments.add(files);
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) => claimOne((stores[n % 2] as Store).repos.attachments)),
    );
    const ids = claims.flatMap((job) => job?.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
  });
});
