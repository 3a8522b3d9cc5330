/** What Entra's AADSTS codes mean for federated sign-in, and which rule would have seen the cause before. */

/** Codes are hints: Microsoft may change them, so the raw text is always shown beside this. */
export interface AadstsCode {
  readonly code: number;
  readonly meaning: string;
  /** The usual causes, the commonest first. */
  readonly causes: readonly string[];
  readonly remedy: string;
  /** Rules that see such a cause in the repository, in Azure or in the cluster. */
  readonly rules: readonly string[];
}

/**
 * Sources: azure-devops-docs troubleshoot-workload-identity; azure-workload-identity troubleshooting page and issues
 * 340, 693, 1200, 1232; Azure/login issues 482, 515, 517; the public reference of error codes.
 */
export const aadstsCodes: readonly AadstsCode[] = [
  {
    code: 700016,
    meaning: 'No application or managed identity with this client id exists in the tenant.',
    causes: [
      'the client id is a resource id, an object id, a name or a placeholder',
      'the tenant is another one',
      'the identity was deleted and made again',
    ],
    remedy: 'Compare the client id and the tenant with `az identity show`.',
    rules: [
      'client-id-not-a-guid',
      'tenant-id-not-a-guid',
      'drift-identity-not-found',
      'drift-client-id-is-object-id',
      'drift-tenant-mismatch',
    ],
  },
  {
    code: 70025,
    meaning: 'The application or identity has no federated credential at all.',
    causes: ['the credential was never created', 'it was created on another identity'],
    remedy: 'Create the federated credential for the issuer and subject of the token.',
    rules: ['credential-undeclared', 'drift-credential-missing'],
  },
  {
    code: 70021,
    meaning:
      'No federated credential matches the token; an older form of 700211 to 700213, also seen shortly after a change.',
    causes: ['issuer, subject or audience differ', 'the credential is only seconds old and not yet known everywhere'],
    remedy: 'Compare issuer, subject and audience byte for byte; after a change wait a few minutes.',
    rules: ['credential-subject-unmatched', 'credential-issuer-mismatch', 'drift-credential-missing'],
  },
  {
    code: 700211,
    meaning: 'No federated credential has the issuer of the token.',
    causes: [
      'a slash at the end is missing (AKS) or too many (GitHub)',
      'the cluster was rebuilt and has a new issuer',
      'the credential names the retired Azure DevOps issuer',
    ],
    remedy: 'Write the issuer exactly as the token has it; for AKS `az aks show --query oidcIssuerProfile.issuerUrl`.',
    rules: [
      'credential-issuer-slash',
      'credential-issuer-mismatch',
      'credential-issuer-retiring',
      'drift-cluster-issuer-changed',
    ],
  },
  {
    code: 700212,
    meaning: 'The issuer fits, but the audience of the token is not the one of the credential.',
    causes: [
      'a token of another audience was sent (the default one, or that of an identity binding)',
      'the audience of another cloud was written',
    ],
    remedy: 'The audience is api://AzureADTokenExchange in the public cloud.',
    rules: ['credential-audience-unexpected', 'drift-credential-changed'],
  },
  {
    code: 700213,
    meaning: 'Issuer and audience fit, but no federated credential has the subject of the token.',
    causes: [
      'the pods run as another account or in another namespace',
      'a workflow uses an environment and the credential names a branch, or the reverse',
      'the repository presents the immutable form with ids',
    ],
    remedy: 'Write the subject exactly as the token has it.',
    rules: [
      'service-account-wrong-namespace',
      'credential-subject-unmatched',
      'pipeline-subject-undeclared',
      'drift-credential-missing',
      'drift-pipeline-credential',
    ],
  },
  {
    code: 7002138,
    meaning: 'The subject differs from that of a credential in letter case only.',
    causes: ['the spelling of owner, repository, environment or account is not the stored one'],
    remedy: 'Use exactly the spelling of the token; case counts.',
    rules: ['credential-subject-malformed', 'pipeline-subject-undeclared'],
  },
  {
    code: 7002131,
    meaning: 'Neither a subject nor a claims matching expression fits the token.',
    causes: ['the expression of a flexible credential does not cover this token'],
    remedy: 'Compare the claims of the token with the expression.',
    rules: [],
  },
  {
    code: 700024,
    meaning: 'The token is outside of its time: expired, or not yet valid.',
    causes: ['an assertion was kept and used again', 'the file of the token is read only once', 'a clock is wrong'],
    remedy: 'Read the token anew for each request; a GitHub token lives about five minutes.',
    rules: ['token-path-hard-coded'],
  },
  {
    code: 7000272,
    meaning: 'The key that signed the token is not among those the issuer publishes.',
    causes: ['keys were rotated a moment ago', 'the published key set of a self-managed cluster is stale'],
    remedy: 'Publish the current key set of the issuer, and try again after a few minutes.',
    rules: [],
  },
  {
    code: 90061,
    meaning: 'Entra could not reach the issuer.',
    causes: ['the discovery document of a self-managed cluster is not public', 'the issuer has a fault'],
    remedy: 'Open <issuer>/.well-known/openid-configuration from the internet.',
    rules: [],
  },
  {
    code: 50166,
    meaning: 'Entra could not read the discovery document or keys of the issuer.',
    causes: ['the issuer is unreachable, slow or throttles'],
    remedy: 'Open <issuer>/.well-known/openid-configuration from the internet.',
    rules: [],
  },
  {
    code: 501661,
    meaning: 'Entra could not read the discovery document or keys of the issuer.',
    causes: ['the issuer is unreachable'],
    remedy: 'Open <issuer>/.well-known/openid-configuration from the internet.',
    rules: [],
  },
  {
    code: 900612,
    meaning: 'The key set of the issuer cannot be read as keys.',
    causes: ['a self-managed cluster publishes something else at jwks_uri'],
    remedy: 'Publish the output of `kubectl get --raw /openid/v1/jwks`.',
    rules: [],
  },
  {
    code: 90002,
    meaning: 'The tenant does not exist.',
    causes: ['the tenant id is misspelt or of another cloud'],
    remedy: 'Compare the tenant with `az account show --query tenantId`.',
    rules: ['tenant-id-not-a-guid', 'tenant-id-empty'],
  },
  {
    code: 7000215,
    meaning: 'A client secret was sent, and it is not valid.',
    causes: ['AZURE_CLIENT_SECRET is set beside workload identity and wins'],
    remedy: 'Remove the secret from the environment of the pod.',
    rules: ['client-secret-beside-identity', 'plain-client-secret'],
  },
  {
    code: 700222,
    meaning: 'Tokens that Entra itself issued are not accepted as assertions here.',
    causes: ['a token of another managed identity or service was sent instead of the account token'],
    remedy: 'Send the projected token of the ServiceAccount, or the token of the pipeline.',
    rules: [],
  },
  {
    code: 70052,
    meaning: 'The identity must be a managed identity or an application of a single tenant.',
    causes: ['an Azure DevOps connection with the Entra issuer uses a multitenant application'],
    remedy: 'Use a single-tenant application or a managed identity.',
    rules: [],
  },
];

/** The first AADSTS code in a text of Entra, with what is known of it. */
export function aadstsIn(text: string): { readonly code: number; readonly known: AadstsCode | undefined } | undefined {
  const [, digits] = /AADSTS(\d{5,8})/.exec(text) ?? [];
  if (!digits) return undefined;
  const code = Number(digits);
  return { code, known: aadstsCodes.find((candidate) => candidate.code === code) };
}
