import {
  Throttled,
  WriteConflict
} from "./chunk-QSL2B2D3.mjs";
import {
  resourceParts
} from "./chunk-2EPMM6BQ.mjs";
import {
  createCredential
} from "./chunk-2ZP2WGJQ.mjs";
import {
  chunk_P3PXVN6G_mjs_AccessError as AccessError,
  chunk_P3PXVN6G_mjs_Bug as Bug,
  chunk_P3PXVN6G_mjs_IdwireError as IdwireError,
  chunk_P3PXVN6G_mjs_InputError as InputError,
  chunk_P3PXVN6G_mjs_RemoteError as RemoteError,
  chunk_P3PXVN6G_mjs_SignInError as SignInError
} from "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";

// src/adapters/azure/session.ts
const { readFileSync } = process.getBuiltinModule("node:fs");

// src/model/aadsts.ts
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

// src/adapters/azure/failures.ts
async function calling(doing, call) {
  try {
    return await call();
  } catch (thrown) {
    throw thrown instanceof IdwireError ? thrown : failureOf(doing, thrown);
  }
}
function isNotFound(thrown) {
  return thrown.statusCode === 404;
}
function failureOf(doing, failure) {
  const evidence = failure.message ?? "no reason was given";
  const { statusCode: status } = failure;
  const cause = { cause: failure };
  const signIn = aadstsIn(evidence);
  if (signIn || failure.name === "CredentialUnavailableError") return refusedSignIn(evidence, signIn, cause);
  if (status === 401) {
    const remedy = "Check the tenant: the token has to be of the one that the subscription belongs to.";
    return new SignInError({ problem: `Azure did not accept the token to ${doing} (401).`, evidence, remedy }, cause);
  }
  const hidden = status === 404 && !isWrite(doing);
  if (status === 403 || hidden) {
    const verb = hidden ? "found nothing when asked" : "refused";
    return new AccessError(
      { problem: `Azure ${verb} to ${doing} (${status}).`, evidence, remedy: grantFor(doing) },
      cause
    );
  }
  const explanation = {
    problem: `Azure failed to ${doing}${status ? ` (${status}${failure.code ? `, ${failure.code}` : ""})` : ""}.`,
    evidence,
    remedy: "Run again; a rerun finishes what is missing."
  };
  if (status === 409) return new WriteConflict(explanation, cause);
  if (status === void 0 || status === 408 || status === 429 || status >= 500) {
    return new Throttled(
      explanation,
      { retryAfter: retryAfter(failure), paced: status === 429 || status === 503 },
      cause
    );
  }
  return new RemoteError(
    { ...explanation, remedy: "Read the evidence; Azure does not accept the request as it is." },
    cause
  );
}
function refusedSignIn(evidence, signIn, cause) {
  const known = signIn?.known;
  return new SignInError(
    {
      problem: signIn ? `Sign-in to Azure was refused: AADSTS${signIn.code}${known ? `, ${lowerFirst(known.meaning)}` : "."}` : "Sign-in to Azure is not possible here.",
      evidence,
      remedy: known ? known.remedy : "Read the text of Entra above; `idwire explain` knows the usual codes."
    },
    cause
  );
}
function lowerFirst(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
function isWrite(doing) {
  return doing.startsWith("write") || doing.startsWith("delete");
}
function grantFor(doing) {
  return isWrite(doing) ? "Grant Managed Identity Contributor on the identity to the one that runs this." : "Grant Reader on the subscription, the identity or the cluster to the one that runs this.";
}
function retryAfter(failure) {
  const headers = failure.response?.headers;
  const milliseconds = headers?.get("retry-after-ms") ?? headers?.get("x-ms-retry-after-ms");
  if (milliseconds !== void 0 && /^\d+$/.test(milliseconds)) return Number(milliseconds);
  const text = headers?.get("retry-after");
  if (text === void 0) return 1e3;
  if (/^\d+$/.test(text)) return Number(text) * 1e3;
  const date = Date.parse(text);
  return Number.isNaN(date) ? 1e3 : Math.max(0, date - Date.now());
}

// src/adapters/azure/graph.ts
function createGraph(credential, cloud) {
  if (!cloud.graph.startsWith("https://")) {
    const remedy = "Tokens are only ever sent over TLS; write an https URL.";
    throw new InputError({ problem: "The Graph of the cloud must be an https URL.", evidence: cloud.graph, remedy });
  }
  const graph = new GraphClient(credential, cloud);
  return {
    credentials: (identity) => granted(`list the federated credentials of ${identity.id}`, "Application.Read.All", () => list(graph, identity)),
    write: (identity, wanted) => granted(
      `write the federated credential ${wanted.name} of ${identity.id}`,
      writing,
      () => write(graph, identity, wanted)
    ),
    remove: (identity, name) => granted(`delete the federated credential ${name} of ${identity.id}`, writing, async () => {
      try {
        await graph.send("DELETE", `/v1.0${one(identity, name)}`);
      } catch (thrown) {
        if (!isNotFound(thrown)) throw thrown;
      }
    })
  };
}
var writing = "Application.ReadWrite.OwnedBy (as owner of the app registration) or Application.ReadWrite.All";
function granted(doing, permission, call) {
  return calling(doing, async () => {
    try {
      return await call();
    } catch (thrown) {
      const { statusCode, message } = thrown;
      if (statusCode !== 403) throw thrown;
      throw new AccessError(
        {
          problem: `Microsoft Graph refused to ${doing} (403).`,
          evidence: message ?? "",
          remedy: `Grant the application permission ${permission} of Microsoft Graph to the one that runs this.`
        },
        { cause: thrown }
      );
    }
  });
}
function all({ clientId }) {
  return `/applications(appId='${encodeURIComponent(clientId)}')/federatedIdentityCredentials`;
}
function one(identity, name) {
  return `${all(identity)}/${encodeURIComponent(name)}`;
}
async function list(graph, identity) {
  const found = [];
  let next = `/beta${all(identity)}`;
  while (next !== void 0) {
    const page = await graph.send("GET", next);
    for (const { name = "", issuer = "", subject, audiences = [] } of page.value ?? [])
      found.push({ name, issuer, subject: subject || void 0, audiences });
    next = page["@odata.nextLink"];
  }
  return found;
}
async function write(graph, identity, wanted) {
  const { name, issuer, subject, audiences } = wanted;
  if (subject === void 0) {
    const remedy = "Please report this.";
    throw new Bug({ problem: "A credential without a subject is never written.", evidence: name, remedy });
  }
  try {
    await graph.send("PATCH", `/v1.0${one(identity, name)}`, { audiences });
  } catch (thrown) {
    if (!isNotFound(thrown)) throw thrown;
    await graph.send("POST", `/v1.0${all(identity)}`, { name, issuer, subject, audiences });
  }
}
var GraphClient = class {
  credential;
  cloud;
  constructor(credential, cloud) {
    this.credential = credential;
    this.cloud = cloud;
  }
  /** `target` is a path below Graph, or a whole link that Graph gave; the token follows neither elsewhere. */
  async send(method, target, body) {
    const { createDefaultHttpClient, createPipelineRequest, RestError } = await import("./esm-IDRUZQHC.mjs");
    const url = new URL(target, this.cloud.graph).href;
    if (new URL(url).origin !== new URL(this.cloud.graph).origin) throw elsewhere(url);
    const request = createPipelineRequest({ url, method });
    if (body !== void 0) {
      request.body = JSON.stringify(body);
      request.headers.set("content-type", "application/json");
    }
    const pipeline = await this.pipeline(method === "GET" ? "read" : "write");
    const response = await pipeline.sendRequest(createDefaultHttpClient(), request);
    const { status, bodyAsText } = response;
    if (status >= 200 && status < 300) return bodyAsText ? JSON.parse(bodyAsText) : void 0;
    const { code, message } = errorIn(bodyAsText ?? "");
    throw new RestError(message ?? `HTTP ${status}`, { statusCode: status, request, response, ...code && { code } });
  }
  async pipeline(purpose) {
    const { bearerTokenAuthenticationPolicy, createPipelineFromOptions } = await import("./esm-IDRUZQHC.mjs");
    const pipeline = createPipelineFromOptions({ retryOptions: { maxRetries: purpose === "read" ? 5 : 0 } });
    pipeline.addPolicy(
      bearerTokenAuthenticationPolicy({ credential: this.credential, scopes: `${this.cloud.graph}/.default` })
    );
    return pipeline;
  }
};
function elsewhere(url) {
  const remedy = "Check the `graph` of the cloud in idwire.yaml.";
  return new InputError({ problem: "Graph answered with a link to another host.", evidence: url, remedy });
}
function errorIn(text) {
  try {
    return JSON.parse(text)?.error ?? {};
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return {};
    throw thrown;
  }
}

// src/adapters/azure/resource-manager.ts
var clusterVersion = "2026-04-01";
function createResourceManager(credential, cloud) {
  if (!cloud.resourceManager.startsWith("https://")) {
    throw new InputError({
      problem: "The resource manager of the cloud must be an https URL.",
      evidence: cloud.resourceManager,
      remedy: "Write an https URL."
    });
  }
  const clients = /* @__PURE__ */ new Map();
  const client = (subscription, purpose) => {
    const key = `${purpose} ${subscription.toLowerCase()}`;
    const known = clients.get(key) ?? newClient(credential, cloud, subscription, purpose);
    clients.set(key, known);
    return known;
  };
  return {
    identities: (subscription) => calling(
      `list the identities of subscription ${subscription}`,
      async () => listIdentities(await client(subscription, "read"))
    ),
    cluster: (resource) => calling(
      `read the cluster ${resource}`,
      async () => readCluster(await client(subscriptionOf(resource), "read"), cloud, resource)
    ),
    credentials: (identity) => calling(
      `list the federated credentials of ${identity.id}`,
      async () => listCredentials(await client(subscriptionOf(identity.id), "read"), identity)
    ),
    write: (identity, wanted) => calling(`write the federated credential ${wanted.name} of ${identity.id}`, async () => {
      const { group, name } = partsOf(identity.id);
      const { issuer, subject, audiences } = wanted;
      if (subject === void 0)
        throw new Bug({
          problem: "A credential without a subject is never written.",
          evidence: wanted.name,
          remedy: "Please report this."
        });
      const { federatedIdentityCredentials } = await client(subscriptionOf(identity.id), "write");
      await federatedIdentityCredentials.createOrUpdate(group, name, wanted.name, {
        issuer,
        subject,
        audiences: [...audiences]
      });
    }),
    remove: (identity, credentialName) => calling(`delete the federated credential ${credentialName} of ${identity.id}`, async () => {
      const { group, name } = partsOf(identity.id);
      const { federatedIdentityCredentials } = await client(subscriptionOf(identity.id), "write");
      await federatedIdentityCredentials.delete(group, name, credentialName);
    })
  };
}
async function newClient(credential, cloud, subscription, purpose) {
  const { ManagedServiceIdentityClient: Client } = await import("./esm-5SMDATQB.mjs");
  return new Client(credential, subscription, {
    endpoint: cloud.resourceManager,
    credentialScopes: [`${cloud.resourceManager}/.default`],
    retryOptions: { maxRetries: purpose === "read" ? 5 : 0 }
  });
}
async function listIdentities(client) {
  const identities = [];
  for await (const {
    id = "",
    clientId = "",
    principalId = "",
    tenantId = "",
    location
  } of client.userAssignedIdentities.listBySubscription()) {
    identities.push({ kind: "managed-identity", id, clientId, principalId, tenantId, location });
  }
  return identities;
}
async function listCredentials(client, identity) {
  const { group, name } = partsOf(identity.id);
  const pages = [];
  const options = {
    onResponse: ({ bodyAsText, status }) => {
      if (status === 200) pages.push(JSON.parse(bodyAsText ?? "{}"));
    }
  };
  for await (const _ of client.federatedIdentityCredentials.list(group, name, options)) ;
  return pages.flatMap((page) => page.value ?? []).map(({ name: credentialName = "", properties }) => ({
    name: credentialName,
    issuer: properties?.issuer ?? "",
    subject: properties?.subject || void 0,
    audiences: properties?.audiences ?? []
  }));
}
async function readCluster(client, cloud, resource) {
  const { createPipelineRequest } = await import("./esm-IDRUZQHC.mjs");
  const url = `${cloud.resourceManager}${resource}?api-version=${clusterVersion}`;
  const response = await client.sendRequest(createPipelineRequest({ url, method: "GET" }));
  if (isNotFound({ statusCode: response.status })) return void 0;
  const body = JSON.parse(response.bodyAsText ?? "{}");
  if (response.status !== 200)
    throw Object.assign(new Error(body.error?.message ?? `HTTP ${response.status}`), {
      statusCode: response.status,
      code: body.error?.code
    });
  const profile = body.properties?.oidcIssuerProfile;
  return {
    id: body.id ?? resource,
    name: body.name ?? "",
    location: body.location ?? "",
    issuer: profile?.enabled === false ? void 0 : profile?.issuerURL,
    properties: body.properties ?? {}
  };
}
function subscriptionOf(id) {
  return partsOf(id).subscription;
}
function partsOf(id) {
  const parts = resourceParts(id);
  if (!parts)
    throw new InputError({
      problem: "This is not the id of a resource in a resource group.",
      evidence: id,
      remedy: "Write /subscriptions/<id>/resourceGroups/<name>/providers/<type>/<name>."
    });
  return parts;
}

// src/adapters/azure/azure.ts
function createAzure(signedIn, cloud) {
  const resourceManager = createResourceManager(signedIn, cloud);
  const graph = createGraph(signedIn, cloud);
  const storeOf = ({ kind }) => kind === "application" ? graph : resourceManager;
  return {
    identities: (subscription) => resourceManager.identities(subscription),
    cluster: (resource) => resourceManager.cluster(resource),
    credentials: (identity) => storeOf(identity).credentials(identity),
    write: (identity, credential) => storeOf(identity).write(identity, credential),
    remove: (identity, name) => storeOf(identity).remove(identity, name)
  };
}

// src/adapters/azure/session.ts
async function openSession(signIn, cloud) {
  let own;
  const remember = (token) => {
    own = trustOf(token);
    return token;
  };
  const way = signIn.method === "github" ? { ...signIn, idToken: async () => remember(await signIn.idToken()) } : signIn;
  const credential = await createCredential(way, cloud);
  const azure = createAzure(credential, cloud);
  await calling("sign in", () => credential.getToken(`${cloud.resourceManager}/.default`));
  if (way.method === "federated-token-file") remember(readFileSync(way.file, "utf8"));
  return { azure, ownTrust: () => own };
}
function trustOf(token) {
  const [, payload = ""] = token.trim().split(".");
  try {
    const { iss, sub } = JSON.parse(Buffer.from(payload, "base64url").toString());
    return typeof iss === "string" && typeof sub === "string" ? { issuer: iss, subject: sub } : void 0;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return void 0;
    throw thrown;
  }
}
export {
  openSession
};
