/** Rule: an issuer that lacks its final slash, or has one too many. */
import type { DeclaredCredential } from '../../model/federation.ts';
import { credentialCause, openText, shownText } from '../declared-values.ts';
import { issuerKind } from '../issuer-kind.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'credential-issuer-slash',
  title: 'The final slash of an issuer is wrong',
  group: 'Declared credentials',
  why: 'Entra compares the issuer byte for byte (AADSTS700211). Issuers of AKS clusters end with a slash; those of GitHub, of Azure DevOps and of identity bindings do not. A credential without the slash can work for months before it stops.',
  remedy: 'Write the issuer exactly as the cluster or the token shows it.',
  severity: 'error',
  sources: ['Azure/azure-workload-identity issue 1700', 'MicrosoftDocs/azure-docs issues 97699, 105462, 111542'],
  *checkRepository(repository) {
    for (const credential of repository.credentials) {
      const fault = faultOf(credential);
      if (!credential.issuer || !fault) continue;
      yield {
        at: credential.issuer.at,
        message: `The issuer "${shownText(credential.issuer)}" ${fault}`,
        about: credentialCause('issuer', credential),
      };
    }
  },
});

const path = /^https:\/\/[^/]+\/[^/]+/;

function faultOf({ issuer }: DeclaredCredential): string | undefined {
  if (!issuer) return undefined;
  const last = openText(issuer).pieces.at(-1) as string;
  // Behind an unknown stretch anything may follow.
  if (last === '') return undefined;
  const kind = issuerKind(issuer);
  const written = shownText(issuer);
  if (kind === 'aks') {
    const isWhole = /[0-9a-f]{4}$/i.test(last) && path.test(written);
    return isWhole ? 'lacks the final slash that every issuer of an AKS cluster has.' : undefined;
  }
  if (kind !== 'github' && kind !== 'azure-devops' && kind !== 'identity-binding') return undefined;
  const owners = { github: 'GitHub', 'azure-devops': 'Azure DevOps', 'identity-binding': 'identity bindings' };
  return last.endsWith('/') ? `ends with a slash, which the issuer of ${owners[kind]} does not.` : undefined;
}

const cluster =
  'https://westeurope.oic.prod-aks.azure.com/0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10';

const terraform = (
  issuer: string,
  subject: string,
  mark = '',
) => `resource "azurerm_federated_identity_credential" "orders" {
  name                      = "orders"
  user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
  issuer                    = "${issuer}"${mark}
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "${subject}"
}
`;

const account = 'system:serviceaccount:shop:orders';
const mark = ' #~ credential-issuer-slash';

export const examples = defineExamples({
  bad: [
    { title: 'AKS without the slash', files: { 'identity.tf': terraform(cluster, account, mark) } },
    {
      title: 'GitHub with a slash',
      files: {
        'identity.tf': terraform(
          'https://token.actions.githubusercontent.com/',
          'repo:contoso/shop:pull_request',
          mark,
        ),
      },
    },
  ],
  good: [
    { title: 'AKS with the slash', files: { 'identity.tf': terraform(`${cluster}/`, account) } },
    {
      title: 'GitHub without',
      files: {
        'identity.tf': terraform('https://token.actions.githubusercontent.com', 'repo:contoso/shop:pull_request'),
      },
    },
    {
      title: 'The end is filled in later',
      files: {
        'identity.tf': `variable "cluster" {}\n\n${terraform('https://westeurope.oic.prod-aks.azure.com/$' + '{var.cluster}', account)}`,
      },
    },
  ],
});
