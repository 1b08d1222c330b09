import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fromStamp, systemClock } from '../../src/kernel/clock.ts';
import type { runProgram } from './run-program.ts';

/** A backup that lies there, and up to when it is to hold everything. */
export interface TakenBackup {
  readonly file: string;
  /** Its stated point, in milliseconds of the steady timer of this process. */
  readonly point: number;
}

/** Backups that are taken while the bots are at work and harm is done to them. */
export interface Backups {
  /** Takes one, and resolves long before it is done. */
  begin(): void;
  /** Those taken since this was asked last, once all of them are done; undefined stands for one that could not be taken. */
  collect(): Promise<readonly (TakenBackup | undefined)[]>;
}

/** A server that is broken off breaks a backup off. */
const TRIES = 8;
const NEXT_TRY_MS = 2000;

export function createBackups(options: Omit<BackupJob, 'file'>): Backups {
  let begun: Promise<TakenBackup | undefined>[] = [];
  let count = 0;
  return {
    begin() {
      count += 1;
      begun.push(takePatiently({ ...options, file: join(options.folder, `backup-${count}.db`) }));
    },
    async collect() {
      const list = begun;
      begun = [];
      return Promise.all(list);
    },
  };
}

interface BackupJob {
  /** The bot's command line. */
  readonly run: typeof runProgram;
  readonly folder: string;
  readonly database: string;
  readonly file: string;
}

async function takePatiently(job: BackupJob): Promise<TakenBackup | undefined> {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    const taken = await take(job);
    if (taken !== undefined) return taken;
    // A backup that failed must not leave anything that looks like one.
    if (existsSync(job.file)) return undefined;
    await pause(NEXT_TRY_MS);
  }
  return undefined;
}

async function take({ run, folder, database, file }: BackupJob): Promise<TakenBackup | undefined> {
  const sinceEpoch = systemClock.now().epochMilliseconds - performance.now();
  const { code, out } = await run(['backup', file], { DATABASE_URL: database, DATA_DIR: folder });
  const stated = /^everything stored before (\S+) is in it$/m.exec(out)?.[1];
  if (code !== 0 || stated === undefined) return undefined;
  return { file, point: fromStamp(stated).epochMilliseconds - sinceEpoch };
}
