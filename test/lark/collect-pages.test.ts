import { describe, expect, it } from 'vitest';
import { RemoteError } from '../../src/kernel/errors.ts';
import { collectPages } from '../../src/lark/collect-pages.ts';

describe('collectPages', () => {
  it('follows the pages, short and empty ones too', async () => {
    const pages: Record<string, { items: number[]; hasMore: boolean; next: string | undefined }> = {
      first: { items: [1, 2], hasMore: true, next: 'b' },
      b: { items: [], hasMore: true, next: 'c' },
      c: { items: [3], hasMore: false, next: 'd' },
    };
    const fetchPage = async (token = 'first') =>
      pages[token] ?? { items: [], hasMore: false, next: undefined };
    expect(await collectPages(fetchPage)).toEqual([1, 2, 3]);
  });

  it('throws rather than return a part', async () => {
    const error = new RemoteError('transient', '99991400');
    const fetchPage = async (token?: string) => {
      if (token) throw error;
      return { items: [1], hasMore: true, next: 'b' };
    };
    await expect(collectPages(fetchPage)).rejects.toBe(error);
  });

  it.each([
    ['the same page again', 'b'],
    ['no next page', undefined],
    ['an empty one', ''],
  ])('ends when the platform names %s for ever', async (_name, next) => {
    const fetchPage = async () => ({ items: [1], hasMore: true, next });
    await expect(collectPages(fetchPage)).rejects.toMatchObject({ kind: 'transient', code: 'pages' });
  });
});
