/** Signs in to Azure by one way chosen beforehand; a chain of ways would hide why the right one failed. */
import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/identity';
import type { Cloud } from '../../model/cloud.ts';
import { InputError } from '../../model/errors.ts';

/** The ways to sign in, with what each needs. */
export type SignIn =
  | {
      readonly method: 'github';
      readonly tenantId: string;
      readonly clientId: string;
      readonly idToken: () => Promise<string>;
    }
  | {
      readonly method: 'azure-pipelines';
      readonly tenantId: string;
      readonly clientId: string;
      readonly serviceConnection: string;
      readonly accessToken: string;
    }
  | {
      readonly method: 'federated-token-file';
      readonly tenantId: string;
      readonly clientId: string;
      readonly file: string;
    }
  | { readonly method: 'client-secret'; readonly tenantId: string; readonly clientId: string; readonly secret: string }
  | {
      readonly method: 'client-certificate';
      readonly tenantId: string;
      readonly clientId: string;
      readonly path: string;
    }
  | { readonly method: 'cli'; readonly tenantId: string | undefined };

/** What the output calls each way. */
export const signInNames: Readonly<Record<SignIn['method'], string>> = {
  github: 'the OIDC token of this GitHub job',
  'azure-pipelines': 'the service connection of this Azure Pipelines job',
  'federated-token-file': 'the federated token file of the environment',
  'client-secret': 'the client secret of the environment',
  'client-certificate': 'the client certificate of the environment',
  cli: 'the Azure CLI',
};

/**
 * The credential of a way to sign in. The SDK loads lazily. `disableInstanceDiscovery` keeps a cloud with endpoints of
 * its own from asking the public cloud about them. Throws `InputError` for an authority that is not https.
 */
export async function createCredential(signIn: SignIn, cloud: Cloud): Promise<TokenCredential> {
  if (!cloud.authority.startsWith('https://')) throw notHttps('authority', cloud.authority);
  return remembering(await sdkCredential(signIn, cloud));
}

/** Asks once for a token and hands it to every client until it is about to end: some ways start a program each time. */
function remembering(credential: TokenCredential): TokenCredential {
  const tokens = new Map<string, Promise<AccessToken | null>>();
  return {
    async getToken(scopes: string | string[], options?: GetTokenOptions) {
      if (options?.claims) return credential.getToken(scopes, options);
      const key = [scopes].flat().join(' ');
      const known = await tokens.get(key)?.catch(() => null);
      if (known && known.expiresOnTimestamp - Date.now() > almostOver) return known;
      const asked = credential.getToken(scopes, options);
      tokens.set(key, asked);
      return asked;
    },
  };
}

/** A token with less time left than this is asked for anew; in milliseconds. */
const almostOver = 5 * 60 * 1000;

async function sdkCredential(signIn: SignIn, cloud: Cloud): Promise<TokenCredential> {
  const identity = await import('@azure/identity');
  const options = { authorityHost: cloud.authority, disableInstanceDiscovery: cloud.name === 'custom' };
  switch (signIn.method) {
    case 'github':
      return new identity.ClientAssertionCredential(signIn.tenantId, signIn.clientId, signIn.idToken, options);
    case 'azure-pipelines':
      return new identity.AzurePipelinesCredential(
        signIn.tenantId,
        signIn.clientId,
        signIn.serviceConnection,
        signIn.accessToken,
        options,
      );
    case 'federated-token-file':
      return new identity.WorkloadIdentityCredential({
        ...options,
        tenantId: signIn.tenantId,
        clientId: signIn.clientId,
        tokenFilePath: signIn.file,
      });
    case 'client-secret':
      return new identity.ClientSecretCredential(signIn.tenantId, signIn.clientId, signIn.secret, options);
    case 'client-certificate':
      return new identity.ClientCertificateCredential(signIn.tenantId, signIn.clientId, signIn.path, options);
    case 'cli':
      return new identity.AzureCliCredential(signIn.tenantId === undefined ? {} : { tenantId: signIn.tenantId });
  }
}

function notHttps(what: string, url: string): InputError {
  return new InputError({
    problem: `The ${what} of the cloud must be an https URL.`,
    evidence: url,
    remedy: 'Tokens are only ever sent over TLS; write an https URL.',
  });
}
