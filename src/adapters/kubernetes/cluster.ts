/** One cluster behind the port: paged lists, the issuer, and tokens of ServiceAccounts. */

import type { RequestOptions } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterReads, discoveryPath, discoveryRule, ruleFor, tokenRule } from '../../model/cluster-access.ts';
import { AccessError, RemoteError } from '../../model/errors.ts';
import type { Cluster, ClusterObject } from '../../ports/cluster.ts';
import type { KubeConfig } from './kube-config.ts';
import { type ApiAnswer, type Endpoint, requestApi } from './request.ts';

/** What kubectl asks for at a time. */
const pageSize = 500;
const mostAttempts = 4;
/** The shortest life that an API server grants; the proof needs seconds. */
const tokenSeconds = 600;

interface Call {
  /** Completes "The cluster refused to …". */
  readonly doing: string;
  readonly path: string;
  /** The rule of a ClusterRole that permits it. */
  readonly rule: string;
  readonly body?: unknown;
}

/** The kubeconfig's current context is the cluster. Its exec plugin runs at the first question, once. */
export function createCluster(config: KubeConfig, context: string): Cluster {
  let endpoint: Promise<Endpoint> | undefined;
  const ask = async (call: Call) => {
    endpoint ??= endpointOf(config, context);
    return asked(await endpoint, call, context);
  };
  return {
    context,
    list: (name) => listAll(ask, clusterReads[name]),
    async issuer() {
      const call = { doing: 'show its discovery document', path: discoveryPath, rule: discoveryRule };
      const { body } = succeeded(await ask(call), call, context);
      const { issuer } = body as { issuer?: unknown };
      if (typeof issuer === 'string') return issuer;
      throw new RemoteError({
        problem: `The discovery document of cluster ${context} names no issuer.`,
        evidence: '',
        remedy: 'Read `kubectl get --raw /.well-known/openid-configuration`.',
      });
    },
    async token({ namespace, name }, audience) {
      const call = {
        doing: `make a token of ServiceAccount ${namespace}/${name}`,
        path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/serviceaccounts/${encodeURIComponent(name)}/token`,
        rule: tokenRule,
        body: {
          apiVersion: 'authentication.k8s.io/v1',
          kind: 'TokenRequest',
          spec: { audiences: [audience], expirationSeconds: tokenSeconds },
        },
      };
      const { body } = succeeded(await ask(call), call, context);
      return (body as { status: { token: string } }).status.token;
    },
  };

  async function listAll(
    send: (call: Call) => Promise<ApiAnswer>,
    read: (typeof clusterReads)[keyof typeof clusterReads],
  ): Promise<readonly ClusterObject[] | undefined> {
    const base = read.group ? `/apis/${read.group}/${read.version}` : `/api/${read.version}`;
    let items: ClusterObject[] = [];
    let next = '';
    do {
      const query = new URLSearchParams({
        limit: String(pageSize),
        ...('labelSelector' in read && { labelSelector: read.labelSelector }),
        ...(next && { continue: next }),
      });
      const call = {
        doing: `list ${read.resource}`,
        path: `${base}/${read.resource}?${query.toString()}`,
        rule: ruleFor(read),
      };
      const answer = await send(call);
      if (answer.status === 404 && 'custom' in read) return undefined;
      if (answer.status === 410 && next) {
        // The list grew too old while it was read: begin again, in one page, which cannot expire.
        const whole = {
          ...call,
          path: `${base}/${read.resource}${'labelSelector' in read ? `?labelSelector=${encodeURIComponent(read.labelSelector)}` : ''}`,
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

function itemsOf({ body }: ApiAnswer): { items: readonly ClusterObject[]; next: string } {
  const { items, metadata } = body as { items?: readonly ClusterObject[]; metadata?: { continue?: string } };
  return { items: items ?? [], next: metadata?.continue ?? '' };
}

/** Runs the exec plugin, when there is one, and keeps connections for all requests of the run. */
async function endpointOf(config: KubeConfig, context: string): Promise<Endpoint> {
  const server = config.getCurrentCluster()?.server;
  if (!server)
    throw new RemoteError({
      problem: `The context ${context} names no server.`,
      evidence: '',
      remedy: 'Correct the kubeconfig.',
    });
  const options: RequestOptions = {};
  try {
    await config.applyToHTTPSOptions(options);
  } catch (thrown) {
    throw new AccessError(
      {
        problem: `Sign-in to cluster ${context} failed.`,
        evidence: thrown instanceof Error ? thrown.message : String(thrown),
        remedy:
          'Run `kubectl get namespaces` with the same kubeconfig; for Entra, convert it with `kubelogin convert-kubeconfig`.',
      },
      { cause: thrown },
    );
  }
  // One connection serves the lists of a cluster; the library's agents would open one for each.
  Object.assign(options.agent as object, { keepAlive: true });
  return { server, options };
}

/** Waits and asks again where the server asks for patience (429, 503), as its own clients do. */
async function asked(endpoint: Endpoint, call: Call, context: string): Promise<ApiAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    let answer: ApiAnswer;
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
          remedy:
            'Check that its API server can be reached from here: private clusters need a runner in their network.',
        },
        { cause: thrown },
      );
    }
    const busy = answer.status === 429 || answer.status >= 500;
    if (!busy || attempt === mostAttempts) return answer;
    await sleep(answer.retryAfter ?? 500 * attempt);
  }
}

function isDropped(thrown: unknown): boolean {
  return ['ECONNRESET', 'EPIPE', 'ECONNREFUSED'].includes((thrown as NodeJS.ErrnoException).code ?? '');
}

function succeeded(answer: ApiAnswer, call: Call, context: string): ApiAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  const evidence = (answer.body as { message?: string } | null)?.message ?? `HTTP ${answer.status}`;
  if (answer.status === 401)
    throw new AccessError({
      problem: `Cluster ${context} did not accept the sign-in (401).`,
      evidence,
      remedy: 'Fetch new credentials: the token of the kubeconfig may have expired.',
    });
  if (answer.status === 403)
    throw new AccessError({
      problem: `Cluster ${context} refused to ${call.doing} (403).`,
      evidence,
      remedy: `Grant this rule by a ClusterRole: ${call.rule}`,
    });
  throw new RemoteError({
    problem: `Cluster ${context} failed to ${call.doing} (${answer.status}).`,
    evidence,
    remedy: 'Run again; read the evidence if it stays.',
  });
}
