/** Creates, changes and deletes objects with the checks, defaults and admission of an API server. */
import { randomUUID } from 'node:crypto';
import { applyPatch, checkPatchType } from './apply-patch.ts';
import { decodeObject, strictDecodingError } from './decode-object.ts';
import { defaultObject } from './default-object.ts';
import { randomName } from './generated-names.ts';
import type { Json, KubernetesObject } from './json.ts';
import { recordsOf, sameJson, textOf } from './json.ts';
import type { Kind } from './kinds.ts';
import { kindNamed, kinds } from './kinds.ts';
import { ObjectStore } from './object-store.ts';
import { admitPod, type WebhookService } from './pod-admission.ts';
import { alreadyExists, badRequest, conflict, invalid, invalidValue, notFound } from './status.ts';
import { changeFaults } from './validate-change.ts';
import { objectFaults } from './validate-object.ts';

/** Query parameters of a write. */
export interface WriteOptions {
  /** Check everything, store nothing. */
  readonly dryRun: boolean;
  /** What unknown fields lead to: a refusal, warnings, or nothing. They are dropped in any case. */
  readonly fieldValidation: 'Strict' | 'Warn' | 'Ignore';
}

/** The object as it is now, and the paths of the fields that were dropped. */
export interface Written {
  readonly object: KubernetesObject;
  readonly unknownFields: readonly string[];
}

/** Conditions of a delete request. */
export interface Preconditions {
  readonly uid?: string;
  readonly resourceVersion?: string;
}

/** What happens in the cluster after an object was stored; the controllers of the emulator. */
export type Reaction = (kind: Kind, object: KubernetesObject) => void;

const plainWrite: WriteOptions = { dryRun: false, fieldValidation: 'Ignore' };
const modified = 'the object has been modified; please apply your changes to the latest version and try again';

/** The state of one cluster and the only way to change it. */
export class Cluster {
  readonly store = new ObjectStore();
  readonly webhook: WebhookService;
  /** Called after every stored change, in order. */
  readonly reactions: Reaction[] = [];

  constructor(webhook: WebhookService) {
    this.webhook = webhook;
  }

  /** The stored object; @throws ApiError 404. */
  get(kind: Kind, namespace: string, name: string): KubernetesObject {
    const found = this.store.find(kind, namespace, name);
    if (!found) throw notFound(kind, name);
    return found;
  }

