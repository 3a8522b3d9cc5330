/** The `objects` text of a secret class: faults are found on their own lines, however the text is written. */
import { describe, expect, it } from 'vitest';
import { check } from '../../src/app/check.ts';
import { memoryFiles } from './memory-files.ts';

const head = `apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: {name: vault, namespace: shop}
spec:
  provider: azure
  parameters:
    clientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;

/** `line:column-endColumn text` of each finding about the objects. */
async function spots(text: string): Promise<readonly string[]> {
  const log = { progress() {}, notice() {}, debug() {} };
  const clock = { monotonic: () => 0, sleep: async () => {} };
  const files = memoryFiles({ 'class.yaml': text });
  const { report } = await check({ paths: ['.'], exhaustive: false, failOn: 'never' }, { files, log, clock });
  const lines = text.split(/\r?\n/);
  return report.findings
    .filter(({ rule }) => rule === 'secret-class-objects-invalid')
    .map(({ line, column, endColumn }) => `${line}: ${(lines[line - 1] ?? '').slice(column - 1, endColumn - 1)}`);
}

const block = `${head}    objects: |  # what to fetch

      array:
        - |
          objectName: first
          objectType: secret
        # a remark
        - |-

          objectName: second
          objectType: Cert
        - |
          objectName: ../third
          objectType: key
`;

describe('places in the objects of a class', () => {
  it('are lines of the block', async () => {
    expect(await spots(block)).toEqual(['18: objectType: Cert', '20: objectName: ../third']);
  });

  it('are the same with CR LF', async () => {
    expect(await spots(block.replaceAll('\n', '\r\n'))).toEqual(['18: objectType: Cert', '20: objectName: ../third']);
  });

  it('are the whole text when that has no lines of its own', async () => {
    const quoted = JSON.stringify('array:\n  - |\n    objectName: first\n    objectType: Cert\n');
    expect(await spots(`${head}    objects: ${quoted}\n`)).toEqual([`8: ${quoted}`]);
  });

  it('are the entry when only that is in quotes', async () => {
    const entry = JSON.stringify('objectName: first\nobjectType: Cert\n');
    const text = `${head}    objects: |\n      array:\n        - ${entry}\n`;
    expect(await spots(text)).toEqual([`10: - ${entry}`]);
  });

  it('are the line at which the text stops being YAML', async () => {
    const text = `${head}    objects: |\n      array:\n        - |\n          objectName: first\n          objectType: [secret\n`;
    expect(await spots(text)).toEqual(['12: objectType: [secret']);
  });

  it('of an entry that a script fills in are left alone', async () => {
    const text = `${head}    objects: |\n      array:\n        - |\n          {{ range .Objects }}\n        - |\n          objectName: {{ .Name }}\n          objectType: secret\n`;
    expect(await spots(text)).toEqual([]);
  });
});
