/** Rule: a credential for a ServiceAccount that does not exist, most often because of a slip in its name. */
import { environmentOfFolder } from '../../manifests/raw-world.ts';
import type { DeclaredCredential, DeclaredValue } from '../../model/federation.ts';
import type { ServiceAccount } from '../../model/kubernetes.ts';
import { compareTexts, literalOf } from '../../model/partial-text.ts';
import { nameOf, type Repository } from '../../model/world.ts';
import { accountOfSubject, fitsSomeAccount, literalSubject, mayBeFor, subjectOfAccount } from '../account-subjects.ts';
import { declaresAccountsIn, knowsAccountsOf } from '../accounts-made-elsewhere.ts';
import { openText, spotOfDeclaration } from '../declared-values.ts';
import { editDistance } from '../near-miss.ts';
import { cause, defineExamples, defineRule, type Observation } from '../rule.ts';

export const rule = defineRule({
  id: 'credential-subject-unmatched',
  title: 'A credential is for an account that does not exist',
  group: 'Declared credentials',
  why: 'The subject of a credential names one account of one namespace, byte for byte. When no pod runs as it, the credential trusts nobody, and the pods that were meant get AADSTS700213.',
  remedy: 'Write the namespace and the name of the account that the pods run as, or remove the credential.',
  severity: 'error',
  sources: ['Azure/AKS issue 4228', 'external-secrets/external-secrets issue 2783'],
  *checkRepository(repository) {
    for (const credential of repository.credentials) {
      const { subject } = credential;
      // What is only perhaps written, and documents are, can fit an account and never miss one.
      if (!subject || credential.conditional || credential.claimsMatchingExpression) continue;
      const named = accountOfSubject(openText(subject));
      if (!named || !knowsAccountsOf(repository, named.namespace)) continue;
      if (fitsSomeAccount(repository, openText(subject))) continue;
      const observation = judge(repository, credential, subject, named);
      if (observation) yield observation;
    }
  },
});

interface Named {
  readonly namespace: string;
  readonly name: string;
}

function judge(
  repository: Repository,
  credential: DeclaredCredential,
  subject: DeclaredValue,
  { namespace, name }: Named,
): Observation | undefined {
  const miss = nearMiss(repository, { namespace, name });
  const what = `The subject names the account ${namespace}/${name}`;
  if (miss) {
    const { account, difference } = miss;
    return {
      at: subject.at,
      message: `${what}, which does not exist; ${nameOf(account)}, ${difference}, has no credential.`,
      related: [{ at: account.metadata.nameField ?? account.root, note: 'the account that may be meant' }],
      about: cause('credential', account),
    };
  }
  const other = betterDeclaration(repository, credential);
  if (!other && !declaresAccountsIn(repository, namespace)) return undefined;
  return {
    at: subject.at,
    message: other
      ? `${what}, which does not exist in this repository; another declaration beside this one names an account that does.`
      : `${what}, which is not among those that the repository declares for that namespace.`,
    severity: 'warning',
    ...(other && { related: [{ at: other.at, note: 'the declaration that fits an account' }] }),
  };
}

interface NearMiss {
  readonly account: ServiceAccount;
  readonly difference: string;
}

/** An account with a client id that was meant, by all that can be seen: nothing else is declared for it. */
function nearMiss(repository: Repository, named: Named): NearMiss | undefined {
  for (const account of repository.worlds.flatMap((world) => world.serviceAccounts)) {
    const [namespace, name] = [literalOf(account.namespace), literalOf(account.name)];
    if (!account.clientId || !account.namespaceGiven || namespace === undefined || name === undefined) continue;
    const difference = differenceOf(named, { namespace, name });
    if (!difference) continue;
    const subject = literalSubject(namespace, name);
    if (!repository.credentials.some((credential) => mayBeFor(credential, subject))) return { account, difference };
  }
  return undefined;
}

function differenceOf(a: Named, b: Named): string | undefined {
  if (a.name === b.name) {
    const same = a.namespace === b.namespace || areEnvironments(a.namespace, b.namespace);
    return same ? undefined : 'of the same name in another namespace';
  }
  if (a.namespace !== b.namespace) return undefined;
  if (editDistance(a.name, b.name, 1) === 1) return 'one character apart';
  const [short, long] = a.name.length < b.name.length ? [a.name, b.name] : [b.name, a.name];
  if (long.startsWith(`${short}-`)) return 'the same but for a suffix';
  return long.endsWith(`-${short}`) ? 'the same but for a prefix' : undefined;
}

