import {
  readSlices,
  resolver,
  scan,
  wantedBy
} from "./chunk-4YXIYJGT.mjs";
import {
  require_ignore,
  worldsOf
} from "./chunk-XH35RF3O.mjs";
import {
  locate
} from "./chunk-C44QPVTK.mjs";
import {
  Field,
  fieldsOf,
  isKustomizationPath,
  readKustomization
} from "./chunk-BNB6QXFO.mjs";
import {
  rules
} from "./chunk-WEWZWYKA.mjs";
import {
  readPlaceholders
} from "./chunk-PZKTV7OQ.mjs";
import {
  lineAt,
  lineText,
  locationOf
} from "./chunk-SH3ULMZR.mjs";
import {
  cappedSeverity,
  compareFindings,
  compareSeverity,
  compareText
} from "./chunk-VVYBS3MP.mjs";
import {
  countFindings
} from "./chunk-D5G6WM4T.mjs";
import "./chunk-IEG5Q3DA.mjs";
import {
  Bug,
  InputError
} from "./chunk-NRA3LPXK.mjs";
import "./chunk-ZAKRCB72.mjs";
import {
  __toESM
} from "./chunk-B7F5QLE5.mjs";

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
  const failed = parts.applied?.some((change) => change.outcome === "failed") ?? false;
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

