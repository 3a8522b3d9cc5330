/** Rule: more identities or exceptions than the pod identity add-on takes. */
import { modeNear, podIdentityOf } from '../../manifests/pod-identity.ts';
import type { KubernetesObject } from '../../model/kubernetes.ts';
import { nameOf, type World } from '../../model/world.ts';
import { kept } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';

/** Of identities, and of exceptions, in one cluster. */
const limit = 200;

export const rule = defineRule({
  id: 'pod-identity-limit',
  title: 'More than the pod identity add-on takes',
  group: 'Pod identity and migration',
  why: 'The add-on takes 200 identities and 200 exceptions in one cluster; what goes beyond is refused.',
  remedy: 'Move workloads to workload identity, which has no such limit in the cluster.',
  severity: 'error',
  sources: ['azure-aks-docs use-azure-ad-pod-identity.md (limitations)'],
  *check(world) {
    const { identities, exceptions, addOnIdentities, addOnExceptions } = podIdentityOf(world);
    yield* overLimit(
      world,
      'AzureIdentity objects',
      identities.map(({ object }) => object),
    );
    yield* overLimit(
      world,
      'AzurePodIdentityException objects',
      exceptions.map(({ object }) => object),
    );
    for (const list of [...addOnIdentities, ...addOnExceptions]) {
      const first = list[limit];
      if (first)
        yield {
          at: first.get('name') ?? first,
          message: `This is number ${limit + 1} of ${list.length} in the add-on's profile; ${limit} is the most.`,
        };
    }
  },
});

/** Objects that the first of them sees can be in one cluster with it. The project itself, in standard mode, has no limit. */
function* overLimit(world: World, what: string, objects: readonly KubernetesObject[]): Iterable<Observation> {
  const [anchor] = objects;
  if (!anchor || objects.length <= limit) return;
  const together = objects.filter((object) => world.sees(anchor.manifest, object.manifest));
  const mode = modeNear(world, anchor);
  const first = together[limit];
  if (!first || mode === 'standard' || mode === 'namespaced') return;
  yield {
    at: first.metadata.nameField ?? first.root,
    message: `${nameOf(first)} is number ${limit + 1} of ${together.length} ${what}; the add-on takes ${limit}.`,
    severity: mode === 'managed' ? 'error' : 'warning',
  };
}

const list = (count: number, mark = '') =>
  Array.from({ length: count }, (_, index) => {
    const end = index === limit ? mark : '';
    return `      - {name: batch-${index}, namespace: shop, podLabels: {batch-id: "${index}"}}${end}\n`;
  }).join('');
const cluster = (items: string) => `apiVersion: containerservice.azure.com/v1api20231001
kind: ManagedCluster
metadata: {name: shop, namespace: infrastructure}
spec:
  podIdentityProfile:
    enabled: true # idwire-ignore: pod-identity-components it moves in spring
    userAssignedIdentityExceptions:
${items}`;
const objects = (count: number, mark = '') =>
  `apiVersion: v1
kind: List
items:
${Array.from({ length: count }, (_, index) => {
  const end = index === limit ? mark : kept('pod-identity-resource');
  return `  - {apiVersion: aadpodidentity.k8s.io/v1, kind: AzurePodIdentityException, metadata: {name: batch-${index}, namespace: shop}, spec: {podLabels: {batch-id: "${index}"}}}${end}\n`;
}).join('')}`;

export const examples = defineExamples({
  bad: [
    {
      title: 'In the profile of a cluster',
      files: { 'cluster.yaml': cluster(list(limit + 1, ' #~ pod-identity-limit')) },
    },
    {
      title: 'As objects: a warning while the mode is not known',
      files: { 'exceptions.yaml': objects(limit + 1, ' #~ pod-identity-limit pod-identity-resource') },
    },
  ],
  good: [{ title: 'As many as it takes', files: { 'cluster.yaml': cluster(list(limit)) } }],
});
