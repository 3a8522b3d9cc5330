import {
  misspeltKey
} from "./chunk-WSNKOTKY.mjs";
import {
  hasPlaceholder,
  readPlaceholders,
  textOf
} from "./chunk-OPIPHLOH.mjs";
import {
  compareText,
  entryOf,
  identityKeys,
  isClusterNamespace,
  podIdentityLabel
} from "./chunk-DOWHPU3F.mjs";
import {
  compareTexts,
  lineAt,
  lineText,
  literalOf,
  literalText,
  offsetOf,
  parseDocument,
  writtenText
} from "./chunk-DLFPJYUP.mjs";

// src/manifests/chart-values.ts
function chartValues(object) {
  const spec = object.root.get("spec");
  if (!spec) return [];
  if (object.kind === "HelmRelease") return spec.get("values") ? [spec.get("values")] : [];
  if (object.kind !== "Application") return [];
  return argoSources(spec).flatMap((source) => source.get("helm", "valuesObject") ?? []);
}
function chartNames(object) {
  const spec = object.root.get("spec");
  if (!spec) return [];
  if (object.kind === "HelmRelease") return spec.get("chart", "spec", "chart")?.text?.split("/").slice(-1) ?? [];
  return object.kind === "Application" ? argoSources(spec).flatMap((source) => source.get("chart")?.text ?? []) : [];
}
function argoSources(spec) {
  const single = spec.get("source");
  return [...single ? [single] : [], ...spec.get("sources")?.items() ?? []];
}
var searchDepth = 12;
function entriesNamed(values, key, depth = 0) {
  if (depth > searchDepth) return [];
  return [...values.entries(), ...values.items()].flatMap((child) => [
    ...child.keyNode && child.key === key ? [child] : [],
    ...entriesNamed(child, key, depth + 1)
  ]);
}

// src/model/world.ts
var accountIndexes = /* @__PURE__ */ new WeakMap();
var templateIndexes = /* @__PURE__ */ new WeakMap();
function indexBy(items, textOf2) {
  const index = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = literalOf(textOf2(item)) ?? "";
    const group = index.get(key);
    if (group) group.push(item);
    else index.set(key, [item]);
  }
  return index;
}
function candidates(index, name) {
  const literal = literalOf(name);
  if (literal === void 0) return [...index.values()].flat();
  return [...index.get(literal) ?? [], ...literal === "" ? [] : index.get("") ?? []];
}
function accountIndex(world) {
  let index = accountIndexes.get(world);
  if (!index) {
    index = indexBy(world.serviceAccounts, (account10) => account10.name);
    accountIndexes.set(world, index);
  }
  return index;
}
function accountsFor(world, workload, template) {
  const matches = [];
  for (const account10 of candidates(accountIndex(world), template.account)) {
    if (!world.sees(workload.manifest, account10.manifest)) continue;
    const name = compareTexts(template.account, account10.name);
    const namespace2 = compareNamespaces(workload, account10);
    if (name === "different" || namespace2 === "different") continue;
    matches.push({ account: account10, certain: name === "same" && namespace2 === "same" });
  }
  return matches;
}
function twinsElsewhere(world, workload, template) {
  return candidates(accountIndex(world), template.account).filter(
    (account10) => world.sees(workload.manifest, account10.manifest) && compareTexts(template.account, account10.name) === "same" && compareNamespaces(workload, account10) === "different"
  );
}
function templatesOf(world, account10) {
  let index = templateIndexes.get(world);
  if (!index) {
    const all = world.workloads.flatMap((workload) => workload.templates.map((template) => ({ workload, template })));
    index = indexBy(all, (item) => item.template.account);
    templateIndexes.set(world, index);
  }
  return candidates(index, account10.name).filter(
    ({ workload, template }) => world.sees(account10.manifest, workload.manifest) && compareTexts(account10.name, template.account) !== "different" && compareNamespaces(account10, workload) !== "different"
  );
}
function compareNamespaces(a, b) {
  if (!a.namespaceGiven && !b.namespaceGiven) return "same";
  if (!a.namespaceGiven || !b.namespaceGiven) return "unknown";
  return compareTexts(a.namespace, b.namespace);
}
function nameOf(object) {
  const name = written(object.name) || "(no name)";
  return object.namespaceGiven ? `${written(object.namespace)}/${name}` : name;
}
function written(text) {
  return text.pieces.map((piece, index) => piece + (text.symbols[index] ?? "")).join("");
}
function isLabelled(template) {
  return template.metadata.labels.some((label2) => label2.key === identityKeys.use && label2.string === "true");
}

// src/rules/rule.ts
function defineRule(rule71) {
  return rule71;
}
function defineExamples(examples71) {
  return examples71;
}
function cause(topic, object) {
  return `${topic} of ${object.manifest.source.path}#${object.manifest.start}`;
}

// src/rules/key-vault/application-gateway-pod-identity.ts
var rule = defineRule({
  id: "application-gateway-pod-identity",
  title: "The Application Gateway controller uses pod identity",
  group: "Key Vault and other controllers",
  why: "With armAuth.type aadPodIdentity the chart makes an AzureIdentity and a binding for the controller. Pod identity is retired: without NMI the controller cannot change the gateway, and routes go stale.",
  remedy: "Set armAuth.type to workloadIdentity with the client id of the identity, and federate it with the account of the controller.",
  severity: "warning",
  sources: ["learn.microsoft.com/azure/application-gateway/ingress-controller-install-existing"],
  *check(world) {
    for (const object of world.objects) {
      for (const values of chartValues(object)) {
        for (const part of [values, ...values.entries()]) {
          const type = part.get("armAuth", "type");
          if (type?.text?.toLowerCase() !== "aadpodidentity") continue;
          const identity3 = part.get("armAuth", "identityResourceID");
          yield {
            at: type,
            message: `The ${object.kind} ${nameOf(object)} lets the Application Gateway controller sign in through pod identity, which is retired.`,
            ...identity3 && { related: [{ at: identity3, note: "the identity to federate" }] }
          };
        }
      }
    }
  }
});
var release = (auth) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: ingress-azure, namespace: ingress}
spec:
  chart:
    spec:
      chart: ingress-azure
      sourceRef: {kind: HelmRepository, name: application-gateway}
  values:
    appgw: {subscriptionId: 7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90, resourceGroup: shop, name: shop}
${auth}`;
var application = (auth) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: ingress-azure, namespace: argocd}
spec:
  destination: {namespace: ingress, server: https://kubernetes.default.svc}
  source:
    chart: ingress-azure
    repoURL: https://charts.example
    targetRevision: 1.7.0
    helm:
      valuesObject:
${auth}`;
var mark = " #~ application-gateway-pod-identity";
var examples = defineExamples({
  bad: [
    {
      title: "In a HelmRelease",
      files: {
        "release.yaml": release(
          `    armAuth:
      type: aadPodIdentity${mark}
      identityClientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`
        )
      }
    },
    {
      title: "In an Application of Argo CD",
      files: { "application.yaml": application(`        armAuth:
          type: aadPodIdentity${mark}
`) }
    }
  ],
  good: [
    {
      title: "Workload identity",
      files: {
        "release.yaml": release(
          "    armAuth:\n      type: workloadIdentity\n      identityClientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11\n"
        )
      }
    }
  ]
});

// src/manifests/declared-subjects.ts
function declaredSubjects(world, repository) {
  const declared = repository.credentials.map(({ subject, identity: identity3, at }) => ({
    subject: subject?.text,
    owner: identity3 && identity3.text.symbols.length === 0 ? identity3.text.pieces[0] : void 0,
    at
  }));
  const objects3 = world.objects.filter(({ kind }) => kind === "FederatedIdentityCredential").map(({ root }) => {
    const spec = root.get("spec", "forProvider") ?? root.get("spec") ?? root;
    const subject = spec.get("subject");
    const owner = spec.get("owner", "name") ?? spec.get("owner", "armId") ?? spec.get("parentId") ?? spec.get("parentIdRef", "name");
    return {
      subject: subject?.text ? readPlaceholders(subject.text) : void 0,
      owner: owner?.text,
      at: (subject ?? root).place
    };
  });
  return [...declared, ...objects3];
}

// src/rules/key-vault/keda-operator-credential.ts
var rule2 = defineRule({
  id: "keda-operator-credential",
  title: "The identity of a trigger does not trust KEDA's account",
  group: "Key Vault and other controllers",
  why: "KEDA asks for the token in its own name: the operator exchanges the token of its own ServiceAccount for the identity of the trigger. A credential for the account of the workload does not help, and the scaler fails (AADSTS700213).",
  remedy: "Add a federated credential with the subject of the operator, usually system:serviceaccount:keda:keda-operator (kube-system for the add-on), to this identity.",
  severity: "error",
  sources: ["kedacore/keda issues 4219, 4597 and 5491", "Azure/AKS issue 3616"],
  *check(world, repository) {
    const subjects = declaredSubjects(world, repository);
    if (subjects.length === 0) return;
    for (const object of world.objects) {
      const podIdentity = triggerIdentity(object);
      const id5 = podIdentity?.get("identityId");
      if (!podIdentity || !id5?.text || hasPlaceholder(id5.text)) continue;
      const found = declaredForWorkload(world, object, id5.text, subjects);
      if (!found || subjects.some((other5) => mayBeKeda(other5.subject) && !ownersDiffer(other5, found.declared)))
        continue;
      yield {
        at: id5,
        message: `The ${object.kind} ${nameOf(object)} uses the identity of the ServiceAccount ${nameOf(found.account)}, whose declared credential trusts that account ("${writtenText(found.declared.subject)}") and not KEDA's.`,
        related: [
          { at: found.declared.at, note: "the credential of that identity" },
          { at: found.account.clientId ?? found.account.root, note: "the same client id" }
        ]
      };
    }
  }
});
function triggerIdentity(object) {
  if (object.kind !== "TriggerAuthentication" && object.kind !== "ClusterTriggerAuthentication") return void 0;
  const podIdentity = object.root.get("spec", "podIdentity");
  return podIdentity?.get("provider")?.text === "azure-workload" ? podIdentity : void 0;
}
function declaredForWorkload(world, object, clientId2, subjects) {
  for (const account10 of world.serviceAccounts) {
    if (account10.clientId?.text?.toLowerCase() !== clientId2.toLowerCase()) continue;
    if (!account10.namespaceGiven || !world.sees(object.manifest, account10.manifest)) continue;
    if (/keda/i.test(writtenText(account10.name))) return void 0;
    const wanted = subjectOf(account10);
    const declared = subjects.find(({ subject }) => subject && compareTexts(subject, wanted) === "same");
    if (declared) return { account: account10, declared };
  }
  return void 0;
}
function subjectOf({ name, namespace: namespace2 }) {
  const lead = "system:serviceaccount:";
  const join = `${namespace2.pieces.at(-1) ?? ""}:${name.pieces[0] ?? ""}`;
  const head = namespace2.pieces.length === 1 ? [] : [lead + (namespace2.pieces[0] ?? ""), ...namespace2.pieces.slice(1, -1)];
  const middle = namespace2.pieces.length === 1 ? lead + join : join;
  return { pieces: [...head, middle, ...name.pieces.slice(1)], symbols: [...namespace2.symbols, ...name.symbols] };
}
function mayBeKeda(subject) {
  return !subject || subject.symbols.length > 0 || /keda/i.test(writtenText(subject));
}
function ownersDiffer(a, b) {
  return a.owner !== void 0 && b.owner !== void 0 && a.owner.toLowerCase() !== b.owner.toLowerCase();
}
var id = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var trigger = (mark42 = "") => `apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata: {name: orders-queue, namespace: shop}
spec:
  podIdentity:
    provider: azure-workload
    identityId: ${id}${mark42}
`;
var account = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: ${id}}
`;
var credential = (name, subject) => `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata: {name: ${name}, namespace: infrastructure}
spec:
  owner: {name: orders}
  audiences: [api://AzureADTokenExchange]
  issuer: https://westeurope.oic.prod-aks.azure.com/5b0f2f1c-6a0e-4f3f-9b53-1f0f6d2a7c11/2f6a1d90-7c44-4f0e-8a53-0d8b1f6f2a7c/
  subject: ${subject}
`;
var forWorkload = credential("orders", "system:serviceaccount:shop:orders");
var examples2 = defineExamples({
  bad: [
    {
      title: "A credential for the workload alone",
      files: { "keda.yaml": `${trigger(" #~ keda-operator-credential")}---
${account}---
${forWorkload}` }
    }
  ],
  good: [
    {
      title: "One for the operator as well",
      files: {
        "keda.yaml": `${trigger()}---
${account}---
${forWorkload}---
${credential("keda", "system:serviceaccount:keda:keda-operator")}`
      }
    },
    {
      title: "A subject that is filled in later",
      files: {
        "keda.yaml": `${trigger()}---
${account}---
${forWorkload}---
${credential("keda", "system:serviceaccount:${OPERATOR}")}`
      }
    },
    { title: "Credentials are declared elsewhere", files: { "keda.yaml": `${trigger()}---
${account}` } },
    {
      title: "The operator's own identity",
      files: { "keda.yaml": `${trigger().replace(/ {4}identityId.*\n/, "")}---
${account}---
${forWorkload}` }
    }
  ]
});

// src/manifests/pod-identity-components.ts
function componentsOf(world) {
  const workloads = new Map(world.workloads.map((workload) => [workload.manifest, workload]));
  return world.objects.flatMap((object) => {
    const workload = workloads.get(object.manifest);
    return [
      ...workload ? workloadComponents(workload) : [],
      ...chartComponents(object),
      ...addOnComponents(object),
      ...commandComponents(object)
    ];
  });
}
var image = /(?:^|\/)aad-pod-identity\/(mic|nmi)(?=$|[:@])/;
function workloadComponents(workload) {
  return workload.templates.flatMap(
    (template) => template.containers.flatMap((container) => {
      const kind = image.exec(container.field.get("image")?.text ?? "")?.[1];
      return kind === "mic" || kind === "nmi" ? [containerComponent(workload, kind, container)] : [];
    })
  );
}
function containerComponent(object, kind, container) {
  const managed = flag(container, "operation-mode");
  const environment = container.environment.find((entry) => entry.name === "FORCENAMESPACED")?.value;
  return {
    object,
    kind,
    at: object.root.get("kind") ?? object.root,
    operation: kind === "nmi" && managed?.text === "managed" ? "managed" : "standard",
    forceNamespaced: booleanFlag(container, "forceNamespaced") ?? (environment && { at: environment, value: truth(environment.text) }),
    kubenetAllowed: booleanFlag(container, "allow-network-plugin-kubenet"),
    headerRequired: booleanFlag(container, "metadata-header-required")
  };
}
function flag(container, name) {
  const words = ["command", "args"].flatMap((key) => container.field.get(key)?.items() ?? []);
  for (const [index, word2] of words.entries()) {
    const [, value] = new RegExp(`^--?${name}(?:=(.*))?$`).exec(word2.text ?? "") ?? [void 0, null];
    if (value === null) continue;
    return { at: word2, text: value ?? words[index + 1]?.text ?? "" };
  }
  return void 0;
}
function booleanFlag(container, name) {
  const found = flag(container, name);
  if (!found) return void 0;
  return { at: found.at, value: found.at.text?.includes("=") ? truth(found.text) : true };
}
function truth(text) {
  if (/^(?:1|t|T|true|TRUE|True)$/.test(text ?? "")) return true;
  return /^(?:0|f|F|false|FALSE|False)$/.test(text ?? "") ? false : void 0;
}
function chartComponents(object) {
  if (!chartNames(object).includes("aad-pod-identity")) return [];
  const [values] = chartValues(object);
  const setting = (...path) => {
    const at = values?.get(...path);
    return at?.text ? { at, value: truth(at.text) } : void 0;
  };
  const mode = values?.get("operationMode")?.text || "standard";
  return [
    {
      object,
      kind: "chart",
      at: object.root.get("kind") ?? object.root,
      operation: mode === "managed" || mode === "standard" ? mode : void 0,
      forceNamespaced: setting("forceNamespaced"),
      kubenetAllowed: setting("nmi", "allowNetworkPluginKubenet"),
      headerRequired: setting("nmi", "metadataHeaderRequired")
    }
  ];
}
function addOnComponents(object) {
  const profile = object.kind === "ManagedCluster" ? object.root.get("spec", "podIdentityProfile") : void 0;
  const enabled = profile?.get("enabled");
  if (truth(enabled?.text) !== true || !enabled) return [];
  const kubenet = profile?.get("allowNetworkPluginKubenet");
  return [
    {
      ...command(object, enabled),
      kind: "add-on",
      kubenetAllowed: kubenet && { at: kubenet, value: truth(kubenet.text) }
    }
  ];
}
function commandComponents(object) {
  if (!textOf(object.manifest).includes("enable-pod-identity")) return [];
  return scalarsIn(object.root).filter((field) => /^(?!\s*#).*--enable-pod-identity(?:-with-kubenet)?(?![-\w])/m.test(field.text ?? "")).map((field) => ({
    ...command(object, field),
    kubenetAllowed: /--enable-pod-identity-with-kubenet(?![-\w])/.test(field.text ?? "") ? { at: field, value: true } : void 0
  }));
}
function command(object, at) {
  return {
    object,
    kind: "command",
    at,
    operation: "managed",
    forceNamespaced: void 0,
    kubenetAllowed: void 0,
    headerRequired: void 0
  };
}
function scalarsIn(field) {
  if (field.node.type === "scalar") return [field];
  return [...field.entries(), ...field.items()].flatMap(scalarsIn);
}

// src/manifests/vault-objects.ts
function readVaultObjects(field) {
  const text = field?.string;
  if (!field || text === void 0) return void 0;
  const outer = readInner(text, lineFinder(field.manifest.source, field.node, field.place));
  const array = outer.root?.type === "map" ? outer.root.entries.find((entry) => entry.key.text === "array") : void 0;
  if (!array && hasPlaceholder(text)) return { items: [], faults: [], complete: false };
  if (outer.problem) return faulty(outer.place(0), `it is not YAML: ${outer.problem}`);
  if (text.trim() === "") return { items: [], faults: [], complete: true };
  if (!array) return faulty(field.place, 'it has no "array" at its top');
  if (array.value.type !== "sequence")
    return isNull(array.value) ? { items: [], faults: [], complete: true } : faulty(outer.place(array.key.start), '"array" is not a list');
  const items = [];
  const faults = [];
  let unknown = 0;
  for (const item of array.value.items) {
    const read = readItem(outer, item);
    if (read === void 0) unknown += 1;
    else if ("reason" in read) faults.push(read);
    else items.push(read);
  }
  return { items, faults, complete: faults.length === 0 && unknown === 0 };
}
function faulty(at, reason) {
  return { items: [], faults: [{ at, reason }], complete: false };
}
function isNull(node) {
  return node.type === "scalar" && node.value === null;
}
function readItem(outer, item) {
  const at = outer.place(item.start);
  if (item.type !== "scalar") {
    return { at, reason: 'an entry of "array" is a map, where the provider wants text: begin the entry with "- |"' };
  }
  if (typeof item.value !== "string") return { at, reason: 'an entry of "array" is not text' };
  const inner = readInner(item.value, lineFinder(outer.source, item, void 0, outer.place));
  const whole = inner.root?.type === "map" && inner.root.entries.every(({ value }) => value.type === "scalar");
  if (!whole && hasPlaceholder(item.value)) return void 0;
  if (inner.problem) return { at: inner.place(0), reason: `an entry of "array" is not YAML: ${inner.problem}` };
  if (inner.root?.type !== "map")
    return { at, reason: 'an entry of "array" is not a map of objectName, objectType and so on' };
  const root = inner.root;
  const first = inner.place(root.entries[0]?.key.start ?? 0);
  const whereOf = (key) => {
    const value = scalarAt(root, key);
    return value ? inner.place(value.start) : first;
  };
  const textOf2 = (key) => {
    const value = scalarAt(root, key);
    return value && value.value !== null ? readPlaceholders(value.text) : void 0;
  };
  return {
    at: first,
    name: textOf2("objectName"),
    alias: scalarAt(root, "objectAlias")?.text ? textOf2("objectAlias") : void 0,
    type: textOf2("objectType"),
    versionHistory: scalarAt(root, "objectVersionHistory")?.text,
    nameAt: whereOf("objectName"),
    aliasAt: whereOf("objectAlias"),
    typeAt: whereOf("objectType")
  };
}
function scalarAt(root, key) {
  const value = root.entries.find((entry) => entry.key.text === key)?.value;
  return value?.type === "scalar" ? value : void 0;
}
function readInner(text, place) {
  const source = { path: "", text };
  const { root, problems } = parseDocument(source, 0, text.length);
  const problem = problems.find(({ kind }) => kind !== "duplicate-key");
  const at = (offset) => place(lineAt(source, offset), lineText(source, lineAt(source, offset)).trim());
  return {
    source,
    root,
    problem: problem?.message,
    place: problem ? () => at(Math.min(problem.start, text.trimEnd().length)) : at
  };
}
function lineFinder(source, node, whole, within) {
  const block = node.type === "scalar" && node.style === "literal";
  const header = lineAt(source, node.start);
  return (line, word2) => {
    if (!block) return whole ?? within(node.start);
    const offset = offsetOf(source, header + line, 1);
    if (within) return within(offset);
    const found = source.text.indexOf(word2, offset);
    const end = source.text.indexOf("\n", offset);
    const start = found === -1 || end !== -1 && found > end ? offset : found;
    return { source, start, end: start + word2.length };
  };
}

// src/manifests/secret-classes.ts
var classesByWorld = /* @__PURE__ */ new WeakMap();
var mountsByWorld = /* @__PURE__ */ new WeakMap();
var classIndexes = /* @__PURE__ */ new WeakMap();
var driver = "secrets-store.csi.k8s.io";
function isSecretClass(object) {
  return object.kind === "SecretProviderClass" && object.group === "secrets-store.csi.x-k8s.io";
}
function isAzureClass(object) {
  return object.root.get("spec", "provider")?.text === "azure";
}
function secretClassesOf(world) {
  let classes = classesByWorld.get(world);
  if (!classes) {
    classes = world.objects.filter((object) => isSecretClass(object) && isAzureClass(object)).map(readSecretClass);
    classesByWorld.set(world, classes);
  }
  return classes;
}
function readSecretClass(object) {
  const parameters = object.root.get("spec", "parameters")?.entries() ?? [];
  const parameter = (name) => parameters.find((entry) => entry.key === name);
  const nonEmpty = (name) => parameter(name)?.text ? parameter(name) : void 0;
  return {
    object,
    parameters,
    access: {
      podIdentity: switchOf(parameter("usePodIdentity")),
      nodeIdentity: switchOf(parameter("useVMManagedIdentity")),
      tokenProxy: switchOf(parameter("useAzureTokenProxy"))
    },
    clientId: nonEmpty("clientID"),
    nodeClientId: nonEmpty("userAssignedIdentityID"),
    objects: readVaultObjects(parameter("objects")),
    secrets: (object.root.get("spec", "secretObjects")?.items() ?? []).flatMap(readSecret)
  };
}
function switchOf(parameter) {
  return parameter?.text ? truth(parameter.text) : false;
}
function readSecret(entry) {
  const nameField = entry.get("secretName");
  if (!nameField?.text) return [];
  const objectNames = (entry.get("data")?.items() ?? []).flatMap((data) => data.get("objectName") ?? []);
  return [{ nameField, name: readPlaceholders(nameField.text), objectNames }];
}
function secretMountsOf(world) {
  return [...mountIndex(world).values()].flat();
}
function mountIndex(world) {
  let index = mountsByWorld.get(world);
  if (!index) {
    const mounts = world.workloads.flatMap(
      (workload) => workload.templates.flatMap((template) => mountsOfTemplate(workload, template))
    );
    index = indexBy(mounts, ({ className }) => className);
    mountsByWorld.set(world, index);
  }
  return index;
}
function mountsOfTemplate(workload, template) {
  return (template.spec.get("volumes")?.items() ?? []).flatMap((volume2) => {
    const csi = volume2.get("csi");
    const classField = csi?.get("volumeAttributes", "secretProviderClass");
    if (csi?.get("driver")?.text !== driver || !classField?.text) return [];
    const name = volume2.get("name")?.text;
    const used3 = !template.complete || template.containers.some(
      (container) => (container.field.get("volumeMounts")?.items() ?? []).some((mount) => mount.get("name")?.text === name)
    );
    const hasSecretRef = csi.get("nodePublishSecretRef", "name") !== void 0;
    return [{ workload, template, classField, className: readPlaceholders(classField.text), used: used3, hasSecretRef }];
  });
}
function mountsOfClass(world, object) {
  return candidates(mountIndex(world), object.name).filter(
    (mount) => world.sees(mount.workload.manifest, object.manifest) && compareTexts(mount.className, object.name) !== "different" && compareNamespaces(mount.workload, object) !== "different"
  );
}
function classesNamed(world, { workload, className }) {
  let index = classIndexes.get(world);
  if (!index) {
    index = indexBy(world.objects.filter(isSecretClass), ({ name }) => name);
    classIndexes.set(world, index);
  }
  return candidates(index, className).filter(
    (object) => world.sees(workload.manifest, object.manifest) && compareTexts(className, object.name) !== "different"
  );
}
function isKnown(field) {
  return !hasPlaceholder(field.text ?? "");
}

// src/rules/pod-identity-manifests.ts
var kept = (rule71) => ` # idwire-ignore: ${rule71} it moves in spring`;
var resource = (kind, name, namespace2, spec, annotations = "") => `apiVersion: aadpodidentity.k8s.io/v1
kind: ${kind}${kept("pod-identity-resource")}
metadata:
  name: ${name}
  namespace: ${namespace2}
${annotations}spec:
${spec}`;
var resourceId = "/subscriptions/7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90/resourcegroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/orders";
var clientId = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
function identity(spec = `  type: 0
  resourceID: ${resourceId}
  clientID: ${clientId}
`, { name = "orders", namespace: namespace2 = "shop", annotations = "" } = {}) {
  return resource("AzureIdentity", name, namespace2, spec, annotations);
}
function binding(spec = "  azureIdentity: orders\n  selector: orders\n", { name = "orders", namespace: namespace2 = "shop" } = {}) {
  return resource("AzureIdentityBinding", name, namespace2, spec);
}
function exception(spec, { name = "batch", namespace: namespace2 = "shop" } = {}) {
  return resource("AzurePodIdentityException", name, namespace2, spec);
}
var keptLabel = `aadpodidbinding: orders${kept("pod-identity-label")}`;
function pods({ label: label2 = keptLabel, namespace: namespace2 = "shop", name = "orders", spec = "" } = {}) {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace2}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata:
      labels:
        app: ${name}
${label2 ? `        ${label2}
` : ""}    spec:
${spec}      containers:
        - name: ${name}
          image: "registry.example/${name}:1"
          securityContext: {capabilities: {drop: [ALL]}}
`;
}
function nmi(args = [], mark42 = kept("pod-identity-components")) {
  return `apiVersion: apps/v1
kind: DaemonSet${mark42}
metadata: {name: nmi, namespace: kube-system}
spec:
  selector: {matchLabels: {component: nmi}}
  template:
    metadata: {labels: {component: nmi}}
    spec:
      hostNetwork: true
      containers:
        - name: nmi
          image: mcr.microsoft.com/oss/azure/aad-pod-identity/nmi:v1.8.17
          args:
            - --node=$(NODE_NAME)
${args.map((line) => `            - ${line}
`).join("")}`;
}
function mic(args = [], mark42 = kept("pod-identity-components")) {
  return `apiVersion: apps/v1
kind: Deployment${mark42}
metadata: {name: mic, namespace: kube-system}
spec:
  selector: {matchLabels: {component: mic}}
  template:
    metadata: {labels: {component: mic}}
    spec:
      containers:
        - name: mic
          image: mcr.microsoft.com/oss/azure/aad-pod-identity/mic:v1.8.17
          args:
            - --cloudconfig=/etc/kubernetes/azure.json
${args.map((line) => `            - ${line}
`).join("")}`;
}

// src/rules/secret-class-manifests.ts
var objects = `    objects: |
      array:
        - |
          objectName: orders-password
          objectType: secret
`;
function secretClass({
  access = `    clientID: ${clientId}
`,
  list: list2 = objects,
  name = "orders-vault",
  namespace: namespace2 = "shop",
  version = "v1",
  provider = "azure",
  secrets = ""
} = {}) {
  return `apiVersion: secrets-store.csi.x-k8s.io/${version}
kind: SecretProviderClass
metadata:
  name: ${name}
  namespace: ${namespace2}
spec:
  provider: ${provider}
${secrets}  parameters:
    keyvaultName: shop-vault
    tenantID: 5b0f2f1c-6a0e-4f3f-9b53-1f0f6d2a7c11
${access}${list2}`;
}
function synced({ secret: secret3 = "orders-login", object = "orders-password" } = {}) {
  return `  secretObjects:
    - secretName: ${secret3}
      type: Opaque
      data:
        - objectName: ${object}
          key: password
`;
}
function mounting({
  name = "orders",
  namespace: namespace2 = "shop",
  className = "orders-vault",
  account: account10 = "      serviceAccountName: orders\n",
  environment = "",
  mounts = true,
  secretRef = ""
} = {}) {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace2}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
${account10}      containers:
        - name: ${name}
          image: "registry.example/${name}:1"
${environment}${mounts ? `          volumeMounts: [{name: vault, mountPath: /mnt/vault, readOnly: true}]
      volumes:
        - name: vault
          csi:
            driver: secrets-store.csi.k8s.io
            readOnly: true
            volumeAttributes:
              secretProviderClass: ${className}
${secretRef}` : ""}`;
}
function reads(secret3 = "orders-login") {
  return `          env:
            - name: PASSWORD
              valueFrom:
                secretKeyRef:
                  name: ${secret3}
                  key: password
`;
}

// src/rules/key-vault/secret-class-api-version.ts
var rule3 = defineRule({
  id: "secret-class-api-version",
  title: "A secret class uses an old API version",
  group: "Key Vault and other controllers",
  why: "v1alpha1 has been deprecated since 2022, and the API server warns at every use; once the driver stops serving it, the class can no longer be applied.",
  remedy: "Write secrets-store.csi.x-k8s.io/v1; nothing else changes.",
  severity: "warning",
  sources: ["kubernetes-sigs/secrets-store-csi-driver pull request 856"],
  *check(world) {
    for (const { object } of secretClassesOf(world)) {
      const at = object.root.get("apiVersion");
      if (!at || object.version !== "v1alpha1") continue;
      yield {
        at,
        message: `The class ${nameOf(object)} uses ${at.text}, which is deprecated.`,
        fix: { safety: "safe", repairs: [{ kind: "set-text", at, text: `${object.group}/v1` }] }
      };
    }
  }
});
var examples3 = defineExamples({
  bad: [
    { title: "v1alpha1", files: { "class.yaml": secretClass({ version: "v1alpha1 #~ secret-class-api-version" }) } }
  ],
  good: [
    { title: "v1", files: { "class.yaml": secretClass() } },
    { title: "Another provider", files: { "class.yaml": secretClass({ version: "v1alpha1", provider: "vault" }) } }
  ]
});

// src/rules/key-vault/secret-class-client-id-ignored.ts
var rule4 = defineRule({
  id: "secret-class-client-id-ignored",
  title: "A secret class names a client id that is not read",
  group: "Key Vault and other controllers",
  why: 'userAssignedIdentityID counts only with useVMManagedIdentity, and clientID only without it. Without any identity that counts the provider looks for a service principal and fails ("nodePublishSecretRef secret is not set").',
  remedy: 'For workload identity write the client id as clientID and leave userAssignedIdentityID out; for the identity of the node set useVMManagedIdentity to "true" and leave clientID out.',
  severity: "error",
  sources: ["Azure/secrets-store-csi-driver-provider-azure pkg/auth/auth.go", "issues 952, 1022 and 1104 of the same"],
  *check(world) {
    for (const secretClass3 of secretClassesOf(world)) {
      const { object, access, nodeClientId, clientId: clientId2 } = secretClass3;
      if (nodeClientId && access.nodeIdentity === false) yield observeIgnored(world, secretClass3, nodeClientId);
      if (clientId2 && access.nodeIdentity === true) {
        yield {
          at: clientId2.keyPlace,
          message: `The class ${nameOf(object)} has clientID beside useVMManagedIdentity: "true"; the node's identity signs in, and clientID is not read for that.`,
          severity: "warning"
        };
      }
    }
  }
});
function observeIgnored(world, secretClass3, at) {
  const { object, access, clientId: clientId2 } = secretClass3;
  const other5 = clientId2 ? "clientID signs in" : access.podIdentity !== false ? "pod identity signs in" : access.tokenProxy !== false ? "the token proxy signs in" : mountsOfClass(world, object).some(({ hasSecretRef }) => hasSecretRef) ? "a service principal signs in" : void 0;
  return {
    at: at.keyPlace,
    message: `The class ${nameOf(object)} has userAssignedIdentityID without useVMManagedIdentity: "true", so that it is not read; ${other5 ?? "nothing else gives it an identity"}.`,
    // Something else works, or the value may come out empty: then the line is only misleading.
    severity: other5 === void 0 && isKnown(at) ? "error" : "warning"
  };
}
var mark2 = " #~ secret-class-client-id-ignored";
var id2 = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var examples4 = defineExamples({
  bad: [
    {
      title: "The client id of workload identity under the old name",
      files: {
        "class.yaml": secretClass({
          access: `    usePodIdentity: "false"
    userAssignedIdentityID: ${id2}${mark2}
`
        })
      }
    },
    {
      title: "Both names: a warning",
      files: {
        "class.yaml": secretClass({ access: `    clientID: ${id2}
    userAssignedIdentityID: ${id2}${mark2}
` })
      }
    },
    {
      title: "The identity of the node signs in: a warning",
      files: {
        "class.yaml": secretClass({
          access: `    useVMManagedIdentity: "true" # idwire-ignore: secret-class-node-identity one team per cluster
    userAssignedIdentityID: ${id2}
    clientID: ${id2}${mark2}
`
        })
      }
    }
  ],
  good: [
    { title: "clientID alone", files: { "class.yaml": `${secretClass()}---
${mounting()}` } },
    {
      title: "Empty, as the templates of the provider write it",
      files: {
        "class.yaml": secretClass({
          access: `    useVMManagedIdentity: "false"
    userAssignedIdentityID: ""
    clientID: ${id2}
`
        })
      }
    },
    {
      title: "The mode is filled in later",
      files: {
        "class.yaml": secretClass({
          access: `    useVMManagedIdentity: "\${USE_NODE_IDENTITY}"
    userAssignedIdentityID: ${id2}
`
        })
      }
    }
  ]
});

// src/model/secret-class.ts
function parameterOf({ parameters }, name) {
  return parameters.find((parameter) => parameter.key === name);
}
function usesPodAccount({ access, clientId: clientId2 }) {
  const { podIdentity, nodeIdentity, tokenProxy } = access;
  return clientId2 !== void 0 && podIdentity === false && nodeIdentity === false && tokenProxy === false;
}

// src/rules/key-vault/secret-class-default-account.ts
var rule5 = defineRule({
  id: "secret-class-default-account",
  title: "A secret class is mounted as the default account",
  group: "Key Vault and other controllers",
  why: "With clientID the provider signs in with a token of the account that the pods run as. For `default` the credential would trust every pod of the namespace that names no account; without such a credential the mount fails (AADSTS700213).",
  remedy: "Give the pods a ServiceAccount of their own and federate the identity with that; it needs no annotation for this.",
  severity: "warning",
  sources: ["Azure/secrets-store-csi-driver-provider-azure pkg/auth/auth.go (token of the mounting pod)"],
  *check(world) {
    for (const secretClass3 of secretClassesOf(world)) {
      if (!usesPodAccount(secretClass3)) continue;
      for (const { workload, template, classField, hasSecretRef } of mountsOfClass(world, secretClass3.object)) {
        if (literalOf(template.account) !== "default" || hasSecretRef || !template.complete) continue;
        yield {
          at: template.accountField ?? workload.metadata.nameField ?? workload.root,
          message: `Pods of the ${workload.kind} ${nameOf(workload)} mount the class ${nameOf(secretClass3.object)} as the account "default" of their namespace.`,
          related: [{ at: classField, note: "the class" }]
        };
      }
    }
  }
});
var mark3 = " #~ secret-class-default-account";
var examples5 = defineExamples({
  bad: [
    {
      title: "No account named",
      files: {
        "orders.yaml": `${secretClass()}---
${mounting({ name: "orders", account: "" }).replace("  name: orders\n", `  name: orders${mark3}
`)}`
      }
    },
    {
      title: "default named",
      files: {
        "orders.yaml": `${secretClass()}---
${mounting({ account: `      serviceAccountName: default${mark3}
` })}`
      }
    }
  ],
  good: [
    { title: "An account of their own, bare as it is", files: { "orders.yaml": `${secretClass()}---
${mounting()}` } },
    {
      title: "A service principal signs in",
      files: {
        "orders.yaml": `${secretClass({ access: "" })}---
${mounting({ account: "", secretRef: "            nodePublishSecretRef: {name: vault-login}\n" })}`
      }
    }
  ]
});

