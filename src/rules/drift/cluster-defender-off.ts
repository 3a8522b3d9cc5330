/** Rule: defender does not watch a cluster. */
import { estate, exampleConfiguration, exampleWire, healthyExample, healthyProperties } from '../live-estate.ts';
import { posture, setting } from '../posture.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'cluster-defender-off',
  title: 'Defender does not watch a cluster',
  group: 'Live (drift)',
  why: 'Nobody is told when a token of a pod is stolen and used from elsewhere.',
  remedy: 'Run `az aks update --enable-defender`.',
  severity: 'warning',
  sources: ['Microsoft Defender for Cloud documentation, Defender for Containers'],
  checkLive: (live) =>
    posture(live, (cluster) => {
      if (setting(cluster, 'securityProfile', 'defender', 'securityMonitoring', 'enabled') === true) return undefined;
      return `Defender does not watch cluster ${cluster.name}.`;
    }),
});

const files = { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ cluster-defender-off' }), ...exampleWire() };
const set = (properties: object) => estate({ cluster: { properties: { ...healthyProperties, ...properties } } });

export const examples = defineExamples({
  bad: [
    {
      title: 'Off',
      severity: 'warning',
      files,
      live: set({ securityProfile: { workloadIdentity: { enabled: true } } }),
    },
  ],
  good: [healthyExample],
});
