import { describe, expect, it } from 'vitest';
import { createGroupCommit } from '../../src/store/group-commit.ts';

/** A commit that takes until it is told how it went, and the batches it was given. */
function heldCommit() {
  const batches: { values: readonly number[]; end: (error?: Error) => void }[] = [];
  const commit = (values: readonly number[]) =>
    new Promise<readonly number[]>((resolve, reject) => {
      const end = (error?: Error) => (error ? reject(error) : resolve(values.map((value) => value * 10)));
      batches.push({ values, end });
    });
  return { batches, append: createGroupCommit(commit) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a group commit', () => {
  it('commits together what arrives while a commit is in flight, and answers each with its own result', async () => {
    const { batches, append } = heldCommit();
    const first = append(1);
    await turn();
    const rest = [append(2), append(3)];
    await turn();
    expect(batches.map(({ values }) => values)).toEqual([[1]]);
    batches[0]?.end();
    expect(await first).toBe(10);
    await turn();
    expect(batches.map(({ values }) => values)).toEqual([[1], [2, 3]]);
    batches[1]?.end();
    expect(await Promise.all(rest)).toEqual([20, 30]);
  });

  it('answers nobody before their commit', async () => {
    const { append } = heldCommit();
    const answered = Promise.race([
      append(1),
      turn()
        .then(turn)
        .then(() => 'not yet'),
    ]);
    expect(await answered).toBe('not yet');
  });

  it('fails everyone in a batch whose commit fails, and nobody after it', async () => {
    const { batches, append } = heldCommit();
    const failing = Promise.allSettled([append(1), append(2)]);
    await turn();
    batches[0]?.end(new Error('disk full'));
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = append(3);
    await turn();
    batches[1]?.end();
    expect(await next).toBe(30);
  });

  it('splits what is more than one statement should carry', async () => {
    const sizes: number[] = [];
    const append = createGroupCommit(async (values: readonly number[]) => {
      sizes.push(values.length);
      return values;
    });
    const all = Array.from({ length: 450 }, (_, i) => i);
    expect(await Promise.all(all.map(append))).toEqual(all);
    expect(sizes).toEqual([200, 200, 50]);
  });
});
