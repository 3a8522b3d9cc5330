/** Rule: a cluster uses kubenet. */
import { estate, exampleConfiguration, exampleWire, healthyExample, healthyProperties } from '../live-estate.ts';
import { posture, setting } from '../posture.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'cluster-kubenet',
  title: 'A cluster uses kubenet',
  group: 'Live (drift)',
  why: 'Kubenet is retired, and on it a pod can pretend to be another one of its node.',
  remedy: 'Move to Azure CNI Overlay: `az aks update --network-plugin azure --network-plugin-mode overlay`.',
  severity: 'warning',
  sources: ['AKS documentation, kubenet retirement'],
  checkLive: (live) =>
    posture(live, (cluster) => {
      if (setting(cluster, 'networkProfile', 'networkPlugin') !== 'kubenet') return undefined;
      return `Cluster ${cluster.name} uses kubenet.`;
    }),
});

const files = { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ cluster-kubenet' }), ...exampleWire() };
const set = (properties: object) => estate({ cluster: { properties: { ...healthyProperties, ...properties } } });

export const examples = defineExamples({
  bad: [
    {
      title: 'Kubenet',
      severity: 'warning',
      files,
      live: set({ networkProfile: { ...healthyProperties.networkProfile, networkPlugin: 'kubenet' } }),
    },
  ],
  good: [healthyExample],
});
