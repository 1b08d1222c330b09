/**
 * The same pure function, whose answers are kept by key: at most `most`, then all are forgotten and it begins anew. What it
 * throws is not kept.
 */
export function remember<K, T>(most: number, compute: (key: K) => T): (key: K) => T {
  const known = new Map<K, { readonly answer: T }>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept.answer;
    const answer = compute(key);
    if (known.size >= most) known.clear();
    known.set(key, { answer });
    return answer;
  };
}
