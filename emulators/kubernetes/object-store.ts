/** The stored objects of the emulated cluster, with one growing resource version over all of them. */
import type { KubernetesObject } from './json.ts';
import type { Kind } from './kinds.ts';
import { qualifiedResource } from './kinds.ts';

const firstVersion = 1000;

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

/** The position of an object in a list: by namespace, then by name. */
export function listKey(object: KubernetesObject): string {
  return keyOf(object.metadata.namespace ?? '', object.metadata.name ?? '');
}

/** A table of objects for each kind. What it hands out is shared: copy before changing. */
export class ObjectStore {
  readonly #objects = new Map<string, Map<string, KubernetesObject>>();
  #version = firstVersion;

  /** Version of the latest write. */
  get resourceVersion(): string {
    return String(this.#version);
  }

  #table(kind: Kind): Map<string, KubernetesObject> {
    const resource = qualifiedResource(kind);
    const table = this.#objects.get(resource) ?? new Map<string, KubernetesObject>();
    this.#objects.set(resource, table);
    return table;
  }

  /** The objects of a kind in list order; the empty namespace means all namespaces. */
  list(kind: Kind, namespace = ''): KubernetesObject[] {
    const entries = [...this.#table(kind)].filter(([key]) => !namespace || key.startsWith(`${namespace}/`));
    return entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, object]) => object);
  }

  find(kind: Kind, namespace: string, name: string): KubernetesObject | undefined {
    return this.#table(kind).get(keyOf(kind.namespaced ? namespace : '', name));
  }

  /** Stores a copy under the next resource version and returns it. */
  write(kind: Kind, object: KubernetesObject): KubernetesObject {
    this.#version += 1;
    const stored = structuredClone(object);
    stored.metadata.resourceVersion = this.resourceVersion;
    this.#table(kind).set(listKey(stored), stored);
    return stored;
  }

  remove(kind: Kind, object: KubernetesObject): void {
    this.#version += 1;
    this.#table(kind).delete(listKey(object));
  }
}
