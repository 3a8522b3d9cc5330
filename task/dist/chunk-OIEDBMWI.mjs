import {
  readSlices,
  resolver,
  scan
} from "./chunk-OFUZELL5.mjs";
import {
  require_ignore,
  worldsOf
} from "./chunk-7NHDOLBQ.mjs";
import {
  countFindings
} from "./chunk-3LC4PZDE.mjs";
import {
  declarationFileKind
} from "./chunk-7ARPJBV4.mjs";
import {
  decodeText,
  splitDocuments
} from "./chunk-7PS32FZK.mjs";
import {
  Bug,
  InputError
} from "./chunk-P3PXVN6G.mjs";
import {
  rules
} from "./chunk-C7TJHRD3.mjs";
import {
  readObject,
  wantedBy
} from "./chunk-ANNPHLBZ.mjs";
import {
  locate
} from "./chunk-D4KSMDYY.mjs";
import {
  lineAt,
  lineText,
  locationOf
} from "./chunk-PBLQ5GEM.mjs";
import {
  readPlaceholders
} from "./chunk-AWIFEEWH.mjs";
import {
  compareTexts,
  literalOf,
  literalText,
  unknownText,
  writtenText
} from "./chunk-YXW6GTPK.mjs";
import {
  isInteresting
} from "./chunk-ON3TE3NA.mjs";
import {
  defaultLimits,
  parseDocument
} from "./chunk-CJGED6K7.mjs";
import {
  Field,
  fieldsOf,
  isKustomizationPath,
  kustomizedNamespace,
  readKustomization
} from "./chunk-TIVORLBP.mjs";
import {
  resolveScalar
} from "./chunk-AQGYI52S.mjs";
import {
  cappedSeverity,
  compareFindings,
  compareSeverity,
  compareText
} from "./chunk-VVYBS3MP.mjs";
import {
  __toESM
} from "./chunk-S3F4CPQ5.mjs";

// src/report/build.ts
function buildReport(parts) {
  const failures = (parts.failures ?? []).map(gapOf);
  return {
    version: 1,
    command: parts.command,
    conclusion: concludedFrom(parts),
    findings: parts.findings.toSorted(compareFindings),
    ...parts.plan && { plan: parts.plan },
    ...parts.applied && { applied: parts.applied },
    gaps: [...failures.sort(compareGaps), ...parts.gaps.toSorted(compareGaps)],
    counts: countFindings(parts.findings),
    stats: parts.stats
  };
}
function concludedFrom(parts) {
  if (parts.failures?.length) return "error";
  const { failOn } = parts;
  const fails = (finding) => failOn !== "never" && !finding.suppressed && compareSeverity(finding.severity, failOn) <= 0;
  const blocked = parts.plan?.changes.some((change) => change.blocked !== null) ?? false;
  const failed = parts.applied?.some((change) => change.outcome !== "done") ?? false;
  return blocked || failed || parts.findings.some(fails) ? "failure" : "success";
}
function gapOf(failure) {
  return { what: failure.problem, why: failure.evidence, remedy: failure.remedy };
}
function compareGaps(a, b) {
  return compareText(a.what, b.what) || compareText(a.why, b.why) || compareText(a.remedy, b.remedy);
}

// src/manifests/guessed-environments.ts
function guessedEnvironments(worlds) {
  const folders = /* @__PURE__ */ new Map();
  for (const world of worlds.filter(({ name }) => name === ".")) {
    for (const { manifest } of [...world.workloads, ...world.serviceAccounts]) {
      const environment = world.environmentOf(manifest);
      const { path } = manifest.source;
      const folder = path.slice(0, path.lastIndexOf("/"));
      const known = environment === void 0 ? void 0 : folders.get(environment);
      if (environment !== void 0 && (known === void 0 || folder < known)) folders.set(environment, folder);
    }
  }
  if (folders.size < 2) return void 0;
  const shown = [...folders].sort(([a], [b]) => compareText(a, b)).map(([name, folder]) => `${name} (${folder})`);
  return `Environments were guessed from folder names: ${shown.join(", ")}. To state them, list clusters in idwire.yaml.`;
}

// src/manifests/declared-credentials.ts
var nothing = {
  credentials: [],
  serviceAccounts: [],
  scripts: { annotatesAccounts: false, createsAccounts: false },
  templateFiles: /* @__PURE__ */ new Set(),
  sources: [],
  complete: true
};
var telling = /federated|serviceaccount|service_account|\bazwi\b|workload\\*\.identity|kubernetes_|kubectl_manifest|helm_release|templatefile|\bsubject/i;
async function readDeclarations({ sources, found, complete }, searched) {
  const fromScan = searched.filter(isPipelineOrTemplate);
  if (!found && fromScan.length === 0) return { ...nothing, complete };
  const { readDeclarationSources } = await import("./read-sources-QUCJ7WDW.mjs");
  const declarations = await readDeclarationSources([...sources, ...fromScan]);
  return { ...declarations, complete: complete && declarations.complete };
}
function readOtherFiles(files, discovered) {
  const sources = [];
  let found = false;
  let complete = true;
  for (const { path, class: fileClass } of discovered) {
    const kind = declarationFileKind(path);
    if (kind === void 0 || fileClass === "manifest") continue;
    const bytes = files.read(path);
    if (bytes.length > defaultLimits.fileBytes) {
      complete = false;
      continue;
    }
    const tells = telling.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1"));
    if (!tells && kind !== "terraform" && kind !== "bicep") continue;
    found ||= tells;
    const text = decodeText(bytes);
    if (text !== void 0) sources.push({ path, text });
  }
  return { sources, found, complete };
}
function isManifestText(path, text) {
  return /\.ya?ml$/i.test(path) && /^apiVersion[ \t]*:/m.test(text) && /^kind[ \t]*:/m.test(text);
}
function isPipelineOrTemplate({ path, text }) {
  return declarationFileKind(path) !== void 0 && telling.test(text) && isInteresting(text) && !isManifestText(path, text);
}
function mayDeclare(source) {
  return isInteresting(source.text) && (/federated/i.test(source.text) || source.text.includes("azwi"));
}
function subjectsIn(sources) {
  const names = /* @__PURE__ */ new Set();
  for (const { text } of sources) {
    for (const match of text.matchAll(/system:serviceaccount:(?:\S{0,200}?:)?([a-z0-9.-]*)/gi))
      names.add(match[1]);
  }
  return [...names];
}

