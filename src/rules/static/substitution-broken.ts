/** Rule: a substitution in the metadata of an object is closed in the wrong place, and drops what was meant as a default. */
import { brokenSubstitution } from '../../manifests/envsubst/envsubst.ts';
import type { Field } from '../../model/field.ts';
import type { ObjectMetadata } from '../../model/kubernetes.ts';
import { nameOf } from '../../model/world.ts';
import { exampleAccount } from '../example-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'substitution-broken',
  title: 'A substitution drops its default',
  group: 'Workload identity',
  why: 'Behind a colon alone, Flux and the shells expect a position in the value. Flux ignores one that is no number: what was meant as a default is gone, and what stands behind the brace is added to the value.',
  remedy: 'Write the default behind ":-" or ":=", with the closing brace after the whole of it.',
  severity: 'note',
  sources: ['fluxcd/pkg envsubst/funcs.go (substring)', 'hmcts/cnp-flux-config commit 0826234'],
  *check(world) {
    for (const object of world.objects) {
      for (const field of textsOf(object.metadata)) {
        const broken = brokenSubstitution(field.text ?? '');
        if (broken?.effect !== 'ignored') continue;
        const written = field.text?.slice(broken.start, broken.end);
        yield {
          at: field,
          message: `The substitution "${written}" in the metadata of the ${object.kind} ${nameOf(object)} does not say what was meant: ${broken.why}.`,
        };
      }
    }
  },
});

function textsOf({ nameField, namespaceField, labels, annotations }: ObjectMetadata): readonly Field[] {
  return [nameField, namespaceField, ...labels, ...annotations].filter((field) => field !== undefined);
}

const mark = ' #~ substitution-broken';
const variable = (expression: string) => `$\{${expression}}`;
const account = (clientId: string) => exampleAccount().replace(/client-id: .*/, `client-id: ${clientId}`);

export const examples = defineExamples({
  bad: [
    {
      title: 'The brace one letter early',
      files: { 'account.yaml': account(`"${variable('CLIENT_ID:non')}e"${mark}`) },
    },
    {
      title: 'The sign behind the colon is missing',
      files: { 'account.yaml': account(`"${variable('CLIENT_ID:none')}"${mark}`) },
    },
    {
      title: 'In a name',
      files: { 'account.yaml': exampleAccount().replace('name: orders', `name: "${variable('NAME:orders')}"${mark}`) },
    },
  ],
  good: [
    { title: 'A default', files: { 'account.yaml': account(variable('CLIENT_ID:-none')) } },
    { title: 'A part of the value', files: { 'account.yaml': account(variable('CLIENT_ID:0:36')) } },
    { title: 'What other tools fill in', files: { 'account.yaml': account(variable('var.client_id')) } },
  ],
});
