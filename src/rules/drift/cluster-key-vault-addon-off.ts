/** Rule: the Key Vault add-on is off in a cluster that mounts secrets. */
import { exampleClientId } from '../example-manifests.ts';
import { estate, exampleConfiguration, exampleWire, healthyExample, healthyProperties } from '../live-estate.ts';
import { posture, setting } from '../posture.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { mounting, secretClass } from '../secret-class-manifests.ts';

export const rule = defineRule({
  id: 'cluster-key-vault-addon-off',
  title: 'The Key Vault add-on is off in a cluster that mounts secrets',
  group: 'Live (drift)',
  why: 'Pods that mount a SecretProviderClass wait for ever, unless somebody installed the driver by its chart.',
  remedy: 'Run `az aks enable-addons --addons azure-keyvault-secrets-provider`.',
  severity: 'warning',
  confidence: 'medium',
  sources: ['AKS documentation, use the Azure Key Vault provider for Secrets Store CSI Driver'],
  checkLive: (live) =>
    posture(live, (cluster) => {
      if (setting(cluster, 'addonProfiles', 'azureKeyvaultSecretsProvider', 'enabled') === true) return undefined;
      const classes = cluster.worlds
        .flatMap(({ objects }) => objects)
        .filter(({ kind }) => kind === 'SecretProviderClass');
      const [first] = classes;
      // A cluster that serves the kind has the driver, whoever installed it.
      if (!first || (cluster.contents?.secretClasses?.length ?? 0) > 0) return undefined;
      return `The Key Vault add-on of cluster ${cluster.name} is off, and the repository has ${classes.length === 1 ? 'a SecretProviderClass' : `${classes.length} SecretProviderClasses`} for it.`;
    }),
});

const files = { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ cluster-key-vault-addon-off' }), ...exampleWire() };
const mounted = [secretClass({ access: `    clientID: ${exampleClientId}\n` }), mounting()].join('---\n');
const set = (properties: object) => estate({ cluster: { properties: { ...healthyProperties, ...properties } } });

export const examples = defineExamples({
  bad: [
    {
      title: 'Off, with a class in the repository',
      severity: 'warning',
      files: { ...files, 'k8s/class.yaml': mounted },
      live: set({ addonProfiles: {} }),
    },
  ],
  good: [
    healthyExample,
    { title: 'Off, and nobody mounts secrets', files: healthyExample.files, live: set({ addonProfiles: {} }) },
    {
      title: 'The driver was installed by its chart',
      files: { ...healthyExample.files, 'k8s/class.yaml': mounted },
      live: estate({
        cluster: {
          properties: { ...healthyProperties, addonProfiles: {} },
          contents: { secretClasses: [{ kind: 'SecretProviderClass', namespace: 'shop', name: 'orders' }] },
        },
      }),
    },
  ],
});
