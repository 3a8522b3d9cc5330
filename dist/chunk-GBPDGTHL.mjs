import {
  checkPlannable,
  cloudOf,
  covers,
  credentialName,
  desiredCredentials,
  inShard,
  isOwned,
  narrowing,
  observeClusters,
  observeCredentials,
  observeIdentities,
  resolveWishes,
  subscriptionsOf,
  trustConfiguration,
  unrenderedOver
} from "./chunk-OWTZMZZE.mjs";
import {
  chunk_VATPHQYF_mjs_judgeRepository as judgeRepository,
  chunk_VATPHQYF_mjs_readerOf as readerOf
} from "./check-CA0AB372.mjs";
import {
  contextOf,
  githubPrefixes,
  githubSubject,
  usualGithubIssuer
} from "./chunk-ZFHMEM2U.mjs";
import {
  reconcile
} from "./chunk-J2GT4XCC.mjs";
import {
  chunk_D4KSMDYY_mjs_locate as locate
} from "./check-CA0AB372.mjs";
import {
  chunk_52TH525W_mjs_bindingCredentialName as bindingCredentialName,
  chunk_52TH525W_mjs_normalResource as normalResource,
  chunk_52TH525W_mjs_sameResource as sameResource
} from "./check-CA0AB372.mjs";
import {
  chunk_VVYBS3MP_mjs_compareText as compareText
} from "./check-CA0AB372.mjs";

// src/model/azure-devops-subject.ts
var azureDevOpsApplication = "499b84ac-1321-427f-aa17-267ca6975798";
var ownIssuerRetirement = "2027-07-01";
function organizationOf(issuer) {
  return /^https:\/\/(?:vstoken\.dev\.azure\.com|app\.vstoken\.visualstudio\.com)\/([0-9a-f-]{36})$/i.exec(issuer)?.[1];
}
function isRetiringIssuer(issuer) {
  return organizationOf(issuer) !== void 0;
}
function successorOf({ issuer, tenantId, id, cloud }) {
  const organization = organizationOf(issuer);
  if (organization === void 0 || cloud !== "AzureCloud") return void 0;
  return {
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    subject: entraSubject({ tenantId, organization, connection: id })
  };
}
function entraSubject(ids) {
  const tenant = guidText(ids.tenantId);
  return `/eid1/c/pub/t/${tenant}/a/${guidText(azureDevOpsApplication)}/sc/${ids.organization}/${ids.connection}`;
}
function describeMismatch({ issuer, subject }) {
  const [, tenantId] = /^https:\/\/login\.microsoftonline\.com\/([0-9a-f-]{36})\/v2\.0$/i.exec(issuer) ?? [];
  if (tenantId === void 0) {
    return isRetiringIssuer(issuer) && subject.startsWith("/eid1/") ? "the subject is one of Entra, the issuer is Azure DevOps" : null;
  }
  const [, tenant, application] = /^\/eid1\/c\/[^/]+\/t\/([^/]+)\/a\/([^/]+)\/sc\/[^/]+\/[^/]+$/.exec(subject) ?? [];
  if (tenant === void 0) return "the issuer is Entra, but the subject is not /eid1/c/…/t/…/a/…/sc/…/…";
  if (tenant !== guidText(tenantId)) return `the subject is of another tenant than the issuer (${tenantId})`;
  return application === guidText(azureDevOpsApplication) ? null : "the subject is of another application than Azure DevOps";
}
function guidText(guid) {
  const groups = guid.split("-").map((group) => Buffer.from(group, "hex"));
  return Buffer.concat(groups.map((group, index) => index < 3 ? group.reverse() : group)).toString("base64url");
}

