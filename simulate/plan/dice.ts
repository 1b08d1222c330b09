import type { RandomSource } from '../../sandbox/world/random-source.ts';

/** Choices of a plan. */
export interface Dice {
  /** True with this chance, in [0, 1]. */
  chance(share: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(choices: readonly T[]): T;
}

export function createDice(random: Pick<RandomSource, 'dice'>): Dice {
  const between = (low: number, high: number) => low + Math.floor(random.dice() * (high - low + 1));
  return {
    between,
    chance: (share) => random.dice() < share,
    pick(choices) {
      const chosen = choices[between(0, choices.length - 1)];
      if (chosen === undefined) throw new RangeError('nothing to choose from');
      return chosen;
    },
  };
}
