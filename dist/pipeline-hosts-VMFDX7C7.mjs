import {
  claimsOf,
  formOfPrefix,
  githubPrefixes,
  githubSubjectsOf,
  usualGithubIssuer
} from "./chunk-ZFHMEM2U.mjs";
import {
  chunk_ABBRGN4T_mjs_azurePipelinesContext as azurePipelinesContext,
  chunk_ABBRGN4T_mjs_githubContext as githubContext
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/hosts/read-json.ts
async function readJson(url, headers) {
  const { createDefaultHttpClient, createHttpHeaders, createPipelineFromOptions, createPipelineRequest } = await import("./esm-3QV3HLAC.mjs");
  const pipeline = createPipelineFromOptions({ redirectOptions: { maxRetries: 0 } });
  const request = createPipelineRequest({
    url,
    headers: createHttpHeaders({ accept: "application/json", ...headers })
  });
  const { status, bodyAsText } = await pipeline.sendRequest(createDefaultHttpClient(), request);
  return { status, body: parsed(bodyAsText ?? "") };
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return void 0;
    throw thrown;
  }
}
function memberOf(value, ...keys) {
  let at = value;
  for (const key of keys) {
    if (typeof at !== "object" || at === null) return void 0;
    at = at[key];
  }
  return at;
}
function textOf(value, ...keys) {
  const found = memberOf(value, ...keys);
  return typeof found === "string" ? found : "";
}

// src/hosts/azure-pipelines/service-endpoint.ts
function createServiceEndpoints({
  collectionUrl,
  accessToken
}) {
  return async (names) => {
    const { organization, project, connection } = names;
    if (organization.toLowerCase() !== organizationIn(collectionUrl)) {
      return unproven(`this run is not of the organization ${organization}`);
    }
    if (!accessToken) return unproven("the job has no access token");
    const path = `${encodeURIComponent(project)}/_apis/serviceendpoint/endpoints`;
    const query = `endpointNames=${encodeURIComponent(connection)}&type=azurerm&api-version=7.1`;
    const headers = { authorization: `Bearer ${accessToken}`, "x-tfs-fedauthredirect": "Suppress" };
    try {
      const { status, body } = await readJson(`${collectionUrl.replace(/\/*$/, "/")}${path}?${query}`, headers);
      if (status !== 200) return unproven(`Azure DevOps does not show the service connections (${status})`);
      return endpointIn(body, names);
    } catch (thrown) {
      return unproven(`Azure DevOps could not be asked (${thrown instanceof Error ? thrown.message : String(thrown)})`);
    }
  };
}
function organizationIn(collectionUrl) {
  if (!URL.canParse(collectionUrl)) return void 0;
  const { hostname, pathname } = new URL(collectionUrl);
  const older = /^([^.]+)\.visualstudio\.com$/.exec(hostname)?.[1];
  return (older ?? decodeURIComponent(pathname.split("/")[1] ?? "")).toLowerCase();
}
function endpointIn(body, { connection, project }) {
  const listed = memberOf(body, "value");
  const all = Array.isArray(listed) ? listed : [];
  const found = all.find((item) => textOf(item, "name").toLowerCase() === connection.toLowerCase());
  if (!found)
    return unproven(
      `project ${project} shows no service connection ${connection}: it was renamed, or the job may not read it`
    );
  const parameter = (name) => textOf(found, "authorization", "parameters", name);
  const endpoint = {
    id: textOf(found, "id"),
    name: textOf(found, "name"),
    issuer: parameter("workloadIdentityFederationIssuer"),
    subject: parameter("workloadIdentityFederationSubject"),
    tenantId: parameter("tenantid"),
    clientId: parameter("serviceprincipalid"),
    cloud: textOf(found, "data", "environment")
  };
  if (textOf(found, "authorization", "scheme") !== "WorkloadIdentityFederation" || !endpoint.issuer || !endpoint.subject) {
    return {
      ...unproven(`the service connection ${connection} signs in with a secret`),
      remedy: "Convert it to workload identity federation."
    };
  }
  return { proven: true, endpoint };
}
function unproven(why) {
  const remedy = "Make the project's build service a Reader of the connection, or write its `issuer` and `subject` in idwire.yaml.";
  return { proven: false, why, remedy };
}

