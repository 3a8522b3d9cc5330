/** How many federated credentials accounts and declarations need together. */
import { describe, expect, it } from 'vitest';
import type { Repository } from '../../src/model/world.ts';
import { exampleAccount, exampleClientId } from '../../src/rules/example-manifests.ts';
import { credential, credentials, judged } from './changed-repository.ts';

describe('credential-limit-exceeded', () => {
  const accounts = (count: number) => ({
    'all.yaml': Array.from({ length: count }, (_, index) => exampleAccount({ name: `orders-${index}` })).join(''),
  });
  const declared = (count: number, parts: Parameters<typeof credential>[0] = { clientId: exampleClientId }) =>
    Array.from({ length: count }, (_, index) => credential({ subject: `repo:contoso/shop:${index}`, ...parts }));
  const rule = 'credential-limit-exceeded';

  it('adds declared credentials to those of accounts', async () => {
    expect(await judged(rule, accounts(10), credentials(declared(11)))).toEqual(['error main.tf:1']);
    expect(await judged(rule, accounts(10), credentials(declared(7)))).toEqual([]);
  });
  it('counts a declared credential of an account once, and each further issuer', async () => {
    const of = (issuers: number) =>
      Array.from({ length: 9 }, (_, index) =>
        Array.from({ length: issuers }, (_, issuer) =>
          credential({
            subject: `system:serviceaccount:shop:orders-${index}`,
            issuer: `https://oidc.example.com/${issuer}/`,
            clientId: exampleClientId.toUpperCase(),
          }),
        ),
      ).flat();
    expect(await judged(rule, accounts(9), credentials(of(1)))).toEqual([]);
    expect(await judged(rule, accounts(9), credentials(of(2)))).toEqual(['note main.tf:1']);
    expect(await judged(rule, accounts(9), credentials(of(3)))).toEqual(['error main.tf:1']);
  });
  it('knows an identity by its ARM id, and not by a reference', async () => {
    const arm =
      '/subscriptions/7c1f3f0e/resourceGroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/orders';
    expect(await judged(rule, {}, credentials(declared(21, { identity: arm })))).toEqual(['error main.tf:1']);
    expect(
      await judged(rule, {}, credentials(declared(21, { identity: 'azurerm_user_assigned_identity.orders.id' }))),
    ).toEqual([]);
  });
  it('leaves out what a loop or condition makes', async () => {
    expect(await judged(rule, {}, credentials(declared(21, { clientId: exampleClientId, conditional: true })))).toEqual(
      [],
    );
  });
  it('counts clusters: surely those of different environments', async () => {
    const clusters =
      (names: readonly string[], environmentOf: (name: string) => string) => (repository: Repository) => ({
        ...repository,
        worlds: names.flatMap((name) =>
          repository.worlds.map((world) => ({ ...world, name, environmentOf: () => environmentOf(name) })),
        ),
      });
    const two = ['one', 'two'];
    expect(
      await judged(
        rule,
        accounts(11),
        clusters(two, (name) => name),
      ),
    ).toEqual(['error all.yaml:88']);
    expect(
      await judged(
        rule,
        accounts(11),
        clusters(two, () => 'production'),
      ),
    ).toEqual(['warning all.yaml:88']);
    expect(
      await judged(
        rule,
        accounts(21),
        clusters(two, () => 'production'),
      ),
    ).toEqual(['error all.yaml:88']);
    expect(
      await judged(
        rule,
        accounts(10),
        clusters(two, () => 'production'),
      ),
    ).toEqual(['note all.yaml:80']);
  });
});
