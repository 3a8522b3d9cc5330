import {
  chunk_P3PXVN6G_mjs_AccessError as AccessError,
  chunk_P3PXVN6G_mjs_InputError as InputError,
  chunk_P3PXVN6G_mjs_SignInError as SignInError
} from "./check-CA0AB372.mjs";
import {
  chunk_BBQSWFLF_mjs_bindingAnnotation as bindingAnnotation,
  chunk_BBQSWFLF_mjs_describeNotGuid as describeNotGuid,
  chunk_BBQSWFLF_mjs_nameOf as nameOf,
  chunk_BBQSWFLF_mjs_templatesOf as templatesOf
} from "./check-CA0AB372.mjs";
import {
  chunk_D4KSMDYY_mjs_locate as locate
} from "./check-CA0AB372.mjs";
import {
  chunk_PBLQ5GEM_mjs_locationOf as locationOf
} from "./check-CA0AB372.mjs";
import {
  chunk_52TH525W_mjs_normalResource as normalResource,
  chunk_52TH525W_mjs_sameResource as sameResource
} from "./check-CA0AB372.mjs";
import {
  chunk_YXW6GTPK_mjs_compareTexts as compareTexts,
  chunk_YXW6GTPK_mjs_literalOf as literalOf,
  chunk_YXW6GTPK_mjs_literalText as literalText
} from "./check-CA0AB372.mjs";

// src/federation/desired.ts
function desiredCredentials(request) {
  const wishes = [];
  const gaps = [];
  for (const world of request.repository.worlds) {
    const cluster = request.clusters.find(({ name }) => name === world.cluster);
    if (!cluster) continue;
    for (const account of world.serviceAccounts) {
      if (!account.clientId?.text || usesBindingOnly(world, account)) continue;
      const wish = wishOf(request, world, cluster, account);
      if ("why" in wish) gaps.push(wish);
      else wishes.push(wish);
    }
  }
  return { wishes, gaps };
}
function usesBindingOnly(world, account) {
  const pods = templatesOf(world, account);
  return pods.length > 0 && pods.every(({ template }) => bindingAnnotation(template) !== void 0);
}
function wishOf(request, world, cluster, account) {
  const name = literalOf(account.name);
  const namespace = account.namespaceGiven ? literalOf(account.namespace) : void 0;
  const clientId = literalOf(request.read(account.clientId?.text ?? ""));
  if (name === void 0 || namespace === void 0 || clientId === void 0) {
    const { file, line } = locate((account.metadata.nameField ?? account.root).place);
    const what = name === void 0 ? "name" : namespace === void 0 ? "namespace" : "client id";
    return {
      what: `ServiceAccount ${nameOf(account)} of cluster ${cluster.name}`,
      why: `its ${what} is not known from the repository (${file}:${line})`,
      remedy: "Give placeholders their values under substitutions in idwire.yaml, and write the namespace."
    };
  }
  const subject = `system:serviceaccount:${namespace}:${name}`;
  return {
    identity: { clientId },
    issuer: cluster.issuer ?? "",
    subject,
    audience: request.audience,
    origin: (account.clientId ?? account.root).place,
    cluster: { name: cluster.name, environment: cluster.environment, namespace },
    proven: true,
    blocked: cluster.blocked ?? notGuid(clientId) ?? faultOf(request.findings, world, account) ?? unrendered(request, world, account),
    leftTo: declarationOf(request.repository.credentials, { issuer: cluster.issuer, subject, clientId })
  };
}
function unrendered({ unrenderedOver: unrenderedOver2 }, world, account) {
  if (world.complete || account.manifest.rendered) return null;
  const kustomization = unrenderedOver2(account.manifest.source.path);
  return kustomization ? `${kustomization} was not rendered, so the final name of the account is not known` : null;
}
function notGuid(clientId) {
  const fault = describeNotGuid(clientId);
  return fault ? `the client id is ${fault.description}` : null;
}
function faultOf(findings, world, account) {
  const errors = findings.filter(stands);
  if (errors.length === 0) return null;
  const owners = [account, ...templatesOf(world, account).map(({ workload }) => workload)];
  const lines = new Set(owners.flatMap(({ root }) => linesOf(root)));
  const fault = errors.find(({ file, line }) => lines.has(`${file}:${line}`));
  return fault ? `${fault.rule} at ${fault.file}:${fault.line}` : null;
}
function stands({ severity, suppressed }) {
  return severity === "error" && suppressed?.by !== "comment" && suppressed?.by !== "annotation";
}
function linesOf(field) {
  const own = [field.place, field.keyPlace].map((place) => {
    const { file, line } = locate(place);
    return `${file}:${line}`;
  });
  return [...own, ...[...field.entries(), ...field.items()].flatMap(linesOf)];
}
function declarationOf(credentials, wanted) {
  const differs = (declared, text) => declared !== void 0 && text !== void 0 && compareTexts(declared.loose ?? declared.text, literalText(text)) === "different";
  const declaring = credentials.find(({ language, issuer, subject, clientId }) => {
    if (language === "cli" || language === "config" || !subject) return false;
    if (differs(issuer, wanted.issuer) || differs(clientId, wanted.clientId)) return false;
    if (compareTexts(subject.text, literalText(wanted.subject)) === "same") return true;
    const saysMore = (subject.loose ?? subject.text).pieces.join("").replace(/^system:serviceaccount:/, "");
    return !differs(subject, wanted.subject) && saysMore.replaceAll(":", "") !== "";
  });
  if (!declaring) return void 0;
  const { file, line } = locate(declaring.at);
  return `${file}:${line}`;
}
function describeWish(wish) {
  const { file, line } = locate(wish.origin);
  return `${wish.subject} (${file}:${line})`;
}

