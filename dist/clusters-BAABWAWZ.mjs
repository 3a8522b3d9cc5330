import {
  clusterReads,
  discoveryPath,
  discoveryRule,
  ruleFor,
  tokenRule
} from "./chunk-GZ4CGNQL.mjs";
import {
  chunk_P3PXVN6G_mjs_AccessError as AccessError,
  chunk_P3PXVN6G_mjs_InputError as InputError,
  chunk_P3PXVN6G_mjs_RemoteError as RemoteError
} from "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/adapters/kubernetes/clusters.ts
const { readFileSync } = process.getBuiltinModule("node:fs");
const { dirname } = process.getBuiltinModule("node:path");

// src/adapters/kubernetes/cluster.ts
const { setTimeout: sleep } = process.getBuiltinModule("node:timers/promises");

// src/adapters/kubernetes/request.ts
const http = process.getBuiltinModule("node:http");
const https = process.getBuiltinModule("node:https");
var mostMilliseconds = 3e4;
var largestAnswer = 256 * 1024 * 1024;
async function requestApi(endpoint, path, body) {
  const url = new URL(endpoint.server.replace(/\/+$/, "") + path);
  const text = body === void 0 ? void 0 : JSON.stringify(body);
  const options = {
    ...endpoint.options,
    method: text === void 0 ? "GET" : "POST",
    timeout: mostMilliseconds,
    headers: {
      ...endpoint.options.headers,
      accept: "application/json",
      "user-agent": "idwire",
      ...text !== void 0 && { "content-type": "application/json", "content-length": Buffer.byteLength(text) }
    }
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === "http:" ? http.request : https.request;
    const request = send(url, options, (response) => {
      const chunks = [];
      let size = 0;
      response.on("data", (chunk) => {
        size += chunk.length;
        if (size > largestAnswer) request.destroy(new Error("the answer is larger than 256 MB"));
        else chunks.push(chunk);
      });
      response.on("error", reject);
      response.on(
        "end",
        () => resolve({
          status: response.statusCode ?? 0,
          body: parsed(Buffer.concat(chunks).toString()),
          retryAfter: secondsOf(response.headers["retry-after"])
        })
      );
    });
    request.on("timeout", () => request.destroy(new Error("no answer within 30 s")));
    request.on("error", reject);
    request.end(text);
  });
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return { message: text.slice(0, 200) };
    throw thrown;
  }
}
function secondsOf(header) {
  return header !== void 0 && /^\d+$/.test(header) ? Number(header) * 1e3 : void 0;
}