// src/hosts/github/oidc.ts
function createGithubSubjects({ context, idToken, token }) {
  const known = /* @__PURE__ */ new Map();
  const find = async (repository) => {
    const own = repository.toLowerCase() === context.repository.toLowerCase();
    const reasons = [];
    if (own) {
      const told2 = idToken ? await fromToken(idToken) : "this job may not have a token (`permissions: id-token: write`)";
      if (typeof told2 !== "string") return { proven: true, subjects: told2, source: "token" };
      reasons.push(told2);
    } else {
      reasons.push("it is another repository than that of this job");
    }
    const told = token ? await fromApi(repository, context, token) : "there is no token for the API of GitHub";
    if (typeof told !== "string") return { proven: true, subjects: told, source: "api" };
    return unproven2([...reasons, told], own);
  };
  return (repository) => {
    const key = repository.toLowerCase();
    const answer = known.get(key) ?? find(repository);
    known.set(key, answer);
    return answer;
  };
}
function unproven2(reasons, own) {
  const token = own ? "Give the job `permissions: id-token: write`, or " : "";
  const remedy = `${token}write \`prefix\` (and \`issuer\`) beside the subjects in idwire.yaml.`;
  return { proven: false, why: reasons.join("; "), remedy: remedy.charAt(0).toUpperCase() + remedy.slice(1) };
}
async function fromToken(idToken) {
  let token;
  try {
    token = await idToken();
  } catch (thrown) {
    return `the runner gave no token (${messageOf(thrown)})`;
  }
  return githubSubjectsOf(claimsOf(token) ?? {}) ?? "the subject of the job does not follow from its other claims";
}
async function fromApi(repository, { apiUrl, serverUrl }, token) {
  const [owner = "", name = ""] = repository.split("/").map(encodeURIComponent);
  const read = async (path) => readJson(`${apiUrl}${path}`, {
    authorization: `Bearer ${token}`,
    accept: "application/vnd.github+json",
    "user-agent": "idwire",
    "x-github-api-version": "2022-11-28"
  });
  try {
    const settings = await read(`/repos/${owner}/${name}/actions/oidc/customization/sub`);
    if (settings.status !== 200) return `the API does not show its subject settings (${settings.status})`;
    const prefix = textOf(settings.body, "sub_claim_prefix");
    if (prefix === "") return "the API tells no prefix of its subjects";
    const template = await templateOf(settings.body, () => read(`/orgs/${owner}/actions/oidc/customization/sub`));
    if (typeof template === "string") return template;
    const { body } = await read(`/repos/${owner}/${name}`);
    return { ...fromPrefix(prefix, body), issuer: usualGithubIssuer(serverUrl), template };
  } catch (thrown) {
    return `the API of GitHub could not be asked (${messageOf(thrown)})`;
  }
}
async function templateOf(settings, readOrganization) {
  if (memberOf(settings, "use_default") !== false) return void 0;
  const own = memberOf(settings, "include_claim_keys");
  if (isTexts(own)) return own;
  const { status, body } = await readOrganization();
  const keys = memberOf(body, "include_claim_keys");
  if (status === 200 && isTexts(keys)) return keys;
  return `its subjects follow a template of the organization, which the token may not read (${status})`;
}
function fromPrefix(prefix, repository) {
  const form = formOfPrefix(prefix);
  const [, owner = "", name = ""] = /^repo:([^/@]+)(?:@\d+)?\/([^/@]+)(?:@\d+)?$/.exec(prefix) ?? [];
  const ids = { ownerId: numberText(repository, "owner", "id"), id: numberText(repository, "id") };
  const prefixes = githubPrefixes({ owner, name, ...ids });
  const claims = {
    repository: `${owner}/${name}`,
    repository_owner: owner,
    repository_id: ids.id,
    repository_owner_id: ids.ownerId,
    repository_visibility: textOf(repository, "visibility") || void 0
  };
  const fixedClaims = new Map(Object.entries(claims).flatMap(([key, value]) => value ? [[key, value]] : []));
  return { prefix, form, otherPrefix: form === "name" ? prefixes.immutable : prefixes.name, fixedClaims };
}
function numberText(value, ...keys) {
  const found = memberOf(value, ...keys);
  return typeof found === "number" ? String(found) : void 0;
}
function isTexts(value) {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");
}
function messageOf(thrown) {
  return (thrown instanceof Error ? thrown.message : String(thrown)).replaceAll(/\s+/g, " ").trim();
}

// src/entry/pipeline-hosts.ts
function createPipelineHosts({ inputs, environment, files, accessToken }) {
  const context = githubContext(environment, files);
  const mayHaveToken = Boolean(environment.ACTIONS_ID_TOKEN_REQUEST_URL);
  const token = inputs.githubToken ?? (environment.GH_TOKEN || environment.GITHUB_TOKEN || void 0);
  return {
    repository: context.repository || void 0,
    githubUrl: context.serverUrl,
    github: createGithubSubjects({
      context,
      // Any audience will do: the token is only read here, and never sent on.
      idToken: mayHaveToken ? async () => (await import("./id-token-KWWNREVI.mjs")).idToken("idwire") : void 0,
      token
    }),
    serviceConnection: createServiceEndpoints({
      collectionUrl: azurePipelinesContext(environment).collectionUrl,
      accessToken: accessToken ?? (environment.SYSTEM_ACCESSTOKEN || void 0)
    })
  };
}
export {
  createPipelineHosts
};
