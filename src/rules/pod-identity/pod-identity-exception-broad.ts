/** Rule: an exception of pod identity opens the instance metadata service to more pods than one names. */
import { hasPlaceholder } from '../../manifests/placeholders.ts';
import { podIdentityLabelIn, podIdentityOf } from '../../manifests/pod-identity.ts';
import type { Field } from '../../model/field.ts';
import { isClusterNamespace } from '../../model/kubernetes.ts';
import { literalOf } from '../../model/partial-text.ts';
import type { PodIdentityException } from '../../model/pod-identity.ts';
import {
  accountsFor,
  compareNamespaces,
  isLabelled,
  nameOf,
  type WorkloadTemplate,
  type World,
} from '../../model/world.ts';
import { binding, exception, identity, pods } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-exception-broad',
  title: 'A pod identity exception is broad',
  group: 'Pod identity and migration',
  why: 'Pods of an exception reach the instance metadata service of the node, and get a token of any identity of that node, its system-assigned one included. One of the labels is enough, and letter case does not count.',
  remedy:
    'Give the exception one label that only the pods in question carry, or delete it: workload identity needs none.',
  severity: 'warning',
  sources: ['Azure/aad-pod-identity pkg/pod/pod.go (IsPodExcepted), pkg/nmi/server/server.go'],
  *check(world) {
    for (const item of podIdentityOf(world).exceptions) {
      if (isShipped(item)) continue;
      const observation = matching(world, item) ?? general(item);
      if (observation) yield observation;
    }
  },
});

/** Those that the project, its chart and the add-on install for themselves. */
function isShipped({ object }: PodIdentityException): boolean {
  const name = literalOf(object.name) ?? '';
  return (
    /^(?:mic|nmi|aks-addon|aad-pod-identity-mic)-exception$/.test(name) ||
    isClusterNamespace(literalOf(object.namespace))
  );
}

/** Pods in sight that the exception matches although they have an identity of their own. */
function matching(world: World, { object, podLabels }: PodIdentityException): Observation | undefined {
  const candidates = world.workloads
    .filter(
      (workload) => world.sees(object.manifest, workload.manifest) && compareNamespaces(object, workload) === 'same',
    )
    .flatMap((workload) => workload.templates.map((template) => ({ workload, template })));
  for (const pair of podLabels) {
    if (!pair.text || hasPlaceholder(pair.text)) continue;
    const pod = candidates.find((candidate) => carries(candidate, pair) && hasIdentity(world, candidate));
    if (!pod) continue;
    return {
      at: pair,
      message: `The exception ${nameOf(object)} matches pods of the ${pod.workload.kind} ${nameOf(pod.workload)} by ${pair.key}: ${pair.text}; they have an identity of their own, and get those of the node as well.`,
      related: [{ at: pod.template.anchor.keyPlace, note: 'the labels of these pods' }],
    };
  }
  return undefined;
}

function carries({ template }: WorkloadTemplate, pair: Field): boolean {
  return template.metadata.labels.some(
    (label) => label.key === pair.key && label.text?.toLowerCase() === pair.text?.toLowerCase(),
  );
}

function hasIdentity(world: World, { workload, template }: WorkloadTemplate): boolean {
  return (
    podIdentityLabelIn(template.metadata.labels) !== undefined ||
    isLabelled(template) ||
    accountsFor(world, workload, template).some(({ account, certain }) => certain && account.clientId?.text)
  );
}

/** Keys that say what a pod is part of, not which it is; and words that fit any pod under a key that could be exact. */
const generalKey =
  /^(?:tier|team|owner|env|environment|stage|role|component|project|release|heritage|chart|helm\.sh\/chart|app\.kubernetes\.io\/(?:part-of|managed-by|component))$/i;
const generalWord =
  /^(?:app|application|web|website|api|backend|back-end|frontend|front-end|service|server|worker|default|true|enabled)$/i;

function general({ object, podLabels }: PodIdentityException): Observation | undefined {
  const pair = podLabels.find((label) => generalKey.test(label.key) || generalWord.test(label.text ?? ''));
  if (pair) {
    return {
      at: pair,
      message: `The exception ${nameOf(object)} matches every pod of its namespace with ${pair.key}: ${pair.text ?? ''}, a label that pods of many kinds carry.`,
    };
  }
  const second = podLabels[1];
  return (
    second && {
      at: second.keyPlace,
      message: `The exception ${nameOf(object)} has ${podLabels.length} labels, and any one of them is enough to match a pod.`,
    }
  );
}

const mark = ' #~ pod-identity-exception-broad';
const wired = `---\n${identity()}---\n${binding()}`;

export const examples = defineExamples({
  bad: [
    {
      title: 'It matches pods with an identity, in another letter case',
      files: { 'orders.yaml': `${pods()}${wired}---\n${exception(`  podLabels:\n    app: Orders${mark}\n`)}` },
    },
    {
      title: 'A label of many pods',
      files: { 'exception.yaml': exception(`  podLabels:\n    tier: backend${mark}\n`) },
    },
    {
      title: 'Two labels, of which one is enough',
      files: { 'exception.yaml': exception(`  podLabels:\n    app: report\n    batch-id: nightly${mark}\n`) },
    },
  ],
  good: [
    { title: 'One exact label', files: { 'exception.yaml': exception('  podLabels:\n    batch-id: nightly\n') } },
    {
      title: 'The one that MIC needs',
      files: {
        'exception.yaml': exception('  podLabels: {app: mic, component: mic}\n', {
          name: 'mic-exception',
          namespace: 'default',
        }),
      },
    },
    {
      title: 'The pods are in another namespace',
      files: {
        'orders.yaml': `${pods()}${wired}---\n${exception('  podLabels: {app: orders}\n', { namespace: 'billing' })}`,
      },
    },
  ],
});
