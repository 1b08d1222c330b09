import { parseArgs } from 'node:util';
import { playShards } from './shards.ts';
import { countWeeks, type Finding, type Outcome, type Simulation } from './simulation.ts';

const USAGE = `npm run simulate -- [--from DAY] [--to DAY] [--groups N] [--seed WORD] [--json] [--dump FILE] [--every-minute]
  Plays the days, judges every reminder by an oracle of its own, and exits with 1 unless all were right.
  --json       one JSON object: {wrong, missing, double, reminders, groups, weeks, seconds}
  --dump FILE  every reminder as a JSON line: {group, week, day, time, round, department, reason}
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
  const start = performance.now();
  const { examples, ...counts } = await play(simulation, values);
  const outcome: Outcome = {
    ...counts,
    groups: simulation.groups,
    weeks: countWeeks(simulation),
    seconds: Math.round((performance.now() - start) / 100) / 10,
  };
  for (const example of examples) process.stderr.write(`${JSON.stringify(example)}\n`);
  process.stdout.write(values.json ? `${JSON.stringify(outcome)}\n` : asText(outcome));
  process.exitCode = outcome.wrong + outcome.missing + outcome.double === 0 ? 0 : 1;
}

type Choices = ReturnType<typeof readArguments>['values'];

function play(simulation: Simulation, values: Choices): Promise<Finding> {
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

function asText(outcome: Outcome): string {
  return Object.entries(outcome)
    .map(([name, figure]) => `${name.padEnd(10)} ${figure}\n`)
    .join('');
}
