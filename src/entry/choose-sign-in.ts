/** Chooses the one way to sign in to Azure from inputs, configuration and environment, and says what each way lacks. */
import type { SignIn } from '../adapters/azure/sign-in.ts';
import type { Inputs } from '../config/inputs.ts';
import type { ServiceConnection } from '../hosts/azure-pipelines/service-connection.ts';
import type { Environment } from '../hosts/environment.ts';
import { SignInError } from '../model/errors.ts';

export interface SignInSurroundings {
  readonly inputs: Pick<Inputs, 'azureAuth' | 'clientId' | 'tenantId'>;
  readonly environment: Environment;
  /** The tenant of `idwire.yaml`, when it may be trusted. */
  readonly tenant: string | undefined;
  /** The connection of the task's input, on Azure Pipelines. */
  readonly connection?: ServiceConnection | undefined;
  /** Asks the GitHub runner for a token of this job. */
  readonly idToken: () => Promise<string>;
  readonly hasAzureCli: () => boolean;
}

/** A way to sign in, or why it is not open: a sentence without its full stop. */
type Attempt = SignIn | string;

/** Throws `SignInError` that tells for every way in question what it lacks. Chains nothing: the first open way is it. */
export function chooseSignIn(surroundings: SignInSurroundings): SignIn {
  const { azureAuth } = surroundings.inputs;
  if (azureAuth === 'none') throw noWay('azure-auth is none.', 'Choose another value, or run check.');
  const lacking: string[] = [];
  for (const way of ways[azureAuth]) {
    const attempt = way(surroundings);
    if (typeof attempt !== 'string') return attempt;
    lacking.push(`${attempt}.`);
  }
  throw noWay(
    lacking.join('\n'),
    'Give client-id and tenant-id and let the job have an OIDC token (`permissions: id-token: write`), or run `az login`.',
  );
}

const ways: Readonly<Record<'auto' | 'oidc' | 'environment' | 'cli', readonly ((s: SignInSurroundings) => Attempt)[]>> =
  {
    auto: [azurePipelines, github, environmentWay, cli],
    oidc: [azurePipelines, github],
    environment: [environmentWay],
    cli: [cli],
  };

function noWay(evidence: string, remedy: string): SignInError {
  return new SignInError({ problem: 'There is no way to sign in to Azure here.', evidence, remedy });
}

function clientOf({ inputs, environment }: SignInSurroundings): string | undefined {
  return inputs.clientId ?? (environment.AZURE_CLIENT_ID || undefined);
}

function tenantOf({ inputs, environment, tenant }: SignInSurroundings): string | undefined {
  return inputs.tenantId ?? tenant ?? (environment.AZURE_TENANT_ID || undefined);
}

/** The names of those that are missing, for a sentence; undefined when all are there. */
function missing(parts: Readonly<Record<string, string | undefined>>): string | undefined {
  const names = Object.entries(parts).flatMap(([name, value]) => (value ? [] : [name]));
  return names.length === 0 ? undefined : names.join(' and ');
}

/** By the connection of the task, or the one of a surrounding AzureCLI@2 or AzurePowerShell@5 task. */
function azurePipelines({ connection, environment }: SignInSurroundings): Attempt {
  const tenantId = connection?.tenantId ?? environment.AZURESUBSCRIPTION_TENANT_ID;
  const clientId = connection?.clientId ?? environment.AZURESUBSCRIPTION_CLIENT_ID;
  if (connection?.secret && tenantId && clientId) {
    return { method: 'client-secret', tenantId, clientId, secret: connection.secret };
  }
  const serviceConnection = connection?.id ?? environment.AZURESUBSCRIPTION_SERVICE_CONNECTION_ID;
  const accessToken = connection?.accessToken ?? environment.SYSTEM_ACCESSTOKEN;
  if (!environment.SYSTEM_OIDCREQUESTURI)
    return 'Azure Pipelines: this is no job of it (SYSTEM_OIDCREQUESTURI is not set)';
  if (!serviceConnection) return 'Azure Pipelines: no service connection is given (azureSubscription)';
  if (!tenantId || !clientId || !accessToken) {
    return `Azure Pipelines: the service connection lacks ${missing({ tenant: tenantId, 'client id': clientId, 'access token (SYSTEM_ACCESSTOKEN)': accessToken })}`;
  }
  return { method: 'azure-pipelines', tenantId, clientId, serviceConnection, accessToken };
}

function github(surroundings: SignInSurroundings): Attempt {
  const [tenantId, clientId] = [tenantOf(surroundings), clientOf(surroundings)];
  if (!surroundings.environment.ACTIONS_ID_TOKEN_REQUEST_URL) {
    return 'GitHub OIDC: the job may not have a token (ACTIONS_ID_TOKEN_REQUEST_URL is not set)';
  }
  if (!tenantId || !clientId)
    return `GitHub OIDC: no ${missing({ 'client-id': clientId, 'tenant-id': tenantId })} is given`;
  return { method: 'github', tenantId, clientId, idToken: surroundings.idToken };
}

/** As `EnvironmentCredential` and `WorkloadIdentityCredential` of the Azure SDK read them. */
function environmentWay(surroundings: SignInSurroundings): Attempt {
  const { environment } = surroundings;
  const [tenantId, clientId] = [tenantOf(surroundings), clientOf(surroundings)];
  const file = environment.AZURE_FEDERATED_TOKEN_FILE;
  const secret = environment.AZURE_CLIENT_SECRET;
  const path = environment.AZURE_CLIENT_CERTIFICATE_PATH;
  if (!file && !secret && !path) {
    return 'Environment: neither AZURE_FEDERATED_TOKEN_FILE nor AZURE_CLIENT_SECRET nor AZURE_CLIENT_CERTIFICATE_PATH is set';
  }
  if (!tenantId || !clientId) {
    return `Environment: no ${missing({ 'client id (AZURE_CLIENT_ID)': clientId, 'tenant (AZURE_TENANT_ID)': tenantId })} is given`;
  }
  if (file) return { method: 'federated-token-file', tenantId, clientId, file };
  if (secret) return { method: 'client-secret', tenantId, clientId, secret };
  return { method: 'client-certificate', tenantId, clientId, path: path ?? '' };
}

/** The CLI knows its own tenant; one that is given is asked for. */
function cli({ inputs, tenant, hasAzureCli }: SignInSurroundings): Attempt {
  if (!hasAzureCli()) return 'Azure CLI: az is not on PATH';
  return { method: 'cli', tenantId: inputs.tenantId ?? tenant };
}
