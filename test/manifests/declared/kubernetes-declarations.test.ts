/** Azure Service Operator and Crossplane objects are credentials whatever the version of their group. */
import { describe, expect, test } from 'vitest';
import { declaresCredential, kubernetesCredentials } from '../../../src/manifests/declared/kubernetes-declarations.ts';
import { parseDocument } from '../../../src/manifests/yaml/parse-document.ts';
import type { Manifest, MapNode } from '../../../src/model/manifest.ts';
import { lineOf, summary } from './show-credential.ts';

function manifest(text: string): Manifest {
  const source = { path: 'a.yaml', text };
  const root = parseDocument(source, 0, text.length).root as MapNode;
  const read = (key: string) => root.entries.find((entry) => entry.key.text === key)?.value;
  const text1 = (key: string) => {
    const node = read(key);
    return node?.type === 'scalar' ? node.text : '';
  };
  return { source, root, apiVersion: text1('apiVersion'), kind: text1('kind'), start: 0, end: text.length };
}

function read(text: string) {
  return kubernetesCredentials(manifest(text));
}

describe('Azure Service Operator', () => {
  const object = (version: string, spec: string) => `apiVersion: managedidentity.azure.com/${version}
kind: FederatedIdentityCredential
metadata:
  name: orders
spec:
${spec}`;

  test.each(['v1beta20220131preview', 'v1api20230131', 'v2'])('of version %s', (version) => {
    const [credential, ...others] = read(
      object(
        version,
        '  azureName: orders-fic\n  owner: {name: id-orders}\n  audiences: [x]\n  issuer: https://a/\n  subject: s',
      ),
    );
    expect(others).toEqual([]);
    expect(credential && summary(credential)).toEqual({
      identity: 'id-orders',
      name: 'orders-fic',
      issuer: 'https://a/',
      subject: 's',
      audiences: 'x',
    });
    expect(credential && lineOf(credential.at)).toBe('metadata.name');
    expect(credential?.audiences[0] && lineOf(credential.audiences[0].at)).toBe('spec.audiences.0');
  });

  test('an owner by ARM id, an issuer from a ConfigMap, the name from the object', () => {
    const id =
      '/subscriptions/1/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders';
    const [credential] = read(
      object('v1api20230131', `  owner: {armId: ${id}}\n  issuerFromConfig: {name: aks, key: issuer}`),
    );
    expect(credential && summary(credential)).toEqual({
      identity: id,
      identityName: 'id-orders',
      name: 'orders',
      issuer: '«configMap.aks.issuer»',
    });
  });

  test('other kinds and groups are none', () => {
    expect(
      read(object('v1api20230131', '  subject: s').replace('FederatedIdentityCredential', 'UserAssignedIdentity')),
    ).toEqual([]);
    expect(read(object('v1', '  subject: s').replace('azure.com', 'example.com'))).toEqual([]);
  });
});

describe('Crossplane', () => {
  test.each(['managedidentity.azure.upbound.io', 'managedidentity.azure.m.upbound.io'])('of group %s', (group) => {
    const [credential] = read(`apiVersion: ${group}/v1beta1
kind: FederatedIdentityCredential
metadata:
  name: orders
  annotations: {crossplane.io/external-name: orders-fic}
spec:
  forProvider: {parentIdRef: {name: id-orders}, audience: [x], issuer: https://a/, subject: s}`);
    expect(credential && summary(credential)).toEqual({
      identity: 'id-orders',
      name: 'orders-fic',
      issuer: 'https://a/',
      subject: 's',
      audiences: 'x',
    });
  });

  test('of an application', () => {
    const [credential] = read(`apiVersion: applications.azuread.upbound.io/v1beta2
kind: FederatedIdentityCredential
metadata: {name: github}
spec: {forProvider: {applicationId: /applications/1, displayName: github-main, audiences: [x], subject: 'repo:a/b:pull_request'}}`);
    expect(credential && summary(credential)).toEqual({
      identity: '/applications/1',
      name: 'github-main',
      subject: 'repo:a/b:pull_request',
      audiences: 'x',
    });
  });

  test('a Composition gives its bases with patched fields unknown', () => {
    const text = `apiVersion: apiextensions.crossplane.io/v1
kind: Composition
metadata: {name: wi}
spec:
  pipeline:
    - input:
        resources:
          - name: fic
            base:
              apiVersion: managedidentity.azure.upbound.io/v1beta1
              kind: FederatedIdentityCredential
              spec: {forProvider: {audience: [x], issuer: https://a/}}
            patches:
              - fromFieldPath: spec.subject
                toFieldPath: spec.forProvider.subject
          - name: other
            base: {apiVersion: v1, kind: ConfigMap}`;
    expect(declaresCredential(manifest(text))).toBe(true);
    expect(read(text).map(summary)).toEqual([
      { issuer: 'https://a/', subject: '«subject»', audiences: 'x', flags: 'conditional' },
    ]);
  });

  test('a Composition made of a template is not readable', () => {
    const text = `apiVersion: apiextensions.crossplane.io/v1
kind: Composition
spec:
  pipeline:
    - input:
        inline:
          template: |
            kind: FederatedIdentityCredential
            metadata: {name: {{ .name }}}`;
    expect(read(text).map(summary)).toEqual([{ flags: 'conditional' }]);
  });
});
