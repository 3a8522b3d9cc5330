/** Answers requests for resources: list, get, create, update, patch, delete, and the token subresource. */
import { answerSelfReview, selfReviews } from './access-reviews.ts';
import { type ApiRequest, type ApiResponse, parseResourcePath, type ResourcePath, verbOf } from './api-request.ts';
import type { Authorizer } from './authorization.ts';
import type { Cluster, WriteOptions, Written } from './cluster.ts';
import type { JsonRecord } from './json.ts';
import { recordOf, textOf, valueAt } from './json.ts';
import type { Kind } from './kinds.ts';
import { apiVersionOf } from './kinds.ts';
import type { ListPages } from './list-pages.ts';
import { objectBody, patchBody } from './request-body.ts';
import type { ServiceAccountIssuer } from './service-account-issuer.ts';
import { badRequest, methodNotAllowed, resourceNotFound } from './status.ts';
import { tableOf } from './table-view.ts';
import { answerTokenRequest } from './token-request.ts';

/** The parts of the emulated cluster that requests reach. */
export interface ResourceServices {
  readonly kinds: readonly Kind[];
  readonly cluster: Cluster;
  readonly pages: ListPages;
  readonly authorizer: Authorizer;
  readonly issuer: ServiceAccountIssuer;
}

function writeOptions(request: ApiRequest): WriteOptions {
  const dryRun = request.query.get('dryRun') ?? '';
  if (dryRun !== '' && dryRun !== 'All') throw badRequest(`Invalid value: "${dryRun}": dryRun`);
  const validation = request.query.get('fieldValidation') ?? '';
  const fieldValidation = validation === 'Strict' || validation === 'Ignore' ? validation : 'Warn';
  return { dryRun: dryRun === 'All', fieldValidation };
}

function wantsTable(request: ApiRequest): boolean {
  return request.accept.includes('as=Table');
}

function answerObject(
  request: ApiRequest,
  kind: Kind,
  code: number,
  written: Written,
  options?: WriteOptions,
): ApiResponse {
  const { object, unknownFields } = written;
  const { resourceVersion = '' } = object.metadata;
  const include = request.query.get('includeObject') ?? '';
  const body = wantsTable(request) ? tableOf(kind, [object], { resourceVersion }, include) : object;
  const warned = options?.fieldValidation === 'Warn' ? unknownFields : [];
  return { code, body, warnings: warned.map((field) => `unknown field "${field}"`) };
}

function answerList(request: ApiRequest, kind: Kind, pages: ListPages, namespace: string): ApiResponse {
  const text = (name: string) => request.query.get(name) ?? '';
  const { items, metadata } = pages.page(kind, {
    namespace,
    labelSelector: text('labelSelector'),
    fieldSelector: text('fieldSelector'),
    limit: Number(text('limit')) || 0,
    continueToken: text('continue'),
  });
  if (wantsTable(request)) return { code: 200, body: tableOf(kind, items, metadata, text('includeObject')) };
  const list: JsonRecord = { kind: `${kind.kind}List`, apiVersion: apiVersionOf(kind), metadata, items: [...items] };
  return { code: 200, body: list };
}

function answerDelete(request: ApiRequest, kind: Kind, path: ResourcePath, cluster: Cluster): ApiResponse {
  const given = request.body.length > 0 ? recordOf(valueAt(objectBody(request), 'preconditions')) : {};
  const preconditions = { uid: textOf(given.uid), resourceVersion: textOf(given.resourceVersion) };
  const removed = cluster.remove(kind, path.namespace, path.name, preconditions, writeOptions(request).dryRun);
  if (kind.deleteAnswersObject) return { code: 200, body: removed };
  const details = { name: path.name, group: kind.group, kind: kind.plural, uid: textOf(removed.metadata.uid) };
  return { code: 200, body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', details } };
}

function answerKind(services: ResourceServices, request: ApiRequest, kind: Kind, path: ResourcePath): ApiResponse {
  const { cluster, pages } = services;
  const { namespace, name } = path;
  const options = writeOptions(request);
  const written = (code: number, result: Written) => answerObject(request, kind, code, result, options);
  switch (verbOf(request, path)) {
    case 'list':
      return answerList(request, kind, pages, namespace);
    case 'get':
      return answerObject(request, kind, 200, { object: cluster.get(kind, namespace, name), unknownFields: [] });
    case 'create':
      if (name !== '' || (kind.namespaced && namespace === '')) throw methodNotAllowed();
      return written(201, cluster.create(kind, namespace, objectBody(request), options));
    case 'update':
      return written(200, cluster.replace(kind, namespace, name, objectBody(request), options));
    case 'patch': {
      const patch = { mediaType: request.mediaType, body: patchBody(request) };
      return written(200, cluster.patch(kind, namespace, name, patch, options));
    }
    case 'delete':
      return answerDelete(request, kind, path, cluster);
    default:
      throw methodNotAllowed();
  }
}

/**
 * Answers a request below `/api` and `/apis`.
 *
 * @returns `undefined` when no group version of that path is served.
 * @throws ApiError for every refusal; authorization comes before existence, as on a real server.
 */
export async function answerResource(
  services: ResourceServices,
  request: ApiRequest,
): Promise<ApiResponse | undefined> {
  const path = parseResourcePath(request.path);
  if (!path) return undefined;
  services.authorizer.authorize(request.subject, { ...path, verb: verbOf(request, path) });
  const review = selfReviews[path.resource];
  if (review?.group === path.group) {
    if (request.method !== 'POST') throw methodNotAllowed();
    const body = answerSelfReview(services.authorizer, request.subject, path.resource, objectBody(request));
    return { code: 201, body };
  }
  const group = services.kinds.filter((kind) => kind.group === path.group && kind.version === path.version);
  if (group.length === 0) return undefined;
  const kind = group.find((one) => one.plural === path.resource);
  if (!kind) throw resourceNotFound();
  if (kind.kind === 'ServiceAccount' && path.subresource === 'token') {
    if (request.method !== 'POST') throw methodNotAllowed();
    const account = { namespace: path.namespace, name: path.name };
    return {
      code: 201,
      body: await answerTokenRequest(services.cluster, services.issuer, account, objectBody(request)),
    };
  }
  if (path.subresource) throw resourceNotFound();
  return answerKind(services, request, kind, path);
}
