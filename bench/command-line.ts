import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { benchAck } from './ack/bench-ack.ts';
import type { Bench } from './bench.ts';
import { benchClick } from './click/bench-click.ts';
import { benchCompile } from './compile/bench-compile.ts';
import { benchDemo } from './demo/bench-demo.ts';
import { asJsonLine, asTable } from './figure.ts';
import { PEER_FOLDER } from './load/peers.ts';
import { benchStart } from './start/bench-start.ts';

const BENCHES: Readonly<Record<string, Bench>> = {
  ack: benchAck,
  click: benchClick,
  start: benchStart,
  compile: benchCompile,
  demo: benchDemo,
};

const USAGE = `npm run bench -- [${Object.keys(BENCHES).join('|')}|all] [--json] [--quick] [--peers] [--only WORDS]
  --json   one JSON object per line: {name, of, what, figure, unit}
  --quick  a smoke test of less than a minute; its figures mean little
  --peers  installs the bots of other platforms first, to measure beside them
  --only   only what has these words in its name
`;

/** Runs the benches that the arguments ask for; figures go to stdout, progress to stderr. */
export async function runBenches(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  const names = namesOf(positionals[0] ?? 'all');
  if (values.help || names === undefined) {
    process.stdout.write(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  // Broken off, too, the bench leaves no process behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  if (values.peers) installPeers();
  for (const name of names) {
    const measured = await BENCHES[name]?.({
      quick: values.quick,
      wants: ({ of }) => of.includes(values.only),
      progress: (line) => process.stderr.write(`${line}\n`),
    });
    // What this machine can't tell (see process-usage.ts) is left out.
    const figures = (measured ?? []).filter(({ figure }) => Number.isFinite(figure));
    process.stdout.write(values.json ? figures.map(asJsonLine).join('') : asTable(name, figures));
  }
}

function readArguments(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
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

/** Exactly as locked, and none of their scripts is run. */
function installPeers(): void {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: PEER_FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
