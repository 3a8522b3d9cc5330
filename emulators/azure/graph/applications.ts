/** Serves app registrations and service principals; read only. */

import type { Reply } from '../exchange.ts';
import type { Application, ManagedIdentity } from '../resources.ts';
import { notFound } from './graph-error.ts';
import {
  collection,
  equalityFilter,
  findApplication,
  type GraphOperation,
  type GraphRequest,
} from './graph-operation.ts';

type ServicePrincipal = Application | ManagedIdentity;

export const list = read((request) => {
  const chosen = equalityFilter(request.exchange, ['appId', 'displayName', 'id']);
  const shown = inTenant([...request.context.state.applications.values()], request).map(showApplication);
  return collection(
    request,
    shown.filter(chosen),
    ({ id }) => id,
    (application) => application,
  );
});

export const get = read((request) => ({ status: 200, body: showApplication(findApplication(request)) }));

export const listServicePrincipals = read((request) => {
  const chosen = equalityFilter(request.exchange, ['appId', 'displayName', 'id', 'servicePrincipalType']);
  const shown = servicePrincipals(request).map(showServicePrincipal);
  return collection(
    request,
    shown.filter(chosen),
    ({ id }) => id,
    (principal) => principal,
  );
});

export const getServicePrincipal = read((request) => {
  const { appId, id } = request.params;
  const wanted = (appId ?? id ?? '').toLowerCase();
  const found = servicePrincipals(request).find(
    (principal) => (appId === undefined ? principal.principalId : principal.clientId).toLowerCase() === wanted,
  );
  if (!found) throw notFound(wanted);
  return { status: 200, body: showServicePrincipal(found) };
});

function read(serve: (request: GraphRequest) => Reply): GraphOperation {
  return { access: 'read', serve };
}

function servicePrincipals(request: GraphRequest): ServicePrincipal[] {
  const { applications, identities } = request.context.state;
  return inTenant<ServicePrincipal>([...applications.values(), ...identities.values()], request);
}

function inTenant<Item extends { tenantId: string }>(items: Item[], { caller }: GraphRequest): Item[] {
  return items.filter(({ tenantId }) => tenantId === caller.tenantId);
}

function showApplication({ objectId, clientId, displayName, signInAudience }: Application) {
  return { id: objectId, appId: clientId, displayName, signInAudience };
}

function showServicePrincipal(principal: ServicePrincipal) {
  const { principalId, clientId, tenantId } = principal;
  const managed = principal.kind === 'managed-identity';
  return {
    id: principalId,
    appId: clientId,
    displayName: managed ? principal.name : principal.displayName,
    appOwnerOrganizationId: tenantId,
    servicePrincipalType: managed ? 'ManagedIdentity' : 'Application',
    alternativeNames: managed ? ['isExplicit=True', principal.id] : [],
  };
}
