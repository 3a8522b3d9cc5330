/** Rule: an issuer that is nearly, and not quite, the one that other credentials name. */
import type { DeclaredCredential, DeclaredValue } from '../../model/federation.ts';
import { literalOf } from '../../model/partial-text.ts';
import { credentialCause, openText } from '../declared-values.ts';
import { issuerKind } from '../issuer-kind.ts';
import { editDistance } from '../near-miss.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';

export const rule = defineRule({
  id: 'credential-issuer-mismatch',
  title: 'The issuer of a credential is a near miss of another one',
  group: 'Declared credentials',
  why: 'Entra compares the issuer byte for byte (AADSTS700211): one slash, one capital letter or one wrong character, and no token of the cluster is accepted. The id in the issuer of a cluster is random, so that two clusters never differ by so little.',
  remedy: 'Copy the issuer from the cluster: az aks show --query oidcIssuerProfile.issuerUrl.',
  severity: 'error',
  sources: ['Azure/azure-workload-identity docs/book/src/troubleshooting.md, issues 340, 1200'],
  yieldsTo: ['credential-issuer-slash'],
  *checkRepository(repository) {
    const uses = usesByIssuer(repository.credentials);
    for (const [issuer, credentials] of uses) {
      const near = nearMiss(issuer, uses);
      if (!near) continue;
      for (const credential of credentials) yield observe(credential, issuer, near, uses.get(near)?.[0]);
    }
  },
});

const github = 'https://token.actions.githubusercontent.com';

function usesByIssuer(credentials: readonly DeclaredCredential[]): ReadonlyMap<string, readonly DeclaredCredential[]> {
  const uses = new Map<string, DeclaredCredential[]>();
  for (const credential of credentials) {
    const literal = credential.issuer && !credential.conditional ? literalOf(openText(credential.issuer)) : undefined;
    if (literal === undefined) continue;
    uses.set(literal, [...(uses.get(literal) ?? []), credential]);
  }
  return uses;
}

/** The issuer that was meant: the one of GitHub, or one that more credentials name, or that is written as AKS does. */
function nearMiss(issuer: string, uses: ReadonlyMap<string, readonly DeclaredCredential[]>): string | undefined {
  if (issuer !== github && isNear(issuer, github)) return github;
  return [...uses.keys()].find(
    (other) => other !== issuer && isNear(issuer, other) && weigh(other, uses) > weigh(issuer, uses),
  );
}

/** A well-formed issuer outweighs any number of others; equal ones are told apart by their order, so that one is named. */
function weigh(issuer: string, uses: ReadonlyMap<string, readonly DeclaredCredential[]>): number {
  const wellFormed = issuer === issuer.toLowerCase() && !/\s/.test(issuer) ? 1_000_000 : 0;
  const order = 1 - ([...uses.keys()].indexOf(issuer) + 1) / (uses.size + 1);
  return wellFormed + (uses.get(issuer)?.length ?? 0) + order;
}

/** Slash and letter case anywhere; one edit only where a random id makes a coincidence impossible. */
function isNear(a: string, b: string): boolean {
  const plain = (text: string) => text.trim().toLowerCase().replace(/\/+$/, '');
  if (plain(a) === plain(b)) return true;
  const random = /[0-9a-f]{8}-[0-9a-f]{4}-/i;
  return ((random.test(a) && random.test(b)) || b === github) && editDistance(plain(a), plain(b), 1) === 1;
}

function observe(
  credential: DeclaredCredential,
  issuer: string,
  near: string,
  other: DeclaredCredential | undefined,
): Observation {
  const { at } = credential.issuer as DeclaredValue;
  const difference =
    issuer.replace(/\/+$/, '') === near.replace(/\/+$/, '')
      ? 'only in its final slash'
      : issuer.toLowerCase() === near.toLowerCase()
        ? 'only in letter case'
        : 'by one character';
  const whose = near === github && issuerKind(credential.issuer) !== 'aks' ? "GitHub's" : "another credential's";
  return {
    at,
    message: `The issuer "${issuer}" differs ${difference} from ${whose} "${near}".`,
    ...(other?.issuer && {
      related: [{ at: other.issuer.at, note: 'the issuer as another credential has it' }],
    }),
    about: credentialCause('issuer', credential),
  };
}

const id = '0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31';
const cluster = `https://westeurope.oic.prod-aks.azure.com/${id}/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10/`;

const terraform = (name: string, issuer: string, mark = '', subject = `system:serviceaccount:shop:${name}`) =>
  `resource "azurerm_federated_identity_credential" "${name}" {
  name                      = "${name}"
  user_assigned_identity_id = azurerm_user_assigned_identity.${name}.id
  issuer                    = "${issuer}"${mark}
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "${subject}"
}
`;

const mark = ' #~ credential-issuer-mismatch';
const two = terraform('orders', cluster) + terraform('billing', cluster);

export const examples = defineExamples({
  bad: [
    {
      title: 'One character of the id',
      files: { 'identity.tf': two + terraform('stock', cluster.replace('5d4a', '5d4b'), mark) },
    },
    {
      title: 'Letter case',
      files: { 'identity.tf': two + terraform('stock', cluster.replace('westeurope', 'WestEurope'), mark) },
    },
    {
      title: 'Nearly the issuer of GitHub',
      files: {
        'deployer.tf': terraform(
          'deployer',
          'https://token.action.githubusercontent.com',
          mark,
          'repo:contoso/shop:environment:production',
        ),
      },
    },
  ],
  good: [
    {
      title: 'Another cluster',
      files: {
        'identity.tf':
          two +
          terraform('stock', `https://northeurope.oic.prod-aks.azure.com/${id}/e2b1d7c4-3f60-4a19-b0de-92c1f8a7d455/`),
      },
    },
    {
      title: 'Clusters whose names differ by a digit',
      files: {
        'identity.tf':
          terraform('orders', 'https://oidc.example.com/cluster-1') +
          terraform('stock', 'https://oidc.example.com/cluster-2'),
      },
    },
  ],
});