  /**
   * Creates an object in a namespace (ignored for cluster-wide kinds).
   *
   * @throws ApiError 400, 403, 404 (namespace), 409 or 422, as a real server refuses.
   */
  create(kind: Kind, namespace: string, body: Json, options: WriteOptions = plainWrite): Written {
    const { object, unknownFields } = this.#decode(kind, body, options);
    if (object.metadata.resourceVersion) throw badRequest('resourceVersion should not be set on objects to be created');
    this.#settle(kind, namespace, object);
    const { metadata } = object;
    if (!metadata.name && metadata.generateName) metadata.name = randomName(metadata.generateName);
    metadata.uid = randomUUID();
    metadata.creationTimestamp = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    for (const member of ['managedFields', 'selfLink', 'deletionTimestamp', 'generation']) delete metadata[member];
    if (kind.podTemplate && kind.kind !== 'Pod') metadata.generation = 1;
    delete object.status;
    defaultObject(kind, object);
    if (kind.kind === 'Pod') {
      admitPod(this.store, this.webhook, object);
      defaultObject(kind, object);
    }
    this.#check(kind, object, objectFaults(kind, object));
    const name = textOf(metadata.name);
    if (this.store.find(kind, textOf(metadata.namespace), name)) throw alreadyExists(kind, name);
    return { object: options.dryRun ? object : this.#stored(kind, object), unknownFields };
  }

  /** Replaces an object (PUT). @throws ApiError as {@link create}, and 409 for a stale `resourceVersion` or another `uid`. */
  replace(kind: Kind, namespace: string, name: string, body: Json, options: WriteOptions = plainWrite): Written {
    const before = this.get(kind, namespace, name);
    const { object, unknownFields } = this.#decode(kind, body, options);
    return { object: this.#succeed(kind, before, object, options), unknownFields };
  }

  /** Patches an object. @throws ApiError as {@link replace}, and 415 for a patch format that the kind does not take. */
  patch(
    kind: Kind,
    namespace: string,
    name: string,
    patch: { readonly mediaType: string; readonly body: Json },
    options: WriteOptions = plainWrite,
  ): Written {
    checkPatchType(kind, patch.mediaType);
    const before = this.get(kind, namespace, name);
    const patched = applyPatch(kind, before, patch.mediaType, patch.body);
    const { object, unknownFields } = decodeObject(kind, patched);
    if (options.fieldValidation === 'Strict' && unknownFields.length > 0) {
      const fault = invalidValue('patch', JSON.stringify(patch.body), strictDecodingError(unknownFields));
      throw invalid(kind, name, [fault]);
    }
    return { object: this.#succeed(kind, before, object, options), unknownFields };
  }

  /** Deletes an object with everything that it owns, and a namespace with everything in it. @throws ApiError 404 or 409. */
  remove(
    kind: Kind,
    namespace: string,
    name: string,
    preconditions: Preconditions = {},
    dryRun = false,
  ): KubernetesObject {
    const object = this.get(kind, namespace, name);
    for (const [member, label] of [['uid', 'UID'] as const, ['resourceVersion', 'ResourceVersion'] as const]) {
      const wanted = preconditions[member];
      if (!wanted || wanted === object.metadata[member]) continue;
      const why = `Precondition failed: ${label} in precondition: ${wanted}, ${label} in object meta: ${object.metadata[member]}`;
      throw conflict(kind, name, why);
    }
    if (dryRun) return object;
    this.store.remove(kind, object);
    this.#collect(kind, object);
    for (const react of this.reactions) react(kind, object);
    return object;
  }

  /** Writes the status of a stored object, as a controller does; without any check. */
  setStatus(kind: Kind, object: KubernetesObject, status: Json): KubernetesObject {
    return this.store.write(kind, { ...object, status });
  }

  #decode(kind: Kind, body: Json, options: WriteOptions): Written {
    const decoded = decodeObject(kind, body);
    if (options.fieldValidation === 'Strict' && decoded.unknownFields.length > 0) {
      const cause = strictDecodingError(decoded.unknownFields);
      throw badRequest(`${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}: ${cause}`);
    }
    return decoded;
  }

  /** Puts the object into the namespace of the request, which must exist. */
  #settle(kind: Kind, namespace: string, object: KubernetesObject): void {
    if (!kind.namespaced) {
      delete object.metadata.namespace;
      return;
    }
    const given = object.metadata.namespace;
    if (given && given !== namespace) {
      throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
    }
    object.metadata.namespace = namespace;
    if (!this.store.find(kindNamed('Namespace'), '', namespace)) throw notFound(kindNamed('Namespace'), namespace);
  }

  #succeed(kind: Kind, before: KubernetesObject, given: KubernetesObject, options: WriteOptions): KubernetesObject {
    const object = structuredClone(given);
    const name = textOf(before.metadata.name);
    if (object.metadata.name !== name) {
      throw badRequest(
        `the name of the object (${textOf(object.metadata.name)}) does not match the name on the URL (${name})`,
      );
    }
    if (object.metadata.uid && object.metadata.uid !== before.metadata.uid) {
      const why = `Precondition failed: UID in precondition: ${object.metadata.uid}, UID in object meta: ${before.metadata.uid}`;
      throw conflict(kind, name, why);
    }
    const version = object.metadata.resourceVersion;
    if (version && version !== before.metadata.resourceVersion) throw conflict(kind, name, modified);
    this.#settle(kind, textOf(before.metadata.namespace), object);
    const kept = ['uid', 'resourceVersion', 'creationTimestamp', 'generateName', 'generation', 'managedFields'];
    const own = Object.entries(before.metadata).filter(([member]) => kept.includes(member));
    for (const member of kept) delete object.metadata[member];
    Object.assign(object.metadata, Object.fromEntries(own));
    delete object.status;
    if (before.status !== undefined) object.status = structuredClone(before.status);
    defaultObject(kind, object);
    this.#check(kind, object, [...objectFaults(kind, object), ...changeFaults(kind, before, object)]);
    // A write that changes nothing keeps its resource version, as etcd's guaranteed update does.
    if (sameJson(before, object)) return before;
    const { generation } = before.metadata;
    if (generation !== undefined && !sameJson(before.spec, object.spec)) object.metadata.generation = generation + 1;
    return options.dryRun ? object : this.#stored(kind, object);
  }

  #check(kind: Kind, object: KubernetesObject, faults: Parameters<typeof invalid>[2]): void {
    if (faults.length > 0) throw invalid(kind, textOf(object.metadata.name), faults);
  }

  #stored(kind: Kind, object: KubernetesObject): KubernetesObject {
    const stored = this.store.write(kind, object);
    for (const react of this.reactions) react(kind, stored);
    return this.store.find(kind, textOf(stored.metadata.namespace), textOf(stored.metadata.name)) ?? stored;
  }

  #collect(kind: Kind, owner: KubernetesObject): void {
    const owned = (object: KubernetesObject) =>
      recordsOf(object.metadata.ownerReferences).some((reference) => reference.uid === owner.metadata.uid);
    const within = kind.kind === 'Namespace' ? textOf(owner.metadata.name) : '';
    for (const one of kinds.filter((candidate) => candidate.namespaced)) {
      for (const object of this.store.list(one)) {
        const gone = within ? object.metadata.namespace === within : owned(object);
        const { namespace = '', name = '' } = object.metadata;
        if (gone && this.store.find(one, namespace, name)) this.remove(one, namespace, name);
      }
    }
  }
}
