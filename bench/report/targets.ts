import type { Figure } from '../figure.ts';
import type { RunRecords } from './run-record.ts';

/** What a figure has to come to: at least the floor, and better the goal. */
interface Target extends Pick<Figure, 'name' | 'of' | 'what'> {
  readonly target: string;
  readonly floor: number;
  readonly goal: number;
  readonly better: 'more' | 'less';
}

const BOLT = 'Bolt HTTPReceiver';
const STORED: readonly (readonly [string, string])[] = [
  ['SQLite', 'bot: stored, nothing else'],
  ['PostgreSQL', 'bot on PostgreSQL: stored, nothing else'],
];

const acknowledging = STORED.flatMap(([kind, of]): readonly Target[] => [
  {
    target: `durable acknowledgements, ${kind}: × what ${BOLT} does without storing`,
    ...{ name: 'ack', of, what: `acknowledged × ${BOLT}`, floor: 1.1, goal: 1.6, better: 'more' },
  },
  {
    target: `CPU of one, ${kind}: × ${BOLT}’s`,
    ...{ name: 'ack', of, what: `CPU × ${BOLT}`, floor: 0.75, goal: 0.55, better: 'less' },
  },
  ...[500, 1500].map(
    (rate): Target => ({
      target: `p99 of an acknowledgement at ${rate}/s, ${kind}, ms`,
      ...{ name: 'ack', of, what: `p99 at ${rate}/s`, floor: 25, goal: 10, better: 'less' },
    }),
  ),
]);

const answering = ['SQLite', 'PostgreSQL × 1', 'PostgreSQL × 2'].map(
  (place): Target => ({
    target: `p99 of message → receipt at 100 messages/s, ${place}, ms`,
    ...{ name: 'latency', of: `${place}, 100/s, all submissions` },
    ...{ what: 'p99', floor: 1000, goal: 1000, better: 'less' },
  }),
);

/** What the first pipeline took, measured in one run with the others. */
const compiling: readonly Target[] = [
  ...[
    { items: 5_000, bound: 15 },
    { items: 20_000, bound: 9.8 },
  ].map(
    ({ items, bound }): Target => ({
      target: `a month of ${items} items: × writing its bare text`,
      ...{ name: 'compile', of: `${items} items`, what: 'time × bare text' },
      ...{ floor: bound, goal: bound, better: 'less' },
    }),
  ),
  {
    target: 'a month of 20000 items: × pandoc',
    ...{ name: 'compile', of: '20000 items', what: 'time × pandoc', floor: 0.64, goal: 0.64, better: 'less' },
  },
  {
    target: 'memory of compiling 20000 items, MB',
    ...{ name: 'compile', of: '20000 items', what: 'peak memory', floor: 603, goal: 603, better: 'less' },
  },
];

/** What the project has set itself. */
export const TARGETS: readonly Target[] = [
  ...acknowledging,
  ...answering,
  {
    target: 'fan-out: share of what the platform’s limits allow',
    ...{ name: 'fan-out', of: '2000 groups', what: 'share', floor: 0.9, goal: 0.97, better: 'more' },
  },
  ...['refused', 'missing', 'double', 'disordered'].map(
    (what): Target => ({
      target: `fan-out: messages ${what}`,
      ...{ name: 'fan-out', of: '2000 groups', what, floor: 0, goal: 0, better: 'less' },
    }),
  ),
  {
    target: `start to the first answer: × ${BOLT}’s`,
    ...{ name: 'start', of: 'bot', what: `first answer × ${BOLT}`, floor: 1, goal: 0.75, better: 'less' },
  },
  {
    target: 'memory after 10,000 events, acknowledging alone, MB',
    ...{ name: 'start', of: 'bot', what: 'memory after events', floor: 125, goal: 115, better: 'less' },
  },
  {
    target: 'memory with 200 groups and everything loaded, MB',
    ...{ name: 'groups', of: '200 groups', what: 'memory', floor: 180, goal: 180, better: 'less' },
  },
  ...compiling,
];

/** A line for each target: the figure of the last run, and whether that is enough. */
export function targetsTable(records: RunRecords): string {
  const lines = TARGETS.map((one) => {
    const figure = records[one.name]?.figures.find(({ of, what }) => of === one.of && what === one.what);
    const shown = figure === undefined ? '' : figure.figure.toLocaleString('en-US');
    return `| ${one.target} | ${shown} | ${one.floor} | ${one.goal} | ${judge(one, figure?.figure)} |`;
  });
  return ['| target | figure | floor | goal | met |', '|---|---:|---:|---:|---|', ...lines].join('\n');
}

function judge({ floor, goal, better }: Target, figure: number | undefined): string {
  if (figure === undefined) return 'not run';
  const reaches = (bound: number) => (better === 'more' ? figure >= bound : figure <= bound);
  if (reaches(goal)) return 'goal';
  return reaches(floor) ? 'floor' : '**no**';
}
