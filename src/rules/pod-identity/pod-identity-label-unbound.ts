/** Rule: pods carry a pod identity label that no binding selects. */

import { readPlaceholders } from '../../manifests/placeholders.ts';
import { modeNear, podIdentityOf } from '../../manifests/pod-identity.ts';
import { bindingsFor, type LabelledPods, podsWithLabel } from '../../manifests/pod-identity-pods.ts';
import { podIdentityLabel } from '../../model/kubernetes.ts';
import { compareTexts, writtenText } from '../../model/partial-text.ts';
import { nameOf, type World } from '../../model/world.ts';
import { binding, identity, kept, nmi, pods } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-label-unbound',
  title: 'No binding selects the pods',
  group: 'Pod identity and migration',
  why: 'The label has to equal the selector of a binding, letter for letter. When none does, the pods get no identity, and their requests for tokens fail after some retries.',
  remedy: 'Write the selector of the binding that is meant, in the same letter case.',
  severity: 'warning',
  absence: true,
  sources: ['Azure/aad-pod-identity pkg/mic/mic.go, pkg/crd/crd.go (GetPodIDsWithBinding)'],
  *check(world) {
    for (const pods of podsWithLabel(world)) {
      const { workload, label } = pods;
      const inSight = podIdentityOf(world).bindings.filter(({ object }) =>
        world.sees(workload.manifest, object.manifest),
      );
      if (inSight.length === 0 || isBound(world, pods)) continue;
      const near = inSight.find(({ selector }) => selector && sameWord(writtenText(selector), label.text ?? ''));
      const elsewhere = bindingsFor(world, pods)[0]?.binding;
      yield {
        at: label,
        // What could not be read or rendered may hold the binding.
        severity: world.complete ? 'warning' : 'note',
        message: `No AzureIdentityBinding ${elsewhere ? 'of its namespace ' : ''}has the selector "${label.text}", which pods of the ${workload.kind} ${nameOf(workload)} carry as ${podIdentityLabel}${near ? `; the binding ${nameOf(near.object)} has it in another letter case` : ''}${elsewhere ? `; that of ${nameOf(elsewhere.object)} does not count in managed mode` : ''}.`,
        ...((near ?? elsewhere)?.selectorField && {
          related: [{ at: (near ?? elsewhere)?.selectorField ?? label, note: 'the selector that is nearest' }],
        }),
      };
    }
  },
});

/** Whether a binding fits, or may fit: of any namespace in standard mode, of the pods' own in managed mode. */
function isBound(world: World, pods: LabelledPods): boolean {
  const wanted = readPlaceholders(pods.label.text ?? '');
  if (podIdentityOf(world).otherSelectors.some((selector) => compareTexts(wanted, selector) !== 'different'))
    return true;
  const managed = modeNear(world, pods.workload) === 'managed';
  return bindingsFor(world, pods).some(({ namespace }) => !managed || namespace !== 'different');
}

function sameWord(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

const labelled = (value: string) =>
  pods({ label: `aadpodidbinding: ${value}${kept('pod-identity-label')}` }).replace(
    `${kept('pod-identity-label')}`,
    ` #~ pod-identity-label pod-identity-label-unbound`,
  );
const wired = `---\n${identity()}---\n${binding()}`;

export const examples = defineExamples({
  bad: [
    { title: 'Another word', files: { 'orders.yaml': `${labelled('order')}${wired}` } },
    { title: 'Another letter case', files: { 'orders.yaml': `${labelled('Orders')}${wired}` } },
    {
      title: 'A binding of another namespace, in managed mode',
      files: {
        'orders.yaml': `${labelled('orders')}---\n${identity(undefined, { namespace: 'billing' })}---\n${binding(undefined, { namespace: 'billing' })}`,
        'nmi.yaml': nmi(['--operation-mode=managed']),
      },
    },
  ],
  good: [
    { title: 'The same word', files: { 'orders.yaml': `${pods()}${wired}` } },
    { title: 'No binding in the repository: the add-on makes them', files: { 'orders.yaml': pods() } },
    {
      title: 'Filled in later',
      files: {
        'orders.yaml': `${pods({ label: `aadpodidbinding: \${SELECTOR}${kept('pod-identity-label')}` })}${wired}`,
      },
    },
  ],
});
