/** Azure Resource Manager behind the port: identities, clusters and federated credentials through Microsoft's SDK. */
import type { ManagedServiceIdentityClient } from '@azure/arm-msi';
import type { TokenCredential } from '@azure/identity';
import type { Cloud } from '../../model/cloud.ts';
import { Bug, InputError } from '../../model/errors.ts';
import {
  type FederatedCredential,
  type Identity,
  type ManagedCluster,
  type ManagedIdentity,
  resourceParts,
} from '../../model/identity.ts';
import type { Azure } from '../../ports/azure.ts';
import { calling, isNotFound } from './failures.ts';

/** API version of managed clusters: the first stable one with identity bindings. */
const clusterVersion = '2026-04-01';

/** Reads are retried by the SDK; writes are not, since each try has to be decided again. */
type Purpose = 'read' | 'write';

/** Loads the SDK when it is first called. Throws `InputError` for a resource manager that is not https. */
export function createResourceManager(credential: TokenCredential, cloud: Cloud): Azure {
  if (!cloud.resourceManager.startsWith('https://')) {
    throw new InputError({
      problem: 'The resource manager of the cloud must be an https URL.',
      evidence: cloud.resourceManager,
      remedy: 'Write an https URL.',
    });
  }
  const clients = new Map<string, Promise<ManagedServiceIdentityClient>>();
  const client = (subscription: string, purpose: Purpose) => {
    const key = `${purpose} ${subscription.toLowerCase()}`;
    const known = clients.get(key) ?? newClient(credential, cloud, subscription, purpose);
    clients.set(key, known);
    return known;
  };
  return {
    identities: (subscription) =>
      calling(`list the identities of subscription ${subscription}`, async () =>
        listIdentities(await client(subscription, 'read')),
      ),
    cluster: (resource) =>
      calling(`read the cluster ${resource}`, async () =>
        readCluster(await client(subscriptionOf(resource), 'read'), cloud, resource),
      ),
    credentials: (identity) =>
      calling(`list the federated credentials of ${identity.id}`, async () =>
        listCredentials(await client(subscriptionOf(identity.id), 'read'), identity),
      ),
    write: (identity, wanted) =>
      calling(`write the federated credential ${wanted.name} of ${identity.id}`, async () => {
        const { group, name } = partsOf(identity.id);
        const { issuer, subject, audiences } = wanted;
        if (subject === undefined)
          throw new Bug({
            problem: 'A credential without a subject is never written.',
            evidence: wanted.name,
            remedy: 'Please report this.',
          });
        const { federatedIdentityCredentials } = await client(subscriptionOf(identity.id), 'write');
        await federatedIdentityCredentials.createOrUpdate(group, name, wanted.name, {
          issuer,
          subject,
          audiences: [...audiences],
        });
      }),
    remove: (identity, credentialName) =>
      calling(`delete the federated credential ${credentialName} of ${identity.id}`, async () => {
        const { group, name } = partsOf(identity.id);
        const { federatedIdentityCredentials } = await client(subscriptionOf(identity.id), 'write');
        await federatedIdentityCredentials.delete(group, name, credentialName);
      }),
  };
}

async function newClient(
  credential: TokenCredential,
  cloud: Cloud,
  subscription: string,
  purpose: Purpose,
): Promise<ManagedServiceIdentityClient> {
  const { ManagedServiceIdentityClient: Client } = await import('@azure/arm-msi');
  return new Client(credential, subscription, {
    endpoint: cloud.resourceManager,
    credentialScopes: [`${cloud.resourceManager}/.default`],
    retryOptions: { maxRetries: purpose === 'read' ? 5 : 0 },
  });
}

async function listIdentities(client: ManagedServiceIdentityClient): Promise<readonly ManagedIdentity[]> {
  const identities: ManagedIdentity[] = [];
  for await (const {
    id = '',
    clientId = '',
    principalId = '',
    tenantId = '',
    location,
  } of client.userAssignedIdentities.listBySubscription()) {
    identities.push({ kind: 'managed-identity', id, clientId, principalId, tenantId, location });
  }
  return identities;
}

/** The body of a page as Azure sent it: the SDK's model drops what its API version does not know. */
interface CredentialPage {
  readonly value?: readonly {
    readonly name?: string;
    readonly properties?: {
      readonly issuer?: string;
      readonly subject?: string | null;
      readonly audiences?: readonly string[];
    };
  }[];
}

async function listCredentials(
  client: ManagedServiceIdentityClient,
  identity: Identity,
): Promise<readonly FederatedCredential[]> {
  const { group, name } = partsOf(identity.id);
  const pages: CredentialPage[] = [];
  const options = {
    onResponse: ({ bodyAsText, status }: { bodyAsText?: string | null; status: number }) => {
      if (status === 200) pages.push(JSON.parse(bodyAsText ?? '{}') as CredentialPage);
    },
  };
  for await (const _ of client.federatedIdentityCredentials.list(group, name, options));
  return pages
    .flatMap((page) => page.value ?? [])
    .map(({ name: credentialName = '', properties }) => ({
      name: credentialName,
      issuer: properties?.issuer ?? '',
      subject: properties?.subject || undefined,
      audiences: properties?.audiences ?? [],
    }));
}

async function readCluster(
  client: ManagedServiceIdentityClient,
  cloud: Cloud,
  resource: string,
): Promise<ManagedCluster | undefined> {
  const { createPipelineRequest } = await import('@azure/core-rest-pipeline');
  const url = `${cloud.resourceManager}${resource}?api-version=${clusterVersion}`;
  const response = await client.sendRequest(createPipelineRequest({ url, method: 'GET' }));
  if (isNotFound({ statusCode: response.status })) return undefined;
  const body = JSON.parse(response.bodyAsText ?? '{}') as ClusterBody;
  if (response.status !== 200)
    throw Object.assign(new Error(body.error?.message ?? `HTTP ${response.status}`), {
      statusCode: response.status,
      code: body.error?.code,
    });
  const profile = body.properties?.oidcIssuerProfile;
  return {
    id: body.id ?? resource,
    name: body.name ?? '',
    location: body.location ?? '',
    issuer: profile?.enabled === false ? undefined : profile?.issuerURL,
    properties: body.properties ?? {},
  };
}

interface ClusterBody {
  readonly id?: string;
  readonly name?: string;
  readonly location?: string;
  readonly properties?: Readonly<Record<string, unknown>> & {
    readonly oidcIssuerProfile?: { readonly enabled?: boolean; readonly issuerURL?: string };
  };
  readonly error?: { readonly code?: string; readonly message?: string };
}

function subscriptionOf(id: string): string {
  return partsOf(id).subscription;
}

function partsOf(id: string): { subscription: string; group: string; name: string } {
  const parts = resourceParts(id);
  if (!parts)
    throw new InputError({
      problem: 'This is not the id of a resource in a resource group.',
      evidence: id,
      remedy: 'Write /subscriptions/<id>/resourceGroups/<name>/providers/<type>/<name>.',
    });
  return parts;
}
