import {
  editDistance,
  misspeltKey
} from "./chunk-PZBHSI6W.mjs";
import {
  textOf
} from "./chunk-ANNPHLBZ.mjs";
import {
  entryOf,
  identityKeys,
  isClusterNamespace,
  podIdentityLabel
} from "./chunk-IEG5Q3DA.mjs";
import {
  spotOf
} from "./chunk-D4KSMDYY.mjs";
import {
  brokenSubstitution
} from "./chunk-S7NQJSJL.mjs";
import {
  environmentOfFolder
} from "./chunk-O26GSM2D.mjs";
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
} from "./chunk-CJGED6K7.mjs";
import {
  kustomizedNamespace
} from "./chunk-TIVORLBP.mjs";
import {
  compareText
} from "./chunk-VVYBS3MP.mjs";

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
    const namespace = compareNamespaces(workload, account10);
    if (name === "different" || namespace === "different") continue;
    matches.push({ account: account10, certain: name === "same" && namespace === "same" });
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
  const hasNamespace = object.namespaceGiven && object.namespace.symbols[0] !== "namespace";
  return hasNamespace ? `${written(object.namespace)}/${name}` : name;
}
function written(text) {
  return text.pieces.map((piece, index) => piece + (text.symbols[index] ?? "")).join("");
}
function isLabelled(template) {
  return template.metadata.labels.some((label2) => label2.key === identityKeys.use && label2.string === "true");
}

