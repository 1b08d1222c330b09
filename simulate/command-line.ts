import { parseArgs } from 'node:util';
import { type FanOut, fanOut, isGood } from './fan-out.ts';
import { playWithKills } from './kills.ts';
import { playReplicas } from './replicas.ts';
import { playShards } from './shards.ts';
import { countWeeks, type Finding, type Outcome, type Simulation } from './simulation.ts';

const USAGE = `npm run simulate -- [--from DAY] [--to DAY] [--groups N] [--seed WORD] [--json] [--dump FILE] [--every-minute | --kills | --processes N | --fan-out N]
  Plays the days, judges every reminder by an oracle of its own, and exits with 1 unless all were right.
  --json       one JSON object: {wrong, missing, double, reminders, groups, weeks, seconds}
  --dump FILE  every reminder as a JSON line: {group, week, day, time, round, department, reason}
  --kills        a process plays that is killed at a random moment of each week (best with --groups 1 and one year)
  --processes N  so many processes look at the clock at once, on one database
  --fan-out N    lets the card of N groups go out at once, at the platform's real pace: no simulated days
  --every-minute  looks at the clock every minute instead of when something is due
`;

/** Runs what the arguments ask for. Figures go to stdout, mistakes to stderr; the exit code is 1 when there are any. */
export async function runSimulation(args: readonly string[]): Promise<void> {
  const { values } = readArguments(args);
  const { from, to, seed } = values;
  const simulation: Simulation = { from, to, seed, groups: Number(values.groups) };
  if (values.help || !isPlayable(simulation)) {
    process.stdout.write(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  if (values['fan-out'] !== undefined) return runFanOut(Number(values['fan-out']), values.json);
  const start = performance.now();
  const { examples, ...counts } = await play(simulation, values);
  const outcome: Outcome = {
    ...counts,
    groups: simulation.groups,
    weeks: countWeeks(simulation),
    seconds: Math.round((performance.now() - start) / 100) / 10,
  };
  for (const example of examples) process.stderr.write(`${JSON.stringify(example)}\n`);
  print(outcome, values.json);
  process.exitCode = outcome.wrong + outcome.missing + outcome.double === 0 ? 0 : 1;
}

/** So many of the calls the platform refuses on purpose. */
const INJECTED_SHARE = 0.01;

async function runFanOut(groups: number, json: boolean): Promise<void> {
  const outcome = await fanOut(groups, Math.ceil(groups * INJECTED_SHARE));
  print(outcome, json);
  process.exitCode = isGood(outcome) ? 0 : 1;
}

type Choices = ReturnType<typeof readArguments>['values'];

function play(simulation: Simulation, values: Choices): Promise<Finding> {
  if (values.kills) return playWithKills(simulation);
  if (values.processes !== undefined) return playReplicas(simulation, Number(values.processes));
  return playShards(simulation, { dump: values.dump, everyMinute: values['every-minute'] });
}

function readArguments(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      from: { type: 'string', default: '2024-01-01' },
      to: { type: 'string', default: '2027-12-31' },
      groups: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      dump: { type: 'string' },
      kills: { type: 'boolean', default: false },
      processes: { type: 'string' },
      'fan-out': { type: 'string' },
      'every-minute': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

/** The calendar of the oracle begins in 2024. */
function isPlayable({ from, to, groups }: Simulation): boolean {
  const isDay = (text: string) => /^20(2[4-9]|[3-9]\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text);
  return isDay(from) && isDay(to) && from <= to && Number.isInteger(groups) && groups > 0;
}

function print(outcome: Outcome | FanOut, json: boolean): void {
  const lines = Object.entries(outcome).map(([name, figure]) => `${name.padEnd(15)} ${figure}\n`);
  process.stdout.write(json ? `${JSON.stringify(outcome)}\n` : lines.join(''));
}
