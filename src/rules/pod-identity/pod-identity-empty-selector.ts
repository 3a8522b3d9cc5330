/** Rule: a binding without a selector. */
import { modeNear, podIdentityOf } from '../../manifests/pod-identity.ts';
import { nameOf } from '../../model/world.ts';
import { legacyFields } from '../pod-identity-fields.ts';
import { binding, identity, nmi } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-empty-selector',
  title: 'A binding has no selector',
  group: 'Pod identity and migration',
  why: 'In managed mode NMI compares the selector with the label of a pod, and a pod without the label has the empty one: such a binding hands the identity to every unlabelled pod of its namespace. In standard mode it matches nothing.',
  remedy: 'Give the binding a selector, or delete it.',
  severity: 'warning',
  sources: ['Azure/aad-pod-identity pkg/crd/crd.go (GetPodIDsWithBinding), pkg/mic/mic.go'],
  *check(world) {
    for (const { object, selectorField } of podIdentityOf(world).bindings) {
      if (selectorField?.text || legacyFields(object).some(({ wanted }) => wanted === 'selector')) continue;
      const mode = modeNear(world, object);
      const consequence = {
        managed: 'every unlabelled pod of its namespace may use the identity',
        standard: 'it matches no pod',
        namespaced: 'it matches no pod',
        unknown: 'it matches no pod in standard mode, and every unlabelled pod of its namespace in managed mode',
      }[mode];
      yield {
        at: selectorField?.keyPlace ?? object.metadata.nameField ?? object.root,
        message: `The selector of the binding ${nameOf(object)} is empty: ${consequence}.`,
        severity: mode === 'managed' ? 'error' : 'warning',
      };
    }
  },
});

const mark = ' #~ pod-identity-empty-selector';

export const examples = defineExamples({
  bad: [
    {
      title: 'Empty',
      files: { 'identity.yaml': `${identity()}---\n${binding(`  azureIdentity: orders\n  selector: ""${mark}\n`)}` },
    },
    {
      title: 'Absent, in managed mode: an error',
      files: {
        'identity.yaml': `${identity()}---\n${binding('  azureIdentity: orders\n', { name: `bound${mark}` })}`,
        'nmi.yaml': nmi(['--operation-mode=managed']),
      },
    },
  ],
  good: [
    { title: 'With a selector', files: { 'identity.yaml': `${identity()}---\n${binding()}` } },
    {
      title: 'Filled in later',
      files: {
        'identity.yaml': `${identity()}---\n${binding('  azureIdentity: orders\n  selector: $' + '{SELECTOR}\n')}`,
      },
    },
  ],
});
