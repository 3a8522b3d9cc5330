/** Rule: an account names the object id of an identity where its client id belongs. */

import { exampleClientId } from '../example-manifests.ts';
import {
  estate,
  exampleConfiguration,
  examplePrincipalId,
  exampleWire,
  healthyContents,
  healthyExample,
} from '../live-estate.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { describeWire } from '../wire-verdict.ts';

export const rule = defineRule({
  id: 'drift-client-id-is-object-id',
  title: 'The client id of an account is the object id of an identity',
  group: 'Live (drift)',
  why: 'Every identity has two GUIDs that look alike. Entra looks the client id up, does not find the object id, and refuses (AADSTS700016).',
  remedy: 'Write the client id instead of the object id.',
  severity: 'error',
  sources: ['MicrosoftDocs/azure-docs issue 108526'],
  *checkLive(live) {
    const objects = new Map(live.objects.map((one) => [one.objectId.toLowerCase(), one]));
    for (const wire of live.wires) {
      const found = wire.target ? undefined : objects.get(wire.clientId.toLowerCase());
      if (!found) continue;
      yield {
        at: wire.at,
        topic: found.objectId.toLowerCase(),
        message: `${describeWire(wire)}: ${wire.clientId} is the object id of ${found.name}, not its client id.`,
        remedy: `Write ${found.clientId}.`,
      };
    }
  },
});

const objects = [{ objectId: examplePrincipalId, clientId: exampleClientId, name: 'identity id-orders' }];
const accounts = [{ namespace: 'shop', name: 'orders', clientId: examplePrincipalId, tenantId: undefined }];

export const examples = defineExamples({
  bad: [
    {
      title: 'The principal id of the identity',
      severity: 'error',
      files: {
        'idwire.yaml': exampleConfiguration(),
        ...exampleWire(' #~ drift-client-id-is-object-id', { clientId: examplePrincipalId }),
      },
      live: estate({
        objects,
        nobody: [examplePrincipalId],
        identity: { credentials: [] },
        contents: { ...healthyContents, accounts, pods: [] },
      }),
    },
  ],
  good: [{ ...healthyExample, live: estate({ objects }) }],
});
