/** The notation of the field table: what types of fields there are, and how lists of them merge. */

/**
 * Types: `string`, `bool`, `int32`, `int64`, `any` (kept as it is), `map<string>`, a struct of the table, and lists:
 * `T[]` is replaced as a whole by a strategic merge patch, `T[key]` is merged by that key, `string[*]` is a merged set.
 * Field names follow the Kubernetes API 1.34 (k8s.io/api), with `patchMergeKey` from the same types.
 */
export type Struct = Readonly<Record<string, string>>;

/** Several fields of one type; the names are separated by spaces. */
export const fields = (type: string, names: string): Struct =>
  Object.fromEntries(names.split(' ').map((name) => [name, type]));
/** A type of the table, taken apart. */
export interface FieldType {
  /** `one` value, an `atomic` list, a list `merged` by a key, a `set` of strings, or a `map` of strings. */
  readonly shape: 'one' | 'atomic' | 'merged' | 'set' | 'map';
  /** Type of the value, of the list's members or of the map's values. */
  readonly of: string;
  readonly mergeKey: string;
}

/** Reads one type of the table. */
export function fieldType(notation: string): FieldType {
  const list = /^(\w+)\[(.*)\]$/.exec(notation);
  if (notation === 'map<string>') return { shape: 'map', of: 'string', mergeKey: '' };
  if (!list) return { shape: 'one', of: notation, mergeKey: '' };
  const [, of = '', mergeKey = ''] = list;
  return { shape: mergeKey === '' ? 'atomic' : mergeKey === '*' ? 'set' : 'merged', of, mergeKey };
}
