/** Rule: a label or annotation that must be text is a boolean or a number. */
import type { Field } from '../../model/field.ts';
import { identityKeys, type KubernetesObject, podIdentityLabel } from '../../model/kubernetes.ts';
import { nameOf } from '../../model/world.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { metadataEntries } from '../metadata-entries.ts';
import { cause, defineExamples, defineRule, type Observation } from '../rule.ts';

export const rule = defineRule({
  id: 'metadata-value-not-string',
  title: 'A label or annotation is not text',
  group: 'Workload identity',
  why: 'Labels and annotations must be strings. Unquoted true, yes, on or 3600 are a boolean or a number to Kubernetes, and the API server refuses the whole object ("cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string").',
  remedy: 'Put the value in quotes.',
  severity: 'error',
  sources: ['Kubernetes API conventions (ObjectMeta)', 'newrelic/nri-kubernetes issue 495'],
  *check(world) {
    const workloads = new Map(world.workloads.map((workload) => [workload.manifest, workload]));
    for (const object of world.objects) {
      for (const entry of metadataEntries(object, workloads.get(object.manifest))) {
        if (isOurs(entry.key) && isNotText(entry)) yield observe(object, entry);
      }
    }
  },
});

function isOurs(key: string): boolean {
  return key.startsWith(identityKeys.prefix) || key === podIdentityLabel;
}

function isNotText(entry: Field): boolean {
  return typeof entry.value === 'boolean' || typeof entry.value === 'number';
}

function observe(object: KubernetesObject, entry: Field): Observation {
  const kind = typeof entry.value === 'boolean' ? 'a boolean' : 'a number';
  return {
    at: entry,
    message: `${entry.key} of the ${object.kind} ${nameOf(object)} is ${entry.text}, which Kubernetes reads as ${kind}; the API server refuses the object.`,
    about: cause(entry.key === identityKeys.use ? 'pod label' : entry.key, object),
    fix: {
      safety: 'safe',
      // An unquoted yes or True was meant as the word that counts.
      repairs: [
        {
          kind: 'set-text',
          at: entry,
          text: typeof entry.value === 'boolean' ? String(entry.value) : (entry.text ?? ''),
        },
      ],
    },
  };
}

const deployment = (label: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata:
      labels:
        azure.workload.identity/use: ${label}
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`;

export const examples = defineExamples({
  bad: [
    {
      title: 'The label of pods that use an identity binding',
      files: {
        'pods.yaml':
          exampleAccount() +
          examplePods({
            labels: ['azure.workload.identity/use: true #~ metadata-value-not-string'],
            annotations: ['azure.workload.identity/use-identity-binding: "true"'],
          }),
      },
    },
    {
      title: 'A number beside pods that lack the label',
      files: {
        'all.yaml':
          exampleAccount() +
          examplePods({
            labels: [],
            annotations: [
              'azure.workload.identity/service-account-token-expiration: 7200 #~ metadata-value-not-string',
            ],
          }).replace('      labels:\n        app', '      labels: #~ pod-label-missing\n        app'),
      },
    },
    { title: 'A bare true', files: { 'deployment.yaml': deployment('true #~ metadata-value-not-string') } },
    { title: 'A YAML 1.1 boolean', files: { 'deployment.yaml': deployment('yes #~ metadata-value-not-string') } },
    {
      title: 'A bare number on the account',
      files: {
        'account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
    azure.workload.identity/service-account-token-expiration: 7200 #~ metadata-value-not-string
`,
      },
    },
  ],
  good: [
    { title: 'Keys of others', files: { 'deployment.yaml': deployment('"true"\n        version: 1') } },
    { title: 'In quotes', files: { 'deployment.yaml': deployment('"true"') } },
    {
      title: 'A tag makes it text',
      files: { 'deployment.yaml': deployment('!!str true') },
    },
    {
      title: 'A patch that kustomize merges, and quotes',
      files: {
        'kustomization.yaml': 'resources: [account.yaml]\npatches: [{path: patch.yaml}]\n',
        'account.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: orders}\n',
        'patch.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations: {azure.workload.identity/service-account-token-expiration: 3600}
`,
      },
    },
  ],
});
