import { describe, expect, it } from 'vitest';
import { RemoteError } from '../../src/kernel/errors.ts';
import { withRetries } from '../../src/lark/with-retries.ts';

/** Fails with the given errors in turn, then succeeds; tells how it went. */
async function run(errors: readonly unknown[], delaysMs: readonly number[] = [10, 20]) {
  const waits: number[] = [];
  let attempts = 0;
  const outcome = await withRetries(
    async () => {
      const error = errors[attempts];
      attempts += 1;
      if (error) throw error;
      return 'done';
    },
    { delaysMs, sleep: async (milliseconds) => void waits.push(milliseconds) },
  ).catch((error: unknown) => error);
  return { outcome, attempts, waits };
}

const passing = (retryAfterMs?: number) =>
  new RemoteError('transient', '1', retryAfterMs === undefined ? {} : { retryAfterMs });

describe('withRetries', () => {
  it('asks once where nothing fails', async () => {
    expect(await run([])).toEqual({ outcome: 'done', attempts: 1, waits: [] });
  });

  it('waits longer each time, then gives up with the last error', async () => {
    expect(await run([passing(), passing()])).toEqual({ outcome: 'done', attempts: 3, waits: [10, 20] });
    const last = passing();
    expect(await run([passing(), passing(), last])).toEqual({ outcome: last, attempts: 3, waits: [10, 20] });
  });

  it('waits as long as it was told to, and passes a long wait on', async () => {
    expect(await run([passing(1500)])).toMatchObject({ outcome: 'done', waits: [1500] });
    const long = passing(2001);
    expect(await run([long])).toEqual({ outcome: long, attempts: 1, waits: [] });
  });

  it.each([new RemoteError('target', '230002'), new RemoteError('content', '230099'), new TypeError('bug')])(
    'does not repeat %s',
    async (error) => {
      expect(await run([error])).toEqual({ outcome: error, attempts: 1, waits: [] });
    },
  );

  it('does not repeat without a wait to do so after', async () => {
    const error = passing();
    expect(await run([error], [])).toMatchObject({ outcome: error, attempts: 1 });
  });
});
