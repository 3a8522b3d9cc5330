import {
  findProgram
} from "./chunk-CPM6G2V4.mjs";
import "./check-3087CA8D.mjs";

// src/adapters/tools/renderer.ts
const { availableParallelism } = process.getBuiltinModule("node:os");
const path4 = process.getBuiltinModule("node:path");

// src/adapters/tools/helm.ts
const { cpSync, existsSync, mkdirSync, writeFileSync } = process.getBuiltinModule("node:fs");
const path = process.getBuiltinModule("node:path");
function prepareChart(template, workingDirectory, scratch) {
  const chart = path.resolve(workingDirectory, template.chart);
  if (template.vendored.size === 0 && !template.fetchDependencies) return chart;
  const copy = path.join(scratch.fresh(), path.basename(chart));
  cpSync(chart, copy, { recursive: true, dereference: true });
  mkdirSync(path.join(copy, "charts"), { recursive: true });
  for (const [name, folder] of template.vendored) {
    const target = path.join(copy, "charts", name);
    if (!existsSync(target))
      cpSync(path.resolve(workingDirectory, folder), target, { recursive: true, dereference: true });
  }
  return copy;
}
function templateArguments(template, chart, files) {
  return [
    "template",
    `--namespace=${template.namespace}`,
    ...files.map((file) => `--values=${file}`),
    ...template.sets.map((set) => `--set=${set}`),
    "--",
    template.release,
    chart
  ];
}
function valuesFiles(template, workingDirectory, scratch) {
  return template.values.map((values) => {
    if (typeof values === "string") return path.resolve(workingDirectory, values);
    const file = path.join(scratch.fresh(), "values.yaml");
    writeFileSync(file, values.text);
    return file;
  });
}

// src/adapters/tools/kustomize.ts
const { writeFileSync: writeFileSync2 } = process.getBuiltinModule("node:fs");
const path2 = process.getBuiltinModule("node:path");
function kustomizeArguments(program, folder) {
  const command = /kubectl/i.test(path2.basename(program)) ? "kustomize" : "build";
  return [command, folder];
}
function writeWrapper(wrapper, root, build) {
  const text = {
    apiVersion: "kustomize.config.k8s.io/v1beta1",
    kind: "Kustomization",
    resources: [path2.relative(wrapper, root).replaceAll("\\", "/")],
    buildMetadata: ["originAnnotations"],
    ...build.namespace === void 0 ? {} : { namespace: build.namespace },
    ...build.namePrefix === void 0 ? {} : { namePrefix: build.namePrefix },
    ...build.nameSuffix === void 0 ? {} : { nameSuffix: build.nameSuffix }
  };
  writeFileSync2(path2.join(wrapper, "kustomization.yaml"), JSON.stringify(text));
}
function knowsNoOrigins(message, build) {
  return /buildMetadata/.test(message) && !build.namespace && !build.namePrefix && !build.nameSuffix;
}

