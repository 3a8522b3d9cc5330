/** Rule: no identity has the client id that an account names. */

import { exampleClientId } from '../example-manifests.ts';
import { estate, exampleConfiguration, exampleWire, healthyExample } from '../live-estate.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { describeWire } from '../wire-verdict.ts';

export const rule = defineRule({
  id: 'drift-identity-not-found',
  title: 'No identity has the client id of an account',
  group: 'Live (drift)',
  why: 'Entra does not know whom the pod wants to be (AADSTS700016). A managed identity that is deleted and made again has another client id.',
  remedy:
    'Write the client id that `az identity show --query clientId` prints, or list the subscription of the identity under `subscriptions`.',
  severity: 'error',
  sources: ['Microsoft Entra documentation, error AADSTS700016'],
  *checkLive(live) {
    const objects = new Set(live.objects.map(({ objectId }) => objectId.toLowerCase()));
    for (const wire of live.wires) {
      if (!wire.nobody || objects.has(wire.clientId.toLowerCase())) continue;
      yield {
        at: wire.at,
        topic: wire.clientId.toLowerCase(),
        message: `${describeWire(wire)}: no managed identity of the listed subscriptions and no application of the tenant has the client id ${wire.clientId}.`,
      };
    }
  },
});

export const examples = defineExamples({
  bad: [
    {
      title: 'The identity was deleted',
      severity: 'error',
      files: { 'idwire.yaml': exampleConfiguration(), ...exampleWire(' #~ drift-identity-not-found') },
      live: estate({ identities: [], nobody: [exampleClientId] }),
    },
  ],
  good: [
    healthyExample,
    {
      title: 'Not found, but not every place could be looked at',
      files: healthyExample.files,
      live: estate({ identities: [] }),
    },
  ],
});
