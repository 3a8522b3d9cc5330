/** Service connections, as far as the caller may see them. */

import type { Reply } from '../../github/loopback/exchange.ts';
import { type AzureDevOpsRoute, listReply, type ProjectCall, projectRoute } from '../endpoint.ts';
import { identityOf } from '../model/identity.ts';
import type { ServiceConnection } from '../model/service-connection.ts';

export const serviceEndpointRoutes: readonly AzureDevOpsRoute[] = [
  projectRoute('GET', '/serviceendpoint/endpoints', list),
  projectRoute('GET', '/serviceendpoint/endpoints/{endpoint}', get),
];

/**
 * `endpointNames` is a list with commas. Without the right to read them the list is empty with status 200, just as
 * if there were none (microsoft/winappCli pull request 850).
 */
function list({ project, exchange, access }: ProjectCall): Reply {
  const names = exchange.query
    .get('endpointNames')
    ?.split(',')
    .map((name) => name.trim().toLowerCase());
  const type = exchange.query.get('type')?.toLowerCase() ?? 'azurerm';
  const readable = access.rights.readServiceConnections && type === 'azurerm' ? project.connections : [];
  return listReply(readable.filter(({ name }) => names?.includes(name.toLowerCase()) ?? true).map(view));
}

/**
 * An unknown id answers 200 with `null` (MicrosoftDocs/vsts-rest-api-specs issue 285); without the right to read,
 * only the id comes back (microsoft/terraform-provider-azuredevops pull request 1193).
 */
function get({ project, parameters, access }: ProjectCall): Reply {
  const id = parameters.endpoint?.toLowerCase();
  const connection = project.connections.find((candidate) => candidate.id === id);
  if (connection === undefined) return { status: 200, body: null };
  return { status: 200, body: access.rights.readServiceConnections ? view(connection) : { id: connection.id } };
}

function view(connection: ServiceConnection): Record<string, unknown> {
  const { project } = connection;
  const projectReference = { id: project.id, name: project.name };
  return {
    id: connection.id,
    name: connection.name,
    type: 'azurerm',
    url: 'https://management.azure.com/',
    description: '',
    createdBy: identityOf('Jamal Hartnett'),
    authorization: { scheme: connection.scheme, parameters: parametersOf(connection) },
    data: {
      environment: connection.environment,
      scopeLevel: 'Subscription',
      subscriptionId: connection.subscriptionId,
      subscriptionName: 'Production',
      creationMode: connection.creationMode,
      identityType: 'ManagedIdentity',
    },
    isShared: false,
    isReady: true,
    isOutdated: false,
    owner: 'Library',
    serviceEndpointProjectReferences: [{ projectReference, name: connection.name, description: '' }],
  };
}

/** The parameter names are as mixed as this. A secret never comes back. */
function parametersOf(connection: ServiceConnection): Record<string, unknown> {
  const common = { serviceprincipalid: connection.clientId, tenantid: connection.tenantId };
  if (connection.scheme === 'ServicePrincipal') {
    return { ...common, authenticationType: 'spnKey', serviceprincipalkey: null };
  }
  return {
    ...common,
    workloadIdentityFederationIssuer: connection.issuer,
    workloadIdentityFederationIssuerType: connection.issuedBy === 'entra' ? 'EntraID' : 'AzureDevOps',
    workloadIdentityFederationSubject: connection.subject,
  };
}
