const LARGEST_BATCH = 200;

interface Waiting<T, R> {
  readonly value: T;
  readonly resolve: (result: R) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Collects what arrives while a commit is in flight and commits it together: one flush to disk then serves many
 * callers, and each is answered only after its own commit.
 */
export function createGroupCommit<T, R>(
  commit: (values: readonly T[]) => Promise<readonly R[]>,
): (value: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let busy = false;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, LARGEST_BATCH);
      waiting = waiting.slice(LARGEST_BATCH);
      await commitBatch(commit, batch);
    }
    busy = false;
  }

  return (value) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ value, resolve, reject });
      if (busy) return;
      busy = true;
      setImmediate(() => void drain());
    });
}

async function commitBatch<T, R>(
  commit: (values: readonly T[]) => Promise<readonly R[]>,
  batch: readonly Waiting<T, R>[],
): Promise<void> {
  try {
    const results = await commit(batch.map((entry) => entry.value));
    batch.forEach((entry, index) => {
      entry.resolve(results[index] as R);
    });
  } catch (reason) {
    for (const entry of batch) entry.reject(reason);
  }
}