// src/manifests/discover.ts
var import_ignore = __toESM(require_ignore(), 1);
var template = "(?:\\.(?:tpl|tmpl|template|tftpl|gotmpl|j2|jinja2?|in))?";
var classes = [
  ["manifest", new RegExp(`(?:\\.(?:ya?ml|json)${template}|(?:^|/)Kustomization)$`)],
  ["terraform", /\.tf(?:\.json)?$/],
  ["bicep", /\.bicep$/],
  ["script", /(?:\.(?:sh|bash|zsh|ps1|psm1|cmd|bat|mk|md)|(?:^|\/)(?:Makefile|Taskfile\.ya?ml|justfile))$/i]
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
  const text = new TextDecoder().decode(files.read(join(folder, ".gitignore")));
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

// src/manifests/load.ts
async function load(files, request) {
  const discovered = discover(files, request.paths, request.ignore);
  const scanned = await scan(files, discovered, {
    exhaustive: request.exhaustive,
    skip: isChartTemplate(discovered),
    wanted: wantedBy,
    ...request.onProgress ? { onProgress: request.onProgress } : {}
  });
  const { clusters, substitutions, makesServiceAccounts } = request.configuration ?? unconfigured;
  const kustomizations = scanned.manifests.filter((manifest) => isKustomizationPath(manifest.source.path)).map((manifest) => readKustomization(manifest));
  const rendering = await render(files, request, discovered, scanned.manifests, kustomizations);
  const raw = readRaw(
    scanned.manifests.filter((manifest) => !rendering.claimed.has(manifest.source.path)),
    kustomizations,
    readerOf(substitutions)
  );
  const unrendered = [...kustomizations.map(({ manifest }) => manifest.source.path), ...chartsAmong(discovered)].filter(
    (path) => !rendering.claimed.has(path)
  );
  const complete = scanned.problems.length === 0 && rendering.gaps.length === 0;
  return {
    repository: {
      problems: scanned.problems,
      worlds: worldsOf(raw, rendering.worlds, { clusters, complete, unrendered }),
      credentials: [],
      scripts: { annotatesAccounts: false, createsAccounts: makesServiceAccounts.length > 0 }
    },
    sources: withoutTwins([...scanned.sources, ...rendering.sources]),
    scan: scanned,
    gaps: rendering.gaps,
    rendered: rendering.rendered
  };
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
async function render(files, { rendering, paths, configuration }, discovered, manifests, kustomizations) {
  if (!rendering) return nothingRendered;
  const named = rendering.roots?.(manifests) ?? [];
  const charts = chartsAmong(discovered);
  if (kustomizations.length === 0 && charts.length === 0 && named.length === 0) return nothingRendered;
  const { renderRepository } = await import("./render-repository-S7MZMQXG.mjs");
  const { rootRequestsOf } = await import("./configured-roots-AIBKV2RM.mjs");
  const requests = configuration ? [...rootRequestsOf(configuration, { files, charts, kustomizations }), ...named] : named;
  return renderRepository(files, { ...rendering, paths, charts, kustomizations, requests });
}
function withoutTwins(sources) {
  const byPath = /* @__PURE__ */ new Map();
  for (const source of sources) if (!byPath.has(source.path)) byPath.set(source.path, source);
  return [...byPath.values()];
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
function readRaw(manifests, kustomizations, read) {
  const patches = new Set(kustomizations.flatMap((kustomization) => kustomization.patches));
  const moved = filesInOtherNamespaces(kustomizations);
  const judged = manifests.filter(({ source }) => !isKustomizationPath(source.path) && !patches.has(source.path));
  return readSlices(judged, {
    read,
    adjust: (object) => moved(object.manifest.source.path) ? { ...object, namespaceGiven: false } : object
  });
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

// src/rules/engine.ts
import { createHash } from "node:crypto";

// src/manifests/edits.ts
function editsOf(repairs) {
  const edits = [];
  for (const repair of repairs) {
    const edit2 = editOf(repair);
    if (!edit2) return void 0;
    edits.push(edit2);
  }
  return edits;
}
function editOf(given) {
  const repair = inSource(given);
  if (!repair) return void 0;
  const field = repair.kind === "add-entry" ? repair.into : repair.at;
  if (repair.kind === "rename-key") return field.keyNode && replaceScalar(field, field.keyNode, repair.key);
  if (repair.kind === "set-text") {
    return field.node.type === "scalar" ? replaceScalar(field, field.node, repair.text) : void 0;
  }
  return repair.kind === "add-entry" ? addEntry(field, repair.key, repair.text) : removeEntry(field);
}
function inSource(repair) {
  const field = repair.kind === "add-entry" ? repair.into : repair.at;
  const { rendered } = field.manifest;
  if (!rendered) return repair;
  const part = repair.kind === "rename-key" || repair.kind === "remove-entry" ? "key" : "value";
  const { exact } = rendered.trace({ manifest: field.manifest, path: field.path, part });
  const source = exact && fieldsOf(exact.manifest).get(...exact.path);
  if (!source) return void 0;
  return repair.kind === "add-entry" ? { ...repair, into: source } : { ...repair, at: source };
}
function edit(field, start, end, text) {
  return { ...locationOf(field.manifest.source, start, end), text };
}
function replaceScalar(field, node, text) {
  if (node.style === "literal" || node.style === "folded") return void 0;
  if (node.start === node.end) return edit(field, node.start, node.end, ` ${quoted(text)}`);
  const written = field.manifest.source.text.slice(node.start, node.end);
  const quote = written.startsWith("'") ? "'" : written.startsWith('"') ? '"' : "";
  return edit(field, node.start, node.end, quote ? `${quote}${text}${quote}` : plainOrQuoted(text));
}
function quoted(text) {
  return JSON.stringify(text);
}
function plainOrQuoted(text) {
  return /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|y|n|null)$/i.test(text) ? text : quoted(text);
}
function addEntry(into, key, text) {
  const source = into.manifest.source.text;
  if (into.node.type !== "map") return void 0;
  const last = into.node.entries.at(-1);
  if (into.node.flow) {
    const at = into.node.start + 1;
    return edit(into, at, at, `${quoted(key)}: ${quoted(text)}${last ? ", " : ""}`);
  }
  const first = into.node.entries[0];
  if (!first) return void 0;
  const lineStart = source.lastIndexOf("\n", first.key.start - 1) + 1;
  const indent = source.slice(lineStart, first.key.start);
  if (!/^[ ]*$/.test(indent)) return void 0;
  const lineEnd = source.includes("\r\n") ? "\r\n" : "\n";
  return edit(into, first.key.start, first.key.start, `${key}: ${quoted(text)}${lineEnd}${indent}`);
}
function removeEntry(field) {
  const { keyNode, node } = field;
  const source = field.manifest.source.text;
  if (!keyNode || node.type !== "scalar") return void 0;
  const parent = fieldsOf(field.manifest).get(...field.path.slice(0, -1));
  if (parent?.node.type !== "map" || parent.node.flow || parent.node.entries.length < 2) return void 0;
  const lineStart = source.lastIndexOf("\n", keyNode.start - 1) + 1;
  const newline = source.indexOf("\n", node.end);
  const lineStop = newline === -1 ? source.length : newline + 1;
  const before = source.slice(lineStart, keyNode.start);
  const after = source.slice(node.end, lineStop);
  if (!/^[ ]*$/.test(before) || !/^[ \t]*(?:#.*)?\r?\n?$/.test(after)) return void 0;
  return edit(field, lineStart, lineStop, "");
}

// src/rules/merge-alike.ts
var mostRelated = 20;
function mergeAlike(judged) {
  const merged = [...groupsBy(judged, spotKey).values()].flatMap(
    (group) => [...faultsIn(group).values()].map(mergeFault)
  );
  const counts = /* @__PURE__ */ new Map();
  return merged.sort(compareBySpot).map((item) => {
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
  if (rule.check) for (const world of repository.worlds) yield* rule.check(world, repository);
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
    ...observation.fix && edits ? { fix: { safety: observation.fix.safety, edits } } : {},
    suppressed: null
  };
  return { finding, manifests: "manifest" in at ? [at.manifest] : [] };
}
function levelled(severity, own, level) {
  if (level === void 0 || level === "off") return severity;
  return severity === own ? level : severity;
}
function fingerprintOf(rule, at, location) {
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
  const { readConfiguration, wrongConfiguration } = await import("./file-TJZCXGBW.mjs");
  const { missingPaths } = await import("./configured-paths-FTZQOPG3.mjs");
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

// src/app/check.ts
async function check(inputs, ports) {
  const { findings, bugs, gaps, stats, sourceLine } = await judgeRepository(inputs, ports);
  const report = buildReport({
    command: "check",
    findings,
    failures: bugs,
    gaps,
    stats: stats(),
    failOn: inputs.failOn
  });
  return { report, sourceLine };
}
export {
  check
};