// src/adapters/tools/run-tool.ts
const { spawn } = process.getBuiltinModule("node:child_process");
const { readFileSync } = process.getBuiltinModule("node:fs");
var mebibyte = 1024 * 1024;
var errorBytes = 64 * 1024;
var pollMilliseconds = 50;
function runTool(run) {
  const { limits } = run;
  return new Promise((resolve) => {
    const child = spawn(run.program, run.args, {
      cwd: run.directory,
      env: run.environment,
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true
    });
    const output = collect(limits.outputBytes);
    const errors = collect(errorBytes);
    let stopped;
    const stop = (why) => {
      stopped ??= why;
      endGroup(child.pid);
    };
    child.stdout.on("data", (chunk) => {
      if (!output.add(chunk)) stop(`its output is larger than ${Math.round(limits.outputBytes / mebibyte)} MiB`);
    });
    child.stderr.on("data", (chunk) => void errors.add(chunk));
    const timer = setTimeout(() => stop(`it ran longer than ${limits.milliseconds / 1e3} s`), limits.milliseconds);
    const watch = setInterval(() => {
      if (residentBytes(child.pid) > limits.memoryBytes)
        stop(`it used more than ${Math.round(limits.memoryBytes / mebibyte)} MiB of memory`);
    }, pollMilliseconds);
    const abort = () => stop("the run was ended");
    run.signal.addEventListener("abort", abort);
    const finish = (succeeded, message) => {
      clearTimeout(timer);
      clearInterval(watch);
      run.signal.removeEventListener("abort", abort);
      resolve({ succeeded: succeeded && !stopped, output: output.text(), errors: message, stopped });
    };
    child.on("error", (error) => finish(false, error.message));
    child.on("close", (code) => finish(code === 0, errors.text()));
  });
}
function collect(limit) {
  let chunks = [];
  let size = 0;
  return {
    add(chunk) {
      const room = limit - size;
      if (room > 0) chunks.push(room < chunk.length ? chunk.subarray(0, room) : chunk);
      size += chunk.length;
      return size <= limit;
    },
    text() {
      const text = Buffer.concat(chunks).toString("utf8");
      chunks = [];
      return text;
    }
  };
}
function endGroup(pid) {
  if (pid === void 0) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch (thrown) {
    if (thrown.code !== "ESRCH") throw thrown;
  }
}
var pageBytes = 4096;
function residentBytes(pid) {
  if (pid === void 0 || process.platform !== "linux") return 0;
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]) * pageBytes;
  } catch (thrown) {
    const code = thrown.code;
    if (code === "ENOENT" || code === "ESRCH") return 0;
    throw thrown;
  }
}

// src/adapters/tools/tool-environment.ts
const { mkdirSync: mkdirSync2, mkdtempSync, realpathSync, rmSync, writeFileSync: writeFileSync3 } = process.getBuiltinModule("node:fs");
const { tmpdir } = process.getBuiltinModule("node:os");
const path3 = process.getBuiltinModule("node:path");
function createScratch() {
  const folder = realpathSync(mkdtempSync(path3.join(tmpdir(), "idwire-")));
  let count = 0;
  return {
    folder,
    fresh() {
      count += 1;
      const made = path3.join(folder, String(count));
      mkdirSync2(made);
      return made;
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  };
}
var basics = ["PATH", "Path", "PATHEXT", "HOME", "USERPROFILE", "SystemRoot", "ComSpec", "TEMP", "TMP", "TMPDIR"];
var network = ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "SSH_AUTH_SOCK"];
var deadProxy = "http://127.0.0.1:9";
function toolEnvironment(given, scratch, allowRemote) {
  const wanted = allowRemote ? [...basics, ...network, ...network.map((name) => name.toLowerCase())] : basics;
  const passed = Object.fromEntries(
    wanted.flatMap((name) => given[name] === void 0 ? [] : [[name, given[name]]])
  );
  const kubeconfig = path3.join(scratch.folder, "kubeconfig");
  writeFileSync3(kubeconfig, "");
  const home = (name) => {
    const folder = path3.join(scratch.folder, "helm", name);
    mkdirSync2(folder, { recursive: true });
    return folder;
  };
  return {
    ...passed,
    LANG: "C.UTF-8",
    KUBECONFIG: kubeconfig,
    KUBERC: "off",
    HELM_PLUGINS: home("plugins"),
    HELM_CACHE_HOME: home("cache"),
    HELM_CONFIG_HOME: home("config"),
    HELM_DATA_HOME: home("data"),
    GIT_TERMINAL_PROMPT: "0",
    // They live for a tenth of a second: collecting garbage would be a third of their work, and one
    // thread does the rest, while others run beside it (pkg.go.dev/runtime, GOGC and GOMAXPROCS).
    GOGC: "off",
    GOMEMLIMIT: "256MiB",
    GOMAXPROCS: "1",
    ...allowRemote ? {} : offline
  };
}
var offline = {
  GIT_ALLOW_PROTOCOL: "none",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  ...Object.fromEntries(
    ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"].flatMap((name) => [
      [name, deadProxy],
      [name.toLowerCase(), deadProxy]
    ])
  )
};

