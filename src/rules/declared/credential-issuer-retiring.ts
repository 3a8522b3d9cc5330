/** Rule: a credential for the issuer of Azure DevOps that is being retired. */

import { shownText } from '../declared-values.ts';
import { issuerKind } from '../issuer-kind.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'credential-issuer-retiring',
  title: 'The issuer is being retired',
  group: 'Declared credentials',
  why: 'Azure DevOps stops issuing tokens as vstoken.dev.azure.com on 2027-07-01. Pipelines whose service connection was converted present a token of Entra, for which this credential does not count.',
  remedy:
    'Add a credential with the issuer https://login.microsoftonline.com/<tenant id>/v2.0 and the subject /eid1/… that the service connection shows, convert the connection, and remove this one afterwards.',
  severity: 'warning',
  sources: ['MicrosoftDocs/azure-devops-docs docs/pipelines/release/convert-service-connections.md'],
  *checkRepository(repository) {
    for (const { issuer } of repository.credentials) {
      if (!issuer || issuerKind(issuer) !== 'azure-devops') continue;
      yield {
        at: issuer.at,
        message: `The issuer "${shownText(issuer)}" of Azure DevOps retires on 2027-07-01; its successor is https://login.microsoftonline.com/<tenant id>/v2.0.`,
      };
    }
  },
});

const bicep = (
  issuer: string,
  subject: string,
  mark = '',
) => `resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: 'id-deployer'
}

resource credential 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  parent: identity
  name: 'deployer'
  properties: {
    issuer: '${issuer}'${mark}
    subject: '${subject}'
    audiences: ['api://AzureADTokenExchange']
  }
}
`;

export const examples = defineExamples({
  bad: [
    {
      title: 'The old issuer of Azure DevOps',
      files: {
        'identity.bicep': bicep(
          'https://vstoken.dev.azure.com/7c5e1b0e-2a53-4d5e-9d2a-6f1f4f3b2c11',
          'sc://contoso/shop/prod',
          ' #~ credential-issuer-retiring',
        ),
      },
    },
  ],
  good: [
    {
      title: 'Its successor',
      files: {
        'identity.bicep': bicep(
          'https://login.microsoftonline.com/0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31/v2.0',
          '/eid1/c/pub/t/ht0MCxwbNU-LfDG5tLWuMQ/a/rISbSSETf0KqFyZ8ppdXmA/sc/7c5e1b0e-2a53-4d5e-9d2a-6f1f4f3b2c11/3a1f2b90-6f0a-4bb7-9d3c-0c6f4f7c2a11',
        ),
      },
    },
  ],
});
