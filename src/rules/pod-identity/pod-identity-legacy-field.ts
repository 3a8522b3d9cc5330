/** Rule: a field of pod identity in the spelling of before version 1.6. */
import { podIdentityOf } from '../../manifests/pod-identity.ts';
import { nameOf } from '../../model/world.ts';
import { legacyFields } from '../pod-identity-fields.ts';
import { binding, clientId, exception, identity, resourceId } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-legacy-field',
  title: 'A field is spelt as before pod identity 1.6',
  group: 'Pod identity and migration',
  why: 'Since 1.6.0 field names are case-sensitive, and since 1.8.0 the API server drops unknown ones without a word. MIC converted what was in clusters once, so that the cluster looks fine until the file is applied again: then the field is gone.',
  remedy: 'Write the field as the resource definition spells it.',
  severity: 'error',
  sources: ['Azure/aad-pod-identity changelog, v1.6.0 and v1.8.0'],
  *check(world) {
    const { identities, bindings, exceptions } = podIdentityOf(world);
    for (const { object } of [...identities, ...bindings, ...exceptions]) {
      for (const { field, wanted, repeated } of legacyFields(object)) {
        yield {
          at: field.keyPlace,
          message: repeated
            ? `The ${object.kind} ${nameOf(object)} has "${field.key}" beside "${wanted}"; only the latter is read.`
            : `The ${object.kind} ${nameOf(object)} has "${field.key}" where the field is called "${wanted}"; the API server drops it.`,
          severity: repeated ? 'warning' : 'error',
          ...(repeated ? {} : { fix: { safety: 'safe', repairs: [{ kind: 'rename-key', at: field, key: wanted }] } }),
        };
      }
    }
  },
});

const mark = ' #~ pod-identity-legacy-field';

export const examples = defineExamples({
  bad: [
    {
      title: 'All of the old spelling',
      severity: 'error',
      files: {
        'identity.yaml': `${identity(`  type: 0\n  ResourceID: ${resourceId}${mark}\n  ClientID: ${clientId}${mark}\n`)}---\n${binding(`  AzureIdentity: orders${mark}\n  Selector: orders${mark}\n`)}---\n${exception(`  PodLabels: {batch-id: nightly}${mark}\n`)}`,
      },
    },
    {
      title: 'Both spellings',
      severity: 'warning',
      files: {
        'identity.yaml': identity(
          `  type: 0\n  resourceID: ${resourceId}\n  clientID: ${clientId}\n  ClientID: ${clientId}${mark}\n`,
        ),
      },
    },
  ],
  good: [
    {
      title: 'The present spelling',
      files: {
        'identity.yaml': `${identity()}---\n${binding()}---\n${exception('  podLabels: {batch-id: nightly}\n')}`,
      },
    },
  ],
});