// src/rules/key-vault/secret-class-modes-conflict.ts
var rule6 = defineRule({
  id: "secret-class-modes-conflict",
  title: "A secret class has more than one access mode",
  group: "Key Vault and other controllers",
  why: "The provider refuses a class with more than one of usePodIdentity, useVMManagedIdentity and useAzureTokenProxy: the mount fails, and the pods do not start.",
  remedy: "Keep one, or none and a clientID for workload identity.",
  severity: "error",
  sources: ["Azure/secrets-store-csi-driver-provider-azure pkg/provider/provider.go, pkg/auth/auth.go"],
  *check(world) {
    for (const secretClass3 of secretClassesOf(world)) {
      const [first, second2, third] = switchedOn(secretClass3);
      if (!first || !second2) continue;
      yield {
        at: second2,
        message: `The class ${nameOf(secretClass3.object)} switches on ${[first, second2, third].flatMap((item) => item?.key ?? []).join(" and ")}; the provider takes one at most.`,
        related: [{ at: first, note: "the other mode" }]
      };
    }
  }
});
function switchedOn(secretClass3) {
  const { podIdentity, nodeIdentity, tokenProxy } = secretClass3.access;
  const on2 = [
    ...podIdentity ? ["usePodIdentity"] : [],
    ...nodeIdentity ? ["useVMManagedIdentity"] : [],
    ...tokenProxy ? ["useAzureTokenProxy"] : []
  ];
  return secretClass3.parameters.filter(({ key }) => on2.includes(key) && parameterOf(secretClass3, key));
}
var examples6 = defineExamples({
  bad: [
    {
      title: "Pod identity and the identity of the node",
      files: {
        "class.yaml": secretClass({
          access: `    usePodIdentity: "true" #~ secret-class-pod-identity
    useVMManagedIdentity: "true" #~ secret-class-modes-conflict secret-class-node-identity
`
        })
      }
    }
  ],
  good: [
    {
      title: "All off",
      files: {
        "class.yaml": secretClass({
          access: '    usePodIdentity: "false"\n    useVMManagedIdentity: "false"\n    clientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11\n'
        })
      }
    }
  ]
});

// src/rules/key-vault/secret-class-node-identity.ts
var rule7 = defineRule({
  id: "secret-class-node-identity",
  title: "A secret class uses the identity of the node",
  group: "Key Vault and other controllers",
  why: "Every namespace that may create a class can use an identity that is assigned to the nodes, and every pod can ask the instance metadata service for its tokens: what one team may read, all may read.",
  remedy: "Use workload identity: remove useVMManagedIdentity, give a clientID, and federate it with the account of the pods.",
  severity: "warning",
  sources: [
    "azure-aks-docs csi-secrets-store-identity-access.md",
    "Azure/secrets-store-csi-driver-provider-azure pkg/auth/auth.go"
  ],
  *check(world) {
    for (const secretClass3 of secretClassesOf(world)) {
      const parameter = parameterOf(secretClass3, "useVMManagedIdentity");
      if (!parameter || secretClass3.access.nodeIdentity !== true) continue;
      const identity3 = secretClass3.nodeClientId ? "a user-assigned identity" : "the system-assigned identity";
      yield {
        at: parameter,
        message: `The class ${nameOf(secretClass3.object)} signs in as ${identity3} of the node, which pods of every namespace can use.`
      };
    }
  }
});
var mark4 = " #~ secret-class-node-identity";
var examples7 = defineExamples({
  bad: [
    {
      title: "A user-assigned identity of the node",
      files: {
        "class.yaml": secretClass({
          access: `    useVMManagedIdentity: "true"${mark4}
    userAssignedIdentityID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`
        })
      }
    },
    {
      title: "The system-assigned one",
      files: {
        "class.yaml": secretClass({
          access: `    useVMManagedIdentity: "true"${mark4}
    userAssignedIdentityID: ""
`
        })
      }
    }
  ],
  good: [{ title: "Workload identity", files: { "class.yaml": secretClass() } }]
});

// src/rules/key-vault/secret-class-objects-invalid.ts
var rule8 = defineRule({
  id: "secret-class-objects-invalid",
  title: "The objects of a secret class are invalid",
  group: "Key Vault and other controllers",
  why: "The provider reads `objects` at the mount, not before: with a list that it cannot read the pods stay in ContainerCreating, and the cause is only in the events.",
  remedy: "Write `array:` and, for each object, a text of its own (`- |`) with objectName and objectType: secret, key or cert.",
  severity: "error",
  sources: ["Azure/secrets-store-csi-driver-provider-azure pkg/provider/types, pkg/provider/provider.go"],
  *check(world) {
    for (const { object, objects: objects3 } of secretClassesOf(world)) {
      if (!objects3) continue;
      for (const { at, reason } of objects3.faults) {
        yield { at, message: `The objects of the class ${nameOf(object)} cannot be read: ${reason}.` };
      }
      for (const item of objects3.items) {
        for (const { at, reason } of faultsOf(item)) {
          yield { at, message: `In the objects of the class ${nameOf(object)} ${reason}.` };
        }
      }
    }
  }
});
function faultsOf(item) {
  const name = item.name ? `"${writtenText(item.name)}"` : "one entry";
  return [...typeFaults(item, name), ...pathFaults(item)];
}
function typeFaults({ type, typeAt, at }, name) {
  if (!type) return [{ at, reason: `${name} has no objectType` }];
  const word2 = literalOf(type);
  if (word2 === void 0 || /^(?:secret|key|cert)$/.test(word2)) return [];
  return [{ at: typeAt, reason: `${name} has the objectType "${word2}", which is none of secret, key and cert` }];
}
function pathFaults({ name, alias, nameAt, aliasAt, at }) {
  const path = alias ?? name;
  if (!path) return [{ at, reason: "one entry has no objectName" }];
  const where = alias ? aliasAt : nameAt;
  const text = path.pieces[0] ?? "";
  if (text.startsWith("/")) return [{ at: where, reason: `"${writtenText(path)}" is an absolute path` }];
  if (writtenText(path).split("/").includes(".."))
    return [{ at: where, reason: `"${writtenText(path)}" leads out of the volume` }];
  return [];
}
var mark5 = " #~ secret-class-objects-invalid";
var one = (type, alias = "") => `    objects: |
      array:
        - |
          objectName: orders-password
          objectType: ${type}
${alias && `          objectAlias: ${alias}
`}`;
var examples8 = defineExamples({
  bad: [
    { title: "A type in another letter case", files: { "class.yaml": secretClass({ list: one(`Secret${mark5}`) }) } },
    { title: "A word that is no type", files: { "class.yaml": secretClass({ list: one(`certificate${mark5}`) }) } },
    {
      title: "An absolute path",
      files: { "class.yaml": secretClass({ list: one("secret", `/etc/password${mark5}`) }) }
    },
    {
      title: "A path out of the volume",
      files: { "class.yaml": secretClass({ list: one("secret", `../password${mark5}`) }) }
    },
    {
      title: "Maps where texts are wanted",
      files: {
        "class.yaml": secretClass({
          list: `    objects: |
      array:
        - objectName: orders-password${mark5}
          objectType: secret
`
        })
      }
    },
    {
      title: "No list at all",
      files: {
        "class.yaml": secretClass({
          list: `    objects: |${mark5}
      - objectName: orders-password
        objectType: secret
`
        })
      }
    },
    {
      title: "No type",
      files: {
        "class.yaml": secretClass({
          list: `    objects: |
      array:
        - |
          objectName: orders-password${mark5}
`
        })
      }
    }
  ],
  good: [
    {
      title: "One of each",
      files: {
        "class.yaml": secretClass({
          list: `${one("secret", "logins/orders")}        - |
          objectName: signing
          objectType: key
        - |
          objectName: tls
          objectType: cert
          objectVersion: ""   # the latest
`
        })
      }
    },
    { title: "Names filled in later", files: { "class.yaml": secretClass({ list: one("$OBJECT_TYPE", "<alias>") }) } },
    {
      title: "The list is filled in later",
      files: { "class.yaml": secretClass({ list: "    objects: |\n      ${OBJECTS}\n" }) }
    },
    {
      title: "Another provider",
      files: { "class.yaml": secretClass({ provider: "gcp", list: "    objects: none\n" }) }
    },
    { title: "An empty list", files: { "class.yaml": secretClass({ list: "    objects: |\n      array: []\n" }) } }
  ]
});

// src/rules/key-vault/secret-class-parameter-not-string.ts
var rule9 = defineRule({
  id: "secret-class-parameter-not-string",
  title: "A parameter of a secret class is not text",
  group: "Key Vault and other controllers",
  why: 'All parameters of a class are strings. The API server refuses a class with an unquoted true or number, or with a map where text is wanted ("must be of type string").',
  remedy: "Put the value in quotes; write `objects` as a block of text (`objects: |`).",
  severity: "error",
  sources: ["kubernetes-sigs/secrets-store-csi-driver, definition of SecretProviderClass (parameters: map of strings)"],
  *check(world) {
    for (const { object, parameters } of secretClassesOf(world)) {
      for (const parameter of parameters) {
        const found = typeName(parameter);
        if (!found) continue;
        yield {
          at: parameter,
          message: `The parameter ${parameter.key} of the class ${nameOf(object)} is ${found}; the API server takes text alone.`,
          ...parameter.text !== void 0 && {
            fix: {
              safety: "safe",
              repairs: [
                {
                  kind: "set-text",
                  at: parameter,
                  text: typeof parameter.value === "boolean" ? String(parameter.value) : parameter.text
                }
              ]
            }
          }
        };
      }
    }
  }
});
function typeName({ node, value }) {
  if (node.type === "map") return "a map";
  if (node.type === "sequence") return "a list";
  if (typeof value === "boolean") return "a boolean";
  return typeof value === "number" ? "a number" : void 0;
}
var mark6 = " #~ secret-class-parameter-not-string";
var id3 = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var examples9 = defineExamples({
  bad: [
    {
      title: "A bare false",
      files: { "class.yaml": secretClass({ access: `    usePodIdentity: false${mark6}
    clientID: ${id3}
` }) }
    },
    {
      title: "A list where text is wanted",
      files: {
        "class.yaml": secretClass({
          list: `    objects:${mark6}
      array:
        - {objectName: orders-password, objectType: secret}
`
        })
      }
    }
  ],
  good: [
    {
      title: "In quotes",
      files: { "class.yaml": secretClass({ access: `    usePodIdentity: "false"
    clientID: "${id3}"
` }) }
    },
    {
      title: "Without a value",
      files: { "class.yaml": secretClass({ access: `    cloudName:
    clientID: ${id3}
` }) }
    }
  ]
});

// src/rules/key-vault/secret-class-pod-identity.ts
var rule10 = defineRule({
  id: "secret-class-pod-identity",
  title: "A secret class uses retired pod identity",
  group: "Key Vault and other controllers",
  why: "The provider asks NMI on the node for a token. Pod identity is retired: without NMI every mount of the class fails, and the pods do not start.",
  remedy: "Remove usePodIdentity, give the class a clientID, and create a federated credential for each ServiceAccount whose pods mount it.",
  severity: "error",
  sources: [
    "Azure/secrets-store-csi-driver-provider-azure pkg/auth/auth.go",
    "azure-aks-docs csi-secrets-store-identity-access.md"
  ],
  *check(world) {
    for (const secretClass3 of secretClassesOf(world)) {
      const parameter = parameterOf(secretClass3, "usePodIdentity");
      if (!parameter || secretClass3.access.podIdentity !== true) continue;
      yield {
        at: parameter,
        message: `The class ${nameOf(secretClass3.object)} signs in to the vault through pod identity, which is retired.`
      };
    }
  }
});
var on = (mark42 = "") => `    usePodIdentity: "true"${mark42}
`;
var mark7 = " #~ secret-class-pod-identity";
var examples10 = defineExamples({
  bad: [
    { title: "Switched on", files: { "class.yaml": secretClass({ access: on(mark7) }) } },
    {
      title: "In a file that a script fills in",
      files: {
        "secret-volume.yml.tpl": secretClass({ access: on(mark7) }).replace(
          /tenantID: .*/,
          'tenantId: "${AZ_TENANT_ID}"'
        )
      }
    }
  ],
  good: [
    {
      title: "Workload identity",
      files: {
        "class.yaml": secretClass({
          access: '    usePodIdentity: "false"\n    clientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11\n'
        })
      }
    },
    {
      title: "The pod identity of Amazon, which is another thing",
      files: { "class.yaml": secretClass({ access: on(), provider: "aws" }) }
    },
    {
      title: "Filled in later",
      files: { "class.yaml": secretClass({ access: '    usePodIdentity: "${USE_POD_IDENTITY}"\n' }) }
    }
  ]
});

// src/rules/key-vault/secret-class-wrong-namespace.ts
var rule11 = defineRule({
  id: "secret-class-wrong-namespace",
  title: "The secret class is in another namespace",
  group: "Key Vault and other controllers",
  why: 'A pod mounts classes of its own namespace alone. With the class elsewhere the mount fails ("secretproviderclasses not found"), and the pods do not start.',
  remedy: "Put the class into the namespace of the pods; pods of several namespaces need one in each.",
  severity: "error",
  sources: ["kubernetes-sigs/secrets-store-csi-driver documentation, usage"],
  *check(world) {
    for (const mount of secretMountsOf(world)) {
      const twins = twinsElsewhere2(world, mount);
      const [twin] = twins;
      if (!twin) continue;
      const unused = twins.every((object) => mountsOfClass(world, object).length === 0);
      const known = [mount.workload, twin].every(({ namespace: namespace2 }) => literalOf(namespace2) !== void 0);
      yield {
        at: mount.classField,
        message: `Pods of the ${mount.workload.kind} ${nameOf(mount.workload)} mount the class "${writtenText(mount.className)}", which is only in namespace "${writtenText(twin.namespace)}".`,
        severity: unused && known && world.complete ? "error" : "warning",
        related: [{ at: twin.metadata.namespaceField ?? twin.root, note: "the class of that name" }],
        about: cause("secret class", mount.workload)
      };
    }
  }
});
function twinsElsewhere2(world, mount) {
  const named2 = classesNamed(world, mount);
  if (named2.some((object) => compareNamespaces(mount.workload, object) !== "different")) return [];
  return named2.filter((object) => isAzureClass(object) && compareTexts(mount.className, object.name) === "same");
}
var mark8 = " #~ secret-class-wrong-namespace";
var other = { namespace: "vaults" };
var examples11 = defineExamples({
  bad: [
    {
      title: "The class elsewhere",
      files: { "class.yaml": secretClass(other), "orders.yaml": mounting({ className: `orders-vault${mark8}` }) }
    },
    {
      title: "The class is used where it is: a warning",
      files: {
        "class.yaml": `${secretClass(other)}---
${mounting({ name: "backup", ...other })}`,
        "orders.yaml": mounting({ className: `orders-vault${mark8}` })
      }
    }
  ],
  good: [
    { title: "Side by side", files: { "class.yaml": secretClass(), "orders.yaml": mounting() } },
    {
      title: "One in each",
      files: { "class.yaml": `${secretClass()}---
${secretClass(other)}`, "orders.yaml": mounting() }
    },
    {
      title: "The namespace is filled in later",
      files: { "class.yaml": secretClass(other), "orders.yaml": mounting({ namespace: '"${NAMESPACE}"' }) }
    },
    {
      title: "A class of another provider",
      files: { "class.yaml": secretClass({ ...other, provider: "vault" }), "orders.yaml": mounting() }
    },
    {
      title: "No class of that name at all: a chart makes it",
      files: { "class.yaml": secretClass({ ...other, name: "backup-vault" }), "orders.yaml": mounting() }
    }
  ]
});

// src/rules/key-vault/secret-store-account.ts
var rule12 = defineRule({
  id: "secret-store-account",
  title: "A secret store uses an account without a client id",
  group: "Key Vault and other controllers",
  why: 'External Secrets reads the client id from the annotation of the account that the store names, unless authSecretRef brings it. Without either the store is not ready ("missing clientID"), and nothing is fetched.',
  remedy: "Add the annotation azure.workload.identity/client-id to the ServiceAccount.",
  severity: "error",
  sources: ["external-secrets/external-secrets documentation, Azure Key Vault: workload identity"],
  yieldsTo: ["client-id-missing", "client-id-misspelt", "client-id-misplaced"],
  *check(world, repository) {
    for (const store3 of world.objects) {
      const vault = vaultOf(store3);
      const reference2 = vault?.get("serviceAccountRef");
      const name = reference2?.get("name");
      if (!reference2 || !name?.text || vault?.get("authSecretRef")) continue;
      const account10 = accountOf(world, store3, name, reference2.get("namespace"));
      if (!account10 || account10.clientId) continue;
      yield {
        at: account10.metadata.nameField ?? account10.root,
        message: `The ServiceAccount ${nameOf(account10)} has no client id, and the ${store3.kind} ${nameOf(store3)} signs in to its vault as it.`,
        severity: repository.scripts.annotatesAccounts ? "note" : "error",
        related: [{ at: name, note: "where the store names it" }],
        about: cause("client id", account10)
      };
    }
  }
});
function vaultOf(store3) {
  if (store3.kind !== "SecretStore" && store3.kind !== "ClusterSecretStore") return void 0;
  const vault = store3.root.get("spec", "provider", "azurekv");
  return vault?.get("authType")?.text === "WorkloadIdentity" ? vault : void 0;
}
function accountOf(world, store3, name, namespace2) {
  const wanted = readPlaceholders(name.text ?? "");
  const matches = world.serviceAccounts.filter((account10) => {
    if (!world.sees(store3.manifest, account10.manifest) || compareTexts(wanted, account10.name) !== "same") return false;
    if (store3.kind === "SecretStore") return compareNamespaces(store3, account10) === "same";
    return account10.namespaceGiven && namespace2?.text !== void 0 && compareTexts(readPlaceholders(namespace2.text), account10.namespace) === "same";
  });
  return matches.find((account10) => account10.clientId) ?? matches[0];
}
var account2 = (annotations = "", name = "vault-reader") => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: shop
${annotations}`;
var annotated = "  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}\n";
var store = (more = "", kind = "SecretStore") => `apiVersion: external-secrets.io/v1
kind: ${kind}
metadata: {name: vault${kind === "SecretStore" ? ", namespace: shop" : ""}}
spec:
  provider:
    azurekv:
      authType: WorkloadIdentity
      vaultUrl: https://shop-vault.vault.azure.net
      serviceAccountRef: {name: vault-reader${kind === "SecretStore" ? "" : ", namespace: shop"}}
${more}`;
var marked = account2("", "vault-reader #~ secret-store-account");
var examples12 = defineExamples({
  bad: [
    { title: "A store", files: { "account.yaml": marked, "store.yaml": store() } },
    {
      title: "A store of the whole cluster",
      files: { "account.yaml": marked, "store.yaml": store("", "ClusterSecretStore") }
    }
  ],
  good: [
    { title: "With a client id", files: { "account.yaml": account2(annotated), "store.yaml": store() } },
    {
      title: "The client id is in a Secret",
      files: {
        "account.yaml": account2(),
        "store.yaml": store("      authSecretRef:\n        clientId: {name: vault-login, key: client-id}\n")
      }
    },
    { title: "The account is made elsewhere", files: { "store.yaml": store() } },
    {
      title: "Filled in later",
      files: {
        "account.yaml": account2('  annotations:\n    azure.workload.identity/client-id: "${CLIENT_ID}"\n'),
        "store.yaml": store()
      }
    },
    {
      title: "Another way to sign in",
      files: { "account.yaml": account2(), "store.yaml": store().replace("WorkloadIdentity", "ManagedIdentity") }
    }
  ]
});

// src/rules/key-vault/secret-sync-duplicate.ts
var rule13 = defineRule({
  id: "secret-sync-duplicate",
  title: "Two secret classes make one Secret",
  group: "Key Vault and other controllers",
  why: "The driver makes a Secret once and leaves one that is there alone: which class it comes from depends on which pod starts first, and the keys of the other are never in it.",
  remedy: "Give each Secret a name of its own, or make it of one class with all its keys.",
  severity: "error",
  sources: ["kubernetes-sigs/secrets-store-csi-driver documentation, sync as Kubernetes Secret"],
  *check(world) {
    const first = /* @__PURE__ */ new Map();
    for (const secretClass3 of secretClassesOf(world)) {
      for (const secret3 of secretClass3.secrets) {
        const name = literalOf(secret3.name);
        if (name === void 0) continue;
        const known = first.get(name) ?? [];
        const other5 = known.find((made) => clash(world, made.secretClass, secretClass3));
        first.set(name, [...known, { secretClass: secretClass3, secret: secret3 }]);
        if (!other5) continue;
        const { object } = secretClass3;
        const { object: rival } = other5.secretClass;
        const certain = object.manifest.source.path === rival.manifest.source.path || isPlaced(object);
        yield {
          at: secret3.nameField,
          message: `The class ${nameOf(object)} makes the Secret "${writtenText(secret3.name)}", and so does the class ${nameOf(rival)}.`,
          severity: certain ? "error" : "warning",
          related: [{ at: other5.secret.nameField, note: "the same Secret" }]
        };
      }
    }
  }
});
function clash(world, { object: a }, { object: b }) {
  return world.sees(a.manifest, b.manifest) && compareNamespaces(a, b) === "same" && compareTexts(a.name, b.name) === "different";
}
function isPlaced(object) {
  return object.namespaceGiven && literalOf(object.namespace) !== void 0;
}
var mark9 = " #~ secret-sync-duplicate";
var second = { name: "orders-more", className: "orders-more" };
var used = `---
${mounting()}---
${mounting(second)}`;
var bare = (text) => text.replaceAll("  namespace: shop\n", "");
var examples13 = defineExamples({
  bad: [
    {
      title: "Two classes of one namespace",
      files: {
        "orders.yaml": `${secretClass({ secrets: synced() })}---
${secretClass({ name: "orders-more", secrets: synced({ secret: `orders-login${mark9}` }) })}${used}`
      }
    },
    {
      title: "Two files without a namespace: a warning",
      files: {
        "a/orders.yaml": bare(secretClass({ secrets: synced() })),
        "b/orders.yaml": bare(secretClass({ name: "orders-more", secrets: synced({ secret: `orders-login${mark9}` }) }))
      }
    }
  ],
  good: [
    {
      title: "Two Secrets",
      files: {
        "orders.yaml": `${secretClass({ secrets: synced() })}---
${secretClass({ name: "orders-more", secrets: synced({ secret: "orders-tls" }) })}${used}`
      }
    },
    {
      title: "Two namespaces",
      files: {
        "orders.yaml": `${secretClass({ secrets: synced() })}---
${secretClass({ namespace: "billing", name: "billing-vault", secrets: synced() })}`
      }
    },
    {
      title: "Two environments",
      files: {
        "dev/class.yaml": secretClass({ secrets: synced() }),
        "prod/class.yaml": secretClass({ name: "orders-more", secrets: synced() })
      }
    }
  ]
});

// src/rules/key-vault/secret-sync-object-unknown.ts
var rule14 = defineRule({
  id: "secret-sync-object-unknown",
  title: "A synced Secret takes an object that is not fetched",
  group: "Key Vault and other controllers",
  why: 'The driver looks for a mounted file of that name: the alias of an object when it has one, else its name. When there is none, the Secret is not made, and the event says "file matching objectName not found in the pod".',
  remedy: "Write the objectAlias of the object, or its objectName when it has no alias.",
  severity: "error",
  sources: [
    "kubernetes-sigs/secrets-store-csi-driver documentation, sync as Kubernetes Secret",
    "Azure/secrets-store-csi-driver-provider-azure pkg/provider"
  ],
  *check(world) {
    for (const { object, objects: objects3, secrets } of secretClassesOf(world)) {
      if (!objects3?.complete || objects3.items.length === 0) continue;
      for (const field of secrets.flatMap(({ objectNames }) => objectNames)) {
        if (!field.text) continue;
        const wanted = readPlaceholders(field.text);
        if (objects3.items.some((item) => fits(item, wanted))) continue;
        const renamed = objects3.items.find(({ name, alias }) => alias && name && compareTexts(name, wanted) === "same");
        yield {
          at: field,
          message: renamed?.alias ? `A Secret of the class ${nameOf(object)} takes "${field.text}", which is fetched under the alias "${writtenText(renamed.alias)}".` : `A Secret of the class ${nameOf(object)} takes "${field.text}", which is not among its objects.`,
          ...renamed && { related: [{ at: renamed.aliasAt, note: "the alias" }] },
          ...renamed?.alias && literalOf(renamed.alias) !== void 0 && {
            fix: { safety: "safe", repairs: [{ kind: "set-text", at: field, text: writtenText(renamed.alias) }] }
          }
        };
      }
    }
  }
});
function fits({ name, alias, versionHistory }, wanted) {
  const file = alias ?? name;
  if (!file) return true;
  if (compareTexts(file, wanted) !== "different") return true;
  return versionHistory !== void 0 && writtenText(wanted).startsWith(`${writtenText(file)}/`);
}
var aliased = (alias) => `    objects: |
      array:
        - |
          objectName: orders-password
          objectType: secret
          objectAlias: ${alias}
`;
var used2 = `---
${mounting({ environment: reads() })}`;
var mark10 = " #~ secret-sync-object-unknown";
var examples14 = defineExamples({
  bad: [
    {
      title: "Another name",
      files: { "orders.yaml": `${secretClass({ secrets: synced({ object: `orders-pasword${mark10}` }) })}${used2}` }
    },
    {
      title: "The name instead of the alias",
      files: {
        "orders.yaml": `${secretClass({ secrets: synced({ object: `orders-password${mark10}` }), list: aliased("password") })}${used2}`
      }
    }
  ],
  good: [
    { title: "The name", files: { "orders.yaml": `${secretClass({ secrets: synced() })}${used2}` } },
    {
      title: "The alias",
      files: {
        "orders.yaml": `${secretClass({ secrets: synced({ object: "password" }), list: aliased("password") })}${used2}`
      }
    },
    {
      title: "Names filled in later",
      files: {
        "orders.yaml": `${secretClass({ secrets: synced({ object: "password" }), list: aliased("$ALIAS") })}${used2}`
      }
    },
    {
      title: "A version of a history",
      files: {
        "orders.yaml": `${secretClass({ secrets: synced({ object: "password/0" }), list: `${aliased("password")}          objectVersionHistory: 2
` })}${used2}`
      }
    }
  ]
});

// src/manifests/secret-readers.ts
var readersByWorld = /* @__PURE__ */ new WeakMap();
function readersOfSecret(world, name) {
  let index = readersByWorld.get(world);
  if (!index) {
    const readers = world.workloads.flatMap(
      (workload) => workload.templates.flatMap(
        (template) => template.containers.flatMap(
          (container) => referencesOf(container).map((nameField) => ({
            workload,
            template,
            nameField,
            name: readPlaceholders(nameField.text ?? "")
          }))
        )
      )
    );
    index = indexBy(readers, (reader) => reader.name);
    readersByWorld.set(world, index);
  }
  return candidates(index, name);
}
function referencesOf({ field, environment }) {
  const references = [
    ...environment.flatMap(({ valueFrom }) => valueFrom?.get("secretKeyRef") ?? []),
    ...(field.get("envFrom")?.items() ?? []).flatMap((source) => source.get("secretRef") ?? [])
  ];
  return references.filter((reference2) => reference2.get("optional")?.value !== true).flatMap((reference2) => reference2.get("name")?.text ? reference2.get("name") : []);
}

// src/rules/key-vault/secret-sync-without-mount.ts
var rule15 = defineRule({
  id: "secret-sync-without-mount",
  title: "A synced Secret is read, and nothing mounts its class",
  group: "Key Vault and other controllers",
  why: 'The driver makes the Secret only while some pod mounts the class, and deletes it with the last of them. Pods that read it without such a mount stay in CreateContainerConfigError ("secret not found").',
  remedy: "Mount the class as a CSI volume in these pods, with a volumeMount in a container, even when the files are not read.",
  severity: "error",
  sources: ["kubernetes-sigs/secrets-store-csi-driver documentation, sync as Kubernetes Secret"],
  *check(world) {
    for (const secretClass3 of secretClassesOf(world)) {
      for (const secret3 of secretClass3.secrets) {
        const seen = /* @__PURE__ */ new Set();
        for (const reader of readersOfSecret(world, secret3.name)) {
          if (seen.has(reader.template) || !isRead(world, secretClass3, secret3, reader)) continue;
          const observation = observe(world, secretClass3, secret3, reader);
          if (!observation) continue;
          seen.add(reader.template);
          yield observation;
        }
      }
    }
  }
});
function isRead(world, { object }, { name }, reader) {
  return compareTexts(reader.name, name) === "same" && compareNamespaces(reader.workload, object) === "same" && world.sees(reader.workload.manifest, object.manifest) && !otherClassMounted(world, object, reader);
}
function otherClassMounted(world, own, { template, name }) {
  return secretClassesOf(world).some(
    ({ object, secrets }) => object !== own && secrets.some((secret3) => compareTexts(secret3.name, name) !== "different") && mountsOfClass(world, object).some((mount) => mount.template === template && mount.used)
  );
}
function observe(world, secretClass3, secret3, reader) {
  const { object } = secretClass3;
  const mounts = mountsOfClass(world, object);
  if (mounts.some((mount) => mount.template === reader.template && mount.used)) return void 0;
  const other5 = mounts.find((mount) => mount.used && mount.template !== reader.template);
  const idle2 = mounts.find((mount) => mount.template === reader.template);
  const elsewhere3 = isNamedElsewhere(world, secretClass3, mounts);
  return {
    at: reader.nameField,
    message: `Pods of the ${reader.workload.kind} ${nameOf(reader.workload)} read the Secret "${writtenText(secret3.name)}", which the class ${nameOf(object)} makes only while a pod mounts it; ${other5 ? `only pods of the ${other5.workload.kind} ${nameOf(other5.workload)} do` : idle2 ? "these pods have the volume, and no container mounts it" : "none does"}.`,
    severity: other5 || elsewhere3 || !world.complete ? "warning" : "error",
    related: [
      { at: secret3.nameField, note: "where the Secret is made" },
      ...idle2 ? [{ at: idle2.classField, note: "the volume that no container mounts" }] : []
    ]
  };
}
function isNamedElsewhere(world, { object }, mounts) {
  const known = /* @__PURE__ */ new Set([object.manifest, ...mounts.map(({ workload }) => workload.manifest)]);
  const name = writtenText(object.name);
  return world.objects.some(
    ({ manifest, kind }) => (kind === "HelmRelease" || kind === "Application") && !known.has(manifest) && textOf(manifest).includes(name)
  );
}
var mark11 = " #~ secret-sync-without-mount";
var makes = secretClass({ secrets: synced() });
var reading = (marks = "") => reads(`orders-login${marks}`);
var idle = mounting({ environment: reading(mark11) }).replace(/ +volumeMounts: .*\n/, "");
var examples15 = defineExamples({
  bad: [
    {
      title: "Nothing mounts it",
      files: { "orders.yaml": `${makes}---
${mounting({ environment: reading(mark11), mounts: false })}` }
    },
    { title: "A volume that no container mounts", files: { "orders.yaml": `${makes}---
${idle}` } },
    {
      title: "Only other pods mount it: a warning",
      files: {
        "orders.yaml": `${makes}---
${mounting({ environment: reading(mark11), mounts: false })}---
${mounting({ name: "invoices" })}`
      }
    },
    {
      title: "All of a Secret as environment, in a file of its own",
      files: {
        "class.yaml": makes,
        "orders.yaml": mounting({
          mounts: false,
          account: "",
          environment: `          envFrom:
            - secretRef:
                name: orders-login${mark11}
`
        })
      }
    }
  ],
  good: [
    { title: "The pods mount it", files: { "orders.yaml": `${makes}---
${mounting({ environment: reading() })}` } },
    {
      title: "Another Secret",
      files: { "orders.yaml": `${makes}---
${mounting({ environment: reads("orders-tls"), mounts: false })}` }
    },
    {
      title: "A Secret of another namespace",
      files: {
        "orders.yaml": `${makes}---
${mounting({ namespace: "billing", environment: reading(), mounts: false })}`
      }
    },
    {
      title: "Not needed to start",
      files: {
        "orders.yaml": `${makes}---
${mounting({ environment: reading().replace("key: password", "key: password\n                  optional: true"), mounts: false })}`
      }
    },
    {
      title: "A Secret of another provider",
      files: {
        "orders.yaml": `${secretClass({ secrets: synced(), provider: "vault" })}---
${mounting({ environment: reading(), mounts: false })}`
      }
    }
  ]
});

// src/rules/key-vault/storage-volume-client-id-missing.ts
var rule16 = defineRule({
  id: "storage-volume-client-id-missing",
  title: "A storage volume names no client id",
  group: "Key Vault and other controllers",
  why: "With mountWithWorkloadIdentityToken the file and blob drivers exchange the token of the pod, and need the client id of the identity for it. They do not read it from the ServiceAccount: without clientID the mount fails.",
  remedy: "Add clientID beside it, with the client id of the managed identity.",
  severity: "warning",
  sources: ["kubernetes-sigs/blob-csi-driver and azurefile-csi-driver, docs/workload-identity"],
  *check(world) {
    for (const { owner, parameters } of volumesOf(world)) {
      const entries = parameters.entries();
      const token = entries.find(({ key }) => key.toLowerCase() === "mountwithworkloadidentitytoken");
      if (token?.text?.toLowerCase() !== "true") continue;
      const clientId2 = entries.find(({ key }) => key.toLowerCase() === "clientid");
      if (clientId2 && (clientId2.text || clientId2.node.type !== "scalar")) continue;
      yield {
        at: clientId2?.keyPlace ?? token.keyPlace,
        message: `${owner} mounts with the token of the pod and has no clientID.`
      };
    }
  }
});
var drivers = /* @__PURE__ */ new Set(["file.csi.azure.com", "blob.csi.azure.com"]);
function* volumesOf(world) {
  for (const object of world.objects) {
    const csi = object.kind === "PersistentVolume" ? object.root.get("spec", "csi") : void 0;
    const [driver2, parameters] = object.kind === "StorageClass" ? [object.root.get("provisioner"), object.root.get("parameters")] : [csi?.get("driver"), csi?.get("volumeAttributes")];
    if (parameters && drivers.has(driver2?.text ?? ""))
      yield { owner: `The ${object.kind} ${nameOf(object)}`, parameters };
  }
  for (const workload of world.workloads) {
    for (const volume2 of workload.templates.flatMap(({ spec }) => spec.get("volumes")?.items() ?? [])) {
      const parameters = volume2.get("csi", "volumeAttributes");
      if (!parameters || !drivers.has(volume2.get("csi", "driver")?.text ?? "")) continue;
      yield { owner: `A volume of the ${workload.kind} ${nameOf(workload)}`, parameters };
    }
  }
}
var mark12 = " #~ storage-volume-client-id-missing";
var storageClass = (parameters) => `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: documents}
provisioner: blob.csi.azure.com
parameters:
  storageAccount: contosodocuments
${parameters}`;
var volume = (attributes) => `apiVersion: v1
kind: PersistentVolume
metadata: {name: documents}
spec:
  capacity: {storage: 10Gi}
  accessModes: [ReadWriteMany]
  csi:
    driver: file.csi.azure.com
    volumeHandle: documents
    volumeAttributes:
      shareName: documents
