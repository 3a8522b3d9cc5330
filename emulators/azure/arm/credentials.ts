/** Serves the federated identity credentials of managed identities, and refuses what the resource provider refuses. */

import { randomUUID } from 'node:crypto';
import { queryParameter, type Reply } from '../exchange.ts';
import type { FederatedCredential, ManagedIdentity } from '../resources.ts';
import { identityApi } from './api-versions.ts';
import { type ArmOperation, type ArmRequest, listReply, readBody } from './arm-operation.ts';
import { refusal } from './cloud-error.ts';
import { identityKey, identityType, normalLocation } from './identities.ts';
import { readCredential } from './read-credential.ts';

const credentialType = `${identityType}/federatedIdentityCredentials`;

/** "General federated identity credential considerations" (Microsoft Entra): at most 20 per identity or application. */
export const maximumCredentials = 20;

export const list = operation('read', 'list', (request) => {
  const identity = parentOf(request);
  const top = queryParameter(request.exchange.url, '$top');
  if (top !== null && !/^[1-9]\d*$/.test(top)) {
    throw refusal(400, 'InvalidQueryParameterValue', `The $top query parameter '${top}' is not a positive number.`);
  }
  const { credentialPageSize } = request.context.settings;
  const size = Math.min(credentialPageSize, Number(top ?? credentialPageSize));
  const credentials = [...identity.credentials.values()];
  return listReply(request, credentials, keyOf, size, (credential) => show(identity, credential, request.version));
});

export const get = operation('read', 'get', (request) => {
  const identity = parentOf(request);
  const { credential: name = '' } = request.params;
  const credential = identity.credentials.get(name.toLowerCase());
  if (!credential) throw refusal(404, 'NotFound', `The federated identity credential '${name}' was not found.`);
  return { status: 200, body: show(identity, credential, request.version) };
});

export const put = operation('write', 'write', (request) => {
  const identity = parentOf(request);
  const { credential: name = '' } = request.params;
  const wanted = readCredential(name, readBody(request), request.version);
  const { settings } = request.context;
  if (settings.unsupportedRegions.includes(normalLocation(identity.location))) {
    throw refusal(
      405,
      'MethodNotAllowed',
      'The request format was unexpected: Support for federated identity credentials not enabled.',
    );
  }
  enterWrite(request, identity);
  const existing = identity.credentials.get(name.toLowerCase());
  const others = [...identity.credentials.values()].filter((credential) => credential !== existing);
  if (
    others.some((other) => other.issuer === wanted.issuer && other.subject !== null && other.subject === wanted.subject)
  ) {
    const status = settings.duplicateStatus;
    const message = 'Issuer and subject combination already exists for this Managed Identity.';
    throw refusal(status, status === 409 ? 'Conflict' : 'BadRequest', message);
  }
  if (!existing && others.length >= maximumCredentials) {
    // No source shows the body of this answer: code and text are a guess.
    const message = `Too many federated identity credentials: at most ${maximumCredentials} per managed identity.`;
    throw refusal(400, 'BadRequest', message);
  }
  const credential: FederatedCredential = {
    ...wanted,
    id: existing?.id ?? randomUUID(),
    name: existing?.name ?? name,
    description: null,
    writtenAt: Date.now(),
  };
  identity.credentials.set(keyOf(credential), credential);
  return { status: existing ? 200 : 201, body: show(identity, credential, request.version) };
});

export const remove = operation('delete', 'delete', (request) => {
  const identity = parentOf(request);
  enterWrite(request, identity);
  const { credential: name = '' } = request.params;
  return { status: identity.credentials.delete(name.toLowerCase()) ? 200 : 204 };
});

/** The one write that may be under way on the identity; it lasts until its answer has left. */
function enterWrite({ context, exchange }: ArmRequest, identity: ManagedIdentity): void {
  if (context.writing.has(identity.key)) {
    throw refusal(
      409,
      'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity',
      `Too many Federated Identity Credentials are written concurrently for the managed identity '${identity.key}'. ` +
        'Concurrent Federated Identity Credentials writes under the same managed identity are not supported.',
    );
  }
  context.writing.add(identity.key);
  exchange.onFinish(() => context.writing.delete(identity.key));
}

function parentOf({ context, params }: ArmRequest): ManagedIdentity {
  const identity = context.state.identities.get(identityKey(params));
  if (identity) return identity;
  const { identity: name = '' } = params;
  throw refusal(404, 'ParentResourceNotFound', `The parent user-assigned identity '${name}' doesn't exist.`);
}

function operation(
  action: 'read' | 'write' | 'delete',
  rate: ArmOperation['rate'],
  serve: (request: ArmRequest) => Reply,
): ArmOperation {
  return { provider: 'credential', type: credentialType, action: `${credentialType}/${action}`, rate, serve };
}

function keyOf(credential: FederatedCredential): string {
  return credential.name.toLowerCase();
}

function show(identity: ManagedIdentity, credential: FederatedCredential, version: string): unknown {
  const { issuer, subject, audiences, claimsMatchingExpression } = credential;
  const { expressions } = identityApi(version);
  return {
    id: `${identity.id}/federatedIdentityCredentials/${credential.name}`,
    name: credential.name,
    type: credentialType,
    properties: {
      issuer,
      ...(subject === null ? {} : { subject }),
      audiences,
      // On a version without expressions a flexible credential has neither subject nor expression.
      ...(expressions && claimsMatchingExpression ? { claimsMatchingExpression } : {}),
    },
  };
}
