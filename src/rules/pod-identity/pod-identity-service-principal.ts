/** Rule: an AzureIdentity that is a service principal with a stored secret. */
import { podIdentityOf } from '../../manifests/pod-identity.ts';
import { nameOf } from '../../model/world.ts';
import { clientId, identity } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-service-principal',
  title: 'An AzureIdentity uses a stored secret',
  group: 'Pod identity and migration',
  why: 'Types 1 and 2 sign in as an app registration with a secret or certificate from a Kubernetes Secret: whoever may read Secrets of that namespace has the credential, wherever they are.',
  remedy:
    'Put a federated credential on the app registration, or use a managed identity, move the pods to workload identity, and delete the Secret and the credential behind it.',
  severity: 'warning',
  sources: ['Azure/aad-pod-identity pkg/apis/aadpodidentity (ServicePrincipal, ServicePrincipalCertificate)'],
  *check(world) {
    for (const { object, type, typeField } of podIdentityOf(world).identities) {
      if (!typeField || (type !== 1 && type !== 2)) continue;
      const password = object.root.get('spec', 'clientPassword');
      const secret = (password?.get('name') ?? password?.get('Name'))?.text;
      const what = type === 1 ? 'a secret' : 'a certificate';
      yield {
        at: typeField,
        message: `The AzureIdentity ${nameOf(object)} is a service principal with ${what}${secret ? `, kept in the Secret "${secret}"` : ''}.`,
        ...(password && { related: [{ at: password.keyPlace, note: 'where the credential is kept' }] }),
      };
    }
  },
});

const mark = ' #~ pod-identity-service-principal';
const principal = (type: string) =>
  identity(
    `  type: ${type}\n  tenantID: 5b0f2f1c-6a0e-4f3f-9b53-1f0f6d2a7c11\n  clientID: ${clientId}\n  clientPassword: {name: orders-principal, namespace: shop}\n`,
  );

export const examples = defineExamples({
  bad: [
    { title: 'With a secret', files: { 'identity.yaml': principal(`1${mark}`) } },
    { title: 'With a certificate', files: { 'identity.yaml': principal(`2${mark}`) } },
  ],
  good: [{ title: 'A managed identity', files: { 'identity.yaml': identity() } }],
});
