import type { Ids } from '../kernel/ids.ts';
import type { Booked, BookSends, SendLimits } from '../store/book-sends.ts';
import type { Pacer } from './pacer.ts';

export interface SharedPacerDeps {
  readonly limits: SendLimits;
  readonly book: BookSends;
  readonly ids: Ids;
}

/** What is on its way or was answered is told well within the shortest window: untold, its slot would be free too soon. */
const TELL_MS = 300;
const AFTER_FAILURE_MS = 500;

interface Waiting {
  readonly id: string;
  readonly lane: string;
  readonly grant: () => void;
}

/**
 * Paces the sends of all processes on one database together, as `createPacer` does those of one. Sends that come up
 * while a booking is under way are booked together by the next. While the database is away nothing is sent.
 */
export class SharedPacer implements Pacer {
  readonly #deps: SharedPacerDeps;
  #waiting: readonly Waiting[] = [];
  readonly #onTheirWay = new Set<string>();
  /** When (ms of the process's own timer) those had their answer of whom it was not told yet. */
  readonly #answered = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #busy = false;
  #isFull = false;

  constructor(deps: SharedPacerDeps) {
    this.#deps = deps;
  }

  take(lane: string): Promise<() => void> {
    return new Promise((resolve) => {
      const id = this.#deps.ids.next();
      const release = () => {
        this.#onTheirWay.delete(id);
        this.#answered.set(id, performance.now());
      };
      this.#waiting = [...this.#waiting, { id, lane, grant: () => resolve(release) }];
      if (!this.#isFull || this.#timer === undefined) void this.#turn();
    });
  }

  async #turn(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#planIn(undefined);
    const { limits, book } = this.#deps;
    const [wanted, told] = [this.#waiting, [...this.#answered.keys()]];
    const booked = await book({ limits, seen: this.#listSeen(), wanted }).catch(() => undefined);
    this.#busy = false;
    if (booked === undefined) return this.#goOnAfterFailure();
    this.#isFull = booked.isFull;
    for (const id of told) this.#answered.delete(id);
    this.#letGo(booked);
    const last = this.#waiting.at(-1);
    if (last === undefined) return this.#planIn(TELL_MS);
    // Those that came up meanwhile wait only if everybody has to.
    if (!this.#isFull && !wanted.includes(last)) return this.#turn();
    this.#planIn(Math.min(booked.waitMs, TELL_MS));
  }

  #listSeen() {
    const now = performance.now();
    return [
      ...[...this.#onTheirWay].map((id) => ({ id, ageMs: 0 })),
      ...[...this.#answered].map(([id, at]) => ({ id, ageMs: now - at })),
    ];
  }

  #letGo({ granted }: Booked): void {
    const chosen = this.#waiting.filter(({ id }) => granted.has(id));
    this.#waiting = this.#waiting.filter(({ id }) => !granted.has(id));
    for (const { id, grant } of chosen) {
      this.#onTheirWay.add(id);
      grant();
    }
  }

  #goOnAfterFailure(): void {
    // The last answers are given up, so that a database that was closed is left alone: their slots come back by themselves.
    if (this.#waiting.length + this.#onTheirWay.size === 0) this.#answered.clear();
    this.#planIn(AFTER_FAILURE_MS);
  }

  /** The next turn, if there is anything to ask or to tell; undefined: none yet. */
  #planIn(milliseconds: number | undefined): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const isIdle = this.#waiting.length + this.#onTheirWay.size + this.#answered.size === 0;
    if (milliseconds === undefined || isIdle) return;
    this.#timer = setTimeout(() => void this.#turn(), Math.max(1, Math.ceil(milliseconds)));
  }
}
