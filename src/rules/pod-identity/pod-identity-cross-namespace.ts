/** Rule: pods may use the identity of another namespace. */
import { modeNear } from '../../manifests/pod-identity.ts';
import { type BindingMatch, bindingsFor, identitiesOf, podsWithLabel } from '../../manifests/pod-identity-pods.ts';
import { writtenText } from '../../model/partial-text.ts';
import { nameOf } from '../../model/world.ts';
import { binding, identity, mic, nmi, pods } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-cross-namespace',
  title: 'Pods use an identity of another namespace',
  group: 'Pod identity and migration',
  why: 'In standard mode a binding matches pods of every namespace: whoever may create pods anywhere in the cluster can take the identity by writing its selector as a label. Workload identity has no such thing, so that a move needs a decision about whose identity it is.',
  remedy:
    'Give the pods an identity of their own namespace, or annotate the AzureIdentity with `aadpodidentity.k8s.io/Behavior: namespaced`, and set forceNamespaced for all.',
  severity: 'warning',
  sources: [
    'Azure/aad-pod-identity pkg/mic/mic.go (createDesiredAssignedIdentityList), documentation: match pods in namespace',
  ],
  *check(world) {
    for (const pods of podsWithLabel(world)) {
      const mode = modeNear(world, pods.workload);
      if (mode === 'managed' || mode === 'namespaced') continue;
      const matches = bindingsFor(world, pods);
      const foreign = matches.find(
        (match) => match.selector === 'same' && match.namespace === 'different' && !isDropped(match),
      );
      // Without a sign of standard mode a binding beside the pods is the one that is meant.
      const own = matches.some(({ namespace }) => namespace !== 'different');
      if (!foreign || (mode === 'unknown' && own)) continue;
      const { object, selectorField } = foreign.binding;
      yield {
        at: pods.label,
        message: `Pods of the ${pods.workload.kind} ${nameOf(pods.workload)} match the binding ${nameOf(object)}, and so use an identity of namespace "${writtenText(object.namespace)}".`,
        confidence: mode === 'standard' ? 'high' : 'medium',
        related: [{ at: selectorField ?? object.root, note: 'the binding' }],
      };
    }

    function isDropped({ binding: candidate }: BindingMatch): boolean {
      const identities = identitiesOf(world, candidate);
      return identities.length > 0 && identities.every(({ namespaced }) => namespaced);
    }
  },
});

const elsewhere = { namespace: 'billing' };
const foreign = (annotations = '') =>
  `---\n${identity(undefined, { ...elsewhere, annotations })}---\n${binding(undefined, elsewhere)}`;
const marked = pods({ label: 'aadpodidbinding: orders #~ pod-identity-label pod-identity-cross-namespace' });

export const examples = defineExamples({
  bad: [
    {
      title: 'In standard mode',
      files: { 'orders.yaml': `${marked}${foreign()}`, 'mic.yaml': mic(), 'nmi.yaml': nmi() },
    },
    { title: 'Nothing tells the mode', files: { 'orders.yaml': `${marked}${foreign()}` } },
  ],
  good: [
    {
      title: 'Within one namespace',
      files: { 'orders.yaml': `${pods()}---\n${identity()}---\n${binding()}`, 'mic.yaml': mic() },
    },
    {
      title: 'The identity keeps to its namespace',
      files: {
        'orders.yaml': `${pods()}${foreign('  annotations: {aadpodidentity.k8s.io/Behavior: namespaced}\n')}---\n${identity()}---\n${binding()}`,
        'mic.yaml': mic(),
      },
    },
    {
      title: 'All identities keep to their namespaces',
      files: {
        'orders.yaml': `${pods()}${foreign()}---\n${identity()}---\n${binding()}`,
        'mic.yaml': mic(['--forceNamespaced=true']),
      },
    },
  ],
});