// src/adapters/kubernetes/cluster.ts
var pageSize = 500;
var mostAttempts = 4;
var tokenSeconds = 600;
function createCluster(config, context) {
  let endpoint;
  const ask = async (call) => {
    endpoint ??= endpointOf(config, context);
    return asked(await endpoint, call, context);
  };
  return {
    context,
    list: (name) => listAll(ask, clusterReads[name]),
    async issuer() {
      const call = { doing: "show its discovery document", path: discoveryPath, rule: discoveryRule };
      const { body } = succeeded(await ask(call), call, context);
      const { issuer } = body;
      if (typeof issuer === "string") return issuer;
      throw new RemoteError({
        problem: `The discovery document of cluster ${context} names no issuer.`,
        evidence: "",
        remedy: "Read `kubectl get --raw /.well-known/openid-configuration`."
      });
    },
    async token({ namespace, name }, audience) {
      const call = {
        doing: `make a token of ServiceAccount ${namespace}/${name}`,
        path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/serviceaccounts/${encodeURIComponent(name)}/token`,
        rule: tokenRule,
        body: {
          apiVersion: "authentication.k8s.io/v1",
          kind: "TokenRequest",
          spec: { audiences: [audience], expirationSeconds: tokenSeconds }
        }
      };
      const { body } = succeeded(await ask(call), call, context);
      return body.status.token;
    }
  };
  async function listAll(send, read) {
    const base = read.group ? `/apis/${read.group}/${read.version}` : `/api/${read.version}`;
    let items = [];
    let next = "";
    do {
      const query = new URLSearchParams({
        limit: String(pageSize),
        ..."labelSelector" in read && { labelSelector: read.labelSelector },
        ...next && { continue: next }
      });
      const call = {
        doing: `list ${read.resource}`,
        path: `${base}/${read.resource}?${query.toString()}`,
        rule: ruleFor(read)
      };
      const answer = await send(call);
      if (answer.status === 404 && "custom" in read) return void 0;
      if (answer.status === 410 && next) {
        const whole = {
          ...call,
          path: `${base}/${read.resource}${"labelSelector" in read ? `?labelSelector=${encodeURIComponent(read.labelSelector)}` : ""}`
        };
        return itemsOf(succeeded(await send(whole), whole, context)).items;
      }
      const page = itemsOf(succeeded(answer, call, context));
      items = items.concat(page.items);
      next = page.next;
    } while (next);
    return items;
  }
}
function itemsOf({ body }) {
  const { items, metadata } = body;
  return { items: items ?? [], next: metadata?.continue ?? "" };
}
async function endpointOf(config, context) {
  const server = config.getCurrentCluster()?.server;
  if (!server)
    throw new RemoteError({
      problem: `The context ${context} names no server.`,
      evidence: "",
      remedy: "Correct the kubeconfig."
    });
  const options = {};
  try {
    await config.applyToHTTPSOptions(options);
  } catch (thrown) {
    throw new AccessError(
      {
        problem: `Sign-in to cluster ${context} failed.`,
        evidence: thrown instanceof Error ? thrown.message : String(thrown),
        remedy: "Run `kubectl get namespaces` with the same kubeconfig; for Entra, convert it with `kubelogin convert-kubeconfig`."
      },
      { cause: thrown }
    );
  }
  Object.assign(options.agent, { keepAlive: true });
  return { server, options };
}
async function asked(endpoint, call, context) {
  for (let attempt = 1; ; attempt += 1) {
    let answer;
    try {
      answer = await requestApi(endpoint, call.path, call.body);
    } catch (thrown) {
      if (attempt < mostAttempts && isDropped(thrown)) {
        await sleep(250 * attempt);
        continue;
      }
      throw new RemoteError(
        {
          problem: `Cluster ${context} does not answer.`,
          evidence: thrown instanceof Error ? thrown.message : String(thrown),
          remedy: "Check that its API server can be reached from here: private clusters need a runner in their network."
        },
        { cause: thrown }
      );
    }
    const busy = answer.status === 429 || answer.status >= 500;
    if (!busy || attempt === mostAttempts) return answer;
    await sleep(answer.retryAfter ?? 500 * attempt);
  }
}
function isDropped(thrown) {
  return ["ECONNRESET", "EPIPE", "ECONNREFUSED"].includes(thrown.code ?? "");
}
function succeeded(answer, call, context) {
  if (answer.status >= 200 && answer.status < 300) return answer;
  const evidence = answer.body?.message ?? `HTTP ${answer.status}`;
  if (answer.status === 401)
    throw new AccessError({
      problem: `Cluster ${context} did not accept the sign-in (401).`,
      evidence,
      remedy: "Fetch new credentials: the token of the kubeconfig may have expired."
    });
  if (answer.status === 403)
    throw new AccessError({
      problem: `Cluster ${context} refused to ${call.doing} (403).`,
      evidence,
      remedy: `Grant this rule by a ClusterRole: ${call.rule}`
    });
  throw new RemoteError({
    problem: `Cluster ${context} failed to ${call.doing} (${answer.status}).`,
    evidence,
    remedy: "Run again; read the evidence if it stays."
  });
}

// src/adapters/kubernetes/clusters.ts
async function openClusters(source) {
  const { KubeConfig } = await import("./kube-config-ZROPXQO5.mjs");
  const config = () => {
    const fresh = new KubeConfig();
    load(fresh, source);
    return fresh;
  };
  const first = config();
  const contexts = first.getContexts().map(({ name }) => name);
  const named = source.kind === "in-cluster" ? void 0 : source.context;
  const current = named ?? first.getCurrentContext();
  if (!contexts.includes(current)) throw noContext(current, contexts);
  return {
    contexts,
    current,
    chosen: named !== void 0 || source.kind === "in-cluster",
    async open(context) {
      const own = config();
      own.setCurrentContext(context);
      return createCluster(own, source.kind === "in-cluster" ? "in-cluster" : context);
    }
  };
}
function load(config, source) {
  if (source.kind === "in-cluster") {
    config.loadFromCluster();
    return;
  }
  try {
    if (source.kind === "text") config.loadFromString(source.text);
    else {
      config.loadFromString(readFileSync(source.path, "utf8"));
      config.makePathsAbsolute(dirname(source.path));
    }
  } catch (thrown) {
    throw new InputError(
      {
        problem: source.kind === "file" ? `The kubeconfig ${source.path} cannot be read.` : "The kubeconfig of the service connection cannot be read.",
        evidence: thrown instanceof Error ? thrown.message.split("\n")[0] ?? "" : String(thrown),
        remedy: "Name a kubeconfig file, such as the one that `az aks get-credentials --file` writes."
      },
      { cause: thrown }
    );
  }
}
function noContext(name, contexts) {
  return new InputError({
    problem: name ? `The kubeconfig has no context ${name}.` : "The kubeconfig has no current context.",
    evidence: contexts.length > 0 ? `Its contexts: ${contexts.join(", ")}.` : "It has no context at all.",
    remedy: "Give one of them as kube-context."
  });
}
export {
  openClusters
};
