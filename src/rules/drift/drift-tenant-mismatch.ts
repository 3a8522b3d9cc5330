/** Rule: an account, or the configuration, names another tenant than the one its identity lives in. */

import { exampleClientId, exampleTenantId } from '../example-manifests.ts';
import { estate, exampleConfiguration, exampleWire, healthyExample } from '../live-estate.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { describeWire, nameOfIdentity } from '../wire-verdict.ts';

export const rule = defineRule({
  id: 'drift-tenant-mismatch',
  title: 'An identity lives in another tenant than its account names',
  group: 'Live (drift)',
  why: 'The pod asks the wrong tenant for its token, and that tenant does not know the identity (AADSTS700016, AADSTS90002).',
  remedy: 'Write the tenant of the identity into `azure.workload.identity/tenant-id`.',
  severity: 'error',
  sources: ['AKS documentation, workload identity across tenants', 'kubernetes-sigs/external-dns issue 4418'],
  *checkLive(live) {
    const { tenant } = live.configuration;
    for (const wire of live.wires) {
      const home = wire.target?.identity.tenantId;
      const annotated = wire.account?.tenantId;
      // Placeholders are somebody else's to fill in.
      const named = annotated ? annotated.string : tenant?.value;
      if (!home || !named || !isGuid(named) || named.toLowerCase() === home.toLowerCase()) continue;
      yield {
        at: annotated ?? wire.at,
        topic: wire.subject,
        message: `${describeWire(wire)}: identity ${wire.target ? nameOfIdentity(wire.target.identity) : ''} lives in tenant ${home}; ${annotated ? 'the account' : 'idwire.yaml'} names ${named}.`,
        remedy: annotated ? `Write ${home}.` : `Annotate the account with azure.workload.identity/tenant-id: ${home}.`,
      };
    }
  },
});

function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

const other = 'c6f0a1be-0d5b-4c8d-9e67-2a4f5b8d7c13';
const annotated = (mark: string) => ({
  'idwire.yaml': exampleConfiguration(),
  ...exampleWire('', { annotations: [`azure.workload.identity/tenant-id: ${other}${mark}`] }),
});
const contents = {
  accounts: [{ namespace: 'shop', name: 'orders', clientId: exampleClientId, tenantId: other }],
};

export const examples = defineExamples({
  bad: [
    {
      title: 'The annotation names another tenant',
      severity: 'error',
      files: annotated(' #~ drift-tenant-mismatch'),
      live: estate({ contents }),
    },
    {
      title: 'The configuration names another tenant',
      files: {
        'idwire.yaml': exampleConfiguration({ more: `tenant: ${other}\n` }),
        ...exampleWire(' #~ drift-tenant-mismatch'),
      },
      live: estate(),
    },
  ],
  good: [
    {
      ...healthyExample,
      files: { ...healthyExample.files, 'idwire.yaml': exampleConfiguration({ more: `tenant: ${exampleTenantId}\n` }) },
    },
    {
      title: 'Across tenants, and said so',
      files: annotated(''),
      live: estate({ contents, identity: { tenantId: other } }),
    },
  ],
});
