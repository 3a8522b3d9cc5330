import {
  chunk_P3PXVN6G_mjs_InputError as InputError
} from "./check-CA0AB372.mjs";

// src/adapters/azure/sign-in.ts
var signInNames = {
  github: "the OIDC token of this GitHub job",
  "azure-pipelines": "the service connection of this Azure Pipelines job",
  "federated-token-file": "the federated token file of the environment",
  "client-secret": "the client secret of the environment",
  "client-certificate": "the client certificate of the environment",
  cli: "the Azure CLI"
};
async function createCredential(signIn, cloud) {
  if (!cloud.authority.startsWith("https://")) throw notHttps("authority", cloud.authority);
  return remembering(await sdkCredential(signIn, cloud));
}
function remembering(credential) {
  const tokens = /* @__PURE__ */ new Map();
  return {
    async getToken(scopes, options) {
      if (options?.claims) return credential.getToken(scopes, options);
      const key = [scopes].flat().join(" ");
      const known = await tokens.get(key)?.catch(() => null);
      if (known && known.expiresOnTimestamp - Date.now() > almostOver) return known;
      const asked = credential.getToken(scopes, options);
      tokens.set(key, asked);
      return asked;
    }
  };
}
var almostOver = 5 * 60 * 1e3;
async function sdkCredential(signIn, cloud) {
  const identity = await import("./esm-GSQVSV35.mjs");
  const options = { authorityHost: cloud.authority, disableInstanceDiscovery: cloud.name === "custom" };
  switch (signIn.method) {
    case "github":
      return new identity.ClientAssertionCredential(signIn.tenantId, signIn.clientId, signIn.idToken, options);
    case "azure-pipelines":
      return new identity.AzurePipelinesCredential(
        signIn.tenantId,
        signIn.clientId,
        signIn.serviceConnection,
        signIn.accessToken,
        options
      );
    case "federated-token-file":
      return new identity.WorkloadIdentityCredential({
        ...options,
        tenantId: signIn.tenantId,
        clientId: signIn.clientId,
        tokenFilePath: signIn.file
      });
    case "client-secret":
      return new identity.ClientSecretCredential(signIn.tenantId, signIn.clientId, signIn.secret, options);
    case "client-certificate":
      return new identity.ClientCertificateCredential(signIn.tenantId, signIn.clientId, signIn.path, options);
    case "cli":
      return new identity.AzureCliCredential(signIn.tenantId === void 0 ? {} : { tenantId: signIn.tenantId });
  }
}
function notHttps(what, url) {
  return new InputError({
    problem: `The ${what} of the cloud must be an https URL.`,
    evidence: url,
    remedy: "Tokens are only ever sent over TLS; write an https URL."
  });
}

export {
  signInNames,
  createCredential
};
