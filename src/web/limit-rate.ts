/** Who may ask how often: each address has tokens, which come back with time. */
export interface RateLimit {
  /** Takes a token of this address; false when it has none left. */
  admit(address: string): boolean;
  /** Takes more: what this address sent was not from the platform. */
  punish(address: string): void;
}

export interface RateOptions {
  /** Tokens that come back in a second. Default: far above what the platform pushes for a bureau of any size. */
  readonly perSecond?: number;
  /** The most tokens an address can have. */
  readonly burst?: number;
  /** Addresses kept in mind. Beyond that, whoever has not asked for longest is forgotten, and begins anew. */
  readonly capacity?: number;
  /** A steady timer, in milliseconds. */
  readonly now?: () => number;
}

/** What one refused request costs: a stranger is left with some twenty at once, and ten a second after that. */
const PENALTY = 100;

/** Token buckets in memory, one an address. */
export function createRateLimit(options: RateOptions = {}): RateLimit {
  const { perSecond = 1000, burst = 2000, capacity = 10_000, now = () => performance.now() } = options;
  // In the order in which they last asked.
  const buckets = new Map<string, { tokens: number; at: number }>();

  function take(address: string, cost: number): boolean {
    const key = networkOf(address);
    const at = now();
    const known = buckets.get(key) ?? { tokens: burst, at };
    const tokens = Math.min(burst, known.tokens + ((at - known.at) / 1000) * perSecond);
    const enough = tokens >= 1;
    buckets.delete(key);
    buckets.set(key, { tokens: enough ? Math.max(0, tokens - cost) : tokens, at });
    if (buckets.size > capacity) forgetOldest();
    return enough;
  }

  function forgetOldest(): void {
    const [oldest] = buckets.keys();
    if (oldest !== undefined) buckets.delete(oldest);
  }

  return { admit: (address) => take(address, 1), punish: (address) => void take(address, PENALTY) };
}

/** Who has one IPv6 address has all that share its first 64 bits. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const [front, back] = [head.split(':'), tail === undefined ? [] : tail.split(':')];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array<string>(gap).fill('0'), ...back].slice(0, 4).join(':');
}

/** This machine itself, in any spelling. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return /^(::1|(::ffff:)?127(\.\d+){3})$/.test(address ?? '');
}
