/** Rule: pods that ask retired pod identity for a token. */
import { chartValues, entriesNamed } from '../../manifests/chart-values.ts';
import { podsWithLabel } from '../../manifests/pod-identity-pods.ts';
import { entryOf, podIdentityLabel } from '../../model/kubernetes.ts';
import { nameOf } from '../../model/world.ts';
import { binding, identity, kept, pods } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-label',
  title: 'Pods use retired pod identity',
  group: 'Pod identity and migration',
  why: 'The label asks NMI for tokens. AAD Pod Identity is retired: on a cluster without it these pods get no token, or that of the node.',
  remedy:
    'Give the pods a ServiceAccount with the annotation azure.workload.identity/client-id and the label `azure.workload.identity/use: "true"`, create the federated credential, and drop this label once the pods are verified.',
  severity: 'warning',
  sources: ['Azure/aad-pod-identity README', 'azure-aks-docs workload-identity-migrate-from-pod-identity.md'],
  *check(world) {
    for (const { workload, template, label } of podsWithLabel(world)) {
      const own =
        template.metadata.field === workload.metadata.field
          ? undefined
          : entryOf(workload.metadata.labels, podIdentityLabel);
      yield {
        at: label.keyPlace,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} are labelled ${podIdentityLabel}: ${label.text}, which asks retired pod identity for a token.`,
        ...(own && { related: [{ at: own.keyPlace, note: 'the same label, where nothing reads it' }] }),
      };
    }
    for (const object of world.objects) {
      for (const values of chartValues(object)) {
        for (const label of entriesNamed(values, podIdentityLabel)) {
          if (!label.text) continue;
          yield {
            at: label.keyPlace,
            message: `The values of the ${object.kind} ${nameOf(object)} set ${podIdentityLabel}: ${label.text}, which asks retired pod identity for a token.`,
          };
        }
      }
    }
  },
});

export const examples = defineExamples({
  bad: [
    {
      title: 'On the pods of a Deployment',
      files: {
        'orders.yaml': `${pods({ label: 'aadpodidbinding: orders #~ pod-identity-label' })}---\n${identity()}---\n${binding()}`,
      },
    },
    {
      title: 'In the values of a HelmRelease',
      files: {
        'release.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: external-dns, namespace: dns}
spec:
  values:
    podLabels:
      aadpodidbinding: external-dns #~ pod-identity-label
`,
      },
    },
    {
      title: 'On a template that is filled in later',
      files: {
        'vault.yml.tpl': `apiVersion: apps/v1
kind: Deployment
metadata: {name: vault}
spec:
  selector: {matchLabels: {app: vault}}
  template:
    metadata:
      labels:
        app: vault
        aadpodidbinding: \${POD_IDENTITY} #~ pod-identity-label
    spec:
      containers:
        - name: vault
          image: "registry.example/vault:1"
          securityContext: {capabilities: {drop: [NET_RAW]}}
`,
      },
    },
  ],
  good: [
    { title: 'Pods without it', files: { 'orders.yaml': pods({ label: '' }) } },
    {
      title: 'Empty: nothing is asked for',
      files: { 'orders.yaml': pods({ label: 'aadpodidbinding: ""' }) },
    },
    {
      title: 'Kept for a stated reason',
      files: {
        'orders.yaml': `${pods({ label: `aadpodidbinding: orders${kept('pod-identity-label')}` })}---\n${identity()}---\n${binding()}`,
      },
    },
  ],
});
