import { createHash } from 'node:crypto';

/** Identifiers and dice of one sandbox. The same seed gives the same sequence. */
export interface RandomSource {
  /** Lower-case hex digits, at most 64. */
  hex(length: number): string;
  /** A number in [0, 1). */
  dice(): number;
}

export function createRandomSource(seed: string): RandomSource {
  let count = 0;
  const digest = () => createHash('sha256').update(`${seed}:${count++}`);
  return {
    hex: (length) => digest().digest('hex').slice(0, length),
    dice: () => digest().digest().readUInt32BE(0) / 0x1_0000_0000,
  };
}
