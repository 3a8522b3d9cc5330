/** Seeded random choices, so that a generated repository is the same bytes on every machine. */

export interface Random {
  /** An integer in `0 .. limit - 1`. */
  below(limit: number): number;
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** A GUID in lower case, version 4 by its shape. */
  guid(): string;
}

/** A generator by Marsaglia's 32-bit xorshift: far from cryptographic, fast, and identical everywhere. */
export function seededRandom(seed: number): Random {
  // Xorshift stays at zero for ever, so zero is the one state that it must not start from.
  let state = seed | 0 || 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 0x1_0000_0000) * limit);
  };
  const hexadecimal = (digits: number): string => Array.from({ length: digits }, () => below(16).toString(16)).join('');
  return {
    below,
    chance: (probability) => below(1_000_000) < probability * 1_000_000,
    pick: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item,
    guid: () =>
      [
        hexadecimal(8),
        hexadecimal(4),
        `4${hexadecimal(3)}`,
        `${'89ab'.charAt(below(4))}${hexadecimal(3)}`,
        hexadecimal(12),
      ].join('-'),
  };
}