// src/federation/pipeline-wishes.ts
async function desiredPipelines(configuration, audience, hosts) {
  const found = await Promise.all(
    configuration.pipelines.map(async (pipeline) => {
      const entry = configuration.identities.find(({ name }) => name?.value === pipeline.identity.value);
      if (!entry) return void 0;
      const { trusts: trusts2, gaps } = pipeline.kind === "github" ? await githubTrusts(pipeline, hosts) : await connectionTrusts(pipeline, hosts);
      const wishes = trusts2.map(
        ({ at, clientId, ...trust }) => ({
          ...trust,
          entry,
          clientId,
          audience,
          origin: at,
          leftTo: void 0
        })
      );
      return { wishes, gaps };
    })
  );
  const all = found.filter((one) => one !== void 0);
  return { wishes: all.flatMap(({ wishes }) => wishes), gaps: all.flatMap(({ gaps }) => gaps) };
}
async function githubTrusts(pipeline, hosts) {
  const repository = pipeline.repository?.value ?? hosts.repository;
  if (pipeline.prefix) return githubGiven(pipeline, pipeline.prefix, hosts);
  if (repository === void 0) {
    const why = "the repository is not known outside a job of GitHub";
    return {
      trusts: [],
      gaps: [gapOf("the pipeline of this repository", { why, remedy: "Write `repository: owner/name`." })]
    };
  }
  const proof = await hosts.github(repository);
  if (!proof.proven) return githubGuess(pipeline, repository, hosts, proof);
  const { subjects, source } = proof;
  const written = pipeline.issuer?.value;
  const issuer = source === "api" ? written ?? subjects.issuer : subjects.issuer;
  const disagree = written !== void 0 && written !== issuer;
  const blocked = disagree ? `idwire.yaml gives the issuer ${written}, the tokens of the repository give ${issuer}` : null;
  const parts = pipeline.subjects.map((part) => ofPart(pipeline, subjects, part, repository));
  return {
    trusts: parts.flatMap(({ forms }) => forms.map((form) => ({ ...form, issuer, proven: true, blocked }))),
    gaps: parts.flatMap(({ gaps }) => gaps)
  };
}
function githubGiven(pipeline, prefix, hosts) {
  const issuer = pipeline.issuer?.value ?? usualGithubIssuer(hosts.githubUrl);
  const trusts2 = pipeline.subjects.map(({ value, at }) => ({
    issuer,
    subject: `${prefix.value}:${contextOf(value)}`,
    proven: true,
    blocked: null,
    at
  }));
  return { trusts: trusts2, gaps: [] };
}
function githubGuess(pipeline, repository, hosts, why) {
  const [owner = "", name = ""] = repository.split("/");
  const issuer = pipeline.issuer?.value ?? usualGithubIssuer(hosts.githubUrl);
  const trusts2 = pipeline.subjects.map(({ value, at }) => ({
    issuer,
    subject: `${githubPrefixes({ owner, name }).name}:${contextOf(value)}`,
    proven: false,
    blocked: null,
    at
  }));
  return { trusts: trusts2, gaps: [gapOf(`the subjects of ${repository}`, why)] };
}
function ofPart({ bothForms }, subjects, part, repository) {
  const what = `the subject of ${part.value} in ${repository}`;
  const own = githubSubject(subjects, part.value);
  if ("unknownKey" in own) {
    const why = `its subjects follow a template with ${own.unknownKey}, whose value depends on the job`;
    const remedy = "Leave that key out of the template, or write the credential by hand.";
    return { forms: [], gaps: [gapOf(what, { why, remedy })] };
  }
  const at = part.at;
  if (!bothForms) return { forms: [{ subject: own.subject, at }], gaps: [] };
  if (subjects.otherPrefix === void 0) {
    const why = "the ids of the repository and its owner are not known";
    const remedy = "Run in a job of the repository with `id-token: write`, or write the other `prefix` as an entry of its own.";
    return { forms: [{ subject: own.subject, at }], gaps: [gapOf(`the other form of ${what}`, { why, remedy })] };
  }
  const other = githubSubject(subjects, part.value, subjects.otherPrefix);
  const reason = subjects.form === "name" ? "both forms during the change to immutable subjects: add both, opt in, then take both-forms away" : "the form before immutable subjects, kept while both-forms is set";
  return {
    forms: [{ subject: own.subject, at }, ..."subject" in other ? [{ subject: other.subject, at, reason }] : []],
    gaps: []
  };
}
async function connectionTrusts(pipeline, hosts) {
  const { organization, project, serviceConnection, issuer, subject, at } = pipeline;
  const names = { organization: organization.value, project: project.value, connection: serviceConnection.value };
  const what = `the service connection ${names.connection} of ${names.organization}/${names.project}`;
  const proof = await hosts.serviceConnection(names);
  const place = serviceConnection.at ?? at;
  if (!proof.proven) {
    if (!issuer || !subject) return { trusts: [], gaps: [gapOf(what, proof)] };
    const trust = { issuer: issuer.value, subject: subject.value };
    return { trusts: [{ ...trust, ...judged(trust), proven: true, at: subject.at }], gaps: [] };
  }
  const { endpoint } = proof;
  const successor = successorOf(endpoint);
  const differing = disagreement("issuer", issuer?.value, endpoint.issuer) ?? disagreement("subject", subject?.value, endpoint.subject);
  const of = { at: place, clientId: endpoint.clientId, proven: true };
  const current = judged(endpoint);
  return {
    trusts: [
      ...successor ? [{ ...successor, ...of, blocked: differing, reason: successorReason }] : [],
      {
        ...of,
        ...current,
        issuer: endpoint.issuer,
        subject: endpoint.subject,
        blocked: differing ?? current.blocked ?? foreignId(endpoint)
      }
    ],
    gaps: []
  };
}
var successorReason = `what the service connection says once it is converted: Azure DevOps stops its own issuer on ${ownIssuerRetirement}; convert the connection after this credential exists`;
var retiringReason = `Azure DevOps stops this issuer on ${ownIssuerRetirement}; convert the service connection before`;
function judged(trust) {
  return { blocked: describeMismatch(trust), ...isRetiringIssuer(trust.issuer) && { reason: retiringReason } };
}
function disagreement(what, written, told) {
  return written === void 0 || written === told ? null : `idwire.yaml gives the ${what} ${written}, the service connection gives ${told}`;
}
function foreignId({ id, subject }) {
  return subject.startsWith("/eid1/") && !subject.toLowerCase().endsWith(`/${id.toLowerCase()}`) ? `the subject names another service connection than ${id}` : null;
}
function gapOf(what, { why, remedy }) {
  return { what, why, remedy };
}

