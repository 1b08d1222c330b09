import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { benchAck } from './ack/bench-ack.ts';
import type { Bench } from './bench.ts';
import { benchClick } from './click/bench-click.ts';
import { benchCompile } from './compile/bench-compile.ts';
import { benchDemo } from './demo/bench-demo.ts';
import { benchFanOut } from './fan-out/bench-fan-out.ts';
import { asJsonLine, asTable } from './figure.ts';
import { benchGroups } from './groups/bench-groups.ts';
import { benchLatency } from './latency/bench-latency.ts';
import { arePeersThere, PEER_FOLDER } from './load/peers.ts';
import { describeMachine, type RunRecord, saveRecord, today } from './report/run-record.ts';
import { writeDocument } from './report/write-document.ts';
import { benchStart } from './start/bench-start.ts';

export const BENCHES: Readonly<Record<string, Bench>> = {
  ack: benchAck,
  latency: benchLatency,
  click: benchClick,
  'fan-out': benchFanOut,
  start: benchStart,
  groups: benchGroups,
  compile: benchCompile,
  demo: benchDemo,
};

const USAGE = `npm run bench -- [${Object.keys(BENCHES).join('|')}|all] [--write] [--json] [--quick] [--peers] [--only WORDS]
  Without a name all of them run, in some twenty minutes, and docs/benchmarks.md gets their figures.
  --write  puts the figures of the one that is named into docs/benchmarks.md
  --json   one JSON object per line: {name, of, what, figure, unit}
  --quick  a smoke test of about a minute; its figures mean little and are not written
  --peers  installs the bots of other platforms first, to measure beside them, as is done whenever figures are written
  --only   only what has these words in its name; nothing is written
`;

type Choices = ReturnType<typeof readArguments>['values'];

/** Runs the benches that the arguments ask for; figures go to stdout, progress to stderr. Exit code 1 when one failed. */
export async function runBenches(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  const [name = 'all'] = positionals;
  const names = namesOf(name);
  if (values.help || names === undefined) {
    process.stdout.write(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  // Broken off, too, the bench leaves no process behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const writes = (name === 'all' || values.write) && !values.quick && values.only === '';
  if (values.peers || (writes && !arePeersThere())) installPeers();
  for (const one of names) {
    const record = await runBench(one, values);
    print(one, record, values);
    // At once: what comes later may fail.
    if (writes) writeDocument(saveRecord(one, record));
  }
}

function print(name: string, { figures, failures }: RunRecord, { json }: Choices): void {
  process.stdout.write(json ? figures.map(asJsonLine).join('') : `${asTable(name, figures)}\n\n`);
  if (failures.length > 0) process.exitCode = 1;
}

async function runBench(name: string, { quick, only }: Choices): Promise<RunRecord> {
  const failures: RunRecord['failures'] = [];
  const progress = (line: string) => void process.stderr.write(`${line}\n`);
  const attempt = async <T>(of: string, measure: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await measure();
    } catch (reason) {
      const why = reason instanceof Error ? reason.message : String(reason);
      progress(`${name}: ${of} failed: ${reason instanceof Error ? reason.stack : why}`);
      failures.push({ of, why: why.split('\n')[0] ?? '' });
      return undefined;
    }
  };
  const wants = ({ of }: { of: string }) => of.includes(only);
  const measured = await attempt('the whole bench', async () =>
    BENCHES[name]?.({ quick, wants, progress, attempt }),
  );
  return {
    date: today(),
    machine: describeMachine(),
    command: `npm run bench -- ${name}`,
    // What this machine can't tell (see process-usage.ts) is left out.
    figures: (measured ?? []).filter(({ figure }) => Number.isFinite(figure)),
    failures,
  };
}

function readArguments(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      write: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
}

function namesOf(name: string): string[] | undefined {
  if (name === 'all') return Object.keys(BENCHES);
  return Object.hasOwn(BENCHES, name) ? [name] : undefined;
}

/** Exactly as locked, and none of their scripts is run. Without them the benches run all the same. */
function installPeers(): void {
  try {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: PEER_FOLDER,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch {
    process.stderr.write(
      'The bots of other platforms could not be installed: nothing is measured beside them.\n',
    );
  }
}
