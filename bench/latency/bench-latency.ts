import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import type { BenchOptions } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { driveOpen } from '../load/drive.ts';
import { type Fleet, type FleetPlan, startFleet } from '../load/fleet.ts';
import { larkRequests, TALK } from '../load/lark-requests.ts';
import { type Seat, setUpGroups, writeSubmissions } from '../load/work-groups.ts';
import { usageOf } from '../process-usage.ts';
import { quantile, round } from '../statistics.ts';

/** So many that the order within a chat is not what holds anything up. */
const GROUPS = { full: 200, quick: 5 } as const;
/** Unmeasured, so that everything is loaded. */
const WARM_UP = { perSecond: 50, every: 1, seconds: 2 } as const;
/** Whoever has waited so long for a receipt counts as unanswered. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 20;

interface Load {
  readonly perSecond: number;
  /** One message of so many is a submission, which gets a receipt; the others are plain talk. */
  readonly every: number;
  readonly seconds: number;
}

const LOADS: readonly Load[] = [
  { perSecond: 10, every: 1, seconds: 20 },
  { perSecond: 100, every: 1, seconds: 20 },
  { perSecond: 500, every: 5, seconds: 10 },
  { perSecond: 500, every: 1, seconds: 10 },
];

const QUICK_LOADS: readonly Load[] = [{ perSecond: 50, every: 1, seconds: 1 }];

/** No pace: the sandbox takes whatever comes. */
const UNPACED = { BOT_PACE: 'none', LOG_LEVEL: 'warn' } as const;

const PLACES: readonly (FleetPlan & { readonly of: string })[] = [
  { of: 'SQLite', database: 'sqlite', replicas: 1 },
  { of: 'PostgreSQL × 1', database: 'postgres', replicas: 1 },
  { of: 'PostgreSQL × 2', database: 'postgres', replicas: 2 },
];

interface Line {
  readonly sandbox: Sandbox;
  readonly fleet: Fleet;
  readonly seats: readonly Seat[];
}

/**
 * From the moment at which a message was due to be pushed until its receipt is on the platform, at a steady rate: the
 * wait for the bot's acknowledgement, its inbox, the command, the outbox and the call are all in it.
 */
export async function benchLatency(options: BenchOptions): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const place of PLACES.filter(options.wants)) {
    figures.push(...((await options.attempt(place.of, () => measurePlace(place, options))) ?? []));
  }
  return figures;
}

async function measurePlace(
  place: FleetPlan & { readonly of: string },
  { quick, progress }: BenchOptions,
): Promise<Figure[]> {
  const sandbox = await startSandbox({ limits: 'none', logLength: 100 });
  const fleet = await startFleet(sandbox, { ...place, environment: UNPACED });
  try {
    progress(`latency: ${place.of}, setting up groups`);
    const seats = await setUpGroups(sandbox, quick ? GROUPS.quick : GROUPS.full);
    const line = { sandbox, fleet, seats };
    if (!quick) await run(line, WARM_UP);
    const figures: Figure[] = [];
    for (const load of quick ? QUICK_LOADS : LOADS) {
      const of = `${place.of}, ${load.perSecond}/s, ${shareOf(load)}`;
      progress(`latency: ${of}`);
      figures.push(...(await measure(of, line, load)));
    }
    return figures;
  } finally {
    await fleet.kill();
    await sandbox.stop();
    await fleet.remove();
  }
}

function shareOf({ every }: Load): string {
  return every === 1 ? 'all submissions' : `1 in ${every} a submission`;
}

async function measure(of: string, line: Line, load: Load): Promise<Figure[]> {
  const before = usageOf(line.fleet.pids);
  const { waits, asked, acknowledged } = await run(line, load);
  const after = usageOf(line.fleet.pids);
  const figure = (what: string, value: number, unit: string): Figure => ({
    name: 'latency',
    of,
    what,
    figure: round(value),
    unit,
  });
  return [
    figure('p50', quantile(waits, 0.5), 'ms'),
    figure('p99', quantile(waits, 0.99), 'ms'),
    figure('max', quantile(waits, 1), 'ms'),
    figure('submissions', asked, ''),
    figure('answered', waits.length, ''),
    figure('acknowledged p99', quantile(acknowledged, 0.99), 'ms'),
    figure('CPU a submission', (after.cpuMs - before.cpuMs) / asked, 'ms'),
  ];
}

/** Milliseconds that each submission waited for its receipt, and each message for its acknowledgement. */
async function run({ sandbox, fleet, seats }: Line, load: Load) {
  const count = load.perSecond * load.seconds;
  const spoken = writeSubmissions(sandbox, seats, Math.ceil(count / load.every));
  const talk = larkRequests(load.every === 1 ? 0 : count, sandbox.app, TALK);
  const requests = Array.from({ length: count }, (_, index) => {
    const request = index % load.every === 0 ? spoken[index / load.every]?.request : talk[index];
    return request ?? Buffer.of();
  });
  const answers = watchAnswers(sandbox);
  const { latencies, startedAt } = await driveOpen(fleet.ports, requests, load.perSecond);
  await answers.untilThere(spoken.map(({ id }) => id));
  answers.end();
  const waits = spoken.flatMap(({ id }, index) => {
    const at = answers.times.get(id);
    return at === undefined ? [] : [at - startedAt - (index * load.every * 1000) / load.perSecond];
  });
  return { waits, asked: spoken.length, acknowledged: latencies };
}

/** When each message was first answered by the bot, on the clock of `performance.now()`. */
function watchAnswers(sandbox: Sandbox) {
  const times = new Map<string, number>();
  const end = sandbox.watchChanges((change) => {
    if (change.kind !== 'message' || change.message.senderId !== 'bot') return;
    const { parentId } = change.message;
    if (parentId !== undefined && !times.has(parentId)) times.set(parentId, performance.now());
  });
  return {
    times,
    end,
    async untilThere(ids: readonly string[]): Promise<void> {
      const deadline = performance.now() + PATIENCE_MS;
      while (ids.some((id) => !times.has(id)) && performance.now() < deadline) await pause(LOOK_MS);
    },
  };
}
