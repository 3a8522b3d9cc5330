/** Lists in pages: `limit` and `continue` over a snapshot, with tokens that can expire (410 Gone). */
import type { JsonRecord, KubernetesObject } from './json.ts';
import type { Kind } from './kinds.ts';
import { qualifiedResource } from './kinds.ts';
import type { ObjectStore } from './object-store.ts';
import { listKey } from './object-store.ts';
import { labelsMatch, labelsOf, parseFieldSelector, parseLabelSelector } from './selectors.ts';
import { ApiError, badRequest } from './status.ts';

/** What a list request asks for; empty texts and a `limit` of 0 mean "not given". */
export interface ListQuery {
  readonly namespace: string;
  readonly labelSelector: string;
  readonly fieldSelector: string;
  readonly limit: number;
  readonly continueToken: string;
}

/** One page and the `metadata` of its list. */
export interface ListPage {
  readonly items: readonly KubernetesObject[];
  readonly metadata: JsonRecord;
}

interface Position {
  /** Resource version of the snapshot; -1 continues on the live data. */
  readonly version: number;
  /** List key of the first object of the next page. */
  readonly start: string;
}

const expired =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list. Objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.';
const tokenVersion = 'meta.k8s.io/v1';
const snapshotsKept = 100;

function tokenOf(position: Position): string {
  return Buffer.from(JSON.stringify({ v: tokenVersion, rv: position.version, start: position.start })).toString(
    'base64url',
  );
}

function positionOf(token: string): Position {
  try {
    const { v, rv, start } = JSON.parse(Buffer.from(token, 'base64url').toString()) as Record<string, unknown>;
    if (v === tokenVersion && typeof rv === 'number' && typeof start === 'string') return { version: rv, start };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw badRequest('continue key is not valid: it is no token of this server');
}

/** Pages over one store. Snapshots are held for the latest hundred lists; older tokens answer 410 as compacted ones do. */
export class ListPages {
  readonly #store: ObjectStore;
  readonly #snapshots = new Map<string, readonly KubernetesObject[]>();

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  /** Makes every continue token handed out so far answer 410 Gone. */
  expire(): void {
    this.#snapshots.clear();
  }

  /**
   * One page of a list.
   *
   * @throws ApiError 400 for an unreadable selector or token; 410 (`Expired`, with a fresh token in its metadata) for a
   * token whose snapshot is gone.
   */
  page(kind: Kind, query: ListQuery): ListPage {
    const position = query.continueToken ? positionOf(query.continueToken) : undefined;
    const current = Number(this.#store.resourceVersion);
    const version = position && position.version >= 0 ? position.version : current;
    const objects = this.#objects(kind, query, position);
    const from = position ? objects.findIndex((object) => listKey(object) >= position.start) : 0;
    const rest = from < 0 ? [] : objects.slice(from);
    const metadata: JsonRecord = { resourceVersion: String(version) };
    const next = query.limit > 0 ? rest[query.limit] : undefined;
    if (!next) return { items: rest, metadata };
    this.#keep(this.#snapshotKey(kind, query, version), objects);
    metadata.continue = tokenOf({ version, start: listKey(next) });
    if (!query.labelSelector && !query.fieldSelector) metadata.remainingItemCount = rest.length - query.limit;
    return { items: rest.slice(0, query.limit), metadata };
  }

  #objects(kind: Kind, query: ListQuery, position: Position | undefined): readonly KubernetesObject[] {
    if (!position || position.version < 0) return this.#select(kind, query);
    const snapshot = this.#snapshots.get(this.#snapshotKey(kind, query, position.version));
    if (snapshot) return snapshot;
    const fresh = { continue: tokenOf({ version: -1, start: position.start }) };
    throw new ApiError(410, 'Expired', expired, undefined, fresh);
  }

  #select(kind: Kind, query: ListQuery): readonly KubernetesObject[] {
    const requirements = parseLabelSelector(query.labelSelector);
    const fieldsMatch = parseFieldSelector(kind, query.fieldSelector);
    const objects = this.#store.list(kind, query.namespace);
    return objects.filter((object) => labelsMatch(labelsOf(object), requirements) && fieldsMatch(object));
  }

  #snapshotKey(kind: Kind, query: ListQuery, version: number): string {
    return [version, qualifiedResource(kind), query.namespace, query.labelSelector, query.fieldSelector].join('\n');
  }

  #keep(key: string, objects: readonly KubernetesObject[]): void {
    this.#snapshots.set(key, objects);
    const [oldest] = this.#snapshots.keys();
    if (this.#snapshots.size > snapshotsKept && oldest !== undefined) this.#snapshots.delete(oldest);
  }
}