// src/rules/rule.ts
function defineRule(rule101) {
  return rule101;
}
function defineExamples(examples45) {
  return examples45;
}
function cause(topic, object) {
  return `${topic} of ${object.manifest.source.path}#${object.manifest.start}`;
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
    for (const object of identityBearing(world)) {
      if (object.namespaceGiven || object.manifest.rendered || object.metadata.namespaceField) continue;
      if (writtenText(object.namespace) === kustomizedNamespace) continue;
      yield {
        at: object.metadata.nameField ?? object.root,
        message: `The ${object.kind} ${nameOf(object)} takes part in the identity wiring and names no namespace: the one it is applied to decides the subject of its tokens.`
      };
    }
  }
});
function identityBearing(world) {
  return [
    ...world.serviceAccounts.filter((account10) => account10.clientId?.text),
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
  return objectsOf(world, "Role", "ClusterRole").map((object) => ({
    ...object,
    rules: (object.root.get("rules")?.items() ?? []).map(readRule)
  }));
}
function bindingsOf(world) {
  return objectsOf(world, "RoleBinding", "ClusterRoleBinding").map((object) => ({
    ...object,
    roleKind: object.root.get("roleRef", "kind")?.text ?? "",
    roleName: object.root.get("roleRef", "name"),
    subjects: (object.root.get("subjects")?.items() ?? []).flatMap(readSubject)
  }));
}
function objectsOf(world, ...kinds2) {
  return world.objects.filter((object) => object.group === group && kinds2.includes(object.kind));
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
function subjectLine(kind, name, mark27 = "") {
  return `  - kind: ${kind}
    apiGroup: rbac.authorization.k8s.io
    name: ${name}${mark27}
`;
}
function roleBinding(subjects, role3 = "view", roleMark = "") {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: shop-team
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${role3}${roleMark}
subjects:
${subjects}`;
}
function clusterRoleBinding(subjects, role3, roleMark = "") {
  return roleBinding(subjects, role3, roleMark).replace("kind: RoleBinding", "kind: ClusterRoleBinding").replace("  namespace: shop\n", "");
}
function role(rule101) {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: shop-team
  namespace: shop
rules:
  - apiGroups: [${rule101.groups}]
    resources: ${rule101.resources}
    verbs: ${rule101.verbs}
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
    for (const binding3 of bindingsOf(world)) {
      const { roleName, subjects } = binding3;
      if (binding3.roleKind !== "ClusterRole" || roleName?.text !== "cluster-admin" || subjects.length === 0) continue;
      yield {
        at: roleName,
        message: `The ${binding3.kind} ${nameOf(binding3)} gives ${namesOf(binding3)} ${binding3.kind === "RoleBinding" ? "every right in its namespace" : "every right in the cluster"}.`,
        // Within one namespace it is what the role admin nearly is.
        severity: binding3.kind === "RoleBinding" ? "note" : "warning"
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
    for (const object of rolesOf(world)) {
      for (const { verbs: granted, limited } of object.rules) {
        const verb = granted.find(({ text }) => text !== void 0 && text in verbs);
        if (!verb || limited) continue;
        yield {
          at: verb,
          message: `The ${object.kind} ${nameOf(object)} grants "${verb.text}", so that its holder can ${verbs[verb.text]}.`
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

// src/rules/open-text.ts
function isOpen(text, { scripts }) {
  if (hasPlaceholder(text)) return true;
  for (const literal of scripts.substitutes) if (text.includes(literal)) return true;
  return false;
}
function neverFilledText(variable) {
  return `the Flux Kustomization that applies it gives \${${variable}} no value`;
}
function neverFilledRemedy(variable) {
  return `Give ${variable} a value under postBuild.substitute of the Kustomization, or in a ConfigMap or Secret that postBuild.substituteFrom names; an object annotated kustomize.toolkit.fluxcd.io/substitute: disabled is never filled in.`;
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
  *check(world, repository) {
    for (const binding3 of bindingsOf(world)) {
      for (const { kind, name, text } of binding3.subjects) {
        if (kind !== "Group" || isSystemName(text) || isOpen(text, repository) || !describeNotGuid(text)) continue;
        yield {
          at: name,
          message: `The ${binding3.kind} ${nameOf(binding3)} names the group "${text}"; Entra presents groups by object id.`
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
    const accounts = world.serviceAccounts.filter((account10) => account10.clientId?.text);
    if (accounts.length === 0) return;
    const roles = rolesOf(world);
    for (const binding3 of bindingsOf(world)) {
      const power = powerOf(world, binding3, roles);
      const subject = power && binding3.subjects.find((candidate) => !isOfCluster(candidate));
      if (!power || !subject) continue;
      const reached = accounts.filter((account10) => reaches(world, binding3, account10) && !isItself(subject, account10));
      const [first] = reached;
      if (!first) continue;
      const more = reached.length > 1 ? `, and ${reached.length - 1} more` : "";
      yield {
        at: subject.name,
        message: `The ${binding3.kind} ${nameOf(binding3)} lets ${subject.kind} "${subject.text}" ${power.act}, and so act as the Azure identity ${first.clientId?.text} of ${nameOf(first)}${more}.`,
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
function powerOf(world, binding3, roles) {
  const name = binding3.roleName?.text;
  if (name === void 0) return void 0;
  const own = roles.filter(
    (candidate) => candidate.kind === binding3.roleKind && literalOf(candidate.name) === name && world.sees(binding3.manifest, candidate.manifest) && (candidate.kind === "ClusterRole" || compareNamespaces(binding3, candidate) === "same")
  );
  if (own.length === 0 && binding3.roleKind === "ClusterRole" && builtIn.has(name)) {
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
function isOfCluster({ kind, text, namespace }) {
  return kind === "ServiceAccount" ? namespace === "kube-system" : text.startsWith("system:");
}
function reaches(world, binding3, account10) {
  if (!world.sees(binding3.manifest, account10.manifest)) return false;
  return binding3.kind === "ClusterRoleBinding" || compareNamespaces(binding3, account10) === "same";
}
function isItself({ kind, text, namespace }, account10) {
  if (kind !== "ServiceAccount" || compareTexts(account10.name, literalText(text)) === "different") return false;
  return namespace === void 0 || compareTexts(account10.namespace, literalText(namespace)) !== "different";
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
    for (const binding3 of bindingsOf(world)) {
      for (const { kind, name, text } of binding3.subjects) {
        if (kind !== "Group" || text !== "system:masters" || isBuiltIn(binding3)) continue;
        yield {
          at: name,
          message: `The ${binding3.kind} ${nameOf(binding3)} names the group system:masters, which passes every check already.`
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
    for (const binding3 of bindingsOf(world)) {
      for (const { kind, name, text, field } of binding3.subjects) {
        const severity = kind === "User" ? severityOf(text) : void 0;
        if (!severity) continue;
        const who = severity === "note" ? "a service principal or a guest" : "one person";
        yield {
          at: name,
          message: `The ${binding3.kind} ${nameOf(binding3)} binds "${text}", ${who}, instead of a group.`,
          severity,
          about: cause(`subject ${field.key}`, binding3)
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
    for (const binding3 of bindingsOf(world)) {
      for (const { kind, name, text, field } of binding3.subjects) {
        if (kind !== "User" || !clientIds.has(text.toLowerCase())) continue;
        yield {
          at: name,
          message: `The ${binding3.kind} ${nameOf(binding3)} names the user "${text}", which is the client id of ${clientIds.get(text.toLowerCase())}; Entra presents the object id.`,
          about: cause(`subject ${field.key}`, binding3)
        };
      }
    }
  }
});
function clientIdsOf(repository) {
  const found = /* @__PURE__ */ new Map();
  for (const account10 of repository.worlds.flatMap((world) => world.serviceAccounts)) {
    if (account10.clientId?.text) found.set(account10.clientId.text.toLowerCase(), `the ServiceAccount ${nameOf(account10)}`);
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
    for (const object of rolesOf(world)) {
      for (const roleRule of object.rules) {
        const wildcard = wildcardOf(roleRule);
        if (!wildcard) continue;
        yield {
          at: wildcard.field,
          message: `The ${object.kind} ${nameOf(object)} grants every ${wildcard.of} of ${groupsOf(roleRule)}.`
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
function credentialCause(topic, credential2) {
  const { source, start } = spotOfDeclaration(credential2);
  const subject = credential2.subject ? shownText(credential2.subject) : "";
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
    let projected;
    for (const credential2 of repository.credentials) {
      for (const audience of credential2.audiences) {
        const judged = judge(credential2, audience);
        if (!judged) continue;
        projected ??= projectedAudiences(repository);
        if (projected.some((other2) => compareTexts(openText(audience), other2) !== "different")) continue;
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

// src/model/federation.ts
function declarationScope(credential2) {
  if (!("manifest" in credential2.at)) {
    const path2 = credential2.at.source.path;
    return credential2.language === "terraform" ? folderOf(path2) : path2;
  }
  const { rendered, source } = credential2.at.manifest;
  return rendered ? `${rendered.by}:${rendered.root}:${rendered.variant ?? ""}` : folderOf(source.path);
}
function folderOf(path2) {
  return path2.slice(0, Math.max(0, path2.lastIndexOf("/")));
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
        (credential2) => credential2.name ? comparable(credential2.name) : void 0,
        (twin) => `has the name of ${twin}, whose content is another`
      );
    }
  }
});
function groupsByIdentity({ credentials }) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const credential2 of credentials) {
    const identity2 = credential2.identity && comparable(credential2.identity);
    if (credential2.conditional || identity2 === void 0 || !isLasting(credential2)) continue;
    const key = [credential2.language, scopeOf(credential2), identity2].join("\n");
    groups2.set(key, [...groups2.get(key) ?? [], credential2]);
  }
  return groups2.values();
}
function scopeOf(credential2) {
  if (!("manifest" in credential2.at) || credential2.at.manifest.rendered) return declarationScope(credential2);
  const namespace = /^\s+namespace:\s*(\S+)/m.exec(
    credential2.at.manifest.source.text.slice(credential2.at.manifest.start, credential2.at.manifest.end)
  )?.[1];
  return `${credential2.at.manifest.source.path}
${namespace ?? ""}`;
}
function isLasting(credential2) {
  if (credential2.language !== "cli") return true;
  const { source, start, end } = spotOfDeclaration(credential2);
  if (/\bupdate\b/.test(source.text.slice(start, end))) return false;
  return [credential2.identity, credential2.name, credential2.issuer, credential2.subject].every(
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
  for (const credential2 of group2) {
    const key = keyOf(credential2);
    if (key === void 0) continue;
    const twin = first.get(key);
    if (!twin) first.set(key, credential2);
    else if (areApart(twin, credential2) && !(keyOf !== contentOf && contentOf(twin) === contentOf(credential2))) {
      yield {
        at: credential2.at,
        message: `This credential ${fault(twin.name ? `"${shownText(twin.name)}"` : "another one")} of the same identity.`,
        related: [{ at: twin.at, note: "the other credential" }]
      };
    }
  }
}
function areApart(a, b) {
  const [one2, other2] = [spotOfDeclaration(a), spotOfDeclaration(b)];
  return one2.source.path !== other2.source.path || one2.start !== other2.start;
}

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
      for (const credential2 of credentials) yield observe(credential2, issuer, near, uses.get(near)?.[0]);
    }
  }
});
var github = "https://token.actions.githubusercontent.com";
function usesByIssuer(credentials) {
  const uses = /* @__PURE__ */ new Map();
  for (const credential2 of credentials) {
    const literal = credential2.issuer && !credential2.conditional ? literalOf(openText(credential2.issuer)) : void 0;
    if (literal === void 0) continue;
    uses.set(literal, [...uses.get(literal) ?? [], credential2]);
  }
  return uses;
}
function nearMiss(issuer, uses) {
  if (issuer !== github && isNear(issuer, github)) return github;
  return [...uses.keys()].find(
    (other2) => other2 !== issuer && isNear(issuer, other2) && weigh(other2, uses) > weigh(issuer, uses)
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
function observe(credential2, issuer, near, other2) {
  const { at } = credential2.issuer;
  const difference = issuer.replace(/\/+$/, "") === near.replace(/\/+$/, "") ? "only in its final slash" : issuer.toLowerCase() === near.toLowerCase() ? "only in letter case" : "by one character";
  const whose = near === github && issuerKind(credential2.issuer) !== "aks" ? "GitHub's" : "another credential's";
  return {
    at,
    message: `The issuer "${issuer}" differs ${difference} from ${whose} "${near}".`,
    ...other2?.issuer && {
      related: [{ at: other2.issuer.at, note: "the issuer as another credential has it" }]
    },
    about: credentialCause("issuer", credential2)
  };
}
var id = "0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31";
var cluster = `https://westeurope.oic.prod-aks.azure.com/${id}/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10/`;
var terraform = (name, issuer, mark27 = "", subject = `system:serviceaccount:shop:${name}`) => `resource "azurerm_federated_identity_credential" "${name}" {
  name                      = "${name}"
  user_assigned_identity_id = azurerm_user_assigned_identity.${name}.id
  issuer                    = "${issuer}"${mark27}
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "${subject}"
}
`;
var two = terraform("orders", cluster) + terraform("billing", cluster);

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
    for (const credential2 of repository.credentials) {
      const fault = faultOf(credential2);
      if (!credential2.issuer || !fault) continue;
      yield {
        at: credential2.issuer.at,
        message: `The issuer "${shownText(credential2.issuer)}" ${fault}`,
        about: credentialCause("issuer", credential2)
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
    for (const credential2 of repository.credentials) {
      const { name } = credential2;
      if (!name || isOfApplication(credential2)) continue;
      const fault = faultOf2(credential2);
      if (fault) yield { at: name.at, message: `The credential name "${shownText(name)}" ${fault}.` };
    }
  }
});
function isOfApplication(credential2) {
  const { source, start, end } = spotOfDeclaration(credential2);
  const written2 = (credential2.identity ? writtenText(credential2.identity.text) : "") + source.text.slice(start, end);
  return /azuread|application|\bapp\b|ADApp/i.test(written2);
}
function faultOf2({ name }) {
  if (!name) return void 0;
  const text = openText(name);
  const bad = /[^A-Za-z0-9_-]/.exec(text.pieces.join(""))?.[0];
  if (bad !== void 0) return `holds ${bad === " " ? "a space" : `"${bad}"`}`;
  if (/^[-_]/.test(text.pieces[0])) return `begins with "${text.pieces[0]?.[0]}"`;
  const length = text.pieces.join("").length;
  if (length > 120) return `has ${length} characters, more than 120`;
  return literalOf(text) !== void 0 && length < 3 ? `has ${length} characters, fewer than 3` : void 0;
}

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
    for (const credential2 of repository.credentials) {
      const { subject } = credential2;
      if (!subject || credential2.claimsMatchingExpression || !isForCluster(credential2)) continue;
      const fault = faultOf3(openText(subject), issuerKind(credential2.issuer) === "aks");
      if (!fault) continue;
      yield {
        at: subject.at,
        message: `The subject "${shownText(subject)}" ${fault}: no ServiceAccount token has it.`,
        about: credentialCause("subject", credential2)
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
  const word = /^(system:[a-z_-]*accounts?|[a-z_-]*accounts?):/i.exec(first)?.[1];
  if (word !== void 0 && `${word}:` !== lead) return `begins with "${word}:" instead of "${lead}"`;
  if (first.startsWith(lead)) return whole === void 0 ? void 0 : faultOfName(whole.slice(lead.length));
  const begins = whole === void 0 ? lead.startsWith(first) : false;
  return certain && !begins ? `does not begin with "${lead}"` : void 0;
}
function faultOfName(rest2) {
  const parts = rest2.split(":");
  if (parts.length !== 2) return `has ${parts.length + 2} parts instead of 4`;
  const [namespace = "", name = ""] = parts;
  if (namespace === "" || name === "") return `names no ${namespace === "" ? "namespace" : "account"}`;
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(namespace))
    return `names "${namespace}", which no namespace can be called`;
  return /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/.test(name) || name.includes("*") ? void 0 : `names "${name}", which no account can be called`;
}

// src/rules/borrowed-accounts.ts
var keys = /* @__PURE__ */ new Set(["serviceAccountRef", "serviceAccountName", "serviceAccount"]);
var deepest2 = 12;
function accountBorrowed(object) {
  const spec = object.root.get("spec");
  if (!spec) return [];
  const own = object.namespaceGiven ? object.namespace : unknownText("namespace");
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
function subjectOf({ namespace, name }) {
  const front = [`${lead2}${namespace.pieces[0]}`, ...namespace.pieces.slice(1)];
  const [first = "", ...rest2] = name.pieces;
  return {
    pieces: [...front.slice(0, -1), `${front.at(-1)}:${first}`, ...rest2],
    symbols: [...namespace.symbols, ...name.symbols]
  };
}
function accountOfSubject(subject) {
  const [, namespace, name] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(literalOf(subject) ?? "") ?? [];
  return namespace !== void 0 && name !== void 0 ? { namespace, name } : void 0;
}
function namespaceOfSubject(subject) {
  return /^system:serviceaccount:([^:]+):/.exec(subject.pieces[0])?.[1];
}
function subjectOfAccount(account10) {
  return subjectOf(account10.namespaceGiven ? account10 : { namespace: unknownText("namespace"), name: account10.name });
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
    for (const account10 of world.serviceAccounts) yield subjectOfAccount(account10);
    for (const workload of world.workloads) {
      const namespace = workload.namespaceGiven ? workload.namespace : unknownText("namespace");
      for (const template of workload.templates) yield subjectOf({ namespace, name: template.account });
    }
    for (const object of world.objects) yield* accountBorrowed(object).map(subjectOf);
  }
  for (const { name, namespace } of repository.declaredAccounts) {
    yield subjectOf({ name: openText(name), namespace: namespace ? openText(namespace) : unknownText("namespace") });
  }
}
function mayBeFor(credential2, subject) {
  if (credential2.claimsMatchingExpression || !credential2.subject) return true;
  return compareTexts(openText(credential2.subject), subject) !== "different";
}
function fitsSomeAccount(repository, subject) {
  if (accountOfSubject(subject)?.name === "default") return true;
  return subjectsKnown(repository).some((known) => compareTexts(known, subject) !== "different");
}
function literalSubject(namespace, name) {
  return literalText(`${lead2}${namespace}:${name}`);
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
function knowsAccountsOf(repository, namespace) {
  if (!repository.complete || isClusterNamespace(namespace)) return false;
  return repository.worlds.every(
    (world) => world.complete && !world.objects.some((object) => mayInstallInto(object, namespace))
  );
}
function mayInstallInto(object, namespace) {
  if (!installers.has(object.kind)) return false;
  const target = object.root.get("spec", "targetNamespace")?.text ?? object.root.get("spec", "destination", "namespace")?.text;
  if (target !== void 0) return couldBe(readPlaceholders(target), namespace);
  return !object.namespaceGiven || couldBe(object.namespace, namespace) || object.kind !== "HelmRelease";
}
function declaresAccountsIn(repository, namespace) {
  return repository.worlds.some(
    (world) => world.serviceAccounts.some((account10) => account10.namespaceGiven && literalOf(account10.namespace) === namespace)
  ) || repository.declaredAccounts.some(
    (account10) => account10.created && account10.namespace && literalOf(account10.namespace.text) === namespace
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
    for (const credential2 of repository.credentials) {
      const { subject } = credential2;
      if (!subject || credential2.conditional || credential2.claimsMatchingExpression) continue;
      const named2 = accountOfSubject(openText(subject));
      if (!named2 || !knowsAccountsOf(repository, named2.namespace)) continue;
      if (fitsSomeAccount(repository, openText(subject))) continue;
      const observation = judge2(repository, credential2, subject, named2);
      if (observation) yield observation;
    }
  }
});
function judge2(repository, credential2, subject, { namespace, name }) {
  const miss = nearMiss2(repository, { namespace, name });
  const what = `The subject names the account ${namespace}/${name}`;
  if (miss) {
    const { account: account10, difference } = miss;
    return {
      at: subject.at,
      message: `${what}, which does not exist; ${nameOf(account10)}, ${difference}, has no credential.`,
      related: [{ at: account10.metadata.nameField ?? account10.root, note: "the account that may be meant" }],
      about: cause("credential", account10)
    };
  }
  const other2 = betterDeclaration(repository, credential2);
  if (!other2 && !declaresAccountsIn(repository, namespace)) return void 0;
  return {
    at: subject.at,
    message: other2 ? `${what}, which does not exist in this repository; another declaration beside this one names an account that does.` : `${what}, which is not among those that the repository declares for that namespace.`,
    severity: "warning",
    ...other2 && { related: [{ at: other2.at, note: "the declaration that fits an account" }] }
  };
}
function nearMiss2(repository, named2) {
  for (const account10 of repository.worlds.flatMap((world) => world.serviceAccounts)) {
    const [namespace, name] = [literalOf(account10.namespace), literalOf(account10.name)];
    if (!account10.clientId || !account10.namespaceGiven || namespace === void 0 || name === void 0) continue;
    const difference = differenceOf(named2, { namespace, name });
    if (!difference) continue;
    const subject = literalSubject(namespace, name);
    if (!repository.credentials.some((credential2) => mayBeFor(credential2, subject))) return { account: account10, difference };
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
  const rest2 = (namespace) => namespace.split("-").filter((part) => environmentOfFolder(part) === void 0);
  return rest2(a).length < a.split("-").length || rest2(b).length < b.split("-").length;
}
function betterDeclaration(repository, credential2) {
  if (credential2.language !== "cli") return void 0;
  const path2 = spotOfDeclaration(credential2).source.path;
  return repository.credentials.find((other2) => {
    const otherPath = spotOfDeclaration(other2).source.path;
    if (other2.language !== "cli" || otherPath === path2 || !other2.subject) return false;
    const folder = otherPath.slice(0, otherPath.lastIndexOf("/") + 1);
    return path2.startsWith(folder) && fitsCertainly(repository, other2);
  });
}
function fitsCertainly(repository, { subject }) {
  return repository.worlds.some(
    (world) => world.serviceAccounts.some(
      (account10) => subject && compareTexts(openText(subject), subjectOfAccount(account10)) === "same"
    )
  );
}

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
    for (const account10 of world.serviceAccounts) {
      const beside = credentialBeside(world, repository, account10);
      if (!beside) continue;
      yield {
        at: account10.metadata.nameField ?? account10.root,
        message: `The ServiceAccount ${nameOf(account10)} has a client id, and none of the credentials that this repository declares has its subject.`,
        related: [{ at: beside.at, note: "a credential for the same namespace or identity" }],
        about: cause("credential", account10)
      };
    }
  }
});
function credentialBeside(world, repository, account10) {
  const [namespace, name] = [literalOf(account10.namespace), literalOf(account10.name)];
  if (!account10.clientId?.text || !account10.namespaceGiven || namespace === void 0 || name === void 0)
    return void 0;
  if (isClusterNamespace(namespace) || usesBinding(world, account10)) return void 0;
  const subject = literalSubject(namespace, name);
  if (repository.credentials.some((credential2) => mayBeFor(credential2, subject))) return void 0;
  const clientId2 = readPlaceholders(account10.clientId.text);
  return repository.credentials.find(
    (credential2) => !credential2.conditional && (credential2.subject && namespaceOfSubject(openText(credential2.subject)) === namespace || credential2.clientId && compareTexts(credential2.clientId.text, clientId2) === "same")
  );
}
function usesBinding(world, account10) {
  return templatesOf(world, account10).some(
    ({ template }) => entryOf(template.metadata.annotations, identityKeys.useBinding)
  );
}

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
    for (const credential2 of repository.credentials) {
      const { subject } = credential2;
      if (!subject || credential2.claimsMatchingExpression) continue;
      if (!openText(subject).pieces.some((piece) => piece.includes("*"))) continue;
      yield {
        at: subject.at,
        message: `The subject "${shownText(subject)}" holds "*", which stands for itself: no token has such a subject.`,
        about: credentialCause("subject", credential2)
      };
    }
  }
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
    for (const credential2 of repository.credentials) {
      if (!credential2.parallelLoop || credential2.language !== "bicep" && credential2.language !== "arm") continue;
      yield {
        at: credential2.at,
        message: "This loop writes the credentials of one identity in parallel, and Azure refuses all but one at a time."
      };
    }
  }
});

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
    for (const object of world.objects) {
      for (const values of chartValues(object)) {
        for (const part of [values, ...values.entries()]) {
          const type = part.get("armAuth", "type");
          if (type?.text?.toLowerCase() !== "aadpodidentity") continue;
          const identity2 = part.get("armAuth", "identityResourceID");
          yield {
            at: type,
            message: `The ${object.kind} ${nameOf(object)} lets the Application Gateway controller sign in through pod identity, which is retired.`,
            ...identity2 && { related: [{ at: identity2, note: "the identity to federate" }] }
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
var mark5 = " #~ application-gateway-pod-identity";
var examples10 = defineExamples({
  bad: [
    {
      title: "In a HelmRelease",
      files: {
        "release.yaml": release(
          `    armAuth:
      type: aadPodIdentity${mark5}
      identityClientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`
        )
      }
    },
    {
      title: "In an Application of Argo CD",
      files: { "application.yaml": application(`        armAuth:
          type: aadPodIdentity${mark5}
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
  const declared = repository.credentials.map(({ subject, identity: identity2, at }) => ({
    subject: subject?.text,
    owner: identity2 && identity2.text.symbols.length === 0 ? identity2.text.pieces[0] : void 0,
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
    for (const object of world.objects) {
      const podIdentity = triggerIdentity(object);
      const id5 = podIdentity?.get("identityId");
      if (!podIdentity || !id5?.text || isOpen(id5.text, repository)) continue;
      const found = declaredForWorkload(world, object, id5.text, subjects);
      if (!found || subjects.some((other2) => mayBeKeda(other2.subject) && !ownersDiffer(other2, found.declared)))
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
    const wanted = subjectOf2(account10);
    const declared = subjects.find(({ subject }) => subject && compareTexts(subject, wanted) === "same");
    if (declared) return { account: account10, declared };
  }
  return void 0;
}
function subjectOf2({ name, namespace }) {
  const lead3 = "system:serviceaccount:";
  const join = `${namespace.pieces.at(-1) ?? ""}:${name.pieces[0] ?? ""}`;
  const head = namespace.pieces.length === 1 ? [] : [lead3 + (namespace.pieces[0] ?? ""), ...namespace.pieces.slice(1, -1)];
  const middle = namespace.pieces.length === 1 ? lead3 + join : join;
  return { pieces: [...head, middle, ...name.pieces.slice(1)], symbols: [...namespace.symbols, ...name.symbols] };
}
function mayBeKeda(subject) {
  return !subject || subject.symbols.length > 0 || /keda/i.test(writtenText(subject));
}
function ownersDiffer(a, b) {
  return a.owner !== void 0 && b.owner !== void 0 && a.owner.toLowerCase() !== b.owner.toLowerCase();
}
var id2 = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var trigger = (mark27 = "") => `apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata: {name: orders-queue, namespace: shop}
spec:
  podIdentity:
    provider: azure-workload
    identityId: ${id2}${mark27}
`;
var account2 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: ${id2}}
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
var examples11 = defineExamples({
  bad: [
    {
      title: "A credential for the workload alone",
      files: { "keda.yaml": `${trigger(" #~ keda-operator-credential")}---
${account2}---
${forWorkload}` }
    }
  ],
  good: [
    {
      title: "One for the operator as well",
      files: {
        "keda.yaml": `${trigger()}---
${account2}---
${forWorkload}---
${credential("keda", "system:serviceaccount:keda:keda-operator")}`
      }
    },
    {
      title: "A subject that is filled in later",
      files: {
        "keda.yaml": `${trigger()}---
${account2}---
${forWorkload}---
${credential("keda", "system:serviceaccount:${OPERATOR}")}`
      }
    },
    { title: "Credentials are declared elsewhere", files: { "keda.yaml": `${trigger()}---
${account2}` } },
    {
      title: "The operator's own identity",
      files: { "keda.yaml": `${trigger().replace(/ {4}identityId.*\n/, "")}---
${account2}---
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
  for (const [index, word] of words.entries()) {
    const [, value] = new RegExp(`^--?${name}(?:=(.*))?$`).exec(word.text ?? "") ?? [void 0, null];
    if (value === null) continue;
    return { at: word, text: value ?? words[index + 1]?.text ?? "" };
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
  const setting = (...path2) => {
    const at = values?.get(...path2);
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
  return (line, word) => {
    if (!block) return whole ?? within(node.start);
    const offset = offsetOf(source, header + line, 1);
    if (within) return within(offset);
    const found = source.text.indexOf(word, offset);
    const end = source.text.indexOf("\n", offset);
    const start = found === -1 || end !== -1 && found > end ? offset : found;
    return { source, start, end: start + word.length };
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
var kept = (rule101) => ` # idwire-ignore: ${rule101} it moves in spring`;
var resource = (kind, name, namespace, spec, annotations = "") => `apiVersion: aadpodidentity.k8s.io/v1
kind: ${kind}${kept("pod-identity-resource")}
metadata:
  name: ${name}
  namespace: ${namespace}
${annotations}spec:
${spec}`;
var resourceId = "/subscriptions/7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90/resourcegroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/orders";
var clientId = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
function identity(spec = `  type: 0
  resourceID: ${resourceId}
  clientID: ${clientId}
`, { name = "orders", namespace = "shop", annotations = "" } = {}) {
  return resource("AzureIdentity", name, namespace, spec, annotations);
}
function binding2(spec = "  azureIdentity: orders\n  selector: orders\n", { name = "orders", namespace = "shop" } = {}) {
  return resource("AzureIdentityBinding", name, namespace, spec);
}
function exception(spec, { name = "batch", namespace = "shop" } = {}) {
  return resource("AzurePodIdentityException", name, namespace, spec);
}
var keptLabel = `aadpodidbinding: orders${kept("pod-identity-label")}`;
function pods({ label: label2 = keptLabel, namespace = "shop", name = "orders", spec = "" } = {}) {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
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
function nmi(args = [], mark27 = kept("pod-identity-components")) {
  return `apiVersion: apps/v1
kind: DaemonSet${mark27}
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
function mic(args = [], mark27 = kept("pod-identity-components")) {
  return `apiVersion: apps/v1
kind: Deployment${mark27}
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
  namespace = "shop",
  version = "v1",
  provider = "azure",
  secrets = ""
} = {}) {
  return `apiVersion: secrets-store.csi.x-k8s.io/${version}
kind: SecretProviderClass
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  provider: ${provider}
${secrets}  parameters:
    keyvaultName: shop-vault
    tenantID: 5b0f2f1c-6a0e-4f3f-9b53-1f0f6d2a7c11
${access}${list2}`;
}
function synced({ secret = "orders-login", object = "orders-password" } = {}) {
  return `  secretObjects:
    - secretName: ${secret}
      type: Opaque
      data:
        - objectName: ${object}
          key: password
`;
}
function mounting({
  name = "orders",
  namespace = "shop",
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
  namespace: ${namespace}
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
function reads(secret = "orders-login") {
  return `          env:
            - name: PASSWORD
              valueFrom:
                secretKeyRef:
                  name: ${secret}
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
var examples12 = defineExamples({
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
    for (const secretClass2 of secretClassesOf(world)) {
      const { object, access, nodeClientId, clientId: clientId2 } = secretClass2;
      if (nodeClientId && access.nodeIdentity === false) yield observeIgnored(world, secretClass2, nodeClientId);
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
function observeIgnored(world, secretClass2, at) {
  const { object, access, clientId: clientId2 } = secretClass2;
  const other2 = clientId2 ? "clientID signs in" : access.podIdentity !== false ? "pod identity signs in" : access.tokenProxy !== false ? "the token proxy signs in" : mountsOfClass(world, object).some(({ hasSecretRef }) => hasSecretRef) ? "a service principal signs in" : void 0;
  return {
    at: at.keyPlace,
    message: `The class ${nameOf(object)} has userAssignedIdentityID without useVMManagedIdentity: "true", so that it is not read; ${other2 ?? "nothing else gives it an identity"}.`,
    // Something else works, or the value may come out empty: then the line is only misleading.
    severity: other2 === void 0 && isKnown(at) ? "error" : "warning"
  };
}
var mark6 = " #~ secret-class-client-id-ignored";
var id3 = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var examples13 = defineExamples({
  bad: [
    {
      title: "The client id of workload identity under the old name",
      files: {
        "class.yaml": secretClass({
          access: `    usePodIdentity: "false"
    userAssignedIdentityID: ${id3}${mark6}
`
        })
      }
    },
    {
      title: "Both names: a warning",
      files: {
        "class.yaml": secretClass({ access: `    clientID: ${id3}
    userAssignedIdentityID: ${id3}${mark6}
` })
      }
    },
    {
      title: "The identity of the node signs in: a warning",
      files: {
        "class.yaml": secretClass({
          access: `    useVMManagedIdentity: "true" # idwire-ignore: secret-class-node-identity one team per cluster
    userAssignedIdentityID: ${id3}
    clientID: ${id3}${mark6}
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
    for (const secretClass2 of secretClassesOf(world)) {
      if (!usesPodAccount(secretClass2)) continue;
      for (const { workload, template, classField, hasSecretRef } of mountsOfClass(world, secretClass2.object)) {
        if (literalOf(template.account) !== "default" || hasSecretRef || !template.complete) continue;
        yield {
          at: template.accountField ?? workload.metadata.nameField ?? workload.root,
          message: `Pods of the ${workload.kind} ${nameOf(workload)} mount the class ${nameOf(secretClass2.object)} as the account "default" of their namespace.`,
          related: [{ at: classField, note: "the class" }]
        };
      }
    }
  }
});
var mark7 = " #~ secret-class-default-account";
var examples14 = defineExamples({
  bad: [
    {
      title: "No account named",
      files: {
        "orders.yaml": `${secretClass()}---
${mounting({ name: "orders", account: "" }).replace("  name: orders\n", `  name: orders${mark7}
`)}`
      }
    },
    {
      title: "default named",
      files: {
        "orders.yaml": `${secretClass()}---
${mounting({ account: `      serviceAccountName: default${mark7}
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
    for (const secretClass2 of secretClassesOf(world)) {
      const [first, second2, third] = switchedOn(secretClass2);
      if (!first || !second2) continue;
      yield {
        at: second2,
        message: `The class ${nameOf(secretClass2.object)} switches on ${[first, second2, third].flatMap((item) => item?.key ?? []).join(" and ")}; the provider takes one at most.`,
        related: [{ at: first, note: "the other mode" }]
      };
    }
  }
});
function switchedOn(secretClass2) {
  const { podIdentity, nodeIdentity, tokenProxy } = secretClass2.access;
  const on2 = [
    ...podIdentity ? ["usePodIdentity"] : [],
    ...nodeIdentity ? ["useVMManagedIdentity"] : [],
    ...tokenProxy ? ["useAzureTokenProxy"] : []
  ];
  return secretClass2.parameters.filter(({ key }) => on2.includes(key) && parameterOf(secretClass2, key));
}
var examples15 = defineExamples({
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
    for (const secretClass2 of secretClassesOf(world)) {
      const parameter = parameterOf(secretClass2, "useVMManagedIdentity");
      if (!parameter || secretClass2.access.nodeIdentity !== true) continue;
      const identity2 = secretClass2.nodeClientId ? "a user-assigned identity" : "the system-assigned identity";
      yield {
        at: parameter,
        message: `The class ${nameOf(secretClass2.object)} signs in as ${identity2} of the node, which pods of every namespace can use.`
      };
    }
  }
});
var mark8 = " #~ secret-class-node-identity";
var examples16 = defineExamples({
  bad: [
    {
      title: "A user-assigned identity of the node",
      files: {
        "class.yaml": secretClass({
          access: `    useVMManagedIdentity: "true"${mark8}
    userAssignedIdentityID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`
        })
      }
    },
    {
      title: "The system-assigned one",
      files: {
        "class.yaml": secretClass({
          access: `    useVMManagedIdentity: "true"${mark8}
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
  const word = literalOf(type);
  if (word === void 0 || /^(?:secret|key|cert)$/.test(word)) return [];
  return [{ at: typeAt, reason: `${name} has the objectType "${word}", which is none of secret, key and cert` }];
}
function pathFaults({ name, alias, nameAt, aliasAt, at }) {
  const path2 = alias ?? name;
  if (!path2) return [{ at, reason: "one entry has no objectName" }];
  const where = alias ? aliasAt : nameAt;
  const text = path2.pieces[0] ?? "";
  if (text.startsWith("/")) return [{ at: where, reason: `"${writtenText(path2)}" is an absolute path` }];
  if (writtenText(path2).split("/").includes(".."))
    return [{ at: where, reason: `"${writtenText(path2)}" leads out of the volume` }];
  return [];
}
var mark9 = " #~ secret-class-objects-invalid";
var one = (type, alias = "") => `    objects: |
      array:
        - |
          objectName: orders-password
          objectType: ${type}
${alias && `          objectAlias: ${alias}
`}`;
var examples17 = defineExamples({
  bad: [
    { title: "A type in another letter case", files: { "class.yaml": secretClass({ list: one(`Secret${mark9}`) }) } },
    { title: "A word that is no type", files: { "class.yaml": secretClass({ list: one(`certificate${mark9}`) }) } },
    {
      title: "An absolute path",
      files: { "class.yaml": secretClass({ list: one("secret", `/etc/password${mark9}`) }) }
    },
    {
      title: "A path out of the volume",
      files: { "class.yaml": secretClass({ list: one("secret", `../password${mark9}`) }) }
    },
    {
      title: "Maps where texts are wanted",
      files: {
        "class.yaml": secretClass({
          list: `    objects: |
      array:
        - objectName: orders-password${mark9}
          objectType: secret
`
        })
      }
    },
    {
      title: "No list at all",
      files: {
        "class.yaml": secretClass({
          list: `    objects: |${mark9}
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
          objectName: orders-password${mark9}
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
var mark10 = " #~ secret-class-parameter-not-string";
var id4 = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var examples18 = defineExamples({
  bad: [
    {
      title: "A bare false",
      files: { "class.yaml": secretClass({ access: `    usePodIdentity: false${mark10}
    clientID: ${id4}
` }) }
    },
    {
      title: "A list where text is wanted",
      files: {
        "class.yaml": secretClass({
          list: `    objects:${mark10}
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
    for (const secretClass2 of secretClassesOf(world)) {
      const parameter = parameterOf(secretClass2, "usePodIdentity");
      if (!parameter || secretClass2.access.podIdentity !== true) continue;
      yield {
        at: parameter,
        message: `The class ${nameOf(secretClass2.object)} signs in to the vault through pod identity, which is retired.`
      };
    }
  }
});
var on = (mark27 = "") => `    usePodIdentity: "true"${mark27}
`;
var mark11 = " #~ secret-class-pod-identity";
var examples19 = defineExamples({
  bad: [
    { title: "Switched on", files: { "class.yaml": secretClass({ access: on(mark11) }) } },
    {
      title: "In a file that a script fills in",
      files: {
        "secret-volume.yml.tpl": secretClass({ access: on(mark11) }).replace(
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
      const unused = twins.every((object) => mountsOfClass(world, object).length === 0);
      const known = [mount.workload, twin].every(({ namespace }) => literalOf(namespace) !== void 0);
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
var mark12 = " #~ secret-class-wrong-namespace";
var other = { namespace: "vaults" };
var examples20 = defineExamples({
  bad: [
    {
      title: "The class elsewhere",
      files: { "class.yaml": secretClass(other), "orders.yaml": mounting({ className: `orders-vault${mark12}` }) }
    },
    {
      title: "The class is used where it is: a warning",
      files: {
        "class.yaml": `${secretClass(other)}---
${mounting({ name: "backup", ...other })}`,
        "orders.yaml": mounting({ className: `orders-vault${mark12}` })
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
    for (const store2 of world.objects) {
      const vault = vaultOf(store2);
      const reference2 = vault?.get("serviceAccountRef");
      const name = reference2?.get("name");
      if (!reference2 || !name?.text || vault?.get("authSecretRef")) continue;
      const account10 = accountOf(world, store2, name, reference2.get("namespace"));
      if (!account10 || account10.clientId) continue;
      yield {
        at: account10.metadata.nameField ?? account10.root,
        message: `The ServiceAccount ${nameOf(account10)} has no client id, and the ${store2.kind} ${nameOf(store2)} signs in to its vault as it.`,
        severity: repository.scripts.annotatesAccounts ? "note" : "error",
        related: [{ at: name, note: "where the store names it" }],
        about: cause("client id", account10)
      };
    }
  }
});
function vaultOf(store2) {
  if (store2.kind !== "SecretStore" && store2.kind !== "ClusterSecretStore") return void 0;
  const vault = store2.root.get("spec", "provider", "azurekv");
  return vault?.get("authType")?.text === "WorkloadIdentity" ? vault : void 0;
}
function accountOf(world, store2, name, namespace) {
  const wanted = readPlaceholders(name.text ?? "");
  const matches = world.serviceAccounts.filter((account10) => {
    if (!world.sees(store2.manifest, account10.manifest) || compareTexts(wanted, account10.name) !== "same") return false;
    if (store2.kind === "SecretStore") return compareNamespaces(store2, account10) === "same";
    return account10.namespaceGiven && namespace?.text !== void 0 && compareTexts(readPlaceholders(namespace.text), account10.namespace) === "same";
  });
  return matches.find((account10) => account10.clientId) ?? matches[0];
}
var account3 = (annotations = "", name = "vault-reader") => `apiVersion: v1
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
var marked = account3("", "vault-reader #~ secret-store-account");
var examples21 = defineExamples({
  bad: [
    { title: "A store", files: { "account.yaml": marked, "store.yaml": store() } },
    {
      title: "A store of the whole cluster",
      files: { "account.yaml": marked, "store.yaml": store("", "ClusterSecretStore") }
    }
  ],
  good: [
    { title: "With a client id", files: { "account.yaml": account3(annotated), "store.yaml": store() } },
    {
      title: "The client id is in a Secret",
      files: {
        "account.yaml": account3(),
        "store.yaml": store("      authSecretRef:\n        clientId: {name: vault-login, key: client-id}\n")
      }
    },
    { title: "The account is made elsewhere", files: { "store.yaml": store() } },
    {
      title: "Filled in later",
      files: {
        "account.yaml": account3('  annotations:\n    azure.workload.identity/client-id: "${CLIENT_ID}"\n'),
        "store.yaml": store()
      }
    },
    {
      title: "Another way to sign in",
      files: { "account.yaml": account3(), "store.yaml": store().replace("WorkloadIdentity", "ManagedIdentity") }
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
    for (const secretClass2 of secretClassesOf(world)) {
      for (const secret of secretClass2.secrets) {
        const name = literalOf(secret.name);
        if (name === void 0) continue;
        const known = first.get(name) ?? [];
        const other2 = known.find((made) => clash(world, made.secretClass, secretClass2));
        first.set(name, [...known, { secretClass: secretClass2, secret }]);
        if (!other2) continue;
        const { object } = secretClass2;
        const { object: rival } = other2.secretClass;
        const certain = object.manifest.source.path === rival.manifest.source.path || isPlaced(object);
        yield {
          at: secret.nameField,
          message: `The class ${nameOf(object)} makes the Secret "${writtenText(secret.name)}", and so does the class ${nameOf(rival)}.`,
          severity: certain ? "error" : "warning",
          related: [{ at: other2.secret.nameField, note: "the same Secret" }]
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
var mark13 = " #~ secret-sync-duplicate";
var second = { name: "orders-more", className: "orders-more" };
var used = `---
${mounting()}---
${mounting(second)}`;
var bare = (text) => text.replaceAll("  namespace: shop\n", "");
var examples22 = defineExamples({
  bad: [
    {
      title: "Two classes of one namespace",
      files: {
        "orders.yaml": `${secretClass({ secrets: synced() })}---
${secretClass({ name: "orders-more", secrets: synced({ secret: `orders-login${mark13}` }) })}${used}`
      }
    },
    {
      title: "Two files without a namespace: a warning",
      files: {
        "a/orders.yaml": bare(secretClass({ secrets: synced() })),
        "b/orders.yaml": bare(secretClass({ name: "orders-more", secrets: synced({ secret: `orders-login${mark13}` }) }))
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
var mark14 = " #~ secret-sync-object-unknown";
var examples23 = defineExamples({
  bad: [
    {
      title: "Another name",
      files: { "orders.yaml": `${secretClass({ secrets: synced({ object: `orders-pasword${mark14}` }) })}${used2}` }
    },
    {
      title: "The name instead of the alias",
      files: {
        "orders.yaml": `${secretClass({ secrets: synced({ object: `orders-password${mark14}` }), list: aliased("password") })}${used2}`
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
    for (const secretClass2 of secretClassesOf(world)) {
      for (const secret of secretClass2.secrets) {
        const seen = /* @__PURE__ */ new Set();
        for (const reader of readersOfSecret(world, secret.name)) {
          if (seen.has(reader.template) || !isRead(world, secretClass2, secret, reader)) continue;
          const observation = observe2(world, secretClass2, secret, reader);
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
    ({ object, secrets }) => object !== own && secrets.some((secret) => compareTexts(secret.name, name) !== "different") && mountsOfClass(world, object).some((mount) => mount.template === template && mount.used)
  );
}
function observe2(world, secretClass2, secret, reader) {
  const { object } = secretClass2;
  const mounts = mountsOfClass(world, object);
  if (mounts.some((mount) => mount.template === reader.template && mount.used)) return void 0;
  const other2 = mounts.find((mount) => mount.used && mount.template !== reader.template);
  const idle2 = mounts.find((mount) => mount.template === reader.template);
  const elsewhere2 = isNamedElsewhere(world, secretClass2, mounts);
  return {
    at: reader.nameField,
    message: `Pods of the ${reader.workload.kind} ${nameOf(reader.workload)} read the Secret "${writtenText(secret.name)}", which the class ${nameOf(object)} makes only while a pod mounts it; ${other2 ? `only pods of the ${other2.workload.kind} ${nameOf(other2.workload)} do` : idle2 ? "these pods have the volume, and no container mounts it" : "none does"}.`,
    severity: other2 || elsewhere2 || !world.complete ? "warning" : "error",
    related: [
      { at: secret.nameField, note: "where the Secret is made" },
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
var mark15 = " #~ secret-sync-without-mount";
var makes = secretClass({ secrets: synced() });
var reading = (marks = "") => reads(`orders-login${marks}`);
var idle = mounting({ environment: reading(mark15) }).replace(/ +volumeMounts: .*\n/, "");
var examples24 = defineExamples({
  bad: [
    {
      title: "Nothing mounts it",
      files: { "orders.yaml": `${makes}---
${mounting({ environment: reading(mark15), mounts: false })}` }
    },
    { title: "A volume that no container mounts", files: { "orders.yaml": `${makes}---
${idle}` } },
    {
      title: "Only other pods mount it: a warning",
      files: {
        "orders.yaml": `${makes}---
${mounting({ environment: reading(mark15), mounts: false })}---
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
                name: orders-login${mark15}
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
var mark16 = " #~ storage-volume-client-id-missing";
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
var examples25 = defineExamples({
  bad: [
    {
      title: "A storage class",
      files: { "class.yaml": storageClass(`  mountWithWorkloadIdentityToken: "true"${mark16}
`) }
    },
    {
      title: "A volume with an empty one",
      files: { "volume.yaml": volume(`      mountWithWorkloadIdentityToken: "true"
      clientID: ""${mark16}
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
          mountWithWorkloadIdentityToken: "true"${mark16}
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
  return world.objects.some((object) => object.kind.endsWith("NetworkPolicy") && !isNetworkPolicy(object));
}
function readPolicy(object) {
  const spec = object.root.get("spec");
  const types = spec?.get("policyTypes")?.items();
  const egress = (spec?.get("egress")?.items() ?? []).map(readEgress);
  const ingress = (spec?.get("ingress")?.items() ?? []).flatMap((rule101) => addressesOf(rule101.get("from")));
  return {
    ...object,
    podSelector: spec?.get("podSelector"),
    restrictsEgress: types?.length ? types.some((type) => type.text === "Egress") : spec?.get("egress") !== void 0,
    egress,
    addresses: [...egress.flatMap((rule101) => rule101.addresses), ...ingress]
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
function selectsPods(world, policy4, { workload, template }) {
  const namespace = compareNamespaces(policy4, workload);
  if (!world.sees(policy4.manifest, workload.manifest) || namespace === "different") return "no";
  const labels = selectsLabels(policy4.podSelector, template, isPlain(workload));
  return labels === "yes" && namespace === "unknown" ? "unknown" : labels;
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
const { BlockList, isIP } = process.getBuiltinModule("node:net");
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
function openingTo(rule101, address, port) {
  const ports = allowsPort(rule101, port);
  if (ports === "no") return { certainty: "no", cidr: void 0 };
  if (rule101.everywhere) return { certainty: ports, cidr: void 0 };
  const found = rule101.addresses.map((peer) => ({ certainty: holds(peer, address), cidr: peer.cidr }));
  const open = found.find(({ certainty }) => certainty === "yes");
  if (open) return { ...open, certainty: ports };
  return found.find(({ certainty }) => certainty === "unknown") ?? { certainty: "no", cidr: void 0 };
}

// src/rules/example-egress.ts
var account4 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;
function deployment(mark27, name = "orders", labelled2 = true) {
  const use3 = labelled2 ? ', azure.workload.identity/use: "true"' : "";
  return `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}${mark27}
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
var everything = (mark27 = "") => `  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0${mark27}
`;
var egressExamples = {
  account: account4,
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
    const policies = networkPoliciesOf(world).filter((policy4) => policy4.restrictsEgress);
    if (policies.length === 0 || hasForeignPolicies(world)) return;
    const seen = /* @__PURE__ */ new Set();
    for (const workload of world.workloads) {
      for (const template of workload.templates) {
        if (!exchangesTokens(template)) continue;
        const policy4 = blockerOf(world, policies, { workload, template });
        if (!policy4 || seen.has(policy4)) continue;
        seen.add(policy4);
        yield {
          at: policy4.root.get("spec", "egress")?.keyPlace ?? policy4.root.get("spec", "policyTypes")?.keyPlace ?? policy4.root,
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
function blockerOf(world, policies, pods2) {
  const selecting = policies.filter((policy4) => selectsPods(world, policy4, pods2) !== "no");
  const open = selecting.some(
    (policy4) => policy4.egress.some((rule101) => allowsPort(rule101, 443) !== "no" && (rule101.everywhere || rule101.addresses.length > 0))
  );
  return open ? void 0 : selecting.find((policy4) => selectsPods(world, policy4, pods2) === "yes");
}
var { account: account5, deployment: deployment2, policy: policy2, exceptMetadata } = egressExamples;

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
    const policies = networkPoliciesOf(world).filter((policy4) => policy4.restrictsEgress);
    if (policies.length === 0) yield* withoutEgressPolicy(world, users);
    else yield* openWays(world, policies, users);
  }
});
function identityUsers(world) {
  return [
    ...world.serviceAccounts.filter((account10) => account10.clientId?.text),
    ...world.workloads.filter((workload) => workload.templates.some(isLabelled))
  ].filter(({ namespace }) => !isClusterNamespace(literalOf(namespace)));
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
  for (const pods2 of judgedPods(world, users)) {
    const way = wayOut(world, policies, pods2);
    if (!way) continue;
    if (way.cidr) {
      const known = byBlock.get(way.cidr.node) ?? { cidr: way.cidr, pods: [] };
      known.pods.push(pods2.workload);
      byBlock.set(way.cidr.node, known);
    } else yield observeWorkload(pods2.workload, way.rule);
  }
  for (const { cidr, pods: pods2 } of byBlock.values()) {
    const [first] = pods2;
    yield {
      at: cidr,
      message: `By the declared policies, ${cidr.text} lets pods of ${first ? nameOf(first) : ""}${pods2.length > 1 ? ` and ${pods2.length - 1} more` : ""} reach ${endpoint}.`
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
function wayOut(world, policies, pods2) {
  let selected = false;
  for (const policy4 of policies) {
    const certainty = selectsPods(world, policy4, pods2);
    if (certainty === "no") continue;
    selected = true;
    if (certainty === "unknown") continue;
    for (const rule101 of policy4.egress) {
      const { certainty: open, cidr } = openingTo(rule101, endpoint, 80);
      if (open === "yes") return { cidr, rule: rule101 };
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
var { account: account6, deployment: deployment3, policy: policy3, everything: everything2, exceptMetadata: exceptMetadata2 } = egressExamples;

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
    for (const policy4 of networkPoliciesOf(world)) {
      for (const peer of policy4.addresses) {
        for (const { at, fault } of faultsOf2(peer)) {
          yield { at, message: `In the NetworkPolicy ${nameOf(policy4)}, "${at.text}" ${fault}.` };
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
      for (const login of logins) {
        if (login.kind !== "client-secret") continue;
        yield { at: login.at, message: `The job ${name} signs in with a stored client secret (${login.by}).` };
      }
    }
  }
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
      const login = job2.logins.find(
        ({ subjects }) => subjects.some(({ event, fork, certain }) => event === "pull_request" && fork && certain)
      );
      if (login) {
        yield {
          at: login.at,
          message: `The job ${job2.name} signs in with ${login.by} on pull requests; those from forks get no token and no secret.`
        };
      }
    }
  }
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
      const login = job2.logins.find(
        ({ kind, subjects }) => kind === "oidc" && subjects.some((subject) => subject.kind === "merge-queue")
      );
      if (!login) continue;
      yield {
        at: login.at,
        message: `The job ${job2.name} signs in with ${login.by} in the merge queue and has no environment: its subject is ref:refs/heads/gh-readonly-queue/…, another one for each entry.`
      };
    }
  }
});

// src/rules/pipeline/declared-subjects.ts
var subjectForm = /^repo:([^/:@]+)(?:@[^/:@]+)?\/([^/:@]+)(?:@[^/:@]+)?(?::|\/:?)(.*)$/s;
var defaultContext = /^(?:environment:[^:]+|ref:refs\/(?:heads|tags)\/[^:]+|pull_request)$/;
var githubIssuer = /^https:\/\/(?:token\.actions\.[^/]+(?:\/[^/]*)?|[^/]+\/_services\/token)\/?$/i;
function githubCredentials({ credentials }) {
  return credentials.flatMap((credential2) => {
    const { subject } = credential2;
    if (!subject || !isForGitHub(credential2, subject)) return [];
    const [, owner, name, context] = subjectForm.exec(certainText(subject) ?? "") ?? [];
    const repository = owner && name ? `${owner}/${name}` : void 0;
    return [{ credential: credential2, subject, repository, context }];
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
function mayBe({ text, loose }, other2) {
  return compareTexts(text, other2) !== "different" || loose !== void 0 && compareTexts(loose, other2) !== "different";
}
function mayServe({ clientId: clientId2 }, login) {
  return !clientId2 || !login.clientId || compareTexts(clientId2.text, login.clientId) !== "different";
}
function identityKey(credential2) {
  const clientId2 = credential2.clientId && literalOf(credential2.clientId.text);
  if (clientId2) return clientId2.toLowerCase();
  return credential2.identity && `${declarationScope(credential2)}
${writtenText(credential2.identity.text)}`;
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
    const other2 = credentials.find(
      (candidate) => isDeployment(candidate, item) && identityKey(candidate.credential) === key
    );
    if (key === void 0 || !other2) continue;
    yield {
      at: item.subject.at,
      message: `The identity that trusts ${writtenText(item.subject.text)} also trusts ${writtenText(other2.subject.text)}: any pull request of ${item.repository} gets its rights.`,
      related: [{ at: other2.subject.at, note: "the same identity" }]
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
    const other2 = presents(one2.login, /^pull_request$/) && all.find((candidate) => deploysAs(candidate, one2));
    if (!other2) continue;
    yield {
      at: one2.login.at,
      message: `The job ${one2.job.name} signs in on pull requests as ${writtenText(one2.id)}, and ${other2.job.name} in ${other2.job.field.manifest.source.path} deploys as the same identity.`,
      related: [{ at: other2.login.at, note: "the same identity" }]
    };
  }
}
function loginsOf(job2) {
  return job2.logins.flatMap(
    (login) => login.kind === "oidc" && login.clientId ? [{ job: job2, login, id: login.clientId }] : []
  );
}
function deploysAs(candidate, { job: job2, id: id5 }) {
  if (writtenText(candidate.id) !== writtenText(id5)) return false;
  if (literalOf(id5) !== void 0) return presents(candidate.login, /^(?:environment|ref)$/);
  return candidate.job.callers.length === 0 && job2.callers.length === 0 && presents(candidate.login, /^ref$/);
}
function presents({ subjects }, kind) {
  return subjects.some((subject) => kind.test(subject.kind) && subject.certain);
}

// src/rules/pipeline/connection-subjects.ts
function* connectionObservations({ credentials, pipelines }) {
  const declared = credentials.flatMap(({ subject }) => {
    const name = subject && /^sc:\/\/[^/]+\/[^/]+\/(.+)$/s.exec(certainText(subject) ?? "")?.[1];
    return subject && name ? [{ name, subject }] : [];
  });
  if (declared.length === 0) return;
  const used3 = pipelines.flatMap(({ jobs }) => jobs.flatMap(({ logins }) => logins)).flatMap(namedConnection);
  const unused = declared.filter(({ name }) => !used3.some((item) => item.name === name));
  for (const { name, login } of used3) {
    if (declared.some((item) => item.name === name)) continue;
    const near = unused.find((item) => isNear2(item.name, name));
    if (!near) continue;
    yield {
      at: login.at,
      message: `The service connection "${name}" is not covered by the declared credentials; one is declared for "${near.name}", and every character counts.`,
      confidence: "medium",
      related: [{ at: near.subject.at, note: `declared: ${certainText(near.subject)}` }]
    };
  }
}
function namedConnection(login) {
  const name = login.connection && literalOf(login.connection);
  return name ? [{ name, login }] : [];
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
    for (const login of job2.logins.filter(({ kind }) => kind === "oidc")) {
      const own = all.filter(
        (item) => item.repository?.toLowerCase() === repository.toLowerCase() && mayServe(item.credential, login)
      );
      const possible = all.filter(({ credential: credential2 }) => mayServe(credential2, login));
      const uncovered = uncoveredSubjects(login, possible);
      const what = uncovered.map((subject) => writtenText(subject.context)).join(", ");
      if (own.length === 0 || uncovered.length === 0 || seen.has(what)) continue;
      seen.add(what);
      yield observe3(job2, login, uncovered, own);
    }
  }
}
function observe3(job2, login, uncovered, own) {
  const subjects = [...new Set(uncovered.map(({ text }) => writtenText(text)))];
  const [first] = uncovered;
  const [near, reason] = nearestCredential(first, own);
  return {
    at: first.kind === "environment" && job2.environment || login.at,
    message: `The job ${job2.name} presents ${subjects.join(" and ")}, which is not covered by the declared credentials${reason}.`,
    related: [{ at: near.subject.at, note: `declared: ${writtenText(near.subject.text)}` }]
  };
}
var mark17 = " #~ pipeline-subject-undeclared";
var byMatrix = `    strategy:
      matrix:
        target: [{name: dev}, {name: production}]
    environment: \${{ matrix.target.name }}${mark17}
`;

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
      const login = job2.logins.find(({ kind, subjects }) => kind === "oidc" && subjects.length > 0);
      if (login) yield observe4(job2, login);
    }
  }
});
function observe4(job2, login) {
  const { at } = job2.permission;
  const [caller] = job2.callers;
  const called = caller ? `, which ${caller.key} in ${caller.manifest.source.path} calls,` : "";
  const byCall = at?.key === "uses";
  return {
    at: at && !byCall ? at.keyPlace : at ?? login.at,
    message: `The job ${job2.name}${called} signs in with ${login.by}, and its effective permissions hold no id-token: write.`,
    ...byCall && { remedy: "Write permissions with `id-token: write` at the job that calls the workflow." },
    ...at && { related: [{ at: login.at, note: "the step that signs in" }] }
  };
}

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
    (identity2) => textIn(identity2.get("bindingSelector") ?? identity2.get("name")) ?? []
  );
}
function chartSelectors({ object, kind }) {
  if (kind !== "chart") return [];
  return chartValues(object).flatMap((values) => {
    const identities = values.get("azureIdentities");
    return [...identities?.items() ?? [], ...identities?.entries() ?? []].flatMap(
      (identity2) => textIn(identity2.get("binding", "selector")) ?? []
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
var cluster2 = `apiVersion: containerservice.azure.com/v1api20231001
kind: ManagedCluster
metadata: {name: shop, namespace: infrastructure}
spec:
  networkProfile: {networkPlugin: kubenet}
`;
var account7 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: invoices
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`;
var examples26 = defineExamples({
  bad: [
    { title: "Pods with pod identity", files: { "orders.yaml": plain("orders", keptLabel2) } },
    {
      title: "Kubenet is declared, and the pods have an identity",
      files: {
        "invoices.yaml": `${plain("invoices", 'azure.workload.identity/use: "true"').replace("      containers:", "      serviceAccountName: invoices\n      containers:")}---
${account7}`,
        "cluster.yaml": cluster2
      }
    }
  ],
  good: [
    { title: "All capabilities dropped", files: { "orders.yaml": pods(), "cluster.yaml": cluster2 } },
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
    for (const object of podIdentityOf(world).assigned) {
      const pod = object.root.get("spec", "pod")?.text;
      yield {
        at: object.root.get("kind") ?? object.root,
        message: `The AzureAssignedIdentity ${nameOf(object)} is the record of one assignment${pod ? `, of the pod "${pod}"` : ""}: MIC alone writes it.`,
        about: cause("pod identity resource", object)
      };
    }
  }
});
var examples27 = defineExamples({
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
  const { identity: identity2 } = binding3;
  if (!identity2) return [];
  return podIdentityOf(world).identities.filter(
    ({ object }) => world.sees(binding3.object.manifest, object.manifest) && compareTexts(identity2, object.name) !== "different" && compareNamespaces(binding3.object, object) !== "different"
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
    for (const binding3 of podIdentityOf(world).bindings) {
      if (!binding3.identity || !binding3.identityField || identitiesOf(world, binding3).length > 0) continue;
      const observation = observe5(world, binding3, writtenText(binding3.identity));
      if (observation) yield observation;
    }
  }
});
function observe5(world, binding3, name) {
  const { object, identityField, identity: wanted } = binding3;
  const inSight = podIdentityOf(world).identities.filter((item) => world.sees(object.manifest, item.object.manifest));
  if (inSight.length === 0 || !identityField || !wanted) return void 0;
  const elsewhere2 = inSight.find((item) => compareTexts(wanted, item.object.name) === "same");
  const neighbour = inSight.find((item) => compareNamespaces(object, item.object) === "same");
  const shown = elsewhere2 ?? neighbour;
  return {
    at: identityField,
    message: elsewhere2 ? `The binding ${nameOf(object)} names the AzureIdentity "${name}", which is only ${nameOf(elsewhere2.object)}: identities are looked up in the binding's own namespace.` : `The binding ${nameOf(object)} names the AzureIdentity "${name}", which is not among those of its namespace.`,
    // Nothing of that name or namespace here: the identities of that namespace can be declared in another repository.
    severity: shown && world.complete ? "error" : "warning",
    ...shown && {
      related: [
        {
          at: shown.object.metadata.nameField ?? shown.object.root,
          note: elsewhere2 ? "the identity of that name" : "an identity of that namespace"
        }
      ]
    }
  };
}
var names = (name) => `  azureIdentity: ${name}
  selector: orders
`;
var mark18 = " #~ pod-identity-binding-dangling";
var examples28 = defineExamples({
  bad: [
    {
      title: "No identity of that name",
      files: { "identity.yaml": `${identity()}---
${binding2(names(`order${mark18}`))}` }
    },
    {
      title: "The identity is in another namespace",
      files: { "identity.yaml": `${identity()}---
${binding2(names(`orders${mark18}`), { namespace: "billing" })}` }
    },
    {
      title: "A namespace whose identities are not here: a warning",
      files: { "identity.yaml": `${identity()}---
${binding2(names(`invoices${mark18}`), { namespace: "billing" })}` }
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
  *check(world, repository) {
    for (const { object, clientId: id5 } of podIdentityOf(world).identities) {
      if (!id5?.text || isOpen(id5.text, repository)) continue;
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
var mark19 = " #~ pod-identity-client-id-not-a-guid";
var withId = (id5) => identity(`  type: 0
  resourceID: ${resourceId}
  clientID: ${id5}
`);
var examples29 = defineExamples({
  bad: [
    { title: "A name", files: { "identity.yaml": withId(`id-orders${mark19}`) } },
    { title: "The resource id", files: { "identity.yaml": withId(`${resourceId}${mark19}`) } },
    { title: "Only zeros", files: { "identity.yaml": withId(`"00000000-0000-0000-0000-000000000000"${mark19}`) } }
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
  const { object, kind, operation, forceNamespaced } = component;
  const owner = `${object.kind} ${nameOf(object)}`;
  const everywhere2 = (kind === "mic" || kind === "chart") && operation === "standard" && forceNamespaced === void 0 ? "; forceNamespaced is not set, so that bindings match pods of every namespace" : "";
  const says = {
    mic: `The ${owner} runs MIC of retired pod identity${everywhere2}.`,
    nmi: `The ${owner} runs NMI of retired pod identity in ${operation} mode.`,
    chart: `The ${owner} installs the chart of retired pod identity${everywhere2}.`,
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
var mark20 = " #~ pod-identity-components";
var release2 = (values) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease${mark20}
metadata: {name: aad-pod-identity, namespace: kube-system}
spec:
  chart:
    spec:
      chart: aad-pod-identity
      sourceRef: {kind: HelmRepository, name: aad-pod-identity}
  values:
${values}`;
var examples30 = defineExamples({
  bad: [
    {
      title: "Both, in standard mode, with every guard off",
      files: {
        "mic.yaml": mic([], mark20),
        "nmi.yaml": nmi(
          [
            `--forceNamespaced=false${mark20}`,
            `--allow-network-plugin-kubenet=true${mark20}`,
            `--metadata-header-required=false${mark20}`
          ],
          mark20
        )
      }
    },
    { title: "NMI in managed mode", files: { "nmi.yaml": nmi(["--operation-mode=managed"], mark20) } },
    {
      title: "The chart",
      files: {
        "release.yaml": release2(`    forceNamespaced: "false"${mark20}
    nmi:
      allowNetworkPluginKubenet: true${mark20}
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
    enabled: true${mark20}
    allowNetworkPluginKubenet: true${mark20}
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
            - az aks update --name shop --resource-group shop --enable-pod-identity${mark20}
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
    for (const pods2 of podsWithLabel(world)) {
      const mode = modeNear(world, pods2.workload);
      if (mode === "managed" || mode === "namespaced") continue;
      const matches = bindingsFor(world, pods2);
      const foreign2 = matches.find(
        (match) => match.selector === "same" && match.namespace === "different" && !isDropped(match)
      );
      const own = matches.some(({ namespace }) => namespace !== "different");
      if (!foreign2 || mode === "unknown" && own) continue;
      const { object, selectorField } = foreign2.binding;
      yield {
        at: pods2.label,
        message: `Pods of the ${pods2.workload.kind} ${nameOf(pods2.workload)} match the binding ${nameOf(object)}, and so use an identity of namespace "${writtenText(object.namespace)}".`,
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
${binding2(void 0, elsewhere)}`;
var marked2 = pods({ label: "aadpodidbinding: orders #~ pod-identity-label pod-identity-cross-namespace" });
var examples31 = defineExamples({
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
${binding2()}`, "mic.yaml": mic() }
    },
    {
      title: "The identity keeps to its namespace",
      files: {
        "orders.yaml": `${pods()}${foreign("  annotations: {aadpodidentity.k8s.io/Behavior: namespaced}\n")}---
${identity()}---
${binding2()}`,
        "mic.yaml": mic()
      }
    },
    {
      title: "All identities keep to their namespaces",
      files: {
        "orders.yaml": `${pods()}${foreign()}---
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
var rule52 = defineRule({
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
var mark21 = " #~ pod-identity-empty-selector";
var examples32 = defineExamples({
  bad: [
    {
      title: "Empty",
      files: { "identity.yaml": `${identity()}---
${binding2(`  azureIdentity: orders
  selector: ""${mark21}
`)}` }
    },
    {
      title: "Absent, in managed mode: an error",
      files: {
        "identity.yaml": `${identity()}---
${binding2("  azureIdentity: orders\n", { name: `bound${mark21}` })}`,
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
    const pod = candidates2.find((candidate) => carries(candidate, pair) && hasIdentity(world, candidate));
    if (!pod) continue;
    return {
      at: pair,
      message: `The exception ${nameOf(object)} matches pods of the ${pod.workload.kind} ${nameOf(pod.workload)} by ${pair.key}: ${pair.text}; they have an identity of their own, and get those of the node as well.`,
      related: [{ at: pod.template.anchor.keyPlace, note: "the labels of these pods" }]
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
var mark22 = " #~ pod-identity-exception-broad";
var wired = `---
${identity()}---
${binding2()}`;
var examples33 = defineExamples({
  bad: [
    {
      title: "It matches pods with an identity, in another letter case",
      files: { "orders.yaml": `${pods()}${wired}---
${exception(`  podLabels:
    app: Orders${mark22}
`)}` }
    },
    {
      title: "A label of many pods",
      files: { "exception.yaml": exception(`  podLabels:
    tier: backend${mark22}
`) }
    },
    {
      title: "Two labels, of which one is enough",
      files: { "exception.yaml": exception(`  podLabels:
    app: report
    batch-id: nightly${mark22}
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
var examples34 = defineExamples({
  bad: [
    {
      title: "On the pods of a Deployment",
      files: {
        "orders.yaml": `${pods({ label: "aadpodidbinding: orders #~ pod-identity-label" })}---
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
var examples35 = defineExamples({
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
var deployment5 = (own, template, account10 = "") => `apiVersion: apps/v1
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
var account8 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`;
var label = "    aadpodidbinding: orders";
var examples36 = defineExamples({
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
        )}${account8}`
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
    for (const pods2 of podsWithLabel(world)) {
      const { workload, label: label2 } = pods2;
      const inSight = podIdentityOf(world).bindings.filter(
        ({ object }) => world.sees(workload.manifest, object.manifest)
      );
      if (inSight.length === 0 || isBound(world, pods2)) continue;
      const near = inSight.find(({ selector }) => selector && sameWord(writtenText(selector), label2.text ?? ""));
      const elsewhere2 = bindingsFor(world, pods2)[0]?.binding;
      yield {
        at: label2,
        message: `No AzureIdentityBinding ${elsewhere2 ? "of its namespace " : ""}has the selector "${label2.text}", which pods of the ${workload.kind} ${nameOf(workload)} carry as ${podIdentityLabel}${near ? `; the binding ${nameOf(near.object)} has it in another letter case` : ""}${elsewhere2 ? `; that of ${nameOf(elsewhere2.object)} does not count in managed mode` : ""}.`,
        ...(near ?? elsewhere2)?.selectorField && {
          related: [{ at: (near ?? elsewhere2)?.selectorField ?? label2, note: "the selector that is nearest" }]
        }
      };
    }
  }
});
function isBound(world, pods2) {
  const wanted = readPlaceholders(pods2.label.text ?? "");
  if (podIdentityOf(world).otherSelectors.some((selector) => compareTexts(wanted, selector) !== "different"))
    return true;
  const managed = modeNear(world, pods2.workload) === "managed";
  return bindingsFor(world, pods2).some(({ namespace }) => !managed || namespace !== "different");
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
${binding2()}`;
var examples37 = defineExamples({
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
    for (const { object } of [...identities, ...bindings, ...exceptions]) {
      for (const { field, wanted, repeated: repeated2 } of legacyFields(object)) {
        yield {
          at: field.keyPlace,
          message: repeated2 ? `The ${object.kind} ${nameOf(object)} has "${field.key}" beside "${wanted}"; only the latter is read.` : `The ${object.kind} ${nameOf(object)} has "${field.key}" where the field is called "${wanted}"; the API server drops it.`,
          severity: repeated2 ? "warning" : "error",
          ...repeated2 ? {} : { fix: { safety: "safe", repairs: [{ kind: "rename-key", at: field, key: wanted }] } }
        };
      }
    }
  }
});
var mark23 = " #~ pod-identity-legacy-field";
var examples38 = defineExamples({
  bad: [
    {
      title: "All of the old spelling",
      files: {
        "identity.yaml": `${identity(`  type: 0
  ResourceID: ${resourceId}${mark23}
  ClientID: ${clientId}${mark23}
`)}---
${binding2(`  AzureIdentity: orders${mark23}
  Selector: orders${mark23}
`)}---
${exception(`  PodLabels: {batch-id: nightly}${mark23}
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
  ClientID: ${clientId}${mark23}
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
var list = (count, mark27 = "") => Array.from({ length: count }, (_, index) => {
  const end = index === limit ? mark27 : "";
  return `      - {name: batch-${index}, namespace: shop, podLabels: {batch-id: "${index}"}}${end}
`;
}).join("");
var cluster3 = (items) => `apiVersion: containerservice.azure.com/v1api20231001
kind: ManagedCluster
metadata: {name: shop, namespace: infrastructure}
spec:
  podIdentityProfile:
    enabled: true # idwire-ignore: pod-identity-components it moves in spring
    userAssignedIdentityExceptions:
${items}`;
var objects2 = (count, mark27 = "") => `apiVersion: v1
kind: List
items:
${Array.from({ length: count }, (_, index) => {
  const end = index === limit ? mark27 : kept("pod-identity-resource");
  return `  - {apiVersion: aadpodidentity.k8s.io/v1, kind: AzurePodIdentityException, metadata: {name: batch-${index}, namespace: shop}, spec: {podLabels: {batch-id: "${index}"}}}${end}
`;
}).join("")}`;
var examples39 = defineExamples({
  bad: [
    {
      title: "In the profile of a cluster",
      files: { "cluster.yaml": cluster3(list(limit + 1, " #~ pod-identity-limit")) }
    },
    {
      title: "As objects: a warning while the mode is not known",
      files: { "exceptions.yaml": objects2(limit + 1, " #~ pod-identity-limit pod-identity-resource") }
    }
  ],
  good: [{ title: "As many as it takes", files: { "cluster.yaml": cluster3(list(limit)) } }]
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
      const account10 = accountsFor(world, workload, template).find(
        (match) => match.certain && match.account.clientId?.text
      );
      const use3 = isLabelled(template) ? entryOf(template.metadata.labels, identityKeys.use) : void 0;
      const other2 = use3?.keyPlace ?? account10?.account.clientId?.keyPlace;
      if (!other2) continue;
      yield {
        at: label2.keyPlace,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} are wired for pod identity and for workload identity.`,
        related: [{ at: other2, note: "workload identity" }]
      };
    }
  }
});
var account9 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: ${clientId}}
`;
var rest = `---
${account9}---
${identity()}---
${binding2()}`;
var use = 'azure.workload.identity/use: "true"\n        ';
var runsAs = "      serviceAccountName: orders\n";
var examples40 = defineExamples({
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
var examples41 = defineExamples({
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
  *check(world, repository) {
    for (const { object, type, resourceId: id5 } of podIdentityOf(world).identities) {
      if (type !== 0) continue;
      if (id5?.text) {
        if (isOpen(id5.text, repository) || pattern.test(id5.text)) continue;
        yield {
          at: id5,
          message: `The resourceID of the AzureIdentity ${nameOf(object)} is not the id of a user-assigned identity: "${id5.text}".`
        };
      } else if (!legacyFields(object).some(({ wanted }) => wanted === "resourceID")) {
        const standard2 = ["standard", "namespaced"].includes(modeNear(world, object));
        yield {
          at: id5?.keyPlace ?? object.metadata.nameField ?? object.root,
          message: `The AzureIdentity ${nameOf(object)} has no resourceID; ${standard2 ? "MIC ignores it" : "in standard mode MIC ignores it"}.`,
          severity: standard2 ? "error" : "warning"
        };
      }
    }
  }
});
var mark24 = " #~ pod-identity-resource-id-invalid";
var withId2 = (id5) => identity(`  type: 0
  resourceID: ${id5}
  clientID: ${clientId}
`);
var examples42 = defineExamples({
  bad: [
    {
      title: "Another kind of resource",
      files: { "identity.yaml": withId2(`${resourceId.replace("userAssignedIdentities", "identities")}${mark24}`) }
    },
    {
      title: "A name for the subscription",
      files: {
        "identity.yaml": withId2(`${resourceId.replace(/subscriptions\/[^/]+/, "subscriptions/production")}${mark24}`)
      }
    },
    { title: "Text before the id", files: { "identity.yaml": withId2(`id=${resourceId}${mark24}`) } },
    {
      title: "None: a warning, and an error beside MIC",
      files: {
        "dev/identity.yaml": identity(`  type: 0
  clientID: ${clientId}
`, { name: `orders${mark24}` }),
        "prod/identity.yaml": identity(`  clientID: ${clientId}
`, { name: `orders${mark24}` }),
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
    for (const { object, type, typeField } of podIdentityOf(world).identities) {
      if (!typeField || type !== 1 && type !== 2) continue;
      const password = object.root.get("spec", "clientPassword");
      const secret = (password?.get("name") ?? password?.get("Name"))?.text;
      const what = type === 1 ? "a secret" : "a certificate";
      yield {
        at: typeField,
        message: `The AzureIdentity ${nameOf(object)} is a service principal with ${what}${secret ? `, kept in the Secret "${secret}"` : ""}.`,
        ...password && { related: [{ at: password.keyPlace, note: "where the credential is kept" }] }
      };
    }
  }
});
var mark25 = " #~ pod-identity-service-principal";
var principal = (type) => identity(
  `  type: ${type}
  tenantID: 5b0f2f1c-6a0e-4f3f-9b53-1f0f6d2a7c11
  clientID: ${clientId}
  clientPassword: {name: orders-principal, namespace: shop}
`
);
var examples43 = defineExamples({
  bad: [
    { title: "With a secret", files: { "identity.yaml": principal(`1${mark25}`) } },
    { title: "With a certificate", files: { "identity.yaml": principal(`2${mark25}`) } }
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
var examples44 = defineExamples({
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

// src/rules/example-manifests.ts
var exampleClientId = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";

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
    for (const pods2 of labelledPods(world)) {
      const matches = accountsFor(world, pods2.workload, pods2.template);
      const account10 = (matches.find((match) => match.certain) ?? matches[0])?.account;
      const skipped = skippedContainers(pods2.template);
      for (const container of pods2.template.containers) {
        if (skipped.has(container.name)) continue;
        for (const variable of container.environment) yield* checkVariable(pods2, container, variable, account10);
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
    for (const account10 of world.serviceAccounts) {
      if (account10.clientId?.text || account10.clientId && isEmptySlot(account10.clientId) || isClusterNamespace(literalOf(account10.namespace)))
        continue;
      if (account10.metadata.nameField?.text === void 0) continue;
      yield* checkAccount(world, repository, account10);
    }
  }
});
function* checkAccount(world, repository, account10) {
  const pods2 = templatesOf(world, account10).filter(
    ({ workload, template }) => isLabelled(template) && compareTexts(template.account, account10.name) === "same" && workload.namespaceGiven === account10.namespaceGiven && !bringsClientId(template) && !isSelfConfiguring(workload, template)
  );
  const [pod] = pods2;
  if (!pod) return;
  const proof = corroboration(repository, account10, pods2);
  const severity = repository.scripts.annotatesAccounts ? "note" : severityOfAbsence(world, proof ? "error" : "warning");
  yield {
    at: account10.clientId?.keyPlace ?? account10.metadata.nameField ?? account10.root,
    message: `The ServiceAccount ${nameOf(account10)} has no client id, and pods of the ${pod.workload.kind} ${nameOf(pod.workload)} ask for a token through it${proof ? `; ${proof.note}` : ""}.`,
    severity,
    related: [
      {
        at: entryOf(pod.template.metadata.labels, identityKeys.use)?.keyPlace ?? pod.template.anchor,
        note: "pods that ask for a token"
      },
      ...proof?.at ? [{ at: proof.at, note: proof.note }] : []
    ],
    about: cause("client id", account10)
  };
}
function corroboration(repository, account10, pods2) {
  for (const { template } of pods2) {
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
  *check(world, repository) {
    for (const account10 of world.serviceAccounts) {
      const clientId2 = entryOf(account10.metadata.annotations, identityKeys.clientId);
      const text = clientId2?.string;
      if (!clientId2 || !text) continue;
      const [unfilled] = world.neverFilled(account10.manifest, text);
      if (unfilled !== void 0) {
        yield {
          at: clientId2,
          message: `The client id of the ServiceAccount ${nameOf(account10)} is never filled in: ${neverFilledText(unfilled)}.`,
          remedy: neverFilledRemedy(unfilled),
          about: cause("client id text", account10)
        };
      }
      if (isOpen(text, repository)) continue;
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

// src/rules/identity-bindings.ts
function bindingAnnotation(template) {
  const annotation = entryOf(template.metadata.annotations, identityKeys.useBinding);
  return annotation?.text?.toLowerCase() === "true" ? annotation : void 0;
}

// src/rules/credential-demand.ts
function credentialDemands(repository) {
  const identities = /* @__PURE__ */ new Map();
  const subjectOf3 = (identity2, subject) => {
    const subjects = identities.get(identity2) ?? /* @__PURE__ */ new Map();
    identities.set(identity2, subjects);
    const demand = subjects.get(subject) ?? { clusters: /* @__PURE__ */ new Map(), issuers: /* @__PURE__ */ new Map() };
    subjects.set(subject, demand);
    return demand;
  };
  for (const world of repository.worlds) {
    for (const account10 of world.serviceAccounts) addAccount(subjectOf3, world, account10);
  }
  for (const credential2 of repository.credentials) addDeclared(subjectOf3, credential2);
  return [...identities].map(([identity2, subjects]) => ({ identity: identity2, needs: [...subjects.values()].flatMap(needsOf) }));
}
function addAccount(subjectOf3, world, account10) {
  const clientId2 = account10.clientId?.string;
  if (!account10.clientId || !clientId2 || describeNotGuid(clientId2)) return;
  const at = account10.clientId.place;
  const identity2 = clientId2.toLowerCase();
  if (usesBindingsOnly(world, account10)) {
    subjectOf3(identity2, "identity binding").clusters.set("", { at, certain: true });
    return;
  }
  const subject = `system:serviceaccount:${writtenText(account10.namespace)}:${writtenText(account10.name)}`;
  const { clusters } = subjectOf3(identity2, subject);
  const environment = world.environmentOf(account10.manifest) ?? "";
  const certain = ![...clusters.keys()].some((known) => known.startsWith(`${environment}
`));
  const cluster4 = `${environment}
${world.name}`;
  if (!clusters.has(cluster4)) clusters.set(cluster4, { at, certain });
}
function usesBindingsOnly(world, account10) {
  const pods2 = templatesOf(world, account10);
  return pods2.length > 0 && pods2.every(({ template }) => bindingAnnotation(template));
}
function addDeclared(subjectOf3, credential2) {
  const owner = (credential2.clientId && literalOf(credential2.clientId.text)) ?? ownerOf(credential2);
  if (owner === void 0 || credential2.conditional || !credential2.subject) return;
  const issuer = credential2.issuer ? writtenText(credential2.issuer.text) : "";
  const { issuers } = subjectOf3(owner.toLowerCase(), writtenText(credential2.subject.text));
  if (!issuers.has(issuer)) issuers.set(issuer, { at: credential2.at, certain: true });
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
function observe7({ identity: identity2, needs }) {
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
  const has = (rule101, key, wanted) => (rule101.get(key)?.items() ?? []).some(
    (item) => item.text === "*" || mayBe2(item.text?.toLowerCase(), readPlaceholders(wanted))
  );
  return itemsOf(role3, "rules").some(
    (rule101) => has(rule101, "apiGroups", "cid.wi.aks.azure.com") && has(rule101, "verbs", "use-managed-identity") && has(rule101, "resources", clientId2.toLowerCase())
  );
}
function refersTo(binding3, role3) {
  return binding3.root.get("roleRef", "kind")?.text === "ClusterRole" && mayBe2(binding3.root.get("roleRef", "name")?.text, role3.name);
}
function isAccount(subject, account10) {
  const kind = subject.get("kind")?.text;
  const name = subject.get("name")?.text;
  const namespace = writtenText(account10.namespace);
  if (kind === "ServiceAccount")
    return mayBe2(name, account10.name) && isNamespace(subject.get("namespace")?.text, account10);
  if (kind === "User")
    return mayBe2(name, readPlaceholders(`system:serviceaccount:${namespace}:${writtenText(account10.name)}`));
  const groups2 = ["system:authenticated", "system:serviceaccounts", `system:serviceaccounts:${namespace}`];
  return kind === "Group" && groups2.some((group2) => mayBe2(name, readPlaceholders(group2)));
}
function isNamespace(written2, account10) {
  return !account10.namespaceGiven || mayBe2(written2, account10.namespace);
}
function mayBe2(written2, wanted) {
  return written2 !== void 0 && compareTexts(readPlaceholders(written2), wanted) !== "different";
}
function itemsOf(object, key) {
  return object.root.get(key)?.items() ?? [];
}

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
    for (const object of world.objects) {
      const templates = workloads.get(object.manifest)?.templates ?? [];
      const seen = /* @__PURE__ */ new Set();
      for (const { metadata } of [object, ...templates]) {
        for (const entry of [...metadata.labels, ...metadata.annotations]) {
          if (seen.has(entry.node)) continue;
          seen.add(entry.node);
          if (isOurs(entry.key) && isNotText(entry)) yield observe8(object, entry);
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
function observe8(object, entry) {
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
  for (const object of world.objects) {
    if (object.kind !== "Secret" && object.kind !== "ConfigMap" || object.root.get("sops")) continue;
    const entries = [
      ...entriesOf(object, "stringData", (text) => text),
      ...entriesOf(object, "data", decoderFor(object))
    ];
    for (const entry of entries) {
      const holds2 = isSecretKey(entry.field.key, entries, object) ? isLiteralSecret(entry.text) : isLiteralSecret(secretInJson(entry.text));
      if (!holds2) continue;
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
  const keys2 = new Set(entries.map(({ field }) => plain2(field.key)));
  const forKeyVault = entryOf(object.metadata.labels, "secrets-store.csi.k8s.io/used") !== void 0;
  return keys2.has("clientid") && (keys2.has("tenantid") || forKeyVault);
}
function plain2(key) {
  return key.toLowerCase().replace(/[-_.]/g, "");
}
function secretInJson(text) {
  if (!/"(?:aad)?(?:tenantId|subscriptionId)"/.test(text)) return void 0;
  return /"(?:aad)?[cC]lientSecret"\s*:\s*"([^"]*)"/.exec(text)?.[1];
}

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
    for (const object of world.objects) yield* checkOther(world, object);
  }
});
function* checkWorkload(world, workload) {
  const unlabelled = workload.templates.filter((template2) => !entryOf(template2.metadata.labels, identityKeys.use));
  if (unlabelled.length === 0 || unlabelled.length < workload.templates.length) return;
  const own = workload.metadata.field === unlabelled[0]?.metadata.field ? [] : [workload.metadata];
  const misplaced = [
    ...own.flatMap((metadata) => [...metadata.labels, ...metadata.annotations]),
    ...unlabelled.flatMap((template2) => template2.metadata.annotations)
  ].filter(asksForWebhook);
  const [template] = unlabelled;
  for (const label2 of misplaced) {
    const broken = unlabelled.some((candidate) => needsLabel(world, { workload, template: candidate }));
    yield observe9(label2, `the ${workload.kind} ${nameOf(workload)}`, broken, { workload, template });
  }
}
function* checkOther(world, object) {
  if (object.kind === "ServiceAccount" || isCustom2(object)) return;
  if (world.workloads.some((workload) => workload.manifest === object.manifest)) return;
  const labels = [...object.metadata.labels, ...object.metadata.annotations].filter(asksForWebhook);
  if (labels.length === 0) return;
  const pods2 = object.kind === "Service" ? selectedBy(world, object) : [];
  if (pods2.some(({ template }) => isLabelled(template))) return;
  const broken = pods2.find((pod) => needsLabel(world, pod));
  for (const label2 of labels)
    yield observe9(label2, `the ${object.kind} ${nameOf(object)}`, broken !== void 0, broken);
}
function isCustom2({ group: group2 }) {
  return group2.includes(".") && !group2.endsWith(".k8s.io");
}
function asksForWebhook(entry) {
  return entry.key === identityKeys.use && entry.text?.toLowerCase() !== "false";
}
function observe9(label2, owner, broken, pod) {
  const kind = label2.path.at(-2) === "annotations" ? "annotation" : "label";
  return {
    at: label2.keyPlace,
    message: broken ? `The ${kind} ${identityKeys.use} is on ${owner}, where the webhook never looks; its pods use an account with a client id and get no token.` : `The ${kind} ${identityKeys.use} on ${owner} does nothing: the webhook reads labels of pods only.`,
    severity: broken ? "error" : "note",
    ...pod && {
      related: [{ at: pod.template.anchor.keyPlace, note: "the label belongs here" }],
      about: cause("pod label", pod.workload)
    },
    ...broken && pod?.template.metadata.labelsField && {
      fix: {
        safety: "safe",
        repairs: [
          { kind: "remove-entry", at: label2 },
          { kind: "add-entry", into: pod.template.metadata.labelsField, key: identityKeys.use, text: "true" }
        ]
      }
    }
  };
}
function needsLabel(world, { workload, template }) {
  if (!template.complete || hasOtherTokenSource(world, workload, template)) return false;
  return accountsFor(world, workload, template).some(({ account: account10, certain }) => certain && account10.clientId?.text);
}
function selectedBy(world, service) {
  const selector = service.root.get("spec", "selector")?.entries() ?? [];
  if (selector.length === 0) return [];
  return world.workloads.filter(
    (workload) => world.sees(workload.manifest, service.manifest) && compareNamespaces(workload, service) === "same"
  ).flatMap((workload) => workload.templates.map((template) => ({ workload, template }))).filter(
    ({ template }) => selector.every(
      (wanted) => template.metadata.labels.some((label2) => label2.key === wanted.key && label2.text === wanted.text)
    )
  );
}
var use2 = 'azure.workload.identity/use: "true"';
var mark26 = " #~ pod-label-misplaced";
var job = `---
apiVersion: batch/v1
kind: Job
metadata:
  name: import
  namespace: shop
  labels:
    ${use2}${mark26}
spec:
  template:
    spec:
      serviceAccount: orders
      restartPolicy: Never
      containers:
        - {name: import, image: "registry.example/import:1"}
`;

// src/rules/account-borrowers.ts
var kinds = /^(?:(?:Cluster)?SecretStore|ACRAccessToken|(?:Cluster)?Issuer|(?:Git|OCI|Helm|Image)Repository|Bucket|(?:Cluster)?TriggerAuthentication|EventSource|Sensor|AzureAppConfigurationProvider|VaultAuth)$/;
var loansByWorld = /* @__PURE__ */ new WeakMap();
function borrowerOf(world, account10) {
  return loansOf(world).find(
    ({ borrower, name, namespace }) => name === account10.metadata.nameField?.text && world.sees(borrower.manifest, account10.manifest) && (namespace === void 0 ? borrower.kind.startsWith("Cluster") || compareNamespaces(borrower, account10) !== "different" : namespace === account10.metadata.namespaceField?.text)
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
    for (const account10 of world.serviceAccounts) {
      if (!account10.clientId?.text || isClusterNamespace(literalOf(account10.namespace))) continue;
      if (borrowerOf(world, account10)) continue;
      yield* checkAccount2(world, account10);
    }
  }
});
function* checkAccount2(world, account10) {
  const pods2 = templatesOf(world, account10).filter(({ template }) => template.complete);
  if (pods2.some(({ template }) => entryOf(template.metadata.labels, identityKeys.use))) return;
  for (const pod of pods2) {
    const certain = accountsFor(world, pod.workload, pod.template).some(
      (match) => match.account === account10 && match.certain
    );
    if (certain && !hasOtherTokenSource(world, pod.workload, pod.template)) yield observe10(world, account10, pod);
  }
}
function observe10(world, account10, { workload, template }) {
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

// src/rules/static/pod-label-not-true.ts
var rule83 = defineRule({
  id: "pod-label-not-true",
  title: 'The workload identity label is not exactly "true"',
  group: "Workload identity",
  why: 'The webhook selects the label value "true" and nothing else: letter case counts, and "yes" or "1" are ignored without a word. The pods start without a token.',
  remedy: 'Write "true", in lower case and quotes; write "false" to switch it off on purpose.',
  severity: "error",
  sources: ["Azure/azure-workload-identity deploy/azure-wi-webhook.yaml (objectSelector.matchLabels)"],
  *check(world, repository) {
    for (const workload of world.workloads) {
      for (const template of workload.templates) {
        const label2 = entryOf(template.metadata.labels, identityKeys.use);
        const text = label2?.string;
        if (!label2 || text === void 0 || text === "" || text === "true") continue;
        if (/^(?:false|no|n|off|0|disabled?)$/i.test(text.trim()) || isOpen(text, repository)) continue;
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
    for (const pods2 of labelledPods(world)) {
      const proxy = proxyAnnotation(pods2.template);
      if (proxy) yield* checkPort(pods2, proxy);
    }
  }
});
function* checkPort(pods2, proxy) {
  const port = entryOf(pods2.template.metadata.annotations, identityKeys.proxyPort);
  if (!port) {
    yield* inUse(pods2, proxy.keyPlace, defaultPort, "the port it takes by default");
    return;
  }
  const text = port.string ?? (port.value === null ? "" : void 0);
  if (text === void 0 || hasPlaceholder(text) || isEmptySlot(port)) return;
  const number = Number(text);
  if (/^[+-]?\d+$/.test(text) && number >= 1 && number <= 65535) {
    yield* inUse(pods2, port, number, "the port it is given");
    return;
  }
  yield {
    at: port,
    message: `${identityKeys.proxyPort} of the ${pods2.workload.kind} ${nameOf(pods2.workload)} is "${text}", which is no port from 1 to 65535; the pods are refused.`
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
  *check(world, repository) {
    for (const { workload, template } of labelledPods(world)) {
      const proxy = proxyAnnotation(template);
      const text = proxy?.text ?? "";
      if (!proxy || text === "true" || isOpen(text, repository) || isEmptySlot(proxy)) continue;
      const yes = /^(?:true|yes|y|on|1|enabled?)$/i.test(text.trim());
      yield {
        at: proxy,
        message: `${identityKeys.injectProxy} of the ${workload.kind} ${nameOf(workload)} is "${text}", and the proxy is added all the same: the presence of the annotation counts, not its value.`,
        about: cause("proxy", workload),
        fix: {
          safety: "safe",
          repairs: [yes ? { kind: "set-text", at: proxy, text: "true" } : { kind: "remove-entry", at: proxy }]
        }
      };
    }
  }
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
      const proxy = proxyAnnotation(template);
      const ban = proxy && banFor(world, workload);
      if (!proxy || !ban) continue;
      yield {
        at: proxy.keyPlace,
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
  const level = entryOf(object.metadata.labels, "pod-security.kubernetes.io/enforce");
  if (level?.text !== "baseline" && level?.text !== "restricted") return void 0;
  return { at: level, reason: `the namespace enforces the Pod Security level ${level.text}` };
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
function appliesTo(match, namespace) {
  if (namespace === void 0 || match?.get("namespaceSelector") || match?.get("labelSelector")) return false;
  const texts = (field) => (field?.items() ?? []).map((item) => item.text ?? "");
  const kinds2 = match?.get("kinds")?.items() ?? [];
  const pods2 = kinds2.some((kind) => texts(kind.get("kinds")).some((name) => name === "Pod" || name === "*"));
  if (kinds2.length > 0 && !pods2) return false;
  const included = texts(match?.get("namespaces"));
  if (included.length > 0 && !included.some((pattern2) => fits2(pattern2, namespace))) return false;
  return !texts(match?.get("excludedNamespaces")).some((pattern2) => fits2(pattern2, namespace));
}
function fits2(pattern2, namespace) {
  const inner = pattern2.replace(/^\*|\*$/g, "");
  if (pattern2.startsWith("*") && pattern2.endsWith("*")) return namespace.includes(inner);
  if (pattern2.startsWith("*")) return namespace.endsWith(inner);
  return pattern2.endsWith("*") ? namespace.startsWith(inner) : namespace === pattern2;
}

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
      const proxy = proxyAnnotation(template);
      const hostNetwork = template.spec.get("hostNetwork");
      if (!proxy || hostNetwork?.value !== true) continue;
      yield {
        at: proxy.keyPlace,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} have ${identityKeys.injectProxy} and hostNetwork: true; the webhook refuses them.`,
        related: [{ at: hostNetwork.keyPlace, note: "the network of the node" }],
        about: cause("proxy", workload)
      };
    }
  }
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

// src/rules/scalars.ts
function* scalarsOf(field, except = /* @__PURE__ */ new Set()) {
  if (field.node.type === "scalar") yield field;
  for (const child of [...field.entries(), ...field.items()]) {
    if (!except.has(child.key)) yield* scalarsOf(child, except);
  }
}
function mentions({ manifest }, word) {
  return manifest.source.text.slice(manifest.start, manifest.end).includes(word);
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

// src/rules/account-makers.ts
var makers = /* @__PURE__ */ new Set(["HelmRelease", "ApplicationIdentity", "WorkloadIdentity", "Cluster"]);
function mayMakeAccounts(world, repository, object) {
  return repository.scripts.createsAccounts || world.objects.some(
    (other2) => makers.has(other2.kind) && world.sees(object.manifest, other2.manifest) && compareNamespaces(object, other2) !== "different"
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
    (account10) => world.sees(workload.manifest, account10.manifest) && account10.namespaceGiven && compareNamespaces(workload, account10) === "same"
  );
  return declared && !neighbours(world, workload, template).some((pods2) => isMissing(world, pods2.workload, pods2.template));
}
function neighbours(world, workload, template) {
  return [...labelledPods(world)].filter(
    (other2) => world.sees(workload.manifest, other2.workload.manifest) && compareNamespaces(workload, other2.workload) === "same" && compareTexts(template.account, other2.template.account) !== "same"
  );
}

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
function isLiteral(object) {
  return literalOf(object.namespace) !== void 0;
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
    for (const { at, object } of clientIdsOf2(world)) {
      const environment = world.environmentOf(object.manifest);
      const id5 = at.string?.toLowerCase();
      if (environment === void 0 || id5 === void 0 || describeNotGuid(id5)) continue;
      identities.set(id5, [...identities.get(id5) ?? [], { at, object, environment }]);
    }
  }
  return identities;
}
function* clientIdsOf2(world) {
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

// src/rules/static/skip-containers-unknown.ts
var rule94 = defineRule({
  id: "skip-containers-unknown",
  title: "A container to skip does not exist",
  group: "Workload identity",
  why: "The webhook splits the annotation at semicolons and compares exact names. A comma or a typing error matches no container, so the one that was to be left alone gets the token and the AZURE_* variables after all.",
  remedy: "Write the exact names of containers of the pod, separated by semicolons.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (getSkipContainers)"],
  *check(world, repository) {
    for (const workload of world.workloads) {
      for (const template of workload.templates) {
        const list2 = entryOf(template.metadata.annotations, identityKeys.skipContainers);
        const text = list2?.text ?? "";
        if (!list2 || text === "" || isOpen(text, repository)) continue;
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
        message: `${identityKeys.skipContainers} of the ${workload.kind} ${nameOf(workload)} names "${name}", but the pods have ${[...known].map((other2) => `"${other2}"`).join(", ")} only.`
      };
    }
  }
}
function hasUnknownContainers(template) {
  return template.containers.some((container) => container.name === "" || hasPlaceholder(container.name));
}

// src/rules/static/substitution-broken.ts
var rule95 = defineRule({
  id: "substitution-broken",
  title: "A substitution drops its default",
  group: "Workload identity",
  why: "Behind a colon alone, Flux and the shells expect a position in the value. Flux ignores one that is no number: what was meant as a default is gone, and what stands behind the brace is added to the value.",
  remedy: 'Write the default behind ":-" or ":=", with the closing brace after the whole of it.',
  severity: "note",
  sources: ["fluxcd/pkg envsubst/funcs.go (substring)", "hmcts/cnp-flux-config commit 0826234"],
  *check(world) {
    for (const object of world.objects) {
      for (const field of textsOf(object.metadata)) {
        const broken = brokenSubstitution(field.text ?? "");
        if (broken?.effect !== "ignored") continue;
        const written2 = field.text?.slice(broken.start, broken.end);
        yield {
          at: field,
          message: `The substitution "${written2}" in the metadata of the ${object.kind} ${nameOf(object)} does not say what was meant: ${broken.why}.`
        };
      }
    }
  }
});
function textsOf({ nameField, namespaceField, labels, annotations }) {
  return [nameField, namespaceField, ...labels, ...annotations].filter((field) => field !== void 0);
}

// src/rules/static/tenant-id-empty.ts
var rule96 = defineRule({
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

// src/rules/static/tenant-id-not-a-guid.ts
var rule97 = defineRule({
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
  *check(world, repository) {
    for (const account10 of world.serviceAccounts) {
      const text = account10.tenantId?.string;
      if (!account10.tenantId || !text) continue;
      const [unfilled] = world.neverFilled(account10.manifest, text);
      if (unfilled !== void 0) {
        yield {
          at: account10.tenantId,
          message: `The tenant id of the ServiceAccount ${nameOf(account10)} is never filled in: ${neverFilledText(unfilled)}.`,
          remedy: neverFilledRemedy(unfilled)
        };
      }
      if (isOpen(text, repository)) continue;
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

// src/rules/static/token-lifetime-out-of-range.ts
var shortest = 3600;
var longest = 86400;
var rule98 = defineRule({
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
    for (const account10 of world.serviceAccounts) {
      const pods2 = templatesOf(world, account10).filter(({ template }) => isLabelled(template));
      const read2 = pods2.some(
        ({ template }) => !entryOf(template.metadata.annotations, identityKeys.tokenExpiration)?.text
      );
      if (pods2.length === 0 || read2)
        yield* observe12(account10, entryOf(account10.metadata.annotations, identityKeys.tokenExpiration));
    }
  }
});
function* observe12(object, field) {
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

// src/rules/static/token-path-hard-coded.ts
var rule99 = defineRule({
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
      for (const field of workload ? usedBy(workload) : configuredBy(object)) yield* observe13(world, object, field);
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
function* observe13(world, object, field) {
  const path2 = tokenPath.exec(field.text ?? "")?.[0];
  if (!path2 || mountsItself(world, object, path2)) return;
  yield {
    at: placeOf(field, path2),
    message: `The ${object.kind} ${nameOf(object)} names ${path2}, a path that only some versions of the webhook use.`,
    about: cause(`env ${field.path.slice(0, -1).join("/")}`, object)
  };
}
function mountsItself(world, object, path2) {
  return world.workloads.some(
    (workload) => world.sees(object.manifest, workload.manifest) && (object.kind === "ConfigMap" || workload.manifest === object.manifest) && workload.templates.flatMap(mountPaths).some((mounted) => path2 === mounted || path2.startsWith(`${mounted}/`))
  );
}
function mountPaths(template) {
  return template.containers.flatMap((container) => container.field.get("volumeMounts")?.items() ?? []).map((mount) => (mount.get("mountPath")?.text ?? "").replace(/\/$/, "")).filter((path2) => path2 !== "");
}
function placeOf(field, path2) {
  const { manifest, node } = field;
  const start = manifest.source.text.indexOf(path2, node.start);
  if (manifest.rendered || start === -1 || start >= node.end) return field;
  return { source: manifest.source, start, end: start + path2.length };
}

// src/rules/static/virtual-node-unsupported.ts
var rule100 = defineRule({
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
  if (expressions.length > 0 || selectors.some((entry) => !everywhere.has(entry.key))) return void 0;
  const tolerated = (spec.get("tolerations")?.items() ?? []).flatMap((toleration) => toleration.get("key") ?? []).find((key) => key.text === "virtual-kubelet.io/provider");
  return tolerated && { at: tolerated, how: "may run on" };
}
var everywhere = /* @__PURE__ */ new Set(["kubernetes.io/os", "beta.kubernetes.io/os", "kubernetes.io/role"]);
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
  rule95,
  rule67,
  rule68,
  rule69,
  rule96,
  rule97,
  rule98,
  rule99,
  rule100
];

export {
  accountsFor,
  templatesOf,
  nameOf,
  isLabelled,
  describeNotGuid,
  bindingAnnotation,
  rules
};
