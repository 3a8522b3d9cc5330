import {
  textOf
} from "./chunk-HROD3GIV.mjs";
import {
  spotOf
} from "./chunk-D4KSMDYY.mjs";
import {
  environmentOfFolder
} from "./chunk-XCGV6YA5.mjs";
import {
  lineAt,
  lineText,
  offsetOf
} from "./chunk-PBLQ5GEM.mjs";
import {
  hasPlaceholder,
  readPlaceholders
} from "./chunk-AWIFEEWH.mjs";
import {
  compareTexts,
  couldBe,
  literalOf,
  literalText,
  unknownText,
  writtenText
} from "./chunk-YXW6GTPK.mjs";
import {
  parseDocument
} from "./chunk-4MTVAU2S.mjs";
import {
  kustomizedNamespace
} from "./chunk-RN2IVT5O.mjs";
import {
  compareText
} from "./chunk-VVYBS3MP.mjs";
import {
  editDistance,
  misspeltKey
} from "./chunk-PZBHSI6W.mjs";
import {
  entryOf,
  identityKeys,
  isClusterNamespace,
  podIdentityLabel
} from "./chunk-IEG5Q3DA.mjs";

// src/model/world.ts
var accountIndexes = /* @__PURE__ */ new WeakMap();
var templateIndexes = /* @__PURE__ */ new WeakMap();
function indexBy(items, textOf2) {
  const index = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = literalOf(textOf2(item)) ?? "";
    const group2 = index.get(key);
    if (group2) group2.push(item);
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
    index = indexBy(world.serviceAccounts, (account18) => account18.name);
    accountIndexes.set(world, index);
  }
  return index;
}
function accountsFor(world, workload, template) {
  const matches = [];
  for (const account18 of candidates(accountIndex(world), template.account)) {
    if (!world.sees(workload.manifest, account18.manifest)) continue;
    const name = compareTexts(template.account, account18.name);
    const namespace2 = compareNamespaces(workload, account18);
    if (name === "different" || namespace2 === "different") continue;
    matches.push({ account: account18, certain: name === "same" && namespace2 === "same" });
  }
  return matches;
}
function twinsElsewhere(world, workload, template) {
  return candidates(accountIndex(world), template.account).filter(
    (account18) => world.sees(workload.manifest, account18.manifest) && compareTexts(template.account, account18.name) === "same" && compareNamespaces(workload, account18) === "different"
  );
}
function templatesOf(world, account18) {
  let index = templateIndexes.get(world);
  if (!index) {
    const all = world.workloads.flatMap((workload) => workload.templates.map((template) => ({ workload, template })));
    index = indexBy(all, (item) => item.template.account);
    templateIndexes.set(world, index);
  }
  return candidates(index, account18.name).filter(
    ({ workload, template }) => world.sees(account18.manifest, workload.manifest) && compareTexts(account18.name, template.account) !== "different" && compareNamespaces(account18, workload) !== "different"
  );
}
function compareNamespaces(a, b) {
  if (!a.namespaceGiven && !b.namespaceGiven) return "same";
  if (!a.namespaceGiven || !b.namespaceGiven) return "unknown";
  return compareTexts(a.namespace, b.namespace);
}
function nameOf(object3) {
  const name = written(object3.name) || "(no name)";
  const hasNamespace = object3.namespaceGiven && object3.namespace.symbols[0] !== "namespace";
  return hasNamespace ? `${written(object3.namespace)}/${name}` : name;
}
function written(text) {
  return text.pieces.map((piece, index) => piece + (text.symbols[index] ?? "")).join("");
}
function isLabelled(template) {
  return template.metadata.labels.some((label2) => label2.key === identityKeys.use && label2.string === "true");
}

// src/rules/rule.ts
function defineRule(rule100) {
  return rule100;
}
function defineExamples(examples100) {
  return examples100;
}
function cause(topic, object3) {
  return `${topic} of ${object3.manifest.source.path}#${object3.manifest.start}`;
}

// src/rules/cluster-rights/namespace-missing.ts
var rule = defineRule({
  id: "namespace-missing",
  title: "An object of the wiring names no namespace",
  group: "Cluster rights and network",
  why: "The namespace is part of the subject that a credential trusts. Without one in the file, it is the current namespace of whoever applies it, and the token may be refused (AADSTS700213).",
  remedy: "Write metadata.namespace, or let a kustomization or the release give it.",
  severity: "note",
  sources: ["kubernetes/website docs/concepts/overview/working-with-objects/namespaces.md"],
  *check(world) {
    for (const object3 of identityBearing(world)) {
      if (object3.namespaceGiven || object3.manifest.rendered || object3.metadata.namespaceField) continue;
      if (writtenText(object3.namespace) === kustomizedNamespace) continue;
      yield {
        at: object3.metadata.nameField ?? object3.root,
        message: `The ${object3.kind} ${nameOf(object3)} takes part in the identity wiring and names no namespace: the one it is applied to decides the subject of its tokens.`
      };
    }
  }
});
function identityBearing(world) {
  return [
    ...world.serviceAccounts.filter((account18) => account18.clientId?.text),
    ...world.workloads.filter((workload) => workload.templates.some(isLabelled))
  ];
}
var account = (metadata) => `apiVersion: v1
kind: ServiceAccount
metadata:
${metadata}  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;
var examples = defineExamples({
  bad: [{ title: "Only a name", files: { "account.yaml": account("  name: orders #~ namespace-missing\n") } }],
  good: [
    { title: "Its namespace", files: { "account.yaml": account("  name: orders\n  namespace: shop\n") } },
    {
      title: "A kustomization takes it in",
      files: {
        "account.yaml": account("  name: orders\n"),
        "kustomization.yaml": "namespace: shop\nresources: [account.yaml]\n"
      }
    }
  ]
});

// src/manifests/cluster-rights.ts
var group = "rbac.authorization.k8s.io";
function rolesOf(world) {
  return objectsOf(world, "Role", "ClusterRole").map((object3) => ({
    ...object3,
    rules: (object3.root.get("rules")?.items() ?? []).map(readRule)
  }));
}
function bindingsOf(world) {
  return objectsOf(world, "RoleBinding", "ClusterRoleBinding").map((object3) => ({
    ...object3,
    roleKind: object3.root.get("roleRef", "kind")?.text ?? "",
    roleName: object3.root.get("roleRef", "name"),
    subjects: (object3.root.get("subjects")?.items() ?? []).flatMap(readSubject)
  }));
}
function objectsOf(world, ...kinds2) {
  return world.objects.filter((object3) => object3.group === group && kinds2.includes(object3.kind));
}
function readRule(field) {
  const texts = (key) => (field.get(key)?.items() ?? []).filter((item) => item.text !== void 0);
  return {
    field,
    groups: texts("apiGroups"),
    resources: texts("resources"),
    verbs: texts("verbs"),
    limited: (field.get("resourceNames")?.items() ?? []).length > 0
  };
}
function readSubject(field) {
  const name = field.get("name");
  if (name?.text === void 0) return [];
  return [
    { field, name, text: name.text, kind: field.get("kind")?.text ?? "", namespace: field.get("namespace")?.text }
  ];
}

// src/rules/example-rights.ts
var groupId = "6d0c5a8e-41f7-4c1b-8a52-0e7b9d3f1c64";
function subjectLine(kind, name, mark59 = "") {
  return `  - kind: ${kind}
    apiGroup: rbac.authorization.k8s.io
    name: ${name}${mark59}
`;
}
function roleBinding(subjects, role4 = "view", roleMark = "") {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: shop-team
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${role4}${roleMark}
subjects:
${subjects}`;
}
function clusterRoleBinding(subjects, role4, roleMark = "") {
  return roleBinding(subjects, role4, roleMark).replace("kind: RoleBinding", "kind: ClusterRoleBinding").replace("  namespace: shop\n", "");
}
function role(rule100) {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: shop-team
  namespace: shop
rules:
  - apiGroups: [${rule100.groups}]
    resources: ${rule100.resources}
    verbs: ${rule100.verbs}
`;
}
var shopAccount = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;

// src/rules/cluster-rights/rbac-cluster-admin.ts
var rule2 = defineRule({
  id: "rbac-cluster-admin",
  title: "A binding gives away cluster-admin",
  group: "Cluster rights and network",
  why: "cluster-admin may do everything with every object: read all secrets, and get a token of any ServiceAccount and so of every Azure identity that the cluster is trusted for.",
  remedy: "Bind a role that lists what is needed, with a RoleBinding in the namespace where it is needed.",
  severity: "warning",
  sources: ["kubernetes/website docs/concepts/security/rbac-good-practices.md"],
  *check(world) {
    for (const binding4 of bindingsOf(world)) {
      const { roleName, subjects } = binding4;
      if (binding4.roleKind !== "ClusterRole" || roleName?.text !== "cluster-admin" || subjects.length === 0) continue;
      yield {
        at: roleName,
        message: `The ${binding4.kind} ${nameOf(binding4)} gives ${namesOf(binding4)} ${binding4.kind === "RoleBinding" ? "every right in its namespace" : "every right in the cluster"}.`,
        // Within one namespace it is what the role admin nearly is.
        severity: binding4.kind === "RoleBinding" ? "note" : "warning"
      };
    }
  }
});
var everybody = /^system:(?:authenticated|unauthenticated|serviceaccounts|anonymous)$/;
function namesOf({ subjects }) {
  const open = subjects.find(({ text }) => everybody.test(text));
  if (open) return `"${open.text}", which is everybody,`;
  const [first] = subjects;
  const others = subjects.length > 1 ? ` and ${subjects.length - 1} more` : "";
  return `${first?.kind} "${first?.text}"${others}`;
}
var mark = " #~ rbac-cluster-admin";
var examples2 = defineExamples({
  bad: [
    {
      title: "In the whole cluster",
      files: { "binding.yaml": clusterRoleBinding(subjectLine("Group", groupId), "cluster-admin", mark) }
    },
    {
      title: "In one namespace",
      files: { "binding.yaml": roleBinding(subjectLine("Group", groupId), "cluster-admin", mark) }
    }
  ],
  good: [
    {
      title: "A role that reads",
      files: { "binding.yaml": clusterRoleBinding(subjectLine("Group", groupId), "view") }
    }
  ]
});

// src/rules/cluster-rights/rbac-escalation.ts
var verbs = {
  escalate: "write roles with rights beyond its own",
  bind: "bind anybody to roles beyond its own",
  impersonate: "act as other users, groups or accounts"
};
var rule3 = defineRule({
  id: "rbac-escalation",
  title: "A role lets its holder raise its own rights",
  group: "Cluster rights and network",
  why: "The verbs escalate, bind and impersonate switch off the check that nobody gives away more than they have. Whoever holds them can become cluster-admin, or any account that an Azure identity trusts.",
  remedy: "Remove the verb, or limit it by resourceNames to the roles and names that are needed.",
  severity: "warning",
  sources: ["kubernetes/website docs/concepts/security/rbac-good-practices.md"],
  *check(world) {
    for (const object3 of rolesOf(world)) {
      for (const { verbs: granted2, limited } of object3.rules) {
        const verb = granted2.find(({ text }) => text !== void 0 && text in verbs);
        if (!verb || limited) continue;
        yield {
          at: verb,
          message: `The ${object3.kind} ${nameOf(object3)} grants "${verb.text}", so that its holder can ${verbs[verb.text]}.`
        };
      }
    }
  }
});
var groups = "rbac.authorization.k8s.io";
var examples3 = defineExamples({
  bad: [
    {
      title: "Binding roles",
      files: {
        "role.yaml": role({ groups, resources: "[clusterroles]", verbs: "[get, bind] #~ rbac-escalation" })
      }
    },
    {
      title: "Acting as others",
      files: {
        "role.yaml": role({
          groups: '""',
          resources: "[serviceaccounts]",
          verbs: "\n      - impersonate #~ rbac-escalation"
        })
      }
    }
  ],
  good: [
    {
      title: "Binding one role only",
      files: {
        "role.yaml": `${role({ groups, resources: "[clusterroles]", verbs: "[bind]" })}    resourceNames: [view]
`
      }
    }
  ]
});

// src/model/cluster-rights.ts
function isSystemName(name) {
  return name.startsWith("system:");
}

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

// src/rules/cluster-rights/rbac-group-not-object-id.ts
var rule4 = defineRule({
  id: "rbac-group-not-object-id",
  title: "A group is bound by its name",
  group: "Cluster rights and network",
  why: "Tokens of Entra carry groups by object id. In a cluster that is integrated with Entra, a binding to a name grants nothing to anybody.",
  remedy: "Write the object id of the group: az ad group show --group <name> --query id.",
  severity: "warning",
  sources: ["MicrosoftDocs/azure-aks-docs kubernetes-rbac-entra-id.md"],
  *check(world) {
    for (const binding4 of bindingsOf(world)) {
      for (const { kind, name, text } of binding4.subjects) {
        if (kind !== "Group" || isSystemName(text) || hasPlaceholder(text) || !describeNotGuid(text)) continue;
        yield {
          at: name,
          message: `The ${binding4.kind} ${nameOf(binding4)} names the group "${text}"; Entra presents groups by object id.`
        };
      }
    }
  }
});
var examples4 = defineExamples({
  bad: [
    {
      title: "The name that people use",
      files: { "binding.yaml": roleBinding(subjectLine("Group", "shop-developers", " #~ rbac-group-not-object-id")) }
    }
  ],
  good: [
    { title: "The object id", files: { "binding.yaml": roleBinding(subjectLine("Group", groupId)) } },
    {
      title: "A group of the system",
      files: { "binding.yaml": roleBinding(subjectLine("Group", "system:serviceaccounts:shop")) }
    },
    {
      title: "An id that is filled in later",
      files: { "binding.yaml": roleBinding(subjectLine("Group", "${DEVELOPERS_GROUP_ID}")) }
    }
  ]
});

// src/rules/cluster-rights/rbac-path-to-identity.ts
var rule5 = defineRule({
  id: "rbac-path-to-identity",
  title: "Rights in the cluster lead to an Azure identity",
  group: "Cluster rights and network",
  why: "Whoever may start a pod, run a command in one, or ask for the token of a ServiceAccount can get a token for any audience, and so everything that the Azure identity of that account may do.",
  remedy: "Keep accounts of identities in a namespace where only their workload is deployed, or remove the right.",
  severity: "warning",
  sources: ["kubernetes/website docs/concepts/security/rbac-good-practices.md"],
  *check(world) {
    const accounts2 = world.serviceAccounts.filter((account18) => account18.clientId?.text);
    if (accounts2.length === 0) return;
    const roles = rolesOf(world);
    for (const binding4 of bindingsOf(world)) {
      const power = powerOf(world, binding4, roles);
      const subject = power && binding4.subjects.find((candidate) => !isOfCluster(candidate));
      if (!power || !subject) continue;
      const reached = accounts2.filter((account18) => reaches(world, binding4, account18) && !isItself(subject, account18));
      const [first] = reached;
      if (!first) continue;
      const more = reached.length > 1 ? `, and ${reached.length - 1} more` : "";
      yield {
        at: subject.name,
        message: `The ${binding4.kind} ${nameOf(binding4)} lets ${subject.kind} "${subject.text}" ${power.act}, and so act as the Azure identity ${first.clientId?.text} of ${nameOf(first)}${more}.`,
        related: [
          ...power.at ? [{ at: power.at, note: "the right" }] : [],
          { at: first.clientId ?? first.root, note: "the identity" }
        ]
      };
    }
  }
});
var powers = [
  { resource: "serviceaccounts/token", verbs: ["create"], act: "ask for tokens of accounts" },
  { resource: "pods/exec", verbs: ["create", "get"], act: "run commands in pods" },
  { resource: "pods", verbs: ["create"], act: "start pods" }
];
var builtIn = /* @__PURE__ */ new Set(["admin", "edit"]);
function powerOf(world, binding4, roles) {
  const name = binding4.roleName?.text;
  if (name === void 0) return void 0;
  const own = roles.filter(
    (candidate) => candidate.kind === binding4.roleKind && literalOf(candidate.name) === name && world.sees(binding4.manifest, candidate.manifest) && (candidate.kind === "ClusterRole" || compareNamespaces(binding4, candidate) === "same")
  );
  if (own.length === 0 && binding4.roleKind === "ClusterRole" && builtIn.has(name)) {
    return { act: "start pods and ask for tokens of accounts", at: void 0 };
  }
  return own.flatMap(({ rules: rules2 }) => rules2.flatMap((roleRule) => powerOfRule(roleRule) ?? []))[0];
}
function powerOfRule({ groups: groups2, resources, verbs: verbs2, limited }) {
  if (limited || !groups2.some(({ text }) => text === "" || text === "*")) return void 0;
  for (const power of powers) {
    const at = resources.find(({ text }) => text === power.resource);
    if (at && verbs2.some(({ text }) => text === "*" || power.verbs.includes(text ?? ""))) return { act: power.act, at };
  }
  return void 0;
}
function isOfCluster({ kind, text, namespace: namespace2 }) {
  return kind === "ServiceAccount" ? namespace2 === "kube-system" : text.startsWith("system:");
}
function reaches(world, binding4, account18) {
  if (!world.sees(binding4.manifest, account18.manifest)) return false;
  return binding4.kind === "ClusterRoleBinding" || compareNamespaces(binding4, account18) === "same";
}
function isItself({ kind, text, namespace: namespace2 }, account18) {
  if (kind !== "ServiceAccount" || compareTexts(account18.name, literalText(text)) === "different") return false;
  return namespace2 === void 0 || compareTexts(account18.namespace, literalText(namespace2)) !== "different";
}
var mark2 = " #~ rbac-path-to-identity";
var toRole = (subject) => roleBinding(subject, "shop-team").replace("kind: ClusterRole", "kind: Role");
var examples5 = defineExamples({
  bad: [
    {
      title: "Asking for tokens",
      files: {
        "account.yaml": shopAccount,
        "role.yaml": role({ groups: '""', resources: "[serviceaccounts/token]", verbs: "[create]" }),
        "binding.yaml": toRole(subjectLine("Group", groupId, mark2))
      }
    },
    {
      title: "A built-in role that starts pods",
      files: { "account.yaml": shopAccount, "binding.yaml": roleBinding(subjectLine("Group", groupId, mark2), "edit") }
    }
  ],
  good: [
    {
      title: "Reading only",
      files: {
        "account.yaml": shopAccount,
        "role.yaml": role({ groups: '""', resources: "[pods, pods/log]", verbs: "[get, list, watch]" }),
        "binding.yaml": toRole(subjectLine("Group", groupId))
      }
    },
    {
      title: "Another namespace than that of the account",
      files: {
        "account.yaml": shopAccount.replace("namespace: shop", "namespace: identities"),
        "binding.yaml": roleBinding(subjectLine("Group", groupId), "edit")
      }
    }
  ]
});

// src/rules/cluster-rights/rbac-system-masters.ts
var rule6 = defineRule({
  id: "rbac-system-masters",
  title: "A binding names system:masters",
  group: "Cluster rights and network",
  why: "Members of system:masters pass every check, whatever is bound, and no webhook of Entra is asked. A binding of that group grants nothing that it does not have, and shows that somebody counts on its membership.",
  remedy: "Remove the subject and bind the group of people that was meant.",
  severity: "error",
  sources: ["kubernetes/website docs/concepts/security/rbac-good-practices.md"],
  *check(world) {
    for (const binding4 of bindingsOf(world)) {
      for (const { kind, name, text } of binding4.subjects) {
        if (kind !== "Group" || text !== "system:masters" || isBuiltIn(binding4)) continue;
        yield {
          at: name,
          message: `The ${binding4.kind} ${nameOf(binding4)} names the group system:masters, which passes every check already.`
        };
      }
    }
  }
});
function isBuiltIn({ metadata }) {
  return metadata.labels.some((label2) => label2.key === "kubernetes.io/bootstrapping");
}
var examples6 = defineExamples({
  bad: [
    {
      title: "As a subject",
      files: { "binding.yaml": roleBinding(subjectLine("Group", "system:masters", " #~ rbac-system-masters")) }
    }
  ],
  good: [{ title: "A group of people", files: { "binding.yaml": roleBinding(subjectLine("Group", groupId)) } }]
});

// src/rules/cluster-rights/rbac-user-binding.ts
var rule7 = defineRule({
  id: "rbac-user-binding",
  title: "A single user is bound to a role",
  group: "Cluster rights and network",
  why: "Rights of single people outlive their task: nobody removes the line when they change teams, and guests are named by an object id that no reader recognises. Membership of a group is reviewed in Entra.",
  remedy: "Bind an Entra group by its object id and manage its members in Entra.",
  severity: "warning",
  sources: ["MicrosoftDocs/azure-aks-docs kubernetes-rbac-entra-id.md"],
  yieldsTo: ["rbac-user-is-client-id"],
  *check(world) {
    for (const binding4 of bindingsOf(world)) {
      for (const { kind, name, text, field } of binding4.subjects) {
        const severity = kind === "User" ? severityOf(text) : void 0;
        if (!severity) continue;
        const who = severity === "note" ? "a service principal or a guest" : "one person";
        yield {
          at: name,
          message: `The ${binding4.kind} ${nameOf(binding4)} binds "${text}", ${who}, instead of a group.`,
          severity,
          about: cause(`subject ${field.key}`, binding4)
        };
      }
    }
  }
});
function severityOf(name) {
  if (name.startsWith("system:") || hasPlaceholder(name)) return void 0;
  if (describeNotGuid(name) === void 0) return "note";
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(name) ? "warning" : void 0;
}
var mark3 = " #~ rbac-user-binding";
var examples7 = defineExamples({
  bad: [
    { title: "A person", files: { "binding.yaml": roleBinding(subjectLine("User", "jo@contoso.example", mark3)) } },
    {
      title: "An object id",
      files: { "binding.yaml": roleBinding(subjectLine("User", "0f3c8f0a-9a55-4a0e-8a51-55d1d0a1c3b7", mark3)) }
    }
  ],
  good: [
    { title: "A group", files: { "binding.yaml": roleBinding(subjectLine("Group", groupId)) } },
    {
      title: "A user of the system",
      files: { "binding.yaml": roleBinding(subjectLine("User", "system:kube-scheduler")) }
    }
  ]
});

// src/rules/cluster-rights/rbac-user-is-client-id.ts
var rule8 = defineRule({
  id: "rbac-user-is-client-id",
  title: "A binding names a client id as its user",
  group: "Cluster rights and network",
  why: "A managed identity or service principal signs in to the cluster as its object (principal) id. A binding to its client id grants nothing to anybody, and every request of the identity is forbidden.",
  remedy: "Write the object id: az identity show --query principalId, or az ad sp show --query id.",
  severity: "error",
  sources: ["MicrosoftDocs/azure-aks-docs kubernetes-rbac-entra-id.md", "Azure/kubelogin docs"],
  *check(world, repository) {
    const clientIds = clientIdsOf(repository);
    for (const binding4 of bindingsOf(world)) {
      for (const { kind, name, text, field } of binding4.subjects) {
        if (kind !== "User" || !clientIds.has(text.toLowerCase())) continue;
        yield {
          at: name,
          message: `The ${binding4.kind} ${nameOf(binding4)} names the user "${text}", which is the client id of ${clientIds.get(text.toLowerCase())}; Entra presents the object id.`,
          about: cause(`subject ${field.key}`, binding4)
        };
      }
    }
  }
});
function clientIdsOf(repository) {
  const found = /* @__PURE__ */ new Map();
  for (const account18 of repository.worlds.flatMap((world) => world.serviceAccounts)) {
    if (account18.clientId?.text) found.set(account18.clientId.text.toLowerCase(), `the ServiceAccount ${nameOf(account18)}`);
  }
  for (const { clientId: clientId2 } of [...repository.credentials, ...repository.declaredAccounts]) {
    const literal = clientId2 && literalOf(clientId2.loose ?? clientId2.text);
    if (literal) found.set(literal.toLowerCase(), "a declared identity");
  }
  return found;
}
var examples8 = defineExamples({
  bad: [
    {
      title: "The client id of an account",
      files: {
        "account.yaml": shopAccount,
        "binding.yaml": roleBinding(
          subjectLine("User", "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11", " #~ rbac-user-is-client-id")
        )
      }
    }
  ],
  good: [
    {
      title: "A group by its object id",
      files: { "account.yaml": shopAccount, "binding.yaml": roleBinding(subjectLine("Group", groupId)) }
    }
  ]
});

// src/rules/cluster-rights/rbac-wildcard.ts
var rule9 = defineRule({
  id: "rbac-wildcard",
  title: "A role grants by wildcard",
  group: "Cluster rights and network",
  why: "An asterisk grants every resource or verb of a group, those of later versions included: with the core group that is secrets, exec, and tokens of every ServiceAccount.",
  remedy: "List the resources and verbs that are needed.",
  severity: "warning",
  sources: ["kubernetes/website docs/concepts/security/rbac-good-practices.md"],
  *check(world) {
    for (const object3 of rolesOf(world)) {
      for (const roleRule of object3.rules) {
        const wildcard = wildcardOf(roleRule);
        if (!wildcard) continue;
        yield {
          at: wildcard.field,
          message: `The ${object3.kind} ${nameOf(object3)} grants every ${wildcard.of} of ${groupsOf(roleRule)}.`
        };
      }
    }
  }
});
var builtIn2 = /^(?:|\*|apps|batch|extensions|policy|autoscaling|(?:rbac\.authorization|networking|storage|admissionregistration|apiextensions|certificates|authentication|authorization|coordination|node|scheduling|discovery|events|apiregistration)\.k8s\.io)$/;
function wildcardOf(roleRule) {
  if (roleRule.limited || !roleRule.groups.some(({ text }) => builtIn2.test(text ?? ""))) return void 0;
  const resource2 = roleRule.resources.find(({ text }) => text === "*");
  if (resource2) return { field: resource2, of: "resource" };
  const verb = roleRule.verbs.find(({ text }) => text === "*");
  return verb && { field: verb, of: "verb" };
}
function groupsOf({ groups: groups2 }) {
  const names3 = groups2.map(({ text }) => text === "" ? "the core group" : text === "*" ? "every group" : `${text}`);
  return names3.join(", ");
}
var mark4 = " #~ rbac-wildcard";
var examples9 = defineExamples({
  bad: [
    {
      title: "Every resource",
      files: { "role.yaml": role({ groups: '""', resources: `
      - "*"${mark4}`, verbs: "[get, list]" }) }
    },
    {
      title: "Every verb",
      files: { "role.yaml": role({ groups: "apps", resources: "[deployments]", verbs: `["*"]${mark4}` }) }
    }
  ],
  good: [
    {
      title: "What is needed",
      files: { "role.yaml": role({ groups: "apps", resources: "[deployments]", verbs: "[get, list, watch]" }) }
    },
    {
      title: "An operator and the group of its own",
      files: { "role.yaml": role({ groups: "shop.contoso.example", resources: '["*"]', verbs: '["*"]' }) }
    }
  ]
});

// src/rules/declared-values.ts
function openText(value) {
  return value.loose ?? value.text;
}
function shownText(value) {
  return writtenText(value.text);
}
function spotOfDeclaration({ at }) {
  return "manifest" in at ? spotOf(at) : at;
}
function credentialCause(topic, credential5) {
  const { source, start } = spotOfDeclaration(credential5);
  const subject = credential5.subject ? shownText(credential5.subject) : "";
  return `${topic} of credential ${source.path}#${start} ${subject}`;
}

// src/rules/issuer-kind.ts
var hosts = [
  ["identity-binding", /^https:\/\/ib\.oic\.prod-aks\.azure\.(?:com|us|cn)\b/i],
  ["aks", /^https:\/\/(?:[^/]*\.oic|oidc)\.prod-aks\.azure\.(?:com|us|cn)(?:\/|$)/i],
  ["github", /^https:\/\/token\.actions\.(?:githubusercontent\.com|[a-z0-9-]+\.ghe\.com)(?:\/|$)/i],
  ["azure-devops", /^https:\/\/(?:vstoken\.dev\.azure\.com|app\.vstoken\.visualstudio\.com)(?:\/|$)/i],
  [
    "entra",
    /^https:\/\/login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|chinacloudapi\.cn)(?:\/|$)/i
  ]
];
var aksReference = /azurerm_kubernetes_cluster\b.*oidc_issuer_url|oidcIssuerProfile\.issuerU(?:RL|rl)|\baz aks show\b/;
function issuerKind(issuer) {
  if (!issuer) return void 0;
  const text = issuer.loose ?? issuer.text;
  const known = hosts.find(([, pattern2]) => pattern2.test(withoutSymbols(text)));
  if (known) return known[0];
  if (literalOf(text) !== void 0) return "other";
  const written2 = writtenText(text);
  if (aksReference.test(written2)) return "aks";
  if (/git_?hub|gitlab|devops|actions/i.test(written2)) return void 0;
  return /(?:oidc|aks|cluster|kube)\w*[_.-]?issuer/i.test(written2) ? "kubernetes" : void 0;
}
function withoutSymbols({ pieces }) {
  return pieces.join("x");
}
function isKubernetes(kind) {
  return kind === "aks" || kind === "kubernetes";
}

// src/rules/projected-audiences.ts
var deepest = 16;
function projectedAudiences(repository) {
  const objects3 = new Set(repository.worlds.flatMap((world) => world.objects));
  return [...objects3].flatMap(({ root }) => audiencesIn(root, 0));
}
function audiencesIn(field, depth) {
  if (depth > deepest) return [];
  if (field.string?.includes("serviceAccountToken")) return [unknownText("template")];
  return [...field.entries(), ...field.items()].flatMap((child) => {
    const requests = child.key === "tokenRequests" ? child.items() : child.key === "serviceAccountToken" ? [child] : [];
    return [
      ...requests.flatMap((request) => readPlaceholders(request.get("audience")?.text ?? "")),
      ...audiencesIn(child, depth + 1)
    ];
  });
}

// src/rules/declared/credential-audience-unexpected.ts
var standard = "api://AzureADTokenExchange";
var sovereign = {
  "api://AzureADTokenExchangeUSGov": /\.azure\.us\b/i,
  "api://AzureADTokenExchangeChina": /\.azure\.cn\b/i
};
var binding = "api://AKSIdentityBinding";
var rule10 = defineRule({
  id: "credential-audience-unexpected",
  title: "The audience of a credential is not the one that tokens are made for",
  group: "Declared credentials",
  why: "Entra compares the audience byte for byte (AADSTS700212). It accepts any text when the credential is made, and refuses each token that was made for another audience.",
  remedy: `Write ${standard}, unless something asks for tokens of another audience on purpose.`,
  severity: "error",
  sources: [
    "MicrosoftDocs/entra-docs federated-credential-configuration-considerations",
    "Azure/azure-workload-identity pkg/webhook/consts.go"
  ],
  *checkRepository(repository) {
    let projected2;
    for (const credential5 of repository.credentials) {
      for (const audience of credential5.audiences) {
        const judged = judge(credential5, audience);
        if (!judged) continue;
        projected2 ??= projectedAudiences(repository);
        if (projected2.some((other5) => compareTexts(openText(audience), other5) !== "different")) continue;
        yield {
          at: audience.at,
          message: `The audience "${shownText(audience)}" ${judged.fault}`,
          severity: judged.severity
        };
      }
    }
  }
});
function judge({ issuer, conditional }, audience) {
  const text = literalOf(openText(audience));
  if (text === void 0 || text === standard || text === binding) return void 0;
  const kind = issuerKind(issuer);
  const cloud = sovereign[text];
  if (cloud) {
    const isPublic = kind === "aks" && issuer !== void 0 && /\.azure\.com\//i.test(writtenText(openText(issuer)));
    return isPublic ? { severity: "warning", fault: "is that of another cloud than the issuer of this credential belongs to." } : void 0;
  }
  if (kind === "aks" && !conditional) {
    return { severity: "error", fault: `is not ${standard}, and no pod of the repository asks for a token of it.` };
  }
  return { severity: "warning", fault: `is not ${standard}; tokens are made for it only where somebody asks for it.` };
}
var cluster = "https://westeurope.oic.prod-aks.azure.com/0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10/";
var object = (audience, mark59 = "", issuer = cluster, subject = "system:serviceaccount:shop:orders") => `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata:
  name: orders
  namespace: shop
spec:
  owner:
    name: id-orders
  issuer: ${issuer}
  subject: ${subject}
  audiences:
    - ${audience}${mark59}
`;
var account2 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;
var pods = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels: {app: orders}
  template:
    metadata:
      labels: {app: orders}
    spec:
      serviceAccountName: orders
      containers:
        - name: orders
          image: registry.example/orders:1
          volumeMounts: [{name: token, mountPath: /var/run/exchange}]
      volumes:
        - name: token
          projected:
            sources:
              - serviceAccountToken: {path: token, audience: "api://shop-exchange", expirationSeconds: 3600}
`;
var mark5 = " #~ credential-audience-unexpected";
var examples10 = defineExamples({
  bad: [
    {
      title: "Another letter case",
      files: { "credential.yaml": object("api://AzureADTokenexchange", mark5), "account.yaml": account2 }
    },
    {
      title: "The spelling of another cloud",
      files: { "credential.yaml": object("api://AzureADTokenExchangeUSGov", mark5), "account.yaml": account2 }
    },
    {
      title: "An audience of its own for a pipeline",
      files: {
        "credential.yaml": object(
          "api://shop",
          mark5,
          "https://token.actions.githubusercontent.com",
          "repo:contoso/shop:environment:production"
        )
      }
    }
  ],
  good: [
    {
      title: "The audience that the webhook asks for",
      files: { "credential.yaml": object("api://AzureADTokenExchange"), "account.yaml": account2 }
    },
    {
      title: "Pods that ask for a token of this audience",
      files: { "credential.yaml": object("api://shop-exchange"), "account.yaml": account2, "orders.yaml": pods }
    }
  ]
});

// src/model/federation.ts
function declarationScope(credential5) {
  if (!("manifest" in credential5.at)) {
    const path6 = credential5.at.source.path;
    return credential5.language === "terraform" ? folderOf(path6) : path6;
  }
  const { rendered, source } = credential5.at.manifest;
  return rendered ? `${rendered.by}:${rendered.root}:${rendered.variant ?? ""}` : folderOf(source.path);
}
function folderOf(path6) {
  return path6.slice(0, Math.max(0, path6.lastIndexOf("/")));
}

// src/rules/declared/credential-duplicate.ts
var rule11 = defineRule({
  id: "credential-duplicate",
  title: "Two credentials of one identity are the same, or share a name",
  group: "Declared credentials",
  why: "An identity takes a pair of issuer and subject once: the second credential is refused (Issuer and subject combination already exists for this Managed Identity). Of two with one name, the last that is written wins.",
  remedy: "Keep one of the two, or give the second its own name and subject.",
  severity: "error",
  sources: ["MicrosoftDocs/entra-docs workload-identity-federation-considerations"],
  *checkRepository(repository) {
    for (const group2 of groupsByIdentity(repository)) {
      yield* repeated(group2, contentOf, (twin) => `repeats the issuer and the subject of ${twin}`);
      yield* repeated(
        group2,
        (credential5) => credential5.name ? comparable(credential5.name) : void 0,
        (twin) => `has the name of ${twin}, whose content is another`
      );
    }
  }
});
function groupsByIdentity({ credentials }) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const credential5 of credentials) {
    const identity3 = credential5.identity && comparable(credential5.identity);
    if (credential5.conditional || identity3 === void 0 || !isLasting(credential5)) continue;
    const key = [credential5.language, scopeOf(credential5), identity3].join("\n");
    groups2.set(key, [...groups2.get(key) ?? [], credential5]);
  }
  return groups2.values();
}
function scopeOf(credential5) {
  if (!("manifest" in credential5.at) || credential5.at.manifest.rendered) return declarationScope(credential5);
  const namespace2 = /^\s+namespace:\s*(\S+)/m.exec(
    credential5.at.manifest.source.text.slice(credential5.at.manifest.start, credential5.at.manifest.end)
  )?.[1];
  return `${credential5.at.manifest.source.path}
