/** Microsoft Graph behind the port: the federated credentials of app registrations. */
import type { TokenCredential } from '@azure/identity';
import type { Cloud } from '../../model/cloud.ts';
import { AccessError, Bug, InputError } from '../../model/errors.ts';
import type { FederatedCredential, Identity } from '../../model/identity.ts';
import type { Azure } from '../../ports/azure.ts';
import { calling, isNotFound } from './failures.ts';

/** The part of the port that concerns credentials. */
export type CredentialStore = Pick<Azure, 'credentials' | 'write' | 'remove'>;

/** Reads are retried by the pipeline; writes are not, since each try has to be decided again. */
type Purpose = 'read' | 'write';
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/**
 * Lists on `beta`, whose answers hold flexible credentials whole (they have no subject, and v1.0 lists were seen to
 * break off at them: Azure/azure-workload-identity issue 373); writes on `v1.0`. Graph reference, resource
 * federatedIdentityCredential. Loads its HTTP client when it is first called. Throws `InputError` without TLS.
 */
export function createGraph(credential: TokenCredential, cloud: Cloud): CredentialStore {
  if (!cloud.graph.startsWith('https://')) {
    const remedy = 'Tokens are only ever sent over TLS; write an https URL.';
    throw new InputError({ problem: 'The Graph of the cloud must be an https URL.', evidence: cloud.graph, remedy });
  }
  const graph = new GraphClient(credential, cloud);
  return {
    credentials: (identity) =>
      granted(`list the federated credentials of ${identity.id}`, 'Application.Read.All', () => list(graph, identity)),
    write: (identity, wanted) =>
      granted(`write the federated credential ${wanted.name} of ${identity.id}`, writing, () =>
        write(graph, identity, wanted),
      ),
    remove: (identity, name) =>
      granted(`delete the federated credential ${name} of ${identity.id}`, writing, async () => {
        try {
          await graph.send('DELETE', `/v1.0${one(identity, name)}`);
        } catch (thrown) {
          if (!isNotFound(thrown)) throw thrown;
        }
      }),
  };
}

/** The least permission of an application that owns what it writes to, and the one for all. */
const writing = 'Application.ReadWrite.OwnedBy (as owner of the app registration) or Application.ReadWrite.All';

/** Says which permission of Graph is missing; Azure roles do not help here. */
function granted<Result>(doing: string, permission: string, call: () => Promise<Result>): Promise<Result> {
  return calling(doing, async () => {
    try {
      return await call();
    } catch (thrown) {
      const { statusCode, message } = thrown as { statusCode?: number; message?: string };
      if (statusCode !== 403) throw thrown;
      throw new AccessError(
        {
          problem: `Microsoft Graph refused to ${doing} (403).`,
          evidence: message ?? '',
          remedy: `Grant the application permission ${permission} of Microsoft Graph to the one that runs this.`,
        },
        { cause: thrown },
      );
    }
  });
}

function all({ clientId }: Identity): string {
  return `/applications(appId='${encodeURIComponent(clientId)}')/federatedIdentityCredentials`;
}

function one(identity: Identity, name: string): string {
  return `${all(identity)}/${encodeURIComponent(name)}`;
}

interface CredentialPage {
  readonly value?: readonly {
    readonly name?: string;
    readonly issuer?: string;
    readonly subject?: string | null;
    readonly audiences?: readonly string[];
  }[];
  readonly '@odata.nextLink'?: string;
}

async function list(graph: GraphClient, identity: Identity): Promise<readonly FederatedCredential[]> {
  const found: FederatedCredential[] = [];
  let next: string | undefined = `/beta${all(identity)}`;
  while (next !== undefined) {
    const page: CredentialPage = await graph.send('GET', next);
    for (const { name = '', issuer = '', subject, audiences = [] } of page.value ?? [])
      found.push({ name, issuer, subject: subject || undefined, audiences });
    next = page['@odata.nextLink'];
  }
  return found;
}

/** Only the audience of a credential that is there is changed; who it trusts never is. */
async function write(graph: GraphClient, identity: Identity, wanted: FederatedCredential): Promise<void> {
  const { name, issuer, subject, audiences } = wanted;
  if (subject === undefined) {
    const remedy = 'Please report this.';
    throw new Bug({ problem: 'A credential without a subject is never written.', evidence: name, remedy });
  }
  try {
    await graph.send('PATCH', `/v1.0${one(identity, name)}`, { audiences });
  } catch (thrown) {
    if (!isNotFound(thrown)) throw thrown;
    await graph.send('POST', `/v1.0${all(identity)}`, { name, issuer, subject, audiences });
  }
}

class GraphClient {
  private readonly credential: TokenCredential;
  private readonly cloud: Cloud;

  constructor(credential: TokenCredential, cloud: Cloud) {
    this.credential = credential;
    this.cloud = cloud;
  }

  /** `target` is a path below Graph, or a whole link that Graph gave; the token follows neither elsewhere. */
  async send<Body>(method: Method, target: string, body?: unknown): Promise<Body> {
    const { createDefaultHttpClient, createPipelineRequest, RestError } = await import('@azure/core-rest-pipeline');
    const url = new URL(target, this.cloud.graph).href;
    if (new URL(url).origin !== new URL(this.cloud.graph).origin) throw elsewhere(url);
    const request = createPipelineRequest({ url, method });
    if (body !== undefined) {
      request.body = JSON.stringify(body);
      request.headers.set('content-type', 'application/json');
    }
    const pipeline = await this.pipeline(method === 'GET' ? 'read' : 'write');
    const response = await pipeline.sendRequest(createDefaultHttpClient(), request);
    const { status, bodyAsText } = response;
    if (status >= 200 && status < 300) return (bodyAsText ? JSON.parse(bodyAsText) : undefined) as Body;
    const { code, message } = errorIn(bodyAsText ?? '');
    throw new RestError(message ?? `HTTP ${status}`, { statusCode: status, request, response, ...(code && { code }) });
  }

  private async pipeline(purpose: Purpose) {
    const { bearerTokenAuthenticationPolicy, createPipelineFromOptions } = await import('@azure/core-rest-pipeline');
    const pipeline = createPipelineFromOptions({ retryOptions: { maxRetries: purpose === 'read' ? 5 : 0 } });
    pipeline.addPolicy(
      bearerTokenAuthenticationPolicy({ credential: this.credential, scopes: `${this.cloud.graph}/.default` }),
    );
    return pipeline;
  }
}

function elsewhere(url: string): InputError {
  const remedy = 'Check the `graph` of the cloud in idwire.yaml.';
  return new InputError({ problem: 'Graph answered with a link to another host.', evidence: url, remedy });
}

/** `{"error":{"code","message"}}`; what is not JSON has neither. */
function errorIn(text: string): { readonly code?: string; readonly message?: string } {
  try {
    return (JSON.parse(text) as { error?: { code?: string; message?: string } } | null)?.error ?? {};
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return {};
    throw thrown;
  }
}
