import { describe, expect, it } from 'vitest';
import { RemoteError } from '../../src/kernel/errors.ts';
import type { Outbox } from '../../src/store/outbox.ts';
import { CHAT, openSender, transient } from '../support/open-sender.ts';
import { GROUP } from '../support/open-test-store.ts';

describe('a card that is refused for its content', () => {
  const card = { kind: 'card', card: { tone: 'info', title: '已收到 #1', blocks: [] } } as const;
  const refused = new RemoteError('content', '230099');

  it('goes out as text, under a uuid of its own, and nobody mourns it', async () => {
    const { pass, sends, sendErrors, outbox, lead } = await openSender();
    await lead('ou_lead');
    sendErrors.push(refused);
    await outbox.add({ key: 'receipt', groupId: GROUP, target: CHAT, message: card });
    await pass();
    expect(sends.map(({ target, message }) => [target, message.kind])).toEqual([
      [CHAT, 'card'],
      [CHAT, 'notice'],
    ]);
    expect(sends[1]?.uuid).not.toBe(sends[0]?.uuid);
    expect(await outbox.find('receipt')).toEqual({ state: 'sent', messageId: 'om_sent_2' });
  });

  it('is tried as text under one uuid, however often that fails in passing', async () => {
    const { pass, sends, sendErrors, outbox } = await openSender();
    sendErrors.push(refused, transient(), refused);
    await outbox.add({ key: 'receipt', groupId: GROUP, target: CHAT, message: card });
    await pass();
    await pass(0.5);
    expect(sends.map(({ message }) => message.kind)).toEqual(['card', 'notice', 'card', 'notice']);
    expect(new Set(sends.map(({ uuid }) => uuid)).size).toBe(2);
  });

  it('is dead only when its text is refused too', async () => {
    const { pass, sends, sendErrors, outbox } = await openSender();
    sendErrors.push(refused, refused);
    await outbox.add({ key: 'receipt', groupId: GROUP, target: CHAT, message: card });
    await pass();
    expect(sends).toHaveLength(2);
    expect(await outbox.find('receipt')).toMatchObject({ state: 'dead' });
  });

  it.each(['config', 'target'] as const)('stays a card when the trouble is another: %s', async (kind) => {
    const { pass, sends, sendErrors, outbox } = await openSender();
    sendErrors.push(new RemoteError(kind, '230002'));
    await outbox.add({ key: 'receipt', groupId: GROUP, target: CHAT, message: card });
    await pass();
    expect(sends.map(({ message }) => message.kind)).toEqual(['card']);
  });
});

describe('a card that is drawn anew', () => {
  const card = (title: string) => ({ tone: 'info', title, blocks: [] }) as const;
  const planCard = (outbox: Outbox) =>
    outbox.add({ key: 'c', groupId: GROUP, target: CHAT, message: { kind: 'card', card: card('first') } });

  it('waits for its own sending, and only the last drawing goes out', async () => {
    const { outbox, pass, redraws, sends, sendErrors } = await openSender();
    sendErrors.push(transient({ retryAfterMs: 20_000 }));
    await planCard(outbox);
    await pass();
    await outbox.redraw('c', card('second'));
    await outbox.redraw('c', card('third'));
    await pass();
    expect(redraws).toEqual([]);
    await pass(30);
    await pass(30);
    expect(redraws).toEqual([{ messageId: `om_sent_${sends.length}`, title: 'third' }]);
  });

  it('is tried again where the trouble may pass, unless there is a later drawing', async () => {
    const { outbox, pass, redraws, redrawErrors } = await openSender();
    await planCard(outbox);
    await pass();
    redrawErrors.push(transient());
    await outbox.redraw('c', card('second'));
    await pass();
    await pass(1);
    expect(redraws.map(({ title }) => title)).toEqual(['second', 'second']);
  });

  it('is given up without a word where the platform refuses it', async () => {
    const { outbox, pass, redraws, redrawErrors, lead, sends } = await openSender();
    await lead('ou_lead');
    await planCard(outbox);
    await pass();
    redrawErrors.push(new RemoteError('content', '230031'));
    await outbox.redraw('c', card('second'));
    await pass();
    await pass(3600);
    expect(redraws).toHaveLength(1);
    expect(sends).toHaveLength(1);
    expect(await outbox.depth()).toEqual({ due: 0, later: 0, dead: 0, dropped: 1 });
  });

  it('is not drawn by who stood still until somebody else had it', async () => {
    let paced = 0;
    const office = await openSender({
      onPace: () => {
        paced += 1;
        if (paced !== 2) return;
        office.clock.advance(121);
        void office.outbox.recover({ expiredOnly: true });
      },
    });
    const { outbox, pass, redraws } = office;
    await planCard(outbox);
    await pass();
    await outbox.redraw('c', card('second'));
    await pass();
    await expect.poll(() => paced).toBe(3);
    await pass();
    expect(redraws.map(({ title }) => title)).toEqual(['second']);
    expect(await outbox.depth()).toMatchObject({ due: 0, dead: 0, dropped: 0 });
  });

  it('is not sent at all where it was taken back while its sending failed, and nobody is told', async () => {
    let taken: Promise<void> = Promise.resolve();
    const office = await openSender({
      onPace: () => {
        taken = office.outbox
          .waiting('c')
          .then((found) => Promise.all(found.map((draft) => office.outbox.takeBack(draft, 'answered'))))
          .then(() => undefined);
      },
    });
    const { outbox, pass, sends, redraws, sendErrors, lead } = office;
    await lead('ou_lead');
    sendErrors.push(transient());
    await planCard(outbox);
    await outbox.redraw('c', card('nobody is missing'));
    await pass();
    await taken;
    for (let minute = 0; minute < 10; minute += 1) await pass(60);
    expect([sends.length, redraws.length]).toEqual([1, 0]);
    expect(await outbox.depth()).toEqual({ due: 0, later: 0, dead: 0, dropped: 2 });
  });

  it('is left alone where the card itself was never sent', async () => {
    const { outbox, pass, redraws, sendErrors } = await openSender();
    sendErrors.push(new RemoteError('target', '230002'));
    await planCard(outbox);
    await pass();
    await outbox.redraw('c', card('second'));
    await pass(3600);
    expect(redraws).toEqual([]);
  });
});
