import type { RandomSource } from '../world/random-source.ts';

const LIFETIME_MS = 7_200_000;
/** A new token is minted only when the old one has less than this left; until then both stay valid. */
const RENEW_MS = 1_800_000;

export interface Tokens {
  /** The current tenant token and the seconds it has left. */
  issue(): { readonly token: string; readonly expire: number };
  isValid(token: string): boolean;
  /** Makes every token issued so far invalid. */
  expireAll(): void;
}

/** Tenant access tokens; their age is measured in real time. */
export function createTokens(random: RandomSource): Tokens {
  const expiry = new Map<string, number>();
  let current: string | undefined;
  const leftMs = (token: string | undefined) =>
    token === undefined ? 0 : (expiry.get(token) ?? 0) - performance.now();
  return {
    issue() {
      if (current === undefined || leftMs(current) < RENEW_MS) {
        current = `t-${random.hex(40)}`;
        expiry.set(current, performance.now() + LIFETIME_MS);
      }
      return { token: current, expire: Math.floor(leftMs(current) / 1000) };
    },
    isValid: (token) => leftMs(token) > 0,
    expireAll() {
      expiry.clear();
      current = undefined;
    },
  };
}
