import {
  checkPlannable,
  cloudOf,
  covers,
  desiredCredentials,
  inParallel,
  inShard,
  isOwned,
  narrowing,
  observeClusters,
  observeCredentials,
  observeIdentities,
  subscriptionsOf,
  trustConfiguration,
  unrenderedOver
} from "./chunk-OWTZMZZE.mjs";
import {
  chunk_VATPHQYF_mjs_buildReport as buildReport,
  chunk_VATPHQYF_mjs_judgeRepository as judgeRepository,
  chunk_VATPHQYF_mjs_readerOf as readerOf
} from "./check-CA0AB372.mjs";
import {
  chunk_P3PXVN6G_mjs_IdwireError as IdwireError,
  chunk_P3PXVN6G_mjs_InputError as InputError
} from "./check-CA0AB372.mjs";
import {
  chunk_BBQSWFLF_mjs_knownRoles as knownRoles,
  chunk_BBQSWFLF_mjs_roleGuid as roleGuid
} from "./check-CA0AB372.mjs";
import {
  chunk_D4KSMDYY_mjs_locate as locate
} from "./check-CA0AB372.mjs";
import {
  chunk_52TH525W_mjs_normalResource as normalResource,
  chunk_52TH525W_mjs_resourceParts as resourceParts
} from "./check-CA0AB372.mjs";
import {
  chunk_IEG5Q3DA_mjs_identityKeys as identityKeys
} from "./check-CA0AB372.mjs";

// src/federation/prove.ts
async function proveWires(request) {
  const gaps = [];
  const proofs = await inParallel(request.wires, async (wire) => {
    try {
      return await proveWire(request, wire);
    } catch (thrown) {
      if (!(thrown instanceof IdwireError)) throw thrown;
      const why = [thrown.problem, thrown.evidence].filter(Boolean).join(" ");
      gaps.push({ what: `the proof for ${describe(wire)}`, why, remedy: thrown.remedy });
      return void 0;
    }
  });
  const untried = request.wires.filter(({ cluster }) => cluster !== void 0 && !request.clusters.has(cluster.name));
  const names = [...new Set(untried.map(({ cluster }) => cluster?.name ?? ""))].sort();
  return {
    proofs: proofs.filter((proof) => proof !== void 0),
    gaps: [...gaps, ...names.map(notReached)]
  };
}
async function proveWire(request, wire) {
  const assertion = await tokenOf(request, wire);
  const claims = assertion === void 0 ? void 0 : claimsIn(assertion, wire.audience);
  const tenantId = wire.account?.tenantId?.string ?? wire.target?.identity.tenantId ?? request.tenant;
  if (assertion === void 0 || !claims) return void 0;
  if (!wire.cluster && (claims.issuer !== wire.issuer || claims.subject !== wire.subject)) return void 0;
  if (!tenantId) throw withoutTenant(wire);
  const outcome = await request.exchange.exchange({ tenantId, clientId: wire.clientId, assertion });
  return {
    at: wire.at,
    who: describe(wire),
    clientId: wire.clientId,
    claims,
    outcome,
    recorded: wire.target?.credentials
  };
}
async function tokenOf({ clusters, pipelineToken }, wire) {
  if (!wire.cluster) return pipelineToken;
  const [, namespace = "", name = ""] = /^system:serviceaccount:([^:]+):(.+)$/.exec(wire.subject) ?? [];
  return clusters.get(wire.cluster.name)?.token({ namespace, name }, wire.audience);
}
function claimsIn(token, audience) {
  const [, payload = ""] = token.trim().split(".");
  try {
    const { iss, sub, aud } = JSON.parse(Buffer.from(payload, "base64url").toString());
    if (typeof iss !== "string" || typeof sub !== "string") return void 0;
    const audiences = [aud].flat().filter((one) => typeof one === "string");
    return { issuer: iss, subject: sub, audience: audiences.includes(audience) ? audience : audiences.join(", ") };
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return void 0;
    throw thrown;
  }
}
function describe({ subject, cluster }) {
  return cluster ? `${subject} of cluster ${cluster.name}` : subject;
}
function withoutTenant({ clientId }) {
  return new InputError({
    problem: `The tenant of ${clientId} is not known.`,
    evidence: "",
    remedy: "Give tenant-id, or write tenant into idwire.yaml."
  });
}
function notReached(name) {
  return {
    what: `the proofs for cluster ${name}`,
    why: "there is no way to the cluster, so no token of its accounts can be made",
    remedy: "Give a kubeconfig with a context for it."
  };
}

