/** A typed view of one spot of a manifest: read a value, step down, and always know the place. */
import type { Manifest, MapEntry, PathStep, Place, ScalarNode, ScalarValue, YamlNode } from './manifest.ts';

/** A value together with its place. */
export class Field {
  readonly manifest: Manifest;
  readonly node: YamlNode;
  readonly path: readonly PathStep[];
  /** The key's scalar when this field is a map entry. */
  readonly keyNode: ScalarNode | undefined;

  constructor(manifest: Manifest, node: YamlNode, path: readonly PathStep[] = [], keyNode?: ScalarNode) {
    this.manifest = manifest;
    this.node = node;
    this.path = path;
    this.keyNode = keyNode;
  }

  /** The key or index under which this field stands in its parent; empty for the root. */
  get key(): string {
    return String(this.path.at(-1) ?? '');
  }

  get place(): Place {
    return { manifest: this.manifest, path: this.path, part: 'value' };
  }

  /** The place of the key; of the value for sequence items and the root. */
  get keyPlace(): Place {
    return { manifest: this.manifest, path: this.path, part: this.keyNode ? 'key' : 'value' };
  }

  /** The scalar as Kubernetes reads it; undefined for maps and sequences. */
  get value(): ScalarValue | undefined {
    return this.node.type === 'scalar' ? this.node.value : undefined;
  }

  /** The text when Kubernetes reads a string here, else undefined. */
  get string(): string | undefined {
    return this.node.type === 'scalar' && typeof this.node.value === 'string' ? this.node.value : undefined;
  }

  /** Any scalar as it was written, numbers and booleans included; undefined for maps, sequences and null. */
  get text(): string | undefined {
    return this.node.type === 'scalar' && this.node.value !== null ? this.node.text : undefined;
  }

  /** Steps down the given keys and indexes; undefined as soon as one is missing. */
  get(...steps: readonly PathStep[]): Field | undefined {
    let { node, keyNode } = this;
    // Most questions are about what is not there, so nothing is made on the way.
    for (const step of steps) {
      const entry = node.type === 'map' ? entryOf(node, String(step)) : undefined;
      const next = entry ? entry.value : itemOf(node, step);
      if (!next) return undefined;
      node = next;
      keyNode = entry?.key;
    }
    return new Field(this.manifest, node, this.path.concat(steps), keyNode);
  }

  /** The entries of a map in order; empty for anything else. */
  entries(): readonly Field[] {
    if (this.node.type !== 'map') return [];
    return this.node.entries.map((entry) => this.fieldOf(entry));
  }

  /** The items of a sequence in order; empty for anything else. */
  items(): readonly Field[] {
    if (this.node.type !== 'sequence') return [];
    return this.node.items.map((item, index) => new Field(this.manifest, item, [...this.path, index]));
  }

  private fieldOf(entry: MapEntry): Field {
    return new Field(this.manifest, entry.value, [...this.path, entry.key.text], entry.key);
  }
}

function entryOf({ entries }: Extract<YamlNode, { type: 'map' }>, key: string): MapEntry | undefined {
  for (const entry of entries) if (entry.key.text === key) return entry;
  return undefined;
}

function itemOf(node: YamlNode, step: PathStep): YamlNode | undefined {
  return node.type === 'sequence' && typeof step === 'number' ? node.items[step] : undefined;
}

/** The root field of a manifest. */
export function fieldsOf(manifest: Manifest): Field {
  return new Field(manifest, manifest.root);
}
