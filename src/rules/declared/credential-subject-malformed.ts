/** Rule: a credential for a cluster whose subject no ServiceAccount token can have. */
import type { DeclaredCredential } from '../../model/federation.ts';
import { literalOf, type PartialText } from '../../model/partial-text.ts';
import { credentialCause, openText, shownText } from '../declared-values.ts';
import { isKubernetes, issuerKind } from '../issuer-kind.ts';
import { defineExamples, defineRule } from '../rule.ts';

const lead = 'system:serviceaccount:';

export const rule = defineRule({
  id: 'credential-subject-malformed',
  title: 'The subject of a credential is not that of a ServiceAccount',
  group: 'Declared credentials',
  why: 'Tokens of a cluster have the subject system:serviceaccount:<namespace>:<name>. Entra accepts any other text when the credential is made, and refuses every token later (AADSTS700213, or AADSTS7002138 when only letter case differs).',
  remedy: 'Write system:serviceaccount:<namespace>:<name>, all in lower case and without quotes or spaces.',
  severity: 'error',
  sources: [
    'kubernetes/kubernetes staging/src/k8s.io/apiserver/pkg/authentication/serviceaccount/util.go',
    'MicrosoftDocs/entra-docs federated-credential-configuration-considerations',
  ],
  yieldsTo: ['credential-wildcard'],
  *checkRepository(repository) {
    for (const credential of repository.credentials) {
      const { subject } = credential;
      if (!subject || credential.claimsMatchingExpression || !isForCluster(credential)) continue;
      const fault = faultOf(openText(subject), issuerKind(credential.issuer) === 'aks');
      if (!fault) continue;
      yield {
        at: subject.at,
        message: `The subject "${shownText(subject)}" ${fault}: no ServiceAccount token has it.`,
        about: credentialCause('subject', credential),
      };
    }
  },
});

/** By its issuer, or by a subject that is plainly meant for a ServiceAccount while nothing is known of the issuer. */
function isForCluster({ issuer, subject }: DeclaredCredential): boolean {
  const kind = issuerKind(issuer);
  if (kind !== undefined && kind !== 'other') return isKubernetes(kind);
  return /^\W*system:service-?_?accounts?:/i.test(subject ? (openText(subject).pieces[0] as string) : '');
}

/** What is wrong, as the end of a sentence. `certain`: the issuer is a cluster's, so any other form is wrong too. */
function faultOf(subject: PartialText, certain: boolean): string | undefined {
  const [first = ''] = subject.pieces;
  const text = subject.pieces.join('');
  if (/["'`]/.test(text)) return 'holds quotes';
  if (/\s/.test(text)) return 'holds a space';
  if (/^system:serviceaccount:/i.test(first) && /[A-Z]/.test(text)) return 'has upper-case letters';
  const whole = literalOf(subject);
  const word = /^(system:[a-z_-]*accounts?|[a-z_-]*accounts?):/i.exec(first)?.[1];
  if (word !== undefined && `${word}:` !== lead) return `begins with "${word}:" instead of "${lead}"`;
  if (first.startsWith(lead)) return whole === undefined ? undefined : faultOfName(whole.slice(lead.length));
  // A symbol at the start may bring the beginning with it.
  const begins = whole === undefined ? lead.startsWith(first) : false;
  return certain && !begins ? `does not begin with "${lead}"` : undefined;
}

/** `namespace:name`; names of accounts may hold dots, those of namespaces may not (RFC 1123 label and subdomain). */
function faultOfName(rest: string): string | undefined {
  const parts = rest.split(':');
  if (parts.length !== 2) return `has ${parts.length + 2} parts instead of 4`;
  const [namespace = '', name = ''] = parts;
  if (namespace === '' || name === '') return `names no ${namespace === '' ? 'namespace' : 'account'}`;
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(namespace))
    return `names "${namespace}", which no namespace can be called`;
  return /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/.test(name) || name.includes('*')
    ? undefined
    : `names "${name}", which no account can be called`;
}

const terraform = (subject: string, mark = '', issuer = 'azurerm_kubernetes_cluster.main.oidc_issuer_url') =>
  `resource "azurerm_federated_identity_credential" "orders" {
  name                      = "orders"
  user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
  issuer                    = ${issuer}
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "${subject}"${mark}
}
`;

const mark = ' #~ credential-subject-malformed';

export const examples = defineExamples({
  bad: [
    { title: 'Upper case', files: { 'identity.tf': terraform('system:serviceaccount:shop:ordersApi', mark) } },
    { title: 'A wrong word', files: { 'identity.tf': terraform('system:serviceaccounts:shop:orders', mark) } },
    { title: 'The namespace is missing', files: { 'identity.tf': terraform('system:serviceaccount:orders', mark) } },
    { title: 'The subject of a pipeline', files: { 'identity.tf': terraform('repo:contoso/shop:pull_request', mark) } },
    {
      title: 'Quotes that the shell hands on',
      files: {
        'federate.sh': `az identity federated-credential create --name orders --identity-name orders --resource-group shop \\
  --issuer "$AKS_OIDC_ISSUER" --audiences api://AzureADTokenExchange \\
  --subject "'system:serviceaccount:shop:orders'"${mark}
`,
      },
    },
  ],
  good: [
    {
      title: 'Account names may hold dots',
      files: { 'identity.tf': terraform('system:serviceaccount:shop:delivery-v0.1.0') },
    },
    {
      title: 'A namespace that is filled in later',
      files: {
        'identity.tf': `variable "namespace" {}\n\n${terraform('system:serviceaccount:$' + '{var.namespace}:orders')}`,
      },
    },
    {
      title: 'The subject of a pipeline, from its own issuer',
      files: {
        'identity.tf': terraform(
          'repo:Contoso/Shop:environment:Production',
          '',
          '"https://token.actions.githubusercontent.com"',
        ),
      },
    },
  ],
});