// src/federation/observe.ts
var readsAtOnce = 32;
async function inParallel(items, work) {
  const results = [];
  const queue = [...items.entries()];
  const worker = async () => {
    for (let entry = queue.shift(); entry; entry = queue.shift()) results[entry[0]] = await work(entry[1]);
  };
  await Promise.all(Array.from({ length: Math.min(readsAtOnce, items.length) }, worker));
  return results;
}
async function observeClusters(azure, clusters) {
  const gaps = [];
  const trusted = await inParallel(clusters, async (cluster) => {
    const common = { name: cluster.name.value, environment: cluster.environment?.value };
    const written = cluster.issuer?.value;
    const unknown = { ...common, issuer: void 0, blocked: null };
    if (!isManagedCluster(cluster)) {
      const blocked = cluster.trustExternalIssuer ? null : "Azure does not vouch for the issuer; say trust-external-issuer: true if it is yours";
      if (written === void 0) gaps.push(withoutIssuer(common.name));
      return { ...common, issuer: written, blocked };
    }
    const resource = cluster.resource.value;
    const found = await readable(() => azure.cluster(resource), `the cluster ${common.name}`, gaps);
    if (found === void 0) return unknown;
    if (!found) throw missingCluster(cluster);
    if (found.issuer === void 0) {
      gaps.push({
        what: `the cluster ${common.name}`,
        why: "its OIDC issuer is switched off",
        remedy: `Run \`az aks update --enable-oidc-issuer --name ${found.name}\`.`
      });
      return unknown;
    }
    const disagree = written !== void 0 && written !== found.issuer;
    return {
      ...common,
      issuer: found.issuer,
      blocked: disagree ? `idwire.yaml gives the issuer ${written}, Azure gives ${found.issuer}` : null
    };
  });
  return { clusters: trusted, gaps };
}
function isManagedCluster(cluster) {
  return cluster.resource !== void 0 && /\/managedClusters\//i.test(cluster.resource.value);
}
function withoutIssuer(name) {
  return {
    what: `the cluster ${name}`,
    why: "its issuer is not given, and Azure Arc is not asked for it",
    remedy: "Write its issuer, and trust-external-issuer: true, into idwire.yaml."
  };
}
function missingCluster(cluster) {
  return new InputError({
    problem: `The cluster ${cluster.name.value} does not exist.`,
    evidence: cluster.resource?.value ?? "",
    remedy: "Correct its resource in idwire.yaml."
  });
}
async function readable(read, what, gaps) {
  try {
    return await read() ?? null;
  } catch (thrown) {
    if (!(thrown instanceof AccessError) || thrown instanceof SignInError) throw thrown;
    gaps.push({ what, why: thrown.problem, remedy: thrown.remedy });
    return void 0;
  }
}
async function observeIdentities(azure, subscriptions) {
  const gaps = [];
  const pages = await inParallel(
    subscriptions,
    (subscription) => readable(() => azure.identities(subscription), `the identities of subscription ${subscription}`, gaps)
  );
  return { identities: pages.flatMap((page) => page ?? []), complete: gaps.length === 0, gaps };
}
function subscriptionsOf(configuration, given) {
  const ids = configuration.identities.flatMap(
    (identity) => identity.kind === "resource" ? [identity.resource.value] : identity.kind === "resource-group" ? [identity.resourceGroup.value] : []
  );
  const named = ids.flatMap((id) => /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] ?? []);
  const all = [...configuration.subscriptions.map(({ value }) => value), ...given ? [given] : [], ...named];
  return [...new Set(all.map((id) => id.toLowerCase()))];
}
function resolveWishes(wishes, { identities, complete }) {
  const byClientId = /* @__PURE__ */ new Map();
  for (const identity of identities) byClientId.set(identity.clientId.toLowerCase(), identity);
  const resolved = [];
  const lost = [];
  for (const wish of wishes) {
    const target = byClientId.get(wish.identity.clientId.toLowerCase());
    if (target) resolved.push({ ...wish, target });
    else lost.push(wish);
  }
  const gaps = lost.map((wish) => ({
    what: describeWish(wish),
    why: `no identity with the client id ${wish.identity.clientId} was found in the subscriptions that ${complete ? "are looked at" : "could be read"}`,
    remedy: "Correct the client id, or name the subscription of the identity under subscriptions in idwire.yaml."
  }));
  return { wishes: resolved, lost: complete ? lost : [], gaps };
}
async function observeCredentials(azure, identities) {
  const gaps = [];
  const distinct = [...new Map(identities.map((identity) => [normalResource(identity.id), identity])).values()];
  const observed = await inParallel(distinct, async (identity) => {
    const credentials = await readable(
      () => azure.credentials(identity),
      `the federated credentials of ${identity.id}`,
      gaps
    );
    return credentials ? [{ identity, credentials }] : [];
  });
  return { observed: observed.flat(), gaps };
}
function covers(entry, identity) {
  if (entry.kind === "application")
    return identity.kind === "application" && identity.clientId.toLowerCase() === entry.application.value.toLowerCase();
  if (identity.kind === "application") return false;
  if (entry.kind === "resource") {
    const named = entry.clientId?.value.toLowerCase() ?? identity.clientId.toLowerCase();
    return sameResource(entry.resource.value, identity.id) && named === identity.clientId.toLowerCase();
  }
  return normalResource(identity.id).startsWith(`${normalResource(entry.resourceGroup.value)}/`);
}