// src/federation/cluster-objects.ts
function metadataOf(object) {
  return object.metadata ?? {};
}
function toAccount(object) {
  const { namespace = "", name = "", annotations = {} } = metadataOf(object);
  return {
    namespace,
    name,
    clientId: annotations[identityKeys.clientId],
    tenantId: annotations[identityKeys.tenantId]
  };
}
function toPod(object) {
  const metadata = metadataOf(object);
  const { serviceAccountName = "default", containers = [] } = object.spec ?? {};
  const annotations = metadata.annotations ?? {};
  const skipped = new Set((annotations[identityKeys.skipContainers] ?? "").split(";").map((name) => name.trim()));
  return {
    namespace: metadata.namespace ?? "",
    name: metadata.name ?? "",
    account: serviceAccountName,
    phase: (object.status ?? {}).phase ?? "Unknown",
    owner: ownerOf(metadata),
    binding: annotations[identityKeys.useBinding] === "true",
    containers: containers.map((container) => toContainer(container, skipped))
  };
}
function toContainer({ name = "", env = [] }, skipped) {
  const environment = Object.fromEntries(env.map((variable) => [variable.name ?? "", variable.value ?? ""]));
  return { name, skipped: skipped.has(name), environment };
}
function ownerOf({ ownerReferences = [], labels = {} }) {
  const owner = ownerReferences.find(({ controller }) => controller) ?? ownerReferences[0];
  if (!owner?.name) return void 0;
  const hash = labels["pod-template-hash"];
  if (owner.kind === "ReplicaSet" && hash && owner.name.endsWith(`-${hash}`))
    return owner.name.slice(0, -hash.length - 1);
  return owner.kind === "Job" ? owner.name.replace(/-\d{8,}$/, "") : owner.name;
}
function toWebhooks(object) {
  const { name: configuration = "" } = metadataOf(object);
  const webhooks = object.webhooks ?? [];
  return webhooks.map(({ name = "", objectSelector = {}, namespaceSelector = {}, rules = [] }) => ({
    configuration,
    name,
    objectSelector,
    namespaceSelector,
    seesNewPods: rules.some(
      ({ apiGroups = [], operations = [], resources = [] }) => has(apiGroups, "") && has(operations, "CREATE") && (has(resources, "pods") || resources.includes("*/*"))
    )
  }));
}
function has(values, wanted) {
  return values.includes(wanted) || values.includes("*");
}
function toNamespace(object) {
  const { name = "", labels = {} } = metadataOf(object);
  return { name, labels };
}
function toObject(kind) {
  return (object) => {
    const { namespace = "", name = "" } = metadataOf(object);
    return { kind, namespace, name };
  };
}

// src/federation/observe-cluster.ts
async function observeCluster(cluster, name, depth) {
  const gaps = [];
  const issuer = await attempt(`the issuer of cluster ${name}`, gaps, () => cluster.issuer());
  if (depth === "issuer") return { contents: issuer === void 0 ? {} : { issuer }, gaps };
  const read = async (list, toItems) => {
    const objects = await attempt(
      `${nouns[list]} of cluster ${name}`,
      gaps,
      async () => await cluster.list(list) ?? []
    );
    return objects?.flatMap(toItems);
  };
  const accounts = await read("accounts", (object) => [toAccount(object)]);
  const pods = await read("pods", (object) => [toPod(object)]);
  const webhooks = await read("webhooks", toWebhooks);
  const namespaces = await read("namespaces", (object) => [toNamespace(object)]);
  const secretClasses = await read("secretClasses", (object) => [toObject("SecretProviderClass")(object)]);
  const identities = await read("identities", (object) => [toObject("AzureIdentity")(object)]);
  const bindings = await read("bindings", (object) => [toObject("AzureIdentityBinding")(object)]);
  const podIdentities = identities && bindings && [...identities, ...bindings];
  return {
    contents: {
      ...issuer !== void 0 && { issuer },
      ...accounts && { accounts },
      ...pods && { pods },
      ...webhooks && { webhooks },
      ...namespaces && { namespaces },
      ...secretClasses && { secretClasses },
      ...podIdentities && { podIdentities }
    },
    gaps
  };
}
var nouns = {
  accounts: "the ServiceAccounts",
  pods: "the labelled pods",
  namespaces: "the namespaces",
  webhooks: "the mutating webhooks",
  secretClasses: "the SecretProviderClasses",
  identities: "the AzureIdentities",
  bindings: "the AzureIdentityBindings"
};
async function attempt(what, gaps, read) {
  try {
    return await read();
  } catch (thrown) {
    if (!(thrown instanceof IdwireError)) throw thrown;
    gaps.push({ what, why: [thrown.problem, thrown.evidence].filter(Boolean).join(" "), remedy: thrown.remedy });
    return void 0;
  }
}