// src/federation/plan.ts
const { createHash } = process.getBuiltinModule("node:crypto");
var mostCredentials = 20;
function planChanges(request) {
  const wishes = /* @__PURE__ */ new Map();
  for (const wish of request.wishes) {
    const key = normalResource(wish.target.id);
    const known = wishes.get(key);
    if (known) known.push(wish);
    else wishes.set(key, [wish]);
  }
  const parts = request.observed.map(
    (observed) => compare(request, observed, wishes.get(normalResource(observed.identity.id)) ?? [])
  );
  const heldBack = whyNotDelete(parts, request);
  const changes = [
    ...parts.flatMap((part) => {
      const deletes = part.deletes.map((change) => ({ ...change, blocked: heldBack }));
      return arranged(part, deletes);
    }),
    ...request.lost
  ];
  const left = parts.flatMap((part) => part.left);
  return {
    digest: digestOf(changes),
    complete: request.complete,
    changes,
    unchanged: parts.reduce((sum, part) => sum + part.unchanged, 0),
    ...left.length > 0 && { left }
  };
}
function compare(request, { identity, credentials }, wanted) {
  const wishes = wanted.toSorted((a, b) => Number(a.blocked === null) - Number(b.blocked === null));
  const { missing, both, extra } = reconcile(wishes, credentials.filter(isComparable), keyOf, keyOf);
  const others = (wish) => wish.leftTo !== void 0;
  const differing = both.filter(({ wanted: wanted2, present }) => !trusts(present, wanted2.audience));
  return {
    present: credentials.length,
    creates: missing.filter((wish) => !others(wish)).map((wish) => createOf(request.owner, wish, credentials)),
    updates: differing.flatMap((pair) => others(pair.wanted) ? [] : updateOf(request, pair.wanted, pair.present)),
    deletes: request.complete ? extra.flatMap((credential) => deleteOf(request, identity, credential) ?? []) : [],
    unchanged: both.length - differing.length,
    left: [...missing, ...differing.map(({ wanted: wanted2 }) => wanted2)].filter(others).map((wish) => ({
      identity: identity.id,
      subject: wish.subject,
      to: wish.leftTo ?? "",
      origin: originOf(wish)
    }))
  };
}
function isComparable(credential) {
  return credential.subject !== void 0 && credential.name.toLowerCase() !== bindingCredentialName;
}
function keyOf({ issuer, subject }) {
  return JSON.stringify([issuer, subject]);
}
function createOf(owner, wish, present) {
  const name = credentialName(owner, wish);
  const blocked = wish.blocked ?? unproven(wish) ?? clash(name, wish, present);
  return { ...rowOf("create", wish), name, owned: true, fields: [], blocked };
}
function clash(name, wish, present) {
  const bound = present.find(({ issuer, subject }) => issuer === wish.issuer && subject === wish.subject);
  if (bound) return `${bound.name}, which AKS manages, has the same issuer and subject`;
  return present.some((credential) => credential.name.toLowerCase() === name.toLowerCase()) ? `a credential named ${name} exists with another issuer or subject; somebody changed it` : null;
}
function trusts({ audiences }, audience) {
  return audiences.length === 1 && audiences[0] === audience;
}
function updateOf(request, wish, present) {
  const owned = isOwned(request.owner, present.name, present);
  const foreign = owned || request.adopt ? null : "the credential is not ours; adopt lets Idwire change its audience";
  return {
    ...rowOf("update", wish),
    name: present.name,
    owned,
    fields: [{ field: "audience", from: present.audiences.join(", "), to: wish.audience }],
    blocked: wish.blocked ?? unproven(wish) ?? foreign
  };
}
function deleteOf(request, identity, present) {
  if (!isOwned(request.owner, present.name, present) || !request.deletions.mayDelete(identity, present))
    return void 0;
  return {
    action: "delete",
    identity: identity.id,
    name: present.name,
    issuer: present.issuer,
    subject: present.subject,
    audience: present.audiences.join(", "),
    owned: true,
    origin: null,
    fields: [],
    blocked: null
  };
}
function lostChange(wish) {
  const { issuer, subject, audience } = wish;
  return {
    action: "create",
    identity: `client-id:${wish.identity.clientId}`,
    name: "",
    issuer,
    subject,
    audience,
    owned: true,
    origin: originOf(wish),
    fields: [],
    blocked: `no identity with the client id ${wish.identity.clientId} is in the subscriptions that are looked at`
  };
}
function unproven(wish) {
  return wish.proven ? null : "the subject is a guess: no token, host or configuration confirms it";
}
function rowOf(action, wish) {
  const { issuer, subject, audience, reason } = wish;
  const row = { action, identity: wish.target.id, issuer, subject, audience, origin: originOf(wish) };
  return reason === void 0 ? row : { ...row, reason };
}
function originOf(wish) {
  const { file, line } = locate(wish.origin);
  return { file, line };
}
function whyNotDelete(parts, { lost, deletions }) {
  const count = parts.reduce((sum, { deletes }) => sum + deletes.length, 0);
  const others = [...parts.flatMap(({ creates, updates }) => [...creates, ...updates]), ...lost];
  if (count > deletions.most) return `${count} deletions are more than max-deletes allows (${deletions.most})`;
  return others.every(isOpen) ? null : "nothing is deleted while a change that is wanted is blocked";
}
var isOpen = ({ blocked }) => blocked === null;
function arranged({ present, creates, updates }, deletes) {
  const added = creates.filter(isOpen).length;
  const least = present + added - deletes.filter(isOpen).length;
  const full = added > 0 && least > mostCredentials;
  const blocked = `the identity would need ${least} credentials and can hold ${mostCredentials}`;
  const refused = full ? creates.map((change) => ({ ...change, blocked: change.blocked ?? blocked })) : creates;
  const deletesFirst = !full && present + added > mostCredentials;
  const groups = deletesFirst ? [deletes, updates, refused] : [updates, refused, deletes];
  return groups.flatMap(
    (group) => group.toSorted((a, b) => compareText(a.subject, b.subject) || compareText(a.issuer, b.issuer))
  );
}
function digestOf(changes) {
  const rows = changes.map(
    ({ action, identity, name, issuer, subject, audience, fields, blocked }) => JSON.stringify([action, identity.toLowerCase(), name, issuer, subject, audience, fields, blocked !== null])
  );
  return createHash("sha256").update(rows.sort().join("\n")).digest("hex");
}