${attributes}`;
var examples16 = defineExamples({
  bad: [
    {
      title: "A storage class",
      files: { "class.yaml": storageClass(`  mountWithWorkloadIdentityToken: "true"${mark12}
`) }
    },
    {
      title: "A volume with an empty one",
      files: { "volume.yaml": volume(`      mountWithWorkloadIdentityToken: "true"
      clientID: ""${mark12}
`) }
    },
    {
      title: "An inline volume",
      files: {
        "pod.yaml": `apiVersion: v1
kind: Pod
metadata: {name: reader, namespace: shop}
spec:
  serviceAccountName: reader
  containers:
    - name: reader
      image: "registry.example/reader:1"
      volumeMounts: [{name: documents, mountPath: /documents}]
  volumes:
    - name: documents
      csi:
        driver: blob.csi.azure.com
        volumeAttributes:
          containerName: documents
          mountWithWorkloadIdentityToken: "true"${mark12}
`
      }
    }
  ],
  good: [
    {
      title: "With a client id",
      files: {
        "class.yaml": storageClass(
          '  mountWithWorkloadIdentityToken: "true"\n  clientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11\n'
        )
      }
    },
    {
      title: "In other letter case, filled in later",
      files: {
        "volume.yaml": volume('      mountWithWorkloadIdentityToken: "true"\n      clientid: ${CLIENT_ID}\n')
      }
    },
    { title: "Switched off", files: { "class.yaml": storageClass('  mountWithWorkloadIdentityToken: "false"\n') } }
  ]
});

// src/model/pod-identity.ts
function modeOf(components) {
  const operations = new Set(components.flatMap(({ operation }) => operation ?? []));
  if (operations.size !== 1) return "unknown";
  if (operations.has("managed")) return "managed";
  const settings2 = components.flatMap(({ forceNamespaced }) => forceNamespaced ?? []);
  if (settings2.some(({ value }) => value === true)) return "namespaced";
  return settings2.some(({ value }) => value === void 0) ? "unknown" : "standard";
}

// src/manifests/pod-identity.ts
var podIdentityGroup = "aadpodidentity.k8s.io";
var systems = /* @__PURE__ */ new WeakMap();
function podIdentityOf(world) {
  let system = systems.get(world);
  if (!system) {
    system = readSystem(world);
    systems.set(world, system);
  }
  return system;
}
function modeNear(world, object) {
  return modeOf(
    podIdentityOf(world).components.filter((component) => world.sees(object.manifest, component.object.manifest))
  );
}
function readSystem(world) {
  const ofKind = (kind) => world.objects.filter((object) => object.group === podIdentityGroup && object.kind === kind);
  const clusters = world.objects.flatMap((object) => addOnProfile(object) ?? []);
  const components = componentsOf(world);
  return {
    identities: ofKind("AzureIdentity").map(readIdentity),
    bindings: ofKind("AzureIdentityBinding").map(readBinding),
    exceptions: ofKind("AzurePodIdentityException").map((object) => ({
      object,
      podLabels: object.root.get("spec", "podLabels")?.entries() ?? []
    })),
    assigned: ofKind("AzureAssignedIdentity"),
    components,
    otherSelectors: [...clusters.flatMap(addOnSelectors), ...components.flatMap(chartSelectors)],
    addOnIdentities: clusters.map((profile) => profile.get("userAssignedIdentities")?.items() ?? []),
    addOnExceptions: clusters.map((profile) => profile.get("userAssignedIdentityExceptions")?.items() ?? []),
    kubenet: [...world.objects.flatMap((object) => kubenetPlugin(object) ?? []), ...allowingKubenet(components)]
  };
}
function readIdentity(object) {
  const spec = object.root.get("spec");
  const typeField = spec?.get("type");
  const type = typeField === void 0 ? 0 : Number(typeField.text);
  return {
    object,
    type: Number.isInteger(type) ? type : void 0,
    typeField,
    resourceId: spec?.get("resourceID"),
    clientId: spec?.get("clientID"),
    namespaced: entryOf(object.metadata.annotations, `${podIdentityGroup}/Behavior`)?.string === "namespaced"
  };
}
function readBinding(object) {
  const identityField = object.root.get("spec", "azureIdentity");
  const selectorField = object.root.get("spec", "selector");
  return {
    object,
    identityField,
    identity: textIn(identityField),
    selectorField,
    selector: textIn(selectorField)
  };
}
function textIn(field) {
  return field?.text ? readPlaceholders(field.text) : void 0;
}
function addOnProfile(object) {
  return object.kind === "ManagedCluster" ? object.root.get("spec", "podIdentityProfile") : void 0;
}
function addOnSelectors(profile) {
  return (profile.get("userAssignedIdentities")?.items() ?? []).flatMap(
    (identity3) => textIn(identity3.get("bindingSelector") ?? identity3.get("name")) ?? []
  );
}
function chartSelectors({ object, kind }) {
  if (kind !== "chart") return [];
  return chartValues(object).flatMap((values) => {
    const identities = values.get("azureIdentities");
    return [...identities?.items() ?? [], ...identities?.entries() ?? []].flatMap(
      (identity3) => textIn(identity3.get("binding", "selector")) ?? []
    );
  });
}
function kubenetPlugin(object) {
  if (object.kind !== "ManagedCluster") return void 0;
  const plugin = object.root.get("spec", "networkProfile", "networkPlugin");
  return plugin?.text === "kubenet" ? plugin : void 0;
}
function allowingKubenet(components) {
  return components.flatMap(({ kubenetAllowed }) => kubenetAllowed?.value ? [kubenetAllowed.at] : []);
}
function podIdentityLabelIn(labels) {
  const label2 = entryOf(labels, podIdentityLabel);
  return label2?.text ? label2 : void 0;
}

// src/rules/pod-identity/net-raw-allowed.ts
var rule17 = defineRule({
  id: "net-raw-allowed",
  title: "Containers keep NET_RAW beside pod identity",
  group: "Pod identity and migration",
  why: "NMI knows a pod by its address. On kubenet a container with NET_RAW, which is there by default, can spoof the address of another pod and take its tokens.",
  remedy: "Drop NET_RAW (or ALL) in securityContext.capabilities of every container, and keep it dropped with a constraint; the real end is workload identity.",
  severity: "warning",
  sources: [
    "azure-aks-docs use-azure-ad-pod-identity.md (kubenet mitigation)",
    "open-policy-agent/gatekeeper-library, pod-security-policy/capabilities"
  ],
  *check(world) {
    const { kubenet } = podIdentityOf(world);
    const guards = world.objects.filter((object) => requiresDrop(object) || isRestricted(object));
    for (const workload of world.workloads) {
      if (isClusterNamespace(literalOf(workload.namespace))) continue;
      const plugin = kubenet.find((field) => world.sees(field.manifest, workload.manifest));
      for (const template of workload.templates) {
        const reason = plugin ?? podIdentityLabelIn(template.metadata.labels);
        if (!reason || !template.complete || template.spec.get("hostNetwork")?.value === true) continue;
        const container = template.containers.find(keepsNetRaw);
        if (!container || guards.some((guard) => keepsFrom(world, guard, workload))) continue;
        yield {
          at: container.field.get("name") ?? template.anchor,
          message: `The container "${container.name}" of the ${workload.kind} ${nameOf(workload)} keeps NET_RAW${plugin ? ", and the cluster is declared to use kubenet" : ", and its pods use pod identity"}.`,
          related: [{ at: reason.keyPlace, note: plugin ? "kubenet" : "pod identity" }]
        };
      }
    }
  }
});
function keepsNetRaw({ field }) {
  const context = field.get("securityContext");
  if (context?.get("privileged")?.value === true) return true;
  const named2 = (key) => (context?.get("capabilities", key)?.items() ?? []).map(
    (item) => (item.text ?? "").toUpperCase().replace(/^CAP_/, "")
  );
  if (named2("add").some((name) => name === "NET_RAW" || name === "ALL")) return true;
  return !named2("drop").some((name) => name === "NET_RAW" || name === "ALL");
}
function keepsFrom(world, guard, workload) {
  return world.sees(guard.manifest, workload.manifest) && (guard.kind !== "Namespace" || compareTexts(guard.name, workload.namespace) !== "different");
}
function requiresDrop(object) {
  if (object.kind !== "K8sPSPCapabilities") return false;
  const required = object.root.get("spec", "parameters", "requiredDropCapabilities")?.items() ?? [];
  return required.some((item) => /^(?:NET_RAW|ALL)$/.test(item.text ?? ""));
}
function isRestricted(object) {
  if (object.kind !== "Namespace" || object.group !== "") return false;
  return entryOf(object.metadata.labels, "pod-security.kubernetes.io/enforce")?.text === "restricted";
}
var plain = (name, label2) => pods({ name, label: label2 }).replace(/\n {10}securityContext: .*/, "").replace(`- name: ${name}`, `- name: ${name} #~ net-raw-allowed`);
var unmarked = (text) => text.replace(/ #~ .*/g, "");
var keptLabel2 = "aadpodidbinding: orders # idwire-ignore: pod-identity-label it moves in spring";
var cluster = `apiVersion: containerservice.azure.com/v1api20231001
kind: ManagedCluster
metadata: {name: shop, namespace: infrastructure}
spec:
  networkProfile: {networkPlugin: kubenet}
`;
var account3 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: invoices
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`;
var examples17 = defineExamples({
  bad: [
    { title: "Pods with pod identity", files: { "orders.yaml": plain("orders", keptLabel2) } },
    {
      title: "Kubenet is declared, and the pods have an identity",
      files: {
        "invoices.yaml": `${plain("invoices", 'azure.workload.identity/use: "true"').replace("      containers:", "      serviceAccountName: invoices\n      containers:")}---
${account3}`,
        "cluster.yaml": cluster
      }
    }
  ],
  good: [
    { title: "All capabilities dropped", files: { "orders.yaml": pods(), "cluster.yaml": cluster } },
    {
      title: "A constraint drops it",
      files: {
        "orders.yaml": unmarked(plain("orders", keptLabel2)),
        "constraint.yaml": `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sPSPCapabilities
metadata: {name: drop-net-raw}
spec:
  match: {kinds: [{apiGroups: [""], kinds: [Pod]}]}
  parameters:
    allowedCapabilities: ["*"]
    requiredDropCapabilities: [NET_RAW]
`
      }
    },
    {
      title: "The namespace enforces the restricted level",
      files: {
        "orders.yaml": unmarked(plain("orders", keptLabel2)),
        "namespace.yaml": `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: {pod-security.kubernetes.io/enforce: restricted}
`
      }
    },
    { title: "No pod identity, no kubenet", files: { "orders.yaml": unmarked(plain("orders", "")) } }
  ]
});

// src/rules/pod-identity/pod-identity-assigned-committed.ts
var rule18 = defineRule({
  id: "pod-identity-assigned-committed",
  title: "An AzureAssignedIdentity is in the repository",
  group: "Pod identity and migration",
  why: "MIC writes an AzureAssignedIdentity for each running pod and deletes it with the pod. One that is applied from a repository names a pod that is gone, and MIC and NMI take it for a real assignment.",
  remedy: "Delete the object from the repository; nothing but MIC may write it.",
  severity: "error",
  sources: ["Azure/aad-pod-identity website, concepts: AzureAssignedIdentity"],
  *check(world) {
    for (const object of podIdentityOf(world).assigned) {
      const pod3 = object.root.get("spec", "pod")?.text;
      yield {
        at: object.root.get("kind") ?? object.root,
        message: `The AzureAssignedIdentity ${nameOf(object)} is the record of one assignment${pod3 ? `, of the pod "${pod3}"` : ""}: MIC alone writes it.`,
        about: cause("pod identity resource", object)
      };
    }
  }
});
var examples18 = defineExamples({
  bad: [
    {
      title: "Exported from a cluster together with the rest",
      files: {
        "assigned.yaml": `apiVersion: aadpodidentity.k8s.io/v1
kind: AzureAssignedIdentity #~ pod-identity-assigned-committed
metadata:
  name: orders-6c9f7d-x2v4k-shop-orders
  namespace: shop
spec:
  azureBindingRef: {name: orders, namespace: shop}
  azureIdentityRef: {name: orders, namespace: shop}
  nodename: aks-nodepool1-0
  pod: orders-6c9f7d-x2v4k
  podNamespace: shop
`
      }
    }
  ],
  good: [
    {
      title: "The right to read them",
      files: {
        "role.yaml": `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: assigned-identity-reader
rules:
  - apiGroups: [aadpodidentity.k8s.io]
    resources: [azureassignedidentities]
    verbs: [get, list, watch]
`
      }
    }
  ]
});

// src/manifests/pod-identity-pods.ts
function podsWithLabel(world) {
  return world.workloads.flatMap(
    (workload) => workload.templates.flatMap((template) => {
      const label2 = podIdentityLabelIn(template.metadata.labels);
      return label2 ? [{ workload, template, label: label2 }] : [];
    })
  );
}
function bindingsFor(world, { workload, label: label2 }) {
  const wanted = readPlaceholders(label2.text ?? "");
  return podIdentityOf(world).bindings.flatMap((binding3) => {
    if (!binding3.selector || !world.sees(workload.manifest, binding3.object.manifest)) return [];
    const selector = compareTexts(wanted, binding3.selector);
    if (selector === "different") return [];
    return [{ binding: binding3, selector, namespace: compareNamespaces(workload, binding3.object) }];
  });
}
function identitiesOf(world, binding3) {
  const { identity: identity3 } = binding3;
  if (!identity3) return [];
  return podIdentityOf(world).identities.filter(
    ({ object }) => world.sees(binding3.object.manifest, object.manifest) && compareTexts(identity3, object.name) !== "different" && compareNamespaces(binding3.object, object) !== "different"
  );
}

// src/rules/pod-identity/pod-identity-binding-dangling.ts
var rule19 = defineRule({
  id: "pod-identity-binding-dangling",
  title: "A binding names no identity of its namespace",
  group: "Pod identity and migration",
  why: "MIC and NMI look the AzureIdentity up in the namespace of the binding, in every mode. When it is not there, the binding is passed over with a log line, and its pods get no token.",
  remedy: "Name an AzureIdentity of the same namespace, or put the identity there.",
  severity: "error",
  sources: ["Azure/aad-pod-identity pkg/mic/mic.go, pkg/crd/crd.go (identities by namespace and name)"],
  *check(world) {
    for (const binding3 of podIdentityOf(world).bindings) {
      if (!binding3.identity || !binding3.identityField || identitiesOf(world, binding3).length > 0) continue;
      const observation = observe2(world, binding3, writtenText(binding3.identity));
      if (observation) yield observation;
    }
  }
});
function observe2(world, binding3, name) {
  const { object, identityField, identity: wanted } = binding3;
  const inSight = podIdentityOf(world).identities.filter((item) => world.sees(object.manifest, item.object.manifest));
  if (inSight.length === 0 || !identityField || !wanted) return void 0;
  const elsewhere3 = inSight.find((item) => compareTexts(wanted, item.object.name) === "same");
  const neighbour = inSight.find((item) => compareNamespaces(object, item.object) === "same");
  const shown = elsewhere3 ?? neighbour;
  return {
    at: identityField,
    message: elsewhere3 ? `The binding ${nameOf(object)} names the AzureIdentity "${name}", which is only ${nameOf(elsewhere3.object)}: identities are looked up in the binding's own namespace.` : `The binding ${nameOf(object)} names the AzureIdentity "${name}", which is not among those of its namespace.`,
    // Nothing of that name or namespace here: the identities of that namespace can be declared in another repository.
    severity: shown && world.complete ? "error" : "warning",
    ...shown && {
      related: [
        {
          at: shown.object.metadata.nameField ?? shown.object.root,
          note: elsewhere3 ? "the identity of that name" : "an identity of that namespace"
        }
      ]
    }
  };
}
var names = (name) => `  azureIdentity: ${name}
  selector: orders
`;
var mark13 = " #~ pod-identity-binding-dangling";
var examples19 = defineExamples({
  bad: [
    {
      title: "No identity of that name",
      files: { "identity.yaml": `${identity()}---
${binding(names(`order${mark13}`))}` }
    },
    {
      title: "The identity is in another namespace",
      files: { "identity.yaml": `${identity()}---
${binding(names(`orders${mark13}`), { namespace: "billing" })}` }
    },
    {
      title: "A namespace whose identities are not here: a warning",
      files: { "identity.yaml": `${identity()}---
${binding(names(`invoices${mark13}`), { namespace: "billing" })}` }
    }
  ],
  good: [
    { title: "Same namespace", files: { "identity.yaml": `${identity()}---
${binding()}` } },
    { title: "No identity in the repository at all: the add-on makes them", files: { "binding.yaml": binding() } },
    {
      title: "Filled in later",
      files: { "identity.yaml": `${identity()}---
${binding(names("${IDENTITY_NAME}"))}` }
    }
  ]
});

