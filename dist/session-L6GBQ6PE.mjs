import {
  Throttled,
  WriteConflict
} from "./chunk-QSL2B2D3.mjs";
import {
  createCredential
} from "./chunk-KRHOCY2U.mjs";
import {
  chunk_P3PXVN6G_mjs_AccessError as AccessError,
  chunk_P3PXVN6G_mjs_Bug as Bug,
  chunk_P3PXVN6G_mjs_IdwireError as IdwireError,
  chunk_P3PXVN6G_mjs_InputError as InputError,
  chunk_P3PXVN6G_mjs_RemoteError as RemoteError,
  chunk_P3PXVN6G_mjs_SignInError as SignInError
} from "./check-CA0AB372.mjs";
import {
  chunk_52TH525W_mjs_aadstsIn as aadstsIn,
  chunk_52TH525W_mjs_resourceParts as resourceParts
} from "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/adapters/azure/session.ts
const { readFileSync } = process.getBuiltinModule("node:fs");

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

// src/adapters/azure/json-reader.ts
function createJsonReader(credential, scope) {
  let sending;
  const origin = new URL(scope.replace(/\/\.default$/, "")).origin;
  return async (url) => {
    if (new URL(url).origin !== origin)
      throw Object.assign(new Error(`the list goes on at ${url}`), { statusCode: 400 });
    const { createPipelineRequest } = await import("./esm-3QV3HLAC.mjs");
    sending ??= createSend(credential, scope);
    const send = await sending;
    const { status, bodyAsText, headers } = await send(createPipelineRequest({ url, method: "GET" }));
    const body = parsed(bodyAsText ?? "");
    if (status === 200) return body;
    const { error } = body ?? {};
    throw Object.assign(new Error(error?.message ?? `HTTP ${status}`), {
      statusCode: status,
      code: error?.code,
      response: { headers }
    });
  };
}
async function createSend(credential, scope) {
  const { bearerTokenAuthenticationPolicy, createDefaultHttpClient, createPipelineFromOptions } = await import("./esm-3QV3HLAC.mjs");
  const pipeline = createPipelineFromOptions({ retryOptions: { maxRetries: 5 } });
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: scope }));
  const client = createDefaultHttpClient();
  return (request) => pipeline.sendRequest(client, request);
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return void 0;
    throw thrown;
  }
}

// src/adapters/azure/audit.ts
var authorizationVersion = "2022-04-01";
var versionsVersion = "2025-05-01";
function createAudit(credential, cloud) {
  const arm = createJsonReader(credential, `${cloud.resourceManager}/.default`);
  const graph = createJsonReader(credential, `${cloud.graph}/.default`);
  const at = (path, version) => `${cloud.resourceManager}${path}?api-version=${version}`;
  return {
    roleAssignments: (subscription) => calling(
      `list the role assignments of subscription ${subscription}`,
      () => listAssignments(
        arm,
        at(`/subscriptions/${subscription}/providers/Microsoft.Authorization/roleAssignments`, authorizationVersion)
      )
    ),
    roleDefinition: (id) => calling(`read the role ${id}`, async () => {
      const body = await absent(() => arm(at(id, authorizationVersion)));
      const { properties } = body ?? {};
      if (!properties) return void 0;
      return {
        name: properties.roleName ?? "",
        actions: (properties.permissions ?? []).flatMap(({ actions = [] }) => actions),
        custom: properties.type === "CustomRole"
      };
    }),
    supportedVersions: (subscription, location) => calling(`list the Kubernetes versions of ${location}`, async () => {
      const path = `/subscriptions/${subscription}/providers/Microsoft.ContainerService/locations/${location}/kubernetesVersions`;
      const { values = [] } = await arm(at(path, versionsVersion));
      return values.filter(({ isPreview }) => !isPreview).map(({ version = "" }) => version);
    }),
    application: (id) => calling(`look up the application ${id}`, async () => {
      const body = await absent(() => graph(`${cloud.graph}/v1.0/applications(appId='${id}')?$select=id,appId`)) ?? await absent(() => graph(`${cloud.graph}/v1.0/applications/${id}?$select=id,appId`));
      const { appId, id: objectId = "" } = body ?? {};
      if (!appId) return void 0;
      return { kind: "application", id: `application:${appId}`, clientId: appId, tenantId: "", objectId };
    })
  };
}
async function listAssignments(read, first) {
  const assignments = [];
  for (let url = first; url; ) {
    const page = await read(url);
    for (const { properties } of page.value ?? []) {
      const { principalId = "", scope = "", roleDefinitionId = "" } = properties ?? {};
      assignments.push({ principalId, scope, roleDefinitionId });
    }
    url = page.nextLink;
  }
  return assignments;
}
async function absent(read) {
  try {
    return await read();
  } catch (thrown) {
    if (isNotFound(thrown)) return void 0;
    throw thrown;
  }
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
    const { createDefaultHttpClient, createPipelineRequest, RestError } = await import("./esm-3QV3HLAC.mjs");
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
    const { bearerTokenAuthenticationPolicy, createPipelineFromOptions } = await import("./esm-3QV3HLAC.mjs");
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
  const { ManagedServiceIdentityClient: Client } = await import("./esm-JDFX75VF.mjs");
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
  const { createPipelineRequest } = await import("./esm-3QV3HLAC.mjs");
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

// src/adapters/azure/token-exchange.ts
var assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
function createTokenExchange(cloud) {
  return {
    async exchange({ tenantId, clientId, assertion }) {
      const { createDefaultHttpClient, createPipelineFromOptions, createPipelineRequest } = await import("./esm-3QV3HLAC.mjs");
      const body = new URLSearchParams({
        grant_type: "client_credentials",
        client_id: clientId,
        scope: `${cloud.resourceManager}/.default`,
        client_assertion_type: assertionType,
        client_assertion: assertion
      });
      const request = createPipelineRequest({
        url: `${cloud.authority}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`,
        method: "POST",
        body: body.toString()
      });
      request.headers.set("content-type", "application/x-www-form-urlencoded");
      const { status, bodyAsText } = await createPipelineFromOptions({ retryOptions: { maxRetries: 3 } }).sendRequest(
        createDefaultHttpClient(),
        request
      );
      if (status === 200) return { accepted: true };
      const evidence = descriptionIn(bodyAsText ?? "");
      if (evidence !== void 0) return { accepted: false, evidence };
      throw new RemoteError({
        problem: `Entra could not be asked (HTTP ${status}).`,
        evidence: `${cloud.authority} did not answer as a token service does.`,
        remedy: "Check the authority of the cloud, and run again."
      });
    }
  };
}
function descriptionIn(text) {
  try {
    const { error_description: description } = JSON.parse(text);
    return description?.replace(/\s*Trace ID: .*$/s, "").trim();
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return void 0;
    throw thrown;
  }
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
  return {
    azure,
    tenantId: signIn.tenantId,
    audit: createAudit(credential, cloud),
    tokenExchange: createTokenExchange(cloud),
    ownTrust: () => own
  };
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
