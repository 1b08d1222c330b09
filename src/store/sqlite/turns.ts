/** So many callers waiting at once mean a flood. At the pace at which people write there are one or two. */
const FLOOD = 8;
const FLOOD_REST_MS = 20;

/**
 * Who may use the database now: one at a time, in the order of asking. Storing what the platform pushes goes to the
 * front, since the platform waits for it; as that takes one turn for many events, everybody else still gets on.
 *
 * SQLite works in this very thread. So at most one ordinary turn begins in each round of the event loop: however much
 * there is to work off, the server reads its sockets in between. In a flood ordinary turns come further apart: what
 * has been stored can wait, what has not been answered in time comes again and adds to the flood.
 */
export class Turns {
  readonly #urgent: (() => void)[] = [];
  readonly #ordinary: (() => void)[] = [];
  #taken = false;
  #hasRested = true;
  #isFlood = false;

  /** Resolves when it is the caller's turn, which lasts until `give`. */
  take(): Promise<void> {
    return this.#queue(this.#ordinary);
  }

  /** The same before all ordinary ones, for this many callers at once. */
  takeFirst(callers: number): Promise<void> {
    this.#isFlood = callers >= FLOOD;
    return this.#queue(this.#urgent);
  }

  give(): void {
    this.#taken = false;
    this.#grantNext();
  }

  #queue(line: (() => void)[]): Promise<void> {
    return new Promise((resolve) => {
      line.push(resolve);
      this.#grantNext();
    });
  }

  #grantNext(): void {
    if (this.#taken) return;
    const grant = this.#urgent.shift() ?? this.#nextOrdinary();
    if (grant === undefined) return;
    this.#taken = true;
    grant();
  }

  #nextOrdinary(): (() => void) | undefined {
    if (!this.#hasRested || this.#ordinary.length === 0) return undefined;
    this.#hasRested = false;
    const wakeUp = () => {
      this.#hasRested = true;
      this.#grantNext();
    };
    if (this.#isFlood) setTimeout(wakeUp, FLOOD_REST_MS);
    else setImmediate(wakeUp);
    // Until the next batch tells otherwise.
    this.#isFlood = false;
    return this.#ordinary.shift();
  }
}
