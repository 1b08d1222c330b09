import { RemoteError } from '../kernel/errors.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly hasMore: boolean;
  readonly next: string | undefined;
}

/** Far beyond any chat; a platform that never ends must not keep us forever. */
const MAX_PAGES = 2_000;

/**
 * Every item of every page, or an error: never a part of them. (The SDK's own iterators end quietly at a fault, which
 * would turn a rate limit into a short list of members.)
 */
export async function collectPages<T>(
  fetchPage: (token: string | undefined) => Promise<Page<T>>,
): Promise<T[]> {
  const items: T[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const page = await fetchPage(token);
    items.push(...page.items);
    if (!page.hasMore) return items;
    token = page.next;
    if (!token || seen.has(token)) break;
    seen.add(token);
  } while (seen.size < MAX_PAGES);
  throw new RemoteError('transient', 'pages', { message: 'the list of pages does not end' });
}
