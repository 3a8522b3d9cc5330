/** Rule: a secret class in an old version of its API. */
import { secretClassesOf } from '../../manifests/secret-classes.ts';
import { nameOf } from '../../model/world.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { secretClass } from '../secret-class-manifests.ts';

export const rule = defineRule({
  id: 'secret-class-api-version',
  title: 'A secret class uses an old API version',
  group: 'Key Vault and other controllers',
  why: 'v1alpha1 has been deprecated since 2022, and the API server warns at every use; once the driver stops serving it, the class can no longer be applied.',
  remedy: 'Write secrets-store.csi.x-k8s.io/v1; nothing else changes.',
  severity: 'warning',
  sources: ['kubernetes-sigs/secrets-store-csi-driver pull request 856'],
  *check(world) {
    for (const { object } of secretClassesOf(world)) {
      const at = object.root.get('apiVersion');
      if (!at || object.version !== 'v1alpha1') continue;
      yield {
        at,
        message: `The class ${nameOf(object)} uses ${at.text}, which is deprecated.`,
        fix: { safety: 'safe', repairs: [{ kind: 'set-text', at, text: `${object.group}/v1` }] },
      };
    }
  },
});

export const examples = defineExamples({
  bad: [
    { title: 'v1alpha1', files: { 'class.yaml': secretClass({ version: 'v1alpha1 #~ secret-class-api-version' }) } },
  ],
  good: [
    { title: 'v1', files: { 'class.yaml': secretClass() } },
    { title: 'Another provider', files: { 'class.yaml': secretClass({ version: 'v1alpha1', provider: 'vault' }) } },
  ],
});
