/** Rule: an identity is wired and has no role anywhere. */
import { estate, exampleConfiguration, exampleWire, healthyExample, healthyIdentity } from '../live-estate.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { nameOfIdentity } from '../wire-verdict.ts';

export const rule = defineRule({
  id: 'role-missing',
  title: 'An identity that is wired has no role assignment',
  group: 'Live (drift)',
  why: 'The pod gets its token, and every service refuses it (403). Such an identity is often one that was made anew: assignments belong to the old one.',
  remedy:
    'Assign the role that the workload needs; it can take ten minutes to count. If its access comes from a group, an access policy or a database, suppress this with that reason.',
  severity: 'warning',
  confidence: 'medium',
  sources: ['Microsoft Learn, troubleshoot Azure RBAC', 'AKS documentation, deploy workload identity'],
  *checkLive(live) {
    const wired = new Set(live.wires.map(({ target }) => target));
    for (const one of live.identities) {
      if (!wired.has(one) || one.roles?.count !== 0) continue;
      yield {
        at: one.at,
        topic: one.identity.id.toLowerCase(),
        message: `Identity ${nameOfIdentity(one.identity)} is wired, and has no role assignment of its own in the subscriptions that were read.`,
      };
    }
  },
});

const files = { 'idwire.yaml': exampleConfiguration({ identity: ' #~ role-missing' }), ...exampleWire() };

export const examples = defineExamples({
  bad: [
    { title: 'None at all', severity: 'warning', files, live: estate({ identity: { roles: { count: 0, far: [] } } }) },
  ],
  good: [
    healthyExample,
    {
      title: 'Nobody is wired to it, or its assignments could not be read',
      files: healthyExample.files,
      live: estate({
        identities: [
          { ...healthyIdentity, roles: undefined },
          {
            name: 'id-idle',
            clientId: 'c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77',
            principalId: '0f4d6c8a-2b13-4e57-9c80-7d5e1a3f6b92',
            tenantId: healthyIdentity.tenantId,
            credentials: [],
            roles: { count: 0, far: [] },
          },
        ],
      }),
    },
  ],
});
