/** Tells a misspelt well-known key from one that only looks alike. */
import { identityKeys } from '../model/kubernetes.ts';

const known: readonly string[] = Object.values(identityKeys).filter((key) => key !== identityKeys.prefix);

/** How many insertions, deletions and substitutions make `b` of `a`; anything above `most` is `most + 1`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (previous[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] as number) + 1, (current[column - 1] as number) + 1));
    }
    previous = current;
  }
  return Math.min(previous[b.length] as number, most + 1);
}

/**
 * The well-known key that a key is a misspelling of, or undefined when it is one itself or is none. Letter case and
 * `_` for `-` are the usual slips and count as nothing; beyond them two edits are allowed.
 */
export function misspeltKey(key: string): string | undefined {
  if (known.includes(key)) return undefined;
  const plain = key.toLowerCase().replaceAll('_', '-');
  if (!plain.includes('identit') && !plain.includes('workload') && !plain.includes('azure')) return undefined;
  let best: string | undefined;
  let bestDistance = 3;
  for (const candidate of known) {
    const distance = editDistance(plain, candidate, 2);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}
