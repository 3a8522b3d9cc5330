/** JSON values as the API server reads them, and total functions that look inside without trusting their shape. */

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonRecord;

/** A JSON object; an absent member reads as `undefined`. */
export interface JsonRecord {
  [member: string]: Json | undefined;
}

/** A Kubernetes object: the two type members, the metadata and whatever its kind adds. */
export interface KubernetesObject extends JsonRecord {
  apiVersion: string;
  kind: string;
  metadata: ObjectMetadata;
}

/** The members of `metadata` that the server itself reads or fills. */
export interface ObjectMetadata extends JsonRecord {
  name?: string;
  generateName?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  creationTimestamp?: string;
  generation?: number;
}

/** Whether the value is a JSON object (neither a list nor null). */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; anything else reads as an empty one. */
export function recordOf(value: Json | undefined): JsonRecord {
  return isRecord(value) ? value : {};
}

/** The value as a list; anything else reads as an empty one. */
export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** The objects of a list; members of another type are left out. */
export function recordsOf(value: Json | undefined): JsonRecord[] {
  return listOf(value).filter(isRecord);
}

/** The strings of a list; members of another type are left out. */
export function stringsOf(value: Json | undefined): string[] {
  return listOf(value).filter((member) => typeof member === 'string');
}

/** The value as text; anything but a string reads as the empty text. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The value as a number; anything else reads as 0. */
export function numberOf(value: Json | undefined): number {
  return typeof value === 'number' ? value : 0;
}

/** The string members of an object, as labels and annotations are. */
export function textMapOf(value: Json | undefined): Map<string, string> {
  const entries = Object.entries(recordOf(value));
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The value that the members lead to, or `undefined` where the way ends early. */
export function valueAt(value: Json | undefined, ...members: readonly string[]): Json | undefined {
  let here = value;
  for (const member of members) here = isRecord(here) ? here[member] : undefined;
  return here;
}

/** Whether two values serialise alike, whatever the order of their members; `undefined` members count as absent. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((member, index) => sameJson(member, other[index]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const members = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...members].every((member) => sameJson(one[member], other[member]));
}
