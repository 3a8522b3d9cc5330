/** Rule: a cluster does not use Entra with Azure RBAC. */
import { estate, exampleConfiguration, exampleWire, healthyExample, healthyProperties } from '../live-estate.ts';
import { posture, setting } from '../posture.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'cluster-azure-rbac-off',
  title: 'A cluster does not use Entra with Azure RBAC',
  group: 'Live (drift)',
  why: 'Rights in the cluster are then kept apart from those in Azure, and nobody sees in one place who may act as which identity.',
  remedy: 'Run `az aks update --enable-aad --enable-azure-rbac`.',
  severity: 'warning',
  sources: ['AKS documentation, Azure RBAC for Kubernetes authorization'],
  checkLive: (live) =>
    posture(live, (cluster) => {
      if (setting(cluster, 'enableRBAC') === false)
        return `Kubernetes RBAC of cluster ${cluster.name} is off: everybody who gets in may do everything.`;
      if (setting(cluster, 'aadProfile', 'managed') !== true)
        return `Cluster ${cluster.name} is not integrated with Entra.`;
      if (setting(cluster, 'aadProfile', 'enableAzureRBAC') === true) return undefined;
      return `Azure RBAC of cluster ${cluster.name} is off.`;
    }),
});

const files = { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ cluster-azure-rbac-off' }), ...exampleWire() };
const set = (properties: object) => estate({ cluster: { properties: { ...healthyProperties, ...properties } } });

export const examples = defineExamples({
  bad: [
    { title: 'Entra without Azure RBAC', severity: 'warning', files, live: set({ aadProfile: { managed: true } }) },
    { title: 'Without Entra', files, live: set({ aadProfile: null }) },
    { title: 'Without any RBAC', files, live: set({ enableRBAC: false }) },
  ],
  good: [healthyExample],
});
