/** Reads issuer and subject of a service connection from Azure DevOps, which alone knows the ids in them. */
import type { ServiceEndpoint } from '../../model/azure-devops-subject.ts';
import type { ConnectionNames, PipelineHosts, Unproven } from '../../ports/pipeline-hosts.ts';
import { memberOf, readJson, textOf } from '../read-json.ts';

export interface EndpointSource {
  /** `https://dev.azure.com/contoso/`, as the agent says it; the token goes nowhere else. */
  readonly collectionUrl: string;
  /** Token of the job; undefined when it is not handed to the task. */
  readonly accessToken: string | undefined;
}

/** REST serviceendpoint/endpoints 7.1 (MicrosoftDocs/azure-devops-docs, automate-service-connections). */
export function createServiceEndpoints({
  collectionUrl,
  accessToken,
}: EndpointSource): PipelineHosts['serviceConnection'] {
  return async (names) => {
    const { organization, project, connection } = names;
    if (organization.toLowerCase() !== organizationIn(collectionUrl)) {
      return unproven(`this run is not of the organization ${organization}`);
    }
    if (!accessToken) return unproven('the job has no access token');
    const path = `${encodeURIComponent(project)}/_apis/serviceendpoint/endpoints`;
    const query = `endpointNames=${encodeURIComponent(connection)}&type=azurerm&api-version=7.1`;
    const headers = { authorization: `Bearer ${accessToken}`, 'x-tfs-fedauthredirect': 'Suppress' };
    try {
      const { status, body } = await readJson(`${collectionUrl.replace(/\/*$/, '/')}${path}?${query}`, headers);
      if (status !== 200) return unproven(`Azure DevOps does not show the service connections (${status})`);
      return endpointIn(body, names);
    } catch (thrown) {
      return unproven(`Azure DevOps could not be asked (${thrown instanceof Error ? thrown.message : String(thrown)})`);
    }
  };
}

/** Of `https://dev.azure.com/contoso/` and of the older `https://contoso.visualstudio.com/`, in lower case. */
function organizationIn(collectionUrl: string): string | undefined {
  if (!URL.canParse(collectionUrl)) return undefined;
  const { hostname, pathname } = new URL(collectionUrl);
  const older = /^([^.]+)\.visualstudio\.com$/.exec(hostname)?.[1];
  return (older ?? decodeURIComponent(pathname.split('/')[1] ?? '')).toLowerCase();
}

/** Whoever may not read connections gets an empty list, as if there were none. */
function endpointIn(
  body: unknown,
  { connection, project }: ConnectionNames,
): Awaited<ReturnType<PipelineHosts['serviceConnection']>> {
  const listed = memberOf(body, 'value');
  const all: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const found = all.find((item) => textOf(item, 'name').toLowerCase() === connection.toLowerCase());
  if (!found)
    return unproven(
      `project ${project} shows no service connection ${connection}: it was renamed, or the job may not read it`,
    );
  const parameter = (name: string) => textOf(found, 'authorization', 'parameters', name);
  const endpoint: ServiceEndpoint = {
    id: textOf(found, 'id'),
    name: textOf(found, 'name'),
    issuer: parameter('workloadIdentityFederationIssuer'),
    subject: parameter('workloadIdentityFederationSubject'),
    tenantId: parameter('tenantid'),
    clientId: parameter('serviceprincipalid'),
    cloud: textOf(found, 'data', 'environment'),
  };
  if (
    textOf(found, 'authorization', 'scheme') !== 'WorkloadIdentityFederation' ||
    !endpoint.issuer ||
    !endpoint.subject
  ) {
    return {
      ...unproven(`the service connection ${connection} signs in with a secret`),
      remedy: 'Convert it to workload identity federation.',
    };
  }
  return { proven: true, endpoint };
}

function unproven(why: string): Unproven {
  const remedy =
    "Make the project's build service a Reader of the connection, or write its `issuer` and `subject` in idwire.yaml.";
  return { proven: false, why, remedy };
}
