/** Joins pods to the bindings and identities of AAD Pod Identity, by its own rules of matching. */
import type { Field } from '../model/field.ts';
import type { PodTemplate, Workload } from '../model/kubernetes.ts';
import { type Comparison, compareTexts } from '../model/partial-text.ts';
import type { PodIdentity, PodIdentityBinding } from '../model/pod-identity.ts';
import { compareNamespaces, type World } from '../model/world.ts';
import { readPlaceholders } from './placeholders.ts';
import { podIdentityLabelIn, podIdentityOf } from './pod-identity.ts';

/** Pods that carry the label, on the template that they are made of. */
export interface LabelledPods {
  readonly workload: Workload;
  readonly template: PodTemplate;
  readonly label: Field;
}

export function podsWithLabel(world: World): readonly LabelledPods[] {
  return world.workloads.flatMap((workload) =>
    workload.templates.flatMap((template) => {
      const label = podIdentityLabelIn(template.metadata.labels);
      return label ? [{ workload, template, label }] : [];
    }),
  );
}

/** A binding whose selector equals, or may equal, the label of some pods. */
export interface BindingMatch {
  readonly binding: PodIdentityBinding;
  readonly selector: Comparison;
  readonly namespace: Comparison;
}

/** The match is equality of texts, byte for byte (aad-pod-identity pkg/mic/mic.go, pkg/crd/crd.go), never a label selector. */
export function bindingsFor(world: World, { workload, label }: LabelledPods): readonly BindingMatch[] {
  const wanted = readPlaceholders(label.text ?? '');
  return podIdentityOf(world).bindings.flatMap((binding) => {
    if (!binding.selector || !world.sees(workload.manifest, binding.object.manifest)) return [];
    const selector = compareTexts(wanted, binding.selector);
    if (selector === 'different') return [];
    return [{ binding, selector, namespace: compareNamespaces(workload, binding.object) }];
  });
}

/** The identities that a binding names, or may name: in every mode those of its own namespace alone. */
export function identitiesOf(world: World, binding: PodIdentityBinding): readonly PodIdentity[] {
  const { identity } = binding;
  if (!identity) return [];
  return podIdentityOf(world).identities.filter(
    ({ object }) =>
      world.sees(binding.object.manifest, object.manifest) &&
      compareTexts(identity, object.name) !== 'different' &&
      compareNamespaces(binding.object, object) !== 'different',
  );
}
