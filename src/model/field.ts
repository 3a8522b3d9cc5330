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
    let field: Field | undefined;
    for (const step of steps) {
      field = (field ?? this).child(step);
      if (!field) return undefined;
    }
    return field ?? this;
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

  private child(step: PathStep): Field | undefined {
    if (this.node.type === 'map') {
      const entry = this.node.entries.find((candidate) => candidate.key.text === String(step));
      return entry && this.fieldOf(entry);
    }
    if (this.node.type === 'sequence' && typeof step === 'number') {
      const item = this.node.items[step];
      return item && new Field(this.manifest, item, [...this.path, step]);
    }
    return undefined;
  }

  private fieldOf(entry: MapEntry): Field {
    return new Field(this.manifest, entry.value, [...this.path, entry.key.text], entry.key);
  }
}

/** The root field of a manifest. */
export function fieldsOf(manifest: Manifest): Field {
  return new Field(manifest, manifest.root);
}
