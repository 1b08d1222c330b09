/** What is played. The same seed draws the same events and the same harm; when processes get to run is the machine's. */
export interface Soak {
  readonly seed: string;
  /** Messages that people send, nine of ten plain talk. */
  readonly events: number;
  /** How often a bot is killed with SIGKILL. */
  readonly kills: number;
  /** Bots at once on one database. */
  readonly replicas: number;
  /** `sqlite`: a file of its own. `postgres`: a server of its own, which is broken off now and then. Or `postgres://…`. */
  readonly database: string;
}

/** Where in the stream of events something happens: before the event with this index. */
export type EventIndex = number;

/** Weeks played, each with its Friday: none of them has a holiday. */
const MOST_WEEKS = 10;
const EVENTS_A_WEEK = 20_000;
/** So that a group has some hundred commands in a long run: the likeness of items is looked for among all of a week. */
const EVENTS_A_GROUP = 2_000;
const GROUPS = { least: 4, most: 500 };

export function countWeeks({ events }: Pick<Soak, 'events'>): number {
  return Math.min(MOST_WEEKS, Math.max(1, Math.round(events / EVENTS_A_WEEK)));
}

export function countGroups({ events }: Pick<Soak, 'events'>): number {
  return Math.min(GROUPS.most, Math.max(GROUPS.least, Math.round(events / EVENTS_A_GROUP)));
}
