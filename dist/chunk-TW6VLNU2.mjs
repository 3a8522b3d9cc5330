import {
  chunk_SGNMGJM7_mjs_judgeRepository as judgeRepository,
  chunk_SGNMGJM7_mjs_readerOf as readerOf
} from "./check-375D3FA7.mjs";
import {
  bindingCredentialName,
  normalResource,
  sameResource
} from "./chunk-2EPMM6BQ.mjs";
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
  chunk_P3PXVN6G_mjs_AccessError as AccessError,
  chunk_P3PXVN6G_mjs_InputError as InputError,
  chunk_P3PXVN6G_mjs_SignInError as SignInError
} from "./check-375D3FA7.mjs";
import {
  chunk_NA5QKBYB_mjs_bindingAnnotation as bindingAnnotation,
  chunk_NA5QKBYB_mjs_describeNotGuid as describeNotGuid,
  chunk_NA5QKBYB_mjs_nameOf as nameOf,
  chunk_NA5QKBYB_mjs_templatesOf as templatesOf
} from "./check-375D3FA7.mjs";
import {
  chunk_D4KSMDYY_mjs_locate as locate
} from "./check-375D3FA7.mjs";
import {
  chunk_PBLQ5GEM_mjs_locationOf as locationOf
} from "./check-375D3FA7.mjs";
import {
  chunk_YXW6GTPK_mjs_compareTexts as compareTexts,
  chunk_YXW6GTPK_mjs_literalOf as literalOf,
  chunk_YXW6GTPK_mjs_literalText as literalText
} from "./check-375D3FA7.mjs";
import {
  chunk_VVYBS3MP_mjs_compareText as compareText
} from "./check-375D3FA7.mjs";

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
const { createHash: createHash2 } = process.getBuiltinModule("node:crypto");

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

// src/federation/plan.ts
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
  return createHash2("sha256").update(rows.sort().join("\n")).digest("hex");
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
    what: `the identity ${nameOf2(entry)}`,
    why: `it was not found in the subscriptions that ${complete ? "are looked at" : "could be read"}`,
    remedy: "Correct its entry under identities in idwire.yaml."
  }));
  return { wishes: resolved, lost: complete ? lost.map(lostRow) : [], gaps };
}
function resolvedWish({ entry, clientId, ...wish }, target) {
  const other = clientId !== void 0 && clientId.toLowerCase() !== target.clientId.toLowerCase();
  const blocked = other ? `the pipeline signs in as ${clientId}, and ${nameOf2(entry)} is ${target.clientId}` : wish.blocked;
  return { ...wish, identity: { clientId: target.clientId }, target, blocked };
}
function lostRow({ entry, issuer, subject, audience, origin }) {
  const { file, line } = locate(origin);
  return {
    action: "create",
    identity: nameOf2(entry),
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
function nameOf2(entry) {
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
  const trusts2 = (entry, entries = []) => entries.some((other) => same(entry, other));
  const identities = configuration.identities.filter((entry) => trusts2(entry, base?.identities));
  const known = base?.clusters.map(trustOfCluster);
  const clusters = configuration.clusters.filter((cluster) => trusts2(trustOfCluster(cluster), known));
  const withheld = configuration.identities.filter((entry) => !identities.includes(entry));
  const newClusters = configuration.clusters.filter((cluster) => !clusters.includes(cluster));
  return {
    configuration: { ...configuration, identities, clusters },
    withheld,
    gaps: [
      ...withheld.map((entry) => notYet(`the identity ${nameOf3(entry)}`, path, defaultBranch)),
      ...newClusters.map(({ name }) => notYet(`the cluster ${name.value}`, path, defaultBranch))
    ]
  };
}
async function parsed(path, text) {
  const { inspectConfiguration } = await import("./file-FCWGSWTE.mjs");
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
function nameOf3(entry) {
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
    again: async (changed2) => {
      const identities = changed2.map(({ identity }) => identity);
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