${namespace2 ?? ""}`;
}
function isLasting(credential5) {
  if (credential5.language !== "cli") return true;
  const { source, start, end } = spotOfDeclaration(credential5);
  if (/\bupdate\b/.test(source.text.slice(start, end))) return false;
  return [credential5.identity, credential5.name, credential5.issuer, credential5.subject].every(
    (value) => !value || literalOf(value.text) !== void 0
  );
}
function comparable(value) {
  const text = openText(value);
  const written2 = writtenText(text);
  return /\b(?:each|count)\.|\[\*\]|…|copyIndex/.test(text.symbols.join(" ")) ? void 0 : written2;
}
function contentOf({ issuer, subject, claimsMatchingExpression }) {
  if (!issuer || !subject || claimsMatchingExpression) return void 0;
  const [from, to] = [comparable(issuer), comparable(subject)];
  return from === void 0 || to === void 0 ? void 0 : `${from}
${to}`;
}
function* repeated(group2, keyOf, fault) {
  const first = /* @__PURE__ */ new Map();
  for (const credential5 of group2) {
    const key = keyOf(credential5);
    if (key === void 0) continue;
    const twin = first.get(key);
    if (!twin) first.set(key, credential5);
    else if (areApart(twin, credential5) && !(keyOf !== contentOf && contentOf(twin) === contentOf(credential5))) {
      yield {
        at: credential5.at,
        message: `This credential ${fault(twin.name ? `"${shownText(twin.name)}"` : "another one")} of the same identity.`,
        related: [{ at: twin.at, note: "the other credential" }]
      };
    }
  }
}
function areApart(a, b) {
  const [one2, other5] = [spotOfDeclaration(a), spotOfDeclaration(b)];
  return one2.source.path !== other5.source.path || one2.start !== other5.start;
}
var terraform = (resource2, name, subject, mark59 = "", more = "") => `resource "azurerm_federated_identity_credential" "${resource2}" {${mark59}
  name                      = "${name}"${more}
  user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
  issuer                    = azurerm_kubernetes_cluster.main.oidc_issuer_url
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "system:serviceaccount:shop:${subject}"
}
`;
var mark6 = " #~ credential-duplicate";
var examples11 = defineExamples({
  bad: [
    {
      title: "The same subject twice",
      files: { "identity.tf": terraform("one", "orders", "orders") + terraform("two", "orders-2", "orders", mark6) }
    },
    {
      title: "One name for two subjects",
      files: { "identity.tf": terraform("one", "orders", "orders") + terraform("two", "orders", "billing", mark6) }
    }
  ],
  good: [
    {
      title: "Two subjects, two names",
      files: { "identity.tf": terraform("one", "orders", "orders") + terraform("two", "billing", "billing") }
    },
    {
      title: "One of the two at a time",
      files: {
        "identity.tf": `variable "second" {}

${terraform("one", "orders", "orders", "", "\n  count = var.second ? 0 : 1") + terraform("two", "orders", "orders", "", "\n  count = var.second ? 1 : 0")}`
      }
    }
  ]
});

// src/rules/declared/credential-issuer-mismatch.ts
var rule12 = defineRule({
  id: "credential-issuer-mismatch",
  title: "The issuer of a credential is a near miss of another one",
  group: "Declared credentials",
  why: "Entra compares the issuer byte for byte (AADSTS700211): one slash, one capital letter or one wrong character, and no token of the cluster is accepted. The id in the issuer of a cluster is random, so that two clusters never differ by so little.",
  remedy: "Copy the issuer from the cluster: az aks show --query oidcIssuerProfile.issuerUrl.",
  severity: "error",
  sources: ["Azure/azure-workload-identity docs/book/src/troubleshooting.md, issues 340, 1200"],
  yieldsTo: ["credential-issuer-slash"],
  *checkRepository(repository) {
    const uses = usesByIssuer(repository.credentials);
    for (const [issuer, credentials] of uses) {
      const near = nearMiss(issuer, uses);
      if (!near) continue;
      for (const credential5 of credentials) yield observe(credential5, issuer, near, uses.get(near)?.[0]);
    }
  }
});
var github = "https://token.actions.githubusercontent.com";
function usesByIssuer(credentials) {
  const uses = /* @__PURE__ */ new Map();
  for (const credential5 of credentials) {
    const literal = credential5.issuer && !credential5.conditional ? literalOf(openText(credential5.issuer)) : void 0;
    if (literal === void 0) continue;
    uses.set(literal, [...uses.get(literal) ?? [], credential5]);
  }
  return uses;
}
function nearMiss(issuer, uses) {
  if (issuer !== github && isNear(issuer, github)) return github;
  return [...uses.keys()].find(
    (other5) => other5 !== issuer && isNear(issuer, other5) && weigh(other5, uses) > weigh(issuer, uses)
  );
}
function weigh(issuer, uses) {
  const wellFormed = issuer === issuer.toLowerCase() && !/\s/.test(issuer) ? 1e6 : 0;
  const order = 1 - ([...uses.keys()].indexOf(issuer) + 1) / (uses.size + 1);
  return wellFormed + (uses.get(issuer)?.length ?? 0) + order;
}
function isNear(a, b) {
  const plain3 = (text) => text.trim().toLowerCase().replace(/\/+$/, "");
  if (plain3(a) === plain3(b)) return true;
  const random = /[0-9a-f]{8}-[0-9a-f]{4}-/i;
  return (random.test(a) && random.test(b) || b === github) && editDistance(plain3(a), plain3(b), 1) === 1;
}
function observe(credential5, issuer, near, other5) {
  const { at } = credential5.issuer;
  const difference = issuer.replace(/\/+$/, "") === near.replace(/\/+$/, "") ? "only in its final slash" : issuer.toLowerCase() === near.toLowerCase() ? "only in letter case" : "by one character";
  const whose = near === github && issuerKind(credential5.issuer) !== "aks" ? "GitHub's" : "another credential's";
  return {
    at,
    message: `The issuer "${issuer}" differs ${difference} from ${whose} "${near}".`,
    ...other5?.issuer && {
      related: [{ at: other5.issuer.at, note: "the issuer as another credential has it" }]
    },
    about: credentialCause("issuer", credential5)
  };
}
var id = "0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31";
var cluster2 = `https://westeurope.oic.prod-aks.azure.com/${id}/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10/`;
var terraform2 = (name, issuer, mark59 = "", subject = `system:serviceaccount:shop:${name}`) => `resource "azurerm_federated_identity_credential" "${name}" {
  name                      = "${name}"
  user_assigned_identity_id = azurerm_user_assigned_identity.${name}.id
  issuer                    = "${issuer}"${mark59}
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "${subject}"
}
`;
var mark7 = " #~ credential-issuer-mismatch";
var two = terraform2("orders", cluster2) + terraform2("billing", cluster2);
var examples12 = defineExamples({
  bad: [
    {
      title: "One character of the id",
      files: { "identity.tf": two + terraform2("stock", cluster2.replace("5d4a", "5d4b"), mark7) }
    },
    {
      title: "Letter case",
      files: { "identity.tf": two + terraform2("stock", cluster2.replace("westeurope", "WestEurope"), mark7) }
    },
    {
      title: "Nearly the issuer of GitHub",
      files: {
        "deployer.tf": terraform2(
          "deployer",
          "https://token.action.githubusercontent.com",
          mark7,
          "repo:contoso/shop:environment:production"
        )
      }
    }
  ],
  good: [
    {
      title: "Another cluster",
      files: {
        "identity.tf": two + terraform2("stock", `https://northeurope.oic.prod-aks.azure.com/${id}/e2b1d7c4-3f60-4a19-b0de-92c1f8a7d455/`)
      }
    },
    {
      title: "Clusters whose names differ by a digit",
      files: {
        "identity.tf": terraform2("orders", "https://oidc.example.com/cluster-1") + terraform2("stock", "https://oidc.example.com/cluster-2")
      }
    }
  ]
});

// src/rules/declared/credential-issuer-retiring.ts
var rule13 = defineRule({
  id: "credential-issuer-retiring",
  title: "The issuer is being retired",
  group: "Declared credentials",
  why: "Azure DevOps stops issuing tokens as vstoken.dev.azure.com on 2027-07-01. Pipelines whose service connection was converted present a token of Entra, for which this credential does not count.",
  remedy: "Add a credential with the issuer https://login.microsoftonline.com/<tenant id>/v2.0 and the subject /eid1/… that the service connection shows, convert the connection, and remove this one afterwards.",
  severity: "warning",
  sources: ["MicrosoftDocs/azure-devops-docs docs/pipelines/release/convert-service-connections.md"],
  *checkRepository(repository) {
    for (const { issuer } of repository.credentials) {
      if (!issuer || issuerKind(issuer) !== "azure-devops") continue;
      yield {
        at: issuer.at,
        message: `The issuer "${shownText(issuer)}" of Azure DevOps retires on 2027-07-01; its successor is https://login.microsoftonline.com/<tenant id>/v2.0.`
      };
    }
  }
});
var bicep = (issuer, subject, mark59 = "") => `resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: 'id-deployer'
}

resource credential 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  parent: identity
  name: 'deployer'
  properties: {
    issuer: '${issuer}'${mark59}
    subject: '${subject}'
    audiences: ['api://AzureADTokenExchange']
  }
}
`;
var examples13 = defineExamples({
  bad: [
    {
      title: "The old issuer of Azure DevOps",
      files: {
        "identity.bicep": bicep(
          "https://vstoken.dev.azure.com/7c5e1b0e-2a53-4d5e-9d2a-6f1f4f3b2c11",
          "sc://contoso/shop/prod",
          " #~ credential-issuer-retiring"
        )
      }
    }
  ],
  good: [
    {
      title: "Its successor",
      files: {
        "identity.bicep": bicep(
          "https://login.microsoftonline.com/0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31/v2.0",
          "/eid1/c/pub/t/ht0MCxwbNU-LfDG5tLWuMQ/a/rISbSSETf0KqFyZ8ppdXmA/sc/7c5e1b0e-2a53-4d5e-9d2a-6f1f4f3b2c11/3a1f2b90-6f0a-4bb7-9d3c-0c6f4f7c2a11"
        )
      }
    }
  ]
});

// src/rules/declared/credential-issuer-slash.ts
var rule14 = defineRule({
  id: "credential-issuer-slash",
  title: "The final slash of an issuer is wrong",
  group: "Declared credentials",
  why: "Entra compares the issuer byte for byte (AADSTS700211). Issuers of AKS clusters end with a slash; those of GitHub, of Azure DevOps and of identity bindings do not. A credential without the slash can work for months before it stops.",
  remedy: "Write the issuer exactly as the cluster or the token shows it.",
  severity: "error",
  sources: ["Azure/azure-workload-identity issue 1700", "MicrosoftDocs/azure-docs issues 97699, 105462, 111542"],
  *checkRepository(repository) {
    for (const credential5 of repository.credentials) {
      const fault = faultOf(credential5);
      if (!credential5.issuer || !fault) continue;
      yield {
        at: credential5.issuer.at,
        message: `The issuer "${shownText(credential5.issuer)}" ${fault}`,
        about: credentialCause("issuer", credential5)
      };
    }
  }
});
var path = /^https:\/\/[^/]+\/[^/]+/;
function faultOf({ issuer }) {
  if (!issuer) return void 0;
  const last = openText(issuer).pieces.at(-1);
  if (last === "") return void 0;
  const kind = issuerKind(issuer);
  const written2 = shownText(issuer);
  if (kind === "aks") {
    const isWhole = /[0-9a-f]{4}$/i.test(last) && path.test(written2);
    return isWhole ? "lacks the final slash that every issuer of an AKS cluster has." : void 0;
  }
  if (kind !== "github" && kind !== "azure-devops" && kind !== "identity-binding") return void 0;
  const owners = { github: "GitHub", "azure-devops": "Azure DevOps", "identity-binding": "identity bindings" };
  return last.endsWith("/") ? `ends with a slash, which the issuer of ${owners[kind]} does not.` : void 0;
}
var cluster3 = "https://westeurope.oic.prod-aks.azure.com/0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10";
var terraform3 = (issuer, subject, mark59 = "") => `resource "azurerm_federated_identity_credential" "orders" {
  name                      = "orders"
  user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
  issuer                    = "${issuer}"${mark59}
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "${subject}"
}
`;
var account3 = "system:serviceaccount:shop:orders";
var mark8 = " #~ credential-issuer-slash";
var examples14 = defineExamples({
  bad: [
    { title: "AKS without the slash", files: { "identity.tf": terraform3(cluster3, account3, mark8) } },
    {
      title: "GitHub with a slash",
      files: {
        "identity.tf": terraform3(
          "https://token.actions.githubusercontent.com/",
          "repo:contoso/shop:pull_request",
          mark8
        )
      }
    }
  ],
  good: [
    { title: "AKS with the slash", files: { "identity.tf": terraform3(`${cluster3}/`, account3) } },
    {
      title: "GitHub without",
      files: {
        "identity.tf": terraform3("https://token.actions.githubusercontent.com", "repo:contoso/shop:pull_request")
      }
    },
    {
      title: "The end is filled in later",
      files: {
        "identity.tf": `variable "cluster" {}

${terraform3("https://westeurope.oic.prod-aks.azure.com/${var.cluster}", account3)}`
      }
    }
  ]
});

// src/rules/declared/credential-name-invalid.ts
var rule15 = defineRule({
  id: "credential-name-invalid",
  title: "The name of a credential is not allowed",
  group: "Declared credentials",
  why: "Azure refuses the credential when it is deployed, after everything before it was changed.",
  remedy: "Use 3 to 120 letters, digits, hyphens and underscores, beginning with a letter or a digit.",
  severity: "error",
  sources: ["Azure/azure-rest-api-specs msi 2024-11-30 FederatedIdentityCredential name pattern"],
  *checkRepository(repository) {
    for (const credential5 of repository.credentials) {
      const { name } = credential5;
      if (!name || isOfApplication(credential5)) continue;
      const fault = faultOf2(credential5);
      if (fault) yield { at: name.at, message: `The credential name "${shownText(name)}" ${fault}.` };
    }
  }
});
function isOfApplication(credential5) {
  const { source, start, end } = spotOfDeclaration(credential5);
  const written2 = (credential5.identity ? writtenText(credential5.identity.text) : "") + source.text.slice(start, end);
  return /azuread|application|\bapp\b|ADApp/i.test(written2);
}
function faultOf2({ name }) {
  if (!name) return void 0;
  const text = openText(name);
  const bad3 = /[^A-Za-z0-9_-]/.exec(text.pieces.join(""))?.[0];
  if (bad3 !== void 0) return `holds ${bad3 === " " ? "a space" : `"${bad3}"`}`;
  if (/^[-_]/.test(text.pieces[0])) return `begins with "${text.pieces[0]?.[0]}"`;
  const length = text.pieces.join("").length;
  if (length > 120) return `has ${length} characters, more than 120`;
  return literalOf(text) !== void 0 && length < 3 ? `has ${length} characters, fewer than 3` : void 0;
}
var object2 = (name, mark59 = "") => `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata:
  name: orders
  namespace: shop
spec:
  azureName: ${name}${mark59}
  owner:
    name: id-orders
  issuer: https://westeurope.oic.prod-aks.azure.com/0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10/
  subject: system:serviceaccount:shop:orders
  audiences:
    - api://AzureADTokenExchange
`;
var mark9 = " #~ credential-name-invalid";
var examples15 = defineExamples({
  bad: [
    { title: "Dots", files: { "credential.yaml": object2("orders.shop", mark9) } },
    { title: "Too short", files: { "credential.yaml": object2("id", mark9) } },
    { title: "Begins with a hyphen", files: { "credential.yaml": object2("-orders", mark9) } },
    { title: "Too long", files: { "credential.yaml": object2("orders-".repeat(18), mark9) } }
  ],
  good: [
    { title: "Letters, digits, hyphens", files: { "credential.yaml": object2("orders-shop-1") } },
    { title: "A part that is filled in later", files: { "credential.yaml": object2("orders-${ENVIRONMENT}") } }
  ]
});

// src/rules/declared/credential-subject-malformed.ts
var lead = "system:serviceaccount:";
var rule16 = defineRule({
  id: "credential-subject-malformed",
  title: "The subject of a credential is not that of a ServiceAccount",
  group: "Declared credentials",
  why: "Tokens of a cluster have the subject system:serviceaccount:<namespace>:<name>. Entra accepts any other text when the credential is made, and refuses every token later (AADSTS700213, or AADSTS7002138 when only letter case differs).",
  remedy: "Write system:serviceaccount:<namespace>:<name>, all in lower case and without quotes or spaces.",
  severity: "error",
  sources: [
    "kubernetes/kubernetes staging/src/k8s.io/apiserver/pkg/authentication/serviceaccount/util.go",
    "MicrosoftDocs/entra-docs federated-credential-configuration-considerations"
  ],
  yieldsTo: ["credential-wildcard"],
  *checkRepository(repository) {
    for (const credential5 of repository.credentials) {
      const { subject } = credential5;
      if (!subject || credential5.claimsMatchingExpression || !isForCluster(credential5)) continue;
      const fault = faultOf3(openText(subject), issuerKind(credential5.issuer) === "aks");
      if (!fault) continue;
      yield {
        at: subject.at,
        message: `The subject "${shownText(subject)}" ${fault}: no ServiceAccount token has it.`,
        about: credentialCause("subject", credential5)
      };
    }
  }
});
function isForCluster({ issuer, subject }) {
  const kind = issuerKind(issuer);
  if (kind !== void 0 && kind !== "other") return isKubernetes(kind);
  return /^\W*system:service-?_?accounts?:/i.test(subject ? openText(subject).pieces[0] : "");
}
function faultOf3(subject, certain) {
  const [first = ""] = subject.pieces;
  const text = subject.pieces.join("");
  if (/["'`]/.test(text)) return "holds quotes";
  if (/\s/.test(text)) return "holds a space";
  if (/^system:serviceaccount:/i.test(first) && /[A-Z]/.test(text)) return "has upper-case letters";
  const whole = literalOf(subject);
  const word2 = /^(system:[a-z_-]*accounts?|[a-z_-]*accounts?):/i.exec(first)?.[1];
  if (word2 !== void 0 && `${word2}:` !== lead) return `begins with "${word2}:" instead of "${lead}"`;
  if (first.startsWith(lead)) return whole === void 0 ? void 0 : faultOfName(whole.slice(lead.length));
  const begins = whole === void 0 ? lead.startsWith(first) : false;
  return certain && !begins ? `does not begin with "${lead}"` : void 0;
}
function faultOfName(rest2) {
  const parts = rest2.split(":");
  if (parts.length !== 2) return `has ${parts.length + 2} parts instead of 4`;
  const [namespace2 = "", name = ""] = parts;
  if (namespace2 === "" || name === "") return `names no ${namespace2 === "" ? "namespace" : "account"}`;
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(namespace2))
    return `names "${namespace2}", which no namespace can be called`;
  return /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/.test(name) || name.includes("*") ? void 0 : `names "${name}", which no account can be called`;
}
var terraform4 = (subject, mark59 = "", issuer = "azurerm_kubernetes_cluster.main.oidc_issuer_url") => `resource "azurerm_federated_identity_credential" "orders" {
  name                      = "orders"
  user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
  issuer                    = ${issuer}
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "${subject}"${mark59}
}
`;
var mark10 = " #~ credential-subject-malformed";
var examples16 = defineExamples({
  bad: [
    { title: "Upper case", files: { "identity.tf": terraform4("system:serviceaccount:shop:ordersApi", mark10) } },
    { title: "A wrong word", files: { "identity.tf": terraform4("system:serviceaccounts:shop:orders", mark10) } },
    { title: "The namespace is missing", files: { "identity.tf": terraform4("system:serviceaccount:orders", mark10) } },
    { title: "The subject of a pipeline", files: { "identity.tf": terraform4("repo:contoso/shop:pull_request", mark10) } },
    {
      title: "Quotes that the shell hands on",
      files: {
        "federate.sh": `az identity federated-credential create --name orders --identity-name orders --resource-group shop \\
  --issuer "$AKS_OIDC_ISSUER" --audiences api://AzureADTokenExchange \\
  --subject "'system:serviceaccount:shop:orders'"${mark10}
`
      }
    }
  ],
  good: [
    {
      title: "Account names may hold dots",
      files: { "identity.tf": terraform4("system:serviceaccount:shop:delivery-v0.1.0") }
    },
    {
      title: "A namespace that is filled in later",
      files: {
        "identity.tf": `variable "namespace" {}

${terraform4("system:serviceaccount:${var.namespace}:orders")}`
      }
    },
    {
      title: "The subject of a pipeline, from its own issuer",
      files: {
        "identity.tf": terraform4(
          "repo:Contoso/Shop:environment:Production",
          "",
          '"https://token.actions.githubusercontent.com"'
        )
      }
    }
  ]
});

// src/rules/borrowed-accounts.ts
var keys = /* @__PURE__ */ new Set(["serviceAccountRef", "serviceAccountName", "serviceAccount"]);
var deepest2 = 12;
function accountBorrowed(object3) {
  const spec = object3.root.get("spec");
  if (!spec) return [];
  const own = object3.namespaceGiven ? object3.namespace : unknownText("namespace");
  return referencesIn(spec, 0).map((field) => ({
    name: readPlaceholders(field.text ?? field.get("name")?.text ?? ""),
    namespace: field.get("namespace")?.text ? readPlaceholders(field.get("namespace")?.text) : own
  }));
}
function referencesIn(field, depth) {
  if (depth > deepest2) return [];
  return [...field.entries(), ...field.items()].flatMap((child) => [
    ...keys.has(child.key) && (child.text ?? child.get("name")?.text) ? [child] : [],
    ...referencesIn(child, depth + 1)
  ]);
}

// src/rules/account-subjects.ts
var lead2 = "system:serviceaccount:";
function subjectOf({ namespace: namespace2, name }) {
  const front = [`${lead2}${namespace2.pieces[0]}`, ...namespace2.pieces.slice(1)];
  const [first = "", ...rest2] = name.pieces;
  return {
    pieces: [...front.slice(0, -1), `${front.at(-1)}:${first}`, ...rest2],
    symbols: [...namespace2.symbols, ...name.symbols]
  };
}
function accountOfSubject(subject) {
  const [, namespace2, name] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(literalOf(subject) ?? "") ?? [];
  return namespace2 !== void 0 && name !== void 0 ? { namespace: namespace2, name } : void 0;
}
function namespaceOfSubject(subject) {
  return /^system:serviceaccount:([^:]+):/.exec(subject.pieces[0])?.[1];
}
function subjectOfAccount(account18) {
  return subjectOf(account18.namespaceGiven ? account18 : { namespace: unknownText("namespace"), name: account18.name });
}
var knownSubjects = /* @__PURE__ */ new WeakMap();
function subjectsKnown(repository) {
  let subjects = knownSubjects.get(repository);
  if (!subjects) {
    subjects = [...collectSubjects(repository)];
    knownSubjects.set(repository, subjects);
  }
  return subjects;
}
function* collectSubjects(repository) {
  for (const world of repository.worlds) {
    for (const account18 of world.serviceAccounts) yield subjectOfAccount(account18);
    for (const workload of world.workloads) {
      const namespace2 = workload.namespaceGiven ? workload.namespace : unknownText("namespace");
      for (const template of workload.templates) yield subjectOf({ namespace: namespace2, name: template.account });
    }
    for (const object3 of world.objects) yield* accountBorrowed(object3).map(subjectOf);
  }
  for (const { name, namespace: namespace2 } of repository.declaredAccounts) {
    yield subjectOf({ name: openText(name), namespace: namespace2 ? openText(namespace2) : unknownText("namespace") });
  }
}
function mayBeFor(credential5, subject) {
  if (credential5.claimsMatchingExpression || !credential5.subject) return true;
  return compareTexts(openText(credential5.subject), subject) !== "different";
}
function fitsSomeAccount(repository, subject) {
  if (accountOfSubject(subject)?.name === "default") return true;
  return subjectsKnown(repository).some((known) => compareTexts(known, subject) !== "different");
}
function literalSubject(namespace2, name) {
  return literalText(`${lead2}${namespace2}:${name}`);
}

// src/rules/accounts-made-elsewhere.ts
var installers = /* @__PURE__ */ new Set([
  "HelmRelease",
  "HelmChart",
  "Application",
  "ApplicationSet",
  "Subscription",
  "Addon",
  "App"
]);
function knowsAccountsOf(repository, namespace2) {
  if (!repository.complete || isClusterNamespace(namespace2)) return false;
  return repository.worlds.every(
    (world) => world.complete && !world.objects.some((object3) => mayInstallInto(object3, namespace2))
  );
}
function mayInstallInto(object3, namespace2) {
  if (!installers.has(object3.kind)) return false;
  const target = object3.root.get("spec", "targetNamespace")?.text ?? object3.root.get("spec", "destination", "namespace")?.text;
  if (target !== void 0) return couldBe(readPlaceholders(target), namespace2);
  return !object3.namespaceGiven || couldBe(object3.namespace, namespace2) || object3.kind !== "HelmRelease";
}
function declaresAccountsIn(repository, namespace2) {
  return repository.worlds.some(
    (world) => world.serviceAccounts.some((account18) => account18.namespaceGiven && literalOf(account18.namespace) === namespace2)
  ) || repository.declaredAccounts.some(
    (account18) => account18.created && account18.namespace && literalOf(account18.namespace.text) === namespace2
  );
}

// src/rules/declared/credential-subject-unmatched.ts
var rule17 = defineRule({
  id: "credential-subject-unmatched",
  title: "A credential is for an account that does not exist",
  group: "Declared credentials",
  why: "The subject of a credential names one account of one namespace, byte for byte. When no pod runs as it, the credential trusts nobody, and the pods that were meant get AADSTS700213.",
  remedy: "Write the namespace and the name of the account that the pods run as, or remove the credential.",
  severity: "error",
  sources: ["Azure/AKS issue 4228", "external-secrets/external-secrets issue 2783"],
  *checkRepository(repository) {
    for (const credential5 of repository.credentials) {
      const { subject } = credential5;
      if (!subject || credential5.conditional || credential5.claimsMatchingExpression) continue;
      const named2 = accountOfSubject(openText(subject));
      if (!named2 || !knowsAccountsOf(repository, named2.namespace)) continue;
      if (fitsSomeAccount(repository, openText(subject))) continue;
      const observation = judge2(repository, credential5, subject, named2);
      if (observation) yield observation;
    }
  }
});
function judge2(repository, credential5, subject, { namespace: namespace2, name }) {
  const miss = nearMiss2(repository, { namespace: namespace2, name });
  const what = `The subject names the account ${namespace2}/${name}`;
  if (miss) {
    const { account: account18, difference } = miss;
    return {
      at: subject.at,
      message: `${what}, which does not exist; ${nameOf(account18)}, ${difference}, has no credential.`,
      related: [{ at: account18.metadata.nameField ?? account18.root, note: "the account that may be meant" }],
      about: cause("credential", account18)
    };
  }
  const other5 = betterDeclaration(repository, credential5);
  if (!other5 && !declaresAccountsIn(repository, namespace2)) return void 0;
  return {
    at: subject.at,
    message: other5 ? `${what}, which does not exist in this repository; another declaration beside this one names an account that does.` : `${what}, which is not among those that the repository declares for that namespace.`,
    severity: "warning",
    ...other5 && { related: [{ at: other5.at, note: "the declaration that fits an account" }] }
  };
}
function nearMiss2(repository, named2) {
  for (const account18 of repository.worlds.flatMap((world) => world.serviceAccounts)) {
    const [namespace2, name] = [literalOf(account18.namespace), literalOf(account18.name)];
    if (!account18.clientId || !account18.namespaceGiven || namespace2 === void 0 || name === void 0) continue;
    const difference = differenceOf(named2, { namespace: namespace2, name });
    if (!difference) continue;
    const subject = literalSubject(namespace2, name);
    if (!repository.credentials.some((credential5) => mayBeFor(credential5, subject))) return { account: account18, difference };
  }
  return void 0;
}
function differenceOf(a, b) {
  if (a.name === b.name) {
    const same = a.namespace === b.namespace || areEnvironments(a.namespace, b.namespace);
    return same ? void 0 : "of the same name in another namespace";
  }
  if (a.namespace !== b.namespace) return void 0;
  if (editDistance(a.name, b.name, 1) === 1) return "one character apart";
  const [short, long] = a.name.length < b.name.length ? [a.name, b.name] : [b.name, a.name];
  if (long.startsWith(`${short}-`)) return "the same but for a suffix";
  return long.endsWith(`-${short}`) ? "the same but for a prefix" : void 0;
}
function areEnvironments(a, b) {
  const rest2 = (namespace2) => namespace2.split("-").filter((part) => environmentOfFolder(part) === void 0);
  return rest2(a).length < a.split("-").length || rest2(b).length < b.split("-").length;
}
function betterDeclaration(repository, credential5) {
  if (credential5.language !== "cli") return void 0;
  const path6 = spotOfDeclaration(credential5).source.path;
  return repository.credentials.find((other5) => {
    const otherPath = spotOfDeclaration(other5).source.path;
    if (other5.language !== "cli" || otherPath === path6 || !other5.subject) return false;
    const folder = otherPath.slice(0, otherPath.lastIndexOf("/") + 1);
    return path6.startsWith(folder) && fitsCertainly(repository, other5);
  });
}
function fitsCertainly(repository, { subject }) {
  return repository.worlds.some(
    (world) => world.serviceAccounts.some(
      (account18) => subject && compareTexts(openText(subject), subjectOfAccount(account18)) === "same"
    )
  );
}
var account4 = (name, namespace2 = "shop") => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace2}
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;
var terraform5 = (subject, mark59 = "", resource2 = "orders") => `resource "azurerm_federated_identity_credential" "${resource2}" {
  name                      = "${resource2}"
  user_assigned_identity_id = azurerm_user_assigned_identity.${resource2}.id
  issuer                    = azurerm_kubernetes_cluster.main.oidc_issuer_url
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "system:serviceaccount:${subject}"${mark59}
}
`;
var script = (subject, mark59 = "") => `az identity federated-credential create --name orders \\
  --identity-name id-orders --resource-group shop --issuer "$ISSUER" \\
  --subject system:serviceaccount:${subject}${mark59}
`;
var mark11 = " #~ credential-subject-unmatched";
var examples17 = defineExamples({
  bad: [
    {
      title: "Another namespace",
      files: { "account.yaml": account4("orders"), "identity.tf": terraform5("store:orders", mark11) }
    },
    {
      title: "A suffix",
      files: { "account.yaml": account4("orders"), "identity.tf": terraform5("shop:orders-sa", mark11) }
    },
    {
      title: "An account that is not among those of its namespace",
      files: {
        "account.yaml": account4("orders"),
        "identity.tf": terraform5("shop:orders") + terraform5("shop:billing", mark11, "billing")
      }
    },
    {
      title: "The script says one thing, the document above it another",
      files: {
        "account.yaml": account4("orders"),
        "README.md": `# Set-up

\`\`\`sh
${script("shop:orders")}\`\`\`
`,
        "scripts/federate.sh": script("default:workload-identity-sa", mark11)
      }
    }
  ],
  good: [
    { title: "The account", files: { "account.yaml": account4("orders"), "identity.tf": terraform5("shop:orders") } },
    {
      title: "A namespace that is filled in later",
      files: {
        "account.yaml": account4("orders"),
        "identity.tf": `variable "namespace" {
  default = "store"
}

${terraform5("${var.namespace}:orders")}`
      }
    },
    {
      title: "Terraform makes the account",
      files: {
        "identity.tf": `resource "kubernetes_service_account" "orders" {
  metadata {
    name      = "orders"
    namespace = "shop"
    annotations = {
      "azure.workload.identity/client-id" = azurerm_user_assigned_identity.orders.client_id
    }
  }
}

${terraform5("shop:orders")}`
      }
    },
    {
      title: "Another environment, whose manifests are elsewhere",
      files: {
        "account.yaml": account4("orders", "shop-dev"),
        "identity.tf": terraform5("shop-prod:orders")
      }
    }
  ]
});

// src/rules/declared/credential-undeclared.ts
var rule18 = defineRule({
  id: "credential-undeclared",
  title: "No declared credential fits an account with a client id",
  group: "Declared credentials",
  why: "The repository declares federated credentials for the accounts beside this one. Without one of its own, a token of this account is refused (AADSTS700213), unless the credential was made by other means.",
  remedy: "Declare a credential with the subject system:serviceaccount:<namespace>:<name> of this account.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity docs/book/src/topics/federated-identity-credential.md"],
  yieldsTo: ["credential-subject-unmatched"],
  *check(world, repository) {
    if (!repository.complete || repository.credentials.length === 0) return;
    for (const account18 of world.serviceAccounts) {
      const beside = credentialBeside(world, repository, account18);
      if (!beside) continue;
      yield {
        at: account18.metadata.nameField ?? account18.root,
        message: `The ServiceAccount ${nameOf(account18)} has a client id, and none of the credentials that this repository declares has its subject.`,
        related: [{ at: beside.at, note: "a credential for the same namespace or identity" }],
        about: cause("credential", account18)
      };
    }
  }
});
function credentialBeside(world, repository, account18) {
  const [namespace2, name] = [literalOf(account18.namespace), literalOf(account18.name)];
  if (!account18.clientId?.text || !account18.namespaceGiven || namespace2 === void 0 || name === void 0)
    return void 0;
  if (isClusterNamespace(namespace2) || usesBinding(world, account18)) return void 0;
  const subject = literalSubject(namespace2, name);
  if (repository.credentials.some((credential5) => mayBeFor(credential5, subject))) return void 0;
  const clientId2 = readPlaceholders(account18.clientId.text);
  return repository.credentials.find(
    (credential5) => !credential5.conditional && (credential5.subject && namespaceOfSubject(openText(credential5.subject)) === namespace2 || credential5.clientId && compareTexts(credential5.clientId.text, clientId2) === "same")
  );
}
function usesBinding(world, account18) {
  return templatesOf(world, account18).some(
    ({ template }) => entryOf(template.metadata.annotations, identityKeys.useBinding)
  );
}
var account5 = (name, mark59 = "", namespace2 = "shop") => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}${mark59}
  namespace: ${namespace2}
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;
var credential = (name, subject = `system:serviceaccount:shop:${name}`) => `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata:
  name: ${name}
  namespace: shop
spec:
  owner:
    name: id-orders
  issuer: https://westeurope.oic.prod-aks.azure.com/0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10/
  subject: ${subject}
  audiences:
    - api://AzureADTokenExchange
`;
var examples18 = defineExamples({
  bad: [
    {
      title: "The account beside it has one",
      files: {
        "accounts.yaml": `${account5("orders")}---
${account5("billing", " #~ credential-undeclared")}`,
        "credential.yaml": credential("orders")
      }
    }
  ],
  good: [
    {
      title: "One for each account",
      files: {
        "accounts.yaml": `${account5("orders")}---
${account5("billing")}`,
        "credentials.yaml": `${credential("orders")}---
${credential("billing")}`
      }
    },
    {
      title: "A credential whose namespace is filled in later",
      files: {
        "account.yaml": account5("billing"),
        "credentials.yaml": `${credential("orders", "system:serviceaccount:${NAMESPACE}:${NAMESPACE}")}`
      }
    },
    {
      title: "Credentials of another namespace say nothing",
      files: {
        "accounts.yaml": `${account5("orders")}---
${account5("billing", "", "finance")}`,
        "credential.yaml": credential("orders")
      }
    }
  ]
});