// src/federation/cluster-contexts.ts
async function reachClusters(clusters, configured, { issuers, depth }) {
  const named = clusters.chosen ? [] : configured.flatMap((cluster) => namedContext(clusters, cluster));
  if (named.length === 0) return reachOne(clusters, configured, { issuers, depth });
  const read = await inParallel(named, async ({ name, context }) => ({
    name,
    ...await openAndRead(clusters, context, { name, depth })
  }));
  const missing = configured.filter(({ name }) => !named.some((one) => one.name === name.value));
  return {
    reached: read.map(({ name, cluster, contents }) => ({ name, cluster, contents })),
    gaps: [...read.flatMap(({ gaps }) => gaps), ...missing.map(({ name }) => noContext(name.value))]
  };
}
async function reachOne(clusters, configured, { issuers, depth }) {
  const [only] = configured.length === 1 ? configured : [];
  const context = clusters.current;
  const { cluster, contents, gaps } = await openAndRead(clusters, context, {
    name: only?.name.value ?? context,
    depth
  });
  const match = only ?? configured.find(({ name }) => contents.issuer && issuers.get(name.value) === contents.issuer);
  if (!match) return { reached: [], gaps: [...gaps, unknownCluster(context, contents.issuer)] };
  const others = clusters.chosen ? [] : configured.filter((one) => one !== match);
  return {
    reached: [{ name: match.name.value, cluster, contents }],
    gaps: [...gaps, ...others.map(({ name }) => noContext(name.value))]
  };
}
async function openAndRead(clusters, context, { name, depth }) {
  const cluster = await clusters.open(context);
  return { cluster, ...await observeCluster(cluster, name, depth) };
}
function namedContext({ contexts }, { name, resource }) {
  const own = resource?.value.split("/").at(-1);
  const names = [name.value, ...own ? [own, `${own}-admin`] : []];
  const context = names.find((one) => contexts.includes(one));
  return context === void 0 ? [] : [{ name: name.value, context }];
}
function noContext(name) {
  return {
    what: `the contents of cluster ${name}`,
    why: "the kubeconfig has no context of this name, nor of the name of its resource",
    remedy: `Add it with \`az aks get-credentials --context ${name}\`.`
  };
}
function unknownCluster(context, issuer) {
  return {
    what: `the cluster behind the context ${context}`,
    why: issuer ? `its issuer ${issuer} is that of no cluster in idwire.yaml` : "its issuer could not be read, so it cannot be told which cluster it is",
    remedy: "Name the cluster with the input cluster, or give the context of another."
  };
}

// src/federation/configured-pipelines.ts
var gitHubIssuer = "https://token.actions.githubusercontent.com";
function pipelineWishes(configuration, identities, audience) {
  return configuration.pipelines.flatMap((pipeline) => {
    const entry = configuration.identities.find(({ name }) => name?.value === pipeline.identity.value);
    const clientId = entry && clientIdOf(entry, identities);
    if (clientId === void 0) return [];
    const common = { identity: { clientId }, audience, blocked: null, leftTo: void 0 };
    if (pipeline.kind === "azure-pipelines") {
      const { issuer: issuer2, subject } = pipeline;
      if (!issuer2 || !subject) return [];
      return [{ ...common, issuer: issuer2.value, subject: subject.value, origin: subject.at, proven: true }];
    }
    const { repository, issuer = { value: gitHubIssuer } } = pipeline;
    if (!repository) return [];
    return pipeline.subjects.map(({ value, at }) => ({
      ...common,
      issuer: issuer.value,
      subject: `repo:${repository.value}:${value}`,
      origin: at,
      proven: false
    }));
  });
}
function clientIdOf(entry, identities) {
  if (entry.kind === "application") return entry.application.value;
  if (entry.kind === "resource-group") return void 0;
  return entry.clientId?.value ?? identities.find((identity) => covers(entry, identity))?.clientId;
}

