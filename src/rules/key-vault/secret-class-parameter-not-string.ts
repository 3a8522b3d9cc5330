/** Rule: a parameter of a secret class is not text. */
import { secretClassesOf } from '../../manifests/secret-classes.ts';
import type { Field } from '../../model/field.ts';
import { nameOf } from '../../model/world.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { secretClass } from '../secret-class-manifests.ts';

export const rule = defineRule({
  id: 'secret-class-parameter-not-string',
  title: 'A parameter of a secret class is not text',
  group: 'Key Vault and other controllers',
  why: 'All parameters of a class are strings. The API server refuses a class with an unquoted true or number, or with a map where text is wanted ("must be of type string").',
  remedy: 'Put the value in quotes; write `objects` as a block of text (`objects: |`).',
  severity: 'error',
  sources: ['kubernetes-sigs/secrets-store-csi-driver, definition of SecretProviderClass (parameters: map of strings)'],
  *check(world) {
    for (const { object, parameters } of secretClassesOf(world)) {
      for (const parameter of parameters) {
        const found = typeName(parameter);
        if (!found) continue;
        yield {
          at: parameter,
          message: `The parameter ${parameter.key} of the class ${nameOf(object)} is ${found}; the API server takes text alone.`,
          ...(parameter.text !== undefined && {
            fix: {
              safety: 'safe',
              repairs: [
                {
                  kind: 'set-text',
                  at: parameter,
                  text: typeof parameter.value === 'boolean' ? String(parameter.value) : parameter.text,
                },
              ],
            },
          }),
        };
      }
    }
  },
});

function typeName({ node, value }: Field): string | undefined {
  if (node.type === 'map') return 'a map';
  if (node.type === 'sequence') return 'a list';
  if (typeof value === 'boolean') return 'a boolean';
  return typeof value === 'number' ? 'a number' : undefined;
}

const mark = ' #~ secret-class-parameter-not-string';
const id = '1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11';

export const examples = defineExamples({
  bad: [
    {
      title: 'A bare false',
      files: { 'class.yaml': secretClass({ access: `    usePodIdentity: false${mark}\n    clientID: ${id}\n` }) },
    },
    {
      title: 'A list where text is wanted',
      files: {
        'class.yaml': secretClass({
          list: `    objects:${mark}\n      array:\n        - {objectName: orders-password, objectType: secret}\n`,
        }),
      },
    },
  ],
  good: [
    {
      title: 'In quotes',
      files: { 'class.yaml': secretClass({ access: `    usePodIdentity: "false"\n    clientID: "${id}"\n` }) },
    },
    {
      title: 'Without a value',
      files: { 'class.yaml': secretClass({ access: `    cloudName:\n    clientID: ${id}\n` }) },
    },
  ],
});