// src/rules/declared/credential-wildcard.ts
var rule19 = defineRule({
  id: "credential-wildcard",
  title: "The subject of a credential holds a wildcard",
  group: "Declared credentials",
  why: "Entra compares the subject of a federated credential byte for byte: an asterisk stands for itself, and no token ever matches. Only flexible credentials of app registrations know patterns, and not for Kubernetes.",
  remedy: "Declare one credential for each subject, written out in full.",
  severity: "error",
  sources: ["MicrosoftDocs/entra-docs federated-credential-configuration-considerations"],
  *checkRepository(repository) {
    for (const credential5 of repository.credentials) {
      const { subject } = credential5;
      if (!subject || credential5.claimsMatchingExpression) continue;
      if (!openText(subject).pieces.some((piece) => piece.includes("*"))) continue;
      yield {
        at: subject.at,
        message: `The subject "${shownText(subject)}" holds "*", which stands for itself: no token has such a subject.`,
        about: credentialCause("subject", credential5)
      };
    }
  }
});
var terraform6 = (subject, mark59 = "") => `resource "azurerm_federated_identity_credential" "orders" {
  name                      = "orders"
  user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
  issuer                    = azurerm_kubernetes_cluster.main.oidc_issuer_url
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "${subject}"${mark59}
}
`;
var examples19 = defineExamples({
  bad: [
    {
      title: "Every account of a namespace",
      files: { "identity.tf": terraform6("system:serviceaccount:shop:*", " #~ credential-wildcard") }
    }
  ],
  good: [
    { title: "One account", files: { "identity.tf": terraform6("system:serviceaccount:shop:orders") } },
    {
      title: "A flexible credential of an app registration",
      files: {
        "deployer.tf": `resource "azuread_application_flexible_federated_identity_credential" "deployer" {
  application_id             = azuread_application.deployer.id
  display_name               = "deployer"
  audience                   = "api://AzureADTokenExchange"
  issuer                     = "https://token.actions.githubusercontent.com"
  claims_matching_expression = "claims['sub'] matches 'repo:contoso/shop:ref:refs/heads/release-*' and claims['repository_id'] eq '4711'"
}
`
      }
    }
  ]
});

// src/rules/declared/credential-writes-parallel.ts
var rule20 = defineRule({
  id: "credential-writes-parallel",
  title: "A loop writes credentials of one identity in parallel",
  group: "Declared credentials",
  why: "Azure allows one write to the credentials of an identity at a time and answers the others with 409 (ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity). Resource Manager runs loops in parallel unless told otherwise, so that the deployment fails now and then.",
  remedy: 'Write @batchSize(1) above the loop in Bicep, or "mode": "serial" and "batchSize": 1 in the copy of an ARM template.',
  severity: "warning",
  sources: [
    "MicrosoftDocs/entra-docs workload-identity-federation-considerations",
    "Azure/bicep issue 10928",
    "Azure/bicep-registry-modules issue 1447"
  ],
  *checkRepository(repository) {
    for (const credential5 of repository.credentials) {
      if (!credential5.parallelLoop || credential5.language !== "bicep" && credential5.language !== "arm") continue;
      yield {
        at: credential5.at,
        message: "This loop writes the credentials of one identity in parallel, and Azure refuses all but one at a time."
      };
    }
  }
});
var bicep2 = (decorator, mark59) => `param namespaces array

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: 'id-orders'
}

param issuer string

${decorator}resource credentials 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = [for namespace in namespaces: {${mark59}
  parent: identity
  name: 'orders-\${namespace}'
  properties: {
    issuer: issuer
    subject: 'system:serviceaccount:\${namespace}:orders'
    audiences: ['api://AzureADTokenExchange']
  }
}]
`;
var examples20 = defineExamples({
  bad: [{ title: "A loop as it stands", files: { "identity.bicep": bicep2("", " #~ credential-writes-parallel") } }],
  good: [{ title: "One at a time", files: { "identity.bicep": bicep2("@batchSize(1)\n", "") } }]
});

