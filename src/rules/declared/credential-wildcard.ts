/** Rule: a classic credential whose subject holds a wildcard. */
import { credentialCause, openText, shownText } from '../declared-values.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'credential-wildcard',
  title: 'The subject of a credential holds a wildcard',
  group: 'Declared credentials',
  why: 'Entra compares the subject of a federated credential byte for byte: an asterisk stands for itself, and no token ever matches. Only flexible credentials of app registrations know patterns, and not for Kubernetes.',
  remedy: 'Declare one credential for each subject, written out in full.',
  severity: 'error',
  sources: ['MicrosoftDocs/entra-docs federated-credential-configuration-considerations'],
  *checkRepository(repository) {
    for (const credential of repository.credentials) {
      const { subject } = credential;
      if (!subject || credential.claimsMatchingExpression) continue;
      if (!openText(subject).pieces.some((piece) => piece.includes('*'))) continue;
      yield {
        at: subject.at,
        message: `The subject "${shownText(subject)}" holds "*", which stands for itself: no token has such a subject.`,
        about: credentialCause('subject', credential),
      };
    }
  },
});

const terraform = (subject: string, mark = '') => `resource "azurerm_federated_identity_credential" "orders" {
  name                      = "orders"
  user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
  issuer                    = azurerm_kubernetes_cluster.main.oidc_issuer_url
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "${subject}"${mark}
}
`;

export const examples = defineExamples({
  bad: [
    {
      title: 'Every account of a namespace',
      files: { 'identity.tf': terraform('system:serviceaccount:shop:*', ' #~ credential-wildcard') },
    },
  ],
  good: [
    { title: 'One account', files: { 'identity.tf': terraform('system:serviceaccount:shop:orders') } },
    {
      title: 'A flexible credential of an app registration',
      files: {
        'deployer.tf': `resource "azuread_application_flexible_federated_identity_credential" "deployer" {
  application_id             = azuread_application.deployer.id
  display_name               = "deployer"
  audience                   = "api://AzureADTokenExchange"
  issuer                     = "https://token.actions.githubusercontent.com"
  claims_matching_expression = "claims['sub'] matches 'repo:contoso/shop:ref:refs/heads/release-*' and claims['repository_id'] eq '4711'"
}
`,
      },
    },
  ],
});
