/** Rule: a labelled pod runs without what the webhook injects, or with what it injected before. */

import type { ObservedPod } from '../../model/cluster-contents.ts';
import type { LiveCluster } from '../../model/live.ts';
import { literalOf } from '../../model/partial-text.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { estate, exampleConfiguration, exampleWire, healthyExample, injectedPod } from '../live-estate.ts';
import { type At, defineExamples, defineRule } from '../rule.ts';

const tokenFile = 'AZURE_FEDERATED_TOKEN_FILE';

export const rule = defineRule({
  id: 'drift-pod-not-injected',
  title: 'A labelled pod runs without the injected environment',
  group: 'Live (drift)',
  why: 'The webhook changes pods only when they are created. A pod that is older than the webhook, its label or the annotation of its account keeps what it had, and has no token or the wrong one.',
  remedy: 'Restart it: `kubectl rollout restart`.',
  severity: 'warning',
  sources: ['Azure/azure-workload-identity issue 790', 'Azure/AKS issue 3286'],
  *checkLive(live) {
    for (const cluster of live.clusters) {
      for (const [owner, faulty] of faultyPods(cluster)) {
        const { pod, fault, count } = faulty;
        const more = count > 1 ? `, and ${count - 1} more of its workload` : '';
        yield {
          at: placeOf(cluster, pod),
          topic: `${cluster.name} ${owner}`,
          message: `Pod ${pod.namespace}/${pod.name} of cluster ${cluster.name}${more} ${fault}.`,
          ...(pod.owner !== undefined && {
            remedy: `Restart it: \`kubectl --namespace ${pod.namespace} rollout restart\` of ${pod.owner}.`,
          }),
        };
      }
    }
  },
});

interface FaultyPods {
  readonly pod: ObservedPod;
  readonly fault: string;
  readonly count: number;
}

/** Pods of one workload with one fault are told once. */
function faultyPods({ contents }: LiveCluster): ReadonlyMap<string, FaultyPods> {
  const accounts = new Map(contents?.accounts?.map((one) => [`${one.namespace}/${one.name}`, one]));
  const groups = new Map<string, FaultyPods>();
  for (const pod of contents?.pods ?? []) {
    if (pod.phase !== 'Running' && pod.phase !== 'Pending') continue;
    const fault = faultOf(pod, accounts.get(`${pod.namespace}/${pod.account}`)?.clientId);
    if (fault === undefined) continue;
    const key = `${pod.namespace}/${pod.owner ?? pod.name}`;
    const known = groups.get(key);
    groups.set(key, known ? { ...known, count: known.count + 1 } : { pod, fault, count: 1 });
  }
  return groups;
}

function faultOf(pod: ObservedPod, clientId: string | undefined): string | undefined {
  const injectable = pod.containers.filter(({ skipped }) => !skipped);
  if (injectable.length === 0) return undefined;
  if (injectable.every(({ environment }) => environment[tokenFile] === undefined))
    return 'asks for the webhook by its label and has nothing of what it injects: it is older than the webhook or the label';
  const old = injectable.map(({ environment }) => environment.AZURE_CLIENT_ID).find((id) => id);
  if (!clientId || !old || pod.binding || old.toLowerCase() === clientId.toLowerCase()) return undefined;
  return `still has the client id ${old}; its account has ${clientId} by now`;
}

/** The workload of the repository that makes it, else the account it runs as, else the cluster. */
function placeOf(cluster: LiveCluster, pod: ObservedPod): At {
  for (const world of cluster.worlds) {
    const workload = world.workloads.find(
      (one) => literalOf(one.name) === pod.owner && (!one.namespaceGiven || literalOf(one.namespace) === pod.namespace),
    );
    if (workload) return workload.metadata.nameField ?? workload.root;
  }
  return cluster.at;
}

const bare = { ...injectedPod, containers: [{ name: 'orders', skipped: false, environment: {} }] };
const pods = examplePods().replace(/^ {2}name: orders$/m, '  name: orders #~ drift-pod-not-injected');
const files = { 'idwire.yaml': exampleConfiguration(), 'k8s/orders.yaml': exampleAccount() + pods };
const before = { AZURE_CLIENT_ID: 'c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77', [tokenFile]: '/var/run/secrets/token' };

export const examples = defineExamples({
  bad: [
    {
      title: 'Older than the webhook',
      severity: 'warning',
      files,
      live: estate({ contents: { pods: [bare, { ...bare, name: 'orders-6c5d7f8b9d-k7m2q' }] } }),
    },
    {
      title: 'Older than the client id of its account',
      files,
      live: estate({
        contents: { pods: [{ ...injectedPod, containers: [{ name: 'orders', skipped: false, environment: before }] }] },
      }),
    },
    {
      title: 'Of nobody in the repository',
      files: { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ drift-pod-not-injected' }), ...exampleWire() },
      live: estate({ contents: { pods: [{ ...bare, owner: undefined, name: 'debug' }] } }),
    },
  ],
  good: [
    healthyExample,
    {
      title: 'Finished pods, and containers that are left out on purpose',
      files: healthyExample.files,
      live: estate({
        contents: {
          pods: [
            { ...bare, phase: 'Succeeded' },
            { ...bare, containers: [{ name: 'orders', skipped: true, environment: {} }] },
          ],
        },
      }),
    },
  ],
});
