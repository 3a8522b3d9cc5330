import {
  entryOf,
  identityKeys
} from "./chunk-IEG5Q3DA.mjs";
import {
  readPlaceholders
} from "./chunk-AWIFEEWH.mjs";
import {
  literalText,
  unknownText,
  writtenText
} from "./chunk-YXW6GTPK.mjs";
import {
  holdsIdentityWord,
  isInteresting
} from "./chunk-ON3TE3NA.mjs";
import {
  fieldsOf
} from "./chunk-TIVORLBP.mjs";

// src/manifests/kubernetes.ts
function readMetadata(owner) {
  const field = owner?.get("metadata");
  const labelsField = field?.get("labels");
  const annotationsField = field?.get("annotations");
  return {
    field,
    nameField: field?.get("name"),
    namespaceField: field?.get("namespace"),
    labelsField,
    annotationsField,
    labels: labelsField?.entries() ?? [],
    annotations: annotationsField?.entries() ?? []
  };
}
var clusterScoped = /* @__PURE__ */ new Set([
  "Namespace",
  "ClusterRole",
  "ClusterRoleBinding",
  "StorageClass",
  "PersistentVolume",
  "CustomResourceDefinition",
  "MutatingWebhookConfiguration",
  "ValidatingWebhookConfiguration"
]);
function readObject(manifest, read = readPlaceholders, namespace) {
  const root = fieldsOf(manifest);
  const metadata = readMetadata(root);
  const slash = manifest.apiVersion.indexOf("/");
  const written = metadata.namespaceField?.text || namespace;
  return {
    manifest,
    root,
    group: slash === -1 ? "" : manifest.apiVersion.slice(0, slash),
    version: manifest.apiVersion.slice(slash + 1),
    kind: manifest.kind,
    metadata,
    name: nameText(metadata, read),
    namespace: written ? read(written) : unknownText("namespace"),
    namespaceGiven: Boolean(written) || clusterScoped.has(manifest.kind)
  };
}
function nameText(metadata, read) {
  const name = metadata.nameField?.text;
  if (name) return read(name);
  const prefix = metadata.field?.get("generateName")?.text;
  return prefix ? { pieces: [prefix, ""], symbols: ["generateName"] } : unknownText("name");
}
function readServiceAccount(object) {
  return {
    ...object,
    clientId: entryOf(object.metadata.annotations, identityKeys.clientId),
    tenantId: entryOf(object.metadata.annotations, identityKeys.tenantId)
  };
}

// src/manifests/workloads.ts
var template = (...path) => ({ spec: [...path, "spec"], owner: path });
var shapes = {
  "/Pod": [{ spec: ["spec"], owner: [] }],
  "/PodTemplate": [template("template")],
  "/ReplicationController": [template("spec", "template")],
  "apps/Deployment": [template("spec", "template")],
  "apps/StatefulSet": [template("spec", "template")],
  "apps/DaemonSet": [template("spec", "template")],
  "apps/ReplicaSet": [template("spec", "template")],
  "extensions/Deployment": [template("spec", "template")],
  "extensions/DaemonSet": [template("spec", "template")],
  "batch/Job": [template("spec", "template")],
  "batch/CronJob": [template("spec", "jobTemplate", "spec", "template")],
  "argoproj.io/Rollout": [template("spec", "template")],
  "argoproj.io/Workflow": [argo("spec")],
  "argoproj.io/WorkflowTemplate": [argo("spec")],
  "argoproj.io/ClusterWorkflowTemplate": [argo("spec")],
  "argoproj.io/CronWorkflow": [argo("spec", "workflowSpec")],
  "keda.sh/ScaledJob": [template("spec", "jobTargetRef", "template")],
  "serving.knative.dev/Service": [template("spec", "template")],
  "serving.knative.dev/Configuration": [template("spec", "template")],
  "tekton.dev/TaskRun": [{ spec: ["spec"], owner: [], containersElsewhere: true }],
  "tekton.dev/PipelineRun": [
    { spec: ["spec"], owner: [], account: ["spec", "taskRunTemplate"], containersElsewhere: true }
  ],
  "sparkoperator.k8s.io/SparkApplication": [spark("driver"), spark("executor")],
  "sparkoperator.k8s.io/ScheduledSparkApplication": [spark("template", "driver"), spark("template", "executor")],
  "postgresql.cnpg.io/Cluster": [
    {
      spec: ["spec"],
      owner: ["spec"],
      metadataKey: "inheritedMetadata",
      containersElsewhere: true,
      accountIsName: true
    }
  ]
};
function argo(...path) {
  return { spec: path, owner: path, metadataKey: "podMetadata", containersElsewhere: true };
}
function spark(...path) {
  const role = ["spec", ...path];
  return {
    spec: role,
    owner: ["spec", ...path.slice(0, -1)],
    metadataKey: path.at(-1),
    containersElsewhere: true
  };
}
var neverWorkloads = /* @__PURE__ */ new Set([
  "CustomResourceDefinition",
  "List",
  "ConfigMap",
  "Secret",
  "Kustomization",
  "Composition"
]);
function readWorkload(object, read) {
  if (neverWorkloads.has(object.kind)) return void 0;
  const known2 = shapes[`${object.group}/${object.kind}`];
  const templates = known2 ? known2.flatMap((shape) => readShape(object, shape, read) ?? []) : templatesByShape(object.root.get("spec"), read);
  return templates.length > 0 ? { ...object, templates } : void 0;
}
function readShape(object, shape, read) {
  const spec = object.root.get(...shape.spec);
  if (!spec) return void 0;
  const owner = object.root.get(...shape.owner) ?? object.root;
  const metadata = shape.metadataKey ? metadataAt(owner.get(shape.metadataKey)) : readMetadata(owner);
  const accountOwner = (shape.account && object.root.get(...shape.account)) ?? spec;
  const pod = readTemplate({ owner, metadata, spec, accountOwner }, read);
  return {
    ...pod,
    account: pod.accountField || !shape.accountIsName ? pod.account : object.name,
    complete: pod.complete || shape.containersElsewhere === true
  };
}
function metadataAt(field) {
  const labelsField = field?.get("labels");
  const annotationsField = field?.get("annotations");
  return {
    field,
    nameField: void 0,
    namespaceField: void 0,
    labelsField,
    annotationsField,
    labels: labelsField?.entries() ?? [],
    annotations: annotationsField?.entries() ?? []
  };
}
function readTemplate({ owner, metadata, spec, accountOwner }, read) {
  const accountField = nonEmpty(accountOwner.get("serviceAccountName")) ?? nonEmpty(accountOwner.get("serviceAccount"));
  const containers = [
    ...(spec.get("initContainers")?.items() ?? []).map((field) => readContainer(field, true)),
    ...(spec.get("containers")?.items() ?? []).map((field) => readContainer(field, false))
  ];
  return {
    metadata,
    anchor: metadata.labelsField ?? metadata.field ?? owner,
    spec,
    accountField,
    account: accountField?.text ? read(accountField.text) : literalText("default"),
    containers,
    complete: (spec.get("containers")?.items() ?? []).some((field) => field.get("image") !== void 0)
  };
}
function nonEmpty(field) {
  return field?.text ? field : void 0;
}
function readContainer(field, init) {
  return {
    field,
    name: field.get("name")?.text ?? "",
    init,
    environment: (field.get("env")?.items() ?? []).map((entry) => ({
      name: entry.get("name")?.text ?? "",
      field: entry,
      value: entry.get("value"),
      valueFrom: entry.get("valueFrom")
    }))
  };
}
var searchDepth = 6;
function templatesByShape(field, read, depth = 0) {
  if (!field || depth > searchDepth) return [];
  const spec = field.get("spec");
  if (spec?.get("containers")?.items().length) {
    return [readTemplate({ owner: field, metadata: readMetadata(field), spec, accountOwner: spec }, read)];
  }
  return field.entries().flatMap((entry) => templatesByShape(entry, read, depth + 1));
}

