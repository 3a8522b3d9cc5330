/** Rule: the retired pod identity add-on is on. */
import { estate, exampleConfiguration, exampleWire, healthyExample, healthyProperties } from '../live-estate.ts';
import { posture, setting } from '../posture.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'cluster-pod-identity-on',
  title: 'The retired pod identity add-on is on',
  group: 'Live (drift)',
  why: 'The add-on is out of support and is removed with a coming version of AKS; pods that rely on it lose their identity then.',
  remedy: 'Move the workloads to workload identity, then run `az aks update --disable-pod-identity`.',
  severity: 'warning',
  sources: ['AKS documentation, use pod-managed identities (retired)'],
  checkLive: (live) =>
    posture(live, (cluster) => {
      if (setting(cluster, 'podIdentityProfile', 'enabled') !== true) return undefined;
      const objects = cluster.contents?.podIdentities?.length ?? 0;
      const used = objects > 0 ? ` It holds ${objects} objects of it.` : '';
      const plain = setting(cluster, 'podIdentityProfile', 'allowNetworkPluginKubenet') === true;
      const kubenet = plain ? ' It is allowed on kubenet, where pods can take over the identities of others.' : '';
      return `The retired pod identity add-on is on in cluster ${cluster.name}.${used}${kubenet}`;
    }),
});

const files = { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ cluster-pod-identity-on' }), ...exampleWire() };
const set = (properties: object) => estate({ cluster: { properties: { ...healthyProperties, ...properties } } });

export const examples = defineExamples({
  bad: [{ title: 'Still on', severity: 'warning', files, live: set({ podIdentityProfile: { enabled: true } }) }],
  good: [healthyExample],
});
