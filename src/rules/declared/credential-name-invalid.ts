/** Rule: a credential under a name that Azure refuses. */
import type { DeclaredCredential } from '../../model/federation.ts';
import { literalOf, writtenText } from '../../model/partial-text.ts';
import { openText, shownText, spotOfDeclaration } from '../declared-values.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'credential-name-invalid',
  title: 'The name of a credential is not allowed',
  group: 'Declared credentials',
  why: 'Azure refuses the credential when it is deployed, after everything before it was changed.',
  remedy: 'Use 3 to 120 letters, digits, hyphens and underscores, beginning with a letter or a digit.',
  severity: 'error',
  sources: ['Azure/azure-rest-api-specs msi 2024-11-30 FederatedIdentityCredential name pattern'],
  *checkRepository(repository) {
    for (const credential of repository.credentials) {
      const { name } = credential;
      // The names of credentials of app registrations follow other, looser rules.
      if (!name || isOfApplication(credential)) continue;
      const fault = faultOf(credential);
      if (fault) yield { at: name.at, message: `The credential name "${shownText(name)}" ${fault}.` };
    }
  },
});

function isOfApplication(credential: DeclaredCredential): boolean {
  const { source, start, end } = spotOfDeclaration(credential);
  const written = (credential.identity ? writtenText(credential.identity.text) : '') + source.text.slice(start, end);
  return /azuread|application|\bapp\b|ADApp/i.test(written);
}

function faultOf({ name }: DeclaredCredential): string | undefined {
  if (!name) return undefined;
  const text = openText(name);
  const bad = /[^A-Za-z0-9_-]/.exec(text.pieces.join(''))?.[0];
  if (bad !== undefined) return `holds ${bad === ' ' ? 'a space' : `"${bad}"`}`;
  if (/^[-_]/.test(text.pieces[0] as string)) return `begins with "${text.pieces[0]?.[0]}"`;
  const length = text.pieces.join('').length;
  if (length > 120) return `has ${length} characters, more than 120`;
  return literalOf(text) !== undefined && length < 3 ? `has ${length} characters, fewer than 3` : undefined;
}

const object = (name: string, mark = '') => `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata:
  name: orders
  namespace: shop
spec:
  azureName: ${name}${mark}
  owner:
    name: id-orders
  issuer: https://westeurope.oic.prod-aks.azure.com/0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10/
  subject: system:serviceaccount:shop:orders
  audiences:
    - api://AzureADTokenExchange
`;

const mark = ' #~ credential-name-invalid';

export const examples = defineExamples({
  bad: [
    { title: 'Dots', files: { 'credential.yaml': object('orders.shop', mark) } },
    { title: 'Too short', files: { 'credential.yaml': object('id', mark) } },
    { title: 'Begins with a hyphen', files: { 'credential.yaml': object('-orders', mark) } },
    { title: 'Too long', files: { 'credential.yaml': object('orders-'.repeat(18), mark) } },
  ],
  good: [
    { title: 'Letters, digits, hyphens', files: { 'credential.yaml': object('orders-shop-1') } },
    { title: 'A part that is filled in later', files: { 'credential.yaml': object('orders-$' + '{ENVIRONMENT}') } },
  ],
});