// src/federation/prune.ts
function mayDelete(request) {
  const { prune, narrowed, wishes, clusters, isListed, ownTrust } = request;
  const wanting = new Set(wishes.map(({ issuer }) => issuer));
  const pipelines = new Set(wishes.flatMap(({ cluster, issuer, proven }) => !cluster && proven ? [issuer] : []));
  const emptied = new Set(clusters.flatMap(({ issuer }) => issuer && !wanting.has(issuer) ? [issuer] : []));
  return (identity, { issuer, subject }) => {
    if (!isListed(identity)) return false;
    if (prune !== "owned" || narrowed || wishes.length === 0 || emptied.has(issuer)) return false;
    const own = ownTrust();
    const ofWire = subject.startsWith("system:serviceaccount:") || own !== void 0 && pipelines.has(issuer);
    return ofWire && !(own?.issuer === issuer && own.subject === subject);
  };
}

// src/federation/resolve-pipelines.ts
function configuredApplications({ identities, tenant }) {
  return identities.flatMap((entry) => {
    if (entry.kind !== "application") return [];
    const { value } = entry.application;
    return { kind: "application", id: `application:${value}`, clientId: value, tenantId: tenant?.value ?? "" };
  });
}
function resolvePipelines(wishes, { identities, complete }) {
  const resolved = [];
  const lost = [];
  for (const wish of wishes) {
    const target = identities.find((identity) => covers(wish.entry, identity));
    if (target) resolved.push(resolvedWish(wish, target));
    else lost.push(wish);
  }
  const gaps = [...new Set(lost.map(({ entry }) => entry))].map((entry) => ({
    what: `the identity ${nameOf(entry)}`,
    why: `it was not found in the subscriptions that ${complete ? "are looked at" : "could be read"}`,
    remedy: "Correct its entry under identities in idwire.yaml."
  }));
  return { wishes: resolved, lost: complete ? lost.map(lostRow) : [], gaps };
}
function resolvedWish({ entry, clientId, ...wish }, target) {
  const other = clientId !== void 0 && clientId.toLowerCase() !== target.clientId.toLowerCase();
  const blocked = other ? `the pipeline signs in as ${clientId}, and ${nameOf(entry)} is ${target.clientId}` : wish.blocked;
  return { ...wish, identity: { clientId: target.clientId }, target, blocked };
}
function lostRow({ entry, issuer, subject, audience, origin }) {
  const { file, line } = locate(origin);
  return {
    action: "create",
    identity: nameOf(entry),
    name: "",
    issuer,
    subject,
    audience,
    owned: true,
    origin: { file, line },
    fields: [],
    blocked: "the identity does not exist in the subscriptions that are looked at"
  };
}
function nameOf(entry) {
  if (entry.kind === "resource") return entry.resource.value;
  return entry.kind === "application" ? `application:${entry.application.value}` : entry.resourceGroup.value;
}
function withPredecessors(wishes, observed) {
  return wishes.map((wish) => {
    const present = observed.find(({ identity }) => sameResource(identity.id, wish.target.id))?.credentials ?? [];
    const wanted = wishes.filter(({ target }) => sameResource(target.id, wish.target.id));
    const stray = present.filter(
      ({ issuer, subject }) => !wanted.some((other) => other.issuer === issuer && other.subject === subject)
    );
    for (const { issuer, subject } of stray) {
      const change = subject === void 0 ? void 0 : describeChange({ issuer, subject }, wish);
      if (change) return { ...wish, reason: [change, ...wish.reason ? [wish.reason] : []].join("; ") };
    }
    return wish;
  });
}
function describeChange(before, after) {
  const [, oldPrefix, oldContext] = /^(repo:[^:]+):(.+)$/.exec(before.subject) ?? [];
  const [, prefix, context] = /^(repo:[^:]+):(.+)$/.exec(after.subject) ?? [];
  const instead = `takes the place of ${before.subject}`;
  if (oldPrefix && prefix) {
    if (before.issuer !== after.issuer)
      return before.subject === after.subject ? `the issuer was ${before.issuer}` : void 0;
    if (oldPrefix !== prefix && oldContext === context)
      return `${instead}: the repository was renamed, transferred or made immutable`;
    const environments = [oldContext, context].every((text) => text?.startsWith("environment:"));
    return oldPrefix === prefix && environments ? `${instead}, which nothing asks for any more` : void 0;
  }
  if (!before.subject.startsWith("sc://")) return void 0;
  if (after.subject.startsWith("/eid1/")) return `${instead}: the service connection has Entra as its issuer`;
  const renamed = after.subject.startsWith("sc://") && before.issuer === after.issuer;
  return renamed ? `${instead}: the organization, project or service connection was renamed` : void 0;
}

