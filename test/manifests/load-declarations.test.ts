/** Loading: what files of every language declare is in the repository, and what is not declared is not made up. */
import { describe, expect, it } from 'vitest';
import { load } from '../../src/manifests/load.ts';
import { writtenText } from '../../src/model/partial-text.ts';
import { memoryFiles } from '../rules/memory-files.ts';

async function loaded(files: Record<string, string>, exhaustive = false) {
  const { repository, sources } = await load(memoryFiles(files), { paths: ['.'], ignore: [], exhaustive });
  const subjects = repository.credentials.map((credential) => {
    const subject = credential.subject ? writtenText(credential.subject.text) : '';
    return `${credential.language} ${subject.replace('system:serviceaccount:', '')}`;
  });
  return { repository, subjects: subjects.sort(), paths: sources.map((source) => source.path).sort() };
}

const issuer = 'https://oidc.example.com/cluster-7';
const terraform = `resource "azurerm_federated_identity_credential" "orders" {
  name    = "orders"
  issuer  = "${issuer}"
  subject = "system:serviceaccount:shop:terraform"
}
`;
const bicep = `resource c 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  name: 'id/orders'
  properties: { issuer: '${issuer}', subject: 'system:serviceaccount:shop:bicep', audiences: ['api://AzureADTokenExchange'] }
}
`;
const arm = JSON.stringify({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  resources: [
    {
      type: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials',
      name: 'id/orders',
      properties: { issuer, subject: 'system:serviceaccount:shop:arm', audiences: ['api://AzureADTokenExchange'] },
    },
  ],
});
const call = (name: string) =>
  `az identity federated-credential create --name orders --identity-name id --resource-group shop --issuer ${issuer} --subject system:serviceaccount:shop:${name}\n`;
const object = `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata: {name: orders, namespace: shop}
spec: {owner: {name: id}, issuer: "${issuer}", subject: "system:serviceaccount:shop:object"}
`;
const workflow = `on: push
jobs:
  federate:
    runs-on: ubuntu-latest
    steps:
      - run: |
          ${call('workflow')}`;

describe('declarations', () => {
  it.each([false, true])('of every language are read (exhaustive: %s)', async (exhaustive) => {
    const files = {
      'a.tf': terraform,
      'b.bicep': bicep,
      'c.json': arm,
      'd.sh': call('script'),
      'e.yaml': object,
      '.github/workflows/f.yml': workflow,
      'g.md': call('document'),
    };
    const { subjects, paths, repository } = await loaded(files, exhaustive);
    expect(subjects).toEqual([
      'arm shop:arm',
      'aso shop:object',
      'bicep shop:bicep',
      'cli shop:document',
      'cli shop:script',
      'cli shop:workflow',
      'terraform shop:terraform',
    ]);
    expect(paths).toEqual(Object.keys(files).sort());
    expect(repository.complete).toBe(true);
  });

  it('of none are none, and nothing else is kept', async () => {
    const { repository, paths } = await loaded({
      'main.tf': 'resource "random_pet" "name" {}\n',
      'run.sh': 'echo hello\n',
    });
    expect(repository.credentials).toEqual([]);
    expect(repository.scripts).toEqual({ annotatesAccounts: false, createsAccounts: false, substitutes: new Set() });
    expect(paths).toEqual([]);
  });

  it('in broken Terraform make the repository incomplete', async () => {
    const { repository } = await loaded({ 'a.tf': `${terraform}locals {\n  a = )\n}\n` });
    expect(repository.complete).toBe(false);
  });

  it('that nobody rendered make the repository incomplete', async () => {
    const { repository } = await loaded({
      'chart/Chart.yaml': 'name: shop\n',
      'chart/templates/a.yaml': 'a: {{ .Values.a }}\n',
    });
    expect(repository.complete).toBe(false);
  });

  it('take files that Terraform fills in out of the manifests, and know their accounts', async () => {
    const account =
      'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n  namespace: $(NAMESPACE)\n  annotations: {azure.workload.identity/client-id: $(ID)}\n';
    const { repository } = await loaded({
      'infra/main.tf': `${terraform}locals {\n  account = templatefile("\${path.module}/account.yaml", { id = 1 })\n}\n`,
      'infra/account.yaml': account,
      'account.yaml': account,
    });
    expect(
      repository.worlds.flatMap((world) => world.serviceAccounts).map((found) => found.manifest.source.path),
    ).toEqual(['account.yaml']);
    expect(repository.declaredAccounts.map((found) => writtenText(found.name.text))).toContain('orders');
    expect(repository.scripts.createsAccounts).toBe(true);
  });

  it('of operators make accounts', async () => {
    const { repository } = await loaded({
      'identity.yaml':
        'apiVersion: application.dis.altinn.cloud/v1alpha1\nkind: ApplicationIdentity\nmetadata: {name: orders, namespace: shop}\n',
    });
    expect(repository.declaredAccounts.map(({ name, created }) => [writtenText(name.text), created])).toEqual([
      ['orders', true],
    ]);
  });

  it('see that a hook of azd annotates accounts', async () => {
    const { repository } = await loaded({
      'azure.yaml':
        'services:\n  orders:\n    k8s:\n      kustomize:\n        edits:\n          - add annotation azure.workload.identity/client-id:$(ID)\n',
    });
    expect(repository.scripts.annotatesAccounts).toBe(true);
  });
});
