/** One request as the emulated API server sees it, and what it answers. */
import type { Subject } from './authorization.ts';
import type { Json } from './json.ts';

/** A read and authenticated request. */
export interface ApiRequest {
  readonly method: string;
  /** Path without the query and without a trailing slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The `Accept` header; empty when missing. */
  readonly accept: string;
  /** Content type of the body without parameters, in lower case. */
  readonly mediaType: string;
  /** The body; empty when there is none. */
  readonly body: Buffer;
  readonly subject: Subject;
}

/** An answer; a text body goes out as it is. */
export interface ApiResponse {
  readonly code: number;
  readonly body: Json | string;
  /** Texts for `Warning` headers, which kubectl prints. */
  readonly warnings?: readonly string[];
}

/** What a request addresses below `/api` and `/apis`. */
export interface ResourcePath {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly subresource: string;
  /** Empty for cluster-wide kinds and for lists over all namespaces. */
  readonly namespace: string;
  /** Empty for collections. */
  readonly name: string;
}

/**
 * Reads a resource path, or answers `undefined` for other paths.
 *
 * Namespaces are resources themselves: `/namespaces/x` names an object, `/namespaces/x/pods` a collection inside it.
 */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const [root, ...rest] = path.slice(1).split('/').map(decodeURIComponent);
  const [group, version, ...parts] = root === 'api' ? ['', ...rest] : root === 'apis' ? rest : [];
  if (group === undefined || version === undefined || parts.length === 0) return undefined;
  const inside = parts[0] === 'namespaces' && parts.length > 2 && !['status', 'finalize'].includes(parts[2] ?? '');
  const namespace = inside ? (parts[1] ?? '') : '';
  const [resource = '', name = '', subresource = ''] = inside ? parts.slice(2) : parts;
  const ownNamespace = group === '' && resource === 'namespaces' ? name : namespace;
  return { group, version, resource, subresource, namespace: ownNamespace, name };
}

/** The RBAC verb of a request. */
export function verbOf(request: Pick<ApiRequest, 'method' | 'query'>, path: ResourcePath): string {
  const collection = path.name === '';
  const watching = ['true', '1'].includes(request.query.get('watch') ?? '');
  if (request.method === 'GET') return watching ? 'watch' : collection ? 'list' : 'get';
  if (request.method === 'DELETE') return collection ? 'deletecollection' : 'delete';
  const verbs: Record<string, string> = { POST: 'create', PUT: 'update', PATCH: 'patch', HEAD: 'get' };
  return verbs[request.method] ?? request.method.toLowerCase();
}