// src/manifests/chart-values.ts
function chartValues(object3) {
  const spec = object3.root.get("spec");
  if (!spec) return [];
  if (object3.kind === "HelmRelease") return spec.get("values") ? [spec.get("values")] : [];
  if (object3.kind !== "Application") return [];
  return argoSources(spec).flatMap((source) => source.get("helm", "valuesObject") ?? []);
}
function chartNames(object3) {
  const spec = object3.root.get("spec");
  if (!spec) return [];
  if (object3.kind === "HelmRelease") return spec.get("chart", "spec", "chart")?.text?.split("/").slice(-1) ?? [];
  return object3.kind === "Application" ? argoSources(spec).flatMap((source) => source.get("chart")?.text ?? []) : [];
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

// src/rules/key-vault/application-gateway-pod-identity.ts
var rule21 = defineRule({
  id: "application-gateway-pod-identity",
  title: "The Application Gateway controller uses pod identity",
  group: "Key Vault and other controllers",
  why: "With armAuth.type aadPodIdentity the chart makes an AzureIdentity and a binding for the controller. Pod identity is retired: without NMI the controller cannot change the gateway, and routes go stale.",
  remedy: "Set armAuth.type to workloadIdentity with the client id of the identity, and federate it with the account of the controller.",
  severity: "warning",
  sources: ["learn.microsoft.com/azure/application-gateway/ingress-controller-install-existing"],
  *check(world) {
    for (const object3 of world.objects) {
      for (const values of chartValues(object3)) {
        for (const part of [values, ...values.entries()]) {
          const type = part.get("armAuth", "type");
          if (type?.text?.toLowerCase() !== "aadpodidentity") continue;
          const identity3 = part.get("armAuth", "identityResourceID");
          yield {
            at: type,
            message: `The ${object3.kind} ${nameOf(object3)} lets the Application Gateway controller sign in through pod identity, which is retired.`,
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
var mark12 = " #~ application-gateway-pod-identity";
var examples21 = defineExamples({
  bad: [
    {
      title: "In a HelmRelease",
      files: {
        "release.yaml": release(
          `    armAuth:
      type: aadPodIdentity${mark12}
      identityClientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`
        )
      }
    },
    {
      title: "In an Application of Argo CD",
      files: { "application.yaml": application(`        armAuth:
          type: aadPodIdentity${mark12}
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
var rule22 = defineRule({
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
    for (const object3 of world.objects) {
      const podIdentity = triggerIdentity(object3);
      const id7 = podIdentity?.get("identityId");
      if (!podIdentity || !id7?.text || hasPlaceholder(id7.text)) continue;
      const found = declaredForWorkload(world, object3, id7.text, subjects);
      if (!found || subjects.some((other5) => mayBeKeda(other5.subject) && !ownersDiffer(other5, found.declared)))
        continue;
      yield {
        at: id7,
        message: `The ${object3.kind} ${nameOf(object3)} uses the identity of the ServiceAccount ${nameOf(found.account)}, whose declared credential trusts that account ("${writtenText(found.declared.subject)}") and not KEDA's.`,
        related: [
          { at: found.declared.at, note: "the credential of that identity" },
          { at: found.account.clientId ?? found.account.root, note: "the same client id" }
        ]
      };
    }
  }
});
function triggerIdentity(object3) {
  if (object3.kind !== "TriggerAuthentication" && object3.kind !== "ClusterTriggerAuthentication") return void 0;
  const podIdentity = object3.root.get("spec", "podIdentity");
  return podIdentity?.get("provider")?.text === "azure-workload" ? podIdentity : void 0;
}
function declaredForWorkload(world, object3, clientId2, subjects) {
  for (const account18 of world.serviceAccounts) {
    if (account18.clientId?.text?.toLowerCase() !== clientId2.toLowerCase()) continue;
    if (!account18.namespaceGiven || !world.sees(object3.manifest, account18.manifest)) continue;
    if (/keda/i.test(writtenText(account18.name))) return void 0;
    const wanted = subjectOf2(account18);
    const declared = subjects.find(({ subject }) => subject && compareTexts(subject, wanted) === "same");
    if (declared) return { account: account18, declared };
  }
  return void 0;
}
function subjectOf2({ name, namespace: namespace2 }) {
  const lead3 = "system:serviceaccount:";
  const join = `${namespace2.pieces.at(-1) ?? ""}:${name.pieces[0] ?? ""}`;
  const head2 = namespace2.pieces.length === 1 ? [] : [lead3 + (namespace2.pieces[0] ?? ""), ...namespace2.pieces.slice(1, -1)];
  const middle = namespace2.pieces.length === 1 ? lead3 + join : join;
  return { pieces: [...head2, middle, ...name.pieces.slice(1)], symbols: [...namespace2.symbols, ...name.symbols] };
}
function mayBeKeda(subject) {
  return !subject || subject.symbols.length > 0 || /keda/i.test(writtenText(subject));
}
function ownersDiffer(a, b) {
  return a.owner !== void 0 && b.owner !== void 0 && a.owner.toLowerCase() !== b.owner.toLowerCase();
}
var id2 = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var trigger = (mark59 = "") => `apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata: {name: orders-queue, namespace: shop}
spec:
  podIdentity:
    provider: azure-workload
    identityId: ${id2}${mark59}
`;
var account6 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: ${id2}}
`;
var credential2 = (name, subject) => `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata: {name: ${name}, namespace: infrastructure}
spec:
  owner: {name: orders}
  audiences: [api://AzureADTokenExchange]
  issuer: https://westeurope.oic.prod-aks.azure.com/5b0f2f1c-6a0e-4f3f-9b53-1f0f6d2a7c11/2f6a1d90-7c44-4f0e-8a53-0d8b1f6f2a7c/
  subject: ${subject}
`;
var forWorkload = credential2("orders", "system:serviceaccount:shop:orders");
var examples22 = defineExamples({
  bad: [
    {
      title: "A credential for the workload alone",
      files: { "keda.yaml": `${trigger(" #~ keda-operator-credential")}---
${account6}---
${forWorkload}` }
    }
  ],
  good: [
    {
      title: "One for the operator as well",
      files: {
        "keda.yaml": `${trigger()}---
${account6}---
${forWorkload}---
${credential2("keda", "system:serviceaccount:keda:keda-operator")}`
      }
    },
    {
      title: "A subject that is filled in later",
      files: {
        "keda.yaml": `${trigger()}---
${account6}---
${forWorkload}---
${credential2("keda", "system:serviceaccount:${OPERATOR}")}`
      }
    },
    { title: "Credentials are declared elsewhere", files: { "keda.yaml": `${trigger()}---
${account6}` } },
    {
      title: "The operator's own identity",
      files: { "keda.yaml": `${trigger().replace(/ {4}identityId.*\n/, "")}---
${account6}---
${forWorkload}` }
    }
  ]
});

// src/manifests/pod-identity-components.ts
function componentsOf(world) {
  const workloads = new Map(world.workloads.map((workload) => [workload.manifest, workload]));
  return world.objects.flatMap((object3) => {
    const workload = workloads.get(object3.manifest);
    return [
      ...workload ? workloadComponents(workload) : [],
      ...chartComponents(object3),
      ...addOnComponents(object3),
      ...commandComponents(object3)
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
function containerComponent(object3, kind, container) {
  const managed = flag(container, "operation-mode");
  const environment = container.environment.find((entry) => entry.name === "FORCENAMESPACED")?.value;
  return {
    object: object3,
    kind,
    at: object3.root.get("kind") ?? object3.root,
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
function chartComponents(object3) {
  if (!chartNames(object3).includes("aad-pod-identity")) return [];
  const [values] = chartValues(object3);
  const setting = (...path6) => {
    const at = values?.get(...path6);
    return at?.text ? { at, value: truth(at.text) } : void 0;
  };
  const mode = values?.get("operationMode")?.text || "standard";
  return [
    {
      object: object3,
      kind: "chart",
      at: object3.root.get("kind") ?? object3.root,
      operation: mode === "managed" || mode === "standard" ? mode : void 0,
      forceNamespaced: setting("forceNamespaced"),
      kubenetAllowed: setting("nmi", "allowNetworkPluginKubenet"),
      headerRequired: setting("nmi", "metadataHeaderRequired")
    }
  ];
}
function addOnComponents(object3) {
  const profile = object3.kind === "ManagedCluster" ? object3.root.get("spec", "podIdentityProfile") : void 0;
  const enabled = profile?.get("enabled");
  if (truth(enabled?.text) !== true || !enabled) return [];
  const kubenet = profile?.get("allowNetworkPluginKubenet");
  return [
    {
      ...command(object3, enabled),
      kind: "add-on",
      kubenetAllowed: kubenet && { at: kubenet, value: truth(kubenet.text) }
    }
  ];
}
function commandComponents(object3) {
  if (!textOf(object3.manifest).includes("enable-pod-identity")) return [];
  return scalarsIn(object3.root).filter((field) => /^(?!\s*#).*--enable-pod-identity(?:-with-kubenet)?(?![-\w])/m.test(field.text ?? "")).map((field) => ({
    ...command(object3, field),
    kubenetAllowed: /--enable-pod-identity-with-kubenet(?![-\w])/.test(field.text ?? "") ? { at: field, value: true } : void 0
  }));
}
function command(object3, at) {
  return {
    object: object3,
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
    const read2 = readItem(outer, item);
    if (read2 === void 0) unknown += 1;
    else if ("reason" in read2) faults.push(read2);
    else items.push(read2);
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
function isSecretClass(object3) {
  return object3.kind === "SecretProviderClass" && object3.group === "secrets-store.csi.x-k8s.io";
}
function isAzureClass(object3) {
  return object3.root.get("spec", "provider")?.text === "azure";
}
function secretClassesOf(world) {
  let classes = classesByWorld.get(world);
  if (!classes) {
    classes = world.objects.filter((object3) => isSecretClass(object3) && isAzureClass(object3)).map(readSecretClass);
    classesByWorld.set(world, classes);
  }
  return classes;
}
function readSecretClass(object3) {
  const parameters = object3.root.get("spec", "parameters")?.entries() ?? [];
  const parameter = (name) => parameters.find((entry) => entry.key === name);
  const nonEmpty = (name) => parameter(name)?.text ? parameter(name) : void 0;
  return {
    object: object3,
    parameters,
    access: {
      podIdentity: switchOf(parameter("usePodIdentity")),
      nodeIdentity: switchOf(parameter("useVMManagedIdentity")),
      tokenProxy: switchOf(parameter("useAzureTokenProxy"))
    },
    clientId: nonEmpty("clientID"),
    nodeClientId: nonEmpty("userAssignedIdentityID"),
    objects: readVaultObjects(parameter("objects")),
    secrets: (object3.root.get("spec", "secretObjects")?.items() ?? []).flatMap(readSecret)
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
function mountsOfClass(world, object3) {
  return candidates(mountIndex(world), object3.name).filter(
    (mount) => world.sees(mount.workload.manifest, object3.manifest) && compareTexts(mount.className, object3.name) !== "different" && compareNamespaces(mount.workload, object3) !== "different"
  );
}
function classesNamed(world, { workload, className }) {
  let index = classIndexes.get(world);
  if (!index) {
    index = indexBy(world.objects.filter(isSecretClass), ({ name }) => name);
    classIndexes.set(world, index);
  }
  return candidates(index, className).filter(
    (object3) => world.sees(workload.manifest, object3.manifest) && compareTexts(className, object3.name) !== "different"
  );
}
function isKnown(field) {
  return !hasPlaceholder(field.text ?? "");
}

// src/rules/pod-identity-manifests.ts
var kept = (rule100) => ` # idwire-ignore: ${rule100} it moves in spring`;
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
function binding2(spec = "  azureIdentity: orders\n  selector: orders\n", { name = "orders", namespace: namespace2 = "shop" } = {}) {
  return resource("AzureIdentityBinding", name, namespace2, spec);
}
function exception(spec, { name = "batch", namespace: namespace2 = "shop" } = {}) {
  return resource("AzurePodIdentityException", name, namespace2, spec);
}
var keptLabel = `aadpodidbinding: orders${kept("pod-identity-label")}`;
function pods2({ label: label2 = keptLabel, namespace: namespace2 = "shop", name = "orders", spec = "" } = {}) {
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
function nmi(args = [], mark59 = kept("pod-identity-components")) {
  return `apiVersion: apps/v1
kind: DaemonSet${mark59}
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
function mic(args = [], mark59 = kept("pod-identity-components")) {
  return `apiVersion: apps/v1
kind: Deployment${mark59}
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
function synced({ secret: secret3 = "orders-login", object: object3 = "orders-password" } = {}) {
  return `  secretObjects:
    - secretName: ${secret3}
      type: Opaque
      data:
        - objectName: ${object3}
          key: password
`;
}
function mounting({
  name = "orders",
  namespace: namespace2 = "shop",
  className = "orders-vault",
  account: account18 = "      serviceAccountName: orders\n",
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
${account18}      containers:
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
var rule23 = defineRule({
  id: "secret-class-api-version",
  title: "A secret class uses an old API version",
  group: "Key Vault and other controllers",
  why: "v1alpha1 has been deprecated since 2022, and the API server warns at every use; once the driver stops serving it, the class can no longer be applied.",
  remedy: "Write secrets-store.csi.x-k8s.io/v1; nothing else changes.",
  severity: "warning",
  sources: ["kubernetes-sigs/secrets-store-csi-driver pull request 856"],
  *check(world) {
    for (const { object: object3 } of secretClassesOf(world)) {
      const at = object3.root.get("apiVersion");
      if (!at || object3.version !== "v1alpha1") continue;
      yield {
        at,
        message: `The class ${nameOf(object3)} uses ${at.text}, which is deprecated.`,
        fix: { safety: "safe", repairs: [{ kind: "set-text", at, text: `${object3.group}/v1` }] }
      };
    }
  }
});
var examples23 = defineExamples({
  bad: [
    { title: "v1alpha1", files: { "class.yaml": secretClass({ version: "v1alpha1 #~ secret-class-api-version" }) } }
  ],
  good: [
    { title: "v1", files: { "class.yaml": secretClass() } },
    { title: "Another provider", files: { "class.yaml": secretClass({ version: "v1alpha1", provider: "vault" }) } }
  ]
});

// src/rules/key-vault/secret-class-client-id-ignored.ts
var rule24 = defineRule({
  id: "secret-class-client-id-ignored",
  title: "A secret class names a client id that is not read",
  group: "Key Vault and other controllers",
  why: 'userAssignedIdentityID counts only with useVMManagedIdentity, and clientID only without it. Without any identity that counts the provider looks for a service principal and fails ("nodePublishSecretRef secret is not set").',
  remedy: 'For workload identity write the client id as clientID and leave userAssignedIdentityID out; for the identity of the node set useVMManagedIdentity to "true" and leave clientID out.',
  severity: "error",
  sources: ["Azure/secrets-store-csi-driver-provider-azure pkg/auth/auth.go", "issues 952, 1022 and 1104 of the same"],
  *check(world) {
    for (const secretClass3 of secretClassesOf(world)) {
      const { object: object3, access, nodeClientId, clientId: clientId2 } = secretClass3;
      if (nodeClientId && access.nodeIdentity === false) yield observeIgnored(world, secretClass3, nodeClientId);
      if (clientId2 && access.nodeIdentity === true) {
        yield {
          at: clientId2.keyPlace,
          message: `The class ${nameOf(object3)} has clientID beside useVMManagedIdentity: "true"; the node's identity signs in, and clientID is not read for that.`,
          severity: "warning"
        };
      }
    }
  }
});
function observeIgnored(world, secretClass3, at) {
  const { object: object3, access, clientId: clientId2 } = secretClass3;
  const other5 = clientId2 ? "clientID signs in" : access.podIdentity !== false ? "pod identity signs in" : access.tokenProxy !== false ? "the token proxy signs in" : mountsOfClass(world, object3).some(({ hasSecretRef }) => hasSecretRef) ? "a service principal signs in" : void 0;
  return {
    at: at.keyPlace,
    message: `The class ${nameOf(object3)} has userAssignedIdentityID without useVMManagedIdentity: "true", so that it is not read; ${other5 ?? "nothing else gives it an identity"}.`,
    // Something else works, or the value may come out empty: then the line is only misleading.
    severity: other5 === void 0 && isKnown(at) ? "error" : "warning"
  };
}
var mark13 = " #~ secret-class-client-id-ignored";
var id3 = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var examples24 = defineExamples({
  bad: [
    {
      title: "The client id of workload identity under the old name",
      files: {
        "class.yaml": secretClass({
          access: `    usePodIdentity: "false"
    userAssignedIdentityID: ${id3}${mark13}
`
        })
      }
    },
    {
      title: "Both names: a warning",
      files: {
        "class.yaml": secretClass({ access: `    clientID: ${id3}
    userAssignedIdentityID: ${id3}${mark13}
` })
      }
    },
    {
      title: "The identity of the node signs in: a warning",
      files: {
        "class.yaml": secretClass({
          access: `    useVMManagedIdentity: "true" # idwire-ignore: secret-class-node-identity one team per cluster
    userAssignedIdentityID: ${id3}
    clientID: ${id3}${mark13}
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
    clientID: ${id3}
`
        })
      }
    },
    {
      title: "The mode is filled in later",
      files: {
        "class.yaml": secretClass({
          access: `    useVMManagedIdentity: "\${USE_NODE_IDENTITY}"
    userAssignedIdentityID: ${id3}
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
var rule25 = defineRule({
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
var mark14 = " #~ secret-class-default-account";
var examples25 = defineExamples({
  bad: [
    {
      title: "No account named",
      files: {
        "orders.yaml": `${secretClass()}---
${mounting({ name: "orders", account: "" }).replace("  name: orders\n", `  name: orders${mark14}
`)}`
      }
    },
    {
      title: "default named",
      files: {
        "orders.yaml": `${secretClass()}---
${mounting({ account: `      serviceAccountName: default${mark14}
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
var rule26 = defineRule({
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
var examples26 = defineExamples({
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
var rule27 = defineRule({
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
var mark15 = " #~ secret-class-node-identity";
var examples27 = defineExamples({
  bad: [
    {
      title: "A user-assigned identity of the node",
      files: {
        "class.yaml": secretClass({
          access: `    useVMManagedIdentity: "true"${mark15}
    userAssignedIdentityID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`
        })
      }
    },
    {
      title: "The system-assigned one",
      files: {
        "class.yaml": secretClass({
          access: `    useVMManagedIdentity: "true"${mark15}
    userAssignedIdentityID: ""
`
        })
      }
    }
  ],
  good: [{ title: "Workload identity", files: { "class.yaml": secretClass() } }]
});

// src/rules/key-vault/secret-class-objects-invalid.ts
var rule28 = defineRule({
  id: "secret-class-objects-invalid",
  title: "The objects of a secret class are invalid",
  group: "Key Vault and other controllers",
  why: "The provider reads `objects` at the mount, not before: with a list that it cannot read the pods stay in ContainerCreating, and the cause is only in the events.",
  remedy: "Write `array:` and, for each object, a text of its own (`- |`) with objectName and objectType: secret, key or cert.",
  severity: "error",
  sources: ["Azure/secrets-store-csi-driver-provider-azure pkg/provider/types, pkg/provider/provider.go"],
  *check(world) {
    for (const { object: object3, objects: objects3 } of secretClassesOf(world)) {
      if (!objects3) continue;
      for (const { at, reason } of objects3.faults) {
        yield { at, message: `The objects of the class ${nameOf(object3)} cannot be read: ${reason}.` };
      }
      for (const item of objects3.items) {
        for (const { at, reason } of faultsOf(item)) {
          yield { at, message: `In the objects of the class ${nameOf(object3)} ${reason}.` };
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
  const path6 = alias ?? name;
  if (!path6) return [{ at, reason: "one entry has no objectName" }];
  const where = alias ? aliasAt : nameAt;
  const text = path6.pieces[0] ?? "";
  if (text.startsWith("/")) return [{ at: where, reason: `"${writtenText(path6)}" is an absolute path` }];
  if (writtenText(path6).split("/").includes(".."))
    return [{ at: where, reason: `"${writtenText(path6)}" leads out of the volume` }];
  return [];
}
var mark16 = " #~ secret-class-objects-invalid";
var one = (type, alias = "") => `    objects: |
      array:
        - |
          objectName: orders-password
          objectType: ${type}
${alias && `          objectAlias: ${alias}
`}`;
var examples28 = defineExamples({
  bad: [
    { title: "A type in another letter case", files: { "class.yaml": secretClass({ list: one(`Secret${mark16}`) }) } },
    { title: "A word that is no type", files: { "class.yaml": secretClass({ list: one(`certificate${mark16}`) }) } },
    {
      title: "An absolute path",
      files: { "class.yaml": secretClass({ list: one("secret", `/etc/password${mark16}`) }) }
    },
    {
      title: "A path out of the volume",
      files: { "class.yaml": secretClass({ list: one("secret", `../password${mark16}`) }) }
    },
    {
      title: "Maps where texts are wanted",
      files: {
        "class.yaml": secretClass({
          list: `    objects: |
      array:
        - objectName: orders-password${mark16}
          objectType: secret
`
        })
      }
    },
    {
      title: "No list at all",
      files: {
        "class.yaml": secretClass({
          list: `    objects: |${mark16}
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
          objectName: orders-password${mark16}
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
var rule29 = defineRule({
  id: "secret-class-parameter-not-string",
  title: "A parameter of a secret class is not text",
  group: "Key Vault and other controllers",
  why: 'All parameters of a class are strings. The API server refuses a class with an unquoted true or number, or with a map where text is wanted ("must be of type string").',
  remedy: "Put the value in quotes; write `objects` as a block of text (`objects: |`).",
  severity: "error",
  sources: ["kubernetes-sigs/secrets-store-csi-driver, definition of SecretProviderClass (parameters: map of strings)"],
  *check(world) {
    for (const { object: object3, parameters } of secretClassesOf(world)) {
      for (const parameter of parameters) {
        const found = typeName(parameter);
        if (!found) continue;
        yield {
          at: parameter,
          message: `The parameter ${parameter.key} of the class ${nameOf(object3)} is ${found}; the API server takes text alone.`,
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
var mark17 = " #~ secret-class-parameter-not-string";
var id4 = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var examples29 = defineExamples({
  bad: [
    {
      title: "A bare false",
      files: { "class.yaml": secretClass({ access: `    usePodIdentity: false${mark17}
    clientID: ${id4}
` }) }
    },
    {
      title: "A list where text is wanted",
      files: {
        "class.yaml": secretClass({
          list: `    objects:${mark17}
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
    clientID: "${id4}"
` }) }
    },
    {
      title: "Without a value",
      files: { "class.yaml": secretClass({ access: `    cloudName:
    clientID: ${id4}
` }) }
    }
  ]
});

// src/rules/key-vault/secret-class-pod-identity.ts
var rule30 = defineRule({
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
var on = (mark59 = "") => `    usePodIdentity: "true"${mark59}
`;
var mark18 = " #~ secret-class-pod-identity";
var examples30 = defineExamples({
  bad: [
    { title: "Switched on", files: { "class.yaml": secretClass({ access: on(mark18) }) } },
    {
      title: "In a file that a script fills in",
      files: {
        "secret-volume.yml.tpl": secretClass({ access: on(mark18) }).replace(
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
var rule31 = defineRule({
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
      const unused = twins.every((object3) => mountsOfClass(world, object3).length === 0);
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
  if (named2.some((object3) => compareNamespaces(mount.workload, object3) !== "different")) return [];
  return named2.filter((object3) => isAzureClass(object3) && compareTexts(mount.className, object3.name) === "same");
}
var mark19 = " #~ secret-class-wrong-namespace";
var other = { namespace: "vaults" };
var examples31 = defineExamples({
  bad: [
    {
      title: "The class elsewhere",
      files: { "class.yaml": secretClass(other), "orders.yaml": mounting({ className: `orders-vault${mark19}` }) }
    },
    {
      title: "The class is used where it is: a warning",
      files: {
        "class.yaml": `${secretClass(other)}---
${mounting({ name: "backup", ...other })}`,
        "orders.yaml": mounting({ className: `orders-vault${mark19}` })
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
var rule32 = defineRule({
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
      const account18 = accountOf(world, store3, name, reference2.get("namespace"));
      if (!account18 || account18.clientId) continue;
      yield {
        at: account18.metadata.nameField ?? account18.root,
        message: `The ServiceAccount ${nameOf(account18)} has no client id, and the ${store3.kind} ${nameOf(store3)} signs in to its vault as it.`,
        severity: repository.scripts.annotatesAccounts ? "note" : "error",
        related: [{ at: name, note: "where the store names it" }],
        about: cause("client id", account18)
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
  const matches = world.serviceAccounts.filter((account18) => {
    if (!world.sees(store3.manifest, account18.manifest) || compareTexts(wanted, account18.name) !== "same") return false;
    if (store3.kind === "SecretStore") return compareNamespaces(store3, account18) === "same";
    return account18.namespaceGiven && namespace2?.text !== void 0 && compareTexts(readPlaceholders(namespace2.text), account18.namespace) === "same";
  });
  return matches.find((account18) => account18.clientId) ?? matches[0];
}
var account7 = (annotations = "", name = "vault-reader") => `apiVersion: v1
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
var marked = account7("", "vault-reader #~ secret-store-account");
var examples32 = defineExamples({
  bad: [
    { title: "A store", files: { "account.yaml": marked, "store.yaml": store() } },
    {
      title: "A store of the whole cluster",
      files: { "account.yaml": marked, "store.yaml": store("", "ClusterSecretStore") }
    }
  ],
  good: [
    { title: "With a client id", files: { "account.yaml": account7(annotated), "store.yaml": store() } },
    {
      title: "The client id is in a Secret",
      files: {
        "account.yaml": account7(),
        "store.yaml": store("      authSecretRef:\n        clientId: {name: vault-login, key: client-id}\n")
      }
    },
    { title: "The account is made elsewhere", files: { "store.yaml": store() } },
    {
      title: "Filled in later",
      files: {
        "account.yaml": account7('  annotations:\n    azure.workload.identity/client-id: "${CLIENT_ID}"\n'),
        "store.yaml": store()
      }
    },
    {
      title: "Another way to sign in",
      files: { "account.yaml": account7(), "store.yaml": store().replace("WorkloadIdentity", "ManagedIdentity") }
    }
  ]
});

// src/rules/key-vault/secret-sync-duplicate.ts
var rule33 = defineRule({
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
        const { object: object3 } = secretClass3;
        const { object: rival } = other5.secretClass;
        const certain = object3.manifest.source.path === rival.manifest.source.path || isPlaced(object3);
        yield {
          at: secret3.nameField,
          message: `The class ${nameOf(object3)} makes the Secret "${writtenText(secret3.name)}", and so does the class ${nameOf(rival)}.`,
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
function isPlaced(object3) {
  return object3.namespaceGiven && literalOf(object3.namespace) !== void 0;
}
var mark20 = " #~ secret-sync-duplicate";
var second = { name: "orders-more", className: "orders-more" };
var used = `---
${mounting()}---
${mounting(second)}`;
var bare = (text) => text.replaceAll("  namespace: shop\n", "");
var examples33 = defineExamples({
  bad: [
    {
      title: "Two classes of one namespace",
      files: {
        "orders.yaml": `${secretClass({ secrets: synced() })}---
${secretClass({ name: "orders-more", secrets: synced({ secret: `orders-login${mark20}` }) })}${used}`
      }
    },
    {
      title: "Two files without a namespace: a warning",
      files: {
        "a/orders.yaml": bare(secretClass({ secrets: synced() })),
        "b/orders.yaml": bare(secretClass({ name: "orders-more", secrets: synced({ secret: `orders-login${mark20}` }) }))
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
        "prod/class.yaml": secretClass({
          access: "    clientID: 9b2d7c41-5a6e-4f30-8c1d-2e3f4a5b6c7d\n",
          name: "orders-more",
          secrets: synced()
        })
      }
    }
  ]
});

// src/rules/key-vault/secret-sync-object-unknown.ts
var rule34 = defineRule({
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
    for (const { object: object3, objects: objects3, secrets } of secretClassesOf(world)) {
      if (!objects3?.complete || objects3.items.length === 0) continue;
      for (const field of secrets.flatMap(({ objectNames }) => objectNames)) {
        if (!field.text) continue;
        const wanted = readPlaceholders(field.text);
        if (objects3.items.some((item) => fits(item, wanted))) continue;
        const renamed = objects3.items.find(({ name, alias }) => alias && name && compareTexts(name, wanted) === "same");
        yield {
          at: field,
          message: renamed?.alias ? `A Secret of the class ${nameOf(object3)} takes "${field.text}", which is fetched under the alias "${writtenText(renamed.alias)}".` : `A Secret of the class ${nameOf(object3)} takes "${field.text}", which is not among its objects.`,
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
var mark21 = " #~ secret-sync-object-unknown";
var examples34 = defineExamples({
  bad: [
    {
      title: "Another name",
      files: { "orders.yaml": `${secretClass({ secrets: synced({ object: `orders-pasword${mark21}` }) })}${used2}` }
    },
    {
      title: "The name instead of the alias",
      files: {
        "orders.yaml": `${secretClass({ secrets: synced({ object: `orders-password${mark21}` }), list: aliased("password") })}${used2}`
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
var rule35 = defineRule({
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
          const observation = observe2(world, secretClass3, secret3, reader);
          if (!observation) continue;
          seen.add(reader.template);
          yield observation;
        }
      }
    }
  }
});
function isRead(world, { object: object3 }, { name }, reader) {
  return compareTexts(reader.name, name) === "same" && compareNamespaces(reader.workload, object3) === "same" && world.sees(reader.workload.manifest, object3.manifest) && !otherClassMounted(world, object3, reader);
}
function otherClassMounted(world, own, { template, name }) {
  return secretClassesOf(world).some(
    ({ object: object3, secrets }) => object3 !== own && secrets.some((secret3) => compareTexts(secret3.name, name) !== "different") && mountsOfClass(world, object3).some((mount) => mount.template === template && mount.used)
  );
}
function observe2(world, secretClass3, secret3, reader) {
  const { object: object3 } = secretClass3;
  const mounts = mountsOfClass(world, object3);
  if (mounts.some((mount) => mount.template === reader.template && mount.used)) return void 0;
  const other5 = mounts.find((mount) => mount.used && mount.template !== reader.template);
  const idle2 = mounts.find((mount) => mount.template === reader.template);
  const elsewhere3 = isNamedElsewhere(world, secretClass3, mounts);
  return {
    at: reader.nameField,
    message: `Pods of the ${reader.workload.kind} ${nameOf(reader.workload)} read the Secret "${writtenText(secret3.name)}", which the class ${nameOf(object3)} makes only while a pod mounts it; ${other5 ? `only pods of the ${other5.workload.kind} ${nameOf(other5.workload)} do` : idle2 ? "these pods have the volume, and no container mounts it" : "none does"}.`,
    severity: other5 || elsewhere3 || !world.complete ? "warning" : "error",
    related: [
      { at: secret3.nameField, note: "where the Secret is made" },
      ...idle2 ? [{ at: idle2.classField, note: "the volume that no container mounts" }] : []
    ]
  };
}
function isNamedElsewhere(world, { object: object3 }, mounts) {
  const known = /* @__PURE__ */ new Set([object3.manifest, ...mounts.map(({ workload }) => workload.manifest)]);
  const name = writtenText(object3.name);
  return world.objects.some(
    ({ manifest, kind }) => (kind === "HelmRelease" || kind === "Application") && !known.has(manifest) && textOf(manifest).includes(name)
  );
}
var mark22 = " #~ secret-sync-without-mount";
var makes = secretClass({ secrets: synced() });
var reading = (marks = "") => reads(`orders-login${marks}`);
var idle = mounting({ environment: reading(mark22) }).replace(/ +volumeMounts: .*\n/, "");
var examples35 = defineExamples({
  bad: [
    {
      title: "Nothing mounts it",
      files: { "orders.yaml": `${makes}---
${mounting({ environment: reading(mark22), mounts: false })}` }
    },
    { title: "A volume that no container mounts", files: { "orders.yaml": `${makes}---
${idle}` } },
    {
      title: "Only other pods mount it: a warning",
      files: {
        "orders.yaml": `${makes}---
${mounting({ environment: reading(mark22), mounts: false })}---
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
                name: orders-login${mark22}
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
var rule36 = defineRule({
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
  for (const object3 of world.objects) {
    const csi = object3.kind === "PersistentVolume" ? object3.root.get("spec", "csi") : void 0;
    const [driver2, parameters] = object3.kind === "StorageClass" ? [object3.root.get("provisioner"), object3.root.get("parameters")] : [csi?.get("driver"), csi?.get("volumeAttributes")];
    if (parameters && drivers.has(driver2?.text ?? ""))
      yield { owner: `The ${object3.kind} ${nameOf(object3)}`, parameters };
  }
  for (const workload of world.workloads) {
    for (const volume2 of workload.templates.flatMap(({ spec }) => spec.get("volumes")?.items() ?? [])) {
      const parameters = volume2.get("csi", "volumeAttributes");
      if (!parameters || !drivers.has(volume2.get("csi", "driver")?.text ?? "")) continue;
      yield { owner: `A volume of the ${workload.kind} ${nameOf(workload)}`, parameters };
    }
  }
}
var mark23 = " #~ storage-volume-client-id-missing";
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
var examples36 = defineExamples({
  bad: [
    {
      title: "A storage class",
      files: { "class.yaml": storageClass(`  mountWithWorkloadIdentityToken: "true"${mark23}
`) }
    },
    {
      title: "A volume with an empty one",
      files: { "volume.yaml": volume(`      mountWithWorkloadIdentityToken: "true"
      clientID: ""${mark23}
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
          mountWithWorkloadIdentityToken: "true"${mark23}
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

// src/manifests/network-policies.ts
var read = /* @__PURE__ */ new WeakMap();
function networkPoliciesOf(world) {
  let policies = read.get(world);
  if (!policies) {
    policies = world.objects.filter(isNetworkPolicy).map(readPolicy);
    read.set(world, policies);
  }
  return policies;
}
function isNetworkPolicy({ kind, group: group2 }) {
  return kind === "NetworkPolicy" && (group2 === "networking.k8s.io" || group2 === "extensions");
}
function hasForeignPolicies(world) {
  return world.objects.some((object3) => object3.kind.endsWith("NetworkPolicy") && !isNetworkPolicy(object3));
}
function readPolicy(object3) {
  const spec = object3.root.get("spec");
  const types = spec?.get("policyTypes")?.items();
  const egress = (spec?.get("egress")?.items() ?? []).map(readEgress);
  const ingress = (spec?.get("ingress")?.items() ?? []).flatMap((rule100) => addressesOf(rule100.get("from")));
  return {
    ...object3,
    podSelector: spec?.get("podSelector"),
    restrictsEgress: types?.length ? types.some((type) => type.text === "Egress") : spec?.get("egress") !== void 0,
    egress,
    addresses: [...egress.flatMap((rule100) => rule100.addresses), ...ingress]
  };
}
function readEgress(field) {
  return {
    field,
    everywhere: (field.get("to")?.items() ?? []).length === 0,
    addresses: addressesOf(field.get("to")),
    ports: (field.get("ports")?.items() ?? []).map((port) => ({
      protocol: port.get("protocol")?.text ?? "TCP",
      port: port.get("port")?.text,
      endPort: port.get("endPort")?.text
    }))
  };
}
function addressesOf(peers) {
  return (peers?.items() ?? []).flatMap((peer) => {
    const block = peer.get("ipBlock");
    return block ? [{ cidr: block.get("cidr"), excepts: block.get("except")?.items() ?? [] }] : [];
  });
}
function selectsPods(world, policy5, { workload, template }) {
  const namespace2 = compareNamespaces(policy5, workload);
  if (!world.sees(policy5.manifest, workload.manifest) || namespace2 === "different") return "no";
  const labels = selectsLabels(policy5.podSelector, template, isPlain(workload));
  return labels === "yes" && namespace2 === "unknown" ? "unknown" : labels;
}
function isPlain({ group: group2 }) {
  return group2 === "" || group2 === "apps" || group2 === "batch";
}
function selectsLabels(selector, { metadata }, whole) {
  const labels = new Map(metadata.labels.map((label2) => [label2.key, label2.text ?? ""]));
  const verdicts = [
    ...(selector?.get("matchLabels")?.entries() ?? []).map(
      (entry) => isOneOf(labels.get(entry.key), [entry.text ?? ""])
    ),
    ...(selector?.get("matchExpressions")?.items() ?? []).map((item) => expression(item, labels))
  ];
  if (verdicts.includes("no")) return whole ? "no" : "unknown";
  return verdicts.includes("unknown") ? "unknown" : "yes";
}
function isOneOf(value, values) {
  if (value === void 0) return "no";
  if (values.includes(value)) return "yes";
  return hasPlaceholder(value) || values.some(hasPlaceholder) ? "unknown" : "no";
}
function expression(item, labels) {
  const value = labels.get(item.get("key")?.text ?? "");
  const values = (item.get("values")?.items() ?? []).map((entry) => entry.text ?? "");
  switch (item.get("operator")?.text) {
    case "In":
      return isOneOf(value, values);
    case "NotIn":
      return opposite(isOneOf(value, values));
    case "Exists":
      return value === void 0 ? "no" : "yes";
    case "DoesNotExist":
      return value === void 0 ? "yes" : "no";
    default:
      return "unknown";
  }
}
function opposite(certainty) {
  return certainty === "unknown" ? "unknown" : certainty === "yes" ? "no" : "yes";
}

// src/model/address-block.ts
import { BlockList, isIP } from "node:net";
function parseBlock(text) {
  const [, written2 = "", bits = ""] = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(text) ?? [];
  const address = written2.includes(":") ? written2 : written2.replace(/(^|\.)0+(?=\d)/g, "$1");
  const version = isIP(address);
  const prefix = Number(bits);
  if (version === 0 || prefix > (version === 4 ? 32 : 128)) return void 0;
  return { family: version === 4 ? "ipv4" : "ipv6", address, prefix };
}
function holdsAddress(block, address) {
  const list2 = new BlockList();
  list2.addSubnet(block.address, block.prefix, block.family);
  return isIP(address) === (block.family === "ipv4" ? 4 : 6) && list2.check(address, block.family);
}
function isStrictlyWithin(inner, outer) {
  return inner.family === outer.family && inner.prefix > outer.prefix && holdsAddress(outer, inner.address);
}

// src/rules/egress.ts
function allowsPort({ ports }, port) {
  if (ports.length === 0) return "yes";
  let result = "no";
  for (const { protocol, port: first, endPort } of ports) {
    if (protocol !== "TCP" && !hasPlaceholder(protocol)) continue;
    if (first === void 0) return "yes";
    if (!/^\d+$/.test(first)) result = hasPlaceholder(first) ? "unknown" : result;
    else if (Number(first) === port || endPort && Number(first) <= port && port <= Number(endPort)) return "yes";
  }
  return result;
}
function holds({ cidr, excepts }, address) {
  const block = parseBlock(cidr?.text ?? "");
  if (!block) return "unknown";
  if (!holdsAddress(block, address)) return "no";
  const left = excepts.map((except) => parseBlock(except.text ?? ""));
  if (left.some((inner) => inner && holdsAddress(inner, address))) return "no";
  return left.includes(void 0) ? "unknown" : "yes";
}
function openingTo(rule100, address, port) {
  const ports = allowsPort(rule100, port);
  if (ports === "no") return { certainty: "no", cidr: void 0 };
  if (rule100.everywhere) return { certainty: ports, cidr: void 0 };
  const found = rule100.addresses.map((peer) => ({ certainty: holds(peer, address), cidr: peer.cidr }));
  const open = found.find(({ certainty }) => certainty === "yes");
  if (open) return { ...open, certainty: ports };
  return found.find(({ certainty }) => certainty === "unknown") ?? { certainty: "no", cidr: void 0 };
}

// src/rules/example-egress.ts
var account8 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;
function deployment(mark59, name = "orders", labelled2 = true) {
  const use3 = labelled2 ? ', azure.workload.identity/use: "true"' : "";
  return `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}${mark59}
  namespace: shop
spec:
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels: {app: ${name}${use3}}
    spec:
      serviceAccountName: ${name}
      containers:
        - {name: ${name}, image: "registry.example/${name}:1"}
`;
}
function policy(name, egress, selector = " {}") {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
  namespace: shop
spec:
  podSelector:${selector}
  policyTypes: [Egress]
${egress}`;
}
var everything = (mark59 = "") => `  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0${mark59}
`;
var egressExamples = {
  account: account8,
  deployment,
  policy,
  everything,
  exceptMetadata: `${everything()}            except: [169.254.169.254/32]
`
};

// src/rules/network/identity-egress-blocked.ts
var rule37 = defineRule({
  id: "identity-egress-blocked",
  title: "Policies leave pods no way to exchange their token",
  group: "Cluster rights and network",
  why: "Pods with a workload identity send their token to the login endpoint of Entra over TCP 443. Under policies that let nothing through to it, every exchange times out.",
  remedy: "Add an egress rule for TCP 443 to addresses outside the cluster.",
  severity: "warning",
  sources: [
    "kubernetes/website docs/concepts/services-networking/network-policies.md",
    "MicrosoftDocs/azure-aks-docs outbound-rules-control-egress.md"
  ],
  *check(world) {
    const policies = networkPoliciesOf(world).filter((policy5) => policy5.restrictsEgress);
    if (policies.length === 0 || hasForeignPolicies(world)) return;
    const seen = /* @__PURE__ */ new Set();
    for (const workload of world.workloads) {
      for (const template of workload.templates) {
        if (!exchangesTokens(template)) continue;
        const policy5 = blockerOf(world, policies, { workload, template });
        if (!policy5 || seen.has(policy5)) continue;
        seen.add(policy5);
        yield {
          at: policy5.root.get("spec", "egress")?.keyPlace ?? policy5.root.get("spec", "policyTypes")?.keyPlace ?? policy5.root,
          message: `By the declared policies, pods of the ${workload.kind} ${nameOf(workload)} exchange tokens and may not reach TCP 443 outside the cluster.`,
          related: [{ at: workload.metadata.nameField ?? workload.root, note: "pods that exchange tokens" }]
        };
      }
    }
  }
});
function exchangesTokens(template) {
  if (!isLabelled(template) || template.spec.get("hostNetwork")?.value === true) return false;
  if (entryOf(template.metadata.annotations, identityKeys.useBinding)) return false;
  return !template.containers.some(
    (container) => container.field.get("envFrom") || container.environment.some(({ name }) => /^https?_proxy$/i.test(name))
  );
}
function blockerOf(world, policies, pods16) {
  const selecting = policies.filter((policy5) => selectsPods(world, policy5, pods16) !== "no");
  const open = selecting.some(
    (policy5) => policy5.egress.some((rule100) => allowsPort(rule100, 443) !== "no" && (rule100.everywhere || rule100.addresses.length > 0))
  );
  return open ? void 0 : selecting.find((policy5) => selectsPods(world, policy5, pods16) === "yes");
}
var { account: account9, deployment: deployment2, policy: policy2, exceptMetadata } = egressExamples;
var nameServiceOnly = (mark59 = "") => `  egress:${mark59}
    - to:
        - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
      ports:
        - {protocol: UDP, port: 53}
        - {protocol: TCP, port: 53}
`;
var examples37 = defineExamples({
  bad: [
    {
      title: "The name service only",
      files: {
        "orders.yaml": account9 + deployment2(""),
        "policy.yaml": policy2("egress", nameServiceOnly(" #~ identity-egress-blocked"))
      }
    },
    {
      title: "Nothing at all",
      files: {
        "orders.yaml": account9 + deployment2(""),
        "policy.yaml": policy2("egress", "").replace("[Egress]\n", "[Egress] #~ identity-egress-blocked\n")
      }
    }
  ],
  good: [
    {
      title: "A second policy lets it through",
      files: {
        "orders.yaml": account9 + deployment2(""),
        "policies.yaml": `${policy2("egress", nameServiceOnly())}---
${policy2("internet", `${exceptMetadata}      ports: [{protocol: TCP, port: 443}]
`)}`
      }
    },
    {
      title: "A policy for other pods",
      files: {
        "orders.yaml": account9 + deployment2(""),
        "policies.yaml": `${policy2("egress", exceptMetadata, "\n    matchLabels: {app: orders}")}---
${policy2("closed", "", "\n    matchLabels: {app: report}")}`
      }
    }
  ]
});

// src/rules/network/imds-reachable.ts
var endpoint = "169.254.169.254";
var rule38 = defineRule({
  id: "imds-reachable",
  title: "Pods may reach the instance metadata endpoint",
  group: "Cluster rights and network",
  why: `Any pod that reaches ${endpoint} can get tokens of the identities of its node. Policies add up: one rule that lets traffic to everywhere opens what another one closes. Whether a policy is enforced at all depends on the network engine of the cluster, so this is about what is declared.`,
  remedy: `Except ${endpoint}/32 from every block that holds it, or restrict the endpoint for the cluster (az aks update --enable-imds-restriction).`,
  severity: "warning",
  sources: [
    "kubernetes/website docs/concepts/services-networking/network-policies.md",
    "MicrosoftDocs/azure-aks-docs imds-restriction.md"
  ],
  *check(world) {
    const users = identityUsers(world);
    if (users.length === 0 || networkPoliciesOf(world).length === 0) return;
    const policies = networkPoliciesOf(world).filter((policy5) => policy5.restrictsEgress);
    if (policies.length === 0) yield* withoutEgressPolicy(world, users);
    else yield* openWays(world, policies, users);
  }
});
function identityUsers(world) {
  return [
    ...world.serviceAccounts.filter((account18) => account18.clientId?.text),
    ...world.workloads.filter((workload) => workload.templates.some(isLabelled))
  ].filter(({ namespace: namespace2 }) => !isClusterNamespace(literalOf(namespace2)));
}
function* withoutEgressPolicy(world, users) {
  const [first] = users;
  if (!first || hasForeignPolicies(world)) return;
  yield {
    at: first.metadata.nameField ?? first.root,
    message: `No declared NetworkPolicy restricts egress, so that pods that use identities may reach ${endpoint}.`,
    severity: "note"
  };
}
function* openWays(world, policies, users) {
  const byBlock = /* @__PURE__ */ new Map();
  for (const pods16 of judgedPods(world, users)) {
    const way = wayOut(world, policies, pods16);
    if (!way) continue;
    if (way.cidr) {
      const known = byBlock.get(way.cidr.node) ?? { cidr: way.cidr, pods: [] };
      known.pods.push(pods16.workload);
      byBlock.set(way.cidr.node, known);
    } else yield observeWorkload(pods16.workload, way.rule);
  }
  for (const { cidr, pods: pods16 } of byBlock.values()) {
    const [first] = pods16;
    yield {
      at: cidr,
      message: `By the declared policies, ${cidr.text} lets pods of ${first ? nameOf(first) : ""}${pods16.length > 1 ? ` and ${pods16.length - 1} more` : ""} reach ${endpoint}.`
    };
  }
}
function judgedPods(world, users) {
  return world.workloads.filter(
    (workload) => !isClusterNamespace(literalOf(workload.namespace)) && users.some(
      (user) => compareNamespaces(user, workload) === "same" && world.sees(user.manifest, workload.manifest)
    )
  ).flatMap((workload) => workload.templates.map((template) => ({ workload, template }))).filter(({ template }) => template.complete && template.spec.get("hostNetwork")?.value !== true);
}
function wayOut(world, policies, pods16) {
  let selected = false;
  for (const policy5 of policies) {
    const certainty = selectsPods(world, policy5, pods16);
    if (certainty === "no") continue;
    selected = true;
    if (certainty === "unknown") continue;
    for (const rule100 of policy5.egress) {
      const { certainty: open, cidr } = openingTo(rule100, endpoint, 80);
      if (open === "yes") return { cidr, rule: rule100 };
    }
  }
  const absent = !selected && world.complete && !world.guessed && !hasForeignPolicies(world);
  return absent ? { cidr: void 0, rule: void 0 } : void 0;
}
function observeWorkload(workload, opening) {
  const why = opening ? "a rule without peers lets its pods" : "no policy for egress selects its pods, which may";
  return {
    at: workload.metadata.nameField ?? workload.root,
    message: `By the declared policies, the ${workload.kind} ${nameOf(workload)} is not kept from ${endpoint}: ${why} reach it.`,
    ...opening && { related: [{ at: opening.field, note: "the rule without peers" }] }
  };
}
var { account: account10, deployment: deployment3, policy: policy3, everything: everything2, exceptMetadata: exceptMetadata2 } = egressExamples;
var mark24 = " #~ imds-reachable";
var examples38 = defineExamples({
  bad: [
    {
      title: "A second policy opens what the first one closes",
      files: {
        "orders.yaml": account10 + deployment3(""),
        "policies.yaml": `${policy3("egress", exceptMetadata2)}---
${policy3("internet", everything2(mark24))}`
      }
    },
    {
      title: "Pods that no policy selects",
      files: {
        "orders.yaml": account10 + deployment3(""),
        "worker.yaml": deployment3(mark24, "worker", false),
        "policies.yaml": policy3("egress", exceptMetadata2, "\n    matchLabels: {app: orders}")
      }
    },
    {
      title: "Policies that restrict ingress only",
      files: {
        "orders.yaml": account10.replace("name: orders", `name: orders${mark24}`) + deployment3(""),
        "policies.yaml": policy3("ingress", "").replace("[Egress]", "[Ingress]")
      }
    }
  ],
  good: [
    {
      title: "The endpoint is an exception",
      files: { "orders.yaml": account10 + deployment3(""), "policies.yaml": policy3("egress", exceptMetadata2) }
    },
    {
      title: "Pods of the network of their node",
      files: {
        "orders.yaml": account10 + deployment3(""),
        "agent.yaml": deployment3("", "agent", false).replace("    spec:\n", "    spec:\n      hostNetwork: true\n"),
        "policies.yaml": policy3("egress", exceptMetadata2, "\n    matchLabels: {app: orders}")
      }
    }
  ]
});

// src/rules/network/network-policy-cidr-invalid.ts
var rule39 = defineRule({
  id: "network-policy-cidr-invalid",
  title: "An address block of a network policy is not valid",
  group: "Cluster rights and network",
  why: "The API server refuses the whole policy, so that what it should block stays open. A comment without a space before its # is part of the value.",
  remedy: "Write an address, a slash and the number of bits, such as 10.0.0.0/8; exceptions must lie within the block.",
  severity: "error",
  sources: ["kubernetes/kubernetes pkg/apis/networking/validation/validation.go, ValidateIPBlock"],
  *check(world) {
    for (const policy5 of networkPoliciesOf(world)) {
      for (const peer of policy5.addresses) {
        for (const { at, fault } of faultsOf2(peer)) {
          yield { at, message: `In the NetworkPolicy ${nameOf(policy5)}, "${at.text}" ${fault}.` };
        }
      }
    }
  }
});
function faultsOf2({ cidr, excepts }) {
  if (cidr?.text === void 0 || hasPlaceholder(cidr.text)) return [];
  const block = parseBlock(cidr.text);
  const faults = block ? [] : [{ at: cidr, fault: faultOfText(cidr.text) }];
  return [...faults, ...excepts.flatMap((except) => faultOfException(except, block, cidr.text))];
}
function faultOfException(except, outer, cidr) {
  if (except.text === void 0 || hasPlaceholder(except.text)) return [];
  const inner = parseBlock(except.text);
  if (!inner) return [{ at: except, fault: faultOfText(except.text) }];
  return outer && !isStrictlyWithin(inner, outer) ? [{ at: except, fault: `is an exception that is not a smaller part of ${cidr}` }] : [];
}
function faultOfText(text) {
  if (text.includes("#")) return "is not an address block: without a space before it, # begins no comment";
  return parseBlock(`${text}/32`) || parseBlock(`${text}/128`) ? "is an address without the number of bits" : "is not an address block";
}
var policy4 = (block) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: no-metadata
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to:
        - ipBlock:
${block}`;
var mark25 = " #~ network-policy-cidr-invalid";
var examples39 = defineExamples({
  bad: [
    {
      title: "A comment without a space before it",
      files: { "policy.yaml": policy4(`            cidr: 10.10.0.0/0#example${mark25}
`) }
    },
    { title: "An address alone", files: { "policy.yaml": policy4(`            cidr: 10.0.0.1${mark25}
`) } },
    {
      title: "An exception outside",
      files: {
        "policy.yaml": policy4(`            cidr: 10.0.0.0/8
            except:
              - 169.254.169.254/32${mark25}
`)
      }
    }
  ],
  good: [
    {
      title: "An exception inside",
      files: {
        "policy.yaml": policy4(`            cidr: 0.0.0.0/0
            except:
              - 169.254.169.254/32
`)
      }
    },
    {
      title: "IPv6",
      files: { "policy.yaml": policy4('            cidr: "fd00::/8"\n            except: ["fd00:1::/32"]\n') }
    },
    { title: "Filled in later", files: { "policy.yaml": policy4("            cidr: ${VNET_CIDR}\n") } }
  ]
});

// src/rules/pipeline/pipeline-client-secret.ts
var rule40 = defineRule({
  id: "pipeline-client-secret",
  title: "A pipeline signs in with a stored client secret",
  group: "Pipelines",
  why: "A stored secret expires on a day that nobody remembers, is valid from anywhere, and leaks with a log line or a fork of a workflow. A federated credential needs no secret, and is accepted from this pipeline alone.",
  remedy: "Sign in with client-id, tenant-id and a federated credential for the subject of the job (GitHub), or through a service connection with workload identity federation (Azure Pipelines), and delete the secret.",
  severity: "warning",
  sources: [
    "Azure/login README (OIDC)",
    "hashicorp/terraform-provider-azurerm guides: service principal with OpenID Connect"
  ],
  *checkRepository({ pipelines }) {
    for (const { name, logins } of pipelines.flatMap((pipeline) => pipeline.jobs)) {
      for (const login2 of logins) {
        if (login2.kind !== "client-secret") continue;
        yield { at: login2.at, message: `The job ${name} signs in with a stored client secret (${login2.by}).` };
      }
    }
  }
});
var path2 = ".github/workflows/deploy.yml";
var workflow = (step) => `on:
  push:
    branches: [main]
permissions:
  id-token: write
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
${step}`;
var mark26 = " #~ pipeline-client-secret";
var examples40 = defineExamples({
  bad: [
    {
      title: "azure/login with a service principal as JSON",
      files: {
        [path2]: workflow(`      - uses: azure/login@v2${mark26}
        with:
          creds: \${{ secrets.AZURE_CREDENTIALS }}
`)
      }
    },
    {
      title: "Terraform",
      files: {
        [path2]: workflow(`      - run: terraform apply -auto-approve
        env:
          ARM_CLIENT_ID: \${{ vars.AZURE_CLIENT_ID }}
          ARM_CLIENT_SECRET: \${{ secrets.AZURE_CLIENT_SECRET }}${mark26}
`)
      }
    },
    {
      title: "An Azure pipeline",
      files: {
        "azure-pipelines.yml": `trigger: [main]
steps:
  - script: terraform apply -auto-approve
    env:
      ARM_CLIENT_ID: $(armClientId)
      ARM_CLIENT_SECRET: $(armClientSecret)${mark26}
`
      }
    }
  ],
  good: [
    {
      title: "Ids beside it: the secret is ignored, and OIDC is used",
      files: {
        [path2]: workflow(`      - uses: azure/login@v2
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
          creds: \${{ secrets.AZURE_CREDENTIALS }}
`)
      }
    },
    {
      title: "Azure Stack knows no OIDC",
      files: {
        [path2]: workflow(`      - uses: azure/login@v2
        with:
          environment: azurestack
          creds: \${{ secrets.AZURE_CREDENTIALS }}
`)
      }
    },
    {
      title: "A service connection",
      files: {
        "azure-pipelines.yml": `trigger: [main]
steps:
  - task: AzureCLI@2
    inputs:
      azureSubscription: prod
      scriptType: bash
      scriptLocation: inlineScript
      inlineScript: az group list
`
      }
    }
  ]
});

// src/rules/pipeline/pipeline-fork-cannot-login.ts
var rule41 = defineRule({
  id: "pipeline-fork-cannot-login",
  title: "Pull requests from forks cannot sign in",
  group: "Pipelines",
  why: "For a pull request from a fork GitHub gives neither a token with `id-token: write` nor secrets. The job fails for every outside contributor, and looks as if their change were at fault. In a repository that nobody forks this does not matter.",
  remedy: "Skip the job for forks: `if: github.event.pull_request.head.repo.full_name == github.repository`. Never use pull_request_target for it, which runs with the rights of the repository.",
  severity: "note",
  sources: ["github/docs content/actions/reference/workflows-and-actions/workflow-syntax.md (permissions, forks)"],
  *checkRepository({ pipelines }) {
    for (const job2 of pipelines.flatMap((pipeline) => pipeline.jobs)) {
      const login2 = job2.logins.find(
        ({ subjects }) => subjects.some(({ event, fork, certain }) => event === "pull_request" && fork && certain)
      );
      if (login2) {
        yield {
          at: login2.at,
          message: `The job ${job2.name} signs in with ${login2.by} on pull requests; those from forks get no token and no secret.`
        };
      }
    }
  }
});
var path3 = ".github/workflows/preview.yml";
var workflow2 = (condition, mark59 = "", events = "pull_request") => `on: ${events}
permissions:
  id-token: write
jobs:
  preview:
${condition}    runs-on: ubuntu-latest
    steps:
      - uses: azure/login@v2${mark59}
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
`;
var examples41 = defineExamples({
  bad: [
    { title: "Every pull request", files: { [path3]: workflow2("", " #~ pipeline-fork-cannot-login") } },
    {
      title: "Among other events",
      files: {
        [path3]: workflow2("", " #~ pipeline-fork-cannot-login", "[merge_group, pull_request]").replace(
          "    runs-on",
          "    environment: preview\n    runs-on"
        )
      }
    }
  ],
  good: [
    {
      title: "Not for forks",
      files: { [path3]: workflow2("    if: github.event.pull_request.head.repo.full_name == github.repository\n") }
    },
    {
      title: "The same, told by the property",
      files: { [path3]: workflow2(`    if: \${{ !github.event.pull_request.head.repo.fork }}
`) }
    },
    {
      title: "A condition that only the repository can decide",
      files: { [path3]: workflow2("    if: vars.PREVIEWS == 'on'\n") }
    }
  ]
});

// src/rules/pipeline/pipeline-merge-queue-subject.ts
var rule42 = defineRule({
  id: "pipeline-merge-queue-subject",
  title: "A merge-queue job signs in without an environment",
  group: "Pipelines",
  why: "In a merge queue the subject of a job without an environment names the temporary branch of the entry, `ref:refs/heads/gh-readonly-queue/…`. It is another one each time, and a federated credential trusts exact subjects only: the sign-in fails with AADSTS700213, and the queue stands still.",
  remedy: "Give the job an environment whose subject a credential trusts, or leave Azure out of merge-queue runs (`if: github.event_name != 'merge_group'`).",
  severity: "warning",
  sources: ["Azure/azure-cli issue 32816", "github/docs content/actions/reference/security/oidc.md"],
  *checkRepository({ pipelines }) {
    for (const job2 of pipelines.flatMap((pipeline) => pipeline.jobs)) {
      const login2 = job2.logins.find(
        ({ kind, subjects }) => kind === "oidc" && subjects.some((subject) => subject.kind === "merge-queue")
      );
      if (!login2) continue;
      yield {
        at: login2.at,
        message: `The job ${job2.name} signs in with ${login2.by} in the merge queue and has no environment: its subject is ref:refs/heads/gh-readonly-queue/…, another one for each entry.`
      };
    }
  }
});
var workflow3 = (job2, mark59 = "", events = "[merge_group]") => `name: integration
on: ${events}
permissions:
  id-token: write
jobs:
  integration:
    runs-on: ubuntu-latest
${job2}    steps:
      - uses: azure/login@v2${mark59}
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
`;
var path4 = ".github/workflows/integration.yml";
var examples42 = defineExamples({
  bad: [
    { title: "No environment", files: { [path4]: workflow3("", " #~ pipeline-merge-queue-subject") } },
    {
      title: "Among other events",
      files: { [path4]: workflow3("", " #~ pipeline-merge-queue-subject", "[push, merge_group]") }
    },
    {
      title: "Beside a branch that a credential trusts",
      files: {
        [path4]: workflow3("", " #~ pipeline-merge-queue-subject", "{push: {branches: [main]}, merge_group: }"),
        ".git/config": '[remote "origin"]\n	url = https://github.com/contoso/shop.git\n',
        "identity/credential.yaml": `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata:
  name: shop-main
  namespace: shop
spec:
  owner:
    name: deployer
  audiences: [api://AzureADTokenExchange]
  issuer: https://token.actions.githubusercontent.com
  subject: repo:contoso/shop:ref:refs/heads/main
`
      }
    }
  ],
  good: [
    { title: "An environment", files: { [path4]: workflow3("    environment: integration\n") } },
    { title: "Not in the queue", files: { [path4]: workflow3("    if: github.event_name != 'merge_group'\n") } }
  ]
});

// src/rules/pipeline/declared-subjects.ts
var subjectForm = /^repo:([^/:@]+)(?:@[^/:@]+)?\/([^/:@]+)(?:@[^/:@]+)?(?::|\/:?)(.*)$/s;
var defaultContext = /^(?:environment:[^:]+|ref:refs\/(?:heads|tags)\/[^:]+|pull_request)$/;
var githubIssuer = /^https:\/\/(?:token\.actions\.[^/]+(?:\/[^/]*)?|[^/]+\/_services\/token)\/?$/i;
function githubCredentials({ credentials }) {
  return credentials.flatMap((credential5) => {
    const { subject } = credential5;
    if (!subject || !isForGitHub(credential5, subject)) return [];
    const [, owner, name, context] = subjectForm.exec(certainText(subject) ?? "") ?? [];
    const repository = owner && name ? `${owner}/${name}` : void 0;
    return [{ credential: credential5, subject, repository, context }];
  });
}
function isForGitHub({ issuer }, subject) {
  const known = issuer && literalOf(issuer.text);
  return known === void 0 ? subject.text.pieces[0].startsWith("repo:") : githubIssuer.test(known);
}
function hasOtherForms(repository) {
  const flexible = repository.credentials.some(
    ({ claimsMatchingExpression, issuer }) => claimsMatchingExpression && githubIssuer.test((issuer && literalOf(issuer.text)) ?? "https://token.actions.x")
  );
  return flexible || githubCredentials(repository).some(isCustom);
}
function isCustom(item) {
  const known = certainText(item.subject);
  if (known === void 0 || mendedSubject(known) !== known) return false;
  return !(item.context !== void 0 && defaultContext.test(item.context));
}
function mendedSubject(subject) {
  return subject.replace(/^(repo:[^/:]+\/[^/:]+)\/:?(?=environment:|ref:|pull[_-]request$)/, "$1:").replace(/^(repo:[^:]+:)pull-request$/, "$1pull_request").replace(/^(repo:[^:]+:ref:refs\/)(head|tag)\//, "$1$2s/");
}
function certainText({ text, loose }) {
  return loose ? void 0 : literalOf(text);
}
function mayBe({ text, loose }, other5) {
  return compareTexts(text, other5) !== "different" || loose !== void 0 && compareTexts(loose, other5) !== "different";
}
function mayServe({ clientId: clientId2 }, login2) {
  return !clientId2 || !login2.clientId || compareTexts(clientId2.text, login2.clientId) !== "different";
}
function identityKey(credential5) {
  const clientId2 = credential5.clientId && literalOf(credential5.clientId.text);
  if (clientId2) return clientId2.toLowerCase();
  return credential5.identity && `${declarationScope(credential5)}
${writtenText(credential5.identity.text)}`;
}

// src/rules/pipeline/pipeline-pull-request-can-deploy.ts
var rule43 = defineRule({
  id: "pipeline-pull-request-can-deploy",
  title: "One identity serves pull requests and deployments",
  group: "Pipelines",
  why: "The subject `pull_request` names no branch and no reviewer: any workflow of any pull request of the repository can present it, in a version that the author of the pull request wrote. An identity that also deploys gives its rights away before the review.",
  remedy: "Give pull requests an identity of their own that may only read, and keep environments and branches on the one that deploys.",
  severity: "warning",
  sources: ["github/docs content/actions/reference/security/oidc.md (subject claims)"],
  *checkRepository(repository) {
    const declared = [...ofCredentials(repository)];
    if (declared.length > 0) yield* declared;
    else yield* ofJobs(repository.pipelines);
  }
});
function* ofCredentials(repository) {
  const credentials = githubCredentials(repository);
  for (const item of credentials) {
    if (item.context !== "pull_request") continue;
    const key = identityKey(item.credential);
    const other5 = credentials.find(
      (candidate) => isDeployment(candidate, item) && identityKey(candidate.credential) === key
    );
    if (key === void 0 || !other5) continue;
    yield {
      at: item.subject.at,
      message: `The identity that trusts ${writtenText(item.subject.text)} also trusts ${writtenText(other5.subject.text)}: any pull request of ${item.repository} gets its rights.`,
      related: [{ at: other5.subject.at, note: "the same identity" }]
    };
  }
}
function isDeployment(candidate, { repository }) {
  if (candidate.repository?.toLowerCase() !== repository?.toLowerCase()) return false;
  return candidate.context?.startsWith("environment:") === true || candidate.context?.startsWith("ref:") === true;
}
function* ofJobs(pipelines) {
  const all = pipelines.flatMap(({ jobs }) => jobs.flatMap(loginsOf));
  for (const one2 of all) {
    const other5 = presents(one2.login, /^pull_request$/) && all.find((candidate) => deploysAs(candidate, one2));
    if (!other5) continue;
    yield {
      at: one2.login.at,
      message: `The job ${one2.job.name} signs in on pull requests as ${writtenText(one2.id)}, and ${other5.job.name} in ${other5.job.field.manifest.source.path} deploys as the same identity.`,
      related: [{ at: other5.login.at, note: "the same identity" }]
    };
  }
}
function loginsOf(job2) {
  return job2.logins.flatMap(
    (login2) => login2.kind === "oidc" && login2.clientId ? [{ job: job2, login: login2, id: login2.clientId }] : []
  );
}
function deploysAs(candidate, { job: job2, id: id7 }) {
  if (writtenText(candidate.id) !== writtenText(id7)) return false;
  if (literalOf(id7) !== void 0) return presents(candidate.login, /^(?:environment|ref)$/);
  return candidate.job.callers.length === 0 && job2.callers.length === 0 && presents(candidate.login, /^ref$/);
}
function presents({ subjects }, kind) {
  return subjects.some((subject) => kind.test(subject.kind) && subject.certain);
}
var credential3 = (name, subject, identity3, mark59 = "") => `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata:
  name: ${name}
  namespace: shop
spec:
  owner:
    name: ${identity3}
  audiences: [api://AzureADTokenExchange]
  issuer: https://token.actions.githubusercontent.com
  subject: ${subject}${mark59}
`;
var login = (clientId2, mark59 = "") => `    steps:
      - uses: azure/login@v2${mark59}
        with:
          client-id: ${clientId2}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
`;
var head = "permissions:\n  id-token: write\njobs:\n";
var guard = "    if: github.event.pull_request.head.repo.full_name == github.repository\n";
var workflows = (preview, deploy, environment = "", mark59 = "") => ({
  ".github/workflows/preview.yml": `on: pull_request
${head}  preview:
    runs-on: ubuntu-latest
${guard}${login(preview, mark59)}`,
  ".github/workflows/deploy.yml": `on:
  push:
    branches: [main]
${head}  deploy:
    runs-on: ubuntu-latest
${environment}${login(deploy)}`
});
var call = (secret3) => `    uses: ./.github/workflows/sign-in.yml
    secrets:
      CLIENT_ID: \${{ secrets.${secret3} }}
`;
var mark27 = " #~ pipeline-pull-request-can-deploy";
var id5 = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var examples43 = defineExamples({
  bad: [
    {
      title: "Credentials of one identity",
      files: {
        "identity/credentials.yaml": [
          credential3("pull-request", "repo:contoso/shop:pull_request", "deployer", mark27),
          credential3("production", "repo:contoso/shop:environment:production", "deployer")
        ].join("---\n")
      }
    },
    { title: "Jobs with one client id", files: workflows(id5, id5, "    environment: production\n", mark27) },
    {
      title: "Jobs with one variable of the repository",
      files: workflows("${{ vars.AZURE_CLIENT_ID }}", "${{vars.AZURE_CLIENT_ID}}", "", mark27)
    },
    {
      title: "One job for both",
      files: {
        ".github/workflows/both.yml": `on:
  push:
    branches: [main]
  pull_request:
${head}  both:
    runs-on: ubuntu-latest
    if: github.event_name == 'push' || !github.event.pull_request.head.repo.fork
${login(id5, mark27)}`
      }
    }
  ],
  good: [
    {
      title: "Each caller passes a secret of its own",
      files: {
        ".github/workflows/sign-in.yml": `on: workflow_call
${head}  sign-in:
    runs-on: ubuntu-latest
${login("${{ secrets.CLIENT_ID }}")}`,
        ".github/workflows/preview.yml": `on: pull_request
${head}  preview:
${guard}${call("READER")}`,
        ".github/workflows/deploy.yml": `on:
  push:
    branches: [main]
${head}  deploy:
${call("DEPLOYER")}`
      }
    },
    {
      title: "An identity of its own",
      files: {
        "identity/credentials.yaml": [
          credential3("pull-request", "repo:contoso/shop:pull_request", "reader"),
          credential3("production", "repo:contoso/shop:environment:production", "deployer")
        ].join("---\n")
      }
    },
    {
      title: "An environment may hold another id under the same name",
      files: workflows(
        "${{ vars.AZURE_CLIENT_ID }}",
        "${{ vars.AZURE_CLIENT_ID }}",
        "    environment: production\n"
      )
    },
    { title: "Two client ids", files: workflows(id5, "7c0d3a64-9c1c-4f6a-9f0e-52f1f2a4b6d8") }
  ]
});

// src/rules/pipeline/connection-subjects.ts
function* connectionObservations({ credentials, pipelines }) {
  const declared = credentials.flatMap(({ subject }) => {
    const name = subject && /^sc:\/\/[^/]+\/[^/]+\/(.+)$/s.exec(certainText(subject) ?? "")?.[1];
    return subject && name ? [{ name, subject }] : [];
  });
  if (declared.length === 0) return;
  const used3 = pipelines.flatMap(({ jobs }) => jobs.flatMap(({ logins }) => logins)).flatMap(namedConnection);
  const unused = declared.filter(({ name }) => !used3.some((item) => item.name === name));
  for (const { name, login: login2 } of used3) {
    if (declared.some((item) => item.name === name)) continue;
    const near = unused.find((item) => isNear2(item.name, name));
    if (!near) continue;
    yield {
      at: login2.at,
      message: `The service connection "${name}" is not covered by the declared credentials; one is declared for "${near.name}", and every character counts.`,
      confidence: "medium",
      related: [{ at: near.subject.at, note: `declared: ${certainText(near.subject)}` }]
    };
  }
}
function namedConnection(login2) {
  const name = login2.connection && literalOf(login2.connection);
  return name ? [{ name, login: login2 }] : [];
}
function isNear2(a, b) {
  const plain3 = (name) => name.toLowerCase().replace(/[\s_-]/g, "");
  if (plain3(a) === plain3(b)) return true;
  const digits = (name) => name.replace(/\D/g, "");
  return a.length > 4 && digits(a) === digits(b) && editDistance(a, b, 1) === 1;
}

// src/rules/pipeline/covered-subjects.ts
function uncoveredSubjects({ subjects }, possible) {
  const judged = subjects.filter(({ kind }) => kind !== "merge-queue");
  const uncovered = judged.filter((subject) => !possible.some((item) => covers(item, subject)));
  return uncovered.length === subjects.length ? uncovered : uncovered.filter(({ certain }) => certain);
}
function covers({ subject }, { text, immutable: immutable3 }) {
  const written2 = certainText(subject);
  const declared = written2 === void 0 ? subject : { ...subject, text: literalText(mendedSubject(written2)) };
  return mayBe(declared, text) || immutable3 !== void 0 && mayBe(declared, immutable3);
}
function nearestCredential(subject, own) {
  const [any] = own;
  const texts = [subject.text, subject.immutable].map((text) => (text && literalOf(text))?.toLowerCase());
  const inCase = own.find((item) => {
    const context = literalOf(subject.context)?.toLowerCase();
    return texts.includes(certainText(item.subject)?.toLowerCase()) || item.context?.toLowerCase() === context;
  });
  if (inCase) return [inCase, ": they differ in letter case, which counts"];
  const environment = own.find(({ context }) => context?.startsWith("environment:"));
  if (subject.kind !== "environment" && environment) {
    return [environment, `: they name ${environment.context}, and this job has no environment`];
  }
  const branch = own.find(({ context }) => context?.startsWith("ref:") || context === "pull_request");
  if (subject.kind === "environment" && branch && !environment) {
    return [branch, `: they name ${branch.context}, and a job with an environment presents the environment instead`];
  }
  return [any, ""];
}

// src/rules/pipeline/pipeline-subject-undeclared.ts
var rule44 = defineRule({
  id: "pipeline-subject-undeclared",
  title: "The subject of a job is not covered by the declared credentials",
  group: "Pipelines",
  why: "Entra compares the subject of the token with those of the federated credentials byte for byte. When none is the same, the sign-in fails with AADSTS700213, or AADSTS7002138 when only the letter case differs. An environment replaces the branch in the subject, whatever starts the run.",
  remedy: "Declare a federated credential for the subject that the job presents, or change what decides it: the environment, the event, the branch.",
  severity: "warning",
  sources: [
    "github/docs content/actions/reference/security/oidc.md",
    "Azure/login issues 178, 379, 464, 482, 515 and 517",
    "azure-devops-docs docs/pipelines/release/troubleshoot-workload-identity.md"
  ],
  *checkRepository(repository) {
    const credentials = githubCredentials(repository);
    for (const item of credentials) yield* impossibleForm(item);
    yield* connectionObservations(repository);
    if (hasOtherForms(repository)) return;
    for (const pipeline of repository.pipelines) yield* uncoveredJobs(pipeline, credentials);
  }
});
function* impossibleForm({ subject }) {
  const written2 = certainText(subject);
  const mended = written2 === void 0 ? void 0 : mendedSubject(written2);
  if (written2 === void 0 || mended === written2) return;
  yield {
    at: subject.at,
    message: `No token of GitHub ever has the subject "${written2}".`,
    remedy: `Write ${mended}.`,
    severity: "error"
  };
}
function* uncoveredJobs({ repository, jobs }, all) {
  if (repository === void 0) return;
  for (const job2 of jobs) {
    const seen = /* @__PURE__ */ new Set();
    for (const login2 of job2.logins.filter(({ kind }) => kind === "oidc")) {
      const own = all.filter(
        (item) => item.repository?.toLowerCase() === repository.toLowerCase() && mayServe(item.credential, login2)
      );
      const possible = all.filter(({ credential: credential5 }) => mayServe(credential5, login2));
      const uncovered = uncoveredSubjects(login2, possible);
      const what = uncovered.map((subject) => writtenText(subject.context)).join(", ");
      if (own.length === 0 || uncovered.length === 0 || seen.has(what)) continue;
      seen.add(what);
      yield observe3(job2, login2, uncovered, own);
    }
  }
}
function observe3(job2, login2, uncovered, own) {
  const subjects = [...new Set(uncovered.map(({ text }) => writtenText(text)))];
  const [first] = uncovered;
  const [near, reason] = nearestCredential(first, own);
  return {
    at: first.kind === "environment" && job2.environment || login2.at,
    message: `The job ${job2.name} presents ${subjects.join(" and ")}, which is not covered by the declared credentials${reason}.`,
    related: [{ at: near.subject.at, note: `declared: ${writtenText(near.subject.text)}` }]
  };
}
var git = { ".git/config": '[remote "origin"]\n	url = https://github.com/contoso/shop.git\n' };
var credential4 = (subject, mark59 = "", name = "shop-deploy") => `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata:
  name: ${name}
  namespace: shop
spec:
  owner:
    name: deployer
  audiences: [api://AzureADTokenExchange]
  issuer: https://token.actions.githubusercontent.com
  subject: ${subject}${mark59}
`;
var workflow4 = (job2, mark59 = "") => `on:
  push:
    branches: [main]
permissions:
  id-token: write
jobs:
  deploy:
    runs-on: ubuntu-latest
${job2}    steps:
      - uses: azure/login@v2${mark59}
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
`;
var files = (subject, deploy) => ({
  ...git,
  "identity/credential.yaml": credential4(subject),
  ".github/workflows/deploy.yml": deploy
});
var pullRequests = (text) => text.replace("push:\n    branches: [main]", "pull_request:");
var production = "repo:contoso/shop:environment:production";
var main = "repo:contoso/shop:ref:refs/heads/main";
var mark28 = " #~ pipeline-subject-undeclared";
var byMatrix = `    strategy:
      matrix:
        target: [{name: dev}, {name: production}]
    environment: \${{ matrix.target.name }}${mark28}
`;
var examples44 = defineExamples({
  bad: [
    { title: "Another environment", files: files(production, workflow4(`    environment: prod${mark28}
`)) },
    { title: "A credential for the environment, and a job without one", files: files(production, workflow4("", mark28)) },
    {
      title: "A credential for the branch, and a job with an environment",
      files: files(main, workflow4(`    environment: production${mark28}
`))
    },
    {
      title: "The letter case of the owner",
      files: files("repo:Contoso/shop:ref:refs/heads/main", workflow4("", mark28))
    },
    { title: "One environment of a matrix", files: files(production, workflow4(byMatrix)) },
    {
      title: "A pull request with environments, and a credential for the branch alone",
      files: files(main, pullRequests(workflow4(byMatrix, " #~ pipeline-fork-cannot-login")))
    },
    { title: "One branch of two", files: files(main, workflow4("", mark28).replace("[main]", "[main, next]")) },
    {
      title: "Whatever a condition leaves",
      files: files(
        "repo:contoso/shop:ref:refs/heads/live",
        workflow4("    if: vars.DEPLOY == 'on'\n", mark28).replace("[main]", "[main, next]")
      )
    },
    {
      title: "Beside a job with a secret, which presents no subject",
      files: {
        ...files(production, workflow4(`    environment: prod${mark28}
`)),
        ".github/workflows/old.yml": `on: workflow_dispatch
jobs:
  old:
    runs-on: ubuntu-latest
    environment: old
    steps:
      - uses: azure/login@v2 #~ pipeline-client-secret
        with:
          creds: \${{ secrets.AZURE_CREDENTIALS }}
`
      }
    },
    {
      title: "A form that no token has, and the job it was meant for",
      files: {
        ...files("", workflow4("    environment: production\n")),
        "identity/credential.yaml": credential4("repo:contoso/shop/:environment:production", mark28)
      }
    },
    {
      title: "A form that no token has",
      files: {
        "identity/credential.yaml": credential4("repo:contoso/shop:pull-request", mark28),
        "identity/branch.yaml": credential4("repo:contoso/shop:ref:refs/head/main", mark28, "shop-branch"),
        "identity/slash.yaml": credential4("repo:contoso/shop/:environment:production", mark28, "shop-slash")
      }
    },
    {
      title: "A service connection in another letter case",
      files: {
        "identity/credential.yaml": credential4("sc://contoso/shop/Production").replace(
          /(?<=issuer: ).*/,
          "${AZURE_DEVOPS_ISSUER}"
        ),
        "azure-pipelines.yml": `trigger: [main]
steps:
  - task: AzureCLI@2
    inputs:
      azureSubscription: production${mark28}
      scriptPath: deploy.sh
`
      }
    }
  ],
  good: [
    { title: "The environment", files: files(production, workflow4("    environment: production\n")) },
    {
      title: "One of two credentials",
      files: {
        ...files(production, workflow4("    environment: production\n")),
        "identity/main.yaml": credential4(main, "", "shop-main")
      }
    },
    {
      title: "The immutable form",
      files: files("repo:contoso@1234/shop@5678:environment:production", workflow4("    environment: production\n"))
    },
    {
      title: "A colon in the name of the environment",
      files: files("repo:contoso/shop:environment:production%3Awest", workflow4('    environment: "production:west"\n'))
    },
    {
      title: "An environment that only a run knows",
      files: files(production, workflow4(`    environment: \${{ vars.ENVIRONMENT }}
`))
    },
    {
      title: "Credentials of another repository",
      files: files("repo:contoso/web:environment:production", workflow4("    environment: prod\n"))
    },
    {
      title: "A custom template of the organization",
      files: files("repo:contoso/shop:job_workflow_ref:contoso/ci/.github/workflows/x.yml@v1", workflow4(""))
    },
    {
      title: "A condition leaves the declared branch",
      files: files(main, workflow4("    if: github.ref == 'refs/heads/main'\n").replace("[main]", '["**"]'))
    },
    {
      title: "A condition may leave the declared branch",
      files: files(main, workflow4("    if: vars.DEPLOY == 'on'\n").replace("[main]", "[main, next]"))
    },
    {
      title: "An event whose subject nobody documents",
      files: files(main, workflow4("").replace("push:\n    branches: [main]", "pull_request_review:"))
    },
    {
      title: "Which credentials the repository has is declared elsewhere",
      files: { ...git, ".github/workflows/deploy.yml": workflow4("    environment: prod\n") }
    }
  ]
});

// src/rules/pipeline/pipeline-token-permission-missing.ts
var rule45 = defineRule({
  id: "pipeline-token-permission-missing",
  title: "A job that signs in with OIDC lacks the permission id-token: write",
  group: "Pipelines",
  why: 'Without `id-token: write` the runner gives the job no token at all, and the sign-in fails ("Unable to get ACTIONS_ID_TOKEN_REQUEST_URL"). The permissions of a job replace those of its workflow, and a called workflow can never have more than its caller grants.',
  remedy: "Write `id-token: write` beside the other permissions of the job.",
  severity: "error",
  sources: [
    "github/docs content/actions/reference/workflows-and-actions/workflow-syntax.md (permissions)",
    "actions/toolkit issue 952"
  ],
  *checkRepository({ pipelines }) {
    for (const job2 of pipelines.flatMap((pipeline) => pipeline.jobs)) {
      if (job2.permission.granted !== false) continue;
      const login2 = job2.logins.find(({ kind, subjects }) => kind === "oidc" && subjects.length > 0);
      if (login2) yield observe4(job2, login2);
    }
  }
});
function observe4(job2, login2) {
  const { at } = job2.permission;
  const [caller2] = job2.callers;
  const called = caller2 ? `, which ${caller2.key} in ${caller2.manifest.source.path} calls,` : "";
  const byCall = at?.key === "uses";
  return {
    at: at && !byCall ? at.keyPlace : at ?? login2.at,
    message: `The job ${job2.name}${called} signs in with ${login2.by}, and its effective permissions hold no id-token: write.`,
    ...byCall && { remedy: "Write permissions with `id-token: write` at the job that calls the workflow." },
    ...at && { related: [{ at: login2.at, note: "the step that signs in" }] }
  };
}
var steps = (mark59 = "") => `    steps:
      - uses: actions/checkout@v5
      - uses: azure/login@v2${mark59}
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
          subscription-id: \${{ vars.AZURE_SUBSCRIPTION_ID }}
`;
var workflow5 = (permissions, jobPermissions, mark59 = "") => `name: deploy
on:
  push:
    branches: [main]
${permissions}jobs:
  deploy:
    runs-on: ubuntu-latest
${jobPermissions}${steps(mark59)}`;
var granted = "permissions:\n  contents: read\n  id-token: write\n";
var mark29 = " #~ pipeline-token-permission-missing";
var reusable = (permissions) => `name: release
on:
  workflow_call:
jobs:
  release:
    runs-on: ubuntu-latest
${permissions}${steps()}`;
var caller = (permissions, callMark = "") => `name: deploy
on:
  push:
    branches: [main]
jobs:
  release:
${permissions}    uses: ./.github/workflows/release.yml${callMark}
`;
var path5 = ".github/workflows/deploy.yml";
var examples45 = defineExamples({
  bad: [
    {
      title: "The permissions of the job replace those of the workflow",
      files: { [path5]: workflow5(granted, `    permissions:${mark29}
      contents: read
`) }
    },
    { title: "No permissions at all", files: { [path5]: workflow5("", "", mark29) } },
    { title: "Everything may be read", files: { [path5]: workflow5(`permissions: read-all${mark29}
`, "") } },
    {
      title: "The caller of a reusable workflow grants nothing",
      files: {
        [path5]: caller("", mark29),
        ".github/workflows/release.yml": reusable("    permissions:\n      id-token: write\n")
      }
    },
    {
      title: "Terraform signs in by itself",
      files: {
        [path5]: `on: workflow_dispatch
permissions: {}${mark29}
jobs:
  apply:
    runs-on: ubuntu-latest
    env:
      ARM_USE_OIDC: true
      ARM_CLIENT_ID: \${{ vars.AZURE_CLIENT_ID }}
    steps:
      - run: terraform apply -auto-approve
`
      }
    },
    {
      title: "After a sign-in with a secret",
      files: {
        [path5]: `on: workflow_dispatch
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: azure/login@v2 #~ pipeline-client-secret
        with:
          creds: \${{ secrets.AZURE_CREDENTIALS }}
      - uses: azure/login@v2${mark29}
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
`
      }
    },
    {
      title: "In an action of the repository",
      files: {
        [path5]: `on: workflow_dispatch
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: ./actions/sign-in${mark29}
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
`,
        "actions/sign-in/action.yml": `name: sign in
runs:
  using: composite
  steps:
    - uses: Azure/login@v2
      with:
        client-id: \${{ inputs.client-id }}
`
      }
    }
  ],
  good: [
    { title: "At the workflow", files: { [path5]: workflow5(granted, "") } },
    {
      title: "At the job",
      files: { [path5]: workflow5("permissions: {}\n", "    permissions:\n      id-token: write\n") }
    },
    { title: "Everything may be written", files: { [path5]: workflow5("permissions: write-all\n", "") } },
    {
      title: "The caller grants it",
      files: {
        [path5]: caller("    permissions:\n      id-token: write\n"),
        ".github/workflows/release.yml": reusable("")
      }
    },
    {
      title: "A reusable workflow whose callers are elsewhere",
      files: { ".github/workflows/release.yml": reusable("") }
    },
    {
      title: "The identity of the runner itself",
      files: {
        [path5]: `on: workflow_dispatch
jobs:
  deploy:
    runs-on: [self-hosted]
    steps:
      - uses: azure/login@v2
        with:
          auth-type: IDENTITY
          client-id: \${{ vars.AZURE_CLIENT_ID }}
`
      }
    },
    {
      title: "A step that no event of the workflow runs",
      files: {
        [path5]: workflow5("", "").replace(
          "azure/login@v2\n",
          "azure/login@v2\n        if: github.event_name == 'release'\n"
        )
      }
    },
    {
      title: "Terraform that only looks at its own files",
      files: {
        [path5]: `on: pull_request
permissions: {}
jobs:
  validate:
    runs-on: ubuntu-latest
    env:
      ARM_USE_OIDC: true
    steps:
      - run: terraform init -backend=false && terraform validate
`
      }
    }
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
function modeNear(world, object3) {
  return modeOf(
    podIdentityOf(world).components.filter((component) => world.sees(object3.manifest, component.object.manifest))
  );
}
function readSystem(world) {
  const ofKind = (kind) => world.objects.filter((object3) => object3.group === podIdentityGroup && object3.kind === kind);
  const clusters = world.objects.flatMap((object3) => addOnProfile(object3) ?? []);
  const components = componentsOf(world);
  return {
    identities: ofKind("AzureIdentity").map(readIdentity),
    bindings: ofKind("AzureIdentityBinding").map(readBinding),
    exceptions: ofKind("AzurePodIdentityException").map((object3) => ({
      object: object3,
      podLabels: object3.root.get("spec", "podLabels")?.entries() ?? []
    })),
    assigned: ofKind("AzureAssignedIdentity"),
    components,
    otherSelectors: [...clusters.flatMap(addOnSelectors), ...components.flatMap(chartSelectors)],
    addOnIdentities: clusters.map((profile) => profile.get("userAssignedIdentities")?.items() ?? []),
    addOnExceptions: clusters.map((profile) => profile.get("userAssignedIdentityExceptions")?.items() ?? []),
    kubenet: [...world.objects.flatMap((object3) => kubenetPlugin(object3) ?? []), ...allowingKubenet(components)]
  };
}
function readIdentity(object3) {
  const spec = object3.root.get("spec");
  const typeField = spec?.get("type");
  const type = typeField === void 0 ? 0 : Number(typeField.text);
  return {
    object: object3,
    type: Number.isInteger(type) ? type : void 0,
    typeField,
    resourceId: spec?.get("resourceID"),
    clientId: spec?.get("clientID"),
    namespaced: entryOf(object3.metadata.annotations, `${podIdentityGroup}/Behavior`)?.string === "namespaced"
  };
}
function readBinding(object3) {
  const identityField = object3.root.get("spec", "azureIdentity");
  const selectorField = object3.root.get("spec", "selector");
  return {
    object: object3,
    identityField,
    identity: textIn(identityField),
    selectorField,
    selector: textIn(selectorField)
  };
}
function textIn(field) {
  return field?.text ? readPlaceholders(field.text) : void 0;
}
function addOnProfile(object3) {
  return object3.kind === "ManagedCluster" ? object3.root.get("spec", "podIdentityProfile") : void 0;
}
function addOnSelectors(profile) {
  return (profile.get("userAssignedIdentities")?.items() ?? []).flatMap(
    (identity3) => textIn(identity3.get("bindingSelector") ?? identity3.get("name")) ?? []
  );
}
function chartSelectors({ object: object3, kind }) {
  if (kind !== "chart") return [];
  return chartValues(object3).flatMap((values) => {
    const identities = values.get("azureIdentities");
    return [...identities?.items() ?? [], ...identities?.entries() ?? []].flatMap(
      (identity3) => textIn(identity3.get("binding", "selector")) ?? []
    );
  });
}
function kubenetPlugin(object3) {
  if (object3.kind !== "ManagedCluster") return void 0;
  const plugin = object3.root.get("spec", "networkProfile", "networkPlugin");
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
var rule46 = defineRule({
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
    const guards = world.objects.filter((object3) => requiresDrop(object3) || isRestricted(object3));
    for (const workload of world.workloads) {
      if (isClusterNamespace(literalOf(workload.namespace))) continue;
      const plugin = kubenet.find((field) => world.sees(field.manifest, workload.manifest));
      for (const template of workload.templates) {
        const reason = plugin ?? podIdentityLabelIn(template.metadata.labels);
        if (!reason || !template.complete || template.spec.get("hostNetwork")?.value === true) continue;
        const container = template.containers.find(keepsNetRaw);
        if (!container || guards.some((guard2) => keepsFrom(world, guard2, workload))) continue;
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
function keepsFrom(world, guard2, workload) {
  return world.sees(guard2.manifest, workload.manifest) && (guard2.kind !== "Namespace" || compareTexts(guard2.name, workload.namespace) !== "different");
}
function requiresDrop(object3) {
  if (object3.kind !== "K8sPSPCapabilities") return false;
  const required = object3.root.get("spec", "parameters", "requiredDropCapabilities")?.items() ?? [];
  return required.some((item) => /^(?:NET_RAW|ALL)$/.test(item.text ?? ""));
}
function isRestricted(object3) {
  if (object3.kind !== "Namespace" || object3.group !== "") return false;
  return entryOf(object3.metadata.labels, "pod-security.kubernetes.io/enforce")?.text === "restricted";
}
var plain = (name, label2) => pods2({ name, label: label2 }).replace(/\n {10}securityContext: .*/, "").replace(`- name: ${name}`, `- name: ${name} #~ net-raw-allowed`);
var unmarked = (text) => text.replace(/ #~ .*/g, "");
var keptLabel2 = "aadpodidbinding: orders # idwire-ignore: pod-identity-label it moves in spring";
var cluster4 = `apiVersion: containerservice.azure.com/v1api20231001
kind: ManagedCluster
metadata: {name: shop, namespace: infrastructure}
spec:
  networkProfile: {networkPlugin: kubenet}
`;
var account11 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: invoices
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`;
var examples46 = defineExamples({
  bad: [
    { title: "Pods with pod identity", files: { "orders.yaml": plain("orders", keptLabel2) } },
    {
      title: "Kubenet is declared, and the pods have an identity",
      files: {
        "invoices.yaml": `${plain("invoices", 'azure.workload.identity/use: "true"').replace("      containers:", "      serviceAccountName: invoices\n      containers:")}---
${account11}`,
        "cluster.yaml": cluster4
      }
    }
  ],
  good: [
    { title: "All capabilities dropped", files: { "orders.yaml": pods2(), "cluster.yaml": cluster4 } },
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
var rule47 = defineRule({
  id: "pod-identity-assigned-committed",
  title: "An AzureAssignedIdentity is in the repository",
  group: "Pod identity and migration",
  why: "MIC writes an AzureAssignedIdentity for each running pod and deletes it with the pod. One that is applied from a repository names a pod that is gone, and MIC and NMI take it for a real assignment.",
  remedy: "Delete the object from the repository; nothing but MIC may write it.",
  severity: "error",
  sources: ["Azure/aad-pod-identity website, concepts: AzureAssignedIdentity"],
  *check(world) {
    for (const object3 of podIdentityOf(world).assigned) {
      const pod3 = object3.root.get("spec", "pod")?.text;
      yield {
        at: object3.root.get("kind") ?? object3.root,
        message: `The AzureAssignedIdentity ${nameOf(object3)} is the record of one assignment${pod3 ? `, of the pod "${pod3}"` : ""}: MIC alone writes it.`,
        about: cause("pod identity resource", object3)
      };
    }
  }
});
var examples47 = defineExamples({
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
  return podIdentityOf(world).bindings.flatMap((binding4) => {
    if (!binding4.selector || !world.sees(workload.manifest, binding4.object.manifest)) return [];
    const selector = compareTexts(wanted, binding4.selector);
    if (selector === "different") return [];
    return [{ binding: binding4, selector, namespace: compareNamespaces(workload, binding4.object) }];
  });
}
function identitiesOf(world, binding4) {
  const { identity: identity3 } = binding4;
  if (!identity3) return [];
  return podIdentityOf(world).identities.filter(
    ({ object: object3 }) => world.sees(binding4.object.manifest, object3.manifest) && compareTexts(identity3, object3.name) !== "different" && compareNamespaces(binding4.object, object3) !== "different"
  );
}

// src/rules/pod-identity/pod-identity-binding-dangling.ts
var rule48 = defineRule({
  id: "pod-identity-binding-dangling",
  title: "A binding names no identity of its namespace",
  group: "Pod identity and migration",
  why: "MIC and NMI look the AzureIdentity up in the namespace of the binding, in every mode. When it is not there, the binding is passed over with a log line, and its pods get no token.",
  remedy: "Name an AzureIdentity of the same namespace, or put the identity there.",
  severity: "error",
  sources: ["Azure/aad-pod-identity pkg/mic/mic.go, pkg/crd/crd.go (identities by namespace and name)"],
  *check(world) {
    for (const binding4 of podIdentityOf(world).bindings) {
      if (!binding4.identity || !binding4.identityField || identitiesOf(world, binding4).length > 0) continue;
      const observation = observe5(world, binding4, writtenText(binding4.identity));
      if (observation) yield observation;
    }
  }
});
function observe5(world, binding4, name) {
  const { object: object3, identityField, identity: wanted } = binding4;
  const inSight = podIdentityOf(world).identities.filter((item) => world.sees(object3.manifest, item.object.manifest));
  if (inSight.length === 0 || !identityField || !wanted) return void 0;
  const elsewhere3 = inSight.find((item) => compareTexts(wanted, item.object.name) === "same");
  const neighbour = inSight.find((item) => compareNamespaces(object3, item.object) === "same");
  const shown = elsewhere3 ?? neighbour;
  return {
    at: identityField,
    message: elsewhere3 ? `The binding ${nameOf(object3)} names the AzureIdentity "${name}", which is only ${nameOf(elsewhere3.object)}: identities are looked up in the binding's own namespace.` : `The binding ${nameOf(object3)} names the AzureIdentity "${name}", which is not among those of its namespace.`,
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
var mark30 = " #~ pod-identity-binding-dangling";
var examples48 = defineExamples({
  bad: [
    {
      title: "No identity of that name",
      files: { "identity.yaml": `${identity()}---
${binding2(names(`order${mark30}`))}` }
    },
    {
      title: "The identity is in another namespace",
      files: { "identity.yaml": `${identity()}---
${binding2(names(`orders${mark30}`), { namespace: "billing" })}` }
    },
    {
      title: "A namespace whose identities are not here: a warning",
      files: { "identity.yaml": `${identity()}---
${binding2(names(`invoices${mark30}`), { namespace: "billing" })}` }
    }
  ],
  good: [
    { title: "Same namespace", files: { "identity.yaml": `${identity()}---
${binding2()}` } },
    { title: "No identity in the repository at all: the add-on makes them", files: { "binding.yaml": binding2() } },
    {
      title: "Filled in later",
      files: { "identity.yaml": `${identity()}---
${binding2(names("${IDENTITY_NAME}"))}` }
    }
  ]
});

// src/rules/pod-identity/pod-identity-client-id-not-a-guid.ts
var rule49 = defineRule({
  id: "pod-identity-client-id-not-a-guid",
  title: "The client id of an AzureIdentity is not a GUID",
  group: "Pod identity and migration",
  why: "NMI compares this text with the client id that an application asks for, and asks Azure for a token of it. A name or a resource id matches nothing.",
  remedy: "Write the client id of the managed identity (`az identity show --query clientId`).",
  severity: "error",
  sources: ["Azure/aad-pod-identity pkg/nmi (identity by client id, case-sensitive)"],
  *check(world) {
    for (const { object: object3, clientId: id7 } of podIdentityOf(world).identities) {
      if (!id7?.text || hasPlaceholder(id7.text)) continue;
      const fault = describeNotGuid(id7.text);
      if (!fault) continue;
      yield {
        at: id7,
        message: `The clientID of the AzureIdentity ${nameOf(object3)} is ${fault.description}: "${id7.text}".`,
        ...fault.guid && { fix: { safety: "safe", repairs: [{ kind: "set-text", at: id7, text: fault.guid }] } }
      };
    }
  }
});
var mark31 = " #~ pod-identity-client-id-not-a-guid";
var withId = (id7) => identity(`  type: 0
  resourceID: ${resourceId}
  clientID: ${id7}
`);
var examples49 = defineExamples({
  bad: [
    { title: "A name", files: { "identity.yaml": withId(`id-orders${mark31}`) } },
    { title: "The resource id", files: { "identity.yaml": withId(`${resourceId}${mark31}`) } },
    { title: "Only zeros", files: { "identity.yaml": withId(`"00000000-0000-0000-0000-000000000000"${mark31}`) } }
  ],
  good: [
    { title: "A GUID", files: { "identity.yaml": withId(clientId.toUpperCase()) } },
    { title: "Filled in later", files: { "identity.yaml": withId("${IDENTITY_CLIENT_ID}") } },
    { title: "Angle brackets, replaced by a script", files: { "identity.yaml": withId("<client-id>") } }
  ]
});

// src/rules/pod-identity/pod-identity-components.ts
var rule50 = defineRule({
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
  const { object: object3, kind, operation, forceNamespaced } = component;
  const owner = `${object3.kind} ${nameOf(object3)}`;
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
  object: object3,
  kind,
  forceNamespaced,
  kubenetAllowed,
  headerRequired
}) {
  const owner = `${object3.kind} ${nameOf(object3)}`;
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
var mark32 = " #~ pod-identity-components";
var release2 = (values) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease${mark32}
metadata: {name: aad-pod-identity, namespace: kube-system}
spec:
  chart:
    spec:
      chart: aad-pod-identity
      sourceRef: {kind: HelmRepository, name: aad-pod-identity}
  values:
${values}`;
var examples50 = defineExamples({
  bad: [
    {
      title: "Both, in standard mode, with every guard off",
      files: {
        "mic.yaml": mic([], mark32),
        "nmi.yaml": nmi(
          [
            `--forceNamespaced=false${mark32}`,
            `--allow-network-plugin-kubenet=true${mark32}`,
            `--metadata-header-required=false${mark32}`
          ],
          mark32
        )
      }
    },
    { title: "NMI in managed mode", files: { "nmi.yaml": nmi(["--operation-mode=managed"], mark32) } },
    {
      title: "The chart",
      files: {
        "release.yaml": release2(`    forceNamespaced: "false"${mark32}
    nmi:
      allowNetworkPluginKubenet: true${mark32}
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
    enabled: true${mark32}
    allowNetworkPluginKubenet: true${mark32}
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
            - az aks update --name shop --resource-group shop --enable-pod-identity${mark32}
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
var rule51 = defineRule({
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
    for (const pods16 of podsWithLabel(world)) {
      const mode = modeNear(world, pods16.workload);
      if (mode === "managed" || mode === "namespaced") continue;
      const matches = bindingsFor(world, pods16);
      const foreign2 = matches.find(
        (match) => match.selector === "same" && match.namespace === "different" && !isDropped(match)
      );
      const own = matches.some(({ namespace: namespace2 }) => namespace2 !== "different");
      if (!foreign2 || mode === "unknown" && own) continue;
      const { object: object3, selectorField } = foreign2.binding;
      yield {
        at: pods16.label,
        message: `Pods of the ${pods16.workload.kind} ${nameOf(pods16.workload)} match the binding ${nameOf(object3)}, and so use an identity of namespace "${writtenText(object3.namespace)}".`,
        confidence: mode === "standard" ? "high" : "medium",
        related: [{ at: selectorField ?? object3.root, note: "the binding" }]
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
${binding2(void 0, elsewhere)}`;
var marked2 = pods2({ label: "aadpodidbinding: orders #~ pod-identity-label pod-identity-cross-namespace" });
var examples51 = defineExamples({
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
      files: { "orders.yaml": `${pods2()}---
${identity()}---
${binding2()}`, "mic.yaml": mic() }
    },
    {
      title: "The identity keeps to its namespace",
      files: {
        "orders.yaml": `${pods2()}${foreign("  annotations: {aadpodidentity.k8s.io/Behavior: namespaced}\n")}---
${identity()}---
${binding2()}`,
        "mic.yaml": mic()
      }
    },
    {
      title: "All identities keep to their namespaces",
      files: {
        "orders.yaml": `${pods2()}${foreign()}---
${identity()}---
${binding2()}`,
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
function legacyFields(object3) {
  const spec = object3.root.get("spec");
  const known = fields[object3.kind] ?? [];
  return (spec?.entries() ?? []).flatMap((field) => {
    const wanted = known.find((name) => name.toLowerCase() === field.key.toLowerCase());
    if (!wanted || wanted === field.key) return [];
    return [{ field, wanted, repeated: spec?.get(wanted) !== void 0 }];
  });
}

// src/rules/pod-identity/pod-identity-empty-selector.ts
var rule52 = defineRule({
  id: "pod-identity-empty-selector",
  title: "A binding has no selector",
  group: "Pod identity and migration",
  why: "In managed mode NMI compares the selector with the label of a pod, and a pod without the label has the empty one: such a binding hands the identity to every unlabelled pod of its namespace. In standard mode it matches nothing.",
  remedy: "Give the binding a selector, or delete it.",
  severity: "warning",
  sources: ["Azure/aad-pod-identity pkg/crd/crd.go (GetPodIDsWithBinding), pkg/mic/mic.go"],
  *check(world) {
    for (const { object: object3, selectorField } of podIdentityOf(world).bindings) {
      if (selectorField?.text || legacyFields(object3).some(({ wanted }) => wanted === "selector")) continue;
      const mode = modeNear(world, object3);
      const consequence = {
        managed: "every unlabelled pod of its namespace may use the identity",
        standard: "it matches no pod",
        namespaced: "it matches no pod",
        unknown: "it matches no pod in standard mode, and every unlabelled pod of its namespace in managed mode"
      }[mode];
      yield {
        at: selectorField?.keyPlace ?? object3.metadata.nameField ?? object3.root,
        message: `The selector of the binding ${nameOf(object3)} is empty: ${consequence}.`,
        severity: mode === "managed" ? "error" : "warning"
      };
    }
  }
});
var mark33 = " #~ pod-identity-empty-selector";
var examples52 = defineExamples({
  bad: [
    {
      title: "Empty",
      files: { "identity.yaml": `${identity()}---
${binding2(`  azureIdentity: orders
  selector: ""${mark33}
`)}` }
    },
    {
      title: "Absent, in managed mode: an error",
      files: {
        "identity.yaml": `${identity()}---
${binding2("  azureIdentity: orders\n", { name: `bound${mark33}` })}`,
        "nmi.yaml": nmi(["--operation-mode=managed"])
      }
    }
  ],
  good: [
    { title: "With a selector", files: { "identity.yaml": `${identity()}---
${binding2()}` } },
    {
      title: "Filled in later",
      files: {
        "identity.yaml": `${identity()}---
${binding2("  azureIdentity: orders\n  selector: ${SELECTOR}\n")}`
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-exception-broad.ts
var rule53 = defineRule({
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
function isShipped({ object: object3 }) {
  const name = literalOf(object3.name) ?? "";
  return /^(?:mic|nmi|aks-addon|aad-pod-identity-mic)-exception$/.test(name) || isClusterNamespace(literalOf(object3.namespace));
}
function matching(world, { object: object3, podLabels }) {
  const candidates2 = world.workloads.filter(
    (workload) => world.sees(object3.manifest, workload.manifest) && compareNamespaces(object3, workload) === "same"
  ).flatMap((workload) => workload.templates.map((template) => ({ workload, template })));
  for (const pair of podLabels) {
    if (!pair.text || hasPlaceholder(pair.text)) continue;
    const pod3 = candidates2.find((candidate) => carries(candidate, pair) && hasIdentity(world, candidate));
    if (!pod3) continue;
    return {
      at: pair,
      message: `The exception ${nameOf(object3)} matches pods of the ${pod3.workload.kind} ${nameOf(pod3.workload)} by ${pair.key}: ${pair.text}; they have an identity of their own, and get those of the node as well.`,
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
  return podIdentityLabelIn(template.metadata.labels) !== void 0 || isLabelled(template) || accountsFor(world, workload, template).some(({ account: account18, certain }) => certain && account18.clientId?.text);
}
var generalKey = /^(?:tier|team|owner|env|environment|stage|role|component|project|release|heritage|chart|helm\.sh\/chart|app\.kubernetes\.io\/(?:part-of|managed-by|component))$/i;
var generalWord = /^(?:app|application|web|website|api|backend|back-end|frontend|front-end|service|server|worker|default|true|enabled)$/i;
function general({ object: object3, podLabels }) {
  const pair = podLabels.find((label2) => generalKey.test(label2.key) || generalWord.test(label2.text ?? ""));
  if (pair) {
    return {
      at: pair,
      message: `The exception ${nameOf(object3)} matches every pod of its namespace with ${pair.key}: ${pair.text ?? ""}, a label that pods of many kinds carry.`
    };
  }
  const second2 = podLabels[1];
  return second2 && {
    at: second2.keyPlace,
    message: `The exception ${nameOf(object3)} has ${podLabels.length} labels, and any one of them is enough to match a pod.`
  };
}
var mark34 = " #~ pod-identity-exception-broad";
var wired = `---
${identity()}---
${binding2()}`;
var examples53 = defineExamples({
  bad: [
    {
      title: "It matches pods with an identity, in another letter case",
      files: { "orders.yaml": `${pods2()}${wired}---
${exception(`  podLabels:
    app: Orders${mark34}
`)}` }
    },
    {
      title: "A label of many pods",
      files: { "exception.yaml": exception(`  podLabels:
    tier: backend${mark34}
`) }
    },
    {
      title: "Two labels, of which one is enough",
      files: { "exception.yaml": exception(`  podLabels:
    app: report
    batch-id: nightly${mark34}
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
        "orders.yaml": `${pods2()}${wired}---
${exception("  podLabels: {app: orders}\n", { namespace: "billing" })}`
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-label.ts
var rule54 = defineRule({
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
    for (const object3 of world.objects) {
      for (const values of chartValues(object3)) {
        for (const label2 of entriesNamed(values, podIdentityLabel)) {
          if (!label2.text) continue;
          yield {
            at: label2.keyPlace,
            message: `The values of the ${object3.kind} ${nameOf(object3)} set ${podIdentityLabel}: ${label2.text}, which asks retired pod identity for a token.`
          };
        }
      }
    }
  }
});
var examples54 = defineExamples({
  bad: [
    {
      title: "On the pods of a Deployment",
      files: {
        "orders.yaml": `${pods2({ label: "aadpodidbinding: orders #~ pod-identity-label" })}---
${identity()}---
${binding2()}`
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
    { title: "Pods without it", files: { "orders.yaml": pods2({ label: "" }) } },
    {
      title: "Empty: nothing is asked for",
      files: { "orders.yaml": pods2({ label: 'aadpodidbinding: ""' }) }
    },
    {
      title: "Kept for a stated reason",
      files: {
        "orders.yaml": `${pods2({ label: `aadpodidbinding: orders${kept("pod-identity-label")}` })}---
${identity()}---
${binding2()}`
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-label-in-selector.ts
var immutable = /* @__PURE__ */ new Set(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"]);
var rule55 = defineRule({
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
var deployment4 = (selector) => `apiVersion: apps/v1
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
var examples55 = defineExamples({
  bad: [
    {
      title: "In matchLabels",
      files: {
        "orders.yaml": deployment4("      aadpodidbinding: orders #~ pod-identity-label-in-selector\n")
      }
    }
  ],
  good: [
    { title: "On the pods alone", files: { "orders.yaml": deployment4("") } },
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
var rule56 = defineRule({
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
var deployment5 = (own, template, account18 = "") => `apiVersion: apps/v1
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
${account18}      containers:
        - name: orders
          image: "registry.example/orders:1"
          securityContext: {capabilities: {drop: [ALL]}}
---
`;
var account12 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`;
var label = "    aadpodidbinding: orders";
var examples56 = defineExamples({
  bad: [
    {
      title: "On the Deployment only",
      files: {
        "orders.yaml": `${deployment5(`${label} #~ pod-identity-label-misplaced
`, "")}${identity()}---
${binding2()}`
      }
    },
    {
      title: "Left behind on a Deployment that has moved: a note",
      files: {
        "orders.yaml": `${deployment5(
          `${label} #~ pod-identity-label-misplaced
`,
          '        azure.workload.identity/use: "true"\n',
          "      serviceAccountName: orders\n"
        )}${account12}`
      }
    }
  ],
  good: [
    {
      title: "On both",
      files: {
        "orders.yaml": `${deployment5(`${label}
`, `    ${label}${kept("pod-identity-label")}
`)}${identity()}---
${binding2()}`
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-label-unbound.ts
var rule57 = defineRule({
  id: "pod-identity-label-unbound",
  title: "No binding selects the pods",
  group: "Pod identity and migration",
  why: "The label has to equal the selector of a binding, letter for letter. When none does, the pods get no identity, and their requests for tokens fail after some retries.",
  remedy: "Write the selector of the binding that is meant, in the same letter case.",
  severity: "warning",
  sources: ["Azure/aad-pod-identity pkg/mic/mic.go, pkg/crd/crd.go (GetPodIDsWithBinding)"],
  *check(world) {
    for (const pods16 of podsWithLabel(world)) {
      const { workload, label: label2 } = pods16;
      const inSight = podIdentityOf(world).bindings.filter(
        ({ object: object3 }) => world.sees(workload.manifest, object3.manifest)
      );
      if (inSight.length === 0 || isBound(world, pods16)) continue;
      const near = inSight.find(({ selector }) => selector && sameWord(writtenText(selector), label2.text ?? ""));
      const elsewhere3 = bindingsFor(world, pods16)[0]?.binding;
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
function isBound(world, pods16) {
  const wanted = readPlaceholders(pods16.label.text ?? "");
  if (podIdentityOf(world).otherSelectors.some((selector) => compareTexts(wanted, selector) !== "different"))
    return true;
  const managed = modeNear(world, pods16.workload) === "managed";
  return bindingsFor(world, pods16).some(({ namespace: namespace2 }) => !managed || namespace2 !== "different");
}
function sameWord(a, b) {
  return a.toLowerCase() === b.toLowerCase();
}
var labelled = (value) => pods2({ label: `aadpodidbinding: ${value}${kept("pod-identity-label")}` }).replace(
  `${kept("pod-identity-label")}`,
  ` #~ pod-identity-label pod-identity-label-unbound`
);
var wired2 = `---
${identity()}---
${binding2()}`;
var examples57 = defineExamples({
  bad: [
    { title: "Another word", files: { "orders.yaml": `${labelled("order")}${wired2}` } },
    { title: "Another letter case", files: { "orders.yaml": `${labelled("Orders")}${wired2}` } },
    {
      title: "A binding of another namespace, in managed mode",
      files: {
        "orders.yaml": `${labelled("orders")}---
${identity(void 0, { namespace: "billing" })}---
${binding2(void 0, { namespace: "billing" })}`,
        "nmi.yaml": nmi(["--operation-mode=managed"])
      }
    }
  ],
  good: [
    { title: "The same word", files: { "orders.yaml": `${pods2()}${wired2}` } },
    { title: "No binding in the repository: the add-on makes them", files: { "orders.yaml": pods2() } },
    {
      title: "Filled in later",
      files: {
        "orders.yaml": `${pods2({ label: `aadpodidbinding: \${SELECTOR}${kept("pod-identity-label")}` })}${wired2}`
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-legacy-field.ts
var rule58 = defineRule({
  id: "pod-identity-legacy-field",
  title: "A field is spelt as before pod identity 1.6",
  group: "Pod identity and migration",
  why: "Since 1.6.0 field names are case-sensitive, and since 1.8.0 the API server drops unknown ones without a word. MIC converted what was in clusters once, so that the cluster looks fine until the file is applied again: then the field is gone.",
  remedy: "Write the field as the resource definition spells it.",
  severity: "error",
  sources: ["Azure/aad-pod-identity changelog, v1.6.0 and v1.8.0"],
  *check(world) {
    const { identities, bindings, exceptions } = podIdentityOf(world);
    for (const { object: object3 } of [...identities, ...bindings, ...exceptions]) {
      for (const { field, wanted, repeated: repeated2 } of legacyFields(object3)) {
        yield {
          at: field.keyPlace,
          message: repeated2 ? `The ${object3.kind} ${nameOf(object3)} has "${field.key}" beside "${wanted}"; only the latter is read.` : `The ${object3.kind} ${nameOf(object3)} has "${field.key}" where the field is called "${wanted}"; the API server drops it.`,
          severity: repeated2 ? "warning" : "error",
          ...repeated2 ? {} : { fix: { safety: "safe", repairs: [{ kind: "rename-key", at: field, key: wanted }] } }
        };
      }
    }
  }
});
var mark35 = " #~ pod-identity-legacy-field";
var examples58 = defineExamples({
  bad: [
    {
      title: "All of the old spelling",
      files: {
        "identity.yaml": `${identity(`  type: 0
  ResourceID: ${resourceId}${mark35}
  ClientID: ${clientId}${mark35}
`)}---
${binding2(`  AzureIdentity: orders${mark35}
  Selector: orders${mark35}
`)}---
${exception(`  PodLabels: {batch-id: nightly}${mark35}
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
  ClientID: ${clientId}${mark35}
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
${binding2()}---
${exception("  podLabels: {batch-id: nightly}\n")}`
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-limit.ts
var limit = 200;
var rule59 = defineRule({
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
      identities.map(({ object: object3 }) => object3)
    );
    yield* overLimit(
      world,
      "AzurePodIdentityException objects",
      exceptions.map(({ object: object3 }) => object3)
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
  const together = objects3.filter((object3) => world.sees(anchor.manifest, object3.manifest));
  const mode = modeNear(world, anchor);
  const first = together[limit];
  if (!first || mode === "standard" || mode === "namespaced") return;
  yield {
    at: first.metadata.nameField ?? first.root,
    message: `${nameOf(first)} is number ${limit + 1} of ${together.length} ${what}; the add-on takes ${limit}.`,
    severity: mode === "managed" ? "error" : "warning"
  };
}
var list = (count, mark59 = "") => Array.from({ length: count }, (_, index) => {
  const end = index === limit ? mark59 : "";
  return `      - {name: batch-${index}, namespace: shop, podLabels: {batch-id: "${index}"}}${end}
`;
}).join("");
var cluster5 = (items) => `apiVersion: containerservice.azure.com/v1api20231001
kind: ManagedCluster
metadata: {name: shop, namespace: infrastructure}
spec:
  podIdentityProfile:
    enabled: true # idwire-ignore: pod-identity-components it moves in spring
    userAssignedIdentityExceptions:
${items}`;
var objects2 = (count, mark59 = "") => `apiVersion: v1
kind: List
items:
${Array.from({ length: count }, (_, index) => {
  const end = index === limit ? mark59 : kept("pod-identity-resource");
  return `  - {apiVersion: aadpodidentity.k8s.io/v1, kind: AzurePodIdentityException, metadata: {name: batch-${index}, namespace: shop}, spec: {podLabels: {batch-id: "${index}"}}}${end}
`;
}).join("")}`;
var examples59 = defineExamples({
  bad: [
    {
      title: "In the profile of a cluster",
      files: { "cluster.yaml": cluster5(list(limit + 1, " #~ pod-identity-limit")) }
    },
    {
      title: "As objects: a warning while the mode is not known",
      files: { "exceptions.yaml": objects2(limit + 1, " #~ pod-identity-limit pod-identity-resource") }
    }
  ],
  good: [{ title: "As many as it takes", files: { "cluster.yaml": cluster5(list(limit)) } }]
});

// src/rules/pod-identity/pod-identity-mixed.ts
var rule60 = defineRule({
  id: "pod-identity-mixed",
  title: "One workload uses both identity systems",
  group: "Pod identity and migration",
  why: "Both at once is a step of the move, not its end: which of the two answers depends on the SDK and on what the pods ask for, and the identity stays on the nodes until pod identity is gone.",
  remedy: "Once the pods are verified with workload identity, delete aadpodidbinding from their labels.",
  severity: "note",
  sources: ["azure-aks-docs workload-identity-migrate-from-pod-identity.md"],
  *check(world) {
    for (const { workload, template, label: label2 } of podsWithLabel(world)) {
      const account18 = accountsFor(world, workload, template).find(
        (match) => match.certain && match.account.clientId?.text
      );
      const use3 = isLabelled(template) ? entryOf(template.metadata.labels, identityKeys.use) : void 0;
      const other5 = use3?.keyPlace ?? account18?.account.clientId?.keyPlace;
      if (!other5) continue;
      yield {
        at: label2.keyPlace,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} are wired for pod identity and for workload identity.`,
        related: [{ at: other5, note: "workload identity" }]
      };
    }
  }
});
var account13 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: ${clientId}}
`;
var rest = `---
${account13}---
${identity()}---
${binding2()}`;
var use = 'azure.workload.identity/use: "true"\n        ';
var runsAs = "      serviceAccountName: orders\n";
var examples60 = defineExamples({
  bad: [
    {
      title: "Both labels on the pods",
      files: {
        "orders.yaml": `${pods2({ label: `${use}aadpodidbinding: orders #~ pod-identity-label pod-identity-mixed`, spec: runsAs })}${rest}`
      }
    }
  ],
  good: [
    {
      title: "Workload identity alone, while others are still to move",
      files: {
        "orders.yaml": `${pods2({ label: use.trim(), spec: runsAs })}${rest}`,
        "invoices.yaml": pods2({ name: "invoices", label: `aadpodidbinding: orders${kept("pod-identity-label")}` })
      }
    }
  ]
});

// src/rules/pod-identity/pod-identity-resource.ts
var rule61 = defineRule({
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
    for (const object3 of [...[...identities, ...bindings, ...exceptions].map((item) => item.object), ...assigned]) {
      yield {
        at: object3.root.get("kind") ?? object3.root,
        message: `The ${object3.kind} ${nameOf(object3)} (${podIdentityGroup}) belongs to AAD Pod Identity, which is retired.`,
        about: cause("pod identity resource", object3)
      };
    }
  }
});
var unsilenced = (text) => text.replace(kept("pod-identity-resource"), " #~ pod-identity-resource");
var examples61 = defineExamples({
  bad: [
    {
      title: "An identity and its binding",
      files: { "identity.yaml": `${unsilenced(identity())}---
${unsilenced(binding2())}` }
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
var rule62 = defineRule({
  id: "pod-identity-resource-id-invalid",
  title: "The resource id is none of a managed identity",
  group: "Pod identity and migration",
  why: "MIC assigns the identity with this id to the nodes. With any other text the assignment fails, and in standard mode it fails for all other identities of the same node in that round.",
  remedy: "Write /subscriptions/<GUID>/resourceGroups/<group>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name> (`az identity show --query id`).",
  severity: "error",
  sources: ["Azure/aad-pod-identity pkg/utils/utils.go (ValidateResourceID), pkg/mic/mic.go (convertIDListToMap)"],
  *check(world) {
    for (const { object: object3, type, resourceId: id7 } of podIdentityOf(world).identities) {
      if (type !== 0) continue;
      if (id7?.text) {
        if (hasPlaceholder(id7.text) || pattern.test(id7.text)) continue;
        yield {
          at: id7,
          message: `The resourceID of the AzureIdentity ${nameOf(object3)} is not the id of a user-assigned identity: "${id7.text}".`
        };
      } else if (!legacyFields(object3).some(({ wanted }) => wanted === "resourceID")) {
        const standard2 = ["standard", "namespaced"].includes(modeNear(world, object3));
        yield {
          at: id7?.keyPlace ?? object3.metadata.nameField ?? object3.root,
          message: `The AzureIdentity ${nameOf(object3)} has no resourceID; ${standard2 ? "MIC ignores it" : "in standard mode MIC ignores it"}.`,
          severity: standard2 ? "error" : "warning"
        };
      }
    }
  }
});
var mark36 = " #~ pod-identity-resource-id-invalid";
var withId2 = (id7) => identity(`  type: 0
  resourceID: ${id7}
  clientID: ${clientId}
`);
var examples62 = defineExamples({
  bad: [
    {
      title: "Another kind of resource",
      files: { "identity.yaml": withId2(`${resourceId.replace("userAssignedIdentities", "identities")}${mark36}`) }
    },
    {
      title: "A name for the subscription",
      files: {
        "identity.yaml": withId2(`${resourceId.replace(/subscriptions\/[^/]+/, "subscriptions/production")}${mark36}`)
      }
    },
    { title: "Text before the id", files: { "identity.yaml": withId2(`id=${resourceId}${mark36}`) } },
    {
      title: "None: a warning, and an error beside MIC",
      files: {
        "dev/identity.yaml": identity(`  type: 0
  clientID: ${clientId}
`, { name: `orders${mark36}` }),
        "prod/identity.yaml": identity(`  clientID: ${clientId}
`, { name: `orders${mark36}` }),
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
var rule63 = defineRule({
  id: "pod-identity-service-principal",
  title: "An AzureIdentity uses a stored secret",
  group: "Pod identity and migration",
  why: "Types 1 and 2 sign in as an app registration with a secret or certificate from a Kubernetes Secret: whoever may read Secrets of that namespace has the credential, wherever they are.",
  remedy: "Put a federated credential on the app registration, or use a managed identity, move the pods to workload identity, and delete the Secret and the credential behind it.",
  severity: "warning",
  sources: ["Azure/aad-pod-identity pkg/apis/aadpodidentity (ServicePrincipal, ServicePrincipalCertificate)"],
  *check(world) {
    for (const { object: object3, type, typeField } of podIdentityOf(world).identities) {
      if (!typeField || type !== 1 && type !== 2) continue;
      const password = object3.root.get("spec", "clientPassword");
      const secret3 = (password?.get("name") ?? password?.get("Name"))?.text;
      const what = type === 1 ? "a secret" : "a certificate";
      yield {
        at: typeField,
        message: `The AzureIdentity ${nameOf(object3)} is a service principal with ${what}${secret3 ? `, kept in the Secret "${secret3}"` : ""}.`,
        ...password && { related: [{ at: password.keyPlace, note: "where the credential is kept" }] }
      };
    }
  }
});
var mark37 = " #~ pod-identity-service-principal";
var principal = (type) => identity(
  `  type: ${type}
  tenantID: 5b0f2f1c-6a0e-4f3f-9b53-1f0f6d2a7c11
  clientID: ${clientId}
  clientPassword: {name: orders-principal, namespace: shop}
`
);
var examples63 = defineExamples({
  bad: [
    { title: "With a secret", files: { "identity.yaml": principal(`1${mark37}`) } },
    { title: "With a certificate", files: { "identity.yaml": principal(`2${mark37}`) } }
  ],
  good: [{ title: "A managed identity", files: { "identity.yaml": identity() } }]
});

// src/rules/pod-identity/pod-identity-windows.ts
var rule64 = defineRule({
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
var examples64 = defineExamples({
  bad: [
    {
      title: "By node selector",
      files: {
        "orders.yaml": pods2({
          label: "aadpodidbinding: orders #~ pod-identity-label pod-identity-windows",
          spec: windows
        })
      }
    }
  ],
  good: [
    { title: "Windows pods without it", files: { "orders.yaml": pods2({ label: "", spec: windows }) } },
    {
      title: "Linux pods",
      files: {
        "orders.yaml": pods2({
          label: `aadpodidbinding: orders${kept("pod-identity-label")}`,
          spec: "      nodeSelector:\n        kubernetes.io/os: linux\n"
        })
      }
    }
  ]
});

// src/rules/reading/duplicate-key.ts
var rule65 = defineRule({
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
var examples65 = defineExamples({
  bad: [
    {
      title: "Two annotations maps",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
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
  namespace: shop
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
var rule66 = defineRule({
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
var examples66 = defineExamples({
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
var rule67 = defineRule({
  id: "suppression-unused",
  title: "A suppression silences nothing",
  group: "Reading",
  why: "The fault it once silenced is gone, or its rule is misspelt; left in place it would hide the next fault.",
  remedy: "Remove it, or correct the rule it names.",
  severity: "note",
  sources: ["docs/rules/README.md"]
});
var examples67 = defineExamples({
  bad: [
    {
      title: "The fault is gone",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
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
  namespace: shop
  annotations:
    idwire.dev/ignore: "client-id-not-a-guid: the release tool fills it in"
    azure.workload.identity/client-id: TBA
`
      }
    }
  ]
});

// src/rules/reading/suppression-without-reason.ts
var rule68 = defineRule({
  id: "suppression-without-reason",
  title: "A suppression gives no reason",
  group: "Reading",
  why: "Whoever reads the file next cannot tell whether the silence still holds.",
  remedy: "Write the reason after the rule: `# idwire-ignore: rule-id why it is right here`.",
  severity: "note",
  sources: ["docs/rules/README.md"]
});
var examples68 = defineExamples({
  bad: [
    {
      title: "No reason",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
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
  namespace: shop
  annotations:
    # idwire-ignore: client-id-not-a-guid the release tool fills it in
    azure.workload.identity/client-id: TBA
`
      }
    }
  ]
});

// src/rules/reading/syntax-error.ts
var rule69 = defineRule({
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
var examples69 = defineExamples({
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
var rule70 = defineRule({
  id: "azure-env-shadowed",
  title: "A container sets a variable that the webhook would set",
  group: "Workload identity",
  why: "The webhook leaves a variable alone that a container already has, even an empty one. What is written there wins over the account: after a change of the annotation the pods go on with the old identity, and nothing says so.",
  remedy: "Remove the variable, so that the account decides; keep it, and silence this rule with a reason, when the container is meant to use a second identity.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (addEnvironmentVariables)"],
  yieldsTo: ["token-path-hard-coded"],
  *check(world) {
    for (const pods16 of labelledPods(world)) {
      const matches = accountsFor(world, pods16.workload, pods16.template);
      const account18 = (matches.find((match) => match.certain) ?? matches[0])?.account;
      const skipped = skippedContainers(pods16.template);
      for (const container of pods16.template.containers) {
        if (skipped.has(container.name)) continue;
        for (const variable of container.environment) yield* checkVariable(pods16, container, variable, account18);
      }
    }
  }
});
var injected = {
  AZURE_CLIENT_ID: (account18) => account18.clientId,
  AZURE_TENANT_ID: (account18) => account18.tenantId,
  AZURE_FEDERATED_TOKEN_FILE: () => void 0,
  AZURE_AUTHORITY_HOST: () => void 0
};
function* checkVariable({ workload }, container, variable, account18) {
  const source = Object.hasOwn(injected, variable.name) ? injected[variable.name] : void 0;
  if (!source) return;
  const given = account18 && source(account18);
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
var mark38 = " #~ azure-env-shadowed";
var pods3 = (name, value, annotations = []) => examplePods({
  annotations,
  container: ["env:", "  - {name: LOG, value: debug}", `  - name: ${name}`, `    ${value}`]
});
var files2 = (name, value) => ({ "all.yaml": exampleAccount() + pods3(`${name}${mark38}`, value) });
var examples70 = defineExamples({
  bad: [
    { title: "Another identity", files: files2("AZURE_CLIENT_ID", `value: ${other2}`) },
    { title: "The same identity", files: files2("AZURE_CLIENT_ID", `value: ${exampleClientId.toUpperCase()}`) },
    { title: "An identity that is filled in later", files: files2("AZURE_CLIENT_ID", 'value: "${CLIENT_ID}"') },
    {
      title: "An identity from a ConfigMap",
      files: files2("AZURE_CLIENT_ID", "valueFrom: {configMapKeyRef: {name: azure, key: client}}")
    },
    {
      title: "Another account may be meant, but one surely is",
      files: {
        "all.yaml": "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n" + exampleAccount() + pods3(`AZURE_CLIENT_ID${mark38}`, `value: ${other2}`)
      }
    },
    { title: "A tenant", files: files2("AZURE_TENANT_ID", `value: ${exampleTenantId}`) },
    { title: "Empty", files: files2("AZURE_AUTHORITY_HOST", 'value: ""') },
    {
      title: "A token file of its own",
      files: { "all.yaml": exampleAccount() + pods3(`AZURE_FEDERATED_TOKEN_FILE${mark38}`, "value: /tokens/azure") }
    }
  ],
  good: [
    {
      title: "Whether the account has a client id is not known",
      files: {
        "all.yaml": pods3("AZURE_CLIENT_ID", `value: ${other2}`).replace(
          "serviceAccountName: orders",
          'serviceAccountName: "${ACCOUNT}"'
        )
      }
    },
    { title: "Other variables", files: { "all.yaml": exampleAccount() + pods3("AZURE_REGION", "value: westeurope") } },
    {
      title: "A container that the webhook leaves alone",
      files: {
        "all.yaml": exampleAccount() + pods3("AZURE_CLIENT_ID", `value: ${other2}`, ["azure.workload.identity/skip-containers: orders"])
      }
    },
    {
      title: "Pods that the webhook leaves alone",
      files: {
        "all.yaml": exampleAccount() + pods3("AZURE_TENANT_ID", `value: ${exampleTenantId}`).replace('use: "true"', 'use: "false"')
      }
    }
  ]
});

// src/rules/static/client-id-misplaced.ts
var accountOnly = /* @__PURE__ */ new Set([identityKeys.clientId, identityKeys.tenantId]);
var rule71 = defineRule({
  id: "client-id-misplaced",
  title: "The client id is not on the ServiceAccount",
  group: "Workload identity",
  why: "The webhook reads the client id and the tenant id from the ServiceAccount only. On a pod, a pod template, a Deployment or a Service they have no effect, and a reader is misled about which identity is used.",
  remedy: "Move the annotation to the ServiceAccount that the pods run as.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go, issue 1357"],
  *check(world) {
    const workloads = new Map(world.workloads.map((workload) => [workload.manifest, workload]));
    for (const object3 of world.objects) {
      const workload = workloads.get(object3.manifest);
      if (!workload && object3.kind !== "Service" || object3.group === "postgresql.cnpg.io") continue;
      const seen = /* @__PURE__ */ new Set();
      for (const { metadata } of [object3, ...workload?.templates ?? []]) {
        for (const entry of [...metadata.annotations, ...metadata.labels]) {
          if (!accountOnly.has(entry.key) || seen.has(entry.node)) continue;
          seen.add(entry.node);
          const [template] = workload?.templates ?? [];
          const [match] = workload && template ? accountsFor(world, workload, template) : [];
          yield {
            at: entry.keyPlace,
            message: `${entry.key} on the ${object3.kind} ${nameOf(object3)} is not read by the webhook; only that of the ServiceAccount is.`,
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
function accountPlace(account18) {
  return account18.metadata.nameField ?? account18.root;
}
var examples71 = defineExamples({
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
    (object3) => object3.kind === "SecretProviderClass" && object3.metadata.nameField?.text === name && world.sees(workload.manifest, object3.manifest) && compareNamespaces(workload, object3) !== "different"
  );
  return classes.length === 0 || classes.some((object3) => object3.root.get("spec", "parameters", "clientID")?.text);
}
function mountsWithToken(object3) {
  const parameters = object3.root.get("parameters") ?? object3.root.get("spec", "csi", "volumeAttributes");
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
var rule72 = defineRule({
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
    for (const account18 of world.serviceAccounts) {
      if (account18.clientId?.text || account18.clientId && isEmptySlot(account18.clientId) || isClusterNamespace(literalOf(account18.namespace)))
        continue;
      if (account18.metadata.nameField?.text === void 0) continue;
      yield* checkAccount(world, repository, account18);
    }
  }
});
function* checkAccount(world, repository, account18) {
  const pods16 = templatesOf(world, account18).filter(
    ({ workload, template }) => isLabelled(template) && compareTexts(template.account, account18.name) === "same" && workload.namespaceGiven === account18.namespaceGiven && !bringsClientId(template) && !isSelfConfiguring(workload, template)
  );
  const [pod3] = pods16;
  if (!pod3) return;
  const proof = corroboration(repository, account18, pods16);
  const severity = repository.scripts.annotatesAccounts ? "note" : severityOfAbsence(world, proof ? "error" : "warning");
  yield {
    at: account18.clientId?.keyPlace ?? account18.metadata.nameField ?? account18.root,
    message: `The ServiceAccount ${nameOf(account18)} has no client id, and pods of the ${pod3.workload.kind} ${nameOf(pod3.workload)} ask for a token through it${proof ? `; ${proof.note}` : ""}.`,
    severity,
    related: [
      {
        at: entryOf(pod3.template.metadata.labels, identityKeys.use)?.keyPlace ?? pod3.template.anchor,
        note: "pods that ask for a token"
      },
      ...proof?.at ? [{ at: proof.at, note: proof.note }] : []
    ],
    about: cause("client id", account18)
  };
}
function corroboration(repository, account18, pods16) {
  for (const { template } of pods16) {
    const reads2 = injectedUses(template).find(({ variable }) => variable === "AZURE_CLIENT_ID");
    if (reads2) return { note: "a container uses AZURE_CLIENT_ID", at: reads2.field };
    const left = entryOf(template.metadata.labels, podIdentityLabel);
    if (left) return { note: "the same pods still have a pod identity label", at: left.keyPlace };
  }
  const literal = literalOf(account18.name);
  if (literal === void 0 || !account18.namespaceGiven) return void 0;
  const subject = literalText(`system:serviceaccount:${writtenText(account18.namespace)}:${literal}`);
  const declared = repository.credentials.find(
    (credential5) => credential5.subject && compareTexts(credential5.subject.text, subject) === "same"
  );
  return declared && { note: "a federated credential is declared for it", at: declared.at };
}
var pods4 = (environment) => `---
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
var bare2 = (mark59) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders${mark59}
  namespace: shop
`;
var examples72 = defineExamples({
  bad: [
    { title: "No annotation", severity: "warning", files: { "all.yaml": bare2(" #~ client-id-missing") + pods4("") } },
    {
      title: "A container counts on the variable",
      severity: "error",
      files: {
        "all.yaml": bare2(" #~ client-id-missing") + pods4('\n          args: ["--identity=$(AZURE_CLIENT_ID)"]')
      }
    },
    {
      title: "A container counts on two variables",
      severity: "error",
      files: {
        "all.yaml": bare2(" #~ client-id-missing") + pods4('\n          args: ["--tenant=$(AZURE_TENANT_ID)", "--identity=${AZURE_CLIENT_ID}"]')
      }
    },
    {
      title: "A container counts on another variable, and only mentions this one",
      severity: "warning",
      files: {
        "all.yaml": bare2(" #~ client-id-missing") + pods4('\n          args: ["--tenant=$(AZURE_TENANT_ID)", "--help-for=AZURE_CLIENT_ID"]')
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
`.replace(" #~ client-id-missing", " #~ client-id-missing") + pods4("")
      }
    }
  ],
  good: [
    {
      title: "The application names its identity itself",
      files: {
        "all.yaml": bare2("") + pods4("\n          env: [{name: AZURE_CLIENT_ID, value: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}]")
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
${pods4("")}`
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
var rule73 = defineRule({
  id: "client-id-misspelt",
  title: "A workload identity key of the account is misspelt",
  group: "Workload identity",
  why: "The webhook reads its annotations by their exact keys and ignores everything else. A misspelt key is a missing one: the pods get no client id, and nothing says why.",
  remedy: "Write the key as the webhook reads it, under `metadata.annotations`.",
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/consts.go, issue 1026"],
  *check(world) {
    for (const account18 of world.serviceAccounts) {
      for (const annotation of account18.metadata.annotations) {
        const meant = hasPlaceholder(annotation.key) ? void 0 : misspeltKey(annotation.key);
        if (meant && readFromAccounts.has(meant) && !entryOf(account18.metadata.annotations, meant)) {
          yield misspelt(account18, annotation, meant);
        }
      }
      for (const label2 of account18.metadata.labels) {
        const meant = readFromAccounts.has(label2.key) ? label2.key : misspeltKey(label2.key);
        if (meant && readFromAccounts.has(meant) && !entryOf(account18.metadata.annotations, meant)) {
          yield labelInstead(account18, label2, meant);
        }
      }
    }
  }
});
function misspelt(account18, annotation, meant) {
  return {
    at: annotation.keyPlace,
    message: `The annotation ${annotation.key} of the ServiceAccount ${nameOf(account18)} is not read by anything; ${meant} is.`,
    remedy: `Write ${meant}.`,
    about: aboutKey(account18, meant),
    fix: { safety: "safe", repairs: [{ kind: "rename-key", at: annotation, key: meant }] }
  };
}
function labelInstead(account18, label2, meant) {
  const into = account18.metadata.annotationsField;
  return {
    at: label2.keyPlace,
    message: `${label2.key} of the ServiceAccount ${nameOf(account18)} is a label; ${meant} is read from the annotations only.`,
    remedy: `Move it to metadata.annotations as ${meant}.`,
    about: aboutKey(account18, meant),
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
function aboutKey(account18, meant) {
  return cause(meant === identityKeys.clientId ? "client id" : meant, account18);
}
var account14 = (metadata) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
${metadata}`;
var id6 = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var examples73 = defineExamples({
  bad: [
    {
      title: "Underscore for hyphen",
      files: {
        "account.yaml": account14(`  annotations:
    azure.workload.identity/client_id: ${id6} #~ client-id-misspelt
`)
      }
    },
    {
      title: "Camel case",
      files: {
        "account.yaml": account14(`  annotations:
    azure.workload.identity/clientId: ${id6} #~ client-id-misspelt
`)
      }
    },
    {
      title: "A dot is missing in the prefix",
      files: {
        "account.yaml": account14(`  annotations:
    azureworkload.identity/client-id: ${id6} #~ client-id-misspelt
`)
      }
    },
    {
      title: "Pods ask for a token",
      files: {
        "all.yaml": account14(`  annotations:
    azure.workload.identity/client_id: ${id6} #~ client-id-misspelt
`) + examplePods()
      }
    },
    {
      title: "The tenant is misspelt, and the client id missing",
      files: {
        "all.yaml": account14("  annotations:\n    azure.workload.identity/tenantid: x #~ client-id-misspelt\n").replace(
          "name: orders",
          "name: orders #~ client-id-missing"
        ) + examplePods()
      }
    },
    {
      title: "A label instead of an annotation",
      files: {
        "account.yaml": account14(
          `  labels:
    app: orders
    azure.workload.identity/client-id: ${id6} #~ client-id-misspelt
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
        "account.yaml": account14(
          `  labels:
    azure.workload.identity/client-id: ${id6}
  annotations:
    azure.workload.identity/client_id: ${id6}
    azure.workload.identity/client-id: ${id6}
`
        )
      }
    },
    {
      title: "Nearly a key that is read from pods only",
      files: {
        "account.yaml": account14(
          `  labels:
    azure.workload.identity/used: "true"
  annotations:
    azure.workload.identity/client-id: ${id6}
    azure.workload.identity/skip-container: orders
`
        )
      }
    },
    {
      title: "Exactly so",
      files: { "account.yaml": account14(`  annotations:
    azure.workload.identity/client-id: ${id6}
`) }
    },
    {
      title: "Keys of other systems",
      files: {
        "account.yaml": account14(
          "  annotations:\n    iam.gke.io/gcp-service-account: orders@example.iam.gserviceaccount.com\n    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/orders\n"
        )
      }
    }
  ]
});

// src/rules/static/client-id-not-a-guid.ts
var rule74 = defineRule({
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
    for (const account18 of world.serviceAccounts) {
      const clientId2 = entryOf(account18.metadata.annotations, identityKeys.clientId);
      const text = clientId2?.string;
      if (!clientId2 || !text || hasPlaceholder(text)) continue;
      const fault = describeNotGuid(text);
      if (!fault) continue;
      yield {
        at: clientId2,
        message: `The client id of the ServiceAccount ${nameOf(account18)} is ${fault.description}: "${text}".`,
        about: cause("client id text", account18),
        ...fault.guid && { fix: { safety: "safe", repairs: [{ kind: "set-text", at: clientId2, text: fault.guid }] } }
      };
    }
  }
});
var account15 = (value) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: ${value}
`;
var mark39 = " #~ client-id-not-a-guid";
var examples74 = defineExamples({
  bad: [
    { title: "A leftover", files: { "account.yaml": account15(`TBA${mark39}`) } },
    {
      title: "The resource id",
      files: {
        "account.yaml": account15(
          `/subscriptions/7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90/resourceGroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/orders${mark39}`
        )
      }
    },
    { title: "A name", files: { "account.yaml": account15(`id-orders${mark39}`) } },
    { title: "Only zeros", files: { "account.yaml": account15(`"00000000-0000-0000-0000-000000000000"${mark39}`) } },
    {
      title: "Letters that no GUID has",
      files: { "account.yaml": account15(`xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx${mark39}`) }
    },
    { title: "Braces", files: { "account.yaml": account15(`"{1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}"${mark39}`) } },
    {
      title: "A space at the end",
      files: { "account.yaml": account15(`"1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11 "${mark39}`) }
    }
  ],
  good: [
    { title: "A GUID, in capitals too", files: { "account.yaml": account15("1B0F4A52-6F0A-4BB7-9D3C-0C6F4F7C2A11") } },
    { title: "Empty, which pods that need it report", files: { "account.yaml": account15('""') } },
    { title: "Flux and envsubst", files: { "account.yaml": account15("${ORDERS_CLIENT_ID}") } },
    { title: "With a default", files: { "account.yaml": account15("${ORDERS_CLIENT_ID:=none}") } },
    { title: "Make, or Azure Pipelines", files: { "account.yaml": account15("$(ORDERS_CLIENT_ID)") } },
    { title: "Token replacement", files: { "account.yaml": account15('"#{ORDERS_CLIENT_ID}#"') } },
    { title: "Double underscores", files: { "account.yaml": account15("__ORDERS_CLIENT_ID__") } },
    { title: "Angle brackets, replaced by a script", files: { "account.yaml": account15("<client-id>") } },
    { title: "An ApplicationSet value", files: { "account.yaml": account15("'{{metadata.annotations.client_id}}'") } },
    { title: "A word that a script replaces", files: { "account.yaml": account15("REPLACE_ME_CLIENT_ID") } },
    { title: "Encrypted", files: { "account.yaml": account15("ENC[AES256_GCM,data:q1,iv:q2,tag:q3,type:str]") } }
  ]
});

// src/rules/static/client-secret-beside-identity.ts
var rule75 = defineRule({
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
          if (winning.has(variable.name) && isGiven(variable)) yield observe6(workload, container, variable);
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
function observe6(workload, container, { name, field }) {
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
      const source = name && world.objects.find((object3) => isSource(world, workload, object3, kind, name));
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
function isSource(world, workload, object3, kind, name) {
  return object3.kind === kind && object3.metadata.nameField?.text === name.text && world.sees(workload.manifest, object3.manifest) && compareNamespaces(workload, object3) === "same";
}
function keysOf(object3) {
  return ["data", "stringData"].flatMap((key) => object3.root.get(key)?.entries() ?? []);
}
var pods5 = (container, more = {}) => exampleAccount() + examplePods({ container, ...more });
var secretKey = "valueFrom: {secretKeyRef: {name: azure, key: secret}}";
var mark40 = " #~ client-secret-beside-identity";
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
var examples75 = defineExamples({
  bad: [
    {
      title: "A secret from a Secret",
      files: { "all.yaml": pods5(["env:", `  - name: AZURE_CLIENT_SECRET${mark40}`, `    ${secretKey}`]) }
    },
    {
      title: "A certificate",
      files: {
        "all.yaml": pods5([
          "env:",
          `  - name: AZURE_CLIENT_CERTIFICATE_PATH${mark40}`,
          "    value: /certificates/azure.pem"
        ])
      }
    },
    {
      title: "All of a Secret",
      files: { "all.yaml": pods5(["envFrom:", "  - secretRef:", `      name: azure${mark40}`]) + secret("shop") }
    },
    {
      title: "All of a Secret, with a prefix",
      files: {
        "all.yaml": pods5(["envFrom:", "  - prefix: AZURE_CLIENT_", "    secretRef:", `      name: azure${mark40}`]) + secret("shop", "SECRET").replace(
          "name: azure",
          'name: azure, labels: {secrets-store.csi.k8s.io/managed: "true"}'
        )
      }
    },
    {
      title: "All of a ConfigMap",
      files: { "all.yaml": pods5(["envFrom:", "  - configMapRef:", `      name: azure${mark40}`]) + config }
    }
  ],
  good: [
    {
      title: "No secret, or an empty one",
      files: {
        "all.yaml": pods5(['env: [{name: AZURE_CLIENT_SECRET, value: ""}, {name: AZURE_REGION, value: westeurope}]'])
      }
    },
    {
      title: "A Secret of another namespace, and one with other keys",
      files: {
        "all.yaml": pods5(["envFrom: [{secretRef: {name: azure}}]"]) + secret("other") + secret("shop", "AZURE_CLIENT_NAME")
      }
    },
    {
      title: "A container that the webhook leaves alone",
      files: {
        "all.yaml": pods5([`env: [{name: AZURE_CLIENT_SECRET, ${secretKey}}]`], {
          annotations: ["azure.workload.identity/skip-containers: orders"]
        })
      }
    },
    {
      title: "Pods without workload identity",
      files: {
        "all.yaml": pods5([`env: [{name: AZURE_CLIENT_SECRET, ${secretKey}}]`], {
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
  const subjectOf3 = (identity3, subject) => {
    const subjects = identities.get(identity3) ?? /* @__PURE__ */ new Map();
    identities.set(identity3, subjects);
    const demand = subjects.get(subject) ?? { clusters: /* @__PURE__ */ new Map(), issuers: /* @__PURE__ */ new Map() };
    subjects.set(subject, demand);
    return demand;
  };
  for (const world of repository.worlds) {
    for (const account18 of world.serviceAccounts) addAccount(subjectOf3, world, account18);
  }
  for (const credential5 of repository.credentials) addDeclared(subjectOf3, credential5);
  return [...identities].map(([identity3, subjects]) => ({ identity: identity3, needs: [...subjects.values()].flatMap(needsOf) }));
}
function addAccount(subjectOf3, world, account18) {
  const clientId2 = account18.clientId?.string;
  if (!account18.clientId || !clientId2 || describeNotGuid(clientId2)) return;
  const at = account18.clientId.place;
  const identity3 = clientId2.toLowerCase();
  if (usesBindingsOnly(world, account18)) {
    subjectOf3(identity3, "identity binding").clusters.set("", { at, certain: true });
    return;
  }
  const subject = `system:serviceaccount:${writtenText(account18.namespace)}:${writtenText(account18.name)}`;
  const { clusters } = subjectOf3(identity3, subject);
  const environment = world.environmentOf(account18.manifest) ?? "";
  const certain = ![...clusters.keys()].some((known) => known.startsWith(`${environment}
`));
  const cluster6 = `${environment}
${world.name}`;
  if (!clusters.has(cluster6)) clusters.set(cluster6, { at, certain });
}
function usesBindingsOnly(world, account18) {
  const pods16 = templatesOf(world, account18);
  return pods16.length > 0 && pods16.every(({ template }) => bindingAnnotation(template));
}
function addDeclared(subjectOf3, credential5) {
  const owner = (credential5.clientId && literalOf(credential5.clientId.text)) ?? ownerOf(credential5);
  if (owner === void 0 || credential5.conditional || !credential5.subject) return;
  const issuer = credential5.issuer ? writtenText(credential5.issuer.text) : "";
  const { issuers } = subjectOf3(owner.toLowerCase(), writtenText(credential5.subject.text));
  if (!issuers.has(issuer)) issuers.set(issuer, { at: credential5.at, certain: true });
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
var rule76 = defineRule({
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
      if (demand.needs.length >= nearly) yield observe7(demand);
    }
  }
});
function observe7({ identity: identity3, needs }) {
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
var mark41 = " #~ credential-limit-exceeded";
var accounts = (count, marked3 = 0, start = 1) => Array.from(
  { length: count },
  (_, index) => exampleAccount({
    name: `orders-${index + start}`,
    clientId: index + 1 === marked3 ? exampleClientId + mark41 : exampleClientId
  })
).join("");
var binding3 = 'azure.workload.identity/use-identity-binding: "true"';
var role2 = `---
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
    annotations: [binding3],
    spec: [`serviceAccountName: orders-${index + 1}`]
  })
).join("");
var examples76 = defineExamples({
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
      files: { "all.yaml": accounts(21) + bound(21) + role2 }
    },
    {
      title: "Client ids that are filled in later may differ",
      files: { "all.yaml": accounts(21).replaceAll(exampleClientId, "${CLIENT_ID}") }
    }
  ]
});

// src/rules/static/identity-binding-not-authorised.ts
var rule77 = defineRule({
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
      const binding4 = bindingAnnotation(template);
      const match = binding4 && accountsFor(world, workload, template).find(({ certain }) => certain);
      const clientId2 = match?.account.clientId?.text;
      if (!binding4 || !match || !clientId2 || seen.has(match.account)) continue;
      seen.add(match.account);
      if (isClusterNamespace(literalOf(match.account.namespace)) || mayUse(world, match.account, clientId2)) continue;
      yield {
        at: match.account.metadata.nameField ?? match.account.root,
        message: `The ServiceAccount ${nameOf(match.account)} uses the identity ${clientId2} through an identity binding, and no ClusterRole of these files that is bound to it allows use-managed-identity for that client id.`,
        severity: world.complete ? severityOfAbsence(world, "warning") : "note",
        related: [{ at: binding4.keyPlace, note: "pods that use the binding" }]
      };
    }
  }
});
function mayUse(world, account18, clientId2) {
  const inSight = world.objects.filter((object3) => world.sees(account18.manifest, object3.manifest));
  const roles = inSight.filter((object3) => object3.kind === "ClusterRole" && allows(object3, clientId2));
  return inSight.filter((object3) => object3.kind === "ClusterRoleBinding" || object3.kind === "RoleBinding").some(
    (binding4) => roles.some((role4) => refersTo(binding4, role4)) && itemsOf(binding4, "subjects").some((subject) => isAccount(subject, account18))
  );
}
function allows(role4, clientId2) {
  const has = (rule100, key, wanted) => (rule100.get(key)?.items() ?? []).some(
    (item) => item.text === "*" || mayBe2(item.text?.toLowerCase(), readPlaceholders(wanted))
  );
  return itemsOf(role4, "rules").some(
    (rule100) => has(rule100, "apiGroups", "cid.wi.aks.azure.com") && has(rule100, "verbs", "use-managed-identity") && has(rule100, "resources", clientId2.toLowerCase())
  );
}
function refersTo(binding4, role4) {
  return binding4.root.get("roleRef", "kind")?.text === "ClusterRole" && mayBe2(binding4.root.get("roleRef", "name")?.text, role4.name);
}
function isAccount(subject, account18) {
  const kind = subject.get("kind")?.text;
  const name = subject.get("name")?.text;
  const namespace2 = writtenText(account18.namespace);
  if (kind === "ServiceAccount")
    return mayBe2(name, account18.name) && isNamespace(subject.get("namespace")?.text, account18);
  if (kind === "User")
    return mayBe2(name, readPlaceholders(`system:serviceaccount:${namespace2}:${writtenText(account18.name)}`));
  const groups2 = ["system:authenticated", "system:serviceaccounts", `system:serviceaccounts:${namespace2}`];
  return kind === "Group" && groups2.some((group2) => mayBe2(name, readPlaceholders(group2)));
}
function isNamespace(written2, account18) {
  return !account18.namespaceGiven || mayBe2(written2, account18.namespace);
}
function mayBe2(written2, wanted) {
  return written2 !== void 0 && compareTexts(readPlaceholders(written2), wanted) !== "different";
}
function itemsOf(object3, key) {
  return object3.root.get(key)?.items() ?? [];
}
var mark42 = " #~ identity-binding-not-authorised";
var pods6 = (binding4 = '"true"', use3 = '"true"') => examplePods({
  labels: [`azure.workload.identity/use: ${use3}`],
  annotations: [`azure.workload.identity/use-identity-binding: ${binding4}`]
});
var rights = ({
  group: group2 = "cid.wi.aks.azure.com",
  resource: resource2 = exampleClientId,
  verb = "use-managed-identity",
  role: role4 = "orders-identity",
  roleKind = "ClusterRole",
  bindingKind = "ClusterRoleBinding",
  subject = "kind: ServiceAccount, name: orders, namespace: shop"
} = {}) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${roleKind}
metadata: {name: orders-identity}
rules:
  - {apiGroups: ["${group2}"], resources: ["${resource2}"], verbs: ["${verb}"]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${bindingKind}
metadata: {name: orders-identity, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${roleKind}, name: ${role4}}
subjects:
  - {${subject}}
`;
var bad = (given) => ({
  "all.yaml": exampleAccount({ name: `orders${mark42}` }) + pods6() + (given ? rights(given) : "")
});
var good = (given) => ({ "all.yaml": exampleAccount() + pods6() + rights(given) });
var examples77 = defineExamples({
  bad: [
    {
      title: "A role of another environment",
      files: {
        "dev/all.yaml": exampleAccount({ name: `orders${mark42}` }) + pods6(),
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
        "all.yaml": exampleAccount() + pods6() + rights({
          resource: `c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77", "${exampleClientId}`,
          verb: 'get", "use-managed-identity',
          group: 'apps", "cid.wi.aks.azure.com',
          subject: "kind: ServiceAccount, name: other, namespace: shop"
        }).replace("rules:\n", "rules:\n  - {apiGroups: [apps], resources: [deployments], verbs: [get]}\n") + "  - {kind: ServiceAccount, name: orders, namespace: shop}\n"
      }
    },
    {
      title: "Which account it is is only known later",
      files: { "all.yaml": exampleAccount({ namespace: "${NAMESPACE}" }) + pods6() }
    },
    {
      title: "A namespace that the cluster owns",
      files: { "all.yaml": (exampleAccount() + pods6()).replaceAll("namespace: shop", "namespace: kube-system") }
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
    { title: "No binding is asked for", files: { "all.yaml": exampleAccount() + pods6('"false"') } },
    {
      title: "Pods that the webhook leaves alone",
      files: { "all.yaml": exampleAccount() + pods6('"true"', '"false"') }
    },
    {
      title: "No client id that could be bound",
      files: {
        "all.yaml": exampleAccount({ clientId: "# filled in by the pipeline" }) + pods6()
      }
    }
  ]
});

// src/rules/static/identity-binding-without-label.ts
var rule78 = defineRule({
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
        const binding4 = bindingAnnotation(template);
        const label2 = entryOf(template.metadata.labels, identityKeys.use)?.text ?? "";
        if (!binding4 || !template.complete || isLabelled(template)) continue;
        if (label2.toLowerCase() === "false" || hasPlaceholder(label2)) continue;
        yield {
          at: template.anchor.keyPlace,
          message: `Pods of the ${workload.kind} ${nameOf(workload)} have ${identityKeys.useBinding}, but not the label ${identityKeys.use} that makes the webhook look at it.`,
          related: [{ at: binding4.keyPlace, note: "the annotation that asks for the binding" }],
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
var role3 = `---
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
var pods7 = (labels, binding4 = '"true"', mark59 = "") => ({
  "all.yaml": exampleAccount() + role3 + examplePods({ labels, annotations: [`azure.workload.identity/use-identity-binding: ${binding4}`] }).replace(
    "      labels:\n",
    `      labels:${mark59}
`
  )
});
var examples78 = defineExamples({
  bad: [
    { title: "No label", files: pods7([], '"true"', " #~ identity-binding-without-label") },
    { title: "No label, the annotation in capitals", files: pods7([], '"TRUE"', " #~ identity-binding-without-label") }
  ],
  good: [
    { title: "Both", files: pods7(['azure.workload.identity/use: "true"']) },
    { title: "Off on purpose", files: pods7(['azure.workload.identity/use: "False"']) },
    { title: "The label is filled in later", files: pods7(['azure.workload.identity/use: "${USE_IDENTITY}"']) },
    {
      title: "Part of an object",
      files: {
        "all.yaml": pods7([])["all.yaml"].replace("          image: registry.example/orders:1\n", "")
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
var rule79 = defineRule({
  id: "metadata-value-not-string",
  title: "A label or annotation is not text",
  group: "Workload identity",
  why: 'Labels and annotations must be strings. Unquoted true, yes, on or 3600 are a boolean or a number to Kubernetes, and the API server refuses the whole object ("cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string").',
  remedy: "Put the value in quotes.",
  severity: "error",
  sources: ["Kubernetes API conventions (ObjectMeta)", "newrelic/nri-kubernetes issue 495"],
  *check(world) {
    const workloads = new Map(world.workloads.map((workload) => [workload.manifest, workload]));
    for (const object3 of world.objects) {
      const templates = workloads.get(object3.manifest)?.templates ?? [];
      const seen = /* @__PURE__ */ new Set();
      for (const { metadata } of [object3, ...templates]) {
        for (const entry of [...metadata.labels, ...metadata.annotations]) {
          if (seen.has(entry.node)) continue;
          seen.add(entry.node);
          if (isOurs(entry.key) && isNotText(entry)) yield observe8(object3, entry);
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
function observe8(object3, entry) {
  const kind = typeof entry.value === "boolean" ? "a boolean" : "a number";
  return {
    at: entry,
    message: `${entry.key} of the ${object3.kind} ${nameOf(object3)} is ${entry.text}, which Kubernetes reads as ${kind}; the API server refuses the object.`,
    about: cause(entry.key === identityKeys.use ? "pod label" : entry.key, object3),
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
var deployment6 = (label2) => `apiVersion: apps/v1
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
var examples79 = defineExamples({
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
    { title: "A bare true", files: { "deployment.yaml": deployment6("true #~ metadata-value-not-string") } },
    { title: "A YAML 1.1 boolean", files: { "deployment.yaml": deployment6("yes #~ metadata-value-not-string") } },
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
    { title: "Keys of others", files: { "deployment.yaml": deployment6('"true"\n        version: 1') } },
    { title: "In quotes", files: { "deployment.yaml": deployment6('"true"') } },
    {
      title: "A tag makes it text",
      files: { "deployment.yaml": deployment6("!!str true") }
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
var rule80 = defineRule({
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
  for (const object3 of world.objects) {
    if (object3.kind !== "Secret" && object3.kind !== "ConfigMap" || object3.root.get("sops")) continue;
    const entries = [
      ...entriesOf(object3, "stringData", (text) => text),
      ...entriesOf(object3, "data", decoderFor(object3))
    ];
    for (const entry of entries) {
      const holds2 = isSecretKey(entry.field.key, entries, object3) ? isLiteralSecret(entry.text) : isLiteralSecret(secretInJson(entry.text));
      if (!holds2) continue;
      yield {
        at: entry.field.keyPlace,
        message: `The ${object3.kind} ${nameOf(object3)} holds a client secret under ${entry.field.key}${object3.kind === "Secret" ? "; base64 hides nothing" : ""}.`
      };
    }
  }
}
function entriesOf(object3, key, decode) {
  return (object3.root.get(key)?.entries() ?? []).map((field) => ({ field, text: decode(field.text ?? "") }));
}
function decoderFor(object3) {
  if (object3.kind !== "Secret") return (text) => text;
  return (text) => {
    if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text)) return "";
    const decoded = Buffer.from(text, "base64").toString("utf8");
    return /^[\t\n\r\x20-\x7e]*$/.test(decoded) ? decoded : "";
  };
}
function isSecretKey(key, entries, object3) {
  if (named.test(key)) return true;
  if (plain2(key) !== "clientsecret") return false;
  const keys2 = new Set(entries.map(({ field }) => plain2(field.key)));
  const forKeyVault = entryOf(object3.metadata.labels, "secrets-store.csi.k8s.io/used") !== void 0;
  return keys2.has("clientid") && (keys2.has("tenantid") || forKeyVault);
}
function plain2(key) {
  return key.toLowerCase().replace(/[-_.]/g, "");
}
function secretInJson(text) {
  if (!/"(?:aad)?(?:tenantId|subscriptionId)"/.test(text)) return void 0;
  return /"(?:aad)?[cC]lientSecret"\s*:\s*"([^"]*)"/.exec(text)?.[1];
}
var mark43 = " #~ plain-client-secret";
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
var pods8 = (value, name = "AZURE_CLIENT_SECRET") => ({
  "all.yaml": exampleAccount() + examplePods({ labels: [], container: ["env:", `  - name: ${name}`, `    value: ${value}`] }).replace(
    "serviceAccountName: orders",
    "serviceAccountName: other"
  )
});
var examples80 = defineExamples({
  bad: [
    { title: "In a variable", files: pods8(word, `AZURE_CLIENT_SECRET${mark43}`) },
    {
      title: "In a variable of pods with workload identity",
      files: {
        "all.yaml": exampleAccount() + examplePods({ container: ["env:", `  - name: AZURE_CLIENT_SECRET${mark43}`, `    value: ${word}`] })
      }
    },
    { title: "In a Secret, as it is", files: secret2(`stringData:
  AZURE_CLIENT_SECRET: ${word}${mark43}
`) },
    { title: "In a Secret, as base64", files: secret2(`data:
  ARM_CLIENT_SECRET: ${encoded(word)}${mark43}
`) },
    {
      title: "Beside a client id and a tenant",
      files: secret2(`stringData:
  client-id: a
  tenantId: b
  client-secret: ${word}${mark43}
`)
    },
    {
      title: "For the Key Vault driver",
      files: secret2(
        `data:
  clientid: ${encoded("a")}
  clientsecret: ${encoded(word)}${mark43}
`,
        '  labels: {secrets-store.csi.k8s.io/used: "true"}\n'
      )
    },
    { title: "In JSON", files: secret2(`stringData:
  credentials: '${json(word)}'${mark43}
`) },
    {
      title: "In a ConfigMap",
      files: {
        "config.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: azure, namespace: shop}
data:
  AZURE_CLIENT_SECRET: ${word}${mark43}
`
      }
    }
  ],
  good: [
    { title: "Filled in later", files: pods8('"${CLIENT_SECRET}"') },
    { title: "Empty", files: pods8('""') },
    { title: "A leftover", files: pods8("changeme") },
    { title: "A word for it", files: pods8("your-client-secret") },
    { title: "A reference", files: pods8("ref+azurekeyvault://shop/azure") },
    {
      title: "From a Secret",
      files: {
        "all.yaml": exampleAccount() + examplePods({
          labels: ['azure.workload.identity/use: "false"'],
          container: ["env: [{name: AZURE_CLIENT_SECRET, valueFrom: {secretKeyRef: {name: azure, key: secret}}}]"]
        })
      }
    },
    { title: "Another variable", files: pods8(word, "AZURE_CLIENT_NAME") },
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
var rule81 = defineRule({
  id: "pod-label-misplaced",
  title: "The workload identity label is not on the pod template",
  group: "Workload identity",
  why: "The webhook selects pods by their own labels. A label on the Deployment, the Job, the Service, or written as an annotation is never looked at: the pods start without AZURE_* variables and without a token, and the application fails at its first call to Azure.",
  remedy: "Move the line to the labels of the pod template (`spec.template.metadata.labels`).",
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook (objectSelector), issues 751 and 1185"],
  *check(world) {
    for (const workload of world.workloads) yield* checkWorkload(world, workload);
    for (const object3 of world.objects) yield* checkOther(world, object3);
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
    yield observe9(label2, `the ${workload.kind} ${nameOf(workload)}`, broken, { workload, template });
  }
}
function* checkOther(world, object3) {
  if (object3.kind === "ServiceAccount" || isCustom2(object3)) return;
  if (world.workloads.some((workload) => workload.manifest === object3.manifest)) return;
  const labels = [...object3.metadata.labels, ...object3.metadata.annotations].filter(asksForWebhook);
  if (labels.length === 0) return;
  const pods16 = object3.kind === "Service" ? selectedBy(world, object3) : [];
  if (pods16.some(({ template }) => isLabelled(template))) return;
  const broken = pods16.find((pod3) => needsLabel(world, pod3));
  for (const label2 of labels)
    yield observe9(label2, `the ${object3.kind} ${nameOf(object3)}`, broken !== void 0, broken);
}
function isCustom2({ group: group2 }) {
  return group2.includes(".") && !group2.endsWith(".k8s.io");
}
function asksForWebhook(entry) {
  return entry.key === identityKeys.use && entry.text?.toLowerCase() !== "false";
}
function observe9(label2, owner, broken, pod3) {
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
  return accountsFor(world, workload, template).some(({ account: account18, certain }) => certain && account18.clientId?.text);
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
var mark44 = " #~ pod-label-misplaced";
var onDeployment = (pods16 = {}, value = `"true"${mark44}`) => examplePods({ labels: [], ...pods16 }).replace(
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
    ${use2}${mark44}
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
var other3 = (apiVersion, kind, label2 = use2 + mark44) => `---
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
var elsewhere2 = (pods16) => pods16.replace("serviceAccountName: orders", "serviceAccountName: elsewhere");
var examples81 = defineExamples({
  bad: [
    { title: "On the Deployment", severity: "error", files: { "all.yaml": exampleAccount() + onDeployment() } },
    {
      title: "As an annotation of the pod template",
      severity: "error",
      files: { "all.yaml": exampleAccount() + examplePods({ labels: [], annotations: ["team: orders", use2 + mark44] }) }
    },
    {
      title: "On the Service",
      severity: "error",
      files: { "all.yaml": exampleAccount() + examplePods({ labels: [] }) + service(use2 + mark44) }
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
        "all.yaml": exampleAccount() + examplePods() + service(use2 + mark44, "{app: other}") + service(use2 + mark44, "{app: orders, tier: web}").replace("name: orders", "name: web") + service(use2 + mark44, "{}").replace("name: orders", "name: none") + service(use2 + mark44, "{app: orders}", "other")
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
function borrowerOf(world, account18) {
  return loansOf(world).find(
    ({ borrower, name, namespace: namespace2 }) => name === account18.metadata.nameField?.text && world.sees(borrower.manifest, account18.manifest) && (namespace2 === void 0 ? borrower.kind.startsWith("Cluster") || compareNamespaces(borrower, account18) !== "different" : namespace2 === account18.metadata.namespaceField?.text)
  )?.borrower;
}
function loansOf(world) {
  let loans = loansByWorld.get(world);
  if (!loans) {
    loans = world.objects.filter((object3) => kinds.test(object3.kind)).flatMap((borrower) => [...namesIn(borrower.root.get("spec"))].map((loan) => ({ borrower, ...loan })));
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
var rule82 = defineRule({
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
    for (const account18 of world.serviceAccounts) {
      if (!account18.clientId?.text || isClusterNamespace(literalOf(account18.namespace))) continue;
      if (borrowerOf(world, account18)) continue;
      yield* checkAccount2(world, account18);
    }
  }
});
function* checkAccount2(world, account18) {
  const pods16 = templatesOf(world, account18).filter(({ template }) => template.complete);
  if (pods16.some(({ template }) => entryOf(template.metadata.labels, identityKeys.use))) return;
  for (const pod3 of pods16) {
    const certain = accountsFor(world, pod3.workload, pod3.template).some(
      (match) => match.account === account18 && match.certain
    );
    if (certain && !hasOtherTokenSource(world, pod3.workload, pod3.template)) yield observe10(world, account18, pod3);
  }
}
function observe10(world, account18, { workload, template }) {
  const misspelt2 = template.metadata.labels.find((label2) => misspeltKey(label2.key) === identityKeys.use);
  const [reads2] = injectedUses(template);
  const runs = `Pods of the ${workload.kind} ${nameOf(workload)} run as ${nameOf(account18)}, which has a client id`;
  const related = [{ at: account18.metadata.nameField ?? account18.root, note: "the account with the client id" }];
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
var unlabelled = (pods16 = {}) => examplePods({ labels: [], ...pods16 }).replace("      labels:\n", "      labels: #~ pod-label-missing\n");
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
var examples82 = defineExamples({
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
var rule83 = defineRule({
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
var examples83 = defineExamples({
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
var rule84 = defineRule({
  id: "proxy-port-invalid",
  title: "The port of the proxy sidecar cannot be used",
  group: "Workload identity",
  why: "The webhook refuses pods whose port is not a number, the API server those whose port is outside 1 to 65535: no pod is created, and only an event says why. When a container has the port already, the proxy cannot listen and stops.",
  remedy: 'Write a free port from "1" to "65535", as digits in quotes.',
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (getProxyPort), pkg/proxy/proxy.go"],
  *check(world) {
    for (const pods16 of labelledPods(world)) {
      const proxy2 = proxyAnnotation(pods16.template);
      if (proxy2) yield* checkPort(pods16, proxy2);
    }
  }
});
function* checkPort(pods16, proxy2) {
  const port = entryOf(pods16.template.metadata.annotations, identityKeys.proxyPort);
  if (!port) {
    yield* inUse(pods16, proxy2.keyPlace, defaultPort, "the port it takes by default");
    return;
  }
  const text = port.string ?? (port.value === null ? "" : void 0);
  if (text === void 0 || hasPlaceholder(text) || isEmptySlot(port)) return;
  const number = Number(text);
  if (/^[+-]?\d+$/.test(text) && number >= 1 && number <= 65535) {
    yield* inUse(pods16, port, number, "the port it is given");
    return;
  }
  yield {
    at: port,
    message: `${identityKeys.proxyPort} of the ${pods16.workload.kind} ${nameOf(pods16.workload)} is "${text}", which is no port from 1 to 65535; the pods are refused.`
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
var mark45 = " #~ proxy-port-invalid";
var web = (port, more = "") => ["ports:", `  - {containerPort: ${port}${more}}`];
var examples84 = defineExamples({
  bad: [
    { title: "Nothing after the colon", severity: "error", files: ported(mark45) },
    { title: "A name", severity: "error", files: ported(`http${mark45}`) },
    { title: "Empty", severity: "error", files: ported(`""${mark45}`) },
    { title: "Zero", severity: "error", files: ported(`"0"${mark45}`) },
    { title: "Too large", severity: "error", files: ported(`"65536"${mark45}`) },
    { title: "A port that the application uses", severity: "warning", files: ported(`"8080"${mark45}`, web(8080)) },
    {
      title: "The default port, which the application uses",
      severity: "warning",
      files: ported("", web(8e3), `"true"${mark45}`)
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
var rule85 = defineRule({
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
var pods9 = (value, label2 = '"true"') => ({
  "all.yaml": exampleAccount() + examplePods({
    labels: [`azure.workload.identity/use: ${label2}`],
    annotations: ["team: orders", `azure.workload.identity/inject-proxy-sidecar: ${value}`]
  })
});
var mark46 = " #~ proxy-sidecar-always-on";
var examples85 = defineExamples({
  bad: [
    { title: "Meant to be off", files: pods9(`"false"${mark46}`) },
    { title: "Empty", files: pods9(`""${mark46}`) },
    { title: "On, by another word", files: pods9(`"True"${mark46}`) }
  ],
  good: [
    { title: "On", files: pods9('"true"') },
    { title: "Filled in later", files: pods9('"${INJECT_PROXY}"') },
    { title: "A slot that the pipeline fills in", files: pods9("# filled in by the pipeline") },
    { title: "Pods that the webhook leaves alone", files: pods9('"false"', '"false"') },
    { title: "No annotation", files: { "all.yaml": exampleAccount() + examplePods() } }
  ]
});

// src/rules/static/proxy-sidecar-forbidden.ts
var rule86 = defineRule({
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
  for (const object3 of world.objects) {
    if (!world.sees(workload.manifest, object3.manifest)) continue;
    const ban = object3.kind === "Namespace" ? enforcedLevel(object3, workload) : constraint(object3, workload);
    if (ban) return ban;
  }
  return void 0;
}
function enforcedLevel(object3, workload) {
  if (compareTexts(object3.name, workload.namespace) !== "same") return void 0;
  const level2 = entryOf(object3.metadata.labels, "pod-security.kubernetes.io/enforce");
  if (level2?.text !== "baseline" && level2?.text !== "restricted") return void 0;
  return { at: level2, reason: `the namespace enforces the Pod Security level ${level2.text}` };
}
function constraint(object3, workload) {
  if (object3.kind !== "K8sPSPCapabilities") return void 0;
  const spec = object3.root.get("spec");
  const parameters = spec?.get("parameters");
  const allowed = (parameters?.get("allowedCapabilities")?.items() ?? []).map((field) => field.text?.toUpperCase());
  const denies = (spec?.get("enforcementAction")?.text ?? "deny") === "deny";
  const exempt = (parameters?.get("exemptImages")?.items() ?? []).length > 0;
  if (!denies || exempt || allowed.includes("*") || allowed.includes("NET_ADMIN")) return void 0;
  if (!appliesTo(spec?.get("match"), literalOf(workload.namespace))) return void 0;
  return {
    at: parameters?.get("allowedCapabilities") ?? object3.metadata.nameField ?? object3.root,
    reason: `the Gatekeeper constraint ${nameOf(object3)} does not allow that capability`
  };
}
function appliesTo(match, namespace2) {
  if (namespace2 === void 0 || match?.get("namespaceSelector") || match?.get("labelSelector")) return false;
  const texts = (field) => (field?.items() ?? []).map((item) => item.text ?? "");
  const kinds2 = match?.get("kinds")?.items() ?? [];
  const pods16 = kinds2.some((kind) => texts(kind.get("kinds")).some((name) => name === "Pod" || name === "*"));
  if (kinds2.length > 0 && !pods16) return false;
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
var pods10 = (mark59) => exampleAccount() + examplePods({ annotations: [`${proxy}${mark59}`] });
var bad2 = (...more) => ({ "all.yaml": pods10(" #~ proxy-sidecar-forbidden") + more.join("") });
var good2 = (...more) => ({ "all.yaml": pods10("") + more.join("") });
var examples86 = defineExamples({
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
var rule87 = defineRule({
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
var pods11 = (value, hostNetwork, label2 = '"true"') => ({
  "all.yaml": exampleAccount() + examplePods({
    labels: [`azure.workload.identity/use: ${label2}`],
    annotations: [`azure.workload.identity/inject-proxy-sidecar: ${value}`],
    spec: ["serviceAccountName: orders", `hostNetwork: ${hostNetwork}`]
  })
});
var mark47 = " #~ proxy-sidecar-host-network";
var examples87 = defineExamples({
  bad: [
    { title: "Both", files: pods11(`"true"${mark47}`, "true") },
    { title: "Meant to be off, which adds it too", files: pods11(`"false"${mark47}`, "true") }
  ],
  good: [
    { title: "A network of their own", files: pods11('"true"', "false") },
    { title: "Pods that the webhook leaves alone", files: pods11('"true"', "true", '"false"') },
    {
      title: "hostNetwork without the proxy",
      files: {
        "all.yaml": exampleAccount() + examplePods({ spec: ["serviceAccountName: orders", "hostNetwork: true"] })
      }
    }
  ]
});

// src/rules/static/selector-holds-identity-label.ts
var rule88 = defineRule({
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
var mark48 = " #~ selector-holds-identity-label";
var pods12 = (selector) => exampleAccount() + examplePods().replace("    matchLabels:\n      app: orders\n", selector);
var examples88 = defineExamples({
  bad: [
    {
      title: "Among its labels",
      files: {
        "all.yaml": pods12(`    matchLabels:
      app: orders
      azure.workload.identity/use: "true"${mark48}
`)
      }
    },
    {
      title: "In an expression",
      files: {
        "all.yaml": pods12(
          `    matchExpressions:
      - {key: app, operator: Exists}
      - key: azure.workload.identity/use${mark48}
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
var rule89 = defineRule({
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
      if (matches.some(({ account: account18 }) => account18.clientId)) continue;
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
    (credential5) => credential5.subject && compareTexts(credential5.subject.text, subject) !== "different"
  );
}
function unusedAccount(world, workload) {
  return world.serviceAccounts.find(
    (account18) => account18.clientId?.text && world.sees(workload.manifest, account18.manifest) && compareNamespaces(workload, account18) === "same" && templatesOf(world, account18).length === 0
  );
}
var mark49 = " #~ service-account-default";
var unnamed = (name = "orders", namespace2 = "shop") => examplePods({ name, namespace: namespace2, spec: [] });
var defaultAccount = (annotation) => `---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
  namespace: shop
${annotation}`;
var examples89 = defineExamples({
  bad: [
    { title: "No account is named", files: { "all.yaml": unnamed(`orders${mark49}`) } },
    {
      title: "An account with a client id is there, and nothing runs as it",
      files: { "all.yaml": exampleAccount() + unnamed(`orders${mark49}`) }
    },
    {
      title: "By its name",
      files: { "all.yaml": exampleAccount() + examplePods({ spec: [`serviceAccountName: default${mark49}`] }) }
    },
    {
      title: "The account is here, without a client id",
      files: { "all.yaml": defaultAccount("") + unnamed(`orders${mark49}`) }
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
var rule90 = defineRule({
  id: "service-account-label-ignored",
  title: "The label on the ServiceAccount does nothing",
  group: "Workload identity",
  why: "Up to version 0.14 the webhook looked at this label of the account; since 1.0, and on AKS since January 2023, it looks at the labels of the pods alone. On the account it only misleads.",
  remedy: "Remove it here, and make sure that the pods have it.",
  severity: "note",
  sources: ["Azure/azure-workload-identity releases v0.15.0 and v1.0.0", "Azure/AKS release 2023-01-29"],
  *check(world) {
    for (const account18 of world.serviceAccounts) {
      const label2 = entryOf(account18.metadata.labels, identityKeys.use);
      if (!label2 || label2.text?.toLowerCase() === "false" || servesRouting(world, account18)) continue;
      yield {
        at: label2.keyPlace,
        message: `The label ${identityKeys.use} of the ServiceAccount ${nameOf(account18)} is not read by the webhook; only that of pods is.`
      };
    }
  }
});
var certificateAccount = "kubernetes.azure.com/tls-cert-service-account";
function servesRouting(world, account18) {
  return world.objects.some(
    (object3) => object3.kind === "Gateway" && world.sees(account18.manifest, object3.manifest) && compareNamespaces(account18, object3) !== "different" && [...scalarsOf(object3.root)].some(
      (field) => field.key === certificateAccount && field.text === account18.metadata.nameField?.text
    )
  );
}
var account16 = (label2) => exampleAccount().replace("  annotations:", `  labels:
    azure.workload.identity/use: ${label2}
  annotations:`);
var mark50 = " #~ service-account-label-ignored";
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
var examples90 = defineExamples({
  bad: [
    { title: "On the account alone", files: { "account.yaml": account16(`"true"${mark50}`) } },
    { title: "On the account and on the pods", files: { "all.yaml": account16(`"true"${mark50}`) + examplePods() } },
    {
      title: "Gateways that use other accounts",
      files: { "all.yaml": account16(`"true"${mark50}`) + gateway("other") + gateway("orders", "other") }
    }
  ],
  good: [
    { title: "No label", files: { "all.yaml": exampleAccount() + examplePods() } },
    { title: "Off on purpose", files: { "account.yaml": account16('"False"') } },
    { title: "The certificate of a gateway", files: { "all.yaml": account16('"true"') + gateway("orders") } }
  ]
});

// src/rules/account-makers.ts
var makers = /* @__PURE__ */ new Set(["HelmRelease", "ApplicationIdentity", "WorkloadIdentity", "Cluster"]);
function mayMakeAccounts(world, repository, object3) {
  return repository.scripts.createsAccounts || world.objects.some(
    (other5) => makers.has(other5.kind) && world.sees(object3.manifest, other5.manifest) && compareNamespaces(object3, other5) !== "different"
  );
}

// src/rules/static/service-account-missing.ts
var rule91 = defineRule({
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
    (account18) => world.sees(workload.manifest, account18.manifest) && account18.namespaceGiven && compareNamespaces(workload, account18) === "same"
  );
  return declared && !neighbours(world, workload, template).some((pods16) => isMissing(world, pods16.workload, pods16.template));
}
function neighbours(world, workload, template) {
  return [...labelledPods(world)].filter(
    (other5) => world.sees(workload.manifest, other5.workload.manifest) && compareNamespaces(workload, other5.workload) === "same" && compareTexts(template.account, other5.template.account) !== "same"
  );
}
var mark51 = " #~ service-account-missing";
var pods13 = (name, more = "", namespace2 = "shop") => examplePods({ name, namespace: namespace2, spec: [`serviceAccountName: ${name}${more}`] });
var identity2 = (kind, namespace2 = "shop") => `---
apiVersion: application.dis.altinn.cloud/v1alpha1
kind: ${kind}
metadata: {name: orders, namespace: ${namespace2}}
`;
var examples91 = defineExamples({
  bad: [
    { title: "No account at all", severity: "note", files: { "all.yaml": pods13("orders", mark51) } },
    {
      title: "The only one that is missing",
      severity: "warning",
      files: { "all.yaml": exampleAccount() + pods13("orders") + pods13("invoices", mark51) }
    },
    {
      title: "Accounts of another namespace only",
      severity: "note",
      files: { "all.yaml": exampleAccount({ namespace: "other", name: "other" }) + pods13("orders", mark51) }
    },
    {
      title: "One of several that are missing",
      severity: "note",
      files: { "all.yaml": exampleAccount() + pods13("orders") + pods13("invoices", mark51) + pods13("reports", mark51) }
    },
    {
      title: "An operator makes accounts in that namespace",
      severity: "note",
      files: {
        "all.yaml": exampleAccount() + pods13("orders") + pods13("invoices", mark51) + identity2("ApplicationIdentity")
      }
    },
    {
      title: "An operator makes accounts in another namespace",
      severity: "warning",
      files: {
        "all.yaml": exampleAccount() + pods13("orders") + pods13("invoices", mark51) + identity2("WorkloadIdentity", "other")
      }
    },
    {
      title: "A file that cannot be read may hold it",
      severity: "note",
      files: {
        "all.yaml": exampleAccount() + pods13("orders") + pods13("invoices", mark51),
        "broken.yaml": 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: invoices\n  annotations: {azure.workload.identity/client-id: "1b0f\n #~ syntax-error'
      }
    }
  ],
  good: [
    { title: "The account is here", files: { "all.yaml": exampleAccount() + pods13("orders") } },
    {
      title: "Its namespace is filled in later",
      files: { "all.yaml": exampleAccount({ namespace: "${NAMESPACE}" }) + pods13("orders") }
    },
    {
      title: "Its name is filled in later",
      files: {
        "all.yaml": pods13("orders").replace("serviceAccountName: orders", 'serviceAccountName: "${ACCOUNT}"')
      }
    },
    { title: "A namespace that the cluster owns", files: { "all.yaml": pods13("orders", "", "kube-system") } },
    {
      title: "Part of an object",
      files: { "all.yaml": pods13("orders").replace("          image: registry.example/orders:1\n", "") }
    },
    {
      title: "Pods that the webhook leaves alone",
      files: { "all.yaml": pods13("orders").replace('use: "true"', 'use: "false"') }
    }
  ]
});

// src/rules/static/service-account-wrong-namespace.ts
var rule92 = defineRule({
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
        yield observe11({ workload, template }, twin, severityOfAbsence(world, certain ? "error" : "warning"));
      }
    }
  }
});
function isLiteral(object3) {
  return literalOf(object3.namespace) !== void 0;
}
function observe11({ workload, template }, twin, severity) {
  const name = writtenText(template.account);
  return {
    at: template.accountField ?? template.anchor,
    message: `Pods of the ${workload.kind} ${nameOf(workload)} run as "${name}", but the only ServiceAccount of that name is in namespace "${writtenText(twin.namespace)}".`,
    severity,
    related: [{ at: twin.metadata.namespaceField ?? twin.root, note: "the account of that name" }],
    about: cause("account", workload)
  };
}
var mark52 = " #~ service-account-wrong-namespace";
var files3 = (podNamespace, mark59, more = "") => ({
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
      serviceAccountName: orders${mark59}
      containers:
        - {name: orders, image: "registry.example/orders:1"}
${more}`
});
var examples92 = defineExamples({
  bad: [
    { title: "Account in one namespace, pods in another", severity: "error", files: files3("shop", mark52) },
    {
      title: "Pods of its own namespace use the account",
      severity: "warning",
      files: files3("shop", mark52, examplePods({ namespace: "identity" }))
    },
    {
      title: "Two accounts of that name, one of them in use",
      severity: "warning",
      files: files3("shop", mark52, exampleAccount({ namespace: "other" }) + examplePods({ namespace: "other" }))
    },
    {
      title: "An account without identity, whose pods are not all known",
      severity: "warning",
      files: {
        "all.yaml": `apiVersion: v1
kind: ServiceAccount
metadata: {name: orders, namespace: identity}
${examplePods({ spec: [`serviceAccountName: orders${mark52}`] })}`
      }
    },
    {
      title: "A chart may make the account",
      severity: "warning",
      files: files3(
        "shop",
        mark52,
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
    { title: "A namespace that the cluster owns", files: files3("kube-system", "") },
    {
      title: "Pods that the webhook leaves alone",
      files: {
        "all.yaml": exampleAccount({ namespace: "identity" }) + examplePods({ labels: ['azure.workload.identity/use: "false"'] })
      }
    },
    { title: "Same namespace", files: files3("identity", "") },
    { title: "The namespace is filled in later", files: files3('"${NAMESPACE}"', "") },
    {
      title: "An account of that name in both",
      files: files3(
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
var rule93 = defineRule({
  id: "shared-identity-across-environments",
  title: "One identity serves several environments",
  group: "Workload identity",
  why: "Whoever can change a workload of the lesser environment gets the rights that the identity has in the other one. Often it is a client id that was copied with the file and never changed.",
  remedy: "Give each environment an identity of its own; where sharing is wanted, switch this rule off under `rules` in idwire.yaml.",
  severity: "warning",
  sources: ["Microsoft Entra documentation, managed identity best practices"],
  *checkRepository(repository) {
    for (const uses of usesByIdentity(repository).values()) {
      const [main2, ...others] = [...firstByEnvironment(uses).values()].sort(mostProtectedFirst);
      for (const use3 of main2 ? others : []) {
        yield {
          at: use3.at,
          message: `The ${use3.object.kind} ${nameOf(use3.object)} of ${use3.environment} has the same identity as ${nameOf(main2.object)} of ${main2.environment}.`,
          related: [{ at: main2.at, note: `the same identity in ${main2.environment}` }]
        };
      }
    }
  }
});
function usesByIdentity(repository) {
  const identities = /* @__PURE__ */ new Map();
  for (const world of repository.worlds) {
    for (const { at, object: object3 } of clientIdsOf2(world)) {
      const environment = world.environmentOf(object3.manifest);
      const id7 = at.string?.toLowerCase();
      if (environment === void 0 || id7 === void 0 || describeNotGuid(id7)) continue;
      identities.set(id7, [...identities.get(id7) ?? [], { at, object: object3, environment }]);
    }
  }
  return identities;
}
function* clientIdsOf2(world) {
  for (const account18 of world.serviceAccounts) if (account18.clientId) yield { at: account18.clientId, object: account18 };
  for (const object3 of world.objects) {
    const at = object3.kind === "SecretProviderClass" ? object3.root.get("spec", "parameters", "clientID") : void 0;
    if (at) yield { at, object: object3 };
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
var mark53 = " #~ shared-identity-across-environments";
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
var examples93 = defineExamples({
  bad: [
    {
      title: "Development uses the identity of production",
      files: {
        "dev/account.yaml": exampleAccount({ clientId: exampleClientId.toUpperCase() + mark53 }),
        "prod/account.yaml": exampleAccount()
      }
    },
    {
      title: "Three environments, several accounts",
      files: {
        "dev/account.yaml": exampleAccount({ clientId: exampleClientId + mark53 }) + exampleAccount({ name: "reports" }),
        "staging/account.yaml": exampleAccount(),
        "test/account.yaml": exampleAccount({ clientId: exampleClientId + mark53 })
      }
    },
    {
      title: "Two environments of equal rank",
      files: {
        "dev/account.yaml": exampleAccount(),
        "sandbox/account.yaml": exampleAccount({ clientId: exampleClientId + mark53 })
      }
    },
    {
      title: "A class of the Key Vault driver",
      files: { "dev/class.yaml": secretClass2(exampleClientId + mark53), "prod/class.yaml": secretClass2(exampleClientId) }
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
var rule94 = defineRule({
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
var pods14 = (names3, more = []) => ({
  "all.yaml": exampleAccount() + examplePods({
    annotations: [`azure.workload.identity/skip-containers: ${names3}`, ...more],
    spec: [
      "serviceAccountName: orders",
      "initContainers:",
      '  - {name: prepare, image: "registry.example/prepare:1"}'
    ]
  })
});
var mark54 = " #~ skip-containers-unknown";
var examples94 = defineExamples({
  bad: [
    { title: "Commas", files: pods14(`orders,prepare${mark54}`) },
    { title: "A typing error", files: pods14(`order${mark54}`) },
    { title: "One of two", files: pods14(`prepare; sidecar${mark54}`) },
    {
      title: "The webhook's own sidecar",
      files: pods14(`azwi-proxy${mark54}`, ['azure.workload.identity/inject-proxy-sidecar: "true"'])
    },
    { title: "Its sidecar, where none is asked for", files: pods14(`azwi-proxy${mark54}`) }
  ],
  good: [
    { title: "A container and an init container", files: pods14("prepare;orders") },
    { title: "Spaces, and a semicolon at the end", files: pods14('" prepare ; orders; "') },
    { title: "A sidecar that another webhook adds", files: pods14("istio-proxy") },
    { title: "Filled in later", files: pods14('"${SKIPPED}"') },
    { title: "Nothing to skip", files: pods14('""') },
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
var rule95 = defineRule({
  id: "tenant-id-empty",
  title: "The tenant id is empty",
  group: "Workload identity",
  why: "Without the annotation the webhook sets AZURE_TENANT_ID to the tenant of the cluster. The annotation alone, even empty, switches that default off: the pods get no tenant id, or an empty one, and no token.",
  remedy: "Remove the annotation to use the tenant of the cluster, or write the GUID of the tenant.",
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go", "kedacore/charts issue 284"],
  *check(world) {
    for (const account18 of world.serviceAccounts) {
      const tenantId = account18.tenantId;
      if (!tenantId || !isEmpty(tenantId.string ?? tenantId.value) || isEmptySlot(tenantId)) continue;
      yield {
        at: tenantId.keyPlace,
        message: `The tenant id of the ServiceAccount ${nameOf(account18)} is empty, so that its pods get no AZURE_TENANT_ID at all.`,
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
var examples95 = defineExamples({
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
var rule96 = defineRule({
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
    for (const account18 of world.serviceAccounts) {
      const text = account18.tenantId?.string;
      if (!account18.tenantId || !text || hasPlaceholder(text)) continue;
      const fault = describeNotGuid(text);
      if (!fault) continue;
      const domain = isDomain(text);
      yield {
        at: account18.tenantId,
        message: `The tenant id of the ServiceAccount ${nameOf(account18)} is ${domain ? "a domain name" : fault.description}: "${text}".`,
        // Entra finds a tenant by a verified domain too; not every reader of AZURE_TENANT_ID does.
        severity: domain ? "warning" : "error",
        ...fault.guid && {
          fix: { safety: "safe", repairs: [{ kind: "set-text", at: account18.tenantId, text: fault.guid }] }
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
var mark55 = " #~ tenant-id-not-a-guid";
var examples96 = defineExamples({
  bad: [
    { title: "A name", severity: "error", files: tenant2(`contoso${mark55}`) },
    { title: "A leftover", severity: "error", files: tenant2(`TBD${mark55}`) },
    { title: "An alias that only people can sign in through", severity: "error", files: tenant2(`common${mark55}`) },
    { title: "A space before", severity: "error", files: tenant2(`" ${exampleTenantId}"${mark55}`) },
    { title: "A domain", severity: "warning", files: tenant2(`contoso.example.com${mark55}`) }
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
var rule97 = defineRule({
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
          yield* observe12(workload, entryOf(template.metadata.annotations, identityKeys.tokenExpiration));
      }
    }
    for (const account18 of world.serviceAccounts) {
      const pods16 = templatesOf(world, account18).filter(({ template }) => isLabelled(template));
      const read2 = pods16.some(
        ({ template }) => !entryOf(template.metadata.annotations, identityKeys.tokenExpiration)?.text
      );
      if (pods16.length === 0 || read2)
        yield* observe12(account18, entryOf(account18.metadata.annotations, identityKeys.tokenExpiration));
    }
  }
});
function* observe12(object3, field) {
  const text = field?.string;
  if (!field || !text || hasPlaceholder(text)) return;
  const whole = /^[+-]?\d+$/.test(text);
  const seconds = Number(text);
  if (whole && seconds >= shortest && seconds <= longest) return;
  yield {
    at: field,
    message: whole ? `The token lifetime of the ${object3.kind} ${nameOf(object3)} is ${text} seconds; the webhook takes ${shortest} to ${longest} and refuses the pods.` : `The token lifetime of the ${object3.kind} ${nameOf(object3)} is "${text}", which is not a whole number of seconds; the webhook refuses the pods.`
  };
}
var account17 = (value) => `apiVersion: v1
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
var mark56 = " #~ token-lifetime-out-of-range";
var examples97 = defineExamples({
  bad: [
    {
      title: "One of two pods takes it from the account",
      files: { "pod.yaml": account17(`"60"${mark56}`) + pod2('"7200"') + pod2('""').replace("name: orders", "name: other") }
    },
    { title: "Half an hour", files: { "account.yaml": account17(`"1800"${mark56}`) } },
    { title: "Two days", files: { "account.yaml": account17(`"172800"${mark56}`) } },
    { title: "A unit", files: { "account.yaml": account17(`1h${mark56}`) } },
    { title: "A fraction, on the pod", files: { "pod.yaml": account17('"3600"') + pod2(`"3600.0"${mark56}`) } }
  ],
  good: [
    { title: "Empty: the default", files: { "account.yaml": account17('""') } },
    {
      title: "Pods that the webhook leaves alone never read it",
      files: {
        "pod.yaml": account17('"60"') + pod2('"7200"') + pod2('""').replace('use: "true"', 'use: "false"').replace("name: orders", "name: other")
      }
    },
    { title: "The shortest", files: { "account.yaml": account17('"3600"') } },
    { title: "The longest", files: { "account.yaml": account17('"86400"') } },
    { title: "The pod says otherwise, and wins", files: { "pod.yaml": account17('"60"') + pod2('"7200"') } },
    { title: "Filled in later", files: { "account.yaml": account17('"${LIFETIME}"') } }
  ]
});

// src/rules/static/token-path-hard-coded.ts
var rule98 = defineRule({
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
    for (const object3 of world.objects) {
      if (!mentions(object3, "run/secrets/azure/")) continue;
      const workload = workloads.get(object3.manifest);
      for (const field of workload ? usedBy(workload) : configuredBy(object3)) yield* observe13(world, object3, field);
    }
  }
});
var tokenPath = /(?:\/var)?\/run\/secrets\/azure\/(?:tokens|wi)(?![\w-])[\w./-]*/;
function usedBy(workload) {
  return workload.templates.flatMap((template) => template.containers).flatMap(({ field }) => ["env", "command", "args"].flatMap((key) => field.get(key) ?? [])).flatMap((field) => [...scalarsOf(field)]);
}
function configuredBy(object3) {
  const root = object3.kind === "ConfigMap" ? object3.root.get("data") : void 0;
  const values = object3.kind === "HelmRelease" ? object3.root.get("spec", "values") : void 0;
  return [root, values].flatMap((field) => field ? [...scalarsOf(field, /* @__PURE__ */ new Set(["volumeMounts"]))] : []);
}
function* observe13(world, object3, field) {
  const path6 = tokenPath.exec(field.text ?? "")?.[0];
  if (!path6 || mountsItself(world, object3, path6)) return;
  yield {
    at: placeOf(field, path6),
    message: `The ${object3.kind} ${nameOf(object3)} names ${path6}, a path that only some versions of the webhook use.`,
    about: cause(`env ${field.path.slice(0, -1).join("/")}`, object3)
  };
}
function mountsItself(world, object3, path6) {
  return world.workloads.some(
    (workload) => world.sees(object3.manifest, workload.manifest) && (object3.kind === "ConfigMap" || workload.manifest === object3.manifest) && workload.templates.flatMap(mountPaths).some((mounted2) => path6 === mounted2 || path6.startsWith(`${mounted2}/`))
  );
}
function mountPaths(template) {
  return template.containers.flatMap((container) => container.field.get("volumeMounts")?.items() ?? []).map((mount) => (mount.get("mountPath")?.text ?? "").replace(/\/$/, "")).filter((path6) => path6 !== "");
}
function placeOf(field, path6) {
  const { manifest, node } = field;
  const start = manifest.source.text.indexOf(path6, node.start);
  if (manifest.rendered || start === -1 || start >= node.end) return field;
  return { source: manifest.source, start, end: start + path6.length };
}
var old = "/var/run/secrets/azure/tokens/azure-identity-token";
var mark57 = " #~ token-path-hard-coded";
var config2 = (path6) => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: orders, namespace: shop}
data:
  other: "1"
  settings.ini: |
    [azure]
    token_file = ${path6}
`;
var mounted = (path6) => examplePods({
  spec: [
    "serviceAccountName: orders",
    "volumes:",
    "  - name: token",
    '    projected: {sources: [{serviceAccountToken: {audience: "api://AzureADTokenExchange", path: azure-identity-token}}]}'
  ],
  container: [`args: ["--token=${old}"]`, `volumeMounts: [{name: token, mountPath: ${path6}}]`]
});
var examples98 = defineExamples({
  bad: [
    {
      title: "In an argument",
      files: { "all.yaml": exampleAccount() + examplePods({ container: ["args:", `  - --token-file=${old}${mark57}`] }) }
    },
    {
      title: "The folder of a newer webhook, in the command",
      files: {
        "all.yaml": exampleAccount() + examplePods({
          container: ["command:", `  - "cat /var/run/secrets/azure/wi/token/azure-identity-token"${mark57}`]
        })
      }
    },
    {
      title: "Instead of the variable that the webhook sets",
      files: {
        "all.yaml": exampleAccount() + examplePods({ container: ["env:", "  - name: AZURE_FEDERATED_TOKEN_FILE", `    value: ${old}${mark57}`] })
      }
    },
    { title: "In a file of configuration", files: { "config.yaml": config2(`${old}${mark57}`) } },
    {
      title: "In the values of a chart",
      files: {
        "release.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: orders, namespace: shop}
spec:
  values:
    tokenFile: /run/secrets/azure/tokens/azure-identity-token${mark57}
`
      }
    },
    {
      title: "A mount of another folder",
      files: { "all.yaml": exampleAccount() + mounted("/var/run/secrets/other").replace('"]\n', `"]${mark57}
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
var rule99 = defineRule({
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
  const required = expressions.find((expression2) => wantsVirtual(expression2));
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
function wantsVirtual(expression2) {
  const values = expression2.get("values")?.items() ?? [];
  return expression2.get("operator")?.text === "In" && values.length > 0 && values.every((value) => names2(expression2.get("key")?.text ?? "", value.text));
}
var pods15 = (spec, labels) => ({
  "all.yaml": exampleAccount() + examplePods({ spec: ["serviceAccountName: orders", ...spec], ...labels && { labels } })
});
var mark58 = " #~ virtual-node-unsupported";
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
var examples99 = defineExamples({
  bad: [
    {
      title: "By a node selector",
      files: pods15([
        "nodeSelector:",
        "  kubernetes.io/role: agent",
        `  type: virtual-kubelet${mark58}`,
        ...toleration("virtual-kubelet.io/provider")
      ])
    },
    { title: "By a name", files: pods15([`nodeName: virtual-node-aci-linux${mark58}`]) },
    { title: "By a host name", files: pods15(["nodeSelector:", `  kubernetes.io/hostname: virtual-kubelet-1${mark58}`]) },
    {
      title: "By an affinity",
      files: pods15(affinity("In", "virtual-kubelet", `type${mark58}`))
    },
    {
      title: "When the nodes are full",
      files: pods15(["nodeSelector: {kubernetes.io/os: linux}", ...toleration(`virtual-kubelet.io/provider${mark58}`)])
    }
  ],
  good: [
    { title: "No wish for a node", files: pods15([]) },
    {
      title: "A node pool, tolerations all the same",
      files: pods15(["nodeSelector: {agentpool: orders}", ...toleration("virtual-kubelet.io/provider")])
    },
    {
      title: "Anywhere but there",
      files: pods15([...affinity("NotIn", "virtual-kubelet"), ...toleration("virtual-kubelet.io/provider")])
    },
    {
      title: "A type of their own",
      files: pods15(["nodeSelector: {type: compute, kubernetes.io/hostname: aks-orders-1}", "nodeName: aks-orders-1"])
    },
    { title: "Either there or elsewhere", files: pods15(affinity("In", "virtual-kubelet, compute")) },
    { title: "Tolerations of something else", files: pods15(toleration("virtual-machine")) },
    {
      title: "Pods without workload identity",
      files: pods15(["nodeSelector: {type: virtual-kubelet}"], ['azure.workload.identity/use: "false"'])
    }
  ]
});

// src/rules/index.ts
var rules = [
  rule21,
  rule70,
  rule71,
  rule72,
  rule73,
  rule74,
  rule75,
  rule10,
  rule11,
  rule12,
  rule13,
  rule14,
  rule76,
  rule15,
  rule16,
  rule17,
  rule18,
  rule19,
  rule20,
  rule65,
  rule77,
  rule78,
  rule37,
  rule38,
  rule22,
  rule66,
  rule79,
  rule,
  rule46,
  rule39,
  rule40,
  rule41,
  rule42,
  rule43,
  rule44,
  rule45,
  rule80,
  rule47,
  rule48,
  rule49,
  rule50,
  rule51,
  rule52,
  rule53,
  rule54,
  rule55,
  rule56,
  rule57,
  rule58,
  rule59,
  rule60,
  rule61,
  rule62,
  rule63,
  rule64,
  rule81,
  rule82,
  rule83,
  rule84,
  rule85,
  rule86,
  rule87,
  rule2,
  rule3,
  rule4,
  rule5,
  rule6,
  rule7,
  rule8,
  rule9,
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
  rule88,
  rule89,
  rule90,
  rule91,
  rule92,
  rule93,
  rule94,
  rule36,
  rule67,
  rule68,
  rule69,
  rule95,
  rule96,
  rule97,
  rule98,
  rule99
];

export {
  rules
};
