import {
  commands
} from "./chunk-3LC4PZDE.mjs";
import {
  InputError
} from "./chunk-P3PXVN6G.mjs";
import {
  editDistance
} from "./chunk-PZBHSI6W.mjs";

// src/config/commands.ts
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
    ready: false
  },
  {
    name: "prove",
    summary: "Asks Entra to accept a real token of each wired ServiceAccount and of the pipeline.",
    network: "token exchange",
    hosts: everywhere,
    operand: "paths",
    ready: false
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
  return commandTable.find((command) => command.name === name);
}
function commandsOn(host) {
  return commandTable.filter((command) => command.ready && command.hosts.includes(host));
}
function anyReady(names, host) {
  return commandTable.some(
    ({ name, ready, hosts: offered }) => ready && names.includes(name) && (!host || offered.includes(host))
  );
}

// src/config/input-definition.ts
function inputsOf(group) {
  const common = (description, details) => ({
    group,
    description,
    commands: group.commands,
    hosts: group.hosts,
    ...details
  });
  return {
    flag: (value, description, details = {}) => ({
      ...common(description, details),
      type: "boolean",
      default: value
    }),
    choice: (values, description, details = {}) => ({ ...common(description, details), type: "choice", values }),
    integer: (value, minimum, description, details = {}) => ({
      ...common(description, details),
      type: "integer",
      default: value,
      minimum
    }),
    lines: (values, description, details = {}) => ({
      ...common(description, details),
      type: "lines",
      default: values
    }),
    text: (description, details = {}) => ({
      ...common(description, details),
      type: "text"
    }),
    shard: (description, details = {}) => ({
      ...common(description, details),
      type: "shard"
    }),
    connection: (connection, description, details = {}) => ({
      ...common(description, { ...details, hosts: ["task"] }),
      type: "connection",
      connection
    })
  };
}
var everywhere2 = hosts;

// src/config/input-table.ts
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
  kubeconfig: cluster.text("The kubeconfig file of the cluster. No kubeconfig is read unless it is named here.", {
    planned: true
  }),
  "kube-context": cluster.text("The context of the kubeconfig. Without it, its current context.", { planned: true }),
  "kubernetes-service-connection": cluster.connection(
    "kubernetes",
    "The Kubernetes service connection to read the cluster with.",
    { planned: true }
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
    { commands: planning }
  ),
  prove: apply.flag(false, "Also ask Entra to accept a real token of each wire.", {
    commands: ["apply", "drift"],
    planned: true
  }),
  stage: migrate.choice(["add", "switch", "remove"], "The step of the migration."),
  write: migrate.flag(false, "Make the edits in the files instead of showing them.")
};

// src/config/nearest.ts
function nearest(word, candidates) {
  let best;
  let most = Math.max(1, Math.floor(word.length / 3));
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), most);
    if (distance <= most) [best, most] = [candidate, distance - 1];
  }
  return best;
}

// src/config/inputs.ts
var inputNames = Object.keys(inputTable);
function inputDefinition(name) {
  return inputTable[name];
}
function camelCase(name) {
  return name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
function inputsOn(host) {
  return inputNames.filter((name) => {
    const { hosts: hosts2, commands: commands2, planned } = inputDefinition(name);
    return !planned && hosts2.includes(host) && anyReady(commands2, host);
  });
}
function nameOn(host, name) {
  if (host === "task") return camelCase(name);
  return host === "cli" && !inputDefinition(name).positional ? `--${name}` : name;
}
function allowedValues(name, host) {
  if (name === "command") return commandsOn(host).map((command) => command.name);
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
      const parsed = parseValue(name, text.trim(), host);
      if ("fault" in parsed) faults.push(`${nameOn(host, name)} is ${JSON.stringify(text.trim())}; ${parsed.fault}.`);
      else values[camelCase(name)] = parsed.value;
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

export {
  commandDefinition,
  anyReady,
  nearest,
  inputDefinition,
  camelCase,
  inputsOn,
  nameOn,
  readInputs,
  parseInputs
};
