// memory:chunk-UFZVNTBC.mjs
var unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
var unseenButLineFeed = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
var shortForms = { "\n": "\\n", "\r": "\\r", "	": "\\t" };
function spelledOut(character) {
  const short = shortForms[character];
  if (short) return short;
  const code2 = character.codePointAt(0);
  return code2 > 65535 ? `\\u{${code2.toString(16)}}` : `\\u${code2.toString(16).padStart(4, "0")}`;
}
function visible(text) {
  return text.replace(unseen, spelledOut);
}
function visibleLines(text) {
  return text.replace(/\r\n?/g, "\n").replace(unseenButLineFeed, spelledOut);
}
var skipped = "(?:(?![\\r\\n])[\\p{DI}\\p{Cc}])*";
var commandMarks = new RegExp(`:(${skipped}):|#(${skipped})#(?=${skipped}(?:\\[|v${skipped}s${skipped}o))`, "giu");
function commandBreaks(text) {
  return Array.from(text.matchAll(commandMarks), (match) => match.index + match[0].length - 1);
}
function breakCommands(text) {
  return text.replace(commandMarks, (mark27) => mark27.slice(0, -1) + spelledOut(mark27.slice(-1)));
}
function escapeLine(text) {
  return breakCommands(visible(text));
}
function escapeLines(text) {
  return breakCommands(visibleLines(text));
}
function escapeJson(json) {
  return breakCommands(json.replace(unseenButLineFeed, codeUnits));
}
function codeUnits(character) {
  return Array.from({ length: character.length }, (_, at) => spelledOut(character.charAt(at))).join("");
}
function escapeWorkflowData(text) {
  return percentEncode(escapeLines(text), "%\n", "%25");
}
function escapeWorkflowProperty(text) {
  return percentEncode(escapeLine(text), "%:,", "%25");
}
function escapeLoggingData(text) {
  return percentEncode(escapeLines(text), "%\n", "%AZP25");
}
function escapeLoggingProperty(text) {
  return percentEncode(escapeLine(text), "%];", "%AZP25");
}
function percentEncode(text, characters, percent) {
  return text.replace(/[%\n:,\];]/g, (character) => {
    if (!characters.includes(character)) return character;
    if (character === "%") return percent;
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
}
function escapeHtml(text) {
  return visible(text).replace(/[&<>"']/g, entity);
}
function escapePage(text) {
  return visible(text).replace(/[&<>"'#:]/g, entity);
}
function escapeUrlPath(path3) {
  return path3.replace(new RegExp("\\p{Cs}", "gu"), "�").split("/").map((segment) => encodeURIComponent(segment).replace(/['()*!]/g, (mark27) => `%${mark27.charCodeAt(0).toString(16)}`)).join("/");
}
function escapeMarkdown(text) {
  return visible(text).replace(markdownMarks, (mark27) => {
    const shown2 = mark27.length === 1 ? entity(mark27) : mark27;
    return linkMarks.test(mark27) ? `${shown2}<!-- -->` : shown2;
  });
}
var markdownMarks = /[&<>"`*_[\]|~\\$@#]|:(?=:|\/\/|[\w+-]+:)|\bwww(?=\.)|\bGH(?=-\d)/gi;
var linkMarks = /^(?:[@#:]|www|GH)$/i;
function entity(character) {
  return `&#${character.charCodeAt(0)};`;
}

// memory:chunk-2SY4573C.mjs
var levels = { error: "error", warning: "warning", note: "notice" };
var longestMessage = 4096;
function annotationOf(finding, docsUrl) {
  const { line, endLine, column, endColumn } = finding;
  return {
    level: levels[finding.severity],
    title: escapeLine(`Idwire: ${finding.rule}`),
    message: cut(adviceOf(finding, docsUrl), longestMessage),
    file: escapeLine(finding.file),
    startLine: line,
    endLine: Math.max(line, endLine),
    ...endLine <= line && { startColumn: column, endColumn: Math.max(column, endColumn) }
  };
}
function adviceOf(finding, docsUrl) {
  const lines2 = [visible(finding.message), `Remedy: ${visibleLines(finding.remedy)}`];
  for (const { file, line, note } of finding.related) lines2.push(visible(`See ${file}:${line}: ${note}`));
  if (finding.rendered) lines2.push(visible(`Rendered by ${finding.rendered.by} from ${finding.rendered.root}.`));
  lines2.push(visible(`Rule: ${docsLink(finding, docsUrl)}`));
  return breakCommands(lines2.join("\n"));
}
function docsLink(finding, docsUrl) {
  return docsUrl ? `${docsUrl}/${escapeUrlPath(finding.docs)}` : finding.docs;
}
function cut(text, length) {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
function fixSentences({ written: written2, mended, left }) {
  return [
    ...mended.map(({ rule: rule128, file, line }) => `${written2 ? "Mended" : "Would mend"} ${rule128} at ${file}:${line}.`),
    ...left.map(({ rule: rule128, file, line, why }) => `Left ${rule128} at ${file}:${line}: ${why}`)
  ];
}
function fixCounts({ written: written2, mended, left }) {
  const counts = mended.length > 0 ? [`${mended.length} ${written2 ? "mended" : "would be mended"}`] : [];
  return left.length > 0 ? [...counts, `${left.length} left`] : counts;
}
function planRows(plan, applied = []) {
  const key = ({ action, identity: identity2, name }) => JSON.stringify([action, identity2, name]);
  const outcomes = new Map(applied.map((change) => [key(change), change]));
  return plan.changes.map((change) => {
    if (change.blocked !== null) return { change, state: "blocked", reason: change.blocked };
    const outcome = outcomes.get(key(change));
    return { change, state: outcome?.outcome ?? "planned", reason: outcome?.error ?? change.reason ?? "" };
  });
}
function shortIdentity(identity2) {
  return identity2.slice(identity2.lastIndexOf("/") + 1) || identity2;
}
function originText({ origin }) {
  return origin ? `${origin.file}:${origin.line}` : void 0;
}
var pastWords = { create: "created", update: "updated", delete: "deleted" };
function planSum({ plan, applied }) {
  if (!plan) return void 0;
  const rows = planRows(plan, applied);
  const count = (words3, fits3) => {
    const number = rows.filter(fits3).length;
    return number > 0 ? [`${number} ${words3}`] : [];
  };
  const parts = [
    ...["create", "update", "delete"].flatMap((action) => [
      ...count(pastWords[action], ({ change, state }) => state === "done" && change.action === action),
      ...count(`to ${action}`, ({ change, state }) => state === "planned" && change.action === action)
    ]),
    ...["blocked", "failed", "skipped"].flatMap((word) => count(word, ({ state }) => state === word)),
    `${plan.unchanged} unchanged`,
    ...plan.left?.length ? [`${plan.left.length} left to others`] : []
  ];
  return `${parts.join(", ")}${plan.complete ? "" : ", incomplete"}`;
}
function quantity(count, noun) {
  return `${count === 0 ? "no" : count} ${noun}${count === 1 ? "" : "s"}`;
}
function countsLine({ counts }) {
  return [quantity(counts.errors, "error"), quantity(counts.warnings, "warning"), quantity(counts.notes, "note")].join(
    ", "
  );
}
function headline(report2) {
  const { errors, warnings, notes } = report2.counts;
  const found = errors + warnings + notes === 0 ? "no problems" : countsLine(report2);
  const looked = [quantity(report2.stats.files, "file")];
  if (report2.stats.rendered > 0) looked.push(quantity(report2.stats.rendered, "rendered root"));
  const aside = report2.fixes ? [...fixCounts(report2.fixes)] : [];
  const suppressed = report2.findings.filter((finding) => finding.suppressed).length;
  if (suppressed > 0) aside.push(`${suppressed} suppressed`);
  if (report2.gaps.length > 0) aside.push(`${report2.gaps.length} not checked`);
  const sentence = `${found} in ${looked.join(" and ")}${aside.length > 0 ? ` (${aside.join(", ")})` : ""}`;
  const plan = planSum(report2);
  const credentials = plan === void 0 ? "" : ` Federated credentials: ${plan}.`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.${credentials}`;
}

// memory:chunk-3LC4PZDE.mjs
var commands = [
  "auto",
  "check",
  "plan",
  "apply",
  "drift",
  "prove",
  "migrate",
  "fix",
  "explain",
  "init",
  "demo"
];
function countFindings(findings) {
  const of = (severity) => findings.filter((finding) => !finding.suppressed && finding.severity === severity).length;
  return { errors: of("error"), warnings: of("warning"), notes: of("note") };
}

// memory:chunk-52TH525W.mjs
var aadstsSources = [
  "azure-devops-docs: troubleshoot-workload-identity, errors-workload-identity",
  "Azure/azure-workload-identity: docs/book/src/troubleshooting.md, issues 340, 693, 1200, 1232",
  "Azure/login issues 482, 515, 517",
  "learn.microsoft.com/entra/identity-platform/reference-error-codes"
];
var aadstsCodes = [
  {
    code: 700016,
    meaning: "No application or managed identity with this client id exists in the tenant.",
    causes: [
      "the client id is a resource id, an object id, a name or a placeholder",
      "the tenant is another one",
      "the identity was deleted and made again"
    ],
    remedy: "Compare the client id and the tenant with `az identity show`.",
    rules: [
      "client-id-not-a-guid",
      "tenant-id-not-a-guid",
      "drift-identity-not-found",
      "drift-client-id-is-object-id",
      "drift-tenant-mismatch"
    ]
  },
  {
    code: 70025,
    meaning: "The application or identity has no federated credential at all.",
    causes: ["the credential was never created", "it was created on another identity"],
    remedy: "Create the federated credential for the issuer and subject of the token.",
    rules: ["credential-undeclared", "drift-credential-missing"]
  },
  {
    code: 70021,
    meaning: "No federated credential matches the token; an older form of 700211 to 700213, also seen shortly after a change.",
    causes: ["issuer, subject or audience differ", "the credential is only seconds old and not yet known everywhere"],
    remedy: "Compare issuer, subject and audience byte for byte; after a change wait a few minutes.",
    rules: ["credential-subject-unmatched", "credential-issuer-mismatch", "drift-credential-missing"]
  },
  {
    code: 700211,
    meaning: "No federated credential has the issuer of the token.",
    causes: [
      "a slash at the end is missing (AKS) or too many (GitHub)",
      "the cluster was rebuilt and has a new issuer",
      "the credential names the retired Azure DevOps issuer"
    ],
    remedy: "Write the issuer exactly as the token has it; for AKS `az aks show --query oidcIssuerProfile.issuerUrl`.",
    rules: [
      "credential-issuer-slash",
      "credential-issuer-mismatch",
      "credential-issuer-retiring",
      "drift-cluster-issuer-changed"
    ]
  },
  {
    code: 700212,
    meaning: "The issuer fits, but the audience of the token is not the one of the credential.",
    causes: [
      "a token of another audience was sent (the default one, or that of an identity binding)",
      "the audience of another cloud was written"
    ],
    remedy: "The audience is api://AzureADTokenExchange in the public cloud.",
    rules: ["credential-audience-unexpected", "drift-credential-changed"]
  },
  {
    code: 700213,
    meaning: "Issuer and audience fit, but no federated credential has the subject of the token.",
    causes: [
      "the pods run as another account or in another namespace",
      "a workflow uses an environment and the credential names a branch, or the reverse",
      "the repository presents the immutable form with ids"
    ],
    remedy: "Write the subject exactly as the token has it.",
    rules: [
      "service-account-wrong-namespace",
      "credential-subject-unmatched",
      "pipeline-subject-undeclared",
      "drift-credential-missing",
      "drift-pipeline-credential"
    ]
  },
  {
    code: 7002138,
    meaning: "The subject differs from that of a credential in letter case only.",
    causes: ["the spelling of owner, repository, environment or account is not the stored one"],
    remedy: "Use exactly the spelling of the token; case counts.",
    rules: ["credential-subject-malformed", "pipeline-subject-undeclared"]
  },
  {
    code: 7002131,
    meaning: "Neither a subject nor a claims matching expression fits the token.",
    causes: ["the expression of a flexible credential does not cover this token"],
    remedy: "Compare the claims of the token with the expression.",
    rules: []
  },
  {
    code: 700024,
    meaning: "The token is outside of its time: expired, or not yet valid.",
    causes: ["an assertion was kept and used again", "the file of the token is read only once", "a clock is wrong"],
    remedy: "Read the token anew for each request; a GitHub token lives about five minutes.",
    rules: ["token-path-hard-coded"]
  },
  {
    code: 7000272,
    meaning: "The key that signed the token is not among those the issuer publishes.",
    causes: ["keys were rotated a moment ago", "the published key set of a self-managed cluster is stale"],
    remedy: "Publish the current key set of the issuer, and try again after a few minutes.",
    rules: []
  },
  {
    code: 90061,
    meaning: "Entra could not reach the issuer.",
    causes: ["the discovery document of a self-managed cluster is not public", "the issuer has a fault"],
    remedy: "Open <issuer>/.well-known/openid-configuration from the internet.",
    rules: []
  },
  {
    code: 50166,
    meaning: "Entra could not read the discovery document or keys of the issuer.",
    causes: ["the issuer is unreachable, slow or throttles"],
    remedy: "Open <issuer>/.well-known/openid-configuration from the internet.",
    rules: []
  },
  {
    code: 501661,
    meaning: "Entra could not read the discovery document or keys of the issuer.",
    causes: ["the issuer is unreachable"],
    remedy: "Open <issuer>/.well-known/openid-configuration from the internet.",
    rules: []
  },
  {
    code: 900612,
    meaning: "The key set of the issuer cannot be read as keys.",
    causes: ["a self-managed cluster publishes something else at jwks_uri"],
    remedy: "Publish the output of `kubectl get --raw /openid/v1/jwks`.",
    rules: []
  },
  {
    code: 90002,
    meaning: "The tenant does not exist.",
    causes: ["the tenant id is misspelt or of another cloud"],
    remedy: "Compare the tenant with `az account show --query tenantId`.",
    rules: ["tenant-id-not-a-guid", "tenant-id-empty"]
  },
  {
    code: 7000215,
    meaning: "A client secret was sent, and it is not valid.",
    causes: ["AZURE_CLIENT_SECRET is set beside workload identity and wins"],
    remedy: "Remove the secret from the environment of the pod.",
    rules: ["client-secret-beside-identity", "plain-client-secret"]
  },
  {
    code: 7002121,
    meaning: "The token is one of Entra itself, and its audience is not the one that is expected.",
    causes: ["the token of a pipeline with the Entra issuer was asked for with another audience"],
    remedy: "Leave the audience of the token to the task; that of the credential is api://AzureADTokenExchange.",
    rules: ["credential-audience-unexpected"]
  },
  {
    code: 700222,
    meaning: "Tokens that Entra itself issued are not accepted as assertions here.",
    causes: ["a token of another managed identity or service was sent instead of the account token"],
    remedy: "Send the projected token of the ServiceAccount, or the token of the pipeline.",
    rules: []
  },
  {
    code: 70052,
    meaning: "The identity must be a managed identity or an application of a single tenant.",
    causes: ["an Azure DevOps connection with the Entra issuer uses a multitenant application"],
    remedy: "Use a single-tenant application or a managed identity.",
    rules: []
  },
  {
    code: 700226,
    meaning: "Of the tokens that Entra issues, only those of managed identities are accepted here.",
    causes: ["the token of an application was sent as assertion"],
    remedy: "Send the token of a managed identity, of the ServiceAccount, or of the pipeline.",
    rules: []
  },
  {
    code: 700236,
    meaning: "The tenant does not allow tokens that Entra issued as assertions.",
    causes: ["a policy of the tenant"],
    remedy: "Ask the administrators of the tenant, or federate with an issuer outside of Entra.",
    rules: []
  },
  {
    code: 700223,
    meaning: "The tenant does not allow federated credentials.",
    causes: ["a policy of the tenant restricts workload identity federation"],
    remedy: "Ask the administrators of the tenant for an exception.",
    rules: []
  },
  {
    code: 700238,
    meaning: "The tenant does not allow this issuer.",
    causes: ["a policy of the tenant names the issuers that may be trusted"],
    remedy: "Ask the administrators of the tenant to allow the issuer.",
    rules: []
  },
  {
    code: 900382,
    meaning: "An application of one cloud cannot sign in to another one.",
    causes: ["the authority is that of another cloud than the identity"],
    remedy: "Set the cloud (and with it authority and audience) in which the identity lives.",
    rules: []
  }
];
function aadstsIn(text) {
  const [, digits] = /AADSTS(\d{5,8})/.exec(text) ?? [];
  if (!digits) return void 0;
  const code2 = Number(digits);
  return { code: code2, known: aadstsCodes.find((candidate) => candidate.code === code2) };
}
var bindingCredentialName = "aks-identity-binding";
function sameResource(a, b2) {
  return normalResource(a) === normalResource(b2);
}
function normalResource(id5) {
  return id5.toLowerCase().replace(/\/+$/, "");
}
function resourceParts(id5) {
  const match = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/[^/]+\/[^/]+\/([^/]+)\/?$/i.exec(id5);
  if (!match) return void 0;
  const [, subscription2 = "", group4 = "", name = ""] = match;
  return { subscription: subscription2, group: group4, name };
}

// memory:chunk-IEG5Q3DA.mjs
var identityKeys = {
  prefix: "azure.workload.identity/",
  use: "azure.workload.identity/use",
  clientId: "azure.workload.identity/client-id",
  tenantId: "azure.workload.identity/tenant-id",
  tokenExpiration: "azure.workload.identity/service-account-token-expiration",
  skipContainers: "azure.workload.identity/skip-containers",
  injectProxy: "azure.workload.identity/inject-proxy-sidecar",
  proxyPort: "azure.workload.identity/proxy-sidecar-port",
  useBinding: "azure.workload.identity/use-identity-binding"
};
var podIdentityLabel = "aadpodidbinding";
function entryOf(entries, key) {
  return entries.find((entry) => entry.key === key);
}
var clusterNamespaces = /* @__PURE__ */ new Set([
  "kube-system",
  "kube-public",
  "kube-node-lease",
  "gatekeeper-system",
  "aks-istio-system",
  "app-routing-system",
  "azure-arc",
  "calico-system",
  "tigera-operator"
]);
function isClusterNamespace(name) {
  return name !== void 0 && clusterNamespaces.has(name);
}

// memory:chunk-PZBHSI6W.mjs
var known = Object.values(identityKeys).filter((key) => key !== identityKeys.prefix);
function editDistance(a, b2, most2) {
  if (Math.abs(a.length - b2.length) > most2) return most2 + 1;
  let previous = Array.from({ length: b2.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b2.length; column += 1) {
      const substitution = previous[column - 1] + (a[row - 1] === b2[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, previous[column] + 1, current[column - 1] + 1));
    }
    previous = current;
  }
  return Math.min(previous[b2.length], most2 + 1);
}
function misspeltKey(key) {
  if (known.includes(key)) return void 0;
  const plain4 = key.toLowerCase().replaceAll("_", "-");
  if (!plain4.includes("identit") && !plain4.includes("workload") && !plain4.includes("azure")) return void 0;
  let best;
  let bestDistance = 3;
  for (const candidate of known) {
    const distance = editDistance(plain4, candidate, 2);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

// memory:chunk-QTW75C4R.mjs
function nearest(word, candidates2) {
  let best;
  let most2 = Math.max(1, Math.floor(word.length / 3));
  for (const candidate of candidates2) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), most2);
    if (distance <= most2) [best, most2] = [candidate, distance - 1];
  }
  return best;
}

// memory:chunk-P3PXVN6G.mjs
var IdwireError = class extends Error {
  problem;
  evidence;
  remedy;
  constructor(explanation, options) {
    super(explanation.problem, options);
    this.problem = explanation.problem;
    this.evidence = explanation.evidence;
    this.remedy = explanation.remedy;
    this.name = new.target.name;
  }
};
var InputError = class extends IdwireError {
};
var AccessError = class extends IdwireError {
};
var SignInError = class extends AccessError {
};
var RemoteError = class extends IdwireError {
};
var Bug = class extends IdwireError {
};
function explain(thrown) {
  if (thrown instanceof IdwireError) return thrown;
  const cause2 = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new Bug(
    {
      problem: `Idwire failed: ${cause2.message}`,
      evidence: cause2.stack ?? cause2.message,
      remedy: "This is a bug of Idwire. Please report it with the text above."
    },
    { cause: cause2 }
  );
}

// memory:chunk-6G7D3U53.mjs
var hosts = ["cli", "action", "task"];
var everywhere = hosts;
var commandLine = ["cli"];
var pipelines = ["action", "task"];
var commandTable = [
  {
    name: "auto",
    summary: "Chooses the command from the event that started the run: pull requests check and plan, pushes to the default branch apply.",
    network: "as the chosen command",
    hosts: pipelines,
    operand: "paths",
    ready: true
  },
  {
    name: "check",
    summary: "Judges the manifests and reports findings.",
    network: "none, ever",
    hosts: everywhere,
    operand: "paths",
    ready: true
  },
  {
    name: "plan",
    summary: "Checks, then shows the changes that `apply` would make.",
    network: "reads Azure",
    hosts: everywhere,
    operand: "paths",
    ready: true
  },
  {
    name: "apply",
    summary: "Creates and repairs the federated credentials that the repository asks for, then reads them back.",
    network: "reads Azure and writes federated credentials",
    hosts: everywhere,
    operand: "paths",
    ready: true
  },
  {
    name: "drift",
    summary: "Compares repository, cluster and Azure, and reports each difference on the line that asked for it.",
    network: "reads Azure, and the cluster when one is given",
    hosts: everywhere,
    operand: "paths",
    ready: true
  },
  {
    name: "prove",
    summary: "Asks Entra to accept a real token of each wired ServiceAccount and of the pipeline.",
    network: "reads Azure, makes tokens in the cluster and offers them to Entra",
    hosts: everywhere,
    operand: "paths",
    ready: true
  },
  {
    name: "migrate",
    summary: "Shows, or makes, the edits that lead from pod identity to workload identity.",
    network: "none; Azure is optional",
    hosts: everywhere,
    operand: "paths",
    ready: false
  },
  {
    name: "fix",
    summary: "Applies the safe fixes of findings to the files, and keeps comments and layout.",
    network: "none",
    hosts: commandLine,
    operand: "paths",
    ready: true
  },
  {
    name: "explain",
    summary: "Prints the page of a rule, or the meaning and usual causes of an AADSTS code.",
    network: "none",
    hosts: commandLine,
    operand: "topic",
    ready: true
  },
  {
    name: "init",
    summary: "Writes a starter `idwire.yaml` from what the repository and, when signed in, Azure show.",
    network: "none; Azure is optional",
    hosts: commandLine,
    operand: "none",
    ready: false
  },
  {
    name: "demo",
    summary: "Plays a pull request on both hosts, with the real bundles, on this machine alone.",
    network: "loopback only",
    hosts: commandLine,
    operand: "none",
    ready: true
  }
];
function commandDefinition(name) {
  return commandTable.find((command3) => command3.name === name);
}
function commandsOn(host) {
  return commandTable.filter((command3) => command3.ready && command3.hosts.includes(host));
}
function anyReady(names3, host) {
  return commandTable.some(
    ({ name, ready, hosts: offered }) => ready && names3.includes(name) && (!host || offered.includes(host))
  );
}
function inputsOf(group4) {
  const common = (description, details2) => ({
    group: group4,
    description,
    commands: group4.commands,
    hosts: group4.hosts,
    ...details2
  });
  return {
    flag: (value, description, details2 = {}) => ({
      ...common(description, details2),
      type: "boolean",
      default: value
    }),
    choice: (values, description, details2 = {}) => ({ ...common(description, details2), type: "choice", values }),
    integer: (value, minimum, description, details2 = {}) => ({
      ...common(description, details2),
      type: "integer",
      default: value,
      minimum
    }),
    lines: (values, description, details2 = {}) => ({
      ...common(description, details2),
      type: "lines",
      default: values
    }),
    text: (description, details2 = {}) => ({
      ...common(description, details2),
      type: "text"
    }),
    shard: (description, details2 = {}) => ({
      ...common(description, details2),
      type: "shard"
    }),
    connection: (connection, description, details2 = {}) => ({
      ...common(description, { ...details2, hosts: ["task"] }),
      type: "connection",
      connection
    })
  };
}
var everywhere2 = hosts;
var guid = {
  pattern: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  words: "a GUID such as 00000000-0000-0000-0000-000000000000"
};
var judgeGroup = {
  name: "judge",
  title: "What is judged",
  commands: ["check", "plan", "apply", "drift", "prove", "migrate", "fix"],
  hosts: everywhere2
};
var reportGroup = {
  name: "report",
  title: "Report",
  commands: ["check", "plan", "apply", "drift", "prove", "migrate", "fix"],
  hosts: everywhere2
};
var feedbackGroup = {
  name: "feedback",
  title: "Feedback on pull requests",
  commands: ["check", "plan", "apply", "drift", "prove", "migrate"],
  hosts: ["action", "task"]
};
var azureGroup = {
  name: "azure",
  title: "Azure",
  commands: ["plan", "apply", "drift", "prove", "migrate", "init"],
  hosts: everywhere2
};
var clusterGroup = {
  name: "cluster",
  title: "Cluster",
  commands: ["plan", "apply", "drift", "prove"],
  hosts: everywhere2
};
var applyGroup = { name: "apply", title: "Apply", commands: ["apply"], hosts: everywhere2 };
var comparing = ["drift", "prove"];
var planning = ["plan", "apply"];
var migrateGroup = { name: "migrate", title: "Migrate", commands: ["migrate"], hosts: everywhere2 };
var judge = inputsOf(judgeGroup);
var report = inputsOf(reportGroup);
var feedback = inputsOf(feedbackGroup);
var azure = inputsOf(azureGroup);
var cluster = inputsOf(clusterGroup);
var apply = inputsOf(applyGroup);
var migrate = inputsOf(migrateGroup);
var inputTable = {
  command: judge.choice(commands, "What to do.", { positional: true }),
  paths: judge.lines(["."], "Files and folders to look at, one on each line; `-` is standard input.", {
    positional: true
  }),
  config: judge.text(
    "The configuration file. Without it, `idwire.yaml`, else `.github/idwire.yaml`, is read if present.",
    {
      commands: [...judgeGroup.commands, "init"]
    }
  ),
  "fail-on": judge.choice(
    ["error", "warning", "note", "never"],
    "The lowest severity that makes the run fail. Suppressed and baselined findings never count."
  ),
  "only-changed": judge.flag(false, "Report only findings that the change under review can have caused."),
  baseline: judge.text("A JSON report of an earlier run; findings that it holds do not count."),
  render: judge.choice(
    ["auto", "never"],
    "Whether Kustomize roots and Helm charts are rendered and then judged: `auto` where a renderer is at hand, or `never`."
  ),
  "allow-remote": judge.flag(false, "Let the renderers fetch remote bases and charts over the network."),
  helm: judge.text("The `helm` program. Without it, the one on PATH is used."),
  kustomize: judge.text("The `kustomize` or `kubectl` program. Without it, the one on PATH is used."),
  exhaustive: judge.flag(
    false,
    "Parse every document, not only those that touch an identity. The findings are the same; it is slower."
  ),
  format: report.choice(
    ["text", "json", "sarif", "markdown", "github", "azure-pipelines"],
    "The form of the report on standard output."
  ),
  "report-file": report.text("Also write the JSON report to this file."),
  "sarif-file": report.text("Also write the findings to this file as SARIF 2.1.0."),
  "html-file": report.text("Also write the report to this file as one HTML page."),
  annotations: feedback.flag(true, "Mark findings on their lines."),
  comment: feedback.flag(
    false,
    "Keep one comment with the result on the pull request; on Azure Repos also a thread on each line at fault."
  ),
  checks: feedback.flag(false, "Publish a check run with all findings. Needs `checks: write`.", {
    hosts: ["action"]
  }),
  suggestions: feedback.flag(
    false,
    "Offer safe fixes as suggested changes in a review. Needs `pull-requests: write`.",
    { hosts: ["action"] }
  ),
  status: feedback.flag(false, "Set a status with the conclusion on the pull request of Azure Repos.", {
    hosts: ["task"]
  }),
  "github-token": feedback.text(
    "The token for the GitHub API: for report channels that are switched on, for `only-changed` where the clone lacks history, and to ask what tokens of repositories say.",
    {
      hosts: ["action"],
      expression: "github.token"
    }
  ),
  "azure-auth": azure.choice(
    ["auto", "oidc", "cli", "environment", "none"],
    "How to sign in to Azure: `oidc` uses the token of the job, `cli` the login of the Azure CLI, `environment` the `AZURE_*` variables."
  ),
  "client-id": azure.text("Client id of the identity to sign in as.", { form: guid }),
  "tenant-id": azure.text("Tenant to sign in to.", { form: guid }),
  "subscription-id": azure.text("Subscription in which identities are looked up when `idwire.yaml` lists none.", {
    form: guid
  }),
  "azure-subscription": azure.connection("AzureRM", "The Azure Resource Manager service connection to sign in with."),
  cluster: cluster.lines([], "Clusters of `idwire.yaml` to work on, one on each line. Without it, all."),
  shard: cluster.shard("The part of the identities to work on, as `1/4`. Without it, all."),
  kubeconfig: cluster.text(
    "The kubeconfig file of the clusters, or `in-cluster` for the one that this runs in. No kubeconfig is read unless it is named here.",
    { commands: comparing }
  ),
  "kube-context": cluster.text(
    "The one context of the kubeconfig to use. Without it, contexts are found by the names of the clusters; else the current one is used.",
    { commands: comparing }
  ),
  "kubernetes-service-connection": cluster.connection(
    "kubernetes",
    "The Kubernetes service connection to read the cluster with.",
    { commands: comparing }
  ),
  "dry-run": apply.flag(false, "Show what would be changed, and change nothing.", { commands: ["apply", "fix"] }),
  digest: apply.text("Apply only if the plan has this digest."),
  adopt: apply.flag(false, "Also correct the audience of a wanted credential that bears another name.", {
    commands: planning
  }),
  prune: apply.choice(
    ["never", "proven", "owned"],
    "Which of its own credentials to delete when nothing asks for them: `proven` only those whose ServiceAccount is gone from the cluster.",
    { commands: planning, plannedValues: ["proven"] }
  ),
  "max-deletes": apply.integer(5, 0, "The most credentials that one run deletes.", { commands: planning }),
  "default-branch": apply.text(
    "The branch on which changes may be written, and whose `idwire.yaml` is trusted. Without it, the event says, else `main`.",
    { commands: [...planning, ...comparing] }
  ),
  prove: apply.flag(false, "Also ask Entra to accept a real token of each wire.", { commands: ["drift"] }),
  stage: migrate.choice(["add", "switch", "remove"], "The step of the migration."),
  write: migrate.flag(false, "Make the edits in the files instead of showing them.")
};
var inputNames = Object.keys(inputTable);
function inputDefinition(name) {
  return inputTable[name];
}
function camelCase(name) {
  return name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
function inputsOn(host) {
  return inputNames.filter((name) => {
    const { hosts: hosts22, commands: commands2, planned } = inputDefinition(name);
    return !planned && hosts22.includes(host) && anyReady(commands2, host);
  });
}
function nameOn(host, name) {
  if (host === "task") return camelCase(name);
  return host === "cli" && !inputDefinition(name).positional ? `--${name}` : name;
}
function allowedValues(name, host) {
  if (name === "command") return commandsOn(host).map((command3) => command3.name);
  const definition = inputDefinition(name);
  if (definition.type === "boolean") return definition.default ? ["true", "false"] : ["false", "true"];
  if (definition.type !== "choice") return [];
  return definition.values.filter((value) => !definition.plannedValues?.includes(value));
}
function defaultText(name) {
  const definition = inputDefinition(name);
  switch (definition.type) {
    case "boolean":
    case "integer":
      return String(definition.default);
    case "choice":
      return definition.values[0];
    case "lines":
      return definition.default.join("\n");
    default:
      return "";
  }
}
function readInputs(host, environment) {
  const raw = /* @__PURE__ */ new Map();
  for (const name of inputsOn(host)) {
    const value = environment[`INPUT_${nameOn(host, name).toUpperCase()}`]?.trim() ?? "";
    if (value !== "" && value !== defaultText(name)) raw.set(name, value);
  }
  return raw;
}
function parseInputs(raw, host) {
  const { inputs, faults } = inspectInputs(raw, host);
  throwFaults(faults);
  return inputs;
}
function inspectInputs(raw, host) {
  const offered = inputsOn(host);
  const faults = [];
  const values = {};
  for (const name of inputNames) values[camelCase(name)] = defaultValue(name);
  const given = /* @__PURE__ */ new Set();
  for (const [key, text] of raw) {
    const name = offered.find((candidate) => candidate === key);
    if (!name) {
      faults.push(unknownInput(key, host));
    } else if (text.trim() !== "") {
      const parsed2 = parseValue(name, text.trim(), host);
      if ("fault" in parsed2) faults.push(`${nameOn(host, name)} is ${JSON.stringify(text.trim())}; ${parsed2.fault}.`);
      else values[camelCase(name)] = parsed2.value;
      given.add(name);
    }
  }
  return { inputs: { values, given }, faults };
}
function throwFaults(faults, remedy = "Correct it and run again.") {
  if (faults.length === 0) return;
  const problem = faults.length === 1 ? "An input is wrong." : `${faults.length} inputs are wrong.`;
  throw new InputError({ problem, evidence: faults.join("\n"), remedy });
}
function unknownInput(key, host) {
  const meant = nearest(key, inputsOn(host));
  return `${key} is not an input of this version${meant ? `; did you mean ${nameOn(host, meant)}?` : "."}`;
}
function defaultValue(name) {
  const definition = inputDefinition(name);
  if (definition.type === "choice") return definition.values[0];
  return "default" in definition ? definition.default : void 0;
}
function parseValue(name, text, host) {
  const definition = inputDefinition(name);
  switch (definition.type) {
    case "boolean": {
      const value = text.toLowerCase();
      return value === "true" || value === "false" ? { value: value === "true" } : { fault: "allowed: true, false" };
    }
    case "choice":
      return parseChoice(text, allowedValues(name, host));
    case "integer": {
      const { minimum } = definition;
      const right = /^\d{1,9}$/.test(text) && Number(text) >= minimum;
      return right ? { value: Number(text) } : { fault: `it must be a whole number, ${minimum} or more` };
    }
    case "shard": {
      const [index, count] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).slice(1).map(Number);
      if (index && count && index <= count) return { value: { index, count } };
      return { fault: "it must be a part and the number of parts, such as 1/4" };
    }
    case "lines":
      return { value: text.split(/\r?\n/).flatMap((line) => line.trim() || []) };
    case "text":
      if (definition.form && !definition.form.pattern.test(text))
        return { fault: `it must be ${definition.form.words}` };
      return { value: text };
    case "connection":
      return { value: text };
  }
}
function parseChoice(text, allowed) {
  if (allowed.includes(text)) return { value: text };
  const meant = nearest(text, allowed);
  return { fault: `allowed: ${allowed.join(", ")}${meant ? ` (did you mean ${meant}?)` : ""}` };
}

// memory:chunk-7ARPJBV4.mjs
var kinds = [
  [/\.(?:tf|tfvars)(?:\.json)?$/i, "terraform"],
  [/\.bicep$/i, "bicep"],
  [/\.json$/i, "arm"],
  [/\.(?:sh|bash|zsh|ps1|psm1|azcli|mk|ya?ml)$|(?:^|\/)(?:Makefile|Justfile)$/i, "script"],
  [/\.md$/i, "document"]
];
function declarationFileKind(path3) {
  return kinds.find(([pattern2]) => pattern2.test(path3))?.[1];
}

// memory:chunk-AQGYI52S.mjs
const { Buffer: Buffer2 } = process.getBuiltinModule("node:buffer");
function resolveScalar(text, style, tag) {
  switch (tag) {
    case void 0:
      return style === "plain" ? resolvePlain(text) : text;
    case "!!int":
      return resolveInteger(text) ?? text;
    case "!!float":
      return resolveNumber(text) ?? text;
    case "!!bool":
      return words.get(text) ?? text;
    case "!!null":
      return words.get(text) === null ? null : text;
    case "!!binary":
      return isBase64(text) ? Buffer2.from(text, "base64").toString("utf8") : text;
    default:
      return text;
  }
}
var truths = ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"];
var falsehoods = ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"];
var nothings = ["", "~", "null", "Null", "NULL"];
var words = new Map([
  ...truths.map((word) => [word, true]),
  ...falsehoods.map((word) => [word, false]),
  ...nothings.map((word) => [word, null])
]);
var longestWord = 5;
function resolvePlain(text) {
  const first = text.charCodeAt(0);
  if (first >= 43 && first <= 57) return resolveNumber(text) ?? text;
  if (text.length > longestWord) return text;
  const word = words.get(text);
  return word === void 0 ? text : word;
}
var infinity = /^([-+]?)\.(?:inf|Inf|INF)$/;
var notANumber = /^\.(?:nan|NaN|NAN)$/;
function resolveNumber(text) {
  const integer = resolveInteger(text);
  if (integer !== void 0) return integer;
  const special = infinity.exec(text);
  if (special) return special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (notANumber.test(text)) return Number.NaN;
  if (text.startsWith(".") && /(?<!\d)_|_(?!\d)/.test(text)) return void 0;
  return /^[-+.\d]/.test(text) ? decimalNumber(text.replaceAll("_", "")) : void 0;
}
function decimalNumber(text) {
  if (!/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return void 0;
  return withoutNegativeZero(Number(text));
}
var decimalInteger = /^[-+]?(?:0|[1-9]\d*)$/;
var basedInteger = /^([-+]?)0(?:[xX](?<hexadecimal>[\da-fA-F]+)|[oO]?(?<octal>[0-7]+)|[bB](?<binary>[01]+))$/;
var signInsideBinary = /^0b([-+])(?<binary>[01]+)$/;
function resolveInteger(text) {
  if (!/^[-+\d]/.test(text)) return void 0;
  const plain4 = text.replaceAll("_", "");
  if (decimalInteger.test(plain4)) return withoutNegativeZero(Number(plain4));
  const match = basedInteger.exec(plain4) ?? signInsideBinary.exec(plain4);
  if (!match) return void 0;
  const { hexadecimal, octal, binary } = match.groups;
  const magnitude = BigInt(hexadecimal ? `0x${hexadecimal}` : octal ? `0o${octal}` : `0b${binary}`);
  return withinRange(match[1], magnitude) ? Number(match[1] === "-" ? -magnitude : magnitude) : void 0;
}
function withinRange(sign, magnitude) {
  if (sign === "") return magnitude < 2n ** 64n;
  return sign === "-" ? magnitude <= 2n ** 63n : magnitude < 2n ** 63n;
}
function withoutNegativeZero(number) {
  if (!Number.isFinite(number)) return void 0;
  return number === 0 ? 0 : number;
}
function isBase64(text) {
  const packed = text.replace(/[\r\n]/g, "");
  return packed.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(packed);
}
function skipBlank(text, start, end) {
  let at = start;
  while (at < end) {
    const code2 = text.charCodeAt(at);
    if (code2 === 35) at = endOfLine(text, at, end);
    else if (isBlank(code2) || code2 === byteOrderMark) at++;
    else return at;
  }
  return end;
}
function isBlank(code2) {
  return code2 === 32 || code2 === 10 || code2 === 13 || code2 === 9;
}
var byteOrderMark = 65279;
function endOfLine(text, from, end) {
  let at = from;
  while (at < end && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}
var Unreadable = class extends Error {
  problem;
  constructor(kind, message, start, end) {
    super(message);
    this.problem = { kind, message, start, end };
  }
};
function tooDeep({ depth }, start, end) {
  const message = `Maps and lists nest more than ${depth} levels deep here; the document is not read.`;
  return new Unreadable("limit", message, start, end);
}
function tooManyAliases({ aliasNodes }, start, end) {
  const message = `The aliases of this document repeat more than ${aliasNodes} values; it is not read.`;
  return new Unreadable("limit", message, start, end);
}
function tooLong({ fileBytes }, start) {
  const message = `The document is longer than ${fileBytes} characters; it is not read.`;
  return new Unreadable("limit", message, start, start);
}
var coreNamespace = "tag:yaml.org,2002:";
var coreTags = new Set(
  ["binary", "bool", "float", "int", "map", "merge", "null", "omap", "pairs", "seq", "set", "str", "timestamp"].concat("value", "yaml").map((name) => `!!${name}`).concat("!")
);
var typedTags = /* @__PURE__ */ new Set(["!!bool", "!!float", "!!int", "!!null"]);
function shortTag(written2, handles) {
  return shortName(written2.startsWith("!<") ? written2.slice(2, -1) : writtenOut(written2, handles));
}
function shortName(full) {
  return full.startsWith(coreNamespace) ? `!!${full.slice(coreNamespace.length)}` : full;
}
function writtenOut(written2, handles) {
  const handle = /^![\w-]*!/.exec(written2)?.[0] ?? "!";
  const prefix = handles.get(handle) ?? (handle === "!!" ? coreNamespace : handle);
  return prefix + written2.slice(handle.length);
}
function tagRemark(tag, value) {
  if (typedTags.has(tag) && typeof value === "string") {
    return `The value "${value}" does not fit its tag ${tag}. kubectl refuses such a document.`;
  }
  if (coreTags.has(tag)) return void 0;
  return `The tag ${tag} means nothing to Kubernetes; kubectl ignores it and reads what follows as plain text or as a plain map or list.`;
}
var indexFrom = 12;
var MapEntries = class {
  #entries = [];
  #index;
  #merged;
  #replaced = false;
  /** Adds a written entry; gives back the written entry that it replaces, which makes the key a duplicate. */
  add(entry) {
    const earlier = this.#put(entry);
    return earlier && !this.#merged?.has(earlier) ? earlier : void 0;
  }
  /** Adds the entries of a merged map. */
  merge(entries) {
    this.#merged ??= /* @__PURE__ */ new Set();
    for (const { key, value } of entries) {
      const entry = { key, value };
      this.#merged.add(entry);
      this.#put(entry);
    }
  }
  /** The entries that stand, in order of appearance, in an array no larger than they need. */
  finish() {
    if (this.#replaced) return this.#entries.filter((entry) => entry !== void 0);
    return this.#entries.slice();
  }
  #put(entry) {
    const name = keyName(entry.key);
    const at = this.#find(name);
    const earlier = at === void 0 ? void 0 : this.#entries[at];
    if (at !== void 0) {
      this.#entries[at] = void 0;
      this.#replaced = true;
    }
    this.#index?.set(name, this.#entries.length);
    this.#entries.push(entry);
    return earlier;
  }
  #find(name) {
    if (this.#index) return this.#index.get(name);
    if (this.#entries.length < indexFrom) return this.#search(name);
    this.#index = /* @__PURE__ */ new Map();
    for (const [at, entry] of this.#entries.entries()) if (entry) this.#index.set(keyName(entry.key), at);
    return this.#index.get(name);
  }
  #search(name) {
    for (let at = 0; at < this.#entries.length; at++) {
      const entry = this.#entries[at];
      if (entry && keyName(entry.key) === name) return at;
    }
    return void 0;
  }
};
function keyName(key) {
  return typeof key.value === "string" ? key.value : String(key.value);
}
var TreeBuilder = class {
  problems = [];
  root;
  #limits;
  #frames = [];
  #anchors = /* @__PURE__ */ new Map();
  #frame;
  /** Nodes so far with every alias written out, and how many of them aliases and merges have brought. */
  #nodes = 0;
  #repeated = 0;
  constructor(limits) {
    this.#limits = limits;
  }
  get role() {
    const frame = this.#frame;
    if (!frame) return "root";
    if (!frame.entries) return "item";
    return frame.key ? "value" : "key";
  }
  /** Starts a collection; its nodes follow until `close`. */
  open(type, start, flow, anchor) {
    if (this.role === "key") throw new Unreadable("syntax", unreadableKey, start, start + 1);
    if (this.#frames.length >= this.#limits.depth) throw tooDeep(this.#limits, start, start + 1);
    this.#frame = {
      start,
      flow,
      entries: type === "map" ? new MapEntries() : void 0,
      items: [],
      anchored: anchor === void 0 ? void 0 : this.#announce(anchor),
      nodesBefore: this.#nodes++,
      height: 1,
      key: void 0,
      merging: false
    };
    this.#frames.push(this.#frame);
  }
  /** Ends the collection that was opened last. */
  close(end) {
    const { start, flow, entries, items, anchored: anchored2, nodesBefore, height } = this.#frames.pop();
    this.#frame = this.#frames.at(-1);
    const node = entries ? { type: "map", entries: entries.finish(), flow, start, end } : { type: "sequence", items: items.slice(), flow, start, end };
    if (anchored2) Object.assign(anchored2, { node, size: this.#nodes - nodesBefore, height });
    this.#place(node, height, false);
  }
  /** `isMerge`: written as the merge key `<<`, which only counts where a key stands. */
  scalar(node, isMerge, anchor) {
    this.#nodes++;
    if (anchor !== void 0) Object.assign(this.#announce(anchor), { node });
    if (this.role === "key") this.#setKey(node, isMerge);
    else this.#place(node, 0, false);
  }
  /** The node that has the name stands here again: the same node object, but for a key, which gets its own place. */
  alias(name, start, end) {
    const anchored2 = this.#anchors.get(name);
    if (!anchored2) throw new Unreadable("syntax", unknownAnchor(name), start, end);
    const { node, size, height } = anchored2;
    if (!node) throw new Unreadable("syntax", containsItself(name), start, end);
    this.#repeat(size, start, end);
    this.#nodes += size;
    if (this.role === "key") {
      if (node.type !== "scalar") throw new Unreadable("syntax", unreadableKey, start, end);
      this.#setKey({ ...node, start, end }, false);
      return;
    }
    if (this.#frames.length + height > this.#limits.depth) throw tooDeep(this.#limits, start, end);
    this.#place(node, height, true);
  }
  /** Tells about something that leaves the tree readable. */
  remark(kind, message, start, end) {
    if (this.problems.length < this.#limits.problems) this.problems.push({ kind, message, start, end });
  }
  #announce(anchor) {
    const anchored2 = { node: void 0, size: 1, height: 0 };
    this.#anchors.set(anchor, anchored2);
    return anchored2;
  }
  #setKey(key, isMerge) {
    const frame = this.#frame;
    frame.key = key;
    frame.merging = isMerge;
  }
  #place(node, height, aliased2) {
    const frame = this.#frame;
    if (!frame) {
      this.root = node;
      return;
    }
    if (height >= frame.height) frame.height = height + 1;
    if (!frame.entries) {
      frame.items.push(node);
      return;
    }
    const key = frame.key;
    frame.key = void 0;
    if (frame.merging) this.#merge(frame.entries, key, node, aliased2);
    else if (frame.entries.add({ key, value: node })) {
      this.remark("duplicate-key", duplicateKey(key.text), key.start, key.end);
    }
  }
  /** A map, or a list of maps written in place, of which the first one that has a key gives it. */
  #merge(entries, key, node, aliased2) {
    const maps = node.type === "sequence" && !aliased2 ? node.items.toReversed() : [node];
    for (const map of maps) {
      if (map.type !== "map") throw new Unreadable("syntax", unreadableMerge, key.start, key.end);
      this.#repeat(map.entries.length, key.start, key.end);
      entries.merge(map.entries);
    }
  }
  /** Counts what stands for more than it costs to write: the way small texts become huge trees. */
  #repeat(nodes, start, end) {
    this.#repeated += nodes;
    if (this.#repeated > this.#limits.aliasNodes) throw tooManyAliases(this.#limits, start, end);
  }
};
var unreadableKey = "A map or a list stands where a key is expected; Kubernetes takes text as keys only.";
var unreadableMerge = "The merge key << takes a map, or a list of maps.";
function unknownAnchor(name) {
  return `The alias *${name} names no anchor: nothing before it is marked &${name}.`;
}
function containsItself(name) {
  return `The alias *${name} stands inside the very value that &${name} marks.`;
}
function duplicateKey(name) {
  return `The key "${name}" stands twice in this map; only the last one counts.`;
}

// memory:chunk-CJGED6K7.mjs
var defaultLimits = {
  // The Kubernetes API server takes requests of 3 MiB at most, so no object is larger; bundles of them come to a few
  // megabytes. Beyond this a file is data that merely happens to end in .yaml.
  fileBytes: 8 * 1024 * 1024,
  // A rendered fleet holds a few thousand objects in one stream. A megabyte of bare `---` would be 250,000 documents.
  documents: 1e4,
  // Manifests use a handful of aliases. Ten anchors that each repeat the one before ten times ask for 10^10 nodes.
  aliasNodes: 1e5,
  // Velero's CustomResourceDefinitions nest 23 deep. All later steps walk trees by recursion: 200 levels fit every
  // stack, the 100,000 of a file of brackets fit none.
  depth: 200,
  // The tolerant parser can take eight seconds for a megabyte of nothing but errors. What people write by hand, and so
  // break, is shorter than this.
  tolerantLength: 256 * 1024,
  // A file with a thousand duplicate keys has one fault a thousand times.
  problems: 100
};
function limitsWith(changes) {
  return changes ? { ...defaultLimits, ...changes } : defaultLimits;
}
var loaded;
async function loadTolerantParser() {
  loaded ??= (await import("./parse-tolerantly-WGJUC732.mjs")).parseTolerantly;
}
function tolerantParser() {
  return loaded;
}
function v(e3) {
  "@babel/helpers - typeof";
  return v = typeof Symbol == "function" && typeof Symbol.iterator == "symbol" ? function(e4) {
    return typeof e4;
  } : function(e4) {
    return e4 && typeof Symbol == "function" && e4.constructor === Symbol && e4 !== Symbol.prototype ? "symbol" : typeof e4;
  }, v(e3);
}
function qe(e3, t3) {
  if (v(e3) != "object" || !e3) return e3;
  var n2 = e3[Symbol.toPrimitive];
  if (n2 !== void 0) {
    var r2 = n2.call(e3, t3 || "default");
    if (v(r2) != "object") return r2;
    throw TypeError("@@toPrimitive must return a primitive value.");
  }
  return (t3 === "string" ? String : Number)(e3);
}
function Je(e3) {
  var t3 = qe(e3, "string");
  return v(t3) == "symbol" ? t3 : t3 + "";
}
function y(e3, t3, n2) {
  return (t3 = Je(t3)) in e3 ? Object.defineProperty(e3, t3, {
    value: n2,
    enumerable: true,
    configurable: true,
    writable: true
  }) : e3[t3] = n2, e3;
}
function Ye(e3, t3) {
  var n2 = Object.keys(e3);
  if (Object.getOwnPropertySymbols) {
    var r2 = Object.getOwnPropertySymbols(e3);
    t3 && (r2 = r2.filter(function(t4) {
      return Object.getOwnPropertyDescriptor(e3, t4).enumerable;
    })), n2.push.apply(n2, r2);
  }
  return n2;
}
function b(e3) {
  for (var t3 = 1; t3 < arguments.length; t3++) {
    var n2 = arguments[t3] == null ? {} : arguments[t3];
    t3 % 2 ? Ye(Object(n2), true).forEach(function(t4) {
      y(e3, t4, n2[t4]);
    }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e3, Object.getOwnPropertyDescriptors(n2)) : Ye(Object(n2)).forEach(function(t4) {
      Object.defineProperty(e3, t4, Object.getOwnPropertyDescriptor(n2, t4));
    });
  }
  return e3;
}
var st = {
  maxLength: 79,
  indent: 1,
  linesBefore: 3,
  linesAfter: 2
};
function ct(e3, t3, n2, r2, i2) {
  let a2 = "", o2 = "", s2 = Math.floor(i2 / 2) - 1;
  return r2 - t3 > s2 && (a2 = " ... ", t3 = r2 - s2 + a2.length), n2 - r2 > s2 && (o2 = " ...", n2 = r2 + s2 - o2.length), {
    str: a2 + e3.slice(t3, n2).replace(/\t/g, "→") + o2,
    pos: r2 - t3 + a2.length
  };
}
function lt(e3, t3) {
  return " ".repeat(Math.max(t3 - e3.length, 0)) + e3;
}
function ut(e3, t3) {
  if (!e3.buffer) return null;
  let n2 = b(b({}, st), t3), r2 = /\r?\n|\r|\0/g, i2 = [0], a2 = [], o2, s2 = -1;
  for (; o2 = r2.exec(e3.buffer); ) a2.push(o2.index), i2.push(o2.index + o2[0].length), e3.position <= o2.index && s2 < 0 && (s2 = i2.length - 2);
  s2 < 0 && (s2 = i2.length - 1);
  let c2 = "", l2 = Math.min(e3.line + n2.linesAfter, a2.length).toString().length, u2 = n2.maxLength - (n2.indent + l2 + 3);
  for (let t4 = 1; t4 <= n2.linesBefore && !(s2 - t4 < 0); t4++) {
    let r3 = ct(e3.buffer, i2[s2 - t4], a2[s2 - t4], e3.position - (i2[s2] - i2[s2 - t4]), u2);
    c2 = `${" ".repeat(n2.indent)}${lt((e3.line - t4 + 1).toString(), l2)} | ${r3.str}
${c2}`;
  }
  let d2 = ct(e3.buffer, i2[s2], a2[s2], e3.position, u2);
  c2 += `${" ".repeat(n2.indent)}${lt((e3.line + 1).toString(), l2)} | ${d2.str}
`, c2 += `${"-".repeat(n2.indent + l2 + 3 + d2.pos)}^
`;
  for (let t4 = 1; t4 <= n2.linesAfter && !(s2 + t4 >= a2.length); t4++) {
    let r3 = ct(e3.buffer, i2[s2 + t4], a2[s2 + t4], e3.position - (i2[s2] - i2[s2 + t4]), u2);
    c2 += `${" ".repeat(n2.indent)}${lt((e3.line + t4 + 1).toString(), l2)} | ${r3.str}
`;
  }
  return c2.replace(/\n$/, "");
}
function dt(e3, t3) {
  let n2 = "";
  return e3.mark ? (e3.mark.name && (n2 += `in "${e3.mark.name}" `), n2 += `(${e3.mark.line + 1}:${e3.mark.column + 1})`, !t3 && e3.mark.snippet && (n2 += `

${e3.mark.snippet}`), `${e3.reason} ${n2}`) : e3.reason;
}
var S = /* @__PURE__ */ (() => class e2 extends Error {
  constructor(e3, t3) {
    super(), y(this, "reason", void 0), y(this, "mark", void 0), this.name = "YAMLException", this.reason = e3, this.mark = t3, this.message = dt(this, false), Error.captureStackTrace && Error.captureStackTrace(this, this.constructor);
  }
  toString(e3) {
    return `${this.name}: ${dt(this, e3)}`;
  }
  static throwAt(t3, n2, r2, i2 = "") {
    let a2 = 0, o2 = 0;
    for (let e3 = 0; e3 < n2; e3++) {
      let n3 = t3.charCodeAt(e3);
      n3 === 10 ? (a2++, o2 = e3 + 1) : n3 === 13 && (a2++, t3.charCodeAt(e3 + 1) === 10 && e3++, o2 = e3 + 1);
    }
    let s2 = {
      name: i2,
      buffer: t3,
      position: n2,
      line: a2,
      column: n2 - o2
    };
    throw s2.snippet = ut(s2), new e2(r2, s2);
  }
})();
var C = {
  DOCUMENT: 1,
  SEQUENCE: 2,
  MAPPING: 3,
  SCALAR: 4,
  ALIAS: 5,
  POP: 6
};
var w = {
  PLAIN: 1,
  SINGLE_QUOTED: 2,
  DOUBLE_QUOTED: 3,
  LITERAL_BLOCK: 4,
  FOLDED_BLOCK: 5
};
var T = {
  BLOCK: 1,
  FLOW: 2
};
var E = {
  CLIP: 1,
  STRIP: 2,
  KEEP: 3
};
var ft = -1;
function pt(e3) {
  switch (e3) {
    case 48:
      return "\0";
    case 97:
      return "\x07";
    case 98:
      return "\b";
    case 116:
      return "	";
    case 9:
      return "	";
    case 110:
      return "\n";
    case 118:
      return "\v";
    case 102:
      return "\f";
    case 114:
      return "\r";
    case 101:
      return "\x1B";
    case 32:
      return " ";
    case 34:
      return '"';
    case 47:
      return "/";
    case 92:
      return "\\";
    case 78:
      return "";
    case 95:
      return " ";
    case 76:
      return "\u2028";
    case 80:
      return "\u2029";
    default:
      return "";
  }
}
var mt = /* @__PURE__ */ (() => Array(256))();
var ht = /* @__PURE__ */ (() => Array(256))();
for (let e3 = 0; e3 < 256; e3++) mt[e3] = +!!pt(e3), ht[e3] = pt(e3);
function gt(e3) {
  return e3 <= 65535 ? String.fromCharCode(e3) : String.fromCharCode((e3 - 65536 >> 10) + 55296, (e3 - 65536 & 1023) + 56320);
}
function _t(e3) {
  return e3 >= 48 && e3 <= 57 ? e3 - 48 : (e3 | 32) - 97 + 10;
}
function vt(e3) {
  return e3 === 120 ? 2 : e3 === 117 ? 4 : 8;
}
function D(e3, t3, n2) {
  let r2 = 0;
  for (; t3 < n2; ) {
    let n3 = e3.charCodeAt(t3);
    if (n3 === 10) r2++, t3++;
    else if (n3 === 13) r2++, t3++, e3.charCodeAt(t3) === 10 && t3++;
    else if (n3 === 32 || n3 === 9) t3++;
    else break;
  }
  return {
    position: t3,
    breaks: r2
  };
}
function yt(e3) {
  return e3 === 1 ? " " : "\n".repeat(e3 - 1);
}
function bt(e3, t3, n2) {
  let r2 = "", i2 = t3, a2 = t3, o2 = t3;
  for (; i2 < n2; ) {
    let t4 = e3.charCodeAt(i2);
    if (t4 === 10 || t4 === 13) {
      r2 += e3.slice(a2, o2);
      let t5 = D(e3, i2, n2);
      r2 += yt(t5.breaks), i2 = a2 = o2 = t5.position;
    } else i2++, t4 !== 32 && t4 !== 9 && (o2 = i2);
  }
  return r2 + e3.slice(a2, o2);
}
function xt(e3, t3, n2) {
  let r2 = "", i2 = t3, a2 = t3, o2 = t3;
  for (; i2 < n2; ) {
    let t4 = e3.charCodeAt(i2);
    if (t4 === 39) r2 += e3.slice(a2, i2) + "'", i2 += 2, a2 = o2 = i2;
    else if (t4 === 10 || t4 === 13) {
      r2 += e3.slice(a2, o2);
      let t5 = D(e3, i2, n2);
      r2 += yt(t5.breaks), i2 = a2 = o2 = t5.position;
    } else i2++, t4 !== 32 && t4 !== 9 && (o2 = i2);
  }
  return r2 + e3.slice(a2, n2);
}
function St(e3, t3, n2) {
  let r2 = "", i2 = t3, a2 = t3, o2 = t3;
  for (; i2 < n2; ) {
    let t4 = e3.charCodeAt(i2);
    if (t4 === 92) {
      r2 += e3.slice(a2, i2), i2++;
      let t5 = e3.charCodeAt(i2);
      if (t5 === 10 || t5 === 13) i2 = D(e3, i2, n2).position;
      else if (t5 < 256 && mt[t5]) r2 += ht[t5], i2++;
      else {
        let n3 = vt(t5), a3 = 0;
        for (; n3 > 0; n3--) {
          i2++;
          let t6 = _t(e3.charCodeAt(i2));
          a3 = (a3 << 4) + t6;
        }
        r2 += gt(a3), i2++;
      }
      a2 = o2 = i2;
    } else if (t4 === 10 || t4 === 13) {
      r2 += e3.slice(a2, o2);
      let t5 = D(e3, i2, n2);
      r2 += yt(t5.breaks), i2 = a2 = o2 = t5.position;
    } else i2++, t4 !== 32 && t4 !== 9 && (o2 = i2);
  }
  return r2 + e3.slice(a2, n2);
}
function Ct(e3, t3, n2, r2, i2, a2) {
  let o2 = r2 < 0 ? 0 : r2, s2 = e3.slice(t3, n2).replace(/\r\n?/g, "\n"), c2 = s2 === "" ? [] : (s2.endsWith("\n") ? s2.slice(0, -1) : s2).split("\n"), l2 = "", u2 = false, d2 = 0, f2 = false;
  for (let e4 of c2) {
    let t4 = 0;
    for (; t4 < o2 && e4.charCodeAt(t4) === 32; ) t4++;
    if (r2 < 0 || t4 >= e4.length) {
      d2++;
      continue;
    }
    let n3 = e4.slice(o2), i3 = n3.charCodeAt(0);
    a2 ? i3 === 32 || i3 === 9 ? (f2 = true, l2 += "\n".repeat(u2 ? 1 + d2 : d2)) : f2 ? (f2 = false, l2 += "\n".repeat(d2 + 1)) : d2 === 0 ? u2 && (l2 += " ") : l2 += "\n".repeat(d2) : l2 += "\n".repeat(u2 ? 1 + d2 : d2), l2 += n3, u2 = true, d2 = 0;
  }
  return i2 === E.KEEP ? l2 += "\n".repeat(u2 ? 1 + d2 : d2) : i2 !== E.STRIP && u2 && (l2 += "\n"), l2;
}
function wt(e3, t3) {
  if (t3.valueStart === ft) return "";
  let { valueStart: n2, valueEnd: r2 } = t3;
  if (t3.fast) return e3.slice(n2, r2);
  switch (t3.style) {
    case w.SINGLE_QUOTED:
      return xt(e3, n2, r2);
    case w.DOUBLE_QUOTED:
      return St(e3, n2, r2);
    case w.LITERAL_BLOCK:
      return Ct(e3, n2, r2, t3.indent, t3.chomping, false);
    case w.FOLDED_BLOCK:
      return Ct(e3, n2, r2, t3.indent, t3.chomping, true);
    default:
      return bt(e3, n2, r2);
  }
}
var Et = /* @__PURE__ */ (() => "-#;/?:@&=+$_.~*'()")();
var Dt = Et + "!,[]";
var j = -1;
var qt = Object.prototype.hasOwnProperty;
var M = 1;
var Jt = 2;
var Yt = 3;
var Xt = 4;
var Zt = /* @__PURE__ */ (() => /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/)();
var Qt = /[,\[\]{}]/;
var $t = /* @__PURE__ */ (() => /^(?:!|!!|![0-9A-Za-z-]+!)$/)();
var en = /* @__PURE__ */ (() => String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`)();
var tn = /* @__PURE__ */ (() => String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`)();
var nn = /* @__PURE__ */ (() => RegExp(`^(?:${en})*$`))();
var rn = /* @__PURE__ */ (() => RegExp(`^(?:${tn})+$`))();
var an = /* @__PURE__ */ (() => RegExp(`^(?:!(?:${en})*|${tn}(?:${en})*)$`))();
var on = {
  filename: "",
  maxDepth: 100
};
function sn(e3, t3, n2) {
  e3.events.push({
    type: C.DOCUMENT,
    explicitStart: t3,
    explicitEnd: n2,
    directives: e3.directives
  });
}
function cn(e3, t3, n2, r2, i2, a2, o2) {
  e3.events.push({
    type: C.SEQUENCE,
    start: t3,
    anchorStart: n2,
    anchorEnd: r2,
    tagStart: i2,
    tagEnd: a2,
    style: o2
  });
}
function ln(e3, t3, n2, r2, i2, a2, o2) {
  e3.events.push({
    type: C.MAPPING,
    start: t3,
    anchorStart: n2,
    anchorEnd: r2,
    tagStart: i2,
    tagEnd: a2,
    style: o2
  });
}
function un(e3, t3) {
  e3.events.splice(t3.eventsLength, 0, {
    type: C.MAPPING,
    start: t3.position,
    anchorStart: j,
    anchorEnd: j,
    tagStart: j,
    tagEnd: j,
    style: T.FLOW
  });
}
function N(e3, t3, n2, r2, i2, a2, o2, s2, c2 = E.CLIP, l2 = -1, u2 = false) {
  e3.events.push({
    type: C.SCALAR,
    valueStart: t3,
    valueEnd: n2,
    anchorStart: r2,
    anchorEnd: i2,
    tagStart: a2,
    tagEnd: o2,
    style: s2,
    chomping: c2,
    indent: l2,
    fast: u2
  });
}
function dn(e3, t3, n2) {
  e3.events.push({
    type: C.ALIAS,
    anchorStart: t3,
    anchorEnd: n2
  });
}
function P(e3) {
  e3.events.push({ type: C.POP });
}
function F(e3) {
  N(e3, j, j, j, j, j, j, w.PLAIN);
}
function fn() {
  return {
    anchorStart: j,
    anchorEnd: j,
    tagStart: j,
    tagEnd: j
  };
}
function I(e3) {
  return {
    position: e3.position,
    line: e3.line,
    lineStart: e3.lineStart,
    lineIndent: e3.lineIndent,
    firstTabInLine: e3.firstTabInLine,
    eventsLength: e3.events.length
  };
}
function L(e3, t3) {
  e3.position = t3.position, e3.line = t3.line, e3.lineStart = t3.lineStart, e3.lineIndent = t3.lineIndent, e3.firstTabInLine = t3.firstTabInLine, e3.events.length = t3.eventsLength;
}
function R(e3, t3) {
  S.throwAt(e3.input.slice(0, e3.length), e3.position, t3, e3.filename);
}
function z(e3) {
  return e3 === 10 || e3 === 13;
}
function B(e3) {
  return e3 === 9 || e3 === 32;
}
function V(e3) {
  return B(e3) || z(e3);
}
function H(e3) {
  return e3 === 0 || V(e3);
}
function U(e3) {
  return e3 === 44 || e3 === 91 || e3 === 93 || e3 === 123 || e3 === 125;
}
function pn(e3) {
  return e3 >= 48 && e3 <= 57 ? e3 - 48 : -1;
}
function mn(e3) {
  if (e3 >= 48 && e3 <= 57) return e3 - 48;
  let t3 = e3 | 32;
  return t3 >= 97 && t3 <= 102 ? t3 - 97 + 10 : -1;
}
function hn(e3) {
  return e3 === 120 ? 2 : e3 === 117 ? 4 : e3 === 85 ? 8 : 0;
}
function gn(e3) {
  return e3 === 48 || e3 === 97 || e3 === 98 || e3 === 116 || e3 === 9 || e3 === 110 || e3 === 118 || e3 === 102 || e3 === 114 || e3 === 101 || e3 === 32 || e3 === 34 || e3 === 47 || e3 === 92 || e3 === 78 || e3 === 95 || e3 === 76 || e3 === 80;
}
function _n(e3) {
  e3.input.charCodeAt(e3.position) === 10 ? e3.position++ : (e3.position++, e3.input.charCodeAt(e3.position) === 10 && e3.position++), e3.line++, e3.lineStart = e3.position, e3.lineIndent = 0, e3.firstTabInLine = -1;
}
function W(e3, t3) {
  let n2 = 0, r2 = e3.input.charCodeAt(e3.position), i2 = e3.position === e3.lineStart || V(e3.input.charCodeAt(e3.position - 1));
  for (; r2 !== 0; ) {
    for (; B(r2); ) i2 = true, r2 === 9 && e3.firstTabInLine === -1 && (e3.firstTabInLine = e3.position), r2 = e3.input.charCodeAt(++e3.position);
    if (t3 && i2 && r2 === 35) do
      r2 = e3.input.charCodeAt(++e3.position);
    while (!z(r2) && r2 !== 0);
    if (!z(r2)) break;
    for (_n(e3), n2++, i2 = true, r2 = e3.input.charCodeAt(e3.position); r2 === 32; ) e3.lineIndent++, r2 = e3.input.charCodeAt(++e3.position);
  }
  return n2;
}
function G(e3, t3 = e3.position) {
  let n2 = e3.input.charCodeAt(t3);
  if ((n2 === 45 || n2 === 46) && n2 === e3.input.charCodeAt(t3 + 1) && n2 === e3.input.charCodeAt(t3 + 2)) {
    let n3 = e3.input.charCodeAt(t3 + 3);
    return n3 === 0 || V(n3);
  }
  return false;
}
function vn(e3) {
  e3.position === e3.lineStart && e3.input.charCodeAt(e3.position) === 65279 && (e3.position++, e3.lineStart = e3.position);
}
function yn(e3) {
  if (e3.position !== e3.lineStart) return false;
  if (G(e3)) return true;
  if (e3.input.charCodeAt(e3.position) !== 65279) return false;
  let t3 = I(e3);
  vn(e3), W(e3, true);
  let n2 = e3.input.charCodeAt(e3.position), r2 = e3.position === e3.lineStart && (n2 === 37 || n2 === 45 && G(e3));
  return L(e3, t3), r2;
}
function bn(e3) {
  let t3 = e3.input.charCodeAt(e3.position);
  for (; t3 !== 0 && !z(t3); ) t3 = e3.input.charCodeAt(++e3.position);
}
function xn(e3, t3, n2) {
  let r2 = Zt.exec(e3.input.slice(t3, n2));
  r2 !== null && (e3.position = t3 + r2.index + r2[0].length - 1, R(e3, "the stream contains non-printable characters"));
}
function Sn(e3, t3, n2) {
  if (e3.input.charCodeAt(e3.position) !== 33) return false;
  t3.tagStart !== j && R(e3, "duplication of a tag property");
  let r2 = e3.position, i2 = false, a2 = false, o2 = "!", s2 = e3.input.charCodeAt(++e3.position);
  s2 === 60 ? (i2 = true, s2 = e3.input.charCodeAt(++e3.position)) : s2 === 33 && (a2 = true, o2 = "!!", s2 = e3.input.charCodeAt(++e3.position));
  let c2 = e3.position, l2;
  if (i2) {
    for (; s2 !== 0 && s2 !== 62; ) s2 = e3.input.charCodeAt(++e3.position);
    s2 !== 62 && R(e3, "unexpected end of the stream within a verbatim tag"), l2 = e3.input.slice(c2, e3.position), e3.position++;
  } else {
    for (; s2 !== 0 && !V(s2) && !(n2 && U(s2)); ) s2 === 33 && (a2 ? R(e3, "tag suffix cannot contain exclamation marks") : (o2 = e3.input.slice(c2 - 1, e3.position + 1), $t.test(o2) || R(e3, "named tag handle cannot contain such characters"), a2 = true, c2 = e3.position + 1)), s2 = e3.input.charCodeAt(++e3.position);
    l2 = e3.input.slice(c2, e3.position), Qt.test(l2) && R(e3, "tag suffix cannot contain flow indicator characters");
  }
  return l2 && !(i2 ? nn.test(l2) : rn.test(l2)) && R(e3, `tag name cannot contain such characters: ${l2}`), !i2 && o2 !== "!" && o2 !== "!!" && !qt.call(e3.tagHandlers, o2) && R(e3, `undeclared tag handle "${o2}"`), t3.tagStart = r2, t3.tagEnd = e3.position, true;
}
function Cn(e3, t3) {
  if (e3.input.charCodeAt(e3.position) !== 38) return false;
  t3.anchorStart !== j && R(e3, "duplication of an anchor property"), e3.position++;
  let n2 = e3.position;
  for (; e3.input.charCodeAt(e3.position) !== 0 && !V(e3.input.charCodeAt(e3.position)) && !U(e3.input.charCodeAt(e3.position)); ) e3.position++;
  return e3.position === n2 && R(e3, "name of an anchor node must contain at least one character"), t3.anchorStart = n2, t3.anchorEnd = e3.position, true;
}
function wn(e3, t3) {
  if (e3.input.charCodeAt(e3.position) !== 42) return false;
  (t3.anchorStart !== j || t3.tagStart !== j) && R(e3, "alias node should not have any properties"), e3.position++;
  let n2 = e3.position;
  for (; e3.input.charCodeAt(e3.position) !== 0 && !V(e3.input.charCodeAt(e3.position)) && !U(e3.input.charCodeAt(e3.position)); ) e3.position++;
  return e3.position === n2 && R(e3, "name of an alias node must contain at least one character"), dn(e3, n2, e3.position), true;
}
function Tn(e3, t3) {
  W(e3, false), e3.lineIndent < t3 && R(e3, "deficient indentation");
}
function En(e3, t3, n2) {
  if (e3.input.charCodeAt(e3.position) !== 39) return false;
  e3.position++;
  let r2 = e3.position, i2 = true;
  for (; e3.input.charCodeAt(e3.position) !== 0; ) {
    let a2 = e3.input.charCodeAt(e3.position);
    if (a2 === 39) {
      if (e3.input.charCodeAt(e3.position + 1) === 39) {
        i2 = false, e3.position += 2;
        continue;
      }
      let t4 = e3.position;
      return e3.position++, N(e3, r2, t4, n2.anchorStart, n2.anchorEnd, n2.tagStart, n2.tagEnd, w.SINGLE_QUOTED, E.CLIP, -1, i2), true;
    }
    z(a2) ? (i2 = false, Tn(e3, t3)) : e3.position === e3.lineStart && G(e3) ? R(e3, "unexpected end of the document within a single quoted scalar") : a2 !== 9 && a2 < 32 ? R(e3, "expected valid JSON character") : e3.position++;
  }
  R(e3, "unexpected end of the stream within a single quoted scalar");
}
function Dn(e3, t3, n2) {
  if (e3.input.charCodeAt(e3.position) !== 34) return false;
  e3.position++;
  let r2 = e3.position, i2 = true;
  for (; e3.input.charCodeAt(e3.position) !== 0; ) {
    let a2 = e3.input.charCodeAt(e3.position);
    if (a2 === 34) {
      let t4 = e3.position;
      return e3.position++, N(e3, r2, t4, n2.anchorStart, n2.anchorEnd, n2.tagStart, n2.tagEnd, w.DOUBLE_QUOTED, E.CLIP, -1, i2), true;
    }
    if (a2 === 92) {
      i2 = false;
      let n3 = e3.input.charCodeAt(++e3.position);
      if (z(n3)) Tn(e3, t3);
      else if (gn(n3)) e3.position++;
      else {
        let t4 = hn(n3);
        for (t4 === 0 && R(e3, "unknown escape sequence"); t4-- > 0; ) e3.position++, mn(e3.input.charCodeAt(e3.position)) < 0 && R(e3, "expected hexadecimal character");
        e3.position++;
      }
    } else z(a2) ? (i2 = false, Tn(e3, t3)) : e3.position === e3.lineStart && G(e3) ? R(e3, "unexpected end of the document within a double quoted scalar") : a2 !== 9 && a2 < 32 ? R(e3, "expected valid JSON character") : e3.position++;
  }
  R(e3, "unexpected end of the stream within a double quoted scalar");
}
function On(e3, t3, n2) {
  let r2 = e3.input.charCodeAt(e3.position), i2 = E.CLIP, a2 = -1, o2 = false;
  if (r2 !== 124 && r2 !== 62) return false;
  let s2 = r2 === 124 ? w.LITERAL_BLOCK : w.FOLDED_BLOCK;
  for (e3.position++; e3.input.charCodeAt(e3.position) !== 0; ) {
    let n3 = e3.input.charCodeAt(e3.position), r3 = pn(n3);
    if (n3 === 43 || n3 === 45) i2 !== E.CLIP && R(e3, "repeat of a chomping mode identifier"), i2 = n3 === 43 ? E.KEEP : E.STRIP, e3.position++;
    else if (r3 >= 0) r3 === 0 && R(e3, "bad explicit indentation width of a block scalar; it cannot be less than one"), o2 && R(e3, "repeat of an indentation width identifier"), a2 = t3 + r3 - 1, o2 = true, e3.position++;
    else break;
  }
  let c2 = false;
  for (; B(e3.input.charCodeAt(e3.position)); ) c2 = true, e3.position++;
  c2 && e3.input.charCodeAt(e3.position) === 35 && bn(e3), z(e3.input.charCodeAt(e3.position)) ? _n(e3) : e3.input.charCodeAt(e3.position) !== 0 && R(e3, "a line break is expected");
  let l2 = o2 ? a2 : -1, u2 = 0, d2 = e3.position, f2 = e3.position;
  for (; e3.input.charCodeAt(e3.position) !== 0; ) {
    let n3 = e3.position, r3 = 0;
    for (; e3.input.charCodeAt(n3 + r3) === 32; ) r3++;
    let i3 = e3.input.charCodeAt(n3 + r3);
    if (i3 === 0) {
      l2 >= 0 ? r3 > l2 && (f2 = n3 + r3) : r3 > 0 && (f2 = n3 + r3);
      break;
    }
    if (yn(e3)) break;
    if (!o2 && l2 === -1 && z(i3) && (u2 = Math.max(u2, r3)), !o2 && l2 === -1 && !z(i3) && (i3 === 9 && r3 < t3 && (e3.position = n3 + r3, R(e3, "tab characters must not be used in indentation")), r3 >= t3 && r3 < u2 && (e3.position = n3 + r3, R(e3, "bad indentation of a mapping entry"))), l2 === -1 && i3 !== 0 && !z(i3) && r3 < t3) {
      e3.lineIndent = r3, e3.position = n3 + r3;
      break;
    }
    !o2 && i3 !== 0 && !z(i3) && l2 === -1 && (l2 = r3);
    let a3 = l2 === -1 ? t3 + 1 : l2;
    if (i3 !== 0 && !z(i3) && r3 < a3) {
      e3.lineIndent = r3, e3.position = n3 + r3;
      break;
    }
    bn(e3), f2 = e3.position, z(e3.input.charCodeAt(e3.position)) && (_n(e3), f2 = e3.position);
  }
  return xn(e3, d2, f2), N(e3, d2, f2, n2.anchorStart, n2.anchorEnd, n2.tagStart, n2.tagEnd, s2, i2, l2), true;
}
function kn(e3, t3) {
  let n2 = e3.input.charCodeAt(e3.position), r2 = t3 === M;
  if (n2 === 0 || V(n2) || n2 === 35 || n2 === 38 || n2 === 42 || n2 === 33 || n2 === 124 || n2 === 62 || n2 === 39 || n2 === 34 || n2 === 37 || n2 === 64 || n2 === 96 || U(n2)) return false;
  if (n2 === 63 || n2 === 45) {
    let t4 = e3.input.charCodeAt(e3.position + 1);
    if (H(t4) || r2 && U(t4)) return false;
  }
  return true;
}
function An(e3, t3, n2, r2) {
  if (!kn(e3, n2)) return false;
  let i2 = e3.position, a2 = e3.position, o2 = e3.input.charCodeAt(e3.position), s2 = n2 === M, c2 = false;
  for (; o2 !== 0 && !yn(e3); ) {
    if (o2 === 58) {
      let t4 = e3.input.charCodeAt(e3.position + 1);
      if (H(t4) || s2 && U(t4)) break;
    } else if (o2 === 35) {
      if (V(e3.input.charCodeAt(e3.position - 1))) break;
    } else if (s2 && U(o2)) break;
    else if (z(o2)) {
      let n3 = e3.position, r3 = e3.line, i3 = e3.lineStart, a3 = e3.lineIndent;
      if (W(e3, false), e3.lineIndent >= t3) {
        c2 = true, o2 = e3.input.charCodeAt(e3.position);
        continue;
      }
      e3.position = n3, e3.line = r3, e3.lineStart = i3, e3.lineIndent = a3;
      break;
    }
    B(o2) || (a2 = e3.position + 1), o2 = e3.input.charCodeAt(++e3.position);
  }
  return a2 !== i2 && (xn(e3, i2, a2), N(e3, i2, a2, r2.anchorStart, r2.anchorEnd, r2.tagStart, r2.tagEnd, w.PLAIN, E.CLIP, -1, !c2), true);
}
function K(e3, t3) {
  let n2 = e3.line;
  W(e3, true), (e3.line > n2 && e3.lineIndent < t3 || e3.firstTabInLine !== -1 && e3.lineIndent < t3) && R(e3, "deficient indentation");
}
function jn(e3, t3, n2) {
  let r2 = e3.input.charCodeAt(e3.position), i2 = r2 === 123, a2 = e3.position, o2 = true;
  if (r2 !== 91 && r2 !== 123) return false;
  let s2 = i2 ? 125 : 93;
  for (i2 ? ln(e3, a2, n2.anchorStart, n2.anchorEnd, n2.tagStart, n2.tagEnd, T.FLOW) : cn(e3, a2, n2.anchorStart, n2.anchorEnd, n2.tagStart, n2.tagEnd, T.FLOW), e3.position++; e3.input.charCodeAt(e3.position) !== 0; ) {
    K(e3, t3);
    let n3 = e3.input.charCodeAt(e3.position);
    if (n3 === s2) return e3.position++, P(e3), true;
    o2 ? n3 === 44 && R(e3, "expected the node content, but found ','") : R(e3, "missed comma between flow collection entries");
    let r3 = false, a3 = false;
    n3 === 63 && V(e3.input.charCodeAt(e3.position + 1)) && (r3 = a3 = true, e3.position += 1, K(e3, t3));
    let c2 = e3.line, l2 = I(e3), u2 = q(e3, t3, M, false, true);
    K(e3, t3), n3 = e3.input.charCodeAt(e3.position), (i2 || a3 || e3.line === c2) && n3 === 58 ? (r3 = true, e3.position++, K(e3, t3), i2 || un(e3, l2), u2 || F(e3), q(e3, t3, M, false, true) || F(e3), K(e3, t3), i2 || P(e3)) : i2 && r3 ? (u2 || F(e3), F(e3)) : i2 ? F(e3) : r3 && (un(e3, l2), u2 || F(e3), F(e3), P(e3)), n3 = e3.input.charCodeAt(e3.position), n3 === 44 ? (o2 = true, e3.position++) : o2 = false;
  }
  R(e3, "unexpected end of the stream within a flow collection");
}
function Mn(e3, t3, n2) {
  if (e3.firstTabInLine !== -1 || e3.input.charCodeAt(e3.position) !== 45 || !H(e3.input.charCodeAt(e3.position + 1))) return false;
  for (cn(e3, e3.position, n2.anchorStart, n2.anchorEnd, n2.tagStart, n2.tagEnd, T.BLOCK); e3.input.charCodeAt(e3.position) === 45 && H(e3.input.charCodeAt(e3.position + 1)); ) {
    e3.firstTabInLine !== -1 && (e3.position = e3.firstTabInLine, R(e3, "tab characters must not be used in indentation"));
    let n3 = e3.line;
    e3.position++;
    let r2 = W(e3, true) > 0;
    if (e3.firstTabInLine !== -1 && e3.input.charCodeAt(e3.position) === 45 && H(e3.input.charCodeAt(e3.position + 1)) && R(e3, "bad indentation of a sequence entry"), r2 && e3.lineIndent <= t3 ? F(e3) : q(e3, t3, Yt, false, true), W(e3, true), e3.lineIndent < t3 || e3.position >= e3.length) break;
    e3.lineIndent > t3 && R(e3, "bad indentation of a sequence entry"), e3.line === n3 && e3.input.charCodeAt(e3.position) === 45 && H(e3.input.charCodeAt(e3.position + 1)) && R(e3, "bad indentation of a sequence entry");
  }
  return P(e3), true;
}
function Nn(e3, t3, n2, r2) {
  let i2 = false, a2 = false, o2 = false, s2 = false;
  if (e3.firstTabInLine !== -1) return false;
  let c2 = e3.input.charCodeAt(e3.position);
  for (; c2 !== 0; ) {
    !i2 && e3.firstTabInLine !== -1 && (e3.position = e3.firstTabInLine, R(e3, "tab characters must not be used in indentation"));
    let l2 = e3.input.charCodeAt(e3.position + 1), u2 = e3.line;
    if ((c2 === 63 || c2 === 58) && H(l2)) o2 || (ln(e3, e3.position, r2.anchorStart, r2.anchorEnd, r2.tagStart, r2.tagEnd, T.BLOCK), o2 = true), c2 === 63 ? (i2 && F(e3), a2 = true, i2 = true) : (i2 || (F(e3), a2 = true), i2 = false), e3.position += 1, s2 = true;
    else {
      i2 && (F(e3), i2 = false);
      let t4 = I(e3);
      if (!q(e3, n2, Jt, false, true)) break;
      if (e3.line === u2) {
        for (c2 = e3.input.charCodeAt(e3.position); B(c2); ) c2 = e3.input.charCodeAt(++e3.position);
        if (c2 === 58) c2 = e3.input.charCodeAt(++e3.position), H(c2) || R(e3, "a whitespace character is expected after the key-value separator within a block mapping"), o2 || (e3.events.splice(t4.eventsLength, 0, {
          type: C.MAPPING,
          start: t4.position,
          anchorStart: r2.anchorStart,
          anchorEnd: r2.anchorEnd,
          tagStart: r2.tagStart,
          tagEnd: r2.tagEnd,
          style: T.BLOCK
        }), o2 = true), a2 = true, i2 = false, s2 = false;
        else if (a2) R(e3, "expected ':' after a mapping key");
        else return r2.anchorStart !== j || r2.tagStart !== j ? (L(e3, t4), false) : true;
      } else if (a2) R(e3, "can not read a block mapping entry; a multiline key may not be an implicit key");
      else return r2.anchorStart !== j || r2.tagStart !== j ? (L(e3, t4), false) : true;
    }
    if (q(e3, t3, Xt, true, s2) && (s2 = false), i2 || s2 && (F(e3), s2 = false), W(e3, true), c2 = e3.input.charCodeAt(e3.position), (e3.line === u2 || e3.lineIndent > t3) && c2 !== 0) R(e3, "bad indentation of a mapping entry");
    else if (e3.lineIndent < t3) break;
  }
  return a2 ? (i2 && F(e3), o2 && P(e3), true) : false;
}
function q(e3, t3, n2, r2, i2, a2 = true) {
  e3.depth >= e3.maxDepth && R(e3, `nesting exceeded maxDepth (${e3.maxDepth})`), e3.depth++;
  let o2 = 1, s2 = false, c2 = false, l2 = null, u2 = fn(), d2 = n2 === Xt || n2 === Yt, f2 = d2, p2 = d2;
  if (r2 && W(e3, true) && (s2 = true, o2 = e3.lineIndent > t3 ? 1 : e3.lineIndent === t3 ? 0 : -1), o2 === 1) for (; ; ) {
    let r3 = e3.input.charCodeAt(e3.position), i3 = I(e3);
    if (s2 && o2 !== 1 && (r3 === 33 || r3 === 38)) break;
    if (s2 && p2 && (u2.tagStart !== j || u2.anchorStart !== j) && (r3 === 33 || r3 === 38)) {
      var m2;
      let n3 = I(e3), r4 = t3 + 1;
      if (Nn(e3, e3.position - e3.lineStart, r4, u2) && ((m2 = e3.events[n3.eventsLength]) == null ? void 0 : m2.type) === C.MAPPING) return e3.depth--, true;
      L(e3, n3);
    }
    if (s2 && (r3 === 33 && u2.tagStart !== j || r3 === 38 && u2.anchorStart !== j) || !Sn(e3, u2, n2 === M) && !Cn(e3, u2)) break;
    l2 === null && (l2 = i3), W(e3, true) ? (s2 = true, f2 = p2, o2 = e3.lineIndent > t3 ? 1 : e3.lineIndent === t3 ? 0 : -1) : f2 = false;
  }
  if (f2 && (f2 = s2 || i2), o2 === 1 || n2 === Xt) {
    let r3 = n2 === M || n2 === Jt ? t3 : t3 + 1, i3 = e3.position - e3.lineStart;
    if (o2 === 1) {
      if (f2 && (Mn(e3, i3, u2) || Nn(e3, i3, r3, u2)) || jn(e3, r3, u2)) c2 = true;
      else {
        let t4 = e3.input.charCodeAt(e3.position);
        if (l2 !== null && a2 && p2 && !f2 && t4 !== 124 && t4 !== 62) {
          var h2;
          let t5 = I(e3), n3 = l2.position - l2.lineStart;
          L(e3, l2), Nn(e3, n3, r3, fn()) && ((h2 = e3.events[t5.eventsLength]) == null ? void 0 : h2.type) === C.MAPPING ? c2 = true : L(e3, t5);
        }
        !c2 && (d2 && On(e3, r3, u2) || En(e3, r3, u2) || Dn(e3, r3, u2) || wn(e3, u2) || An(e3, r3, n2, u2)) && (c2 = true);
      }
    } else o2 === 0 && (c2 = f2 && Mn(e3, i3, u2));
  }
  return d2 = d2 && !c2, !c2 && (u2.anchorStart !== j || u2.tagStart !== j || d2) && (N(e3, j, j, u2.anchorStart, u2.anchorEnd, u2.tagStart, u2.tagEnd, w.PLAIN), c2 = true), e3.depth--, c2 || u2.anchorStart !== j || u2.tagStart !== j;
}
function Pn(e3) {
  if (e3.lineIndent > 0 || e3.input.charCodeAt(e3.position) !== 37) return false;
  e3.position++;
  let t3 = e3.position;
  for (; e3.input.charCodeAt(e3.position) !== 0 && !V(e3.input.charCodeAt(e3.position)); ) e3.position++;
  let n2 = e3.input.slice(t3, e3.position), r2 = [];
  for (n2.length === 0 && R(e3, "directive name must not be less than one character in length"); e3.input.charCodeAt(e3.position) !== 0 && !z(e3.input.charCodeAt(e3.position)); ) {
    for (; B(e3.input.charCodeAt(e3.position)); ) e3.position++;
    if (e3.input.charCodeAt(e3.position) === 35 || z(e3.input.charCodeAt(e3.position)) || e3.input.charCodeAt(e3.position) === 0) break;
    let t4 = e3.position;
    for (; e3.input.charCodeAt(e3.position) !== 0 && !V(e3.input.charCodeAt(e3.position)); ) e3.position++;
    r2.push(e3.input.slice(t4, e3.position));
  }
  if (z(e3.input.charCodeAt(e3.position)) && _n(e3), n2 === "YAML") {
    e3.directives.some((e4) => e4.kind === "yaml") && R(e3, "duplication of %YAML directive"), r2.length !== 1 && R(e3, "YAML directive accepts exactly one argument");
    let t4 = /^([0-9]+)\.([0-9]+)$/.exec(r2[0]);
    t4 === null && R(e3, "ill-formed argument of the YAML directive"), parseInt(t4[1], 10) !== 1 && R(e3, "unacceptable YAML version of the document"), e3.directives.push({
      kind: "yaml",
      version: r2[0]
    });
  } else if (n2 === "TAG") {
    r2.length !== 2 && R(e3, "TAG directive accepts exactly two arguments");
    let [t4, n3] = r2;
    $t.test(t4) || R(e3, "ill-formed tag handle (first argument) of the TAG directive"), qt.call(e3.tagHandlers, t4) && R(e3, `there is a previously declared suffix for "${t4}" tag handle`), an.test(n3) || R(e3, "ill-formed tag prefix (second argument) of the TAG directive"), e3.tagHandlers[t4] = n3, e3.directives.push({
      kind: "tag",
      handle: t4,
      prefix: n3
    });
  }
  return true;
}
function Fn(e3) {
  e3.directives = [], e3.tagHandlers = /* @__PURE__ */ Object.create(null);
  let t3 = false;
  for (W(e3, true); Pn(e3); ) t3 = true, W(e3, true);
  let n2 = false, r2 = false, i2 = true;
  if (e3.lineIndent === 0 && e3.input.charCodeAt(e3.position) === 45 && e3.input.charCodeAt(e3.position + 1) === 45 && e3.input.charCodeAt(e3.position + 2) === 45 && H(e3.input.charCodeAt(e3.position + 3))) {
    n2 = true;
    let t4 = e3.line;
    e3.position += 3, W(e3, true), i2 = e3.line > t4;
  } else t3 && R(e3, "directives end mark is expected");
  let a2 = e3.events.length;
  if (!n2 && e3.position === e3.lineStart && e3.input.charCodeAt(e3.position) === 46 && G(e3)) {
    e3.position += 3, W(e3, true);
    return;
  }
  if (sn(e3, n2, false), q(e3, e3.lineIndent - 1, Xt, false, i2, i2) || F(e3), W(e3, true), e3.position === e3.lineStart && G(e3) && (r2 = e3.input.charCodeAt(e3.position) === 46, r2)) {
    let t4 = e3.line;
    e3.position += 3, W(e3, true), e3.line === t4 && e3.position < e3.length && R(e3, "end of the stream or a document separator is expected");
  }
  let o2 = e3.events[a2];
  (o2 == null ? void 0 : o2.type) === C.DOCUMENT && (o2.explicitEnd = r2), P(e3), !r2 && e3.position < e3.length && !yn(e3) && R(e3, "end of the stream or a document separator is expected");
}
function In(e3, t3) {
  let n2 = e3.length, r2 = b(b(b({}, on), t3), {}, {
    input: `${e3}\0`,
    length: n2,
    position: 0,
    line: 0,
    lineStart: 0,
    lineIndent: 0,
    firstTabInLine: -1,
    depth: 0,
    directives: [],
    tagHandlers: /* @__PURE__ */ Object.create(null),
    events: []
  }), i2 = e3.indexOf("\0");
  for (i2 !== -1 && S.throwAt(e3, i2, "null byte is not allowed in input", r2.filename); r2.position < r2.length && (vn(r2), W(r2, true), !(r2.position >= r2.length)); ) {
    let e4 = r2.position;
    Fn(r2), r2.position === e4 && /* c8 ignore next */
    R(r2, "can not read a document");
  }
  return r2.events;
}
var Oi = C.DOCUMENT;
var ki = C.SEQUENCE;
var Ai = C.MAPPING;
var ji = C.SCALAR;
var Mi = C.ALIAS;
var Ni = C.POP;
var Pi = w.PLAIN;
var Fi = w.SINGLE_QUOTED;
var Ii = w.DOUBLE_QUOTED;
var Li = w.LITERAL_BLOCK;
var Ri = w.FOLDED_BLOCK;
var zi = T.BLOCK;
var Bi = T.FLOW;
var Vi = E.CLIP;
var Hi = E.STRIP;
var Ui = E.KEEP;
var styles = ["plain", "plain", "single", "double", "literal", "folded"];
var absent = -1;
var EventReader = class {
  #text;
  #offset;
  #builder;
  /** End of what was read last. */
  #cursor = 0;
  #handles;
  /** The brackets that will end the open collections; the empty string where indentation does, or the document. */
  #closers = [];
  constructor(text, offset, builder) {
    this.#text = text;
    this.#offset = offset;
    this.#builder = builder;
  }
  /** Throws `Unreadable`. */
  read(events3) {
    for (const event of events3) {
      if (event.type === C.SCALAR) this.#scalar(event);
      else if (event.type === C.POP) this.#close();
      else if (event.type === C.MAPPING) this.#open("map", event);
      else if (event.type === C.SEQUENCE) this.#open("sequence", event);
      else if (event.type === C.ALIAS) this.#alias(event.anchorStart, event.anchorEnd);
      else this.#document(event);
    }
  }
  #document(event) {
    if (this.#handles) {
      const at = this.#offset + this.#cursor;
      throw new Unreadable("syntax", "A second document starts behind this place, where only one is expected.", at, at);
    }
    if (event.explicitStart) this.#cursor = this.#text.search(/^---(?=\s|$)/m) + 3;
    const tags = event.directives.filter((directive2) => directive2.kind === "tag");
    this.#handles = new Map(tags.map((tag) => [tag.handle, tag.prefix]));
    this.#closers.push("");
  }
  #open(type, event) {
    const { start, style } = event;
    const flow = style === T.FLOW;
    const bracket = flow ? this.#text[start] : void 0;
    const closer = bracket === "{" ? "}" : bracket === "[" ? "]" : "";
    this.#closers.push(closer);
    this.#cursor = closer ? start + 1 : start;
    const tag = this.#tag(event);
    if (tag) this.#remarkOnTag(tag, void 0, event);
    this.#builder.open(type, this.#offset + start, flow, this.#anchor(event));
  }
  #close() {
    const closer = this.#closers.pop();
    if (this.#closers.length === 0) return;
    if (closer) {
      let at = skipBlank(this.#text, this.#cursor, this.#text.length);
      if (this.#text[at] === ",") at = skipBlank(this.#text, at + 1, this.#text.length);
      this.#cursor = at + 1;
    }
    this.#builder.close(this.#offset + this.#cursor);
  }
  #scalar(event) {
    const style = styles[event.style];
    const start = this.#scalarStart(event);
    const end = this.#scalarEnd(event, start);
    this.#cursor = end;
    const text = wt(this.#text, event);
    const tag = this.#tag(event);
    const value = resolveScalar(text, style, tag);
    if (tag) this.#remarkOnTag(tag, value, event);
    const isMerge = text === "<<" && (tag ? tag === "!!merge" : style === "plain");
    const node = {
      type: "scalar",
      value,
      text,
      style,
      start: this.#offset + start,
      end: this.#offset + end
    };
    this.#builder.scalar(node, isMerge, this.#anchor(event));
  }
  /** js-yaml tells where content starts: quotes and the header of a block scalar stand before it. */
  #scalarStart(event) {
    if (event.valueStart === absent) return this.#absentPlace(event);
    if (event.style === w.PLAIN) return event.valueStart;
    if (event.style <= w.DOUBLE_QUOTED) return event.valueStart - 1;
    let at = this.#skipBlank(Math.max(this.#cursor, event.tagEnd, event.anchorEnd));
    while (isIndicator(this.#text[at])) at = this.#skipBlank(at + 1);
    return at;
  }
  /** A block scalar ends with its last line that says something, so that a range never reaches into the next entry. */
  #scalarEnd(event, start) {
    if (event.valueStart === absent) return start;
    if (event.style === w.PLAIN) return event.valueEnd;
    if (event.style <= w.DOUBLE_QUOTED) return event.valueEnd + 1;
    let end = event.valueEnd;
    while (isBlank(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }
  /** An absent value stands right behind its tag or anchor, else behind the mark that announces it. */
  #absentPlace(event) {
    const properties2 = Math.max(event.tagEnd, event.anchorEnd);
    if (properties2 !== absent) return properties2;
    const at = this.#skipBlank(this.#cursor);
    const mark27 = this.#text[at];
    const { role: role3 } = this.#builder;
    if (role3 === "key") return mark27 === "?" ? at + 1 : at;
    const announced = role3 === "value" && mark27 === ":" || role3 === "item" && mark27 === "-";
    return announced ? at + 1 : this.#cursor;
  }
  #alias(nameStart, end) {
    this.#cursor = end;
    const name = this.#text.slice(nameStart, end);
    this.#builder.alias(name, this.#offset + nameStart - 1, this.#offset + end);
  }
  #anchor({ anchorStart, anchorEnd }) {
    return anchorStart === absent ? void 0 : this.#text.slice(anchorStart, anchorEnd);
  }
  #tag({ tagStart, tagEnd }) {
    if (tagStart === absent) return void 0;
    return shortTag(this.#text.slice(tagStart, tagEnd), this.#handles);
  }
  #remarkOnTag(tag, value, { tagStart, tagEnd }) {
    const message = tagRemark(tag, value);
    if (message) this.#builder.remark("tag", message, this.#offset + tagStart, this.#offset + tagEnd);
  }
  #skipBlank(from) {
    return skipBlank(this.#text, from, this.#text.length);
  }
};
function isIndicator(character) {
  return character === ":" || character === "-" || character === "?";
}
var messages = [
  ["bad indentation of a mapping entry", "This does not line up with the keys above it; check its indentation."],
  ["bad indentation of a sequence entry", "This does not line up with the list items above it; check its indentation."],
  [
    "deficient indentation",
    "A quote, bracket or brace is still open; close it before this line, or indent this line deeper."
  ],
  ["tab characters", "A tab stands where the indentation must be made of spaces."],
  ["expected ':' after a mapping key", "A key must end with a colon and a space."],
  ["a whitespace character is expected after the key", "A space is missing behind the colon."],
  [
    "can not read a block mapping entry",
    "The key before this place runs over several lines; a colon seems to be missing."
  ],
  [
    "end of the stream or a document separator",
    "The document should end here; this text belongs to nothing before it."
  ],
  ["missed comma", "A comma is missing between two entries inside brackets or braces."],
  ["expected the node content, but found", "There is nothing between two commas."],
  ["unexpected end of the stream within a flow", "A bracket or brace that was opened is never closed."],
  ["unexpected end of the stream within a double", "A double quote that was opened is never closed."],
  ["unexpected end of the document within a double", "A double quote that was opened is never closed."],
  ["unexpected end of the stream within a single", "A single quote that was opened is never closed."],
  ["unexpected end of the document within a single", "A single quote that was opened is never closed."],
  [
    "unknown escape sequence",
    "The backslash starts no known escape; write \\\\ for a backslash, or use single quotes."
  ],
  ["expected hexadecimal character", "Hexadecimal digits are missing behind the backslash escape."],
  ["the stream contains non-printable", "A control character stands here; YAML does not allow it."],
  ["null byte", "A NUL character stands here; YAML does not allow it."],
  ["expected valid JSON character", "A control character stands here; YAML does not allow it."],
  ["a line break is expected", "Nothing but a comment may follow | or > on its line."],
  ["bad explicit indentation width", "The number behind | or > must be 1 to 9."],
  ["directives end mark", "A line --- must follow the % lines."],
  ["undeclared tag handle", "The tag uses a prefix that no %TAG line declares."],
  ["alias node should not", "An alias (*name) takes no anchor and no tag of its own."]
];
function syntaxMessage(reason, text, at) {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  if (reason.startsWith("bad indentation of a mapping") && line.trim() !== "") return strayText(text[at] === ":", line);
  const known3 = messages.find(([beginning]) => reason.startsWith(beginning));
  return known3 ? known3[1] : `This is not valid YAML: ${reason}.`;
}
function strayText(colon, line) {
  if (!colon) return "The value has already ended before this place; quote all of it if this belongs to it.";
  return /:\s/.test(line) ? "A second colon stands on this line; quote the value if the colon belongs to it." : "This line is indented deeper than the key before it, which makes it a part of its value; check its indentation.";
}
function parseDocument(source, start, end, limits) {
  const bounds = limitsWith(limits);
  try {
    if (end - start > bounds.fileBytes) throw tooLong(bounds, start);
    const { root, problems } = read(source.text.slice(start, end), start, bounds);
    const saysNothing = root?.type === "scalar" && root.start === root.end;
    return { root: saysNothing ? void 0 : root, problems };
  } catch (error) {
    if (error instanceof Unreadable) return { root: void 0, problems: [error.problem] };
    throw error;
  }
}
function read(text, offset, limits) {
  try {
    const events3 = In(text, { maxDepth: limits.depth + 1 });
    const builder = new TreeBuilder(limits);
    new EventReader(text, offset, builder).read(events3);
    return builder;
  } catch (error) {
    if (error instanceof S) return readAgain(text, offset, limits, error);
    throw error;
  }
}
function readAgain(text, offset, limits, { reason, mark: mark27 }) {
  const at = mark27?.position ?? 0;
  const start = offset + at;
  const end = offset + Math.min(at + 1, text.length);
  if (reason.startsWith("nesting exceeded")) throw tooDeep(limits, start, end);
  const parseTolerantly = text.length <= limits.tolerantLength ? tolerantParser() : void 0;
  const builder = parseTolerantly?.(text, offset, limits);
  if (builder) return builder;
  throw new Unreadable("syntax", syntaxMessage(reason, text, at), start, end);
}

// memory:chunk-7PS32FZK.mjs
const { Buffer: Buffer3, isAscii, isUtf8 } = process.getBuiltinModule("node:buffer");
var notText = new RegExp("[^\\P{Cc}\\t\\n\\v\\f\\r\\x85]|\\p{Surrogate}|\\p{Noncharacter_Code_Point}", "u");
function decodeText(bytes) {
  const marked3 = Buffer3.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order2 = utf16Order(marked3);
  if (order2) return decodeUtf16(marked3, order2);
  const buffer = startsWithUtf8Mark(marked3) ? marked3.subarray(3) : marked3;
  if (buffer.includes(0)) return void 0;
  if (isAscii(buffer)) return buffer.toString("latin1");
  return isUtf8(buffer) ? buffer.toString("utf8") : void 0;
}
function startsWithUtf8Mark(buffer) {
  return buffer[0] === 239 && buffer[1] === 187 && buffer[2] === 191;
}
function utf16Order(buffer) {
  const [a, b2, c, d] = buffer;
  if (a === 255 && b2 === 254) return "little";
  if (a === 254 && b2 === 255) return "big";
  if (a && b2 === 0 && c && d === 0) return "little";
  if (a === 0 && b2 && c === 0 && d) return "big";
  return void 0;
}
function decodeUtf16(buffer, order2) {
  if (buffer.length % 2 !== 0) return void 0;
  const text = (order2 === "little" ? buffer : Buffer3.from(buffer).swap16()).toString("utf16le");
  if (notText.test(text)) return void 0;
  return text.charCodeAt(0) === 65279 ? text.slice(1) : text;
}
function splitDocuments(text, limit2 = defaultLimits.documents) {
  const spans = [];
  let start = 0;
  let opened = false;
  let opening = findMarker(text, "---", 0);
  let closing = findMarker(text, "...", 0);
  while (opening !== text.length || closing !== text.length) {
    const at = Math.min(opening, closing);
    const end = text.charCodeAt(at - 1) === byteOrderMark ? at - 1 : at;
    const content = opened ? start : skipBlank(text, start, end);
    const directives = !opened && content < end && at === opening && text[content] === "%";
    if (!directives) {
      if (content < end || opened) spans.push({ start, end });
      start = at + 3;
    }
    opened = at === opening;
    if (spans.length > limit2) break;
    if (opened) opening = findMarker(text, "---", at + 3);
    else closing = findMarker(text, "...", at + 3);
  }
  if (opened || spans.length === 0 || skipBlank(text, start, text.length) < text.length) {
    spans.push({ start, end: text.length });
  }
  return { spans: spans.slice(0, limit2), truncated: spans.length > limit2 };
}
function findMarker(text, marker, from) {
  let at = text.indexOf(marker, from);
  while (at !== -1 && !(isLineStart(text, at) && isSpaceOrEnd(text, at + 3))) at = text.indexOf(marker, at + 3);
  return at === -1 ? text.length : at;
}
function isLineStart(text, at) {
  const before3 = text.charCodeAt(at - 1);
  if (before3 === byteOrderMark) return isLineStart(text, at - 1);
  return at === 0 || before3 === 10 || before3 === 13;
}
function isSpaceOrEnd(text, at) {
  return at === text.length || isBlank(text.charCodeAt(at));
}

// memory:chunk-MMGMLXUL.mjs
var Field = class _Field {
  manifest;
  node;
  /** The key's scalar when this field is a map entry. */
  keyNode;
  from;
  steps;
  /** `steps` lead from another field, or from the root, to the node. */
  constructor(manifest, node, steps = [], keyNode, from) {
    this.manifest = manifest;
    this.node = node;
    this.keyNode = keyNode;
    this.steps = steps;
    this.from = from;
  }
  /** The way from the root. Put together when asked: fields are made by the hundred thousand, and few ever point anywhere. */
  get path() {
    return (this.from?.path ?? []).concat(this.steps);
  }
  /** The key or index under which this field stands in its parent; empty for the root. */
  get key() {
    const last = Array.isArray(this.steps) ? this.path.at(-1) : this.steps;
    return String(last ?? "");
  }
  get place() {
    return { manifest: this.manifest, path: this.path, part: "value" };
  }
  /** The place of the key; of the value for sequence items and the root. */
  get keyPlace() {
    return { manifest: this.manifest, path: this.path, part: this.keyNode ? "key" : "value" };
  }
  /** The scalar as Kubernetes reads it; undefined for maps and sequences. */
  get value() {
    return this.node.type === "scalar" ? this.node.value : void 0;
  }
  /** The text when Kubernetes reads a string here, else undefined. */
  get string() {
    return this.node.type === "scalar" && typeof this.node.value === "string" ? this.node.value : void 0;
  }
  /** Any scalar as it was written, numbers and booleans included; undefined for maps, sequences and null. */
  get text() {
    return this.node.type === "scalar" && this.node.value !== null ? this.node.text : void 0;
  }
  /** Steps down the given keys and indexes; undefined as soon as one is missing. */
  get(...steps) {
    let { node, keyNode } = this;
    for (const step of steps) {
      const entry = node.type === "map" ? entryOf2(node, String(step)) : void 0;
      const next = entry ? entry.value : itemOf(node, step);
      if (!next) return void 0;
      node = next;
      keyNode = entry?.key;
    }
    return new _Field(this.manifest, node, steps, keyNode, this);
  }
  /** The entries of a map in order; empty for anything else. */
  entries() {
    if (this.node.type !== "map") return [];
    return this.node.entries.map((entry) => this.fieldOf(entry));
  }
  /** The items of a sequence in order; empty for anything else. */
  items() {
    if (this.node.type !== "sequence") return [];
    return this.node.items.map((item, index) => new _Field(this.manifest, item, index, void 0, this));
  }
  fieldOf(entry) {
    return new _Field(this.manifest, entry.value, entry.key.text, entry.key, this);
  }
};
function entryOf2({ entries }, key) {
  for (const entry of entries) if (entry.key.text === key) return entry;
  return void 0;
}
function itemOf(node, step) {
  return node.type === "sequence" && typeof step === "number" ? node.items[step] : void 0;
}
function fieldsOf(manifest) {
  return new Field(manifest, manifest.root);
}
var kustomizedNamespace = "namespace of its kustomization";
function isKustomizationPath(path3) {
  return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path3);
}
var takenFields = [["resources"], ["bases"], ["components"]];
var patchFields = [
  ["patchesStrategicMerge"],
  ["patches", "path"],
  ["patchesJson6902", "path"],
  ["transformers"],
  ["generators"]
];
var inputFields = [
  ["configurations"],
  ["crds"],
  ["validators"],
  ["replacements", "path"],
  ["openapi", "path"],
  ...["configMapGenerator", "secretGenerator"].flatMap((name) => [
    [name, "files"],
    [name, "envs"],
    [name, "env"]
  ])
];
var pluginFields = ["helmCharts", "helmChartInflationGenerator"];
function readKustomization(manifest) {
  const root = fieldsOf(manifest);
  const path3 = manifest.source.path;
  const folder = path3.slice(0, Math.max(0, path3.lastIndexOf("/")));
  const taken = pathsAt(root, takenFields);
  const patched = pathsAt(root, patchFields);
  const read3 = pathsAt(root, inputFields);
  const isRemote = (field) => isRemotePath(fileOf(field.text));
  const local = (fields2) => fields2.filter((field) => !isRemote(field)).map((field) => resolvePath(folder, fileOf(field.text)));
  return {
    manifest,
    folder,
    component: manifest.kind === "Component",
    resources: local(taken),
    patches: local(patched),
    inputs: local(read3),
    taken: [...taken, ...patched, ...read3].flatMap((field) => {
      const [resolved] = local([field]);
      return resolved === void 0 ? [] : [{ path: resolved, field }];
    }),
    remote: [...taken, ...patched, ...read3].filter(isRemote),
    plugins: pluginFields.map((name) => root.get(name)).find((field) => field?.items().length),
    namespace: root.get("namespace")?.text
  };
}
function pathsAt(root, fields2) {
  const below = (field, [step, ...rest2]) => {
    if (!field) return [];
    if (field.node.type === "sequence")
      return field.items().flatMap((item) => below(item, step ? [step, ...rest2] : []));
    return step === void 0 ? [field] : below(field.get(step), rest2);
  };
  return fields2.flatMap((path3) => below(root, path3)).filter((field) => field.text && !field.text.includes("\n"));
}
function fileOf(text) {
  return /^[\w.-]+=/.test(text) ? text.slice(text.indexOf("=") + 1) : text;
}
function isRemotePath(path3) {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|(?:www\.)?(?:github|gitlab|bitbucket|dev\.azure)\.(?:com|org)[/:]|git::)|\?ref=/i.test(
    path3
  );
}
function resolvePath(folder, path3) {
  if (path3.startsWith("/")) return path3;
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path3.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

// memory:chunk-7Y72GOEW.mjs
var kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
function reachOf(folder, files21, components = []) {
  const found = /* @__PURE__ */ new Map();
  const kustomizations = /* @__PURE__ */ new Map();
  const visit = (path3, namespace) => {
    const kustomization = kustomizationIn(path3, files21);
    if (kustomization) {
      const own = kustomization.manifest.source.path;
      if (kustomizations.has(own)) return;
      kustomizations.set(own, kustomization.manifest);
      for (const resource2 of kustomization.resources) visit(resource2, namespace ?? kustomization.namespace);
    } else if (files21.kind(path3) === "file") {
      if (!found.has(path3)) found.set(path3, { path: path3, namespace });
    } else visitPlain(path3, namespace);
  };
  const visitPlain = (path3, namespace) => {
    const below = files21.below(path3);
    const nested = below.filter((file) => isKustomizationPath(file)).map(folderOf);
    for (const inner of nested.filter((one2) => !nested.some((other2) => one2.startsWith(`${other2}/`))))
      visit(inner, namespace);
    for (const file of below)
      if (/\.ya?ml$/.test(file) && !nested.some((inner) => file.startsWith(`${inner}/`))) visit(file, namespace);
  };
  for (const path3 of [folder, ...components]) if (files21.kind(path3)) visit(path3, void 0);
  return { files: [...found.values()], kustomizations: [...kustomizations.values()] };
}
function kustomizationIn(folder, files21) {
  const path3 = kustomizationNames.map((name) => joinPath(folder, name)).find((file) => files21.kind(file) === "file");
  const [document2] = path3 === void 0 ? [] : files21.documents(path3);
  return document2 && readKustomization(document2);
}
function folderOf(path3) {
  return path3.slice(0, Math.max(0, path3.lastIndexOf("/")));
}
function joinPath(folder, name) {
  return folder === "" ? name : `${folder}/${name}`;
}
function isKind(manifest, group4, ...kinds4) {
  return manifest.apiVersion.startsWith(`${group4}/`) && kinds4.includes(manifest.kind);
}
function textsOf(field) {
  return new Map((field?.entries() ?? []).flatMap((entry) => entry.text === void 0 ? [] : [[entry.key, entry]]));
}
function namesOf(manifest) {
  const metadata = fieldsOf(manifest).get("metadata");
  return { name: metadata?.get("name")?.text ?? "", namespace: metadata?.get("namespace")?.text };
}

// memory:chunk-ABBRGN4T.mjs
function azurePipelinesContext(environment) {
  const variable2 = (name) => environment[name.replaceAll(".", "_").toUpperCase()] ?? "";
  const provider = variable2("Build.Repository.Provider");
  const repositoryUrl = plainUrl(variable2("Build.Repository.Uri"));
  const sha = variable2("Build.SourceVersion");
  return {
    reason: variable2("Build.Reason"),
    provider,
    repositoryUrl,
    repositoryId: variable2("Build.Repository.ID"),
    collectionUrl: variable2("System.CollectionUri"),
    project: variable2("System.TeamProject"),
    sha,
    ref: variable2("Build.SourceBranch"),
    pullRequest: pullRequestOf(variable2),
    temporaryDirectory: variable2("Agent.TempDirectory"),
    runUrl: runUrlOf(variable2),
    fileUrl: (file, line, endLine) => {
      if (repositoryUrl === "" || sha === "" || file === "-") return void 0;
      if (provider === "TfsGit") return azureReposUrl(repositoryUrl, sha, file, line, endLine);
      if (provider === "GitHub") return `${repositoryUrl}/blob/${sha}/${escapeUrlPath(file)}#L${line}-L${endLine}`;
      return void 0;
    }
  };
}
function pullRequestOf(variable2) {
  const id5 = variable2("System.PullRequest.PullRequestId");
  if (!/^\d+$/.test(id5)) return void 0;
  const iteration = variable2("System.PullRequest.PullRequestIteration");
  return {
    id: Number(id5),
    sourceBranch: variable2("System.PullRequest.SourceBranch"),
    targetBranch: variable2("System.PullRequest.TargetBranch"),
    fromFork: variable2("System.PullRequest.IsFork").toLowerCase() === "true",
    iteration: /^\d+$/.test(iteration) ? Number(iteration) : void 0
  };
}
function runUrlOf(variable2) {
  const [collection, project, build] = ["System.CollectionUri", "System.TeamProject", "Build.BuildId"].map(variable2);
  if (!collection || !project || !build) return void 0;
  return `${collection}${escapeUrlPath(project)}/_build/results?buildId=${escapeUrlPath(build)}`;
}
function azureReposUrl(repository, sha, file, line, endLine) {
  const query = `version=GC${sha}&line=${line}&lineEnd=${endLine + 1}&lineStartColumn=1&lineEndColumn=1`;
  return `${repository}?path=/${escapeUrlPath(file)}&${query}`;
}
function plainUrl(text) {
  if (!URL.canParse(text)) return "";
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return "";
  url.username = "";
  url.password = "";
  return url.href.replace(/\.git$/, "").replace(/\/$/, "");
}
function githubContext(environment, files21) {
  const variable2 = (name) => environment[name] ?? "";
  const eventPath = variable2("GITHUB_EVENT_PATH");
  const event = eventPath === "" ? {} : JSON.parse(new TextDecoder().decode(files21.read(eventPath)));
  const serverUrl = variable2("GITHUB_SERVER_URL") || "https://github.com";
  const repository = variable2("GITHUB_REPOSITORY");
  const sha = variable2("GITHUB_SHA");
  const actor = variable2("GITHUB_ACTOR");
  return {
    repository,
    serverUrl,
    apiUrl: variable2("GITHUB_API_URL") || "https://api.github.com",
    sha,
    ref: variable2("GITHUB_REF"),
    eventName: variable2("GITHUB_EVENT_NAME"),
    defaultBranch: textAt(event, "repository", "default_branch") || void 0,
    pullRequest: pullRequestOf2(event),
    before: textAt(event, "before") || textAt(event, "merge_group", "base_sha") || void 0,
    actor,
    actorIsBot: actor.endsWith("[bot]") || textAt(event, "sender", "type") === "Bot",
    docsUrl: docsUrlOf(serverUrl, variable2("GITHUB_ACTION_REPOSITORY"), variable2("GITHUB_ACTION_REF")),
    fileUrl: (file, line, endLine) => repository === "" || sha === "" || file === "-" ? void 0 : `${serverUrl}/${repository}/blob/${sha}/${escapeUrlPath(file)}#L${line}${endLine > line ? `-L${endLine}` : ""}`
  };
}
function pullRequestOf2(event) {
  const number = valueAt(event, "pull_request", "number");
  if (typeof number !== "number") return void 0;
  const head = textAt(event, "pull_request", "head", "repo", "full_name");
  const base = textAt(event, "pull_request", "base", "repo", "full_name");
  return {
    number,
    headSha: textAt(event, "pull_request", "head", "sha"),
    baseSha: textAt(event, "pull_request", "base", "sha"),
    baseRef: textAt(event, "pull_request", "base", "ref"),
    fromFork: head === "" || head.toLowerCase() !== base.toLowerCase()
  };
}
function docsUrlOf(serverUrl, repository, ref) {
  return repository === "" || ref === "" ? void 0 : `${serverUrl}/${repository}/blob/${escapeUrlPath(ref)}`;
}
function valueAt(value, ...keys3) {
  let at = value;
  for (const key of keys3) {
    if (at === null || typeof at !== "object") return void 0;
    at = at[key];
  }
  return at;
}
function textAt(value, ...keys3) {
  const found = valueAt(value, ...keys3);
  return typeof found === "string" ? found : "";
}

// memory:chunk-YXW6GTPK.mjs
function literalText(text) {
  return { pieces: [text], symbols: [] };
}
function unknownText(symbol) {
  return { pieces: ["", ""], symbols: [symbol] };
}
function literalOf(text) {
  return text.symbols.length === 0 ? text.pieces[0] : void 0;
}
function writtenText(text) {
  return text.pieces.map((piece, index) => piece + (text.symbols[index] ?? "")).join("");
}
function compareTexts(a, b2) {
  const left = literalOf(a);
  const right = literalOf(b2);
  if (left !== void 0 && right !== void 0) return left === right ? "same" : "different";
  if (writtenText(a) === writtenText(b2)) return "same";
  if (left !== void 0) return couldBe(b2, left) ? "unknown" : "different";
  if (right !== void 0) return couldBe(a, right) ? "unknown" : "different";
  return endsFit(a, b2) ? "unknown" : "different";
}
function couldBe(text, literal2) {
  const pieces = text.pieces;
  if (pieces.length === 1) return pieces[0] === literal2;
  const first = pieces[0];
  const last = pieces.at(-1);
  if (literal2.length < first.length + last.length || !literal2.startsWith(first) || !literal2.endsWith(last))
    return false;
  let at = first.length;
  const stop = literal2.length - last.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = literal2.indexOf(piece, at);
    if (found === -1 || found + piece.length > stop) return false;
    at = found + piece.length;
  }
  return true;
}
function endsFit(a, b2) {
  const [headA, headB] = [a.pieces[0], b2.pieces[0]];
  const [tailA, tailB] = [a.pieces.at(-1), b2.pieces.at(-1)];
  return (headA.startsWith(headB) || headB.startsWith(headA)) && (tailA.endsWith(tailB) || tailB.endsWith(tailA));
}

// memory:chunk-AWIFEEWH.mjs
var placeholder = new RegExp(
  [
    /\$\{\{.*?\}\}/,
    // GitHub expression
    /\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/,
    // one level of nesting: ${A:-${B}}
    /\$\([^()]*\)/,
    /#\{.*?\}#?/,
    /\{\{.*?\}\}/,
    /ENC\[[^\]]*\]/,
    /<%.*?%>/,
    /<[A-Za-z_][^<>]*>/,
    /%%[A-Za-z_][\w.-]*%%/,
    /@@?[A-Z_][A-Z0-9_.-]*@@?/,
    /\[\[.*?\]\]/,
    /__[A-Za-z][\w.-]*?__/,
    /\$[A-Za-z_]\w*/,
    /(?:REPLACE|SUBSTITUTE|INSERT)[-_](?:ME|WITH|HERE|BY)\w*/
  ].map((style) => style.source).join("|"),
  "g"
);
var scriptToken = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
var leftover = /^(?:TBA|TBD|TODO|FIXME|XXX+|CHANGE[-_]?ME|PLACEHOLDER|REPLACE[-_]?ME|UNKNOWN|NONE)$/i;
function readPlaceholders(text, known3) {
  if (leftover.test(text)) return literalText(text);
  if (scriptToken.test(text)) {
    const value = known3?.(text);
    return value === void 0 ? unknownText(text) : literalText(value);
  }
  const pieces = [""];
  const symbols = [];
  let at = 0;
  for (const match of text.matchAll(placeholder)) {
    pieces[pieces.length - 1] += text.slice(at, match.index);
    const value = known3?.(match[0]);
    if (value === void 0) {
      symbols.push(match[0]);
      pieces.push("");
    } else pieces[pieces.length - 1] += value;
    at = match.index + match[0].length;
  }
  pieces[pieces.length - 1] += text.slice(at);
  return { pieces, symbols };
}
function hasPlaceholder(text) {
  return readPlaceholders(text).symbols.length > 0;
}

// memory:chunk-ON3TE3NA.mjs
var keyPieces = ["azure\\.wo", "rkload\\.i", "dentity/", "client-id"];
var words2 = [
  "aadpodid",
  "aadPodId",
  "(?:AZURE|ARM|AAD)_CLIENT",
  "client[-_]?[sS]ecret",
  "aadClientSecret",
  "AZURE_(?:TENANT|FEDERATED|AUTHORITY)",
  "azure-identity-token",
  "secrets/azure/",
  "secrets-store",
  "usePodIdentity",
  "azure-workload",
  "pod-identity",
  "WithWorkloadIdentity",
  "AzureADTokenExchange",
  "serviceAccountToken",
  // Calls in pipelines, and templates of Azure, that make credentials or accounts.
  "federated-credential",
  "federatedIdentityCredentials",
  "\\bazwi ",
  "create (?:sa|serviceaccount) ",
  "pod-security\\.kubernetes\\.io",
  "kubernetes\\.azure\\.com/tls",
  "idwire"
];
var kinds2 = [
  "SecretProviderClass",
  "\\w*NetworkPolicy",
  "(?:Cluster)?Role(?:Binding)?",
  "Azure[A-Za-z]+",
  "FederatedIdentityCredential",
  "UserAssignedIdentity",
  "TriggerAuthentication",
  "ClusterTriggerAuthentication",
  "(?:Cluster)?SecretStore",
  "(?:Cluster)?Issuer",
  "ACRAccessToken",
  "(?:Git|OCI|Image)Repository",
  "HelmRelease",
  "Application(?:Set)?",
  "ManagedCluster",
  "K8sPSPCapabilities",
  "ApplicationIdentity",
  "WorkloadIdentity"
];
var kindPattern = `kind["']?[ \\t]*:[ \\t]*["']?(?:${kinds2.join("|")})\\b`;
var deployers = ["kustomize\\.toolkit\\.fluxcd"];
var interesting = new RegExp([...keyPieces, ...words2, ...deployers, kindPattern].join("|"));
var findInteresting = new RegExp(interesting, "g");
function isInteresting(text) {
  return interesting.test(text);
}
var identityText = new RegExp([...keyPieces, ...words2].join("|"));
function holdsIdentityText(text) {
  return identityText.test(text);
}
var identityWord = new RegExp(keyPieces.join("|"));
function holdsIdentityWord(text) {
  return identityWord.test(text);
}
var accountUse = /serviceAccount(?:Name)?["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))?/g;
function accountsUsed(text) {
  const names3 = /* @__PURE__ */ new Set();
  for (const match of text.matchAll(accountUse)) names3.add(readable(match[1] ?? match[2] ?? match[3]));
  return names3;
}
var accountKind = /kind["']?[ \t]*:[ \t]*["']?ServiceAccount["']?[ \t]*(?:[#,}\r\n]|$)/;
var accountName = /\bname["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))?/g;
function accountsDeclared(text) {
  const names3 = /* @__PURE__ */ new Set();
  if (!accountKind.test(text)) return names3;
  for (const match of text.matchAll(accountName)) names3.add(readable(match[1] ?? match[2] ?? match[3]));
  return names3;
}
function readable(name) {
  return name === void 0 || /^[*&!|>{[]/.test(name) || name.includes("\\") ? "*" : name;
}

// memory:chunk-CZ2BQG4R.mjs
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
function readObject(manifest, read3 = readPlaceholders, namespace) {
  const root = fieldsOf(manifest);
  const metadata = readMetadata(root);
  const slash = manifest.apiVersion.indexOf("/");
  const written2 = metadata.namespaceField?.text || namespace;
  return {
    manifest,
    root,
    group: slash === -1 ? "" : manifest.apiVersion.slice(0, slash),
    version: manifest.apiVersion.slice(slash + 1),
    kind: manifest.kind,
    metadata,
    name: nameText(metadata, read3),
    namespace: written2 ? read3(written2) : unknownText("namespace"),
    namespaceGiven: Boolean(written2) || clusterScoped.has(manifest.kind)
  };
}
function nameText(metadata, read3) {
  const name = metadata.nameField?.text;
  if (name) return read3(name);
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
var template = (...path3) => ({ spec: [...path3, "spec"], owner: path3 });
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
function argo(...path3) {
  return { spec: path3, owner: path3, metadataKey: "podMetadata", containersElsewhere: true };
}
function spark(...path3) {
  const role3 = ["spec", ...path3];
  return {
    spec: role3,
    owner: ["spec", ...path3.slice(0, -1)],
    metadataKey: path3.at(-1),
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
function readWorkload(object, read3) {
  if (neverWorkloads.has(object.kind)) return void 0;
  const known22 = shapes[`${object.group}/${object.kind}`];
  const templates = known22 ? known22.flatMap((shape2) => readShape(object, shape2, read3) ?? []) : templatesByShape(object.root.get("spec"), read3);
  return templates.length > 0 ? { ...object, templates } : void 0;
}
function readShape(object, shape2, read3) {
  const spec = object.root.get(...shape2.spec);
  if (!spec) return void 0;
  const owner = object.root.get(...shape2.owner) ?? object.root;
  const metadata = shape2.metadataKey ? metadataAt(owner.get(shape2.metadataKey)) : readMetadata(owner);
  const accountOwner = (shape2.account && object.root.get(...shape2.account)) ?? spec;
  const pod = readTemplate({ owner, metadata, spec, accountOwner }, read3);
  return {
    ...pod,
    account: pod.accountField || !shape2.accountIsName ? pod.account : object.name,
    complete: pod.complete || shape2.containersElsewhere === true
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
function readTemplate({ owner, metadata, spec, accountOwner }, read3) {
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
    account: accountField?.text ? read3(accountField.text) : literalText("default"),
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
function templatesByShape(field, read3, depth = 0) {
  if (!field || depth > searchDepth) return [];
  const spec = field.get("spec");
  if (spec?.get("containers")?.items().length) {
    return [readTemplate({ owner: field, metadata: readMetadata(field), spec, accountOwner: spec }, read3)];
  }
  return field.entries().flatMap((entry) => templatesByShape(entry, read3, depth + 1));
}
function textOf({ source, start, end }) {
  return source.text.slice(start, end);
}
var known2 = /* @__PURE__ */ new WeakMap();
function matters(manifest) {
  return leadsOf(manifest) !== void 0;
}
function wantedBy(manifests, subjects = []) {
  const leads = manifests.map(leadsOf).filter((some) => some !== void 0);
  const pods3 = leads.flatMap((some) => some.pods);
  const declared = subjects.length > 0 ? ["*"] : [];
  return {
    pods: /* @__PURE__ */ new Set([...subjects, ...pods3]),
    accounts: /* @__PURE__ */ new Set([...declared, ...subjects, ...leads.flatMap(({ accounts }) => accounts)]),
    namespaces: judgedNamespaces(manifests)
  };
}
function leadsOf(manifest) {
  if (!known2.has(manifest)) known2.set(manifest, readLeads(manifest));
  return known2.get(manifest);
}
function readLeads(manifest) {
  const text = textOf(manifest);
  if (!isInteresting(text)) return void 0;
  const object = readObject(manifest);
  if (manifest.kind === "ServiceAccount") {
    const names3 = holdsIdentityWord(text) ? [writtenText(object.name)] : [];
    return { pods: names3, accounts: names3 };
  }
  const templates = readWorkload(object, readPlaceholders)?.templates ?? [];
  const makesSecrets = object.kind === "SecretProviderClass" && object.root.get("spec", "secretObjects") !== void 0;
  return {
    pods: makesSecrets ? ["*"] : [],
    accounts: [...templates.map(({ account: account7 }) => writtenText(account7)), ...borrowedAccounts(object)]
  };
}
function borrowedAccounts(object) {
  if (object.kind !== "SecretStore" && object.kind !== "ClusterSecretStore") return [];
  const name = object.root.get("spec", "provider", "azurekv", "serviceAccountRef", "name")?.text;
  return name ? [name] : [];
}
function namesOf2(manifest) {
  const object = readObject(manifest);
  if (manifest.kind === "ServiceAccount") return [`@${literalOf(object.name) ?? "*"}`];
  const templates = readWorkload(object, readPlaceholders)?.templates ?? [];
  return templates.map(({ account: account7 }) => literalOf(account7) ?? "*");
}
function isWanted(names3, wanted) {
  if (wanted.has("*")) return true;
  for (const name of names3) if (name === "*" || wanted.has(name)) return true;
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
  const names3 = [...text.matchAll(namespaceLine)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  return names3.length === 0 ? namespaces.has("") : names3.some((name) => namespaces.has(name) || /^[*&!]/.test(name));
}

// memory:chunk-PBLQ5GEM.mjs
var lineTables = /* @__PURE__ */ new WeakMap();
function lineStarts(source) {
  const known3 = lineTables.get(source);
  if (known3) return known3;
  const starts = [0];
  for (let at = source.text.indexOf("\n"); at !== -1; at = source.text.indexOf("\n", at + 1)) starts.push(at + 1);
  lineTables.set(source, starts);
  return starts;
}
function lineAt(source, offset) {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
function locationOf(source, start, end) {
  const starts = lineStarts(source);
  const from = Math.max(0, Math.min(start, source.text.length));
  const to = Math.max(from, Math.min(end, source.text.length));
  const line = lineAt(source, from);
  const endLine = lineAt(source, to);
  return {
    file: source.path,
    line,
    column: from - starts[line - 1] + 1,
    endLine,
    endColumn: to - starts[endLine - 1] + 1
  };
}
function offsetOf(source, line, column) {
  const starts = lineStarts(source);
  const start = starts[Math.max(0, Math.min(line, starts.length) - 1)];
  const next = starts[Math.min(line, starts.length)];
  return Math.min(start + column - 1, next === void 0 ? source.text.length : next - 1);
}
function lineText(source, line) {
  const starts = lineStarts(source);
  const start = starts[line - 1];
  if (start === void 0) return "";
  const next = starts[line];
  return source.text.slice(start, next === void 0 ? source.text.length : next - 1).replace(/\r$/, "");
}

// memory:chunk-D4KSMDYY.mjs
function spotOf(place) {
  const { node, key } = walk(place.manifest.root, place.path);
  const source = place.manifest.source;
  if (place.part === "key" && key) return { source, start: key.start, end: key.end };
  if (node.type === "scalar" && node.start < node.end)
    return { source, ...firstLine(source.text, node.start, node.end) };
  const shown2 = key ?? node;
  return { source, ...firstLine(source.text, shown2.start, shown2.end) };
}
function walk(root, path3) {
  let node = root;
  let key;
  for (const step of path3) {
    if (node.type === "map") {
      const entry = node.entries.find((candidate) => candidate.key.text === String(step));
      if (!entry) break;
      node = entry.value;
      key = entry.key;
    } else if (node.type === "sequence") {
      const item = node.items[Number(step)];
      if (!item) break;
      node = item;
      key = void 0;
    } else break;
  }
  return { node, key };
}
function firstLine(text, start, end) {
  const newline = text.indexOf("\n", start);
  if (newline === -1 || newline >= end) return { start, end };
  return { start, end: Math.max(start, text[newline - 1] === "\r" ? newline - 1 : newline) };
}
function locate(at) {
  const spot = "manifest" in at ? at.manifest.rendered?.trace(at).spot ?? spotOf(at) : at;
  return locationOf(spot.source, spot.start, spot.end);
}

// memory:chunk-S7NQJSJL.mjs
function isDefault(operator) {
  return operator === "=" || /^:[-=?+]$/.test(operator);
}
function applyOperator(operator, value, parameters) {
  const [first = "", second2 = ""] = parameters;
  if (isDefault(operator)) return value === "" ? parameters.join("") : value;
  if (/^[:#%l]/.test(operator) && /[^ -~]/.test(value)) return void 0;
  if (/^[#%]/.test(operator) && first.includes("[")) return void 0;
  switch (operator) {
    case "length":
      return String(value.length);
    case ":":
      return substring(value, parameters);
    case ",":
      return value.slice(0, 1).toLowerCase() + value.slice(1);
    case ",,":
      return value.toLowerCase();
    case "^":
      return value.slice(0, 1).toUpperCase() + value.slice(1);
    case "^^":
      return value.toUpperCase();
    case "/":
      return value.replace(first, () => second2);
    case "//":
      return value.replaceAll(first, () => second2);
    case "/#":
      return parameters.length === 2 && value.startsWith(first) ? second2 + value.slice(first.length) : value;
    case "/%":
      return parameters.length === 2 && value.endsWith(first) ? value.slice(0, value.length - first.length) + second2 : value;
    case "#":
    case "##":
      return trimmed(value, first, operator.length === 2);
    case "%":
    case "%%":
      return reversed(trimmed(reversed(value), reversed(first), operator.length === 2));
    default:
      return value;
  }
}
function substring(value, [position = "", length]) {
  if (!isNumber(position) || length !== void 0 && !isNumber(length)) return value;
  const given = Number(position);
  const start = given < 0 ? Math.max(0, value.length + given) : given;
  if (length === void 0) return value.slice(start);
  const count = Number(length);
  const end = count < 0 ? value.length + count : start + count;
  return end < start ? "" : value.slice(start, end);
}
function isNumber(text) {
  return /^[+-]?\d+$/.test(text);
}
function trimmed(value, pattern2, longest2) {
  const source = pattern2.replace(/[^\w]/g, (sign) => {
    if (sign === "*") return `[^]*${longest2 ? "" : "?"}`;
    return sign === "?" ? "[^]" : `\\${sign}`;
  });
  return value.replace(new RegExp(`^${source}`), "");
}
function reversed(text) {
  return text.split("").reverse().join("");
}
var Refusal = class extends Error {
};
function parseTemplate(text) {
  const parts = [];
  const broken = [];
  let plain4 = "";
  let at = 0;
  while (at < text.length) {
    if (text.startsWith("${", at)) {
      const found = expansionAt(text, at);
      const refused = "effect" in found;
      const fault = refused ? found : misreadPosition(found);
      if (fault) broken.push(fault);
      parts.push(plain4, refused ? { name: "", operator: "refused", parameters: [], start: at, end: found.end } : found);
      plain4 = "";
      at = found.end;
    } else {
      plain4 += text[at];
      at += text.startsWith("$$", at) ? 2 : 1;
    }
  }
  parts.push(plain4);
  return { parts: parts.filter((part) => part !== ""), broken };
}
function expansionAt(text, start) {
  const scanner = new ExpansionScanner(text, start);
  try {
    return scanner.expansion();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const close = /^[^}\r\n]*\}?/.exec(text.slice(start))?.[0].length ?? 2;
    return { start, end: start + Math.max(2, close), effect: "refused", why: error.message };
  }
}
function misreadPosition(expansion) {
  const [position] = expansion.parameters;
  const { name, operator, start, end } = expansion;
  if (operator !== ":" || typeof position !== "string" || /^[+-]?\d+$/.test(position)) return void 0;
  const why = `":${position}" is read as a position in the value of ${name} and, being no number, is ignored`;
  return { start, end, effect: "ignored", why };
}
var ExpansionScanner = class {
  #text;
  #at;
  constructor(text, at) {
    this.#text = text;
    this.#at = at;
  }
  expansion() {
    const start = this.#at;
    this.#at += 2;
    if (this.#take(/#/y)) {
      const name2 = this.#take(/[\p{L}\p{N}_]+/uy) ?? this.#refuse("no name stands behind ${#");
      return this.#close({ name: name2, operator: "length", parameters: [], start });
    }
    const name = this.#take(/[\p{L}\p{N}_]+/uy) ?? this.#refuse("no name of a variable stands behind ${");
    const operator = this.#take(/:[-=?+]|=|:|[,^]{1,2}|\/[/#%]?|##?|%%?/y) ?? "";
    return this.#close({ name, operator, parameters: this.#parameters(operator), start });
  }
  #parameters(operator) {
    if (operator === "" || /^[,^]/.test(operator)) return [];
    if (operator === ":") return this.#substring();
    if (operator.startsWith("/")) return this.#replacement();
    if (/^[#%]/.test(operator)) return [this.#parameter(/(?:(?!\$\{)[^}])+/y)];
    const parts = [];
    while (this.#at < this.#text.length && this.#text[this.#at] !== "}")
      parts.push(this.#parameter(/(?:(?!\$\{)[^}])+/y));
    return parts;
  }
  #substring() {
    const position = this.#parameter(/(?:(?!\$\{)[^:}])+/y);
    return this.#take(/:+/y) ? [position, this.#parameter(/(?:(?!\$\{)[^}])+/y)] : [position];
  }
  #replacement() {
    const pattern2 = this.#text[this.#at] === "/" ? "" : this.#escaped(/(?:\\[/\\]|\$\$|(?!\$\{)[^/])+/y);
    if (!this.#take(/\/+/y)) this.#refuse("the pattern does not end in /");
    return this.#text[this.#at] === "}" ? [pattern2] : [pattern2, this.#escaped(/(?:\\[/\\]|\$\$|(?!\$\{)[^}])+/y)];
  }
  #escaped(stretch) {
    const part = this.#parameter(stretch);
    return typeof part === "string" ? part.replace(/\\([/\\])|\$(\$)/g, "$1$2") : part;
  }
  #parameter(stretch) {
    if (this.#text.startsWith("${", this.#at)) return this.expansion();
    return this.#take(stretch) ?? this.#refuse("the operator is given nothing");
  }
  #close(expansion) {
    if (!this.#take(/\}/y)) {
      const rest2 = this.#text.slice(this.#at, this.#at + 1);
      this.#refuse(rest2 === "" ? "no } closes it" : `"${rest2}" cannot stand behind ${expansion.name}`);
    }
    return { ...expansion, end: this.#at };
  }
  #take(pattern2) {
    pattern2.lastIndex = this.#at;
    const found = pattern2.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
  #refuse(why) {
    throw new Refusal(why);
  }
};
function substitute(text, substitution) {
  if (!text.includes("$")) return literal(text);
  return concatenate(parseTemplate(text).parts.map((part) => filled(part, text, substitution)));
}
function substituteIn(text, substitution) {
  let before3 = text.pieces[0];
  const parts = [];
  for (const [index, symbol] of text.symbols.entries()) {
    const escaped = symbol.startsWith("${") && before3.endsWith("$");
    parts.push(literal(escaped ? before3.slice(0, -1) + symbol : before3));
    if (!escaped) parts.push(symbol.startsWith("${") ? substitute(symbol, substitution) : unknownText(symbol));
    before3 = text.pieces[index + 1];
  }
  return concatenate([...parts, literal(before3)]);
}
function brokenSubstitution(text) {
  return text.includes("${") ? parseTemplate(text).broken[0] : void 0;
}
function unfilledVariables(text, { values }) {
  const names3 = /* @__PURE__ */ new Set();
  const visit = (part) => {
    if (typeof part === "string") return;
    if (part.name !== "" && !values.has(part.name) && !isDefault(part.operator)) names3.add(part.name);
    if (!values.get(part.name)) part.parameters.forEach(visit);
  };
  parseTemplate(text).parts.forEach(visit);
  return names3;
}
function filled(part, text, substitution) {
  if (typeof part === "string") return literal(part);
  const symbol = unknownText(text.slice(part.start, part.end));
  if (misreadPosition(part)) return symbol;
  const value = substitution.values.get(part.name);
  if (value === void 0) {
    const given = isDefault(part.operator) && !substitution.open;
    return given ? concatenate(part.parameters.map((item) => filled(item, text, substitution))) : symbol;
  }
  const read3 = readPlaceholders(value);
  if (read3.symbols.length > 0) return part.operator === "" || isDefault(part.operator) ? read3 : symbol;
  const outcome = outcomeOf(part, value, text, substitution);
  return outcome === void 0 ? symbol : literal(outcome);
}
function outcomeOf(part, value, text, substitution) {
  if (isDefault(part.operator) && value !== "") return value;
  const parameters = part.parameters.map((item) => literalOf(filled(item, text, substitution)));
  const known3 = parameters.filter((parameter) => parameter !== void 0);
  return known3.length === parameters.length ? applyOperator(part.operator, value, known3) : void 0;
}
function literal(text) {
  return { pieces: [text], symbols: [] };
}
function concatenate(texts) {
  const pieces = [""];
  const symbols = [];
  for (const text of texts) {
    pieces.push(pieces.pop() + text.pieces[0], ...text.pieces.slice(1));
    symbols.push(...text.symbols);
  }
  return { pieces, symbols };
}
function substitutedText(text, substitution) {
  return writtenText(substitute(text, substitution));
}

// memory:chunk-O26GSM2D.mjs
var environments = Object.fromEntries(
  [
    ["development", "dev devel develop development"],
    ["test", "test tst testing"],
    ["integration", "int integration"],
    ["acceptance", "qa uat acc acceptance"],
    ["staging", "stg stage staging preprod pre-prod preproduction"],
    ["sandbox", "sbx sandbox playground"],
    ["production", "prd prod production live"]
  ].flatMap(([name, words3]) => words3.split(" ").map((word) => [word, name]))
);
function environmentOfFolder(name) {
  const folder = name.toLowerCase();
  const plain4 = environments[folder] ?? environments[folder.replace(/\d+$/, "")];
  if (plain4) return plain4;
  const [, first = "", second2 = ""] = /^([a-z]+\d*)[-_.]([a-z]+\d*)$/.exec(folder) ?? [];
  if (environments[first] && /^(?:\d+|[a-z]{2,3}\d?|blue|green|west\w*|east\w*|north\w*|south\w*)$/.test(second2)) {
    return environments[first];
  }
  return environments[second2] && /^(?:aks|k8s|cluster|env|[a-z]{2,3}\d?)$/.test(first) ? environments[second2] : void 0;
}
function environmentOfPath(path3) {
  const folders = path3.split("/").slice(0, -1);
  for (const folder of folders.reverse()) {
    const environment = environmentOfFolder(folder);
    if (environment) return environment;
  }
  return void 0;
}
function rawWorld(raw, complete, cluster4) {
  const splits = duplicateSplits([...raw.workloads, ...raw.serviceAccounts]);
  const environment = cluster4 ? () => cluster4.environment : memoise(environmentOfPath);
  return {
    name: cluster4?.name ?? ".",
    ...cluster4 && { cluster: cluster4.name },
    complete,
    guessed: false,
    ...raw,
    sees: (a, b2) => canMeet(a, b2, environment, splits),
    environmentOf: (manifest) => environment(manifest.source.path),
    neverFilled: () => []
  };
}
function canMeet(a, b2, environment, splits) {
  const [pathA, pathB] = [a.source.path, b2.source.path];
  if (pathA === pathB) return true;
  const [environmentA, environmentB] = [environment(pathA), environment(pathB)];
  if (environmentA && environmentB && environmentA !== environmentB) return false;
  if (splits.size === 0) return true;
  const { folder, childA, childB } = branch(pathA, pathB);
  const children = splits.get(folder);
  return !(children?.has(childA) && children.has(childB));
}
function branch(a, b2) {
  const [partsA, partsB] = [a.split("/"), b2.split("/")];
  let depth = 0;
  while (depth < partsA.length - 1 && depth < partsB.length - 1 && partsA[depth] === partsB[depth]) depth += 1;
  return { folder: partsA.slice(0, depth).join("/"), childA: partsA[depth] ?? "", childB: partsB[depth] ?? "" };
}
function duplicateSplits(objects3) {
  const firstPaths = /* @__PURE__ */ new Map();
  const splits = /* @__PURE__ */ new Map();
  for (const object of objects3) {
    const path3 = object.manifest.source.path;
    const namespace = object.namespaceGiven ? writtenText(object.namespace) : "";
    const key = `${object.kind}
${namespace}
${writtenText(object.name)}`;
    const known3 = firstPaths.get(key) ?? [];
    if (known3.includes(path3)) continue;
    for (const other2 of known3) {
      const { folder, childA, childB } = branch(path3, other2);
      const children = splits.get(folder) ?? /* @__PURE__ */ new Set();
      splits.set(folder, children.add(childA).add(childB));
    }
    if (known3.length < 50) firstPaths.set(key, [...known3, path3]);
  }
  return splits;
}
function memoise(compute) {
  const known3 = /* @__PURE__ */ new Map();
  return (text) => {
    if (!known3.has(text)) known3.set(text, compute(text));
    return known3.get(text);
  };
}

// memory:chunk-VVYBS3MP.mjs
var order = { error: 0, warning: 1, note: 2 };
function compareSeverity(a, b2) {
  return order[a] - order[b2];
}
function cappedSeverity(severity, confidence) {
  return severity === "error" && confidence !== "high" ? "warning" : severity;
}
function compareText(a, b2) {
  return a < b2 ? -1 : a > b2 ? 1 : 0;
}
function compareFindings(a, b2) {
  return compareText(a.file, b2.file) || a.line - b2.line || a.column - b2.column || compareText(a.rule, b2.rule) || compareText(a.fingerprint, b2.fingerprint);
}

// memory:chunk-BBQSWFLF.mjs
const { BlockList, isIP } = process.getBuiltinModule("node:net");
var accountIndexes = /* @__PURE__ */ new WeakMap();
var templateIndexes = /* @__PURE__ */ new WeakMap();
function indexBy(items, textOf2) {
  const index = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = literalOf(textOf2(item)) ?? "";
    const group32 = index.get(key);
    if (group32) group32.push(item);
    else index.set(key, [item]);
  }
  return index;
}
function candidates(index, name) {
  const literal2 = literalOf(name);
  if (literal2 === void 0) return [...index.values()].flat();
  return [...index.get(literal2) ?? [], ...literal2 === "" ? [] : index.get("") ?? []];
}
function accountIndex(world) {
  let index = accountIndexes.get(world);
  if (!index) {
    index = indexBy(world.serviceAccounts, (account7) => account7.name);
    accountIndexes.set(world, index);
  }
  return index;
}
function accountsFor(world, workload, template3) {
  const matches = [];
  for (const account7 of candidates(accountIndex(world), template3.account)) {
    if (!world.sees(workload.manifest, account7.manifest)) continue;
    const name = compareTexts(template3.account, account7.name);
    const namespace = compareNamespaces(workload, account7);
    if (name === "different" || namespace === "different") continue;
    matches.push({ account: account7, certain: name === "same" && namespace === "same" });
  }
  return matches;
}
function twinsElsewhere(world, workload, template3) {
  return candidates(accountIndex(world), template3.account).filter(
    (account7) => world.sees(workload.manifest, account7.manifest) && compareTexts(template3.account, account7.name) === "same" && compareNamespaces(workload, account7) === "different"
  );
}
function templatesOf(world, account7) {
  let index = templateIndexes.get(world);
  if (!index) {
    const all = world.workloads.flatMap((workload) => workload.templates.map((template3) => ({ workload, template: template3 })));
    index = indexBy(all, (item) => item.template.account);
    templateIndexes.set(world, index);
  }
  return candidates(index, account7.name).filter(
    ({ workload, template: template3 }) => world.sees(account7.manifest, workload.manifest) && compareTexts(account7.name, template3.account) !== "different" && compareNamespaces(account7, workload) !== "different"
  );
}
function compareNamespaces(a, b2) {
  if (!a.namespaceGiven && !b2.namespaceGiven) return "same";
  if (!a.namespaceGiven || !b2.namespaceGiven) return "unknown";
  return compareTexts(a.namespace, b2.namespace);
}
function nameOf(object) {
  const name = written(object.name) || "(no name)";
  const hasNamespace = object.namespaceGiven && object.namespace.symbols[0] !== "namespace";
  return hasNamespace ? `${written(object.namespace)}/${name}` : name;
}
function written(text) {
  return text.pieces.map((piece, index) => piece + (text.symbols[index] ?? "")).join("");
}
function isLabelled(template3) {
  return template3.metadata.labels.some((label22) => label22.key === identityKeys.use && label22.string === "true");
}
function defineRule(rule128) {
  return rule128;
}
function defineExamples(examples45) {
  return examples45;
}
function cause(topic, object) {
  return `${topic} of ${object.manifest.source.path}#${object.manifest.start}`;
}
var rule = defineRule({
  id: "namespace-missing",
  title: "An object of the wiring names no namespace",
  group: "Cluster rights and network",
  why: "The namespace is part of the subject that a credential trusts. Without one in the file, it is the current namespace of whoever applies it, and the token may be refused (AADSTS700213).",
  remedy: "Write metadata.namespace, or let a kustomization or the release give it.",
  severity: "note",
  absence: true,
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
    ...world.serviceAccounts.filter((account7) => account7.clientId?.text),
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
function objectsOf(world, ...kinds22) {
  return world.objects.filter((object) => object.group === group && kinds22.includes(object.kind));
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
function role(rule128) {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: shop-team
  namespace: shop
rules:
  - apiGroups: [${rule128.groups}]
    resources: ${rule128.resources}
    verbs: ${rule128.verbs}
`;
}
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
        message: `The ${binding3.kind} ${nameOf(binding3)} gives ${namesOf3(binding3)} ${binding3.kind === "RoleBinding" ? "every right in its namespace" : "every right in the cluster"}.`,
        // Within one namespace it is what the role admin nearly is.
        severity: binding3.kind === "RoleBinding" ? "note" : "warning"
      };
    }
  }
});
var everybody = /^system:(?:authenticated|unauthenticated|serviceaccounts|anonymous)$/;
function namesOf3({ subjects }) {
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
function isSystemName(name) {
  return name.startsWith("system:");
}
var guid2 = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
function describeNotGuid(text) {
  if (/^0[0-]*$/.test(text)) return { description: "only zeros" };
  if (guid2.test(text)) return void 0;
  const inner = text.trim().replace(/^[{("']+|[})"']+$/g, "").trim();
  if (guid2.test(inner)) return { description: "a GUID with more around it", guid: inner };
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
function isOpen(text, { scripts }) {
  if (hasPlaceholder(text)) return true;
  for (const literal2 of scripts.substitutes) if (text.includes(literal2)) return true;
  return false;
}
function neverFilledText(variable2) {
  return `the Flux Kustomization that applies it gives \${${variable2}} no value`;
}
function neverFilledRemedy(variable2) {
  return `Give ${variable2} a value under postBuild.substitute of the Kustomization, or in a ConfigMap or Secret that postBuild.substituteFrom names; an object annotated kustomize.toolkit.fluxcd.io/substitute: disabled is never filled in.`;
}
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
var exampleClientId = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var exampleTenantId = "7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90";
function exampleAccount(options = {}) {
  const { name = "orders", namespace = "shop", clientId: clientId2 = exampleClientId, annotations = [] } = options;
  return document(
    `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace}
  annotations:
${lines(4, [`azure.workload.identity/client-id: ${clientId2}`, ...annotations])}`
  );
}
function examplePods(options = {}) {
  const { name = "orders", namespace = "shop", annotations = [], container = [] } = options;
  const { labels = ['azure.workload.identity/use: "true"'], spec = ["serviceAccountName: orders"] } = options;
  return document(
    `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
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
var rule5 = defineRule({
  id: "rbac-path-to-identity",
  title: "Rights in the cluster lead to an Azure identity",
  group: "Cluster rights and network",
  why: "Whoever may start a pod, run a command in one, or ask for the token of a ServiceAccount can get a token for any audience, and so everything that the Azure identity of that account may do.",
  remedy: "Keep accounts of identities in a namespace where only their workload is deployed, or remove the right.",
  severity: "warning",
  sources: ["kubernetes/website docs/concepts/security/rbac-good-practices.md"],
  *check(world) {
    const accounts = world.serviceAccounts.filter((account7) => account7.clientId?.text);
    if (accounts.length === 0) return;
    const roles = rolesOf(world);
    for (const binding3 of bindingsOf(world)) {
      const power = powerOf(world, binding3, roles);
      const subject = power && binding3.subjects.find((candidate) => !isOfCluster(candidate));
      if (!power || !subject) continue;
      const reached = accounts.filter((account7) => reaches(world, binding3, account7) && !isItself(subject, account7));
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
function reaches(world, binding3, account7) {
  if (!world.sees(binding3.manifest, account7.manifest)) return false;
  return binding3.kind === "ClusterRoleBinding" || compareNamespaces(binding3, account7) === "same";
}
function isItself({ kind, text, namespace }, account7) {
  if (kind !== "ServiceAccount" || compareTexts(account7.name, literalText(text)) === "different") return false;
  return namespace === void 0 || compareTexts(account7.namespace, literalText(namespace)) !== "different";
}
var mark2 = " #~ rbac-path-to-identity";
var toRole = (subject) => roleBinding(subject, "shop-team").replace("kind: ClusterRole", "kind: Role");
var examples5 = defineExamples({
  bad: [
    {
      title: "Asking for tokens",
      files: {
        "account.yaml": exampleAccount(),
        "role.yaml": role({ groups: '""', resources: "[serviceaccounts/token]", verbs: "[create]" }),
        "binding.yaml": toRole(subjectLine("Group", groupId, mark2))
      }
    },
    {
      title: "A built-in role that starts pods",
      files: {
        "account.yaml": exampleAccount(),
        "binding.yaml": roleBinding(subjectLine("Group", groupId, mark2), "edit")
      }
    }
  ],
  good: [
    {
      title: "Reading only",
      files: {
        "account.yaml": exampleAccount(),
        "role.yaml": role({ groups: '""', resources: "[pods, pods/log]", verbs: "[get, list, watch]" }),
        "binding.yaml": toRole(subjectLine("Group", groupId))
      }
    },
    {
      title: "Another namespace than that of the account",
      files: {
        "account.yaml": exampleAccount({ namespace: "identities" }),
        "binding.yaml": roleBinding(subjectLine("Group", groupId), "edit")
      }
    }
  ]
});
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
  return metadata.labels.some((label22) => label22.key === "kubernetes.io/bootstrapping");
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
  for (const account7 of repository.worlds.flatMap((world) => world.serviceAccounts)) {
    if (account7.clientId?.text) found.set(account7.clientId.text.toLowerCase(), `the ServiceAccount ${nameOf(account7)}`);
  }
  for (const { clientId: clientId2 } of [...repository.credentials, ...repository.declaredAccounts]) {
    const literal2 = clientId2 && literalOf(clientId2.loose ?? clientId2.text);
    if (literal2) found.set(literal2.toLowerCase(), "a declared identity");
  }
  return found;
}
var examples8 = defineExamples({
  bad: [
    {
      title: "The client id of an account",
      files: {
        "account.yaml": exampleAccount(),
        "binding.yaml": roleBinding(
          subjectLine("User", "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11", " #~ rbac-user-is-client-id")
        )
      }
    }
  ],
  good: [
    {
      title: "A group by its object id",
      files: { "account.yaml": exampleAccount(), "binding.yaml": roleBinding(subjectLine("Group", groupId)) }
    }
  ]
});
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
function openText(value) {
  return value.loose ?? value.text;
}
function shownText(value) {
  return writtenText(value.text);
}
function spotOfDeclaration({ at }) {
  return "manifest" in at ? spotOf(at) : at;
}
function credentialCause(topic, credential32) {
  const { source, start } = spotOfDeclaration(credential32);
  const subject = credential32.subject ? shownText(credential32.subject) : "";
  return `${topic} of credential ${source.path}#${start} ${subject}`;
}
var hosts2 = [
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
  const known3 = hosts2.find(([, pattern2]) => pattern2.test(withoutSymbols(text)));
  if (known3) return known3[0];
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
    for (const credential32 of repository.credentials) {
      for (const audience of credential32.audiences) {
        const judged = judge2(credential32, audience);
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
function judge2({ issuer, conditional }, audience) {
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
function declarationScope(credential32) {
  if (!("manifest" in credential32.at)) {
    const path22 = credential32.at.source.path;
    return credential32.language === "terraform" ? folderOf2(path22) : path22;
  }
  const { rendered, source } = credential32.at.manifest;
  return rendered ? `${rendered.by}:${rendered.root}:${rendered.variant ?? ""}` : folderOf2(source.path);
}
function folderOf2(path22) {
  return path22.slice(0, Math.max(0, path22.lastIndexOf("/")));
}
var rule11 = defineRule({
  id: "credential-duplicate",
  title: "Two credentials of one identity are the same, or share a name",
  group: "Declared credentials",
  why: "An identity takes a pair of issuer and subject once: the second credential is refused (Issuer and subject combination already exists for this Managed Identity). Of two with one name, the last that is written wins.",
  remedy: "Keep one of the two, or give the second its own name and subject.",
  severity: "error",
  sources: ["MicrosoftDocs/entra-docs workload-identity-federation-considerations"],
  *checkRepository(repository) {
    for (const group32 of groupsByIdentity(repository)) {
      yield* repeated(group32, contentOf, (twin) => `repeats the issuer and the subject of ${twin}`);
      yield* repeated(
        group32,
        (credential32) => credential32.name ? comparable(credential32.name) : void 0,
        (twin) => `has the name of ${twin}, whose content is another`
      );
    }
  }
});
function groupsByIdentity({ credentials }) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const credential32 of credentials) {
    const identity2 = credential32.identity && comparable(credential32.identity);
    if (credential32.conditional || identity2 === void 0 || !isLasting(credential32)) continue;
    const key = [credential32.language, scopeOf(credential32), identity2].join("\n");
    groups2.set(key, [...groups2.get(key) ?? [], credential32]);
  }
  return groups2.values();
}
function scopeOf(credential32) {
  if (!("manifest" in credential32.at) || credential32.at.manifest.rendered) return declarationScope(credential32);
  const namespace = /^\s+namespace:\s*(\S+)/m.exec(
    credential32.at.manifest.source.text.slice(credential32.at.manifest.start, credential32.at.manifest.end)
  )?.[1];
  return `${credential32.at.manifest.source.path}
${namespace ?? ""}`;
}
function isLasting(credential32) {
  if (credential32.language !== "cli") return true;
  const { source, start, end } = spotOfDeclaration(credential32);
  if (/\bupdate\b/.test(source.text.slice(start, end))) return false;
  return [credential32.identity, credential32.name, credential32.issuer, credential32.subject].every(
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
function* repeated(group32, keyOf22, fault) {
  const first = /* @__PURE__ */ new Map();
  for (const credential32 of group32) {
    const key = keyOf22(credential32);
    if (key === void 0) continue;
    const twin = first.get(key);
    if (!twin) first.set(key, credential32);
    else if (areApart(twin, credential32) && !(keyOf22 !== contentOf && contentOf(twin) === contentOf(credential32))) {
      yield {
        at: credential32.at,
        message: `This credential ${fault(twin.name ? `"${shownText(twin.name)}"` : "another one")} of the same identity.`,
        related: [{ at: twin.at, note: "the other credential" }]
      };
    }
  }
}
function areApart(a, b2) {
  const [one2, other2] = [spotOfDeclaration(a), spotOfDeclaration(b2)];
  return one2.source.path !== other2.source.path || one2.start !== other2.start;
}
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
      for (const credential32 of credentials) yield observe(credential32, issuer, near, uses.get(near)?.[0]);
    }
  }
});
var github = "https://token.actions.githubusercontent.com";
function usesByIssuer(credentials) {
  const uses = /* @__PURE__ */ new Map();
  for (const credential32 of credentials) {
    const literal2 = credential32.issuer && !credential32.conditional ? literalOf(openText(credential32.issuer)) : void 0;
    if (literal2 === void 0) continue;
    uses.set(literal2, [...uses.get(literal2) ?? [], credential32]);
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
  const order2 = 1 - ([...uses.keys()].indexOf(issuer) + 1) / (uses.size + 1);
  return wellFormed + (uses.get(issuer)?.length ?? 0) + order2;
}
function isNear(a, b2) {
  const plain32 = (text) => text.trim().toLowerCase().replace(/\/+$/, "");
  if (plain32(a) === plain32(b2)) return true;
  const random = /[0-9a-f]{8}-[0-9a-f]{4}-/i;
  return (random.test(a) && random.test(b2) || b2 === github) && editDistance(plain32(a), plain32(b2), 1) === 1;
}
function observe(credential32, issuer, near, other2) {
  const { at } = credential32.issuer;
  const difference2 = issuer.replace(/\/+$/, "") === near.replace(/\/+$/, "") ? "only in its final slash" : issuer.toLowerCase() === near.toLowerCase() ? "only in letter case" : "by one character";
  const whose = near === github && issuerKind(credential32.issuer) !== "aks" ? "GitHub's" : "another credential's";
  return {
    at,
    message: `The issuer "${issuer}" differs ${difference2} from ${whose} "${near}".`,
    ...other2?.issuer && {
      related: [{ at: other2.issuer.at, note: "the issuer as another credential has it" }]
    },
    about: credentialCause("issuer", credential32)
  };
}
var id = "0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31";
var cluster2 = `https://westeurope.oic.prod-aks.azure.com/${id}/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10/`;
var terraform = (name, issuer, mark27 = "", subject = `system:serviceaccount:shop:${name}`) => `resource "azurerm_federated_identity_credential" "${name}" {
  name                      = "${name}"
  user_assigned_identity_id = azurerm_user_assigned_identity.${name}.id
  issuer                    = "${issuer}"${mark27}
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "${subject}"
}
`;
var two = terraform("orders", cluster2) + terraform("billing", cluster2);
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
var rule14 = defineRule({
  id: "credential-issuer-slash",
  title: "The final slash of an issuer is wrong",
  group: "Declared credentials",
  why: "Entra compares the issuer byte for byte (AADSTS700211). Issuers of AKS clusters end with a slash; those of GitHub, of Azure DevOps and of identity bindings do not. A credential without the slash can work for months before it stops.",
  remedy: "Write the issuer exactly as the cluster or the token shows it.",
  severity: "error",
  sources: ["Azure/azure-workload-identity issue 1700", "MicrosoftDocs/azure-docs issues 97699, 105462, 111542"],
  *checkRepository(repository) {
    for (const credential32 of repository.credentials) {
      const fault = faultOf(credential32);
      if (!credential32.issuer || !fault) continue;
      yield {
        at: credential32.issuer.at,
        message: `The issuer "${shownText(credential32.issuer)}" ${fault}`,
        about: credentialCause("issuer", credential32)
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
var rule15 = defineRule({
  id: "credential-name-invalid",
  title: "The name of a credential is not allowed",
  group: "Declared credentials",
  why: "Azure refuses the credential when it is deployed, after everything before it was changed.",
  remedy: "Use 3 to 120 letters, digits, hyphens and underscores, beginning with a letter or a digit.",
  severity: "error",
  sources: ["Azure/azure-rest-api-specs msi 2024-11-30 FederatedIdentityCredential name pattern"],
  *checkRepository(repository) {
    for (const credential32 of repository.credentials) {
      const { name } = credential32;
      if (!name || isOfApplication(credential32)) continue;
      const fault = faultOf2(credential32);
      if (fault) yield { at: name.at, message: `The credential name "${shownText(name)}" ${fault}.` };
    }
  }
});
function isOfApplication(credential32) {
  const { source, start, end } = spotOfDeclaration(credential32);
  const written2 = (credential32.identity ? writtenText(credential32.identity.text) : "") + source.text.slice(start, end);
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
    for (const credential32 of repository.credentials) {
      const { subject } = credential32;
      if (!subject || credential32.claimsMatchingExpression || !isForCluster(credential32)) continue;
      const fault = faultOf3(openText(subject), issuerKind(credential32.issuer) === "aks");
      if (!fault) continue;
      yield {
        at: subject.at,
        message: `The subject "${shownText(subject)}" ${fault}: no ServiceAccount token has it.`,
        about: credentialCause("subject", credential32)
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
function subjectOfAccount(account7) {
  return subjectOf(account7.namespaceGiven ? account7 : { namespace: unknownText("namespace"), name: account7.name });
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
    for (const account7 of world.serviceAccounts) yield subjectOfAccount(account7);
    for (const workload of world.workloads) {
      const namespace = workload.namespaceGiven ? workload.namespace : unknownText("namespace");
      for (const template3 of workload.templates) yield subjectOf({ namespace, name: template3.account });
    }
    for (const object of world.objects) yield* accountBorrowed(object).map(subjectOf);
  }
  for (const { name, namespace } of repository.declaredAccounts) {
    yield subjectOf({ name: openText(name), namespace: namespace ? openText(namespace) : unknownText("namespace") });
  }
}
function mayBeFor(credential32, subject) {
  if (credential32.claimsMatchingExpression || !credential32.subject) return true;
  return compareTexts(openText(credential32.subject), subject) !== "different";
}
function fitsSomeAccount(repository, subject) {
  if (accountOfSubject(subject)?.name === "default") return true;
  return subjectsKnown(repository).some((known3) => compareTexts(known3, subject) !== "different");
}
function literalSubject(namespace, name) {
  return literalText(`${lead2}${namespace}:${name}`);
}
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
    (world) => world.serviceAccounts.some((account7) => account7.namespaceGiven && literalOf(account7.namespace) === namespace)
  ) || repository.declaredAccounts.some(
    (account7) => account7.created && account7.namespace && literalOf(account7.namespace.text) === namespace
  );
}
var rule17 = defineRule({
  id: "credential-subject-unmatched",
  title: "A credential is for an account that does not exist",
  group: "Declared credentials",
  why: "The subject of a credential names one account of one namespace, byte for byte. When no pod runs as it, the credential trusts nobody, and the pods that were meant get AADSTS700213.",
  remedy: "Write the namespace and the name of the account that the pods run as, or remove the credential.",
  severity: "error",
  sources: ["Azure/AKS issue 4228", "external-secrets/external-secrets issue 2783"],
  *checkRepository(repository) {
    for (const credential32 of repository.credentials) {
      const { subject } = credential32;
      if (!subject || credential32.conditional || credential32.claimsMatchingExpression) continue;
      const named2 = accountOfSubject(openText(subject));
      if (!named2 || !knowsAccountsOf(repository, named2.namespace)) continue;
      if (fitsSomeAccount(repository, openText(subject))) continue;
      const observation = judge22(repository, credential32, subject, named2);
      if (observation) yield observation;
    }
  }
});
function judge22(repository, credential32, subject, { namespace, name }) {
  const miss = nearMiss2(repository, { namespace, name });
  const what = `The subject names the account ${namespace}/${name}`;
  if (miss) {
    const { account: account7, difference: difference2 } = miss;
    return {
      at: subject.at,
      message: `${what}, which does not exist; ${nameOf(account7)}, ${difference2}, has no credential.`,
      related: [{ at: account7.metadata.nameField ?? account7.root, note: "the account that may be meant" }],
      about: cause("credential", account7)
    };
  }
  const other2 = betterDeclaration(repository, credential32);
  if (!other2 && !declaresAccountsIn(repository, namespace)) return void 0;
  return {
    at: subject.at,
    message: other2 ? `${what}, which does not exist in this repository; another declaration beside this one names an account that does.` : `${what}, which is not among those that the repository declares for that namespace.`,
    severity: "warning",
    ...other2 && { related: [{ at: other2.at, note: "the declaration that fits an account" }] }
  };
}
function nearMiss2(repository, named2) {
  for (const account7 of repository.worlds.flatMap((world) => world.serviceAccounts)) {
    const [namespace, name] = [literalOf(account7.namespace), literalOf(account7.name)];
    if (!account7.clientId || !account7.namespaceGiven || namespace === void 0 || name === void 0) continue;
    const difference2 = differenceOf(named2, { namespace, name });
    if (!difference2) continue;
    const subject = literalSubject(namespace, name);
    if (!repository.credentials.some((credential32) => mayBeFor(credential32, subject))) return { account: account7, difference: difference2 };
  }
  return void 0;
}
function differenceOf(a, b2) {
  if (a.name === b2.name) {
    const same = a.namespace === b2.namespace || areEnvironments(a.namespace, b2.namespace);
    return same ? void 0 : "of the same name in another namespace";
  }
  if (a.namespace !== b2.namespace) return void 0;
  if (editDistance(a.name, b2.name, 1) === 1) return "one character apart";
  const [short, long] = a.name.length < b2.name.length ? [a.name, b2.name] : [b2.name, a.name];
  if (long.startsWith(`${short}-`)) return "the same but for a suffix";
  return long.endsWith(`-${short}`) ? "the same but for a prefix" : void 0;
}
function areEnvironments(a, b2) {
  const rest2 = (namespace) => namespace.split("-").filter((part) => environmentOfFolder(part) === void 0);
  return rest2(a).length < a.split("-").length || rest2(b2).length < b2.split("-").length;
}
function betterDeclaration(repository, credential32) {
  if (credential32.language !== "cli") return void 0;
  const path22 = spotOfDeclaration(credential32).source.path;
  return repository.credentials.find((other2) => {
    const otherPath = spotOfDeclaration(other2).source.path;
    if (other2.language !== "cli" || otherPath === path22 || !other2.subject) return false;
    const folder = otherPath.slice(0, otherPath.lastIndexOf("/") + 1);
    return path22.startsWith(folder) && fitsCertainly(repository, other2);
  });
}
function fitsCertainly(repository, { subject }) {
  return repository.worlds.some(
    (world) => world.serviceAccounts.some(
      (account7) => subject && compareTexts(openText(subject), subjectOfAccount(account7)) === "same"
    )
  );
}
var rule18 = defineRule({
  id: "credential-undeclared",
  title: "No declared credential fits an account with a client id",
  group: "Declared credentials",
  why: "The repository declares federated credentials for the accounts beside this one. Without one of its own, a token of this account is refused (AADSTS700213), unless the credential was made by other means.",
  remedy: "Declare a credential with the subject system:serviceaccount:<namespace>:<name> of this account.",
  severity: "warning",
  absence: true,
  sources: ["Azure/azure-workload-identity docs/book/src/topics/federated-identity-credential.md"],
  yieldsTo: ["credential-subject-unmatched"],
  *check(world, repository) {
    if (!repository.complete || repository.credentials.length === 0) return;
    for (const account7 of world.serviceAccounts) {
      const beside = credentialBeside(world, repository, account7);
      if (!beside) continue;
      yield {
        at: account7.metadata.nameField ?? account7.root,
        message: `The ServiceAccount ${nameOf(account7)} has a client id, and none of the credentials that this repository declares has its subject.`,
        related: [{ at: beside.at, note: "a credential for the same namespace or identity" }],
        about: cause("credential", account7)
      };
    }
  }
});
function credentialBeside(world, repository, account7) {
  const [namespace, name] = [literalOf(account7.namespace), literalOf(account7.name)];
  if (!account7.clientId?.text || !account7.namespaceGiven || namespace === void 0 || name === void 0)
    return void 0;
  if (isClusterNamespace(namespace) || usesBinding(world, account7)) return void 0;
  const subject = literalSubject(namespace, name);
  if (repository.credentials.some((credential32) => mayBeFor(credential32, subject))) return void 0;
  const clientId2 = readPlaceholders(account7.clientId.text);
  return repository.credentials.find(
    (credential32) => !credential32.conditional && (credential32.subject && namespaceOfSubject(openText(credential32.subject)) === namespace || credential32.clientId && compareTexts(credential32.clientId.text, clientId2) === "same")
  );
}
function usesBinding(world, account7) {
  return templatesOf(world, account7).some(
    ({ template: template3 }) => entryOf(template3.metadata.annotations, identityKeys.useBinding)
  );
}
var rule19 = defineRule({
  id: "credential-wildcard",
  title: "The subject of a credential holds a wildcard",
  group: "Declared credentials",
  why: "Entra compares the subject of a federated credential byte for byte: an asterisk stands for itself, and no token ever matches. Only flexible credentials of app registrations know patterns, and not for Kubernetes.",
  remedy: "Declare one credential for each subject, written out in full.",
  severity: "error",
  sources: ["MicrosoftDocs/entra-docs federated-credential-configuration-considerations"],
  *checkRepository(repository) {
    for (const credential32 of repository.credentials) {
      const { subject } = credential32;
      if (!subject || credential32.claimsMatchingExpression) continue;
      if (!openText(subject).pieces.some((piece) => piece.includes("*"))) continue;
      yield {
        at: subject.at,
        message: `The subject "${shownText(subject)}" holds "*", which stands for itself: no token has such a subject.`,
        about: credentialCause("subject", credential32)
      };
    }
  }
});
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
    for (const credential32 of repository.credentials) {
      if (!credential32.parallelLoop || credential32.language !== "bicep" && credential32.language !== "arm") continue;
      yield {
        at: credential32.at,
        message: "This loop writes the credentials of one identity in parallel, and Azure refuses all but one at a time."
      };
    }
  }
});
var exampleSubscription = "0f9d3a4e-5c41-4f0b-8a57-6a7e6f0c1d22";
var examplePrincipalId = "5d8f0c77-3b7e-4b35-9a0e-2f8b7a1c9e44";
var exampleIssuer = `https://westeurope.oic.prod-aks.azure.com/${exampleTenantId}/3e0b7d1c-9f52-4a86-8c1d-7b5a2e9f4d60/`;
var exampleAudience = "api://AzureADTokenExchange";
var exampleSubject = "system:serviceaccount:shop:orders";
var group2 = `/subscriptions/${exampleSubscription}/resourceGroups/rg-shop/providers`;
var exampleIdentityId = (name) => `${group2}/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;
var exampleClusterId = `${group2}/Microsoft.ContainerService/managedClusters/aks-prod`;
function exampleConfiguration({ cluster: cluster4 = "", issuer, identity: identity2 = "", more = "" } = {}) {
  return `version: 1
owner: contoso/shop
clusters:
  - name: prod${cluster4}
    resource: ${exampleClusterId}
${issuer === void 0 ? "" : `    issuer: ${issuer}
`}    sources: [k8s]
identities:
  - name: orders
    resource: ${exampleIdentityId("id-orders")}${identity2}
    allow: {clusters: [prod], namespaces: [shop]}
${more}`;
}
function exampleWire(mark27 = "", account7 = {}) {
  const clientId2 = account7.clientId ?? exampleClientId;
  return {
    "k8s/orders.yaml": exampleAccount({ ...account7, clientId: clientId2 + mark27 }) + examplePods()
  };
}
var fittingCredential = {
  name: "shop-orders-prod",
  issuer: exampleIssuer,
  subject: exampleSubject,
  audiences: [exampleAudience]
};
var injectedPod = {
  namespace: "shop",
  name: "orders-6c5d7f8b9d-x2x4p",
  account: "orders",
  phase: "Running",
  owner: "orders",
  binding: false,
  containers: [
    {
      name: "orders",
      skipped: false,
      environment: {
        AZURE_CLIENT_ID: exampleClientId,
        AZURE_FEDERATED_TOKEN_FILE: "/var/run/secrets/azure/wi/token/azure-identity-token"
      }
    }
  ]
};
var healthyProperties = {
  currentKubernetesVersion: "1.35.2",
  disableLocalAccounts: true,
  enableRBAC: true,
  oidcIssuerProfile: { enabled: true, issuerURL: exampleIssuer },
  securityProfile: {
    workloadIdentity: { enabled: true },
    defender: { securityMonitoring: { enabled: true } }
  },
  aadProfile: { managed: true, enableAzureRBAC: true },
  autoUpgradeProfile: { upgradeChannel: "stable", nodeOSUpgradeChannel: "NodeImage" },
  networkProfile: { networkPlugin: "azure", networkPluginMode: "overlay", networkPolicy: "cilium" },
  addonProfiles: { azureKeyvaultSecretsProvider: { enabled: true } }
};
var healthyContents = {
  issuer: exampleIssuer,
  accounts: [{ namespace: "shop", name: "orders", clientId: exampleClientId, tenantId: void 0 }],
  pods: [injectedPod],
  webhooks: [
    {
      configuration: "azure-wi-webhook-mutating-webhook-configuration",
      name: "mutation.azure-workload-identity.io",
      objectSelector: { matchLabels: { "azure.workload.identity/use": "true" } },
      namespaceSelector: {},
      seesNewPods: true
    }
  ],
  namespaces: [{ name: "shop", labels: { "kubernetes.io/metadata.name": "shop" } }],
  secretClasses: [],
  podIdentities: []
};
var healthyCluster = {
  name: "prod",
  issuer: exampleIssuer,
  properties: healthyProperties,
  supportedVersions: ["1.34", "1.35", "1.36"],
  contents: healthyContents
};
var healthyIdentity = {
  name: "id-orders",
  clientId: exampleClientId,
  principalId: examplePrincipalId,
  tenantId: exampleTenantId,
  credentials: [fittingCredential],
  roles: { count: 1, far: [] }
};
function estate(changes = {}) {
  const { cluster: cluster4, contents, identity: identity2, ...rest2 } = changes;
  return {
    clusters: [{ ...healthyCluster, contents: { ...healthyContents, ...contents }, ...cluster4 }],
    identities: [{ ...healthyIdentity, ...identity2 }],
    ...rest2
  };
}
var healthyExample = {
  title: "Repository, cluster and Azure agree",
  files: { "idwire.yaml": exampleConfiguration(), ...exampleWire() },
  live: estate()
};
function setting(cluster4, ...path22) {
  let value = cluster4.managed?.properties;
  for (const step of path22) value = value?.[step];
  return value ?? void 0;
}
function* posture(live, judge42) {
  for (const cluster4 of live.clusters) {
    if (!cluster4.managed) continue;
    const said = judge42(cluster4);
    if (said === void 0) continue;
    yield { at: cluster4.at, topic: cluster4.name, ...typeof said === "string" ? { message: said } : said };
  }
}
function wiredAccounts({ worlds }) {
  return worlds.flatMap(({ serviceAccounts }) => serviceAccounts).filter(({ clientId: clientId2 }) => clientId2?.text);
}
function valueText(value) {
  return value === void 0 ? "nothing" : JSON.stringify(value);
}
var rule21 = defineRule({
  id: "cluster-azure-rbac-off",
  title: "A cluster does not use Entra with Azure RBAC",
  group: "Live (drift)",
  why: "Rights in the cluster are then kept apart from those in Azure, and nobody sees in one place who may act as which identity.",
  remedy: "Run `az aks update --enable-aad --enable-azure-rbac`.",
  severity: "warning",
  sources: ["AKS documentation, Azure RBAC for Kubernetes authorization"],
  checkLive: (live) => posture(live, (cluster4) => {
    if (setting(cluster4, "enableRBAC") === false)
      return `Kubernetes RBAC of cluster ${cluster4.name} is off: everybody who gets in may do everything.`;
    if (setting(cluster4, "aadProfile", "managed") !== true)
      return `Cluster ${cluster4.name} is not integrated with Entra.`;
    if (setting(cluster4, "aadProfile", "enableAzureRBAC") === true) return void 0;
    return `Azure RBAC of cluster ${cluster4.name} is off.`;
  })
});
var files = { "idwire.yaml": exampleConfiguration({ cluster: " #~ cluster-azure-rbac-off" }), ...exampleWire() };
var rule22 = defineRule({
  id: "cluster-defender-off",
  title: "Defender does not watch a cluster",
  group: "Live (drift)",
  why: "Nobody is told when a token of a pod is stolen and used from elsewhere.",
  remedy: "Run `az aks update --enable-defender`.",
  severity: "warning",
  sources: ["Microsoft Defender for Cloud documentation, Defender for Containers"],
  checkLive: (live) => posture(live, (cluster4) => {
    if (setting(cluster4, "securityProfile", "defender", "securityMonitoring", "enabled") === true) return void 0;
    return `Defender does not watch cluster ${cluster4.name}.`;
  })
});
var files2 = { "idwire.yaml": exampleConfiguration({ cluster: " #~ cluster-defender-off" }), ...exampleWire() };
var kept = (rule128) => ` # idwire-ignore: ${rule128} it moves in spring`;
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
function pods({ label: label22 = keptLabel, namespace = "shop", name = "orders", spec = "" } = {}) {
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
${label22 ? `        ${label22}
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
  account: account7 = "      serviceAccountName: orders\n",
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
${account7}      containers:
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
var rule23 = defineRule({
  id: "cluster-key-vault-addon-off",
  title: "The Key Vault add-on is off in a cluster that mounts secrets",
  group: "Live (drift)",
  why: "Pods that mount a SecretProviderClass wait for ever, unless somebody installed the driver by its chart.",
  remedy: "Run `az aks enable-addons --addons azure-keyvault-secrets-provider`.",
  severity: "warning",
  confidence: "medium",
  sources: ["AKS documentation, use the Azure Key Vault provider for Secrets Store CSI Driver"],
  checkLive: (live) => posture(live, (cluster4) => {
    if (setting(cluster4, "addonProfiles", "azureKeyvaultSecretsProvider", "enabled") === true) return void 0;
    const classes2 = cluster4.worlds.flatMap(({ objects: objects3 }) => objects3).filter(({ kind }) => kind === "SecretProviderClass");
    const [first] = classes2;
    if (!first || (cluster4.contents?.secretClasses?.length ?? 0) > 0) return void 0;
    return `The Key Vault add-on of cluster ${cluster4.name} is off, and the repository has ${classes2.length === 1 ? "a SecretProviderClass" : `${classes2.length} SecretProviderClasses`} for it.`;
  })
});
var files3 = { "idwire.yaml": exampleConfiguration({ cluster: " #~ cluster-key-vault-addon-off" }), ...exampleWire() };
var mounted = [secretClass({ access: `    clientID: ${exampleClientId}
` }), mounting()].join("---\n");
var rule24 = defineRule({
  id: "cluster-kubenet",
  title: "A cluster uses kubenet",
  group: "Live (drift)",
  why: "Kubenet is retired, and on it a pod can pretend to be another one of its node.",
  remedy: "Move to Azure CNI Overlay: `az aks update --network-plugin azure --network-plugin-mode overlay`.",
  severity: "warning",
  sources: ["AKS documentation, kubenet retirement"],
  checkLive: (live) => posture(live, (cluster4) => {
    if (setting(cluster4, "networkProfile", "networkPlugin") !== "kubenet") return void 0;
    return `Cluster ${cluster4.name} uses kubenet.`;
  })
});
var files4 = { "idwire.yaml": exampleConfiguration({ cluster: " #~ cluster-kubenet" }), ...exampleWire() };
var rule25 = defineRule({
  id: "cluster-local-accounts",
  title: "Local accounts of a cluster are on",
  group: "Live (drift)",
  why: "Whoever may read the admin kubeconfig passes by Entra, its groups and its logs, with a certificate that cannot be taken back.",
  remedy: "Run `az aks update --disable-local-accounts`, then rotate the certificates.",
  severity: "warning",
  sources: ["AKS documentation, manage local accounts"],
  checkLive: (live) => posture(live, (cluster4) => {
    if (setting(cluster4, "disableLocalAccounts") === true) return void 0;
    return `Local accounts of cluster ${cluster4.name} are on.`;
  })
});
var files5 = { "idwire.yaml": exampleConfiguration({ cluster: " #~ cluster-local-accounts" }), ...exampleWire() };
var rule26 = defineRule({
  id: "cluster-network-policy-none",
  title: "A cluster enforces no network policy",
  group: "Live (drift)",
  why: "Policies that keep pods away from the metadata service or from each other are accepted and do nothing.",
  remedy: "Choose an engine: `az aks update --network-policy cilium`.",
  severity: "warning",
  sources: ["AKS documentation, secure traffic between pods"],
  checkLive: (live) => posture(live, (cluster4) => {
    const policy4 = setting(cluster4, "networkProfile", "networkPolicy");
    if (policy4 !== void 0 && policy4 !== "none") return void 0;
    return `Cluster ${cluster4.name} has the network policy ${valueText(policy4)}.`;
  })
});
var files6 = { "idwire.yaml": exampleConfiguration({ cluster: " #~ cluster-network-policy-none" }), ...exampleWire() };
var rule27 = defineRule({
  id: "cluster-node-os-channel",
  title: "The nodes of a cluster are not patched by AKS",
  group: "Live (drift)",
  why: "Without a channel nobody restarts nodes for fixes of the kernel, and a pod that breaks out finds the tokens of every pod beside it.",
  remedy: "Run `az aks update --node-os-upgrade-channel NodeImage`.",
  severity: "warning",
  sources: ["AKS documentation, automatically upgrade node images"],
  checkLive: (live) => posture(live, (cluster4) => {
    const channel = setting(cluster4, "autoUpgradeProfile", "nodeOSUpgradeChannel");
    if (channel === "SecurityPatch" || channel === "NodeImage") return void 0;
    return `The nodes of cluster ${cluster4.name} have the upgrade channel ${valueText(channel)}.`;
  })
});
var files7 = { "idwire.yaml": exampleConfiguration({ cluster: " #~ cluster-node-os-channel" }), ...exampleWire() };
var rule28 = defineRule({
  id: "cluster-oidc-issuer-off",
  title: "The OIDC issuer of a cluster is off",
  group: "Live (drift)",
  why: "Without its issuer, the cluster signs tokens that Entra cannot check, and no account can be trusted.",
  remedy: "Run `az aks update --enable-oidc-issuer`; it restarts the API server and cannot be undone.",
  severity: "error",
  sources: ["AKS documentation, use the OIDC issuer"],
  checkLive: (live) => posture(live, (cluster4) => {
    if (wiredAccounts(cluster4).length === 0 || setting(cluster4, "oidcIssuerProfile", "enabled") === true)
      return void 0;
    return `The OIDC issuer of cluster ${cluster4.name} is off, and the repository wires accounts of it to identities.`;
  })
});
var files8 = { "idwire.yaml": exampleConfiguration({ cluster: " #~ cluster-oidc-issuer-off" }), ...exampleWire() };
var rule29 = defineRule({
  id: "cluster-pod-identity-on",
  title: "The retired pod identity add-on is on",
  group: "Live (drift)",
  why: "The add-on is out of support and is removed with a coming version of AKS; pods that rely on it lose their identity then.",
  remedy: "Move the workloads to workload identity, then run `az aks update --disable-pod-identity`.",
  severity: "warning",
  sources: ["AKS documentation, use pod-managed identities (retired)"],
  checkLive: (live) => posture(live, (cluster4) => {
    if (setting(cluster4, "podIdentityProfile", "enabled") !== true) return void 0;
    const objects3 = cluster4.contents?.podIdentities?.length ?? 0;
    const used3 = objects3 > 0 ? ` It holds ${objects3} objects of it.` : "";
    const plain32 = setting(cluster4, "podIdentityProfile", "allowNetworkPluginKubenet") === true;
    const kubenet = plain32 ? " It is allowed on kubenet, where pods can take over the identities of others." : "";
    return `The retired pod identity add-on is on in cluster ${cluster4.name}.${used3}${kubenet}`;
  })
});
var files9 = { "idwire.yaml": exampleConfiguration({ cluster: " #~ cluster-pod-identity-on" }), ...exampleWire() };
var rule30 = defineRule({
  id: "cluster-upgrade-channel",
  title: "A cluster is not upgraded by itself",
  group: "Live (drift)",
  why: "A version of Kubernetes is supported for about a year; a cluster that nobody upgrades ends up without security fixes.",
  remedy: "Run `az aks update --auto-upgrade-channel stable`.",
  severity: "warning",
  sources: ["AKS documentation, automatically upgrade a cluster"],
  checkLive: (live) => posture(live, (cluster4) => {
    const channel = setting(cluster4, "autoUpgradeProfile", "upgradeChannel");
    if (channel !== void 0 && channel !== "none") return void 0;
    return `Cluster ${cluster4.name} has the upgrade channel ${valueText(channel)}.`;
  })
});
var files10 = { "idwire.yaml": exampleConfiguration({ cluster: " #~ cluster-upgrade-channel" }), ...exampleWire() };
var rule31 = defineRule({
  id: "cluster-version-unsupported",
  title: "The Kubernetes version of a cluster is out of support",
  group: "Live (drift)",
  why: "It gets no security fixes, and AKS may upgrade it at a time that nobody chose.",
  remedy: "Run `az aks upgrade`.",
  severity: "warning",
  sources: ["AKS documentation, supported Kubernetes versions"],
  checkLive: (live) => posture(live, (cluster4) => {
    const version = setting(cluster4, "currentKubernetesVersion") ?? setting(cluster4, "kubernetesVersion");
    if (typeof version !== "string" || !cluster4.supportedVersions?.length) return void 0;
    const [minor = version] = /^\d+\.\d+/.exec(version) ?? [];
    if (cluster4.supportedVersions.some((one2) => one2 === minor || one2.startsWith(`${minor}.`))) return void 0;
    return `Cluster ${cluster4.name} runs Kubernetes ${version}; AKS supports ${cluster4.supportedVersions.join(", ")} there.`;
  })
});
var files11 = { "idwire.yaml": exampleConfiguration({ cluster: " #~ cluster-version-unsupported" }), ...exampleWire() };
var webhookName = "mutation.azure-workload-identity.io";
var rule32 = defineRule({
  id: "cluster-workload-identity-off",
  title: "Workload identity is off in a cluster that needs it",
  group: "Live (drift)",
  why: "Labelled pods start as if nothing were the matter, and have neither a token nor a client id.",
  remedy: "Run `az aks update --enable-workload-identity`.",
  severity: "error",
  sources: ["AKS documentation, deploy workload identity"],
  checkLive: (live) => posture(live, (cluster4) => {
    const labelled22 = cluster4.worlds.some(
      ({ workloads }) => workloads.some(({ templates }) => templates.some(isLabelled))
    );
    if (!labelled22 || setting(cluster4, "securityProfile", "workloadIdentity", "enabled") === true) return void 0;
    if (cluster4.contents?.webhooks?.some(({ name }) => name === webhookName)) return void 0;
    return `Workload identity is off in cluster ${cluster4.name}, and the repository has labelled pods for it.`;
  })
});
var files12 = {
  "idwire.yaml": exampleConfiguration({ cluster: " #~ cluster-workload-identity-off" }),
  ...exampleWire()
};
var { defender } = healthyProperties.securityProfile;
var properties = { ...healthyProperties, securityProfile: { defender } };
var verdicts = /* @__PURE__ */ new WeakMap();
function verdictsOf(live) {
  let known3 = verdicts.get(live);
  if (!known3) {
    const wanted = new Set(live.wires.map((wire) => keyOf(wire.clientId, wire)));
    known3 = new Map(live.wires.map((wire) => [wire, judge3(live, wire, wanted)]));
    verdicts.set(live, known3);
  }
  return known3;
}
function keyOf(clientId2, { issuer, subject }) {
  return [clientId2.toLowerCase(), issuer, subject].join("\n");
}
function judge3(live, wire, wanted) {
  const all = wire.target?.credentials;
  if (!all || wire.issuer === "") return { kind: "unknown" };
  const exact = all.find(({ issuer, subject }) => issuer === wire.issuer && subject === wire.subject);
  if (exact) {
    const fits3 = exact.audiences.length === 1 && exact.audiences[0] === wire.audience;
    return fits3 ? { kind: "fits" } : { kind: "audience", credential: exact };
  }
  const free = all.filter(
    (one2) => one2.subject && one2.name !== bindingCredentialName && !wanted.has(keyOf(wire.clientId, one2))
  );
  for (const credential32 of free) {
    const differences2 = nearMiss3(wire, credential32);
    if (differences2) return { kind: "near", credential: credential32, differences: differences2 };
  }
  const current = new Set(live.clusters.flatMap(({ issuer }) => issuer ?? []));
  const old2 = free.find(({ issuer, subject }) => subject === wire.subject && !current.has(issuer));
  if (old2 && wire.cluster && isReplaced(live, wire, old2)) return { kind: "old-issuer", credential: old2 };
  return { kind: "missing" };
}
function isReplaced(live, wire, old2) {
  if (old2.owned) return true;
  const issuers = new Set(
    live.identities.flatMap(({ credentials = [] }) => credentials).filter(({ subject, issuer }) => subject === wire.subject && issuer !== wire.issuer).map(({ issuer }) => issuer)
  );
  return issuers.size === 1;
}
function nearMiss3(wire, credential32) {
  const { subject = "" } = credential32;
  const differences2 = [
    ...credential32.issuer === wire.issuer ? [] : [issuerDifference(credential32.issuer, wire.issuer)],
    ...subject === wire.subject ? [] : [subjectDifference(subject, wire.subject)]
  ];
  return differences2.every((difference2) => difference2 !== void 0) ? differences2 : void 0;
}
function issuerDifference(recorded, wanted) {
  const plain32 = (issuer) => issuer.replace(/\/+$/, "");
  if (plain32(recorded) === plain32(wanted))
    return wanted.endsWith("/") ? "its issuer lacks the slash at the end that the tokens have" : "its issuer has a slash at the end that the tokens have not";
  if (plain32(recorded).toLowerCase() !== plain32(wanted).toLowerCase()) return void 0;
  return "its issuer differs in letter case";
}
function subjectDifference(recorded, wanted) {
  if (recorded.trim() === wanted) return "its subject has white space around it";
  if (recorded.toLowerCase() === wanted.toLowerCase()) return "its subject differs in letter case";
  const parts = recorded.split(":");
  if (parts.toSorted().join(":") === wanted.split(":").sort().join(":"))
    return "its subject has namespace and account the wrong way round";
  return void 0;
}
function describeWire({ subject, cluster: cluster4 }) {
  return cluster4 ? `${subject} of cluster ${cluster4.name}` : subject;
}
function nameOfIdentity({ id: id5 }) {
  return id5.slice(id5.lastIndexOf("/") + 1);
}
var rule33 = defineRule({
  id: "drift-client-id-is-object-id",
  title: "The client id of an account is the object id of an identity",
  group: "Live (drift)",
  why: "Every identity has two GUIDs that look alike. Entra looks the client id up, does not find the object id, and refuses (AADSTS700016).",
  remedy: "Write the client id instead of the object id.",
  severity: "error",
  sources: ["MicrosoftDocs/azure-docs issue 108526"],
  *checkLive(live) {
    const objects3 = new Map(live.objects.map((one2) => [one2.objectId.toLowerCase(), one2]));
    for (const wire of live.wires) {
      const found = wire.target ? void 0 : objects3.get(wire.clientId.toLowerCase());
      if (!found) continue;
      yield {
        at: wire.at,
        topic: found.objectId.toLowerCase(),
        message: `${describeWire(wire)}: ${wire.clientId} is the object id of ${found.name}, not its client id.`,
        remedy: `Write ${found.clientId}.`
      };
    }
  }
});
var rule34 = defineRule({
  id: "drift-cluster-issuer-changed",
  title: "The issuer of a cluster is not the one that credentials or configuration name",
  group: "Live (drift)",
  why: "A rebuilt cluster always has a new issuer. Every credential that trusts the old one is worthless, and every pod is refused (AADSTS700211).",
  remedy: "Run `idwire apply`: it adds credentials for the new issuer, and `prune` removes our own of the old one.",
  severity: "error",
  sources: [
    "AKS documentation, use the OIDC issuer",
    "Azure/AKS issue 3982",
    "Azure/azure-workload-identity issue 1200"
  ],
  *checkLive(live) {
    for (const { name, at, written: written2, issuer, contents } of live.clusters) {
      if (written2 && issuer !== void 0 && written2.issuer !== issuer)
        yield {
          at: written2.at,
          topic: name,
          message: `Cluster ${name} has the issuer ${issuer}; idwire.yaml gives ${written2.issuer}.`,
          remedy: `Write ${issuer}, or leave the issuer out where the resource of the cluster is given.`
        };
      else if (contents?.issuer !== void 0 && issuer !== void 0 && contents.issuer !== issuer)
        yield {
          at,
          topic: name,
          message: `The API server of cluster ${name} issues tokens as ${contents.issuer}; Azure gives ${issuer}.`,
          remedy: "Check that the kubeconfig leads to this cluster and not to the one before it."
        };
    }
    for (const [wire, verdict] of verdictsOf(live)) {
      if (verdict.kind !== "old-issuer" || !wire.target) continue;
      yield {
        at: wire.at,
        topic: wire.issuer,
        message: `${describeWire(wire)}: credential ${verdict.credential.name} of identity ${nameOfIdentity(wire.target.identity)} trusts the issuer ${verdict.credential.issuer}; the cluster has ${wire.issuer}, and no credential trusts that.`
      };
    }
  }
});
var before = exampleIssuer.replace("3e0b7d1c", "91c4f2aa");
var rule35 = defineRule({
  id: "drift-credential-changed",
  title: "A federated credential differs from what the repository needs",
  group: "Live (drift)",
  why: "Entra compares issuer, subject and audience byte for byte. A slash, a capital letter or another audience is a refusal (AADSTS700211, AADSTS700212, AADSTS7002138).",
  remedy: "Run `idwire apply`; it adds the right credential, and corrects the audience of its own.",
  severity: "error",
  sources: [
    "Microsoft Entra documentation, workload identity federation considerations",
    "Azure/azure-workload-identity issue 1700"
  ],
  *checkLive(live) {
    for (const [wire, verdict] of verdictsOf(live)) {
      if (!wire.cluster || !wire.target || verdict.kind !== "audience" && verdict.kind !== "near") continue;
      const { credential: credential32 } = verdict;
      const where = `credential ${credential32.name} of identity ${nameOfIdentity(wire.target.identity)}`;
      const difference2 = verdict.kind === "audience" ? `has the audience ${credential32.audiences.join(", ")}; the tokens have ${wire.audience}` : `does not fit: ${verdict.differences.join(", and ")}. It records issuer ${credential32.issuer} and subject ${credential32.subject}; needed is issuer ${wire.issuer}`;
      yield { at: wire.at, topic: credential32.name, message: `${describeWire(wire)}: ${where} ${difference2}.` };
    }
  }
});
var files13 = { "idwire.yaml": exampleConfiguration(), ...exampleWire(" #~ drift-credential-changed") };
var rule36 = defineRule({
  id: "drift-credential-missing",
  title: "A federated credential that the repository needs is missing in Azure",
  group: "Live (drift)",
  why: "Without a credential for exactly this issuer and subject, Entra refuses the token of the pod (AADSTS700213 or AADSTS70025), and the workload has no access to anything.",
  remedy: "Run `idwire apply`, or create the credential where the identity is declared.",
  severity: "error",
  sources: ["Microsoft Entra documentation, workload identity federation considerations"],
  *checkLive(live) {
    for (const [wire, verdict] of verdictsOf(live)) {
      if (verdict.kind !== "missing" || !wire.cluster || !wire.target) continue;
      const identity2 = nameOfIdentity(wire.target.identity);
      const { file, line } = locate(wire.at);
      const related = wire.leftTo === void 0 ? "" : ` ${wire.leftTo} declares it, and has not been deployed.`;
      const what = `${describeWire(wire)}: identity ${identity2} has no federated credential for the issuer ${wire.issuer}.`;
      yield wire.planned ? {
        at: wire.at,
        topic: wire.issuer,
        severity: "note",
        message: `${what} It is planned: ${file}:${line} is new in this change.`,
        remedy: "Nothing to do: the credential is created when the change is merged and applied."
      } : {
        at: wire.at,
        topic: wire.issuer,
        message: what + related,
        ...wire.leftTo !== void 0 && { remedy: `Deploy what ${wire.leftTo} declares.` }
      };
    }
  }
});
var gone = estate({ identity: { credentials: [] } });
var gitHub = "https://token.actions.githubusercontent.com";
var rule37 = defineRule({
  id: "drift-credential-stray",
  title: "A federated credential is there that nothing in the repository asks for",
  group: "Live (drift)",
  why: "Whoever can run a pod as that account, or a pipeline with that subject, can act as the identity, and nobody looks after it any more.",
  remedy: "Find out who needs it. Remove it when nobody does, or wire its account in the repository.",
  severity: "warning",
  sources: ["Microsoft Entra documentation, workload identity federation considerations"],
  *checkLive(live) {
    if (!live.complete) return;
    const wanted = new Set(live.wires.map((wire) => keyOf(wire.clientId, wire)));
    const told = new Set(
      [...verdictsOf(live).values()].flatMap((one2) => "credential" in one2 ? [one2.credential] : [])
    );
    for (const holder of live.identities) {
      for (const credential32 of holder.credentials ?? []) {
        if (wanted.has(keyOf(holder.identity.clientId, credential32)) || told.has(credential32)) continue;
        if (!isOurs(live, credential32) || isDeclared(live, credential32)) continue;
        yield {
          at: holder.at,
          topic: `${holder.identity.id.toLowerCase()} ${credential32.name}`,
          message: messageFor(holder, credential32),
          ...credential32.owned && { remedy: removal(holder, credential32) }
        };
      }
    }
  }
});
function isOurs({ clusters, configuration }, { name, issuer, subject, owned }) {
  if (subject === void 0 || name === bindingCredentialName) return false;
  if (owned || clusters.some((cluster4) => cluster4.issuer === issuer)) return true;
  const repositories = configuration.pipelines.flatMap(
    (pipeline) => pipeline.kind === "github" ? pipeline.repository?.value ?? [] : []
  );
  return issuer === gitHub && repositories.some((repository) => subject.startsWith(`repo:${repository}:`));
}
function isDeclared({ repository }, { issuer, subject = "" }) {
  return repository.credentials.some(
    (declared) => declared.subject !== void 0 && compareTexts(declared.subject.text, literalText(subject)) !== "different" && (declared.issuer === void 0 || compareTexts(declared.issuer.text, literalText(issuer)) !== "different")
  );
}
function messageFor({ identity: identity2 }, { name, issuer, subject, owned }) {
  const who = owned ? "Idwire wrote it for this repository" : "It is not one of ours";
  return `Credential ${name} of identity ${nameOfIdentity(identity2)} trusts ${subject} of ${issuer}, and nothing in this repository asks for it. ${who}.`;
}
function removal({ identity: identity2 }, { name }) {
  const parts = resourceParts(identity2.id);
  const command22 = parts ? `az identity federated-credential delete --subscription ${parts.subscription} --resource-group ${parts.group} --identity-name ${parts.name} --name ${name}` : `az ad app federated-credential delete --id ${identity2.clientId} --federated-credential-id ${name}`;
  return `When nothing uses it any more: \`${command22}\`, or \`idwire apply --prune owned\`.`;
}
var files14 = { "idwire.yaml": exampleConfiguration({ identity: " #~ drift-credential-stray" }), ...exampleWire() };
var old = { ...fittingCredential, name: "shop-invoices", subject: "system:serviceaccount:shop:invoices" };
var rule38 = defineRule({
  id: "drift-identity-not-found",
  title: "No identity has the client id of an account",
  group: "Live (drift)",
  why: "Entra does not know whom the pod wants to be (AADSTS700016). A managed identity that is deleted and made again has another client id.",
  remedy: "Write the client id that `az identity show --query clientId` prints, or list the subscription of the identity under `subscriptions`.",
  severity: "error",
  sources: ["Microsoft Entra documentation, error AADSTS700016"],
  *checkLive(live) {
    const objects3 = new Set(live.objects.map(({ objectId }) => objectId.toLowerCase()));
    for (const wire of live.wires) {
      if (!wire.nobody || objects3.has(wire.clientId.toLowerCase())) continue;
      yield {
        at: wire.at,
        topic: wire.clientId.toLowerCase(),
        message: `${describeWire(wire)}: no managed identity of the listed subscriptions and no application of the tenant has the client id ${wire.clientId}.`
      };
    }
  }
});
var rule39 = defineRule({
  id: "drift-pipeline-credential",
  title: "A pipeline has no federated credential for its issuer and subject",
  group: "Live (drift)",
  why: "The job is refused when it signs in (AADSTS700213), usually after the change that renamed a branch, an environment or the repository was merged.",
  remedy: "Run `idwire apply` as somebody who may write to the identity.",
  severity: "error",
  sources: ["GitHub documentation, OpenID Connect reference", "azure-devops-docs troubleshoot-workload-identity"],
  *checkLive(live) {
    for (const [wire, verdict] of verdictsOf(live)) {
      if (wire.cluster || !wire.target || wire.planned || verdict.kind === "fits" || verdict.kind === "unknown")
        continue;
      const identity2 = nameOfIdentity(wire.target.identity);
      const near = verdict.kind === "missing" ? "" : ` Credential ${verdict.credential.name} comes close: it records issuer ${verdict.credential.issuer}, subject ${verdict.credential.subject} and audience ${verdict.credential.audiences.join(", ")}.`;
      yield {
        at: wire.at,
        topic: wire.subject,
        ...!wire.proven && { confidence: "medium" },
        message: `Identity ${identity2} has no federated credential for ${wire.subject} of ${wire.issuer}.${near}`
      };
    }
  }
});
var tokenFile = "AZURE_FEDERATED_TOKEN_FILE";
var rule40 = defineRule({
  id: "drift-pod-not-injected",
  title: "A labelled pod runs without the injected environment",
  group: "Live (drift)",
  why: "The webhook changes pods only when they are created. A pod that is older than the webhook, its label or the annotation of its account keeps what it had, and has no token or the wrong one.",
  remedy: "Restart it: `kubectl rollout restart`.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity issue 790", "Azure/AKS issue 3286"],
  *checkLive(live) {
    for (const cluster4 of live.clusters) {
      for (const [owner, faulty2] of faultyPods(cluster4)) {
        const { pod, fault, count } = faulty2;
        const more = count > 1 ? `, and ${count - 1} more of its workload` : "";
        yield {
          at: placeOf(cluster4, pod),
          topic: `${cluster4.name} ${owner}`,
          message: `Pod ${pod.namespace}/${pod.name} of cluster ${cluster4.name}${more} ${fault}.`,
          ...pod.owner !== void 0 && {
            remedy: `Restart it: \`kubectl --namespace ${pod.namespace} rollout restart\` of ${pod.owner}.`
          }
        };
      }
    }
  }
});
function faultyPods({ contents }) {
  const accounts = new Map(contents?.accounts?.map((one2) => [`${one2.namespace}/${one2.name}`, one2]));
  const groups2 = /* @__PURE__ */ new Map();
  for (const pod of contents?.pods ?? []) {
    if (pod.phase !== "Running" && pod.phase !== "Pending") continue;
    const fault = faultOf4(pod, accounts.get(`${pod.namespace}/${pod.account}`)?.clientId);
    if (fault === void 0) continue;
    const key = `${pod.namespace}/${pod.owner ?? pod.name}`;
    const known3 = groups2.get(key);
    groups2.set(key, known3 ? { ...known3, count: known3.count + 1 } : { pod, fault, count: 1 });
  }
  return groups2;
}
function faultOf4(pod, clientId2) {
  const injectable = pod.containers.filter(({ skipped: skipped3 }) => !skipped3);
  if (injectable.length === 0) return void 0;
  if (injectable.every(({ environment }) => environment[tokenFile] === void 0))
    return "asks for the webhook by its label and has nothing of what it injects: it is older than the webhook or the label";
  const old2 = injectable.map(({ environment }) => environment.AZURE_CLIENT_ID).find((id5) => id5);
  if (!clientId2 || !old2 || pod.binding || old2.toLowerCase() === clientId2.toLowerCase()) return void 0;
  return `still has the client id ${old2}; its account has ${clientId2} by now`;
}
function placeOf(cluster4, pod) {
  for (const world of cluster4.worlds) {
    const workload = world.workloads.find(
      (one2) => literalOf(one2.name) === pod.owner && (!one2.namespaceGiven || literalOf(one2.namespace) === pod.namespace)
    );
    if (workload) return workload.metadata.nameField ?? workload.root;
  }
  return cluster4.at;
}
var bare = { ...injectedPod, containers: [{ name: "orders", skipped: false, environment: {} }] };
var pods2 = examplePods().replace(/^ {2}name: orders$/m, "  name: orders #~ drift-pod-not-injected");
var files15 = { "idwire.yaml": exampleConfiguration(), "k8s/orders.yaml": exampleAccount() + pods2 };
var before2 = { AZURE_CLIENT_ID: "c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77", [tokenFile]: "/var/run/secrets/token" };
var rule41 = defineRule({
  id: "drift-service-account",
  title: "A ServiceAccount in the cluster differs from the repository",
  group: "Live (drift)",
  why: "Pods run with what is in the cluster. An account that was never deployed, or was edited by hand, makes them another identity or none.",
  remedy: "Deploy the account again, or bring the change into the repository.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook, v1.6.0"],
  *checkLive(live) {
    for (const cluster4 of live.clusters) {
      if (!cluster4.contents?.accounts) continue;
      yield* wired(live, cluster4);
      if (live.complete) yield* onlyThere(live, cluster4);
    }
  }
});
function* wired(live, cluster4) {
  const there = new Map(cluster4.contents?.accounts?.map((one2) => [`${one2.namespace}/${one2.name}`, one2]));
  for (const wire of live.wires.filter((one2) => one2.cluster === cluster4 && one2.account)) {
    const name = accountIn(wire.subject);
    const found = there.get(name);
    if (!found) {
      if (!wire.planned)
        yield {
          at: wire.at,
          topic: cluster4.name,
          message: `ServiceAccount ${name} is not in cluster ${cluster4.name}.`,
          remedy: "Deploy it; until then, pods that name it are not started."
        };
      continue;
    }
    const tenant = wire.account?.tenantId?.string;
    const differences2 = [
      ...difference("client id", found.clientId, wire.clientId),
      ...tenant === void 0 ? [] : difference("tenant", found.tenantId, tenant)
    ];
    if (differences2.length > 0 && !wire.planned)
      yield {
        at: wire.at,
        topic: cluster4.name,
        message: `ServiceAccount ${name} of cluster ${cluster4.name} differs: ${differences2.join("; ")}.`
      };
  }
}
function difference(what, there, here) {
  if (there?.toLowerCase() === here.toLowerCase()) return [];
  return [`its ${what} is ${there || "not set"} there and ${here} here`];
}
function* onlyThere(live, cluster4) {
  const ours = new Map(live.identities.map(({ identity: identity2 }) => [identity2.clientId.toLowerCase(), identity2]));
  const known3 = new Set(cluster4.worlds.flatMap((world) => world.serviceAccounts.map(({ name }) => literalOf(name))));
  for (const { namespace, name, clientId: clientId2 } of cluster4.contents?.accounts ?? []) {
    const identity2 = ours.get(clientId2?.toLowerCase() ?? "");
    if (!identity2 || isClusterNamespace(namespace) || known3.has(name)) continue;
    yield {
      at: cluster4.at,
      topic: `${namespace}/${name}`,
      message: `ServiceAccount ${namespace}/${name} of cluster ${cluster4.name} names identity ${nameOfIdentity(identity2)}, and is not in the repository.`,
      remedy: "Bring it into the repository, or delete it from the cluster."
    };
  }
}
function accountIn(subject) {
  return subject.replace(/^system:serviceaccount:/, "").replace(":", "/");
}
var files16 = { "idwire.yaml": exampleConfiguration(), ...exampleWire(" #~ drift-service-account") };
var rule42 = defineRule({
  id: "drift-service-connection",
  title: "A service connection records another issuer or subject than idwire.yaml",
  group: "Live (drift)",
  why: "Tasks sign in with what the connection records. A connection that was made anew, or moved to the issuer of Entra, has another pair.",
  remedy: "Write what the connection records, or leave issuer and subject out, so that they are read from it.",
  severity: "error",
  sources: ["azure-devops-docs, workload identity federation for service connections"],
  *checkLive(live) {
    for (const { name, at, recorded, wanted } of live.connections) {
      const differences2 = ["issuer", "subject"].filter(
        (part) => wanted[part] !== void 0 && wanted[part] !== recorded[part]
      );
      if (differences2.length === 0) continue;
      const parts = differences2.map((part) => `${part} ${recorded[part]} (idwire.yaml: ${wanted[part]})`);
      yield { at, topic: name, message: `Service connection ${name} records ${parts.join(" and ")}.` };
    }
  }
});
var rule43 = defineRule({
  id: "drift-tenant-mismatch",
  title: "An identity lives in another tenant than its account names",
  group: "Live (drift)",
  why: "The pod asks the wrong tenant for its token, and that tenant does not know the identity (AADSTS700016, AADSTS90002).",
  remedy: "Write the tenant of the identity into `azure.workload.identity/tenant-id`.",
  severity: "error",
  sources: ["AKS documentation, workload identity across tenants", "kubernetes-sigs/external-dns issue 4418"],
  *checkLive(live) {
    const { tenant } = live.configuration;
    for (const wire of live.wires) {
      const home = wire.target?.identity.tenantId;
      const annotated2 = wire.account?.tenantId;
      const named2 = annotated2 ? annotated2.string : tenant?.value;
      if (!home || !named2 || !isGuid(named2) || named2.toLowerCase() === home.toLowerCase()) continue;
      yield {
        at: annotated2 ?? wire.at,
        topic: wire.subject,
        message: `${describeWire(wire)}: identity ${wire.target ? nameOfIdentity(wire.target.identity) : ""} lives in tenant ${home}; ${annotated2 ? "the account" : "idwire.yaml"} names ${named2}.`,
        remedy: annotated2 ? `Write ${home}.` : `Annotate the account with azure.workload.identity/tenant-id: ${home}.`
      };
    }
  }
});
function isGuid(text) {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
function selects(selector, labels) {
  const byLabels = Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  return byLabels && (selector.matchExpressions ?? []).every((expression22) => satisfies(expression22, labels));
}
function satisfies({ key, operator, values = [] }, labels) {
  const value = labels[key];
  if (operator === "Exists") return value !== void 0;
  if (operator === "DoesNotExist") return value === void 0;
  const listed2 = value !== void 0 && values.includes(value);
  return operator === "NotIn" ? !listed2 : listed2;
}
var webhookName2 = "mutation.azure-workload-identity.io";
var rule44 = defineRule({
  id: "drift-webhook",
  title: "The webhook of workload identity is absent, or selects nothing",
  group: "Live (drift)",
  why: "Without the webhook, labelled pods start as if nothing were the matter, and have neither a token nor a client id.",
  remedy: "Run `az aks update --enable-workload-identity`, or install the azure-workload-identity chart.",
  severity: "error",
  sources: [
    "Azure/azure-workload-identity deploy/azure-wi-webhook.yaml, v1.6.0",
    "AKS documentation, deploy workload identity"
  ],
  *checkLive(live) {
    for (const cluster4 of live.clusters) {
      const fault = faultOf5(cluster4);
      if (fault) yield { at: cluster4.at, topic: cluster4.name, message: `Cluster ${cluster4.name}: ${fault}` };
    }
  }
});
function faultOf5(cluster4) {
  const { webhooks, namespaces } = cluster4.contents ?? {};
  const wanted = labelledNamespaces(cluster4);
  if (!webhooks || wanted.length === 0) return void 0;
  const named2 = webhooks.filter(({ name }) => name === webhookName2);
  const off = cluster4.managed && setting(cluster4, "securityProfile", "workloadIdentity", "enabled") !== true;
  if (named2.length === 0 && off) return void 0;
  if (named2.length === 0) return `it has no webhook ${webhookName2}, and the repository has labelled pods for it.`;
  const called = named2.filter((one2) => one2.seesNewPods && selects(one2.objectSelector, { [identityKeys.use]: "true" }));
  if (called.length === 0) return `its webhook ${webhookName2} is never called for labelled pods.`;
  const missed = wanted.filter((name) => {
    const labels = namespaces?.find((one2) => one2.name === name)?.labels;
    return labels !== void 0 && !called.some((one2) => selects(one2.namespaceSelector, labels));
  });
  if (missed.length === 0) return void 0;
  return `the namespace selector of its webhook leaves out ${missed.join(", ")}, where the repository has labelled pods.`;
}
function labelledNamespaces({ worlds }) {
  const names3 = worlds.flatMap(({ workloads }) => workloads).filter(({ templates }) => templates.some(isLabelled)).map((workload) => workload.namespaceGiven ? literalOf(workload.namespace) ?? "" : "");
  return [...new Set(names3)].sort();
}
var files17 = { "idwire.yaml": exampleConfiguration({ cluster: " #~ drift-webhook" }), ...exampleWire() };
var rule45 = defineRule({
  id: "proof-failed",
  title: "Entra refused a real token",
  group: "Live (drift)",
  why: "What the proof was refused, the pod or the pipeline is refused as well.",
  remedy: "Mend the part that differs. After a change of credentials wait a few minutes before the next proof.",
  severity: "error",
  sources: ["Microsoft Entra documentation, authentication and authorization error codes"],
  *checkLive(live) {
    for (const proof of live.proofs) {
      if (proof.outcome.accepted) continue;
      const known3 = aadstsIn(proof.outcome.evidence)?.known;
      yield {
        at: proof.at,
        topic: `${proof.claims.issuer} ${proof.claims.subject}`,
        message: messageFor2(proof, proof.outcome.evidence),
        ...known3 && { remedy: known3.remedy }
      };
    }
  }
});
function messageFor2({ who, claims, recorded }, evidence) {
  const code2 = aadstsIn(evidence);
  const meaning = code2 ? `AADSTS${code2.code}${code2.known ? `: ${code2.known.meaning}` : ""}` : evidence;
  const nearest2 = recorded?.toSorted((a, b2) => likeness(b2, claims) - likeness(a, claims))[0];
  const seen = `The token says issuer ${claims.issuer}, subject ${claims.subject}, audience ${claims.audience}.`;
  const differing = nearest2 && differences(nearest2, claims);
  const against = !recorded ? "" : !nearest2 ? " The identity has no federated credential." : differing?.length ? ` The nearest credential, ${nearest2.name}, records ${differing.join(" and ")}.` : ` Credential ${nearest2.name} records exactly that.`;
  return `Entra refused the token of ${who} (${meaning.replace(/\.$/, "")}). ${seen}${against}`;
}
function differences({ issuer, subject, audiences }, claims) {
  return [
    ...issuer === claims.issuer ? [] : [`issuer ${issuer}`],
    ...subject === claims.subject ? [] : [`subject ${subject ?? "by an expression"}`],
    ...audiences.includes(claims.audience) ? [] : [`audience ${audiences.join(", ")}`]
  ];
}
function likeness(credential32, claims) {
  const near = credential32.subject?.toLowerCase() === claims.subject.toLowerCase() ? 0.5 : 0;
  return 3 - differences(credential32, claims).length + near;
}
var files18 = { "idwire.yaml": exampleConfiguration(), ...exampleWire(" #~ proof-failed") };
var rule46 = defineRule({
  id: "role-missing",
  title: "An identity that is wired has no role assignment",
  group: "Live (drift)",
  why: "The pod gets its token, and every service refuses it (403). Such an identity is often one that was made anew: assignments belong to the old one.",
  remedy: "Assign the role that the workload needs; it can take ten minutes to count. If its access comes from a group, an access policy or a database, suppress this with that reason.",
  severity: "warning",
  confidence: "medium",
  sources: ["Microsoft Learn, troubleshoot Azure RBAC", "AKS documentation, deploy workload identity"],
  *checkLive(live) {
    const wired4 = new Set(live.wires.map(({ target }) => target));
    for (const one2 of live.identities) {
      if (!wired4.has(one2) || one2.roles?.count !== 0) continue;
      yield {
        at: one2.at,
        topic: one2.identity.id.toLowerCase(),
        message: `Identity ${nameOfIdentity(one2.identity)} is wired, and has no role assignment of its own in the subscriptions that were read.`
      };
    }
  }
});
var files19 = { "idwire.yaml": exampleConfiguration({ identity: " #~ role-missing" }), ...exampleWire() };
function scopeLevel(scope) {
  const parts = scope.toLowerCase().split("/").filter(Boolean);
  if (parts.length === 0) return "everything";
  if (parts.includes("managementgroups")) return "management-group";
  if (parts[0] !== "subscriptions") return "resource";
  if (parts.length === 2) return "subscription";
  return parts.length === 4 && parts[2] === "resourcegroups" ? "resource-group" : "resource";
}
var knownRoles = {
  "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": { name: "Owner", class: "grants-access" },
  "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": { name: "User Access Administrator", class: "grants-access" },
  "f58310d9-a9f6-439a-9e8d-f62e7b41a168": {
    name: "Role Based Access Control Administrator",
    class: "grants-access"
  },
  "b24988ac-6180-42a0-ab88-20f7382dd24c": { name: "Contributor", class: "broad-write" },
  "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59": { name: "Managed Identity Contributor", class: "identity-takeover" },
  "f1a07417-d97a-45cb-824c-7a7467783830": { name: "Managed Identity Operator", class: "identity-takeover" },
  "9980e02c-c2be-4d73-94e8-173b1dc7cf3c": { name: "Virtual Machine Contributor", class: "node-takeover" },
  "0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8": {
    name: "Azure Kubernetes Service Cluster Admin Role",
    class: "cluster"
  },
  "ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8": {
    name: "Azure Kubernetes Service Contributor Role",
    class: "cluster"
  },
  "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b": {
    name: "Azure Kubernetes Service RBAC Cluster Admin",
    class: "cluster"
  },
  "3498e952-d568-435e-9b2c-8d77e338d7f7": { name: "Azure Kubernetes Service RBAC Admin", class: "cluster" },
  "a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb": { name: "Azure Kubernetes Service RBAC Writer", class: "cluster" },
  "00482a5a-887f-4fb3-b363-3b7fe8e74483": { name: "Key Vault Administrator", class: "vault" },
  "b86a8fe4-44ce-4948-aee5-eccb2c155cd7": { name: "Key Vault Secrets Officer", class: "vault" },
  "f25e0fa2-a7c8-4377-a976-54943a77a395": { name: "Key Vault Contributor", class: "vault" }
};
function roleGuid(roleDefinitionId) {
  return roleDefinitionId.slice(roleDefinitionId.lastIndexOf("/") + 1).toLowerCase();
}
var rule47 = defineRule({
  id: "role-too-broad",
  title: "An identity has a role that reaches too far",
  group: "Live (drift)",
  why: "Whoever takes over one pod, or may start one with its account, has everything that the role permits.",
  remedy: "Assign a role with only the rights that the workload uses, on the resource that it uses.",
  severity: "warning",
  sources: ["Microsoft Learn, Azure built-in roles", "Microsoft Learn, best practices for Azure RBAC"],
  *checkLive(live) {
    for (const { identity: identity2, roles, at } of live.identities) {
      for (const far of roles?.far ?? []) {
        const severity = severityOf2(far);
        if (!severity) continue;
        yield {
          at,
          severity,
          topic: `${identity2.id.toLowerCase()} ${far.role.name} ${far.scope.toLowerCase()}`,
          message: `Identity ${nameOfIdentity(identity2)} has the role ${far.role.name} on ${describeScope(far.scope)}: ${meanings[far.role.class]}.`
        };
      }
    }
  }
});
var meanings = {
  "grants-access": "it can give itself, and others, any role there",
  "broad-write": "it can change or delete everything there",
  "identity-takeover": "it can trust new tokens for identities there, or put identities on machines, and so become them",
  "node-takeover": "it can run commands on machines there, nodes of clusters included",
  cluster: "it can start pods there as any account, and so become any identity that is wired there",
  vault: "it can change secrets there, not only read them"
};
function severityOf2({ role: role3, scope }) {
  const level = scopeLevel(scope);
  if (level !== "resource") return role3.class === "vault" && level === "resource-group" ? "note" : "warning";
  if (role3.class === "grants-access") return "warning";
  return role3.class === "broad-write" || role3.class === "cluster" || role3.class === "node-takeover" ? "note" : void 0;
}
var levels2 = {
  everything: "the whole tenant",
  "management-group": "the management group",
  subscription: "the subscription",
  "resource-group": "the resource group",
  resource: "the resource"
};
function describeScope(scope) {
  const level = scopeLevel(scope);
  return level === "everything" ? levels2[level] : `${levels2[level]} ${scope.slice(scope.lastIndexOf("/") + 1)}`;
}
var files20 = { "idwire.yaml": exampleConfiguration({ identity: " #~ role-too-broad" }), ...exampleWire() };
var subscription = `/subscriptions/${exampleSubscription}`;
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
var searchDepth2 = 12;
function entriesNamed(values, key, depth = 0) {
  if (depth > searchDepth2) return [];
  return [...values.entries(), ...values.items()].flatMap((child) => [
    ...child.keyNode && child.key === key ? [child] : [],
    ...entriesNamed(child, key, depth + 1)
  ]);
}
var rule48 = defineRule({
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
var rule49 = defineRule({
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
  for (const account7 of world.serviceAccounts) {
    if (account7.clientId?.text?.toLowerCase() !== clientId2.toLowerCase()) continue;
    if (!account7.namespaceGiven || !world.sees(object.manifest, account7.manifest)) continue;
    if (/keda/i.test(writtenText(account7.name))) return void 0;
    const wanted = subjectOf2(account7);
    const declared = subjects.find(({ subject }) => subject && compareTexts(subject, wanted) === "same");
    if (declared) return { account: account7, declared };
  }
  return void 0;
}
function subjectOf2({ name, namespace }) {
  const lead3 = "system:serviceaccount:";
  const join2 = `${namespace.pieces.at(-1) ?? ""}:${name.pieces[0] ?? ""}`;
  const head = namespace.pieces.length === 1 ? [] : [lead3 + (namespace.pieces[0] ?? ""), ...namespace.pieces.slice(1, -1)];
  const middle = namespace.pieces.length === 1 ? lead3 + join2 : join2;
  return { pieces: [...head, middle, ...name.pieces.slice(1)], symbols: [...namespace.symbols, ...name.symbols] };
}
function mayBeKeda(subject) {
  return !subject || subject.symbols.length > 0 || /keda/i.test(writtenText(subject));
}
function ownersDiffer(a, b2) {
  return a.owner !== void 0 && b2.owner !== void 0 && a.owner.toLowerCase() !== b2.owner.toLowerCase();
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
    (template3) => template3.containers.flatMap((container) => {
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
  const words3 = ["command", "args"].flatMap((key) => container.field.get(key)?.items() ?? []);
  for (const [index, word] of words3.entries()) {
    const [, value] = new RegExp(`^--?${name}(?:=(.*))?$`).exec(word.text ?? "") ?? [void 0, null];
    if (value === null) continue;
    return { at: word, text: value ?? words3[index + 1]?.text ?? "" };
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
  const setting2 = (...path22) => {
    const at = values?.get(...path22);
    return at?.text ? { at, value: truth(at.text) } : void 0;
  };
  const mode = values?.get("operationMode")?.text || "standard";
  return [
    {
      object,
      kind: "chart",
      at: object.root.get("kind") ?? object.root,
      operation: mode === "managed" || mode === "standard" ? mode : void 0,
      forceNamespaced: setting2("forceNamespaced"),
      kubenetAllowed: setting2("nmi", "allowNetworkPluginKubenet"),
      headerRequired: setting2("nmi", "metadataHeaderRequired")
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
    const read22 = readItem(outer, item);
    if (read22 === void 0) unknown += 1;
    else if ("reason" in read22) faults.push(read22);
    else items.push(read22);
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
  let classes2 = classesByWorld.get(world);
  if (!classes2) {
    classes2 = world.objects.filter((object) => isSecretClass(object) && isAzureClass(object)).map(readSecretClass);
    classesByWorld.set(world, classes2);
  }
  return classes2;
}
function readSecretClass(object) {
  const parameters = object.root.get("spec", "parameters")?.entries() ?? [];
  const parameter = (name) => parameters.find((entry) => entry.key === name);
  const nonEmpty2 = (name) => parameter(name)?.text ? parameter(name) : void 0;
  return {
    object,
    parameters,
    access: {
      podIdentity: switchOf(parameter("usePodIdentity")),
      nodeIdentity: switchOf(parameter("useVMManagedIdentity")),
      tokenProxy: switchOf(parameter("useAzureTokenProxy"))
    },
    clientId: nonEmpty2("clientID"),
    nodeClientId: nonEmpty2("userAssignedIdentityID"),
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
      (workload) => workload.templates.flatMap((template3) => mountsOfTemplate(workload, template3))
    );
    index = indexBy(mounts, ({ className }) => className);
    mountsByWorld.set(world, index);
  }
  return index;
}
function mountsOfTemplate(workload, template3) {
  return (template3.spec.get("volumes")?.items() ?? []).flatMap((volume2) => {
    const csi = volume2.get("csi");
    const classField = csi?.get("volumeAttributes", "secretProviderClass");
    if (csi?.get("driver")?.text !== driver || !classField?.text) return [];
    const name = volume2.get("name")?.text;
    const used3 = !template3.complete || template3.containers.some(
      (container) => (container.field.get("volumeMounts")?.items() ?? []).some((mount) => mount.get("name")?.text === name)
    );
    const hasSecretRef = csi.get("nodePublishSecretRef", "name") !== void 0;
    return [{ workload, template: template3, classField, className: readPlaceholders(classField.text), used: used3, hasSecretRef }];
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
var rule50 = defineRule({
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
var rule51 = defineRule({
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
function parameterOf({ parameters }, name) {
  return parameters.find((parameter) => parameter.key === name);
}
function usesPodAccount({ access, clientId: clientId2 }) {
  const { podIdentity, nodeIdentity, tokenProxy } = access;
  return clientId2 !== void 0 && podIdentity === false && nodeIdentity === false && tokenProxy === false;
}
var rule52 = defineRule({
  id: "secret-class-default-account",
  title: "A secret class is mounted as the default account",
  group: "Key Vault and other controllers",
  why: "With clientID the provider signs in with a token of the account that the pods run as. For `default` the credential would trust every pod of the namespace that names no account; without such a credential the mount fails (AADSTS700213).",
  remedy: "Give the pods a ServiceAccount of their own and federate the identity with that; it needs no annotation for this.",
  severity: "warning",
  absence: true,
  sources: ["Azure/secrets-store-csi-driver-provider-azure pkg/auth/auth.go (token of the mounting pod)"],
  *check(world) {
    for (const secretClass2 of secretClassesOf(world)) {
      if (!usesPodAccount(secretClass2)) continue;
      for (const { workload, template: template3, classField, hasSecretRef } of mountsOfClass(world, secretClass2.object)) {
        if (literalOf(template3.account) !== "default" || hasSecretRef || !template3.complete) continue;
        yield {
          at: template3.accountField ?? workload.metadata.nameField ?? workload.root,
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
var rule53 = defineRule({
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
  const on22 = [
    ...podIdentity ? ["usePodIdentity"] : [],
    ...nodeIdentity ? ["useVMManagedIdentity"] : [],
    ...tokenProxy ? ["useAzureTokenProxy"] : []
  ];
  return secretClass2.parameters.filter(({ key }) => on22.includes(key) && parameterOf(secretClass2, key));
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
var rule54 = defineRule({
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
var rule55 = defineRule({
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
  const path22 = alias ?? name;
  if (!path22) return [{ at, reason: "one entry has no objectName" }];
  const where = alias ? aliasAt : nameAt;
  const text = path22.pieces[0] ?? "";
  if (text.startsWith("/")) return [{ at: where, reason: `"${writtenText(path22)}" is an absolute path` }];
  if (writtenText(path22).split("/").includes(".."))
    return [{ at: where, reason: `"${writtenText(path22)}" leads out of the volume` }];
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
var rule56 = defineRule({
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
var rule57 = defineRule({
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
var on2 = (mark27 = "") => `    usePodIdentity: "true"${mark27}
`;
var mark11 = " #~ secret-class-pod-identity";
var examples19 = defineExamples({
  bad: [
    { title: "Switched on", files: { "class.yaml": secretClass({ access: on2(mark11) }) } },
    {
      title: "In a file that a script fills in",
      files: {
        "secret-volume.yml.tpl": secretClass({ access: on2(mark11) }).replace(
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
      files: { "class.yaml": secretClass({ access: on2(), provider: "aws" }) }
    },
    {
      title: "Filled in later",
      files: { "class.yaml": secretClass({ access: '    usePodIdentity: "${USE_POD_IDENTITY}"\n' }) }
    }
  ]
});
var rule58 = defineRule({
  id: "secret-class-wrong-namespace",
  title: "The secret class is in another namespace",
  group: "Key Vault and other controllers",
  why: 'A pod mounts classes of its own namespace alone. With the class elsewhere the mount fails ("secretproviderclasses not found"), and the pods do not start.',
  remedy: "Put the class into the namespace of the pods; pods of several namespaces need one in each.",
  severity: "error",
  absence: true,
  sources: ["kubernetes-sigs/secrets-store-csi-driver documentation, usage"],
  *check(world) {
    for (const mount of secretMountsOf(world)) {
      const twins = twinsElsewhere2(world, mount);
      const [twin] = twins;
      if (!twin) continue;
      const unused = twins.every((object) => mountsOfClass(world, object).length === 0);
      const known3 = [mount.workload, twin].every(({ namespace }) => literalOf(namespace) !== void 0);
      yield {
        at: mount.classField,
        message: `Pods of the ${mount.workload.kind} ${nameOf(mount.workload)} mount the class "${writtenText(mount.className)}", which is only in namespace "${writtenText(twin.namespace)}".`,
        severity: unused && known3 && world.complete ? "error" : "warning",
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
var rule59 = defineRule({
  id: "secret-store-account",
  title: "A secret store uses an account without a client id",
  group: "Key Vault and other controllers",
  why: 'External Secrets reads the client id from the annotation of the account that the store names, unless authSecretRef brings it. Without either the store is not ready ("missing clientID"), and nothing is fetched.',
  remedy: "Add the annotation azure.workload.identity/client-id to the ServiceAccount.",
  severity: "error",
  absence: true,
  sources: ["external-secrets/external-secrets documentation, Azure Key Vault: workload identity"],
  yieldsTo: ["client-id-missing", "client-id-misspelt", "client-id-misplaced"],
  *check(world, repository) {
    for (const store2 of world.objects) {
      const vault = vaultOf(store2);
      const reference2 = vault?.get("serviceAccountRef");
      const name = reference2?.get("name");
      if (!reference2 || !name?.text || vault?.get("authSecretRef")) continue;
      const account7 = accountOf(world, store2, name, reference2.get("namespace"));
      if (!account7 || account7.clientId) continue;
      yield {
        at: account7.metadata.nameField ?? account7.root,
        message: `The ServiceAccount ${nameOf(account7)} has no client id, and the ${store2.kind} ${nameOf(store2)} signs in to its vault as it.`,
        severity: repository.scripts.annotatesAccounts ? "note" : "error",
        related: [{ at: name, note: "where the store names it" }],
        about: cause("client id", account7)
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
  const matches = world.serviceAccounts.filter((account7) => {
    if (!world.sees(store2.manifest, account7.manifest) || compareTexts(wanted, account7.name) !== "same") return false;
    if (store2.kind === "SecretStore") return compareNamespaces(store2, account7) === "same";
    return account7.namespaceGiven && namespace?.text !== void 0 && compareTexts(readPlaceholders(namespace.text), account7.namespace) === "same";
  });
  return matches.find((account7) => account7.clientId) ?? matches[0];
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
var rule60 = defineRule({
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
        const known3 = first.get(name) ?? [];
        const other2 = known3.find((made) => clash(world, made.secretClass, secretClass2));
        first.set(name, [...known3, { secretClass: secretClass2, secret }]);
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
function clash(world, { object: a }, { object: b2 }) {
  return world.sees(a.manifest, b2.manifest) && compareNamespaces(a, b2) === "same" && compareTexts(a.name, b2.name) === "different";
}
function isPlaced(object) {
  return object.namespaceGiven && literalOf(object.namespace) !== void 0;
}
var mark13 = " #~ secret-sync-duplicate";
var second = { name: "orders-more", className: "orders-more" };
var used = `---
${mounting()}---
${mounting(second)}`;
var bare2 = (text) => text.replaceAll("  namespace: shop\n", "");
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
        "a/orders.yaml": bare2(secretClass({ secrets: synced() })),
        "b/orders.yaml": bare2(secretClass({ name: "orders-more", secrets: synced({ secret: `orders-login${mark13}` }) }))
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
var rule61 = defineRule({
  id: "secret-sync-object-unknown",
  title: "A synced Secret takes an object that is not fetched",
  group: "Key Vault and other controllers",
  why: 'The driver looks for a mounted file of that name: the alias of an object when it has one, else its name. When there is none, the Secret is not made, and the event says "file matching objectName not found in the pod".',
  remedy: "Write the objectAlias of the object, or its objectName when it has no alias.",
  severity: "error",
  absence: true,
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
var readersByWorld = /* @__PURE__ */ new WeakMap();
function readersOfSecret(world, name) {
  let index = readersByWorld.get(world);
  if (!index) {
    const readers = world.workloads.flatMap(
      (workload) => workload.templates.flatMap(
        (template3) => template3.containers.flatMap(
          (container) => referencesOf(container).map((nameField) => ({
            workload,
            template: template3,
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
var rule62 = defineRule({
  id: "secret-sync-without-mount",
  title: "A synced Secret is read, and nothing mounts its class",
  group: "Key Vault and other controllers",
  why: 'The driver makes the Secret only while some pod mounts the class, and deletes it with the last of them. Pods that read it without such a mount stay in CreateContainerConfigError ("secret not found").',
  remedy: "Mount the class as a CSI volume in these pods, with a volumeMount in a container, even when the files are not read.",
  severity: "error",
  absence: true,
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
function otherClassMounted(world, own, { template: template3, name }) {
  return secretClassesOf(world).some(
    ({ object, secrets }) => object !== own && secrets.some((secret) => compareTexts(secret.name, name) !== "different") && mountsOfClass(world, object).some((mount) => mount.template === template3 && mount.used)
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
  const known3 = /* @__PURE__ */ new Set([object.manifest, ...mounts.map(({ workload }) => workload.manifest)]);
  const name = writtenText(object.name);
  return world.objects.some(
    ({ manifest, kind }) => (kind === "HelmRelease" || kind === "Application") && !known3.has(manifest) && textOf(manifest).includes(name)
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
var rule63 = defineRule({
  id: "storage-volume-client-id-missing",
  title: "A storage volume names no client id",
  group: "Key Vault and other controllers",
  why: "With mountWithWorkloadIdentityToken the file and blob drivers exchange the token of the pod, and need the client id of the identity for it. They do not read it from the ServiceAccount: without clientID the mount fails.",
  remedy: "Add clientID beside it, with the client id of the managed identity.",
  severity: "warning",
  absence: true,
  sources: ["kubernetes-sigs/blob-csi-driver and azurefile-csi-driver, docs/workload-identity"],
  *check(world) {
    for (const { owner, parameters } of volumesOf(world)) {
      const entries = parameters.entries();
      const token2 = entries.find(({ key }) => key.toLowerCase() === "mountwithworkloadidentitytoken");
      if (token2?.text?.toLowerCase() !== "true") continue;
      const clientId2 = entries.find(({ key }) => key.toLowerCase() === "clientid");
      if (clientId2 && (clientId2.text || clientId2.node.type !== "scalar")) continue;
      yield {
        at: clientId2?.keyPlace ?? token2.keyPlace,
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
var read2 = /* @__PURE__ */ new WeakMap();
function networkPoliciesOf(world) {
  let policies = read2.get(world);
  if (!policies) {
    policies = world.objects.filter(isNetworkPolicy).map(readPolicy);
    read2.set(world, policies);
  }
  return policies;
}
function isNetworkPolicy({ kind, group: group32 }) {
  return kind === "NetworkPolicy" && (group32 === "networking.k8s.io" || group32 === "extensions");
}
function hasForeignPolicies(world) {
  return world.objects.some((object) => object.kind.endsWith("NetworkPolicy") && !isNetworkPolicy(object));
}
function readPolicy(object) {
  const spec = object.root.get("spec");
  const types2 = spec?.get("policyTypes")?.items();
  const egress = (spec?.get("egress")?.items() ?? []).map(readEgress);
  const ingress = (spec?.get("ingress")?.items() ?? []).flatMap((rule128) => addressesOf(rule128.get("from")));
  return {
    ...object,
    podSelector: spec?.get("podSelector"),
    restrictsEgress: types2?.length ? types2.some((type) => type.text === "Egress") : spec?.get("egress") !== void 0,
    egress,
    addresses: [...egress.flatMap((rule128) => rule128.addresses), ...ingress]
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
function selectsPods(world, policy4, { workload, template: template3 }) {
  const namespace = compareNamespaces(policy4, workload);
  if (!world.sees(policy4.manifest, workload.manifest) || namespace === "different") return "no";
  const labels = selectsLabels(policy4.podSelector, template3, isPlain(workload));
  return labels === "yes" && namespace === "unknown" ? "unknown" : labels;
}
function isPlain({ group: group32 }) {
  return group32 === "" || group32 === "apps" || group32 === "batch";
}
function selectsLabels(selector, { metadata }, whole) {
  const labels = new Map(metadata.labels.map((label22) => [label22.key, label22.text ?? ""]));
  const verdicts2 = [
    ...(selector?.get("matchLabels")?.entries() ?? []).map(
      (entry) => isOneOf(labels.get(entry.key), [entry.text ?? ""])
    ),
    ...(selector?.get("matchExpressions")?.items() ?? []).map((item) => expression(item, labels))
  ];
  if (verdicts2.includes("no")) return whole ? "no" : "unknown";
  return verdicts2.includes("unknown") ? "unknown" : "yes";
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
function parseBlock(text) {
  const [, written2 = "", bits = ""] = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(text) ?? [];
  const address2 = written2.includes(":") ? written2 : written2.replace(/(^|\.)0+(?=\d)/g, "$1");
  const version = isIP(address2);
  const prefix = Number(bits);
  if (version === 0 || prefix > (version === 4 ? 32 : 128)) return void 0;
  return { family: version === 4 ? "ipv4" : "ipv6", address: address2, prefix };
}
function holdsAddress(block, address2) {
  const list2 = new BlockList();
  list2.addSubnet(block.address, block.prefix, block.family);
  return isIP(address2) === (block.family === "ipv4" ? 4 : 6) && list2.check(address2, block.family);
}
function isStrictlyWithin(inner, outer) {
  return inner.family === outer.family && inner.prefix > outer.prefix && holdsAddress(outer, inner.address);
}
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
function holds({ cidr, excepts }, address2) {
  const block = parseBlock(cidr?.text ?? "");
  if (!block) return "unknown";
  if (!holdsAddress(block, address2)) return "no";
  const left = excepts.map((except) => parseBlock(except.text ?? ""));
  if (left.some((inner) => inner && holdsAddress(inner, address2))) return "no";
  return left.includes(void 0) ? "unknown" : "yes";
}
function openingTo(rule128, address2, port) {
  const ports = allowsPort(rule128, port);
  if (ports === "no") return { certainty: "no", cidr: void 0 };
  if (rule128.everywhere) return { certainty: ports, cidr: void 0 };
  const found = rule128.addresses.map((peer) => ({ certainty: holds(peer, address2), cidr: peer.cidr }));
  const open = found.find(({ certainty }) => certainty === "yes");
  if (open) return { ...open, certainty: ports };
  return found.find(({ certainty }) => certainty === "unknown") ?? { certainty: "no", cidr: void 0 };
}
function deployment(mark27, name = "orders", labelled22 = true) {
  const use3 = labelled22 ? ', azure.workload.identity/use: "true"' : "";
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
  deployment,
  policy,
  everything,
  exceptMetadata: `${everything()}            except: [169.254.169.254/32]
`
};
var rule64 = defineRule({
  id: "identity-egress-blocked",
  title: "Policies leave pods no way to exchange their token",
  group: "Cluster rights and network",
  why: "Pods with a workload identity send their token to the login endpoint of Entra over TCP 443. Under policies that let nothing through to it, every exchange times out.",
  remedy: "Add an egress rule for TCP 443 to addresses outside the cluster.",
  severity: "warning",
  absence: true,
  sources: [
    "kubernetes/website docs/concepts/services-networking/network-policies.md",
    "MicrosoftDocs/azure-aks-docs outbound-rules-control-egress.md"
  ],
  *check(world) {
    const policies = networkPoliciesOf(world).filter((policy4) => policy4.restrictsEgress);
    if (policies.length === 0 || hasForeignPolicies(world)) return;
    const seen = /* @__PURE__ */ new Set();
    for (const workload of world.workloads) {
      for (const template3 of workload.templates) {
        if (!exchangesTokens(template3)) continue;
        const policy4 = blockerOf(world, policies, { workload, template: template3 });
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
function exchangesTokens(template3) {
  if (!isLabelled(template3) || template3.spec.get("hostNetwork")?.value === true) return false;
  if (entryOf(template3.metadata.annotations, identityKeys.useBinding)) return false;
  return !template3.containers.some(
    (container) => container.field.get("envFrom") || container.environment.some(({ name }) => /^https?_proxy$/i.test(name))
  );
}
function blockerOf(world, policies, pods3) {
  const selecting = policies.filter((policy4) => selectsPods(world, policy4, pods3) !== "no");
  const open = selecting.some(
    (policy4) => policy4.egress.some((rule128) => allowsPort(rule128, 443) !== "no" && (rule128.everywhere || rule128.addresses.length > 0))
  );
  return open ? void 0 : selecting.find((policy4) => selectsPods(world, policy4, pods3) === "yes");
}
var { deployment: deployment2, policy: policy2, exceptMetadata } = egressExamples;
var endpoint = "169.254.169.254";
var rule65 = defineRule({
  id: "imds-reachable",
  title: "Pods may reach the instance metadata endpoint",
  group: "Cluster rights and network",
  why: `Any pod that reaches ${endpoint} can get tokens of the identities of its node. Policies add up: one rule that lets traffic to everywhere opens what another one closes. Whether a policy is enforced at all depends on the network engine of the cluster, so this is about what is declared.`,
  remedy: `Except ${endpoint}/32 from every block that holds it, or restrict the endpoint for the cluster (az aks update --enable-imds-restriction).`,
  severity: "warning",
  absence: true,
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
    ...world.serviceAccounts.filter((account7) => account7.clientId?.text),
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
  for (const pods3 of judgedPods(world, users)) {
    const way = wayOut(world, policies, pods3);
    if (!way) continue;
    if (way.cidr) {
      const known3 = byBlock.get(way.cidr.node) ?? { cidr: way.cidr, pods: [] };
      known3.pods.push(pods3.workload);
      byBlock.set(way.cidr.node, known3);
    } else yield observeWorkload(pods3.workload, way.rule);
  }
  for (const { cidr, pods: pods3 } of byBlock.values()) {
    const [first] = pods3;
    yield {
      at: cidr,
      message: `By the declared policies, ${cidr.text} lets pods of ${first ? nameOf(first) : ""}${pods3.length > 1 ? ` and ${pods3.length - 1} more` : ""} reach ${endpoint}.`
    };
  }
}
function judgedPods(world, users) {
  return world.workloads.filter(
    (workload) => !isClusterNamespace(literalOf(workload.namespace)) && users.some(
      (user) => compareNamespaces(user, workload) === "same" && world.sees(user.manifest, workload.manifest)
    )
  ).flatMap((workload) => workload.templates.map((template3) => ({ workload, template: template3 }))).filter(({ template: template3 }) => template3.complete && template3.spec.get("hostNetwork")?.value !== true);
}
function wayOut(world, policies, pods3) {
  let selected = false;
  for (const policy4 of policies) {
    const certainty = selectsPods(world, policy4, pods3);
    if (certainty === "no") continue;
    selected = true;
    if (certainty === "unknown") continue;
    for (const rule128 of policy4.egress) {
      const { certainty: open, cidr } = openingTo(rule128, endpoint, 80);
      if (open === "yes") return { cidr, rule: rule128 };
    }
  }
  const absent2 = !selected && world.complete && !world.guessed && !hasForeignPolicies(world);
  return absent2 ? { cidr: void 0, rule: void 0 } : void 0;
}
function observeWorkload(workload, opening) {
  const why = opening ? "a rule without peers lets its pods" : "no policy for egress selects its pods, which may";
  return {
    at: workload.metadata.nameField ?? workload.root,
    message: `By the declared policies, the ${workload.kind} ${nameOf(workload)} is not kept from ${endpoint}: ${why} reach it.`,
    ...opening && { related: [{ at: opening.field, note: "the rule without peers" }] }
  };
}
var { deployment: deployment3, policy: policy3, everything: everything2, exceptMetadata: exceptMetadata2 } = egressExamples;
var rule66 = defineRule({
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
var rule67 = defineRule({
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
  *checkRepository({ pipelines: pipelines2 }) {
    for (const { name, logins } of pipelines2.flatMap((pipeline) => pipeline.jobs)) {
      for (const login2 of logins) {
        if (login2.kind !== "client-secret") continue;
        yield { at: login2.at, message: `The job ${name} signs in with a stored client secret (${login2.by}).` };
      }
    }
  }
});
var rule68 = defineRule({
  id: "pipeline-fork-cannot-login",
  title: "Pull requests from forks cannot sign in",
  group: "Pipelines",
  why: "For a pull request from a fork GitHub gives neither a token with `id-token: write` nor secrets. The job fails for every outside contributor, and looks as if their change were at fault. In a repository that nobody forks this does not matter.",
  remedy: "Skip the job for forks: `if: github.event.pull_request.head.repo.full_name == github.repository`. Never use pull_request_target for it, which runs with the rights of the repository.",
  severity: "note",
  sources: ["github/docs content/actions/reference/workflows-and-actions/workflow-syntax.md (permissions, forks)"],
  *checkRepository({ pipelines: pipelines2 }) {
    for (const job2 of pipelines2.flatMap((pipeline) => pipeline.jobs)) {
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
var rule69 = defineRule({
  id: "pipeline-merge-queue-subject",
  title: "A merge-queue job signs in without an environment",
  group: "Pipelines",
  why: "In a merge queue the subject of a job without an environment names the temporary branch of the entry, `ref:refs/heads/gh-readonly-queue/…`. It is another one each time, and a federated credential trusts exact subjects only: the sign-in fails with AADSTS700213, and the queue stands still.",
  remedy: "Give the job an environment whose subject a credential trusts, or leave Azure out of merge-queue runs (`if: github.event_name != 'merge_group'`).",
  severity: "warning",
  sources: ["Azure/azure-cli issue 32816", "github/docs content/actions/reference/security/oidc.md"],
  *checkRepository({ pipelines: pipelines2 }) {
    for (const job2 of pipelines2.flatMap((pipeline) => pipeline.jobs)) {
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
var subjectForm = /^repo:([^/:@]+)(?:@[^/:@]+)?\/([^/:@]+)(?:@[^/:@]+)?(?::|\/:?)(.*)$/s;
var defaultContext = /^(?:environment:[^:]+|ref:refs\/(?:heads|tags)\/[^:]+|pull_request)$/;
var githubIssuer = /^https:\/\/(?:token\.actions\.[^/]+(?:\/[^/]*)?|[^/]+\/_services\/token)\/?$/i;
function githubCredentials({ credentials }) {
  return credentials.flatMap((credential32) => {
    const { subject } = credential32;
    if (!subject || !isForGitHub(credential32, subject)) return [];
    const [, owner, name, context] = subjectForm.exec(certainText(subject) ?? "") ?? [];
    const repository = owner && name ? `${owner}/${name}` : void 0;
    return [{ credential: credential32, subject, repository, context }];
  });
}
function isForGitHub({ issuer }, subject) {
  const known3 = issuer && literalOf(issuer.text);
  return known3 === void 0 ? subject.text.pieces[0].startsWith("repo:") : githubIssuer.test(known3);
}
function hasOtherForms(repository) {
  const flexible = repository.credentials.some(
    ({ claimsMatchingExpression, issuer }) => claimsMatchingExpression && githubIssuer.test((issuer && literalOf(issuer.text)) ?? "https://token.actions.x")
  );
  return flexible || githubCredentials(repository).some(isCustom);
}
function isCustom(item) {
  const known3 = certainText(item.subject);
  if (known3 === void 0 || mendedSubject(known3) !== known3) return false;
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
function mayServe({ clientId: clientId2 }, login2) {
  return !clientId2 || !login2.clientId || compareTexts(clientId2.text, login2.clientId) !== "different";
}
function identityKey(credential32) {
  const clientId2 = credential32.clientId && literalOf(credential32.clientId.text);
  if (clientId2) return clientId2.toLowerCase();
  return credential32.identity && `${declarationScope(credential32)}
${writtenText(credential32.identity.text)}`;
}
var rule70 = defineRule({
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
function* ofJobs(pipelines2) {
  const all = pipelines2.flatMap(({ jobs }) => jobs.flatMap(loginsOf));
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
    (login2) => login2.kind === "oidc" && login2.clientId ? [{ job: job2, login: login2, id: login2.clientId }] : []
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
function* connectionObservations({ credentials, pipelines: pipelines2 }) {
  const declared = credentials.flatMap(({ subject }) => {
    const name = subject && /^sc:\/\/[^/]+\/[^/]+\/(.+)$/s.exec(certainText(subject) ?? "")?.[1];
    return subject && name ? [{ name, subject }] : [];
  });
  if (declared.length === 0) return;
  const used3 = pipelines2.flatMap(({ jobs }) => jobs.flatMap(({ logins }) => logins)).flatMap(namedConnection);
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
function isNear2(a, b2) {
  const plain32 = (name) => name.toLowerCase().replace(/[\s_-]/g, "");
  if (plain32(a) === plain32(b2)) return true;
  const digits = (name) => name.replace(/\D/g, "");
  return a.length > 4 && digits(a) === digits(b2) && editDistance(a, b2, 1) === 1;
}
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
  const branch2 = own.find(({ context }) => context?.startsWith("ref:") || context === "pull_request");
  if (subject.kind === "environment" && branch2 && !environment) {
    return [branch2, `: they name ${branch2.context}, and a job with an environment presents the environment instead`];
  }
  return [any, ""];
}
var rule71 = defineRule({
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
      const possible = all.filter(({ credential: credential32 }) => mayServe(credential32, login2));
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
var mark17 = " #~ pipeline-subject-undeclared";
var byMatrix = `    strategy:
      matrix:
        target: [{name: dev}, {name: production}]
    environment: \${{ matrix.target.name }}${mark17}
`;
var rule72 = defineRule({
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
  *checkRepository({ pipelines: pipelines2 }) {
    for (const job2 of pipelines2.flatMap((pipeline) => pipeline.jobs)) {
      if (job2.permission.granted !== false) continue;
      const login2 = job2.logins.find(({ kind, subjects }) => kind === "oidc" && subjects.length > 0);
      if (login2) yield observe4(job2, login2);
    }
  }
});
function observe4(job2, login2) {
  const { at } = job2.permission;
  const [caller] = job2.callers;
  const called = caller ? `, which ${caller.key} in ${caller.manifest.source.path} calls,` : "";
  const byCall = at?.key === "uses";
  return {
    at: at && !byCall ? at.keyPlace : at ?? login2.at,
    message: `The job ${job2.name}${called} signs in with ${login2.by}, and its effective permissions hold no id-token: write.`,
    ...byCall && { remedy: "Write permissions with `id-token: write` at the job that calls the workflow." },
    ...at && { related: [{ at: login2.at, note: "the step that signs in" }] }
  };
}
function modeOf(components) {
  const operations = new Set(components.flatMap(({ operation }) => operation ?? []));
  if (operations.size !== 1) return "unknown";
  if (operations.has("managed")) return "managed";
  const settings2 = components.flatMap(({ forceNamespaced }) => forceNamespaced ?? []);
  if (settings2.some(({ value }) => value === true)) return "namespaced";
  return settings2.some(({ value }) => value === void 0) ? "unknown" : "standard";
}
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
  const label22 = entryOf(labels, podIdentityLabel);
  return label22?.text ? label22 : void 0;
}
var rule73 = defineRule({
  id: "net-raw-allowed",
  title: "Containers keep NET_RAW beside pod identity",
  group: "Pod identity and migration",
  why: "NMI knows a pod by its address. On kubenet a container with NET_RAW, which is there by default, can spoof the address of another pod and take its tokens.",
  remedy: "Drop NET_RAW (or ALL) in securityContext.capabilities of every container, and keep it dropped with a constraint; the real end is workload identity.",
  severity: "warning",
  absence: true,
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
      for (const template3 of workload.templates) {
        const reason = plugin ?? podIdentityLabelIn(template3.metadata.labels);
        if (!reason || !template3.complete || template3.spec.get("hostNetwork")?.value === true) continue;
        const container = template3.containers.find(keepsNetRaw);
        if (!container || guards.some((guard) => keepsFrom(world, guard, workload))) continue;
        yield {
          at: container.field.get("name") ?? template3.anchor,
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
var plain = (name, label22) => pods({ name, label: label22 }).replace(/\n {10}securityContext: .*/, "").replace(`- name: ${name}`, `- name: ${name} #~ net-raw-allowed`);
var unmarked = (text) => text.replace(/ #~ .*/g, "");
var keptLabel2 = "aadpodidbinding: orders # idwire-ignore: pod-identity-label it moves in spring";
var cluster22 = `apiVersion: containerservice.azure.com/v1api20231001
kind: ManagedCluster
metadata: {name: shop, namespace: infrastructure}
spec:
  networkProfile: {networkPlugin: kubenet}
`;
var account4 = `apiVersion: v1
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
${account4}`,
        "cluster.yaml": cluster22
      }
    }
  ],
  good: [
    { title: "All capabilities dropped", files: { "orders.yaml": pods(), "cluster.yaml": cluster22 } },
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
var rule74 = defineRule({
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
function podsWithLabel(world) {
  return world.workloads.flatMap(
    (workload) => workload.templates.flatMap((template3) => {
      const label22 = podIdentityLabelIn(template3.metadata.labels);
      return label22 ? [{ workload, template: template3, label: label22 }] : [];
    })
  );
}
function bindingsFor(world, { workload, label: label22 }) {
  const wanted = readPlaceholders(label22.text ?? "");
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
var rule75 = defineRule({
  id: "pod-identity-binding-dangling",
  title: "A binding names no identity of its namespace",
  group: "Pod identity and migration",
  why: "MIC and NMI look the AzureIdentity up in the namespace of the binding, in every mode. When it is not there, the binding is passed over with a log line, and its pods get no token.",
  remedy: "Name an AzureIdentity of the same namespace, or put the identity there.",
  severity: "error",
  absence: true,
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
  const shown2 = elsewhere2 ?? neighbour;
  return {
    at: identityField,
    message: elsewhere2 ? `The binding ${nameOf(object)} names the AzureIdentity "${name}", which is only ${nameOf(elsewhere2.object)}: identities are looked up in the binding's own namespace.` : `The binding ${nameOf(object)} names the AzureIdentity "${name}", which is not among those of its namespace.`,
    // Nothing of that name or namespace here: the identities of that namespace can be declared in another repository.
    severity: shown2 && world.complete ? "error" : "warning",
    ...shown2 && {
      related: [
        {
          at: shown2.object.metadata.nameField ?? shown2.object.root,
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
var rule76 = defineRule({
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
var rule77 = defineRule({
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
  const everywhere22 = (kind === "mic" || kind === "chart") && operation === "standard" && forceNamespaced === void 0 ? "; forceNamespaced is not set, so that bindings match pods of every namespace" : "";
  const says = {
    mic: `The ${owner} runs MIC of retired pod identity${everywhere22}.`,
    nmi: `The ${owner} runs NMI of retired pod identity in ${operation} mode.`,
    chart: `The ${owner} installs the chart of retired pod identity${everywhere22}.`,
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
var rule78 = defineRule({
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
    for (const pods3 of podsWithLabel(world)) {
      const mode = modeNear(world, pods3.workload);
      if (mode === "managed" || mode === "namespaced") continue;
      const matches = bindingsFor(world, pods3);
      const foreign2 = matches.find(
        (match) => match.selector === "same" && match.namespace === "different" && !isDropped(match)
      );
      const own = matches.some(({ namespace }) => namespace !== "different");
      if (!foreign2 || mode === "unknown" && own) continue;
      const { object, selectorField } = foreign2.binding;
      yield {
        at: pods3.label,
        message: `Pods of the ${pods3.workload.kind} ${nameOf(pods3.workload)} match the binding ${nameOf(object)}, and so use an identity of namespace "${writtenText(object.namespace)}".`,
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
  const known3 = fields[object.kind] ?? [];
  return (spec?.entries() ?? []).flatMap((field) => {
    const wanted = known3.find((name) => name.toLowerCase() === field.key.toLowerCase());
    if (!wanted || wanted === field.key) return [];
    return [{ field, wanted, repeated: spec?.get(wanted) !== void 0 }];
  });
}
var rule79 = defineRule({
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
var rule80 = defineRule({
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
  ).flatMap((workload) => workload.templates.map((template3) => ({ workload, template: template3 })));
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
function carries({ template: template3 }, pair) {
  return template3.metadata.labels.some(
    (label22) => label22.key === pair.key && label22.text?.toLowerCase() === pair.text?.toLowerCase()
  );
}
function hasIdentity(world, { workload, template: template3 }) {
  return podIdentityLabelIn(template3.metadata.labels) !== void 0 || isLabelled(template3) || accountsFor(world, workload, template3).some(({ account: account7, certain }) => certain && account7.clientId?.text);
}
var generalKey = /^(?:tier|team|owner|env|environment|stage|role|component|project|release|heritage|chart|helm\.sh\/chart|app\.kubernetes\.io\/(?:part-of|managed-by|component))$/i;
var generalWord = /^(?:app|application|web|website|api|backend|back-end|frontend|front-end|service|server|worker|default|true|enabled)$/i;
function general({ object, podLabels }) {
  const pair = podLabels.find((label22) => generalKey.test(label22.key) || generalWord.test(label22.text ?? ""));
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
var wired2 = `---
${identity()}---
${binding2()}`;
var examples33 = defineExamples({
  bad: [
    {
      title: "It matches pods with an identity, in another letter case",
      files: { "orders.yaml": `${pods()}${wired2}---
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
        "orders.yaml": `${pods()}${wired2}---
${exception("  podLabels: {app: orders}\n", { namespace: "billing" })}`
      }
    }
  ]
});
var rule81 = defineRule({
  id: "pod-identity-label",
  title: "Pods use retired pod identity",
  group: "Pod identity and migration",
  why: "The label asks NMI for tokens. AAD Pod Identity is retired: on a cluster without it these pods get no token, or that of the node.",
  remedy: 'Give the pods a ServiceAccount with the annotation azure.workload.identity/client-id and the label `azure.workload.identity/use: "true"`, create the federated credential, and drop this label once the pods are verified.',
  severity: "warning",
  sources: ["Azure/aad-pod-identity README", "azure-aks-docs workload-identity-migrate-from-pod-identity.md"],
  *check(world) {
    for (const { workload, template: template3, label: label22 } of podsWithLabel(world)) {
      const own = template3.metadata.field === workload.metadata.field ? void 0 : entryOf(workload.metadata.labels, podIdentityLabel);
      yield {
        at: label22.keyPlace,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} are labelled ${podIdentityLabel}: ${label22.text}, which asks retired pod identity for a token.`,
        ...own && { related: [{ at: own.keyPlace, note: "the same label, where nothing reads it" }] }
      };
    }
    for (const object of world.objects) {
      for (const values of chartValues(object)) {
        for (const label22 of entriesNamed(values, podIdentityLabel)) {
          if (!label22.text) continue;
          yield {
            at: label22.keyPlace,
            message: `The values of the ${object.kind} ${nameOf(object)} set ${podIdentityLabel}: ${label22.text}, which asks retired pod identity for a token.`
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
var immutable = /* @__PURE__ */ new Set(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"]);
var rule82 = defineRule({
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
      const label22 = workload.root.get("spec", "selector", "matchLabels", podIdentityLabel);
      if (!label22) continue;
      yield {
        at: label22.keyPlace,
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
var rule83 = defineRule({
  id: "pod-identity-label-misplaced",
  title: "The pod identity label is not on the pods",
  group: "Pod identity and migration",
  why: "MIC and NMI look at the labels of pods. A label on the Deployment alone reaches no pod: no identity is assigned, and the application gets no token.",
  remedy: "Move the pods to workload identity; until then put the label on the pod template.",
  severity: "error",
  absence: true,
  sources: ["Azure/aad-pod-identity pkg/mic/mic.go (createDesiredAssignedIdentityList)"],
  *check(world) {
    for (const workload of world.workloads) {
      const label22 = podIdentityLabelIn(workload.metadata.labels);
      const [template3] = workload.templates;
      if (!label22 || !template3 || template3.metadata.field === workload.metadata.field || !template3.complete) continue;
      if (workload.templates.some(({ metadata }) => entryOf(metadata.labels, podIdentityLabel))) continue;
      const moved = workload.templates.some(isLabelled);
      yield {
        at: label22.keyPlace,
        message: moved ? `The ${workload.kind} ${nameOf(workload)} still carries ${podIdentityLabel}, where it never did anything; its pods use workload identity.` : `${podIdentityLabel} is on the ${workload.kind} ${nameOf(workload)} and not on its pods, so that pod identity never sees it.`,
        severity: moved ? "note" : "error",
        ...moved && { remedy: "Delete the line." },
        related: [{ at: template3.anchor.keyPlace, note: "the labels of the pods" }],
        fix: { safety: "safe", repairs: [{ kind: "remove-entry", at: label22 }] }
      };
    }
  }
});
var deployment5 = (own, template3, account7 = "") => `apiVersion: apps/v1
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
${template3}    spec:
${account7}      containers:
        - name: orders
          image: "registry.example/orders:1"
          securityContext: {capabilities: {drop: [ALL]}}
---
`;
var account5 = `apiVersion: v1
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
        )}${account5}`
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
var rule84 = defineRule({
  id: "pod-identity-label-unbound",
  title: "No binding selects the pods",
  group: "Pod identity and migration",
  why: "The label has to equal the selector of a binding, letter for letter. When none does, the pods get no identity, and their requests for tokens fail after some retries.",
  remedy: "Write the selector of the binding that is meant, in the same letter case.",
  severity: "warning",
  absence: true,
  sources: ["Azure/aad-pod-identity pkg/mic/mic.go, pkg/crd/crd.go (GetPodIDsWithBinding)"],
  *check(world) {
    for (const pods3 of podsWithLabel(world)) {
      const { workload, label: label22 } = pods3;
      const inSight = podIdentityOf(world).bindings.filter(
        ({ object }) => world.sees(workload.manifest, object.manifest)
      );
      if (inSight.length === 0 || isBound(world, pods3)) continue;
      const near = inSight.find(({ selector }) => selector && sameWord(writtenText(selector), label22.text ?? ""));
      const elsewhere2 = bindingsFor(world, pods3)[0]?.binding;
      yield {
        at: label22,
        // What could not be read or rendered may hold the binding.
        severity: world.complete ? "warning" : "note",
        message: `No AzureIdentityBinding ${elsewhere2 ? "of its namespace " : ""}has the selector "${label22.text}", which pods of the ${workload.kind} ${nameOf(workload)} carry as ${podIdentityLabel}${near ? `; the binding ${nameOf(near.object)} has it in another letter case` : ""}${elsewhere2 ? `; that of ${nameOf(elsewhere2.object)} does not count in managed mode` : ""}.`,
        ...(near ?? elsewhere2)?.selectorField && {
          related: [{ at: (near ?? elsewhere2)?.selectorField ?? label22, note: "the selector that is nearest" }]
        }
      };
    }
  }
});
function isBound(world, pods3) {
  const wanted = readPlaceholders(pods3.label.text ?? "");
  if (podIdentityOf(world).otherSelectors.some((selector) => compareTexts(wanted, selector) !== "different"))
    return true;
  const managed = modeNear(world, pods3.workload) === "managed";
  return bindingsFor(world, pods3).some(({ namespace }) => !managed || namespace !== "different");
}
function sameWord(a, b2) {
  return a.toLowerCase() === b2.toLowerCase();
}
var labelled = (value) => pods({ label: `aadpodidbinding: ${value}${kept("pod-identity-label")}` }).replace(
  `${kept("pod-identity-label")}`,
  ` #~ pod-identity-label pod-identity-label-unbound`
);
var wired3 = `---
${identity()}---
${binding2()}`;
var examples37 = defineExamples({
  bad: [
    { title: "Another word", severity: "warning", files: { "orders.yaml": `${labelled("order")}${wired3}` } },
    { title: "Another letter case", files: { "orders.yaml": `${labelled("Orders")}${wired3}` } },
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
    { title: "The same word", files: { "orders.yaml": `${pods()}${wired3}` } },
    { title: "No binding in the repository: the add-on makes them", files: { "orders.yaml": pods() } },
    {
      title: "Filled in later",
      files: {
        "orders.yaml": `${pods({ label: `aadpodidbinding: \${SELECTOR}${kept("pod-identity-label")}` })}${wired3}`
      }
    }
  ]
});
var rule85 = defineRule({
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
      severity: "error",
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
      title: "Both spellings",
      severity: "warning",
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
var limit = 200;
var rule86 = defineRule({
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
var kinds3 = /^(?:(?:Cluster)?SecretStore|ACRAccessToken|(?:Cluster)?Issuer|(?:Git|OCI|Helm|Image)Repository|Bucket|(?:Cluster)?TriggerAuthentication|EventSource|Sensor|AzureAppConfigurationProvider|VaultAuth)$/;
var loansByWorld = /* @__PURE__ */ new WeakMap();
function borrowerOf(world, account7) {
  return loansOf(world).find(
    ({ borrower, name, namespace }) => name === account7.metadata.nameField?.text && world.sees(borrower.manifest, account7.manifest) && (namespace === void 0 ? borrower.kind.startsWith("Cluster") || compareNamespaces(borrower, account7) !== "different" : namespace === account7.metadata.namespaceField?.text)
  )?.borrower;
}
function loansOf(world) {
  let loans = loansByWorld.get(world);
  if (!loans) {
    loans = world.objects.filter((object) => kinds3.test(object.kind)).flatMap((borrower) => [...namesIn(borrower.root.get("spec"))].map((loan) => ({ borrower, ...loan })));
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
var rule87 = defineRule({
  id: "pod-identity-mixed",
  title: "One workload uses both identity systems",
  group: "Pod identity and migration",
  why: "Both at once is a step of the move, not its end: which of the two answers depends on the SDK and on what the pods ask for, and the identity stays on the nodes until pod identity is gone.",
  remedy: "Once the pods are verified with workload identity, delete aadpodidbinding from their labels.",
  severity: "note",
  sources: ["azure-aks-docs workload-identity-migrate-from-pod-identity.md"],
  *check(world, repository) {
    for (const { workload, template: template3, label: label22 } of podsWithLabel(world)) {
      const account7 = accountsFor(world, workload, template3).find(
        (match) => match.certain && match.account.clientId?.text
      );
      const use3 = isLabelled(template3) ? entryOf(template3.metadata.labels, identityKeys.use) : void 0;
      const other2 = use3?.keyPlace ?? account7?.account.clientId?.keyPlace;
      if (!other2) {
        yield* halfMoved(world, repository, { workload, template: template3, label: label22 });
        continue;
      }
      yield {
        at: label22.keyPlace,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} are wired for pod identity and for workload identity.`,
        related: [{ at: other2, note: "workload identity" }]
      };
    }
  }
});
function* halfMoved(world, repository, { workload, template: template3, label: label22 }) {
  const waiting = world.serviceAccounts.find(
    (account7) => account7.clientId?.text && world.sees(workload.manifest, account7.manifest) && compareNamespaces(workload, account7) === "same" && templatesOf(world, account7).length === 0 && !borrowerOf(world, account7)
  );
  if (!waiting?.clientId) return;
  const subject = subjectOfAccount(waiting);
  const credential32 = repository.credentials.find(
    (one2) => one2.subject && compareTexts(one2.subject.text, subject) === "same"
  );
  yield {
    at: template3.accountField ?? label22.keyPlace,
    message: `Pods of the ${workload.kind} ${nameOf(workload)} still use pod identity, and run as the ServiceAccount "${writtenText(template3.account)}"; nothing runs as ${nameOf(waiting)}, which has an identity.`,
    remedy: `If that account was made for these pods, run them as it, with the label ${identityKeys.use}: "true".`,
    // Only a credential shows that somebody made the account to be used.
    severity: credential32 ? "warning" : "note",
    related: [
      { at: waiting.clientId.keyPlace, note: "workload identity" },
      ...credential32 ? [{ at: credential32.at, note: "its credential" }] : []
    ]
  };
}
var account6 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: ${clientId}}
`;
var rest = `---
${account6}---
${identity()}---
${binding2()}`;
var credential2 = `resource "azurerm_federated_identity_credential" "orders" {
  name      = "orders"
  parent_id = azurerm_user_assigned_identity.orders.id
  audience  = ["api://AzureADTokenExchange"]
  issuer    = azurerm_kubernetes_cluster.main.oidc_issuer_url
  subject   = "system:serviceaccount:shop:orders"
}
`;
var use = 'azure.workload.identity/use: "true"\n        ';
var runsAs = "      serviceAccountName: orders\n";
var examples40 = defineExamples({
  bad: [
    {
      title: "Both labels on the pods",
      files: {
        "orders.yaml": `${pods({ label: `${use}aadpodidbinding: orders #~ pod-identity-label pod-identity-mixed`, spec: runsAs })}${rest}`
      }
    },
    {
      title: "The new account is there, and nothing runs as it",
      severity: "note",
      files: {
        "orders.yaml": `${pods({ label: "aadpodidbinding: orders #~ pod-identity-label", spec: "      serviceAccountName: before #~ pod-identity-mixed\n" })}${rest}`
      }
    },
    {
      title: "The account has an identity, and the pods no label of workload identity",
      files: {
        "orders.yaml": `${pods({ label: "aadpodidbinding: orders #~ pod-identity-label pod-identity-mixed", spec: runsAs }).replace("      labels:", "      labels: #~ pod-label-missing")}${rest}`
      }
    },
    {
      title: "Nothing runs as it, and the credential is that of another",
      severity: "note",
      files: {
        "orders.yaml": `${pods({ label: "aadpodidbinding: orders #~ pod-identity-label pod-identity-mixed" })}${rest.replace("name: orders", "name: orders #~ credential-undeclared")}`,
        "invoices.yaml": `${account6.replace("orders", "invoices")}---
${pods({ name: "invoices", label: use.trim(), spec: "      serviceAccountName: invoices\n" })}`,
        "main.tf": credential2.replaceAll("orders", "invoices")
      }
    },
    {
      title: "Nothing runs as it, and its credential is declared",
      severity: "warning",
      files: {
        "orders.yaml": `${pods({ label: "aadpodidbinding: orders #~ pod-identity-label pod-identity-mixed" })}${rest}`,
        "main.tf": credential2
      }
    }
  ],
  good: [
    {
      title: "The account belongs to other pods",
      files: {
        "orders.yaml": `${pods({ label: use.trim(), spec: runsAs })}${rest}`,
        "invoices.yaml": pods({
          name: "invoices",
          label: `aadpodidbinding: orders${kept("pod-identity-label")}`,
          spec: "      serviceAccountName: invoices\n"
        })
      }
    },
    {
      title: "The account is in another namespace, or has no identity",
      files: {
        "orders.yaml": `${pods({ namespace: "other", label: `aadpodidbinding: orders${kept("pod-identity-label")}` })}---
${account6}---
${account6.replace("shop", "other").replace(/ {2}annotations.*\n/, "")}---
${identity(void 0, { namespace: "other" })}---
${binding2(void 0, { namespace: "other" })}`
      }
    },
    {
      title: "Workload identity alone, while others are still to move",
      files: {
        "orders.yaml": `${pods({ label: use.trim(), spec: runsAs })}${rest}`,
        "invoices.yaml": pods({ name: "invoices", label: `aadpodidbinding: orders${kept("pod-identity-label")}` })
      }
    }
  ]
});
var rule88 = defineRule({
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
var pattern = /^\/subscriptions\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/resourcegroups\/[^/]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[^/\s]+$/i;
var rule89 = defineRule({
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
var rule90 = defineRule({
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
var rule91 = defineRule({
  id: "pod-identity-windows",
  title: "Windows pods ask for pod identity",
  group: "Pod identity and migration",
  why: "NMI runs on Linux nodes alone. On a Windows node nothing answers: the pods get no token, or that of the node.",
  remedy: "Use workload identity, which works on Windows nodes, and delete aadpodidbinding from these pods.",
  severity: "error",
  sources: ["azure-aks-docs use-azure-ad-pod-identity.md (limitations)"],
  *check(world) {
    for (const { workload, template: template3, label: label22 } of podsWithLabel(world)) {
      const windows2 = windowsField(template3);
      if (!windows2) continue;
      yield {
        at: label22,
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
var rule92 = defineRule({
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
var rule93 = defineRule({
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
var rule94 = defineRule({
  id: "suppression-unused",
  title: "A suppression silences nothing",
  group: "Reading",
  why: "The fault it once silenced is gone, or its rule is misspelt; left in place it would hide the next fault.",
  remedy: "Remove it, or correct the rule it names.",
  severity: "note",
  sources: ["docs/rules/README.md"]
});
var rule95 = defineRule({
  id: "suppression-without-reason",
  title: "A suppression gives no reason",
  group: "Reading",
  why: "Whoever reads the file next cannot tell whether the silence still holds.",
  remedy: "Write the reason after the rule: `# idwire-ignore: rule-id why it is right here`.",
  severity: "note",
  sources: ["docs/rules/README.md"]
});
var rule96 = defineRule({
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
function* labelledPods(world) {
  for (const workload of world.workloads) {
    for (const template3 of workload.templates) if (isLabelled(template3)) yield { workload, template: template3 };
  }
}
function proxyAnnotation(template3) {
  return entryOf(template3.metadata.annotations, identityKeys.injectProxy);
}
function skippedContainers(template3) {
  const text = entryOf(template3.metadata.annotations, identityKeys.skipContainers)?.text ?? "";
  return new Set(text.split(";").map((name) => name.trim()));
}
var rule97 = defineRule({
  id: "azure-env-shadowed",
  title: "A container sets a variable that the webhook would set",
  group: "Workload identity",
  why: "The webhook leaves a variable alone that a container already has, even an empty one. What is written there wins over the account: after a change of the annotation the pods go on with the old identity, and nothing says so.",
  remedy: "Remove the variable, so that the account decides; keep it, and silence this rule with a reason, when the container is meant to use a second identity.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (addEnvironmentVariables)"],
  yieldsTo: ["token-path-hard-coded"],
  *check(world) {
    for (const pods3 of labelledPods(world)) {
      const matches = accountsFor(world, pods3.workload, pods3.template);
      const account7 = (matches.find((match) => match.certain) ?? matches[0])?.account;
      const skipped3 = skippedContainers(pods3.template);
      for (const container of pods3.template.containers) {
        if (skipped3.has(container.name)) continue;
        for (const variable2 of container.environment) yield* checkVariable(pods3, container, variable2, account7);
      }
    }
  }
});
var injected = {
  AZURE_CLIENT_ID: (account7) => account7.clientId,
  AZURE_TENANT_ID: (account7) => account7.tenantId,
  AZURE_FEDERATED_TOKEN_FILE: () => void 0,
  AZURE_AUTHORITY_HOST: () => void 0
};
function* checkVariable({ workload }, container, variable2, account7) {
  const source = Object.hasOwn(injected, variable2.name) ? injected[variable2.name] : void 0;
  if (!source) return;
  const given = account7 && source(account7);
  if (variable2.name === "AZURE_CLIENT_ID" && !given?.text) return;
  yield {
    at: variable2.field.get("name") ?? variable2.field,
    message: `The container ${container.name} of the ${workload.kind} ${nameOf(workload)} sets ${variable2.name}, so that the webhook does not; ${comparison(variable2, given)}.`,
    ...given && { related: [{ at: given, note: "what the account says" }] },
    about: cause(`env ${variable2.field.path.join("/")}`, workload)
  };
}
function comparison(variable2, given) {
  if (variable2.valueFrom) return "its value comes from elsewhere";
  const value = variable2.value?.text ?? "";
  if (value === "") return "it is empty";
  if (!given?.text) return `it is "${value}"`;
  const compared2 = compareTexts(readId(value), readId(given.text));
  if (compared2 === "same") return "it says the same as the account";
  return compared2 === "different" ? `it is "${value}", and that of the account is "${given.text}"` : `whether "${value}" is the same as "${given.text}" of the account is only known later`;
}
function readId(text) {
  return readPlaceholders(text, void 0).symbols.length > 0 ? readPlaceholders(text) : { pieces: [text.toLowerCase()], symbols: [] };
}
function metadataEntries(object, workload) {
  const seen = /* @__PURE__ */ new Set();
  return [object, ...workload?.templates ?? []].flatMap(({ metadata }) => [...metadata.labels, ...metadata.annotations]).filter(({ node }) => !seen.has(node) && seen.add(node));
}
var accountOnly = /* @__PURE__ */ new Set([identityKeys.clientId, identityKeys.tenantId]);
var rule98 = defineRule({
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
      for (const entry of metadataEntries(object, workload)) {
        if (!accountOnly.has(entry.key)) continue;
        const [template3] = workload?.templates ?? [];
        const [match] = workload && template3 ? accountsFor(world, workload, template3) : [];
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
});
function accountPlace(account7) {
  return account7.metadata.nameField ?? account7.root;
}
function isEmptySlot(field) {
  if (field.node.type !== "scalar" || field.text) return false;
  const { text } = field.manifest.source;
  const lineEnd = text.indexOf("\n", field.node.end);
  return text.slice(field.node.end, lineEnd === -1 ? void 0 : lineEnd).includes("#");
}
var controllers = /(?:^|[/.-])(?:keda|cert-manager|external-secrets|crossplane|upbound|provider-azure|provider-family-azure|fluxcd|kustomize-controller|source-controller|helm-controller|image-reflector-controller|notification-controller|external-dns|velero|azureserviceoperator|aso-controller|azure-app-configuration|appconfiguration)(?:[/:.@-]|$)/;
function isSelfConfiguring(workload, template3) {
  const images = template3.containers.map((container) => container.field.get("image")?.text ?? "");
  return [writtenText(workload.name), writtenText(template3.account), ...images].some((text) => controllers.test(text));
}
var fileDrivers = /* @__PURE__ */ new Set(["file.csi.azure.com", "blob.csi.azure.com"]);
function hasOtherTokenSource(world, workload, template3) {
  return (template3.spec.get("volumes")?.items() ?? []).some((volume2) => {
    const driver2 = volume2.get("csi", "driver")?.text ?? "";
    if (driver2 === "secrets-store.csi.k8s.io") return mayUseToken(world, workload, volume2);
    if (volume2.get("persistentVolumeClaim")) return world.objects.some(mountsWithToken);
    return fileDrivers.has(driver2) || projectsToken(volume2);
  });
}
function mayUseToken(world, workload, volume2) {
  const name = volume2.get("csi", "volumeAttributes", "secretProviderClass")?.text;
  const classes2 = world.objects.filter(
    (object) => object.kind === "SecretProviderClass" && object.metadata.nameField?.text === name && world.sees(workload.manifest, object.manifest) && compareNamespaces(workload, object) !== "different"
  );
  return classes2.length === 0 || classes2.some((object) => object.root.get("spec", "parameters", "clientID")?.text);
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
function injectedUses(template3) {
  return template3.containers.filter((container) => !container.field.get("envFrom")).flatMap(
    (container) => usesOf(container).flatMap(
      (field) => [...(field.text ?? "").matchAll(injected2)].map((match) => ({ field, variable: match[1] })).filter(({ variable: variable2 }) => !isSetBy(container, variable2))
    )
  );
}
function isSetBy(container, variable2) {
  return container.environment.some((entry) => entry.name === variable2) || usesOf(container).some((field) => field.text?.includes(`${variable2}=`));
}
function bringsClientId(template3) {
  return template3.containers.some(
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
var rule99 = defineRule({
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
    for (const account7 of world.serviceAccounts) {
      if (account7.clientId?.text || account7.clientId && isEmptySlot(account7.clientId) || isClusterNamespace(literalOf(account7.namespace)))
        continue;
      if (account7.metadata.nameField?.text === void 0) continue;
      yield* checkAccount(world, repository, account7);
    }
  }
});
function* checkAccount(world, repository, account7) {
  const pods3 = templatesOf(world, account7).filter(
    ({ workload, template: template3 }) => isLabelled(template3) && compareTexts(template3.account, account7.name) === "same" && workload.namespaceGiven === account7.namespaceGiven && !bringsClientId(template3) && !isSelfConfiguring(workload, template3)
  );
  const [pod] = pods3;
  if (!pod) return;
  const proof = corroboration(repository, account7, pods3);
  const severity = repository.scripts.annotatesAccounts ? "note" : proof ? "error" : "warning";
  yield {
    at: account7.clientId?.keyPlace ?? account7.metadata.nameField ?? account7.root,
    message: `The ServiceAccount ${nameOf(account7)} has no client id, and pods of the ${pod.workload.kind} ${nameOf(pod.workload)} ask for a token through it${proof ? `; ${proof.note}` : ""}.`,
    severity,
    related: [
      {
        at: entryOf(pod.template.metadata.labels, identityKeys.use)?.keyPlace ?? pod.template.anchor,
        note: "pods that ask for a token"
      },
      ...proof?.at ? [{ at: proof.at, note: proof.note }] : []
    ],
    about: cause("client id", account7)
  };
}
function corroboration(repository, account7, pods3) {
  for (const { template: template3 } of pods3) {
    const reads2 = injectedUses(template3).find(({ variable: variable2 }) => variable2 === "AZURE_CLIENT_ID");
    if (reads2) return { note: "a container uses AZURE_CLIENT_ID", at: reads2.field };
    const left = entryOf(template3.metadata.labels, podIdentityLabel);
    if (left) return { note: "the same pods still have a pod identity label", at: left.keyPlace };
  }
  const literal2 = literalOf(account7.name);
  if (literal2 === void 0 || !account7.namespaceGiven) return void 0;
  const subject = literalText(`system:serviceaccount:${writtenText(account7.namespace)}:${literal2}`);
  const declared = repository.credentials.find(
    (credential32) => credential32.subject && compareTexts(credential32.subject.text, subject) === "same"
  );
  return declared && { note: "a federated credential is declared for it", at: declared.at };
}
var readFromAccounts = /* @__PURE__ */ new Set([
  identityKeys.clientId,
  identityKeys.tenantId,
  identityKeys.tokenExpiration
]);
var rule100 = defineRule({
  id: "client-id-misspelt",
  title: "A workload identity key of the account is misspelt",
  group: "Workload identity",
  why: "The webhook reads its annotations by their exact keys and ignores everything else. A misspelt key is a missing one: the pods get no client id, and nothing says why.",
  remedy: "Write the key as the webhook reads it, under `metadata.annotations`.",
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/consts.go, issue 1026"],
  *check(world) {
    for (const account7 of world.serviceAccounts) {
      for (const annotation of account7.metadata.annotations) {
        const meant = hasPlaceholder(annotation.key) ? void 0 : misspeltKey(annotation.key);
        if (meant && readFromAccounts.has(meant) && !entryOf(account7.metadata.annotations, meant)) {
          yield misspelt(account7, annotation, meant);
        }
      }
      for (const label22 of account7.metadata.labels) {
        const meant = readFromAccounts.has(label22.key) ? label22.key : misspeltKey(label22.key);
        if (meant && readFromAccounts.has(meant) && !entryOf(account7.metadata.annotations, meant)) {
          yield labelInstead(account7, label22, meant);
        }
      }
    }
  }
});
function misspelt(account7, annotation, meant) {
  return {
    at: annotation.keyPlace,
    message: `The annotation ${annotation.key} of the ServiceAccount ${nameOf(account7)} is not read by anything; ${meant} is.`,
    remedy: `Write ${meant}.`,
    about: aboutKey(account7, meant),
    fix: { safety: "safe", repairs: [{ kind: "rename-key", at: annotation, key: meant }] }
  };
}
function labelInstead(account7, label22, meant) {
  const into = account7.metadata.annotationsField;
  return {
    at: label22.keyPlace,
    message: `${label22.key} of the ServiceAccount ${nameOf(account7)} is a label; ${meant} is read from the annotations only.`,
    remedy: `Move it to metadata.annotations as ${meant}.`,
    about: aboutKey(account7, meant),
    ...into && label22.text && {
      fix: {
        safety: "safe",
        repairs: [
          { kind: "remove-entry", at: label22 },
          { kind: "add-entry", into, key: meant, text: label22.text }
        ]
      }
    }
  };
}
function aboutKey(account7, meant) {
  return cause(meant === identityKeys.clientId ? "client id" : meant, account7);
}
var rule101 = defineRule({
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
    for (const account7 of world.serviceAccounts) {
      const clientId2 = entryOf(account7.metadata.annotations, identityKeys.clientId);
      const text = clientId2?.string;
      if (!clientId2 || !text) continue;
      const [unfilled] = world.neverFilled(account7.manifest, text);
      if (unfilled !== void 0) {
        yield {
          at: clientId2,
          message: `The client id of the ServiceAccount ${nameOf(account7)} is never filled in: ${neverFilledText(unfilled)}.`,
          remedy: neverFilledRemedy(unfilled),
          about: cause("client id text", account7)
        };
      }
      if (isOpen(text, repository)) continue;
      const fault = describeNotGuid(text);
      if (!fault) continue;
      yield {
        at: clientId2,
        message: `The client id of the ServiceAccount ${nameOf(account7)} is ${fault.description}: "${text}".`,
        about: cause("client id text", account7),
        ...fault.guid && { fix: { safety: "safe", repairs: [{ kind: "set-text", at: clientId2, text: fault.guid }] } }
      };
    }
  }
});
var rule102 = defineRule({
  id: "client-secret-beside-identity",
  title: "A client secret wins over the workload identity",
  group: "Workload identity",
  why: "DefaultAzureCredential tries the environment first: with AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH it signs in as a service principal, and the token of the account is never used. When the secret expires the application stops (AADSTS7000215), although its workload identity is in order.",
  remedy: "Remove the secret or certificate from the container, and the Secret that holds it when nothing else needs it.",
  severity: "warning",
  sources: ["Azure SDK DefaultAzureCredential (EnvironmentCredential goes first)", "Azure/kubelogin issue 375"],
  yieldsTo: ["plain-client-secret"],
  *check(world) {
    for (const { workload, template: template3 } of labelledPods(world)) {
      const skipped3 = skippedContainers(template3);
      for (const container of template3.containers) {
        if (skipped3.has(container.name)) continue;
        for (const variable2 of container.environment) {
          if (winning.has(variable2.name) && isGiven(variable2)) yield observe6(workload, container, variable2);
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
function bindingAnnotation(template3) {
  const annotation = entryOf(template3.metadata.annotations, identityKeys.useBinding);
  return annotation?.text?.toLowerCase() === "true" ? annotation : void 0;
}
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
    for (const account7 of world.serviceAccounts) addAccount(subjectOf3, world, account7);
  }
  for (const credential32 of repository.credentials) addDeclared(subjectOf3, credential32);
  return [...identities].map(([identity2, subjects]) => ({ identity: identity2, needs: [...subjects.values()].flatMap(needsOf) }));
}
function addAccount(subjectOf3, world, account7) {
  const clientId2 = account7.clientId?.string;
  if (!account7.clientId || !clientId2 || describeNotGuid(clientId2)) return;
  const at = account7.clientId.place;
  const identity2 = clientId2.toLowerCase();
  if (usesBindingsOnly(world, account7)) {
    subjectOf3(identity2, "identity binding").clusters.set("", { at, certain: true });
    return;
  }
  const subject = `system:serviceaccount:${writtenText(account7.namespace)}:${writtenText(account7.name)}`;
  const { clusters } = subjectOf3(identity2, subject);
  const environment = world.environmentOf(account7.manifest) ?? "";
  const certain = ![...clusters.keys()].some((known3) => known3.startsWith(`${environment}
`));
  const cluster4 = `${environment}
${world.name}`;
  if (!clusters.has(cluster4)) clusters.set(cluster4, { at, certain });
}
function usesBindingsOnly(world, account7) {
  const pods3 = templatesOf(world, account7);
  return pods3.length > 0 && pods3.every(({ template: template3 }) => bindingAnnotation(template3));
}
function addDeclared(subjectOf3, credential32) {
  const owner = (credential32.clientId && literalOf(credential32.clientId.text)) ?? ownerOf(credential32);
  if (owner === void 0 || credential32.conditional || !credential32.subject) return;
  const issuer = credential32.issuer ? writtenText(credential32.issuer.text) : "";
  const { issuers } = subjectOf3(owner.toLowerCase(), writtenText(credential32.subject.text));
  if (!issuers.has(issuer)) issuers.set(issuer, { at: credential32.at, certain: true });
}
function ownerOf({ identity: identity2 }) {
  const text = identity2 && literalOf(identity2.text);
  return text?.startsWith("/") ? text : void 0;
}
function needsOf({ clusters, issuers }) {
  return [...clusters.values(), ...[...issuers.values()].slice(clusters.size)];
}
var most = 20;
var nearly = 18;
var rule103 = defineRule({
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
var rule104 = defineRule({
  id: "identity-binding-not-authorised",
  title: "The account may not use the identity of its binding",
  group: "Workload identity",
  why: "With an identity binding the cluster decides who may use an identity: the account needs a ClusterRole with the verb use-managed-identity on its client id. Without it the token exchange is refused.",
  remedy: "Bind a ClusterRole with apiGroup cid.wi.aks.azure.com, the client id as resource and the verb use-managed-identity to the account; or list the account among the allowed subjects of the binding in Azure.",
  severity: "warning",
  absence: true,
  // Allowed subjects can also be written in Azure, where this repository does not show them.
  confidence: "medium",
  sources: ["azure-aks-docs identity-bindings-concepts", "Azure/azure-cli-extensions pull request 10148"],
  *check(world) {
    const seen = /* @__PURE__ */ new Set();
    for (const { workload, template: template3 } of labelledPods(world)) {
      const binding3 = bindingAnnotation(template3);
      const match = binding3 && accountsFor(world, workload, template3).find(({ certain }) => certain);
      const clientId2 = match?.account.clientId?.text;
      if (!binding3 || !match || !clientId2 || seen.has(match.account)) continue;
      seen.add(match.account);
      if (isClusterNamespace(literalOf(match.account.namespace)) || mayUse(world, match.account, clientId2)) continue;
      yield {
        at: match.account.metadata.nameField ?? match.account.root,
        message: `The ServiceAccount ${nameOf(match.account)} uses the identity ${clientId2} through an identity binding, and no ClusterRole of these files that is bound to it allows use-managed-identity for that client id.`,
        severity: world.complete ? "warning" : "note",
        related: [{ at: binding3.keyPlace, note: "pods that use the binding" }]
      };
    }
  }
});
function mayUse(world, account7, clientId2) {
  const inSight = world.objects.filter((object) => world.sees(account7.manifest, object.manifest));
  const roles = inSight.filter((object) => object.kind === "ClusterRole" && allows(object, clientId2));
  return inSight.filter((object) => object.kind === "ClusterRoleBinding" || object.kind === "RoleBinding").some(
    (binding3) => roles.some((role3) => refersTo(binding3, role3)) && itemsOf(binding3, "subjects").some((subject) => isAccount(subject, account7))
  );
}
function allows(role3, clientId2) {
  const has = (rule128, key, wanted) => (rule128.get(key)?.items() ?? []).some(
    (item) => item.text === "*" || mayBe2(item.text?.toLowerCase(), readPlaceholders(wanted))
  );
  return itemsOf(role3, "rules").some(
    (rule128) => has(rule128, "apiGroups", "cid.wi.aks.azure.com") && has(rule128, "verbs", "use-managed-identity") && has(rule128, "resources", clientId2.toLowerCase())
  );
}
function refersTo(binding3, role3) {
  return binding3.root.get("roleRef", "kind")?.text === "ClusterRole" && mayBe2(binding3.root.get("roleRef", "name")?.text, role3.name);
}
function isAccount(subject, account7) {
  const kind = subject.get("kind")?.text;
  const name = subject.get("name")?.text;
  const namespace = writtenText(account7.namespace);
  if (kind === "ServiceAccount")
    return mayBe2(name, account7.name) && isNamespace(subject.get("namespace")?.text, account7);
  if (kind === "User")
    return mayBe2(name, readPlaceholders(`system:serviceaccount:${namespace}:${writtenText(account7.name)}`));
  const groups2 = ["system:authenticated", "system:serviceaccounts", `system:serviceaccounts:${namespace}`];
  return kind === "Group" && groups2.some((group32) => mayBe2(name, readPlaceholders(group32)));
}
function isNamespace(written2, account7) {
  return !account7.namespaceGiven || mayBe2(written2, account7.namespace);
}
function mayBe2(written2, wanted) {
  return written2 !== void 0 && compareTexts(readPlaceholders(written2), wanted) !== "different";
}
function itemsOf(object, key) {
  return object.root.get(key)?.items() ?? [];
}
var rule105 = defineRule({
  id: "identity-binding-without-label",
  title: "An identity binding without the workload identity label",
  group: "Workload identity",
  why: 'The annotation of the pods chooses the identity binding, but the webhook only looks at pods with the label `azure.workload.identity/use: "true"`. Without it the pods get neither token nor variables.',
  remedy: 'Add `azure.workload.identity/use: "true"` to the labels of the pod template.',
  severity: "error",
  absence: true,
  sources: ["azure-aks-docs identity-bindings", "Azure/azure-workload-identity pkg/webhook (objectSelector)"],
  yieldsTo: ["pod-label-misplaced", "pod-label-not-true", "metadata-value-not-string"],
  *check(world) {
    for (const workload of world.workloads) {
      for (const template3 of workload.templates) {
        const binding3 = bindingAnnotation(template3);
        const label22 = entryOf(template3.metadata.labels, identityKeys.use)?.text ?? "";
        if (!binding3 || !template3.complete || isLabelled(template3)) continue;
        if (label22.toLowerCase() === "false" || hasPlaceholder(label22)) continue;
        yield {
          at: template3.anchor.keyPlace,
          message: `Pods of the ${workload.kind} ${nameOf(workload)} have ${identityKeys.useBinding}, but not the label ${identityKeys.use} that makes the webhook look at it.`,
          related: [{ at: binding3.keyPlace, note: "the annotation that asks for the binding" }],
          severity: "error",
          about: cause("pod label", workload),
          ...template3.metadata.labelsField && {
            fix: {
              safety: "safe",
              repairs: [
                { kind: "add-entry", into: template3.metadata.labelsField, key: identityKeys.use, text: "true" }
              ]
            }
          }
        };
      }
    }
  }
});
var rule106 = defineRule({
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
      for (const entry of metadataEntries(object, workloads.get(object.manifest))) {
        if (isOurs2(entry.key) && isNotText(entry)) yield observe8(object, entry);
      }
    }
  }
});
function isOurs2(key) {
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
var reference = /^(?:[a-z][a-z0-9+.-]*:\/\/|vault:|ref\+|@Microsoft\.KeyVault\()|@azurekeyvault(?:\?|$)/i;
var sample = /^(?:\*+|\.{3,}|dummy|example|fake|secret|password|redacted|your[-_ ].*)$/i;
function isLiteralSecret(text) {
  const trimmed2 = text?.trim() ?? "";
  if (trimmed2 === "" || hasPlaceholder(trimmed2) || isLeftover(trimmed2)) return false;
  return !reference.test(trimmed2) && !sample.test(trimmed2);
}
var rule107 = defineRule({
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
  for (const container of workload.templates.flatMap((template3) => template3.containers)) {
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
  const keys22 = new Set(entries.map(({ field }) => plain2(field.key)));
  const forKeyVault = entryOf(object.metadata.labels, "secrets-store.csi.k8s.io/used") !== void 0;
  return keys22.has("clientid") && (keys22.has("tenantid") || forKeyVault);
}
function plain2(key) {
  return key.toLowerCase().replace(/[-_.]/g, "");
}
function secretInJson(text) {
  if (!/"(?:aad)?(?:tenantId|subscriptionId)"/.test(text)) return void 0;
  return /"(?:aad)?[cC]lientSecret"\s*:\s*"([^"]*)"/.exec(text)?.[1];
}
var rule108 = defineRule({
  id: "pod-label-misplaced",
  title: "The workload identity label is not on the pod template",
  group: "Workload identity",
  why: "The webhook selects pods by their own labels. A label on the Deployment, the Job, the Service, or written as an annotation is never looked at: the pods start without AZURE_* variables and without a token, and the application fails at its first call to Azure.",
  remedy: "Move the line to the labels of the pod template (`spec.template.metadata.labels`).",
  severity: "error",
  absence: true,
  sources: ["Azure/azure-workload-identity pkg/webhook (objectSelector), issues 751 and 1185"],
  *check(world) {
    for (const workload of world.workloads) yield* checkWorkload(world, workload);
    for (const object of world.objects) yield* checkOther(world, object);
  }
});
function* checkWorkload(world, workload) {
  const unlabelled = workload.templates.filter((template22) => !entryOf(template22.metadata.labels, identityKeys.use));
  if (unlabelled.length === 0 || unlabelled.length < workload.templates.length) return;
  const own = workload.metadata.field === unlabelled[0]?.metadata.field ? [] : [workload.metadata];
  const misplaced2 = [
    ...own.flatMap((metadata) => [...metadata.labels, ...metadata.annotations]),
    ...unlabelled.flatMap((template22) => template22.metadata.annotations)
  ].filter(asksForWebhook);
  const [template3] = unlabelled;
  for (const label22 of misplaced2) {
    const broken = unlabelled.some((candidate) => needsLabel(world, { workload, template: candidate }));
    yield observe9(label22, `the ${workload.kind} ${nameOf(workload)}`, broken, { workload, template: template3 });
  }
}
function* checkOther(world, object) {
  if (object.kind === "ServiceAccount" || isCustom2(object)) return;
  if (world.workloads.some((workload) => workload.manifest === object.manifest)) return;
  const labels = [...object.metadata.labels, ...object.metadata.annotations].filter(asksForWebhook);
  if (labels.length === 0) return;
  const pods3 = object.kind === "Service" ? selectedBy(world, object) : [];
  if (pods3.some(({ template: template3 }) => isLabelled(template3))) return;
  const broken = pods3.find((pod) => needsLabel(world, pod));
  for (const label22 of labels)
    yield observe9(label22, `the ${object.kind} ${nameOf(object)}`, broken !== void 0, broken);
}
function isCustom2({ group: group32 }) {
  return group32.includes(".") && !group32.endsWith(".k8s.io");
}
function asksForWebhook(entry) {
  return entry.key === identityKeys.use && entry.text?.toLowerCase() !== "false";
}
function observe9(label22, owner, broken, pod) {
  const kind = label22.path.at(-2) === "annotations" ? "annotation" : "label";
  return {
    at: label22.keyPlace,
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
          { kind: "remove-entry", at: label22 },
          { kind: "add-entry", into: pod.template.metadata.labelsField, key: identityKeys.use, text: "true" }
        ]
      }
    }
  };
}
function needsLabel(world, { workload, template: template3 }) {
  if (!template3.complete || hasOtherTokenSource(world, workload, template3)) return false;
  return accountsFor(world, workload, template3).some(({ account: account7, certain }) => certain && account7.clientId?.text);
}
function selectedBy(world, service) {
  const selector = service.root.get("spec", "selector")?.entries() ?? [];
  if (selector.length === 0) return [];
  return world.workloads.filter(
    (workload) => world.sees(workload.manifest, service.manifest) && compareNamespaces(workload, service) === "same"
  ).flatMap((workload) => workload.templates.map((template3) => ({ workload, template: template3 }))).filter(
    ({ template: template3 }) => selector.every(
      (wanted) => template3.metadata.labels.some((label22) => label22.key === wanted.key && label22.text === wanted.text)
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
var rule109 = defineRule({
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
    for (const account7 of world.serviceAccounts) {
      if (!account7.clientId?.text || isClusterNamespace(literalOf(account7.namespace))) continue;
      if (borrowerOf(world, account7)) continue;
      yield* checkAccount2(world, account7);
    }
  }
});
function* checkAccount2(world, account7) {
  const pods3 = templatesOf(world, account7).filter(({ template: template3 }) => template3.complete);
  if (pods3.some(({ template: template3 }) => entryOf(template3.metadata.labels, identityKeys.use))) return;
  for (const pod of pods3) {
    const certain = accountsFor(world, pod.workload, pod.template).some(
      (match) => match.account === account7 && match.certain
    );
    if (certain && !hasOtherTokenSource(world, pod.workload, pod.template)) yield observe10(account7, pod);
  }
}
function observe10(account7, { workload, template: template3 }) {
  const misspelt2 = template3.metadata.labels.find((label22) => misspeltKey(label22.key) === identityKeys.use);
  const [reads2] = injectedUses(template3);
  const runs = `Pods of the ${workload.kind} ${nameOf(workload)} run as ${nameOf(account7)}, which has a client id`;
  const related = [{ at: account7.metadata.nameField ?? account7.root, note: "the account with the client id" }];
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
    at: template3.anchor.keyPlace,
    message: reads2 ? `${runs}, and a container uses ${reads2.variable}, which only the webhook sets; without the label ${identityKeys.use} nothing sets it.` : `${runs}, but no workload of that account has the label ${identityKeys.use}.`,
    severity: reads2 ? "error" : "warning",
    related: reads2 ? [...related, { at: reads2.field.place, note: `${reads2.variable} is used here` }] : related,
    about,
    ...template3.metadata.labelsField && {
      fix: {
        safety: "unsafe",
        repairs: [{ kind: "add-entry", into: template3.metadata.labelsField, key: identityKeys.use, text: "true" }]
      }
    }
  };
}
var rule110 = defineRule({
  id: "pod-label-not-true",
  title: 'The workload identity label is not exactly "true"',
  group: "Workload identity",
  why: 'The webhook selects the label value "true" and nothing else: letter case counts, and "yes" or "1" are ignored without a word. The pods start without a token.',
  remedy: 'Write "true", in lower case and quotes; write "false" to switch it off on purpose.',
  severity: "error",
  sources: ["Azure/azure-workload-identity deploy/azure-wi-webhook.yaml (objectSelector.matchLabels)"],
  *check(world, repository) {
    for (const workload of world.workloads) {
      for (const template3 of workload.templates) {
        const label22 = entryOf(template3.metadata.labels, identityKeys.use);
        const text = label22?.string;
        if (!label22 || text === void 0 || text === "" || text === "true") continue;
        if (/^(?:false|no|n|off|0|disabled?)$/i.test(text.trim()) || isOpen(text, repository)) continue;
        yield {
          at: label22,
          message: `The label ${identityKeys.use} of the ${workload.kind} ${nameOf(workload)} is "${text}"; the webhook selects exactly "true".`,
          about: cause("pod label", workload),
          .../^(?:true|yes|y|on|1|enabled?)$/i.test(text.trim()) && {
            fix: { safety: "safe", repairs: [{ kind: "set-text", at: label22, text: "true" }] }
          }
        };
      }
    }
  }
});
var defaultPort = 8e3;
var rule111 = defineRule({
  id: "proxy-port-invalid",
  title: "The port of the proxy sidecar cannot be used",
  group: "Workload identity",
  why: "The webhook refuses pods whose port is not a number, the API server those whose port is outside 1 to 65535: no pod is created, and only an event says why. When a container has the port already, the proxy cannot listen and stops.",
  remedy: 'Write a free port from "1" to "65535", as digits in quotes.',
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (getProxyPort), pkg/proxy/proxy.go"],
  *check(world) {
    for (const pods3 of labelledPods(world)) {
      const proxy = proxyAnnotation(pods3.template);
      if (proxy) yield* checkPort(pods3, proxy);
    }
  }
});
function* checkPort(pods3, proxy) {
  const port = entryOf(pods3.template.metadata.annotations, identityKeys.proxyPort);
  if (!port) {
    yield* inUse(pods3, proxy.keyPlace, defaultPort, "the port it takes by default");
    return;
  }
  const text = port.string ?? (port.value === null ? "" : void 0);
  if (text === void 0 || hasPlaceholder(text) || isEmptySlot(port)) return;
  const number = Number(text);
  if (/^[+-]?\d+$/.test(text) && number >= 1 && number <= 65535) {
    yield* inUse(pods3, port, number, "the port it is given");
    return;
  }
  yield {
    at: port,
    message: `${identityKeys.proxyPort} of the ${pods3.workload.kind} ${nameOf(pods3.workload)} is "${text}", which is no port from 1 to 65535; the pods are refused.`
  };
}
function* inUse({ workload, template: template3 }, at, port, which) {
  const taken = portsOf(template3).find((field) => field.value === port);
  if (!taken) return;
  yield {
    at,
    message: `The proxy sidecar of the ${workload.kind} ${nameOf(workload)} would listen on ${port}, ${which}, but a container of the pod uses it.`,
    severity: "warning",
    related: [{ at: taken, note: "the container that uses the port" }]
  };
}
function portsOf(template3) {
  return template3.containers.flatMap((container) => container.field.get("ports")?.items() ?? []).filter((port) => (port.get("protocol")?.text ?? "TCP") === "TCP").flatMap((port) => port.get("containerPort") ?? []);
}
var rule112 = defineRule({
  id: "proxy-sidecar-always-on",
  title: "The proxy sidecar is added whatever the annotation says",
  group: "Workload identity",
  why: 'The webhook looks for the annotation, not for its value: "false" and an empty text add the proxy as "true" does. With it come a privileged init container and a redirect of all calls to the instance metadata service.',
  remedy: 'Remove the annotation when the proxy is not wanted; write "true" when it is.',
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (shouldInjectProxySidecar), issue 1210"],
  yieldsTo: ["proxy-sidecar-host-network", "proxy-sidecar-forbidden"],
  *check(world, repository) {
    for (const { workload, template: template3 } of labelledPods(world)) {
      const proxy = proxyAnnotation(template3);
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
var rule113 = defineRule({
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
    for (const { workload, template: template3 } of labelledPods(world)) {
      const proxy = proxyAnnotation(template3);
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
  const kinds22 = match?.get("kinds")?.items() ?? [];
  const pods3 = kinds22.some((kind) => texts(kind.get("kinds")).some((name) => name === "Pod" || name === "*"));
  if (kinds22.length > 0 && !pods3) return false;
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
var rule114 = defineRule({
  id: "proxy-sidecar-host-network",
  title: "The proxy sidecar and hostNetwork exclude each other",
  group: "Workload identity",
  why: 'The webhook refuses such pods ("hostNetwork is set to true, cannot inject proxy sidecar"). The Deployment is accepted, but none of its pods is ever created; the reason stands in an event of the ReplicaSet only.',
  remedy: 'Remove the annotation (any value adds the proxy, "false" too), or hostNetwork.',
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go, since v1.2.0"],
  *check(world) {
    for (const { workload, template: template3 } of labelledPods(world)) {
      const proxy = proxyAnnotation(template3);
      const hostNetwork = template3.spec.get("hostNetwork");
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
var rule115 = defineRule({
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
  const label22 = entryOf(selector?.get("matchLabels")?.entries() ?? [], identityKeys.use);
  return label22?.keyPlace ?? expressionOf(selector);
}
function expressionOf(selector) {
  const expressions = selector?.get("matchExpressions")?.items() ?? [];
  return expressions.flatMap((item) => item.get("key") ?? []).find((key) => key.text === identityKeys.use);
}
var rule116 = defineRule({
  id: "service-account-default",
  title: "Labelled pods run as the default account",
  group: "Workload identity",
  why: 'Without serviceAccountName the pods run as "default". Their token then names the subject system:serviceaccount:<namespace>:default, which no federated credential usually trusts, and AZURE_CLIENT_ID is not set at all.',
  remedy: "Write serviceAccountName with the account that has the client id, in the spec of the pods.",
  severity: "warning",
  absence: true,
  sources: ["Azure/azure-workload-identity issues 691 and 1185", "Kubernetes documentation, ServiceAccounts"],
  yieldsTo: ["client-id-misspelt", "client-id-misplaced"],
  *check(world, repository) {
    for (const { workload, template: template3 } of labelledPods(world)) {
      if (isClusterNamespace(literalOf(workload.namespace)) || !runsAsDefault(template3)) continue;
      const matches = accountsFor(world, workload, template3);
      if (matches.some(({ account: account7 }) => account7.clientId)) continue;
      if (bringsClientId(template3) || isSelfConfiguring(workload, template3) || isTrusted(repository, workload))
        continue;
      const meant = unusedAccount(world, workload);
      yield {
        at: template3.accountField ?? workload.metadata.nameField ?? template3.anchor,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} ask for a token but run as "default", which has no client id${meant ? `; the account ${nameOf(meant)} has one, and nothing runs as it` : ""}.`,
        severity: "warning",
        ...meant && {
          remedy: `Write serviceAccountName: ${writtenText(meant.name)} in the spec of the pods.`,
          related: [{ at: meant.metadata.nameField ?? meant.root, note: "the account that nothing runs as" }]
        },
        about: matches[0] ? cause("client id", matches[0].account) : cause("account", workload)
      };
    }
  }
});
function runsAsDefault(template3) {
  return template3.complete && literalOf(template3.account) === "default";
}
function isTrusted(repository, workload) {
  const subject = literalText(`system:serviceaccount:${writtenText(workload.namespace)}:default`);
  return repository.credentials.some(
    (credential32) => credential32.subject && compareTexts(credential32.subject.text, subject) !== "different"
  );
}
function unusedAccount(world, workload) {
  return world.serviceAccounts.find(
    (account7) => account7.clientId?.text && world.sees(workload.manifest, account7.manifest) && compareNamespaces(workload, account7) === "same" && templatesOf(world, account7).length === 0
  );
}
function* scalarsOf(field, except = /* @__PURE__ */ new Set()) {
  if (field.node.type === "scalar") yield field;
  for (const child of [...field.entries(), ...field.items()]) {
    if (!except.has(child.key)) yield* scalarsOf(child, except);
  }
}
function mentions({ manifest }, word) {
  return manifest.source.text.slice(manifest.start, manifest.end).includes(word);
}
var rule117 = defineRule({
  id: "service-account-label-ignored",
  title: "The label on the ServiceAccount does nothing",
  group: "Workload identity",
  why: "Up to version 0.14 the webhook looked at this label of the account; since 1.0, and on AKS since January 2023, it looks at the labels of the pods alone. On the account it only misleads.",
  remedy: "Remove it here, and make sure that the pods have it.",
  severity: "note",
  sources: ["Azure/azure-workload-identity releases v0.15.0 and v1.0.0", "Azure/AKS release 2023-01-29"],
  *check(world) {
    for (const account7 of world.serviceAccounts) {
      const label22 = entryOf(account7.metadata.labels, identityKeys.use);
      if (!label22 || label22.text?.toLowerCase() === "false" || servesRouting(world, account7)) continue;
      yield {
        at: label22.keyPlace,
        message: `The label ${identityKeys.use} of the ServiceAccount ${nameOf(account7)} is not read by the webhook; only that of pods is.`
      };
    }
  }
});
var certificateAccount = "kubernetes.azure.com/tls-cert-service-account";
function servesRouting(world, account7) {
  return world.objects.some(
    (object) => object.kind === "Gateway" && world.sees(account7.manifest, object.manifest) && compareNamespaces(account7, object) !== "different" && [...scalarsOf(object.root)].some(
      (field) => field.key === certificateAccount && field.text === account7.metadata.nameField?.text
    )
  );
}
var makers = /* @__PURE__ */ new Set(["HelmRelease", "ApplicationIdentity", "WorkloadIdentity", "Cluster"]);
function mayMakeAccounts(world, repository, object) {
  return repository.scripts.createsAccounts || world.objects.some(
    (other2) => makers.has(other2.kind) && world.sees(object.manifest, other2.manifest) && compareNamespaces(object, other2) !== "different"
  );
}
var rule118 = defineRule({
  id: "service-account-missing",
  title: "The ServiceAccount of labelled pods is not here",
  group: "Workload identity",
  why: 'Without the account the pods are refused ("serviceaccount not found"). It may be made elsewhere, by a chart, Terraform or an operator; then its client id cannot be checked here.',
  remedy: "Add the ServiceAccount with its client id, correct the name, or make sure that what makes the account runs before the pods.",
  severity: "note",
  absence: true,
  sources: [
    "Azure/azure-workload-identity pkg/webhook/webhook.go (the account is read)",
    "Kubernetes ServiceAccount admission"
  ],
  *check(world, repository) {
    for (const { workload, template: template3 } of labelledPods(world)) {
      if (isClusterNamespace(literalOf(workload.namespace)) || repository.scripts.createsAccounts) continue;
      if (!isMissing(world, workload, template3) || isMadeByOperator(repository, workload, template3)) continue;
      const others = othersDeclared(world, repository, workload, template3);
      yield {
        at: template3.accountField ?? template3.anchor,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} run as the ServiceAccount "${literalOf(template3.account)}", which is not in these files${others ? ", although the other accounts of their namespace are" : ""}.`,
        severity: others ? "warning" : "note",
        about: cause("account", workload)
      };
    }
  }
});
function isMissing(world, workload, template3) {
  const name = literalOf(template3.account);
  if (name === void 0 || name === "default" || !template3.accountField || !template3.complete) return false;
  return accountsFor(world, workload, template3).length === 0 && twinsElsewhere(world, workload, template3).length === 0;
}
function isMadeByOperator({ declaredAccounts }, workload, template3) {
  return declaredAccounts.some(
    ({ created, name, namespace }) => created && compareTexts(name.text, template3.account) !== "different" && (!namespace || !workload.namespaceGiven || compareTexts(namespace.text, workload.namespace) !== "different")
  );
}
function othersDeclared(world, repository, workload, template3) {
  if (!world.complete || world.guessed || mayMakeAccounts(world, repository, workload)) return false;
  const declared = world.serviceAccounts.some(
    (account7) => world.sees(workload.manifest, account7.manifest) && account7.namespaceGiven && compareNamespaces(workload, account7) === "same"
  );
  return declared && !neighbours(world, workload, template3).some((pods3) => isMissing(world, pods3.workload, pods3.template));
}
function neighbours(world, workload, template3) {
  return [...labelledPods(world)].filter(
    (other2) => world.sees(workload.manifest, other2.workload.manifest) && compareNamespaces(workload, other2.workload) === "same" && compareTexts(template3.account, other2.template.account) !== "same"
  );
}
var rule119 = defineRule({
  id: "service-account-wrong-namespace",
  title: "The ServiceAccount is in another namespace",
  group: "Workload identity",
  why: 'Pods can only run as an account of their own namespace. With the account elsewhere, the pods are refused ("serviceaccount not found"), or run as a bare account of the same name whose subject no federated credential trusts (AADSTS700213).',
  remedy: "Put the ServiceAccount and the pods into one namespace, and let the federated credential name that namespace.",
  severity: "error",
  absence: true,
  sources: ["Azure/azure-workload-identity issues 449, 837 and 903"],
  *check(world, repository) {
    for (const workload of world.workloads) {
      if (isClusterNamespace(literalOf(workload.namespace))) continue;
      for (const template3 of workload.templates) {
        if (!isLabelled(template3) || !template3.accountField) continue;
        if (literalOf(template3.account) === "default" || accountsFor(world, workload, template3).length > 0) continue;
        const twins = twinsElsewhere(world, workload, template3);
        const [twin] = twins;
        if (!twin) continue;
        const unused = twins.every(
          (candidate) => candidate.clientId && templatesOf(world, candidate).length === 0 && isLiteral(candidate)
        );
        const certain = unused && isLiteral(workload) && world.complete && !mayMakeAccounts(world, repository, workload);
        yield observe11({ workload, template: template3 }, twin, certain ? "error" : "warning");
      }
    }
  }
});
function isLiteral(object) {
  return literalOf(object.namespace) !== void 0;
}
function observe11({ workload, template: template3 }, twin, severity) {
  const name = writtenText(template3.account);
  return {
    at: template3.accountField ?? template3.anchor,
    message: `Pods of the ${workload.kind} ${nameOf(workload)} run as "${name}", but the only ServiceAccount of that name is in namespace "${writtenText(twin.namespace)}".`,
    severity,
    related: [{ at: twin.metadata.namespaceField ?? twin.root, note: "the account of that name" }],
    about: cause("account", workload)
  };
}
var rule120 = defineRule({
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
  for (const account7 of world.serviceAccounts) if (account7.clientId) yield { at: account7.clientId, object: account7 };
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
function mostProtectedFirst(a, b2) {
  return rank(a.environment) - rank(b2.environment) || compareText(a.environment, b2.environment);
}
var ranks = ["production", "staging", "acceptance", "integration", "test"];
function rank(environment) {
  const index = ranks.indexOf(environment);
  return index === -1 ? ranks.length : index;
}
var rule121 = defineRule({
  id: "skip-containers-unknown",
  title: "A container to skip does not exist",
  group: "Workload identity",
  why: "The webhook splits the annotation at semicolons and compares exact names. A comma or a typing error matches no container, so the one that was to be left alone gets the token and the AZURE_* variables after all.",
  remedy: "Write the exact names of containers of the pod, separated by semicolons.",
  severity: "warning",
  absence: true,
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (getSkipContainers)"],
  *check(world, repository) {
    for (const workload of world.workloads) {
      for (const template3 of workload.templates) {
        const list2 = entryOf(template3.metadata.annotations, identityKeys.skipContainers);
        const text = list2?.text ?? "";
        if (!list2 || text === "" || isOpen(text, repository)) continue;
        if (text.includes(",")) yield separatedByCommas(workload, list2, text);
        else yield* unknownNames(workload, template3, list2, text);
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
function* unknownNames(workload, template3, list2, text) {
  const known3 = new Set(template3.containers.map((container) => container.name));
  for (const name of text.split(";").map((part) => part.trim())) {
    if (name === "" || known3.has(name) || injected3.test(name)) continue;
    if (name === "azwi-proxy" && proxyAnnotation(template3)) {
      yield {
        at: list2,
        message: `${identityKeys.skipContainers} of the ${workload.kind} ${nameOf(workload)} names azwi-proxy, the sidecar that the webhook adds itself; without its variables it exits.`,
        remedy: "Remove azwi-proxy from the list."
      };
    } else if (template3.complete && known3.size > 0 && !workload.templates.some(hasUnknownContainers)) {
      yield {
        at: list2,
        message: `${identityKeys.skipContainers} of the ${workload.kind} ${nameOf(workload)} names "${name}", but the pods have ${[...known3].map((other2) => `"${other2}"`).join(", ")} only.`
      };
    }
  }
}
function hasUnknownContainers(template3) {
  return template3.containers.some((container) => container.name === "" || hasPlaceholder(container.name));
}
var rule122 = defineRule({
  id: "substitution-broken",
  title: "A substitution drops its default",
  group: "Workload identity",
  why: "Behind a colon alone, Flux and the shells expect a position in the value. Flux ignores one that is no number: what was meant as a default is gone, and what stands behind the brace is added to the value.",
  remedy: 'Write the default behind ":-" or ":=", with the closing brace after the whole of it.',
  severity: "note",
  sources: ["fluxcd/pkg envsubst/funcs.go (substring)", "hmcts/cnp-flux-config commit 0826234"],
  *check(world) {
    for (const object of world.objects) {
      for (const field of textsOf2(object.metadata)) {
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
function textsOf2({ nameField, namespaceField, labels, annotations }) {
  return [nameField, namespaceField, ...labels, ...annotations].filter((field) => field !== void 0);
}
var rule123 = defineRule({
  id: "tenant-id-empty",
  title: "The tenant id is empty",
  group: "Workload identity",
  why: "Without the annotation the webhook sets AZURE_TENANT_ID to the tenant of the cluster. The annotation alone, even empty, switches that default off: the pods get no tenant id, or an empty one, and no token.",
  remedy: "Remove the annotation to use the tenant of the cluster, or write the GUID of the tenant.",
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go", "kedacore/charts issue 284"],
  *check(world) {
    for (const account7 of world.serviceAccounts) {
      const tenantId = account7.tenantId;
      if (!tenantId || !isEmpty(tenantId.string ?? tenantId.value) || isEmptySlot(tenantId)) continue;
      yield {
        at: tenantId.keyPlace,
        message: `The tenant id of the ServiceAccount ${nameOf(account7)} is empty, so that its pods get no AZURE_TENANT_ID at all.`,
        // Whether the tenant of the cluster is the right one is for a person to say.
        fix: { safety: "unsafe", repairs: [{ kind: "remove-entry", at: tenantId }] }
      };
    }
  }
});
function isEmpty(value) {
  return value === "" || value === null;
}
var rule124 = defineRule({
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
    for (const account7 of world.serviceAccounts) {
      const text = account7.tenantId?.string;
      if (!account7.tenantId || !text) continue;
      const [unfilled] = world.neverFilled(account7.manifest, text);
      if (unfilled !== void 0) {
        yield {
          at: account7.tenantId,
          message: `The tenant id of the ServiceAccount ${nameOf(account7)} is never filled in: ${neverFilledText(unfilled)}.`,
          remedy: neverFilledRemedy(unfilled)
        };
      }
      if (isOpen(text, repository)) continue;
      const fault = describeNotGuid(text);
      if (!fault) continue;
      const domain = isDomain(text);
      yield {
        at: account7.tenantId,
        message: `The tenant id of the ServiceAccount ${nameOf(account7)} is ${domain ? "a domain name" : fault.description}: "${text}".`,
        // Entra finds a tenant by a verified domain too; not every reader of AZURE_TENANT_ID does.
        severity: domain ? "warning" : "error",
        ...fault.guid && {
          fix: { safety: "safe", repairs: [{ kind: "set-text", at: account7.tenantId, text: fault.guid }] }
        }
      };
    }
  }
});
function isDomain(text) {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(text);
}
var shortest = 3600;
var longest = 86400;
var rule125 = defineRule({
  id: "token-lifetime-out-of-range",
  title: "The token lifetime is refused by the webhook",
  group: "Workload identity",
  why: "The webhook answers HTTP 400 for a lifetime that is not a whole number of seconds from 3600 to 86400. The Deployment is accepted, but none of its pods is ever created; the reason stands in an event of the ReplicaSet only.",
  remedy: 'Write seconds as digits in quotes, from "3600" to "86400".',
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (validateServiceAccountTokenExpiration)"],
  *check(world) {
    for (const workload of world.workloads) {
      for (const template3 of workload.templates) {
        if (isLabelled(template3))
          yield* observe12(workload, entryOf(template3.metadata.annotations, identityKeys.tokenExpiration));
      }
    }
    for (const account7 of world.serviceAccounts) {
      const pods3 = templatesOf(world, account7).filter(({ template: template3 }) => isLabelled(template3));
      const read22 = pods3.some(
        ({ template: template3 }) => !entryOf(template3.metadata.annotations, identityKeys.tokenExpiration)?.text
      );
      if (pods3.length === 0 || read22)
        yield* observe12(account7, entryOf(account7.metadata.annotations, identityKeys.tokenExpiration));
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
var rule126 = defineRule({
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
  return workload.templates.flatMap((template3) => template3.containers).flatMap(({ field }) => ["env", "command", "args"].flatMap((key) => field.get(key) ?? [])).flatMap((field) => [...scalarsOf(field)]);
}
function configuredBy(object) {
  const root = object.kind === "ConfigMap" ? object.root.get("data") : void 0;
  const values = object.kind === "HelmRelease" ? object.root.get("spec", "values") : void 0;
  return [root, values].flatMap((field) => field ? [...scalarsOf(field, /* @__PURE__ */ new Set(["volumeMounts"]))] : []);
}
function* observe13(world, object, field) {
  const path22 = tokenPath.exec(field.text ?? "")?.[0];
  if (!path22 || mountsItself(world, object, path22)) return;
  yield {
    at: placeOf2(field, path22),
    message: `The ${object.kind} ${nameOf(object)} names ${path22}, a path that only some versions of the webhook use.`,
    about: cause(`env ${field.path.slice(0, -1).join("/")}`, object)
  };
}
function mountsItself(world, object, path22) {
  return world.workloads.some(
    (workload) => world.sees(object.manifest, workload.manifest) && (object.kind === "ConfigMap" || workload.manifest === object.manifest) && workload.templates.flatMap(mountPaths).some((mounted2) => path22 === mounted2 || path22.startsWith(`${mounted2}/`))
  );
}
function mountPaths(template3) {
  return template3.containers.flatMap((container) => container.field.get("volumeMounts")?.items() ?? []).map((mount) => (mount.get("mountPath")?.text ?? "").replace(/\/$/, "")).filter((path22) => path22 !== "");
}
function placeOf2(field, path22) {
  const { manifest, node } = field;
  const start = manifest.source.text.indexOf(path22, node.start);
  if (manifest.rendered || start === -1 || start >= node.end) return field;
  return { source: manifest.source, start, end: start + path22.length };
}
var rule127 = defineRule({
  id: "virtual-node-unsupported",
  title: "Workload identity does not work on virtual nodes",
  group: "Workload identity",
  why: "Virtual nodes (Azure Container Instances) do not project the token of the ServiceAccount into the container. The pods start, find no token file, and fail at their first call to Azure.",
  remedy: "Run these pods on a node pool, or let them use another way to sign in.",
  severity: "warning",
  sources: ["azure-aks-docs workload-identity-overview (limitations)", "Azure/azure-workload-identity issue 381"],
  *check(world) {
    for (const { workload, template: template3 } of labelledPods(world)) {
      const target = targetOf(template3);
      if (!target) continue;
      yield {
        at: target.at,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} ask for a token and ${target.how} virtual nodes, which cannot give them one.`
      };
    }
  }
});
function targetOf(template3) {
  const { spec } = template3;
  const name = spec.get("nodeName");
  if (name?.text && isVirtual(name.text)) return { at: name, how: "are placed on" };
  const selectors = spec.get("nodeSelector")?.entries() ?? [];
  const selected = selectors.find((entry) => names2(entry.key, entry.text));
  if (selected) return { at: selected, how: "are placed on" };
  const expressions = requiredExpressions(spec);
  const required = expressions.find((expression22) => wantsVirtual(expression22));
  if (required) return { at: required.get("key") ?? required, how: "are placed on" };
  if (expressions.length > 0 || selectors.some((entry) => !everywhere3.has(entry.key))) return void 0;
  const tolerated = (spec.get("tolerations")?.items() ?? []).flatMap((toleration) => toleration.get("key") ?? []).find((key) => key.text === "virtual-kubelet.io/provider");
  return tolerated && { at: tolerated, how: "may run on" };
}
var everywhere3 = /* @__PURE__ */ new Set(["kubernetes.io/os", "beta.kubernetes.io/os", "kubernetes.io/role"]);
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
function wantsVirtual(expression22) {
  const values = expression22.get("values")?.items() ?? [];
  return expression22.get("operator")?.text === "In" && values.length > 0 && values.every((value) => names2(expression22.get("key")?.text ?? "", value.text));
}
var rules = [
  rule48,
  rule97,
  rule98,
  rule99,
  rule100,
  rule101,
  rule102,
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
  rule10,
  rule11,
  rule12,
  rule13,
  rule14,
  rule103,
  rule15,
  rule16,
  rule17,
  rule18,
  rule19,
  rule20,
  rule33,
  rule34,
  rule35,
  rule36,
  rule37,
  rule38,
  rule39,
  rule40,
  rule41,
  rule42,
  rule43,
  rule44,
  rule92,
  rule104,
  rule105,
  rule64,
  rule65,
  rule49,
  rule93,
  rule106,
  rule,
  rule73,
  rule66,
  rule67,
  rule68,
  rule69,
  rule70,
  rule71,
  rule72,
  rule107,
  rule74,
  rule75,
  rule76,
  rule77,
  rule78,
  rule79,
  rule80,
  rule81,
  rule82,
  rule83,
  rule84,
  rule85,
  rule86,
  rule87,
  rule88,
  rule89,
  rule90,
  rule91,
  rule108,
  rule109,
  rule110,
  rule45,
  rule111,
  rule112,
  rule113,
  rule114,
  rule2,
  rule3,
  rule4,
  rule5,
  rule6,
  rule7,
  rule8,
  rule9,
  rule46,
  rule47,
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
  rule115,
  rule116,
  rule117,
  rule118,
  rule119,
  rule120,
  rule121,
  rule63,
  rule122,
  rule94,
  rule95,
  rule96,
  rule123,
  rule124,
  rule125,
  rule126,
  rule127
];

// memory:chunk-TICNE5WX.mjs
function worstFirst(findings, changedFiles) {
  const unchanged = (finding) => changedFiles && !changedFiles.has(finding.file) ? 1 : 0;
  return findings.filter((finding) => !finding.suppressed).sort((a, b2) => compareSeverity(a.severity, b2.severity) || unchanged(a) - unchanged(b2) || compareFindings(a, b2));
}

// memory:chunk-DCHD6K6U.mjs
var mostWires = 12;
var longestName = 80;
var styles2 = {
  error: "fill:#ffd7d5,stroke:#cf222e,color:#1f2328",
  warning: "fill:#fff1c2,stroke:#9a6700,color:#1f2328",
  note: "fill:#ddf4ff,stroke:#0969da,color:#1f2328"
};
var links = [
  { end: "pods", letter: "p", title: "Pods" },
  { end: "account", letter: "s", title: "ServiceAccount" },
  { end: "identity", letter: "i", title: "Identity" },
  { end: "credential", letter: "c", title: "Federated credential" }
];
function renderWires(wires) {
  if (wires.length === 0) return "";
  const nodes = /* @__PURE__ */ new Map();
  const arrows = /* @__PURE__ */ new Set();
  const lines2 = ["flowchart LR"];
  for (const wire of wires.slice(0, mostWires)) {
    let before3;
    for (const { end: name, letter, title } of links) {
      const end = wire[name];
      if (!end) break;
      const key = JSON.stringify([name, end]);
      const node = nodes.get(key) ?? { id: `${letter}${nodes.size}`, end };
      if (!nodes.has(key)) lines2.push(`  ${node.id}["${label2(title)}<br/>${label2(end.name)}"]`);
      nodes.set(key, node);
      if (before3) arrows.add(`  ${before3.id} ${before3.end.fault || end.fault ? "-.->" : "-->"} ${node.id}`);
      before3 = node;
    }
  }
  const used3 = ["error", "warning", "note"].filter(
    (severity) => [...nodes.values()].some(({ end }) => end.fault === severity)
  );
  const classes2 = used3.flatMap((severity) => {
    const ids = [...nodes.values()].filter(({ end }) => end.fault === severity).map(({ id: id5 }) => id5);
    return [`  classDef ${severity} ${styles2[severity]}`, `  class ${ids.join(",")} ${severity}`];
  });
  const rest2 = wires.length - mostWires;
  const more = rest2 > 0 ? `
${quantity(rest2, "more wire")} ${rest2 === 1 ? "is" : "are"} at fault.
` : "";
  return `
\`\`\`mermaid
${[...lines2, ...arrows, ...classes2].join("\n")}
\`\`\`
${more}`;
}
function label2(text) {
  const entity2 = (character) => `#${character.codePointAt(0)};`;
  return cut(visible(text), longestName).replace(/[^\w ./,()-]/gu, entity2);
}
var summaryLimit = 1024 * 1024 - 1024;
var longestCell = 4e3;
var mostItems = 100;
function renderMarkdown({ report: report2, wires }, options = {}) {
  const picture = wires ? renderWires(wires()) : "";
  const head = `## Idwire ${report2.command}: ${titleOf(report2)}

${headline(report2)}
${picture}`;
  const most2 = (options.maxBytes ?? summaryLimit) / 4;
  const foot = `${gapSection(report2.gaps, most2)}${report2.fixes ? fixSection(report2.fixes, most2) : ""}`;
  const room = (options.maxBytes ?? summaryLimit) - byteLength(head) - byteLength(foot);
  const plan = report2.plan ? planSection(report2.plan, report2.applied, room / 2, options) : "";
  const findings = worstFirst(report2.findings, options.changedFiles);
  const table = findings.length > 0 ? findingTable(findings, room - byteLength(plan), options) : "";
  return `${head}${plan}${table}${foot}`;
}
function titleOf(report2) {
  if (report2.conclusion === "error") return "could not do its job";
  if (report2.conclusion === "success") return "passed";
  const { errors, warnings, notes } = report2.counts;
  return errors + warnings + notes > 0 ? `failed with ${countsLine(report2)}` : "failed";
}
function planSection(plan, applied, room, options) {
  const rows = [
    ...planRows(plan, applied).map((row) => planTableRow(row, options)),
    ...(plan.left ?? []).map(
      ({ subject, identity: identity2, to, origin }) => cells(`left to ${code(to)}`, code(shortIdentity(identity2)), code(subject), linkedOrigin(origin, options))
    )
  ];
  if (rows.length === 0) return "";
  const head = "\n### Federated credentials\n\n| | Identity | Subject | Asked for by |\n| --- | --- | --- | --- |\n";
  const foot = `
Digest of this plan: ${code(plan.digest)}
`;
  let left = room - byteLength(head) - byteLength(foot) - 100;
  const fitting = rows.filter((row) => {
    left -= byteLength(row);
    return left >= 0;
  });
  const rest2 = rows.length - fitting.length;
  const more = rest2 > 0 ? `
${quantity(rest2, "more change")} did not fit here; the report file has all of them.
` : "";
  return `${head}${fitting.join("")}${more}${foot}`;
}
function planTableRow({ change, state, reason }, options) {
  const fields2 = change.fields.map(({ field, from, to }) => `${cell(field)}: ${code(from)} to ${code(to)}`);
  const lines2 = [`Issuer: ${code(change.issuer)}`, `Name: ${code(change.name)}`, ...fields2];
  const details2 = `<details><summary>Details</summary>${lines2.join("<br>")}</details>`;
  return cells(
    `${change.action}: ${state}${reason === "" ? "" : `<br>${cell(reason)}`}`,
    code(shortIdentity(change.identity)),
    `${code(change.subject)}${details2}`,
    change.origin ? linkedOrigin(change.origin, options) : ""
  );
}
function cells(...texts) {
  return `| ${texts.join(" | ")} |
`;
}
function linkedOrigin({ file, line }, { fileUrl }) {
  const place = code(`${file}:${line}`);
  const url = fileUrl?.(file, line, line);
  return url ? link(place, url) : place;
}
function findingTable(findings, room, options) {
  const tableHead = "\n| | Where | What |\n| --- | --- | --- |\n";
  const longestRest = byteLength(restLine(findings.length));
  let left = room - byteLength(tableHead) - longestRest;
  const rows = [];
  for (const finding of findings) {
    const row = tableRow(finding, options);
    left -= byteLength(row);
    if (left < 0) break;
    rows.push(row);
  }
  const rest2 = findings.length - rows.length;
  return `${rows.length > 0 ? tableHead + rows.join("") : ""}${rest2 > 0 ? restLine(rest2) : ""}`;
}
function restLine(count) {
  return `
${quantity(count, "more finding")} did not fit here; the log and the report file have all of them.
`;
}
function tableRow(finding, { fileUrl, docsUrl }) {
  const place = code(`${finding.file}:${finding.line}`);
  const url = fileUrl?.(finding.file, finding.line, finding.endLine);
  const where = url ? link(place, url) : place;
  return `| ${finding.severity} | ${where} | ${cell(finding.message)}${details(finding, docsUrl)} |
`;
}
function details(finding, docsUrl) {
  const rule128 = code(finding.rule);
  const lines2 = [
    finding.remedy.split(/\r\n?|\n/).map(cell).join("<br>")
  ];
  for (const { file, line, note } of finding.related) lines2.push(`See ${code(`${file}:${line}`)}: ${cell(note)}`);
  if (finding.rendered) lines2.push(`Rendered by ${cell(finding.rendered.by)} from ${code(finding.rendered.root)}`);
  lines2.push(`Rule: ${docsUrl ? link(rule128, docsLink(finding, docsUrl)) : rule128}`);
  return `<details><summary>Remedy</summary>${lines2.join("<br>")}</details>`;
}
function gapSection(gaps, maxBytes) {
  const items = gaps.map((gap) => `- ${cell(`${gap.what}: ${gap.why}`)} ${cell(gap.remedy)}
`);
  return listSection("Not checked", items, "more gap", maxBytes);
}
function fixSection(fixes, maxBytes) {
  const items = fixSentences(fixes).map((sentence) => `- ${cell(sentence)}
`);
  return listSection("Fixes", items, "more finding", maxBytes);
}
function listSection(heading, items, more, maxBytes) {
  if (items.length === 0) return "";
  const shown2 = [];
  let left = maxBytes;
  for (const item of items.slice(0, mostItems)) {
    left -= byteLength(item);
    if (left < 0) break;
    shown2.push(item);
  }
  const rest2 = items.length - shown2.length;
  const last = rest2 > 0 ? `
${quantity(rest2, more)} did not fit here; the log and the report file have all of them.
` : "";
  return `
### ${heading}

${shown2.join("")}${last}`;
}
function cell(text) {
  return escapeMarkdown(cut(text, longestCell));
}
function code(text) {
  return `<code>${cell(text)}</code>`;
}
function link(label22, url) {
  return `<a href="${escapeHtml(url)}">${label22}</a>`;
}
function byteLength(text) {
  return Buffer.byteLength(text);
}

// memory:chunk-DZJO2OL2.mjs
var group3 = "source.toolkit.fluxcd.io";
var bootstrapName = "flux-system";
function fluxSources(manifests) {
  const sources = manifests.filter((manifest) => isKind(manifest, group3, "GitRepository", "OCIRepository"));
  const own = new Set(
    sources.flatMap((manifest) => namesOf(manifest).name === bootstrapName ? addressOf(manifest) ?? [] : [])
  );
  const named2 = (kind, name) => sources.filter((manifest) => manifest.kind === kind && namesOf(manifest).name === name);
  return {
    originOf: (sourceRef) => {
      const name = sourceRef?.get("name")?.text;
      if (name === bootstrapName) return "own";
      const addresses = named2(sourceRef?.get("kind")?.text ?? "", name).flatMap((found) => addressOf(found) ?? []);
      if (addresses.length === 0 || own.size === 0) return "unknown";
      return addresses.some((address2) => own.has(address2)) ? "own" : "other";
    },
    ociName: (chartRef) => {
      if (chartRef?.get("kind")?.text !== "OCIRepository") return void 0;
      const [found] = named2("OCIRepository", chartRef.get("name")?.text);
      return found && addressOf(found)?.split("/").at(-1);
    }
  };
}
function addressOf(manifest) {
  const url = fieldsOf(manifest).get("spec", "url")?.text;
  const plain4 = url?.toLowerCase().replace(/^[a-z+]+:\/\//, "").replace(/^[^@/]*@/, "").replace(/^([^/:]+):(?!\d+\/)/, "$1/").replace(/(?:\.git)?\/?$/, "");
  return plain4 || void 0;
}

// memory:chunk-EI5HOZS2.mjs
var exitCodes = {
  success: { code: 0, meaning: "nothing at or above `fail-on`" },
  failure: { code: 1, meaning: "findings at or above `fail-on`" },
  error: { code: 2, meaning: "the job could not be done: a bad input or configuration, or an unreadable path" }
};

// memory:chunk-FEYOH5WS.mjs
var ambiguousMinimalCodePoint = 161;
var ambiguousMaximumCodePoint = 1114109;
var ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];
var fullwidthMinimalCodePoint = 12288;
var fullwidthMaximumCodePoint = 65510;
var fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];
var wideMinimalCodePoint = 4352;
var wideMaximumCodePoint = 262141;
var wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];
var isInRange = (ranges, codePoint) => {
  let low = 0;
  let high = Math.floor(ranges.length / 2) - 1;
  while (low <= high) {
    const mid = Math.floor((low + high) / 2);
    const i = mid * 2;
    if (codePoint < ranges[i]) {
      high = mid - 1;
    } else if (codePoint > ranges[i + 1]) {
      low = mid + 1;
    } else {
      return true;
    }
  }
  return false;
};
var commonCjkCodePoint = 19968;
var [wideFastPathStart, wideFastPathEnd] = /* @__PURE__ */ findWideFastPathRange(wideRanges);
function findWideFastPathRange(ranges) {
  let fastPathStart = ranges[0];
  let fastPathEnd = ranges[1];
  for (let index = 0; index < ranges.length; index += 2) {
    const start = ranges[index];
    const end = ranges[index + 1];
    if (commonCjkCodePoint >= start && commonCjkCodePoint <= end) {
      return [start, end];
    }
    if (end - start > fastPathEnd - fastPathStart) {
      fastPathStart = start;
      fastPathEnd = end;
    }
  }
  return [fastPathStart, fastPathEnd];
}
var isAmbiguous = (codePoint) => {
  if (codePoint < ambiguousMinimalCodePoint || codePoint > ambiguousMaximumCodePoint) {
    return false;
  }
  return isInRange(ambiguousRanges, codePoint);
};
var isFullwidth = (codePoint) => {
  if (codePoint < fullwidthMinimalCodePoint || codePoint > fullwidthMaximumCodePoint) {
    return false;
  }
  return isInRange(fullwidthRanges, codePoint);
};
var isWide = (codePoint) => {
  if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) {
    return true;
  }
  if (codePoint < wideMinimalCodePoint || codePoint > wideMaximumCodePoint) {
    return false;
  }
  return isInRange(wideRanges, codePoint);
};
function validate(codePoint) {
  if (!Number.isSafeInteger(codePoint)) {
    throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
  }
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
  validate(codePoint);
  if (isFullwidth(codePoint) || isWide(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) {
    return 2;
  }
  return 1;
}
var mostLines = 3;
var tabStop = 4;
function codeFrame(range, lineText2, width) {
  const rows = [];
  const last = range.endColumn === 1 && range.endLine > range.line ? range.endLine - 1 : range.endLine;
  for (let line = range.line; line <= Math.min(last, range.line + mostLines - 1); line++) {
    const text = lineText2(line);
    if (text === void 0) break;
    const start = line === range.line ? range.column - 1 : text.search(/\S|$/);
    const end = line === range.endLine ? range.endColumn - 1 : text.length;
    rows.push(...rowsOf(line, text, start, end, width));
  }
  if (rows.length > 0 && last >= range.line + mostLines) rows.push({ number: null, text: "…" });
  return rows;
}
function rowsOf(number, text, start, end, width) {
  const from = Math.max(0, start - width * 4);
  const cells2 = cellsOf(text.slice(from, start + width * 4));
  const { first, past } = windowOf(cells2, start - from, width);
  const within = cells2.slice(first, past);
  const before3 = widthSum(within.filter((cell2) => cell2.at < start - from)) + (first > 0 ? 1 : 0);
  const under = widthSum(within.filter((cell2) => cell2.at >= start - from && cell2.at < end - from));
  const shownText2 = within.map((cell2) => cell2.text).join("");
  return [
    { number, text: `${first > 0 ? "…" : ""}${shownText2}${past < cells2.length ? "…" : ""}`.trimEnd() },
    { number: null, text: " ".repeat(before3) + "^".repeat(Math.max(1, under)) }
  ];
}
function cellsOf(line) {
  const breaks = new Set(commandBreaks(line));
  const cells2 = [];
  let at = 0;
  let column = 0;
  for (const character of line) {
    const text = shown(character, breaks.has(at), column);
    const width = text === character ? widthOf(character) : text.length;
    cells2.push({ at, text, width });
    at += character.length;
    column += width;
  }
  return cells2;
}
function shown(character, breaksCommand, column) {
  if (character === "	") return " ".repeat(tabStop - column % tabStop);
  return breaksCommand ? spelledOut(character) : visible(character);
}
function widthOf(character) {
  if (character <= "~") return 1;
  return new RegExp("\\p{M}", "u").test(character) ? 0 : eastAsianWidth(character.codePointAt(0));
}
function windowOf(cells2, start, width) {
  if (widthSum(cells2) <= width) return { first: 0, past: cells2.length };
  const found = cells2.findIndex((cell2) => cell2.at >= start);
  const startIndex = found === -1 ? cells2.length : found;
  const room = width - 2;
  const after = Math.min(widthSum(cells2.slice(startIndex)), room - Math.floor(room / 3));
  let first = startIndex;
  for (let left = room - after; first > 0 && left >= cells2[first - 1].width; ) {
    first--;
    left -= cells2[first].width;
  }
  let past = first;
  for (let left = room; past < cells2.length && left >= cells2[past].width; past++)
    left -= cells2[past].width;
  return { first, past };
}
function widthSum(cells2) {
  return cells2.reduce((sum, cell2) => sum + cell2.width, 0);
}

// memory:chunk-GLVVUMHU.mjs
import {
  isTerminal,
  print
} from "./chunk-DOQ464WB.mjs";
const { styleText } = process.getBuiltinModule("node:util");
const fs = process.getBuiltinModule("node:fs");
const path2 = process.getBuiltinModule("node:path");
var types = {
  error: "error",
  warning: "warning",
  note: null
};
function renderAzureCommands({ report: report2 }, options = {}) {
  const lines2 = worstFirst(report2.findings).map((finding) => issueOf(finding, options.docsUrl));
  for (const gap of report2.gaps) lines2.push(escapeLine(`Not checked: ${gap.what}: ${gap.why} Remedy: ${gap.remedy}`));
  if (report2.fixes) lines2.push(...fixSentences(report2.fixes).map(escapeLine));
  lines2.push(escapeLine(headline(report2)));
  return `${lines2.join("\n")}
`;
}
function issueOf(finding, docsUrl) {
  const type = types[finding.severity];
  if (!type) return noteLine(finding);
  const properties2 = {
    type,
    sourcepath: finding.file,
    linenumber: finding.line,
    columnnumber: finding.column,
    code: finding.rule
  };
  const list2 = Object.entries(properties2).map(([key, value]) => `${key}=${escapeLoggingProperty(String(value))};`);
  return `##vso[task.logissue ${list2.join("")}]${escapeLoggingData(adviceOf(finding, docsUrl))}`;
}
function noteLine({ file, line, column, severity, rule: rule128, message, remedy }) {
  return escapeLine(`${file}:${line}:${column}: ${severity}: ${message} Remedy: ${remedy} [${rule128}]`);
}
function renderGithubCommands({ report: report2 }, options = {}) {
  const lines2 = worstFirst(report2.findings).map((finding) => commandOf(annotationOf(finding, options.docsUrl)));
  for (const gap of report2.gaps) lines2.push(command2("notice", { title: "Idwire: not checked" }, gapText(gap)));
  if (report2.fixes) lines2.push(...fixSentences(report2.fixes).map(escapeLine));
  lines2.push(escapeLine(headline(report2)));
  return `${lines2.join("\n")}
`;
}
function gapText(gap) {
  return `${gap.what}: ${gap.why}
Remedy: ${gap.remedy}`;
}
function commandOf({ level, file, startLine, endLine, startColumn, endColumn, title, message }) {
  return command2(level, { file, line: startLine, endLine, col: startColumn, endColumn, title }, message);
}
function command2(name, properties2, data) {
  const given = Object.entries(properties2).filter((entry) => entry[1] !== void 0);
  const list2 = given.map(([key, value]) => `${key}=${escapeWorkflowProperty(String(value))}`).join(",");
  return `::${name} ${list2}::${escapeWorkflowData(data)}`;
}
var keys2 = `
  version command conclusion findings plan applied fixes proofs gaps counts stats
  rule severity confidence message what why remedy by root safety edits refused written mended left
  file line column endLine endColumn note text docs related fingerprint
  digest complete changes unchanged left
  action identity name issuer subject audience owned origin fields blocked reason field from to outcome error
  errors warnings notes files documents parsed rendered durationMs diff fix suppressed`.match(/\w+/g);
function renderJson({ report: report2 }) {
  return `${escapeJson(JSON.stringify(report2, keys2, 2))}
`;
}
var severityStyles = { error: "red", warning: "yellow", note: "cyan" };
var usualColumns = 120;
function renderText({ report: report2, sourceLine }, options) {
  const paint = options.color ? (style, text) => styleText(style, text, { validateStream: false }) : plain3;
  const blocks = report2.findings.filter((finding) => !finding.suppressed).sort(compareFindings).map((finding) => findingBlock(finding, sourceLine, paint, options));
  const plan = report2.plan ? planBlocks(report2.plan, report2.applied, paint) : [];
  const gaps = report2.gaps.map((gap) => gapBlock(gap, paint));
  const last = paint(report2.conclusion === "success" ? "green" : "red", visible(headline(report2)));
  const fixes = report2.fixes ? fixBlocks(report2.fixes, paint) : [];
  return `${breakCommands([...fixes, ...blocks, ...plan, ...gaps, last].join("\n\n"))}
`;
}
function plain3(_, text) {
  return text;
}
function findingBlock(finding, sourceLine, paint, { columns, docsUrl }) {
  const place = paint("bold", visible(`${finding.file}:${finding.line}:${finding.column}`));
  const severity = paint(severityStyles[finding.severity], finding.severity);
  const lines2 = [`${place}: ${severity}: ${visible(finding.message)} [${visible(finding.rule)}]`];
  lines2.push(...frameLines(finding, sourceLine, paint, columns ?? usualColumns));
  lines2.push(...labelled2("remedy", visibleLines(finding.remedy), paint));
  for (const { file, line, note } of finding.related)
    lines2.push(...labelled2("see", visible(`${file}:${line}: ${note}`), paint));
  if (finding.rendered)
    lines2.push(...labelled2("rendered", visible(`by ${finding.rendered.by} from ${finding.rendered.root}`), paint));
  lines2.push(...labelled2("rule", visible(docsLink(finding, docsUrl)), paint));
  return lines2.join("\n");
}
function fixBlocks(fixes, paint) {
  const diffs = fixes.written ? [] : fixes.files.map(({ diff }) => diffLines(diff, paint).join("\n"));
  const sentences = fixSentences(fixes).map(visible);
  return sentences.length > 0 ? [...diffs, sentences.join("\n")] : diffs;
}
function diffLines(diff, paint) {
  const styles3 = { "+": "green", "-": "red", "@": "cyan" };
  return diff.replace(/\n$/, "").split("\n").map((line) => paint(styles3[line.charAt(0)] ?? "reset", visible(line.replace(/\r$/, ""))));
}
function frameLines(finding, sourceLine, paint, columns) {
  const digits = String(finding.endLine).length;
  const indent = 2;
  const gutterWidth = indent + digits + 3;
  const rows = codeFrame(finding, (line) => sourceLine(finding.file, line), Math.max(20, columns - gutterWidth));
  return rows.map(({ number, text }) => {
    const gutter = paint("dim", `${" ".repeat(indent)}${String(number ?? "").padStart(digits)} |`);
    return `${gutter} ${number === null ? paint(severityStyles[finding.severity], text) : text}`;
  });
}
var stateStyles = {
  planned: "cyan",
  blocked: "yellow",
  done: "green",
  failed: "red",
  skipped: "yellow"
};
function planBlocks(plan, applied, paint) {
  const rows = planRows(plan, applied).map(({ change, state, reason }) => {
    const origin = originText(change);
    const place = origin ? `${paint("bold", visible(origin))}: ` : "";
    const what = visible(`${change.subject} on ${shortIdentity(change.identity)}`);
    const fields2 = change.fields.map(({ field, from, to }) => `${field} ${from} -> ${to}`).join(", ");
    return [
      `${place}${paint(stateStyles[state], state)}: ${change.action} ${what}`,
      ...labelled2("why", visibleLines(reason), paint),
      ...labelled2("change", visible(fields2), paint),
      ...labelled2("issuer", visible(change.issuer), paint),
      ...labelled2("name", visible(`${change.name}${change.owned || change.name === "" ? "" : " (not ours)"}`), paint),
      ...labelled2("identity", visible(change.identity), paint)
    ].join("\n");
  });
  const left = (plan.left ?? []).map(({ subject, identity: identity2, to, origin }) => {
    const place = paint("bold", visible(`${origin.file}:${origin.line}`));
    return `${place}: left to ${visible(`${to}: ${subject} on ${shortIdentity(identity2)}`)}`;
  });
  const digest = rows.length > 0 ? [`${paint("dim", "digest of this plan:")} ${visible(plan.digest)}`] : [];
  return [...rows, ...left, ...digest];
}
function gapBlock({ what, why, remedy }, paint) {
  const [first = "", ...more] = visibleLines(`${what}: ${why}`).split("\n");
  const lines2 = [`${paint("yellow", "not checked")}: ${first}`, ...more.map((line) => `  ${line}`)];
  return [...lines2, ...labelled2("remedy", visibleLines(remedy), paint)].join("\n");
}
function labelled2(label3, text, paint) {
  if (text === "") return [];
  const [first = "", ...more] = text.split("\n");
  return [`  ${paint("dim", `${label3}:`)} ${first}`, ...more.map((line) => `    ${line}`)];
}
var renderers = {
  text: () => renderText,
  json: () => renderJson,
  sarif: async () => (await import("./sarif-Q4CXBVTE.mjs")).renderSarif,
  html: async () => (await import("./html-EKDQ6WT6.mjs")).renderHtml,
  markdown: () => renderMarkdown,
  github: () => renderGithubCommands,
  "azure-pipelines": () => renderAzureCommands
};
async function render(format, outcome, options) {
  const renderer = await renderers[format]();
  return renderer(outcome, options);
}
async function deliver(outcome, inputs, files21, options) {
  const write = async (file, format) => {
    if (file) files21.write(file, await render(format, outcome, { ...options, color: false }));
    return file ?? "";
  };
  const report2 = await write(inputs.reportFile, "json");
  const sarif = await write(inputs.sarifFile, "sarif");
  await write(inputs.htmlFile, "html");
  if (options.prints) print(await render(inputs.format, outcome, options));
  return { report: report2, sarif };
}
var systemClock = {
  // Not `performance.now()`, which first loads everything that can be measured.
  monotonic: () => Number(process.hrtime.bigint()) / 1e6,
  async sleep(milliseconds, signal) {
    const { setTimeout: wait } = await import("node:timers/promises");
    try {
      await wait(milliseconds, void 0, signal ? { signal } : {});
    } catch (thrown) {
      if (!signal?.aborted) throw thrown;
    }
  }
};
var smallestBuffer = 256 * 1024;
function createFiles(workingDirectory) {
  let buffer = Buffer.allocUnsafeSlow(smallestBuffer);
  const absolute = (file) => path2.isAbsolute(file) ? file : `${workingDirectory}/${file}`;
  function fill(descriptor, expected) {
    let filled2 = 0;
    for (; ; ) {
      if (filled2 === buffer.length) buffer = grown(buffer, Math.max(expected + 1, buffer.length * 2));
      const count = readSome(descriptor, buffer, filled2);
      filled2 += count;
      if (count === 0 || expected > 0 && filled2 === expected) return filled2;
    }
  }
  return {
    list: (directory) => guarded("list", directory, () => entriesOf2(absolute(directory))),
    stat: (file) => guarded("read", file, () => statOf(absolute(file))),
    realPath: (file) => guarded("find", file, () => slashed(fs.realpathSync.native(absolute(file)))),
    write: (file, text) => guarded("write", file, () => writeAtomically(absolute(file), text)),
    read: (file) => guarded("read", file, () => {
      const descriptor = file === "-" ? 0 : fs.openSync(absolute(file), "r");
      try {
        const length = fill(descriptor, file === "-" ? 0 : fs.fstatSync(descriptor).size);
        return buffer.subarray(0, length);
      } finally {
        if (file !== "-") fs.closeSync(descriptor);
      }
    })
  };
}
function grown(buffer, size) {
  const larger = Buffer.allocUnsafeSlow(size);
  buffer.copy(larger);
  return larger;
}
function readSome(descriptor, buffer, offset) {
  for (; ; ) {
    try {
      return fs.readSync(descriptor, buffer, offset, buffer.length - offset, null);
    } catch (thrown) {
      const code2 = codeOf(thrown);
      if (code2 === "EOF") return 0;
      if (code2 !== "EAGAIN") throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
function entriesOf2(directory) {
  return fs.readdirSync(directory, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
}
function kindOf(entry) {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "directory";
  return entry.isSymbolicLink() ? "link" : "other";
}
function statsOf(file) {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch (thrown) {
    if (codeOf(thrown) === "ENOTDIR") return void 0;
    throw thrown;
  }
}
function statOf(file) {
  const stats = statsOf(file);
  if (!stats) return void 0;
  return {
    kind: stats.isFile() ? "file" : stats.isDirectory() ? "directory" : "other",
    size: stats.size,
    readOnly: (stats.mode & 146) === 0 || !mayWrite(file)
  };
}
function mayWrite(file) {
  try {
    fs.accessSync(file, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
function writeAtomically(file, text) {
  const target = fs.existsSync(file) ? fs.realpathSync.native(file) : file;
  const mode = fs.statSync(target, { throwIfNoEntry: false })?.mode;
  const temporary = path2.join(path2.dirname(target), `.idwire-${process.pid}-${Date.now()}.tmp`);
  try {
    fs.writeFileSync(temporary, text, { flag: "wx" });
    if (mode !== void 0) fs.chmodSync(temporary, mode & 4095);
    fs.renameSync(temporary, target);
  } catch (thrown) {
    fs.rmSync(temporary, { force: true });
    throw thrown;
  }
}
function slashed(file) {
  return path2.sep === "/" ? file : file.replaceAll(path2.sep, "/");
}
var remedies = {
  ENOENT: "Check the spelling, and that it is relative to the working directory.",
  ENOTDIR: "Check the spelling: a part of the path is a file, not a folder.",
  EISDIR: "Name a file instead of a folder.",
  EACCES: "Give this user permission, or leave the path out.",
  EPERM: "Give this user permission, or leave the path out.",
  ELOOP: "Mend the symbolic links, which lead to themselves."
};
function guarded(action, file, work) {
  try {
    return work();
  } catch (thrown) {
    const code2 = codeOf(thrown);
    if (code2 === void 0) throw thrown;
    throw new InputError(
      {
        problem: `Cannot ${action} ${file === "-" ? "standard input" : file}.`,
        evidence: thrown.message.replace(/^[A-Z]+: /, "").replace(/, \w+(?: '.*)?$/s, ` (${code2})`),
        remedy: remedies[code2] ?? "Check that the path can be used by this user on this machine."
      },
      { cause: thrown }
    );
  }
}
function codeOf(thrown) {
  return thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : void 0;
}
var patience = 2e3;
var pace = { terminal: 100, log: 1e4 };
function createLog({ stream, clock, escape: inert, debug }) {
  const terminal = stream.isTTY === true;
  const started = clock.monotonic();
  let lastProgress = Number.NEGATIVE_INFINITY;
  let showsProgress = false;
  function wipe() {
    if (showsProgress) stream.write("\r\x1B[K");
    showsProgress = false;
  }
  function line(text) {
    wipe();
    stream.write(`${inert(text)}
`);
  }
  return {
    progress(message) {
      const now = clock.monotonic();
      if (now - started < patience || now - lastProgress < (terminal ? pace.terminal : pace.log)) return;
      lastProgress = now;
      if (!terminal) return line(message);
      wipe();
      stream.write(inert(message));
      showsProgress = true;
    },
    notice: line,
    debug(message) {
      if (debug) line(`debug: ${message}`);
    },
    close: wipe
  };
}
var marksPerLevel = 10;
function withinBudget(findings, changedFiles, most2 = {}) {
  const left = { error: marksPerLevel, warning: marksPerLevel, note: marksPerLevel, ...most2 };
  const shown2 = [];
  const rest2 = [];
  for (const finding of worstFirst(findings, changedFiles)) {
    (left[finding.severity]-- > 0 ? shown2 : rest2).push(finding);
  }
  return { shown: shown2, rest: rest2 };
}
function isCrowded(findings) {
  return withinBudget(findings).rest.length > 0;
}
function restLine2(rest2) {
  const of = (severity) => rest2.filter((finding) => finding.severity === severity).length;
  const parts = ["error", "warning", "note"].flatMap(
    (severity) => of(severity) > 0 ? quantity(of(severity), severity) : []
  );
  return `${parts.join(", ")} more, beyond the ${marksPerLevel} of each level that are marked; the summary of this job lists all findings.`;
}
var events = {
  IndividualCI: "push",
  BatchedCI: "push",
  Schedule: "schedule",
  Manual: "manual",
  PullRequest: "pull-request"
};
function azurePipelinesEvent({
  reason,
  ref,
  pullRequest
}) {
  const event = Object.hasOwn(events, reason) ? events[reason] : "other";
  const reviewed = pullRequest !== void 0 || ref.startsWith("refs/pull/");
  return {
    event: reviewed ? "pull-request" : event,
    eventName: reason,
    branch: /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  };
}
var events2 = {
  push: "push",
  schedule: "schedule",
  workflow_dispatch: "manual",
  pull_request: "pull-request",
  pull_request_target: "pull-request",
  pull_request_review: "pull-request",
  merge_group: "merge-queue"
};
function githubEvent({ eventName, ref }) {
  return {
    event: Object.hasOwn(events2, eventName) ? events2[eventName] : "other",
    eventName,
    branch: /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  };
}
function runPlace(environment, files21, defaultBranch2) {
  if (environment.GITHUB_ACTIONS === "true") {
    const context = githubContext(environment, files21);
    return inPipeline(githubEvent(context), defaultBranch2 ?? context.defaultBranch, environment);
  }
  if (environment.TF_BUILD?.toLowerCase() === "true") {
    return inPipeline(azurePipelinesEvent(azurePipelinesContext(environment)), defaultBranch2, environment);
  }
  if (environment.CI && environment.CI.toLowerCase() !== "false") {
    const unknown = { event: "other", eventName: "unknown to Idwire (CI is set)", branch: void 0 };
    return inPipeline(unknown, defaultBranch2, environment);
  }
  return { kind: "local" };
}
function inPipeline(started, given, environment) {
  const defaultBranch2 = given ?? "main";
  const branch2 = async () => {
    const { createDefaultBranch } = await import("./git-branch-6TOMBNYB.mjs");
    return createDefaultBranch({ directory: process.cwd(), environment, branch: defaultBranch2 });
  };
  return {
    kind: "pipeline",
    ...started,
    defaultBranch: defaultBranch2,
    isCurrentHead: async () => (await branch2()).isCurrentHead(),
    onDefaultBranch: async (path22) => (await branch2()).read(path22)
  };
}
function thisMachine(environment) {
  const debug = environment.RUNNER_DEBUG === "1" || environment.SYSTEM_DEBUG?.toLowerCase() === "true";
  const stream = { isTTY: isTerminal(2, environment), write: (text) => process.stderr.write(text) };
  const log = createLog({ stream, clock: systemClock, escape: escapeLine, debug });
  return {
    // Relative, since the system would look up every folder above this one again for each file.
    files: createFiles("."),
    log,
    clock: systemClock,
    createRenderer: async (options) => {
      const { createRenderer } = await import("./renderer-PRY2NXYM.mjs");
      return createRenderer({ ...options, workingDirectory: process.cwd(), environment });
    },
    close: () => log.close()
  };
}
function changesSince(bases, environment) {
  return {
    async read() {
      const { createGitChanges } = await import("./git-IDH72PDE.mjs");
      return createGitChanges({ directory: process.cwd(), environment, bases }).read();
    }
  };
}
function portsOf2(inputs, { machine, environment, changes, connection, kubeconfig }) {
  return {
    ...machine,
    changes,
    place: runPlace(environment, machine.files, inputs.defaultBranch),
    stopSignal,
    pipelineHosts: async () => {
      const { createPipelineHosts } = await import("./pipeline-hosts-VMFDX7C7.mjs");
      return createPipelineHosts({ inputs, environment, files: machine.files, accessToken: connection?.accessToken });
    },
    clusters: async () => {
      const { openNamedClusters } = await import("./kubernetes-R6CDUB2O.mjs");
      return openNamedClusters(inputs, kubeconfig);
    },
    pipelineToken: environment.ACTIONS_ID_TOKEN_REQUEST_URL ? async (audience) => (await import("./id-token-KWWNREVI.mjs")).idToken(audience) : void 0,
    signIn: async (cloud, tenant) => {
      const { signInToAzure } = await import("./azure-YC3HIF5G.mjs");
      return signInToAzure({ inputs, environment, log: machine.log, connection }, cloud, tenant);
    }
  };
}
function firstKnown(sources) {
  let answer;
  const ask = async () => {
    const unknown = [];
    for (const source of sources) {
      const set = await source.read();
      if (set.known) return set;
      unknown.push(set);
    }
    const sentences = (of) => unknown.flatMap((set) => set[of] || []).join(" ");
    return { known: false, why: sentences("why"), remedy: sentences("remedy") };
  };
  return {
    read() {
      answer ??= ask();
      return answer;
    }
  };
}
function withSubscription(inputs, environment, connection) {
  const subscriptionId = inputs.subscriptionId ?? connection?.subscriptionId ?? (environment.AZURE_SUBSCRIPTION_ID || void 0);
  return { ...inputs, subscriptionId };
}
function stopSignal() {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => controller.abort());
  return controller.signal;
}
async function filesToShowFirst({ report: report2 }, changes) {
  const set = isCrowded(report2.findings) ? await changes.read() : void 0;
  return set?.known ? { changedFiles: new Set(set.files.keys()) } : {};
}
var useCases = {
  check: async () => (await import("./check-X4SNDDOS.mjs")).check,
  fix: async () => (await import("./fix-K334NFDZ.mjs")).fix,
  plan: async () => (await import("./plan-3YJPJFYI.mjs")).plan,
  apply: async () => (await import("./apply-ICKUNEXJ.mjs")).apply,
  drift: async () => (await import("./drift-KOYROPKK.mjs")).drift,
  prove: async () => (await import("./prove-3SB7KYCG.mjs")).prove
};
async function useCaseOf(command22) {
  const load2 = useCases[command22];
  if (load2) return load2();
  throw new InputError({
    problem: `The command ${command22} is not part of this version.`,
    evidence: "",
    remedy: `Choose one of ${Object.keys(useCases).join(", ")}.`
  });
}

// memory:chunk-LMAJKVWQ.mjs
const { parseArgs } = process.getBuiltinModule("node:util");
function parseCommandLine(args) {
  const { words: words3, options } = splitArguments(args);
  const asked = (name) => options.some((option) => option.name === name);
  const [word, ...operands] = words3;
  const command3 = commandsOn("cli").find((candidate) => candidate.name === word);
  if (args.length === 0 || asked("help")) return { kind: "help", command: command3?.name };
  if (asked("version")) return { kind: "version" };
  if (!command3) throwFaults([wrongCommand(word)], "Run `idwire --help` for the commands.");
  return run(command3, operands, options);
}
function run(command3, operands, options) {
  const raw = /* @__PURE__ */ new Map();
  const faults = [];
  for (const option of options) {
    const name = optionNames().find((candidate) => candidate === option.name);
    if (!name) faults.push(unknownOption(option));
    else if (option.value === void 0) faults.push(`${option.shown} needs a value.`);
    else raw.set(name, joined(name, raw.get(name), option.value));
  }
  if (command3.operand === "paths" && operands.length > 0) raw.set("paths", operands.join("\n"));
  faults.push(...operandFaults(command3, operands));
  const inspected = inspectInputs(raw, "cli");
  faults.push(...inspected.faults);
  for (const name of inspected.inputs.given) faults.push(...misplaced(command3.name, name));
  throwFaults(faults, `Run \`idwire ${command3.name} --help\` for its options.`);
  const values = { ...inspected.inputs.values, command: command3.name };
  const topic = command3.operand === "topic" ? operands[0] : void 0;
  return { kind: "run", command: command3.name, inputs: { values, given: inspected.inputs.given }, topic };
}
function joined(name, before3, value) {
  return before3 !== void 0 && inputDefinition(name).type === "lines" ? `${before3}
${value}` : value;
}
function unknownOption(option) {
  const meant = nearest(option.name, [...optionNames(), "help", "version"]);
  return `${option.shown} is not an option of this version${meant ? `; did you mean --${meant}?` : "."}`;
}
function operandFaults(command3, operands) {
  if (command3.operand === "topic" && operands.length !== 1) {
    return [`${command3.name} takes one rule or code; ${operands.length} were given.`];
  }
  if (command3.operand === "none" && operands.length > 0) {
    return [`${command3.name} takes no paths; ${JSON.stringify(operands[0])} was given.`];
  }
  return [];
}
function misplaced(command3, name) {
  const { commands: commands2 } = inputDefinition(name);
  if (commands2.includes(command3)) return [];
  return [`${nameOn("cli", name)} is an option of ${commands2.join(", ")}, not of ${command3}.`];
}
function wrongCommand(word) {
  if (word === void 0) return "No command was given.";
  const meant = nearest(
    word,
    commandsOn("cli").map((command3) => command3.name)
  );
  return `${JSON.stringify(word)} is not a command of this version${meant ? `; did you mean ${meant}?` : "."}`;
}
function optionNames() {
  return inputsOn("cli").filter((name) => !inputDefinition(name).positional);
}
function optionsOf(command3) {
  return optionNames().filter((name) => inputDefinition(name).commands.includes(command3));
}
function splitArguments(args) {
  const known3 = {
    help: { type: "boolean", short: "h" },
    version: { type: "boolean", short: "v" }
  };
  for (const name of optionNames()) {
    known3[name] = { type: inputDefinition(name).type === "boolean" ? "boolean" : "string" };
  }
  const { tokens } = parseArgs({ args: [...args], options: known3, strict: false, tokens: true, allowNegative: true });
  const words3 = [];
  const options = [];
  for (const token2 of tokens) {
    if (token2.kind === "positional") words3.push(token2.value);
    if (token2.kind === "option") options.push(givenOption(token2, known3[token2.name]?.type));
  }
  return { words: words3, options };
}
function givenOption(token2, type) {
  const { name, rawName: shown2, value, inlineValue } = token2;
  const negated = /^--no-(.+)$/.exec(shown2);
  if (type === "boolean" && negated && negated[1] === name) return { name, shown: shown2, value: "false" };
  if (type !== "string") return { name, shown: shown2, value: value ?? "true" };
  return { name, shown: shown2, value: value?.startsWith("-") && !inlineValue ? void 0 : value };
}

// memory:chunk-MC2TLTVB.mjs
import {
  __commonJS,
  __toESM
} from "./chunk-S3F4CPQ5.mjs";
var require_ignore = __commonJS({
  "node_modules/ignore/index.js"(exports, module) {
    function makeArray(subject) {
      return Array.isArray(subject) ? subject : [subject];
    }
    var UNDEFINED = void 0;
    var EMPTY = "";
    var SPACE = " ";
    var ESCAPE = "\\";
    var REGEX_LITERAL_SPECIAL = /[.*+?()[\]{}^$|\\/]/;
    var BOM = "\uFEFF";
    var REGEX_ANCHORED_GLOBSTAR = /^\/\*{2,}$/;
    var REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION = /^\\!/;
    var REGEX_REPLACE_LEADING_EXCAPED_HASH = /^\\#/;
    var REGEX_SPLITALL_CRLF = /\r?\n/g;
    var DOUBLE_SLASH = "//";
    var SLASH_CODE = 47;
    var DOT_CODE = 46;
    var SLASH = "/";
    var TMP_KEY_IGNORE = "node-ignore";
    if (typeof Symbol !== "undefined") {
      TMP_KEY_IGNORE = /* @__PURE__ */ Symbol.for("node-ignore");
    }
    var KEY_IGNORE = TMP_KEY_IGNORE;
    var define = (object, key, value) => {
      Object.defineProperty(object, key, { value });
      return value;
    };
    var RETURN_FALSE = () => false;
    var POSIX_CLASSES = {
      alnum: "0-9A-Za-z",
      alpha: "A-Za-z",
      blank: " \\t",
      cntrl: "\\x00-\\x1f\\x7f",
      digit: "0-9",
      graph: "!-.0-~",
      lower: "a-z",
      print: " -.0-~",
      punct: "!-.:-@\\[-`{-~",
      // git's `sane-ctype.h` classifies \v and \f as control, not space,
      //   unlike C's `isspace`
      space: " \\t\\n\\r",
      upper: "A-Z",
      xdigit: "0-9A-Fa-f"
    };
    var CLASS_MEMBERS_TO_ESCAPE = "\\]^-[";
    var escapeMember = (char) => CLASS_MEMBERS_TO_ESCAPE.indexOf(char) < 0 ? char : ESCAPE + char;
    var NON_SLASH = "(?!\\/)";
    var classSource = (negated, body) => {
      if (negated) {
        return `[^\\/${body}]`;
      }
      const source = `[${body}]`;
      return new RegExp(source).test("/") ? NON_SLASH + source : source;
    };
    var scanBracket = (pattern2, start) => {
      const { length } = pattern2;
      let index = start + 1;
      let negated = EMPTY;
      const lead3 = pattern2[index];
      if (lead3 === "!" || lead3 === "^") {
        negated = "^";
        index++;
      }
      let body = EMPTY;
      let prev = EMPTY;
      for (; ; ) {
        const char = pattern2[index];
        if (char === UNDEFINED) {
          return null;
        }
        if (char === ESCAPE) {
          const escaped = pattern2[++index];
          body += escapeMember(escaped);
          prev = escaped;
        } else if (char === "-" && prev && index + 1 < length && pattern2[index + 1] !== "]") {
          index++;
          let to = pattern2[index];
          if (to === ESCAPE) {
            to = pattern2[index += 1];
          }
          if (prev <= to) {
            body += `-${escapeMember(to)}`;
          }
          prev = EMPTY;
        } else if (char === "[" && pattern2[index + 1] === ":") {
          const nameStart = index + 2;
          let end = nameStart;
          while (end < length && pattern2[end] !== "]") {
            end++;
          }
          if (end === length) {
            return null;
          }
          if (end > nameStart && pattern2[end - 1] === ":") {
            const name = pattern2.slice(nameStart, end - 1);
            if (!Object.prototype.hasOwnProperty.call(POSIX_CLASSES, name)) {
              return null;
            }
            body += POSIX_CLASSES[name];
            prev = EMPTY;
            index = end;
          } else {
            body += escapeMember("[");
            prev = "[";
            index = nameStart - 2;
          }
        } else {
          body += escapeMember(char);
          prev = char;
        }
        index++;
        if (pattern2[index] === "]") {
          return {
            end: index,
            source: classSource(negated, body)
          };
        }
      }
    };
    var NEVER_MATCH = "[]";
    var PLACEHOLDER = "\0";
    var REGEX_RESTORE_PLACEHOLDER = new RegExp(
      `${PLACEHOLDER}(\\d+)${PLACEHOLDER}`,
      "g"
    );
    var TRAILING_WILDCARD = "";
    var TRAILING_DOUBLESTAR = "";
    var isReserved = (char) => char === PLACEHOLDER || char === TRAILING_WILDCARD || char === TRAILING_DOUBLESTAR;
    var extractBrackets = (pattern2) => {
      const sources = [];
      const hold = (source) => `${PLACEHOLDER}${sources.push(source) - 1}${PLACEHOLDER}`;
      const { length } = pattern2;
      let out = EMPTY;
      let index = 0;
      while (index < length) {
        const char = pattern2[index];
        if (char === ESCAPE) {
          const escaped = pattern2[index + 1];
          if (escaped === SLASH && index + 2 === length) {
            out += hold(NEVER_MATCH);
          } else if (escaped === "*" || escaped === "[" || escaped === SPACE) {
            out += pattern2.slice(index, index + 2);
          } else {
            out += hold(
              REGEX_LITERAL_SPECIAL.test(escaped) ? ESCAPE + escaped : isReserved(escaped) ? `[${escaped}]` : escaped
            );
          }
          index += 2;
        } else if (isReserved(char)) {
          out += hold(`[${char}]`);
          index++;
        } else if (char === "[") {
          const scanned = scanBracket(pattern2, index);
          if (scanned === null) {
            out += hold(NEVER_MATCH);
            index = length;
          } else {
            out += hold(scanned.source);
            index = scanned.end + 1;
          }
        } else {
          out += char;
          index++;
        }
      }
      return {
        source: out,
        sources
      };
    };
    var DIRECT = null;
    var REGEX_INNER_SLASH = /\/(?!$)/;
    var WILDCARD = "[^\\/]*";
    var REPLACERS = [
      // Replace (\ ) with ' '
      // Only a space: an escaped tab or other whitespace is already a literal by
      //   the time it reaches here, and a bare tab must be left as one, not turned
      //   into a space.
      // (\ ) -> ' '
      // (\\ ) -> '\\ '
      // (\\\ ) -> '\\ '
      [
        // A run of backslashes is taken whole, from its first one, so no match
        //   ever starts again inside it -- `(\\+?) ` did, which made a long run
        //   quadratic.
        /(\\+)( ?)/g,
        (_, run2, space) => space ? run2.slice(0, run2.length - run2.length % 2) + SPACE : run2,
        ESCAPE + SPACE
      ],
      // git's wildmatch() reads a run of two or more asterisks as one globstar
      //   whenever the run fills a path segment: it starts the pattern or follows
      //   a `/`, and it ends the pattern or comes before a `/`. A run of two is
      //   already `**`; a longer one is folded into `**` here, so the steps
      //   below only ever have to know `**`.
      // `***/foo` -> `**/foo`, `a/***/b` -> `a/**/b`, `a/***` -> `a/**`
      // git also takes a run beside a literal prefix (`a***/b`) or beside an
      //   escaped slash (`***\/b`) as a globstar, and this does not; the README
      //   lists both, under "A run of asterisks".
      [
        /(^|\/)\*{3,}(?=\/|$)/g,
        (_, start) => `${start}**`,
        "*"
      ],
      // Escape metacharacters
      // which is written down by users but means special for regular expressions.
      // > There are 12 characters with special meanings:
      // > - the backslash \,
      // > - the caret ^,
      // > - the dollar sign $,
      // > - the period or dot .,
      // > - the vertical bar or pipe symbol |,
      // > - the question mark ?,
      // > - the asterisk or star *,
      // > - the plus sign +,
      // > - the opening parenthesis (,
      // > - the closing parenthesis ),
      // > - and the opening square bracket [,
      // > - the opening curly brace {,
      // > These special characters are often called "metacharacters".
      [
        /[\\$.|*+(){^]/g,
        (match) => `\\${match}`
      ],
      [
        // > a question mark (?) matches a single character
        /(?!\\)\?/g,
        () => "[^/]",
        "?"
      ],
      // leading slash
      [
        // > A leading slash matches the beginning of the pathname.
        // > For example, "/*.c" matches "cat-file.c" but not "mozilla-sha1/sha1.c".
        // A leading slash matches the beginning of the pathname
        /^\//,
        () => "^",
        SLASH
      ],
      // replace special metacharacter slash after the leading slash
      [
        /\//g,
        () => "\\/",
        SLASH
      ],
      [
        // > A leading "**" followed by a slash means match in all directories.
        // > For example, "**/foo" matches file or directory "foo" anywhere,
        // > the same as pattern "foo".
        // > "**/foo/bar" matches file or directory "bar" anywhere that is directly
        // >   under directory "foo".
        // Notice that the '*'s have been replaced as '\\*'
        /^\^*(?:\\\*\\\*\\\/)+/,
        // '**/foo' <-> 'foo'
        () => "(?:^|\\/)",
        "*"
      ],
      // starting
      [
        // there will be no leading '/'
        //   (which has been replaced by section "leading slash")
        // If starts with '**', adding a '^' to the regular expression also works
        DIRECT,
        (source, pattern2) => {
          if (!source || source[0] === "^" || source[0] === "(") {
            return source;
          }
          const anchor = !REGEX_INNER_SLASH.test(pattern2) ? "(?:^|\\/)" : "^";
          return anchor + source;
        }
      ],
      // two globstars
      [
        // Use lookahead assertions so that we could match more than one `'/**'`
        /\\\/\\\*\\\*(?=\\\/|$)/g,
        // Zero, one or several directories
        // should not use '*', or it will be replaced by the next replacer
        // Check if it is not the last `'/**'`
        (_, index, str) => index + 6 < str.length ? str.slice(index + 6) === "\\/" ? "(?:\\/[^\\/]+)+" : "(?:\\/[^\\/]+)*" : `\\/${TRAILING_DOUBLESTAR}`,
        "*"
      ],
      // normal intermediate wildcards
      [
        // Never replace escaped '*'
        // ignore rule '\*' will match the path '*'
        // 'abc.*/' -> go
        // 'abc.*'  -> skip this rule,
        //    coz trailing single wildcard will be handed by [trailing wildcard]
        /(^|[^\\])(?:\\\*)+(?!$)/g,
        // '*.js' matches '.js'
        // '*.js' doesn't match 'abc'
        // 1. An asterisk "*" matches anything except a slash.
        // 2. Other consecutive asterisks are considered regular asterisks
        //    and collapse into one non-slash wildcard run.
        (_, p1) => p1 + WILDCARD,
        "*"
      ],
      // trailing wildcard, held apart from a literal star
      [
        // The step above leaves a trailing `*` alone, so a single `\*` is all that
        //   can be left at the end here, and what stands in front of it says which
        //   kind it is. A wildcard arrives as the escaper wrote it, `\*` with
        //   nothing before it; a literal arrives as the user's own escape, which
        //   the escaper doubled, and then the star's own -- `\\` and then `\*`.
        //   There is no third case: every backslash still reaching the chain is
        //   one `\*`, `\[` or `\ ` carries itself, and each is followed by its
        //   own character, so a longer run can never form. This runs while the
        //   two are still distinct, before the unescape steps below collapse the
        //   literal onto the very `\*` a wildcard leaves behind.
        /(^|[^\\])((?:\\\\)*)\\\*$/,
        (match, p1, p2) => p2 === EMPTY ? p1 + TRAILING_WILDCARD : match,
        "*"
      ],
      [
        // unescape, revert step 3 except for back slash
        // For example, if a user escape a '\\*',
        // after step 3, the result will be '\\\\\\*'
        /\\\\\\(?=[$.|*+(){^])/g,
        () => ESCAPE,
        ESCAPE + ESCAPE
      ],
      [
        // '\\\\' -> '\\'
        /\\\\/g,
        () => ESCAPE,
        ESCAPE + ESCAPE
      ],
      [
        // Every real bracket expression -- POSIX classes included -- has already
        //   been held aside by `extractBrackets`, so the only `[` left in the
        //   pattern is an escaped, literal one.
        // A backslash could only stand at the end of the range if it quoted the
        //   `]`, and `\]` is held aside long before this.
        /\\\[([^\]/]*?)($|\])/g,
        // '\\[bar]' -> '\\\\[bar]'
        (match, range, close) => `\\[${range}${close}`,
        "["
      ],
      // ending
      [
        // 'js' will not match 'js.'
        // 'ab' will not match 'abc'
        DIRECT,
        // WTF!
        // https://git-scm.com/docs/gitignore
        // changes in [2.22.1](https://git-scm.com/docs/gitignore/2.22.1)
        // which re-fixes #24, #38
        // > If there is a separator at the end of the pattern then the pattern
        // > will only match directories, otherwise the pattern can match both
        // > files and directories.
        // 'js*' will not match 'a.js'
        // 'js/' will not match 'a.js'
        // 'js' will match 'a.js' and 'a.js/'
        (source) => {
          const last = source[source.length - 1];
          if (!last || last === TRAILING_WILDCARD || last === TRAILING_DOUBLESTAR) {
            return source;
          }
          return last === SLASH ? `${source}$` : `${source}(?=$|\\/$)`;
        }
      ]
    ];
    var REGEX_REPLACE_TRAILING_WILDCARD = /(^|\\\/)?\uE000$/;
    var MODE_IGNORE = "regex";
    var MODE_CHECK_IGNORE = "checkRegex";
    var UNDERSCORE = "_";
    var replaceTrailingWildcard = (_, p1) => {
      const prefix = p1 ? `${p1}[^/]+` : "[^/]*";
      return `${prefix}(?=$|\\/$)`;
    };
    var REGEX_REPLACE_TRAILING_DOUBLESTAR = /\uE001$/;
    var replaceTrailingDoublestar = () => "[\\s\\S]";
    var separatorAfter = (run2, at) => {
      let separator = EMPTY;
      for (let index = at + 1; index < run2.length && !run2[index].wildcard; index++) {
        separator += run2[index].single;
      }
      return separator;
    };
    var pinWildcards = (source) => {
      if (source.indexOf(WILDCARD) < 0) {
        return source;
      }
      const tokens = [];
      const { length } = source;
      let index = 0;
      while (index < length) {
        const char = source[index];
        if (source.startsWith(WILDCARD, index)) {
          tokens.push({ wildcard: true });
          index += WILDCARD.length;
        } else if (char === "[") {
          let end = index + 1;
          if (source[end] === "^") {
            end++;
          }
          if (source[end] === "]") {
            end++;
          }
          while (end < length && source[end] !== "]") {
            end += source[end] === ESCAPE ? 2 : 1;
          }
          end++;
          tokens.push({ single: source.slice(index, end) });
          index = end;
        } else if (char === ESCAPE) {
          tokens.push({ single: source.slice(index, index + 2) });
          index += 2;
        } else if (char === "(") {
          let depth = 0;
          let end = index;
          do {
            if (source[end] === ESCAPE) {
              end++;
            } else if (source[end] === "(") {
              depth++;
            } else if (source[end] === ")") {
              depth--;
            }
            end++;
          } while (end < length && depth > 0);
          if ("*+?".indexOf(source[end]) >= 0) {
            end++;
          }
          tokens.push({ boundary: source.slice(index, end) });
          index = end;
        } else if (char === "^" || char === "$") {
          tokens.push({ boundary: char });
          index++;
        } else {
          tokens.push({ single: char });
          index++;
        }
      }
      let out = EMPTY;
      let run2 = [];
      const flush = () => {
        let lastWildcard;
        run2.forEach((token2, at) => {
          if (token2.wildcard) {
            lastWildcard = at;
          }
        });
        run2.forEach((token2, at) => {
          if (!token2.wildcard) {
            out += token2.single;
            return;
          }
          out += at === lastWildcard ? WILDCARD : `(?:(?!${separatorAfter(run2, at)})[^\\/])*`;
        });
        run2 = [];
      };
      tokens.forEach((token2) => {
        if (token2.boundary === void 0) {
          run2.push(token2);
          return;
        }
        flush();
        out += token2.boundary;
      });
      flush();
      return out;
    };
    var makeRegexPrefix = (pattern2) => {
      if (REGEX_ANCHORED_GLOBSTAR.test(pattern2)) {
        pattern2 = "**";
      }
      const { source, sources } = extractBrackets(pattern2);
      const replaced = REPLACERS.reduce(
        // A pass whose matcher finds nothing hands back the very string it was
        //   given, so asking first costs a search and saves a rewrite. Ten of the
        //   fifteen passes never fire for a typical .gitignore line, and between
        //   them they were 45% of this chain.
        (prev, [matcher, replacer, required]) => {
          if (matcher === DIRECT) {
            return replacer(prev, pattern2);
          }
          if (required !== UNDEFINED && prev.indexOf(required) < 0) {
            return prev;
          }
          return matcher.test(prev) ? prev.replace(matcher, replacer.bind(pattern2)) : prev;
        },
        source
      );
      return sources.length ? replaced.replace(
        REGEX_RESTORE_PLACEHOLDER,
        (match, index) => sources[index]
      ) : replaced;
    };
    var checkSourceOf = (body, prefix) => {
      if (body[body.length - 1] === SLASH) {
        prefix = makeRegexPrefix(body.slice(0, -1));
      }
      const head = prefix.slice(0, -1);
      const last = prefix[prefix.length - 1];
      return last === TRAILING_WILDCARD ? `${head}$` : last === TRAILING_DOUBLESTAR ? head : NEVER_MATCH;
    };
    var matchesBasename = (body) => {
      const index = body.indexOf(SLASH);
      return index < 0 || index === body.length - 1;
    };
    var basenameOf = (path3) => {
      const end = path3.length - 1;
      const index = path3.lastIndexOf(
        SLASH,
        path3[end] === SLASH ? end - 1 : end
      );
      return index < 0 ? path3 : path3.slice(index + 1);
    };
    var parentOf = (path3) => {
      if (path3.charCodeAt(0) === SLASH_CODE || path3.indexOf(DOUBLE_SLASH) >= 0) {
        const slices = path3.split(SLASH).filter(Boolean);
        slices.pop();
        return slices.length ? slices.join(SLASH) + SLASH : EMPTY;
      }
      const end = path3.length - 1;
      const cut2 = path3.lastIndexOf(
        SLASH,
        path3.charCodeAt(end) === SLASH_CODE ? end - 1 : end
      );
      return cut2 < 0 ? EMPTY : path3.slice(0, cut2 + 1);
    };
    var isString = (subject) => typeof subject === "string";
    var checkPattern = (pattern2) => pattern2 && isString(pattern2);
    var splitPattern = (pattern2) => (pattern2[pattern2.length - 1] === "\r" ? pattern2.slice(0, -1) : pattern2).split(REGEX_SPLITALL_CRLF).filter(Boolean);
    var IgnoreRule = class {
      constructor(pattern2, mark27, body, ignoreCase, negative, prefix) {
        this.pattern = pattern2;
        this.mark = mark27;
        this.negative = negative;
        define(this, "body", body);
        define(this, "ignoreCase", ignoreCase);
        define(this, "regexPrefix", prefix);
      }
      // Worked out on first use and kept behind an own property, the way `regex`
      //   caches itself in `_regex`. Deciding it in the constructor instead would
      //   add a fourth `defineProperty` to every rule ever built, which cost 4% of
      //   every compile -- including the compiles of rules that are never matched
      //   against anything.
      get _basenameOnly() {
        return define(this, "_basenameOnly", matchesBasename(this.body));
      }
      get regex() {
        const key = UNDERSCORE + MODE_IGNORE;
        if (this[key]) {
          return this[key];
        }
        return this._make(MODE_IGNORE, key);
      }
      get checkRegex() {
        const key = UNDERSCORE + MODE_CHECK_IGNORE;
        if (this[key]) {
          return this[key];
        }
        return this._make(MODE_CHECK_IGNORE, key);
      }
      _make(mode, key) {
        const str = pinWildcards(
          mode === MODE_IGNORE ? this.regexPrefix.replace(REGEX_REPLACE_TRAILING_WILDCARD, replaceTrailingWildcard).replace(REGEX_REPLACE_TRAILING_DOUBLESTAR, replaceTrailingDoublestar) : checkSourceOf(this.body, this.regexPrefix)
        );
        const regex = this.ignoreCase ? new RegExp(str, "i") : new RegExp(str);
        return define(this, key, regex);
      }
    };
    var hasTrailingBackslash = (str) => {
      let count = 0;
      while (str[str.length - count - 1] === ESCAPE) {
        count++;
      }
      return count % 2 === 1;
    };
    var trimEnd = (body, stripLineEnd) => {
      let lineEnd = body.length;
      let end;
      for (; ; ) {
        if (stripLineEnd && body[lineEnd - 1] === "\r") {
          lineEnd--;
        }
        end = lineEnd;
        while (body[end - 1] === SPACE) {
          end--;
        }
        if (!stripLineEnd || body[end - 1] !== "\n") {
          break;
        }
        lineEnd = end - 1;
      }
      if (end === lineEnd) {
        return body.slice(0, lineEnd);
      }
      let backslashes = 0;
      while (body[end - backslashes - 1] === ESCAPE) {
        backslashes++;
      }
      return backslashes % 2 ? body.slice(0, end - 1) + SPACE : body.slice(0, end);
    };
    var createRule = (pattern2, mark27, ignoreCase, stripLineEnd, stripBOM) => {
      let body = stripBOM && pattern2[0] === BOM ? pattern2.slice(1) : pattern2;
      if (body[0] === "#") {
        return;
      }
      let negative = false;
      if (body[0] === "!") {
        negative = true;
        body = body.slice(1);
      }
      const last = body[body.length - 1];
      if (last === SPACE || stripLineEnd && (last === "\r" || last === "\n")) {
        body = trimEnd(body, stripLineEnd);
      }
      if (!body || hasTrailingBackslash(body)) {
        return;
      }
      body = body.replace(REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION, "!").replace(REGEX_REPLACE_LEADING_EXCAPED_HASH, "#");
      const regexPrefix = makeRegexPrefix(body);
      return new IgnoreRule(
        pattern2,
        mark27,
        body,
        ignoreCase,
        negative,
        regexPrefix
      );
    };
    var RuleManager = class {
      constructor(ignoreCase) {
        this._ignoreCase = ignoreCase;
        this._rules = [];
        this._basenameCount = 0;
      }
      _add(pattern2, index) {
        if (pattern2 && pattern2[KEY_IGNORE]) {
          this._rules = this._rules.concat(pattern2._rules._rules);
          this._basenameCount += pattern2._rules._basenameCount;
          this._added = true;
          return;
        }
        const isStr = isString(pattern2);
        const raw = isStr ? pattern2 : pattern2.pattern;
        const rule128 = checkPattern(raw) && createRule(
          raw,
          isStr ? UNDEFINED : pattern2.mark,
          this._ignoreCase,
          !this._split,
          this._stripBOM && !index
        );
        if (rule128) {
          this._added = true;
          this._rules.push(rule128);
          if (matchesBasename(rule128.body)) {
            this._basenameCount++;
          }
        }
      }
      // @param {Array<string> | string | Ignore} pattern
      add(pattern2) {
        this._added = false;
        this._split = isString(pattern2);
        this._stripBOM = !this._split || pattern2[0] === BOM;
        makeArray(
          this._split ? splitPattern(pattern2) : pattern2
        ).forEach(this._add, this);
        if (this._added) {
          this._literalRules = UNDEFINED;
        }
        return this._added;
      }
      // Match the literal 'abc/' for `checkIgnore`, last rule wins. Only a rule
      //   ending in a wildcard can match it (see `checkSourceOf`), so the rest
      //   are left out once, rather than tested or compiled for every path.
      testLiteral(path3) {
        const rules2 = this._literalRules || (this._literalRules = this._rules.filter(
          ({ body }) => body[body.length - (body[body.length - 1] === SLASH ? 2 : 1)] === "*"
        ));
        let ignored = false;
        let unignored = false;
        let matchedRule;
        for (let index = rules2.length - 1; index >= 0; index--) {
          const rule128 = rules2[index];
          if (rule128.checkRegex.test(path3)) {
            ignored = !rule128.negative;
            unignored = rule128.negative;
            matchedRule = rule128.negative ? UNDEFINED : rule128;
            break;
          }
        }
        const ret = {
          ignored,
          unignored
        };
        if (matchedRule) {
          ret.rule = matchedRule;
        }
        return ret;
      }
      // Test one single path without recursively checking parent directories
      //
      // - mode `string` either `MODE_IGNORE` or `MODE_CHECK_IGNORE`
      // @returns {TestResult}
      test(path3, mode) {
        const rules2 = this._rules;
        const { length } = rules2;
        const shortcut = this._basenameCount * 2 >= length;
        const basename = shortcut ? basenameOf(path3) : path3;
        for (let index = length - 1; index >= 0; index--) {
          const rule128 = rules2[index];
          if (rule128[mode].test(
            shortcut && rule128._basenameOnly ? basename : path3
          )) {
            const { negative } = rule128;
            const ret = {
              ignored: !negative,
              unignored: negative
            };
            if (!negative) {
              ret.rule = rule128;
            }
            return ret;
          }
        }
        return {
          ignored: false,
          unignored: false
        };
      }
    };
    var throwError = (message, Ctor) => {
      throw new Ctor(message);
    };
    var checkPath = (path3, originalPath, doThrow) => {
      if (!isString(path3)) {
        return doThrow(
          `path must be a string, but got \`${originalPath}\``,
          TypeError
        );
      }
      if (!path3) {
        return doThrow(`path must not be empty`, TypeError);
      }
      if (checkPath.isNotRelative(path3)) {
        const r = "`path.relative()`d";
        return doThrow(
          `path should be a ${r} string, but got "${originalPath}"`,
          RangeError
        );
      }
      return true;
    };
    var isNotRelative = (path3) => {
      const first = path3.charCodeAt(0);
      if (first === SLASH_CODE) {
        return true;
      }
      if (first !== DOT_CODE) {
        return false;
      }
      if (path3.length === 1) {
        return true;
      }
      const second2 = path3.charCodeAt(1);
      if (second2 === SLASH_CODE) {
        return true;
      }
      if (second2 !== DOT_CODE) {
        return false;
      }
      return path3.length === 2 || path3.charCodeAt(2) === SLASH_CODE;
    };
    checkPath.isNotRelative = isNotRelative;
    checkPath.convert = (p) => p;
    var convertPath = (target) => isString(target) && checkPath.convert(target);
    var Ignore = class {
      constructor({
        ignorecase = true,
        ignoreCase = ignorecase,
        allowRelativePaths = false
      } = {}) {
        define(this, KEY_IGNORE, true);
        this._rules = new RuleManager(ignoreCase);
        this._strictPathCheck = !allowRelativePaths;
        this._initCache();
      }
      _initCache() {
        this._ignoreCache = /* @__PURE__ */ Object.create(null);
        this._testCache = /* @__PURE__ */ Object.create(null);
      }
      add(pattern2) {
        if (this._rules.add(pattern2)) {
          this._initCache();
        }
        return this;
      }
      // legacy
      addPattern(pattern2) {
        return this.add(pattern2);
      }
      // @returns {TestResult}
      _test(originalPath, cache, path3) {
        checkPath(
          path3,
          originalPath,
          this._strictPathCheck ? throwError : RETURN_FALSE
        );
        return path3 ? this._t(path3, cache) : {
          ignored: false,
          unignored: false
        };
      }
      checkIgnore(target) {
        const path3 = convertPath(target);
        if (!path3 || path3.charCodeAt(path3.length - 1) !== SLASH_CODE) {
          return this._test(target, this._testCache, path3);
        }
        const dir = this._t(path3, this._testCache);
        if (dir.ignored) {
          return dir;
        }
        const literal2 = this._rules.testLiteral(path3);
        return literal2.ignored || literal2.unignored ? literal2 : dir;
      }
      _t(path3, cache) {
        if (path3 in cache) {
          return cache[path3];
        }
        const parentPath = parentOf(path3);
        const parent = parentPath ? this._t(parentPath, cache) : UNDEFINED;
        return cache[path3] = parent && parent.ignored ? parent : this._rules.test(path3, MODE_IGNORE);
      }
      ignores(path3) {
        return this._test(path3, this._ignoreCache, convertPath(path3)).ignored;
      }
      createFilter() {
        return (path3) => !this.ignores(path3);
      }
      filter(paths) {
        return makeArray(paths).filter(this.createFilter());
      }
      // @returns {TestResult}
      test(path3) {
        return this._test(path3, this._testCache, convertPath(path3));
      }
    };
    var factory = (options) => new Ignore(options);
    var isPathValid = (path3) => checkPath(convertPath(path3), path3, RETURN_FALSE);
    var setupWindows = () => {
      const makePosix = (str) => /^\\\\\?\\/.test(str) || /["<>|\u0000-\u001F]+/u.test(str) ? str : str.replace(/\\/g, "/");
      checkPath.convert = makePosix;
      const REGEX_TEST_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i;
      checkPath.isNotRelative = (path3) => REGEX_TEST_WINDOWS_PATH_ABSOLUTE.test(path3) || isNotRelative(path3);
    };
    if (
      // Detect `process` so that it can run in browsers.
      typeof process !== "undefined" && process.platform === "win32"
    ) {
      setupWindows();
    }
    module.exports = factory;
    factory.default = factory;
    module.exports.isPathValid = isPathValid;
    define(module.exports, /* @__PURE__ */ Symbol.for("setupWindows"), setupWindows);
  }
});
var import_ignore = __toESM(require_ignore(), 1);
function clustersAt({ clusters }) {
  const matchers = clusters.map(({ sources }) => {
    const patterns2 = sources.map(({ value }) => anchored(value));
    return patterns2.includes("/") ? () => true : matcherOf(patterns2);
  });
  return (path3) => clusters.filter((_, index) => matchers[index]?.(path3));
}
function anchored(source) {
  return `/${source.replace(/^(?:\.\/)+|^\.$/g, "").replace(/\/+$/, "")}`;
}
function matcherOf(patterns2) {
  const matcher = (0, import_ignore.default)({ ignorecase: false }).add([...patterns2]);
  return (path3) => import_ignore.default.isPathValid(path3) && matcher.ignores(path3);
}
function worldsOf(raw, rendered, request) {
  const { clusters, complete, unrendered } = request;
  if (clusters.length === 0) return [rawWorld(raw, complete), ...rendered];
  const clustersOf = clustersAt({ clusters });
  const worlds = clusters.flatMap((cluster4) => {
    const belongs = (path3) => clustersOf(path3).includes(cluster4);
    const charts = cluster4.helm.map(({ chart }) => resolvePath("", `${chart.value}/Chart.yaml`));
    const partly = unrendered.some((path3) => belongs(path3) || charts.includes(path3));
    const own = objectsWhere(raw, belongs);
    const named2 = { name: cluster4.name.value, environment: cluster4.environment?.value };
    const world = rawWorld(own, complete && !partly, named2);
    const made = rendered.find((other2) => other2.cluster === named2.name);
    if (made) return [joined2(world, made)];
    return own.objects.length > 0 ? [world] : [];
  });
  const rest2 = objectsWhere(raw, (path3) => clustersOf(path3).length === 0);
  return [rawWorld(rest2, false), ...worlds, ...rendered.filter(({ cluster: cluster4 }) => cluster4 === void 0)];
}
function joined2(raw, made) {
  const inRender = new Set(made.objects.map(({ manifest }) => manifest));
  return {
    ...raw,
    objects: [...raw.objects, ...made.objects],
    workloads: [...raw.workloads, ...made.workloads],
    serviceAccounts: [...raw.serviceAccounts, ...made.serviceAccounts],
    sees: (a, b2) => inRender.has(a) || inRender.has(b2) || raw.sees(a, b2),
    environmentOf: (manifest) => (inRender.has(manifest) ? made : raw).environmentOf(manifest),
    neverFilled: made.neverFilled
  };
}
function objectsWhere(raw, belongs) {
  const of = (items) => items.filter((item) => belongs(item.manifest.source.path));
  return { objects: of(raw.objects), workloads: of(raw.workloads), serviceAccounts: of(raw.serviceAccounts) };
}

// memory:chunk-QCKGU4ZK.mjs
var fullname = { joint: "-", ending: "" };
var knownCharts = [
  {
    chart: "external-dns",
    workload: fullname,
    podLabels: ["podLabels"],
    podAnnotations: ["podAnnotations"],
    workloadLabels: ["commonLabels"],
    accounts: [["serviceAccount"]],
    account: fullname,
    identityElsewhere: true
  },
  {
    chart: "cert-manager",
    workload: fullname,
    podLabels: ["podLabels"],
    podAnnotations: ["podAnnotations"],
    accounts: [["serviceAccount"]],
    account: fullname,
    identityElsewhere: true
  },
  {
    chart: "external-secrets",
    workload: fullname,
    podLabels: ["podLabels"],
    podAnnotations: ["podAnnotations"],
    workloadLabels: ["deploymentLabels"],
    accounts: [["serviceAccount"]],
    account: fullname,
    identityElsewhere: true
  },
  {
    chart: "velero",
    workload: fullname,
    podLabels: ["podLabels"],
    podAnnotations: ["podAnnotations"],
    workloadLabels: ["labels"],
    accounts: [["serviceAccount", "server"]],
    account: { joint: "-", ending: "-server" },
    identityElsewhere: true
  },
  {
    chart: "keda",
    workload: { fixed: "keda-operator" },
    podLabels: ["podLabels", "keda"],
    podAnnotations: ["podAnnotations", "keda"],
    accounts: [["serviceAccount", "operator"], ["serviceAccount"]],
    account: { fixed: "keda-operator" },
    identity: {
      at: ["podIdentity", "azureWorkload", "enabled"],
      on: "true",
      clientId: ["podIdentity", "azureWorkload", "clientId"],
      tenantId: ["podIdentity", "azureWorkload", "tenantId"]
    },
    identityElsewhere: true
  },
  {
    chart: "ingress-azure",
    workload: fullname,
    accounts: [],
    account: { joint: "-sa-", ending: "" },
    identity: { at: ["armAuth", "type"], on: "workloadIdentity", clientId: ["armAuth", "identityClientID"] },
    identityElsewhere: false
  },
  {
    chart: "grafana",
    workload: fullname,
    podLabels: ["podLabels"],
    podAnnotations: ["podAnnotations"],
    workloadLabels: ["extraLabels"],
    accounts: [["serviceAccount"]],
    account: fullname,
    identityElsewhere: true
  }
];
function knownReleases(manifests, read3, namespace) {
  const releases = manifests.filter((manifest) => isKind(manifest, "helm.toolkit.fluxcd.io", "HelmRelease"));
  if (releases.length === 0) return { workloads: [], serviceAccounts: [] };
  const sources = fluxSources(manifests);
  const found = releases.flatMap((manifest) => {
    const spec = fieldsOf(manifest).get("spec");
    const named2 = spec?.get("chart", "spec", "sourceRef", "kind")?.text === "HelmRepository";
    const name = named2 ? spec?.get("chart", "spec", "chart")?.text : sources.ociName(spec?.get("chartRef"));
    const chart = knownCharts.find((known3) => known3.chart === name);
    const values = spec?.get("values");
    if (!chart || !values || !speaksOfIdentity(chart, values)) return [];
    return [new Release(chart, readObject(manifest, read3, namespace), values, read3).objects()];
  });
  return {
    workloads: found.map(({ workload }) => workload),
    serviceAccounts: found.flatMap(({ account: account7 }) => account7 ?? [])
  };
}
function speaksOfIdentity({ identity: identity2 }, values) {
  const { manifest, node } = values;
  if (holdsIdentityWord(manifest.source.text.slice(node.start, node.end))) return true;
  return identity2 !== void 0 && values.get(...identity2.at)?.text === identity2.on;
}
var volumeKeys = ["extraVolumes", "volumes", "extraVolumeMounts", "extraContainers"];
var Release = class {
  #chart;
  #object;
  #values;
  #read;
  #settings;
  constructor(chart, object, values, read3) {
    this.#chart = chart;
    this.#object = object;
    this.#values = values;
    this.#read = read3;
    this.#settings = chart.accounts.flatMap((path3) => values.get(...path3) ?? [])[0];
  }
  objects() {
    const created = this.#settings?.get("create")?.value !== false;
    return { workload: this.#workload(created), account: created ? this.#account() : void 0 };
  }
  #workload(created) {
    const { workload, workloadLabels } = this.#chart;
    return {
      ...this.#base("Deployment", "apps", this.#nameOf(workload)),
      metadata: this.#metadata(this.#at(workloadLabels), void 0),
      templates: [this.#template(created)]
    };
  }
  #template(created) {
    const { podLabels, podAnnotations, identity: identity2 } = this.#chart;
    const metadata = this.#metadata(this.#at(podLabels), this.#at(podAnnotations));
    const on3 = identity2 && this.#values.get(...identity2.at);
    const switched = on3?.text === identity2?.on ? this.#entry(on3, identityKeys.use, "true") : [];
    const name = this.#settings?.get("name");
    const spec = this.#object.root.get("spec") ?? this.#object.root;
    return {
      metadata: { ...metadata, labels: [...switched, ...metadata.labels] },
      anchor: metadata.labelsField ?? this.#values,
      spec: this.#values,
      accountField: name?.text ? name : void 0,
      account: created ? this.#accountName() : name?.text ? this.#read(name.text) : literalText("default"),
      containers: [],
      complete: !spec.get("valuesFrom") && volumeKeys.every((key) => !this.#values.get(key))
    };
  }
  #account() {
    const { identity: identity2, identityElsewhere } = this.#chart;
    const metadata = this.#metadata(this.#settings?.get("labels"), this.#settings?.get("annotations"));
    const on3 = identity2 !== void 0 && this.#values.get(...identity2.at)?.text === identity2.on;
    const switched = on3 ? [
      ...this.#entry(this.#values.get(...identity2.clientId), identityKeys.clientId),
      ...this.#entry(this.#at(identity2.tenantId), identityKeys.tenantId)
    ] : [];
    const annotations = [...switched, ...metadata.annotations];
    const clientId2 = entryOf(annotations, identityKeys.clientId);
    const name = this.#settings?.get("name");
    const silent = clientId2 === void 0 && (identityElsewhere || this.#object.root.get("spec", "valuesFrom"));
    return {
      ...this.#base("ServiceAccount", "", this.#accountName()),
      metadata: { ...metadata, annotations, nameField: silent ? void 0 : name },
      clientId: clientId2,
      tenantId: entryOf(annotations, identityKeys.tenantId)
    };
  }
  #base(kind, group4, name) {
    const target = this.#object.root.get("spec", "targetNamespace")?.text;
    return {
      ...this.#object,
      kind,
      group: group4,
      version: "v1",
      name,
      ...target && { namespace: this.#read(target), namespaceGiven: true }
    };
  }
  #metadata(labelsField, annotationsField) {
    return {
      field: labelsField ?? annotationsField,
      nameField: void 0,
      namespaceField: this.#object.metadata.namespaceField,
      labelsField,
      annotationsField,
      labels: labelsField?.entries() ?? [],
      annotations: annotationsField?.entries() ?? []
    };
  }
  #at(path3) {
    return path3 && this.#values.get(...path3);
  }
  /** A key that the chart writes because of a value: it reads as the key, and stands where the value does. */
  #entry(value, key, text = value?.text ?? "") {
    if (value?.node.type !== "scalar" || text === "") return [];
    return [new Field(value.manifest, { ...value.node, value: text, text }, [...value.path, key], value.keyNode)];
  }
  #accountName() {
    const name = this.#settings?.get("name")?.text;
    return name ? this.#read(name) : this.#nameOf(this.#chart.account);
  }
  /** The usual naming of charts: the release, with the name of the chart behind it unless it holds that already. */
  #nameOf(name) {
    if ("fixed" in name) return literalText(name.fixed);
    const full = this.#values.get("fullnameOverride")?.text;
    const release3 = this.#release();
    const own = literalOf(full ? this.#read(full) : release3);
    if (own === void 0) return unknownText(`${writtenText(release3)}${name.joint}${name.ending}`);
    const chart = this.#values.get("nameOverride")?.text ?? this.#chart.chart;
    return literalText((full || own.includes(chart) ? own : `${own}${name.joint}${chart}`) + name.ending);
  }
  #release() {
    const spec = this.#object.root.get("spec");
    const given = spec?.get("releaseName")?.text;
    if (given) return this.#read(given);
    const target = spec?.get("targetNamespace")?.text;
    const name = this.#object.metadata.nameField?.text ?? "";
    return this.#read(target ? `${target}-${name}` : name);
  }
};
function readSlices(manifests, { read: read3, adjust, namespace, ...options }) {
  const objects3 = manifests.map((manifest) => {
    const object = readObject(manifest, read3, namespace);
    return adjust ? adjust(object) : object;
  });
  const wanted = options.wanted ?? wantedBy(manifests);
  const workloads = objects3.map((object) => readWorkload(object, read3)).filter((workload) => workload !== void 0).filter(
    (workload) => matters(workload.manifest) || usesWanted(workload, wanted) || wanted.namespaces.has(ownNamespace(workload.manifest))
  );
  const pods3 = new Set(workloads.map((workload) => workload.manifest));
  const relevant = objects3.filter(
    (object) => pods3.has(object.manifest) || matters(object.manifest) || object.kind === "ServiceAccount" && isWanted([writtenText(object.name)], wanted.accounts)
  );
  const known3 = knownReleases(manifests, read3, namespace);
  return {
    objects: relevant,
    workloads: [...workloads, ...known3.workloads],
    serviceAccounts: [
      ...relevant.filter((object) => object.kind === "ServiceAccount").map(readServiceAccount),
      ...known3.serviceAccounts
    ]
  };
}
function usesWanted(workload, wanted) {
  return isWanted(
    workload.templates.map((template3) => writtenText(template3.account)),
    wanted.pods
  );
}
var shape = /^(?:\$\{\{?|\$\(|#\{|\{\{-?|<%=?|%%|@@?|\[\[|__|<|\$)\s*([A-Za-z_][\w.-]*?)\s*(?::?[-=]([^}]*))?(?:\}\}|\}#?|\)|-?\}\}|%>|%%|@@?|\]\]|__|>)?$/;
function placeholderName(symbol) {
  return shape.exec(symbol)?.[1];
}
function resolver(values) {
  return (symbol) => {
    const name = placeholderName(symbol);
    return name === void 0 ? values.get(symbol) : values.get(name);
  };
}
var batchBytes = 2 * 1024 * 1024;
var FirstPass = class {
  buffer = Buffer.allocUnsafeSlow(batchBytes);
  look;
  paths = [];
  ends = [];
  used = 0;
  constructor(look) {
    this.look = look;
  }
  /** Takes a copy of the bytes, since the reader reuses its buffer. */
  add(path3, bytes) {
    if (this.used + bytes.length + 1 > batchBytes) this.flush();
    if (bytes.length + 1 > batchBytes) {
      lookAt(Buffer.from(bytes), [path3], [bytes.length], this.look);
      return;
    }
    this.buffer.set(bytes, this.used);
    this.used += bytes.length;
    this.paths.push(path3);
    this.ends.push(this.used);
    this.buffer[this.used] = 10;
    this.used += 1;
  }
  flush() {
    const { paths, ends, used: used3 } = this;
    [this.paths, this.ends, this.used] = [[], [], 0];
    if (paths.length > 0) lookAt(this.buffer.subarray(0, used3), paths, ends, this.look);
  }
};
function lookAt(buffer, paths, ends, look) {
  const view = buffer.toString("latin1");
  const interesting2 = filesMatching(view, ends, findInteresting);
  const wide = filesHolding(buffer, ends, 0);
  const pods3 = filesHolding(view, ends, "containers");
  const naming = filesHolding(view, ends, "erviceAccount");
  const documents = countDocuments(view, ends);
  let start = 0;
  for (const [index, path3] of paths.entries()) {
    const from = start;
    const end = ends[index];
    const text = naming[index] ? view.slice(start, end) : "";
    look({
      path: path3,
      bytes: () => buffer.subarray(from, end),
      interesting: interesting2[index] === 1 || wide[index] === 1,
      names: text === "" ? pods3[index] ? ["default"] : [] : namesIn2(text),
      documents: documents[index]
    });
    start = end + 1;
  }
}
function filesMatching(view, ends, pattern2) {
  const flags = new Uint8Array(ends.length);
  let file = 0;
  pattern2.lastIndex = 0;
  for (let match = pattern2.exec(view); match; match = pattern2.exec(view)) {
    while (ends[file] < match.index) file += 1;
    flags[file] = 1;
    pattern2.lastIndex = ends[file] + 1;
    if (pattern2.lastIndex >= view.length) break;
  }
  return flags;
}
function filesHolding(view, ends, sought) {
  const flags = new Uint8Array(ends.length);
  let file = 0;
  for (let at = view.indexOf(sought, 0); at !== -1; at = view.indexOf(sought, ends[file] + 1)) {
    while (ends[file] < at) file += 1;
    flags[file] = 1;
  }
  return flags;
}
function countDocuments(view, ends) {
  const counts = new Uint32Array(ends.length).fill(1);
  let file = 0;
  for (let at = view.indexOf("\n---"); at !== -1; at = view.indexOf("\n---", at + 4)) {
    while (ends[file] < at) file += 1;
    if (at !== ends[file]) counts[file] = counts[file] + 1;
  }
  return counts;
}
function namesIn2(text) {
  const used3 = text.includes("containers") ? [...accountsUsed(text), "default"] : [];
  return [...used3, ...[...accountsDeclared(text)].map((name) => `@${name}`)];
}
function tooLarge(path3, size) {
  const source = { path: path3, text: "" };
  const limit2 = Math.round(defaultLimits.fileBytes / 1024 / 1024);
  return {
    kind: "limit",
    message: `The file has ${Math.round(size / 1024 / 1024)} MiB, more than the ${limit2} MiB that are read; nothing in it was checked.`,
    spot: { source, start: 0, end: 0 },
    manifestLike: true
  };
}
function tooMany(source, count) {
  return {
    kind: "limit",
    message: `The file holds more than ${count} documents; the rest was not checked.`,
    spot: { source, start: 0, end: 0 },
    manifestLike: true
  };
}
var directive = /^[ \t]*(?:-[ \t]+)?(?:\{\{|\{%|<%|%\{)|:[ \t]+(?:\{\{|\{%)/m;
function isTemplate(text, root) {
  if (!text.includes("{{") && !text.includes("{%") && !text.includes("<%") && !text.includes("%{")) return false;
  return root === void 0 ? directive.test(text) : holdsExpressionMap(root);
}
function holdsExpressionMap(node) {
  if (node.type === "scalar") return false;
  if (node.type === "sequence") return node.items.some(holdsExpressionMap);
  if (node.flow && node.entries.some((entry) => entry.key.text === "" || entry.key.text.startsWith("{"))) return true;
  return node.entries.some((entry) => holdsExpressionMap(entry.value));
}
async function scan(files21, discovered, options) {
  const scanner = new Scanner(files21, options);
  const paths = discovered.filter((file) => file.class === "manifest" && !options.skip(file.path)).map((file) => file.path);
  const firstPass = new FirstPass((look) => scanner.readFirst(look));
  for (const [index, path3] of paths.entries()) {
    const bytes = files21.read(path3);
    if (bytes.length > defaultLimits.fileBytes) scanner.refuse(path3, bytes.length);
    else firstPass.add(path3, bytes);
    if ((index & 1023) === 1023) options.onProgress?.(index + 1, paths.length);
  }
  firstPass.flush();
  await scanner.parseRefused();
  const wanted = options.wanted(scanner.manifests, scanner.keptSources);
  for (const path3 of paths) scanner.readSecond(path3, wanted);
  await scanner.parseRefused();
  return scanner.result(paths.length);
}
var Scanner = class {
  manifests = [];
  sources = /* @__PURE__ */ new Map();
  problems = [];
  names = /* @__PURE__ */ new Map();
  done = /* @__PURE__ */ new Set();
  refused = [];
  documents = 0;
  /** Documents by path and offset; some are parsed twice. */
  parsed = /* @__PURE__ */ new Set();
  files;
  options;
  constructor(files21, options) {
    this.files = files21;
    this.options = options;
  }
  get keptSources() {
    return [...this.sources.values()];
  }
  refuse(path3, size) {
    this.problems.push(tooLarge(path3, size));
  }
  /** First pass over a file: documents that matter by themselves are parsed, of the others the names are kept. */
  readFirst({ path: path3, bytes, interesting: interesting2, names: names3, documents }) {
    this.documents += documents;
    const once = path3 === "-";
    const always = once || this.options.exhaustive || isKustomizationPath(path3);
    if (!always && !interesting2) {
      this.remember(path3, names3);
      return;
    }
    const text = decodeText(bytes());
    if (text === void 0) return;
    const source = { path: path3, text };
    const { spans, truncated } = splitDocuments(text, defaultLimits.documents);
    if (truncated) this.problems.push(tooMany(source, spans.length));
    for (const { start, end } of spans) {
      const document2 = text.slice(start, end);
      if (always || isInteresting(document2)) this.parse({ source, start, end, wanted: once });
      else this.remember(path3, namesIn2(document2));
    }
  }
  /** Keeps names that the second pass may ask for; copied, since a slice would keep the whole text alive. */
  remember(path3, names3) {
    if (names3.length === 0) return;
    const joined4 = [...this.names.get(path3)?.split("\n") ?? [], ...names3].join("\n");
    this.names.set(path3, joined4 === "default" ? "default" : Buffer.from(joined4, "latin1").toString("latin1"));
  }
  /** Second pass: documents that an object of the first pass leads to. */
  readSecond(path3, wanted) {
    const names3 = this.names.get(path3);
    if (names3 === void 0 || !(namesWanted(names3.split("\n"), wanted) || wanted.namespaces.size > 0)) return;
    const source = this.sources.get(path3) ?? { path: path3, text: decodeText(this.files.read(path3)) ?? "" };
    for (const { start, end } of splitDocuments(source.text, defaultLimits.documents).spans) {
      if (this.done.has(keyOf2(path3, start))) continue;
      if (this.options.exhaustive || leadsTo(source.text.slice(start, end), wanted))
        this.parse({ source, start, end, wanted: true });
    }
  }
  /** Parses what the fast parser refused with the tolerant one, which is loaded only now. */
  async parseRefused() {
    const refused = this.refused;
    this.refused = [];
    if (refused.length === 0) return;
    await loadTolerantParser();
    for (const stretch of refused) this.parse(stretch, true);
  }
  parse(stretch, final = false) {
    const { source, start, end, wanted } = stretch;
    this.parsed.add(keyOf2(source.path, start));
    const { root, problems } = parseDocument(source, start, end);
    if (!final && problems.some((problem) => problem.kind === "syntax")) {
      this.refused.push(stretch);
      return;
    }
    const text = source.text.slice(start, end);
    const relevant = isInteresting(text) || isKustomizationPath(source.path);
    if (relevant || wanted) {
      this.sources.set(source.path, source);
      this.done.add(keyOf2(source.path, start));
    }
    if (isTemplate(text, root)) return;
    if (relevant) this.problems.push(...problems.map((problem) => problemIn(source, text, problem)));
    const manifests = root ? manifestsIn(source, root, start, end) : [];
    if (relevant || wanted) this.manifests.push(...manifests);
    else this.remember(source.path, manifests.flatMap(namesOf2));
  }
  result(files21) {
    return {
      // In the order of the files whatever the pass, since what is judged must not depend on when it was read.
      manifests: this.manifests.toSorted((a, b2) => compareText(a.source.path, b2.source.path) || a.start - b2.start),
      sources: this.keptSources,
      problems: this.problems,
      files: files21,
      documents: this.documents,
      parsed: this.parsed.size
    };
  }
};
function problemIn(source, text, { kind, message, start, end }) {
  return { kind, message, spot: { source, start, end }, manifestLike: looksLikeManifest(text) };
}
function manifestsIn(source, root, start, end) {
  if (root.type !== "map") return [];
  const apiVersion = textAt2(root, "apiVersion");
  const kind = textAt2(root, "kind");
  const items = root.entries.find((entry) => entry.key.text === "items")?.value;
  if (kind.endsWith("List") && items?.type === "sequence")
    return items.items.flatMap((item) => manifestsIn(source, item, item.start, item.end));
  if ((kind === "" || apiVersion === "") && !isKustomizationPath(source.path)) return [];
  return [{ source, root, apiVersion, kind, start, end }];
}
function keyOf2(path3, start) {
  return `${path3}
${start}`;
}
function leadsTo(text, wanted) {
  const names3 = namesIn2(text);
  const holdsPods = names3.some((name) => !name.startsWith("@"));
  return namesWanted(names3, wanted) || holdsPods && mayBeIn(text, wanted.namespaces);
}
function namesWanted(names3, wanted) {
  const declared = names3.filter((name) => name.startsWith("@")).map((name) => name.slice(1));
  const used3 = names3.filter((name) => !name.startsWith("@"));
  return isWanted(used3, wanted.pods) || isWanted(declared, wanted.accounts);
}
function textAt2(root, key) {
  if (root.type !== "map") return "";
  const value = root.entries.find((entry) => entry.key.text === key)?.value;
  return value?.type === "scalar" && typeof value.value === "string" ? value.value : "";
}
function looksLikeManifest(text) {
  return /^(?:apiVersion|["']apiVersion["'])[ \t]*:/m.test(text) && /^(?:kind|["']kind["'])[ \t]*:/m.test(text);
}

// memory:chunk-VATPHQYF.mjs
import {
  __toESM as __toESM2
} from "./chunk-S3F4CPQ5.mjs";
function buildReport(parts) {
  const failures = (parts.failures ?? []).map(gapOf);
  return {
    version: 1,
    command: parts.command,
    conclusion: concludedFrom(parts),
    findings: parts.findings.toSorted(compareFindings),
    ...parts.plan && { plan: parts.plan },
    ...parts.applied && { applied: parts.applied },
    ...parts.proofs && { proofs: parts.proofs },
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
function compareGaps(a, b2) {
  return compareText(a.what, b2.what) || compareText(a.why, b2.why) || compareText(a.remedy, b2.remedy);
}
function guessedEnvironments(worlds) {
  const folders = /* @__PURE__ */ new Map();
  for (const world of worlds.filter(({ name }) => name === ".")) {
    for (const { manifest } of [...world.workloads, ...world.serviceAccounts]) {
      const environment = world.environmentOf(manifest);
      const { path: path3 } = manifest.source;
      const folder = path3.slice(0, path3.lastIndexOf("/"));
      const known3 = environment === void 0 ? void 0 : folders.get(environment);
      if (environment !== void 0 && (known3 === void 0 || folder < known3)) folders.set(environment, folder);
    }
  }
  if (folders.size < 2) return void 0;
  const shown2 = [...folders].sort(([a], [b2]) => compareText(a, b2)).map(([name, folder]) => `${name} (${folder})`);
  return `Environments were guessed from folder names: ${shown2.join(", ")}. To state them, list clusters in idwire.yaml.`;
}
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
function readOtherFiles(files21, discovered) {
  const sources = [];
  let found = false;
  let complete = true;
  for (const { path: path3, class: fileClass } of discovered) {
    const kind = declarationFileKind(path3);
    if (kind === void 0 || fileClass === "manifest") continue;
    const bytes = files21.read(path3);
    if (bytes.length > defaultLimits.fileBytes) {
      complete = false;
      continue;
    }
    const tells = telling.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1"));
    if (!tells && kind !== "terraform" && kind !== "bicep") continue;
    found ||= tells;
    const text = decodeText(bytes);
    if (text !== void 0) sources.push({ path: path3, text });
  }
  return { sources, found, complete };
}
function isManifestText(path3, text) {
  return /\.ya?ml$/i.test(path3) && /^apiVersion[ \t]*:/m.test(text) && /^kind[ \t]*:/m.test(text);
}
function isPipelineOrTemplate({ path: path3, text }) {
  return declarationFileKind(path3) !== void 0 && telling.test(text) && isInteresting(text) && !isManifestText(path3, text);
}
function mayDeclare(source) {
  return isInteresting(source.text) && (/federated/i.test(source.text) || source.text.includes("azwi"));
}
function subjectsIn(sources) {
  const names3 = /* @__PURE__ */ new Set();
  for (const { text } of sources) {
    for (const match of text.matchAll(/system:serviceaccount:(?:\S{0,200}?:)?([a-z0-9.-]*)/gi))
      names3.add(match[1]);
  }
  return [...names3];
}
var import_ignore2 = __toESM2(require_ignore(), 1);
var template2 = "(?:\\.(?:tpl|tmpl|template|tftpl|gotmpl|j2|jinja2?|in))?";
var classes = [
  ["terraform", /\.tf(?:vars)?(?:\.json)?$/],
  ["manifest", new RegExp(`(?:\\.(?:ya?ml|json)${template2}|(?:^|/)Kustomization)$`)],
  ["bicep", /\.bicep$/],
  ["script", /(?:\.(?:sh|bash|zsh|azcli|ps1|psm1|cmd|bat|mk|md)|(?:^|\/)(?:Makefile|Taskfile\.ya?ml|justfile))$/i]
];
function classOf(path3) {
  return classes.find(([, pattern2]) => pattern2.test(path3))?.[0];
}
var skipped2 = /* @__PURE__ */ new Set([".git", "node_modules", ".terraform", ".venv"]);
function discover(files21, paths, ignored) {
  const found = /* @__PURE__ */ new Map();
  const own = { base: "", matcher: (0, import_ignore2.default)().add([...ignored]) };
  const outer = ignored.length > 0 ? [own] : [];
  for (const given of paths) {
    const path3 = normalise(given);
    if (path3 === "-") {
      found.set("-", { path: path3, class: "manifest", explicit: true });
      continue;
    }
    const kind = files21.stat(path3 || ".")?.kind;
    if (kind === void 0) throw missingPath(given);
    if (kind === "directory") walk2(files21, path3, [...outer, ...ancestorRules(files21, path3)], found);
    else found.set(path3, { path: path3, class: classOf(path3) ?? "manifest", explicit: true });
  }
  return [...found.values()].sort((a, b2) => compareText(a.path, b2.path));
}
function missingPath(path3) {
  return new InputError({
    problem: `The path "${path3}" does not exist.`,
    evidence: "",
    remedy: "Give a file or folder relative to the working directory, or - for standard input."
  });
}
function normalise(path3) {
  const absolute = path3.startsWith("/");
  const parts = [];
  for (const part of path3.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return (absolute ? "/" : "") + parts.join("/");
}
function ancestorRules(files21, path3) {
  if (path3 === "" || path3.startsWith("/") || path3.startsWith("..")) return [];
  const parts = path3.split("/");
  return parts.flatMap((_, index) => {
    const folder = parts.slice(0, index).join("/");
    const names3 = new Set(files21.list(folder || ".").map((entry) => entry.name));
    return names3.has(".gitignore") ? [rulesIn(files21, folder)] : [];
  });
}
function rulesIn(files21, folder) {
  const bytes = files21.read(join(folder, ".gitignore"));
  const text = decodeText(bytes) ?? Buffer.from(bytes).toString("latin1");
  return { base: folder, matcher: (0, import_ignore2.default)().add(text) };
}
function walk2(files21, folder, outer, found) {
  const entries = listed(files21, folder);
  const rules2 = entries.some((entry) => entry.name === ".gitignore" && entry.kind === "file") ? [...outer, rulesIn(files21, folder)] : outer;
  for (const entry of entries) {
    const path3 = join(folder, entry.name);
    if (entry.kind === "directory") {
      if (!skipped2.has(entry.name) && !isIgnored(`${path3}/`, rules2)) walk2(files21, path3, rules2, found);
    } else if (entry.kind === "file") {
      const fileClass = classOf(entry.name);
      if (fileClass && !isIgnored(path3, rules2)) found.set(path3, { path: path3, class: fileClass, explicit: false });
    }
  }
}
function listed(files21, folder) {
  try {
    return files21.list(folder || ".");
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
function isIgnored(path3, rules2) {
  for (let index = rules2.length - 1; index >= 0; index -= 1) {
    const { base, matcher } = rules2[index];
    const relative = base === "" ? path3 : path3.slice(base.length + 1);
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
function languageOf(manifest) {
  if (manifest.kind !== "FederatedIdentityCredential") return void 0;
  const group4 = manifest.apiVersion.replace(/\/.*$/, "");
  if (group4 === "managedidentity.azure.com") return "aso";
  return /^(managedidentity\.azure|applications\.azuread)\.(m\.)?upbound\.io$/.test(group4) ? "crossplane" : void 0;
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
function asoCredential(root, read3) {
  const value = (...path3) => declaredField(root.get("spec", ...path3), read3);
  const armId = value("owner", "armId");
  return credential3("aso", root, {
    identity: armId ?? value("owner", "name"),
    identityName: armId && armName(armId),
    name: value("azureName") ?? declaredField(root.get("metadata", "name"), read3),
    issuer: value("issuer") ?? fromConfig(root.get("spec", "issuerFromConfig")),
    subject: value("subject") ?? fromConfig(root.get("spec", "subjectFromConfig")),
    audiences: audiencesOf(root.get("spec", "audiences"), read3),
    claims: root.get("spec", "claimsMatchingExpression") !== void 0,
    conditional: false
  });
}
function crossplaneCredential(root, place, read3, patched) {
  const field = (name) => root.get("spec", "forProvider", name) ?? root.get("spec", "initProvider", name);
  const value = (name) => {
    const found = field(name);
    if (!patched?.(name)) return declaredField(found, read3);
    return { text: unknownText(`\${${name}}`), at: (found ?? place).place };
  };
  const parent = value("parentId") ?? value("applicationId") ?? value("applicationObjectId");
  const reference2 = field("parentIdRef") ?? field("applicationIdRef") ?? field("applicationObjectIdRef");
  const externalName = root.get("metadata", "annotations", "crossplane.io/external-name");
  return credential3("crossplane", place, {
    identity: parent ?? declaredField(reference2?.get("name"), read3),
    identityName: parent && armName(parent),
    name: value("displayName") ?? (patched ? void 0 : declaredField(externalName ?? root.get("metadata", "name"), read3)),
    issuer: value("issuer"),
    subject: value("subject"),
    audiences: patched?.("audience") ? [] : audiencesOf(field("audience") ?? field("audiences"), read3),
    claims: false,
    conditional: patched !== void 0
  });
}
function composedCredentials(field, read3) {
  const text = field.string;
  if (text !== void 0) return unreadableCredentials(field, text);
  const base = field.get("base");
  const found = [];
  if (base && isCrossplaneBase(base)) {
    const paths = patchPaths(field.get("patches"));
    const patched = (name) => paths.some((path3) => path3 === "*" || path3.startsWith(`spec.forProvider.${name}`));
    found.push(crossplaneCredential(base, base.get("kind") ?? base, read3, patched));
  }
  const inner = [...field.entries(), ...field.items()].filter(
    (child) => child.key !== "base" && child.key !== "patches"
  );
  return [...found, ...inner.flatMap((child) => composedCredentials(child, read3))];
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
  return [credential3("crossplane", field, { audiences: [], claims: false, conditional: true })];
}
function credential3(language, place, parts) {
  const { identity: identity2, identityName, name, issuer, subject } = parts;
  return {
    language,
    at: (place.get("metadata", "name") ?? place).place,
    ...identity2 && { identity: identity2 },
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
function declaredField(field, read3) {
  const text = field?.text;
  return field && text !== void 0 ? { text: read3(text), at: field.place } : void 0;
}
function audiencesOf(field, read3) {
  return (field?.items() ?? []).flatMap((item) => declaredField(item, read3) ?? []);
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
function credentialsOfWorlds(worlds) {
  const manifests = new Set(worlds.flatMap((world) => world.objects.map((object) => object.manifest)));
  return [...manifests].filter(declaresCredential).flatMap((manifest) => kubernetesCredentials(manifest));
}
var makers2 = {
  "application.dis.altinn.cloud/ApplicationIdentity": ["metadata", "name"],
  "workloadidentity.azure.micosolutions.se/WorkloadIdentity": ["spec", "serviceAccount", "name"]
};
function accountsOfOperators(worlds) {
  const seen = /* @__PURE__ */ new Map();
  for (const object of worlds.flatMap((world) => world.objects)) {
    const path3 = makers2[`${object.group}/${object.kind}`];
    const name = path3 && (object.root.get(...path3) ?? object.metadata.nameField);
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
var workflow = /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/;
var azurePipeline = /(?:^|\/)(?:[^/]*azure-pipelines?[^/]*\.ya?ml|\.vsts-ci\.yml|(?:\.pipelines|\.?azure-pipelines|\.azuredevops|\.ado)\/(?:.+\/)?[^/]+\.ya?ml)$/i;
var signsIn = /azure\/login|idwire|ARM_USE_OIDC|ARM_CLIENT_SECRET|AZURE_CLIENT_SECRET|AZURE_FEDERATED_TOKEN_FILE|AzureADTokenExchange|federated-|workflow_call|uses["']?\s*:\s*["']?\.\//i;
var usesConnection = /azure|connectedService|template|environmentServiceName|backendService|CLIENT_SECRET/i;
function pipelinePaths(paths) {
  return {
    workflows: paths.filter((path3) => workflow.test(path3)),
    azure: paths.filter((path3) => azurePipeline.test(path3) && !path3.includes(".github/"))
  };
}
var PipelineFiles = class {
  files;
  known;
  parsed = /* @__PURE__ */ new Map();
  constructor(files21, paths) {
    this.files = files21;
    this.known = new Set(paths);
  }
  /** The root of a file; undefined when it is not there, is no map, or cannot be parsed (its host refuses it then). */
  document(path3, relevant) {
    if (!this.known.has(path3)) return void 0;
    if (!this.parsed.has(path3)) this.parsed.set(path3, this.parse(path3, relevant));
    return this.parsed.get(path3);
  }
  /** The same for a workflow, which is only parsed when it holds a word that matters. */
  workflow(path3) {
    return this.document(path3, signsIn);
  }
  /** The same for an Azure pipeline or a template of one. */
  azurePipeline(path3) {
    return this.document(path3, usesConnection);
  }
  parse(path3, relevant) {
    const bytes = this.files.read(path3);
    const text = bytes.length > defaultLimits.fileBytes ? void 0 : decodeText(bytes);
    if (text === void 0 || relevant && !relevant.test(text)) return void 0;
    const source = { path: path3, text };
    const [span] = splitDocuments(text, 1).spans;
    const root = span && parseDocument(source, span.start, span.end).root;
    if (!span || root?.type !== "map") return void 0;
    return fieldsOf({ source, root, apiVersion: "", kind: "", start: span.start, end: span.end });
  }
};
function resolvePath2(folder, path3) {
  const parts = [];
  for (const part of `${folder}/${path3}`.split("/")) {
    if (part === ".." && parts.pop() === void 0) return void 0;
    if (part !== "" && part !== "." && part !== "..") parts.push(part);
  }
  return parts.join("/");
}
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
function readAzurePipelines(files21, paths) {
  const reader = new AzureReader(files21);
  const read3 = paths.flatMap((path3) => {
    const root = files21.azurePipeline(path3);
    if (!root || root.get("kind") || !["steps", "jobs", "stages", "extends"].some((key) => root.get(key))) return [];
    const jobs = reader.read(path3, root);
    return jobs.length === 0 ? [] : [{ host: "azure-pipelines", manifest: root.manifest, repository: void 0, jobs }];
  });
  return read3.filter(({ manifest }) => !reader.followed.has(manifest.source.path));
}
var AzureReader = class {
  /** Paths of the templates that something uses. */
  followed = /* @__PURE__ */ new Set();
  files;
  logins = /* @__PURE__ */ new Map();
  constructor(files21) {
    this.files = files21;
  }
  read(path3, root) {
    this.logins = /* @__PURE__ */ new Map();
    this.visit(root, { path: path3, values: valuesOf(root, /* @__PURE__ */ new Map()), job: root, depth: 0 });
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
    const job2 = field.get("job") || field.get("deployment") ? field : around.job;
    const here = { ...around, job: job2 };
    const template22 = field.get("template")?.text;
    if (template22 !== void 0) this.follow(template22, field, here);
    const inputs = field.get("inputs");
    if (field.get("task") && inputs) this.addConnections(field, inputs, here);
    const variables = field.get("env");
    if (variables) this.addSecret(variables, here);
    const inner = [...field.entries(), ...field.items()].filter((child) => child.key !== "parameters");
    for (const child of inner) if (child.node.type !== "scalar") this.visit(child, here);
  }
  follow(template22, use3, around) {
    const name = template22.replace(/@self$/, "");
    if (name.includes("@") || name.includes("${{") || around.depth >= deepestTemplate) return;
    const folder = name.startsWith("/") ? "" : around.path.slice(0, Math.max(0, around.path.lastIndexOf("/")));
    const path3 = resolvePath2(folder, name);
    const root = path3 === void 0 ? void 0 : this.files.azurePipeline(path3);
    if (path3 === void 0 || !root) return;
    this.followed.add(path3);
    const given = (use3.get("parameters")?.entries() ?? []).map((entry) => [
      `parameters.${entry.key}`,
      followed(entry, around.values)
    ]);
    const values = new Map([...valuesOf(root, /* @__PURE__ */ new Map()), ...given]);
    this.visit(root, { ...around, path: path3, values, depth: around.depth + 1 });
  }
  addConnections(task, inputs, { values, job: job2 }) {
    for (const input of inputs.entries()) {
      if (!connectionInputs.has(input.key.toLowerCase()) || !input.text) continue;
      const at = followed(input, values);
      if (!at.text) continue;
      const connection = readPlaceholders(at.text);
      const by = task.get("task")?.text ?? "";
      const subjects = [connectionSubject(connection)];
      this.add(job2, { kind: "service-connection", at, by, clientId: void 0, connection, subjects });
    }
  }
  addSecret(variables, { job: job2 }) {
    const at = variables.get("ARM_CLIENT_SECRET") ?? variables.get("AZURE_CLIENT_SECRET");
    const id5 = variables.get("ARM_CLIENT_ID") ?? variables.get("AZURE_CLIENT_ID");
    if (!at?.text || !id5?.text) return;
    const clientId2 = readPlaceholders(id5.text);
    this.add(job2, { kind: "client-secret", at, by: at.key, clientId: clientId2, connection: void 0, subjects: [] });
  }
  add(job2, login2) {
    const logins = this.logins.get(job2) ?? [];
    const known3 = logins.some((other2) => other2.at === login2.at && other2.kind === login2.kind);
    if (!known3) this.logins.set(job2, [...logins, login2]);
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
  const [first = "", ...rest2] = pieces;
  const text = { pieces: ["sc://", "/", `/${first}`, ...rest2], symbols: ["$(organization)", "$(project)", ...symbols] };
  const context = { pieces, symbols };
  return { kind: "service-connection", event: "", context, text, immutable: void 0, certain: true, fork: false };
}
function openRef(start, rest2, end = "") {
  return { pieces: [start, end], symbols: [`\${{ ${rest2} }}`] };
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
  const on3 = workflow2.get("on");
  const listed2 = (on3?.items() ?? []).map((item) => [item.text ?? "", void 0]);
  const mapped = (on3?.entries() ?? []).map((entry) => [entry.key, entry]);
  const single = on3?.text === void 0 ? [] : [[on3.text, void 0]];
  return new Map([...single, ...listed2, ...mapped]);
}
function startsOf(workflow2) {
  return [...eventsOf(workflow2)].filter(([event]) => event !== "workflow_call").flatMap(([event, settings2]) => {
    const refs = event === "push" ? pushedRefs(settings2) : [refsOfEvents[event] ?? defaultBranch];
    return refs.map((ref) => ({ event, ref, certain: true, fork: event.startsWith("pull_request") }));
  });
}
function pushedRefs(settings2) {
  const branches = patterns(settings2, "branches", "refs/heads/", anyBranch);
  const tags = patterns(settings2, "tags", "refs/tags/", anyTag);
  return branches || tags ? [...branches ?? [], ...tags ?? []] : [anyBranch, anyTag];
}
function patterns(settings2, key, prefix, any) {
  if (settings2?.get(`${key}-ignore`)) return [any];
  const filter = settings2?.get(key);
  if (!filter) return void 0;
  const written2 = filter.text === void 0 ? filter.items().map((item) => item.text ?? "") : [filter.text];
  return written2.filter((pattern2) => !pattern2.startsWith("!")).map((pattern2) => refText(prefix, pattern2));
}
function refText(prefix, pattern2) {
  const special = pattern2.search(/[*?+[\\]/);
  if (special === -1) return literalText(prefix + pattern2);
  const known3 = pattern2.slice(0, /[?+]/.test(pattern2[special]) ? Math.max(0, special - 1) : special);
  return openRef(prefix + known3, pattern2);
}
var mostVariants = 256;
var expression2 = /\$\{\{\s*(.*?)\s*\}\}/gs;
function bound(text, bindings) {
  return text.replace(expression2, (_, inner) => bindings.get(inner.toLowerCase()) ?? `\${{ ${inner} }}`);
}
function githubText(text) {
  const symbols = text.match(expression2) ?? [];
  return symbols.length === 0 ? { pieces: [text], symbols } : { pieces: text.split(/\$\{\{.*?\}\}/s), symbols };
}
function textsOf3(text, variants) {
  const texts = variants.map((bindings) => githubText(bound(text, bindings)));
  return [...new Map(texts.map((item) => [writtenText(item), item])).values()];
}
function withMatrix(job2, variants) {
  const combinations = combinationsOf(job2.get("strategy", "matrix"));
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
  const events3 = eventsOf(workflow2);
  const inputs = events3.size === 1 ? events3.get("workflow_dispatch")?.get("inputs")?.entries() ?? [] : [];
  let variants = [/* @__PURE__ */ new Map()];
  for (const input of inputs) {
    const options = (input.get("options")?.items() ?? []).flatMap((option) => option.text ?? []);
    if (options.length === 0) continue;
    const paths = [`inputs.${input.key.toLowerCase()}`, `github.event.inputs.${input.key.toLowerCase()}`];
    variants = variants.flatMap((outer) => options.map((option) => new Map([...outer, ...paths.map((path3) => [path3, option])]))).slice(0, mostVariants);
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
    (combination) => !excluded.some((item) => item.size > 0 && [...item].every(([path3, value]) => combination.get(path3) === value))
  );
  return withIncluded(combinations, matrix?.get("include")?.items() ?? [], axes.length > 0);
}
function withIncluded(combinations, items, hasAxes) {
  const original = hasAxes ? combinations.map((combination) => new Map(combination)) : [];
  const extended = original.map((combination) => new Map(combination));
  const alone = [];
  for (const item of items.map((field) => flattened(field, "matrix"))) {
    const fitting = original.flatMap(
      (combination, index) => [...item].every(([path3, value]) => (combination.get(path3) ?? value) === value) ? [index] : []
    );
    for (const index of fitting) for (const [path3, value] of item) extended[index]?.set(path3, value);
    if (fitting.length === 0) alone.push(item);
  }
  const all = [...extended, ...alone];
  return all.length === 0 ? [/* @__PURE__ */ new Map()] : all;
}
function flattened(field, path3) {
  if (field.text !== void 0) return /* @__PURE__ */ new Map([[path3, field.text]]);
  return new Map(field.entries().flatMap((entry) => [...flattened(entry, `${path3}.${entry.key.toLowerCase()}`)]));
}
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
  const expression22 = parser.expression(0);
  return parser.done ? expression22 : void 0;
}
function tokensOf(text) {
  const tokens = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const groups2 = token.exec(text)?.groups;
    if (!groups2) return void 0;
    const [kind, found] = Object.entries(groups2).find(([, value]) => value !== void 0);
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
function narrowBy(condition, starts) {
  if (condition === void 0 || condition.trim() === "") return starts;
  const expression22 = parseCondition(condition);
  return distinct(starts.flatMap((start) => expression22 ? narrow(expression22, start, true) : doubtful(start)));
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
function narrow(expression22, start, wanted) {
  switch (expression22.kind) {
    case "literal":
      return !/^(?:false|null|0|)$/.test(expression22.text) === wanted ? [start] : [];
    case "not":
      return narrow(expression22.of, start, !wanted);
    case "path":
      return isOrigin(expression22.path) ? fromFork(start, wanted, !wanted) : ofPullRequest(expression22.path, start, wanted);
    case "call":
      return narrowCall(expression22.name, expression22.parameters, start, wanted);
    case "binary":
      return narrowBinary(expression22, start, wanted);
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
  const pattern2 = { pieces: [prefix.text, ""], symbols: [`\${{ ${prefix.text}* }}`] };
  const head = value.pieces[0].toLowerCase();
  const begins = head.startsWith(prefix.text.toLowerCase());
  const may = compareTexts(lower(value), lower(pattern2)) !== "different";
  const answer = begins ? "same" : may ? "unknown" : "different";
  return compared(answer, start, wanted, () => withRef(start, subject.path, pattern2));
}
function compared(answer, start, wanted, refined) {
  if (answer === "unknown") return [wanted ? refined() : start];
  return answer === "same" === wanted ? [start] : [];
}
function lower(text) {
  return { ...text, pieces: text.pieces.map((piece) => piece.toLowerCase()) };
}
function valueUnder(path3, { event, ref }) {
  if (path3 === "github.event_name") return literalText(event);
  if (path3 === "github.ref") return ref;
  const [first = "", ...rest2] = ref.pieces;
  const folder = /^refs\/(?:heads|tags|pull)\//.exec(first)?.[0];
  if (path3 === "github.ref_name") return { ...ref, pieces: [first.slice((folder ?? first).length), ...rest2] };
  if (path3 === "github.ref_type" && folder) return literalText(folder === "refs/tags/" ? "tag" : "branch");
  return void 0;
}
function withRef(start, path3, text) {
  if (path3 === "github.ref") return { ...start, ref: text };
  if (path3 !== "github.ref_name") return { ...start, certain: false };
  const folder = /^refs\/tags\//.exec(start.ref.pieces[0])?.[0] ?? "refs/heads/";
  return { ...start, ref: { ...text, pieces: [folder + text.pieces[0], ...text.pieces.slice(1)] } };
}
function isOrigin(path3) {
  return path3.startsWith("github.event.pull_request.head.repo.") || path3 === "github.event.pull_request.head.user.login";
}
function isPullRequest({ event }) {
  return event.startsWith("pull_request");
}
function fromFork(start, wanted, otherwise) {
  if (isPullRequest(start)) return [{ ...start, fork: wanted }];
  return otherwise ? [start] : [];
}
function ofPullRequest(path3, start, wanted) {
  if (!path3.startsWith("github.event.pull_request") || isPullRequest(start)) return doubtful(start);
  return wanted ? [] : [start];
}
var deepestAction = 5;
function loginsOf2(job2, workflow2, bindings, localSteps) {
  const scope = { environments: [job2.get("env"), workflow2.get("env")], bindings, localSteps };
  return (job2.get("steps")?.items() ?? []).flatMap((step) => stepLogins(step, scope, 0));
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
    (entry) => [`inputs.${entry.key.toLowerCase()}`, textIn2(entry, scope) ?? ""]
  );
  const inner = { ...scope, environments: [step.get("env")], bindings: new Map(given) };
  const steps = scope.localSteps((uses.text ?? "").slice(2)) ?? [];
  return steps.flatMap((item) => stepLogins(item, inner, depth + 1)).map((login2) => ({ ...login2, at: uses }));
}
function azureLogin(step, uses, scope) {
  const input = inputsOf2(step, scope);
  if (input("auth-type")?.toUpperCase() === "IDENTITY") return [];
  const clientId2 = input("client-id");
  const ids = clientId2 || input("tenant-id") || input("subscription-id");
  if (ids) return [login("oidc", uses, uses.text, clientId2)];
  const stack = input("environment")?.toLowerCase() === "azurestack";
  return input("creds") && !stack ? [login("client-secret", uses, uses.text, void 0)] : [];
}
function idwire(step, uses, scope) {
  const input = inputsOf2(step, scope);
  const way = input("azure-auth") ?? "auto";
  const clientId2 = input("client-id");
  return way === "oidc" || way === "auto" && clientId2 ? [login("oidc", uses, uses.text, clientId2)] : [];
}
function inputsOf2(step, scope) {
  const given = step.get("with")?.entries() ?? [];
  return (name) => {
    const entry = given.find((candidate) => candidate.key.toLowerCase() === name);
    return entry && textIn2(entry, scope);
  };
}
function terraformAction(name, scope) {
  return /terraform|terragrunt|tofu/.test(name) && !/\/setup-/.test(name) ? terraformLogin(scope) : [];
}
function scriptLogin(step, scope) {
  const at = step.get("run");
  const script = at?.text ?? "";
  const variables = step.get("env");
  const named2 = variables?.get("ARM_USE_OIDC") ?? variables?.get("ARM_CLIENT_SECRET");
  if (named2 || /\b(?:terraform|terragrunt|tofu)\b.*\b(?:plan|apply|destroy|import|refresh)\b/.test(script)) {
    return terraformLogin(scope);
  }
  if (at && /federated-credential-provider["'\s=]+github\b/.test(script)) {
    return [login("oidc", at, "azd auth login", variable("AZURE_CLIENT_ID", scope)?.text)];
  }
  return at ? libraryLogin(at, scope) : [];
}
function terraformLogin(scope) {
  const oidc = variable("ARM_USE_OIDC", scope);
  const clientId2 = variable("ARM_CLIENT_ID", scope)?.text;
  if (oidc?.text.toLowerCase() === "true") {
    const elsewhere2 = ["ARM_OIDC_TOKEN", "ARM_OIDC_TOKEN_FILE_PATH", "ARM_OIDC_REQUEST_URL"];
    return elsewhere2.some((name) => variable(name, scope)) ? [] : [login("oidc", oidc.at, "ARM_USE_OIDC", clientId2)];
  }
  const secret = variable("ARM_CLIENT_SECRET", scope);
  return oidc || !secret?.text ? [] : [login("client-secret", secret.at, "ARM_CLIENT_SECRET", clientId2)];
}
function libraryLogin(at, scope) {
  const script = at.text ?? "";
  const clientId2 = variable("AZURE_CLIENT_ID", scope);
  const sendsOn = /AzureADTokenExchange|federated-token|AZURE_FEDERATED_TOKEN_FILE/.test(script);
  if (sendsOn && script.includes("ACTIONS_ID_TOKEN_REQUEST")) {
    return [login("oidc", at, "ACTIONS_ID_TOKEN_REQUEST_URL", clientId2?.text)];
  }
  const secret = variable("AZURE_CLIENT_SECRET", scope);
  return clientId2 && secret?.text ? [login("client-secret", secret.at, secret.at.key, clientId2.text)] : [];
}
function login(kind, at, by, clientId2) {
  return { kind, at, by: by ?? at.key, clientId: clientId2 ? githubText(clientId2) : void 0, condition: void 0 };
}
function variable(name, scope) {
  const at = scope.environments.map((environment) => environment?.get(name)).find((field) => field !== void 0);
  const text = at && textIn2(at, scope);
  return at && text !== void 0 ? { at, text } : void 0;
}
function textIn2(field, { environments: environments2, bindings }) {
  const text = field.text;
  if (text === void 0) return void 0;
  const variables = text.replace(/\$\{\{\s*env\.(\w+)\s*\}\}/g, (whole, name) => {
    const found = environments2.map((environment) => environment?.get(name)?.text).find((value) => value !== void 0);
    return found ?? whole;
  });
  return bound(variables, bindings);
}
function permissionOf(job2, workflow2, caller) {
  const field = job2.get("permissions") ?? workflow2.get("permissions");
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
function subjectsOf(starts, environments2, repository) {
  const subjects = starts.flatMap(
    (start) => environments2.map((environment) => {
      const named2 = literalOf(environment) !== "";
      const [kind, context] = named2 ? environmentContext(environment) : startContext(start);
      const { text, immutable: immutable3 } = bothForms(repository, context);
      return { kind, event: start.event, context, text, immutable: immutable3, certain: start.certain, fork: start.fork };
    })
  );
  return merged(subjects);
}
function merged(subjects) {
  const byText = /* @__PURE__ */ new Map();
  for (const subject of subjects) {
    const key = `${subject.event} ${writtenText(subject.text)}`;
    const known3 = byText.get(key) ?? subject;
    byText.set(key, {
      ...subject,
      certain: subject.certain || known3.certain,
      fork: subject.fork || known3.fork
    });
  }
  return [...byText.values()];
}
function environmentContext({ pieces, symbols }) {
  const [first = "", ...rest2] = pieces.map((piece) => piece.replaceAll(":", "%3A"));
  return ["environment", { pieces: [`environment:${first}`, ...rest2], symbols }];
}
function startContext({ event, ref }) {
  if (event === "pull_request") return ["pull_request", literalText("pull_request")];
  if (event.startsWith("pull_request")) return ["unknown", unknownText("subject")];
  const [first = "", ...rest2] = ref.pieces;
  const context = { pieces: [`ref:${first.replaceAll(":", "%3A")}`, ...rest2], symbols: ref.symbols };
  return [event === "merge_group" ? "merge-queue" : "ref", context];
}
function bothForms(repository, context) {
  const [owner, name] = repository?.split("/") ?? [];
  if (owner === void 0 || name === void 0) {
    const either = joined3(githubText(`repo:\${{ github.repository }}:`), context);
    return { text: either, immutable: either };
  }
  const numbers = githubText(`repo:${owner}@\${{ github.repository_owner_id }}/${name}@\${{ github.repository_id }}:`);
  return { text: joined3(literalText(`repo:${owner}/${name}:`), context), immutable: joined3(numbers, context) };
}
function joined3(a, b2) {
  const middle = `${a.pieces.at(-1)}${b2.pieces[0]}`;
  return {
    pieces: [...a.pieces.slice(0, -1), middle, ...b2.pieces.slice(1)],
    symbols: [...a.symbols, ...b2.symbols]
  };
}
var deepestCall = 10;
function readWorkflows(files21, paths, repository) {
  const reader = new WorkflowReader(files21, repository);
  const workflows = paths.flatMap((path3) => {
    const workflow2 = files21.workflow(path3);
    return workflow2 ? [{ path: path3, workflow: workflow2 }] : [];
  });
  for (const { path: path3, workflow: workflow2 } of workflows) reader.start(path3, workflow2);
  for (const { path: path3, workflow: workflow2 } of workflows) reader.startUncalled(path3, workflow2);
  return workflows.flatMap(({ path: path3, workflow: workflow2 }) => {
    const jobs = reader.jobsIn(path3);
    return jobs.length === 0 ? [] : [{ host: "github", manifest: workflow2.manifest, repository, jobs }];
  });
}
var WorkflowReader = class {
  files;
  repository;
  jobs = /* @__PURE__ */ new Map();
  called = /* @__PURE__ */ new Set();
  constructor(files21, repository) {
    this.files = files21;
    this.repository = repository;
  }
  jobsIn(path3) {
    return this.jobs.get(path3) ?? [];
  }
  /** A run that events start. */
  start(path3, workflow2) {
    const starts = startsOf(workflow2);
    if (starts.length === 0) return;
    this.run(path3, workflow2, { starts, variants: dispatchVariants(workflow2), permission: void 0, callers: [] });
  }
  /** A workflow that can only be called and that nobody here calls: what it would present is its callers' affair. */
  startUncalled(path3, workflow2) {
    const reusable = eventsOf(workflow2).has("workflow_call");
    if (!reusable || this.called.has(path3) || startsOf(workflow2).length > 0) return;
    this.run(path3, workflow2, { starts: [], variants: [/* @__PURE__ */ new Map()], permission: { granted: void 0 }, callers: [] });
  }
  run(path3, workflow2, way) {
    const jobs = workflow2.get("jobs");
    for (const job2 of jobs?.entries() ?? []) {
      const starts = narrowedStarts(job2, jobs, way.starts);
      if (starts.length === 0 && way.starts.length > 0) continue;
      const own = { ...way, starts, variants: withMatrix(job2, way.variants) };
      const permission = permissionOf(job2, workflow2, way.permission);
      if (job2.get("uses")) this.call(path3, job2, own, permission);
      else this.add(path3, this.readJob(path3, job2, workflow2, own, permission));
    }
  }
  call(path3, job2, way, permission) {
    const target = calledPath(path3, job2.get("uses")?.text ?? "");
    const workflow2 = target === void 0 ? void 0 : this.files.workflow(target);
    if (target === void 0 || !workflow2 || way.callers.length >= deepestCall) return;
    this.called.add(target);
    this.run(target, workflow2, {
      starts: way.starts,
      variants: inputsOfCall(job2, workflow2, way.variants),
      permission: passedOn(permission, job2),
      callers: [job2, ...way.callers]
    });
  }
  add(path3, job2) {
    if (job2.logins.length > 0) this.jobs.set(path3, [...this.jobsIn(path3), job2]);
  }
  readJob(path3, job2, workflow2, way, permission) {
    const environment = job2.get("environment", "name") ?? job2.get("environment");
    const environments2 = environment?.text ? textsOf3(environment.text, way.variants) : [literalText("")];
    const localSteps = (action) => this.localSteps(path3, action);
    const found = distinctLogins(way.variants.flatMap((bindings) => loginsOf2(job2, workflow2, bindings, localSteps)));
    const subjects = (starts) => subjectsOf(starts, environments2, this.repository);
    const logins = found.map(
      ({ condition, ...login2 }) => ({
        ...login2,
        connection: void 0,
        subjects: subjects(narrowBy(condition, way.starts))
      })
    );
    const { callers } = way;
    return { name: job2.key, field: job2, callers, environment, permission, subjects: subjects(way.starts), logins };
  }
  localSteps(workflowPath, action) {
    const root = workflowPath.slice(0, workflowPath.lastIndexOf(".github/"));
    const folder = resolvePath2(root, action);
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
  return resolvePath2(caller.slice(0, caller.lastIndexOf(".github/")), uses);
}
function narrowedStarts(job2, jobs, starts, depth = 0) {
  const condition = job2.get("if")?.text;
  const needs = job2.get("needs");
  const names3 = needs?.text === void 0 ? (needs?.items() ?? []).map((item) => item.text ?? "") : [needs.text];
  let left = narrowBy(condition, starts);
  if (runsRegardless(condition) || depth > 20) return left;
  for (const name of names3) {
    const needed = jobs?.get(name);
    if (needed) left = narrowedStarts(needed, jobs, left, depth + 1);
  }
  return left;
}
var remoteSection = /^\s*\[remote "origin"\]\s*$/;
var address = /^\s*url\s*=\s*(?:https?:\/\/(?:[^@/\s]*@)?[^/\s]+\/|(?:ssh:\/\/)?[\w.-]+@[^:/\s]+(?::\d+)?[:/])([^/\s]+)\/([^/\s]+?)(?:\.git)?\/?\s*$/;
function repositoryName(files21) {
  if (files21.stat(".git/config")?.kind !== "file") return void 0;
  const lines2 = new TextDecoder().decode(files21.read(".git/config")).split("\n");
  const start = lines2.findIndex((line) => remoteSection.test(line));
  if (start === -1) return void 0;
  for (const line of lines2.slice(start + 1)) {
    if (line.trimStart().startsWith("[")) return void 0;
    const [, owner, name] = address.exec(line) ?? [];
    if (owner && name) return `${owner}/${name}`;
  }
  return void 0;
}
function readPipelines(files21, discovered, repository) {
  const paths = discovered.map((file) => file.path);
  const { workflows, azure: azure2 } = pipelinePaths(paths);
  if (workflows.length === 0 && azure2.length === 0) return [];
  const pipelineFiles = new PipelineFiles(files21, paths);
  const name = workflows.length === 0 ? void 0 : repository ?? repositoryName(files21);
  return [...readWorkflows(pipelineFiles, workflows, name), ...readAzurePipelines(pipelineFiles, azure2)];
}
function withPipelineSources(sources, pipelines2) {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const fields2 = pipelines2.flatMap(({ manifest, jobs }) => [
    manifest,
    ...jobs.flatMap((job2) => [job2.field, ...job2.callers, ...job2.logins.map((login2) => login2.at)]).map((field) => field.manifest)
  ]);
  for (const { source } of fields2) if (!byPath.has(source.path)) byPath.set(source.path, source);
  return [...byPath.values()];
}
function readRaw(manifests, kustomizations, read3, wanted) {
  const patches = new Set(kustomizations.flatMap((kustomization) => kustomization.patches));
  const moved = filesInOtherNamespaces(kustomizations);
  const taken = new Set(kustomizations.flatMap((kustomization) => kustomization.resources));
  const judged = manifests.filter(({ source }) => !isKustomizationPath(source.path) && !patches.has(source.path));
  return readSlices(judged, {
    read: read3,
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
    for (const resource2 of kustomization.resources) {
      moved.add(resource2);
      const nested = byFolder.get(resource2);
      if (nested) visit(nested, seen);
    }
  };
  for (const kustomization of kustomizations) if (kustomization.namespace) visit(kustomization, /* @__PURE__ */ new Set());
  return (path3) => moved.has(path3);
}
var mostBytes = 512 * 1024;
var nothing2 = { substitutes: /* @__PURE__ */ new Set(), roots: () => [] };
async function repositoryScripts(files21, discovered) {
  const sources = discovered.filter(isScript).flatMap(({ path: path3 }) => scriptSource(files21, path3) ?? []);
  if (sources.length === 0) return nothing2;
  const { substitutesOf } = await import("./substituted-literals-MKSMD5IV.mjs");
  const { helmCallsOf } = await import("./helm-calls-5JGDYTDH.mjs");
  const { distinctRoots } = await import("./distinct-roots-IUWNWTYI.mjs");
  const { RootFiles } = await import("./root-files-2IGOMIHI.mjs");
  const running = sources.filter(({ path: path3 }) => declarationFileKind(path3) !== "document");
  return {
    substitutes: new Set(sources.flatMap((source) => substitutesOf(source))),
    roots: (paths) => {
      const folders = new RootFiles(files21, paths);
      return distinctRoots(running.flatMap((source) => helmCallsOf(source, folders)));
    }
  };
}
var pipelineFile = /(?:^|\/)(?:\.github\/|\.pipelines?\/|\.azure-?pipelines\/|\.azuredevops\/|\.?azure-pipelines?[^/]*$|\.?pipelines?\/|\.gitlab-ci|azure[\w-]*\.ya?ml$|skaffold|[^/]*pipeline[^/]*\.ya?ml$)/i;
function isScript({ path: path3, class: fileClass }) {
  if (path3 === "-") return false;
  return fileClass === "script" || /\.ya?ml$/.test(path3) && pipelineFile.test(path3);
}
var telling2 = /\b(?:sed|perl|helm|kustomize)\b|\bkubectl[^\n]{0,200}[ \t]-k\b|-replace\b|\.Replace\(/i;
function scriptSource(files21, path3) {
  const bytes = files21.read(path3);
  if (bytes.length > mostBytes) return void 0;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!telling2.test(view) && !view.includes("\0")) return void 0;
  const text = decodeText(bytes);
  return text === void 0 ? void 0 : { path: path3, text };
}
function substitutedLiterals(substitutes, read3 = (text) => readPlaceholders(text)) {
  const literals = [...substitutes].sort((a, b2) => b2.length - a.length);
  if (literals.length === 0) return read3;
  const source = literals.map((literal2) => literal2.replace(/[^\w]/g, "\\$&")).join("|");
  const pattern2 = new RegExp(`(${source})`);
  return (text) => withSymbols(read3(text), pattern2);
}
function withSymbols({ pieces, symbols }, pattern2) {
  if (!pieces.some((piece) => pattern2.test(piece))) return { pieces, symbols };
  const parts = pieces.flatMap((piece, index) => [...piece.split(pattern2), ...symbols.slice(index, index + 1)]);
  return {
    pieces: parts.filter((_, index) => index % 2 === 0),
    symbols: parts.filter((_, index) => index % 2 === 1)
  };
}
async function load(files21, request) {
  const discovered = discover(files21, request.paths, request.ignore);
  const skip = isChartTemplate(discovered);
  const others = readOtherFiles(files21, discovered);
  const wanted = (manifests2, sources) => withAllAccounts(
    wantedBy(manifests2, subjectsIn([...others.sources, ...sources.filter(mayDeclare)])),
    request.configuration?.clusters.length
  );
  const scanned = await scan(files21, discovered, {
    exhaustive: request.exhaustive,
    skip,
    wanted,
    ...request.onProgress ? { onProgress: request.onProgress } : {}
  });
  const { clusters, substitutions, makesServiceAccounts } = request.configuration ?? unconfigured;
  const declarations = await readDeclarations(others, scanned.sources);
  const { templates, manifests } = withoutTemplates(scanned.manifests, declarations.templateFiles);
  const kustomizations = manifests.filter((manifest) => isKustomizationPath(manifest.source.path)).map((manifest) => readKustomization(manifest));
  const scripts = await repositoryScripts(files21, manifests.length > 0 ? discovered : []);
  const read3 = substitutedLiterals(scripts.substitutes, readerOf(substitutions));
  const rendering = await render2(files21, request, { discovered, manifests, kustomizations, scripts, read: read3 });
  const raw = readRaw(
    manifests.filter((manifest) => !rendering.claimed.has(manifest.source.path)),
    kustomizations,
    read3,
    wanted(scanned.manifests, scanned.sources)
  );
  const unrendered = [...kustomizations.map(({ manifest }) => manifest.source.path), ...chartsAmong(discovered)].filter(
    (path3) => !rendering.claimed.has(path3)
  );
  const complete = scanned.problems.length === 0 && rendering.gaps.length === 0;
  const worlds = worldsOf(raw, rendering.worlds, { clusters, complete, unrendered });
  const pipelines2 = readPipelines(files21, discovered, request.repository);
  const madeElsewhere = [...declarations.serviceAccounts, ...accountsOfTemplates(templates)];
  const declaredAccounts = [...madeElsewhere, ...accountsOfOperators(worlds)];
  const makesAccounts = makesServiceAccounts.length > 0 || madeElsewhere.some((account7) => account7.created);
  return {
    repository: {
      problems: scanned.problems,
      worlds,
      credentials: [...declarations.credentials, ...credentialsOfWorlds(worlds)],
      declaredAccounts,
      complete: complete && declarations.complete && (request.rendering !== void 0 || unrendered.length === 0),
      pipelines: pipelines2,
      scripts: { ...declarations.scripts, createsAccounts: makesAccounts, substitutes: scripts.substitutes }
    },
    sources: withPipelineSources(
      withoutTwins([...scanned.sources, ...rendering.sources, ...declarations.sources]),
      pipelines2
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
  const known3 = values.size > 0 ? resolver(values) : void 0;
  return (text) => readPlaceholders(text, known3);
}
function chartsAmong(discovered) {
  return discovered.map((file) => file.path).filter((path3) => /(?:^|\/)Chart\.ya?ml$/.test(path3));
}
var nothingRendered = { worlds: [], gaps: [], claimed: /* @__PURE__ */ new Set(), sources: [], rendered: 0 };
async function render2(files21, { rendering, paths, configuration }, { discovered, manifests, kustomizations, scripts, read: read3 }) {
  if (!rendering) return nothingRendered;
  const deployed = await deployedRoots(files21, paths, manifests);
  const charts = chartsAmong(discovered);
  const called = kustomizations.length + charts.length > 0 ? scripts.roots(paths) : [];
  const named2 = [...deployed, ...called, ...rendering.roots?.(manifests) ?? []];
  if (kustomizations.length === 0 && charts.length === 0 && named2.length === 0) return nothingRendered;
  const { renderRepository } = await import("./render-repository-PBDMPCQN.mjs");
  const { rootRequestsOf } = await import("./configured-roots-JAUFW64G.mjs");
  const requests = configuration ? [...rootRequestsOf(configuration, { files: files21, charts, kustomizations }), ...named2] : named2;
  const manifestPaths = discovered.filter((file) => file.class === "manifest").map((file) => file.path);
  return renderRepository(files21, {
    ...rendering,
    paths,
    charts,
    kustomizations,
    requests,
    manifests: manifestPaths,
    read: read3
  });
}
var deployers2 = /^(?:kustomize|helm)\.toolkit\.fluxcd\.io\/|^argoproj\.io\//;
async function deployedRoots(files21, paths, manifests) {
  if (!manifests.some(({ apiVersion }) => deployers2.test(apiVersion))) return [];
  const { namedRoots } = await import("./named-roots-I7SYOEB7.mjs");
  const { RootFiles } = await import("./root-files-2IGOMIHI.mjs");
  return namedRoots(manifests, new RootFiles(files21, paths)).requests;
}
function withoutTwins(sources) {
  const byPath = /* @__PURE__ */ new Map();
  for (const source of sources) if (!byPath.has(source.path)) byPath.set(source.path, source);
  return [...byPath.values()];
}
function withoutTemplates(manifests, templateFiles) {
  const isTemplate2 = ({ source }) => templateFiles.has(source.path);
  return {
    templates: manifests.filter(isTemplate2),
    manifests: manifests.filter((manifest) => !isTemplate2(manifest))
  };
}
function isChartTemplate(discovered) {
  const charts = discovered.filter((file) => /(?:^|\/)Chart\.ya?ml$/.test(file.path)).map((file) => `${file.path.slice(0, file.path.lastIndexOf("/") + 1)}templates/`);
  const roots = new Set(charts);
  if (roots.size === 0) return () => false;
  return (path3) => {
    for (let at = path3.indexOf("templates/"); at !== -1; at = path3.indexOf("templates/", at + 1)) {
      if (roots.has(path3.slice(0, at + "templates/".length))) return true;
    }
    return false;
  };
}
function mapOf(field) {
  const node = field?.node;
  if (node?.type !== "map") return void 0;
  const own = node.entries.filter(
    ({ key, value }) => key.start >= node.start && key.end <= value.start && value.end <= node.end
  );
  return { node, own };
}
function indentAt(text, offset) {
  const before3 = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^ *$/.test(before3) ? before3 : void 0;
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
function quoted(text) {
  return JSON.stringify(text);
}
function withStyleOf(written2, text) {
  if (written2.startsWith('"')) return quoted(text);
  if (written2.startsWith("'")) return `'${text.replaceAll("'", "''")}'`;
  return isPlain2(text) ? text : quoted(text);
}
function isPlain2(text) {
  return /^[A-Za-z0-9][\w./-]*$/.test(text) && typeof resolveScalar(text, "plain", void 0) === "string";
}
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
  const rest2 = restOfLine(source, end);
  if (indent === void 0 || !onlyComment.test(rest2)) return { refused: "Other things stand on the same line." };
  const newline = source.indexOf("\n", end);
  return {
    start: entry.key.start - indent.length,
    end: newline === -1 ? source.length : newline + 1,
    text: "",
    comment: rest2.trimEnd()
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
function editsOf(repairs) {
  const edits = [];
  let comment2 = "";
  for (const repair of [...repairs.filter(removes), ...repairs.filter((other2) => !removes(other2))]) {
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
  const written2 = field.manifest.source.text.slice(node.start, node.end);
  const replacement = withStyleOf(written2, text);
  return { start: node.start, end: node.end, text: written2 === "" ? ` ${replacement}` : replacement };
}
var mostRelated = 20;
function mergeAlike(judged) {
  const merged2 = [...groupsBy(judged, spotKey).values()].flatMap(
    (group4) => [...faultsIn(group4).values()].map(mergeFault)
  );
  const counts = /* @__PURE__ */ new Map();
  return merged2.sort(compareBySpot).map((item) => {
    const { fingerprint } = item.finding;
    const count = counts.get(fingerprint) ?? 0;
    counts.set(fingerprint, count + 1);
    return count === 0 ? item : { ...item, finding: { ...item.finding, fingerprint: `${fingerprint}-${count}` } };
  });
}
function spotKey({ finding: { rule: rule128, file, line, column } }) {
  return `${rule128}
${file}
${line}:${column}`;
}
function faultsIn(group4) {
  const rendered = group4.filter(({ finding }) => finding.rendered);
  const once = [...groupsBy(rendered, renderKey).values()].every(
    (items) => new Set(items.map(({ finding }) => finding.message)).size === 1
  );
  return groupsBy(group4, (item) => item.finding.rendered ? once ? "" : neutralMessage(item) : item.finding.message);
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
    (a, b2) => compareSeverity(a.finding.severity, b2.finding.severity) || compareText(renderKey(a), renderKey(b2))
  );
  const [first, ...others] = sorted;
  const elsewhere2 = [...groupsBy(others, renderKey)].flatMap(
    ([key, [other2]]) => other2?.finding.rendered && key !== renderKey(first) ? [relatedOf(other2, first.finding)] : []
  );
  const shown2 = elsewhere2.slice(0, mostRelated);
  const last = shown2.at(-1);
  if (last && elsewhere2.length > shown2.length)
    shown2[shown2.length - 1] = { ...last, note: `${last.note}, and ${elsewhere2.length - shown2.length} more` };
  return {
    finding: { ...first.finding, related: [...first.finding.related, ...shown2] },
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
function groupsBy(items, keyOf3) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf3(item);
    const group4 = groups2.get(key);
    if (group4) group4.push(item);
    else groups2.set(key, [item]);
  }
  return groups2;
}
function compareBySpot({ finding: a }, { finding: b2 }) {
  return compareText(a.file, b2.file) || a.line - b2.line || a.column - b2.column || compareText(a.message, b2.message);
}
var ignoreAnnotation = "idwire.dev/ignore";
var comment = /(?:^|[ \t])#[ \t]*idwire-ignore:[ \t]*([^\r\n]*)/gm;
function readSuppressionComments(source) {
  if (!source.text.includes("idwire-ignore")) return [];
  const lines2 = source.text.split("\n");
  return [...source.text.matchAll(comment)].map((match) => {
    const start = match.index + match[0].indexOf("#");
    const line = lineAt(source, start);
    const [, rule128 = "", reason = ""] = /^(\S*)[ \t]*(.*)$/.exec((match[1] ?? "").trim()) ?? [];
    let to = line;
    if (/^\s*#/.test(lines2[line - 1] ?? "")) {
      do
        to += 1;
      while (to < lines2.length && /^\s*#/.test(lines2[to - 1] ?? ""));
    }
    return {
      rule: rule128.replace(/:$/, ""),
      reason,
      spot: { source, start, end: match.index + match[0].length },
      from: line,
      to
    };
  });
}
function readSuppressionAnnotation(value) {
  return value.split(/[\n;]/).map((part) => part.trim()).filter((part) => part !== "").map((part) => {
    const [, rule128 = "", reason = ""] = /^([^\s:]*)[\s:]*(.*)$/.exec(part) ?? [];
    return { rule: rule128, reason: reason.trim() };
  });
}
function suppress(judged, repository, sources, notRun = /* @__PURE__ */ new Set()) {
  const wishes = [...commentWishes(sources), ...annotationWishes(repository)];
  if (wishes.length === 0) return { judged, withoutReason: [], unused: [] };
  const used3 = /* @__PURE__ */ new Set();
  const result = judged.map((item) => {
    const matching2 = wishes.filter((wish2) => wish2.rule === item.finding.rule && wish2.covers(item));
    for (const wish2 of matching2) used3.add(wish2);
    const [wish] = matching2;
    return wish ? { ...item, finding: { ...item.finding, suppressed: { by: wish.by, reason: wish.reason } } } : item;
  });
  return {
    judged: result,
    withoutReason: wishes.filter((wish) => wish.reason === "").map((wish) => ({ at: wish.at, message: reasonMissing(wish) })),
    unused: wishes.filter((wish) => !used3.has(wish) && !notRun.has(wish.rule)).map((wish) => ({ at: wish.at, message: hasNoEffect(wish) }))
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
function judge4(repository, rules2, options) {
  const bugs = [];
  const seen = [];
  const active = rules2.filter((rule128) => options.levels?.[rule128.id] !== "off");
  for (const rule128 of active) {
    try {
      for (const observation of observationsOf(rule128, repository)) seen.push({ rule: rule128, observation });
    } catch (thrown) {
      bugs.push(bugOf(rule128, thrown));
    }
  }
  const judged = mergeAlike(withoutRepeatedCauses(seen).map((item) => toJudged(item, options)));
  const live = new Set(rules2.filter(({ checkLive }) => checkLive).map(({ id: id5 }) => id5));
  const { judged: suppressed, withoutReason, unused } = suppress(judged, repository, options.sources, live);
  const about = (id5, observations) => active.filter((rule128) => rule128.id === id5).flatMap((rule128) => observations.map((observation) => ({ rule: rule128, observation })));
  const notes = [...about("suppression-without-reason", withoutReason), ...about("suppression-unused", unused)];
  const findings = [...suppressed, ...mergeAlike(notes.map((item) => toJudged(item, options)))];
  return { findings: findings.map((item) => item.finding).sort(compareFindings), bugs };
}
function judgeLive(live, rules2, options) {
  const bugs = [];
  const seen = [];
  for (const rule128 of rules2.filter(({ id: id5 }) => options.levels?.[id5] !== "off")) {
    try {
      for (const observation of rule128.checkLive?.(live) ?? []) seen.push({ rule: rule128, observation });
    } catch (thrown) {
      bugs.push(bugOf(rule128, thrown));
    }
  }
  const judged = mergeAlike(withoutRepeatedCauses(seen).map((item) => toJudged(item, options)));
  const { judged: suppressed } = suppress(judged, live.repository, options.sources);
  return { findings: suppressed.map(({ finding }) => finding).sort(compareFindings), bugs };
}
function* observationsOf(rule128, repository) {
  if (rule128.checkRepository) yield* rule128.checkRepository(repository);
  if (!rule128.check) return;
  for (const world of repository.worlds) {
    const doubtful2 = world.guessed && rule128.absence;
    for (const observation of rule128.check(world, repository))
      yield doubtful2 ? { ...observation, severity: "note" } : observation;
  }
}
function bugOf(rule128, thrown) {
  const cause2 = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new Bug(
    {
      problem: `Rule ${rule128.id} failed: ${cause2.message}`,
      evidence: cause2.stack ?? cause2.message,
      remedy: `This is a bug of Idwire; the other rules ran. Please report it, and set "${rule128.id}: off" under rules in idwire.yaml meanwhile.`
    },
    { cause: cause2 }
  );
}
function withoutRepeatedCauses(seen) {
  const speakers = /* @__PURE__ */ new Map();
  for (const { rule: rule128, observation } of seen) {
    if (observation.about === void 0) continue;
    const rules2 = speakers.get(observation.about) ?? /* @__PURE__ */ new Set();
    speakers.set(observation.about, rules2.add(rule128.id));
  }
  return seen.filter(({ rule: rule128, observation }) => {
    if (observation.about === void 0 || !rule128.yieldsTo) return true;
    const others = speakers.get(observation.about);
    return !rule128.yieldsTo.some((id5) => others.has(id5));
  });
}
function placeOf3(at) {
  return at instanceof Field ? at.place : at;
}
function toJudged({ rule: rule128, observation }, options) {
  const at = placeOf3(observation.at);
  const location = locate(at);
  const confidence = observation.confidence ?? rule128.confidence ?? "high";
  const level = options.levels?.[rule128.id];
  const severity = cappedSeverity(levelled(observation.severity ?? rule128.severity, rule128.severity, level), confidence);
  const rendered = "manifest" in at ? at.manifest.rendered : void 0;
  const edits = observation.fix && editsOf(observation.fix.repairs);
  const finding = {
    rule: rule128.id,
    severity,
    confidence,
    message: observation.message,
    remedy: observation.remedy ?? rule128.remedy,
    ...location,
    docs: `docs/rules/${rule128.id}.md`,
    related: (observation.related ?? []).map(({ at: other2, note }) => {
      const { file, line } = locate(placeOf3(other2));
      return { file, line, note };
    }),
    fingerprint: fingerprintOf(rule128, at, location, observation.topic),
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
function fingerprintOf(rule128, at, location, topic) {
  const { createHash } = process.getBuiltinModule("node:crypto");
  const parts = [rule128.id, location.file, ...identityParts(at), ...topic === void 0 ? [] : [topic]];
  return createHash("sha256").update(parts.map((part) => `${part.length}:${part}`).join("")).digest("hex").slice(0, 32);
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
function suppressBaseline(findings, path3, files21) {
  const known3 = fingerprintsIn(path3, new TextDecoder().decode(files21.read(path3)));
  const suppressed = { by: "baseline", reason: `held by ${path3}` };
  return findings.map(
    (finding) => finding.suppressed || !known3.has(finding.fingerprint) ? finding : { ...finding, suppressed }
  );
}
function fingerprintsIn(path3, text) {
  const report2 = parsed(path3, text);
  if (!isRecord(report2) || !Array.isArray(report2.findings)) throw noReport(path3, "It holds no list of findings.");
  if (report2.version !== 1)
    throw noReport(path3, `Its version is ${JSON.stringify(report2.version) ?? "missing"}; allowed: 1.`);
  const fingerprints = report2.findings.map((finding, index) => {
    if (isRecord(finding) && typeof finding.fingerprint === "string") return finding.fingerprint;
    throw noReport(path3, `findings[${index}] has no fingerprint.`);
  });
  return new Set(fingerprints);
}
function parsed(path3, text) {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw noReport(path3, `It is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}.`, thrown);
  }
}
function isRecord(value) {
  return typeof value === "object" && value !== null;
}
function noReport(path3, evidence, cause2) {
  const remedy = "Give a file that --report-file wrote, or leave the baseline out.";
  return new InputError({ problem: `The baseline ${path3} is not a report of Idwire.`, evidence, remedy }, { cause: cause2 });
}
var configurationFiles = ["idwire.yaml", ".github/idwire.yaml"];
function findConfiguration(files21, given) {
  return given ?? configurationFiles.find((path3) => files21.stat(path3)?.kind === "file");
}
async function loadConfiguration(files21, given) {
  const path3 = findConfiguration(files21, given);
  if (path3 === void 0) return void 0;
  const { readConfiguration, wrongConfiguration } = await import("./file-NX2MOIMF.mjs");
  const { missingPaths } = await import("./configured-paths-6LJTUTY6.mjs");
  const configuration = await readConfiguration(files21, path3);
  const missing = missingPaths(configuration.clusters, files21).map(({ value, at }) => {
    const { line, column } = locationOf(at.source, at.start, at.end);
    return `${path3}:${line}:${column}: There is no ${value}.`;
  });
  if (missing.length > 0) throw wrongConfiguration(path3, missing);
  return configuration;
}
async function knownChanges(changes, log) {
  const set = await changes?.read() ?? { known: false, why: "nothing here can tell.", remedy: "" };
  if (set.known) return set;
  log.notice(`It is not known what changed, so all findings are reported: ${set.why} ${set.remedy}`.trim());
  return void 0;
}
function suppressUnchanged(findings, { files: files21, since }) {
  const suppressed = { by: "unchanged", reason: `not touched since ${since}` };
  return findings.map(
    (finding) => finding.suppressed || isTouched(finding, files21) ? finding : { ...finding, suppressed }
  );
}
function isTouched({ file, line, endLine, related }, files21) {
  return touches(files21, file, line, endLine) || related.some((other2) => touches(files21, other2.file, other2.line, other2.line));
}
function touches(files21, file, from, to) {
  if (file === "-" || file.startsWith("/") || file.startsWith("../")) return true;
  const ranges = files21.get(file);
  return ranges === "all" || (ranges?.some((range) => range.from <= to && from <= range.to) ?? false);
}
async function judgeRepository(inputs, ports) {
  const { files: files21, log, clock } = ports;
  const start = clock.monotonic();
  const configuration = await loadConfiguration(files21, inputs.config);
  const changes = inputs.onlyChanged ? await knownChanges(ports.changes, log) : void 0;
  const reached = changes && !configuration?.clusters.length ? new Set(changes.files.keys()) : void 0;
  const { repository, sources, scan: scan2, gaps, rendered } = await load(files21, {
    paths: inputs.paths,
    ignore: configuration?.ignore.map(({ value }) => value) ?? [],
    exhaustive: inputs.exhaustive,
    configuration,
    ...inputs.repository !== void 0 && { repository: inputs.repository },
    onProgress: (done, total) => log.progress(`Reading manifests: ${done} of ${total} files`),
    rendering: renderingOf(inputs, ports, reached)
  });
  const guess = guessedEnvironments(repository.worlds);
  if (guess) log.notice(guess);
  const levels3 = Object.fromEntries([...configuration?.rules ?? []].map(([id5, { value }]) => [id5, value]));
  const { findings: judged, bugs } = judge4(repository, rules, { sources, levels: levels3 });
  const setAside = (all) => {
    const fresh = inputs.baseline ? suppressBaseline(all, inputs.baseline, files21) : all;
    return changes ? suppressUnchanged(fresh, changes) : fresh;
  };
  const findings = setAside(judged);
  const { files: fileCount, documents, parsed: parsed2 } = scan2;
  return {
    configuration,
    repository,
    findings,
    bugs,
    gaps,
    stats: () => ({ files: fileCount, documents, parsed: parsed2, rendered, durationMs: Math.round(clock.monotonic() - start) }),
    sourceLine: sourceLines(sources, findings),
    judgeLive(live) {
      const seen = judgeLive(live, rules, { sources, levels: levels3 });
      const all = [...findings, ...setAside(seen.findings)];
      const read3 = configuration ? [...sources, configuration.source] : sources;
      return { findings: all, bugs: [...bugs, ...seen.bugs], sourceLine: sourceLines(read3, all) };
    }
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
  const named2 = new Set(findings.map((finding) => finding.file));
  const byPath = new Map(sources.filter((source) => named2.has(source.path)).map((source) => [source.path, source]));
  return (file, line) => {
    const source = byPath.get(file);
    return source && lineText(source, line);
  };
}
export {
  adviceOf as chunk_2SY4573C_mjs_adviceOf,
  annotationOf as chunk_2SY4573C_mjs_annotationOf,
  countsLine as chunk_2SY4573C_mjs_countsLine,
  cut as chunk_2SY4573C_mjs_cut,
  docsLink as chunk_2SY4573C_mjs_docsLink,
  fixSentences as chunk_2SY4573C_mjs_fixSentences,
  headline as chunk_2SY4573C_mjs_headline,
  originText as chunk_2SY4573C_mjs_originText,
  planRows as chunk_2SY4573C_mjs_planRows,
  quantity as chunk_2SY4573C_mjs_quantity,
  shortIdentity as chunk_2SY4573C_mjs_shortIdentity,
  commands as chunk_3LC4PZDE_mjs_commands,
  countFindings as chunk_3LC4PZDE_mjs_countFindings,
  aadstsCodes as chunk_52TH525W_mjs_aadstsCodes,
  aadstsIn as chunk_52TH525W_mjs_aadstsIn,
  aadstsSources as chunk_52TH525W_mjs_aadstsSources,
  bindingCredentialName as chunk_52TH525W_mjs_bindingCredentialName,
  normalResource as chunk_52TH525W_mjs_normalResource,
  resourceParts as chunk_52TH525W_mjs_resourceParts,
  sameResource as chunk_52TH525W_mjs_sameResource,
  allowedValues as chunk_6G7D3U53_mjs_allowedValues,
  anyReady as chunk_6G7D3U53_mjs_anyReady,
  camelCase as chunk_6G7D3U53_mjs_camelCase,
  commandDefinition as chunk_6G7D3U53_mjs_commandDefinition,
  commandsOn as chunk_6G7D3U53_mjs_commandsOn,
  defaultText as chunk_6G7D3U53_mjs_defaultText,
  inputDefinition as chunk_6G7D3U53_mjs_inputDefinition,
  inputsOn as chunk_6G7D3U53_mjs_inputsOn,
  inspectInputs as chunk_6G7D3U53_mjs_inspectInputs,
  nameOn as chunk_6G7D3U53_mjs_nameOn,
  parseInputs as chunk_6G7D3U53_mjs_parseInputs,
  readInputs as chunk_6G7D3U53_mjs_readInputs,
  throwFaults as chunk_6G7D3U53_mjs_throwFaults,
  declarationFileKind as chunk_7ARPJBV4_mjs_declarationFileKind,
  decodeText as chunk_7PS32FZK_mjs_decodeText,
  splitDocuments as chunk_7PS32FZK_mjs_splitDocuments,
  folderOf as chunk_7Y72GOEW_mjs_folderOf,
  isKind as chunk_7Y72GOEW_mjs_isKind,
  joinPath as chunk_7Y72GOEW_mjs_joinPath,
  namesOf as chunk_7Y72GOEW_mjs_namesOf,
  reachOf as chunk_7Y72GOEW_mjs_reachOf,
  textsOf as chunk_7Y72GOEW_mjs_textsOf,
  azurePipelinesContext as chunk_ABBRGN4T_mjs_azurePipelinesContext,
  githubContext as chunk_ABBRGN4T_mjs_githubContext,
  TreeBuilder as chunk_AQGYI52S_mjs_TreeBuilder,
  Unreadable as chunk_AQGYI52S_mjs_Unreadable,
  byteOrderMark as chunk_AQGYI52S_mjs_byteOrderMark,
  isBlank as chunk_AQGYI52S_mjs_isBlank,
  resolveScalar as chunk_AQGYI52S_mjs_resolveScalar,
  shortName as chunk_AQGYI52S_mjs_shortName,
  shortTag as chunk_AQGYI52S_mjs_shortTag,
  skipBlank as chunk_AQGYI52S_mjs_skipBlank,
  tagRemark as chunk_AQGYI52S_mjs_tagRemark,
  tooDeep as chunk_AQGYI52S_mjs_tooDeep,
  tooLong as chunk_AQGYI52S_mjs_tooLong,
  hasPlaceholder as chunk_AWIFEEWH_mjs_hasPlaceholder,
  readPlaceholders as chunk_AWIFEEWH_mjs_readPlaceholders,
  accountsFor as chunk_BBQSWFLF_mjs_accountsFor,
  bindingAnnotation as chunk_BBQSWFLF_mjs_bindingAnnotation,
  describeNotGuid as chunk_BBQSWFLF_mjs_describeNotGuid,
  isLabelled as chunk_BBQSWFLF_mjs_isLabelled,
  knownRoles as chunk_BBQSWFLF_mjs_knownRoles,
  nameOf as chunk_BBQSWFLF_mjs_nameOf,
  roleGuid as chunk_BBQSWFLF_mjs_roleGuid,
  rules as chunk_BBQSWFLF_mjs_rules,
  templatesOf as chunk_BBQSWFLF_mjs_templatesOf,
  defaultLimits as chunk_CJGED6K7_mjs_defaultLimits,
  loadTolerantParser as chunk_CJGED6K7_mjs_loadTolerantParser,
  parseDocument as chunk_CJGED6K7_mjs_parseDocument,
  isWanted as chunk_CZ2BQG4R_mjs_isWanted,
  matters as chunk_CZ2BQG4R_mjs_matters,
  mayBeIn as chunk_CZ2BQG4R_mjs_mayBeIn,
  namesOf2 as chunk_CZ2BQG4R_mjs_namesOf,
  ownNamespace as chunk_CZ2BQG4R_mjs_ownNamespace,
  readObject as chunk_CZ2BQG4R_mjs_readObject,
  readServiceAccount as chunk_CZ2BQG4R_mjs_readServiceAccount,
  readWorkload as chunk_CZ2BQG4R_mjs_readWorkload,
  textOf as chunk_CZ2BQG4R_mjs_textOf,
  wantedBy as chunk_CZ2BQG4R_mjs_wantedBy,
  locate as chunk_D4KSMDYY_mjs_locate,
  spotOf as chunk_D4KSMDYY_mjs_spotOf,
  renderMarkdown as chunk_DCHD6K6U_mjs_renderMarkdown,
  fluxSources as chunk_DZJO2OL2_mjs_fluxSources,
  exitCodes as chunk_EI5HOZS2_mjs_exitCodes,
  codeFrame as chunk_FEYOH5WS_mjs_codeFrame,
  changesSince as chunk_GLVVUMHU_mjs_changesSince,
  deliver as chunk_GLVVUMHU_mjs_deliver,
  filesToShowFirst as chunk_GLVVUMHU_mjs_filesToShowFirst,
  firstKnown as chunk_GLVVUMHU_mjs_firstKnown,
  marksPerLevel as chunk_GLVVUMHU_mjs_marksPerLevel,
  portsOf2 as chunk_GLVVUMHU_mjs_portsOf,
  restLine2 as chunk_GLVVUMHU_mjs_restLine,
  thisMachine as chunk_GLVVUMHU_mjs_thisMachine,
  useCaseOf as chunk_GLVVUMHU_mjs_useCaseOf,
  withSubscription as chunk_GLVVUMHU_mjs_withSubscription,
  withinBudget as chunk_GLVVUMHU_mjs_withinBudget,
  entryOf as chunk_IEG5Q3DA_mjs_entryOf,
  identityKeys as chunk_IEG5Q3DA_mjs_identityKeys,
  isClusterNamespace as chunk_IEG5Q3DA_mjs_isClusterNamespace,
  podIdentityLabel as chunk_IEG5Q3DA_mjs_podIdentityLabel,
  optionsOf as chunk_LMAJKVWQ_mjs_optionsOf,
  parseCommandLine as chunk_LMAJKVWQ_mjs_parseCommandLine,
  clustersAt as chunk_MC2TLTVB_mjs_clustersAt,
  require_ignore as chunk_MC2TLTVB_mjs_require_ignore,
  worldsOf as chunk_MC2TLTVB_mjs_worldsOf,
  Field as chunk_MMGMLXUL_mjs_Field,
  fieldsOf as chunk_MMGMLXUL_mjs_fieldsOf,
  isKustomizationPath as chunk_MMGMLXUL_mjs_isKustomizationPath,
  kustomizedNamespace as chunk_MMGMLXUL_mjs_kustomizedNamespace,
  readKustomization as chunk_MMGMLXUL_mjs_readKustomization,
  resolvePath as chunk_MMGMLXUL_mjs_resolvePath,
  environmentOfFolder as chunk_O26GSM2D_mjs_environmentOfFolder,
  environmentOfPath as chunk_O26GSM2D_mjs_environmentOfPath,
  rawWorld as chunk_O26GSM2D_mjs_rawWorld,
  accountsDeclared as chunk_ON3TE3NA_mjs_accountsDeclared,
  accountsUsed as chunk_ON3TE3NA_mjs_accountsUsed,
  findInteresting as chunk_ON3TE3NA_mjs_findInteresting,
  holdsIdentityText as chunk_ON3TE3NA_mjs_holdsIdentityText,
  holdsIdentityWord as chunk_ON3TE3NA_mjs_holdsIdentityWord,
  isInteresting as chunk_ON3TE3NA_mjs_isInteresting,
  AccessError as chunk_P3PXVN6G_mjs_AccessError,
  Bug as chunk_P3PXVN6G_mjs_Bug,
  IdwireError as chunk_P3PXVN6G_mjs_IdwireError,
  InputError as chunk_P3PXVN6G_mjs_InputError,
  RemoteError as chunk_P3PXVN6G_mjs_RemoteError,
  SignInError as chunk_P3PXVN6G_mjs_SignInError,
  explain as chunk_P3PXVN6G_mjs_explain,
  lineAt as chunk_PBLQ5GEM_mjs_lineAt,
  lineText as chunk_PBLQ5GEM_mjs_lineText,
  locationOf as chunk_PBLQ5GEM_mjs_locationOf,
  offsetOf as chunk_PBLQ5GEM_mjs_offsetOf,
  editDistance as chunk_PZBHSI6W_mjs_editDistance,
  misspeltKey as chunk_PZBHSI6W_mjs_misspeltKey,
  manifestsIn as chunk_QCKGU4ZK_mjs_manifestsIn,
  namesIn2 as chunk_QCKGU4ZK_mjs_namesIn,
  readSlices as chunk_QCKGU4ZK_mjs_readSlices,
  resolver as chunk_QCKGU4ZK_mjs_resolver,
  scan as chunk_QCKGU4ZK_mjs_scan,
  nearest as chunk_QTW75C4R_mjs_nearest,
  brokenSubstitution as chunk_S7NQJSJL_mjs_brokenSubstitution,
  substitute as chunk_S7NQJSJL_mjs_substitute,
  substituteIn as chunk_S7NQJSJL_mjs_substituteIn,
  substitutedText as chunk_S7NQJSJL_mjs_substitutedText,
  unfilledVariables as chunk_S7NQJSJL_mjs_unfilledVariables,
  worstFirst as chunk_TICNE5WX_mjs_worstFirst,
  breakCommands as chunk_UFZVNTBC_mjs_breakCommands,
  commandBreaks as chunk_UFZVNTBC_mjs_commandBreaks,
  escapeHtml as chunk_UFZVNTBC_mjs_escapeHtml,
  escapeJson as chunk_UFZVNTBC_mjs_escapeJson,
  escapeLine as chunk_UFZVNTBC_mjs_escapeLine,
  escapeLines as chunk_UFZVNTBC_mjs_escapeLines,
  escapeLoggingData as chunk_UFZVNTBC_mjs_escapeLoggingData,
  escapeLoggingProperty as chunk_UFZVNTBC_mjs_escapeLoggingProperty,
  escapeMarkdown as chunk_UFZVNTBC_mjs_escapeMarkdown,
  escapePage as chunk_UFZVNTBC_mjs_escapePage,
  escapeUrlPath as chunk_UFZVNTBC_mjs_escapeUrlPath,
  escapeWorkflowData as chunk_UFZVNTBC_mjs_escapeWorkflowData,
  escapeWorkflowProperty as chunk_UFZVNTBC_mjs_escapeWorkflowProperty,
  spelledOut as chunk_UFZVNTBC_mjs_spelledOut,
  visible as chunk_UFZVNTBC_mjs_visible,
  visibleLines as chunk_UFZVNTBC_mjs_visibleLines,
  buildReport as chunk_VATPHQYF_mjs_buildReport,
  judgeRepository as chunk_VATPHQYF_mjs_judgeRepository,
  readerOf as chunk_VATPHQYF_mjs_readerOf,
  cappedSeverity as chunk_VVYBS3MP_mjs_cappedSeverity,
  compareFindings as chunk_VVYBS3MP_mjs_compareFindings,
  compareSeverity as chunk_VVYBS3MP_mjs_compareSeverity,
  compareText as chunk_VVYBS3MP_mjs_compareText,
  compareTexts as chunk_YXW6GTPK_mjs_compareTexts,
  couldBe as chunk_YXW6GTPK_mjs_couldBe,
  literalOf as chunk_YXW6GTPK_mjs_literalOf,
  literalText as chunk_YXW6GTPK_mjs_literalText,
  unknownText as chunk_YXW6GTPK_mjs_unknownText,
  writtenText as chunk_YXW6GTPK_mjs_writtenText
};
/*! Bundled license information:

js-yaml/dist/browser/js-yaml.esm.min.mjs:
  (*! js-yaml 5.5.0 https://github.com/nodeca/js-yaml @license MIT *)
*/
