import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { createRandomSource } from '../sandbox/world/random-source.ts';
import { Ledger } from './audit/ledger.ts';
import { openReader } from './audit/read-stored.ts';
import { createBackupAudit } from './backup/audit-backups.ts';
import { runProgram } from './backup/run-program.ts';
import { createBackups } from './backup/take-backups.ts';
import { openFileDisk } from './harm/disk.ts';
import { startFleet } from './harm/fleet.ts';
import { openSoakDatabase } from './harm/open-database.ts';
import { weekOfSoak } from './load/weeks.ts';
import type { Soak } from './soak.ts';

/** Everything that plays together: the platform in this process, the bots in theirs, and who looks at both. */
export type Stage = Awaited<ReturnType<typeof openStage>>;

/** Soon again, so that a bot that died gets its events as soon as it is back; the platform itself waits 15 s to 6 h. */
const REPUSH_MS = [200, 300, 400, 500, 700, 1000, 1000, 2000, 3000, 5000, 8000, 15_000, 30_000];
/** The logs of the platform are not what the audit goes by. */
const LOG_LENGTH = 100;
/** So much may be under way at once. A bot that is slow makes people wait instead of drowning. */
const MOST_UNACKNOWLEDGED = 128;
const MOST_UNANSWERED = 400;
/** Longest wait without which something must be broken, in ms. */
const PATIENCE_MS = 120_000;
const LOOK_MS = 100;
/** Looks for room are cheap, but a million of them are not. */
const ROOM_MS = 4;
/** Looks in a row that find nothing to do, since a fresh draft may stand between two of them. */
const QUIET_LOOKS = 3;
/** The longest lease of what people wait for, and how long is waited, in real ms, before the clock goes forward by it. */
const LEASE = { seconds: 46 };
const STEP_AFTER_MS = 8_000;

export async function openStage(soak: Soak, folder: string) {
  const { dice } = createRandomSource(`soak ${soak.seed}`);
  const sandbox = await startSandbox({
    seed: `soak ${soak.seed}`,
    startAt: weekOfSoak(0).opening,
    limits: 'none',
    repushDelaysMs: REPUSH_MS,
    logLength: LOG_LENGTH,
  });
  const { replicas } = soak;
  const database = await openSoakDatabase({ where: soak.database, replicas, folder });
  const databases = Array.from(
    { length: replicas },
    (_, number) => database.lines[number]?.url ?? database.url,
  );
  const fleet = await startFleet({ sandbox, folder, databases, dice });
  sandbox.connectWebhook(fleet.nextAddress);
  const reader = openReader(database.url, sandbox.clock);
  const ledger = new Ledger(sandbox);
  const backups = createBackups({ run: runProgram, folder, database: database.url });
  const places = { folder, sandbox, makeDatabase: database.makeAnother };
  return {
    dice,
    sandbox,
    database,
    /** Undefined where it can't be made to look full. */
    disk: database.disk ?? openFileDisk(() => fleet.pidOf(0)),
    fleet,
    reader,
    ledger,
    backups,
    backupAudit: createBackupAudit({ ...places, backups, ledger }),
    /** Resolves when people may say more. Rejects when the bots have stopped answering. */
    async room(): Promise<void> {
      const patience = performance.now() + PATIENCE_MS;
      while (ledger.unacknowledged >= MOST_UNACKNOWLEDGED || ledger.unanswered >= MOST_UNANSWERED) {
        if (performance.now() > patience) throw new Error(`no answer for ${PATIENCE_MS / 1000} s`);
        await pause(ROOM_MS);
      }
    },
    /** Resolves when every push is acknowledged and everything is worked off and sent, or when that takes too long. */
    async settle(): Promise<void> {
      const patience = performance.now() + PATIENCE_MS;
      await Promise.race([sandbox.pushesSettled(), pause(PATIENCE_MS, undefined, { ref: false })]);
      let nextStep = performance.now() + STEP_AFTER_MS;
      for (let quiet = 0; quiet < QUIET_LOOKS && performance.now() < patience; ) {
        quiet = (await reader.countOpen()) === 0 ? quiet + 1 : 0;
        await pause(LOOK_MS);
        if (!database.isShared || performance.now() < nextStep) continue;
        // What a dead bot had in hand is left to it until its lease has run out, by the clock.
        sandbox.clock.moveTo(sandbox.clock.now().add(LEASE));
        await fleet.followClock();
        nextStep = performance.now() + STEP_AFTER_MS;
      }
    },
    async close(): Promise<void> {
      ledger.close();
      await fleet.stop();
      await sandbox.stop();
      await reader.close();
      await database.stop();
    },
  };
}
