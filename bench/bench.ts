import type { Figure } from './figure.ts';

export interface BenchOptions {
  /** A short run that only shows that everything works: its figures mean little. */
  readonly quick: boolean;
  /** Which of its contenders a bench shall take. */
  readonly wants: (contender: { readonly of: string }) => boolean;
  /** Tells the person waiting what is going on. */
  readonly progress: (line: string) => void;
  /** Measures one contender. If that fails, the failure is told, there are no figures of it, and the others go on. */
  readonly attempt: <T>(of: string, measure: () => Promise<T>) => Promise<T | undefined>;
}

export type Bench = (options: BenchOptions) => Promise<Figure[]>;
