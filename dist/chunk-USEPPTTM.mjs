// src/model/aadsts.ts
var aadstsSources = [
  "azure-devops-docs: troubleshoot-workload-identity, errors-workload-identity",
  "Azure/azure-workload-identity: docs/book/src/troubleshooting.md, issues 340, 693, 1200, 1232",
  "Azure/login issues 482, 515, 517",
  "learn.microsoft.com/entra/identity-platform/reference-error-codes"
];
var aadstsCodes = [
  {
    code: 700016,
    meaning: "No application or managed identity with this client id exists in the tenant.",
    causes: [
      "the client id is a resource id, an object id, a name or a placeholder",
      "the tenant is another one",
      "the identity was deleted and made again"
    ],
    remedy: "Compare the client id and the tenant with `az identity show`.",
    rules: [
      "client-id-not-a-guid",
      "tenant-id-not-a-guid",
      "drift-identity-not-found",
      "drift-client-id-is-object-id",
      "drift-tenant-mismatch"
    ]
  },
  {
    code: 70025,
    meaning: "The application or identity has no federated credential at all.",
    causes: ["the credential was never created", "it was created on another identity"],
    remedy: "Create the federated credential for the issuer and subject of the token.",
    rules: ["credential-undeclared", "drift-credential-missing"]
  },
  {
    code: 70021,
    meaning: "No federated credential matches the token; an older form of 700211 to 700213, also seen shortly after a change.",
    causes: ["issuer, subject or audience differ", "the credential is only seconds old and not yet known everywhere"],
    remedy: "Compare issuer, subject and audience byte for byte; after a change wait a few minutes.",
    rules: ["credential-subject-unmatched", "credential-issuer-mismatch", "drift-credential-missing"]
  },
  {
    code: 700211,
    meaning: "No federated credential has the issuer of the token.",
    causes: [
      "a slash at the end is missing (AKS) or too many (GitHub)",
      "the cluster was rebuilt and has a new issuer",
      "the credential names the retired Azure DevOps issuer"
    ],
    remedy: "Write the issuer exactly as the token has it; for AKS `az aks show --query oidcIssuerProfile.issuerUrl`.",
    rules: [
      "credential-issuer-slash",
      "credential-issuer-mismatch",
      "credential-issuer-retiring",
      "drift-cluster-issuer-changed"
    ]
  },
  {
    code: 700212,
    meaning: "The issuer fits, but the audience of the token is not the one of the credential.",
    causes: [
      "a token of another audience was sent (the default one, or that of an identity binding)",
      "the audience of another cloud was written"
    ],
    remedy: "The audience is api://AzureADTokenExchange in the public cloud.",
    rules: ["credential-audience-unexpected", "drift-credential-changed"]
  },
  {
    code: 700213,
    meaning: "Issuer and audience fit, but no federated credential has the subject of the token.",
    causes: [
      "the pods run as another account or in another namespace",
      "a workflow uses an environment and the credential names a branch, or the reverse",
      "the repository presents the immutable form with ids"
    ],
    remedy: "Write the subject exactly as the token has it.",
    rules: [
      "service-account-wrong-namespace",
      "credential-subject-unmatched",
      "pipeline-subject-undeclared",
      "drift-credential-missing",
      "drift-pipeline-credential"
    ]
  },
  {
    code: 7002138,
    meaning: "The subject differs from that of a credential in letter case only.",
    causes: ["the spelling of owner, repository, environment or account is not the stored one"],
    remedy: "Use exactly the spelling of the token; case counts.",
    rules: ["credential-subject-malformed", "pipeline-subject-undeclared"]
  },
  {
    code: 7002131,
    meaning: "Neither a subject nor a claims matching expression fits the token.",
    causes: ["the expression of a flexible credential does not cover this token"],
    remedy: "Compare the claims of the token with the expression.",
    rules: []
  },
  {
    code: 700024,
    meaning: "The token is outside of its time: expired, or not yet valid.",
    causes: ["an assertion was kept and used again", "the file of the token is read only once", "a clock is wrong"],
    remedy: "Read the token anew for each request; a GitHub token lives about five minutes.",
    rules: ["token-path-hard-coded"]
  },
  {
    code: 7000272,
    meaning: "The key that signed the token is not among those the issuer publishes.",
    causes: ["keys were rotated a moment ago", "the published key set of a self-managed cluster is stale"],
    remedy: "Publish the current key set of the issuer, and try again after a few minutes.",
    rules: []
  },
  {
    code: 90061,
    meaning: "Entra could not reach the issuer.",
    causes: ["the discovery document of a self-managed cluster is not public", "the issuer has a fault"],
    remedy: "Open <issuer>/.well-known/openid-configuration from the internet.",
    rules: []
  },
  {
    code: 50166,
    meaning: "Entra could not read the discovery document or keys of the issuer.",
    causes: ["the issuer is unreachable, slow or throttles"],
    remedy: "Open <issuer>/.well-known/openid-configuration from the internet.",
    rules: []
  },
  {
    code: 501661,
    meaning: "Entra could not read the discovery document or keys of the issuer.",
    causes: ["the issuer is unreachable"],
    remedy: "Open <issuer>/.well-known/openid-configuration from the internet.",
    rules: []
  },
  {
    code: 900612,
    meaning: "The key set of the issuer cannot be read as keys.",
    causes: ["a self-managed cluster publishes something else at jwks_uri"],
    remedy: "Publish the output of `kubectl get --raw /openid/v1/jwks`.",
    rules: []
  },
  {
    code: 90002,
    meaning: "The tenant does not exist.",
    causes: ["the tenant id is misspelt or of another cloud"],
    remedy: "Compare the tenant with `az account show --query tenantId`.",
    rules: ["tenant-id-not-a-guid", "tenant-id-empty"]
  },
  {
    code: 7000215,
    meaning: "A client secret was sent, and it is not valid.",
    causes: ["AZURE_CLIENT_SECRET is set beside workload identity and wins"],
    remedy: "Remove the secret from the environment of the pod.",
    rules: ["client-secret-beside-identity", "plain-client-secret"]
  },
  {
    code: 7002121,
    meaning: "The token is one of Entra itself, and its audience is not the one that is expected.",
    causes: ["the token of a pipeline with the Entra issuer was asked for with another audience"],
    remedy: "Leave the audience of the token to the task; that of the credential is api://AzureADTokenExchange.",
    rules: ["credential-audience-unexpected"]
  },
  {
    code: 700222,
    meaning: "Tokens that Entra itself issued are not accepted as assertions here.",
    causes: ["a token of another managed identity or service was sent instead of the account token"],
    remedy: "Send the projected token of the ServiceAccount, or the token of the pipeline.",
    rules: []
  },
  {
    code: 70052,
    meaning: "The identity must be a managed identity or an application of a single tenant.",
    causes: ["an Azure DevOps connection with the Entra issuer uses a multitenant application"],
    remedy: "Use a single-tenant application or a managed identity.",
    rules: []
  },
  {
    code: 700226,
    meaning: "Of the tokens that Entra issues, only those of managed identities are accepted here.",
    causes: ["the token of an application was sent as assertion"],
    remedy: "Send the token of a managed identity, of the ServiceAccount, or of the pipeline.",
    rules: []
  },
  {
    code: 700236,
    meaning: "The tenant does not allow tokens that Entra issued as assertions.",
    causes: ["a policy of the tenant"],
    remedy: "Ask the administrators of the tenant, or federate with an issuer outside of Entra.",
    rules: []
  },
  {
    code: 700223,
    meaning: "The tenant does not allow federated credentials.",
    causes: ["a policy of the tenant restricts workload identity federation"],
    remedy: "Ask the administrators of the tenant for an exception.",
    rules: []
  },
  {
    code: 700238,
    meaning: "The tenant does not allow this issuer.",
    causes: ["a policy of the tenant names the issuers that may be trusted"],
    remedy: "Ask the administrators of the tenant to allow the issuer.",
    rules: []
  },
  {
    code: 900382,
    meaning: "An application of one cloud cannot sign in to another one.",
    causes: ["the authority is that of another cloud than the identity"],
    remedy: "Set the cloud (and with it authority and audience) in which the identity lives.",
    rules: []
  }
];
function aadstsIn(text) {
  const [, digits] = /AADSTS(\d{5,8})/.exec(text) ?? [];
  if (!digits) return void 0;
  const code = Number(digits);
  return { code, known: aadstsCodes.find((candidate) => candidate.code === code) };
}

export {
  aadstsSources,
  aadstsCodes,
  aadstsIn
};
