/** Rule: a service connection of Azure DevOps records another issuer or subject than the configuration. */
import { estate, exampleConfiguration, exampleWire, healthyExample } from '../live-estate.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'drift-service-connection',
  title: 'A service connection records another issuer or subject than idwire.yaml',
  group: 'Live (drift)',
  why: 'Tasks sign in with what the connection records. A connection that was made anew, or moved to the issuer of Entra, has another pair.',
  remedy: 'Write what the connection records, or leave issuer and subject out, so that they are read from it.',
  severity: 'error',
  sources: ['azure-devops-docs, workload identity federation for service connections'],
  *checkLive(live) {
    for (const { name, at, recorded, wanted } of live.connections) {
      const differences = (['issuer', 'subject'] as const).filter(
        (part) => wanted[part] !== undefined && wanted[part] !== recorded[part],
      );
      if (differences.length === 0) continue;
      const parts = differences.map((part) => `${part} ${recorded[part]} (idwire.yaml: ${wanted[part]})`);
      yield { at, topic: name, message: `Service connection ${name} records ${parts.join(' and ')}.` };
    }
  },
});

const recorded = {
  issuer: 'https://login.microsoftonline.com/7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90/v2.0',
  subject: '/eid1/c/pub/t/Dj8ffGQrTg6PTEuPn28qkA/a/connection/prod',
};
const more = (subject: string, mark: string) => `  - name: deployer
    application: 4f5a0d8c-71be-4c35-9b0d-6b2e8f1c7a90
pipelines:
  - host: azure-pipelines
    identity: deployer
    organization: contoso
    project: shop
    service-connection: prod${mark}
    issuer: ${recorded.issuer}
    subject: ${subject}
`;
const connections = [{ name: 'prod', recorded }];

export const examples = defineExamples({
  bad: [
    {
      title: 'The subject of the retired form',
      severity: 'error',
      files: {
        'idwire.yaml': exampleConfiguration({ more: more('sc://contoso/shop/prod', ' #~ drift-service-connection') }),
        ...exampleWire(),
      },
      live: estate({ connections }),
    },
  ],
  good: [
    {
      ...healthyExample,
      files: { ...healthyExample.files, 'idwire.yaml': exampleConfiguration({ more: more(recorded.subject, '') }) },
      live: estate({ connections }),
    },
  ],
});