// src/manifests/discover.ts
var import_ignore = __toESM(require_ignore(), 1);
var template = "(?:\\.(?:tpl|tmpl|template|tftpl|gotmpl|j2|jinja2?|in))?";
var classes = [
  ["terraform", /\.tf(?:vars)?(?:\.json)?$/],
  ["manifest", new RegExp(`(?:\\.(?:ya?ml|json)${template}|(?:^|/)Kustomization)$`)],
  ["bicep", /\.bicep$/],
  ["script", /(?:\.(?:sh|bash|zsh|azcli|ps1|psm1|cmd|bat|mk|md)|(?:^|\/)(?:Makefile|Taskfile\.ya?ml|justfile))$/i]
];
function classOf(path) {
  return classes.find(([, pattern]) => pattern.test(path))?.[0];
}
var skipped = /* @__PURE__ */ new Set([".git", "node_modules", ".terraform", ".venv"]);
function discover(files, paths, ignored) {
  const found = /* @__PURE__ */ new Map();
  const own = { base: "", matcher: (0, import_ignore.default)().add([...ignored]) };
  const outer = ignored.length > 0 ? [own] : [];
  for (const given of paths) {
    const path = normalise(given);
    if (path === "-") {
      found.set("-", { path, class: "manifest", explicit: true });
      continue;
    }
    const kind = files.stat(path || ".")?.kind;
    if (kind === void 0) throw missingPath(given);
    if (kind === "directory") walk(files, path, [...outer, ...ancestorRules(files, path)], found);
    else found.set(path, { path, class: classOf(path) ?? "manifest", explicit: true });
  }
  return [...found.values()].sort((a, b) => compareText(a.path, b.path));
}
function missingPath(path) {
  return new InputError({
    problem: `The path "${path}" does not exist.`,
    evidence: "",
    remedy: "Give a file or folder relative to the working directory, or - for standard input."
  });
}
function normalise(path) {
  const absolute = path.startsWith("/");
  const parts = [];
  for (const part of path.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return (absolute ? "/" : "") + parts.join("/");
}
function ancestorRules(files, path) {
  if (path === "" || path.startsWith("/") || path.startsWith("..")) return [];
  const parts = path.split("/");
  return parts.flatMap((_, index) => {
    const folder = parts.slice(0, index).join("/");
    const names = new Set(files.list(folder || ".").map((entry) => entry.name));
    return names.has(".gitignore") ? [rulesIn(files, folder)] : [];
  });
}
function rulesIn(files, folder) {
  const bytes = files.read(join(folder, ".gitignore"));
  const text = decodeText(bytes) ?? Buffer.from(bytes).toString("latin1");
  return { base: folder, matcher: (0, import_ignore.default)().add(text) };
}
function walk(files, folder, outer, found) {
  const entries = listed(files, folder);
  const rules2 = entries.some((entry) => entry.name === ".gitignore" && entry.kind === "file") ? [...outer, rulesIn(files, folder)] : outer;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.kind === "directory") {
      if (!skipped.has(entry.name) && !isIgnored(`${path}/`, rules2)) walk(files, path, rules2, found);
    } else if (entry.kind === "file") {
      const fileClass = classOf(entry.name);
      if (fileClass && !isIgnored(path, rules2)) found.set(path, { path, class: fileClass, explicit: false });
    }
  }
}
function listed(files, folder) {
  try {
    return files.list(folder || ".");
  } catch (thrown) {
    throw new InputError(
      {
        problem: `The folder "${folder || "."}" cannot be read.`,
        evidence: thrown instanceof Error ? thrown.message : String(thrown),
        remedy: "Give the run permission to read it, or leave it out with an ignore pattern."
      },
      { cause: thrown }
    );
  }
}
function isIgnored(path, rules2) {
  for (let index = rules2.length - 1; index >= 0; index -= 1) {
    const { base, matcher } = rules2[index];
    const relative = base === "" ? path : path.slice(base.length + 1);
    if (relative === "" || relative.startsWith("../") || relative.startsWith("/")) continue;
    const { ignored, unignored } = matcher.test(relative);
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}
function join(folder, name) {
  return folder === "" || folder === "/" ? folder + name : `${folder}/${name}`;
}

// src/manifests/declared/kubernetes-declarations.ts
function languageOf(manifest) {
  if (manifest.kind !== "FederatedIdentityCredential") return void 0;
  const group = manifest.apiVersion.replace(/\/.*$/, "");
  if (group === "managedidentity.azure.com") return "aso";
  return /^(managedidentity\.azure|applications\.azuread)\.(m\.)?upbound\.io$/.test(group) ? "crossplane" : void 0;
}
function declaresCredential(manifest) {
  return languageOf(manifest) !== void 0 || manifest.kind === "Composition";
}
function kubernetesCredentials(manifest, readText = readPlaceholders) {
  const root = fieldsOf(manifest);
  const language = languageOf(manifest);
  if (language === "aso") return [asoCredential(root, readText)];
  if (language === "crossplane") return [crossplaneCredential(root, root, readText, void 0)];
  return manifest.kind === "Composition" ? composedCredentials(root, readText) : [];
}
function asoCredential(root, read) {
  const value = (...path) => declaredField(root.get("spec", ...path), read);
  const armId = value("owner", "armId");
  return credential("aso", root, {
    identity: armId ?? value("owner", "name"),
    identityName: armId && armName(armId),
    name: value("azureName") ?? declaredField(root.get("metadata", "name"), read),
    issuer: value("issuer") ?? fromConfig(root.get("spec", "issuerFromConfig")),
    subject: value("subject") ?? fromConfig(root.get("spec", "subjectFromConfig")),
    audiences: audiencesOf(root.get("spec", "audiences"), read),
    claims: root.get("spec", "claimsMatchingExpression") !== void 0,
    conditional: false
  });
}
function crossplaneCredential(root, place, read, patched) {
  const field = (name) => root.get("spec", "forProvider", name) ?? root.get("spec", "initProvider", name);
  const value = (name) => {
    const found = field(name);
    if (!patched?.(name)) return declaredField(found, read);
    return { text: unknownText(`\${${name}}`), at: (found ?? place).place };
  };
  const parent = value("parentId") ?? value("applicationId") ?? value("applicationObjectId");
  const reference = field("parentIdRef") ?? field("applicationIdRef") ?? field("applicationObjectIdRef");
  const externalName = root.get("metadata", "annotations", "crossplane.io/external-name");
  return credential("crossplane", place, {
    identity: parent ?? declaredField(reference?.get("name"), read),
    identityName: parent && armName(parent),
    name: value("displayName") ?? (patched ? void 0 : declaredField(externalName ?? root.get("metadata", "name"), read)),
    issuer: value("issuer"),
    subject: value("subject"),
    audiences: patched?.("audience") ? [] : audiencesOf(field("audience") ?? field("audiences"), read),
    claims: false,
    conditional: patched !== void 0
  });
}
function composedCredentials(field, read) {
  const text = field.string;
  if (text !== void 0) return unreadableCredentials(field, text);
  const base = field.get("base");
  const found = [];
  if (base && isCrossplaneBase(base)) {
    const paths = patchPaths(field.get("patches"));
    const patched = (name) => paths.some((path) => path === "*" || path.startsWith(`spec.forProvider.${name}`));
    found.push(crossplaneCredential(base, base.get("kind") ?? base, read, patched));
  }
  const inner = [...field.entries(), ...field.items()].filter(
    (child) => child.key !== "base" && child.key !== "patches"
  );
  return [...found, ...inner.flatMap((child) => composedCredentials(child, read))];
}
function isCrossplaneBase(base) {
  const apiVersion = base.get("apiVersion")?.string ?? "";
  return languageOf({ apiVersion, kind: base.get("kind")?.string ?? "" }) === "crossplane";
}
function patchPaths(patches) {
  return (patches?.items() ?? []).map((patch) => {
    const to = patch.get("toFieldPath")?.string ?? patch.get("fromFieldPath")?.string;
    return to ?? "*";
  });
}
function unreadableCredentials(field, text) {
  if (!/kind:\s*["']?FederatedIdentityCredential\b/.test(text)) return [];
  return [credential("crossplane", field, { audiences: [], claims: false, conditional: true })];
}
function credential(language, place, parts) {
  const { identity, identityName, name, issuer, subject } = parts;
  return {
    language,
    at: (place.get("metadata", "name") ?? place).place,
    ...identity && { identity },
    ...identityName && { identityName },
    ...name && { name },
    ...issuer && { issuer },
    ...subject && { subject },
    audiences: parts.audiences,
    conditional: parts.conditional,
    parallelLoop: false,
    claimsMatchingExpression: parts.claims
  };
}
function declaredField(field, read) {
  const text = field?.text;
  return field && text !== void 0 ? { text: read(text), at: field.place } : void 0;
}
function audiencesOf(field, read) {
  return (field?.items() ?? []).flatMap((item) => declaredField(item, read) ?? []);
}
function fromConfig(field) {
  const name = field?.get("name")?.text;
  const key = field?.get("key")?.text;
  if (!field || name === void 0) return void 0;
  return { text: unknownText(`\${configMap.${name}.${key ?? ""}}`), at: field.place };
}
function armName({ text, at }) {
  const name = /\/userAssignedIdentities\/([^/]+)$/i.exec(lastPiece(text))?.[1];
  return name === void 0 ? void 0 : { text: literalText(name), at };
}
function lastPiece(text) {
  return literalOf(text) ?? text.pieces.at(-1);
}

// src/manifests/object-declarations.ts
function credentialsOfWorlds(worlds) {
  const manifests = new Set(worlds.flatMap((world) => world.objects.map((object) => object.manifest)));
  return [...manifests].filter(declaresCredential).flatMap((manifest) => kubernetesCredentials(manifest));
}
var makers = {
  "application.dis.altinn.cloud/ApplicationIdentity": ["metadata", "name"],
  "workloadidentity.azure.micosolutions.se/WorkloadIdentity": ["spec", "serviceAccount", "name"]
};
function accountsOfOperators(worlds) {
  const seen = /* @__PURE__ */ new Map();
  for (const object of worlds.flatMap((world) => world.objects)) {
    const path = makers[`${object.group}/${object.kind}`];
    const name = path && (object.root.get(...path) ?? object.metadata.nameField);
    if (name) seen.set(object.manifest, madeAccount(object, name, "aso"));
  }
  return [...seen.values()];
}
function accountsOfTemplates(manifests) {
  return manifests.filter((manifest) => manifest.kind === "ServiceAccount").map((manifest) => readObject(manifest)).flatMap(
    (object) => object.metadata.nameField ? [madeAccount(object, object.metadata.nameField, "terraform")] : []
  );
}
function madeAccount(object, name, language) {
  const { source, start, end } = object.manifest;
  return {
    language,
    name: { text: readPlaceholders(name.text ?? ""), at: name.place },
    ...object.namespaceGiven && { namespace: { text: object.namespace, at: name.place } },
    created: true,
    at: { source, start, end }
  };
}

// src/manifests/pipelines/pipeline-files.ts
var workflow = /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/;
var azurePipeline = /(?:^|\/)(?:[^/]*azure-pipelines?[^/]*\.ya?ml|\.vsts-ci\.yml|(?:\.pipelines|\.?azure-pipelines|\.azuredevops|\.ado)\/(?:.+\/)?[^/]+\.ya?ml)$/i;
var signsIn = /azure\/login|idwire|ARM_USE_OIDC|ARM_CLIENT_SECRET|AZURE_CLIENT_SECRET|AZURE_FEDERATED_TOKEN_FILE|AzureADTokenExchange|federated-|workflow_call|uses["']?\s*:\s*["']?\.\//i;
var usesConnection = /azure|connectedService|template|environmentServiceName|backendService|CLIENT_SECRET/i;
function pipelinePaths(paths) {
  return {
    workflows: paths.filter((path) => workflow.test(path)),
    azure: paths.filter((path) => azurePipeline.test(path) && !path.includes(".github/"))
  };
}
var PipelineFiles = class {
  files;
  known;
  parsed = /* @__PURE__ */ new Map();
  constructor(files, paths) {
    this.files = files;
    this.known = new Set(paths);
  }
  /** The root of a file; undefined when it is not there, is no map, or cannot be parsed (its host refuses it then). */
  document(path, relevant) {
    if (!this.known.has(path)) return void 0;
    if (!this.parsed.has(path)) this.parsed.set(path, this.parse(path, relevant));
    return this.parsed.get(path);
  }
  /** The same for a workflow, which is only parsed when it holds a word that matters. */
  workflow(path) {
    return this.document(path, signsIn);
  }
  /** The same for an Azure pipeline or a template of one. */
  azurePipeline(path) {
    return this.document(path, usesConnection);
  }
  parse(path, relevant) {
    const bytes = this.files.read(path);
    const text = bytes.length > defaultLimits.fileBytes ? void 0 : decodeText(bytes);
    if (text === void 0 || relevant && !relevant.test(text)) return void 0;
    const source = { path, text };
    const [span] = splitDocuments(text, 1).spans;
    const root = span && parseDocument(source, span.start, span.end).root;
    if (!span || root?.type !== "map") return void 0;
    return fieldsOf({ source, root, apiVersion: "", kind: "", start: span.start, end: span.end });
  }
};
function resolvePath(folder, path) {
  const parts = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === ".." && parts.pop() === void 0) return void 0;
    if (part !== "" && part !== "." && part !== "..") parts.push(part);
  }
  return parts.join("/");
}

// src/manifests/pipelines/azure-pipeline.ts
var connectionInputs = /* @__PURE__ */ new Set([
  "azuresubscription",
  "azuresubscriptionendpoint",
  "azureresourcemanagerconnection",
  "connectedservicename",
  "connectedservicenamearm",
  "environmentservicename",
  "environmentservicenameazurerm",
  "backendservicearm",
  "azureserviceconnection"
]);
var deepestTemplate = 20;
function readAzurePipelines(files, paths) {
  const reader = new AzureReader(files);
  const read = paths.flatMap((path) => {
    const root = files.azurePipeline(path);
    if (!root || root.get("kind") || !["steps", "jobs", "stages", "extends"].some((key) => root.get(key))) return [];
    const jobs = reader.read(path, root);
    return jobs.length === 0 ? [] : [{ host: "azure-pipelines", manifest: root.manifest, repository: void 0, jobs }];
  });
  return read.filter(({ manifest }) => !reader.followed.has(manifest.source.path));
}
var AzureReader = class {
  /** Paths of the templates that something uses. */
  followed = /* @__PURE__ */ new Set();
  files;
  logins = /* @__PURE__ */ new Map();
  constructor(files) {
    this.files = files;
  }
  read(path, root) {
    this.logins = /* @__PURE__ */ new Map();
    this.visit(root, { path, values: valuesOf(root, /* @__PURE__ */ new Map()), job: root, depth: 0 });
    return [...this.logins].map(([field, logins]) => ({
      name: field.get("job")?.text ?? field.get("deployment")?.text ?? field.manifest.source.path,
      field,
      callers: [],
      environment: field.get("environment", "name") ?? field.get("environment"),
      permission: { granted: void 0 },
      subjects: logins.flatMap((login2) => login2.subjects),
      logins
    }));
  }
  /** Steps, jobs and stages nest in each other, and in `${{ if }}` and `${{ each }}`, at any depth. */
  visit(field, around) {
    const job = field.get("job") || field.get("deployment") ? field : around.job;
    const here = { ...around, job };
    const template2 = field.get("template")?.text;
    if (template2 !== void 0) this.follow(template2, field, here);
    const inputs = field.get("inputs");
    if (field.get("task") && inputs) this.addConnections(field, inputs, here);
    const variables = field.get("env");
    if (variables) this.addSecret(variables, here);
    const inner = [...field.entries(), ...field.items()].filter((child) => child.key !== "parameters");
    for (const child of inner) if (child.node.type !== "scalar") this.visit(child, here);
  }
  follow(template2, use, around) {
    const name = template2.replace(/@self$/, "");
    if (name.includes("@") || name.includes("${{") || around.depth >= deepestTemplate) return;
    const folder = name.startsWith("/") ? "" : around.path.slice(0, Math.max(0, around.path.lastIndexOf("/")));
    const path = resolvePath(folder, name);
    const root = path === void 0 ? void 0 : this.files.azurePipeline(path);
    if (path === void 0 || !root) return;
    this.followed.add(path);
    const given = (use.get("parameters")?.entries() ?? []).map((entry) => [
      `parameters.${entry.key}`,
      followed(entry, around.values)
    ]);
    const values = new Map([...valuesOf(root, /* @__PURE__ */ new Map()), ...given]);
    this.visit(root, { ...around, path, values, depth: around.depth + 1 });
  }
  addConnections(task, inputs, { values, job }) {
    for (const input of inputs.entries()) {
      if (!connectionInputs.has(input.key.toLowerCase()) || !input.text) continue;
      const at = followed(input, values);
      if (!at.text) continue;
      const connection = readPlaceholders(at.text);
      const by = task.get("task")?.text ?? "";
      const subjects = [connectionSubject(connection)];
      this.add(job, { kind: "service-connection", at, by, clientId: void 0, connection, subjects });
    }
  }
  addSecret(variables, { job }) {
    const at = variables.get("ARM_CLIENT_SECRET") ?? variables.get("AZURE_CLIENT_SECRET");
    const id = variables.get("ARM_CLIENT_ID") ?? variables.get("AZURE_CLIENT_ID");
    if (!at?.text || !id?.text) return;
    const clientId = readPlaceholders(id.text);
    this.add(job, { kind: "client-secret", at, by: at.key, clientId, connection: void 0, subjects: [] });
  }
  add(job, login2) {
    const logins = this.logins.get(job) ?? [];
    const known = logins.some((other) => other.at === login2.at && other.kind === login2.kind);
    if (!known) this.logins.set(job, [...logins, login2]);
  }
};
function valuesOf(root, given) {
  const values = /* @__PURE__ */ new Map();
  for (const parameter of root.get("parameters")?.items() ?? []) {
    const initial = parameter.get("default");
    const name = parameter.get("name")?.text;
    if (initial && name) values.set(`parameters.${name}`, initial);
  }
  for (const entry of root.get("parameters")?.entries() ?? []) values.set(`parameters.${entry.key}`, entry);
  const variables = root.get("variables");
  for (const entry of variables?.entries() ?? []) values.set(`variables.${entry.key}`, entry);
  for (const item of variables?.items() ?? []) {
    const value = item.get("value");
    const name = item.get("name")?.text;
    if (value && name) values.set(`variables.${name}`, value);
  }
  return new Map([...values, ...given]);
}
function followed(field, values) {
  const text = field.text ?? "";
  const name = /^\s*\$\{\{\s*((?:parameters|variables)\.[\w.-]+)\s*\}\}\s*$/.exec(text)?.[1];
  const macro = /^\$\(([\w.-]+)\)$/.exec(text)?.[1];
  return values.get(name ?? `variables.${macro}`) ?? field;
}
function connectionSubject(connection) {
  const { pieces, symbols } = connection;
  const [first = "", ...rest] = pieces;
  const text = { pieces: ["sc://", "/", `/${first}`, ...rest], symbols: ["$(organization)", "$(project)", ...symbols] };
  const context = { pieces, symbols };
  return { kind: "service-connection", event: "", context, text, immutable: void 0, certain: true, fork: false };
}

// src/manifests/pipelines/github-events.ts
function openRef(start, rest, end = "") {
  return { pieces: [start, end], symbols: [`\${{ ${rest} }}`] };
}
var anyRef = openRef("refs/", "ref");
var anyBranch = openRef("refs/heads/", "branch");
var anyTag = openRef("refs/tags/", "tag");
var defaultBranch = openRef("refs/heads/", "default branch");
var mergeRef = openRef("refs/pull/", "number", "/merge");
var queueRef = openRef("refs/heads/gh-readonly-queue/", "entry");
var refsOfEvents = {
  pull_request: mergeRef,
  pull_request_review: mergeRef,
  pull_request_review_comment: mergeRef,
  merge_group: queueRef,
  workflow_dispatch: anyRef,
  create: anyRef,
  deployment: anyRef,
  deployment_status: anyRef,
  release: anyTag
};
function eventsOf(workflow2) {
  const on = workflow2.get("on");
  const listed2 = (on?.items() ?? []).map((item) => [item.text ?? "", void 0]);
  const mapped = (on?.entries() ?? []).map((entry) => [entry.key, entry]);
  const single = on?.text === void 0 ? [] : [[on.text, void 0]];
  return new Map([...single, ...listed2, ...mapped]);
}
function startsOf(workflow2) {
  return [...eventsOf(workflow2)].filter(([event]) => event !== "workflow_call").flatMap(([event, settings]) => {
    const refs = event === "push" ? pushedRefs(settings) : [refsOfEvents[event] ?? defaultBranch];
    return refs.map((ref) => ({ event, ref, certain: true, fork: event.startsWith("pull_request") }));
  });
}
function pushedRefs(settings) {
  const branches = patterns(settings, "branches", "refs/heads/", anyBranch);
  const tags = patterns(settings, "tags", "refs/tags/", anyTag);
  return branches || tags ? [...branches ?? [], ...tags ?? []] : [anyBranch, anyTag];
}
function patterns(settings, key, prefix, any) {
  if (settings?.get(`${key}-ignore`)) return [any];
  const filter = settings?.get(key);
  if (!filter) return void 0;
  const written = filter.text === void 0 ? filter.items().map((item) => item.text ?? "") : [filter.text];
  return written.filter((pattern) => !pattern.startsWith("!")).map((pattern) => refText(prefix, pattern));
}
function refText(prefix, pattern) {
  const special = pattern.search(/[*?+[\\]/);
  if (special === -1) return literalText(prefix + pattern);
  const known = pattern.slice(0, /[?+]/.test(pattern[special]) ? Math.max(0, special - 1) : special);
  return openRef(prefix + known, pattern);
}

// src/manifests/pipelines/github-bindings.ts
var mostVariants = 256;
var expression = /\$\{\{\s*(.*?)\s*\}\}/gs;
function bound(text, bindings) {
  return text.replace(expression, (_, inner) => bindings.get(inner.toLowerCase()) ?? `\${{ ${inner} }}`);
}
function githubText(text) {
  const symbols = text.match(expression) ?? [];
  return symbols.length === 0 ? { pieces: [text], symbols } : { pieces: text.split(/\$\{\{.*?\}\}/s), symbols };
}
function textsOf(text, variants) {
  const texts = variants.map((bindings) => githubText(bound(text, bindings)));
  return [...new Map(texts.map((item) => [writtenText(item), item])).values()];
}
function withMatrix(job, variants) {
  const combinations = combinationsOf(job.get("strategy", "matrix"));
  return variants.flatMap((outer) => combinations.map((inner) => new Map([...outer, ...inner]))).slice(0, mostVariants);
}
function inputsOfCall(caller, called, variants) {
  const declared = eventsOf(called).get("workflow_call")?.get("inputs")?.entries() ?? [];
  return variants.map((outer) => {
    const values = declared.map((input) => {
      const given = caller.get("with", input.key)?.text;
      const value = given === void 0 ? input.get("default")?.text ?? "" : bound(given, outer);
      return [`inputs.${input.key.toLowerCase()}`, value];
    });
    return new Map(values);
  });
}
function dispatchVariants(workflow2) {
  const events = eventsOf(workflow2);
  const inputs = events.size === 1 ? events.get("workflow_dispatch")?.get("inputs")?.entries() ?? [] : [];
  let variants = [/* @__PURE__ */ new Map()];
  for (const input of inputs) {
    const options = (input.get("options")?.items() ?? []).flatMap((option) => option.text ?? []);
    if (options.length === 0) continue;
    const paths = [`inputs.${input.key.toLowerCase()}`, `github.event.inputs.${input.key.toLowerCase()}`];
    variants = variants.flatMap((outer) => options.map((option) => new Map([...outer, ...paths.map((path) => [path, option])]))).slice(0, mostVariants);
  }
  return variants;
}
function combinationsOf(matrix) {
  const axes = (matrix?.entries() ?? []).filter(
    (axis) => axis.key !== "include" && axis.key !== "exclude" && axis.items().length > 0
  );
  let combinations = [/* @__PURE__ */ new Map()];
  for (const axis of axes) {
    const values = axis.items().map((item) => flattened(item, `matrix.${axis.key.toLowerCase()}`));
    combinations = combinations.flatMap((outer) => values.map((value) => new Map([...outer, ...value]))).slice(0, mostVariants);
  }
  const excluded = (matrix?.get("exclude")?.items() ?? []).map((item) => flattened(item, "matrix"));
  combinations = combinations.filter(
    (combination) => !excluded.some((item) => item.size > 0 && [...item].every(([path, value]) => combination.get(path) === value))
  );
  return withIncluded(combinations, matrix?.get("include")?.items() ?? [], axes.length > 0);
}
function withIncluded(combinations, items, hasAxes) {
  const original = hasAxes ? combinations.map((combination) => new Map(combination)) : [];
  const extended = original.map((combination) => new Map(combination));
  const alone = [];
  for (const item of items.map((field) => flattened(field, "matrix"))) {
    const fitting = original.flatMap(
      (combination, index) => [...item].every(([path, value]) => (combination.get(path) ?? value) === value) ? [index] : []
    );
    for (const index of fitting) for (const [path, value] of item) extended[index]?.set(path, value);
    if (fitting.length === 0) alone.push(item);
  }
  const all = [...extended, ...alone];
  return all.length === 0 ? [/* @__PURE__ */ new Map()] : all;
}
function flattened(field, path) {
  if (field.text !== void 0) return /* @__PURE__ */ new Map([[path, field.text]]);
  return new Map(field.entries().flatMap((entry) => [...flattened(entry, `${path}.${entry.key.toLowerCase()}`)]));
}

// src/manifests/pipelines/github-expression.ts
var token = /\s*(?:(?<operator>&&|\|\||[=!<>]=|[!<>(),])|'(?<string>(?:[^']|'')*)'|(?<word>[A-Za-z_][\w-]*(?:\.[A-Za-z_*][\w-]*)*)|(?<number>-?\d[\w.]*))\s*/y;
var strength = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 4,
  ">": 4,
  "<=": 4,
  ">=": 4
};
function parseCondition(text) {
  const wrapped = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(text)?.[1] ?? text;
  if (wrapped.includes("{{")) return void 0;
  const tokens = tokensOf(wrapped);
  if (!tokens) return void 0;
  const parser = new Parser(tokens);
  const expression2 = parser.expression(0);
  return parser.done ? expression2 : void 0;
}
function tokensOf(text) {
  const tokens = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const groups = token.exec(text)?.groups;
    if (!groups) return void 0;
    const [kind, found] = Object.entries(groups).find(([, value]) => value !== void 0);
    tokens.push({ kind, text: kind === "string" ? found.replaceAll("''", "'") : found });
  }
  return tokens;
}
var Parser = class {
  tokens;
  at = 0;
  constructor(tokens) {
    this.tokens = tokens;
  }
  get done() {
    return this.at === this.tokens.length;
  }
  expression(least) {
    let left = this.operand();
    for (let next = this.tokens[this.at]; left && next?.kind === "operator"; next = this.tokens[this.at]) {
      const own = strength[next.text];
      if (own === void 0 || own <= least) break;
      this.at += 1;
      const right = this.expression(own);
      left = right && { kind: "binary", operator: next.text, left, right };
    }
    return left;
  }
  operand() {
    const next = this.tokens[this.at];
    this.at += 1;
    if (!next) return void 0;
    if (next.kind === "string" || next.kind === "number") return { kind: "literal", text: next.text };
    if (next.kind === "word") return this.word(next.text);
    if (next.text === "!") {
      const of = this.expression(4);
      return of && { kind: "not", of };
    }
    if (next.text !== "(") return void 0;
    const inner = this.expression(0);
    return this.takes(")") ? inner : void 0;
  }
  word(name) {
    if (/^(?:true|false|null)$/i.test(name)) return { kind: "literal", text: name.toLowerCase() };
    if (!this.takes("(")) return { kind: "path", path: name.toLowerCase() };
    const parameters = [];
    while (!this.takes(")")) {
      const parameter = this.expression(0);
      if (!parameter) return void 0;
      parameters.push(parameter);
      if (!this.takes(",") && this.tokens[this.at]?.text !== ")") return void 0;
    }
    return { kind: "call", name: name.toLowerCase(), parameters };
  }
  takes(operator) {
    const next = this.tokens[this.at];
    if (next?.kind !== "operator" || next.text !== operator) return false;
    this.at += 1;
    return true;
  }
};

