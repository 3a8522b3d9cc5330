/** Rule: a cluster enforces no network policy. */
import { estate, exampleConfiguration, exampleWire, healthyExample, healthyProperties } from '../live-estate.ts';
import { posture, setting, valueText } from '../posture.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'cluster-network-policy-none',
  title: 'A cluster enforces no network policy',
  group: 'Live (drift)',
  why: 'Policies that keep pods away from the metadata service or from each other are accepted and do nothing.',
  remedy: 'Choose an engine: `az aks update --network-policy cilium`.',
  severity: 'warning',
  sources: ['AKS documentation, secure traffic between pods'],
  checkLive: (live) =>
    posture(live, (cluster) => {
      const policy = setting(cluster, 'networkProfile', 'networkPolicy');
      if (policy !== undefined && policy !== 'none') return undefined;
      return `Cluster ${cluster.name} has the network policy ${valueText(policy)}.`;
    }),
});

const files = { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ cluster-network-policy-none' }), ...exampleWire() };
const set = (properties: object) => estate({ cluster: { properties: { ...healthyProperties, ...properties } } });

export const examples = defineExamples({
  bad: [
    {
      title: 'None',
      severity: 'warning',
      files,
      live: set({ networkProfile: { ...healthyProperties.networkProfile, networkPolicy: 'none' } }),
    },
  ],
  good: [healthyExample],
});
