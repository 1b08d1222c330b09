import type { Executor } from '../row-shape.ts';

/** A row as it stands, by column. Bytes are in a table of their own, which is not read this way. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Of a table that counts its rows: the last number given out, 0 for none. */
export interface Counter {
  readonly table: string;
  readonly last: number;
}

/** How the rows of a whole database are got at, which each kind does in its own way. */
export interface TableAccess {
  /** Everything as it is at one moment; nothing can be changed. */
  snapshot<T>(work: (db: Executor) => Promise<T>): Promise<T>;
  /** All rows of a table, some at a time, in no order; only within a transaction or a snapshot. */
  read(db: Executor, table: string): AsyncGenerator<readonly Row[]>;
  counters(db: Executor): Promise<readonly Counter[]>;
  setCounter(db: Executor, counter: Counter): Promise<void>;
}
