/** Strategic merge patch over the field table: lists merge by key where the Kubernetes types say so. */
import { structs } from './field-schema.ts';
import { fieldType } from './field-type.ts';
import type { Json, JsonRecord } from './json.ts';
import { isRecord, listOf, recordOf, recordsOf, sameJson, stringsOf } from './json.ts';

const order = '$setElementOrder/';
const deletion = '$deleteFromPrimitiveList/';

const withoutDirectives = (record: JsonRecord): JsonRecord =>
  Object.fromEntries(Object.entries(record).filter(([member]) => !member.startsWith('$')));

/** How the members of a list are told apart: by their merge key, or by themselves in a set of texts. */
function keyReader(mergeKey: string): (item: Json) => Json | undefined {
  return (item) => (isRecord(item) ? item[mergeKey] : item);
}

/**
 * Orders a merged list: the members that the patch names keep the patch's order; the others are put before the first
 * patched member that stood behind them in the live list, and behind everything when there is none
 * (k8s.io/apimachinery pkg/util/strategicpatch, normalizeElementOrder).
 */
function inOrder(merged: readonly Json[], named: readonly Json[], live: readonly Json[], mergeKey: string): Json[] {
  const keyOf = keyReader(mergeKey);
  const placeIn = (list: readonly Json[], item: Json) => list.findIndex((other) => sameJson(keyOf(other), keyOf(item)));
  const patched = merged.filter((item) => placeIn(named, item) >= 0);
  patched.sort((one, other) => placeIn(named, one) - placeIn(named, other));
  const waiting = merged.filter((item) => placeIn(named, item) < 0);
  const stoodBefore = (one: Json, other: Json) =>
    placeIn(live, other) >= 0 && placeIn(live, one) < placeIn(live, other);
  const result: Json[] = [];
  for (const item of patched) {
    while (waiting[0] !== undefined && stoodBefore(waiting[0], item)) result.push(...waiting.splice(0, 1));
    result.push(item);
  }
  return [...result, ...waiting];
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

/** Takes the texts of `$deleteFromPrimitiveList/x` out of list x. */
function deleteFromSets(result: JsonRecord, patch: JsonRecord): void {
  for (const [directive, value] of Object.entries(patch)) {
    if (!directive.startsWith(deletion)) continue;
    const member = directive.slice(deletion.length);
    const gone = new Set(stringsOf(value));
    result[member] = stringsOf(result[member]).filter((item) => !gone.has(item));
  }
}

/** Orders the merged lists of a struct, as `$setElementOrder/x` says or, without it, as the patch lists them. */
function orderLists(
  notations: Readonly<Record<string, string>>,
  live: JsonRecord,
  result: JsonRecord,
  patch: JsonRecord,
) {
  for (const [member, notation] of Object.entries(notations)) {
    const { shape, mergeKey } = fieldType(notation);
    const named = patch[order + member] ?? patch[member];
    const merged = result[member];
    if ((shape !== 'merged' && shape !== 'set') || !Array.isArray(named) || !Array.isArray(merged)) continue;
    result[member] = inOrder(merged, named, listOf(live[member]), mergeKey);
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
  const live = recordOf(current);
  const kept = Object.entries(live).filter(([member]) => !retained || retained.has(member));
  const result: JsonRecord = Object.fromEntries(kept);
  for (const [member, value] of Object.entries(withoutDirectives(patch))) {
    if (value === null || value === undefined) delete result[member];
    else result[member] = mergeMember(members[member] ?? 'any', result[member], value);
  }
  deleteFromSets(result, patch);
  orderLists(members, live, result, patch);
  return result;
}