// src/adapters/tools/tool-message.ts
var longest = 600;
var beside = /^(?:Use --debug|helm\.go:|level=|WARNING:|# Warning:|walk\.go:|coalesce\.go:)/;
var step = /^(?:accumulating (?:resources|components): )*accumulat(?:ion|eDirectory) err='[\s\S]*?' must resolve to a file': recursed accumulation of path '[^']*': /;
function trimMessage(message, folders) {
  let text = message.split("\n").map((line) => line.replace(/^\s*[Ee]rror: /, "").trimEnd()).filter((line) => line.trim() !== "" && !beside.test(line.trim())).join("\n");
  for (const folder of folders) {
    text = text.replaceAll(`${folder}/`, "").replaceAll(folder, ".");
  }
  text = text.replaceAll(/(?:\.\.\/)+(?=[\w.-]+\/)/g, "");
  while (step.test(text)) text = text.replace(step, "");
  if (text === "") return "it ended without a message";
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

// src/adapters/tools/renderer.ts
var renderLimits = {
  milliseconds: 6e4,
  outputBytes: 32 * 1024 * 1024,
  memoryBytes: 1024 * 1024 * 1024
};
var totalMilliseconds = 15 * 6e4;
function createRenderer(setting) {
  const { environment, workingDirectory } = setting;
  const find = (name) => findProgram(name, environment, workingDirectory);
  const kustomize = setting.kustomize ? find(setting.kustomize) : find("kustomize") ?? find("kubectl");
  const helm = find(setting.helm ?? "helm");
  const runs = new Runs(setting);
  return {
    has: (tool) => (tool === "helm" ? helm : kustomize) !== void 0,
    kustomize: (build) => runs.kustomize(kustomize ?? "kustomize", build),
    helm: (template) => runs.helm(helm ?? "helm", template),
    close: () => runs.close()
  };
}
var Runs = class {
  #setting;
  #ending = new AbortController();
  #waiting = [];
  #start = performance.now();
  #free = availableParallelism();
  #scratch;
  #environment;
  constructor(setting) {
    this.#setting = setting;
  }
  async kustomize(program, build) {
    const root = path4.resolve(this.#setting.workingDirectory, build.folder);
    const wrapper = this.#open().fresh();
    writeWrapper(wrapper, root, build);
    const outcome = await this.#run(program, kustomizeArguments(program, wrapper), root);
    if (outcome.rendered || !knowsNoOrigins(outcome.why, build)) return outcome;
    return this.#run(program, kustomizeArguments(program, root), root);
  }
  async helm(program, template) {
    const { workingDirectory } = this.#setting;
    const scratch = this.#open();
    const chart = prepareChart(template, workingDirectory, scratch);
    if (template.fetchDependencies) {
      const fetched = await this.#run(program, ["dependency", "build", "--skip-refresh", chart], chart);
      if (!fetched.rendered) return fetched;
    }
    const files = valuesFiles(template, workingDirectory, scratch);
    return this.#run(program, templateArguments(template, chart, files), chart);
  }
  close() {
    this.#ending.abort();
    this.#scratch?.remove();
    this.#scratch = void 0;
  }
  #open() {
    this.#scratch ??= createScratch();
    return this.#scratch;
  }
  async #run(program, args, root) {
    const { allowRemote, environment, workingDirectory, limits = renderLimits } = this.#setting;
    const scratch = this.#open();
    this.#environment ??= toolEnvironment(environment, scratch, allowRemote);
    await this.#turn();
    try {
      if (performance.now() - this.#start > totalMilliseconds)
        return { rendered: false, why: `rendering took longer than ${totalMilliseconds / 6e4} minutes in this run` };
      const { succeeded, output, errors, stopped } = await runTool({
        program,
        args,
        directory: scratch.folder,
        environment: this.#environment,
        limits,
        signal: this.#ending.signal
      });
      if (succeeded) return { rendered: true, text: output };
      if (stopped) return { rendered: false, why: `${path4.basename(program)} was stopped because ${stopped}` };
      return { rendered: false, why: trimMessage(errors, [root, workingDirectory, scratch.folder]) };
    } finally {
      this.#free += 1;
      this.#waiting.shift()?.();
    }
  }
  /** Waits until a processor is free. */
  async #turn() {
    while (this.#free === 0) await new Promise((resolve) => this.#waiting.push(resolve));
    this.#free -= 1;
  }
};
export {
  createRenderer
};
