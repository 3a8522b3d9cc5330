/** Rule: the nodes of a cluster are not patched by AKS. */
import { estate, exampleConfiguration, exampleWire, healthyExample, healthyProperties } from '../live-estate.ts';
import { posture, setting, valueText } from '../posture.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'cluster-node-os-channel',
  title: 'The nodes of a cluster are not patched by AKS',
  group: 'Live (drift)',
  why: 'Without a channel nobody restarts nodes for fixes of the kernel, and a pod that breaks out finds the tokens of every pod beside it.',
  remedy: 'Run `az aks update --node-os-upgrade-channel NodeImage`.',
  severity: 'warning',
  sources: ['AKS documentation, automatically upgrade node images'],
  checkLive: (live) =>
    posture(live, (cluster) => {
      const channel = setting(cluster, 'autoUpgradeProfile', 'nodeOSUpgradeChannel');
      if (channel === 'SecurityPatch' || channel === 'NodeImage') return undefined;
      return `The nodes of cluster ${cluster.name} have the upgrade channel ${valueText(channel)}.`;
    }),
});

const files = { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ cluster-node-os-channel' }), ...exampleWire() };
const set = (properties: object) => estate({ cluster: { properties: { ...healthyProperties, ...properties } } });

export const examples = defineExamples({
  bad: [
    {
      title: 'The channel None',
      severity: 'warning',
      files,
      live: set({ autoUpgradeProfile: { upgradeChannel: 'stable', nodeOSUpgradeChannel: 'None' } }),
    },
    {
      title: 'Unmanaged',
      files,
      live: set({ autoUpgradeProfile: { upgradeChannel: 'stable', nodeOSUpgradeChannel: 'Unmanaged' } }),
    },
  ],
  good: [healthyExample],
});