// src/model/live.ts
function principalOf(identity) {
  return identity.kind === "managed-identity" ? identity.principalId.toLowerCase() : void 0;
}

// src/federation/live-state.ts
function liveState(request) {
  const { repository, configuration, observed } = request;
  const clusters = configuration.clusters.map((cluster) => clusterOf(request, cluster));
  const identities = new Map(
    observed.identities.map((identity) => [normalResource(identity.id), identityOf(request, identity)])
  );
  return {
    repository,
    configuration,
    complete: request.complete,
    clusters,
    wires: wiresOf(request, clusters, [...identities.values()]),
    identities: [...identities.values()].filter(({ credentials }) => credentials !== void 0),
    objects: observed.objects,
    connections: observed.connections,
    proofs: observed.proofs
  };
}
function clusterOf({ repository, observed }, cluster) {
  const name = cluster.name.value;
  const managed = observed.managed.get(name);
  const contents = observed.contents.get(name);
  return {
    name,
    at: cluster.name.at,
    worlds: repository.worlds.filter((world) => world.cluster === name),
    written: cluster.issuer && { issuer: cluster.issuer.value, at: cluster.issuer.at },
    issuer: managed ? managed.issuer : contents?.issuer ?? cluster.issuer?.value,
    managed,
    supportedVersions: observed.supportedVersions.get(name),
    // Another API server than the cluster in Azure: nothing in it can be compared with what is wired here.
    contents: managed?.issuer !== void 0 && contents?.issuer !== void 0 && contents.issuer !== managed.issuer ? { issuer: contents.issuer } : contents
  };
}
function identityOf({ configuration, wishes, observed }, identity) {
  const owner = configuration.owner?.value;
  const credentials = observed.credentials.get(normalResource(identity.id))?.map((credential) => {
    const { name, issuer, subject } = credential;
    return {
      ...credential,
      owned: owner !== void 0 && subject !== void 0 && isOwned(owner, name, { issuer, subject })
    };
  });
  const principal = principalOf(identity);
  const entry = configuration.identities.find((one) => covers(one, identity));
  const wish = wishes.find((one) => isWanted(one, identity));
  return {
    identity,
    at: entry ? spotOfEntry(entry) : wish?.origin ?? startOf(configuration),
    credentials,
    roles: principal === void 0 ? void 0 : observed.roles.get(principal)
  };
}
function spotOfEntry(entry) {
  if (entry.kind === "resource") return entry.resource.at;
  return entry.kind === "application" ? entry.application.at : entry.resourceGroup.at;
}
function startOf({ source }) {
  return { source, start: 0, end: 0 };
}
function isWanted(wish, identity) {
  return wish.identity.clientId.toLowerCase() === identity.clientId.toLowerCase();
}
function wiresOf({ wishes, observed, isNew }, clusters, identities) {
  const byName = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  const byClientId = new Map(identities.map((one) => [one.identity.clientId.toLowerCase(), one]));
  const accounts = new Map(
    clusters.flatMap(({ worlds }) => worlds).flatMap(({ serviceAccounts }) => serviceAccounts).map((account) => [account.manifest, account])
  );
  return wishes.map((wish) => {
    const clientId = wish.identity.clientId.toLowerCase();
    return {
      clientId: wish.identity.clientId,
      issuer: wish.issuer,
      subject: wish.subject,
      audience: wish.audience,
      at: wish.origin,
      cluster: wish.cluster && byName.get(wish.cluster.name),
      account: "manifest" in wish.origin ? accounts.get(wish.origin.manifest) : void 0,
      target: byClientId.get(clientId),
      nobody: observed.nobody.has(clientId),
      planned: isNew(wish.origin),
      proven: wish.proven,
      leftTo: wish.leftTo
    };
  });
}

