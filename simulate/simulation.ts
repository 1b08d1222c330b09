import type { Judgement } from './judge.ts';
import { dayNumber } from './oracle/day-number.ts';

/** What is simulated. Days are `YYYY-MM-DD`, both included. */
export interface Simulation {
  readonly from: string;
  readonly to: string;
  readonly groups: number;
  readonly seed: string;
}

/** The figures of a simulation; the first three are to be 0. */
export interface Outcome {
  readonly wrong: number;
  readonly missing: number;
  readonly double: number;
  readonly reminders: number;
  readonly groups: number;
  /** Calendar weeks that the days touch. */
  readonly weeks: number;
  readonly seconds: number;
}

/** What a part of the simulation found: its counts, and the first of each kind of mistake to look at. */
export type Finding = Pick<Outcome, 'wrong' | 'missing' | 'double' | 'reminders'> & {
  readonly examples: readonly unknown[];
};

const EXAMPLES = 5;

export function summarize({ wrong, missing, double, reminders }: Judgement): Finding {
  const examples = [
    ...wrong.slice(0, EXAMPLES).map((one) => ({ mistake: 'wrong', ...one })),
    ...missing.slice(0, EXAMPLES).map((one) => ({ mistake: 'missing', ...one })),
    ...double.slice(0, EXAMPLES).map((one) => ({ mistake: 'double', ...one })),
  ];
  return { wrong: wrong.length, missing: missing.length, double: double.length, reminders, examples };
}

export function addUp(findings: readonly Finding[]): Finding {
  const sum = (count: (finding: Finding) => number) =>
    findings.reduce((total, finding) => total + count(finding), 0);
  return {
    wrong: sum(({ wrong }) => wrong),
    missing: sum(({ missing }) => missing),
    double: sum(({ double }) => double),
    reminders: sum(({ reminders }) => reminders),
    examples: findings.flatMap(({ examples }) => examples),
  };
}

export function countWeeks({ from, to }: Pick<Simulation, 'from' | 'to'>): number {
  return Math.ceil((dayNumber(to) - dayNumber(from) + 1) / 7);
}