// src/rules/guid.ts
var guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
function describeNotGuid(text) {
  if (/^0[0-]*$/.test(text)) return { description: "only zeros" };
  if (guid.test(text)) return void 0;
  const inner = text.trim().replace(/^[{("']+|[})"']+$/g, "").trim();
  if (guid.test(inner)) return { description: "a GUID with more around it", guid: inner };
  if (/^\/?subscriptions\//i.test(text)) return { description: "a resource id" };
  if (/^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$/i.test(text)) {
    return { description: "shaped like a GUID but with letters that none has" };
  }
  if (isLeftover(text)) {
    return { description: "a leftover that nobody filled in" };
  }
  return { description: "not a GUID" };
}
function isLeftover(text) {
  return /^(?:TB[AD]|TODO|FIXME|XXX+|CHANGE[-_]?ME|PLACEHOLDER|REPLACE[-_]?ME|UNKNOWN|NONE)$/i.test(text);
}

// src/rules/pod-identity/pod-identity-client-id-not-a-guid.ts
var rule20 = defineRule({
  id: "pod-identity-client-id-not-a-guid",
  title: "The client id of an AzureIdentity is not a GUID",
  group: "Pod identity and migration",
  why: "NMI compares this text with the client id that an application asks for, and asks Azure for a token of it. A name or a resource id matches nothing.",
  remedy: "Write the client id of the managed identity (`az identity show --query clientId`).",
  severity: "error",
  sources: ["Azure/aad-pod-identity pkg/nmi (identity by client id, case-sensitive)"],
  *check(world) {
    for (const { object, clientId: id5 } of podIdentityOf(world).identities) {
      if (!id5?.text || hasPlaceholder(id5.text)) continue;
      const fault = describeNotGuid(id5.text);
      if (!fault) continue;
      yield {
        at: id5,
        message: `The clientID of the AzureIdentity ${nameOf(object)} is ${fault.description}: "${id5.text}".`,
        ...fault.guid && { fix: { safety: "safe", repairs: [{ kind: "set-text", at: id5, text: fault.guid }] } }
      };
    }
  }
});
var mark14 = " #~ pod-identity-client-id-not-a-guid";
var withId = (id5) => identity(`  type: 0
  resourceID: ${resourceId}
  clientID: ${id5}
`);
var examples20 = defineExamples({
  bad: [
    { title: "A name", files: { "identity.yaml": withId(`id-orders${mark14}`) } },
    { title: "The resource id", files: { "identity.yaml": withId(`${resourceId}${mark14}`) } },
    { title: "Only zeros", files: { "identity.yaml": withId(`"00000000-0000-0000-0000-000000000000"${mark14}`) } }
  ],
  good: [
    { title: "A GUID", files: { "identity.yaml": withId(clientId.toUpperCase()) } },
    { title: "Filled in later", files: { "identity.yaml": withId("${IDENTITY_CLIENT_ID}") } },
    { title: "Angle brackets, replaced by a script", files: { "identity.yaml": withId("<client-id>") } }
  ]
});

// src/rules/pod-identity/pod-identity-components.ts
var rule21 = defineRule({
  id: "pod-identity-components",
  title: "Pod identity is installed",
  group: "Pod identity and migration",
  why: "MIC and NMI are archived, and support of the add-on ended in September 2025. NMI intercepts every request for a token on the node, so that its faults are those of all pods there; on kubenet a pod can pose as another, since nothing keeps it from spoofing addresses.",
  remedy: "Move the pods to workload identity, then remove the components (`az aks update --disable-pod-identity` for the add-on) and the roles that the cluster had for them.",
  severity: "warning",
  sources: [
    "Azure/aad-pod-identity cmd/mic, cmd/nmi and charts/aad-pod-identity/values.yaml",
    "azure-aks-docs use-azure-ad-pod-identity.md"
  ],
  *check(world) {
    for (const component of podIdentityOf(world).components) {
      yield { at: component.at, message: presence(component) };
      yield* settings(component);
    }
  }
});
function presence(component) {
  const { object, kind, operation, forceNamespaced } = component;
  const owner = `${object.kind} ${nameOf(object)}`;
  const everywhere3 = (kind === "mic" || kind === "chart") && operation === "standard" && forceNamespaced === void 0 ? "; forceNamespaced is not set, so that bindings match pods of every namespace" : "";
  const says = {
    mic: `The ${owner} runs MIC of retired pod identity${everywhere3}.`,
    nmi: `The ${owner} runs NMI of retired pod identity in ${operation} mode.`,
    chart: `The ${owner} installs the chart of retired pod identity${everywhere3}.`,
    "add-on": `The ${owner} switches on the pod identity add-on of AKS, which is retired.`,
    command: `The ${owner} runs a command with --enable-pod-identity, which switches on a retired add-on.`
  };
  return says[kind];
}
function* settings({
  object,
  kind,
  forceNamespaced,
  kubenetAllowed,
  headerRequired
}) {
  const owner = `${object.kind} ${nameOf(object)}`;
  if (forceNamespaced?.value === false) {
    yield {
      at: forceNamespaced.at,
      message: `The ${owner} switches forceNamespaced off: bindings match pods of every namespace.`,
      remedy: "Set it to true, unless pods of other namespaces are meant."
    };
  }
  if (kubenetAllowed?.value && kind !== "command") {
    yield {
      at: kubenetAllowed.at,
      message: `The ${owner} allows pod identity on kubenet, where a pod with NET_RAW can pose as another and take its identity.`,
      remedy: "Use another network plugin, or keep NET_RAW from all pods with a constraint."
    };
  }
  if (headerRequired?.value === false) {
    yield {
      at: headerRequired.at,
      message: `The ${owner} lets requests without the header "Metadata: true" through: a request that an application is tricked into making can fetch a token.`,
      remedy: "Leave the check on, as it is by default."
    };
  }
}
var mark15 = " #~ pod-identity-components";
var release2 = (values) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease${mark15}
metadata: {name: aad-pod-identity, namespace: kube-system}
spec:
  chart:
    spec:
      chart: aad-pod-identity
      sourceRef: {kind: HelmRepository, name: aad-pod-identity}
  values:
${values}`;
var examples21 = defineExamples({
  bad: [
    {
      title: "Both, in standard mode, with every guard off",
      files: {
        "mic.yaml": mic([], mark15),
        "nmi.yaml": nmi(
          [
            `--forceNamespaced=false${mark15}`,
            `--allow-network-plugin-kubenet=true${mark15}`,
            `--metadata-header-required=false${mark15}`
          ],
          mark15
        )
      }
    },
    { title: "NMI in managed mode", files: { "nmi.yaml": nmi(["--operation-mode=managed"], mark15) } },
    {
      title: "The chart",
      files: {
        "release.yaml": release2(`    forceNamespaced: "false"${mark15}
    nmi:
      allowNetworkPluginKubenet: true${mark15}
`)
      }
    },
    {
      title: "The add-on, declared and by command",
      files: {
        "cluster.yaml": `apiVersion: containerservice.azure.com/v1api20231001
kind: ManagedCluster
metadata: {name: shop, namespace: infrastructure}
spec:
  podIdentityProfile:
    enabled: true${mark15}
    allowNetworkPluginKubenet: true${mark15}
`,
        "job.yaml": `apiVersion: batch/v1
kind: Job
metadata: {name: enable, namespace: infrastructure}
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: enable
          image: mcr.microsoft.com/azure-cli:2.60.0
          securityContext: {capabilities: {drop: [ALL]}}
          command: [bash, -c]
          args:
            - az aks update --name shop --resource-group shop --enable-pod-identity${mark15}
`
      }
    }
  ],
  good: [
    {
      title: "Switching it off",
      files: {
        "cluster.yaml": `apiVersion: containerservice.azure.com/v1api20231001
kind: ManagedCluster
metadata: {name: shop, namespace: infrastructure}
spec:
  podIdentityProfile: {enabled: false}
`,
        "job.yaml": `apiVersion: batch/v1
kind: Job
metadata: {name: disable, namespace: infrastructure}
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: disable
          image: mcr.microsoft.com/azure-cli:2.60.0
          securityContext: {capabilities: {drop: [ALL]}}
          command: [bash, -c]
          args:
            - |
              # once: az aks update --enable-pod-identity
              az aks update --name shop --resource-group shop --disable-pod-identity
`
      }
    },
    { title: "Kept for a stated reason", files: { "nmi.yaml": nmi(["--operation-mode=managed"]) } }
  ]
});

// src/rules/pod-identity/pod-identity-cross-namespace.ts
var rule22 = defineRule({
  id: "pod-identity-cross-namespace",
  title: "Pods use an identity of another namespace",
  group: "Pod identity and migration",
  why: "In standard mode a binding matches pods of every namespace: whoever may create pods anywhere in the cluster can take the identity by writing its selector as a label. Workload identity has no such thing, so that a move needs a decision about whose identity it is.",
  remedy: "Give the pods an identity of their own namespace, or annotate the AzureIdentity with `aadpodidentity.k8s.io/Behavior: namespaced`, and set forceNamespaced for all.",
  severity: "warning",
  sources: [
    "Azure/aad-pod-identity pkg/mic/mic.go (createDesiredAssignedIdentityList), documentation: match pods in namespace"
  ],
  *check(world) {
    for (const pods15 of podsWithLabel(world)) {
      const mode = modeNear(world, pods15.workload);
      if (mode === "managed" || mode === "namespaced") continue;
      const matches = bindingsFor(world, pods15);
      const foreign2 = matches.find(
        (match) => match.selector === "same" && match.namespace === "different" && !isDropped(match)
      );
      const own = matches.some(({ namespace: namespace2 }) => namespace2 !== "different");
      if (!foreign2 || mode === "unknown" && own) continue;
      const { object, selectorField } = foreign2.binding;
      yield {
        at: pods15.label,
        message: `Pods of the ${pods15.workload.kind} ${nameOf(pods15.workload)} match the binding ${nameOf(object)}, and so use an identity of namespace "${writtenText(object.namespace)}".`,
        confidence: mode === "standard" ? "high" : "medium",
        related: [{ at: selectorField ?? object.root, note: "the binding" }]
      };
    }
    function isDropped({ binding: candidate }) {
      const identities = identitiesOf(world, candidate);
      return identities.length > 0 && identities.every(({ namespaced }) => namespaced);
    }
  }
});
var elsewhere = { namespace: "billing" };
var foreign = (annotations = "") => `---
${identity(void 0, { ...elsewhere, annotations })}---
${binding(void 0, elsewhere)}`;
var marked2 = pods({ label: "aadpodidbinding: orders #~ pod-identity-label pod-identity-cross-namespace" });
var examples22 = defineExamples({
  bad: [
    {
      title: "In standard mode",
      files: { "orders.yaml": `${marked2}${foreign()}`, "mic.yaml": mic(), "nmi.yaml": nmi() }
    },
    { title: "Nothing tells the mode", files: { "orders.yaml": `${marked2}${foreign()}` } }
  ],
  good: [
    {
      title: "Within one namespace",
      files: { "orders.yaml": `${pods()}---
${identity()}---
${binding()}`, "mic.yaml": mic() }
    },
    {
      title: "The identity keeps to its namespace",
      files: {
        "orders.yaml": `${pods()}${foreign("  annotations: {aadpodidentity.k8s.io/Behavior: namespaced}\n")}---
${identity()}---
${binding()}`,
        "mic.yaml": mic()
      }
    },
    {
      title: "All identities keep to their namespaces",
      files: {
        "orders.yaml": `${pods()}${foreign()}---
${identity()}---
${binding()}`,
        "mic.yaml": mic(["--forceNamespaced=true"])
      }
    }
  ]
});

// src/rules/pod-identity-fields.ts
var fields = {
  AzureIdentity: [
    "type",
    "resourceID",
    "clientID",
    "clientPassword",
    "tenantID",
    "auxiliaryTenantIDs",
    "adResourceID",
    "adEndpoint",
    "replicas"
  ],
  AzureIdentityBinding: ["azureIdentity", "selector", "weight"],
  AzurePodIdentityException: ["podLabels"]
};
function legacyFields(object) {
  const spec = object.root.get("spec");
  const known = fields[object.kind] ?? [];
  return (spec?.entries() ?? []).flatMap((field) => {
    const wanted = known.find((name) => name.toLowerCase() === field.key.toLowerCase());
    if (!wanted || wanted === field.key) return [];
    return [{ field, wanted, repeated: spec?.get(wanted) !== void 0 }];
  });
}

// src/rules/pod-identity/pod-identity-empty-selector.ts
var rule23 = defineRule({
  id: "pod-identity-empty-selector",
  title: "A binding has no selector",
  group: "Pod identity and migration",
  why: "In managed mode NMI compares the selector with the label of a pod, and a pod without the label has the empty one: such a binding hands the identity to every unlabelled pod of its namespace. In standard mode it matches nothing.",
  remedy: "Give the binding a selector, or delete it.",
  severity: "warning",
  sources: ["Azure/aad-pod-identity pkg/crd/crd.go (GetPodIDsWithBinding), pkg/mic/mic.go"],
  *check(world) {
    for (const { object, selectorField } of podIdentityOf(world).bindings) {
      if (selectorField?.text || legacyFields(object).some(({ wanted }) => wanted === "selector")) continue;
      const mode = modeNear(world, object);
      const consequence = {
        managed: "every unlabelled pod of its namespace may use the identity",
        standard: "it matches no pod",
        namespaced: "it matches no pod",
        unknown: "it matches no pod in standard mode, and every unlabelled pod of its namespace in managed mode"
      }[mode];
      yield {
        at: selectorField?.keyPlace ?? object.metadata.nameField ?? object.root,
        message: `The selector of the binding ${nameOf(object)} is empty: ${consequence}.`,
        severity: mode === "managed" ? "error" : "warning"
      };
    }
  }
});
var mark16 = " #~ pod-identity-empty-selector";
var examples23 = defineExamples({
  bad: [
    {
      title: "Empty",
      files: { "identity.yaml": `${identity()}---
${binding(`  azureIdentity: orders
  selector: ""${mark16}
`)}` }
    },
    {
      title: "Absent, in managed mode: an error",
      files: {
        "identity.yaml": `${identity()}---
${binding("  azureIdentity: orders\n", { name: `bound${mark16}` })}`,
        "nmi.yaml": nmi(["--operation-mode=managed"])
      }
    }
  ],
  good: [
    { title: "With a selector", files: { "identity.yaml": `${identity()}---
${binding()}` } },
    {
      title: "Filled in later",
      files: {
        "identity.yaml": `${identity()}---
${binding("  azureIdentity: orders\n  selector: ${SELECTOR}\n")}`
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-exception-broad.ts
var rule24 = defineRule({
  id: "pod-identity-exception-broad",
  title: "A pod identity exception is broad",
  group: "Pod identity and migration",
  why: "Pods of an exception reach the instance metadata service of the node, and get a token of any identity of that node, its system-assigned one included. One of the labels is enough, and letter case does not count.",
  remedy: "Give the exception one label that only the pods in question carry, or delete it: workload identity needs none.",
  severity: "warning",
  sources: ["Azure/aad-pod-identity pkg/pod/pod.go (IsPodExcepted), pkg/nmi/server/server.go"],
  *check(world) {
    for (const item of podIdentityOf(world).exceptions) {
      if (isShipped(item)) continue;
      const observation = matching(world, item) ?? general(item);
      if (observation) yield observation;
    }
  }
});
function isShipped({ object }) {
  const name = literalOf(object.name) ?? "";
  return /^(?:mic|nmi|aks-addon|aad-pod-identity-mic)-exception$/.test(name) || isClusterNamespace(literalOf(object.namespace));
}
function matching(world, { object, podLabels }) {
  const candidates2 = world.workloads.filter(
    (workload) => world.sees(object.manifest, workload.manifest) && compareNamespaces(object, workload) === "same"
  ).flatMap((workload) => workload.templates.map((template) => ({ workload, template })));
  for (const pair of podLabels) {
    if (!pair.text || hasPlaceholder(pair.text)) continue;
    const pod3 = candidates2.find((candidate) => carries(candidate, pair) && hasIdentity(world, candidate));
    if (!pod3) continue;
    return {
      at: pair,
      message: `The exception ${nameOf(object)} matches pods of the ${pod3.workload.kind} ${nameOf(pod3.workload)} by ${pair.key}: ${pair.text}; they have an identity of their own, and get those of the node as well.`,
      related: [{ at: pod3.template.anchor.keyPlace, note: "the labels of these pods" }]
    };
  }
  return void 0;
}
function carries({ template }, pair) {
  return template.metadata.labels.some(
    (label2) => label2.key === pair.key && label2.text?.toLowerCase() === pair.text?.toLowerCase()
  );
}
function hasIdentity(world, { workload, template }) {
  return podIdentityLabelIn(template.metadata.labels) !== void 0 || isLabelled(template) || accountsFor(world, workload, template).some(({ account: account10, certain }) => certain && account10.clientId?.text);
}
var generalKey = /^(?:tier|team|owner|env|environment|stage|role|component|project|release|heritage|chart|helm\.sh\/chart|app\.kubernetes\.io\/(?:part-of|managed-by|component))$/i;
var generalWord = /^(?:app|application|web|website|api|backend|back-end|frontend|front-end|service|server|worker|default|true|enabled)$/i;
function general({ object, podLabels }) {
  const pair = podLabels.find((label2) => generalKey.test(label2.key) || generalWord.test(label2.text ?? ""));
  if (pair) {
    return {
      at: pair,
      message: `The exception ${nameOf(object)} matches every pod of its namespace with ${pair.key}: ${pair.text ?? ""}, a label that pods of many kinds carry.`
    };
  }
  const second2 = podLabels[1];
  return second2 && {
    at: second2.keyPlace,
    message: `The exception ${nameOf(object)} has ${podLabels.length} labels, and any one of them is enough to match a pod.`
  };
}
var mark17 = " #~ pod-identity-exception-broad";
var wired = `---
${identity()}---
${binding()}`;
var examples24 = defineExamples({
  bad: [
    {
      title: "It matches pods with an identity, in another letter case",
      files: { "orders.yaml": `${pods()}${wired}---
${exception(`  podLabels:
    app: Orders${mark17}
`)}` }
    },
    {
      title: "A label of many pods",
      files: { "exception.yaml": exception(`  podLabels:
    tier: backend${mark17}
`) }
    },
    {
      title: "Two labels, of which one is enough",
      files: { "exception.yaml": exception(`  podLabels:
    app: report
    batch-id: nightly${mark17}
`) }
    }
  ],
  good: [
    { title: "One exact label", files: { "exception.yaml": exception("  podLabels:\n    batch-id: nightly\n") } },
    {
      title: "The one that MIC needs",
      files: {
        "exception.yaml": exception("  podLabels: {app: mic, component: mic}\n", {
          name: "mic-exception",
          namespace: "default"
        })
      }
    },
    {
      title: "The pods are in another namespace",
      files: {
        "orders.yaml": `${pods()}${wired}---
${exception("  podLabels: {app: orders}\n", { namespace: "billing" })}`
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-label.ts
var rule25 = defineRule({
  id: "pod-identity-label",
  title: "Pods use retired pod identity",
  group: "Pod identity and migration",
  why: "The label asks NMI for tokens. AAD Pod Identity is retired: on a cluster without it these pods get no token, or that of the node.",
  remedy: 'Give the pods a ServiceAccount with the annotation azure.workload.identity/client-id and the label `azure.workload.identity/use: "true"`, create the federated credential, and drop this label once the pods are verified.',
  severity: "warning",
  sources: ["Azure/aad-pod-identity README", "azure-aks-docs workload-identity-migrate-from-pod-identity.md"],
  *check(world) {
    for (const { workload, template, label: label2 } of podsWithLabel(world)) {
      const own = template.metadata.field === workload.metadata.field ? void 0 : entryOf(workload.metadata.labels, podIdentityLabel);
      yield {
        at: label2.keyPlace,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} are labelled ${podIdentityLabel}: ${label2.text}, which asks retired pod identity for a token.`,
        ...own && { related: [{ at: own.keyPlace, note: "the same label, where nothing reads it" }] }
      };
    }
    for (const object of world.objects) {
      for (const values of chartValues(object)) {
        for (const label2 of entriesNamed(values, podIdentityLabel)) {
          if (!label2.text) continue;
          yield {
            at: label2.keyPlace,
            message: `The values of the ${object.kind} ${nameOf(object)} set ${podIdentityLabel}: ${label2.text}, which asks retired pod identity for a token.`
          };
        }
      }
    }
  }
});
var examples25 = defineExamples({
  bad: [
    {
      title: "On the pods of a Deployment",
      files: {
        "orders.yaml": `${pods({ label: "aadpodidbinding: orders #~ pod-identity-label" })}---
${identity()}---
${binding()}`
      }
    },
    {
      title: "In the values of a HelmRelease",
      files: {
        "release.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: external-dns, namespace: dns}
spec:
  values:
    podLabels:
      aadpodidbinding: external-dns #~ pod-identity-label
`
      }
    },
    {
      title: "On a template that is filled in later",
      files: {
        "vault.yml.tpl": `apiVersion: apps/v1
kind: Deployment
metadata: {name: vault}
spec:
  selector: {matchLabels: {app: vault}}
  template:
    metadata:
      labels:
        app: vault
        aadpodidbinding: \${POD_IDENTITY} #~ pod-identity-label
    spec:
      containers:
        - name: vault
          image: "registry.example/vault:1"
          securityContext: {capabilities: {drop: [NET_RAW]}}
`
      }
    }
  ],
  good: [
    { title: "Pods without it", files: { "orders.yaml": pods({ label: "" }) } },
    {
      title: "Empty: nothing is asked for",
      files: { "orders.yaml": pods({ label: 'aadpodidbinding: ""' }) }
    },
    {
      title: "Kept for a stated reason",
      files: {
        "orders.yaml": `${pods({ label: `aadpodidbinding: orders${kept("pod-identity-label")}` })}---
${identity()}---
${binding()}`
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-label-in-selector.ts
var immutable = /* @__PURE__ */ new Set(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"]);
var rule26 = defineRule({
  id: "pod-identity-label-in-selector",
  title: "The pod identity label is in an immutable selector",
  group: "Pod identity and migration",
  why: 'The selector of a workload never changes once it is created. Dropping the label from the pods and from the selector makes the API server refuse the update ("field is immutable"); dropping it from the pods alone leaves a selector that does not match.',
  remedy: "Plan to replace the workload: create it under a new name, or delete it and create it again, without the label in selector and template.",
  severity: "warning",
  sources: ["Kubernetes documentation, Deployment: label selector updates"],
  *check(world) {
    for (const workload of world.workloads) {
      if (workload.group !== "apps" || !immutable.has(workload.kind)) continue;
      const label2 = workload.root.get("spec", "selector", "matchLabels", podIdentityLabel);
      if (!label2) continue;
      yield {
        at: label2.keyPlace,
        message: `The selector of the ${workload.kind} ${nameOf(workload)} holds ${podIdentityLabel}: to drop the label, the object has to be replaced.`
      };
    }
  }
});
var deployment = (selector) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  selector:
    matchLabels:
      app: orders
${selector}  template:
    metadata:
      labels:
        app: orders
        aadpodidbinding: orders${kept("pod-identity-label")}
    spec:
      containers:
        - name: orders
          image: "registry.example/orders:1"
          securityContext: {capabilities: {drop: [ALL]}}
`;
var examples26 = defineExamples({
  bad: [
    {
      title: "In matchLabels",
      files: {
        "orders.yaml": deployment("      aadpodidbinding: orders #~ pod-identity-label-in-selector\n")
      }
    }
  ],
  good: [
    { title: "On the pods alone", files: { "orders.yaml": deployment("") } },
    {
      title: "In the selector of a Service, which can change",
      files: {
        "service.yaml": `apiVersion: v1
kind: Service
metadata: {name: orders, namespace: shop}
spec:
  selector: {aadpodidbinding: orders}
  ports: [{port: 80}]
`
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-label-misplaced.ts
var rule27 = defineRule({
  id: "pod-identity-label-misplaced",
  title: "The pod identity label is not on the pods",
  group: "Pod identity and migration",
  why: "MIC and NMI look at the labels of pods. A label on the Deployment alone reaches no pod: no identity is assigned, and the application gets no token.",
  remedy: "Move the pods to workload identity; until then put the label on the pod template.",
  severity: "error",
  sources: ["Azure/aad-pod-identity pkg/mic/mic.go (createDesiredAssignedIdentityList)"],
  *check(world) {
    for (const workload of world.workloads) {
      const label2 = podIdentityLabelIn(workload.metadata.labels);
      const [template] = workload.templates;
      if (!label2 || !template || template.metadata.field === workload.metadata.field || !template.complete) continue;
      if (workload.templates.some(({ metadata }) => entryOf(metadata.labels, podIdentityLabel))) continue;
      const moved = workload.templates.some(isLabelled);
      yield {
        at: label2.keyPlace,
        message: moved ? `The ${workload.kind} ${nameOf(workload)} still carries ${podIdentityLabel}, where it never did anything; its pods use workload identity.` : `${podIdentityLabel} is on the ${workload.kind} ${nameOf(workload)} and not on its pods, so that pod identity never sees it.`,
        severity: moved ? "note" : "error",
        ...moved && { remedy: "Delete the line." },
        related: [{ at: template.anchor.keyPlace, note: "the labels of the pods" }],
        fix: { safety: "safe", repairs: [{ kind: "remove-entry", at: label2 }] }
      };
    }
  }
});
var deployment2 = (own, template, account10 = "") => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
  labels:
    app: orders
${own}spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels:
        app: orders
${template}    spec:
${account10}      containers:
        - name: orders
          image: "registry.example/orders:1"
          securityContext: {capabilities: {drop: [ALL]}}
---
`;
var account4 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`;
var label = "    aadpodidbinding: orders";
var examples27 = defineExamples({
  bad: [
    {
      title: "On the Deployment only",
      files: {
        "orders.yaml": `${deployment2(`${label} #~ pod-identity-label-misplaced
`, "")}${identity()}---
${binding()}`
      }
    },
    {
      title: "Left behind on a Deployment that has moved: a note",
      files: {
        "orders.yaml": `${deployment2(
          `${label} #~ pod-identity-label-misplaced
`,
          '        azure.workload.identity/use: "true"\n',
          "      serviceAccountName: orders\n"
        )}${account4}`
      }
    }
  ],
  good: [
    {
      title: "On both",
      files: {
        "orders.yaml": `${deployment2(`${label}
`, `    ${label}${kept("pod-identity-label")}
`)}${identity()}---
${binding()}`
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-label-unbound.ts
var rule28 = defineRule({
  id: "pod-identity-label-unbound",
  title: "No binding selects the pods",
  group: "Pod identity and migration",
  why: "The label has to equal the selector of a binding, letter for letter. When none does, the pods get no identity, and their requests for tokens fail after some retries.",
  remedy: "Write the selector of the binding that is meant, in the same letter case.",
  severity: "warning",
  sources: ["Azure/aad-pod-identity pkg/mic/mic.go, pkg/crd/crd.go (GetPodIDsWithBinding)"],
  *check(world) {
    for (const pods15 of podsWithLabel(world)) {
      const { workload, label: label2 } = pods15;
      const inSight = podIdentityOf(world).bindings.filter(
        ({ object }) => world.sees(workload.manifest, object.manifest)
      );
      if (inSight.length === 0 || isBound(world, pods15)) continue;
      const near = inSight.find(({ selector }) => selector && sameWord(writtenText(selector), label2.text ?? ""));
      const elsewhere3 = bindingsFor(world, pods15)[0]?.binding;
      yield {
        at: label2,
        message: `No AzureIdentityBinding ${elsewhere3 ? "of its namespace " : ""}has the selector "${label2.text}", which pods of the ${workload.kind} ${nameOf(workload)} carry as ${podIdentityLabel}${near ? `; the binding ${nameOf(near.object)} has it in another letter case` : ""}${elsewhere3 ? `; that of ${nameOf(elsewhere3.object)} does not count in managed mode` : ""}.`,
        ...(near ?? elsewhere3)?.selectorField && {
          related: [{ at: (near ?? elsewhere3)?.selectorField ?? label2, note: "the selector that is nearest" }]
        }
      };
    }
  }
});
function isBound(world, pods15) {
  const wanted = readPlaceholders(pods15.label.text ?? "");
  if (podIdentityOf(world).otherSelectors.some((selector) => compareTexts(wanted, selector) !== "different"))
    return true;
  const managed = modeNear(world, pods15.workload) === "managed";
  return bindingsFor(world, pods15).some(({ namespace: namespace2 }) => !managed || namespace2 !== "different");
}
function sameWord(a, b) {
  return a.toLowerCase() === b.toLowerCase();
}
var labelled = (value) => pods({ label: `aadpodidbinding: ${value}${kept("pod-identity-label")}` }).replace(
  `${kept("pod-identity-label")}`,
  ` #~ pod-identity-label pod-identity-label-unbound`
);
var wired2 = `---
${identity()}---
${binding()}`;
var examples28 = defineExamples({
  bad: [
    { title: "Another word", files: { "orders.yaml": `${labelled("order")}${wired2}` } },
    { title: "Another letter case", files: { "orders.yaml": `${labelled("Orders")}${wired2}` } },
    {
      title: "A binding of another namespace, in managed mode",
      files: {
        "orders.yaml": `${labelled("orders")}---
${identity(void 0, { namespace: "billing" })}---
${binding(void 0, { namespace: "billing" })}`,
        "nmi.yaml": nmi(["--operation-mode=managed"])
      }
    }
  ],
  good: [
    { title: "The same word", files: { "orders.yaml": `${pods()}${wired2}` } },
    { title: "No binding in the repository: the add-on makes them", files: { "orders.yaml": pods() } },
    {
      title: "Filled in later",
      files: {
        "orders.yaml": `${pods({ label: `aadpodidbinding: \${SELECTOR}${kept("pod-identity-label")}` })}${wired2}`
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-legacy-field.ts
var rule29 = defineRule({
  id: "pod-identity-legacy-field",
  title: "A field is spelt as before pod identity 1.6",
  group: "Pod identity and migration",
  why: "Since 1.6.0 field names are case-sensitive, and since 1.8.0 the API server drops unknown ones without a word. MIC converted what was in clusters once, so that the cluster looks fine until the file is applied again: then the field is gone.",
  remedy: "Write the field as the resource definition spells it.",
  severity: "error",
  sources: ["Azure/aad-pod-identity changelog, v1.6.0 and v1.8.0"],
  *check(world) {
    const { identities, bindings, exceptions } = podIdentityOf(world);
    for (const { object } of [...identities, ...bindings, ...exceptions]) {
      for (const { field, wanted, repeated } of legacyFields(object)) {
        yield {
          at: field.keyPlace,
          message: repeated ? `The ${object.kind} ${nameOf(object)} has "${field.key}" beside "${wanted}"; only the latter is read.` : `The ${object.kind} ${nameOf(object)} has "${field.key}" where the field is called "${wanted}"; the API server drops it.`,
          severity: repeated ? "warning" : "error",
          ...repeated ? {} : { fix: { safety: "safe", repairs: [{ kind: "rename-key", at: field, key: wanted }] } }
        };
      }
    }
  }
});
var mark18 = " #~ pod-identity-legacy-field";
var examples29 = defineExamples({
  bad: [
    {
      title: "All of the old spelling",
      files: {
        "identity.yaml": `${identity(`  type: 0
  ResourceID: ${resourceId}${mark18}
  ClientID: ${clientId}${mark18}
`)}---
${binding(`  AzureIdentity: orders${mark18}
  Selector: orders${mark18}
`)}---
${exception(`  PodLabels: {batch-id: nightly}${mark18}
`)}`
      }
    },
    {
      title: "Both spellings: a warning",
      files: {
        "identity.yaml": identity(
          `  type: 0
  resourceID: ${resourceId}
  clientID: ${clientId}
  ClientID: ${clientId}${mark18}
`
        )
      }
    }
  ],
  good: [
    {
      title: "The present spelling",
      files: {
        "identity.yaml": `${identity()}---
${binding()}---
${exception("  podLabels: {batch-id: nightly}\n")}`
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-limit.ts
var limit = 200;
var rule30 = defineRule({
  id: "pod-identity-limit",
  title: "More than the pod identity add-on takes",
  group: "Pod identity and migration",
  why: "The add-on takes 200 identities and 200 exceptions in one cluster; what goes beyond is refused.",
  remedy: "Move workloads to workload identity, which has no such limit in the cluster.",
  severity: "error",
  sources: ["azure-aks-docs use-azure-ad-pod-identity.md (limitations)"],
  *check(world) {
    const { identities, exceptions, addOnIdentities, addOnExceptions } = podIdentityOf(world);
    yield* overLimit(
      world,
      "AzureIdentity objects",
      identities.map(({ object }) => object)
    );
    yield* overLimit(
      world,
      "AzurePodIdentityException objects",
      exceptions.map(({ object }) => object)
    );
    for (const list2 of [...addOnIdentities, ...addOnExceptions]) {
      const first = list2[limit];
      if (first)
        yield {
          at: first.get("name") ?? first,
          message: `This is number ${limit + 1} of ${list2.length} in the add-on's profile; ${limit} is the most.`
        };
    }
  }
});
function* overLimit(world, what, objects3) {
  const [anchor] = objects3;
  if (!anchor || objects3.length <= limit) return;
  const together = objects3.filter((object) => world.sees(anchor.manifest, object.manifest));
  const mode = modeNear(world, anchor);
  const first = together[limit];
  if (!first || mode === "standard" || mode === "namespaced") return;
  yield {
    at: first.metadata.nameField ?? first.root,
    message: `${nameOf(first)} is number ${limit + 1} of ${together.length} ${what}; the add-on takes ${limit}.`,
    severity: mode === "managed" ? "error" : "warning"
  };
}
var list = (count, mark42 = "") => Array.from({ length: count }, (_, index) => {
  const end = index === limit ? mark42 : "";
  return `      - {name: batch-${index}, namespace: shop, podLabels: {batch-id: "${index}"}}${end}
`;
}).join("");
var cluster2 = (items) => `apiVersion: containerservice.azure.com/v1api20231001
kind: ManagedCluster
metadata: {name: shop, namespace: infrastructure}
spec:
  podIdentityProfile:
    enabled: true # idwire-ignore: pod-identity-components it moves in spring
    userAssignedIdentityExceptions:
${items}`;
var objects2 = (count, mark42 = "") => `apiVersion: v1
kind: List
items:
${Array.from({ length: count }, (_, index) => {
  const end = index === limit ? mark42 : kept("pod-identity-resource");
  return `  - {apiVersion: aadpodidentity.k8s.io/v1, kind: AzurePodIdentityException, metadata: {name: batch-${index}, namespace: shop}, spec: {podLabels: {batch-id: "${index}"}}}${end}
`;
}).join("")}`;
var examples30 = defineExamples({
  bad: [
    {
      title: "In the profile of a cluster",
      files: { "cluster.yaml": cluster2(list(limit + 1, " #~ pod-identity-limit")) }
    },
    {
      title: "As objects: a warning while the mode is not known",
      files: { "exceptions.yaml": objects2(limit + 1, " #~ pod-identity-limit pod-identity-resource") }
    }
  ],
  good: [{ title: "As many as it takes", files: { "cluster.yaml": cluster2(list(limit)) } }]
});

// src/rules/pod-identity/pod-identity-mixed.ts
var rule31 = defineRule({
  id: "pod-identity-mixed",
  title: "One workload uses both identity systems",
  group: "Pod identity and migration",
  why: "Both at once is a step of the move, not its end: which of the two answers depends on the SDK and on what the pods ask for, and the identity stays on the nodes until pod identity is gone.",
  remedy: "Once the pods are verified with workload identity, delete aadpodidbinding from their labels.",
  severity: "note",
  sources: ["azure-aks-docs workload-identity-migrate-from-pod-identity.md"],
  *check(world) {
    for (const { workload, template, label: label2 } of podsWithLabel(world)) {
      const account10 = accountsFor(world, workload, template).find(
        (match) => match.certain && match.account.clientId?.text
      );
      const use3 = isLabelled(template) ? entryOf(template.metadata.labels, identityKeys.use) : void 0;
      const other5 = use3?.keyPlace ?? account10?.account.clientId?.keyPlace;
      if (!other5) continue;
      yield {
        at: label2.keyPlace,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} are wired for pod identity and for workload identity.`,
        related: [{ at: other5, note: "workload identity" }]
      };
    }
  }
});
var account5 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: ${clientId}}
`;
var rest = `---
${account5}---
${identity()}---
${binding()}`;
var use = 'azure.workload.identity/use: "true"\n        ';
var runsAs = "      serviceAccountName: orders\n";
var examples31 = defineExamples({
  bad: [
    {
      title: "Both labels on the pods",
      files: {
        "orders.yaml": `${pods({ label: `${use}aadpodidbinding: orders #~ pod-identity-label pod-identity-mixed`, spec: runsAs })}${rest}`
      }
    }
  ],
  good: [
    {
      title: "Workload identity alone, while others are still to move",
      files: {
        "orders.yaml": `${pods({ label: use.trim(), spec: runsAs })}${rest}`,
        "invoices.yaml": pods({ name: "invoices", label: `aadpodidbinding: orders${kept("pod-identity-label")}` })
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-resource.ts
var rule32 = defineRule({
  id: "pod-identity-resource",
  title: "An object of retired pod identity",
  group: "Pod identity and migration",
  why: "AAD Pod Identity was archived in 2023, and support of the AKS add-on ended in September 2025. It gets no security fixes, and newer Azure SDKs no longer explain its failures.",
  remedy: "Move the pods to workload identity: annotate a ServiceAccount with the client id, create a federated credential for it, label the pods, and then delete this object.",
  severity: "warning",
  sources: [
    "Azure/aad-pod-identity README and config/crd/aadpodidentity.k8s.io.yaml",
    "azure-aks-docs workload-identity-migrate-from-pod-identity.md"
  ],
  yieldsTo: ["pod-identity-assigned-committed"],
  *check(world) {
    const { identities, bindings, exceptions, assigned } = podIdentityOf(world);
    for (const object of [...[...identities, ...bindings, ...exceptions].map((item) => item.object), ...assigned]) {
      yield {
        at: object.root.get("kind") ?? object.root,
        message: `The ${object.kind} ${nameOf(object)} (${podIdentityGroup}) belongs to AAD Pod Identity, which is retired.`,
        about: cause("pod identity resource", object)
      };
    }
  }
});
var unsilenced = (text) => text.replace(kept("pod-identity-resource"), " #~ pod-identity-resource");
var examples32 = defineExamples({
  bad: [
    {
      title: "An identity and its binding",
      files: { "identity.yaml": `${unsilenced(identity())}---
${unsilenced(binding())}` }
    },
    {
      title: "An exception",
      files: { "exception.yaml": unsilenced(exception("  podLabels: {batch-id: nightly}\n")) }
    }
  ],
  good: [
    {
      title: "An identity of Azure Service Operator, which is another thing",
      files: {
        "identity.yaml": `apiVersion: managedidentity.azure.com/v1api20230131
kind: UserAssignedIdentity
metadata:
  name: orders
  namespace: shop
spec:
  location: westeurope
  owner: {name: shop}
`
      }
    },
    {
      title: "The definition of the kind",
      files: {
        "crd.yaml": `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: azureidentities.aadpodidentity.k8s.io
spec:
  group: aadpodidentity.k8s.io
  names: {kind: AzureIdentity, plural: azureidentities}
  scope: Namespaced
`
      }
    },
    { title: "Kept for a stated reason", files: { "identity.yaml": identity() } }
  ]
});

// src/rules/pod-identity/pod-identity-resource-id-invalid.ts
var pattern = /^\/subscriptions\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/resourcegroups\/[^/]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[^/\s]+$/i;
var rule33 = defineRule({
  id: "pod-identity-resource-id-invalid",
  title: "The resource id is none of a managed identity",
  group: "Pod identity and migration",
  why: "MIC assigns the identity with this id to the nodes. With any other text the assignment fails, and in standard mode it fails for all other identities of the same node in that round.",
  remedy: "Write /subscriptions/<GUID>/resourceGroups/<group>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name> (`az identity show --query id`).",
  severity: "error",
  sources: ["Azure/aad-pod-identity pkg/utils/utils.go (ValidateResourceID), pkg/mic/mic.go (convertIDListToMap)"],
  *check(world) {
    for (const { object, type, resourceId: id5 } of podIdentityOf(world).identities) {
      if (type !== 0) continue;
      if (id5?.text) {
        if (hasPlaceholder(id5.text) || pattern.test(id5.text)) continue;
        yield {
          at: id5,
          message: `The resourceID of the AzureIdentity ${nameOf(object)} is not the id of a user-assigned identity: "${id5.text}".`
        };
      } else if (!legacyFields(object).some(({ wanted }) => wanted === "resourceID")) {
        const standard = ["standard", "namespaced"].includes(modeNear(world, object));
        yield {
          at: id5?.keyPlace ?? object.metadata.nameField ?? object.root,
          message: `The AzureIdentity ${nameOf(object)} has no resourceID; ${standard ? "MIC ignores it" : "in standard mode MIC ignores it"}.`,
          severity: standard ? "error" : "warning"
        };
      }
    }
  }
});
var mark19 = " #~ pod-identity-resource-id-invalid";
var withId2 = (id5) => identity(`  type: 0
  resourceID: ${id5}
  clientID: ${clientId}
`);
var examples33 = defineExamples({
  bad: [
    {
      title: "Another kind of resource",
      files: { "identity.yaml": withId2(`${resourceId.replace("userAssignedIdentities", "identities")}${mark19}`) }
    },
    {
      title: "A name for the subscription",
      files: {
        "identity.yaml": withId2(`${resourceId.replace(/subscriptions\/[^/]+/, "subscriptions/production")}${mark19}`)
      }
    },
    { title: "Text before the id", files: { "identity.yaml": withId2(`id=${resourceId}${mark19}`) } },
    {
      title: "None: a warning, and an error beside MIC",
      files: {
        "dev/identity.yaml": identity(`  type: 0
  clientID: ${clientId}
`, { name: `orders${mark19}` }),
        "prod/identity.yaml": identity(`  clientID: ${clientId}
`, { name: `orders${mark19}` }),
        "prod/mic.yaml": mic()
      }
    }
  ],
  good: [
    {
      title: "In another letter case",
      files: { "identity.yaml": withId2(resourceId.replace("resourcegroups", "resourceGroups").toUpperCase()) }
    },
    { title: "Filled in later", files: { "identity.yaml": withId2("${IDENTITY_RESOURCE_ID}") } },
    {
      title: "Partly filled in later",
      files: { "identity.yaml": withId2(resourceId.replace(/subscriptions\/[^/]+/, "subscriptions/<subscription-id>")) }
    }
  ]
});

// src/rules/pod-identity/pod-identity-service-principal.ts
var rule34 = defineRule({
  id: "pod-identity-service-principal",
  title: "An AzureIdentity uses a stored secret",
  group: "Pod identity and migration",
  why: "Types 1 and 2 sign in as an app registration with a secret or certificate from a Kubernetes Secret: whoever may read Secrets of that namespace has the credential, wherever they are.",
  remedy: "Put a federated credential on the app registration, or use a managed identity, move the pods to workload identity, and delete the Secret and the credential behind it.",
  severity: "warning",
  sources: ["Azure/aad-pod-identity pkg/apis/aadpodidentity (ServicePrincipal, ServicePrincipalCertificate)"],
  *check(world) {
    for (const { object, type, typeField } of podIdentityOf(world).identities) {
      if (!typeField || type !== 1 && type !== 2) continue;
      const password = object.root.get("spec", "clientPassword");
      const secret3 = (password?.get("name") ?? password?.get("Name"))?.text;
      const what = type === 1 ? "a secret" : "a certificate";
      yield {
        at: typeField,
        message: `The AzureIdentity ${nameOf(object)} is a service principal with ${what}${secret3 ? `, kept in the Secret "${secret3}"` : ""}.`,
        ...password && { related: [{ at: password.keyPlace, note: "where the credential is kept" }] }
      };
    }
  }
});
var mark20 = " #~ pod-identity-service-principal";
var principal = (type) => identity(
  `  type: ${type}
  tenantID: 5b0f2f1c-6a0e-4f3f-9b53-1f0f6d2a7c11
  clientID: ${clientId}
  clientPassword: {name: orders-principal, namespace: shop}
`
);
var examples34 = defineExamples({
  bad: [
    { title: "With a secret", files: { "identity.yaml": principal(`1${mark20}`) } },
    { title: "With a certificate", files: { "identity.yaml": principal(`2${mark20}`) } }
  ],
  good: [{ title: "A managed identity", files: { "identity.yaml": identity() } }]
});

// src/rules/pod-identity/pod-identity-windows.ts
var rule35 = defineRule({
  id: "pod-identity-windows",
  title: "Windows pods ask for pod identity",
  group: "Pod identity and migration",
  why: "NMI runs on Linux nodes alone. On a Windows node nothing answers: the pods get no token, or that of the node.",
  remedy: "Use workload identity, which works on Windows nodes, and delete aadpodidbinding from these pods.",
  severity: "error",
  sources: ["azure-aks-docs use-azure-ad-pod-identity.md (limitations)"],
  *check(world) {
    for (const { workload, template, label: label2 } of podsWithLabel(world)) {
      const windows2 = windowsField(template);
      if (!windows2) continue;
      yield {
        at: label2,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} run on Windows nodes, where pod identity does not work.`,
        related: [{ at: windows2, note: "Windows" }]
      };
    }
  }
});
function windowsField({ spec }) {
  const selector = spec.get("nodeSelector");
  return [selector?.get("kubernetes.io/os"), selector?.get("beta.kubernetes.io/os"), spec.get("os", "name")].find(
    (field) => field?.text === "windows"
  );
}
var windows = "      nodeSelector:\n        kubernetes.io/os: windows\n";
var examples35 = defineExamples({
  bad: [
    {
      title: "By node selector",
      files: {
        "orders.yaml": pods({
          label: "aadpodidbinding: orders #~ pod-identity-label pod-identity-windows",
          spec: windows
        })
      }
    }
  ],
  good: [
    { title: "Windows pods without it", files: { "orders.yaml": pods({ label: "", spec: windows }) } },
    {
      title: "Linux pods",
      files: {
        "orders.yaml": pods({
          label: `aadpodidbinding: orders${kept("pod-identity-label")}`,
          spec: "      nodeSelector:\n        kubernetes.io/os: linux\n"
        })
      }
    }
  ]
});

// src/rules/reading/duplicate-key.ts
var rule36 = defineRule({
  id: "duplicate-key",
  title: "A key stands twice",
  group: "Reading",
  why: "Of two equal keys in one map only the last one counts; kubectl says so at most in a warning. The other value looks wired and is not.",
  remedy: "Keep one of the two.",
  severity: "warning",
  sources: ["yaml.org specification 1.2.2, section 3.2.1.1", "Kubernetes API concepts, field validation"],
  *checkRepository(repository) {
    for (const problem of repository.problems) {
      if (problem.kind === "duplicate-key" && problem.manifestLike)
        yield { at: problem.spot, message: problem.message };
    }
  }
});
var examples36 = defineExamples({
  bad: [
    {
      title: "Two annotations maps",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
  annotations: #~ duplicate-key
    team: orders
`
      }
    }
  ],
  good: [
    {
      title: "No manifest",
      files: { "values.yaml": "env:\n  AZURE_CLIENT_ID: a\n  AZURE_CLIENT_ID: b\n" }
    },
    {
      title: "The same key in two maps",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  labels: {team: orders}
  annotations:
    team: orders
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`
      }
    }
  ]
});

// src/rules/reading/limit-exceeded.ts
var rule37 = defineRule({
  id: "limit-exceeded",
  title: "A file exceeds a limit and was not checked",
  group: "Reading",
  why: "Repository text is not trusted: file size, number of documents, depth and alias expansion are bounded, and what lies beyond a bound is not checked. That must be said rather than passed over.",
  remedy: "Split the file, or ignore it in idwire.yaml when it holds no wiring.",
  severity: "warning",
  sources: ["docs/architecture.md (bounds)"],
  *checkRepository(repository) {
    for (const problem of repository.problems) {
      if (problem.kind === "limit") yield { at: problem.spot, message: problem.message };
    }
  }
});
var level = (depth) => `  l${depth}: &l${depth} [${Array(9).fill(`*l${depth - 1}`).join(", ")}]
`;
var examples37 = defineExamples({
  bad: [
    {
      title: "Aliases that expand without end",
      files: {
        "bomb.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
bomb:
  l0: &l0 [a, b, c, d, e, f, g, h, i]
${[1, 2, 3, 4].map(level).join("")}${level(5).trimEnd()} #~ limit-exceeded
${level(6)}`
      }
    }
  ],
  good: [
    {
      title: "Anchors as people use them",
      files: {
        "accounts.yaml": `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ServiceAccount
    metadata:
      name: orders
      namespace: shop
      annotations: &identity
        azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
  - apiVersion: v1
    kind: ServiceAccount
    metadata: {name: invoices, namespace: shop, annotations: *identity}
`
      }
    }
  ]
});

// src/rules/reading/suppression-unused.ts
var rule38 = defineRule({
  id: "suppression-unused",
  title: "A suppression silences nothing",
  group: "Reading",
  why: "The fault it once silenced is gone, or its rule is misspelt; left in place it would hide the next fault.",
  remedy: "Remove it, or correct the rule it names.",
  severity: "note",
  sources: ["docs/rules/README.md"]
});
var examples38 = defineExamples({
  bad: [
    {
      title: "The fault is gone",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    # idwire-ignore: client-id-not-a-guid the release tool fills it in #~ suppression-unused
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`
      }
    }
  ],
  good: [
    {
      title: "On the object",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    idwire.dev/ignore: "client-id-not-a-guid: the release tool fills it in"
    azure.workload.identity/client-id: TBA
`
      }
    }
  ]
});

// src/rules/reading/suppression-without-reason.ts
var rule39 = defineRule({
  id: "suppression-without-reason",
  title: "A suppression gives no reason",
  group: "Reading",
  why: "Whoever reads the file next cannot tell whether the silence still holds.",
  remedy: "Write the reason after the rule: `# idwire-ignore: rule-id why it is right here`.",
  severity: "note",
  sources: ["docs/rules/README.md"]
});
var examples39 = defineExamples({
  bad: [
    {
      title: "No reason",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    azure.workload.identity/client-id: TBA # idwire-ignore: client-id-not-a-guid #~ suppression-without-reason
`
      }
    }
  ],
  good: [
    {
      title: "With a reason",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    # idwire-ignore: client-id-not-a-guid the release tool fills it in
    azure.workload.identity/client-id: TBA
`
      }
    }
  ]
});

// src/rules/reading/syntax-error.ts
var rule40 = defineRule({
  id: "syntax-error",
  title: "The file is not valid YAML",
  group: "Reading",
  why: "Neither kubectl nor Idwire can read the document, so nothing in it was checked.",
  remedy: "Mend the line; if the file is the input of a template engine, give it another ending or ignore it in idwire.yaml.",
  severity: "error",
  sources: ["yaml.org specification 1.2.2"],
  *checkRepository(repository) {
    for (const problem of repository.problems) {
      if (problem.kind !== "syntax") continue;
      yield {
        at: problem.spot,
        message: problem.message,
        ...problem.manifestLike ? {} : { severity: "note", confidence: "medium" }
      };
    }
  }
});
var examples40 = defineExamples({
  bad: [
    {
      title: "A lost indent",
      severity: "error",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
   team: orders #~ syntax-error
`
      }
    },
    {
      title: "A lost indent in what may be no manifest",
      severity: "note",
      files: { "values.yaml": "environment:\n  AZURE_CLIENT_ID: a\n tag: b #~ syntax-error\n" }
    }
  ],
  good: [
    {
      title: "The input of a template engine",
      files: {
        "account.yaml": `{{- if .Values.identity }}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    azure.workload.identity/client-id: {{ .Values.identity.clientId }}
{{- end }}
`
      }
    }
  ]
});

// src/rules/example-manifests.ts
var exampleClientId = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var exampleTenantId = "7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90";
function exampleAccount(options = {}) {
  const { name = "orders", namespace: namespace2 = "shop", clientId: clientId2 = exampleClientId, annotations = [] } = options;
  return document(
    `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace2}
  annotations:
${lines(4, [`azure.workload.identity/client-id: ${clientId2}`, ...annotations])}`
  );
}
function examplePods(options = {}) {
  const { name = "orders", namespace: namespace2 = "shop", annotations = [], container = [] } = options;
  const { labels = ['azure.workload.identity/use: "true"'], spec = ["serviceAccountName: orders"] } = options;
  return document(
    `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace2}
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
${lines(8, labels)}${annotations.length > 0 ? `      annotations:
${lines(8, annotations)}` : ""}    spec:
${lines(6, spec)}      containers:
        - name: orders
          image: registry.example/orders:1
${lines(10, container)}`
  );
}
function document(text) {
  return `---
${text}`;
}
function lines(spaces, texts) {
  return texts.map((text) => `${" ".repeat(spaces)}${text}
`).join("");
}

// src/rules/labelled-pods.ts
function* labelledPods(world) {
  for (const workload of world.workloads) {
    for (const template of workload.templates) if (isLabelled(template)) yield { workload, template };
  }
}
function proxyAnnotation(template) {
  return entryOf(template.metadata.annotations, identityKeys.injectProxy);
}
function skippedContainers(template) {
  const text = entryOf(template.metadata.annotations, identityKeys.skipContainers)?.text ?? "";
  return new Set(text.split(";").map((name) => name.trim()));
}

// src/rules/static/azure-env-shadowed.ts
var rule41 = defineRule({
  id: "azure-env-shadowed",
  title: "A container sets a variable that the webhook would set",
  group: "Workload identity",
  why: "The webhook leaves a variable alone that a container already has, even an empty one. What is written there wins over the account: after a change of the annotation the pods go on with the old identity, and nothing says so.",
  remedy: "Remove the variable, so that the account decides; keep it, and silence this rule with a reason, when the container is meant to use a second identity.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (addEnvironmentVariables)"],
  yieldsTo: ["token-path-hard-coded"],
  *check(world) {
    for (const pods15 of labelledPods(world)) {
      const matches = accountsFor(world, pods15.workload, pods15.template);
      const account10 = (matches.find((match) => match.certain) ?? matches[0])?.account;
      const skipped = skippedContainers(pods15.template);
      for (const container of pods15.template.containers) {
        if (skipped.has(container.name)) continue;
        for (const variable of container.environment) yield* checkVariable(pods15, container, variable, account10);
      }
    }
  }
});
var injected = {
  AZURE_CLIENT_ID: (account10) => account10.clientId,
  AZURE_TENANT_ID: (account10) => account10.tenantId,
  AZURE_FEDERATED_TOKEN_FILE: () => void 0,
  AZURE_AUTHORITY_HOST: () => void 0
};
function* checkVariable({ workload }, container, variable, account10) {
  const source = Object.hasOwn(injected, variable.name) ? injected[variable.name] : void 0;
  if (!source) return;
  const given = account10 && source(account10);
  if (variable.name === "AZURE_CLIENT_ID" && !given?.text) return;
  yield {
    at: variable.field.get("name") ?? variable.field,
    message: `The container ${container.name} of the ${workload.kind} ${nameOf(workload)} sets ${variable.name}, so that the webhook does not; ${comparison(variable, given)}.`,
    ...given && { related: [{ at: given, note: "what the account says" }] },
    about: cause(`env ${variable.field.path.join("/")}`, workload)
  };
}
function comparison(variable, given) {
  if (variable.valueFrom) return "its value comes from elsewhere";
  const value = variable.value?.text ?? "";
  if (value === "") return "it is empty";
  if (!given?.text) return `it is "${value}"`;
  const compared = compareTexts(readId(value), readId(given.text));
  if (compared === "same") return "it says the same as the account";
  return compared === "different" ? `it is "${value}", and that of the account is "${given.text}"` : `whether "${value}" is the same as "${given.text}" of the account is only known later`;
}
function readId(text) {
  return readPlaceholders(text, void 0).symbols.length > 0 ? readPlaceholders(text) : { pieces: [text.toLowerCase()], symbols: [] };
}
var other2 = "c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77";
var mark21 = " #~ azure-env-shadowed";
var pods2 = (name, value, annotations = []) => examplePods({
  annotations,
  container: ["env:", "  - {name: LOG, value: debug}", `  - name: ${name}`, `    ${value}`]
});
var files = (name, value) => ({ "all.yaml": exampleAccount() + pods2(`${name}${mark21}`, value) });
var examples41 = defineExamples({
  bad: [
    { title: "Another identity", files: files("AZURE_CLIENT_ID", `value: ${other2}`) },
    { title: "The same identity", files: files("AZURE_CLIENT_ID", `value: ${exampleClientId.toUpperCase()}`) },
    { title: "An identity that is filled in later", files: files("AZURE_CLIENT_ID", 'value: "${CLIENT_ID}"') },
    {
      title: "An identity from a ConfigMap",
      files: files("AZURE_CLIENT_ID", "valueFrom: {configMapKeyRef: {name: azure, key: client}}")
    },
    {
      title: "Another account may be meant, but one surely is",
      files: {
        "all.yaml": "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n" + exampleAccount() + pods2(`AZURE_CLIENT_ID${mark21}`, `value: ${other2}`)
      }
    },
    { title: "A tenant", files: files("AZURE_TENANT_ID", `value: ${exampleTenantId}`) },
    { title: "Empty", files: files("AZURE_AUTHORITY_HOST", 'value: ""') },
    {
      title: "A token file of its own",
      files: { "all.yaml": exampleAccount() + pods2(`AZURE_FEDERATED_TOKEN_FILE${mark21}`, "value: /tokens/azure") }
    }
  ],
  good: [
    {
      title: "Whether the account has a client id is not known",
      files: {
        "all.yaml": pods2("AZURE_CLIENT_ID", `value: ${other2}`).replace(
          "serviceAccountName: orders",
          'serviceAccountName: "${ACCOUNT}"'
        )
      }
    },
    { title: "Other variables", files: { "all.yaml": exampleAccount() + pods2("AZURE_REGION", "value: westeurope") } },
    {
      title: "A container that the webhook leaves alone",
      files: {
        "all.yaml": exampleAccount() + pods2("AZURE_CLIENT_ID", `value: ${other2}`, ["azure.workload.identity/skip-containers: orders"])
      }
    },
    {
      title: "Pods that the webhook leaves alone",
      files: {
        "all.yaml": exampleAccount() + pods2("AZURE_TENANT_ID", `value: ${exampleTenantId}`).replace('use: "true"', 'use: "false"')
      }
    }
  ]
});

// src/rules/static/client-id-misplaced.ts
var accountOnly = /* @__PURE__ */ new Set([identityKeys.clientId, identityKeys.tenantId]);
var rule42 = defineRule({
  id: "client-id-misplaced",
  title: "The client id is not on the ServiceAccount",
  group: "Workload identity",
  why: "The webhook reads the client id and the tenant id from the ServiceAccount only. On a pod, a pod template, a Deployment or a Service they have no effect, and a reader is misled about which identity is used.",
  remedy: "Move the annotation to the ServiceAccount that the pods run as.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go, issue 1357"],
  *check(world) {
    const workloads = new Map(world.workloads.map((workload) => [workload.manifest, workload]));
    for (const object of world.objects) {
      const workload = workloads.get(object.manifest);
      if (!workload && object.kind !== "Service" || object.group === "postgresql.cnpg.io") continue;
      const seen = /* @__PURE__ */ new Set();
      for (const { metadata } of [object, ...workload?.templates ?? []]) {
        for (const entry of [...metadata.annotations, ...metadata.labels]) {
          if (!accountOnly.has(entry.key) || seen.has(entry.node)) continue;
          seen.add(entry.node);
          const [template] = workload?.templates ?? [];
          const [match] = workload && template ? accountsFor(world, workload, template) : [];
          yield {
            at: entry.keyPlace,
            message: `${entry.key} on the ${object.kind} ${nameOf(object)} is not read by the webhook; only that of the ServiceAccount is.`,
            ...match && {
              related: [{ at: accountPlace(match.account), note: "the account the pods run as" }],
              ...match.account.clientId || entry.key !== identityKeys.clientId ? {} : { about: cause("client id", match.account) }
            }
          };
        }
      }
    }
  }
});
function accountPlace(account10) {
  return account10.metadata.nameField ?? account10.root;
}
var examples42 = defineExamples({
  bad: [
    {
      title: "On the pod template",
      files: {
        "deployment.yaml": `apiVersion: v1
kind: ServiceAccount
metadata: {name: orders, namespace: shop}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata:
      labels: {azure.workload.identity/use: "true"}
      annotations:
        team: orders
        azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11 #~ client-id-misplaced
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
`
      }
    },
    {
      title: "The tenant, on a Pod",
      files: {
        "pod.yaml": `apiVersion: v1
kind: Pod
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/tenant-id: 7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90 #~ client-id-misplaced
spec:
  containers:
    - {name: orders, image: "registry.example/orders:1"}
`
      }
    },
    {
      title: "On the Service",
      files: {
        "service.yaml": `apiVersion: v1
kind: Service
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11 #~ client-id-misplaced
spec:
  selector: {app: orders}
  ports: [{port: 80}]
`
      }
    }
  ],
  good: [
    {
      title: "On an object that has nothing to do with pods",
      files: {
        "config.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: orders\n  annotations: {azure.workload.identity/client-id: shown}\n"
      }
    },
    {
      title: "Inherited by the account that an operator makes",
      files: {
        "cluster.yaml": `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: {name: orders, namespace: shop}
spec:
  instances: 1
  inheritedMetadata:
    labels: {azure.workload.identity/use: "true"}
    annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`
      }
    },
    {
      title: "On the account",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
    azure.workload.identity/tenant-id: 7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90
`
      }
    }
  ]
});

// src/rules/absence.ts
function severityOfAbsence(world, severity) {
  return world.guessed ? "note" : severity;
}

// src/rules/empty-slot.ts
function isEmptySlot(field) {
  if (field.node.type !== "scalar" || field.text) return false;
  const { text } = field.manifest.source;
  const lineEnd = text.indexOf("\n", field.node.end);
  return text.slice(field.node.end, lineEnd === -1 ? void 0 : lineEnd).includes("#");
}

// src/rules/self-configuring.ts
var controllers = /(?:^|[/.-])(?:keda|cert-manager|external-secrets|crossplane|upbound|provider-azure|provider-family-azure|fluxcd|kustomize-controller|source-controller|helm-controller|image-reflector-controller|notification-controller|external-dns|velero|azureserviceoperator|aso-controller|azure-app-configuration|appconfiguration)(?:[/:.@-]|$)/;
function isSelfConfiguring(workload, template) {
  const images = template.containers.map((container) => container.field.get("image")?.text ?? "");
  return [writtenText(workload.name), writtenText(template.account), ...images].some((text) => controllers.test(text));
}

// src/rules/token-sources.ts
var fileDrivers = /* @__PURE__ */ new Set(["file.csi.azure.com", "blob.csi.azure.com"]);
function hasOtherTokenSource(world, workload, template) {
  return (template.spec.get("volumes")?.items() ?? []).some((volume2) => {
    const driver2 = volume2.get("csi", "driver")?.text ?? "";
    if (driver2 === "secrets-store.csi.k8s.io") return mayUseToken(world, workload, volume2);
    if (volume2.get("persistentVolumeClaim")) return world.objects.some(mountsWithToken);
    return fileDrivers.has(driver2) || projectsToken(volume2);
  });
}
function mayUseToken(world, workload, volume2) {
  const name = volume2.get("csi", "volumeAttributes", "secretProviderClass")?.text;
  const classes = world.objects.filter(
    (object) => object.kind === "SecretProviderClass" && object.metadata.nameField?.text === name && world.sees(workload.manifest, object.manifest) && compareNamespaces(workload, object) !== "different"
  );
  return classes.length === 0 || classes.some((object) => object.root.get("spec", "parameters", "clientID")?.text);
}
function mountsWithToken(object) {
  const parameters = object.root.get("parameters") ?? object.root.get("spec", "csi", "volumeAttributes");
  return parameters?.get("mountWithWorkloadIdentityToken")?.text?.toLowerCase() === "true";
}
function projectsToken(volume2) {
  return (volume2.get("projected", "sources")?.items() ?? []).some(
    (source) => source.get("serviceAccountToken", "audience")
  );
}
var injected2 = /\$[({]?(AZURE_(?:CLIENT_ID|TENANT_ID|FEDERATED_TOKEN_FILE|AUTHORITY_HOST))\b/g;
function injectedUses(template) {
  return template.containers.filter((container) => !container.field.get("envFrom")).flatMap(
    (container) => usesOf(container).flatMap(
      (field) => [...(field.text ?? "").matchAll(injected2)].map((match) => ({ field, variable: match[1] })).filter(({ variable }) => !isSetBy(container, variable))
    )
  );
}
function isSetBy(container, variable) {
  return container.environment.some((entry) => entry.name === variable) || usesOf(container).some((field) => field.text?.includes(`${variable}=`));
}
function bringsClientId(template) {
  return template.containers.some(
    (container) => container.field.get("envFrom") || container.environment.some((entry) => entry.name === "AZURE_CLIENT_ID")
  );
}
function usesOf(container) {
  return [
    ...container.field.get("command")?.items() ?? [],
    ...container.field.get("args")?.items() ?? [],
    ...container.environment.flatMap((entry) => entry.value ?? [])
  ];
}

// src/rules/static/client-id-missing.ts
var rule43 = defineRule({
  id: "client-id-missing",
  title: "The account of labelled pods names no identity",
  group: "Workload identity",
  why: 'The webhook takes AZURE_CLIENT_ID from the annotation of the account alone. Without it the pods get a token but no client id, and the SDK reports "no client ID specified" unless the application names one itself.',
  remedy: "Add the annotation azure.workload.identity/client-id with the client id of the managed identity to the ServiceAccount.",
  severity: "warning",
  absence: true,
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go", "kubernetes-sigs/external-dns issue 5199"],
  yieldsTo: ["client-id-misspelt", "client-id-misplaced", "service-account-default"],
  *check(world, repository) {
    for (const account10 of world.serviceAccounts) {
      if (account10.clientId?.text || account10.clientId && isEmptySlot(account10.clientId) || isClusterNamespace(literalOf(account10.namespace)))
        continue;
      if (account10.metadata.nameField?.text === void 0) continue;
      yield* checkAccount(world, repository, account10);
    }
  }
});
function* checkAccount(world, repository, account10) {
  const pods15 = templatesOf(world, account10).filter(
    ({ workload, template }) => isLabelled(template) && compareTexts(template.account, account10.name) === "same" && workload.namespaceGiven === account10.namespaceGiven && !bringsClientId(template) && !isSelfConfiguring(workload, template)
  );
  const [pod3] = pods15;
  if (!pod3) return;
  const proof = corroboration(repository, account10, pods15);
  const severity = repository.scripts.annotatesAccounts ? "note" : severityOfAbsence(world, proof ? "error" : "warning");
  yield {
    at: account10.clientId?.keyPlace ?? account10.metadata.nameField ?? account10.root,
    message: `The ServiceAccount ${nameOf(account10)} has no client id, and pods of the ${pod3.workload.kind} ${nameOf(pod3.workload)} ask for a token through it${proof ? `; ${proof.note}` : ""}.`,
    severity,
    related: [
      {
        at: entryOf(pod3.template.metadata.labels, identityKeys.use)?.keyPlace ?? pod3.template.anchor,
        note: "pods that ask for a token"
      },
      ...proof?.at ? [{ at: proof.at, note: proof.note }] : []
    ],
    about: cause("client id", account10)
  };
}
function corroboration(repository, account10, pods15) {
  for (const { template } of pods15) {
    const reads2 = injectedUses(template).find(({ variable }) => variable === "AZURE_CLIENT_ID");
    if (reads2) return { note: "a container uses AZURE_CLIENT_ID", at: reads2.field };
    const left = entryOf(template.metadata.labels, podIdentityLabel);
    if (left) return { note: "the same pods still have a pod identity label", at: left.keyPlace };
  }
  const literal = literalOf(account10.name);
  if (literal === void 0 || !account10.namespaceGiven) return void 0;
  const subject = literalText(`system:serviceaccount:${writtenText(account10.namespace)}:${literal}`);
  const declared = repository.credentials.find(
    (credential2) => credential2.subject && compareTexts(credential2.subject.text, subject) === "same"
  );
  return declared && { note: "a federated credential is declared for it", at: declared.at };
}
var pods3 = (environment) => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata:
      labels: {azure.workload.identity/use: "true"}
    spec:
      serviceAccountName: orders
      containers:
        - name: orders
          image: registry.example/orders:1${environment}
`;
var bare2 = (mark42) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders${mark42}
  namespace: shop
`;
var examples43 = defineExamples({
  bad: [
    { title: "No annotation", severity: "warning", files: { "all.yaml": bare2(" #~ client-id-missing") + pods3("") } },
    {
      title: "A container counts on the variable",
      severity: "error",
      files: {
        "all.yaml": bare2(" #~ client-id-missing") + pods3('\n          args: ["--identity=$(AZURE_CLIENT_ID)"]')
      }
    },
    {
      title: "A container counts on two variables",
      severity: "error",
      files: {
        "all.yaml": bare2(" #~ client-id-missing") + pods3('\n          args: ["--tenant=$(AZURE_TENANT_ID)", "--identity=${AZURE_CLIENT_ID}"]')
      }
    },
    {
      title: "A container counts on another variable, and only mentions this one",
      severity: "warning",
      files: {
        "all.yaml": bare2(" #~ client-id-missing") + pods3('\n          args: ["--tenant=$(AZURE_TENANT_ID)", "--help-for=AZURE_CLIENT_ID"]')
      }
    },
    {
      title: "An empty annotation",
      files: {
        "all.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: "" #~ client-id-missing
`.replace(" #~ client-id-missing", " #~ client-id-missing") + pods3("")
      }
    }
  ],
  good: [
    {
      title: "The application names its identity itself",
      files: {
        "all.yaml": bare2("") + pods3("\n          env: [{name: AZURE_CLIENT_ID, value: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}]")
      }
    },
    {
      title: "A slot that the pipeline fills in",
      files: {
        "all.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: # filled in by the pipeline
${pods3("")}`
      }
    },
    {
      title: "KEDA takes its identity from each TriggerAuthentication",
      files: {
        "all.yaml": `apiVersion: v1
kind: ServiceAccount
metadata: {name: keda-operator, namespace: keda}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: keda-operator, namespace: keda}
spec:
  template:
    metadata:
      labels: {azure.workload.identity/use: "true"}
    spec:
      serviceAccountName: keda-operator
      containers:
        - {name: keda-operator, image: "ghcr.io/kedacore/keda:2.17.0"}
`
      }
    }
  ]
});

// src/rules/static/client-id-misspelt.ts
var readFromAccounts = /* @__PURE__ */ new Set([
  identityKeys.clientId,
  identityKeys.tenantId,
  identityKeys.tokenExpiration
]);
var rule44 = defineRule({
  id: "client-id-misspelt",
  title: "A workload identity key of the account is misspelt",
  group: "Workload identity",
  why: "The webhook reads its annotations by their exact keys and ignores everything else. A misspelt key is a missing one: the pods get no client id, and nothing says why.",
  remedy: "Write the key as the webhook reads it, under `metadata.annotations`.",
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/consts.go, issue 1026"],
  *check(world) {
    for (const account10 of world.serviceAccounts) {
      for (const annotation of account10.metadata.annotations) {
        const meant = hasPlaceholder(annotation.key) ? void 0 : misspeltKey(annotation.key);
        if (meant && readFromAccounts.has(meant) && !entryOf(account10.metadata.annotations, meant)) {
          yield misspelt(account10, annotation, meant);
        }
      }
      for (const label2 of account10.metadata.labels) {
        const meant = readFromAccounts.has(label2.key) ? label2.key : misspeltKey(label2.key);
        if (meant && readFromAccounts.has(meant) && !entryOf(account10.metadata.annotations, meant)) {
          yield labelInstead(account10, label2, meant);
        }
      }
    }
  }
});
function misspelt(account10, annotation, meant) {
  return {
    at: annotation.keyPlace,
    message: `The annotation ${annotation.key} of the ServiceAccount ${nameOf(account10)} is not read by anything; ${meant} is.`,
    remedy: `Write ${meant}.`,
    about: aboutKey(account10, meant),
    fix: { safety: "safe", repairs: [{ kind: "rename-key", at: annotation, key: meant }] }
  };
}
function labelInstead(account10, label2, meant) {
  const into = account10.metadata.annotationsField;
  return {
    at: label2.keyPlace,
    message: `${label2.key} of the ServiceAccount ${nameOf(account10)} is a label; ${meant} is read from the annotations only.`,
    remedy: `Move it to metadata.annotations as ${meant}.`,
    about: aboutKey(account10, meant),
    ...into && label2.text && {
      fix: {
        safety: "safe",
        repairs: [
          { kind: "remove-entry", at: label2 },
          { kind: "add-entry", into, key: meant, text: label2.text }
        ]
      }
    }
  };
}
function aboutKey(account10, meant) {
  return cause(meant === identityKeys.clientId ? "client id" : meant, account10);
}
var account6 = (metadata) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
${metadata}`;
var id4 = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var examples44 = defineExamples({
  bad: [
    {
      title: "Underscore for hyphen",
      files: {
        "account.yaml": account6(`  annotations:
    azure.workload.identity/client_id: ${id4} #~ client-id-misspelt
`)
      }
    },
    {
      title: "Camel case",
      files: {
        "account.yaml": account6(`  annotations:
    azure.workload.identity/clientId: ${id4} #~ client-id-misspelt
`)
      }
    },
    {
      title: "A dot is missing in the prefix",
      files: {
        "account.yaml": account6(`  annotations:
    azureworkload.identity/client-id: ${id4} #~ client-id-misspelt
`)
      }
    },
    {
      title: "Pods ask for a token",
      files: {
        "all.yaml": account6(`  annotations:
    azure.workload.identity/client_id: ${id4} #~ client-id-misspelt
`) + examplePods()
      }
    },
    {
      title: "The tenant is misspelt, and the client id missing",
      files: {
        "all.yaml": account6("  annotations:\n    azure.workload.identity/tenantid: x #~ client-id-misspelt\n").replace(
          "name: orders",
          "name: orders #~ client-id-missing"
        ) + examplePods()
      }
    },
    {
      title: "A label instead of an annotation",
      files: {
        "account.yaml": account6(
          `  labels:
    app: orders
    azure.workload.identity/client-id: ${id4} #~ client-id-misspelt
  annotations:
    team: orders
`
        )
      }
    }
  ],
  good: [
    {
      title: "The right key is there as well",
      files: {
        "account.yaml": account6(
          `  labels:
    azure.workload.identity/client-id: ${id4}
  annotations:
    azure.workload.identity/client_id: ${id4}
    azure.workload.identity/client-id: ${id4}
`
        )
      }
    },
    {
      title: "Nearly a key that is read from pods only",
      files: {
        "account.yaml": account6(
          `  labels:
    azure.workload.identity/used: "true"
  annotations:
    azure.workload.identity/client-id: ${id4}
    azure.workload.identity/skip-container: orders
`
        )
      }
    },
    {
      title: "Exactly so",
      files: { "account.yaml": account6(`  annotations:
    azure.workload.identity/client-id: ${id4}
`) }
    },
    {
      title: "Keys of other systems",
      files: {
        "account.yaml": account6(
          "  annotations:\n    iam.gke.io/gcp-service-account: orders@example.iam.gserviceaccount.com\n    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/orders\n"
        )
      }
    }
  ]
});

// src/rules/static/client-id-not-a-guid.ts
var rule45 = defineRule({
  id: "client-id-not-a-guid",
  title: "The client id is not a GUID",
  group: "Workload identity",
  why: "Nothing checks the annotation before the application asks for a token; then Entra answers AADSTS700016 (application not found). Resource ids, names and leftovers of a template are the usual causes.",
  remedy: "Write the client id of the managed identity (`az identity show --query clientId`), not its resource id, object id or name.",
  severity: "error",
  sources: [
    "MicrosoftDocs/azure-docs issue 108526",
    "Azure/azure-workload-identity pkg/webhook/webhook.go (no validation)"
  ],
  *check(world) {
    for (const account10 of world.serviceAccounts) {
      const clientId2 = entryOf(account10.metadata.annotations, identityKeys.clientId);
      const text = clientId2?.string;
      if (!clientId2 || !text || hasPlaceholder(text)) continue;
      const fault = describeNotGuid(text);
      if (!fault) continue;
      yield {
        at: clientId2,
        message: `The client id of the ServiceAccount ${nameOf(account10)} is ${fault.description}: "${text}".`,
        about: cause("client id text", account10),
        ...fault.guid && { fix: { safety: "safe", repairs: [{ kind: "set-text", at: clientId2, text: fault.guid }] } }
      };
    }
  }
});
var account7 = (value) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: ${value}
`;
var mark22 = " #~ client-id-not-a-guid";
var examples45 = defineExamples({
  bad: [
    { title: "A leftover", files: { "account.yaml": account7(`TBA${mark22}`) } },
    {
      title: "The resource id",
      files: {
        "account.yaml": account7(
          `/subscriptions/7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90/resourceGroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/orders${mark22}`
        )
      }
    },
    { title: "A name", files: { "account.yaml": account7(`id-orders${mark22}`) } },
    { title: "Only zeros", files: { "account.yaml": account7(`"00000000-0000-0000-0000-000000000000"${mark22}`) } },
    {
      title: "Letters that no GUID has",
      files: { "account.yaml": account7(`xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx${mark22}`) }
    },
    { title: "Braces", files: { "account.yaml": account7(`"{1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}"${mark22}`) } },
    {
      title: "A space at the end",
      files: { "account.yaml": account7(`"1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11 "${mark22}`) }
    }
  ],
  good: [
    { title: "A GUID, in capitals too", files: { "account.yaml": account7("1B0F4A52-6F0A-4BB7-9D3C-0C6F4F7C2A11") } },
    { title: "Empty, which pods that need it report", files: { "account.yaml": account7('""') } },
    { title: "Flux and envsubst", files: { "account.yaml": account7("${ORDERS_CLIENT_ID}") } },
    { title: "With a default", files: { "account.yaml": account7("${ORDERS_CLIENT_ID:=none}") } },
    { title: "Make, or Azure Pipelines", files: { "account.yaml": account7("$(ORDERS_CLIENT_ID)") } },
    { title: "Token replacement", files: { "account.yaml": account7('"#{ORDERS_CLIENT_ID}#"') } },
    { title: "Double underscores", files: { "account.yaml": account7("__ORDERS_CLIENT_ID__") } },
    { title: "Angle brackets, replaced by a script", files: { "account.yaml": account7("<client-id>") } },
    { title: "An ApplicationSet value", files: { "account.yaml": account7("'{{metadata.annotations.client_id}}'") } },
    { title: "A word that a script replaces", files: { "account.yaml": account7("REPLACE_ME_CLIENT_ID") } },
    { title: "Encrypted", files: { "account.yaml": account7("ENC[AES256_GCM,data:q1,iv:q2,tag:q3,type:str]") } }
  ]
});

// src/rules/static/client-secret-beside-identity.ts
var rule46 = defineRule({
  id: "client-secret-beside-identity",
  title: "A client secret wins over the workload identity",
  group: "Workload identity",
  why: "DefaultAzureCredential tries the environment first: with AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH it signs in as a service principal, and the token of the account is never used. When the secret expires the application stops (AADSTS7000215), although its workload identity is in order.",
  remedy: "Remove the secret or certificate from the container, and the Secret that holds it when nothing else needs it.",
  severity: "warning",
  sources: ["Azure SDK DefaultAzureCredential (EnvironmentCredential goes first)", "Azure/kubelogin issue 375"],
  yieldsTo: ["plain-client-secret"],
  *check(world) {
    for (const { workload, template } of labelledPods(world)) {
      const skipped = skippedContainers(template);
      for (const container of template.containers) {
        if (skipped.has(container.name)) continue;
        for (const variable of container.environment) {
          if (winning.has(variable.name) && isGiven(variable)) yield observe3(workload, container, variable);
        }
        yield* fromElsewhere(world, workload, container);
      }
    }
  }
});
var winning = /* @__PURE__ */ new Set(["AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PATH"]);
function isGiven({ value, valueFrom }) {
  return valueFrom !== void 0 || Boolean(value?.text);
}
function observe3(workload, container, { name, field }) {
  return {
    at: field.get("name") ?? field,
    message: `The container ${container.name} of the ${workload.kind} ${nameOf(workload)} has ${name}, which wins over the workload identity its pods ask for.`,
    about: cause(`env ${field.path.join("/")}`, workload)
  };
}
function* fromElsewhere(world, workload, container) {
  for (const item of container.field.get("envFrom")?.items() ?? []) {
    for (const [key, kind] of [
      ["secretRef", "Secret"],
      ["configMapRef", "ConfigMap"]
    ]) {
      const name = item.get(key, "name");
      const source = name && world.objects.find((object) => isSource(world, workload, object, kind, name));
      const entry = source && keysOf(source).find((field) => winning.has(`${item.get("prefix")?.text ?? ""}${field.key}`));
      if (!name || !source || !entry) continue;
      yield {
        at: name,
        message: `The container ${container.name} of the ${workload.kind} ${nameOf(workload)} takes ${entry.key} from the ${kind} ${nameOf(source)}, and it wins over the workload identity its pods ask for.`,
        related: [{ at: entry.keyPlace, note: "the variable that wins" }]
      };
    }
  }
}
function isSource(world, workload, object, kind, name) {
  return object.kind === kind && object.metadata.nameField?.text === name.text && world.sees(workload.manifest, object.manifest) && compareNamespaces(workload, object) === "same";
}
function keysOf(object) {
  return ["data", "stringData"].flatMap((key) => object.root.get(key)?.entries() ?? []);
}
var pods4 = (container, more = {}) => exampleAccount() + examplePods({ container, ...more });
var secretKey = "valueFrom: {secretKeyRef: {name: azure, key: secret}}";
var mark23 = " #~ client-secret-beside-identity";
var secret = (namespace2, key = "AZURE_CLIENT_SECRET") => `---
apiVersion: v1
kind: Secret
metadata: {name: azure, namespace: ${namespace2}}
stringData:
  ${key}: \${SECRET}
`;
var config = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: azure, namespace: shop}
data:
  AZURE_CLIENT_CERTIFICATE_PATH: /certificates/azure.pem
`;
var examples46 = defineExamples({
  bad: [
    {
      title: "A secret from a Secret",
      files: { "all.yaml": pods4(["env:", `  - name: AZURE_CLIENT_SECRET${mark23}`, `    ${secretKey}`]) }
    },
    {
      title: "A certificate",
      files: {
        "all.yaml": pods4([
          "env:",
          `  - name: AZURE_CLIENT_CERTIFICATE_PATH${mark23}`,
          "    value: /certificates/azure.pem"
        ])
      }
    },
    {
      title: "All of a Secret",
      files: { "all.yaml": pods4(["envFrom:", "  - secretRef:", `      name: azure${mark23}`]) + secret("shop") }
    },
    {
      title: "All of a Secret, with a prefix",
      files: {
        "all.yaml": pods4(["envFrom:", "  - prefix: AZURE_CLIENT_", "    secretRef:", `      name: azure${mark23}`]) + secret("shop", "SECRET").replace(
          "name: azure",
          'name: azure, labels: {secrets-store.csi.k8s.io/managed: "true"}'
        )
      }
    },
    {
      title: "All of a ConfigMap",
      files: { "all.yaml": pods4(["envFrom:", "  - configMapRef:", `      name: azure${mark23}`]) + config }
    }
  ],
  good: [
    {
      title: "No secret, or an empty one",
      files: {
        "all.yaml": pods4(['env: [{name: AZURE_CLIENT_SECRET, value: ""}, {name: AZURE_REGION, value: westeurope}]'])
      }
    },
    {
      title: "A Secret of another namespace, and one with other keys",
      files: {
        "all.yaml": pods4(["envFrom: [{secretRef: {name: azure}}]"]) + secret("other") + secret("shop", "AZURE_CLIENT_NAME")
      }
    },
    {
      title: "A container that the webhook leaves alone",
      files: {
        "all.yaml": pods4([`env: [{name: AZURE_CLIENT_SECRET, ${secretKey}}]`], {
          annotations: ["azure.workload.identity/skip-containers: orders"]
        })
      }
    },
    {
      title: "Pods without workload identity",
      files: {
        "all.yaml": pods4([`env: [{name: AZURE_CLIENT_SECRET, ${secretKey}}]`], {
          labels: ['azure.workload.identity/use: "false"']
        })
      }
    }
  ]
});

// src/rules/identity-bindings.ts
function bindingAnnotation(template) {
  const annotation = entryOf(template.metadata.annotations, identityKeys.useBinding);
  return annotation?.text?.toLowerCase() === "true" ? annotation : void 0;
}

// src/rules/credential-demand.ts
function credentialDemands(repository) {
  const identities = /* @__PURE__ */ new Map();
  const subjectOf2 = (identity3, subject) => {
    const subjects = identities.get(identity3) ?? /* @__PURE__ */ new Map();
    identities.set(identity3, subjects);
    const demand = subjects.get(subject) ?? { clusters: /* @__PURE__ */ new Map(), issuers: /* @__PURE__ */ new Map() };
    subjects.set(subject, demand);
    return demand;
  };
  for (const world of repository.worlds) {
    for (const account10 of world.serviceAccounts) addAccount(subjectOf2, world, account10);
  }
  for (const credential2 of repository.credentials) addDeclared(subjectOf2, credential2);
  return [...identities].map(([identity3, subjects]) => ({ identity: identity3, needs: [...subjects.values()].flatMap(needsOf) }));
}
function addAccount(subjectOf2, world, account10) {
  const clientId2 = account10.clientId?.string;
  if (!account10.clientId || !clientId2 || describeNotGuid(clientId2)) return;
  const at = account10.clientId.place;
  const identity3 = clientId2.toLowerCase();
  if (usesBindingsOnly(world, account10)) {
    subjectOf2(identity3, "identity binding").clusters.set("", { at, certain: true });
    return;
  }
  const subject = `system:serviceaccount:${writtenText(account10.namespace)}:${writtenText(account10.name)}`;
  const { clusters } = subjectOf2(identity3, subject);
  const environment = world.environmentOf(account10.manifest) ?? "";
  const certain = ![...clusters.keys()].some((known) => known.startsWith(`${environment}
`));
  const cluster3 = `${environment}
${world.name}`;
  if (!clusters.has(cluster3)) clusters.set(cluster3, { at, certain });
}
function usesBindingsOnly(world, account10) {
  const pods15 = templatesOf(world, account10);
  return pods15.length > 0 && pods15.every(({ template }) => bindingAnnotation(template));
}
function addDeclared(subjectOf2, credential2) {
  const owner = (credential2.clientId && literalOf(credential2.clientId.text)) ?? ownerOf(credential2);
  if (owner === void 0 || credential2.conditional || !credential2.subject) return;
  const issuer = credential2.issuer ? writtenText(credential2.issuer.text) : "";
  const { issuers } = subjectOf2(owner.toLowerCase(), writtenText(credential2.subject.text));
  if (!issuers.has(issuer)) issuers.set(issuer, { at: credential2.at, certain: true });
}
function ownerOf({ identity: identity3 }) {
  const text = identity3 && literalOf(identity3.text);
  return text?.startsWith("/") ? text : void 0;
}
function needsOf({ clusters, issuers }) {
  return [...clusters.values(), ...[...issuers.values()].slice(clusters.size)];
}

// src/rules/static/credential-limit-exceeded.ts
var most = 20;
var nearly = 18;
var rule47 = defineRule({
  id: "credential-limit-exceeded",
  title: "An identity needs more than 20 federated credentials",
  group: "Workload identity",
  why: "An identity can have 20 federated credentials, one for each account and cluster. The twenty-first is refused, and the workload it is for never gets a token.",
  remedy: "Split the workloads over several identities, let them share an account, or use identity bindings, which need one credential in all.",
  severity: "error",
  sources: [
    "Microsoft Entra documentation, workload identity federation considerations",
    "Azure/azure-workload-identity issues 575, 830 and 1172"
  ],
  *checkRepository(repository) {
    for (const demand of credentialDemands(repository)) {
      if (demand.needs.length >= nearly) yield observe4(demand);
    }
  }
});
function observe4({ identity: identity3, needs }) {
  const count = needs.length;
  const exceeding = needs[most] ?? needs.at(-1);
  const certain = needs.filter((need) => need.certain).length;
  return {
    at: (exceeding ?? needs[0]).at,
    message: `The identity ${identity3} needs ${count} federated credentials for the accounts and declarations of this repository; Azure allows ${most}.`,
    severity: count > most ? "error" : "note",
    confidence: count > most && certain <= most ? "medium" : "high"
  };
}
var mark24 = " #~ credential-limit-exceeded";
var accounts = (count, marked3 = 0, start = 1) => Array.from(
  { length: count },
  (_, index) => exampleAccount({
    name: `orders-${index + start}`,
    clientId: index + 1 === marked3 ? exampleClientId + mark24 : exampleClientId
  })
).join("");
var binding2 = 'azure.workload.identity/use-identity-binding: "true"';
var role = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: identity}
rules:
  - {apiGroups: [cid.wi.aks.azure.com], resources: ["${exampleClientId}"], verbs: [use-managed-identity]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: identity}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: identity}
subjects:
  - {kind: Group, name: "system:serviceaccounts:shop"}
`;
var bound = (count) => Array.from(
  { length: count },
  (_, index) => examplePods({
    name: `orders-${index + 1}`,
    annotations: [binding2],
    spec: [`serviceAccountName: orders-${index + 1}`]
  })
).join("");
var examples47 = defineExamples({
  bad: [
    { title: "Twenty-one accounts", severity: "error", files: { "all.yaml": accounts(21, 21) } },
    {
      title: "Twenty-two accounts, the client id in two spellings",
      severity: "error",
      files: { "all.yaml": accounts(20) + accounts(2, 1, 21).replaceAll("1b0f4a52", "1B0F4A52") }
    },
    { title: "Twenty accounts", severity: "note", files: { "all.yaml": accounts(20, 20) } },
    { title: "Eighteen accounts", severity: "note", files: { "all.yaml": accounts(18, 18) } }
  ],
  good: [
    { title: "Seventeen accounts", files: { "all.yaml": accounts(17) } },
    {
      title: "As many again on another identity",
      files: {
        "all.yaml": accounts(17) + accounts(17, 0, 18).replaceAll(exampleClientId, "c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77")
      }
    },
    {
      title: "Identity bindings share one credential",
      files: { "all.yaml": accounts(21) + bound(21) + role }
    },
    {
      title: "Client ids that are filled in later may differ",
      files: { "all.yaml": accounts(21).replaceAll(exampleClientId, "${CLIENT_ID}") }
    }
  ]
});

// src/rules/static/identity-binding-not-authorised.ts
var rule48 = defineRule({
  id: "identity-binding-not-authorised",
  title: "The account may not use the identity of its binding",
  group: "Workload identity",
  why: "With an identity binding the cluster decides who may use an identity: the account needs a ClusterRole with the verb use-managed-identity on its client id. Without it the token exchange is refused.",
  remedy: "Bind a ClusterRole with apiGroup cid.wi.aks.azure.com, the client id as resource and the verb use-managed-identity to the account; or list the account among the allowed subjects of the binding in Azure.",
  severity: "warning",
  // Allowed subjects can also be written in Azure, where this repository does not show them.
  confidence: "medium",
  sources: ["azure-aks-docs identity-bindings-concepts", "Azure/azure-cli-extensions pull request 10148"],
  *check(world) {
    const seen = /* @__PURE__ */ new Set();
    for (const { workload, template } of labelledPods(world)) {
      const binding3 = bindingAnnotation(template);
      const match = binding3 && accountsFor(world, workload, template).find(({ certain }) => certain);
      const clientId2 = match?.account.clientId?.text;
      if (!binding3 || !match || !clientId2 || seen.has(match.account)) continue;
      seen.add(match.account);
      if (isClusterNamespace(literalOf(match.account.namespace)) || mayUse(world, match.account, clientId2)) continue;
      yield {
        at: match.account.metadata.nameField ?? match.account.root,
        message: `The ServiceAccount ${nameOf(match.account)} uses the identity ${clientId2} through an identity binding, and no ClusterRole of these files that is bound to it allows use-managed-identity for that client id.`,
        severity: world.complete ? severityOfAbsence(world, "warning") : "note",
        related: [{ at: binding3.keyPlace, note: "pods that use the binding" }]
      };
    }
  }
});
function mayUse(world, account10, clientId2) {
  const inSight = world.objects.filter((object) => world.sees(account10.manifest, object.manifest));
  const roles = inSight.filter((object) => object.kind === "ClusterRole" && allows(object, clientId2));
  return inSight.filter((object) => object.kind === "ClusterRoleBinding" || object.kind === "RoleBinding").some(
    (binding3) => roles.some((role3) => refersTo(binding3, role3)) && itemsOf(binding3, "subjects").some((subject) => isAccount(subject, account10))
  );
}
function allows(role3, clientId2) {
  const has = (rule71, key, wanted) => (rule71.get(key)?.items() ?? []).some(
    (item) => item.text === "*" || mayBe(item.text?.toLowerCase(), readPlaceholders(wanted))
  );
  return itemsOf(role3, "rules").some(
    (rule71) => has(rule71, "apiGroups", "cid.wi.aks.azure.com") && has(rule71, "verbs", "use-managed-identity") && has(rule71, "resources", clientId2.toLowerCase())
  );
}
function refersTo(binding3, role3) {
  return binding3.root.get("roleRef", "kind")?.text === "ClusterRole" && mayBe(binding3.root.get("roleRef", "name")?.text, role3.name);
}
function isAccount(subject, account10) {
  const kind = subject.get("kind")?.text;
  const name = subject.get("name")?.text;
  const namespace2 = writtenText(account10.namespace);
  if (kind === "ServiceAccount")
    return mayBe(name, account10.name) && isNamespace(subject.get("namespace")?.text, account10);
  if (kind === "User")
    return mayBe(name, readPlaceholders(`system:serviceaccount:${namespace2}:${writtenText(account10.name)}`));
  const groups = ["system:authenticated", "system:serviceaccounts", `system:serviceaccounts:${namespace2}`];
  return kind === "Group" && groups.some((group) => mayBe(name, readPlaceholders(group)));
}
function isNamespace(written2, account10) {
  return !account10.namespaceGiven || mayBe(written2, account10.namespace);
}
function mayBe(written2, wanted) {
  return written2 !== void 0 && compareTexts(readPlaceholders(written2), wanted) !== "different";
}
function itemsOf(object, key) {
  return object.root.get(key)?.items() ?? [];
}
var mark25 = " #~ identity-binding-not-authorised";
var pods5 = (binding3 = '"true"', use3 = '"true"') => examplePods({
  labels: [`azure.workload.identity/use: ${use3}`],
  annotations: [`azure.workload.identity/use-identity-binding: ${binding3}`]
});
var rights = ({
  group = "cid.wi.aks.azure.com",
  resource: resource2 = exampleClientId,
  verb = "use-managed-identity",
  role: role3 = "orders-identity",
  roleKind = "ClusterRole",
  bindingKind = "ClusterRoleBinding",
  subject = "kind: ServiceAccount, name: orders, namespace: shop"
} = {}) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${roleKind}
metadata: {name: orders-identity}
rules:
  - {apiGroups: ["${group}"], resources: ["${resource2}"], verbs: ["${verb}"]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${bindingKind}
metadata: {name: orders-identity, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${roleKind}, name: ${role3}}
subjects:
  - {${subject}}
`;
var bad = (given) => ({
  "all.yaml": exampleAccount({ name: `orders${mark25}` }) + pods5() + (given ? rights(given) : "")
});
var good = (given) => ({ "all.yaml": exampleAccount() + pods5() + rights(given) });
var examples48 = defineExamples({
  bad: [
    {
      title: "A role of another environment",
      files: {
        "dev/all.yaml": exampleAccount({ name: `orders${mark25}` }) + pods5(),
        "prod/role.yaml": rights()
      }
    },
    { title: "No role", severity: "warning", files: bad(void 0) },
    { title: "A role for another identity", files: bad({ resource: "c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77" }) },
    { title: "A role of another group", files: bad({ group: "wi.aks.azure.com" }) },
    { title: "A role for another verb", files: bad({ verb: "get" }) },
    { title: "A binding of another role", files: bad({ role: "other" }) },
    { title: "A role of one namespace", files: bad({ roleKind: "Role", bindingKind: "RoleBinding" }) },
    {
      title: "Bound to another account",
      files: bad({ subject: "kind: ServiceAccount, name: other, namespace: shop" })
    },
    {
      title: "Bound to its twin elsewhere",
      files: bad({ subject: "kind: ServiceAccount, name: orders, namespace: other" })
    },
    {
      title: "Bound to the accounts of another namespace",
      files: bad({ subject: 'kind: Group, name: "system:serviceaccounts:other"' })
    }
  ],
  good: [
    {
      title: "One of several rules and subjects",
      files: {
        "all.yaml": exampleAccount() + pods5() + rights({
          resource: `c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77", "${exampleClientId}`,
          verb: 'get", "use-managed-identity',
          group: 'apps", "cid.wi.aks.azure.com',
          subject: "kind: ServiceAccount, name: other, namespace: shop"
        }).replace("rules:\n", "rules:\n  - {apiGroups: [apps], resources: [deployments], verbs: [get]}\n") + "  - {kind: ServiceAccount, name: orders, namespace: shop}\n"
      }
    },
    {
      title: "Which account it is is only known later",
      files: { "all.yaml": exampleAccount({ namespace: "${NAMESPACE}" }) + pods5() }
    },
    {
      title: "A namespace that the cluster owns",
      files: { "all.yaml": (exampleAccount() + pods5()).replaceAll("namespace: shop", "namespace: kube-system") }
    },
    { title: "Bound to the account", files: good({}) },
    {
      title: "Bound to the accounts of its namespace",
      files: good({ subject: 'kind: Group, name: "system:serviceaccounts:shop"' })
    },
    { title: "Bound to all accounts", files: good({ subject: 'kind: Group, name: "system:serviceaccounts"' }) },
    {
      title: "Bound to the user that the account is",
      files: good({ subject: 'kind: User, name: "system:serviceaccount:shop:orders"' })
    },
    { title: "All identities", files: good({ resource: "*" }) },
    { title: "The client id in capitals", files: good({ resource: exampleClientId.toUpperCase() }) },
    { title: "The client id is filled in later", files: good({ resource: "${ORDERS_CLIENT_ID}" }) },
    { title: "Bound within the namespace", files: good({ bindingKind: "RoleBinding" }) },
    { title: "No binding is asked for", files: { "all.yaml": exampleAccount() + pods5('"false"') } },
    {
      title: "Pods that the webhook leaves alone",
      files: { "all.yaml": exampleAccount() + pods5('"true"', '"false"') }
    },
    {
      title: "No client id that could be bound",
      files: {
        "all.yaml": exampleAccount({ clientId: "# filled in by the pipeline" }) + pods5()
      }
    }
  ]
});

// src/rules/static/identity-binding-without-label.ts
var rule49 = defineRule({
  id: "identity-binding-without-label",
  title: "An identity binding without the workload identity label",
  group: "Workload identity",
  why: 'The annotation of the pods chooses the identity binding, but the webhook only looks at pods with the label `azure.workload.identity/use: "true"`. Without it the pods get neither token nor variables.',
  remedy: 'Add `azure.workload.identity/use: "true"` to the labels of the pod template.',
  severity: "error",
  sources: ["azure-aks-docs identity-bindings", "Azure/azure-workload-identity pkg/webhook (objectSelector)"],
  yieldsTo: ["pod-label-misplaced", "pod-label-not-true", "metadata-value-not-string"],
  *check(world) {
    for (const workload of world.workloads) {
      for (const template of workload.templates) {
        const binding3 = bindingAnnotation(template);
        const label2 = entryOf(template.metadata.labels, identityKeys.use)?.text ?? "";
        if (!binding3 || !template.complete || isLabelled(template)) continue;
        if (label2.toLowerCase() === "false" || hasPlaceholder(label2)) continue;
        yield {
          at: template.anchor.keyPlace,
          message: `Pods of the ${workload.kind} ${nameOf(workload)} have ${identityKeys.useBinding}, but not the label ${identityKeys.use} that makes the webhook look at it.`,
          related: [{ at: binding3.keyPlace, note: "the annotation that asks for the binding" }],
          severity: severityOfAbsence(world, "error"),
          about: cause("pod label", workload),
          ...template.metadata.labelsField && {
            fix: {
              safety: "safe",
              repairs: [
                { kind: "add-entry", into: template.metadata.labelsField, key: identityKeys.use, text: "true" }
              ]
            }
          }
        };
      }
    }
  }
});
var role2 = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: orders-identity}
rules:
  - {apiGroups: [cid.wi.aks.azure.com], resources: ["*"], verbs: [use-managed-identity]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: orders-identity}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: orders-identity}
subjects:
  - {kind: ServiceAccount, name: orders, namespace: shop}
`;
var pods6 = (labels, binding3 = '"true"', mark42 = "") => ({
  "all.yaml": exampleAccount() + role2 + examplePods({ labels, annotations: [`azure.workload.identity/use-identity-binding: ${binding3}`] }).replace(
    "      labels:\n",
    `      labels:${mark42}
`
  )
});
var examples49 = defineExamples({
  bad: [
    { title: "No label", files: pods6([], '"true"', " #~ identity-binding-without-label") },
    { title: "No label, the annotation in capitals", files: pods6([], '"TRUE"', " #~ identity-binding-without-label") }
  ],
  good: [
    { title: "Both", files: pods6(['azure.workload.identity/use: "true"']) },
    { title: "Off on purpose", files: pods6(['azure.workload.identity/use: "False"']) },
    { title: "The label is filled in later", files: pods6(['azure.workload.identity/use: "${USE_IDENTITY}"']) },
    {
      title: "Part of an object",
      files: {
        "all.yaml": pods6([])["all.yaml"].replace("          image: registry.example/orders:1\n", "")
      }
    },
    {
      title: "The annotation is off, and the token projected by hand",
      files: {
        "all.yaml": exampleAccount() + examplePods({
          labels: [],
          annotations: ['azure.workload.identity/use-identity-binding: "false"'],
          spec: [
            "serviceAccountName: orders",
            'volumes: [{name: token, projected: {sources: [{serviceAccountToken: {audience: "api://AzureADTokenExchange", path: token}}]}}]'
          ]
        })
      }
    }
  ]
});

// src/rules/static/metadata-value-not-string.ts
var rule50 = defineRule({
  id: "metadata-value-not-string",
  title: "A label or annotation is not text",
  group: "Workload identity",
  why: 'Labels and annotations must be strings. Unquoted true, yes, on or 3600 are a boolean or a number to Kubernetes, and the API server refuses the whole object ("cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string").',
  remedy: "Put the value in quotes.",
  severity: "error",
  sources: ["Kubernetes API conventions (ObjectMeta)", "newrelic/nri-kubernetes issue 495"],
  *check(world) {
    const workloads = new Map(world.workloads.map((workload) => [workload.manifest, workload]));
    for (const object of world.objects) {
      const templates = workloads.get(object.manifest)?.templates ?? [];
      const seen = /* @__PURE__ */ new Set();
      for (const { metadata } of [object, ...templates]) {
        for (const entry of [...metadata.labels, ...metadata.annotations]) {
          if (seen.has(entry.node)) continue;
          seen.add(entry.node);
          if (isOurs(entry.key) && isNotText(entry)) yield observe5(object, entry);
        }
      }
    }
  }
});
function isOurs(key) {
  return key.startsWith(identityKeys.prefix) || key === podIdentityLabel;
}
function isNotText(entry) {
  return typeof entry.value === "boolean" || typeof entry.value === "number";
}
function observe5(object, entry) {
  const kind = typeof entry.value === "boolean" ? "a boolean" : "a number";
  return {
    at: entry,
    message: `${entry.key} of the ${object.kind} ${nameOf(object)} is ${entry.text}, which Kubernetes reads as ${kind}; the API server refuses the object.`,
    about: cause(entry.key === identityKeys.use ? "pod label" : entry.key, object),
    fix: {
      safety: "safe",
      // An unquoted yes or True was meant as the word that counts.
      repairs: [
        {
          kind: "set-text",
          at: entry,
          text: typeof entry.value === "boolean" ? String(entry.value) : entry.text ?? ""
        }
      ]
    }
  };
}
var deployment3 = (label2) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata:
      labels:
        azure.workload.identity/use: ${label2}
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`;
var examples50 = defineExamples({
  bad: [
    {
      title: "The label of pods that use an identity binding",
      files: {
        "pods.yaml": exampleAccount() + examplePods({
          labels: ["azure.workload.identity/use: true #~ metadata-value-not-string"],
          annotations: ['azure.workload.identity/use-identity-binding: "true"']
        })
      }
    },
    {
      title: "A number beside pods that lack the label",
      files: {
        "all.yaml": exampleAccount() + examplePods({
          labels: [],
          annotations: [
            "azure.workload.identity/service-account-token-expiration: 7200 #~ metadata-value-not-string"
          ]
        }).replace("      labels:\n        app", "      labels: #~ pod-label-missing\n        app")
      }
    },
    { title: "A bare true", files: { "deployment.yaml": deployment3("true #~ metadata-value-not-string") } },
    { title: "A YAML 1.1 boolean", files: { "deployment.yaml": deployment3("yes #~ metadata-value-not-string") } },
    {
      title: "A bare number on the account",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
    azure.workload.identity/service-account-token-expiration: 7200 #~ metadata-value-not-string
`
      }
    }
  ],
  good: [
    { title: "Keys of others", files: { "deployment.yaml": deployment3('"true"\n        version: 1') } },
    { title: "In quotes", files: { "deployment.yaml": deployment3('"true"') } },
    {
      title: "A tag makes it text",
      files: { "deployment.yaml": deployment3("!!str true") }
    },
    {
      title: "A patch that kustomize merges, and quotes",
      files: {
        "kustomization.yaml": "resources: [account.yaml]\npatches: [{path: patch.yaml}]\n",
        "account.yaml": "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: orders}\n",
        "patch.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations: {azure.workload.identity/service-account-token-expiration: 3600}
`
      }
    }
  ]
});

// src/rules/literal-secret.ts
var reference = /^(?:[a-z][a-z0-9+.-]*:\/\/|vault:|ref\+|@Microsoft\.KeyVault\()|@azurekeyvault(?:\?|$)/i;
var sample = /^(?:\*+|\.{3,}|dummy|example|fake|secret|password|redacted|your[-_ ].*)$/i;
function isLiteralSecret(text) {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "" || hasPlaceholder(trimmed) || isLeftover(trimmed)) return false;
  return !reference.test(trimmed) && !sample.test(trimmed);
}

// src/rules/static/plain-client-secret.ts
var rule51 = defineRule({
  id: "plain-client-secret",
  title: "A client secret is written out",
  group: "Workload identity",
  why: "Everyone who can read the repository, now or later, can sign in to Azure as this service principal, from anywhere. Base64 hides nothing, and removing the line does not remove it from the history.",
  remedy: "Revoke the secret in Entra, remove it from the manifest, and let the pods use workload identity instead; what must stay a secret belongs in Key Vault.",
  severity: "error",
  sources: [
    "Microsoft identity platform, client credentials",
    "Kubernetes documentation, Secrets (data is encoded, not encrypted)"
  ],
  *check(world) {
    for (const workload of world.workloads) yield* inEnvironment(workload);
    yield* inObjects(world);
  }
});
var named = /^(?:AZURE|ARM|AAD)_CLIENT_SECRET$|^aadClientSecret$/;
function* inEnvironment(workload) {
  for (const container of workload.templates.flatMap((template) => template.containers)) {
    for (const { name, field, value } of container.environment) {
      if (!named.test(name) || !isLiteralSecret(value?.text)) continue;
      yield {
        // The name, not the value: the value would be shown once more in every report.
        at: field.get("name") ?? field,
        message: `The container ${container.name} of the ${workload.kind} ${nameOf(workload)} has a client secret as the literal value of ${name}.`,
        about: cause(`env ${field.path.join("/")}`, workload)
      };
    }
  }
}
function* inObjects(world) {
  for (const object of world.objects) {
    if (object.kind !== "Secret" && object.kind !== "ConfigMap" || object.root.get("sops")) continue;
    const entries = [
      ...entriesOf(object, "stringData", (text) => text),
      ...entriesOf(object, "data", decoderFor(object))
    ];
    for (const entry of entries) {
      const holds = isSecretKey(entry.field.key, entries, object) ? isLiteralSecret(entry.text) : isLiteralSecret(secretInJson(entry.text));
      if (!holds) continue;
      yield {
        at: entry.field.keyPlace,
        message: `The ${object.kind} ${nameOf(object)} holds a client secret under ${entry.field.key}${object.kind === "Secret" ? "; base64 hides nothing" : ""}.`
      };
    }
  }
}
function entriesOf(object, key, decode) {
  return (object.root.get(key)?.entries() ?? []).map((field) => ({ field, text: decode(field.text ?? "") }));
}
function decoderFor(object) {
  if (object.kind !== "Secret") return (text) => text;
  return (text) => {
    if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text)) return "";
    const decoded = Buffer.from(text, "base64").toString("utf8");
    return /^[\t\n\r\x20-\x7e]*$/.test(decoded) ? decoded : "";
  };
}
function isSecretKey(key, entries, object) {
  if (named.test(key)) return true;
  if (plain2(key) !== "clientsecret") return false;
  const keys = new Set(entries.map(({ field }) => plain2(field.key)));
  const forKeyVault = entryOf(object.metadata.labels, "secrets-store.csi.k8s.io/used") !== void 0;
  return keys.has("clientid") && (keys.has("tenantid") || forKeyVault);
}
function plain2(key) {
  return key.toLowerCase().replace(/[-_.]/g, "");
}
function secretInJson(text) {
  if (!/"(?:aad)?(?:tenantId|subscriptionId)"/.test(text)) return void 0;
  return /"(?:aad)?[cC]lientSecret"\s*:\s*"([^"]*)"/.exec(text)?.[1];
}
var mark26 = " #~ plain-client-secret";
var secret2 = (data, more = "") => ({
  "secret.yaml": `apiVersion: v1
kind: Secret
metadata:
  name: azure
  namespace: shop
${more}${data}`
});
var word = "not-a-real-secret-value";
var encoded = (text) => Buffer.from(text).toString("base64");
var json = (text, tenant3 = "tenantId") => `{"clientId": "a", "clientSecret": "${text}", "${tenant3}": "b"}`;
var pods7 = (value, name = "AZURE_CLIENT_SECRET") => ({
  "all.yaml": exampleAccount() + examplePods({ labels: [], container: ["env:", `  - name: ${name}`, `    value: ${value}`] }).replace(
    "serviceAccountName: orders",
    "serviceAccountName: other"
  )
});
var examples51 = defineExamples({
  bad: [
    { title: "In a variable", files: pods7(word, `AZURE_CLIENT_SECRET${mark26}`) },
    {
      title: "In a variable of pods with workload identity",
      files: {
        "all.yaml": exampleAccount() + examplePods({ container: ["env:", `  - name: AZURE_CLIENT_SECRET${mark26}`, `    value: ${word}`] })
      }
    },
    { title: "In a Secret, as it is", files: secret2(`stringData:
  AZURE_CLIENT_SECRET: ${word}${mark26}
`) },
    { title: "In a Secret, as base64", files: secret2(`data:
  ARM_CLIENT_SECRET: ${encoded(word)}${mark26}
`) },
    {
      title: "Beside a client id and a tenant",
      files: secret2(`stringData:
  client-id: a
  tenantId: b
  client-secret: ${word}${mark26}
`)
    },
    {
      title: "For the Key Vault driver",
      files: secret2(
        `data:
  clientid: ${encoded("a")}
  clientsecret: ${encoded(word)}${mark26}
`,
        '  labels: {secrets-store.csi.k8s.io/used: "true"}\n'
      )
    },
    { title: "In JSON", files: secret2(`stringData:
  credentials: '${json(word)}'${mark26}
`) },
    {
      title: "In a ConfigMap",
      files: {
        "config.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: azure, namespace: shop}
data:
  AZURE_CLIENT_SECRET: ${word}${mark26}
`
      }
    }
  ],
  good: [
    { title: "Filled in later", files: pods7('"${CLIENT_SECRET}"') },
    { title: "Empty", files: pods7('""') },
    { title: "A leftover", files: pods7("changeme") },
    { title: "A word for it", files: pods7("your-client-secret") },
    { title: "A reference", files: pods7("ref+azurekeyvault://shop/azure") },
    {
      title: "From a Secret",
      files: {
        "all.yaml": exampleAccount() + examplePods({
          labels: ['azure.workload.identity/use: "false"'],
          container: ["env: [{name: AZURE_CLIENT_SECRET, valueFrom: {secretKeyRef: {name: azure, key: secret}}}]"]
        })
      }
    },
    { title: "Another variable", files: pods7(word, "AZURE_CLIENT_NAME") },
    {
      title: "Encrypted by SOPS",
      files: secret2(`stringData:
  AZURE_CLIENT_SECRET: ${word}
sops:
  version: 3.9.0
`)
    },
    { title: "A placeholder as base64", files: secret2(`data:
  AZURE_CLIENT_SECRET: ${encoded("<secret>")}
`) },
    { title: "No base64 at all", files: secret2("data:\n  AZURE_CLIENT_SECRET: not!base64\n") },
    { title: "Bytes that are no text", files: secret2("data:\n  AZURE_CLIENT_SECRET: /////w==\n") },
    { title: "A client of another provider", files: secret2(`stringData:
  clientId: a
  clientSecret: ${word}
`) },
    {
      title: "A secret of something else, beside a tenant",
      files: secret2(`stringData:
  tenantId: b
  clientSecret: ${word}
`)
    },
    { title: "JSON of another provider", files: secret2(`stringData:
  credentials: '${json(word, "project")}'
`) },
    {
      title: "JSON that is filled in later",
      files: secret2(`stringData:
  credentials: '${json("${SECRET}")}'
`)
    },
    {
      title: "A sealed secret",
      files: {
        "sealed.yaml": `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: {name: azure, namespace: shop}
data:
  AZURE_CLIENT_SECRET: ${word}
`
      }
    }
  ]
});

// src/rules/static/pod-label-misplaced.ts
var rule52 = defineRule({
  id: "pod-label-misplaced",
  title: "The workload identity label is not on the pod template",
  group: "Workload identity",
  why: "The webhook selects pods by their own labels. A label on the Deployment, the Job, the Service, or written as an annotation is never looked at: the pods start without AZURE_* variables and without a token, and the application fails at its first call to Azure.",
  remedy: "Move the line to the labels of the pod template (`spec.template.metadata.labels`).",
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook (objectSelector), issues 751 and 1185"],
  *check(world) {
    for (const workload of world.workloads) yield* checkWorkload(world, workload);
    for (const object of world.objects) yield* checkOther(world, object);
  }
});
function* checkWorkload(world, workload) {
  const unlabelled2 = workload.templates.filter((template2) => !entryOf(template2.metadata.labels, identityKeys.use));
  if (unlabelled2.length === 0 || unlabelled2.length < workload.templates.length) return;
  const own = workload.metadata.field === unlabelled2[0]?.metadata.field ? [] : [workload.metadata];
  const misplaced = [
    ...own.flatMap((metadata) => [...metadata.labels, ...metadata.annotations]),
    ...unlabelled2.flatMap((template2) => template2.metadata.annotations)
  ].filter(asksForWebhook);
  const [template] = unlabelled2;
  for (const label2 of misplaced) {
    const broken = unlabelled2.some((candidate) => needsLabel(world, { workload, template: candidate }));
    yield observe6(label2, `the ${workload.kind} ${nameOf(workload)}`, broken, { workload, template });
  }
}
function* checkOther(world, object) {
  if (object.kind === "ServiceAccount" || isCustom(object)) return;
  if (world.workloads.some((workload) => workload.manifest === object.manifest)) return;
  const labels = [...object.metadata.labels, ...object.metadata.annotations].filter(asksForWebhook);
  if (labels.length === 0) return;
  const pods15 = object.kind === "Service" ? selectedBy(world, object) : [];
  if (pods15.some(({ template }) => isLabelled(template))) return;
  const broken = pods15.find((pod3) => needsLabel(world, pod3));
  for (const label2 of labels)
    yield observe6(label2, `the ${object.kind} ${nameOf(object)}`, broken !== void 0, broken);
}
function isCustom({ group }) {
  return group.includes(".") && !group.endsWith(".k8s.io");
}
function asksForWebhook(entry) {
  return entry.key === identityKeys.use && entry.text?.toLowerCase() !== "false";
}
function observe6(label2, owner, broken, pod3) {
  const kind = label2.path.at(-2) === "annotations" ? "annotation" : "label";
  return {
    at: label2.keyPlace,
    message: broken ? `The ${kind} ${identityKeys.use} is on ${owner}, where the webhook never looks; its pods use an account with a client id and get no token.` : `The ${kind} ${identityKeys.use} on ${owner} does nothing: the webhook reads labels of pods only.`,
    severity: broken ? "error" : "note",
    ...pod3 && {
      related: [{ at: pod3.template.anchor.keyPlace, note: "the label belongs here" }],
      about: cause("pod label", pod3.workload)
    },
    ...broken && pod3?.template.metadata.labelsField && {
      fix: {
        safety: "safe",
        repairs: [
          { kind: "remove-entry", at: label2 },
          { kind: "add-entry", into: pod3.template.metadata.labelsField, key: identityKeys.use, text: "true" }
        ]
      }
    }
  };
}
function needsLabel(world, { workload, template }) {
  if (!template.complete || hasOtherTokenSource(world, workload, template)) return false;
  return accountsFor(world, workload, template).some(({ account: account10, certain }) => certain && account10.clientId?.text);
}
function selectedBy(world, service2) {
  const selector = service2.root.get("spec", "selector")?.entries() ?? [];
  if (selector.length === 0) return [];
  return world.workloads.filter(
    (workload) => world.sees(workload.manifest, service2.manifest) && compareNamespaces(workload, service2) === "same"
  ).flatMap((workload) => workload.templates.map((template) => ({ workload, template }))).filter(
    ({ template }) => selector.every(
      (wanted) => template.metadata.labels.some((label2) => label2.key === wanted.key && label2.text === wanted.text)
    )
  );
}
var use2 = 'azure.workload.identity/use: "true"';
var mark27 = " #~ pod-label-misplaced";
var onDeployment = (pods15 = {}, value = `"true"${mark27}`) => examplePods({ labels: [], ...pods15 }).replace(
  "spec:\n",
  `  labels:
    app: orders
    azure.workload.identity/use: ${value}
  annotations:
    team: orders
spec:
`
);
var job = `---
apiVersion: batch/v1
kind: Job
metadata:
  name: import
  namespace: shop
  labels:
    ${use2}${mark27}
spec:
  template:
    spec:
      serviceAccount: orders
      restartPolicy: Never
      containers:
        - {name: import, image: "registry.example/import:1"}
`;
var service = (label2, selector = "{app: orders}", namespace2 = "shop") => `---
apiVersion: v1
kind: Service
metadata:
  name: orders
  namespace: ${namespace2}
  labels:
    ${label2}
spec:
  selector: ${selector}
  ports: [{port: 80}]
`;
var other3 = (apiVersion, kind, label2 = use2 + mark27) => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: shop
  namespace: shop
  labels:
    app: orders
    ${label2}
`;
var projected = 'volumes: [{name: t, projected: {sources: [{serviceAccountToken: {audience: "api://AzureADTokenExchange", path: t}}]}}]';
var elsewhere2 = (pods15) => pods15.replace("serviceAccountName: orders", "serviceAccountName: elsewhere");
var examples52 = defineExamples({
  bad: [
    { title: "On the Deployment", severity: "error", files: { "all.yaml": exampleAccount() + onDeployment() } },
    {
      title: "As an annotation of the pod template",
      severity: "error",
      files: { "all.yaml": exampleAccount() + examplePods({ labels: [], annotations: ["team: orders", use2 + mark27] }) }
    },
    {
      title: "On the Service",
      severity: "error",
      files: { "all.yaml": exampleAccount() + examplePods({ labels: [] }) + service(use2 + mark27) }
    },
    { title: "On the Job", severity: "error", files: { "all.yaml": exampleAccount() + job } },
    {
      title: "The account has no client id, as far as is known",
      severity: "note",
      files: { "all.yaml": elsewhere2(onDeployment()) }
    },
    {
      title: "Which account it is is only known later",
      severity: "note",
      files: { "all.yaml": exampleAccount({ namespace: "${NAMESPACE}" }) + onDeployment() }
    },
    {
      title: "A token is projected by hand",
      severity: "note",
      files: { "all.yaml": exampleAccount() + onDeployment({ spec: ["serviceAccountName: orders", projected] }) }
    },
    {
      title: "Part of an object",
      severity: "note",
      files: {
        "all.yaml": exampleAccount() + onDeployment().replace("          image: registry.example/orders:1\n", "")
      }
    },
    {
      title: "On a Service of other pods, of none, and of another namespace",
      severity: "note",
      files: {
        "all.yaml": exampleAccount() + examplePods() + service(use2 + mark27, "{app: other}") + service(use2 + mark27, "{app: orders, tier: web}").replace("name: orders", "name: web") + service(use2 + mark27, "{}").replace("name: orders", "name: none") + service(use2 + mark27, "{app: orders}", "other")
      }
    },
    {
      title: "On a ConfigMap and an Ingress",
      severity: "note",
      files: { "all.yaml": other3("v1", "ConfigMap") + other3("networking.k8s.io/v1", "Ingress") }
    }
  ],
  good: [
    {
      title: "On the template, and on the Deployment and the Service as well",
      files: {
        "all.yaml": exampleAccount() + onDeployment({ labels: [use2] }, '"true"') + service(use2)
      }
    },
    { title: "Off on purpose", files: { "all.yaml": elsewhere2(onDeployment({}, '"False"')) } },
    {
      title: "On objects of an operator, which may pass it on",
      files: { "all.yaml": other3("example.com/v1", "Worker", use2) }
    }
  ]
});

// src/rules/account-borrowers.ts
var kinds = /^(?:(?:Cluster)?SecretStore|ACRAccessToken|(?:Cluster)?Issuer|(?:Git|OCI|Helm|Image)Repository|Bucket|(?:Cluster)?TriggerAuthentication|EventSource|Sensor|AzureAppConfigurationProvider|VaultAuth)$/;
var loansByWorld = /* @__PURE__ */ new WeakMap();
function borrowerOf(world, account10) {
  return loansOf(world).find(
    ({ borrower, name, namespace: namespace2 }) => name === account10.metadata.nameField?.text && world.sees(borrower.manifest, account10.manifest) && (namespace2 === void 0 ? borrower.kind.startsWith("Cluster") || compareNamespaces(borrower, account10) !== "different" : namespace2 === account10.metadata.namespaceField?.text)
  )?.borrower;
}
function loansOf(world) {
  let loans = loansByWorld.get(world);
  if (!loans) {
    loans = world.objects.filter((object) => kinds.test(object.kind)).flatMap((borrower) => [...namesIn(borrower.root.get("spec"))].map((loan) => ({ borrower, ...loan })));
    loansByWorld.set(world, loans);
  }
  return loans;
}
function* namesIn(field) {
  for (const child of [...field?.entries() ?? [], ...field?.items() ?? []]) {
    if (child.key === "serviceAccountName" && child.text) yield { name: child.text, namespace: void 0 };
    const name = child.key === "serviceAccountRef" ? child.get("name")?.text : void 0;
    if (name) yield { name, namespace: child.get("namespace")?.text };
    else yield* namesIn(child);
  }
}

// src/rules/static/pod-label-missing.ts
var rule53 = defineRule({
  id: "pod-label-missing",
  title: "Pods of an identity account do not ask for their token",
  group: "Workload identity",
  why: 'The account names a managed identity, but the webhook only injects the token and the AZURE_* variables into pods with the label `azure.workload.identity/use: "true"`. Without it the application reports that no credential is available.',
  remedy: 'Add `azure.workload.identity/use: "true"` to the labels of the pod template, or write `"false"` there when the pods are not meant to use the identity.',
  severity: "warning",
  absence: true,
  sources: ["Azure/azure-workload-identity pkg/webhook (objectSelector)", "azure-aks-docs workload-identity-overview"],
  yieldsTo: [
    "pod-label-misplaced",
    "pod-label-not-true",
    "metadata-value-not-string",
    "identity-binding-without-label"
  ],
  *check(world) {
    for (const account10 of world.serviceAccounts) {
      if (!account10.clientId?.text || isClusterNamespace(literalOf(account10.namespace))) continue;
      if (borrowerOf(world, account10)) continue;
      yield* checkAccount2(world, account10);
    }
  }
});
function* checkAccount2(world, account10) {
  const pods15 = templatesOf(world, account10).filter(({ template }) => template.complete);
  if (pods15.some(({ template }) => entryOf(template.metadata.labels, identityKeys.use))) return;
  for (const pod3 of pods15) {
    const certain = accountsFor(world, pod3.workload, pod3.template).some(
      (match) => match.account === account10 && match.certain
    );
    if (certain && !hasOtherTokenSource(world, pod3.workload, pod3.template)) yield observe7(world, account10, pod3);
  }
}
function observe7(world, account10, { workload, template }) {
  const misspelt2 = template.metadata.labels.find((label2) => misspeltKey(label2.key) === identityKeys.use);
  const [reads2] = injectedUses(template);
  const runs = `Pods of the ${workload.kind} ${nameOf(workload)} run as ${nameOf(account10)}, which has a client id`;
  const related = [{ at: account10.metadata.nameField ?? account10.root, note: "the account with the client id" }];
  const about = cause("pod label", workload);
  if (misspelt2) {
    return {
      at: misspelt2.keyPlace,
      message: `${runs}, but the label is spelt ${misspelt2.key}, which the webhook does not know.`,
      remedy: `Write ${identityKeys.use}.`,
      severity: "error",
      related,
      about,
      fix: { safety: "safe", repairs: [{ kind: "rename-key", at: misspelt2, key: identityKeys.use }] }
    };
  }
  return {
    at: template.anchor.keyPlace,
    message: reads2 ? `${runs}, and a container uses ${reads2.variable}, which only the webhook sets; without the label ${identityKeys.use} nothing sets it.` : `${runs}, but no workload of that account has the label ${identityKeys.use}.`,
    severity: severityOfAbsence(world, reads2 ? "error" : "warning"),
    related: reads2 ? [...related, { at: reads2.field.place, note: `${reads2.variable} is used here` }] : related,
    about,
    ...template.metadata.labelsField && {
      fix: {
        safety: "unsafe",
        repairs: [{ kind: "add-entry", into: template.metadata.labelsField, key: identityKeys.use, text: "true" }]
      }
    }
  };
}
var unlabelled = (pods15 = {}) => examplePods({ labels: [], ...pods15 }).replace("      labels:\n", "      labels: #~ pod-label-missing\n");
var silent = (spec = []) => examplePods({ labels: [], spec: ["serviceAccountName: orders", ...spec] });
var claim = "volumes: [{name: data, persistentVolumeClaim: {claimName: orders}}]";
var store2 = (namespace2) => `---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: {name: orders, namespace: ${namespace2}}
spec:
  provider:
    azurekv:
      authType: WorkloadIdentity
      vaultUrl: https://orders.vault.azure.net
      serviceAccountRef: {name: orders}
`;
var examples53 = defineExamples({
  bad: [
    {
      title: "A script that sets the variable itself",
      severity: "warning",
      files: {
        "all.yaml": exampleAccount() + unlabelled({ container: ['args: ["export AZURE_CLIENT_ID=x; echo $AZURE_CLIENT_ID"]'] })
      }
    },
    {
      title: "A volume whose driver needs no token",
      severity: "warning",
      files: { "all.yaml": exampleAccount() + unlabelled({ spec: ["serviceAccountName: orders", claim] }) }
    },
    {
      title: "A store of another namespace borrows an account of the same name",
      severity: "warning",
      files: { "all.yaml": exampleAccount() + unlabelled() + store2("other") }
    },
    {
      title: "An annotated account, pods without the label",
      severity: "warning",
      files: { "account.yaml": exampleAccount(), "deployment.yaml": unlabelled() }
    },
    {
      title: "A container counts on the variable that only the webhook sets",
      severity: "error",
      files: {
        "all.yaml": exampleAccount() + unlabelled({ container: ['args: ["--client-id", "$(AZURE_CLIENT_ID)"]'] })
      }
    },
    {
      title: "A template without labels, the account by its old name",
      severity: "warning",
      files: {
        "all.yaml": exampleAccount() + examplePods({ labels: [], annotations: ["team: orders"], spec: ["serviceAccount: orders"] }).replace(
          "    metadata:\n      labels:\n        app: orders\n",
          "    metadata: #~ pod-label-missing\n"
        )
      }
    },
    {
      title: "A misspelt label",
      severity: "error",
      files: {
        "all.yaml": exampleAccount() + examplePods({ labels: ['azure.workload-identity/use: "true" #~ pod-label-missing'] })
      }
    }
  ],
  good: [
    {
      title: "Another workload of the account has the label",
      files: { "all.yaml": exampleAccount() + examplePods({ labels: [], name: "migration" }) + examplePods() }
    },
    {
      title: "An account without a client id",
      files: {
        "all.yaml": exampleAccount().replace(/ {2}annotations:[\s\S]*/, "") + examplePods({ labels: [], container: ['args: ["--identity=$(AZURE_CLIENT_ID)"]'] })
      }
    },
    {
      title: "A namespace that the cluster owns",
      files: {
        "all.yaml": (exampleAccount() + silent()).replaceAll("namespace: shop", "namespace: kube-system")
      }
    },
    {
      title: "Part of an object",
      files: {
        "all.yaml": exampleAccount() + silent().replace("          image: registry.example/orders:1\n", "")
      }
    },
    {
      title: "Which account it is is only known later",
      files: { "all.yaml": exampleAccount({ namespace: "${NAMESPACE}" }) + silent() }
    },
    {
      title: "A SecretStore borrows the account",
      files: { "all.yaml": exampleAccount() + silent() + store2("shop") }
    },
    {
      title: "A store for all namespaces borrows the account",
      files: {
        "all.yaml": exampleAccount() + silent() + store2("shop").replace("kind: SecretStore", "kind: ClusterSecretStore").replace("serviceAccountRef: {name: orders}", "serviceAccountRef: {name: orders, namespace: shop}")
      }
    },
    {
      title: "A Flux source borrows the account",
      files: {
        "all.yaml": `${exampleAccount() + silent()}---
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: {name: orders, namespace: shop}
spec: {interval: 5m, url: "oci://registry.example/orders", provider: azure, serviceAccountName: orders}
`
      }
    },
    {
      title: "The volume driver asks for the token itself, by a storage class",
      files: {
        "all.yaml": `${exampleAccount() + silent([claim])}---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: orders}
provisioner: file.csi.azure.com
parameters: {mountWithWorkloadIdentityToken: "true", clientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`
      }
    },
    {
      title: "Off on purpose",
      files: { "all.yaml": exampleAccount() + examplePods({ labels: ['azure.workload.identity/use: "false"'] }) }
    },
    {
      title: "The token is projected by hand",
      files: {
        "all.yaml": exampleAccount() + silent([
          "volumes:",
          '  - {name: t, projected: {sources: [{serviceAccountToken: {audience: "api://AzureADTokenExchange", path: t}}]}}'
        ])
      }
    },
    {
      title: "The volume driver asks for the token itself",
      files: {
        "all.yaml": exampleAccount() + silent([
          "volumes:",
          "  - name: secrets",
          "    csi: {driver: secrets-store.csi.k8s.io, readOnly: true, volumeAttributes: {secretProviderClass: orders}}"
        ])
      }
    },
    {
      title: "An account without pods: a controller borrows it",
      files: { "account.yaml": exampleAccount() }
    }
  ]
});

// src/rules/static/pod-label-not-true.ts
var rule54 = defineRule({
  id: "pod-label-not-true",
  title: 'The workload identity label is not exactly "true"',
  group: "Workload identity",
  why: 'The webhook selects the label value "true" and nothing else: letter case counts, and "yes" or "1" are ignored without a word. The pods start without a token.',
  remedy: 'Write "true", in lower case and quotes; write "false" to switch it off on purpose.',
  severity: "error",
  sources: ["Azure/azure-workload-identity deploy/azure-wi-webhook.yaml (objectSelector.matchLabels)"],
  *check(world) {
    for (const workload of world.workloads) {
      for (const template of workload.templates) {
        const label2 = entryOf(template.metadata.labels, identityKeys.use);
        const text = label2?.string;
        if (!label2 || text === void 0 || text === "" || text === "true") continue;
        if (/^(?:false|no|n|off|0|disabled?)$/i.test(text.trim()) || hasPlaceholder(text)) continue;
        yield {
          at: label2,
          message: `The label ${identityKeys.use} of the ${workload.kind} ${nameOf(workload)} is "${text}"; the webhook selects exactly "true".`,
          about: cause("pod label", workload),
          .../^(?:true|yes|y|on|1|enabled?)$/i.test(text.trim()) && {
            fix: { safety: "safe", repairs: [{ kind: "set-text", at: label2, text: "true" }] }
          }
        };
      }
    }
  }
});
var pod = (label2) => `apiVersion: v1
kind: Pod
metadata:
  name: orders
  namespace: shop
  labels:
    azure.workload.identity/use: ${label2}
spec:
  serviceAccountName: orders
  containers:
    - {name: orders, image: "registry.example/orders:1"}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`;
var examples54 = defineExamples({
  bad: [
    { title: "Capital letter", files: { "pod.yaml": pod('"True" #~ pod-label-not-true') } },
    { title: "Another word for it", files: { "pod.yaml": pod('"yes" #~ pod-label-not-true') } },
    { title: "A number in quotes", files: { "pod.yaml": pod("'1' #~ pod-label-not-true") } }
  ],
  good: [
    { title: "Off, by another word", files: { "pod.yaml": pod('"no"') } },
    { title: "Empty", files: { "pod.yaml": pod('""') } },
    { title: "Exactly so", files: { "pod.yaml": pod('"true"') } },
    { title: "Off on purpose, whatever the case", files: { "pod.yaml": pod('"False"') } },
    { title: "Filled in later", files: { "pod.yaml": pod('"${USE_IDENTITY}"') } }
  ]
});

// src/rules/static/proxy-port-invalid.ts
var defaultPort = 8e3;
var rule55 = defineRule({
  id: "proxy-port-invalid",
  title: "The port of the proxy sidecar cannot be used",
  group: "Workload identity",
  why: "The webhook refuses pods whose port is not a number, the API server those whose port is outside 1 to 65535: no pod is created, and only an event says why. When a container has the port already, the proxy cannot listen and stops.",
  remedy: 'Write a free port from "1" to "65535", as digits in quotes.',
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (getProxyPort), pkg/proxy/proxy.go"],
  *check(world) {
    for (const pods15 of labelledPods(world)) {
      const proxy2 = proxyAnnotation(pods15.template);
      if (proxy2) yield* checkPort(pods15, proxy2);
    }
  }
});
function* checkPort(pods15, proxy2) {
  const port = entryOf(pods15.template.metadata.annotations, identityKeys.proxyPort);
  if (!port) {
    yield* inUse(pods15, proxy2.keyPlace, defaultPort, "the port it takes by default");
    return;
  }
  const text = port.string ?? (port.value === null ? "" : void 0);
  if (text === void 0 || hasPlaceholder(text) || isEmptySlot(port)) return;
  const number = Number(text);
  if (/^[+-]?\d+$/.test(text) && number >= 1 && number <= 65535) {
    yield* inUse(pods15, port, number, "the port it is given");
    return;
  }
  yield {
    at: port,
    message: `${identityKeys.proxyPort} of the ${pods15.workload.kind} ${nameOf(pods15.workload)} is "${text}", which is no port from 1 to 65535; the pods are refused.`
  };
}
function* inUse({ workload, template }, at, port, which) {
  const taken = portsOf(template).find((field) => field.value === port);
  if (!taken) return;
  yield {
    at,
    message: `The proxy sidecar of the ${workload.kind} ${nameOf(workload)} would listen on ${port}, ${which}, but a container of the pod uses it.`,
    severity: "warning",
    related: [{ at: taken, note: "the container that uses the port" }]
  };
}
function portsOf(template) {
  return template.containers.flatMap((container) => container.field.get("ports")?.items() ?? []).filter((port) => (port.get("protocol")?.text ?? "TCP") === "TCP").flatMap((port) => port.get("containerPort") ?? []);
}
var ported = (port, container = [], proxy2 = '"true"') => ({
  "all.yaml": exampleAccount() + examplePods({
    annotations: [
      ...proxy2 ? [`azure.workload.identity/inject-proxy-sidecar: ${proxy2}`] : [],
      ...port ? [`azure.workload.identity/proxy-sidecar-port: ${port}`] : []
    ],
    container
  })
});
var mark28 = " #~ proxy-port-invalid";
var web = (port, more = "") => ["ports:", `  - {containerPort: ${port}${more}}`];
var examples55 = defineExamples({
  bad: [
    { title: "Nothing after the colon", severity: "error", files: ported(mark28) },
    { title: "A name", severity: "error", files: ported(`http${mark28}`) },
    { title: "Empty", severity: "error", files: ported(`""${mark28}`) },
    { title: "Zero", severity: "error", files: ported(`"0"${mark28}`) },
    { title: "Too large", severity: "error", files: ported(`"65536"${mark28}`) },
    { title: "A port that the application uses", severity: "warning", files: ported(`"8080"${mark28}`, web(8080)) },
    {
      title: "The default port, which the application uses",
      severity: "warning",
      files: ported("", web(8e3), `"true"${mark28}`)
    }
  ],
  good: [
    { title: "A free port", files: ported('"8081"', web(8080)) },
    {
      title: "The first and the last",
      files: { ...ported('"1"'), "last/all.yaml": ported('"65535"')["all.yaml"].replaceAll("shop", "last") }
    },
    { title: "The same number in another protocol", files: ported('"5353"', web(5353, ", protocol: UDP")) },
    { title: "Filled in later", files: ported('"${PROXY_PORT}"') },
    { title: "A slot that the pipeline fills in", files: ported("# filled in by the pipeline") },
    { title: "Without the proxy nobody reads it", files: ported("http", web(8e3), "") },
    { title: "The default port is free", files: ported("", web(8080)) }
  ]
});

// src/rules/static/proxy-sidecar-always-on.ts
var rule56 = defineRule({
  id: "proxy-sidecar-always-on",
  title: "The proxy sidecar is added whatever the annotation says",
  group: "Workload identity",
  why: 'The webhook looks for the annotation, not for its value: "false" and an empty text add the proxy as "true" does. With it come a privileged init container and a redirect of all calls to the instance metadata service.',
  remedy: 'Remove the annotation when the proxy is not wanted; write "true" when it is.',
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (shouldInjectProxySidecar), issue 1210"],
  yieldsTo: ["proxy-sidecar-host-network", "proxy-sidecar-forbidden"],
  *check(world) {
    for (const { workload, template } of labelledPods(world)) {
      const proxy2 = proxyAnnotation(template);
      const text = proxy2?.text ?? "";
      if (!proxy2 || text === "true" || hasPlaceholder(text) || isEmptySlot(proxy2)) continue;
      const yes = /^(?:true|yes|y|on|1|enabled?)$/i.test(text.trim());
      yield {
        at: proxy2,
        message: `${identityKeys.injectProxy} of the ${workload.kind} ${nameOf(workload)} is "${text}", and the proxy is added all the same: the presence of the annotation counts, not its value.`,
        about: cause("proxy", workload),
        fix: {
          safety: "safe",
          repairs: [yes ? { kind: "set-text", at: proxy2, text: "true" } : { kind: "remove-entry", at: proxy2 }]
        }
      };
    }
  }
});
var pods8 = (value, label2 = '"true"') => ({
  "all.yaml": exampleAccount() + examplePods({
    labels: [`azure.workload.identity/use: ${label2}`],
    annotations: ["team: orders", `azure.workload.identity/inject-proxy-sidecar: ${value}`]
  })
});
var mark29 = " #~ proxy-sidecar-always-on";
var examples56 = defineExamples({
  bad: [
    { title: "Meant to be off", files: pods8(`"false"${mark29}`) },
    { title: "Empty", files: pods8(`""${mark29}`) },
    { title: "On, by another word", files: pods8(`"True"${mark29}`) }
  ],
  good: [
    { title: "On", files: pods8('"true"') },
    { title: "Filled in later", files: pods8('"${INJECT_PROXY}"') },
    { title: "A slot that the pipeline fills in", files: pods8("# filled in by the pipeline") },
    { title: "Pods that the webhook leaves alone", files: pods8('"false"', '"false"') },
    { title: "No annotation", files: { "all.yaml": exampleAccount() + examplePods() } }
  ]
});

// src/rules/static/proxy-sidecar-forbidden.ts
var rule57 = defineRule({
  id: "proxy-sidecar-forbidden",
  title: "The namespace forbids the proxy sidecar",
  group: "Workload identity",
  why: "The proxy comes with an init container that is privileged, runs as root and adds the capability NET_ADMIN. A namespace that enforces the Pod Security level baseline or restricted, or a Gatekeeper constraint on capabilities, refuses every pod that has it.",
  remedy: "Let the application use a credential that reads the token file, so that it needs no proxy; or run it in a namespace that may have privileged containers.",
  severity: "error",
  sources: [
    "Azure/azure-workload-identity pkg/webhook/webhook.go (azwi-proxy-init), issue 1424",
    "Kubernetes Pod Security Standards",
    "open-policy-agent/gatekeeper-library pod-security-policy/capabilities"
  ],
  *check(world) {
    for (const { workload, template } of labelledPods(world)) {
      const proxy2 = proxyAnnotation(template);
      const ban = proxy2 && banFor(world, workload);
      if (!proxy2 || !ban) continue;
      yield {
        at: proxy2.keyPlace,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} ask for the proxy sidecar, whose init container is privileged and adds NET_ADMIN; ${ban.reason}.`,
        related: [{ at: ban.at, note: "what forbids it" }],
        about: cause("proxy", workload)
      };
    }
  }
});
function banFor(world, workload) {
  if (!workload.namespaceGiven) return void 0;
  for (const object of world.objects) {
    if (!world.sees(workload.manifest, object.manifest)) continue;
    const ban = object.kind === "Namespace" ? enforcedLevel(object, workload) : constraint(object, workload);
    if (ban) return ban;
  }
  return void 0;
}
function enforcedLevel(object, workload) {
  if (compareTexts(object.name, workload.namespace) !== "same") return void 0;
  const level2 = entryOf(object.metadata.labels, "pod-security.kubernetes.io/enforce");
  if (level2?.text !== "baseline" && level2?.text !== "restricted") return void 0;
  return { at: level2, reason: `the namespace enforces the Pod Security level ${level2.text}` };
}
function constraint(object, workload) {
  if (object.kind !== "K8sPSPCapabilities") return void 0;
  const spec = object.root.get("spec");
  const parameters = spec?.get("parameters");
  const allowed = (parameters?.get("allowedCapabilities")?.items() ?? []).map((field) => field.text?.toUpperCase());
  const denies = (spec?.get("enforcementAction")?.text ?? "deny") === "deny";
  const exempt = (parameters?.get("exemptImages")?.items() ?? []).length > 0;
  if (!denies || exempt || allowed.includes("*") || allowed.includes("NET_ADMIN")) return void 0;
  if (!appliesTo(spec?.get("match"), literalOf(workload.namespace))) return void 0;
  return {
    at: parameters?.get("allowedCapabilities") ?? object.metadata.nameField ?? object.root,
    reason: `the Gatekeeper constraint ${nameOf(object)} does not allow that capability`
  };
}
function appliesTo(match, namespace2) {
  if (namespace2 === void 0 || match?.get("namespaceSelector") || match?.get("labelSelector")) return false;
  const texts = (field) => (field?.items() ?? []).map((item) => item.text ?? "");
  const kinds2 = match?.get("kinds")?.items() ?? [];
  const pods15 = kinds2.some((kind) => texts(kind.get("kinds")).some((name) => name === "Pod" || name === "*"));
  if (kinds2.length > 0 && !pods15) return false;
  const included = texts(match?.get("namespaces"));
  if (included.length > 0 && !included.some((pattern2) => fits2(pattern2, namespace2))) return false;
  return !texts(match?.get("excludedNamespaces")).some((pattern2) => fits2(pattern2, namespace2));
}
function fits2(pattern2, namespace2) {
  const inner = pattern2.replace(/^\*|\*$/g, "");
  if (pattern2.startsWith("*") && pattern2.endsWith("*")) return namespace2.includes(inner);
  if (pattern2.startsWith("*")) return namespace2.endsWith(inner);
  return pattern2.endsWith("*") ? namespace2.startsWith(inner) : namespace2 === pattern2;
}
var namespace = (label2, name = "shop") => `---
apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels:
    pod-security.kubernetes.io/${label2}
`;
var gatekeeper = (spec) => `---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sPSPCapabilities
metadata:
  name: capabilities
spec:
${spec}`;
var everywhere = `  match:
    kinds: [{apiGroups: [""], kinds: ["Pod"]}]
    excludedNamespaces: [kube-system, "*-system"]
`;
var proxy = 'azure.workload.identity/inject-proxy-sidecar: "true"';
var pods9 = (mark42) => exampleAccount() + examplePods({ annotations: [`${proxy}${mark42}`] });
var bad2 = (...more) => ({ "all.yaml": pods9(" #~ proxy-sidecar-forbidden") + more.join("") });
var good2 = (...more) => ({ "all.yaml": pods9("") + more.join("") });
var examples57 = defineExamples({
  bad: [
    { title: "Pod Security restricted", files: bad2(namespace("enforce: restricted")) },
    { title: "Pod Security baseline", files: bad2(namespace("enforce: baseline")) },
    {
      title: "A constraint that allows other capabilities",
      files: bad2(
        gatekeeper(`${everywhere}  parameters:
    allowedCapabilities: [NET_BIND_SERVICE]
    requiredDropCapabilities: [NET_RAW]
`)
      )
    },
    {
      title: "A constraint for this namespace that allows none",
      files: bad2(
        gatekeeper(`  enforcementAction: deny
  match: {kinds: [{kinds: [Deployment]}, {kinds: [Job, Pod]}], namespaces: [other, "sh*"]}
  parameters: {requiredDropCapabilities: [NET_RAW]}
`)
      )
    }
  ],
  good: [
    { title: "Pod Security privileged", files: good2(namespace("enforce: privileged")) },
    { title: "Only warned about", files: good2(namespace("warn: restricted")) },
    { title: "Another namespace", files: good2(namespace("enforce: restricted", "other")) },
    {
      title: "Without the proxy",
      files: { "all.yaml": exampleAccount() + examplePods() + namespace("enforce: restricted") }
    },
    {
      title: "A constraint that allows the capability",
      files: good2(gatekeeper(`${everywhere}  parameters: {allowedCapabilities: [net_admin]}
`))
    },
    {
      title: "A constraint that allows all",
      files: good2(gatekeeper(`${everywhere}  parameters: {allowedCapabilities: ["*"]}
`))
    },
    {
      title: "A constraint that is tried out",
      files: good2(gatekeeper(`  enforcementAction: dryrun
${everywhere}`))
    },
    {
      title: "A constraint that exempts images",
      files: good2(
        gatekeeper(`${everywhere}  parameters: {exemptImages: ["mcr.microsoft.com/oss/azure/workload-identity/*"]}
`)
      )
    },
    {
      title: "Constraints for other objects, other namespaces and selected pods",
      files: good2(
        gatekeeper("  match: {kinds: [{apiGroups: [apps], kinds: [Deployment]}]}\n"),
        gatekeeper('  match: {namespaces: [other, "*-other"]}\n'),
        gatekeeper('  match: {namespaces: ["ho*", "*ho"]}\n'),
        gatekeeper('  match: {excludedNamespaces: [kube-system, "*ho*"]}\n'),
        gatekeeper("  match: {labelSelector: {matchLabels: {team: other}}}\n"),
        gatekeeper("  match: {namespaceSelector: {matchLabels: {team: other}}}\n")
      )
    }
  ]
});

// src/rules/static/proxy-sidecar-host-network.ts
var rule58 = defineRule({
  id: "proxy-sidecar-host-network",
  title: "The proxy sidecar and hostNetwork exclude each other",
  group: "Workload identity",
  why: 'The webhook refuses such pods ("hostNetwork is set to true, cannot inject proxy sidecar"). The Deployment is accepted, but none of its pods is ever created; the reason stands in an event of the ReplicaSet only.',
  remedy: 'Remove the annotation (any value adds the proxy, "false" too), or hostNetwork.',
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go, since v1.2.0"],
  *check(world) {
    for (const { workload, template } of labelledPods(world)) {
      const proxy2 = proxyAnnotation(template);
      const hostNetwork = template.spec.get("hostNetwork");
      if (!proxy2 || hostNetwork?.value !== true) continue;
      yield {
        at: proxy2.keyPlace,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} have ${identityKeys.injectProxy} and hostNetwork: true; the webhook refuses them.`,
        related: [{ at: hostNetwork.keyPlace, note: "the network of the node" }],
        about: cause("proxy", workload)
      };
    }
  }
});
var pods10 = (value, hostNetwork, label2 = '"true"') => ({
  "all.yaml": exampleAccount() + examplePods({
    labels: [`azure.workload.identity/use: ${label2}`],
    annotations: [`azure.workload.identity/inject-proxy-sidecar: ${value}`],
    spec: ["serviceAccountName: orders", `hostNetwork: ${hostNetwork}`]
  })
});
var mark30 = " #~ proxy-sidecar-host-network";
var examples58 = defineExamples({
  bad: [
    { title: "Both", files: pods10(`"true"${mark30}`, "true") },
    { title: "Meant to be off, which adds it too", files: pods10(`"false"${mark30}`, "true") }
  ],
  good: [
    { title: "A network of their own", files: pods10('"true"', "false") },
    { title: "Pods that the webhook leaves alone", files: pods10('"true"', "true", '"false"') },
    {
      title: "hostNetwork without the proxy",
      files: {
        "all.yaml": exampleAccount() + examplePods({ spec: ["serviceAccountName: orders", "hostNetwork: true"] })
      }
    }
  ]
});

// src/rules/static/selector-holds-identity-label.ts
var rule59 = defineRule({
  id: "selector-holds-identity-label",
  title: "The workload identity label is in a selector",
  group: "Workload identity",
  why: "The selector of a Deployment, StatefulSet, DaemonSet or ReplicaSet cannot be changed. With the label in it, workload identity can never be switched off, or on by another value, without deleting and making the object anew.",
  remedy: "Leave the label to the pod template, and select by labels that only name the application.",
  severity: "note",
  sources: ["Kubernetes documentation, Deployments, label selector updates"],
  *check(world) {
    for (const workload of world.workloads) {
      const key = immutable2.has(workload.kind) ? selectedBy2(workload) : void 0;
      if (!key) continue;
      yield {
        at: key,
        message: `The selector of the ${workload.kind} ${nameOf(workload)} holds ${identityKeys.use}, which can then never change in its pods.`
      };
    }
  }
});
var immutable2 = /* @__PURE__ */ new Set(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job"]);
function selectedBy2(workload) {
  const selector = workload.root.get("spec", "selector");
  const label2 = entryOf(selector?.get("matchLabels")?.entries() ?? [], identityKeys.use);
  return label2?.keyPlace ?? expressionOf(selector);
}
function expressionOf(selector) {
  const expressions = selector?.get("matchExpressions")?.items() ?? [];
  return expressions.flatMap((item) => item.get("key") ?? []).find((key) => key.text === identityKeys.use);
}
var mark31 = " #~ selector-holds-identity-label";
var pods11 = (selector) => exampleAccount() + examplePods().replace("    matchLabels:\n      app: orders\n", selector);
var examples59 = defineExamples({
  bad: [
    {
      title: "Among its labels",
      files: {
        "all.yaml": pods11(`    matchLabels:
      app: orders
      azure.workload.identity/use: "true"${mark31}
`)
      }
    },
    {
      title: "In an expression",
      files: {
        "all.yaml": pods11(
          `    matchExpressions:
      - {key: app, operator: Exists}
      - key: azure.workload.identity/use${mark31}
        operator: Exists
`
        )
      }
    }
  ],
  good: [
    { title: "In the template alone", files: { "all.yaml": exampleAccount() + examplePods() } },
    {
      title: "In the selector of a webhook",
      files: {
        "webhook.yaml": `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: webhook}
webhooks:
  - name: mutation.example.com
    objectSelector: {matchLabels: {azure.workload.identity/use: "true"}}
`
      }
    },
    {
      title: "In a selector that can be changed",
      files: {
        "all.yaml": `${exampleAccount()}---
apiVersion: v1
kind: ReplicationController
metadata: {name: orders, namespace: shop}
spec:
  selector: {matchLabels: {azure.workload.identity/use: "true"}}
  template:
    metadata:
      labels: {azure.workload.identity/use: "true"}
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
`
      }
    }
  ]
});

// src/rules/static/service-account-default.ts
var rule60 = defineRule({
  id: "service-account-default",
  title: "Labelled pods run as the default account",
  group: "Workload identity",
  why: 'Without serviceAccountName the pods run as "default". Their token then names the subject system:serviceaccount:<namespace>:default, which no federated credential usually trusts, and AZURE_CLIENT_ID is not set at all.',
  remedy: "Write serviceAccountName with the account that has the client id, in the spec of the pods.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity issues 691 and 1185", "Kubernetes documentation, ServiceAccounts"],
  yieldsTo: ["client-id-misspelt", "client-id-misplaced"],
  *check(world, repository) {
    for (const { workload, template } of labelledPods(world)) {
      if (isClusterNamespace(literalOf(workload.namespace)) || !runsAsDefault(template)) continue;
      const matches = accountsFor(world, workload, template);
      if (matches.some(({ account: account10 }) => account10.clientId)) continue;
      if (bringsClientId(template) || isSelfConfiguring(workload, template) || isTrusted(repository, workload))
        continue;
      const meant = unusedAccount(world, workload);
      yield {
        at: template.accountField ?? workload.metadata.nameField ?? template.anchor,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} ask for a token but run as "default", which has no client id${meant ? `; the account ${nameOf(meant)} has one, and nothing runs as it` : ""}.`,
        severity: severityOfAbsence(world, "warning"),
        ...meant && {
          remedy: `Write serviceAccountName: ${writtenText(meant.name)} in the spec of the pods.`,
          related: [{ at: meant.metadata.nameField ?? meant.root, note: "the account that nothing runs as" }]
        },
        about: matches[0] ? cause("client id", matches[0].account) : cause("account", workload)
      };
    }
  }
});
function runsAsDefault(template) {
  return template.complete && literalOf(template.account) === "default";
}
function isTrusted(repository, workload) {
  const subject = literalText(`system:serviceaccount:${writtenText(workload.namespace)}:default`);
  return repository.credentials.some(
    (credential2) => credential2.subject && compareTexts(credential2.subject.text, subject) !== "different"
  );
}
function unusedAccount(world, workload) {
  return world.serviceAccounts.find(
    (account10) => account10.clientId?.text && world.sees(workload.manifest, account10.manifest) && compareNamespaces(workload, account10) === "same" && templatesOf(world, account10).length === 0
  );
}
var mark32 = " #~ service-account-default";
var unnamed = (name = "orders", namespace2 = "shop") => examplePods({ name, namespace: namespace2, spec: [] });
var defaultAccount = (annotation) => `---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: shop
${annotation}`;
var examples60 = defineExamples({
  bad: [
    { title: "No account is named", files: { "all.yaml": unnamed(`orders${mark32}`) } },
    {
      title: "An account with a client id is there, and nothing runs as it",
      files: { "all.yaml": exampleAccount() + unnamed(`orders${mark32}`) }
    },
    {
      title: "By its name",
      files: { "all.yaml": exampleAccount() + examplePods({ spec: [`serviceAccountName: default${mark32}`] }) }
    },
    {
      title: "The account is here, without a client id",
      files: { "all.yaml": defaultAccount("") + unnamed(`orders${mark32}`) }
    }
  ],
  good: [
    { title: "An account with a client id", files: { "all.yaml": exampleAccount() + examplePods() } },
    {
      title: "The default account has a client id",
      files: {
        "all.yaml": defaultAccount(`  annotations: {azure.workload.identity/client-id: ${exampleClientId}}
`) + unnamed()
      }
    },
    {
      title: "Its client id is filled in later",
      files: {
        "all.yaml": defaultAccount("  annotations:\n    azure.workload.identity/client-id: # filled in by the pipeline\n") + unnamed()
      }
    },
    {
      title: "The application names its identity itself",
      files: {
        "all.yaml": examplePods({
          spec: [],
          container: ["env:", "  - name: AZURE_CLIENT_ID", `    value: ${exampleClientId}`]
        })
      }
    },
    { title: "A controller that is configured elsewhere", files: { "all.yaml": unnamed("external-dns") } },
    { title: "A namespace that the cluster owns", files: { "all.yaml": unnamed("orders", "kube-system") } },
    {
      title: "Part of an object",
      files: { "all.yaml": unnamed().replace("          image: registry.example/orders:1\n", "") }
    }
  ]
});

// src/rules/scalars.ts
function* scalarsOf(field, except = /* @__PURE__ */ new Set()) {
  if (field.node.type === "scalar") yield field;
  for (const child of [...field.entries(), ...field.items()]) {
    if (!except.has(child.key)) yield* scalarsOf(child, except);
  }
}
function mentions({ manifest }, word2) {
  return manifest.source.text.slice(manifest.start, manifest.end).includes(word2);
}

// src/rules/static/service-account-label-ignored.ts
var rule61 = defineRule({
  id: "service-account-label-ignored",
  title: "The label on the ServiceAccount does nothing",
  group: "Workload identity",
  why: "Up to version 0.14 the webhook looked at this label of the account; since 1.0, and on AKS since January 2023, it looks at the labels of the pods alone. On the account it only misleads.",
  remedy: "Remove it here, and make sure that the pods have it.",
  severity: "note",
  sources: ["Azure/azure-workload-identity releases v0.15.0 and v1.0.0", "Azure/AKS release 2023-01-29"],
  *check(world) {
    for (const account10 of world.serviceAccounts) {
      const label2 = entryOf(account10.metadata.labels, identityKeys.use);
      if (!label2 || label2.text?.toLowerCase() === "false" || servesRouting(world, account10)) continue;
      yield {
        at: label2.keyPlace,
        message: `The label ${identityKeys.use} of the ServiceAccount ${nameOf(account10)} is not read by the webhook; only that of pods is.`
      };
    }
  }
});
var certificateAccount = "kubernetes.azure.com/tls-cert-service-account";
function servesRouting(world, account10) {
  return world.objects.some(
    (object) => object.kind === "Gateway" && world.sees(account10.manifest, object.manifest) && compareNamespaces(account10, object) !== "different" && [...scalarsOf(object.root)].some(
      (field) => field.key === certificateAccount && field.text === account10.metadata.nameField?.text
    )
  );
}
var account8 = (label2) => exampleAccount().replace("  annotations:", `  labels:
    azure.workload.identity/use: ${label2}
  annotations:`);
var mark33 = " #~ service-account-label-ignored";
var gateway = (name, namespace2 = "shop") => `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: shop, namespace: ${namespace2}}
spec:
  gatewayClassName: approuting-istio
  listeners:
    - name: https
      port: 443
      protocol: HTTPS
      tls:
        options:
          kubernetes.azure.com/tls-cert-service-account: ${name}
`;
var examples61 = defineExamples({
  bad: [
    { title: "On the account alone", files: { "account.yaml": account8(`"true"${mark33}`) } },
    { title: "On the account and on the pods", files: { "all.yaml": account8(`"true"${mark33}`) + examplePods() } },
    {
      title: "Gateways that use other accounts",
      files: { "all.yaml": account8(`"true"${mark33}`) + gateway("other") + gateway("orders", "other") }
    }
  ],
  good: [
    { title: "No label", files: { "all.yaml": exampleAccount() + examplePods() } },
    { title: "Off on purpose", files: { "account.yaml": account8('"False"') } },
    { title: "The certificate of a gateway", files: { "all.yaml": account8('"true"') + gateway("orders") } }
  ]
});

// src/rules/account-makers.ts
var makers = /* @__PURE__ */ new Set(["HelmRelease", "ApplicationIdentity", "WorkloadIdentity", "Cluster"]);
function mayMakeAccounts(world, repository, object) {
  return repository.scripts.createsAccounts || world.objects.some(
    (other5) => makers.has(other5.kind) && world.sees(object.manifest, other5.manifest) && compareNamespaces(object, other5) !== "different"
  );
}

// src/rules/static/service-account-missing.ts
var rule62 = defineRule({
  id: "service-account-missing",
  title: "The ServiceAccount of labelled pods is not here",
  group: "Workload identity",
  why: 'Without the account the pods are refused ("serviceaccount not found"). It may be made elsewhere, by a chart, Terraform or an operator; then its client id cannot be checked here.',
  remedy: "Add the ServiceAccount with its client id, correct the name, or make sure that what makes the account runs before the pods.",
  severity: "note",
  sources: [
    "Azure/azure-workload-identity pkg/webhook/webhook.go (the account is read)",
    "Kubernetes ServiceAccount admission"
  ],
  *check(world, repository) {
    for (const { workload, template } of labelledPods(world)) {
      if (isClusterNamespace(literalOf(workload.namespace)) || repository.scripts.createsAccounts) continue;
      if (!isMissing(world, workload, template)) continue;
      const others = othersDeclared(world, repository, workload, template);
      yield {
        at: template.accountField ?? template.anchor,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} run as the ServiceAccount "${literalOf(template.account)}", which is not in these files${others ? ", although the other accounts of their namespace are" : ""}.`,
        severity: others ? "warning" : "note",
        about: cause("account", workload)
      };
    }
  }
});
function isMissing(world, workload, template) {
  const name = literalOf(template.account);
  if (name === void 0 || name === "default" || !template.accountField || !template.complete) return false;
  return accountsFor(world, workload, template).length === 0 && twinsElsewhere(world, workload, template).length === 0;
}
function othersDeclared(world, repository, workload, template) {
  if (!world.complete || world.guessed || mayMakeAccounts(world, repository, workload)) return false;
  const declared = world.serviceAccounts.some(
    (account10) => world.sees(workload.manifest, account10.manifest) && account10.namespaceGiven && compareNamespaces(workload, account10) === "same"
  );
  return declared && !neighbours(world, workload, template).some((pods15) => isMissing(world, pods15.workload, pods15.template));
}
function neighbours(world, workload, template) {
  return [...labelledPods(world)].filter(
    (other5) => world.sees(workload.manifest, other5.workload.manifest) && compareNamespaces(workload, other5.workload) === "same" && compareTexts(template.account, other5.template.account) !== "same"
  );
}
var mark34 = " #~ service-account-missing";
var pods12 = (name, more = "", namespace2 = "shop") => examplePods({ name, namespace: namespace2, spec: [`serviceAccountName: ${name}${more}`] });
var identity2 = (kind, namespace2 = "shop") => `---
apiVersion: application.dis.altinn.cloud/v1alpha1
kind: ${kind}
metadata: {name: orders, namespace: ${namespace2}}
`;
var examples62 = defineExamples({
  bad: [
    { title: "No account at all", severity: "note", files: { "all.yaml": pods12("orders", mark34) } },
    {
      title: "The only one that is missing",
      severity: "warning",
      files: { "all.yaml": exampleAccount() + pods12("orders") + pods12("invoices", mark34) }
    },
    {
      title: "Accounts of another namespace only",
      severity: "note",
      files: { "all.yaml": exampleAccount({ namespace: "other", name: "other" }) + pods12("orders", mark34) }
    },
    {
      title: "One of several that are missing",
      severity: "note",
      files: { "all.yaml": exampleAccount() + pods12("orders") + pods12("invoices", mark34) + pods12("reports", mark34) }
    },
    {
      title: "An operator makes accounts in that namespace",
      severity: "note",
      files: {
        "all.yaml": exampleAccount() + pods12("orders") + pods12("invoices", mark34) + identity2("ApplicationIdentity")
      }
    },
    {
      title: "An operator makes accounts in another namespace",
      severity: "warning",
      files: {
        "all.yaml": exampleAccount() + pods12("orders") + pods12("invoices", mark34) + identity2("WorkloadIdentity", "other")
      }
    },
    {
      title: "A file that cannot be read may hold it",
      severity: "note",
      files: {
        "all.yaml": exampleAccount() + pods12("orders") + pods12("invoices", mark34),
        "broken.yaml": 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: invoices\n  annotations: {azure.workload.identity/client-id: "1b0f\n #~ syntax-error'
      }
    }
  ],
  good: [
    { title: "The account is here", files: { "all.yaml": exampleAccount() + pods12("orders") } },
    {
      title: "Its namespace is filled in later",
      files: { "all.yaml": exampleAccount({ namespace: "${NAMESPACE}" }) + pods12("orders") }
    },
    {
      title: "Its name is filled in later",
      files: {
        "all.yaml": pods12("orders").replace("serviceAccountName: orders", 'serviceAccountName: "${ACCOUNT}"')
      }
    },
    { title: "A namespace that the cluster owns", files: { "all.yaml": pods12("orders", "", "kube-system") } },
    {
      title: "Part of an object",
      files: { "all.yaml": pods12("orders").replace("          image: registry.example/orders:1\n", "") }
    },
    {
      title: "Pods that the webhook leaves alone",
      files: { "all.yaml": pods12("orders").replace('use: "true"', 'use: "false"') }
    }
  ]
});

// src/rules/static/service-account-wrong-namespace.ts
var rule63 = defineRule({
  id: "service-account-wrong-namespace",
  title: "The ServiceAccount is in another namespace",
  group: "Workload identity",
  why: 'Pods can only run as an account of their own namespace. With the account elsewhere, the pods are refused ("serviceaccount not found"), or run as a bare account of the same name whose subject no federated credential trusts (AADSTS700213).',
  remedy: "Put the ServiceAccount and the pods into one namespace, and let the federated credential name that namespace.",
  severity: "error",
  sources: ["Azure/azure-workload-identity issues 449, 837 and 903"],
  *check(world, repository) {
    for (const workload of world.workloads) {
      if (isClusterNamespace(literalOf(workload.namespace))) continue;
      for (const template of workload.templates) {
        if (!isLabelled(template) || !template.accountField) continue;
        if (literalOf(template.account) === "default" || accountsFor(world, workload, template).length > 0) continue;
        const twins = twinsElsewhere(world, workload, template);
        const [twin] = twins;
        if (!twin) continue;
        const unused = twins.every(
          (candidate) => candidate.clientId && templatesOf(world, candidate).length === 0 && isLiteral(candidate)
        );
        const certain = unused && isLiteral(workload) && world.complete && !mayMakeAccounts(world, repository, workload);
        yield observe8({ workload, template }, twin, severityOfAbsence(world, certain ? "error" : "warning"));
      }
    }
  }
});
function isLiteral(object) {
  return literalOf(object.namespace) !== void 0;
}
function observe8({ workload, template }, twin, severity) {
  const name = writtenText(template.account);
  return {
    at: template.accountField ?? template.anchor,
    message: `Pods of the ${workload.kind} ${nameOf(workload)} run as "${name}", but the only ServiceAccount of that name is in namespace "${writtenText(twin.namespace)}".`,
    severity,
    related: [{ at: twin.metadata.namespaceField ?? twin.root, note: "the account of that name" }],
    about: cause("account", workload)
  };
}
var mark35 = " #~ service-account-wrong-namespace";
var files2 = (podNamespace, mark42, more = "") => ({
  "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: identity
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`,
  "deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: ${podNamespace}
spec:
  template:
    metadata:
      labels: {azure.workload.identity/use: "true"}
    spec:
      serviceAccountName: orders${mark42}
      containers:
        - {name: orders, image: "registry.example/orders:1"}
${more}`
});
var examples63 = defineExamples({
  bad: [
    { title: "Account in one namespace, pods in another", severity: "error", files: files2("shop", mark35) },
    {
      title: "Pods of its own namespace use the account",
      severity: "warning",
      files: files2("shop", mark35, examplePods({ namespace: "identity" }))
    },
    {
      title: "Two accounts of that name, one of them in use",
      severity: "warning",
      files: files2("shop", mark35, exampleAccount({ namespace: "other" }) + examplePods({ namespace: "other" }))
    },
    {
      title: "An account without identity, whose pods are not all known",
      severity: "warning",
      files: {
        "all.yaml": `apiVersion: v1
kind: ServiceAccount
metadata: {name: orders, namespace: identity}
${examplePods({ spec: [`serviceAccountName: orders${mark35}`] })}`
      }
    },
    {
      title: "A chart may make the account",
      severity: "warning",
      files: files2(
        "shop",
        mark35,
        `---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: orders, namespace: shop}
spec: {interval: 5m}
`
      )
    }
  ],
  good: [
    { title: "A namespace that the cluster owns", files: files2("kube-system", "") },
    {
      title: "Pods that the webhook leaves alone",
      files: {
        "all.yaml": exampleAccount({ namespace: "identity" }) + examplePods({ labels: ['azure.workload.identity/use: "false"'] })
      }
    },
    { title: "Same namespace", files: files2("identity", "") },
    { title: "The namespace is filled in later", files: files2('"${NAMESPACE}"', "") },
    {
      title: "An account of that name in both",
      files: files2(
        "shop",
        "",
        `---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`
      )
    },
    {
      title: "Environments never meet",
      files: {
        "dev/account.yaml": "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n  namespace: shop-dev\n  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}\n"
      }
    }
  ]
});

// src/rules/static/shared-identity-across-environments.ts
var rule64 = defineRule({
  id: "shared-identity-across-environments",
  title: "One identity serves several environments",
  group: "Workload identity",
  why: "Whoever can change a workload of the lesser environment gets the rights that the identity has in the other one. Often it is a client id that was copied with the file and never changed.",
  remedy: "Give each environment an identity of its own; where sharing is wanted, switch this rule off under `rules` in idwire.yaml.",
  severity: "warning",
  sources: ["Microsoft Entra documentation, managed identity best practices"],
  *checkRepository(repository) {
    for (const uses of usesByIdentity(repository).values()) {
      const [main, ...others] = [...firstByEnvironment(uses).values()].sort(mostProtectedFirst);
      for (const use3 of main ? others : []) {
        yield {
          at: use3.at,
          message: `The ${use3.object.kind} ${nameOf(use3.object)} of ${use3.environment} has the same identity as ${nameOf(main.object)} of ${main.environment}.`,
          related: [{ at: main.at, note: `the same identity in ${main.environment}` }]
        };
      }
    }
  }
});
function usesByIdentity(repository) {
  const identities = /* @__PURE__ */ new Map();
  for (const world of repository.worlds) {
    for (const { at, object } of clientIdsOf(world)) {
      const environment = world.environmentOf(object.manifest);
      const id5 = at.string?.toLowerCase();
      if (environment === void 0 || id5 === void 0 || describeNotGuid(id5)) continue;
      identities.set(id5, [...identities.get(id5) ?? [], { at, object, environment }]);
    }
  }
  return identities;
}
function* clientIdsOf(world) {
  for (const account10 of world.serviceAccounts) if (account10.clientId) yield { at: account10.clientId, object: account10 };
  for (const object of world.objects) {
    const at = object.kind === "SecretProviderClass" ? object.root.get("spec", "parameters", "clientID") : void 0;
    if (at) yield { at, object };
  }
}
function firstByEnvironment(uses) {
  const first = /* @__PURE__ */ new Map();
  for (const use3 of uses) if (!first.has(use3.environment)) first.set(use3.environment, use3);
  return first;
}
function mostProtectedFirst(a, b) {
  return rank(a.environment) - rank(b.environment) || compareText(a.environment, b.environment);
}
var ranks = ["production", "staging", "acceptance", "integration", "test"];
function rank(environment) {
  const index = ranks.indexOf(environment);
  return index === -1 ? ranks.length : index;
}
var other4 = "c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77";
var mark36 = " #~ shared-identity-across-environments";
var secretClass2 = (clientId2) => `---
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: {name: orders, namespace: shop}
spec:
  provider: azure
  parameters:
    keyvaultName: orders
    tenantId: 7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90
    clientID: ${clientId2}
    objects: "array:\\n  - |\\n    objectName: orders\\n    objectType: secret\\n"
`;
var examples64 = defineExamples({
  bad: [
    {
      title: "Development uses the identity of production",
      files: {
        "dev/account.yaml": exampleAccount({ clientId: exampleClientId.toUpperCase() + mark36 }),
        "prod/account.yaml": exampleAccount()
      }
    },
    {
      title: "Three environments, several accounts",
      files: {
        "dev/account.yaml": exampleAccount({ clientId: exampleClientId + mark36 }) + exampleAccount({ name: "reports" }),
        "staging/account.yaml": exampleAccount(),
        "test/account.yaml": exampleAccount({ clientId: exampleClientId + mark36 })
      }
    },
    {
      title: "Two environments of equal rank",
      files: {
        "dev/account.yaml": exampleAccount(),
        "sandbox/account.yaml": exampleAccount({ clientId: exampleClientId + mark36 })
      }
    },
    {
      title: "A class of the Key Vault driver",
      files: { "dev/class.yaml": secretClass2(exampleClientId + mark36), "prod/class.yaml": secretClass2(exampleClientId) }
    }
  ],
  good: [
    {
      title: "An identity for each",
      files: { "dev/account.yaml": exampleAccount({ clientId: other4 }), "prod/account.yaml": exampleAccount() }
    },
    {
      title: "One environment, two regions",
      files: { "prod-weu/account.yaml": exampleAccount(), "prod-neu/account.yaml": exampleAccount() }
    },
    {
      title: "A folder that is no environment",
      files: { "base/account.yaml": exampleAccount(), "prod/account.yaml": exampleAccount() }
    },
    {
      title: "Filled in later, which may differ",
      files: {
        "dev/account.yaml": exampleAccount({ clientId: "${CLIENT_ID}" }),
        "prod/account.yaml": exampleAccount({ clientId: "${CLIENT_ID}" })
      }
    }
  ]
});

// src/rules/static/skip-containers-unknown.ts
var rule65 = defineRule({
  id: "skip-containers-unknown",
  title: "A container to skip does not exist",
  group: "Workload identity",
  why: "The webhook splits the annotation at semicolons and compares exact names. A comma or a typing error matches no container, so the one that was to be left alone gets the token and the AZURE_* variables after all.",
  remedy: "Write the exact names of containers of the pod, separated by semicolons.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (getSkipContainers)"],
  *check(world) {
    for (const workload of world.workloads) {
      for (const template of workload.templates) {
        const list2 = entryOf(template.metadata.annotations, identityKeys.skipContainers);
        const text = list2?.text ?? "";
        if (!list2 || text === "" || hasPlaceholder(text)) continue;
        if (text.includes(",")) yield separatedByCommas(workload, list2, text);
        else yield* unknownNames(workload, template, list2, text);
      }
    }
  }
});
function separatedByCommas(workload, list2, text) {
  const names3 = text.split(/[,;]/).map((name) => name.trim());
  return {
    at: list2,
    message: `${identityKeys.skipContainers} of the ${workload.kind} ${nameOf(workload)} is "${text}"; names are separated by semicolons, so the webhook looks for one container of that whole name.`,
    fix: {
      safety: "safe",
      repairs: [{ kind: "set-text", at: list2, text: names3.filter((name) => name !== "").join(";") }]
    }
  };
}
var injected3 = /^(?:istio-(?:proxy|init|validation)|linkerd-(?:proxy|init|network-validator)|daprd|vault-agent(?:-init)?|consul-(?:dataplane|connect-\w+)|kuma-(?:sidecar|init)|envoy|osm-init)$/;
function* unknownNames(workload, template, list2, text) {
  const known = new Set(template.containers.map((container) => container.name));
  for (const name of text.split(";").map((part) => part.trim())) {
    if (name === "" || known.has(name) || injected3.test(name)) continue;
    if (name === "azwi-proxy" && proxyAnnotation(template)) {
      yield {
        at: list2,
        message: `${identityKeys.skipContainers} of the ${workload.kind} ${nameOf(workload)} names azwi-proxy, the sidecar that the webhook adds itself; without its variables it exits.`,
        remedy: "Remove azwi-proxy from the list."
      };
    } else if (template.complete && known.size > 0 && !workload.templates.some(hasUnknownContainers)) {
      yield {
        at: list2,
        message: `${identityKeys.skipContainers} of the ${workload.kind} ${nameOf(workload)} names "${name}", but the pods have ${[...known].map((other5) => `"${other5}"`).join(", ")} only.`
      };
    }
  }
}
function hasUnknownContainers(template) {
  return template.containers.some((container) => container.name === "" || hasPlaceholder(container.name));
}
var pods13 = (names3, more = []) => ({
  "all.yaml": exampleAccount() + examplePods({
    annotations: [`azure.workload.identity/skip-containers: ${names3}`, ...more],
    spec: [
      "serviceAccountName: orders",
      "initContainers:",
      '  - {name: prepare, image: "registry.example/prepare:1"}'
    ]
  })
});
var mark37 = " #~ skip-containers-unknown";
var examples65 = defineExamples({
  bad: [
    { title: "Commas", files: pods13(`orders,prepare${mark37}`) },
    { title: "A typing error", files: pods13(`order${mark37}`) },
    { title: "One of two", files: pods13(`prepare; sidecar${mark37}`) },
    {
      title: "The webhook's own sidecar",
      files: pods13(`azwi-proxy${mark37}`, ['azure.workload.identity/inject-proxy-sidecar: "true"'])
    },
    { title: "Its sidecar, where none is asked for", files: pods13(`azwi-proxy${mark37}`) }
  ],
  good: [
    { title: "A container and an init container", files: pods13("prepare;orders") },
    { title: "Spaces, and a semicolon at the end", files: pods13('" prepare ; orders; "') },
    { title: "A sidecar that another webhook adds", files: pods13("istio-proxy") },
    { title: "Filled in later", files: pods13('"${SKIPPED}"') },
    { title: "Nothing to skip", files: pods13('""') },
    {
      title: "Containers whose names are filled in later",
      files: {
        "all.yaml": exampleAccount() + examplePods({ annotations: ["azure.workload.identity/skip-containers: web"] }).replace(
          "- name: orders",
          '- {name: sidecar, image: "registry.example/sidecar:1"}\n        - name: "${NAME}"'
        )
      }
    },
    {
      title: "Containers that a workflow engine makes",
      files: {
        "all.yaml": `${exampleAccount()}---
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {name: import, namespace: shop}
spec:
  entrypoint: main
  serviceAccountName: orders
  podMetadata:
    labels: {azure.workload.identity/use: "true"}
    annotations: {azure.workload.identity/skip-containers: wait}
  templates:
    - name: main
      container: {image: "registry.example/import:1"}
`
      }
    }
  ]
});

// src/rules/static/tenant-id-empty.ts
var rule66 = defineRule({
  id: "tenant-id-empty",
  title: "The tenant id is empty",
  group: "Workload identity",
  why: "Without the annotation the webhook sets AZURE_TENANT_ID to the tenant of the cluster. The annotation alone, even empty, switches that default off: the pods get no tenant id, or an empty one, and no token.",
  remedy: "Remove the annotation to use the tenant of the cluster, or write the GUID of the tenant.",
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go", "kedacore/charts issue 284"],
  *check(world) {
    for (const account10 of world.serviceAccounts) {
      const tenantId = account10.tenantId;
      if (!tenantId || !isEmpty(tenantId.string ?? tenantId.value) || isEmptySlot(tenantId)) continue;
      yield {
        at: tenantId.keyPlace,
        message: `The tenant id of the ServiceAccount ${nameOf(account10)} is empty, so that its pods get no AZURE_TENANT_ID at all.`,
        // Whether the tenant of the cluster is the right one is for a person to say.
        fix: { safety: "unsafe", repairs: [{ kind: "remove-entry", at: tenantId }] }
      };
    }
  }
});
function isEmpty(value) {
  return value === "" || value === null;
}
var tenant = (text) => ({
  "account.yaml": exampleAccount({ annotations: [`azure.workload.identity/tenant-id:${text}`] })
});
var examples66 = defineExamples({
  bad: [
    { title: "An empty text", files: tenant(' "" #~ tenant-id-empty') },
    { title: "Nothing after the colon", files: tenant(" #~ tenant-id-empty") }
  ],
  good: [
    { title: "A GUID", files: tenant(` ${exampleTenantId}`) },
    { title: "No annotation: the tenant of the cluster", files: { "account.yaml": exampleAccount() } },
    { title: "A slot that the pipeline fills in", files: tenant(" # filled in by the pipeline") },
    { title: "Filled in later", files: tenant(' "${TENANT_ID}"') }
  ]
});

// src/rules/static/tenant-id-not-a-guid.ts
var rule67 = defineRule({
  id: "tenant-id-not-a-guid",
  title: "The tenant id is not a GUID",
  group: "Workload identity",
  why: "Nothing checks the annotation before the application asks for a token; then Entra answers AADSTS90002 (tenant not found). Leftovers of a template and names of subscriptions are the usual causes.",
  remedy: "Write the GUID of the tenant (`az account show --query tenantId`), or remove the annotation to use that of the cluster.",
  severity: "error",
  sources: [
    "Azure/azure-workload-identity pkg/webhook/webhook.go (no validation)",
    "azure-aks-docs workload-identity-cross-tenant"
  ],
  *check(world) {
    for (const account10 of world.serviceAccounts) {
      const text = account10.tenantId?.string;
      if (!account10.tenantId || !text || hasPlaceholder(text)) continue;
      const fault = describeNotGuid(text);
      if (!fault) continue;
      const domain = isDomain(text);
      yield {
        at: account10.tenantId,
        message: `The tenant id of the ServiceAccount ${nameOf(account10)} is ${domain ? "a domain name" : fault.description}: "${text}".`,
        // Entra finds a tenant by a verified domain too; not every reader of AZURE_TENANT_ID does.
        severity: domain ? "warning" : "error",
        ...fault.guid && {
          fix: { safety: "safe", repairs: [{ kind: "set-text", at: account10.tenantId, text: fault.guid }] }
        }
      };
    }
  }
});
function isDomain(text) {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(text);
}
var tenant2 = (text) => ({
  "account.yaml": exampleAccount({ annotations: [`azure.workload.identity/tenant-id: ${text}`] })
});
var mark38 = " #~ tenant-id-not-a-guid";
var examples67 = defineExamples({
  bad: [
    { title: "A name", severity: "error", files: tenant2(`contoso${mark38}`) },
    { title: "A leftover", severity: "error", files: tenant2(`TBD${mark38}`) },
    { title: "An alias that only people can sign in through", severity: "error", files: tenant2(`common${mark38}`) },
    { title: "A space before", severity: "error", files: tenant2(`" ${exampleTenantId}"${mark38}`) },
    { title: "A domain", severity: "warning", files: tenant2(`contoso.example.com${mark38}`) }
  ],
  good: [
    { title: "A GUID", files: tenant2(exampleTenantId) },
    { title: "No annotation", files: { "account.yaml": exampleAccount() } },
    { title: "Filled in later", files: tenant2('"${TENANT_ID}"') },
    { title: "Token replacement", files: tenant2('"#{TENANT_ID}#"') }
  ]
});

// src/rules/static/token-lifetime-out-of-range.ts
var shortest = 3600;
var longest = 86400;
var rule68 = defineRule({
  id: "token-lifetime-out-of-range",
  title: "The token lifetime is refused by the webhook",
  group: "Workload identity",
  why: "The webhook answers HTTP 400 for a lifetime that is not a whole number of seconds from 3600 to 86400. The Deployment is accepted, but none of its pods is ever created; the reason stands in an event of the ReplicaSet only.",
  remedy: 'Write seconds as digits in quotes, from "3600" to "86400".',
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (validateServiceAccountTokenExpiration)"],
  *check(world) {
    for (const workload of world.workloads) {
      for (const template of workload.templates) {
        if (isLabelled(template))
          yield* observe9(workload, entryOf(template.metadata.annotations, identityKeys.tokenExpiration));
      }
    }
    for (const account10 of world.serviceAccounts) {
      const pods15 = templatesOf(world, account10).filter(({ template }) => isLabelled(template));
      const read = pods15.some(
        ({ template }) => !entryOf(template.metadata.annotations, identityKeys.tokenExpiration)?.text
      );
      if (pods15.length === 0 || read)
        yield* observe9(account10, entryOf(account10.metadata.annotations, identityKeys.tokenExpiration));
    }
  }
});
function* observe9(object, field) {
  const text = field?.string;
  if (!field || !text || hasPlaceholder(text)) return;
  const whole = /^[+-]?\d+$/.test(text);
  const seconds = Number(text);
  if (whole && seconds >= shortest && seconds <= longest) return;
  yield {
    at: field,
    message: whole ? `The token lifetime of the ${object.kind} ${nameOf(object)} is ${text} seconds; the webhook takes ${shortest} to ${longest} and refuses the pods.` : `The token lifetime of the ${object.kind} ${nameOf(object)} is "${text}", which is not a whole number of seconds; the webhook refuses the pods.`
  };
}
var account9 = (value) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
    azure.workload.identity/service-account-token-expiration: ${value}
`;
var pod2 = (value) => `---
apiVersion: v1
kind: Pod
metadata:
  name: orders
  namespace: shop
  labels: {azure.workload.identity/use: "true"}
  annotations:
    azure.workload.identity/service-account-token-expiration: ${value}
spec:
  serviceAccountName: orders
  containers:
    - {name: orders, image: "registry.example/orders:1"}
`;
var mark39 = " #~ token-lifetime-out-of-range";
var examples68 = defineExamples({
  bad: [
    {
      title: "One of two pods takes it from the account",
      files: { "pod.yaml": account9(`"60"${mark39}`) + pod2('"7200"') + pod2('""').replace("name: orders", "name: other") }
    },
    { title: "Half an hour", files: { "account.yaml": account9(`"1800"${mark39}`) } },
    { title: "Two days", files: { "account.yaml": account9(`"172800"${mark39}`) } },
    { title: "A unit", files: { "account.yaml": account9(`1h${mark39}`) } },
    { title: "A fraction, on the pod", files: { "pod.yaml": account9('"3600"') + pod2(`"3600.0"${mark39}`) } }
  ],
  good: [
    { title: "Empty: the default", files: { "account.yaml": account9('""') } },
    {
      title: "Pods that the webhook leaves alone never read it",
      files: {
        "pod.yaml": account9('"60"') + pod2('"7200"') + pod2('""').replace('use: "true"', 'use: "false"').replace("name: orders", "name: other")
      }
    },
    { title: "The shortest", files: { "account.yaml": account9('"3600"') } },
    { title: "The longest", files: { "account.yaml": account9('"86400"') } },
    { title: "The pod says otherwise, and wins", files: { "pod.yaml": account9('"60"') + pod2('"7200"') } },
    { title: "Filled in later", files: { "account.yaml": account9('"${LIFETIME}"') } }
  ]
});

// src/rules/static/token-path-hard-coded.ts
var rule69 = defineRule({
  id: "token-path-hard-coded",
  title: "The path of the token file is hard-coded",
  group: "Workload identity",
  why: "The webhook mounts the token where its version wants it: the folder was renamed in v1.6.0, and gets a hash after that. A literal path works until the cluster is upgraded; then the application finds no file.",
  remedy: "Read AZURE_FEDERATED_TOKEN_FILE, which the webhook sets in every container; or project a token of your own to a path of your own.",
  severity: "warning",
  sources: [
    "Azure/azure-workload-identity releases v1.5.1 and v1.6.0, issues 1720 and 1749",
    "Azure/AKS issue 5541",
    "crossplane-contrib/provider-upjet-azure issue 1281"
  ],
  *check(world) {
    const workloads = new Map(world.workloads.map((workload) => [workload.manifest, workload]));
    for (const object of world.objects) {
      if (!mentions(object, "run/secrets/azure/")) continue;
      const workload = workloads.get(object.manifest);
      for (const field of workload ? usedBy(workload) : configuredBy(object)) yield* observe10(world, object, field);
    }
  }
});
var tokenPath = /(?:\/var)?\/run\/secrets\/azure\/(?:tokens|wi)(?![\w-])[\w./-]*/;
function usedBy(workload) {
  return workload.templates.flatMap((template) => template.containers).flatMap(({ field }) => ["env", "command", "args"].flatMap((key) => field.get(key) ?? [])).flatMap((field) => [...scalarsOf(field)]);
}
function configuredBy(object) {
  const root = object.kind === "ConfigMap" ? object.root.get("data") : void 0;
  const values = object.kind === "HelmRelease" ? object.root.get("spec", "values") : void 0;
  return [root, values].flatMap((field) => field ? [...scalarsOf(field, /* @__PURE__ */ new Set(["volumeMounts"]))] : []);
}
function* observe10(world, object, field) {
  const path = tokenPath.exec(field.text ?? "")?.[0];
  if (!path || mountsItself(world, object, path)) return;
  yield {
    at: placeOf(field, path),
    message: `The ${object.kind} ${nameOf(object)} names ${path}, a path that only some versions of the webhook use.`,
    about: cause(`env ${field.path.slice(0, -1).join("/")}`, object)
  };
}
function mountsItself(world, object, path) {
  return world.workloads.some(
    (workload) => world.sees(object.manifest, workload.manifest) && (object.kind === "ConfigMap" || workload.manifest === object.manifest) && workload.templates.flatMap(mountPaths).some((mounted2) => path === mounted2 || path.startsWith(`${mounted2}/`))
  );
}
function mountPaths(template) {
  return template.containers.flatMap((container) => container.field.get("volumeMounts")?.items() ?? []).map((mount) => (mount.get("mountPath")?.text ?? "").replace(/\/$/, "")).filter((path) => path !== "");
}
function placeOf(field, path) {
  const { manifest, node } = field;
  const start = manifest.source.text.indexOf(path, node.start);
  if (manifest.rendered || start === -1 || start >= node.end) return field;
  return { source: manifest.source, start, end: start + path.length };
}
var old = "/var/run/secrets/azure/tokens/azure-identity-token";
var mark40 = " #~ token-path-hard-coded";
var config2 = (path) => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: orders, namespace: shop}
data:
  other: "1"
  settings.ini: |
    [azure]
    token_file = ${path}
`;
var mounted = (path) => examplePods({
  spec: [
    "serviceAccountName: orders",
    "volumes:",
    "  - name: token",
    '    projected: {sources: [{serviceAccountToken: {audience: "api://AzureADTokenExchange", path: azure-identity-token}}]}'
  ],
  container: [`args: ["--token=${old}"]`, `volumeMounts: [{name: token, mountPath: ${path}}]`]
});
var examples69 = defineExamples({
  bad: [
    {
      title: "In an argument",
      files: { "all.yaml": exampleAccount() + examplePods({ container: ["args:", `  - --token-file=${old}${mark40}`] }) }
    },
    {
      title: "The folder of a newer webhook, in the command",
      files: {
        "all.yaml": exampleAccount() + examplePods({
          container: ["command:", `  - "cat /var/run/secrets/azure/wi/token/azure-identity-token"${mark40}`]
        })
      }
    },
    {
      title: "Instead of the variable that the webhook sets",
      files: {
        "all.yaml": exampleAccount() + examplePods({ container: ["env:", "  - name: AZURE_FEDERATED_TOKEN_FILE", `    value: ${old}${mark40}`] })
      }
    },
    { title: "In a file of configuration", files: { "config.yaml": config2(`${old}${mark40}`) } },
    {
      title: "In the values of a chart",
      files: {
        "release.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: orders, namespace: shop}
spec:
  values:
    tokenFile: /run/secrets/azure/tokens/azure-identity-token${mark40}
`
      }
    },
    {
      title: "A mount of another folder",
      files: { "all.yaml": exampleAccount() + mounted("/var/run/secrets/other").replace('"]\n', `"]${mark40}
`) }
    }
  ],
  good: [
    {
      title: "By the variable",
      files: {
        "all.yaml": exampleAccount() + examplePods({ container: ['args: ["--token-file=$(AZURE_FEDERATED_TOKEN_FILE)"]'] })
      }
    },
    {
      title: "A token of its own at that path",
      files: { "all.yaml": exampleAccount() + mounted("/var/run/secrets/azure/tokens/") }
    },
    {
      title: "A token of its own, named in a file of configuration",
      files: { "all.yaml": exampleAccount() + mounted("/var/run/secrets/azure/tokens"), "config.yaml": config2(old) }
    },
    {
      title: "Other secrets of the same folder",
      files: { "config.yaml": config2("/var/run/secrets/azure/wireguard/key") }
    },
    {
      title: "A chart that mounts a token of its own",
      files: {
        "release.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: orders, namespace: shop}
spec:
  values:
    volumeMounts:
      - {name: token, mountPath: /var/run/secrets/azure/tokens}
`
      }
    }
  ]
});

// src/rules/static/virtual-node-unsupported.ts
var rule70 = defineRule({
  id: "virtual-node-unsupported",
  title: "Workload identity does not work on virtual nodes",
  group: "Workload identity",
  why: "Virtual nodes (Azure Container Instances) do not project the token of the ServiceAccount into the container. The pods start, find no token file, and fail at their first call to Azure.",
  remedy: "Run these pods on a node pool, or let them use another way to sign in.",
  severity: "warning",
  sources: ["azure-aks-docs workload-identity-overview (limitations)", "Azure/azure-workload-identity issue 381"],
  *check(world) {
    for (const { workload, template } of labelledPods(world)) {
      const target = targetOf(template);
      if (!target) continue;
      yield {
        at: target.at,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} ask for a token and ${target.how} virtual nodes, which cannot give them one.`
      };
    }
  }
});
function targetOf(template) {
  const { spec } = template;
  const name = spec.get("nodeName");
  if (name?.text && isVirtual(name.text)) return { at: name, how: "are placed on" };
  const selectors = spec.get("nodeSelector")?.entries() ?? [];
  const selected = selectors.find((entry) => names2(entry.key, entry.text));
  if (selected) return { at: selected, how: "are placed on" };
  const expressions = requiredExpressions(spec);
  const required = expressions.find((expression) => wantsVirtual(expression));
  if (required) return { at: required.get("key") ?? required, how: "are placed on" };
  if (expressions.length > 0 || selectors.some((entry) => !everywhere2.has(entry.key))) return void 0;
  const tolerated = (spec.get("tolerations")?.items() ?? []).flatMap((toleration2) => toleration2.get("key") ?? []).find((key) => key.text === "virtual-kubelet.io/provider");
  return tolerated && { at: tolerated, how: "may run on" };
}
var everywhere2 = /* @__PURE__ */ new Set(["kubernetes.io/os", "beta.kubernetes.io/os", "kubernetes.io/role"]);
function names2(key, value) {
  return value !== void 0 && (key === "type" && value === "virtual-kubelet" || isHost(key, value));
}
function isHost(key, value) {
  return key === "kubernetes.io/hostname" && isVirtual(value);
}
function isVirtual(node) {
  return /^virtual-(?:node|kubelet)(?:-|$)/.test(node);
}
function requiredExpressions(spec) {
  const required = spec.get("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution");
  return (required?.get("nodeSelectorTerms")?.items() ?? []).flatMap(
    (term) => term.get("matchExpressions")?.items() ?? []
  );
}
function wantsVirtual(expression) {
  const values = expression.get("values")?.items() ?? [];
  return expression.get("operator")?.text === "In" && values.length > 0 && values.every((value) => names2(expression.get("key")?.text ?? "", value.text));
}
var pods14 = (spec, labels) => ({
  "all.yaml": exampleAccount() + examplePods({ spec: ["serviceAccountName: orders", ...spec], ...labels && { labels } })
});
var mark41 = " #~ virtual-node-unsupported";
var affinity = (operator, values, key = "type") => [
  "affinity:",
  "  nodeAffinity:",
  "    requiredDuringSchedulingIgnoredDuringExecution:",
  "      nodeSelectorTerms:",
  "        - matchExpressions:",
  `            - key: ${key}`,
  `              operator: ${operator}`,
  `              values: [${values}]`
];
var toleration = (key) => ["tolerations:", `  - key: ${key}`, "    operator: Exists"];
var examples70 = defineExamples({
  bad: [
    {
      title: "By a node selector",
      files: pods14([
        "nodeSelector:",
        "  kubernetes.io/role: agent",
        `  type: virtual-kubelet${mark41}`,
        ...toleration("virtual-kubelet.io/provider")
      ])
    },
    { title: "By a name", files: pods14([`nodeName: virtual-node-aci-linux${mark41}`]) },
    { title: "By a host name", files: pods14(["nodeSelector:", `  kubernetes.io/hostname: virtual-kubelet-1${mark41}`]) },
    {
      title: "By an affinity",
      files: pods14(affinity("In", "virtual-kubelet", `type${mark41}`))
    },
    {
      title: "When the nodes are full",
      files: pods14(["nodeSelector: {kubernetes.io/os: linux}", ...toleration(`virtual-kubelet.io/provider${mark41}`)])
    }
  ],
  good: [
    { title: "No wish for a node", files: pods14([]) },
    {
      title: "A node pool, tolerations all the same",
      files: pods14(["nodeSelector: {agentpool: orders}", ...toleration("virtual-kubelet.io/provider")])
    },
    {
      title: "Anywhere but there",
      files: pods14([...affinity("NotIn", "virtual-kubelet"), ...toleration("virtual-kubelet.io/provider")])
    },
    {
      title: "A type of their own",
      files: pods14(["nodeSelector: {type: compute, kubernetes.io/hostname: aks-orders-1}", "nodeName: aks-orders-1"])
    },
    { title: "Either there or elsewhere", files: pods14(affinity("In", "virtual-kubelet, compute")) },
    { title: "Tolerations of something else", files: pods14(toleration("virtual-machine")) },
    {
      title: "Pods without workload identity",
      files: pods14(["nodeSelector: {type: virtual-kubelet}"], ['azure.workload.identity/use: "false"'])
    }
  ]
});

// src/rules/index.ts
var rules = [
  rule,
  rule41,
  rule42,
  rule43,
  rule44,
  rule45,
  rule46,
  rule47,
  rule36,
  rule48,
  rule49,
  rule2,
  rule37,
  rule50,
  rule17,
  rule51,
  rule18,
  rule19,
  rule20,
  rule21,
  rule22,
  rule23,
  rule24,
  rule25,
  rule26,
  rule27,
  rule28,
  rule29,
  rule30,
  rule31,
  rule32,
  rule33,
  rule34,
  rule35,
  rule52,
  rule53,
  rule54,
  rule55,
  rule56,
  rule57,
  rule58,
  rule3,
  rule4,
  rule5,
  rule6,
  rule7,
  rule8,
  rule9,
  rule10,
  rule11,
  rule12,
  rule13,
  rule14,
  rule15,
  rule59,
  rule60,
  rule61,
  rule62,
  rule63,
  rule64,
  rule65,
  rule16,
  rule38,
  rule39,
  rule40,
  rule66,
  rule67,
  rule68,
  rule69,
  rule70
];

export {
  rules
};
