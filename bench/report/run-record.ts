import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, type } from 'node:os';
import { z } from 'zod';
import { systemClock } from '../../src/kernel/clock.ts';

/** The figures behind the tables of the document; from the project's root. */
const RECORDS = 'docs/benchmarks.json';

const figure = z.strictObject({
  name: z.string(),
  of: z.string(),
  what: z.string(),
  figure: z.number(),
  unit: z.string(),
});

const runRecord = z.strictObject({
  /** `YYYY-MM-DD`, UTC. */
  date: z.string(),
  machine: z.string(),
  /** As somebody would type it to get these figures. */
  command: z.string(),
  figures: z.array(figure),
  /** What could not be measured, and why. */
  failures: z.array(z.strictObject({ of: z.string(), why: z.string() })),
});

/** What one run of one bench came to. */
export type RunRecord = z.infer<typeof runRecord>;
/** The last run of each bench, by its name. */
export type RunRecords = Readonly<Record<string, RunRecord>>;

const runRecords = z.record(z.string(), runRecord);

export function readRecords(): RunRecords {
  return existsSync(RECORDS) ? runRecords.parse(JSON.parse(readFileSync(RECORDS, 'utf8'))) : {};
}

/** Replaces the last run of one bench and leaves those of the others. Returns all. */
export function saveRecord(name: string, record: RunRecord): RunRecords {
  const all = { ...readRecords(), [name]: record };
  writeFileSync(RECORDS, `${JSON.stringify(all, undefined, 2)}\n`);
  return all;
}

export function today(): string {
  return systemClock.now().toString().slice(0, 10);
}

/** Where it ran, as far as that matters, without the machine's name. */
export function describeMachine(): string {
  const [first] = cpus();
  const model = first?.model.replace(/\((R|TM)\)/g, '').trim() ?? 'unknown';
  const kernel = `${type()} ${/^\d+\.\d+/.exec(release())?.[0] ?? ''}`;
  return `Node ${process.versions.node}, ${kernel}, ${cpus().length} cores (${model}), databases on ${fileSystem()}`;
}

/** See statfs(2). */
const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  61267: 'ext4',
  16914836: 'tmpfs',
  1481003842: 'xfs',
  2435016766: 'btrfs',
  2035054128: 'overlayfs',
};

function fileSystem(): string {
  const { type: number } = statfsSync(tmpdir());
  return FILE_SYSTEMS[number] ?? `a file system of type ${number}`;
}
