/** Random YAML documents in all the ways people write them; the same seed gives the same text. */

type Random = () => number;

/** Numbers from 0 up to 1, evenly spread (mulberry32). */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

const plain = [
  'orders',
  'a b',
  '12',
  '0x1F',
  'true',
  'no',
  '~',
  'x:y',
  'a#b',
  '-1',
  '3.5',
  'v1/x',
  '$(A)',
  'ä€',
  '😀 x',
  '--flag=x',
];
const quoted = ['"a b"', '"\\u00e4 \\"x\\""', "'it''s'", '""', "''", '": # -"', "'{}'", '"\\ttab"'];
const comments = ['# a comment', '# - x: "y"', '#', '# { [ &a *b !c'];

/** One document; deeper and longer with a larger `size`. */
export function randomYaml(seed: number, size = 4): string {
  const text = `${new Writer(seeded(seed)).node(0, size, '')}\n`;
  const ending = seed % 3 === 0 ? '\r\n' : '\n';
  return text.replaceAll('\n', ending);
}

class Writer {
  readonly #random: Random;
  readonly #anchors: string[] = [];
  #keys = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** A node behind `lead`, the text before it on its line (`key:` or `-`), at an indentation. */
  node(indent: number, size: number, lead: string): string {
    const space = lead === '' ? '' : ' ';
    if (lead !== '' && (size <= 0 || this.#chance(0.3))) return lead + this.#leaf(indent, space);
    if (this.#chance(0.25))
      return `${lead}${space}${this.#properties('collection')}${this.#flow(size - 1, indent)}${this.#comment(' ')}`;
    const sequence = this.#chance(0.4);
    const properties = `${space}${this.#properties('collection')}`.trimEnd();
    const start = lead === '' ? '' : `${properties}${this.#comment(' ')}\n`;
    // A sequence under a key may stand as far left as the key.
    const deeper =
      lead === '' ? indent : sequence && lead.endsWith(':') && this.#chance(0.5) ? indent : indent + 1 + this.#below(4);
    return lead + start + (sequence ? this.#sequence(deeper, size - 1) : this.#map(deeper, size - 1));
  }

  #map(indent: number, size: number): string {
    return this.#lines(indent, () => {
      const key = this.#key();
      if (this.#chance(0.05)) return `? ${key}${this.#comment(' ')}\n${' '.repeat(indent)}: ${this.#pick(plain)}`;
      return this.node(indent, size - 1, `${key}${this.#chance(0.1) ? ' ' : ''}:`);
    });
  }

  #sequence(indent: number, size: number): string {
    return this.#lines(indent, () => {
      if (size > 1 && this.#chance(0.4)) return `- ${this.#map(indent + 2, size - 1).trimStart()}`;
      return this.node(indent, size - 1, '-');
    });
  }

  /** One to four entries, with comments and blank lines between them. */
  #lines(indent: number, entry: () => string): string {
    const pad = ' '.repeat(indent);
    const lines = Array.from({ length: 1 + this.#below(4) }, () => {
      const before = this.#chance(0.1) ? `${pad}${this.#pick(comments)}\n` : this.#chance(0.1) ? '\n' : '';
      return `${before}${pad}${entry()}`;
    });
    return lines.join('\n');
  }

  #leaf(indent: number, space: string): string {
    const kind = this.#random();
    if (kind < 0.1) return this.#comment(' ');
    if (kind < 0.15 && this.#anchors.length > 0) return `${space}*${this.#pick(this.#anchors)}${this.#comment(' ')}`;
    const properties = this.#properties('leaf');
    if (kind < 0.3) return `${space}${properties}${this.#block(indent)}`;
    if (kind < 0.35) return `${space}${properties}folded\n${' '.repeat(indent + 2)}over lines`;
    return `${space}${properties}${this.#pick(kind < 0.6 ? quoted : plain)}${this.#comment(' ')}`;
  }

  #block(indent: number): string {
    const pad = ' '.repeat(indent + 1 + this.#below(3));
    const lines = ['first: # no comment', '', '  - deeper', 'last'].slice(this.#below(3));
    const end = '\n'.repeat(this.#below(3));
    const body = lines.map((line) => (line === '' ? '' : pad + line)).join('\n');
    // Text that starts deeper than it goes on needs its indentation told.
    const told = lines.find((line) => line !== '')?.startsWith(' ') ? String(pad.length - indent) : '';
    return `${this.#pick(['|', '>'])}${told}${this.#pick(['', '-', '+'])}${this.#comment(' ')}\n${body}${end}`;
  }

  #flow(size: number, indent: number): string {
    const gap = this.#chance(0.3) ? `\n${' '.repeat(indent + 6)}` : this.#pick(['', ' ']);
    const value = () =>
      size > 0 && this.#chance(0.3) ? this.#flow(size - 1, indent) : this.#pick([...quoted, 'a', '1', 'x y']);
    const items = Array.from({ length: this.#below(4) }, () => value());
    const end = items.length > 0 && this.#chance(0.2) ? ', ' : '';
    if (this.#chance(0.5)) return `[${gap}${items.join(`,${gap}`)}${end}${gap}]`;
    const pairs = items.map((item) => (this.#chance(0.1) ? this.#key() : `${this.#key()}: ${item}`));
    return `{${gap}${pairs.join(`, ${gap}`)}${end}${gap}}`;
  }

  /** A tag or an anchor; only anchors of leaves are aliased, since no value may contain itself. */
  #properties(of: 'leaf' | 'collection'): string {
    if (!this.#chance(0.1)) return '';
    if (this.#chance(0.5)) return `${this.#pick(['!x', '!!map', '!<!y>', '!'].slice(of === 'leaf' ? 2 : 0))} `;
    const name = `${of}${this.#keys++}`;
    if (of === 'leaf') this.#anchors.push(name);
    return `&${name} `;
  }

  #key(): string {
    const key = `k${this.#keys++}`;
    return this.#pick([key, key, key, `"${key}"`, `'${key}'`, `app/${key}`]);
  }

  #comment(lead: string): string {
    return this.#chance(0.1) ? lead + this.#pick(comments) : '';
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)] as Item;
  }
}
