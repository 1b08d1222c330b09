import { parseArgs } from 'node:util';
import { isFlawless } from './audit/judge.ts';
import { type Outcome, runSoak } from './run-soak.ts';
import type { Soak } from './soak.ts';

const USAGE = `npm run soak -- [--events N] [--kills K] [--replicas R] [--database WHERE] [--seed WORD] [--json]
  Plays N messages (100000) on the real bot, kills it K times (20), and exits with 1 unless nothing was lost, doubled or disordered.
  --replicas R      so many bots on one database (1); more than one needs PostgreSQL
  --database WHERE  sqlite (default), postgres for a server of its own, or postgres://… for an empty database
  --json            one JSON object; without it a line for each figure, and progress on stderr
`;

/** Runs what the arguments ask for. Figures go to stdout, what is wrong to stderr; the exit code is 1 when there is any. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  const { values } = readArguments(args);
  const soak: Soak = {
    seed: values.seed,
    events: Number(values.events),
    kills: Number(values.kills),
    replicas: Number(values.replicas),
    database: values.database,
  };
  const complaint = values.help ? '' : complain(soak);
  if (complaint !== undefined) {
    process.stdout.write(`${complaint}${USAGE}`);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  // Broken off, too, the soak leaves no process behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const { outcome, judgement } = await runSoak(soak, values.json ? () => undefined : tell);
  for (const example of judgement.examples) tell(JSON.stringify(example));
  print(outcome, values.json);
  process.exitCode = isFlawless(judgement.faults) ? 0 : 1;
}

function readArguments(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      events: { type: 'string', default: '100000' },
      kills: { type: 'string', default: '20' },
      replicas: { type: 'string', default: '1' },
      database: { type: 'string', default: 'sqlite' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

/** What is wrong with what was asked for, as a line. */
function complain({ events, kills, replicas, database }: Soak): string | undefined {
  if (!isCount(events, 1) || !isCount(kills, 0) || !isCount(replicas, 1))
    return 'N, K and R are whole numbers.\n';
  if (!/^(sqlite|postgres|postgres(ql)?:\/\/.+)$/.test(database))
    return `--database ${database}: not known.\n`;
  if (replicas > 1 && database === 'sqlite')
    return '--replicas: one SQLite file serves one bot; more of them need PostgreSQL.\n';
  return undefined;
}

function isCount(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}

function print(outcome: Outcome, json: boolean): void {
  const lines = Object.entries(outcome).map(([name, figure]) => `${name.padEnd(17)} ${figure}\n`);
  process.stdout.write(json ? `${JSON.stringify(outcome)}\n` : lines.join(''));
}
