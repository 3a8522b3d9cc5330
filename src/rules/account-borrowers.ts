/** Objects of controllers that borrow a ServiceAccount: its identity serves them, whether or not pods run as it. */
import type { Field } from '../model/field.ts';
import type { KubernetesObject, ServiceAccount } from '../model/kubernetes.ts';
import { compareNamespaces, type World } from '../model/world.ts';

/**
 * Where each kind names the account: External Secrets `azurekv.serviceAccountRef` and its registry token generator,
 * cert-manager `azureDNS` solvers, Flux sources with `provider: azure`, KEDA and Argo objects, and the App
 * Configuration provider. A namespace beside the name is that of the account.
 */
const kinds =
  /^(?:(?:Cluster)?SecretStore|ACRAccessToken|(?:Cluster)?Issuer|(?:Git|OCI|Helm|Image)Repository|Bucket|(?:Cluster)?TriggerAuthentication|EventSource|Sensor|AzureAppConfigurationProvider|VaultAuth)$/;

interface Loan {
  readonly borrower: KubernetesObject;
  readonly name: string;
  readonly namespace: string | undefined;
}

const loansByWorld = new WeakMap<World, readonly Loan[]>();

/** The first object in sight that borrows the account. */
export function borrowerOf(world: World, account: ServiceAccount): KubernetesObject | undefined {
  return loansOf(world).find(
    ({ borrower, name, namespace }) =>
      name === account.metadata.nameField?.text &&
      world.sees(borrower.manifest, account.manifest) &&
      (namespace === undefined
        ? borrower.kind.startsWith('Cluster') || compareNamespaces(borrower, account) !== 'different'
        : namespace === account.metadata.namespaceField?.text),
  )?.borrower;
}

function loansOf(world: World): readonly Loan[] {
  let loans = loansByWorld.get(world);
  if (!loans) {
    loans = world.objects
      .filter((object) => kinds.test(object.kind))
      .flatMap((borrower) => [...namesIn(borrower.root.get('spec'))].map((loan) => ({ borrower, ...loan })));
    loansByWorld.set(world, loans);
  }
  return loans;
}

function* namesIn(field: Field | undefined): Iterable<{ name: string; namespace: string | undefined }> {
  for (const child of [...(field?.entries() ?? []), ...(field?.items() ?? [])]) {
    if (child.key === 'serviceAccountName' && child.text) yield { name: child.text, namespace: undefined };
    const name = child.key === 'serviceAccountRef' ? child.get('name')?.text : undefined;
    if (name) yield { name, namespace: child.get('namespace')?.text };
    else yield* namesIn(child);
  }
}
