/** Rule: one identity is given the same trust twice, or one name for two. */
import { type DeclaredCredential, type DeclaredValue, declarationScope } from '../../model/federation.ts';
import { literalOf, type PartialText, writtenText } from '../../model/partial-text.ts';
import type { Repository } from '../../model/world.ts';
import { openText, shownText, spotOfDeclaration } from '../declared-values.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'credential-duplicate',
  title: 'Two credentials of one identity are the same, or share a name',
  group: 'Declared credentials',
  why: 'An identity takes a pair of issuer and subject once: the second credential is refused (Issuer and subject combination already exists for this Managed Identity). Of two with one name, the last that is written wins.',
  remedy: 'Keep one of the two, or give the second its own name and subject.',
  severity: 'error',
  sources: ['MicrosoftDocs/entra-docs workload-identity-federation-considerations'],
  *checkRepository(repository) {
    for (const group of groupsByIdentity(repository)) {
      yield* repeated(group, contentOf, (twin) => `repeats the issuer and the subject of ${twin}`);
      yield* repeated(
        group,
        (credential) => (credential.name ? comparable(credential.name) : undefined),
        (twin) => `has the name of ${twin}, whose content is another`,
      );
    }
  },
});

/** Credentials of one identity within which references mean the same, as certain as they are read. */
function groupsByIdentity({ credentials }: Repository): Iterable<readonly DeclaredCredential[]> {
  const groups = new Map<string, DeclaredCredential[]>();
  for (const credential of credentials) {
    const identity = credential.identity && comparable(credential.identity);
    if (credential.conditional || identity === undefined || !isLasting(credential)) continue;
    const key = [credential.language, scopeOf(credential), identity].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), credential]);
  }
  return groups.values();
}

/** Files of one folder can be alternatives of one another; only what one file holds is certainly applied together. */
function scopeOf(credential: DeclaredCredential): string {
  if (!('manifest' in credential.at) || credential.at.manifest.rendered) return declarationScope(credential);
  const namespace = /^\s+namespace:\s*(\S+)/m.exec(
    credential.at.manifest.source.text.slice(credential.at.manifest.start, credential.at.manifest.end),
  )?.[1];
  return `${credential.at.manifest.source.path}\n${namespace ?? ''}`;
}

/** Variables of a script change between its calls, and an update is no second credential. */
function isLasting(credential: DeclaredCredential): boolean {
  if (credential.language !== 'cli') return true;
  const { source, start, end } = spotOfDeclaration(credential);
  if (/\bupdate\b/.test(source.text.slice(start, end))) return false;
  return [credential.identity, credential.name, credential.issuer, credential.subject].every(
    (value) => !value || literalOf(value.text) !== undefined,
  );
}

/** The text by which values of one scope are the same; undefined where a loop may give each run its own. */
function comparable(value: DeclaredValue): string | undefined {
  const text: PartialText = openText(value);
  const written = writtenText(text);
  return /\b(?:each|count)\.|\[\*\]|…|copyIndex/.test(text.symbols.join(' ')) ? undefined : written;
}

function contentOf({ issuer, subject, claimsMatchingExpression }: DeclaredCredential): string | undefined {
  if (!issuer || !subject || claimsMatchingExpression) return undefined;
  const [from, to] = [comparable(issuer), comparable(subject)];
  return from === undefined || to === undefined ? undefined : `${from}\n${to}`;
}

function* repeated(
  group: readonly DeclaredCredential[],
  keyOf: (credential: DeclaredCredential) => string | undefined,
  fault: (twin: string) => string,
) {
  const first = new Map<string, DeclaredCredential>();
  for (const credential of group) {
    const key = keyOf(credential);
    if (key === undefined) continue;
    const twin = first.get(key);
    if (!twin) first.set(key, credential);
    else if (areApart(twin, credential) && !(keyOf !== contentOf && contentOf(twin) === contentOf(credential))) {
      yield {
        at: credential.at,
        message: `This credential ${fault(twin.name ? `"${shownText(twin.name)}"` : 'another one')} of the same identity.`,
        related: [{ at: twin.at, note: 'the other credential' }],
      };
    }
  }
}

/** Runs of one loop, or two readings of one place, are no two credentials that a person wrote. */
function areApart(a: DeclaredCredential, b: DeclaredCredential): boolean {
  const [one, other] = [spotOfDeclaration(a), spotOfDeclaration(b)];
  return one.source.path !== other.source.path || one.start !== other.start;
}

const terraform = (resource: string, name: string, subject: string, mark = '', more = '') =>
  `resource "azurerm_federated_identity_credential" "${resource}" {${mark}
  name                      = "${name}"${more}
  user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
  issuer                    = azurerm_kubernetes_cluster.main.oidc_issuer_url
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "system:serviceaccount:shop:${subject}"
}
`;

const mark = ' #~ credential-duplicate';

export const examples = defineExamples({
  bad: [
    {
      title: 'The same subject twice',
      files: { 'identity.tf': terraform('one', 'orders', 'orders') + terraform('two', 'orders-2', 'orders', mark) },
    },
    {
      title: 'One name for two subjects',
      files: { 'identity.tf': terraform('one', 'orders', 'orders') + terraform('two', 'orders', 'billing', mark) },
    },
  ],
  good: [
    {
      title: 'Two subjects, two names',
      files: { 'identity.tf': terraform('one', 'orders', 'orders') + terraform('two', 'billing', 'billing') },
    },
    {
      title: 'One of the two at a time',
      files: {
        'identity.tf': `variable "second" {}\n\n${
          terraform('one', 'orders', 'orders', '', '\n  count = var.second ? 0 : 1') +
          terraform('two', 'orders', 'orders', '', '\n  count = var.second ? 1 : 0')
        }`,
      },
    },
  ],
});
