/** Rule: local accounts of a cluster are on. */
import { estate, exampleConfiguration, exampleWire, healthyExample, healthyProperties } from '../live-estate.ts';
import { posture, setting } from '../posture.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'cluster-local-accounts',
  title: 'Local accounts of a cluster are on',
  group: 'Live (drift)',
  why: 'Whoever may read the admin kubeconfig passes by Entra, its groups and its logs, with a certificate that cannot be taken back.',
  remedy: 'Run `az aks update --disable-local-accounts`, then rotate the certificates.',
  severity: 'warning',
  sources: ['AKS documentation, manage local accounts'],
  checkLive: (live) =>
    posture(live, (cluster) => {
      if (setting(cluster, 'disableLocalAccounts') === true) return undefined;
      return `Local accounts of cluster ${cluster.name} are on.`;
    }),
});

const files = { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ cluster-local-accounts' }), ...exampleWire() };
const set = (properties: object) => estate({ cluster: { properties: { ...healthyProperties, ...properties } } });

export const examples = defineExamples({
  bad: [{ title: 'Never switched off', severity: 'warning', files, live: set({ disableLocalAccounts: undefined }) }],
  good: [healthyExample],
});
