/** Rule: a binding names an identity that its namespace does not have. */
import { podIdentityOf } from '../../manifests/pod-identity.ts';
import { identitiesOf } from '../../manifests/pod-identity-pods.ts';
import { compareTexts, writtenText } from '../../model/partial-text.ts';
import type { PodIdentityBinding } from '../../model/pod-identity.ts';
import { compareNamespaces, nameOf, type World } from '../../model/world.ts';
import { binding, identity } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-binding-dangling',
  title: 'A binding names no identity of its namespace',
  group: 'Pod identity and migration',
  why: 'MIC and NMI look the AzureIdentity up in the namespace of the binding, in every mode. When it is not there, the binding is passed over with a log line, and its pods get no token.',
  remedy: 'Name an AzureIdentity of the same namespace, or put the identity there.',
  severity: 'error',
  absence: true,
  sources: ['Azure/aad-pod-identity pkg/mic/mic.go, pkg/crd/crd.go (identities by namespace and name)'],
  *check(world) {
    for (const binding of podIdentityOf(world).bindings) {
      // Without a name there is nothing to look up; an old spelling is another rule's.
      if (!binding.identity || !binding.identityField || identitiesOf(world, binding).length > 0) continue;
      const observation = observe(world, binding, writtenText(binding.identity));
      if (observation) yield observation;
    }
  },
});

function observe(world: World, binding: PodIdentityBinding, name: string): Observation | undefined {
  const { object, identityField, identity: wanted } = binding;
  const inSight = podIdentityOf(world).identities.filter((item) => world.sees(object.manifest, item.object.manifest));
  if (inSight.length === 0 || !identityField || !wanted) return undefined;
  const elsewhere = inSight.find((item) => compareTexts(wanted, item.object.name) === 'same');
  const neighbour = inSight.find((item) => compareNamespaces(object, item.object) === 'same');
  const shown = elsewhere ?? neighbour;
  return {
    at: identityField,
    message: elsewhere
      ? `The binding ${nameOf(object)} names the AzureIdentity "${name}", which is only ${nameOf(elsewhere.object)}: identities are looked up in the binding's own namespace.`
      : `The binding ${nameOf(object)} names the AzureIdentity "${name}", which is not among those of its namespace.`,
    // Nothing of that name or namespace here: the identities of that namespace can be declared in another repository.
    severity: shown && world.complete ? 'error' : 'warning',
    ...(shown && {
      related: [
        {
          at: shown.object.metadata.nameField ?? shown.object.root,
          note: elsewhere ? 'the identity of that name' : 'an identity of that namespace',
        },
      ],
    }),
  };
}

const names = (name: string) => `  azureIdentity: ${name}\n  selector: orders\n`;
const mark = ' #~ pod-identity-binding-dangling';

export const examples = defineExamples({
  bad: [
    {
      title: 'No identity of that name',
      files: { 'identity.yaml': `${identity()}---\n${binding(names(`order${mark}`))}` },
    },
    {
      title: 'The identity is in another namespace',
      files: { 'identity.yaml': `${identity()}---\n${binding(names(`orders${mark}`), { namespace: 'billing' })}` },
    },
    {
      title: 'A namespace whose identities are not here: a warning',
      files: { 'identity.yaml': `${identity()}---\n${binding(names(`invoices${mark}`), { namespace: 'billing' })}` },
    },
  ],
  good: [
    { title: 'Same namespace', files: { 'identity.yaml': `${identity()}---\n${binding()}` } },
    { title: 'No identity in the repository at all: the add-on makes them', files: { 'binding.yaml': binding() } },
    {
      title: 'Filled in later',
      files: { 'identity.yaml': `${identity()}---\n${binding(names('$' + '{IDENTITY_NAME}'))}` },
    },
  ],
});
