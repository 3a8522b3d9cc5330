/** The entries of a map while it is read: which key stands already, and what a merge key brings along. */
import type { MapEntry, ScalarNode } from '../../model/manifest.ts';

/** Above this many entries an index pays; below it comparing is quicker and takes no memory. */
const indexFrom = 12;

/**
 * Go's reader sets one key after the other, so of equal keys the last one stands, and a merge key overrides what is
 * written before it (seen with kubectl 1.32.3 and 1.35.2; the YAML page on merge keys would have explicit keys win).
 */
export class MapEntries {
  readonly #entries: (MapEntry | undefined)[] = [];
  #index: Map<string, number> | undefined;
  #merged: Set<MapEntry> | undefined;
  #replaced = false;

  /** Adds a written entry; gives back the written entry that it replaces, which makes the key a duplicate. */
  add(entry: MapEntry): MapEntry | undefined {
    const earlier = this.#put(entry);
    return earlier && !this.#merged?.has(earlier) ? earlier : undefined;
  }

  /** Adds the entries of a merged map. */
  merge(entries: readonly MapEntry[]): void {
    this.#merged ??= new Set();
    for (const { key, value } of entries) {
      // An entry of its own: the same one may also be written here, or come by another merge.
      const entry = { key, value };
      this.#merged.add(entry);
      this.#put(entry);
    }
  }

  /** The entries that stand, in order of appearance, in an array no larger than they need. */
  finish(): readonly MapEntry[] {
    if (this.#replaced) return this.#entries.filter((entry) => entry !== undefined);
    return this.#entries.slice() as MapEntry[];
  }

  #put(entry: MapEntry): MapEntry | undefined {
    const name = keyName(entry.key);
    const at = this.#find(name);
    const earlier = at === undefined ? undefined : this.#entries[at];
    if (at !== undefined) {
      this.#entries[at] = undefined;
      this.#replaced = true;
    }
    this.#index?.set(name, this.#entries.length);
    this.#entries.push(entry);
    return earlier;
  }

  #find(name: string): number | undefined {
    if (this.#index) return this.#index.get(name);
    if (this.#entries.length < indexFrom) return this.#search(name);
    this.#index = new Map();
    for (const [at, entry] of this.#entries.entries()) if (entry) this.#index.set(keyName(entry.key), at);
    return this.#index.get(name);
  }

  #search(name: string): number | undefined {
    for (let at = 0; at < this.#entries.length; at++) {
      const entry = this.#entries[at];
      if (entry && keyName(entry.key) === name) return at;
    }
    return undefined;
  }
}

/** The key as it stands in the JSON that kubectl makes: `0x10` and `16` are one key there, and so are `yes` and `true`. */
function keyName(key: ScalarNode): string {
  return typeof key.value === 'string' ? key.value : String(key.value);
}
