import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { openFileDisk, openServerDisk } from '../../soak/harm/disk.ts';
import { canLimitFileSize } from '../../soak/harm/limit-file-size.ts';
import { createMovableClock, fromStamp } from '../../src/kernel/clock.ts';
import { openStore } from '../../src/store/create-store.ts';
import { isOutage, isPassing } from '../../src/store/passing-error.ts';
import { makePostgres } from '../support/make-database.ts';
import { makeMessage } from '../support/make-event.ts';
import { makeTestFolder, testSettings } from '../support/open-test-store.ts';
import { runOn } from '../support/run-on.ts';

/** Adds a row whenever it is told to, and says what came of it. */
const WRITER = `
  const Database = require('libsql');
  const db = new Database(process.argv[1]);
  db.exec('pragma journal_mode = wal; create table rows (n)');
  const add = () => {
    try {
      db.exec('insert into rows values (1)');
      return String(db.prepare('select count(*) as n from rows').all()[0].n);
    } catch (error) {
      return error.code;
    }
  };
  require('readline').createInterface({ input: process.stdin }).on('line', () => console.log(add()));
`;

it.skipIf(!canLimitFileSize())(
  'the disk of a process can be full and free again, and its database goes on',
  async () => {
    const child = spawn(process.execPath, ['-e', WRITER, join(makeTestFolder(), 'rows.db')]);
    onTestFinished(async () => {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const add = async () => {
      child.stdin.write('\n');
      return (await answers.next()).value;
    };
    const disk = openFileDisk(() => child.pid);
    expect(await add()).toBe('1');
    await disk?.fill(0.5);
    expect(await add()).toBe('2');
    await disk?.fill(1);
    expect(await add()).toMatch(/^SQLITE_(IOERR|FULL)/);
    await disk?.free();
    expect(await add()).toBe('3');
  },
);

it('the disk of a server can be full: events are refused for now, and nobody is told that the bot is ready', async () => {
  const { url, giveBack } = await makePostgres();
  const clock = createMovableClock(fromStamp('2026-11-16T01:00:00.000Z'));
  const store = await openStore({ url, clock, defaults: testSettings(), exclusive: false });
  const disk = openServerDisk(url);
  const append = (id: string) => store.repos.inbox.append(makeMessage({ messageId: id, eventId: id }));
  try {
    await disk.fill(1);
    const error = await append('om_1').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: '53100' });
    expect([isPassing(error), isOutage(error)]).toEqual([true, true]);
    expect(await store.ready()).toBe(false);
    const startedMeanwhile = await openStore({ url, clock, defaults: testSettings(), exclusive: true });
    await startedMeanwhile.close();
    await disk.free();
    expect(await store.ready()).toBe(true);
    expect(await append('om_1')).toBe(true);
  } finally {
    await store.close();
    await runOn(url, 'drop function soak_room() cascade');
    await giveBack();
  }
});
