/** Proves what drift and posture read from Azure Resource Manager: clusters, versions, bindings, role assignments. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPermitted } from '../../../emulators/azure/arm/roles.ts';
import { type AzureEmulator, startAzureEmulator } from '../../../emulators/azure/azure-emulator.ts';
import { LoopbackClient } from './loopback-client.ts';

let azure: AzureEmulator;
let client: LoopbackClient;
let token: string;
let subscription: string;

beforeAll(async () => {
  azure = await startAzureEmulator();
  client = new LoopbackClient(azure);
  subscription = `/subscriptions/${azure.state.subscriptionId}`;
  token = await client.signIn(azure.state.addApplication({ withSecret: true, roles: [{ role: 'Reader' }] }));
  azure.state.addCluster({
    name: 'aks-prod',
    resourceGroup: 'rg-prod',
    issuer: 'https://weu.oic.prod-aks.azure.com/a/b/',
    properties: { securityProfile: { workloadIdentity: { enabled: true } }, disableLocalAccounts: true },
    identityBindings: [{ name: 'orders', properties: { managedIdentity: { resourceId: '/x' } } }],
  });
  azure.state.addCluster({ name: 'aks-test', resourceGroup: 'rg-test' });
  azure.state.kubernetesVersions = [{ version: '1.36' }, { version: '1.37', isPreview: true }];
});

afterAll(async () => {
  client.close();
  await azure.stop();
});

describe('clusters', () => {
  const type = 'providers/Microsoft.ContainerService/managedClusters';

  it('are read with the posture that the scenario gave them', async () => {
    const { body } = await client.arm(`${subscription}/resourceGroups/RG-PROD/${type}/aks-prod`, { token });
    expect(body).toMatchObject({
      name: 'aks-prod',
      location: 'westeurope',
      properties: {
        oidcIssuerProfile: { enabled: true, issuerURL: 'https://weu.oic.prod-aks.azure.com/a/b/' },
        securityProfile: { workloadIdentity: { enabled: true } },
        disableLocalAccounts: true,
      },
    });
  });

  it('are listed by subscription and by resource group', async () => {
    const names = async (path: string) =>
      (await client.arm(path, { token })).body.value.map(({ name }: { name: string }) => name);
    expect(await names(`${subscription}/${type}`)).toEqual(['aks-prod', 'aks-test']);
    expect(await names(`${subscription}/resourceGroups/rg-test/${type}`)).toEqual(['aks-test']);
  });

  it('show identity bindings in preview versions only', async () => {
    const path = `${subscription}/resourceGroups/rg-prod/${type}/aks-prod/identityBindings`;
    const { body } = await client.arm(path, { token, version: '2025-09-02-preview' });
    expect(body.value).toMatchObject([{ name: 'orders', properties: { managedIdentity: { resourceId: '/x' } } }]);
    expect((await client.arm(path, { token, version: '2025-09-01' })).status).toBe(400);
  });

  it('have a list of versions by location', async () => {
    const path = `${subscription}/providers/Microsoft.ContainerService/locations/westeurope/kubernetesVersions`;
    const { body } = await client.arm(path, { token });
    expect(body.values).toEqual([
      { version: '1.36', capabilities: { supportPlan: ['KubernetesOfficial'] } },
      { version: '1.37', isPreview: true, capabilities: { supportPlan: ['KubernetesOfficial'] } },
    ]);
  });
});

describe('role assignments', () => {
  const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

  async function scopes(scope: string, filter: string): Promise<string[]> {
    const query = `?$filter=${encodeURIComponent(filter)}`;
    const path = `${scope}/providers/Microsoft.Authorization/roleAssignments${query}`;
    const { body } = await client.arm(path, { token, version: '2022-04-01' });
    return body.value.map(({ properties }: { properties: { scope: string } }) => properties.scope).toSorted();
  }

  it('of a principal are listed at, above and below the scope', async () => {
    const identity = azure.state.addIdentity({ name: 'id-orders', resourceGroup: 'rg-prod' });
    const group = `${subscription}/resourceGroups/rg-prod`;
    const [above, below, beside] = [subscription, `${group}/providers/x/y/z`, `${subscription}/resourceGroups/rg-test`];
    for (const scope of [above, group, below, beside]) azure.state.assignRole(identity.principalId, 'Reader', scope);
    const mine = `principalId eq '${identity.principalId}'`;
    expect(await scopes(group, mine)).toEqual([above, group, below]);
    expect(await scopes(group, `atScope() and ${mine}`)).toEqual([above, group]);
    expect(await scopes(subscription, mine)).toHaveLength(4);
  });

  it('name a definition that can be read', async () => {
    const principalId = '11111111-2222-3333-4444-555555555555';
    azure.state.assignRole(principalId, 'Reader');
    const filter = encodeURIComponent(`assignedTo('${principalId}')`);
    const listed = await client.arm(
      `${subscription}/providers/Microsoft.Authorization/roleAssignments?$filter=${filter}`,
      { token },
    );
    const [assignment] = listed.body.value;
    expect(assignment.properties.roleDefinitionId).toBe(
      `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${reader}`,
    );
    const { body } = await client.arm(assignment.properties.roleDefinitionId, { token });
    expect(body.properties).toMatchObject({ roleName: 'Reader', permissions: [{ actions: ['*/read'] }] });
  });

  it('refuse a filter that the service does not know', async () => {
    const filter = encodeURIComponent("scope eq '/'");
    const path = `${subscription}/providers/Microsoft.Authorization/roleAssignments?$filter=${filter}`;
    expect((await client.arm(path, { token })).status).toBe(400);
  });
});

describe('an assignment', () => {
  const write = 'Microsoft.Authorization/roleAssignments/write';
  it.each([
    ['Owner', write, true],
    ['Contributor', write, false],
    ['Contributor', 'Microsoft.ContainerService/managedClusters/write', true],
    ['Role Based Access Control Administrator', write, true],
    ['Key Vault Secrets User', 'Microsoft.KeyVault/vaults/secrets/getSecret/action', false],
  ])('of %s permits %s: %s', (role, action, permitted) => {
    const scope = '/providers/Microsoft.Management/managementGroups/contoso';
    const assignment = azure.state.assignRole('22222222-2222-3333-4444-555555555555', role, scope);
    expect(isPermitted([assignment], assignment.principalId, action, subscription)).toBe(permitted);
    expect(isPermitted([assignment], 'somebody else', action, subscription)).toBe(false);
  });
});
