import type { Instant } from '../kernel/clock.ts';
import type { WorkContext } from './context.ts';

/** A moment at which a schedule has something to do in a group. */
export interface DueMoment {
  /** Names the moment within schedule and group, e.g. `2026-W40:group`: it is acted on once, whatever happens. */
  readonly key: string;
  readonly dueAt: Instant;
}

/** A recurring job. The tick is bare: what is due follows from the clock, what has been done from the database. */
export interface Schedule<M extends DueMoment = DueMoment> {
  /** The file is called like it. */
  readonly name: string;
  /** When to look, as a cron expression in the product's zone. */
  readonly cron: string;
  /** Moments up to now that may not have been acted on yet, oldest first. */
  readonly due: (ctx: WorkContext) => readonly M[];
  /**
   * Until when `due` has nothing to add to what it says now, as long as the group's settings and calendar stay as they
   * are; may be too early, never too late. A schedule without it is asked about every group at every tick.
   */
  readonly quietUntil?: (ctx: WorkContext) => Instant | undefined;
  /** Acts on one moment, in the transaction that records it. Says what was done, for the record. */
  readonly run: (ctx: WorkContext, moment: M) => Promise<string>;
}

/** A schedule with the type of its moments closed over, so that all fit in one list. */
export interface AnySchedule {
  readonly name: string;
  readonly cron: string;
  /** The moments due now, each with what acts on it. */
  readonly plan: (ctx: WorkContext) => readonly PlannedMoment[];
  readonly quietUntil?: Schedule['quietUntil'];
}

export interface PlannedMoment {
  readonly key: string;
  readonly run: (ctx: WorkContext) => Promise<string>;
}

export function defineSchedule<M extends DueMoment>(schedule: Schedule<M>): AnySchedule {
  return Object.freeze({
    name: schedule.name,
    cron: schedule.cron,
    ...(schedule.quietUntil === undefined ? {} : { quietUntil: schedule.quietUntil }),
    plan: (ctx: WorkContext) =>
      schedule.due(ctx).map((moment) => ({
        key: moment.key,
        run: (inner: WorkContext) => schedule.run(inner, moment),
      })),
  });
}