// src/manifests/pipelines/github-condition.ts
function narrowBy(condition, starts) {
  if (condition === void 0 || condition.trim() === "") return starts;
  const expression2 = parseCondition(condition);
  return distinct(starts.flatMap((start) => expression2 ? narrow(expression2, start, true) : doubtful(start)));
}
function runsRegardless(condition) {
  return condition !== void 0 && /\b(?:always|failure|cancelled)\s*\(/i.test(condition);
}
function doubtful(start) {
  return [{ ...start, certain: false }];
}
function distinct(starts) {
  return [...new Map(starts.map((start) => [JSON.stringify(start), start])).values()];
}
function narrow(expression2, start, wanted) {
  switch (expression2.kind) {
    case "literal":
      return !/^(?:false|null|0|)$/.test(expression2.text) === wanted ? [start] : [];
    case "not":
      return narrow(expression2.of, start, !wanted);
    case "path":
      return isOrigin(expression2.path) ? fromFork(start, wanted, !wanted) : ofPullRequest(expression2.path, start, wanted);
    case "call":
      return narrowCall(expression2.name, expression2.parameters, start, wanted);
    case "binary":
      return narrowBinary(expression2, start, wanted);
  }
}
function narrowBinary({ operator, left, right }, start, wanted) {
  if (operator === "&&" || operator === "||") {
    const both = operator === "&&" === wanted;
    const first = narrow(left, start, wanted);
    return both ? first.flatMap((item) => narrow(right, item, wanted)) : distinct([...first, ...narrow(right, start, wanted)]);
  }
  if (operator !== "==" && operator !== "!=") return doubtful(start);
  const equal = operator === "==" === wanted;
  if (right.kind === "path" && left.kind === "literal") return narrowEqual(right, left, start, equal);
  return narrowEqual(left, right, start, equal);
}
function narrowEqual(left, right, start, equal) {
  if (left.kind !== "path") return doubtful(start);
  if (isOrigin(left.path)) {
    const text = right.kind === "literal" ? right.text : "";
    if (text === "true" || text === "false")
      return fromFork(start, equal === (text === "true"), equal === (text === "false"));
    return fromFork(start, !equal, !equal);
  }
  if (left.path === "github.repository" || left.path === "github.repository_owner")
    return equal ? [start] : doubtful(start);
  if (right.kind !== "literal") return doubtful(start);
  const value = valueUnder(left.path, start);
  if (!value) return ofPullRequest(left.path, start, equal);
  return compared(
    compareTexts(lower(value), literalText(right.text.toLowerCase())),
    start,
    equal,
    () => withRef(start, left.path, literalText(right.text))
  );
}
function narrowCall(name, parameters, start, wanted) {
  if (name === "always" || name === "success") return wanted ? [start] : [];
  const [subject, prefix] = parameters;
  if (name !== "startswith" || subject?.kind !== "path" || prefix?.kind !== "literal") return doubtful(start);
  const value = valueUnder(subject.path, start);
  if (!value) return ofPullRequest(subject.path, start, wanted);
  const pattern = { pieces: [prefix.text, ""], symbols: [`\${{ ${prefix.text}* }}`] };
  const head = value.pieces[0].toLowerCase();
  const begins = head.startsWith(prefix.text.toLowerCase());
  const may = compareTexts(lower(value), lower(pattern)) !== "different";
  const answer = begins ? "same" : may ? "unknown" : "different";
  return compared(answer, start, wanted, () => withRef(start, subject.path, pattern));
}
function compared(answer, start, wanted, refined) {
  if (answer === "unknown") return [wanted ? refined() : start];
  return answer === "same" === wanted ? [start] : [];
}
function lower(text) {
  return { ...text, pieces: text.pieces.map((piece) => piece.toLowerCase()) };
}
function valueUnder(path, { event, ref }) {
  if (path === "github.event_name") return literalText(event);
  if (path === "github.ref") return ref;
  const [first = "", ...rest] = ref.pieces;
  const folder = /^refs\/(?:heads|tags|pull)\//.exec(first)?.[0];
  if (path === "github.ref_name") return { ...ref, pieces: [first.slice((folder ?? first).length), ...rest] };
  if (path === "github.ref_type" && folder) return literalText(folder === "refs/tags/" ? "tag" : "branch");
  return void 0;
}
function withRef(start, path, text) {
  if (path === "github.ref") return { ...start, ref: text };
  if (path !== "github.ref_name") return { ...start, certain: false };
  const folder = /^refs\/tags\//.exec(start.ref.pieces[0])?.[0] ?? "refs/heads/";
  return { ...start, ref: { ...text, pieces: [folder + text.pieces[0], ...text.pieces.slice(1)] } };
}
function isOrigin(path) {
  return path.startsWith("github.event.pull_request.head.repo.") || path === "github.event.pull_request.head.user.login";
}
function isPullRequest({ event }) {
  return event.startsWith("pull_request");
}
function fromFork(start, wanted, otherwise) {
  if (isPullRequest(start)) return [{ ...start, fork: wanted }];
  return otherwise ? [start] : [];
}
function ofPullRequest(path, start, wanted) {
  if (!path.startsWith("github.event.pull_request") || isPullRequest(start)) return doubtful(start);
  return wanted ? [] : [start];
}

// src/manifests/pipelines/github-logins.ts
var deepestAction = 5;
function loginsOf(job, workflow2, bindings, localSteps) {
  const scope = { environments: [job.get("env"), workflow2.get("env")], bindings, localSteps };
  return (job.get("steps")?.items() ?? []).flatMap((step) => stepLogins(step, scope, 0));
}
function stepLogins(step, outer, depth) {
  const scope = { ...outer, environments: [step.get("env"), ...outer.environments] };
  const uses = step.get("uses");
  const condition = step.get("if")?.text;
  const found = uses?.text === void 0 ? scriptLogin(step, scope) : actionLogins(step, uses, scope, depth);
  return found.map((login2) => ({ ...login2, condition }));
}
function actionLogins(step, uses, scope, depth) {
  const name = (uses.text ?? "").replace(/@.*$/s, "").toLowerCase();
  if (name === "azure/login") return azureLogin(step, uses, scope);
  if (/^[^./][^/]*\/idwire$/.test(name)) return idwire(step, uses, scope);
  if (!name.startsWith("./") || depth >= deepestAction) return terraformAction(name, scope);
  const given = (step.get("with")?.entries() ?? []).map(
    (entry) => [`inputs.${entry.key.toLowerCase()}`, textIn(entry, scope) ?? ""]
  );
  const inner = { ...scope, environments: [step.get("env")], bindings: new Map(given) };
  const steps = scope.localSteps((uses.text ?? "").slice(2)) ?? [];
  return steps.flatMap((item) => stepLogins(item, inner, depth + 1)).map((login2) => ({ ...login2, at: uses }));
}
function azureLogin(step, uses, scope) {
  const input = inputsOf(step, scope);
  if (input("auth-type")?.toUpperCase() === "IDENTITY") return [];
  const clientId = input("client-id");
  const ids = clientId || input("tenant-id") || input("subscription-id");
  if (ids) return [login("oidc", uses, uses.text, clientId)];
  const stack = input("environment")?.toLowerCase() === "azurestack";
  return input("creds") && !stack ? [login("client-secret", uses, uses.text, void 0)] : [];
}
function idwire(step, uses, scope) {
  const input = inputsOf(step, scope);
  const way = input("azure-auth") ?? "auto";
  const clientId = input("client-id");
  return way === "oidc" || way === "auto" && clientId ? [login("oidc", uses, uses.text, clientId)] : [];
}
function inputsOf(step, scope) {
  const given = step.get("with")?.entries() ?? [];
  return (name) => {
    const entry = given.find((candidate) => candidate.key.toLowerCase() === name);
    return entry && textIn(entry, scope);
  };
}
function terraformAction(name, scope) {
  return /terraform|terragrunt|tofu/.test(name) && !/\/setup-/.test(name) ? terraformLogin(scope) : [];
}
function scriptLogin(step, scope) {
  const at = step.get("run");
  const script = at?.text ?? "";
  const variables = step.get("env");
  const named = variables?.get("ARM_USE_OIDC") ?? variables?.get("ARM_CLIENT_SECRET");
  if (named || /\b(?:terraform|terragrunt|tofu)\b.*\b(?:plan|apply|destroy|import|refresh)\b/.test(script)) {
    return terraformLogin(scope);
  }
  if (at && /federated-credential-provider["'\s=]+github\b/.test(script)) {
    return [login("oidc", at, "azd auth login", variable("AZURE_CLIENT_ID", scope)?.text)];
  }
  return at ? libraryLogin(at, scope) : [];
}
function terraformLogin(scope) {
  const oidc = variable("ARM_USE_OIDC", scope);
  const clientId = variable("ARM_CLIENT_ID", scope)?.text;
  if (oidc?.text.toLowerCase() === "true") {
    const elsewhere = ["ARM_OIDC_TOKEN", "ARM_OIDC_TOKEN_FILE_PATH", "ARM_OIDC_REQUEST_URL"];
    return elsewhere.some((name) => variable(name, scope)) ? [] : [login("oidc", oidc.at, "ARM_USE_OIDC", clientId)];
  }
  const secret = variable("ARM_CLIENT_SECRET", scope);
  return oidc || !secret?.text ? [] : [login("client-secret", secret.at, "ARM_CLIENT_SECRET", clientId)];
}
function libraryLogin(at, scope) {
  const script = at.text ?? "";
  const clientId = variable("AZURE_CLIENT_ID", scope);
  const sendsOn = /AzureADTokenExchange|federated-token|AZURE_FEDERATED_TOKEN_FILE/.test(script);
  if (sendsOn && script.includes("ACTIONS_ID_TOKEN_REQUEST")) {
    return [login("oidc", at, "ACTIONS_ID_TOKEN_REQUEST_URL", clientId?.text)];
  }
  const secret = variable("AZURE_CLIENT_SECRET", scope);
  return clientId && secret?.text ? [login("client-secret", secret.at, secret.at.key, clientId.text)] : [];
}
function login(kind, at, by, clientId) {
  return { kind, at, by: by ?? at.key, clientId: clientId ? githubText(clientId) : void 0, condition: void 0 };
}
function variable(name, scope) {
  const at = scope.environments.map((environment) => environment?.get(name)).find((field) => field !== void 0);
  const text = at && textIn(at, scope);
  return at && text !== void 0 ? { at, text } : void 0;
}
function textIn(field, { environments, bindings }) {
  const text = field.text;
  if (text === void 0) return void 0;
  const variables = text.replace(/\$\{\{\s*env\.(\w+)\s*\}\}/g, (whole, name) => {
    const found = environments.map((environment) => environment?.get(name)?.text).find((value) => value !== void 0);
    return found ?? whole;
  });
  return bound(variables, bindings);
}

// src/manifests/pipelines/github-permission.ts
function permissionOf(job, workflow2, caller) {
  const field = job.get("permissions") ?? workflow2.get("permissions");
  if (!field) return caller ?? { granted: false };
  const granted = grants(field);
  if (granted === false || !caller) return { granted, at: field };
  return caller.granted === true ? { granted, at: field } : caller;
}
function passedOn(permission, call) {
  return { ...permission, at: permission.at ?? call.get("uses") ?? call };
}
function grants(permissions) {
  const text = permissions.text;
  if (text !== void 0) return text.includes("${{") ? void 0 : text === "write-all";
  return permissions.get("id-token")?.text === "write";
}

// src/manifests/pipelines/github-subject.ts
function subjectsOf(starts, environments, repository) {
  const subjects = starts.flatMap(
    (start) => environments.map((environment) => {
      const named = literalOf(environment) !== "";
      const [kind, context] = named ? environmentContext(environment) : startContext(start);
      const { text, immutable } = bothForms(repository, context);
      return { kind, event: start.event, context, text, immutable, certain: start.certain, fork: start.fork };
    })
  );
  return merged(subjects);
}
function merged(subjects) {
  const byText = /* @__PURE__ */ new Map();
  for (const subject of subjects) {
    const key = `${subject.event} ${writtenText(subject.text)}`;
    const known = byText.get(key) ?? subject;
    byText.set(key, {
      ...subject,
      certain: subject.certain || known.certain,
      fork: subject.fork || known.fork
    });
  }
  return [...byText.values()];
}
function environmentContext({ pieces, symbols }) {
  const [first = "", ...rest] = pieces.map((piece) => piece.replaceAll(":", "%3A"));
  return ["environment", { pieces: [`environment:${first}`, ...rest], symbols }];
}
function startContext({ event, ref }) {
  if (event === "pull_request") return ["pull_request", literalText("pull_request")];
  if (event.startsWith("pull_request")) return ["unknown", unknownText("subject")];
  const [first = "", ...rest] = ref.pieces;
  const context = { pieces: [`ref:${first.replaceAll(":", "%3A")}`, ...rest], symbols: ref.symbols };
  return [event === "merge_group" ? "merge-queue" : "ref", context];
}
function bothForms(repository, context) {
  const [owner, name] = repository?.split("/") ?? [];
  if (owner === void 0 || name === void 0) {
    const either = joined(githubText(`repo:\${{ github.repository }}:`), context);
    return { text: either, immutable: either };
  }
  const numbers = githubText(`repo:${owner}@\${{ github.repository_owner_id }}/${name}@\${{ github.repository_id }}:`);
  return { text: joined(literalText(`repo:${owner}/${name}:`), context), immutable: joined(numbers, context) };
}
function joined(a, b) {
  const middle = `${a.pieces.at(-1)}${b.pieces[0]}`;
  return {
    pieces: [...a.pieces.slice(0, -1), middle, ...b.pieces.slice(1)],
    symbols: [...a.symbols, ...b.symbols]
  };
}

// src/manifests/pipelines/github-workflows.ts
var deepestCall = 10;
function readWorkflows(files, paths, repository) {
  const reader = new WorkflowReader(files, repository);
  const workflows = paths.flatMap((path) => {
    const workflow2 = files.workflow(path);
    return workflow2 ? [{ path, workflow: workflow2 }] : [];
  });
  for (const { path, workflow: workflow2 } of workflows) reader.start(path, workflow2);
  for (const { path, workflow: workflow2 } of workflows) reader.startUncalled(path, workflow2);
  return workflows.flatMap(({ path, workflow: workflow2 }) => {
    const jobs = reader.jobsIn(path);
    return jobs.length === 0 ? [] : [{ host: "github", manifest: workflow2.manifest, repository, jobs }];
  });
}
var WorkflowReader = class {
  files;
  repository;
  jobs = /* @__PURE__ */ new Map();
  called = /* @__PURE__ */ new Set();
  constructor(files, repository) {
    this.files = files;
    this.repository = repository;
  }
  jobsIn(path) {
    return this.jobs.get(path) ?? [];
  }
  /** A run that events start. */
  start(path, workflow2) {
    const starts = startsOf(workflow2);
    if (starts.length === 0) return;
    this.run(path, workflow2, { starts, variants: dispatchVariants(workflow2), permission: void 0, callers: [] });
  }
  /** A workflow that can only be called and that nobody here calls: what it would present is its callers' affair. */
  startUncalled(path, workflow2) {
    const reusable = eventsOf(workflow2).has("workflow_call");
    if (!reusable || this.called.has(path) || startsOf(workflow2).length > 0) return;
    this.run(path, workflow2, { starts: [], variants: [/* @__PURE__ */ new Map()], permission: { granted: void 0 }, callers: [] });
  }
  run(path, workflow2, way) {
    const jobs = workflow2.get("jobs");
    for (const job of jobs?.entries() ?? []) {
      const starts = narrowedStarts(job, jobs, way.starts);
      if (starts.length === 0 && way.starts.length > 0) continue;
      const own = { ...way, starts, variants: withMatrix(job, way.variants) };
      const permission = permissionOf(job, workflow2, way.permission);
      if (job.get("uses")) this.call(path, job, own, permission);
      else this.add(path, this.readJob(path, job, workflow2, own, permission));
    }
  }
  call(path, job, way, permission) {
    const target = calledPath(path, job.get("uses")?.text ?? "");
    const workflow2 = target === void 0 ? void 0 : this.files.workflow(target);
    if (target === void 0 || !workflow2 || way.callers.length >= deepestCall) return;
    this.called.add(target);
    this.run(target, workflow2, {
      starts: way.starts,
      variants: inputsOfCall(job, workflow2, way.variants),
      permission: passedOn(permission, job),
      callers: [job, ...way.callers]
    });
  }
  add(path, job) {
    if (job.logins.length > 0) this.jobs.set(path, [...this.jobsIn(path), job]);
  }
  readJob(path, job, workflow2, way, permission) {
    const environment = job.get("environment", "name") ?? job.get("environment");
    const environments = environment?.text ? textsOf(environment.text, way.variants) : [literalText("")];
    const localSteps = (action) => this.localSteps(path, action);
    const found = distinctLogins(way.variants.flatMap((bindings) => loginsOf(job, workflow2, bindings, localSteps)));
    const subjects = (starts) => subjectsOf(starts, environments, this.repository);
    const logins = found.map(
      ({ condition, ...login2 }) => ({
        ...login2,
        connection: void 0,
        subjects: subjects(narrowBy(condition, way.starts))
      })
    );
    const { callers } = way;
    return { name: job.key, field: job, callers, environment, permission, subjects: subjects(way.starts), logins };
  }
  localSteps(workflowPath, action) {
    const root = workflowPath.slice(0, workflowPath.lastIndexOf(".github/"));
    const folder = resolvePath(root, action);
    if (folder === void 0) return void 0;
    const file = this.files.document(`${folder}/action.yml`) ?? this.files.document(`${folder}/action.yaml`);
    return file?.get("runs", "steps")?.items();
  }
};
function distinctLogins(logins) {
  const keyed = logins.map((login2) => [
    JSON.stringify([login2.at.path, login2.kind, login2.clientId, login2.condition]),
    login2
  ]);
  return [...new Map(keyed).values()];
}
function calledPath(caller, uses) {
  if (!uses.startsWith("./")) return void 0;
  return resolvePath(caller.slice(0, caller.lastIndexOf(".github/")), uses);
}
function narrowedStarts(job, jobs, starts, depth = 0) {
  const condition = job.get("if")?.text;
  const needs = job.get("needs");
  const names = needs?.text === void 0 ? (needs?.items() ?? []).map((item) => item.text ?? "") : [needs.text];
  let left = narrowBy(condition, starts);
  if (runsRegardless(condition) || depth > 20) return left;
  for (const name of names) {
    const needed = jobs?.get(name);
    if (needed) left = narrowedStarts(needed, jobs, left, depth + 1);
  }
  return left;
}

// src/manifests/pipelines/repository-name.ts
var remoteSection = /^\s*\[remote "origin"\]\s*$/;
var address = /^\s*url\s*=\s*(?:https?:\/\/(?:[^@/\s]*@)?[^/\s]+\/|(?:ssh:\/\/)?[\w.-]+@[^:/\s]+(?::\d+)?[:/])([^/\s]+)\/([^/\s]+?)(?:\.git)?\/?\s*$/;
function repositoryName(files) {
  if (files.stat(".git/config")?.kind !== "file") return void 0;
  const lines = new TextDecoder().decode(files.read(".git/config")).split("\n");
  const start = lines.findIndex((line) => remoteSection.test(line));
  if (start === -1) return void 0;
  for (const line of lines.slice(start + 1)) {
    if (line.trimStart().startsWith("[")) return void 0;
    const [, owner, name] = address.exec(line) ?? [];
    if (owner && name) return `${owner}/${name}`;
  }
  return void 0;
}

// src/manifests/pipelines/read-pipelines.ts
function readPipelines(files, discovered, repository) {
  const paths = discovered.map((file) => file.path);
  const { workflows, azure } = pipelinePaths(paths);
  if (workflows.length === 0 && azure.length === 0) return [];
  const pipelineFiles = new PipelineFiles(files, paths);
  const name = workflows.length === 0 ? void 0 : repository ?? repositoryName(files);
  return [...readWorkflows(pipelineFiles, workflows, name), ...readAzurePipelines(pipelineFiles, azure)];
}
function withPipelineSources(sources, pipelines) {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const fields = pipelines.flatMap(({ manifest, jobs }) => [
    manifest,
    ...jobs.flatMap((job) => [job.field, ...job.callers, ...job.logins.map((login2) => login2.at)]).map((field) => field.manifest)
  ]);
  for (const { source } of fields) if (!byPath.has(source.path)) byPath.set(source.path, source);
  return [...byPath.values()];
}

// src/manifests/raw-slices.ts
function readRaw(manifests, kustomizations, read, wanted) {
  const patches = new Set(kustomizations.flatMap((kustomization) => kustomization.patches));
  const moved = filesInOtherNamespaces(kustomizations);
  const taken = new Set(kustomizations.flatMap((kustomization) => kustomization.resources));
  const judged = manifests.filter(({ source }) => !isKustomizationPath(source.path) && !patches.has(source.path));
  return readSlices(judged, {
    read,
    wanted,
    adjust: (object) => inKustomization(object, moved(object.manifest.source.path), taken.has(object.manifest.source.path))
  });
}
function inKustomization(object, moved, taken) {
  if (!moved && (!taken || object.namespaceGiven)) return object;
  return { ...object, namespaceGiven: false, namespace: unknownText(kustomizedNamespace) };
}
function filesInOtherNamespaces(kustomizations) {
  const byFolder = new Map(kustomizations.map((kustomization) => [kustomization.folder, kustomization]));
  const moved = /* @__PURE__ */ new Set();
  const visit = (kustomization, seen) => {
    if (seen.has(kustomization)) return;
    seen.add(kustomization);
    for (const resource of kustomization.resources) {
      moved.add(resource);
      const nested = byFolder.get(resource);
      if (nested) visit(nested, seen);
    }
  };
  for (const kustomization of kustomizations) if (kustomization.namespace) visit(kustomization, /* @__PURE__ */ new Set());
  return (path) => moved.has(path);
}

// src/manifests/script-facts.ts
var mostBytes = 512 * 1024;
var nothing2 = { substitutes: /* @__PURE__ */ new Set(), roots: () => [] };
async function repositoryScripts(files, discovered) {
  const sources = discovered.filter(isScript).flatMap(({ path }) => scriptSource(files, path) ?? []);
  if (sources.length === 0) return nothing2;
  const { substitutesOf } = await import("./substituted-literals-MKSMD5IV.mjs");
  const { helmCallsOf } = await import("./helm-calls-J4M6IS3J.mjs");
  const { distinctRoots } = await import("./distinct-roots-IUWNWTYI.mjs");
  const { RootFiles } = await import("./root-files-J7F35HY7.mjs");
  const running = sources.filter(({ path }) => declarationFileKind(path) !== "document");
  return {
    substitutes: new Set(sources.flatMap((source) => substitutesOf(source))),
    roots: (paths) => {
      const folders = new RootFiles(files, paths);
      return distinctRoots(running.flatMap((source) => helmCallsOf(source, folders)));
    }
  };
}
var pipelineFile = /(?:^|\/)(?:\.github\/|\.pipelines?\/|\.azure-?pipelines\/|\.azuredevops\/|\.?azure-pipelines?[^/]*$|\.?pipelines?\/|\.gitlab-ci|azure[\w-]*\.ya?ml$|skaffold|[^/]*pipeline[^/]*\.ya?ml$)/i;
function isScript({ path, class: fileClass }) {
  if (path === "-") return false;
  return fileClass === "script" || /\.ya?ml$/.test(path) && pipelineFile.test(path);
}
var telling2 = /\b(?:sed|perl|helm|kustomize)\b|\bkubectl[^\n]{0,200}[ \t]-k\b|-replace\b|\.Replace\(/i;
function scriptSource(files, path) {
  const bytes = files.read(path);
  if (bytes.length > mostBytes) return void 0;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!telling2.test(view) && !view.includes("\0")) return void 0;
  const text = decodeText(bytes);
  return text === void 0 ? void 0 : { path, text };
}
function substitutedLiterals(substitutes, read = (text) => readPlaceholders(text)) {
  const literals = [...substitutes].sort((a, b) => b.length - a.length);
  if (literals.length === 0) return read;
  const source = literals.map((literal) => literal.replace(/[^\w]/g, "\\$&")).join("|");
  const pattern = new RegExp(`(${source})`);
  return (text) => withSymbols(read(text), pattern);
}
function withSymbols({ pieces, symbols }, pattern) {
  if (!pieces.some((piece) => pattern.test(piece))) return { pieces, symbols };
  const parts = pieces.flatMap((piece, index) => [...piece.split(pattern), ...symbols.slice(index, index + 1)]);
  return {
    pieces: parts.filter((_, index) => index % 2 === 0),
    symbols: parts.filter((_, index) => index % 2 === 1)
  };
}

// src/manifests/load.ts
async function load(files, request) {
  const discovered = discover(files, request.paths, request.ignore);
  const skip = isChartTemplate(discovered);
  const others = readOtherFiles(files, discovered);
  const wanted = (manifests2, sources) => withAllAccounts(
    wantedBy(manifests2, subjectsIn([...others.sources, ...sources.filter(mayDeclare)])),
    request.configuration?.clusters.length
  );
  const scanned = await scan(files, discovered, {
    exhaustive: request.exhaustive,
    skip,
    wanted,
    ...request.onProgress ? { onProgress: request.onProgress } : {}
  });
  const { clusters, substitutions, makesServiceAccounts } = request.configuration ?? unconfigured;
  const declarations = await readDeclarations(others, scanned.sources);
  const { templates, manifests } = withoutTemplates(scanned.manifests, declarations.templateFiles);
  const kustomizations = manifests.filter((manifest) => isKustomizationPath(manifest.source.path)).map((manifest) => readKustomization(manifest));
  const scripts = await repositoryScripts(files, discovered);
  const read = substitutedLiterals(scripts.substitutes, readerOf(substitutions));
  const rendering = await render(files, request, { discovered, manifests, kustomizations, scripts, read });
  const raw = readRaw(
    manifests.filter((manifest) => !rendering.claimed.has(manifest.source.path)),
    kustomizations,
    read,
    wanted(scanned.manifests, scanned.sources)
  );
  const unrendered = [...kustomizations.map(({ manifest }) => manifest.source.path), ...chartsAmong(discovered)].filter(
    (path) => !rendering.claimed.has(path)
  );
  const complete = scanned.problems.length === 0 && rendering.gaps.length === 0;
  const worlds = worldsOf(raw, rendering.worlds, { clusters, complete, unrendered });
  const pipelines = readPipelines(files, discovered, request.repository);
  const madeElsewhere = [...declarations.serviceAccounts, ...accountsOfTemplates(templates)];
  const declaredAccounts = [...madeElsewhere, ...accountsOfOperators(worlds)];
  const makesAccounts = makesServiceAccounts.length > 0 || madeElsewhere.some((account) => account.created);
  return {
    repository: {
      problems: scanned.problems,
      worlds,
      credentials: [...declarations.credentials, ...credentialsOfWorlds(worlds)],
      declaredAccounts,
      complete: complete && declarations.complete && (request.rendering !== void 0 || unrendered.length === 0),
      pipelines,
      scripts: { ...declarations.scripts, createsAccounts: makesAccounts, substitutes: scripts.substitutes }
    },
    sources: withPipelineSources(
      withoutTwins([...scanned.sources, ...rendering.sources, ...declarations.sources]),
      pipelines
    ),
    scan: scanned,
    gaps: rendering.gaps,
    rendered: rendering.rendered
  };
}
function withAllAccounts(wanted, clusters) {
  return clusters ? { ...wanted, accounts: /* @__PURE__ */ new Set([...wanted.accounts, "*"]) } : wanted;
}
var unconfigured = { clusters: [], substitutions: /* @__PURE__ */ new Map(), makesServiceAccounts: [] };
function readerOf(substitutions) {
  const values = new Map([...substitutions].map(([name, { value }]) => [name, value]));
  const known = values.size > 0 ? resolver(values) : void 0;
  return (text) => readPlaceholders(text, known);
}
function chartsAmong(discovered) {
  return discovered.map((file) => file.path).filter((path) => /(?:^|\/)Chart\.ya?ml$/.test(path));
}
var nothingRendered = { worlds: [], gaps: [], claimed: /* @__PURE__ */ new Set(), sources: [], rendered: 0 };
async function render(files, { rendering, paths, configuration }, { discovered, manifests, kustomizations, scripts, read }) {
  if (!rendering) return nothingRendered;
  const deployed = await deployedRoots(files, paths, manifests);
  const charts = chartsAmong(discovered);
  const called = kustomizations.length + charts.length > 0 ? scripts.roots(paths) : [];
  const named = [...deployed, ...called, ...rendering.roots?.(manifests) ?? []];
  if (kustomizations.length === 0 && charts.length === 0 && named.length === 0) return nothingRendered;
  const { renderRepository } = await import("./render-repository-IZYMILV7.mjs");
  const { rootRequestsOf } = await import("./configured-roots-6QGCTJ4U.mjs");
  const requests = configuration ? [...rootRequestsOf(configuration, { files, charts, kustomizations }), ...named] : named;
  const manifestPaths = discovered.filter((file) => file.class === "manifest").map((file) => file.path);
  return renderRepository(files, {
    ...rendering,
    paths,
    charts,
    kustomizations,
    requests,
    manifests: manifestPaths,
    read
  });
}
var deployers = /^(?:kustomize|helm)\.toolkit\.fluxcd\.io\/|^argoproj\.io\//;
async function deployedRoots(files, paths, manifests) {
  if (!manifests.some(({ apiVersion }) => deployers.test(apiVersion))) return [];
  const { namedRoots } = await import("./named-roots-KDLD4RZC.mjs");
  const { RootFiles } = await import("./root-files-J7F35HY7.mjs");
  return namedRoots(manifests, new RootFiles(files, paths)).requests;
}
function withoutTwins(sources) {
  const byPath = /* @__PURE__ */ new Map();
  for (const source of sources) if (!byPath.has(source.path)) byPath.set(source.path, source);
  return [...byPath.values()];
}
function withoutTemplates(manifests, templateFiles) {
  const isTemplate = ({ source }) => templateFiles.has(source.path);
  return {
    templates: manifests.filter(isTemplate),
    manifests: manifests.filter((manifest) => !isTemplate(manifest))
  };
}
function isChartTemplate(discovered) {
  const charts = discovered.filter((file) => /(?:^|\/)Chart\.ya?ml$/.test(file.path)).map((file) => `${file.path.slice(0, file.path.lastIndexOf("/") + 1)}templates/`);
  const roots = new Set(charts);
  if (roots.size === 0) return () => false;
  return (path) => {
    for (let at = path.indexOf("templates/"); at !== -1; at = path.indexOf("templates/", at + 1)) {
      if (roots.has(path.slice(0, at + "templates/".length))) return true;
    }
    return false;
  };
}

// src/manifests/edit-change.ts
function mapOf(field) {
  const node = field?.node;
  if (node?.type !== "map") return void 0;
  const own = node.entries.filter(
    ({ key, value }) => key.start >= node.start && key.end <= value.start && value.end <= node.end
  );
  return { node, own };
}
function indentAt(text, offset) {
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^ *$/.test(before) ? before : void 0;
}
function restOfLine(text, offset) {
  const newline = text.indexOf("\n", offset);
  return text.slice(offset, newline === -1 ? text.length : newline).replace(/\r$/, "");
}
var onlyComment = /^(?:[ \t]+#.*|[ \t]*)$/;
function lineEndAt(text, offset) {
  const next = text.indexOf("\n", offset);
  const newline = next === -1 ? text.lastIndexOf("\n") : next;
  return text[newline - 1] === "\r" ? "\r\n" : "\n";
}

// src/manifests/scalar-text.ts
function quoted(text) {
  return JSON.stringify(text);
}
function withStyleOf(written, text) {
  if (written.startsWith('"')) return quoted(text);
  if (written.startsWith("'")) return `'${text.replaceAll("'", "''")}'`;
  return isPlain(text) ? text : quoted(text);
}
function isPlain(text) {
  return /^[A-Za-z0-9][\w./-]*$/.test(text) && typeof resolveScalar(text, "plain", void 0) === "string";
}

// src/manifests/add-entry.ts
function addEntry(into, key, text, comment2) {
  const map = mapOf(into);
  if (!map) return { refused: "There is no map to write the entry into." };
  const source = into.manifest.source.text;
  const first = map.own[0];
  const entry = `${withStyleOf(first ? source.slice(first.key.start, first.key.end) : "", key)}: ${quoted(text)}`;
  if (map.node.flow) {
    if (comment2) return { refused: "The comment behind the line has no place in the one-line map it would move to." };
    return intoFlow(source, map.node.start, map.own, entry);
  }
  const last = map.own.at(-1);
  const indent = first && indentAt(source, first.key.start);
  if (!first || !last || indent === void 0) {
    return { refused: "The map does not start on a line of its own, so the entry has no sure place." };
  }
  const lineEnd = lineEndAt(source, first.key.start);
  if (endsOnItsLine(source, last)) {
    const at2 = last.value.end + restOfLine(source, last.value.end).length;
    return { start: at2, end: at2, text: `${lineEnd}${indent}${entry}${comment2}` };
  }
  const at = aboveComments(source, first.key.start - indent.length);
  return { start: at, end: at, text: `${indent}${entry}${comment2}${lineEnd}` };
}
function intoFlow(source, start, own, entry) {
  const last = own.at(-1);
  if (!last) return { start: start + 1, end: start + 1, text: entry };
  const indent = indentAt(source, last.key.start);
  const at = last.value.end;
  const gap = indent === void 0 ? " " : lineEndAt(source, at) + indent;
  return { start: at, end: at, text: `,${gap}${entry}` };
}
function endsOnItsLine(source, { key, value }) {
  if (value.type !== "scalar" || value.style === "literal" || value.style === "folded") return false;
  return !source.slice(key.start, value.end).includes("\n") && onlyComment.test(restOfLine(source, value.end));
}
function aboveComments(source, lineStart) {
  let at = lineStart;
  while (at > 0) {
    const previous = source.lastIndexOf("\n", at - 2) + 1;
    if (!/^[ \t]*#/.test(source.slice(previous, at))) break;
    at = previous;
  }
  return at;
}

// src/manifests/remove-entry.ts
function removeEntry(field) {
  if (field.node.type !== "scalar") return { refused: "More than one line would be removed." };
  if (field.node.style === "literal" || field.node.style === "folded")
    return { refused: "The text is a block of lines." };
  return removeFrom(field, field.node.end);
}
function removeFrom(field, end) {
  const parentField = fieldsOf(field.manifest).get(...field.path.slice(0, -1));
  const parent = mapOf(parentField);
  const entry = parent?.own.find((candidate) => candidate.key === field.keyNode);
  if (!parent || !parentField || !entry) {
    return { refused: "The entry comes from an anchor, which other places use too." };
  }
  const source = field.manifest.source.text;
  if (parent.node.flow) return fromFlow(source, parent.own, entry);
  if (parent.node.entries.length === 1) {
    const between = parentField.keyNode ? source.slice(parentField.keyNode.end, entry.key.start) : "#";
    if (/[#&!]/.test(between))
      return { refused: "The map would be empty, and it bears a comment, an anchor or a tag." };
    return removeFrom(parentField, end);
  }
  const indent = indentAt(source, entry.key.start);
  const rest = restOfLine(source, end);
  if (indent === void 0 || !onlyComment.test(rest)) return { refused: "Other things stand on the same line." };
  const newline = source.indexOf("\n", end);
  return {
    start: entry.key.start - indent.length,
    end: newline === -1 ? source.length : newline + 1,
    text: "",
    comment: rest.trimEnd()
  };
}
function fromFlow(source, own, entry) {
  const index = own.indexOf(entry);
  const previous = own[index - 1];
  const next = own[index + 1];
  const start = previous ? previous.value.end : entry.key.start;
  const end = previous || !next ? entry.value.end : next.key.start;
  if (source.slice(start, end).includes("#")) return { refused: "A comment stands between the entries." };
  return { start, end, text: "" };
}

// src/manifests/edits.ts
function editsOf(repairs) {
  const edits = [];
  let comment2 = "";
  for (const repair of [...repairs.filter(removes), ...repairs.filter((other) => !removes(other))]) {
    const own = inSource(repair);
    if (!own) return { refused: "The object is rendered, and no text of the repository is exactly this spot." };
    const field = fieldOf(own);
    const change = changeOf(own, comment2);
    if ("refused" in change) return change;
    comment2 += change.comment ?? "";
    edits.push({ ...locationOf(field.manifest.source, change.start, change.end), text: change.text });
  }
  return { edits };
}
function fieldOf(repair) {
  return repair.kind === "add-entry" ? repair.into : repair.at;
}
function inSource(repair) {
  const field = fieldOf(repair);
  const { rendered } = field.manifest;
  if (!rendered) return repair;
  const part = repair.kind === "rename-key" || repair.kind === "remove-entry" ? "key" : "value";
  const { exact } = rendered.trace({ manifest: field.manifest, path: field.path, part });
  const source = exact && fieldsOf(exact.manifest).get(...exact.path);
  if (!source) return void 0;
  return repair.kind === "add-entry" ? { ...repair, into: source } : { ...repair, at: source };
}
function removes(repair) {
  return repair.kind === "remove-entry";
}
function changeOf(repair, comment2) {
  switch (repair.kind) {
    case "rename-key":
      return repair.at.keyNode ? replaceScalar(repair.at, repair.at.keyNode, repair.key) : { refused: "It has no key." };
    case "set-text":
      if (repair.at.node.type !== "scalar") return { refused: "A map or a list stands where the text belongs." };
      return replaceScalar(repair.at, repair.at.node, repair.text);
    case "add-entry":
      return addEntry(repair.into, repair.key, repair.text, comment2);
    case "remove-entry":
      return removeEntry(repair.at);
  }
}
function replaceScalar(field, node, text) {
  const parent = mapOf(fieldsOf(field.manifest).get(...field.path.slice(0, -1)));
  if (field.keyNode && !parent?.own.some((entry) => entry.key === field.keyNode)) {
    return { refused: "The entry comes from an anchor, which other places use too." };
  }
  if (node.style === "literal" || node.style === "folded") return { refused: "The text is a block of lines." };
  const written = field.manifest.source.text.slice(node.start, node.end);
  const replacement = withStyleOf(written, text);
  return { start: node.start, end: node.end, text: written === "" ? ` ${replacement}` : replacement };
}

// src/rules/merge-alike.ts
var mostRelated = 20;
function mergeAlike(judged) {
  const merged2 = [...groupsBy(judged, spotKey).values()].flatMap(
    (group) => [...faultsIn(group).values()].map(mergeFault)
  );
  const counts = /* @__PURE__ */ new Map();
  return merged2.sort(compareBySpot).map((item) => {
    const { fingerprint } = item.finding;
    const count = counts.get(fingerprint) ?? 0;
    counts.set(fingerprint, count + 1);
    return count === 0 ? item : { ...item, finding: { ...item.finding, fingerprint: `${fingerprint}-${count}` } };
  });
}
function spotKey({ finding: { rule, file, line, column } }) {
  return `${rule}
${file}
${line}:${column}`;
}
function faultsIn(group) {
  const rendered = group.filter(({ finding }) => finding.rendered);
  const once = [...groupsBy(rendered, renderKey).values()].every(
    (items) => new Set(items.map(({ finding }) => finding.message)).size === 1
  );
  return groupsBy(group, (item) => item.finding.rendered ? once ? "" : neutralMessage(item) : item.finding.message);
}
function renderKey({ finding: { rendered }, manifests }) {
  return `${rendered?.by} ${rendered?.root} ${manifests[0]?.rendered?.variant}`;
}
function neutralMessage({ finding, manifests }) {
  const metadata = manifests[0] && fieldsOf(manifests[0]).get("metadata");
  let message = `
${finding.message}`;
  for (const text of [metadata?.get("namespace")?.text, metadata?.get("name")?.text])
    if (text) message = message.replaceAll(text, "*");
  return message;
}
function mergeFault(items) {
  const sorted = items.toSorted(
    (a, b) => compareSeverity(a.finding.severity, b.finding.severity) || compareText(renderKey(a), renderKey(b))
  );
  const [first, ...others] = sorted;
  const elsewhere = [...groupsBy(others, renderKey)].flatMap(
    ([key, [other]]) => other?.finding.rendered && key !== renderKey(first) ? [relatedOf(other, first.finding)] : []
  );
  const shown = elsewhere.slice(0, mostRelated);
  const last = shown.at(-1);
  if (last && elsewhere.length > shown.length)
    shown[shown.length - 1] = { ...last, note: `${last.note}, and ${elsewhere.length - shown.length} more` };
  return {
    finding: { ...first.finding, related: [...first.finding.related, ...shown] },
    manifests: sorted.flatMap(({ manifests }) => manifests)
  };
}
function relatedOf({ finding, manifests }, told) {
  const from = manifests[0]?.rendered;
  const variant = from?.variant ? ` (${from.variant})` : "";
  const note = `also rendered by ${finding.rendered?.by} from ${finding.rendered?.root}${variant}`;
  return {
    file: from?.file ?? finding.file,
    line: 1,
    note: finding.message === told.message ? note : `${note}: ${finding.message}`
  };
}
function groupsBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
function compareBySpot({ finding: a }, { finding: b }) {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message);
}

// src/manifests/suppressions.ts
var ignoreAnnotation = "idwire.dev/ignore";
var comment = /(?:^|[ \t])#[ \t]*idwire-ignore:[ \t]*([^\r\n]*)/gm;
function readSuppressionComments(source) {
  if (!source.text.includes("idwire-ignore")) return [];
  const lines = source.text.split("\n");
  return [...source.text.matchAll(comment)].map((match) => {
    const start = match.index + match[0].indexOf("#");
    const line = lineAt(source, start);
    const [, rule = "", reason = ""] = /^(\S*)[ \t]*(.*)$/.exec((match[1] ?? "").trim()) ?? [];
    let to = line;
    if (/^\s*#/.test(lines[line - 1] ?? "")) {
      do
        to += 1;
      while (to < lines.length && /^\s*#/.test(lines[to - 1] ?? ""));
    }
    return {
      rule: rule.replace(/:$/, ""),
      reason,
      spot: { source, start, end: match.index + match[0].length },
      from: line,
      to
    };
  });
}
function readSuppressionAnnotation(value) {
  return value.split(/[\n;]/).map((part) => part.trim()).filter((part) => part !== "").map((part) => {
    const [, rule = "", reason = ""] = /^([^\s:]*)[\s:]*(.*)$/.exec(part) ?? [];
    return { rule, reason: reason.trim() };
  });
}

// src/rules/suppress.ts
function suppress(judged, repository, sources) {
  const wishes = [...commentWishes(sources), ...annotationWishes(repository)];
  if (wishes.length === 0) return { judged, withoutReason: [], unused: [] };
  const used = /* @__PURE__ */ new Set();
  const result = judged.map((item) => {
    const matching = wishes.filter((wish2) => wish2.rule === item.finding.rule && wish2.covers(item));
    for (const wish2 of matching) used.add(wish2);
    const [wish] = matching;
    return wish ? { ...item, finding: { ...item.finding, suppressed: { by: wish.by, reason: wish.reason } } } : item;
  });
  return {
    judged: result,
    withoutReason: wishes.filter((wish) => wish.reason === "").map((wish) => ({ at: wish.at, message: reasonMissing(wish) })),
    unused: wishes.filter((wish) => !used.has(wish)).map((wish) => ({ at: wish.at, message: hasNoEffect(wish) }))
  };
}
function reasonMissing(wish) {
  return wish.rule === "" ? "This suppression names no rule." : `This suppression of ${wish.rule} gives no reason.`;
}
function hasNoEffect(wish) {
  return `This suppression${wish.rule === "" ? "" : ` of ${wish.rule}`} silences nothing.`;
}
function commentWishes(sources) {
  return sources.flatMap(
    (source) => readSuppressionComments(source).map((comment2) => ({
      rule: comment2.rule,
      reason: comment2.reason,
      by: "comment",
      at: comment2.spot,
      covers: ({ finding }) => finding.file === source.path && finding.line >= comment2.from && finding.line <= comment2.to
    }))
  );
}
function annotationWishes(repository) {
  return repository.worlds.flatMap((world) => world.objects).flatMap(({ manifest }) => {
    const field = fieldsOf(manifest).get("metadata", "annotations", ignoreAnnotation);
    if (!field?.text) return [];
    return readSuppressionAnnotation(field.text).map((wish) => ({
      ...wish,
      by: "annotation",
      at: field.keyPlace,
      covers: (judged) => judged.manifests.includes(manifest)
    }));
  });
}

// src/rules/engine.ts
function judge(repository, rules2, options) {
  const bugs = [];
  const seen = [];
  const active = rules2.filter((rule) => options.levels?.[rule.id] !== "off");
  for (const rule of active) {
    try {
      for (const observation of observationsOf(rule, repository)) seen.push({ rule, observation });
    } catch (thrown) {
      bugs.push(bugOf(rule, thrown));
    }
  }
  const judged = mergeAlike(withoutRepeatedCauses(seen).map((item) => toJudged(item, options)));
  const { judged: suppressed, withoutReason, unused } = suppress(judged, repository, options.sources);
  const about = (id, observations) => active.filter((rule) => rule.id === id).flatMap((rule) => observations.map((observation) => ({ rule, observation })));
  const notes = [...about("suppression-without-reason", withoutReason), ...about("suppression-unused", unused)];
  const findings = [...suppressed, ...mergeAlike(notes.map((item) => toJudged(item, options)))];
  return { findings: findings.map((item) => item.finding).sort(compareFindings), bugs };
}
function* observationsOf(rule, repository) {
  if (rule.checkRepository) yield* rule.checkRepository(repository);
  if (!rule.check) return;
  for (const world of repository.worlds) {
    const doubtful2 = world.guessed && rule.absence;
    for (const observation of rule.check(world, repository))
      yield doubtful2 ? { ...observation, severity: "note" } : observation;
  }
}
function bugOf(rule, thrown) {
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new Bug(
    {
      problem: `Rule ${rule.id} failed: ${cause.message}`,
      evidence: cause.stack ?? cause.message,
      remedy: `This is a bug of Idwire; the other rules ran. Please report it, and set "${rule.id}: off" under rules in idwire.yaml meanwhile.`
    },
    { cause }
  );
}
function withoutRepeatedCauses(seen) {
  const speakers = /* @__PURE__ */ new Map();
  for (const { rule, observation } of seen) {
    if (observation.about === void 0) continue;
    const rules2 = speakers.get(observation.about) ?? /* @__PURE__ */ new Set();
    speakers.set(observation.about, rules2.add(rule.id));
  }
  return seen.filter(({ rule, observation }) => {
    if (observation.about === void 0 || !rule.yieldsTo) return true;
    const others = speakers.get(observation.about);
    return !rule.yieldsTo.some((id) => others.has(id));
  });
}
function placeOf(at) {
  return at instanceof Field ? at.place : at;
}
function toJudged({ rule, observation }, options) {
  const at = placeOf(observation.at);
  const location = locate(at);
  const confidence = observation.confidence ?? rule.confidence ?? "high";
  const level = options.levels?.[rule.id];
  const severity = cappedSeverity(levelled(observation.severity ?? rule.severity, rule.severity, level), confidence);
  const rendered = "manifest" in at ? at.manifest.rendered : void 0;
  const edits = observation.fix && editsOf(observation.fix.repairs);
  const finding = {
    rule: rule.id,
    severity,
    confidence,
    message: observation.message,
    remedy: observation.remedy ?? rule.remedy,
    ...location,
    docs: `docs/rules/${rule.id}.md`,
    related: (observation.related ?? []).map(({ at: other, note }) => {
      const { file, line } = locate(placeOf(other));
      return { file, line, note };
    }),
    fingerprint: fingerprintOf(rule, at, location),
    ...rendered ? { rendered: { by: rendered.by, root: rendered.root } } : {},
    ...observation.fix && edits ? { fix: { safety: observation.fix.safety, edits: [], ...edits } } : {},
    suppressed: null
  };
  return { finding, manifests: "manifest" in at ? [at.manifest] : [] };
}
function levelled(severity, own, level) {
  if (level === void 0 || level === "off") return severity;
  return severity === own ? level : severity;
}
function fingerprintOf(rule, at, location) {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update([rule.id, location.file, ...identityParts(at)].map((part) => `${part.length}:${part}`).join("")).digest("hex").slice(0, 32);
}
function identityParts(at) {
  if (!("manifest" in at)) return [spotText(at)];
  const { rendered, kind } = at.manifest;
  if (!rendered) return [identityOf(at.manifest), at.path.join("/"), at.part];
  const { exact } = rendered.trace(at);
  return exact ? [identityOf(exact.manifest), exact.path.join("/"), exact.part] : [kind, at.path.join("/"), at.part];
}
function spotText(spot) {
  return spot.source.text.slice(spot.start, spot.end);
}
function identityOf(manifest) {
  const metadata = fieldsOf(manifest).get("metadata");
  const name = metadata?.get("name")?.text ?? "";
  return `${manifest.apiVersion}/${manifest.kind}/${metadata?.get("namespace")?.text ?? ""}/${name}`;
}

// src/app/baseline.ts
function suppressBaseline(findings, path, files) {
  const known = fingerprintsIn(path, new TextDecoder().decode(files.read(path)));
  const suppressed = { by: "baseline", reason: `held by ${path}` };
  return findings.map(
    (finding) => finding.suppressed || !known.has(finding.fingerprint) ? finding : { ...finding, suppressed }
  );
}
function fingerprintsIn(path, text) {
  const report = parsed(path, text);
  if (!isRecord(report) || !Array.isArray(report.findings)) throw noReport(path, "It holds no list of findings.");
  if (report.version !== 1)
    throw noReport(path, `Its version is ${JSON.stringify(report.version) ?? "missing"}; allowed: 1.`);
  const fingerprints = report.findings.map((finding, index) => {
    if (isRecord(finding) && typeof finding.fingerprint === "string") return finding.fingerprint;
    throw noReport(path, `findings[${index}] has no fingerprint.`);
  });
  return new Set(fingerprints);
}
function parsed(path, text) {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw noReport(path, `It is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}.`, thrown);
  }
}
function isRecord(value) {
  return typeof value === "object" && value !== null;
}
function noReport(path, evidence, cause) {
  const remedy = "Give a file that --report-file wrote, or leave the baseline out.";
  return new InputError({ problem: `The baseline ${path} is not a report of Idwire.`, evidence, remedy }, { cause });
}

// src/config/find.ts
var configurationFiles = ["idwire.yaml", ".github/idwire.yaml"];
function findConfiguration(files, given) {
  return given ?? configurationFiles.find((path) => files.stat(path)?.kind === "file");
}

// src/app/configuration.ts
async function loadConfiguration(files, given) {
  const path = findConfiguration(files, given);
  if (path === void 0) return void 0;
  const { readConfiguration, wrongConfiguration } = await import("./file-XL4RTPOD.mjs");
  const { missingPaths } = await import("./configured-paths-ZOZKJFPX.mjs");
  const configuration = await readConfiguration(files, path);
  const missing = missingPaths(configuration.clusters, files).map(({ value, at }) => {
    const { line, column } = locationOf(at.source, at.start, at.end);
    return `${path}:${line}:${column}: There is no ${value}.`;
  });
  if (missing.length > 0) throw wrongConfiguration(path, missing);
  return configuration;
}

// src/app/only-changed.ts
async function knownChanges(changes, log) {
  const set = await changes?.read() ?? { known: false, why: "nothing here can tell.", remedy: "" };
  if (set.known) return set;
  log.notice(`It is not known what changed, so all findings are reported: ${set.why} ${set.remedy}`.trim());
  return void 0;
}
function suppressUnchanged(findings, { files, since }) {
  const suppressed = { by: "unchanged", reason: `not touched since ${since}` };
  return findings.map(
    (finding) => finding.suppressed || isTouched(finding, files) ? finding : { ...finding, suppressed }
  );
}
function isTouched({ file, line, endLine, related }, files) {
  return touches(files, file, line, endLine) || related.some((other) => touches(files, other.file, other.line, other.line));
}
function touches(files, file, from, to) {
  if (file === "-" || file.startsWith("/") || file.startsWith("../")) return true;
  const ranges = files.get(file);
  return ranges === "all" || (ranges?.some((range) => range.from <= to && from <= range.to) ?? false);
}

// src/app/judge-repository.ts
async function judgeRepository(inputs, ports) {
  const { files, log, clock } = ports;
  const start = clock.monotonic();
  const configuration = await loadConfiguration(files, inputs.config);
  const changes = inputs.onlyChanged ? await knownChanges(ports.changes, log) : void 0;
  const reached = changes && !configuration?.clusters.length ? new Set(changes.files.keys()) : void 0;
  const { repository, sources, scan: scan2, gaps, rendered } = await load(files, {
    paths: inputs.paths,
    ignore: configuration?.ignore.map(({ value }) => value) ?? [],
    exhaustive: inputs.exhaustive,
    configuration,
    onProgress: (done, total) => log.progress(`Reading manifests: ${done} of ${total} files`),
    rendering: renderingOf(inputs, ports, reached)
  });
  const guess = guessedEnvironments(repository.worlds);
  if (guess) log.notice(guess);
  const levels = Object.fromEntries([...configuration?.rules ?? []].map(([id, { value }]) => [id, value]));
  const { findings: judged, bugs } = judge(repository, rules, { sources, levels });
  const fresh = inputs.baseline ? suppressBaseline(judged, inputs.baseline, files) : judged;
  const findings = changes ? suppressUnchanged(fresh, changes) : fresh;
  const { files: fileCount, documents, parsed: parsed2 } = scan2;
  return {
    configuration,
    repository,
    findings,
    bugs,
    gaps,
    stats: () => ({ files: fileCount, documents, parsed: parsed2, rendered, durationMs: Math.round(clock.monotonic() - start) }),
    sourceLine: sourceLines(sources, findings)
  };
}
function renderingOf(inputs, { createRenderer, log }, changed) {
  if (inputs.render === "never" || !createRenderer) return void 0;
  const { allowRemote = false, helm, kustomize } = inputs;
  return {
    renderer: () => createRenderer({ allowRemote, helm, kustomize }),
    allowRemote,
    changed,
    onProgress: (done, total) => log.progress(`Rendering: ${done} of ${total} roots`)
  };
}
function sourceLines(sources, findings) {
  const named = new Set(findings.map((finding) => finding.file));
  const byPath = new Map(sources.filter((source) => named.has(source.path)).map((source) => [source.path, source]));
  return (file, line) => {
    const source = byPath.get(file);
    return source && lineText(source, line);
  };
}

export {
  buildReport,
  readerOf,
  judgeRepository
};