// src/federation/safety.ts
var notAllowed = "not allowed by idwire.yaml";
function guard(wishes, surroundings) {
  const companies = companiesOf(wishes, surroundings);
  return wishes.map((wish) => {
    const company = companies.get(normalResource(wish.target.id)) ?? newCompany();
    const blocked = wish.blocked ?? forbidden(wish, surroundings.permissions) ?? crossing(company) ?? pullRequest(wish, company, surroundings.permissions) ?? wrongShape(wish);
    return blocked === wish.blocked ? wish : { ...wish, blocked };
  });
}
function companiesOf(wishes, { observed, environments }) {
  const companies = /* @__PURE__ */ new Map();
  const join = (id, subject, environment) => {
    const key = normalResource(id);
    const company = companies.get(key) ?? newCompany();
    companies.set(key, company);
    if (subject !== void 0) company.subjects.push(subject);
    if (environment !== void 0) company.environments.add(environment);
  };
  for (const { target, subject, cluster } of wishes) join(target.id, subject, cluster?.environment);
  for (const { identity, credentials } of observed) {
    for (const { subject, issuer } of credentials) join(identity.id, subject, environments.get(issuer));
  }
  return companies;
}
function newCompany() {
  return { environments: /* @__PURE__ */ new Set(), subjects: [] };
}
function forbidden(wish, permissions) {
  const covering = permissions.filter((permission) => permission.covers(wish.target));
  if (covering.length === 0) return `${notAllowed}: it does not list the identity`;
  const { cluster } = wish;
  if (!cluster) return null;
  const inCluster = covering.filter(({ clusters }) => permits(clusters, cluster.name));
  if (inCluster.length === 0) return `${notAllowed}: the identity is not for cluster ${cluster.name}`;
  return inCluster.some(({ namespaces }) => permits(namespaces, cluster.namespace)) ? null : `${notAllowed}: the identity is not for namespace ${cluster.namespace}`;
}
function permits(patterns, name) {
  return patterns === void 0 || patterns.some((pattern) => matchesPattern(pattern, name));
}
function matchesPattern(pattern, name) {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(name);
}
function crossing({ environments }) {
  return environments.size > 1 ? `one identity would serve ${[...environments].sort().join(" and ")}` : null;
}
var pullRequestSubject = /^(?!system:).*(?<!environment):pull_request(?::|$)/;
function pullRequest(wish, { subjects }, permissions) {
  if (!pullRequestSubject.test(wish.subject)) return null;
  const shared = subjects.some(
    (other) => !other.startsWith("system:serviceaccount:") && !pullRequestSubject.test(other)
  );
  const allowed = permissions.some((permission) => permission.allowPullRequest && permission.covers(wish.target));
  return shared && !allowed ? "pull requests would get the rights of environments and branches; say allow-pull-request: true if that is meant" : null;
}
function wrongShape(wish) {
  for (const [word, text] of [
    ["issuer", wish.issuer],
    ["subject", wish.subject],
    ["audience", wish.audience]
  ]) {
    if (text === "" || text.length > 600) return `the ${word} has ${text.length} characters; 1 to 600 are possible`;
    if (/[\s*]/.test(text)) return `the ${word} holds a space or a wildcard, which never matches`;
  }
  return wish.issuer.startsWith("https://") ? null : "the issuer is not an https URL";
}