// src/manifests/relevance.ts
function textOf({ source, start, end }) {
  return source.text.slice(start, end);
}
var known = /* @__PURE__ */ new WeakMap();
function matters(manifest) {
  return leadsOf(manifest) !== void 0;
}
function wantedBy(manifests, subjects = []) {
  const leads = manifests.map(leadsOf).filter((some) => some !== void 0);
  const pods = leads.flatMap((some) => some.pods);
  const declared = subjects.length > 0 ? ["*"] : [];
  return {
    pods: /* @__PURE__ */ new Set([...subjects, ...pods]),
    accounts: /* @__PURE__ */ new Set([...declared, ...subjects, ...leads.flatMap(({ accounts }) => accounts)]),
    namespaces: judgedNamespaces(manifests)
  };
}
function leadsOf(manifest) {
  if (!known.has(manifest)) known.set(manifest, readLeads(manifest));
  return known.get(manifest);
}
function readLeads(manifest) {
  const text = textOf(manifest);
  if (!isInteresting(text)) return void 0;
  const object = readObject(manifest);
  if (manifest.kind === "ServiceAccount") {
    const names = holdsIdentityWord(text) ? [writtenText(object.name)] : [];
    return { pods: names, accounts: names };
  }
  const templates = readWorkload(object, readPlaceholders)?.templates ?? [];
  const makesSecrets = object.kind === "SecretProviderClass" && object.root.get("spec", "secretObjects") !== void 0;
  return {
    pods: makesSecrets ? ["*"] : [],
    accounts: [...templates.map(({ account }) => writtenText(account)), ...borrowedAccounts(object)]
  };
}
function borrowedAccounts(object) {
  if (object.kind !== "SecretStore" && object.kind !== "ClusterSecretStore") return [];
  const name = object.root.get("spec", "provider", "azurekv", "serviceAccountRef", "name")?.text;
  return name ? [name] : [];
}
function isWanted(names, wanted) {
  if (wanted.has("*")) return true;
  for (const name of names) if (name === "*" || wanted.has(name)) return true;
  return false;
}
function judgedNamespaces(manifests) {
  if (!manifests.some(restrictsEgress)) return /* @__PURE__ */ new Set();
  return new Set(manifests.filter((manifest) => holdsIdentityWord(textOf(manifest))).map(ownNamespace));
}
function restrictsEgress(manifest) {
  return manifest.kind === "NetworkPolicy" && /egress/i.test(textOf(manifest));
}
function ownNamespace(manifest) {
  return fieldsOf(manifest).get("metadata", "namespace")?.text ?? "";
}
var namespaceLine = /\bnamespace["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))/g;
function mayBeIn(text, namespaces) {
  if (namespaces.size === 0) return false;
  const names = [...text.matchAll(namespaceLine)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  return names.length === 0 ? namespaces.has("") : names.some((name) => namespaces.has(name) || /^[*&!]/.test(name));
}

export {
  readObject,
  readServiceAccount,
  readWorkload,
  textOf,
  matters,
  wantedBy,
  isWanted,
  ownNamespace,
  mayBeIn
};
