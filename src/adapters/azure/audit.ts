/** The reads of Azure that only drift needs, as plain requests: a client library for each would be larger than all of this. */
import type { TokenCredential } from '@azure/identity';
import type { Cloud } from '../../model/cloud.ts';
import type { RoleAssignment } from '../../model/roles.ts';
import type { Audit } from '../../ports/audit.ts';
import { calling, isNotFound } from './failures.ts';
import { createJsonReader, type JsonReader } from './json-reader.ts';

const authorizationVersion = '2022-04-01';
const versionsVersion = '2025-05-01';

/** Loads the SDK's pipeline when it is first called. */
export function createAudit(credential: TokenCredential, cloud: Cloud): Audit {
  const arm = createJsonReader(credential, `${cloud.resourceManager}/.default`);
  const graph = createJsonReader(credential, `${cloud.graph}/.default`);
  const at = (path: string, version: string) => `${cloud.resourceManager}${path}?api-version=${version}`;
  return {
    roleAssignments: (subscription) =>
      calling(`list the role assignments of subscription ${subscription}`, () =>
        listAssignments(
          arm,
          at(`/subscriptions/${subscription}/providers/Microsoft.Authorization/roleAssignments`, authorizationVersion),
        ),
      ),
    roleDefinition: (id) =>
      calling(`read the role ${id}`, async () => {
        const body = await absent(() => arm(at(id, authorizationVersion)));
        const { properties } = (body ?? {}) as { properties?: DefinitionBody };
        if (!properties) return undefined;
        return {
          name: properties.roleName ?? '',
          actions: (properties.permissions ?? []).flatMap(({ actions = [] }) => actions),
          custom: properties.type === 'CustomRole',
        };
      }),
    supportedVersions: (subscription, location) =>
      calling(`list the Kubernetes versions of ${location}`, async () => {
        const path = `/subscriptions/${subscription}/providers/Microsoft.ContainerService/locations/${location}/kubernetesVersions`;
        const { values = [] } = (await arm(at(path, versionsVersion))) as { values?: readonly VersionBody[] };
        return values.filter(({ isPreview }) => !isPreview).map(({ version = '' }) => version);
      }),
    application: (id) =>
      calling(`look up the application ${id}`, async () => {
        const body =
          (await absent(() => graph(`${cloud.graph}/v1.0/applications(appId='${id}')?$select=id,appId`))) ??
          (await absent(() => graph(`${cloud.graph}/v1.0/applications/${id}?$select=id,appId`)));
        const { appId, id: objectId = '' } = (body ?? {}) as { appId?: string; id?: string };
        if (!appId) return undefined;
        return { kind: 'application', id: `application:${appId}`, clientId: appId, tenantId: '', objectId };
      }),
  };
}

interface DefinitionBody {
  readonly roleName?: string;
  readonly type?: string;
  readonly permissions?: readonly { readonly actions?: readonly string[] }[];
}

interface VersionBody {
  readonly version?: string;
  readonly isPreview?: boolean;
}

interface AssignmentPage {
  readonly value?: readonly { readonly properties?: Partial<RoleAssignment> }[];
  readonly nextLink?: string;
}

async function listAssignments(read: JsonReader, first: string): Promise<readonly RoleAssignment[]> {
  const assignments: RoleAssignment[] = [];
  for (let url: string | undefined = first; url; ) {
    const page = (await read(url)) as AssignmentPage;
    for (const { properties } of page.value ?? []) {
      const { principalId = '', scope = '', roleDefinitionId = '' } = properties ?? {};
      assignments.push({ principalId, scope, roleDefinitionId });
    }
    url = page.nextLink;
  }
  return assignments;
}

async function absent(read: () => Promise<unknown>): Promise<unknown> {
  try {
    return await read();
  } catch (thrown) {
    if (isNotFound(thrown)) return undefined;
    throw thrown;
  }
}