// src/federation/look-up-identities.ts
async function lookUpIdentities(audit, clientIds, { identities, complete }) {
  const gaps = [];
  const known = new Set(identities.map(({ clientId }) => clientId.toLowerCase()));
  const unknown = [...new Set(clientIds.map((id) => id.toLowerCase()))].filter((id) => !known.has(id));
  const principals = identities.flatMap((identity) => {
    const objectId = principalOf(identity);
    const name = `identity ${identity.id.slice(identity.id.lastIndexOf("/") + 1)}`;
    return objectId === void 0 ? [] : [{ objectId, clientId: identity.clientId, name }];
  });
  const ofIdentity = new Set(principals.map(({ objectId }) => objectId));
  const asked = unknown.filter((id) => !ofIdentity.has(id));
  const answers = await inParallel(asked, async (id) => {
    const found = await attempt(`the application ${id}`, gaps, async () => await audit.application(id) ?? null);
    return { id, found };
  });
  const applications = answers.flatMap(({ found }) => found ? [found] : []);
  return {
    applications: applications.filter(({ clientId }) => unknown.includes(clientId.toLowerCase())),
    objects: [
      ...principals,
      ...applications.map(({ objectId, clientId }) => ({ objectId, clientId, name: `application ${clientId}` }))
    ],
    nobody: new Set(complete ? answers.flatMap(({ id, found }) => found === null ? [id] : []) : []),
    gaps
  };
}

// src/federation/observe-roles.ts
async function observeRoles(audit, subscriptions, identities) {
  const gaps = [];
  const principals = new Set(identities.flatMap((identity) => principalOf(identity) ?? []));
  if (principals.size === 0) return { roles: /* @__PURE__ */ new Map(), gaps };
  const ids = subscriptions.length > 0 ? subscriptions : [...subscriptionsOf2(identities)];
  const lists = await inParallel(
    ids,
    (subscription) => attempt(`the role assignments of subscription ${subscription}`, gaps, () => audit.roleAssignments(subscription))
  );
  if (gaps.length > 0) return { roles: /* @__PURE__ */ new Map(), gaps };
  const assignments = new Map([...principals].map((principal) => [principal, []]));
  const seen = /* @__PURE__ */ new Set();
  for (const assignment of lists.flatMap((list) => list ?? [])) {
    const key = [assignment.principalId, assignment.scope, roleGuid(assignment.roleDefinitionId)].join(" ").toLowerCase();
    if (!seen.has(key)) assignments.get(assignment.principalId.toLowerCase())?.push(assignment);
    seen.add(key);
  }
  const roleOf = await roleReader(audit, [...assignments.values()].flat(), gaps);
  return {
    roles: new Map(
      [...assignments].map(([principal, own]) => [principal, { count: own.length, far: own.flatMap(roleOf) }])
    ),
    gaps
  };
}
function subscriptionsOf2(identities) {
  return new Set(identities.flatMap(({ id }) => resourceParts(id)?.subscription.toLowerCase() ?? []));
}
async function roleReader(audit, assignments, gaps) {
  const unknown = new Map(
    assignments.filter(({ roleDefinitionId }) => !knownRoles[roleGuid(roleDefinitionId)]).map(({ roleDefinitionId }) => [roleGuid(roleDefinitionId), roleDefinitionId])
  );
  const definitions = new Map(
    await inParallel([...unknown], async ([guid, id]) => {
      const definition = await attempt(`the role ${guid}`, gaps, () => audit.roleDefinition(id));
      return [guid, definition];
    })
  );
  return ({ roleDefinitionId, scope }) => {
    const guid = roleGuid(roleDefinitionId);
    const definition = definitions.get(guid);
    const role = knownRoles[guid] ?? (definition?.custom ? customRole(definition) : void 0);
    return role ? [{ scope, role }] : [];
  };
}
function customRole({ name, actions }) {
  const lower = actions.map((action) => action.toLowerCase());
  const reach = [
    [
      "grants-access",
      (action) => action === "*" || action === "microsoft.authorization/*" || action === "microsoft.authorization/roleassignments/write"
    ],
    ["broad-write", (action) => action === "*/write"],
    [
      "identity-takeover",
      (action) => /^microsoft\.managedidentity\/(?:\*|userassignedidentities\/(?:\*|federatedidentitycredentials\/(?:\*|write)))$/.test(
        action
      )
    ]
  ];
  const found = reach.find(([, matches]) => lower.some(matches));
  return found && { name: `${name} (custom)`, class: found[0] };
}

