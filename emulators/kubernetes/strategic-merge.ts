/** Strategic merge patch over the field table: lists merge by key where the Kubernetes types say so. */
import { structs } from './field-schema.ts';
import { fieldType } from './field-type.ts';
import type { Json, JsonRecord } from './json.ts';
import { isRecord, listOf, recordsOf, sameJson, stringsOf } from './json.ts';

const order = '$setElementOrder/';
const deletion = '$deleteFromPrimitiveList/';

const withoutDirectives = (record: JsonRecord): JsonRecord =>
  Object.fromEntries(Object.entries(record).filter(([member]) => !member.startsWith('$')));

function inOrder(items: Json[], wanted: readonly Json[], keyOf: (item: Json) => Json | undefined): Json[] {
  const place = (item: Json) => {
    const found = wanted.findIndex((other) => sameJson(keyOf(other), keyOf(item)));
    return found < 0 ? wanted.length : found;
  };
  return items
    .map((item, index) => ({ item, index }))
    .sort((one, other) => place(one.item) - place(other.item) || one.index - other.index)
    .map(({ item }) => item);
}

function mergeList(struct: string, key: string, current: Json | undefined, patch: Json): Json[] {
  const changes = recordsOf(patch);
  if (changes.some((change) => change.$patch === 'replace')) {
    return changes.filter((change) => change.$patch !== 'replace').map(withoutDirectives);
  }
  const items = [...listOf(current)];
  for (const change of changes) {
    const at = items.findIndex((item) => isRecord(item) && sameJson(item[key], change[key]));
    if (change.$patch === 'delete') {
      if (at >= 0) items.splice(at, 1);
    } else if (at >= 0) {
      items[at] = strategicMerge(struct, items[at], change);
    } else {
      items.push(strategicMerge(struct, undefined, change));
    }
  }
  return items;
}

function mergeMember(notation: string, current: Json | undefined, patch: Json): Json {
  const type = fieldType(notation);
  if (type.shape === 'merged' && Array.isArray(patch)) return mergeList(type.of, type.mergeKey, current, patch);
  if (type.shape === 'set' && Array.isArray(patch)) return [...new Set([...stringsOf(current), ...stringsOf(patch)])];
  return isRecord(patch) ? strategicMerge(type.of, current, patch) : patch;
}

/** Applies `$setElementOrder/x` and `$deleteFromPrimitiveList/x` to the merged members. */
function applyListDirectives(members: Readonly<Record<string, string>>, result: JsonRecord, patch: JsonRecord): void {
  for (const [directive, value] of Object.entries(patch)) {
    if (directive.startsWith(deletion)) {
      const member = directive.slice(deletion.length);
      const gone = new Set(stringsOf(value));
      result[member] = stringsOf(result[member]).filter((item) => !gone.has(item));
    }
    if (directive.startsWith(order)) {
      const member = directive.slice(order.length);
      const { mergeKey } = fieldType(members[member] ?? 'any');
      const keyOf = (item: Json) => (isRecord(item) ? item[mergeKey] : item);
      const list = result[member];
      if (Array.isArray(list)) result[member] = inOrder(list, listOf(value), keyOf);
    }
  }
}

/**
 * Merges a patch into a value of the named struct; `null` removes a member.
 *
 * Knows the directives `$patch` (`replace`, `delete`), `$retainKeys`, `$setElementOrder` and `$deleteFromPrimitiveList`.
 * Below fields that the table keeps as `any`, lists are replaced as a whole, where the real server may merge some by key.
 */
export function strategicMerge(struct: string, current: Json | undefined, patch: JsonRecord): JsonRecord {
  if (patch.$patch === 'replace') return withoutDirectives(patch);
  if (patch.$patch === 'delete') return {};
  const members = structs[struct] ?? {};
  const retained = patch.$retainKeys && new Set(stringsOf(patch.$retainKeys));
  const kept = Object.entries(isRecord(current) ? current : {}).filter(([member]) => !retained || retained.has(member));
  const result: JsonRecord = Object.fromEntries(kept);
  for (const [member, value] of Object.entries(withoutDirectives(patch))) {
    if (value === null || value === undefined) delete result[member];
    else result[member] = mergeMember(members[member] ?? 'any', result[member], value);
  }
  applyListDirectives(members, result, patch);
  return result;
}
