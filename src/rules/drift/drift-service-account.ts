/** Rule: a ServiceAccount in the cluster is not the one of the repository. */
import { isClusterNamespace } from '../../model/kubernetes.ts';
import type { LiveCluster, LiveState } from '../../model/live.ts';
import { literalOf } from '../../model/partial-text.ts';
import { exampleClientId } from '../example-manifests.ts';
import { estate, exampleConfiguration, exampleWire, healthyExample } from '../live-estate.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';
import { nameOfIdentity } from '../wire-verdict.ts';

export const rule = defineRule({
  id: 'drift-service-account',
  title: 'A ServiceAccount in the cluster differs from the repository',
  group: 'Live (drift)',
  why: 'Pods run with what is in the cluster. An account that was never deployed, or was edited by hand, makes them another identity or none.',
  remedy: 'Deploy the account again, or bring the change into the repository.',
  severity: 'warning',
  sources: ['Azure/azure-workload-identity pkg/webhook, v1.6.0'],
  *checkLive(live) {
    for (const cluster of live.clusters) {
      if (!cluster.contents?.accounts) continue;
      yield* wired(live, cluster);
      if (live.complete) yield* onlyThere(live, cluster);
    }
  },
});

/** The accounts of the repository, as the cluster has them. */
function* wired(live: LiveState, cluster: LiveCluster): Iterable<Observation> {
  const there = new Map(cluster.contents?.accounts?.map((one) => [`${one.namespace}/${one.name}`, one]));
  for (const wire of live.wires.filter((one) => one.cluster === cluster && one.account)) {
    const name = accountIn(wire.subject);
    const found = there.get(name);
    if (!found) {
      if (!wire.planned)
        yield {
          at: wire.at,
          topic: cluster.name,
          message: `ServiceAccount ${name} is not in cluster ${cluster.name}.`,
          remedy: 'Deploy it; until then, pods that name it are not started.',
        };
      continue;
    }
    const tenant = wire.account?.tenantId?.string;
    const differences = [
      ...difference('client id', found.clientId, wire.clientId),
      ...(tenant === undefined ? [] : difference('tenant', found.tenantId, tenant)),
    ];
    if (differences.length > 0 && !wire.planned)
      yield {
        at: wire.at,
        topic: cluster.name,
        message: `ServiceAccount ${name} of cluster ${cluster.name} differs: ${differences.join('; ')}.`,
      };
  }
}

function difference(what: string, there: string | undefined, here: string): readonly string[] {
  if (there?.toLowerCase() === here.toLowerCase()) return [];
  return [`its ${what} is ${there || 'not set'} there and ${here} here`];
}

/** Accounts that nobody wrote down and that act as one of our identities. Others belong to other repositories. */
function* onlyThere(live: LiveState, cluster: LiveCluster): Iterable<Observation> {
  const ours = new Map(live.identities.map(({ identity }) => [identity.clientId.toLowerCase(), identity]));
  const known = new Set(cluster.worlds.flatMap((world) => world.serviceAccounts.map(({ name }) => literalOf(name))));
  for (const { namespace, name, clientId } of cluster.contents?.accounts ?? []) {
    const identity = ours.get(clientId?.toLowerCase() ?? '');
    if (!identity || isClusterNamespace(namespace) || known.has(name)) continue;
    yield {
      at: cluster.at,
      topic: `${namespace}/${name}`,
      message: `ServiceAccount ${namespace}/${name} of cluster ${cluster.name} names identity ${nameOfIdentity(identity)}, and is not in the repository.`,
      remedy: 'Bring it into the repository, or delete it from the cluster.',
    };
  }
}

function accountIn(subject: string): string {
  return subject.replace(/^system:serviceaccount:/, '').replace(':', '/');
}

const files = { 'idwire.yaml': exampleConfiguration(), ...exampleWire(' #~ drift-service-account') };
const account = { namespace: 'shop', name: 'orders', clientId: exampleClientId, tenantId: undefined };

export const examples = defineExamples({
  bad: [
    { title: 'Not in the cluster', severity: 'warning', files, live: estate({ contents: { accounts: [], pods: [] } }) },
    {
      title: 'Without its annotation',
      files,
      live: estate({ contents: { accounts: [{ ...account, clientId: undefined }] } }),
    },
    {
      title: 'Another client id',
      files,
      live: estate({
        contents: { accounts: [{ ...account, clientId: 'c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77' }], pods: [] },
      }),
    },
    {
      title: 'Only in the cluster',
      files: { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ drift-service-account' }), ...exampleWire() },
      live: estate({ contents: { accounts: [account, { ...account, name: 'invoices' }] } }),
    },
  ],
  good: [
    healthyExample,
    {
      title: 'New in this change, and accounts of other repositories',
      files: healthyExample.files,
      live: estate({
        contents: {
          accounts: [account, { ...account, name: 'mail', clientId: 'c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77' }],
        },
        newLines: ['k8s/orders.yaml:8'],
      }),
    },
  ],
});
