/** Serves user-assigned managed identities: read, list, create, change and delete. */

import type { Reply } from '../exchange.ts';
import { type ManagedIdentity, managedIdentityId } from '../resources.ts';
import { identityApi } from './api-versions.ts';
import { type ArmOperation, type ArmRequest, isRecord, listReply, readBody } from './arm-operation.ts';
import { refusal } from './cloud-error.ts';

export const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities';

/** Names that ARM accepts for an identity. */
const namePattern = /^[a-zA-Z0-9][a-zA-Z0-9-_]{2,127}$/;

export const listBySubscription = operation('read', 'list', (request) => {
  const { subscription = '' } = request.params;
  return listIdentities(request, (identity) => sameText(identity.subscriptionId, subscription));
});

export const listByResourceGroup = operation('read', 'list', (request) => {
  const { subscription = '', group = '' } = request.params;
  return listIdentities(
    request,
    (identity) => sameText(identity.subscriptionId, subscription) && sameText(identity.resourceGroup, group),
  );
});

export const get = operation('read', 'get', (request) => ({
  status: 200,
  body: showIdentity(findIdentity(request), request.version),
}));

export const put = operation('write', 'write', (request) => {
  const { subscription = '', group = '', identity: name = '' } = request.params;
  const body = readBody(request);
  if (!namePattern.test(name)) throw refusal(400, 'InvalidResourceName', `The resource name '${name}' is not valid.`);
  const { location } = body;
  if (typeof location !== 'string' || location === '') {
    throw refusal(400, 'LocationRequired', 'The location property is required for this definition.');
  }
  const { state } = request.context;
  const existing = state.identities.get(identityKey(request.params));
  if (existing && normalLocation(existing.location) !== normalLocation(location)) {
    const where = `The resource already exists in location '${existing.location}'`;
    throw refusal(
      409,
      'InvalidResourceLocation',
      `${where}. A resource with the same name cannot be created in '${location}'.`,
    );
  }
  const identity =
    existing ?? state.addIdentity({ name, resourceGroup: group, subscriptionId: subscription, location });
  change(identity, body, request.version);
  return { status: existing ? 200 : 201, body: showIdentity(identity, request.version) };
});

export const patch = operation('write', 'write', (request) => {
  const identity = findIdentity(request);
  change(identity, readBody(request), request.version);
  return { status: 200, body: showIdentity(identity, request.version) };
});

export const remove = operation('delete', 'delete', (request) => {
  const removed = request.context.state.removeIdentity(identityKey(request.params));
  return { status: removed ? 200 : 204 };
});

/** Key of the identity that a path names, existing or not. */
export function identityKey({ subscription = '', group = '', identity = '' }: ArmRequest['params']): string {
  return managedIdentityId(subscription, group, identity).toLowerCase();
}

function findIdentity({ context, params }: ArmRequest): ManagedIdentity {
  const identity = context.state.identities.get(identityKey(params));
  if (identity) return identity;
  const { group = '', identity: name = '' } = params;
  throw refusal(
    404,
    'ResourceNotFound',
    `The Resource '${identityType}/${name}' under resource group '${group}' was not found.`,
  );
}

function operation(
  action: 'read' | 'write' | 'delete',
  rate: ArmOperation['rate'],
  serve: (request: ArmRequest) => Reply,
): ArmOperation {
  return { provider: 'identity', type: identityType, action: `${identityType}/${action}`, rate, serve };
}

function listIdentities(request: ArmRequest, chosen: (identity: ManagedIdentity) => boolean): Reply {
  const { state, settings } = request.context;
  const identities = [...state.identities.values()].filter(chosen);
  return listReply(
    request,
    identities,
    ({ key }) => key,
    settings.pageSize,
    (identity) => showIdentity(identity, request.version),
  );
}

function change(identity: ManagedIdentity, body: Record<string, unknown>, version: string): void {
  const { tags, properties } = body;
  if (isRecord(tags)) {
    identity.tags = Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, String(value)]));
  }
  if (!isRecord(properties)) return;
  const api = identityApi(version);
  const { isolationScope, assignmentRestrictions } = properties;
  if (api.isolationScope && (isolationScope === 'None' || isolationScope === 'Regional')) {
    identity.isolationScope = isolationScope;
  }
  if (
    api.assignmentRestrictions &&
    isRecord(assignmentRestrictions) &&
    Array.isArray(assignmentRestrictions.providers)
  ) {
    identity.assignmentRestrictions = { providers: assignmentRestrictions.providers.map(String) };
  }
}

function showIdentity(identity: ManagedIdentity, version: string): unknown {
  const api = identityApi(version);
  return {
    id: identity.id,
    name: identity.name,
    type: identityType,
    location: identity.location,
    tags: identity.tags,
    properties: {
      tenantId: identity.tenantId,
      principalId: identity.principalId,
      clientId: identity.clientId,
      ...(api.isolationScope ? { isolationScope: identity.isolationScope } : {}),
      ...(api.assignmentRestrictions ? { assignmentRestrictions: identity.assignmentRestrictions } : {}),
    },
  };
}

/** ARM takes `West Europe` for `westeurope`. */
export function normalLocation(location: string): string {
  return location.toLowerCase().replaceAll(' ', '');
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
