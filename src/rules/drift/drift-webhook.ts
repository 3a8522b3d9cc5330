/** Rule: the webhook that gives pods their tokens is not in the cluster, or never called. */
import { selects } from '../../model/cluster-contents.ts';
import { identityKeys } from '../../model/kubernetes.ts';
import type { LiveCluster } from '../../model/live.ts';
import { literalOf } from '../../model/partial-text.ts';
import { isLabelled } from '../../model/world.ts';
import { exampleAccount } from '../example-manifests.ts';
import { estate, exampleConfiguration, exampleWire, healthyContents, healthyExample } from '../live-estate.ts';
import { setting } from '../posture.ts';
import { defineExamples, defineRule } from '../rule.ts';

const webhookName = 'mutation.azure-workload-identity.io';

export const rule = defineRule({
  id: 'drift-webhook',
  title: 'The webhook of workload identity is absent, or selects nothing',
  group: 'Live (drift)',
  why: 'Without the webhook, labelled pods start as if nothing were the matter, and have neither a token nor a client id.',
  remedy: 'Run `az aks update --enable-workload-identity`, or install the azure-workload-identity chart.',
  severity: 'error',
  sources: [
    'Azure/azure-workload-identity deploy/azure-wi-webhook.yaml, v1.6.0',
    'AKS documentation, deploy workload identity',
  ],
  *checkLive(live) {
    for (const cluster of live.clusters) {
      const fault = faultOf(cluster);
      if (fault) yield { at: cluster.at, topic: cluster.name, message: `Cluster ${cluster.name}: ${fault}` };
    }
  },
});

function faultOf(cluster: LiveCluster): string | undefined {
  const { webhooks, namespaces } = cluster.contents ?? {};
  const wanted = labelledNamespaces(cluster);
  if (!webhooks || wanted.length === 0) return undefined;
  const named = webhooks.filter(({ name }) => name === webhookName);
  // That the add-on is off is told by the rule about it.
  const off = cluster.managed && setting(cluster, 'securityProfile', 'workloadIdentity', 'enabled') !== true;
  if (named.length === 0 && off) return undefined;
  if (named.length === 0) return `it has no webhook ${webhookName}, and the repository has labelled pods for it.`;
  const called = named.filter((one) => one.seesNewPods && selects(one.objectSelector, { [identityKeys.use]: 'true' }));
  if (called.length === 0) return `its webhook ${webhookName} is never called for labelled pods.`;
  const missed = wanted.filter((name) => {
    const labels = namespaces?.find((one) => one.name === name)?.labels;
    return labels !== undefined && !called.some((one) => selects(one.namespaceSelector, labels));
  });
  if (missed.length === 0) return undefined;
  return `the namespace selector of its webhook leaves out ${missed.join(', ')}, where the repository has labelled pods.`;
}

/** Namespaces of the repository with pods that ask for the webhook. */
function labelledNamespaces({ worlds }: LiveCluster): readonly string[] {
  const names = worlds
    .flatMap(({ workloads }) => workloads)
    .filter(({ templates }) => templates.some(isLabelled))
    .map((workload) => (workload.namespaceGiven ? (literalOf(workload.namespace) ?? '') : ''));
  return [...new Set(names)].sort();
}

const files = { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ drift-webhook' }), ...exampleWire() };
const webhook = (change: object) =>
  estate({ contents: { webhooks: healthyContents.webhooks?.map((one) => ({ ...one, ...change })) ?? [] } });

export const examples = defineExamples({
  bad: [
    { title: 'No webhook', severity: 'error', files, live: estate({ contents: { webhooks: [] } }) },
    {
      title: 'It selects another label',
      files,
      live: webhook({ objectSelector: { matchLabels: { inject: 'true' } } }),
    },
    { title: 'It is not called for new pods', files, live: webhook({ seesNewPods: false }) },
    {
      title: 'It leaves the namespace out',
      files,
      live: webhook({
        namespaceSelector: {
          matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['mail'] }],
        },
      }),
    },
  ],
  good: [
    healthyExample,
    {
      title: 'Nobody asks for it',
      files: { 'idwire.yaml': exampleConfiguration(), 'k8s/orders.yaml': exampleAccount() },
      live: estate({ contents: { webhooks: [], pods: [] } }),
    },
  ],
});