/** `shop-dev` and `shop-prod`: the manifests of the other environment may well be somewhere else. */
function areEnvironments(a: string, b: string): boolean {
  const rest = (namespace: string) => namespace.split('-').filter((part) => environmentOfFolder(part) === undefined);
  return rest(a).length < a.split('-').length || rest(b).length < b.split('-').length;
}

/** Of two sets of commands for one set-up, a script and the document above it, the one whose subject fits an account. */
function betterDeclaration(repository: Repository, credential: DeclaredCredential): DeclaredCredential | undefined {
  if (credential.language !== 'cli') return undefined;
  const path = spotOfDeclaration(credential).source.path;
  return repository.credentials.find((other) => {
    const otherPath = spotOfDeclaration(other).source.path;
    if (other.language !== 'cli' || otherPath === path || !other.subject) return false;
    const folder = otherPath.slice(0, otherPath.lastIndexOf('/') + 1);
    return path.startsWith(folder) && fitsCertainly(repository, other);
  });
}

function fitsCertainly(repository: Repository, { subject }: DeclaredCredential): boolean {
  return repository.worlds.some((world) =>
    world.serviceAccounts.some(
      (account) => subject && compareTexts(openText(subject), subjectOfAccount(account)) === 'same',
    ),
  );
}

const account = (name: string, namespace = 'shop') => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace}
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;

const terraform = (subject: string, mark = '', resource = 'orders') =>
  `resource "azurerm_federated_identity_credential" "${resource}" {
  name                      = "${resource}"
  user_assigned_identity_id = azurerm_user_assigned_identity.${resource}.id
  issuer                    = azurerm_kubernetes_cluster.main.oidc_issuer_url
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "system:serviceaccount:${subject}"${mark}
}
`;

const script = (subject: string, mark = '') => `az identity federated-credential create --name orders \\
  --identity-name id-orders --resource-group shop --issuer "$ISSUER" \\
  --subject system:serviceaccount:${subject}${mark}
`;

const mark = ' #~ credential-subject-unmatched';

export const examples = defineExamples({
  bad: [
    {
      title: 'Another namespace',
      files: { 'account.yaml': account('orders'), 'identity.tf': terraform('store:orders', mark) },
    },
    {
      title: 'A suffix',
      files: { 'account.yaml': account('orders'), 'identity.tf': terraform('shop:orders-sa', mark) },
    },
    {
      title: 'An account that is not among those of its namespace',
      files: {
        'account.yaml': account('orders'),
        'identity.tf': terraform('shop:orders') + terraform('shop:billing', mark, 'billing'),
      },
    },
    {
      title: 'The script says one thing, the document above it another',
      files: {
        'account.yaml': account('orders'),
        'README.md': `# Set-up\n\n\`\`\`sh\n${script('shop:orders')}\`\`\`\n`,
        'scripts/federate.sh': script('default:workload-identity-sa', mark),
      },
    },
  ],
  good: [
    { title: 'The account', files: { 'account.yaml': account('orders'), 'identity.tf': terraform('shop:orders') } },
    {
      title: 'A namespace that is filled in later',
      files: {
        'account.yaml': account('orders'),
        'identity.tf': `variable "namespace" {\n  default = "store"\n}\n\n${terraform('$' + '{var.namespace}:orders')}`,
      },
    },
    {
      title: 'Terraform makes the account',
      files: {
        'identity.tf': `resource "kubernetes_service_account" "orders" {
  metadata {
    name      = "orders"
    namespace = "shop"
    annotations = {
      "azure.workload.identity/client-id" = azurerm_user_assigned_identity.orders.client_id
    }
  }
}

${terraform('shop:orders')}`,
      },
    },
    {
      title: 'Another environment, whose manifests are elsewhere',
      files: {
        'account.yaml': account('orders', 'shop-dev'),
        'identity.tf': terraform('shop-prod:orders'),
      },
    },
  ],
});