// src/model/cloud.ts
var clouds = {
  public: {
    name: "public",
    authority: "https://login.microsoftonline.com",
    resourceManager: "https://management.azure.com",
    graph: "https://graph.microsoft.com",
    audience: "api://AzureADTokenExchange"
  },
  usgov: {
    name: "usgov",
    authority: "https://login.microsoftonline.us",
    resourceManager: "https://management.usgovcloudapi.net",
    graph: "https://graph.microsoft.us",
    audience: "api://AzureADTokenExchangeUSGov"
  },
  china: {
    name: "china",
    authority: "https://login.chinacloudapi.cn",
    resourceManager: "https://management.chinacloudapi.cn",
    graph: "https://microsoftgraph.chinacloudapi.cn",
    audience: "api://AzureADTokenExchangeChina"
  }
};

// src/app/planning-scope.ts
function checkPlannable({ configuration, repository, gaps }, { cluster: chosen }, needs) {
  if (!configuration || configuration.clusters.length + configuration.pipelines.length === 0)
    throw nothingToPlan(configuration);
  if (needs.owner && !configuration.owner) throw noOwner(configuration);
  const names = configuration.clusters.map(({ name }) => name.value);
  const unknown = chosen.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw unknownCluster(unknown, names);
  for (const { name } of configuration.clusters) {
    const worlds = repository.worlds.filter((world) => world.cluster === name.value);
    const wired = worlds.some(({ serviceAccounts }) => serviceAccounts.some(({ clientId }) => clientId?.text));
    if (!wired) throw emptySources(name, gaps);
  }
  return configuration;
}
function nothingToPlan(configuration) {
  return new InputError({
    problem: configuration ? `${configuration.source.path} names neither a cluster nor a pipeline.` : "There is no idwire.yaml.",
    evidence: "",
    remedy: "Name the clusters with their sources, or pipelines, and the identities that may be written to."
  });
}
function noOwner({ source }) {
  return new InputError({
    problem: `${source.path} names no owner.`,
    evidence: "",
    remedy: "Write `owner: <organisation>/<repository>`; it marks our credentials, and must never change afterwards."
  });
}
function unknownCluster(unknown, names) {
  return new InputError({
    problem: `There is no cluster ${unknown.join(", ")}.`,
    evidence: `idwire.yaml names ${names.join(", ")}.`,
    remedy: "Correct the input cluster."
  });
}
function emptySources(name, gaps) {
  const { file, line } = locationOf(name.at.source, name.at.start, name.at.end);
  return new InputError({
    problem: `The sources of cluster ${name.value} hold no ServiceAccount with a client id.`,
    evidence: [`${file}:${line}`, ...gaps.map(({ what, why }) => `Not checked: ${what}: ${why}`)].join("\n"),
    remedy: gaps.length > 0 ? gaps[0]?.remedy ?? "" : "Correct the sources in idwire.yaml."
  });
}
function narrowing(inputs) {
  if (inputs.cluster.length > 0) return "cluster";
  if (inputs.shard && inputs.shard.count > 1) return "shard";
  if (inputs.onlyChanged === true) return "only-changed";
  return inputs.paths.every((path) => path === ".") ? void 0 : "paths";
}
function inShard(id, shard) {
  if (!shard) return true;
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 2147483647;
  return hash % shard.count === shard.index - 1;
}
var kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
function unrenderedOver(files) {
  return (path) => {
    for (let at = path.lastIndexOf("/"); ; at = path.lastIndexOf("/", at - 1)) {
      const folder = at > 0 ? path.slice(0, at + 1) : "";
      const found = kustomizationNames.find((name) => files.stat(`${folder}${name}`)?.kind === "file");
      if (found) return `${folder}${found}`;
      if (at <= 0) return void 0;
    }
  };
}
function cloudOf({ cloud }) {
  if (!cloud) return clouds.public;
  if ("value" in cloud) return clouds[cloud.value];
  return {
    name: "custom",
    authority: trimmed(cloud.authority.value),
    resourceManager: trimmed(cloud.resourceManager.value),
    graph: trimmed(cloud.graph?.value ?? clouds.public.graph),
    audience: cloud.audience?.value ?? clouds.public.audience
  };
}
function trimmed(url) {
  return url.replace(/\/+$/, "");
}

