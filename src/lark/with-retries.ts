import { RemoteError } from '../kernel/errors.ts';

export interface RetryPolicy {
  /** Waits between attempts in milliseconds: as many retries as there are waits. */
  readonly delaysMs: readonly number[];
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** A wait that the platform asks for is kept up to here; a longer one is the caller's to plan with. */
const LONGEST_WAIT_MS = 2_000;

/** Repeats what failed in passing. Any error that is not `RemoteError` goes straight up. */
export async function withRetries<T>(attempt: () => Promise<T>, policy: RetryPolicy): Promise<T> {
  for (const delay of policy.delaysMs) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof RemoteError) || error.kind !== 'transient') throw error;
      const wait = Math.max(delay, error.retryAfterMs ?? 0);
      if (wait > LONGEST_WAIT_MS) throw error;
      await policy.sleep(wait);
    }
  }
  return attempt();
}
