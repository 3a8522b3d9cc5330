/** Rule: workload identity is off in a cluster that needs it. */

import type { ClusterContents } from '../../model/cluster-contents.ts';
import { isLabelled } from '../../model/world.ts';
import {
  estate,
  exampleConfiguration,
  exampleIssuer,
  exampleWire,
  healthyExample,
  healthyProperties,
} from '../live-estate.ts';
import { posture, setting } from '../posture.ts';
import { defineExamples, defineRule } from '../rule.ts';

const webhookName = 'mutation.azure-workload-identity.io';

export const rule = defineRule({
  id: 'cluster-workload-identity-off',
  title: 'Workload identity is off in a cluster that needs it',
  group: 'Live (drift)',
  why: 'Labelled pods start as if nothing were the matter, and have neither a token nor a client id.',
  remedy: 'Run `az aks update --enable-workload-identity`.',
  severity: 'error',
  sources: ['AKS documentation, deploy workload identity'],
  checkLive: (live) =>
    posture(live, (cluster) => {
      const labelled = cluster.worlds.some(({ workloads }) =>
        workloads.some(({ templates }) => templates.some(isLabelled)),
      );
      if (!labelled || setting(cluster, 'securityProfile', 'workloadIdentity', 'enabled') === true) return undefined;
      // Somebody may run the webhook themselves; then the cluster was asked, and has it.
      if (cluster.contents?.webhooks?.some(({ name }) => name === webhookName)) return undefined;
      return `Workload identity is off in cluster ${cluster.name}, and the repository has labelled pods for it.`;
    }),
});

const files = {
  'idwire.yaml': exampleConfiguration({ cluster: ' #~ cluster-workload-identity-off' }),
  ...exampleWire(),
};
const { defender } = healthyProperties.securityProfile;
const properties = { ...healthyProperties, securityProfile: { defender } };
const without = (cluster: { contents?: ClusterContents }) =>
  estate({ clusters: [{ name: 'prod', issuer: exampleIssuer, properties, ...cluster }] });

export const examples = defineExamples({
  bad: [
    {
      title: 'Switched off, and the cluster was not asked',
      severity: 'error',
      files,
      live: without({}),
    },
    {
      title: 'Switched off, and no webhook there',
      files,
      live: without({ contents: { issuer: exampleIssuer, webhooks: [] } }),
    },
  ],
  good: [
    healthyExample,
    {
      title: 'The webhook was installed by its chart',
      files: healthyExample.files,
      live: estate({ cluster: { properties } }),
    },
  ],
});