// src/app/trusted-configuration.ts
async function trustConfiguration(configuration, place, given) {
  if (place.kind === "local") return { configuration, withheld: [], gaps: [] };
  const { defaultBranch } = place;
  const { path } = configuration.source;
  const text = await place.onDefaultBranch(path);
  if (text === void 0) throw unreadable(path, defaultBranch);
  const base = text === null ? void 0 : await parsed(path, text);
  if (!same(configuration.cloud, base?.cloud)) throw changed("cloud", path, defaultBranch);
  if (given.tenantId === void 0 && !same(configuration.tenant, base?.tenant)) {
    throw changed("tenant", path, defaultBranch, "or give tenant-id");
  }
  const trusts = (entry, entries = []) => entries.some((other) => same(entry, other));
  const identities = configuration.identities.filter((entry) => trusts(entry, base?.identities));
  const known = base?.clusters.map(trustOfCluster);
  const clusters = configuration.clusters.filter((cluster) => trusts(trustOfCluster(cluster), known));
  const withheld = configuration.identities.filter((entry) => !identities.includes(entry));
  const newClusters = configuration.clusters.filter((cluster) => !clusters.includes(cluster));
  return {
    configuration: { ...configuration, identities, clusters },
    withheld,
    gaps: [
      ...withheld.map((entry) => notYet(`the identity ${nameOf2(entry)}`, path, defaultBranch)),
      ...newClusters.map(({ name }) => notYet(`the cluster ${name.value}`, path, defaultBranch))
    ]
  };
}
async function parsed(path, text) {
  const { inspectConfiguration } = await import("./file-NX2MOIMF.mjs");
  return (await inspectConfiguration({ path, text })).configuration;
}
function trustOfCluster({
  name,
  resource,
  issuer,
  trustExternalIssuer,
  environment
}) {
  return { name, resource, issuer, trustExternalIssuer, environment };
}
function same(a, b) {
  const content = (part) => JSON.stringify(part, (key, value) => key === "at" ? void 0 : value);
  return content(a) === content(b);
}
function nameOf2(entry) {
  if (entry.name) return entry.name.value;
  if (entry.kind === "resource") return entry.resource.value;
  return entry.kind === "resource-group" ? `of ${entry.resourceGroup.value}` : entry.application.value;
}
function notYet(what, path, defaultBranch) {
  return {
    what,
    why: `its entry in ${path} is new or changed against ${defaultBranch}`,
    remedy: `It counts as soon as it is on ${defaultBranch}.`
  };
}
function unreadable(path, defaultBranch) {
  return new AccessError({
    problem: `${path} cannot be compared with the one on ${defaultBranch}, so nothing in it is used to sign in.`,
    evidence: `This clone does not hold origin/${defaultBranch}.`,
    remedy: `Fetch it in an earlier step: git fetch --depth=1 origin +refs/heads/${defaultBranch}:refs/remotes/origin/${defaultBranch}; for another default branch give default-branch.`
  });
}
function changed(key, path, defaultBranch, other = "") {
  return new AccessError({
    problem: `The ${key} in ${path} is not the one on ${defaultBranch}, so no token is asked for.`,
    evidence: "A change under review could otherwise have credentials sent to a place of its own.",
    remedy: `Merge the change to ${defaultBranch} first${other === "" ? "" : `, ${other}`}.`
  });
}

