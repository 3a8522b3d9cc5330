/** Rule: a loop that writes several credentials of one identity at once. */
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'credential-writes-parallel',
  title: 'A loop writes credentials of one identity in parallel',
  group: 'Declared credentials',
  why: 'Azure allows one write to the credentials of an identity at a time and answers the others with 409 (ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity). Resource Manager runs loops in parallel unless told otherwise, so that the deployment fails now and then.',
  remedy:
    'Write @batchSize(1) above the loop in Bicep, or "mode": "serial" and "batchSize": 1 in the copy of an ARM template.',
  severity: 'warning',
  sources: [
    'MicrosoftDocs/entra-docs workload-identity-federation-considerations',
    'Azure/bicep issue 10928',
    'Azure/bicep-registry-modules issue 1447',
  ],
  *checkRepository(repository) {
    for (const credential of repository.credentials) {
      if (!credential.parallelLoop || (credential.language !== 'bicep' && credential.language !== 'arm')) continue;
      yield {
        at: credential.at,
        message:
          'This loop writes the credentials of one identity in parallel, and Azure refuses all but one at a time.',
      };
    }
  },
});

const bicep = (decorator: string, mark: string) => `param namespaces array

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: 'id-orders'
}

param issuer string

${decorator}resource credentials 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = [for namespace in namespaces: {${mark}
  parent: identity
  name: 'orders-\${namespace}'
  properties: {
    issuer: issuer
    subject: 'system:serviceaccount:\${namespace}:orders'
    audiences: ['api://AzureADTokenExchange']
  }
}]
`;

export const examples = defineExamples({
  bad: [{ title: 'A loop as it stands', files: { 'identity.bicep': bicep('', ' #~ credential-writes-parallel') } }],
  good: [{ title: 'One at a time', files: { 'identity.bicep': bicep('@batchSize(1)\n', '') } }],
});
