/** Compares what is wanted with what is there, by key: the one comparison behind plans, drift and review threads. */

export interface Pair<Wanted, Present> {
  readonly wanted: Wanted;
  readonly present: Present;
}

/** Every wanted and every present thing exactly once. */
export interface Reconciled<Wanted, Present> {
  readonly missing: readonly Wanted[];
  readonly both: readonly Pair<Wanted, Present>[];
  readonly extra: readonly Present[];
}

/** Pairs by key. Of several wishes with one key the first stands for all. */
export function reconcile<Wanted, Present>(
  wanted: readonly Wanted[],
  present: readonly Present[],
  keyOfWanted: (item: Wanted) => string,
  keyOfPresent: (item: Present) => string,
): Reconciled<Wanted, Present> {
  const there = new Map(present.map((item) => [keyOfPresent(item), item]));
  const asked = new Map<string, Wanted>();
  for (const item of wanted) if (!asked.has(keyOfWanted(item))) asked.set(keyOfWanted(item), item);
  const missing: Wanted[] = [];
  const both: Pair<Wanted, Present>[] = [];
  for (const [key, item] of asked) {
    const found = there.get(key);
    if (found === undefined) missing.push(item);
    else both.push({ wanted: item, present: found });
  }
  return { missing, both, extra: [...there].filter(([key]) => !asked.has(key)).map(([, item]) => item) };
}
