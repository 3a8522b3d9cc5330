/** The `token` subresource of ServiceAccounts (authentication.k8s.io/v1 TokenRequest). */
import type { Cluster } from './cluster.ts';
import type { Json, JsonRecord } from './json.ts';
import { isRecord, recordOf, stringsOf, textOf, valueAt } from './json.ts';
import type { Kind } from './kinds.ts';
import { kindNamed } from './kinds.ts';
import type { ServiceAccountIssuer, TokenRequest } from './service-account-issuer.ts';
import { badRequest, conflict, invalid, invalidValue } from './status.ts';

const defaultSeconds = 3600;
const shortest = 600;
const longest = 2 ** 32;

const tokenRequestKind: Kind = { ...kindNamed('ServiceAccount'), group: 'authentication.k8s.io', kind: 'TokenRequest' };

function secondsOf(spec: JsonRecord): number {
  const seconds = spec.expirationSeconds ?? defaultSeconds;
  if (typeof seconds !== 'number') throw badRequest('TokenRequest: spec.expirationSeconds is not a number');
  if (seconds >= shortest && seconds <= longest) return seconds;
  const why =
    seconds < shortest
      ? 'may not specify a duration less than 10 minutes'
      : 'may not specify a duration larger than 2^32 seconds';
  throw invalid(tokenRequestKind, '', [invalidValue('spec.expirationSeconds', seconds, why)]);
}

function boundObject(
  cluster: Cluster,
  namespace: string,
  account: string,
  reference: JsonRecord,
): TokenRequest['boundTo'] {
  const name = textOf(reference.name);
  const kind = textOf(reference.kind);
  if (kind !== 'Pod' && kind !== 'Secret')
    throw badRequest(`cannot bind token for serviceaccount "${account}" to object of type ${kind}`);
  const found = cluster.get(kindNamed(kind), namespace, name);
  if (kind === 'Pod' && valueAt(found, 'spec', 'serviceAccountName') !== account) {
    throw badRequest(
      `cannot bind token for serviceaccount "${account}" to pod running with different serviceaccount name.`,
    );
  }
  const uid = textOf(found.metadata.uid);
  const wanted = textOf(reference.uid);
  if (wanted && wanted !== uid) {
    const why = `the UID in the bound object reference (${wanted}) does not match the UID in record. The object might have been deleted and then recreated`;
    throw conflict(kindNamed(kind), name, why);
  }
  return { kind: kind === 'Pod' ? 'pod' : 'secret', name, uid };
}

/**
 * Answers a TokenRequest.
 *
 * Without audiences the token is for the API server, whose audience is the issuer. Lifetimes are 10 minutes to 2^32
 * seconds, an hour by default.
 *
 * @throws ApiError 404 for an unknown account, 422 for a lifetime out of range, 400 or 409 for a wrong bound object.
 */
export async function answerTokenRequest(
  cluster: Cluster,
  issuer: ServiceAccountIssuer,
  account: { readonly namespace: string; readonly name: string },
  body: Json,
): Promise<JsonRecord> {
  const stored = cluster.get(kindNamed('ServiceAccount'), account.namespace, account.name);
  const spec = recordOf(isRecord(body) ? body.spec : undefined);
  const expirationSeconds = secondsOf(spec);
  const given = stringsOf(spec.audiences);
  const audiences = given.length > 0 ? given : [issuer.issuer];
  const reference = isRecord(spec.boundObjectRef) ? spec.boundObjectRef : undefined;
  const boundTo = reference && boundObject(cluster, account.namespace, account.name, reference);
  const uid = textOf(stored.metadata.uid);
  const issued = await issuer.sign({ ...account, uid, audiences, expirationSeconds, ...(boundTo ? { boundTo } : {}) });
  return {
    kind: 'TokenRequest',
    apiVersion: 'authentication.k8s.io/v1',
    metadata: { name: account.name, namespace: account.namespace, creationTimestamp: null },
    spec: { audiences, expirationSeconds, boundObjectRef: reference ?? null },
    status: { token: issued.token, expirationTimestamp: issued.expirationTimestamp },
  };
}
