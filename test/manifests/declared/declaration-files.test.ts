/** Files are told apart by their names. */
import { expect, test } from 'vitest';
import { declarationFileKind } from '../../../src/manifests/declared/declaration-files.ts';

test.each([
  ['infra/main.tf', 'terraform'],
  ['infra/main.tf.json', 'terraform'],
  ['infra/prod.auto.tfvars', 'terraform'],
  ['main.bicep', 'bicep'],
  ['azuredeploy.json', 'arm'],
  ['deploy.ps1', 'script'],
  ['.github/workflows/a.yaml', 'script'],
  ['Makefile', 'script'],
  ['README.md', 'document'],
  ['main.go', undefined],
  ['state.tfstate', undefined],
])('%s is %s', (path, kind) => {
  expect(declarationFileKind(path)).toBe(kind);
});
