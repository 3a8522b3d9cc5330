/** Rule: a cluster is not upgraded by itself. */
import { estate, exampleConfiguration, exampleWire, healthyExample, healthyProperties } from '../live-estate.ts';
import { posture, setting, valueText } from '../posture.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'cluster-upgrade-channel',
  title: 'A cluster is not upgraded by itself',
  group: 'Live (drift)',
  why: 'A version of Kubernetes is supported for about a year; a cluster that nobody upgrades ends up without security fixes.',
  remedy: 'Run `az aks update --auto-upgrade-channel stable`.',
  severity: 'warning',
  sources: ['AKS documentation, automatically upgrade a cluster'],
  checkLive: (live) =>
    posture(live, (cluster) => {
      const channel = setting(cluster, 'autoUpgradeProfile', 'upgradeChannel');
      if (channel !== undefined && channel !== 'none') return undefined;
      return `Cluster ${cluster.name} has the upgrade channel ${valueText(channel)}.`;
    }),
});

const files = { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ cluster-upgrade-channel' }), ...exampleWire() };
const set = (properties: object) => estate({ cluster: { properties: { ...healthyProperties, ...properties } } });

export const examples = defineExamples({
  bad: [
    {
      title: 'The channel none',
      severity: 'warning',
      files,
      live: set({ autoUpgradeProfile: { upgradeChannel: 'none', nodeOSUpgradeChannel: 'NodeImage' } }),
    },
    { title: 'No channel', files, live: set({ autoUpgradeProfile: { nodeOSUpgradeChannel: 'NodeImage' } }) },
  ],
  good: [healthyExample],
});