// src/app/azure-plan.ts
async function planRepository(inputs, ports, needs) {
  const judged2 = await judgeRepository(inputs, ports);
  const whole = checkPlannable(judged2, inputs, needs);
  const trusted = await trustConfiguration(whole, ports.place, inputs);
  const cloud = cloudOf(trusted.configuration);
  const { azure, ownTrust } = await ports.signIn(cloud, trusted.configuration.tenant?.value);
  ports.log.progress("Reading clusters, identities and federated credentials from Azure");
  const seen = await observe(azure, { inputs, ports, judged: judged2, trusted, audience: cloud.audience });
  const planFor = (observed) => planChanges({
    owner: trusted.configuration.owner?.value ?? "",
    wishes: seen.wishes,
    observed,
    complete: seen.gaps.length === 0 && judged2.repository.problems.length === 0,
    adopt: inputs.adopt,
    lost: seen.lost,
    deletions: {
      mayDelete: mayDelete({
        prune: inputs.prune,
        narrowed: narrowing(inputs) !== void 0,
        wishes: seen.wishes,
        clusters: seen.clusters,
        isListed: (identity) => trusted.configuration.identities.some((entry) => covers(entry, identity)),
        ownTrust
      }),
      most: inputs.maxDeletes
    }
  });
  return {
    judged: judged2,
    azure,
    plan: planFor(seen.observed),
    observed: seen.observed,
    gaps: seen.gaps,
    again: async (changed) => {
      const identities = changed.map(({ identity }) => identity);
      const { observed } = await observeCredentials(azure, identities);
      return { plan: planFor(observed), observed };
    }
  };
}
async function observe(azure, { inputs, ports, judged: judged2, trusted, audience }) {
  const { configuration, withheld } = trusted;
  const [clusters, managed, pipelines] = await Promise.all([
    observeClusters(azure, configuration.clusters),
    observeIdentities(azure, subscriptionsOf(configuration, inputs.subscriptionId)),
    pipelinesOf(configuration, audience, ports)
  ]);
  const identities = { ...managed, identities: [...managed.identities, ...configuredApplications(configuration)] };
  const desired = desiredCredentials({
    repository: judged2.repository,
    clusters: clusters.clusters,
    audience,
    read: readerOf(configuration.substitutions),
    findings: judged2.findings,
    unrenderedOver: unrenderedOver(ports.files)
  });
  const resolved = resolveWishes(desired.wishes, identities);
  const listed = (entries, wish) => entries.some((entry) => covers(entry, wish.target));
  const ofPipelines = resolvePipelines(pipelines.wishes, identities);
  const considered = [...resolved.wishes, ...ofPipelines.wishes].filter(
    (wish) => listed(configuration.identities, wish) || !listed(withheld, wish)
  );
  const targets = [
    ...considered.map(({ target }) => target),
    ...identities.identities.filter((identity) => configuration.identities.some((entry) => covers(entry, identity)))
  ].filter(({ id }) => inShard(normalResource(id), inputs.shard));
  const { observed, gaps } = await observeCredentials(azure, targets);
  const environments = new Map(
    clusters.clusters.flatMap(({ issuer, environment }) => issuer && environment ? [[issuer, environment]] : [])
  );
  const guarded = guard(ownerless(configuration, withPredecessors(considered, observed)), {
    permissions: permissionsOf(configuration),
    observed,
    environments
  });
  const chosen = (wish) => inputs.cluster.length === 0 || inputs.cluster.includes(wish.cluster?.name ?? "");
  return {
    observed,
    clusters: clusters.clusters,
    wishes: guarded.filter((wish) => wish.issuer !== "" && chosen(wish)),
    lost: [
      ...resolved.lost.filter((wish) => wish.issuer !== "" && chosen(wish)).map(lostChange),
      ...inputs.cluster.length === 0 ? ofPipelines.lost : []
    ],
    gaps: [
      ...judged2.gaps,
      ...trusted.gaps,
      ...clusters.gaps,
      ...desired.gaps,
      ...identities.gaps,
      ...resolved.gaps,
      ...pipelines.gaps,
      ...ofPipelines.gaps,
      ...gaps
    ]
  };
}
async function pipelinesOf(configuration, audience, { pipelineHosts }) {
  if (configuration.pipelines.length === 0) return { wishes: [], gaps: [] };
  return desiredPipelines(configuration, audience, await pipelineHosts());
}
function ownerless(configuration, wishes) {
  if (configuration.owner) return wishes;
  return wishes.map((wish) => ({ ...wish, blocked: wish.blocked ?? "idwire.yaml names no owner" }));
}
function permissionsOf(configuration) {
  return configuration.identities.map((entry) => ({
    covers: (identity) => covers(entry, identity),
    clusters: entry.allow?.clusters.map(({ value }) => value) ?? [],
    namespaces: entry.allow?.namespaces.map(({ value }) => value) ?? [],
    allowPullRequest: entry.allowPullRequest
  }));
}

export {
  planRepository
};
