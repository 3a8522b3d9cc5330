/** Rule: the OIDC issuer of a cluster is off. */
import { estate, exampleConfiguration, exampleWire, healthyExample, healthyProperties } from '../live-estate.ts';
import { posture, setting, wiredAccounts } from '../posture.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'cluster-oidc-issuer-off',
  title: 'The OIDC issuer of a cluster is off',
  group: 'Live (drift)',
  why: 'Without its issuer, the cluster signs tokens that Entra cannot check, and no account can be trusted.',
  remedy: 'Run `az aks update --enable-oidc-issuer`; it restarts the API server and cannot be undone.',
  severity: 'error',
  sources: ['AKS documentation, use the OIDC issuer'],
  checkLive: (live) =>
    posture(live, (cluster) => {
      if (wiredAccounts(cluster).length === 0 || setting(cluster, 'oidcIssuerProfile', 'enabled') === true)
        return undefined;
      return `The OIDC issuer of cluster ${cluster.name} is off, and the repository wires accounts of it to identities.`;
    }),
});

const files = { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ cluster-oidc-issuer-off' }), ...exampleWire() };
const set = (properties: object) => estate({ cluster: { properties: { ...healthyProperties, ...properties } } });

export const examples = defineExamples({
  bad: [
    { title: 'Never switched on', severity: 'error', files, live: set({ oidcIssuerProfile: {} }) },
    { title: 'Said to be off', files, live: set({ oidcIssuerProfile: { enabled: false } }) },
  ],
  good: [healthyExample],
});