// src/federation/names.ts
const { createHash } = process.getBuiltinModule("node:crypto");
var longestName = 120;
var markLength = 24;
function credentialName(owner, trust) {
  const mark = ownershipMark(owner, trust);
  const readable2 = readablePart(trust.subject).slice(0, longestName - mark.length - 1).replace(/-+$/, "");
  return `${readable2}-${mark}`;
}
function isOwned(owner, name, trust) {
  return name.endsWith(`-${ownershipMark(owner, trust)}`);
}
function ownershipMark(owner, { issuer, subject }) {
  const hash = createHash("sha256");
  for (const part of [owner, issuer, subject]) hash.update(`${Buffer.byteLength(part)}:${part}`);
  return hash.digest("hex").slice(0, markLength);
}
function readablePart(subject) {
  const [, account] = /^system:serviceaccount:(.+)$/.exec(subject) ?? [];
  const [, pipeline] = /^repo:[^/]+\/(.+)$/.exec(subject) ?? [];
  const plain = (account ?? pipeline ?? subject).replace(/[^a-zA-Z0-9]+/g, "-").replace(/^-+/, "");
  return plain === "" ? "idwire" : plain;
}

export {
  desiredCredentials,
  inParallel,
  observeClusters,
  observeIdentities,
  subscriptionsOf,
  resolveWishes,
  observeCredentials,
  covers,
  credentialName,
  isOwned,
  checkPlannable,
  narrowing,
  inShard,
  unrenderedOver,
  cloudOf,
  trustConfiguration
};
