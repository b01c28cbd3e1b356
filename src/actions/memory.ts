/**
 * Results kept in memory, so many at most: the one that was not asked for longest goes first. The key must hold
 * everything a result depends on, for a kept one is never computed again. What fails is not kept.
 *
 * @example const kept = memory<number>(2); await kept("6*7", async () => 42) // 42, and the next time without computing
 */
export function memory<R>(most: number): (key: string, compute: () => Promise<R>) => Promise<R> {
  const kept = new Map<string, Promise<R>>();
  return (key, compute) => {
    const result = kept.get(key) ?? compute();
    kept.delete(key);
    kept.set(key, result);
    result.catch(() => kept.get(key) === result && kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return result;
  };
}