// src/app/new-lines.ts
async function lineTest({
  place,
  changes
}) {
  const settled = place.kind === "pipeline" && place.event !== "pull-request" && place.branch === place.defaultBranch;
  const set = settled ? void 0 : await changes?.read();
  if (!set?.known) return () => false;
  return (at) => {
    const { file, line } = locate(at);
    const ranges = set.files.get(file);
    return ranges === "all" || (ranges?.some(({ from, to }) => from <= line && line <= to) ?? false);
  };
}

// src/app/observe-live.ts
async function observeLive(inputs, ports, depth) {
  const judged = await judgeRepository(inputs, ports);
  const trusted = await trustConfiguration(checkPlannable(judged, inputs, { owner: false }), ports.place, inputs);
  const configuration = narrowed(trusted.configuration, inputs);
  const kubernetes = await ports.clusters();
  const cloud = cloudOf(configuration);
  const session = await ports.signIn(cloud, configuration.tenant?.value);
  ports.log.progress("Reading clusters and identities from Azure");
  const managed = /* @__PURE__ */ new Map();
  const azure = remembering(session.azure, managed);
  const subscriptions = subscriptionsOf(configuration, inputs.subscriptionId);
  const [clusters, identities] = await Promise.all([
    observeClusters(azure, configuration.clusters),
    observeIdentities(azure, subscriptions)
  ]);
  const desired = desiredCredentials({
    repository: judged.repository,
    clusters: clusters.clusters,
    audience: cloud.audience,
    read: readerOf(configuration.substitutions),
    findings: judged.findings,
    unrenderedOver: unrenderedOver(ports.files)
  });
  const wishes = [...desired.wishes, ...pipelineWishes(configuration, identities.identities, cloud.audience)];
  const looked = await lookUpIdentities(
    session.audit,
    wishes.map(({ identity }) => identity.clientId),
    identities
  );
  const known = [...identities.identities, ...looked.applications];
  const mine = partOf(inputs, known);
  const targets = known.filter((identity) => isWatched(configuration, wishes, identity) && mine.identity(identity));
  ports.log.progress(`Reading the federated credentials of ${targets.length} identities`);
  const managedTargets = targets.filter(({ kind }) => kind === "managed-identity");
  const chosen = configuration.clusters.filter(({ name }) => inShard(name.value, inputs.shard));
  const issuers = new Map(clusters.clusters.map(({ name, issuer }) => [name, issuer]));
  const byName = namedClusters(configuration, managed);
  const [credentials, roles, versions, contents, connections] = await Promise.all([
    observeCredentials(azure, managedTargets),
    depth === "everything" ? observeRoles(session.audit, subscriptions, managedTargets) : { roles: /* @__PURE__ */ new Map(), gaps: [] },
    depth === "everything" ? observeVersions(session.audit, byName) : { versions: /* @__PURE__ */ new Map(), gaps: [] },
    kubernetes ? reachClusters(kubernetes, chosen, { issuers, depth: depth === "everything" ? "everything" : "issuer" }) : { reached: [], gaps: [] },
    ports.connections?.(configuration.pipelines) ?? []
  ]);
  const gaps = [
    ...judged.gaps,
    ...trusted.gaps,
    ...clusters.gaps,
    ...desired.gaps,
    ...identities.gaps,
    ...looked.gaps,
    ...credentials.gaps,
    ...roles.gaps,
    ...versions.gaps,
    ...contents.gaps,
    ...applicationGaps(targets)
  ];
  const unread = [judged.gaps, trusted.gaps, clusters.gaps, desired.gaps].some((some) => some.length > 0);
  const state = liveState({
    repository: judged.repository,
    configuration: { ...configuration, clusters: chosen },
    wishes: wishes.filter(mine.wish),
    observed: {
      managed: byName,
      contents: new Map(contents.reached.map((one) => [one.name, one.contents])),
      supportedVersions: versions.versions,
      identities: known,
      nobody: looked.nobody,
      objects: looked.objects,
      credentials: new Map(credentials.observed.map((one) => [normalResource(one.identity.id), one.credentials])),
      roles: roles.roles,
      connections,
      proofs: []
    },
    complete: !unread && judged.repository.problems.length === 0 && isWhole(inputs),
    isNew: await lineTest(ports)
  });
  return { judged, state, cloud, session, reached: contents.reached, gaps };
}
function isWhole(inputs) {
  const rest = { ...inputs, shard: void 0, adopt: false, prune: "never", maxDeletes: 0 };
  return narrowing(rest) === void 0;
}
function narrowed(configuration, { cluster }) {
  if (cluster.length === 0) return configuration;
  return { ...configuration, clusters: configuration.clusters.filter(({ name }) => cluster.includes(name.value)) };
}
function remembering(azure, managed) {
  return {
    ...azure,
    async cluster(resource) {
      const found = await azure.cluster(resource);
      if (found) managed.set(normalResource(resource), found);
      return found;
    }
  };
}
function namedClusters({ clusters }, managed) {
  return new Map(
    clusters.flatMap(({ name, resource }) => {
      const found = resource && managed.get(normalResource(resource.value));
      return found ? [[name.value, found]] : [];
    })
  );
}
function partOf({ shard }, identities) {
  const ids = new Map(identities.map(({ id, clientId }) => [clientId.toLowerCase(), normalResource(id)]));
  return {
    identity: ({ id }) => inShard(normalResource(id), shard),
    wish: ({ identity }) => {
      const clientId = identity.clientId.toLowerCase();
      return inShard(ids.get(clientId) ?? clientId, shard);
    }
  };
}
function isWatched({ identities }, wishes, identity) {
  const clientId = identity.clientId.toLowerCase();
  return wishes.some((wish) => wish.identity.clientId.toLowerCase() === clientId) || identities.some((entry) => covers(entry, identity));
}
async function observeVersions(audit, managed) {
  const gaps = [];
  const places = /* @__PURE__ */ new Map();
  for (const [name, { id, location }] of managed) {
    const subscription = resourceParts(id)?.subscription ?? "";
    const key = `${subscription}/${location}`.toLowerCase();
    const place = places.get(key) ?? { subscription, location, clusters: [] };
    place.clusters.push(name);
    places.set(key, place);
  }
  const read = await inParallel([...places.values()], async ({ subscription, location, clusters }) => {
    const what = `the Kubernetes versions of ${location}`;
    const versions = await attempt(what, gaps, () => audit.supportedVersions(subscription, location));
    return versions ? clusters.map((name) => [name, versions]) : [];
  });
  return { versions: new Map(read.flat()), gaps };
}
function applicationGaps(targets) {
  return targets.filter(({ kind }) => kind === "application").map(({ clientId }) => ({
    what: `the federated credentials of application ${clientId}`,
    why: "credentials of app registrations are not compared yet",
    remedy: "Run `az ad app federated-credential list` for it."
  }));
}

