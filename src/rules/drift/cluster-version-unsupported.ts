/** Rule: the Kubernetes version of a cluster is out of support. */
import { estate, exampleConfiguration, exampleWire, healthyExample, healthyProperties } from '../live-estate.ts';
import { posture, setting } from '../posture.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'cluster-version-unsupported',
  title: 'The Kubernetes version of a cluster is out of support',
  group: 'Live (drift)',
  why: 'It gets no security fixes, and AKS may upgrade it at a time that nobody chose.',
  remedy: 'Run `az aks upgrade`.',
  severity: 'warning',
  sources: ['AKS documentation, supported Kubernetes versions'],
  checkLive: (live) =>
    posture(live, (cluster) => {
      const version = setting(cluster, 'currentKubernetesVersion') ?? setting(cluster, 'kubernetesVersion');
      if (typeof version !== 'string' || !cluster.supportedVersions?.length) return undefined;
      const [minor = version] = /^\d+\.\d+/.exec(version) ?? [];
      if (cluster.supportedVersions.some((one) => one === minor || one.startsWith(`${minor}.`))) return undefined;
      return `Cluster ${cluster.name} runs Kubernetes ${version}; AKS supports ${cluster.supportedVersions.join(', ')} there.`;
    }),
});

const files = { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ cluster-version-unsupported' }), ...exampleWire() };
const set = (properties: object) => estate({ cluster: { properties: { ...healthyProperties, ...properties } } });

export const examples = defineExamples({
  bad: [{ title: 'An old version', severity: 'warning', files, live: set({ currentKubernetesVersion: '1.29.4' }) }],
  good: [
    healthyExample,
    {
      title: 'What is supported could not be read',
      files: healthyExample.files,
      live: estate({
        cluster: { supportedVersions: [], properties: { ...healthyProperties, currentKubernetesVersion: '1.29.4' } },
      }),
    },
  ],
});
