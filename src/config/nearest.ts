/** The known word that a misspelt one most likely meant. */
import { editDistance } from '../rules/near-miss.ts';

/** The candidate within a third of the word's length in edits, nearest first; undefined when none is that near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let most = Math.max(1, Math.floor(word.length / 3));
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), most);
    if (distance <= most) [best, most] = [candidate, distance - 1];
  }
  return best;
}