// src/app/prove.ts
async function prove(inputs, ports) {
  const observed = await observeLive(inputs, ports, "wires");
  const { state, gaps } = await withProofs(observed, inputs, ports);
  const { findings, bugs, sourceLine } = observed.judged.judgeLive({ ...silent(state), proofs: state.proofs });
  const report = buildReport({
    command: "prove",
    findings,
    failures: bugs,
    proofs: proofRows(state),
    gaps,
    stats: observed.judged.stats(),
    failOn: inputs.failOn
  });
  return { report, sourceLine };
}
function silent(state) {
  return { ...state, clusters: [], wires: [], identities: [], connections: [], proofs: [] };
}
async function withProofs({ state, session, reached, cloud, gaps }, inputs, { log, pipelineToken }) {
  log.progress(`Offering tokens of ${state.wires.length} wires to Entra`);
  const asksPipeline = state.wires.some(({ cluster }) => !cluster);
  const proved = await proveWires({
    wires: state.wires,
    clusters: new Map(reached.map(({ name, cluster }) => [name, cluster])),
    pipelineToken: asksPipeline ? await pipelineToken?.(cloud.audience) : void 0,
    exchange: session.tokenExchange,
    tenant: inputs.tenantId ?? state.configuration.tenant?.value ?? session.tenantId
  });
  const accepted = proved.proofs.filter(({ outcome }) => outcome.accepted).length;
  log.notice(`Entra accepted ${accepted} of ${proved.proofs.length} tokens.`);
  return { state: { ...state, proofs: proved.proofs }, gaps: [...gaps, ...proved.gaps] };
}
function proofRows({ proofs }) {
  return proofs.map(({ clientId, claims, outcome }) => ({
    identity: clientId,
    ...claims,
    outcome: outcome.accepted ? "accepted" : "refused",
    error: outcome.accepted ? null : outcome.evidence
  }));
}

export {
  observeLive,
  prove,
  withProofs,
  proofRows
};
