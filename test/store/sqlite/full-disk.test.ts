import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { canLimitFileSize, forbidWrites } from '../../../soak/harm/limit-file-size.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { SetupError } from '../../../src/kernel/errors.ts';
import { openStore } from '../../../src/store/create-store.ts';
import type { EventRow } from '../../../src/store/event-row.ts';
import { createEventInsert } from '../../../src/store/sqlite/event-insert.ts';
import { makeMessage } from '../../support/make-event.ts';
import { GROUP, makeTestFolder, openTestStore, testSettings } from '../../support/open-test-store.ts';

/** SQLite ends the transaction itself, as it does when the disk is full. */
const FULL = `create trigger full_disk before insert on inbox
  begin select raise(rollback, 'database or disk is full'); end`;

function rowOf(key: string, bytes: number): EventRow {
  const receivedAt = '2026-11-16T01:00:00.000Z';
  return { key, eventId: key, chatId: GROUP, kind: 'message', payload: 'x'.repeat(bytes), receivedAt };
}

async function openBeside() {
  const opened = await openTestStore();
  const beside = new Database(opened.url);
  onTestFinished(() => void beside.close());
  return { ...opened, beside };
}

describe('a full disk', () => {
  it('is what the error says, stores nothing of the batch, and is got over once there is room', async () => {
    const { rows, beside } = await openBeside();
    const insert = createEventInsert(beside);
    const [page] = beside.prepare('pragma page_count').pluck().all();
    beside.pragma(`max_page_count = ${Number(page) + 2}`);
    const batch = ['a', 'b', 'c'].map((key) => rowOf(key, 50_000));
    for (const _ of ['first', 'again']) {
      expect(() => insert.run(batch)).toThrow(/database or disk is full/);
      expect(await rows('select id from inbox')).toEqual([]);
    }
    beside.pragma('max_page_count = 100000');
    expect(insert.run(batch)).toEqual([true, true, true]);
  });

  it('makes the bot not ready from the first event lost to it until one could be stored again', async () => {
    const { store, repos, beside, rows } = await openBeside();
    expect(await store.ready()).toBe(true);
    beside.exec(FULL);
    await expect(repos.inbox.append(makeMessage())).rejects.toThrow('database or disk is full');
    expect(await store.ready()).toBe(false);
    expect(await store.ready()).toBe(false);
    beside.exec('drop trigger full_disk');
    // Without another event: a proxy hands none to who is not ready.
    expect(await store.ready()).toBe(true);
    expect(await rows('select id from inbox')).toEqual([]);
    expect(await repos.inbox.append(makeMessage())).toBe(true);
  });

  it('in a transaction is what its caller hears of, and the next one works', async () => {
    const { store, repos, beside } = await openBeside();
    beside.exec(FULL.replaceAll('inbox', 'outbox'));
    const notice = { kind: 'notice', text: '收到' } as const;
    const add = () =>
      store.transaction(async (inside) => {
        await inside.records.setValue('k', 'v');
        await inside.outbox.add({ key: 'r', target: { kind: 'chat', chatId: GROUP }, message: notice });
      });
    await expect(add()).rejects.toThrow('database or disk is full');
    expect(await repos.records.value('k')).toBeUndefined();
    beside.exec('drop trigger full_disk');
    await add();
    expect(await repos.records.value('k')).toBe('v');
  });

  it.skipIf(!canLimitFileSize())('at a start is no reason to stay away for good', async () => {
    const { url, repos } = await openTestStore();
    await repos.records.setValue('k', 'v');
    // As a kill leaves it: the log is to be read in, for which SQLite writes.
    const left = join(makeTestFolder(), 'bot.db');
    for (const suffix of ['', '-wal']) copyFileSync(`${url}${suffix}`, `${left}${suffix}`);
    const start = () =>
      openStore({ url: left, clock: systemClock, defaults: testSettings(), exclusive: true });
    const allow = await forbidWrites(process.pid);
    const refused = await start()
      .catch((reason: unknown) => reason)
      .finally(allow);
    expect(String(refused)).toContain('is the disk full?');
    expect(refused).not.toBeInstanceOf(SetupError);
    const again = await start();
    expect(await again.repos.records.value('k')).toBe('v');
    await again.close();
  });
});
