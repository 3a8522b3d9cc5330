import {
  chunk_7PS32FZK_mjs_decodeText as decodeText,
  chunk_7PS32FZK_mjs_splitDocuments as splitDocuments
} from "./check-CA0AB372.mjs";
import {
  chunk_6G7D3U53_mjs_camelCase as camelCase
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_QTW75C4R_mjs_nearest as nearest
} from "./check-CA0AB372.mjs";
import {
  chunk_P3PXVN6G_mjs_InputError as InputError
} from "./check-CA0AB372.mjs";
import {
  chunk_BBQSWFLF_mjs_rules as rules
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_PBLQ5GEM_mjs_locationOf as locationOf
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import {
  chunk_CJGED6K7_mjs_loadTolerantParser as loadTolerantParser,
  chunk_CJGED6K7_mjs_parseDocument as parseDocument
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/model/configuration.ts
var namedClouds = ["public", "usgov", "china"];

// src/config/forms.ts
function anyCase(word) {
  return word.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`).replaceAll(".", "\\.");
}
var guidPattern = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
var segment = "[^/\\s<>%&?]+";
var groupPattern = `/${anyCase("subscriptions")}/${guidPattern}/${anyCase("resourceGroups")}/${segment}`;
function resource(provider, words) {
  return { pattern: `^${groupPattern}/${anyCase("providers")}/${provider}/${segment}$`, words };
}
var guid = {
  pattern: `^${guidPattern}$`,
  words: "a GUID such as 00000000-0000-0000-0000-000000000000"
};
var httpsUrl = {
  pattern: "^https://(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?(?:/[^\\s?#]*)?$",
  words: "an https URL without user, query and fragment"
};
var clusterId = resource(
  `(?:${anyCase("Microsoft.ContainerService")}/${anyCase("managedClusters")}|${anyCase("Microsoft.Kubernetes")}/${anyCase("connectedClusters")})`,
  "the ARM id of a cluster (/subscriptions/…/resourceGroups/…/providers/Microsoft.ContainerService/managedClusters/…)"
);
var identityId = resource(
  `${anyCase("Microsoft.ManagedIdentity")}/${anyCase("userAssignedIdentities")}`,
  "the ARM id of an identity (/subscriptions/…/resourceGroups/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/…)"
);
var resourceGroupId = {
  pattern: `^${groupPattern}$`,
  words: "the ARM id of a resource group (/subscriptions/…/resourceGroups/…)"
};
var name = {
  pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$",
  words: "a name of letters, digits, dots, hyphens and underscores"
};
var nameGlob = {
  pattern: "^[A-Za-z0-9*][A-Za-z0-9._*-]*$",
  words: "a name, in which * stands for any characters"
};
var namespace = {
  pattern: "^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$",
  words: "a namespace: lower-case letters, digits and hyphens"
};
var namespaceGlob = {
  pattern: "^[a-z0-9*](?:[a-z0-9*-]*[a-z0-9*])?$",
  words: "a namespace, in which * stands for any characters"
};
var path = {
  pattern: "^(?!.*\\\\)(?!/)(?!(?:.*/)?\\.\\.(?:/|$))\\S(?:.*\\S)?$",
  words: "a path below the working directory, with / and without .."
};
var repository = {
  pattern: "^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?/[A-Za-z0-9._-]+$",
  words: "a repository as owner/name"
};
var groupKind = {
  pattern: "^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/)?[A-Z][A-Za-z0-9]*$",
  words: "a kind with its API group and without a version, such as example.io/Application"
};
var githubPrefix = {
  pattern: "^repo:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:@[0-9]+)?/[A-Za-z0-9._-]+(?:@[0-9]+)?$",
  words: "repo:owner/name, or with ids repo:owner@12/name@34"
};
var githubSubject = {
  pattern: "^(?!repo:)\\S(?:.*\\S)?$",
  words: "the part of the subject behind the repository, such as environment:production or pull_request"
};

// src/config/shape.ts
function text(form) {
  const { pattern, words } = form ?? { pattern: "\\S", words: "text" };
  const expression = new RegExp(pattern, "u");
  return {
    schema: { type: "string", pattern },
    read(node, path2, reader) {
      if (node.type === "scalar" && typeof node.value === "string" && expression.test(node.value))
        return { value: node.value, at: reader.spot(node) };
      const quotes = node.type === "scalar" && typeof node.value !== "string" && expression.test(node.text);
      reader.fault(node, `${path2} must be ${words}; it is ${shown(node)}${quotes ? ", so put it in quotes" : ""}.`);
      return void 0;
    }
  };
}
var writtenValue = {
  schema: { type: ["string", "number", "boolean"] },
  read(node, path2, reader) {
    if (node.type === "scalar" && node.value !== null) return { value: node.text, at: reader.spot(node) };
    reader.fault(node, `${path2} must be a single value; it is ${shown(node)}.`);
    return void 0;
  }
};
function choice(words) {
  return {
    schema: { type: "string", enum: words },
    read(node, path2, reader) {
      const word = node.type === "scalar" ? words.find((candidate) => candidate === node.text) : void 0;
      if (word !== void 0) return { value: word, at: reader.spot(node) };
      const meant = node.type === "scalar" ? didYouMean(node.text, words) : "";
      reader.fault(node, `${path2} is ${shown(node)}${meant}; allowed: ${words.join(", ")}.`);
      return void 0;
    }
  };
}
var flag = {
  schema: { type: "boolean" },
  read(node, path2, reader) {
    if (node.type === "scalar" && node.style === "plain" && /^(?:true|false)$/.test(node.text))
      return node.text === "true";
    reader.fault(node, `${path2} is ${shown(node)}; allowed: true, false.`);
    return void 0;
  }
};
function exactly(number, otherwise) {
  return {
    schema: { const: number },
    read(node, path2, reader) {
      if (node.type === "scalar" && node.value === number) return number;
      reader.fault(node, `${path2} is ${shown(node)}; allowed: ${number}. ${otherwise}`);
      return void 0;
    }
  };
}
function list(item, least = 0) {
  return {
    schema: { type: "array", items: item.schema, ...least > 0 && { minItems: least } },
    read(node, path2, reader) {
      if (node.type !== "sequence") {
        reader.fault(node, `${path2} must be a list; it is ${shown(node)}.`);
        return void 0;
      }
      if (node.items.length < least) reader.fault(node, `${path2} must have an entry.`);
      return node.items.flatMap((entry, index) => item.read(entry, `${path2}[${index}]`, reader) ?? []);
    }
  };
}
function record(value, known) {
  const schema = known ? { properties: Object.fromEntries(known.map((key) => [key, value.schema])), additionalProperties: false } : { additionalProperties: value.schema };
  return {
    schema: { type: "object", ...schema },
    read(node, path2, reader) {
      const map = mapAt(node, path2, reader);
      if (!map) return void 0;
      const values = /* @__PURE__ */ new Map();
      for (const { key, value: entry } of map.entries) {
        const read2 = value.read(entry, `${path2}.${key.text}`, reader);
        if (known && !known.includes(key.text)) unknownKey(key, path2, known, reader);
        else if (read2 !== void 0) values.set(key.text, read2);
      }
      return values;
    }
  };
}
function mapped(shape, convert) {
  return {
    schema: shape.schema,
    read(node, path2, reader) {
      const value = shape.read(node, path2, reader);
      return value === void 0 ? void 0 : convert(value);
    }
  };
}
function mapOr(map, other) {
  return {
    schema: { anyOf: [other.schema, map.schema] },
    read: (node, path2, reader) => (node.type === "map" ? map : other).read(node, path2, reader)
  };
}
function mapAt(node, path2, reader) {
  if (node.type === "map") return node;
  reader.fault(node, `${path2 || "The configuration"} must be a map of keys; it is ${shown(node)}.`);
  return void 0;
}
function unknownKey(key, path2, known, reader) {
  const place = path2 ? `${path2} has` : "There is";
  const few = known.length <= 20 ? `; allowed: ${known.join(", ")}` : "";
  reader.fault(key, `${place} no key ${JSON.stringify(key.text)}${didYouMean(key.text, known)}${few}.`);
}
function didYouMean(word, known) {
  const meant = nearest(word, known);
  return meant === void 0 ? "" : ` (did you mean ${meant}?)`;
}
function shown(node) {
  if (node.type === "map") return "a map";
  if (node.type === "sequence") return "a list";
  if (node.value === null) return "empty";
  if (typeof node.value === "number") return `the number ${node.text}`;
  if (typeof node.value === "boolean") return `the truth value ${node.text}`;
  return node.text.length > 80 ? `${JSON.stringify(node.text.slice(0, 80))}…` : JSON.stringify(node.text);
}

// src/config/object-shape.ts
function required(shape, description) {
  return { shape, description, required: true, presence: "always" };
}
function optional(shape, description) {
  return { shape, description, required: false, presence: "perhaps" };
}
function defaulted(shape, fallback, description) {
  return { shape, description, required: false, presence: "always", fallback };
}
function object(keys) {
  const entries = Object.entries(keys);
  return {
    schema: objectSchema(entries),
    read(node, path2, reader) {
      const map = mapAt(node, path2, reader);
      if (!map) return void 0;
      const value = { at: reader.spot(map) };
      for (const { key } of map.entries) if (!(key.text in keys)) unknownKey(key, path2, Object.keys(keys), reader);
      const faults = entries.filter(([name2, key]) => !readKey(name2, key, { map, path: path2, reader, value }));
      return faults.length > 0 ? void 0 : value;
    }
  };
}
function objectSchema(entries) {
  const names = entries.filter(([, key]) => key.required).map(([name2]) => name2);
  return {
    type: "object",
    properties: Object.fromEntries(
      entries.map(([name2, { shape, description }]) => [name2, { description, ...shape.schema }])
    ),
    ...names.length > 0 && { required: names },
    additionalProperties: false
  };
}
function readKey(name2, key, { map, path: path2, reader, value }) {
  const entry = map.entries.find((candidate) => candidate.key.text === name2);
  if (!entry) {
    if (key.fallback !== void 0) value[camelCase(name2)] = key.fallback;
    if (key.required) reader.fault(map, `${path2 || "The configuration"} needs the key ${name2}.`);
    return !key.required;
  }
  const node = entry.value.start === entry.value.end ? { ...entry.value, start: entry.key.start } : entry.value;
  const read2 = key.shape.read(node, path2 ? `${path2}.${name2}` : name2, reader);
  if (read2 !== void 0) value[camelCase(name2)] = read2;
  return read2 !== void 0;
}
function kindByKey(kinds) {
  const names = Object.keys(kinds);
  return oneOf(kinds, (map, path2, reader) => {
    const found = map.entries.filter(({ key }) => names.includes(key.text));
    const [first, second] = found;
    if (first && !second) return first.key.text;
    const problem = second ? `has ${found.map(({ key }) => key.text).join(" and ")}` : "has none of them";
    reader.fault(second?.key ?? map, `${path2} needs exactly one of ${names.join(", ")}; it ${problem}.`);
    return void 0;
  });
}
function kindByWord(name2, kinds) {
  const words = Object.keys(kinds);
  return oneOf(kinds, (map, path2, reader) => {
    const entry = map.entries.find(({ key }) => key.text === name2);
    const word = entry?.value.type === "scalar" ? entry.value.text : void 0;
    if (word !== void 0 && words.includes(word)) return word;
    const problem = entry ? `is ${shown(entry.value)}` : "is missing";
    reader.fault(entry?.value ?? map, `${path2}.${name2} ${problem}; allowed: ${words.join(", ")}.`);
    return void 0;
  });
}
function oneOf(kinds, kindOf) {
  return {
    schema: { oneOf: Object.values(kinds).map(({ schema }) => schema) },
    read(node, path2, reader) {
      const map = mapAt(node, path2, reader);
      const kind = map && kindOf(map, path2, reader);
      const value = kind === void 0 ? void 0 : kinds[kind]?.read(node, path2, reader);
      return value && { kind, ...value };
    }
  };
}

// src/config/config-schema.ts
var chart = object({
  chart: required(text(path), "Folder of the chart."),
  values: defaulted(
    list(text(path)),
    [],
    "Values files below the chart, or below the working directory; later ones win."
  ),
  namespace: optional(text(namespace), "Namespace of the release."),
  release: optional(text(), "Name of the release.")
});
var cluster = object({
  name: required(text(name), "Name of the cluster in this file and in messages."),
  resource: optional(text(clusterId), "ARM id of the cluster; its issuer is read from Azure."),
  issuer: optional(
    text(httpsUrl),
    "OIDC issuer of the cluster, byte for byte. Beside `resource` the two must agree."
  ),
  "trust-external-issuer": defaulted(flag, false, "Accept an issuer that Azure does not vouch for."),
  environment: optional(text(), "Environment that the cluster belongs to. Environments never share identities."),
  sources: defaulted(
    list(text(path)),
    [],
    "What is applied to the cluster: folders, files, globs, kustomize roots."
  ),
  helm: defaulted(list(chart), [], "Charts that are installed into the cluster.")
});
var allow = object({
  clusters: required(list(text(nameGlob)), "Clusters by name; `*` stands for any characters."),
  namespaces: required(list(text(namespaceGlob)), "Namespaces; `*` stands for any characters.")
});
var identityName = optional(text(name), "Name by which pipelines refer to it.");
var commonIdentity = {
  allow: optional(allow, "Where ServiceAccounts may be wired to it. Without it, nowhere."),
  "allow-pull-request": defaulted(
    flag,
    false,
    "Accept a `pull_request` subject beside subjects of branches and environments."
  )
};
var identity = kindByKey({
  resource: object({
    name: identityName,
    resource: required(text(identityId), "ARM id of a user-assigned managed identity."),
    "client-id": optional(text(guid), "Client id of the identity."),
    ...commonIdentity
  }),
  "resource-group": object({
    name: identityName,
    "resource-group": required(text(resourceGroupId), "ARM id of a resource group: every identity in it."),
    ...commonIdentity
  }),
  application: object({
    name: identityName,
    application: required(text(guid), "Application id of an app registration."),
    ...commonIdentity
  })
});
var pipelineIdentity = required(text(name), "Name of one of `identities`.");
var pipeline = kindByWord("host", {
  github: object({
    host: required(choice(["github"]), "Where the pipeline runs."),
    identity: pipelineIdentity,
    repository: optional(text(repository), "Repository as owner/name. Without it, this one."),
    subjects: required(list(text(githubSubject), 1), "Parts of subjects behind the repository."),
    issuer: optional(text(httpsUrl), "Issuer of the tokens. Without it, that of GitHub."),
    prefix: optional(text(githubPrefix), "What subjects begin with. Without it, learnt from a token or the API."),
    "both-forms": defaulted(flag, false, "Also write the other form, without or with ids, while a repository changes.")
  }),
  "azure-pipelines": object({
    host: required(choice(["azure-pipelines"]), "Where the pipeline runs."),
    identity: pipelineIdentity,
    organization: required(text(), "Organization of Azure DevOps."),
    project: required(text(), "Project."),
    "service-connection": required(text(), "Name of the service connection."),
    issuer: optional(text(httpsUrl), "Issuer of the service connection. Without it, read from Azure DevOps."),
    subject: optional(text(), "Subject of the service connection. Without it, read from Azure DevOps.")
  })
});
var customCloud = object({
  authority: required(text(httpsUrl), "Where to sign in."),
  "resource-manager": required(text(httpsUrl), "Azure Resource Manager."),
  graph: optional(text(httpsUrl), "Microsoft Graph, for app registrations."),
  audience: optional(text(), "Audience of federated credentials.")
});
var accountMaker = mapped(text(groupKind), ({ value, at: at2 }) => {
  const slash = value.indexOf("/");
  return { value: { group: value.slice(0, Math.max(slash, 0)), kind: value.slice(slash + 1) }, at: at2 };
});
var configurationShape = object({
  version: defaulted(exactly(1, "Another version needs another release of Idwire."), 1, "Version of this format."),
  owner: optional(
    text(),
    "Mark of ownership in the names of credentials, such as contoso/shop. Apply needs it; it survives renames."
  ),
  tenant: optional(text(guid), "Tenant of the identities."),
  subscriptions: defaulted(list(text(guid)), [], "Subscriptions in which identities are looked up."),
  cloud: optional(mapOr(customCloud, choice(namedClouds)), "The Azure cloud by name, or by its endpoints."),
  clusters: defaulted(list(cluster), [], "Clusters, and what is applied to each."),
  identities: defaulted(list(identity), [], "What apply may write to. Let code owners guard this file."),
  pipelines: defaulted(list(pipeline), [], "Pipelines that sign in as an identity."),
  substitutions: defaulted(
    record(writtenValue),
    /* @__PURE__ */ new Map(),
    "Values of placeholders by bare name, whatever marks stand around it."
  ),
  ignore: defaulted(list(text()), [], "Files that are not looked at, as globs in the syntax of .gitignore."),
  "makes-service-accounts": defaulted(
    list(accountMaker),
    [],
    "Kinds whose objects make ServiceAccounts, as `group/Kind`."
  ),
  rules: defaulted(
    record(
      choice(["off", "note", "warning", "error"]),
      rules.map((rule) => rule.id)
    ),
    /* @__PURE__ */ new Map(),
    "How rules are taken. Only findings of high confidence can be errors."
  )
});
var configurationSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Idwire configuration",
  description: "`idwire.yaml` at the root of a repository or in `.github`. Paths are relative to the working directory.",
  ...configurationShape.schema
};

// src/config/references.ts
function checkReferences(root, reader) {
  const clusters = entriesOf(at(root, "clusters"));
  const identities = entriesOf(at(root, "identities"));
  const clusterNames = uniqueNames(clusters, "cluster", reader);
  const identityNames = uniqueNames(identities, "identity", reader);
  for (const identity2 of identities) {
    for (const allowed of entriesOf(at(identity2, "allow", "clusters"))) {
      const pattern = scalarOf(allowed);
      if (pattern && !pattern.text.includes("*")) checkKnown(pattern, "cluster", clusterNames, reader);
    }
  }
  for (const pipeline2 of entriesOf(at(root, "pipelines"))) {
    const name2 = scalarOf(at(pipeline2, "identity"));
    if (!name2) continue;
    checkKnown(name2, "identity", identityNames, reader);
    const named = identities.find((identity2) => scalarOf(at(identity2, "name"))?.text === name2.text);
    if (named && at(named, "resource-group"))
      reader.fault(name2, `The identity ${name2.text} is a whole resource group; a pipeline signs in as one identity.`);
  }
}
function uniqueNames(entries, what, reader) {
  const names = /* @__PURE__ */ new Set();
  for (const entry of entries) {
    const name2 = scalarOf(at(entry, "name"));
    if (!name2) continue;
    if (names.has(name2.text)) reader.fault(name2, `The name ${name2.text} is given to more than one ${what}.`);
    names.add(name2.text);
  }
  return names;
}
function checkKnown(name2, what, known, reader) {
  if (known.has(name2.text)) return;
  const allowed = known.size === 0 ? "none has a name" : `allowed: ${[...known].join(", ")}`;
  reader.fault(name2, `There is no ${what} ${JSON.stringify(name2.text)}${didYouMean(name2.text, known)}; ${allowed}.`);
}
function at(node, ...keys) {
  let found = node;
  for (const key of keys) {
    found = found?.type === "map" ? found.entries.find((entry) => entry.key.text === key)?.value : void 0;
  }
  return found;
}
function entriesOf(node) {
  return node?.type === "sequence" ? node.items : [];
}
function scalarOf(node) {
  return node?.type === "scalar" && node.text !== "" ? node : void 0;
}

// src/config/file.ts
async function readConfiguration(files, path2) {
  const text2 = decodeText(files.read(path2));
  if (text2 === void 0) throw wrongConfiguration(path2, ["The file holds bytes that are no text."]);
  const source = { path: path2, text: text2 };
  const { configuration, faults } = await inspectConfiguration(source);
  if (configuration) return configuration;
  throw wrongConfiguration(
    path2,
    faults.map(({ line, column, message }) => `${path2}:${line}:${column}: ${message}`)
  );
}
function wrongConfiguration(path2, faults) {
  const problem = faults.length === 1 ? `${path2} has a mistake.` : `${path2} has ${faults.length} mistakes.`;
  return new InputError({ problem, evidence: faults.join("\n"), remedy: "Correct it and run again." });
}
async function inspectConfiguration(source) {
  const faults = [];
  const fault = ({ start, end }, message) => {
    const { line, column } = locationOf(source, start, end);
    faults.push({ line, column, message, start });
  };
  const reader = { spot: ({ start, end }) => ({ source, start, end }), fault };
  const { spans } = splitDocuments(source.text, 2);
  const parsed = spans[0] ? await parse(source, spans[0]) : { root: void 0, problems: [] };
  for (const problem of parsed.problems) fault(problem, problem.message);
  if (spans[1]) fault(spans[1], "The file holds more than one document; put everything into one.");
  const values = faults.length === 0 || parsed.root ? read(parsed.root, source, reader) : void 0;
  if (values && faults.length === 0) return { configuration: { source, ...values }, faults };
  const sorted = faults.sort((a, b) => a.start - b.start);
  return { faults: sorted.map(({ line, column, message }) => ({ line, column, message })) };
}
var nothing = { type: "map", entries: [], flow: false, start: 0, end: 0 };
function read(root, source, reader) {
  checkReferences(root ?? nothing, reader);
  return configurationShape.read(root ?? { ...nothing, end: source.text.length }, "", reader);
}
async function parse(source, { start, end }) {
  const parsed = parseDocument(source, start, end);
  if (!parsed.problems.some((problem) => problem.kind === "syntax")) return parsed;
  await loadTolerantParser();
  return parseDocument(source, start, end);
}
export {
  inspectConfiguration,
  readConfiguration,
  wrongConfiguration
};
