import {
  hasPlaceholder,
  readPlaceholders
} from "./chunk-PZKTV7OQ.mjs";
import {
  compareTexts,
  literalOf,
  literalText,
  writtenText
} from "./chunk-SH3ULMZR.mjs";
import {
  compareText
} from "./chunk-VVYBS3MP.mjs";
import {
  misspeltKey
} from "./chunk-D5G6WM4T.mjs";
import {
  entryOf,
  identityKeys,
  isClusterNamespace,
  podIdentityLabel
} from "./chunk-IEG5Q3DA.mjs";

// src/rules/rule.ts
function defineRule(rule36) {
  return rule36;
}
function defineExamples(examples36) {
  return examples36;
}
function cause(topic, object) {
  return `${topic} of ${object.manifest.source.path}#${object.manifest.start}`;
}

// src/rules/reading/duplicate-key.ts
var rule = defineRule({
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
var examples = defineExamples({
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
var rule2 = defineRule({
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
var examples2 = defineExamples({
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
var rule3 = defineRule({
  id: "suppression-unused",
  title: "A suppression silences nothing",
  group: "Reading",
  why: "The fault it once silenced is gone, or its rule is misspelt; left in place it would hide the next fault.",
  remedy: "Remove it, or correct the rule it names.",
  severity: "note",
  sources: ["docs/rules/README.md"]
});
var examples3 = defineExamples({
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
var rule4 = defineRule({
  id: "suppression-without-reason",
  title: "A suppression gives no reason",
  group: "Reading",
  why: "Whoever reads the file next cannot tell whether the silence still holds.",
  remedy: "Write the reason after the rule: `# idwire-ignore: rule-id why it is right here`.",
  severity: "note",
  sources: ["docs/rules/README.md"]
});
var examples4 = defineExamples({
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
var rule5 = defineRule({
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
var examples5 = defineExamples({
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

// src/model/world.ts
var accountIndexes = /* @__PURE__ */ new WeakMap();
var templateIndexes = /* @__PURE__ */ new WeakMap();
function indexBy(items, textOf) {
  const index = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = literalOf(textOf(item)) ?? "";
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
    index = indexBy(world.serviceAccounts, (account5) => account5.name);
    accountIndexes.set(world, index);
  }
  return index;
}
function accountsFor(world, workload, template) {
  const matches = [];
  for (const account5 of candidates(accountIndex(world), template.account)) {
    if (!world.sees(workload.manifest, account5.manifest)) continue;
    const name = compareTexts(template.account, account5.name);
    const namespace2 = compareNamespaces(workload, account5);
    if (name === "different" || namespace2 === "different") continue;
    matches.push({ account: account5, certain: name === "same" && namespace2 === "same" });
  }
  return matches;
}
function twinsElsewhere(world, workload, template) {
  return candidates(accountIndex(world), template.account).filter(
    (account5) => world.sees(workload.manifest, account5.manifest) && compareTexts(template.account, account5.name) === "same" && compareNamespaces(workload, account5) === "different"
  );
}
function templatesOf(world, account5) {
  let index = templateIndexes.get(world);
  if (!index) {
    const all = world.workloads.flatMap((workload) => workload.templates.map((template) => ({ workload, template })));
    index = indexBy(all, (item) => item.template.account);
    templateIndexes.set(world, index);
  }
  return candidates(index, account5.name).filter(
    ({ workload, template }) => world.sees(account5.manifest, workload.manifest) && compareTexts(account5.name, template.account) !== "different" && compareNamespaces(account5, workload) !== "different"
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
  return template.metadata.labels.some((label) => label.key === identityKeys.use && label.string === "true");
}

// src/rules/example-manifests.ts
var exampleClientId = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var exampleTenantId = "7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90";
function exampleAccount(options = {}) {
  const { name = "orders", namespace: namespace2 = "shop", clientId = exampleClientId, annotations = [] } = options;
  return document(
    `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace2}
  annotations:
${lines(4, [`azure.workload.identity/client-id: ${clientId}`, ...annotations])}`
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
var rule6 = defineRule({
  id: "azure-env-shadowed",
  title: "A container sets a variable that the webhook would set",
  group: "Workload identity",
  why: "The webhook leaves a variable alone that a container already has, even an empty one. What is written there wins over the account: after a change of the annotation the pods go on with the old identity, and nothing says so.",
  remedy: "Remove the variable, so that the account decides; keep it, and silence this rule with a reason, when the container is meant to use a second identity.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (addEnvironmentVariables)"],
  yieldsTo: ["token-path-hard-coded"],
  *check(world) {
    for (const pods14 of labelledPods(world)) {
      const matches = accountsFor(world, pods14.workload, pods14.template);
      const account5 = (matches.find((match) => match.certain) ?? matches[0])?.account;
      const skipped = skippedContainers(pods14.template);
      for (const container of pods14.template.containers) {
        if (skipped.has(container.name)) continue;
        for (const variable of container.environment) yield* checkVariable(pods14, container, variable, account5);
      }
    }
  }
});
var injected = {
  AZURE_CLIENT_ID: (account5) => account5.clientId,
  AZURE_TENANT_ID: (account5) => account5.tenantId,
  AZURE_FEDERATED_TOKEN_FILE: () => void 0,
  AZURE_AUTHORITY_HOST: () => void 0
};
function* checkVariable({ workload }, container, variable, account5) {
  const source = Object.hasOwn(injected, variable.name) ? injected[variable.name] : void 0;
  if (!source) return;
  const given = account5 && source(account5);
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
var other = "c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77";
var mark = " #~ azure-env-shadowed";
var pods = (name, value, annotations = []) => examplePods({
  annotations,
  container: ["env:", "  - {name: LOG, value: debug}", `  - name: ${name}`, `    ${value}`]
});
var files = (name, value) => ({ "all.yaml": exampleAccount() + pods(`${name}${mark}`, value) });
var examples6 = defineExamples({
  bad: [
    { title: "Another identity", files: files("AZURE_CLIENT_ID", `value: ${other}`) },
    { title: "The same identity", files: files("AZURE_CLIENT_ID", `value: ${exampleClientId.toUpperCase()}`) },
    { title: "An identity that is filled in later", files: files("AZURE_CLIENT_ID", 'value: "${CLIENT_ID}"') },
    {
      title: "An identity from a ConfigMap",
      files: files("AZURE_CLIENT_ID", "valueFrom: {configMapKeyRef: {name: azure, key: client}}")
    },
    {
      title: "Another account may be meant, but one surely is",
      files: {
        "all.yaml": "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n" + exampleAccount() + pods(`AZURE_CLIENT_ID${mark}`, `value: ${other}`)
      }
    },
    { title: "A tenant", files: files("AZURE_TENANT_ID", `value: ${exampleTenantId}`) },
    { title: "Empty", files: files("AZURE_AUTHORITY_HOST", 'value: ""') },
    {
      title: "A token file of its own",
      files: { "all.yaml": exampleAccount() + pods(`AZURE_FEDERATED_TOKEN_FILE${mark}`, "value: /tokens/azure") }
    }
  ],
  good: [
    {
      title: "Whether the account has a client id is not known",
      files: {
        "all.yaml": pods("AZURE_CLIENT_ID", `value: ${other}`).replace(
          "serviceAccountName: orders",
          'serviceAccountName: "${ACCOUNT}"'
        )
      }
    },
    { title: "Other variables", files: { "all.yaml": exampleAccount() + pods("AZURE_REGION", "value: westeurope") } },
    {
      title: "A container that the webhook leaves alone",
      files: {
        "all.yaml": exampleAccount() + pods("AZURE_CLIENT_ID", `value: ${other}`, ["azure.workload.identity/skip-containers: orders"])
      }
    },
    {
      title: "Pods that the webhook leaves alone",
      files: {
        "all.yaml": exampleAccount() + pods("AZURE_TENANT_ID", `value: ${exampleTenantId}`).replace('use: "true"', 'use: "false"')
      }
    }
  ]
});

// src/rules/static/client-id-misplaced.ts
var accountOnly = /* @__PURE__ */ new Set([identityKeys.clientId, identityKeys.tenantId]);
var rule7 = defineRule({
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
function accountPlace(account5) {
  return account5.metadata.nameField ?? account5.root;
}
var examples7 = defineExamples({
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
  return (template.spec.get("volumes")?.items() ?? []).some((volume) => {
    const driver = volume.get("csi", "driver")?.text ?? "";
    if (driver === "secrets-store.csi.k8s.io") return mayUseToken(world, workload, volume);
    if (volume.get("persistentVolumeClaim")) return world.objects.some(mountsWithToken);
    return fileDrivers.has(driver) || projectsToken(volume);
  });
}
function mayUseToken(world, workload, volume) {
  const name = volume.get("csi", "volumeAttributes", "secretProviderClass")?.text;
  const classes = world.objects.filter(
    (object) => object.kind === "SecretProviderClass" && object.metadata.nameField?.text === name && world.sees(workload.manifest, object.manifest) && compareNamespaces(workload, object) !== "different"
  );
  return classes.length === 0 || classes.some((object) => object.root.get("spec", "parameters", "clientID")?.text);
}
function mountsWithToken(object) {
  const parameters = object.root.get("parameters") ?? object.root.get("spec", "csi", "volumeAttributes");
  return parameters?.get("mountWithWorkloadIdentityToken")?.text?.toLowerCase() === "true";
}
function projectsToken(volume) {
  return (volume.get("projected", "sources")?.items() ?? []).some(
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
var rule8 = defineRule({
  id: "client-id-missing",
  title: "The account of labelled pods names no identity",
  group: "Workload identity",
  why: 'The webhook takes AZURE_CLIENT_ID from the annotation of the account alone. Without it the pods get a token but no client id, and the SDK reports "no client ID specified" unless the application names one itself.',
  remedy: "Add the annotation azure.workload.identity/client-id with the client id of the managed identity to the ServiceAccount.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go", "kubernetes-sigs/external-dns issue 5199"],
  yieldsTo: ["client-id-misspelt", "client-id-misplaced", "service-account-default"],
  *check(world, repository) {
    for (const account5 of world.serviceAccounts) {
      if (account5.clientId?.text || account5.clientId && isEmptySlot(account5.clientId) || isClusterNamespace(literalOf(account5.namespace)))
        continue;
      if (account5.metadata.nameField?.text === void 0) continue;
      yield* checkAccount(world, repository, account5);
    }
  }
});
function* checkAccount(world, repository, account5) {
  const pods14 = templatesOf(world, account5).filter(
    ({ workload, template }) => isLabelled(template) && compareTexts(template.account, account5.name) === "same" && workload.namespaceGiven === account5.namespaceGiven && !bringsClientId(template) && !isSelfConfiguring(workload, template)
  );
  const [pod3] = pods14;
  if (!pod3) return;
  const proof = corroboration(repository, account5, pods14);
  const severity = repository.scripts.annotatesAccounts ? "note" : severityOfAbsence(world, proof ? "error" : "warning");
  yield {
    at: account5.clientId?.keyPlace ?? account5.metadata.nameField ?? account5.root,
    message: `The ServiceAccount ${nameOf(account5)} has no client id, and pods of the ${pod3.workload.kind} ${nameOf(pod3.workload)} ask for a token through it${proof ? `; ${proof.note}` : ""}.`,
    severity,
    related: [
      {
        at: entryOf(pod3.template.metadata.labels, identityKeys.use)?.keyPlace ?? pod3.template.anchor,
        note: "pods that ask for a token"
      },
      ...proof?.at ? [{ at: proof.at, note: proof.note }] : []
    ],
    about: cause("client id", account5)
  };
}
function corroboration(repository, account5, pods14) {
  for (const { template } of pods14) {
    const reads = injectedUses(template).find(({ variable }) => variable === "AZURE_CLIENT_ID");
    if (reads) return { note: "a container uses AZURE_CLIENT_ID", at: reads.field };
    const left = entryOf(template.metadata.labels, podIdentityLabel);
    if (left) return { note: "the same pods still have a pod identity label", at: left.keyPlace };
  }
  const literal = literalOf(account5.name);
  if (literal === void 0 || !account5.namespaceGiven) return void 0;
  const subject = literalText(`system:serviceaccount:${writtenText(account5.namespace)}:${literal}`);
  const declared = repository.credentials.find(
    (credential) => credential.subject && compareTexts(credential.subject.text, subject) === "same"
  );
  return declared && { note: "a federated credential is declared for it", at: declared.at };
}
var pods2 = (environment) => `---
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
var bare = (mark22) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders${mark22}
  namespace: shop
`;
var examples8 = defineExamples({
  bad: [
    { title: "No annotation", severity: "warning", files: { "all.yaml": bare(" #~ client-id-missing") + pods2("") } },
    {
      title: "A container counts on the variable",
      severity: "error",
      files: {
        "all.yaml": bare(" #~ client-id-missing") + pods2('\n          args: ["--identity=$(AZURE_CLIENT_ID)"]')
      }
    },
    {
      title: "A container counts on two variables",
      severity: "error",
      files: {
        "all.yaml": bare(" #~ client-id-missing") + pods2('\n          args: ["--tenant=$(AZURE_TENANT_ID)", "--identity=${AZURE_CLIENT_ID}"]')
      }
    },
    {
      title: "A container counts on another variable, and only mentions this one",
      severity: "warning",
      files: {
        "all.yaml": bare(" #~ client-id-missing") + pods2('\n          args: ["--tenant=$(AZURE_TENANT_ID)", "--help-for=AZURE_CLIENT_ID"]')
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
`.replace(" #~ client-id-missing", " #~ client-id-missing") + pods2("")
      }
    }
  ],
  good: [
    {
      title: "The application names its identity itself",
      files: {
        "all.yaml": bare("") + pods2("\n          env: [{name: AZURE_CLIENT_ID, value: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}]")
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
${pods2("")}`
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
var rule9 = defineRule({
  id: "client-id-misspelt",
  title: "A workload identity key of the account is misspelt",
  group: "Workload identity",
  why: "The webhook reads its annotations by their exact keys and ignores everything else. A misspelt key is a missing one: the pods get no client id, and nothing says why.",
  remedy: "Write the key as the webhook reads it, under `metadata.annotations`.",
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/consts.go, issue 1026"],
  *check(world) {
    for (const account5 of world.serviceAccounts) {
      for (const annotation of account5.metadata.annotations) {
        const meant = hasPlaceholder(annotation.key) ? void 0 : misspeltKey(annotation.key);
        if (meant && readFromAccounts.has(meant) && !entryOf(account5.metadata.annotations, meant)) {
          yield misspelt(account5, annotation, meant);
        }
      }
      for (const label of account5.metadata.labels) {
        const meant = readFromAccounts.has(label.key) ? label.key : misspeltKey(label.key);
        if (meant && readFromAccounts.has(meant) && !entryOf(account5.metadata.annotations, meant)) {
          yield labelInstead(account5, label, meant);
        }
      }
    }
  }
});
function misspelt(account5, annotation, meant) {
  return {
    at: annotation.keyPlace,
    message: `The annotation ${annotation.key} of the ServiceAccount ${nameOf(account5)} is not read by anything; ${meant} is.`,
    remedy: `Write ${meant}.`,
    about: aboutKey(account5, meant),
    fix: { safety: "safe", repairs: [{ kind: "rename-key", at: annotation, key: meant }] }
  };
}
function labelInstead(account5, label, meant) {
  const into = account5.metadata.annotationsField;
  return {
    at: label.keyPlace,
    message: `${label.key} of the ServiceAccount ${nameOf(account5)} is a label; ${meant} is read from the annotations only.`,
    remedy: `Move it to metadata.annotations as ${meant}.`,
    about: aboutKey(account5, meant),
    ...into && label.text && {
      fix: {
        safety: "safe",
        repairs: [
          { kind: "remove-entry", at: label },
          { kind: "add-entry", into, key: meant, text: label.text }
        ]
      }
    }
  };
}
function aboutKey(account5, meant) {
  return cause(meant === identityKeys.clientId ? "client id" : meant, account5);
}
var account = (metadata) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
${metadata}`;
var id = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var examples9 = defineExamples({
  bad: [
    {
      title: "Underscore for hyphen",
      files: {
        "account.yaml": account(`  annotations:
    azure.workload.identity/client_id: ${id} #~ client-id-misspelt
`)
      }
    },
    {
      title: "Camel case",
      files: {
        "account.yaml": account(`  annotations:
    azure.workload.identity/clientId: ${id} #~ client-id-misspelt
`)
      }
    },
    {
      title: "A dot is missing in the prefix",
      files: {
        "account.yaml": account(`  annotations:
    azureworkload.identity/client-id: ${id} #~ client-id-misspelt
`)
      }
    },
    {
      title: "Pods ask for a token",
      files: {
        "all.yaml": account(`  annotations:
    azure.workload.identity/client_id: ${id} #~ client-id-misspelt
`) + examplePods()
      }
    },
    {
      title: "The tenant is misspelt, and the client id missing",
      files: {
        "all.yaml": account("  annotations:\n    azure.workload.identity/tenantid: x #~ client-id-misspelt\n").replace(
          "name: orders",
          "name: orders #~ client-id-missing"
        ) + examplePods()
      }
    },
    {
      title: "A label instead of an annotation",
      files: {
        "account.yaml": account(
          `  labels:
    app: orders
    azure.workload.identity/client-id: ${id} #~ client-id-misspelt
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
        "account.yaml": account(
          `  labels:
    azure.workload.identity/client-id: ${id}
  annotations:
    azure.workload.identity/client_id: ${id}
    azure.workload.identity/client-id: ${id}
`
        )
      }
    },
    {
      title: "Nearly a key that is read from pods only",
      files: {
        "account.yaml": account(
          `  labels:
    azure.workload.identity/used: "true"
  annotations:
    azure.workload.identity/client-id: ${id}
    azure.workload.identity/skip-container: orders
`
        )
      }
    },
    {
      title: "Exactly so",
      files: { "account.yaml": account(`  annotations:
    azure.workload.identity/client-id: ${id}
`) }
    },
    {
      title: "Keys of other systems",
      files: {
        "account.yaml": account(
          "  annotations:\n    iam.gke.io/gcp-service-account: orders@example.iam.gserviceaccount.com\n    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/orders\n"
        )
      }
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

// src/rules/static/client-id-not-a-guid.ts
var rule10 = defineRule({
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
    for (const account5 of world.serviceAccounts) {
      const clientId = entryOf(account5.metadata.annotations, identityKeys.clientId);
      const text = clientId?.string;
      if (!clientId || !text || hasPlaceholder(text)) continue;
      const fault = describeNotGuid(text);
      if (!fault) continue;
      yield {
        at: clientId,
        message: `The client id of the ServiceAccount ${nameOf(account5)} is ${fault.description}: "${text}".`,
        about: cause("client id text", account5),
        ...fault.guid && { fix: { safety: "safe", repairs: [{ kind: "set-text", at: clientId, text: fault.guid }] } }
      };
    }
  }
});
var account2 = (value) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: ${value}
`;
var mark2 = " #~ client-id-not-a-guid";
var examples10 = defineExamples({
  bad: [
    { title: "A leftover", files: { "account.yaml": account2(`TBA${mark2}`) } },
    {
      title: "The resource id",
      files: {
        "account.yaml": account2(
          `/subscriptions/7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90/resourceGroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/orders${mark2}`
        )
      }
    },
    { title: "A name", files: { "account.yaml": account2(`id-orders${mark2}`) } },
    { title: "Only zeros", files: { "account.yaml": account2(`"00000000-0000-0000-0000-000000000000"${mark2}`) } },
    {
      title: "Letters that no GUID has",
      files: { "account.yaml": account2(`xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx${mark2}`) }
    },
    { title: "Braces", files: { "account.yaml": account2(`"{1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}"${mark2}`) } },
    {
      title: "A space at the end",
      files: { "account.yaml": account2(`"1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11 "${mark2}`) }
    }
  ],
  good: [
    { title: "A GUID, in capitals too", files: { "account.yaml": account2("1B0F4A52-6F0A-4BB7-9D3C-0C6F4F7C2A11") } },
    { title: "Empty, which pods that need it report", files: { "account.yaml": account2('""') } },
    { title: "Flux and envsubst", files: { "account.yaml": account2("${ORDERS_CLIENT_ID}") } },
    { title: "With a default", files: { "account.yaml": account2("${ORDERS_CLIENT_ID:=none}") } },
    { title: "Make, or Azure Pipelines", files: { "account.yaml": account2("$(ORDERS_CLIENT_ID)") } },
    { title: "Token replacement", files: { "account.yaml": account2('"#{ORDERS_CLIENT_ID}#"') } },
    { title: "Double underscores", files: { "account.yaml": account2("__ORDERS_CLIENT_ID__") } },
    { title: "Angle brackets, replaced by a script", files: { "account.yaml": account2("<client-id>") } },
    { title: "An ApplicationSet value", files: { "account.yaml": account2("'{{metadata.annotations.client_id}}'") } },
    { title: "A word that a script replaces", files: { "account.yaml": account2("REPLACE_ME_CLIENT_ID") } },
    { title: "Encrypted", files: { "account.yaml": account2("ENC[AES256_GCM,data:q1,iv:q2,tag:q3,type:str]") } }
  ]
});

// src/rules/static/client-secret-beside-identity.ts
var rule11 = defineRule({
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
          if (winning.has(variable.name) && isGiven(variable)) yield observe(workload, container, variable);
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
function observe(workload, container, { name, field }) {
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
var pods3 = (container, more = {}) => exampleAccount() + examplePods({ container, ...more });
var secretKey = "valueFrom: {secretKeyRef: {name: azure, key: secret}}";
var mark3 = " #~ client-secret-beside-identity";
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
var examples11 = defineExamples({
  bad: [
    {
      title: "A secret from a Secret",
      files: { "all.yaml": pods3(["env:", `  - name: AZURE_CLIENT_SECRET${mark3}`, `    ${secretKey}`]) }
    },
    {
      title: "A certificate",
      files: {
        "all.yaml": pods3([
          "env:",
          `  - name: AZURE_CLIENT_CERTIFICATE_PATH${mark3}`,
          "    value: /certificates/azure.pem"
        ])
      }
    },
    {
      title: "All of a Secret",
      files: { "all.yaml": pods3(["envFrom:", "  - secretRef:", `      name: azure${mark3}`]) + secret("shop") }
    },
    {
      title: "All of a Secret, with a prefix",
      files: {
        "all.yaml": pods3(["envFrom:", "  - prefix: AZURE_CLIENT_", "    secretRef:", `      name: azure${mark3}`]) + secret("shop", "SECRET").replace(
          "name: azure",
          'name: azure, labels: {secrets-store.csi.k8s.io/managed: "true"}'
        )
      }
    },
    {
      title: "All of a ConfigMap",
      files: { "all.yaml": pods3(["envFrom:", "  - configMapRef:", `      name: azure${mark3}`]) + config }
    }
  ],
  good: [
    {
      title: "No secret, or an empty one",
      files: {
        "all.yaml": pods3(['env: [{name: AZURE_CLIENT_SECRET, value: ""}, {name: AZURE_REGION, value: westeurope}]'])
      }
    },
    {
      title: "A Secret of another namespace, and one with other keys",
      files: {
        "all.yaml": pods3(["envFrom: [{secretRef: {name: azure}}]"]) + secret("other") + secret("shop", "AZURE_CLIENT_NAME")
      }
    },
    {
      title: "A container that the webhook leaves alone",
      files: {
        "all.yaml": pods3([`env: [{name: AZURE_CLIENT_SECRET, ${secretKey}}]`], {
          annotations: ["azure.workload.identity/skip-containers: orders"]
        })
      }
    },
    {
      title: "Pods without workload identity",
      files: {
        "all.yaml": pods3([`env: [{name: AZURE_CLIENT_SECRET, ${secretKey}}]`], {
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
  const subjectOf = (identity2, subject) => {
    const subjects = identities.get(identity2) ?? /* @__PURE__ */ new Map();
    identities.set(identity2, subjects);
    const demand = subjects.get(subject) ?? { clusters: /* @__PURE__ */ new Map(), issuers: /* @__PURE__ */ new Map() };
    subjects.set(subject, demand);
    return demand;
  };
  for (const world of repository.worlds) {
    for (const account5 of world.serviceAccounts) addAccount(subjectOf, world, account5);
  }
  for (const credential of repository.credentials) addDeclared(subjectOf, credential);
  return [...identities].map(([identity2, subjects]) => ({ identity: identity2, needs: [...subjects.values()].flatMap(needsOf) }));
}
function addAccount(subjectOf, world, account5) {
  const clientId = account5.clientId?.string;
  if (!account5.clientId || !clientId || describeNotGuid(clientId)) return;
  const at = account5.clientId.place;
  const identity2 = clientId.toLowerCase();
  if (usesBindingsOnly(world, account5)) {
    subjectOf(identity2, "identity binding").clusters.set("", { at, certain: true });
    return;
  }
  const subject = `system:serviceaccount:${writtenText(account5.namespace)}:${writtenText(account5.name)}`;
  const { clusters } = subjectOf(identity2, subject);
  const environment = world.environmentOf(account5.manifest) ?? "";
  const certain = ![...clusters.keys()].some((known) => known.startsWith(`${environment}
`));
  const cluster = `${environment}
${world.name}`;
  if (!clusters.has(cluster)) clusters.set(cluster, { at, certain });
}
function usesBindingsOnly(world, account5) {
  const pods14 = templatesOf(world, account5);
  return pods14.length > 0 && pods14.every(({ template }) => bindingAnnotation(template));
}
function addDeclared(subjectOf, credential) {
  const owner = (credential.clientId && literalOf(credential.clientId.text)) ?? ownerOf(credential);
  if (owner === void 0 || credential.conditional || !credential.subject) return;
  const issuer = credential.issuer ? writtenText(credential.issuer.text) : "";
  const { issuers } = subjectOf(owner.toLowerCase(), writtenText(credential.subject.text));
  if (!issuers.has(issuer)) issuers.set(issuer, { at: credential.at, certain: true });
}
function ownerOf({ identity: identity2 }) {
  const text = identity2 && literalOf(identity2.text);
  return text?.startsWith("/") ? text : void 0;
}
function needsOf({ clusters, issuers }) {
  return [...clusters.values(), ...[...issuers.values()].slice(clusters.size)];
}

// src/rules/static/credential-limit-exceeded.ts
var most = 20;
var nearly = 18;
var rule12 = defineRule({
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
      if (demand.needs.length >= nearly) yield observe2(demand);
    }
  }
});
function observe2({ identity: identity2, needs }) {
  const count = needs.length;
  const exceeding = needs[most] ?? needs.at(-1);
  const certain = needs.filter((need) => need.certain).length;
  return {
    at: (exceeding ?? needs[0]).at,
    message: `The identity ${identity2} needs ${count} federated credentials for the accounts and declarations of this repository; Azure allows ${most}.`,
    severity: count > most ? "error" : "note",
    confidence: count > most && certain <= most ? "medium" : "high"
  };
}
var mark4 = " #~ credential-limit-exceeded";
var accounts = (count, marked = 0, start = 1) => Array.from(
  { length: count },
  (_, index) => exampleAccount({
    name: `orders-${index + start}`,
    clientId: index + 1 === marked ? exampleClientId + mark4 : exampleClientId
  })
).join("");
var binding = 'azure.workload.identity/use-identity-binding: "true"';
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
    annotations: [binding],
    spec: [`serviceAccountName: orders-${index + 1}`]
  })
).join("");
var examples12 = defineExamples({
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
var rule13 = defineRule({
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
      const binding2 = bindingAnnotation(template);
      const match = binding2 && accountsFor(world, workload, template).find(({ certain }) => certain);
      const clientId = match?.account.clientId?.text;
      if (!binding2 || !match || !clientId || seen.has(match.account)) continue;
      seen.add(match.account);
      if (isClusterNamespace(literalOf(match.account.namespace)) || mayUse(world, match.account, clientId)) continue;
      yield {
        at: match.account.metadata.nameField ?? match.account.root,
        message: `The ServiceAccount ${nameOf(match.account)} uses the identity ${clientId} through an identity binding, and no ClusterRole of these files that is bound to it allows use-managed-identity for that client id.`,
        severity: world.complete ? severityOfAbsence(world, "warning") : "note",
        related: [{ at: binding2.keyPlace, note: "pods that use the binding" }]
      };
    }
  }
});
function mayUse(world, account5, clientId) {
  const inSight = world.objects.filter((object) => world.sees(account5.manifest, object.manifest));
  const roles = inSight.filter((object) => object.kind === "ClusterRole" && allows(object, clientId));
  return inSight.filter((object) => object.kind === "ClusterRoleBinding" || object.kind === "RoleBinding").some(
    (binding2) => roles.some((role3) => refersTo(binding2, role3)) && itemsOf(binding2, "subjects").some((subject) => isAccount(subject, account5))
  );
}
function allows(role3, clientId) {
  const has = (rule36, key, wanted) => (rule36.get(key)?.items() ?? []).some(
    (item) => item.text === "*" || mayBe(item.text?.toLowerCase(), readPlaceholders(wanted))
  );
  return itemsOf(role3, "rules").some(
    (rule36) => has(rule36, "apiGroups", "cid.wi.aks.azure.com") && has(rule36, "verbs", "use-managed-identity") && has(rule36, "resources", clientId.toLowerCase())
  );
}
function refersTo(binding2, role3) {
  return binding2.root.get("roleRef", "kind")?.text === "ClusterRole" && mayBe(binding2.root.get("roleRef", "name")?.text, role3.name);
}
function isAccount(subject, account5) {
  const kind = subject.get("kind")?.text;
  const name = subject.get("name")?.text;
  const namespace2 = writtenText(account5.namespace);
  if (kind === "ServiceAccount")
    return mayBe(name, account5.name) && isNamespace(subject.get("namespace")?.text, account5);
  if (kind === "User")
    return mayBe(name, readPlaceholders(`system:serviceaccount:${namespace2}:${writtenText(account5.name)}`));
  const groups = ["system:authenticated", "system:serviceaccounts", `system:serviceaccounts:${namespace2}`];
  return kind === "Group" && groups.some((group) => mayBe(name, readPlaceholders(group)));
}
function isNamespace(written2, account5) {
  return !account5.namespaceGiven || mayBe(written2, account5.namespace);
}
function mayBe(written2, wanted) {
  return written2 !== void 0 && compareTexts(readPlaceholders(written2), wanted) !== "different";
}
function itemsOf(object, key) {
  return object.root.get(key)?.items() ?? [];
}
var mark5 = " #~ identity-binding-not-authorised";
var pods4 = (binding2 = '"true"', use2 = '"true"') => examplePods({
  labels: [`azure.workload.identity/use: ${use2}`],
  annotations: [`azure.workload.identity/use-identity-binding: ${binding2}`]
});
var rights = ({
  group = "cid.wi.aks.azure.com",
  resource = exampleClientId,
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
  - {apiGroups: ["${group}"], resources: ["${resource}"], verbs: ["${verb}"]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${bindingKind}
metadata: {name: orders-identity, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${roleKind}, name: ${role3}}
subjects:
  - {${subject}}
`;
var bad = (given) => ({
  "all.yaml": exampleAccount({ name: `orders${mark5}` }) + pods4() + (given ? rights(given) : "")
});
var good = (given) => ({ "all.yaml": exampleAccount() + pods4() + rights(given) });
var examples13 = defineExamples({
  bad: [
    {
      title: "A role of another environment",
      files: {
        "dev/all.yaml": exampleAccount({ name: `orders${mark5}` }) + pods4(),
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
        "all.yaml": exampleAccount() + pods4() + rights({
          resource: `c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77", "${exampleClientId}`,
          verb: 'get", "use-managed-identity',
          group: 'apps", "cid.wi.aks.azure.com',
          subject: "kind: ServiceAccount, name: other, namespace: shop"
        }).replace("rules:\n", "rules:\n  - {apiGroups: [apps], resources: [deployments], verbs: [get]}\n") + "  - {kind: ServiceAccount, name: orders, namespace: shop}\n"
      }
    },
    {
      title: "Which account it is is only known later",
      files: { "all.yaml": exampleAccount({ namespace: "${NAMESPACE}" }) + pods4() }
    },
    {
      title: "A namespace that the cluster owns",
      files: { "all.yaml": (exampleAccount() + pods4()).replaceAll("namespace: shop", "namespace: kube-system") }
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
    { title: "No binding is asked for", files: { "all.yaml": exampleAccount() + pods4('"false"') } },
    {
      title: "Pods that the webhook leaves alone",
      files: { "all.yaml": exampleAccount() + pods4('"true"', '"false"') }
    },
    {
      title: "No client id that could be bound",
      files: {
        "all.yaml": exampleAccount({ clientId: "# filled in by the pipeline" }) + pods4()
      }
    }
  ]
});

// src/rules/static/identity-binding-without-label.ts
var rule14 = defineRule({
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
        const binding2 = bindingAnnotation(template);
        const label = entryOf(template.metadata.labels, identityKeys.use)?.text ?? "";
        if (!binding2 || !template.complete || isLabelled(template)) continue;
        if (label.toLowerCase() === "false" || hasPlaceholder(label)) continue;
        yield {
          at: template.anchor.keyPlace,
          message: `Pods of the ${workload.kind} ${nameOf(workload)} have ${identityKeys.useBinding}, but not the label ${identityKeys.use} that makes the webhook look at it.`,
          related: [{ at: binding2.keyPlace, note: "the annotation that asks for the binding" }],
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
var pods5 = (labels, binding2 = '"true"', mark22 = "") => ({
  "all.yaml": exampleAccount() + role2 + examplePods({ labels, annotations: [`azure.workload.identity/use-identity-binding: ${binding2}`] }).replace(
    "      labels:\n",
    `      labels:${mark22}
`
  )
});
var examples14 = defineExamples({
  bad: [
    { title: "No label", files: pods5([], '"true"', " #~ identity-binding-without-label") },
    { title: "No label, the annotation in capitals", files: pods5([], '"TRUE"', " #~ identity-binding-without-label") }
  ],
  good: [
    { title: "Both", files: pods5(['azure.workload.identity/use: "true"']) },
    { title: "Off on purpose", files: pods5(['azure.workload.identity/use: "False"']) },
    { title: "The label is filled in later", files: pods5(['azure.workload.identity/use: "${USE_IDENTITY}"']) },
    {
      title: "Part of an object",
      files: {
        "all.yaml": pods5([])["all.yaml"].replace("          image: registry.example/orders:1\n", "")
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
var rule15 = defineRule({
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
          if (isOurs(entry.key) && isNotText(entry)) yield observe3(object, entry);
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
function observe3(object, entry) {
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
var deployment = (label) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata:
      labels:
        azure.workload.identity/use: ${label}
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
var examples15 = defineExamples({
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
    { title: "A bare true", files: { "deployment.yaml": deployment("true #~ metadata-value-not-string") } },
    { title: "A YAML 1.1 boolean", files: { "deployment.yaml": deployment("yes #~ metadata-value-not-string") } },
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
    { title: "Keys of others", files: { "deployment.yaml": deployment('"true"\n        version: 1') } },
    { title: "In quotes", files: { "deployment.yaml": deployment('"true"') } },
    {
      title: "A tag makes it text",
      files: { "deployment.yaml": deployment("!!str true") }
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
var rule16 = defineRule({
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
  if (plain(key) !== "clientsecret") return false;
  const keys = new Set(entries.map(({ field }) => plain(field.key)));
  const forKeyVault = entryOf(object.metadata.labels, "secrets-store.csi.k8s.io/used") !== void 0;
  return keys.has("clientid") && (keys.has("tenantid") || forKeyVault);
}
function plain(key) {
  return key.toLowerCase().replace(/[-_.]/g, "");
}
function secretInJson(text) {
  if (!/"(?:aad)?(?:tenantId|subscriptionId)"/.test(text)) return void 0;
  return /"(?:aad)?[cC]lientSecret"\s*:\s*"([^"]*)"/.exec(text)?.[1];
}
var mark6 = " #~ plain-client-secret";
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
var pods6 = (value, name = "AZURE_CLIENT_SECRET") => ({
  "all.yaml": exampleAccount() + examplePods({ labels: [], container: ["env:", `  - name: ${name}`, `    value: ${value}`] }).replace(
    "serviceAccountName: orders",
    "serviceAccountName: other"
  )
});
var examples16 = defineExamples({
  bad: [
    { title: "In a variable", files: pods6(word, `AZURE_CLIENT_SECRET${mark6}`) },
    {
      title: "In a variable of pods with workload identity",
      files: {
        "all.yaml": exampleAccount() + examplePods({ container: ["env:", `  - name: AZURE_CLIENT_SECRET${mark6}`, `    value: ${word}`] })
      }
    },
    { title: "In a Secret, as it is", files: secret2(`stringData:
  AZURE_CLIENT_SECRET: ${word}${mark6}
`) },
    { title: "In a Secret, as base64", files: secret2(`data:
  ARM_CLIENT_SECRET: ${encoded(word)}${mark6}
`) },
    {
      title: "Beside a client id and a tenant",
      files: secret2(`stringData:
  client-id: a
  tenantId: b
  client-secret: ${word}${mark6}
`)
    },
    {
      title: "For the Key Vault driver",
      files: secret2(
        `data:
  clientid: ${encoded("a")}
  clientsecret: ${encoded(word)}${mark6}
`,
        '  labels: {secrets-store.csi.k8s.io/used: "true"}\n'
      )
    },
    { title: "In JSON", files: secret2(`stringData:
  credentials: '${json(word)}'${mark6}
`) },
    {
      title: "In a ConfigMap",
      files: {
        "config.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: azure, namespace: shop}
data:
  AZURE_CLIENT_SECRET: ${word}${mark6}
`
      }
    }
  ],
  good: [
    { title: "Filled in later", files: pods6('"${CLIENT_SECRET}"') },
    { title: "Empty", files: pods6('""') },
    { title: "A leftover", files: pods6("changeme") },
    { title: "A word for it", files: pods6("your-client-secret") },
    { title: "A reference", files: pods6("ref+azurekeyvault://shop/azure") },
    {
      title: "From a Secret",
      files: {
        "all.yaml": exampleAccount() + examplePods({
          labels: ['azure.workload.identity/use: "false"'],
          container: ["env: [{name: AZURE_CLIENT_SECRET, valueFrom: {secretKeyRef: {name: azure, key: secret}}}]"]
        })
      }
    },
    { title: "Another variable", files: pods6(word, "AZURE_CLIENT_NAME") },
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
var rule17 = defineRule({
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
  for (const label of misplaced) {
    const broken = unlabelled2.some((candidate) => needsLabel(world, { workload, template: candidate }));
    yield observe4(label, `the ${workload.kind} ${nameOf(workload)}`, broken, { workload, template });
  }
}
function* checkOther(world, object) {
  if (object.kind === "ServiceAccount" || isCustom(object)) return;
  if (world.workloads.some((workload) => workload.manifest === object.manifest)) return;
  const labels = [...object.metadata.labels, ...object.metadata.annotations].filter(asksForWebhook);
  if (labels.length === 0) return;
  const pods14 = object.kind === "Service" ? selectedBy(world, object) : [];
  if (pods14.some(({ template }) => isLabelled(template))) return;
  const broken = pods14.find((pod3) => needsLabel(world, pod3));
  for (const label of labels)
    yield observe4(label, `the ${object.kind} ${nameOf(object)}`, broken !== void 0, broken);
}
function isCustom({ group }) {
  return group.includes(".") && !group.endsWith(".k8s.io");
}
function asksForWebhook(entry) {
  return entry.key === identityKeys.use && entry.text?.toLowerCase() !== "false";
}
function observe4(label, owner, broken, pod3) {
  const kind = label.path.at(-2) === "annotations" ? "annotation" : "label";
  return {
    at: label.keyPlace,
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
          { kind: "remove-entry", at: label },
          { kind: "add-entry", into: pod3.template.metadata.labelsField, key: identityKeys.use, text: "true" }
        ]
      }
    }
  };
}
function needsLabel(world, { workload, template }) {
  if (!template.complete || hasOtherTokenSource(world, workload, template)) return false;
  return accountsFor(world, workload, template).some(({ account: account5, certain }) => certain && account5.clientId?.text);
}
function selectedBy(world, service2) {
  const selector = service2.root.get("spec", "selector")?.entries() ?? [];
  if (selector.length === 0) return [];
  return world.workloads.filter(
    (workload) => world.sees(workload.manifest, service2.manifest) && compareNamespaces(workload, service2) === "same"
  ).flatMap((workload) => workload.templates.map((template) => ({ workload, template }))).filter(
    ({ template }) => selector.every(
      (wanted) => template.metadata.labels.some((label) => label.key === wanted.key && label.text === wanted.text)
    )
  );
}
var use = 'azure.workload.identity/use: "true"';
var mark7 = " #~ pod-label-misplaced";
var onDeployment = (pods14 = {}, value = `"true"${mark7}`) => examplePods({ labels: [], ...pods14 }).replace(
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
    ${use}${mark7}
spec:
  template:
    spec:
      serviceAccount: orders
      restartPolicy: Never
      containers:
        - {name: import, image: "registry.example/import:1"}
`;
var service = (label, selector = "{app: orders}", namespace2 = "shop") => `---
apiVersion: v1
kind: Service
metadata:
  name: orders
  namespace: ${namespace2}
  labels:
    ${label}
spec:
  selector: ${selector}
  ports: [{port: 80}]
`;
var other2 = (apiVersion, kind, label = use + mark7) => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: shop
  namespace: shop
  labels:
    app: orders
    ${label}
`;
var projected = 'volumes: [{name: t, projected: {sources: [{serviceAccountToken: {audience: "api://AzureADTokenExchange", path: t}}]}}]';
var elsewhere = (pods14) => pods14.replace("serviceAccountName: orders", "serviceAccountName: elsewhere");
var examples17 = defineExamples({
  bad: [
    { title: "On the Deployment", severity: "error", files: { "all.yaml": exampleAccount() + onDeployment() } },
    {
      title: "As an annotation of the pod template",
      severity: "error",
      files: { "all.yaml": exampleAccount() + examplePods({ labels: [], annotations: ["team: orders", use + mark7] }) }
    },
    {
      title: "On the Service",
      severity: "error",
      files: { "all.yaml": exampleAccount() + examplePods({ labels: [] }) + service(use + mark7) }
    },
    { title: "On the Job", severity: "error", files: { "all.yaml": exampleAccount() + job } },
    {
      title: "The account has no client id, as far as is known",
      severity: "note",
      files: { "all.yaml": elsewhere(onDeployment()) }
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
        "all.yaml": exampleAccount() + examplePods() + service(use + mark7, "{app: other}") + service(use + mark7, "{app: orders, tier: web}").replace("name: orders", "name: web") + service(use + mark7, "{}").replace("name: orders", "name: none") + service(use + mark7, "{app: orders}", "other")
      }
    },
    {
      title: "On a ConfigMap and an Ingress",
      severity: "note",
      files: { "all.yaml": other2("v1", "ConfigMap") + other2("networking.k8s.io/v1", "Ingress") }
    }
  ],
  good: [
    {
      title: "On the template, and on the Deployment and the Service as well",
      files: {
        "all.yaml": exampleAccount() + onDeployment({ labels: [use] }, '"true"') + service(use)
      }
    },
    { title: "Off on purpose", files: { "all.yaml": elsewhere(onDeployment({}, '"False"')) } },
    {
      title: "On objects of an operator, which may pass it on",
      files: { "all.yaml": other2("example.com/v1", "Worker", use) }
    }
  ]
});

// src/rules/account-borrowers.ts
var kinds = /^(?:(?:Cluster)?SecretStore|ACRAccessToken|(?:Cluster)?Issuer|(?:Git|OCI|Helm|Image)Repository|Bucket|(?:Cluster)?TriggerAuthentication|EventSource|Sensor|AzureAppConfigurationProvider|VaultAuth)$/;
var loansByWorld = /* @__PURE__ */ new WeakMap();
function borrowerOf(world, account5) {
  return loansOf(world).find(
    ({ borrower, name, namespace: namespace2 }) => name === account5.metadata.nameField?.text && world.sees(borrower.manifest, account5.manifest) && (namespace2 === void 0 ? borrower.kind.startsWith("Cluster") || compareNamespaces(borrower, account5) !== "different" : namespace2 === account5.metadata.namespaceField?.text)
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
var rule18 = defineRule({
  id: "pod-label-missing",
  title: "Pods of an identity account do not ask for their token",
  group: "Workload identity",
  why: 'The account names a managed identity, but the webhook only injects the token and the AZURE_* variables into pods with the label `azure.workload.identity/use: "true"`. Without it the application reports that no credential is available.',
  remedy: 'Add `azure.workload.identity/use: "true"` to the labels of the pod template, or write `"false"` there when the pods are not meant to use the identity.',
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook (objectSelector)", "azure-aks-docs workload-identity-overview"],
  yieldsTo: [
    "pod-label-misplaced",
    "pod-label-not-true",
    "metadata-value-not-string",
    "identity-binding-without-label"
  ],
  *check(world) {
    for (const account5 of world.serviceAccounts) {
      if (!account5.clientId?.text || isClusterNamespace(literalOf(account5.namespace))) continue;
      if (borrowerOf(world, account5)) continue;
      yield* checkAccount2(world, account5);
    }
  }
});
function* checkAccount2(world, account5) {
  const pods14 = templatesOf(world, account5).filter(({ template }) => template.complete);
  if (pods14.some(({ template }) => entryOf(template.metadata.labels, identityKeys.use))) return;
  for (const pod3 of pods14) {
    const certain = accountsFor(world, pod3.workload, pod3.template).some(
      (match) => match.account === account5 && match.certain
    );
    if (certain && !hasOtherTokenSource(world, pod3.workload, pod3.template)) yield observe5(world, account5, pod3);
  }
}
function observe5(world, account5, { workload, template }) {
  const misspelt2 = template.metadata.labels.find((label) => misspeltKey(label.key) === identityKeys.use);
  const [reads] = injectedUses(template);
  const runs = `Pods of the ${workload.kind} ${nameOf(workload)} run as ${nameOf(account5)}, which has a client id`;
  const related = [{ at: account5.metadata.nameField ?? account5.root, note: "the account with the client id" }];
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
    message: reads ? `${runs}, and a container uses ${reads.variable}, which only the webhook sets; without the label ${identityKeys.use} nothing sets it.` : `${runs}, but no workload of that account has the label ${identityKeys.use}.`,
    severity: severityOfAbsence(world, reads ? "error" : "warning"),
    related: reads ? [...related, { at: reads.field.place, note: `${reads.variable} is used here` }] : related,
    about,
    ...template.metadata.labelsField && {
      fix: {
        safety: "unsafe",
        repairs: [{ kind: "add-entry", into: template.metadata.labelsField, key: identityKeys.use, text: "true" }]
      }
    }
  };
}
var unlabelled = (pods14 = {}) => examplePods({ labels: [], ...pods14 }).replace("      labels:\n", "      labels: #~ pod-label-missing\n");
var silent = (spec = []) => examplePods({ labels: [], spec: ["serviceAccountName: orders", ...spec] });
var claim = "volumes: [{name: data, persistentVolumeClaim: {claimName: orders}}]";
var store = (namespace2) => `---
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
var examples18 = defineExamples({
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
      files: { "all.yaml": exampleAccount() + unlabelled() + store("other") }
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
      files: { "all.yaml": exampleAccount() + silent() + store("shop") }
    },
    {
      title: "A store for all namespaces borrows the account",
      files: {
        "all.yaml": exampleAccount() + silent() + store("shop").replace("kind: SecretStore", "kind: ClusterSecretStore").replace("serviceAccountRef: {name: orders}", "serviceAccountRef: {name: orders, namespace: shop}")
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
var rule19 = defineRule({
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
        const label = entryOf(template.metadata.labels, identityKeys.use);
        const text = label?.string;
        if (!label || text === void 0 || text === "" || text === "true") continue;
        if (/^(?:false|no|n|off|0|disabled?)$/i.test(text.trim()) || hasPlaceholder(text)) continue;
        yield {
          at: label,
          message: `The label ${identityKeys.use} of the ${workload.kind} ${nameOf(workload)} is "${text}"; the webhook selects exactly "true".`,
          about: cause("pod label", workload),
          .../^(?:true|yes|y|on|1|enabled?)$/i.test(text.trim()) && {
            fix: { safety: "safe", repairs: [{ kind: "set-text", at: label, text: "true" }] }
          }
        };
      }
    }
  }
});
var pod = (label) => `apiVersion: v1
kind: Pod
metadata:
  name: orders
  namespace: shop
  labels:
    azure.workload.identity/use: ${label}
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
var examples19 = defineExamples({
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
var rule20 = defineRule({
  id: "proxy-port-invalid",
  title: "The port of the proxy sidecar cannot be used",
  group: "Workload identity",
  why: "The webhook refuses pods whose port is not a number, the API server those whose port is outside 1 to 65535: no pod is created, and only an event says why. When a container has the port already, the proxy cannot listen and stops.",
  remedy: 'Write a free port from "1" to "65535", as digits in quotes.',
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (getProxyPort), pkg/proxy/proxy.go"],
  *check(world) {
    for (const pods14 of labelledPods(world)) {
      const proxy2 = proxyAnnotation(pods14.template);
      if (proxy2) yield* checkPort(pods14, proxy2);
    }
  }
});
function* checkPort(pods14, proxy2) {
  const port = entryOf(pods14.template.metadata.annotations, identityKeys.proxyPort);
  if (!port) {
    yield* inUse(pods14, proxy2.keyPlace, defaultPort, "the port it takes by default");
    return;
  }
  const text = port.string ?? (port.value === null ? "" : void 0);
  if (text === void 0 || hasPlaceholder(text) || isEmptySlot(port)) return;
  const number = Number(text);
  if (/^[+-]?\d+$/.test(text) && number >= 1 && number <= 65535) {
    yield* inUse(pods14, port, number, "the port it is given");
    return;
  }
  yield {
    at: port,
    message: `${identityKeys.proxyPort} of the ${pods14.workload.kind} ${nameOf(pods14.workload)} is "${text}", which is no port from 1 to 65535; the pods are refused.`
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
var mark8 = " #~ proxy-port-invalid";
var web = (port, more = "") => ["ports:", `  - {containerPort: ${port}${more}}`];
var examples20 = defineExamples({
  bad: [
    { title: "Nothing after the colon", severity: "error", files: ported(mark8) },
    { title: "A name", severity: "error", files: ported(`http${mark8}`) },
    { title: "Empty", severity: "error", files: ported(`""${mark8}`) },
    { title: "Zero", severity: "error", files: ported(`"0"${mark8}`) },
    { title: "Too large", severity: "error", files: ported(`"65536"${mark8}`) },
    { title: "A port that the application uses", severity: "warning", files: ported(`"8080"${mark8}`, web(8080)) },
    {
      title: "The default port, which the application uses",
      severity: "warning",
      files: ported("", web(8e3), `"true"${mark8}`)
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
var rule21 = defineRule({
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
var pods7 = (value, label = '"true"') => ({
  "all.yaml": exampleAccount() + examplePods({
    labels: [`azure.workload.identity/use: ${label}`],
    annotations: ["team: orders", `azure.workload.identity/inject-proxy-sidecar: ${value}`]
  })
});
var mark9 = " #~ proxy-sidecar-always-on";
var examples21 = defineExamples({
  bad: [
    { title: "Meant to be off", files: pods7(`"false"${mark9}`) },
    { title: "Empty", files: pods7(`""${mark9}`) },
    { title: "On, by another word", files: pods7(`"True"${mark9}`) }
  ],
  good: [
    { title: "On", files: pods7('"true"') },
    { title: "Filled in later", files: pods7('"${INJECT_PROXY}"') },
    { title: "A slot that the pipeline fills in", files: pods7("# filled in by the pipeline") },
    { title: "Pods that the webhook leaves alone", files: pods7('"false"', '"false"') },
    { title: "No annotation", files: { "all.yaml": exampleAccount() + examplePods() } }
  ]
});

// src/rules/static/proxy-sidecar-forbidden.ts
var rule22 = defineRule({
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
  const pods14 = kinds2.some((kind) => texts(kind.get("kinds")).some((name) => name === "Pod" || name === "*"));
  if (kinds2.length > 0 && !pods14) return false;
  const included = texts(match?.get("namespaces"));
  if (included.length > 0 && !included.some((pattern) => fits(pattern, namespace2))) return false;
  return !texts(match?.get("excludedNamespaces")).some((pattern) => fits(pattern, namespace2));
}
function fits(pattern, namespace2) {
  const inner = pattern.replace(/^\*|\*$/g, "");
  if (pattern.startsWith("*") && pattern.endsWith("*")) return namespace2.includes(inner);
  if (pattern.startsWith("*")) return namespace2.endsWith(inner);
  return pattern.endsWith("*") ? namespace2.startsWith(inner) : namespace2 === pattern;
}
var namespace = (label, name = "shop") => `---
apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels:
    pod-security.kubernetes.io/${label}
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
var pods8 = (mark22) => exampleAccount() + examplePods({ annotations: [`${proxy}${mark22}`] });
var bad2 = (...more) => ({ "all.yaml": pods8(" #~ proxy-sidecar-forbidden") + more.join("") });
var good2 = (...more) => ({ "all.yaml": pods8("") + more.join("") });
var examples22 = defineExamples({
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
var rule23 = defineRule({
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
var pods9 = (value, hostNetwork, label = '"true"') => ({
  "all.yaml": exampleAccount() + examplePods({
    labels: [`azure.workload.identity/use: ${label}`],
    annotations: [`azure.workload.identity/inject-proxy-sidecar: ${value}`],
    spec: ["serviceAccountName: orders", `hostNetwork: ${hostNetwork}`]
  })
});
var mark10 = " #~ proxy-sidecar-host-network";
var examples23 = defineExamples({
  bad: [
    { title: "Both", files: pods9(`"true"${mark10}`, "true") },
    { title: "Meant to be off, which adds it too", files: pods9(`"false"${mark10}`, "true") }
  ],
  good: [
    { title: "A network of their own", files: pods9('"true"', "false") },
    { title: "Pods that the webhook leaves alone", files: pods9('"true"', "true", '"false"') },
    {
      title: "hostNetwork without the proxy",
      files: {
        "all.yaml": exampleAccount() + examplePods({ spec: ["serviceAccountName: orders", "hostNetwork: true"] })
      }
    }
  ]
});

// src/rules/static/selector-holds-identity-label.ts
var rule24 = defineRule({
  id: "selector-holds-identity-label",
  title: "The workload identity label is in a selector",
  group: "Workload identity",
  why: "The selector of a Deployment, StatefulSet, DaemonSet or ReplicaSet cannot be changed. With the label in it, workload identity can never be switched off, or on by another value, without deleting and making the object anew.",
  remedy: "Leave the label to the pod template, and select by labels that only name the application.",
  severity: "note",
  sources: ["Kubernetes documentation, Deployments, label selector updates"],
  *check(world) {
    for (const workload of world.workloads) {
      const key = immutable.has(workload.kind) ? selectedBy2(workload) : void 0;
      if (!key) continue;
      yield {
        at: key,
        message: `The selector of the ${workload.kind} ${nameOf(workload)} holds ${identityKeys.use}, which can then never change in its pods.`
      };
    }
  }
});
var immutable = /* @__PURE__ */ new Set(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job"]);
function selectedBy2(workload) {
  const selector = workload.root.get("spec", "selector");
  const label = entryOf(selector?.get("matchLabels")?.entries() ?? [], identityKeys.use);
  return label?.keyPlace ?? expressionOf(selector);
}
function expressionOf(selector) {
  const expressions = selector?.get("matchExpressions")?.items() ?? [];
  return expressions.flatMap((item) => item.get("key") ?? []).find((key) => key.text === identityKeys.use);
}
var mark11 = " #~ selector-holds-identity-label";
var pods10 = (selector) => exampleAccount() + examplePods().replace("    matchLabels:\n      app: orders\n", selector);
var examples24 = defineExamples({
  bad: [
    {
      title: "Among its labels",
      files: {
        "all.yaml": pods10(`    matchLabels:
      app: orders
      azure.workload.identity/use: "true"${mark11}
`)
      }
    },
    {
      title: "In an expression",
      files: {
        "all.yaml": pods10(
          `    matchExpressions:
      - {key: app, operator: Exists}
      - key: azure.workload.identity/use${mark11}
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
var rule25 = defineRule({
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
      if (matches.some(({ account: account5 }) => account5.clientId)) continue;
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
    (credential) => credential.subject && compareTexts(credential.subject.text, subject) !== "different"
  );
}
function unusedAccount(world, workload) {
  return world.serviceAccounts.find(
    (account5) => account5.clientId?.text && world.sees(workload.manifest, account5.manifest) && compareNamespaces(workload, account5) === "same" && templatesOf(world, account5).length === 0
  );
}
var mark12 = " #~ service-account-default";
var unnamed = (name = "orders", namespace2 = "shop") => examplePods({ name, namespace: namespace2, spec: [] });
var defaultAccount = (annotation) => `---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: shop
${annotation}`;
var examples25 = defineExamples({
  bad: [
    { title: "No account is named", files: { "all.yaml": unnamed(`orders${mark12}`) } },
    {
      title: "An account with a client id is there, and nothing runs as it",
      files: { "all.yaml": exampleAccount() + unnamed(`orders${mark12}`) }
    },
    {
      title: "By its name",
      files: { "all.yaml": exampleAccount() + examplePods({ spec: [`serviceAccountName: default${mark12}`] }) }
    },
    {
      title: "The account is here, without a client id",
      files: { "all.yaml": defaultAccount("") + unnamed(`orders${mark12}`) }
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
var rule26 = defineRule({
  id: "service-account-label-ignored",
  title: "The label on the ServiceAccount does nothing",
  group: "Workload identity",
  why: "Up to version 0.14 the webhook looked at this label of the account; since 1.0, and on AKS since January 2023, it looks at the labels of the pods alone. On the account it only misleads.",
  remedy: "Remove it here, and make sure that the pods have it.",
  severity: "note",
  sources: ["Azure/azure-workload-identity releases v0.15.0 and v1.0.0", "Azure/AKS release 2023-01-29"],
  *check(world) {
    for (const account5 of world.serviceAccounts) {
      const label = entryOf(account5.metadata.labels, identityKeys.use);
      if (!label || label.text?.toLowerCase() === "false" || servesRouting(world, account5)) continue;
      yield {
        at: label.keyPlace,
        message: `The label ${identityKeys.use} of the ServiceAccount ${nameOf(account5)} is not read by the webhook; only that of pods is.`
      };
    }
  }
});
var certificateAccount = "kubernetes.azure.com/tls-cert-service-account";
function servesRouting(world, account5) {
  return world.objects.some(
    (object) => object.kind === "Gateway" && world.sees(account5.manifest, object.manifest) && compareNamespaces(account5, object) !== "different" && [...scalarsOf(object.root)].some(
      (field) => field.key === certificateAccount && field.text === account5.metadata.nameField?.text
    )
  );
}
var account3 = (label) => exampleAccount().replace("  annotations:", `  labels:
    azure.workload.identity/use: ${label}
  annotations:`);
var mark13 = " #~ service-account-label-ignored";
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
var examples26 = defineExamples({
  bad: [
    { title: "On the account alone", files: { "account.yaml": account3(`"true"${mark13}`) } },
    { title: "On the account and on the pods", files: { "all.yaml": account3(`"true"${mark13}`) + examplePods() } },
    {
      title: "Gateways that use other accounts",
      files: { "all.yaml": account3(`"true"${mark13}`) + gateway("other") + gateway("orders", "other") }
    }
  ],
  good: [
    { title: "No label", files: { "all.yaml": exampleAccount() + examplePods() } },
    { title: "Off on purpose", files: { "account.yaml": account3('"False"') } },
    { title: "The certificate of a gateway", files: { "all.yaml": account3('"true"') + gateway("orders") } }
  ]
});

// src/rules/account-makers.ts
var makers = /* @__PURE__ */ new Set(["HelmRelease", "ApplicationIdentity", "WorkloadIdentity", "Cluster"]);
function mayMakeAccounts(world, repository, object) {
  return repository.scripts.createsAccounts || world.objects.some(
    (other4) => makers.has(other4.kind) && world.sees(object.manifest, other4.manifest) && compareNamespaces(object, other4) !== "different"
  );
}

// src/rules/static/service-account-missing.ts
var rule27 = defineRule({
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
    (account5) => world.sees(workload.manifest, account5.manifest) && account5.namespaceGiven && compareNamespaces(workload, account5) === "same"
  );
  return declared && !neighbours(world, workload, template).some((pods14) => isMissing(world, pods14.workload, pods14.template));
}
function neighbours(world, workload, template) {
  return [...labelledPods(world)].filter(
    (other4) => world.sees(workload.manifest, other4.workload.manifest) && compareNamespaces(workload, other4.workload) === "same" && compareTexts(template.account, other4.template.account) !== "same"
  );
}
var mark14 = " #~ service-account-missing";
var pods11 = (name, more = "", namespace2 = "shop") => examplePods({ name, namespace: namespace2, spec: [`serviceAccountName: ${name}${more}`] });
var identity = (kind, namespace2 = "shop") => `---
apiVersion: application.dis.altinn.cloud/v1alpha1
kind: ${kind}
metadata: {name: orders, namespace: ${namespace2}}
`;
var examples27 = defineExamples({
  bad: [
    { title: "No account at all", severity: "note", files: { "all.yaml": pods11("orders", mark14) } },
    {
      title: "The only one that is missing",
      severity: "warning",
      files: { "all.yaml": exampleAccount() + pods11("orders") + pods11("invoices", mark14) }
    },
    {
      title: "Accounts of another namespace only",
      severity: "note",
      files: { "all.yaml": exampleAccount({ namespace: "other", name: "other" }) + pods11("orders", mark14) }
    },
    {
      title: "One of several that are missing",
      severity: "note",
      files: { "all.yaml": exampleAccount() + pods11("orders") + pods11("invoices", mark14) + pods11("reports", mark14) }
    },
    {
      title: "An operator makes accounts in that namespace",
      severity: "note",
      files: {
        "all.yaml": exampleAccount() + pods11("orders") + pods11("invoices", mark14) + identity("ApplicationIdentity")
      }
    },
    {
      title: "An operator makes accounts in another namespace",
      severity: "warning",
      files: {
        "all.yaml": exampleAccount() + pods11("orders") + pods11("invoices", mark14) + identity("WorkloadIdentity", "other")
      }
    },
    {
      title: "A file that cannot be read may hold it",
      severity: "note",
      files: {
        "all.yaml": exampleAccount() + pods11("orders") + pods11("invoices", mark14),
        "broken.yaml": 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: invoices\n  annotations: {azure.workload.identity/client-id: "1b0f\n #~ syntax-error'
      }
    }
  ],
  good: [
    { title: "The account is here", files: { "all.yaml": exampleAccount() + pods11("orders") } },
    {
      title: "Its namespace is filled in later",
      files: { "all.yaml": exampleAccount({ namespace: "${NAMESPACE}" }) + pods11("orders") }
    },
    {
      title: "Its name is filled in later",
      files: {
        "all.yaml": pods11("orders").replace("serviceAccountName: orders", 'serviceAccountName: "${ACCOUNT}"')
      }
    },
    { title: "A namespace that the cluster owns", files: { "all.yaml": pods11("orders", "", "kube-system") } },
    {
      title: "Part of an object",
      files: { "all.yaml": pods11("orders").replace("          image: registry.example/orders:1\n", "") }
    },
    {
      title: "Pods that the webhook leaves alone",
      files: { "all.yaml": pods11("orders").replace('use: "true"', 'use: "false"') }
    }
  ]
});

// src/rules/static/service-account-wrong-namespace.ts
var rule28 = defineRule({
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
        yield observe6({ workload, template }, twin, severityOfAbsence(world, certain ? "error" : "warning"));
      }
    }
  }
});
function isLiteral(object) {
  return literalOf(object.namespace) !== void 0;
}
function observe6({ workload, template }, twin, severity) {
  const name = writtenText(template.account);
  return {
    at: template.accountField ?? template.anchor,
    message: `Pods of the ${workload.kind} ${nameOf(workload)} run as "${name}", but the only ServiceAccount of that name is in namespace "${writtenText(twin.namespace)}".`,
    severity,
    related: [{ at: twin.metadata.namespaceField ?? twin.root, note: "the account of that name" }],
    about: cause("account", workload)
  };
}
var mark15 = " #~ service-account-wrong-namespace";
var files2 = (podNamespace, mark22, more = "") => ({
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
      serviceAccountName: orders${mark22}
      containers:
        - {name: orders, image: "registry.example/orders:1"}
${more}`
});
var examples28 = defineExamples({
  bad: [
    { title: "Account in one namespace, pods in another", severity: "error", files: files2("shop", mark15) },
    {
      title: "Pods of its own namespace use the account",
      severity: "warning",
      files: files2("shop", mark15, examplePods({ namespace: "identity" }))
    },
    {
      title: "Two accounts of that name, one of them in use",
      severity: "warning",
      files: files2("shop", mark15, exampleAccount({ namespace: "other" }) + examplePods({ namespace: "other" }))
    },
    {
      title: "An account without identity, whose pods are not all known",
      severity: "warning",
      files: {
        "all.yaml": `apiVersion: v1
kind: ServiceAccount
metadata: {name: orders, namespace: identity}
${examplePods({ spec: [`serviceAccountName: orders${mark15}`] })}`
      }
    },
    {
      title: "A chart may make the account",
      severity: "warning",
      files: files2(
        "shop",
        mark15,
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
var rule29 = defineRule({
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
      for (const use2 of main ? others : []) {
        yield {
          at: use2.at,
          message: `The ${use2.object.kind} ${nameOf(use2.object)} of ${use2.environment} has the same identity as ${nameOf(main.object)} of ${main.environment}.`,
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
      const id2 = at.string?.toLowerCase();
      if (environment === void 0 || id2 === void 0 || describeNotGuid(id2)) continue;
      identities.set(id2, [...identities.get(id2) ?? [], { at, object, environment }]);
    }
  }
  return identities;
}
function* clientIdsOf(world) {
  for (const account5 of world.serviceAccounts) if (account5.clientId) yield { at: account5.clientId, object: account5 };
  for (const object of world.objects) {
    const at = object.kind === "SecretProviderClass" ? object.root.get("spec", "parameters", "clientID") : void 0;
    if (at) yield { at, object };
  }
}
function firstByEnvironment(uses) {
  const first = /* @__PURE__ */ new Map();
  for (const use2 of uses) if (!first.has(use2.environment)) first.set(use2.environment, use2);
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
var other3 = "c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77";
var mark16 = " #~ shared-identity-across-environments";
var secretClass = (clientId) => `---
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: {name: orders, namespace: shop}
spec:
  provider: azure
  parameters:
    keyvaultName: orders
    tenantId: 7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90
    clientID: ${clientId}
    objects: "array:\\n  - |\\n    objectName: orders\\n    objectType: secret\\n"
`;
var examples29 = defineExamples({
  bad: [
    {
      title: "Development uses the identity of production",
      files: {
        "dev/account.yaml": exampleAccount({ clientId: exampleClientId.toUpperCase() + mark16 }),
        "prod/account.yaml": exampleAccount()
      }
    },
    {
      title: "Three environments, several accounts",
      files: {
        "dev/account.yaml": exampleAccount({ clientId: exampleClientId + mark16 }) + exampleAccount({ name: "reports" }),
        "staging/account.yaml": exampleAccount(),
        "test/account.yaml": exampleAccount({ clientId: exampleClientId + mark16 })
      }
    },
    {
      title: "Two environments of equal rank",
      files: {
        "dev/account.yaml": exampleAccount(),
        "sandbox/account.yaml": exampleAccount({ clientId: exampleClientId + mark16 })
      }
    },
    {
      title: "A class of the Key Vault driver",
      files: { "dev/class.yaml": secretClass(exampleClientId + mark16), "prod/class.yaml": secretClass(exampleClientId) }
    }
  ],
  good: [
    {
      title: "An identity for each",
      files: { "dev/account.yaml": exampleAccount({ clientId: other3 }), "prod/account.yaml": exampleAccount() }
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
var rule30 = defineRule({
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
        const list = entryOf(template.metadata.annotations, identityKeys.skipContainers);
        const text = list?.text ?? "";
        if (!list || text === "" || hasPlaceholder(text)) continue;
        if (text.includes(",")) yield separatedByCommas(workload, list, text);
        else yield* unknownNames(workload, template, list, text);
      }
    }
  }
});
function separatedByCommas(workload, list, text) {
  const names2 = text.split(/[,;]/).map((name) => name.trim());
  return {
    at: list,
    message: `${identityKeys.skipContainers} of the ${workload.kind} ${nameOf(workload)} is "${text}"; names are separated by semicolons, so the webhook looks for one container of that whole name.`,
    fix: {
      safety: "safe",
      repairs: [{ kind: "set-text", at: list, text: names2.filter((name) => name !== "").join(";") }]
    }
  };
}
var injected3 = /^(?:istio-(?:proxy|init|validation)|linkerd-(?:proxy|init|network-validator)|daprd|vault-agent(?:-init)?|consul-(?:dataplane|connect-\w+)|kuma-(?:sidecar|init)|envoy|osm-init)$/;
function* unknownNames(workload, template, list, text) {
  const known = new Set(template.containers.map((container) => container.name));
  for (const name of text.split(";").map((part) => part.trim())) {
    if (name === "" || known.has(name) || injected3.test(name)) continue;
    if (name === "azwi-proxy" && proxyAnnotation(template)) {
      yield {
        at: list,
        message: `${identityKeys.skipContainers} of the ${workload.kind} ${nameOf(workload)} names azwi-proxy, the sidecar that the webhook adds itself; without its variables it exits.`,
        remedy: "Remove azwi-proxy from the list."
      };
    } else if (template.complete && known.size > 0 && !workload.templates.some(hasUnknownContainers)) {
      yield {
        at: list,
        message: `${identityKeys.skipContainers} of the ${workload.kind} ${nameOf(workload)} names "${name}", but the pods have ${[...known].map((other4) => `"${other4}"`).join(", ")} only.`
      };
    }
  }
}
function hasUnknownContainers(template) {
  return template.containers.some((container) => container.name === "" || hasPlaceholder(container.name));
}
var pods12 = (names2, more = []) => ({
  "all.yaml": exampleAccount() + examplePods({
    annotations: [`azure.workload.identity/skip-containers: ${names2}`, ...more],
    spec: [
      "serviceAccountName: orders",
      "initContainers:",
      '  - {name: prepare, image: "registry.example/prepare:1"}'
    ]
  })
});
var mark17 = " #~ skip-containers-unknown";
var examples30 = defineExamples({
  bad: [
    { title: "Commas", files: pods12(`orders,prepare${mark17}`) },
    { title: "A typing error", files: pods12(`order${mark17}`) },
    { title: "One of two", files: pods12(`prepare; sidecar${mark17}`) },
    {
      title: "The webhook's own sidecar",
      files: pods12(`azwi-proxy${mark17}`, ['azure.workload.identity/inject-proxy-sidecar: "true"'])
    },
    { title: "Its sidecar, where none is asked for", files: pods12(`azwi-proxy${mark17}`) }
  ],
  good: [
    { title: "A container and an init container", files: pods12("prepare;orders") },
    { title: "Spaces, and a semicolon at the end", files: pods12('" prepare ; orders; "') },
    { title: "A sidecar that another webhook adds", files: pods12("istio-proxy") },
    { title: "Filled in later", files: pods12('"${SKIPPED}"') },
    { title: "Nothing to skip", files: pods12('""') },
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
var rule31 = defineRule({
  id: "tenant-id-empty",
  title: "The tenant id is empty",
  group: "Workload identity",
  why: "Without the annotation the webhook sets AZURE_TENANT_ID to the tenant of the cluster. The annotation alone, even empty, switches that default off: the pods get no tenant id, or an empty one, and no token.",
  remedy: "Remove the annotation to use the tenant of the cluster, or write the GUID of the tenant.",
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go", "kedacore/charts issue 284"],
  *check(world) {
    for (const account5 of world.serviceAccounts) {
      const tenantId = account5.tenantId;
      if (!tenantId || !isEmpty(tenantId.string ?? tenantId.value) || isEmptySlot(tenantId)) continue;
      yield {
        at: tenantId.keyPlace,
        message: `The tenant id of the ServiceAccount ${nameOf(account5)} is empty, so that its pods get no AZURE_TENANT_ID at all.`,
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
var examples31 = defineExamples({
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
var rule32 = defineRule({
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
    for (const account5 of world.serviceAccounts) {
      const text = account5.tenantId?.string;
      if (!account5.tenantId || !text || hasPlaceholder(text)) continue;
      const fault = describeNotGuid(text);
      if (!fault) continue;
      const domain = isDomain(text);
      yield {
        at: account5.tenantId,
        message: `The tenant id of the ServiceAccount ${nameOf(account5)} is ${domain ? "a domain name" : fault.description}: "${text}".`,
        // Entra finds a tenant by a verified domain too; not every reader of AZURE_TENANT_ID does.
        severity: domain ? "warning" : "error",
        ...fault.guid && {
          fix: { safety: "safe", repairs: [{ kind: "set-text", at: account5.tenantId, text: fault.guid }] }
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
var mark18 = " #~ tenant-id-not-a-guid";
var examples32 = defineExamples({
  bad: [
    { title: "A name", severity: "error", files: tenant2(`contoso${mark18}`) },
    { title: "A leftover", severity: "error", files: tenant2(`TBD${mark18}`) },
    { title: "An alias that only people can sign in through", severity: "error", files: tenant2(`common${mark18}`) },
    { title: "A space before", severity: "error", files: tenant2(`" ${exampleTenantId}"${mark18}`) },
    { title: "A domain", severity: "warning", files: tenant2(`contoso.example.com${mark18}`) }
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
var rule33 = defineRule({
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
          yield* observe7(workload, entryOf(template.metadata.annotations, identityKeys.tokenExpiration));
      }
    }
    for (const account5 of world.serviceAccounts) {
      const pods14 = templatesOf(world, account5).filter(({ template }) => isLabelled(template));
      const read = pods14.some(
        ({ template }) => !entryOf(template.metadata.annotations, identityKeys.tokenExpiration)?.text
      );
      if (pods14.length === 0 || read)
        yield* observe7(account5, entryOf(account5.metadata.annotations, identityKeys.tokenExpiration));
    }
  }
});
function* observe7(object, field) {
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
var account4 = (value) => `apiVersion: v1
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
var mark19 = " #~ token-lifetime-out-of-range";
var examples33 = defineExamples({
  bad: [
    {
      title: "One of two pods takes it from the account",
      files: { "pod.yaml": account4(`"60"${mark19}`) + pod2('"7200"') + pod2('""').replace("name: orders", "name: other") }
    },
    { title: "Half an hour", files: { "account.yaml": account4(`"1800"${mark19}`) } },
    { title: "Two days", files: { "account.yaml": account4(`"172800"${mark19}`) } },
    { title: "A unit", files: { "account.yaml": account4(`1h${mark19}`) } },
    { title: "A fraction, on the pod", files: { "pod.yaml": account4('"3600"') + pod2(`"3600.0"${mark19}`) } }
  ],
  good: [
    { title: "Empty: the default", files: { "account.yaml": account4('""') } },
    {
      title: "Pods that the webhook leaves alone never read it",
      files: {
        "pod.yaml": account4('"60"') + pod2('"7200"') + pod2('""').replace('use: "true"', 'use: "false"').replace("name: orders", "name: other")
      }
    },
    { title: "The shortest", files: { "account.yaml": account4('"3600"') } },
    { title: "The longest", files: { "account.yaml": account4('"86400"') } },
    { title: "The pod says otherwise, and wins", files: { "pod.yaml": account4('"60"') + pod2('"7200"') } },
    { title: "Filled in later", files: { "account.yaml": account4('"${LIFETIME}"') } }
  ]
});

// src/rules/static/token-path-hard-coded.ts
var rule34 = defineRule({
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
      for (const field of workload ? usedBy(workload) : configuredBy(object)) yield* observe8(world, object, field);
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
function* observe8(world, object, field) {
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
var mark20 = " #~ token-path-hard-coded";
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
var examples34 = defineExamples({
  bad: [
    {
      title: "In an argument",
      files: { "all.yaml": exampleAccount() + examplePods({ container: ["args:", `  - --token-file=${old}${mark20}`] }) }
    },
    {
      title: "The folder of a newer webhook, in the command",
      files: {
        "all.yaml": exampleAccount() + examplePods({
          container: ["command:", `  - "cat /var/run/secrets/azure/wi/token/azure-identity-token"${mark20}`]
        })
      }
    },
    {
      title: "Instead of the variable that the webhook sets",
      files: {
        "all.yaml": exampleAccount() + examplePods({ container: ["env:", "  - name: AZURE_FEDERATED_TOKEN_FILE", `    value: ${old}${mark20}`] })
      }
    },
    { title: "In a file of configuration", files: { "config.yaml": config2(`${old}${mark20}`) } },
    {
      title: "In the values of a chart",
      files: {
        "release.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: orders, namespace: shop}
spec:
  values:
    tokenFile: /run/secrets/azure/tokens/azure-identity-token${mark20}
`
      }
    },
    {
      title: "A mount of another folder",
      files: { "all.yaml": exampleAccount() + mounted("/var/run/secrets/other").replace('"]\n', `"]${mark20}
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
var rule35 = defineRule({
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
  const selected = selectors.find((entry) => names(entry.key, entry.text));
  if (selected) return { at: selected, how: "are placed on" };
  const expressions = requiredExpressions(spec);
  const required = expressions.find((expression) => wantsVirtual(expression));
  if (required) return { at: required.get("key") ?? required, how: "are placed on" };
  if (expressions.length > 0 || selectors.some((entry) => !everywhere2.has(entry.key))) return void 0;
  const tolerated = (spec.get("tolerations")?.items() ?? []).flatMap((toleration2) => toleration2.get("key") ?? []).find((key) => key.text === "virtual-kubelet.io/provider");
  return tolerated && { at: tolerated, how: "may run on" };
}
var everywhere2 = /* @__PURE__ */ new Set(["kubernetes.io/os", "beta.kubernetes.io/os", "kubernetes.io/role"]);
function names(key, value) {
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
  return expression.get("operator")?.text === "In" && values.length > 0 && values.every((value) => names(expression.get("key")?.text ?? "", value.text));
}
var pods13 = (spec, labels) => ({
  "all.yaml": exampleAccount() + examplePods({ spec: ["serviceAccountName: orders", ...spec], ...labels && { labels } })
});
var mark21 = " #~ virtual-node-unsupported";
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
var examples35 = defineExamples({
  bad: [
    {
      title: "By a node selector",
      files: pods13([
        "nodeSelector:",
        "  kubernetes.io/role: agent",
        `  type: virtual-kubelet${mark21}`,
        ...toleration("virtual-kubelet.io/provider")
      ])
    },
    { title: "By a name", files: pods13([`nodeName: virtual-node-aci-linux${mark21}`]) },
    { title: "By a host name", files: pods13(["nodeSelector:", `  kubernetes.io/hostname: virtual-kubelet-1${mark21}`]) },
    {
      title: "By an affinity",
      files: pods13(affinity("In", "virtual-kubelet", `type${mark21}`))
    },
    {
      title: "When the nodes are full",
      files: pods13(["nodeSelector: {kubernetes.io/os: linux}", ...toleration(`virtual-kubelet.io/provider${mark21}`)])
    }
  ],
  good: [
    { title: "No wish for a node", files: pods13([]) },
    {
      title: "A node pool, tolerations all the same",
      files: pods13(["nodeSelector: {agentpool: orders}", ...toleration("virtual-kubelet.io/provider")])
    },
    {
      title: "Anywhere but there",
      files: pods13([...affinity("NotIn", "virtual-kubelet"), ...toleration("virtual-kubelet.io/provider")])
    },
    {
      title: "A type of their own",
      files: pods13(["nodeSelector: {type: compute, kubernetes.io/hostname: aks-orders-1}", "nodeName: aks-orders-1"])
    },
    { title: "Either there or elsewhere", files: pods13(affinity("In", "virtual-kubelet, compute")) },
    { title: "Tolerations of something else", files: pods13(toleration("virtual-machine")) },
    {
      title: "Pods without workload identity",
      files: pods13(["nodeSelector: {type: virtual-kubelet}"], ['azure.workload.identity/use: "false"'])
    }
  ]
});

// src/rules/index.ts
var rules = [
  rule6,
  rule7,
  rule8,
  rule9,
  rule10,
  rule11,
  rule12,
  rule,
  rule13,
  rule14,
  rule2,
  rule15,
  rule16,
  rule17,
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
  rule3,
  rule4,
  rule5,
  rule31,
  rule32,
  rule33,
  rule34,
  rule35
];

export {
  rules
};
