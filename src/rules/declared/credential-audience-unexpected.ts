/** Rule: a credential for an audience that no token asks for. */
import type { DeclaredCredential, DeclaredValue } from '../../model/federation.ts';
import type { Severity } from '../../model/finding.ts';
import { compareTexts, literalOf, type PartialText, writtenText } from '../../model/partial-text.ts';
import { openText, shownText } from '../declared-values.ts';
import { exampleAccount, exampleCredential } from '../example-manifests.ts';
import { issuerKind } from '../issuer-kind.ts';
import { projectedAudiences } from '../projected-audiences.ts';
import { defineExamples, defineRule } from '../rule.ts';

/** What the webhook and the clients of Azure ask for; the spellings of sovereign clouds by the letters of their hosts. */
const standard = 'api://AzureADTokenExchange';
const sovereign: Readonly<Record<string, RegExp>> = {
  'api://AzureADTokenExchangeUSGov': /\.azure\.us\b/i,
  'api://AzureADTokenExchangeChina': /\.azure\.cn\b/i,
};
const binding = 'api://AKSIdentityBinding';

export const rule = defineRule({
  id: 'credential-audience-unexpected',
  title: 'The audience of a credential is not the one that tokens are made for',
  group: 'Declared credentials',
  why: 'Entra compares the audience byte for byte (AADSTS700212). It accepts any text when the credential is made, and refuses each token that was made for another audience.',
  remedy: `Write ${standard}, unless something asks for tokens of another audience on purpose.`,
  severity: 'error',
  sources: [
    'MicrosoftDocs/entra-docs federated-credential-configuration-considerations',
    'Azure/azure-workload-identity pkg/webhook/consts.go',
  ],
  *checkRepository(repository) {
    let projected: readonly PartialText[] | undefined;
    for (const credential of repository.credentials) {
      for (const audience of credential.audiences) {
        const judged = judge(credential, audience);
        if (!judged) continue;
        projected ??= projectedAudiences(repository);
        if (projected.some((other) => compareTexts(openText(audience), other) !== 'different')) continue;
        yield {
          at: audience.at,
          message: `The audience "${shownText(audience)}" ${judged.fault}`,
          severity: judged.severity,
        };
      }
    }
  },
});

function judge(
  { issuer, conditional }: DeclaredCredential,
  audience: DeclaredValue,
): { readonly severity: Severity; readonly fault: string } | undefined {
  const text = literalOf(openText(audience));
  if (text === undefined || text === standard || text === binding) return undefined;
  const kind = issuerKind(issuer);
  const cloud = sovereign[text];
  if (cloud) {
    const isPublic = kind === 'aks' && issuer !== undefined && /\.azure\.com\//i.test(writtenText(openText(issuer)));
    return isPublic
      ? { severity: 'warning', fault: 'is that of another cloud than the issuer of this credential belongs to.' }
      : undefined;
  }
  if (kind === 'aks' && !conditional) {
    return { severity: 'error', fault: `is not ${standard}, and no pod of the repository asks for a token of it.` };
  }
  return { severity: 'warning', fault: `is not ${standard}; tokens are made for it only where somebody asks for it.` };
}

const pods = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels: {app: orders}
  template:
    metadata:
      labels: {app: orders}
    spec:
      serviceAccountName: orders
      containers:
        - name: orders
          image: registry.example/orders:1
          volumeMounts: [{name: token, mountPath: /var/run/exchange}]
      volumes:
        - name: token
          projected:
            sources:
              - serviceAccountToken: {path: token, audience: "api://shop-exchange", expirationSeconds: 3600}
`;

const mark = ' #~ credential-audience-unexpected';

export const examples = defineExamples({
  bad: [
    {
      title: 'Another letter case',
      files: {
        'credential.yaml': exampleCredential({ audience: `api://AzureADTokenexchange${mark}` }),
        'account.yaml': exampleAccount(),
      },
    },
    {
      title: 'The spelling of another cloud',
      files: {
        'credential.yaml': exampleCredential({ audience: `api://AzureADTokenExchangeUSGov${mark}` }),
        'account.yaml': exampleAccount(),
      },
    },
    {
      title: 'An audience of its own for a pipeline',
      files: {
        'credential.yaml': exampleCredential({
          audience: `api://shop${mark}`,
          issuer: 'https://token.actions.githubusercontent.com',
          subject: 'repo:contoso/shop:environment:production',
        }),
      },
    },
  ],
  good: [
    {
      title: 'The audience that the webhook asks for',
      files: { 'credential.yaml': exampleCredential(), 'account.yaml': exampleAccount() },
    },
    {
      title: 'Pods that ask for a token of this audience',
      files: {
        'credential.yaml': exampleCredential({ audience: 'api://shop-exchange' }),
        'account.yaml': exampleAccount(),
        'orders.yaml': pods,
      },
    },
  ],
});
