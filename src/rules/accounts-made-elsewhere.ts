/** Namespaces in which something that is not read makes ServiceAccounts: charts from elsewhere, bundles of operators. */

import { readPlaceholders } from '../manifests/placeholders.ts';
import type { KubernetesObject } from '../model/kubernetes.ts';
import { isClusterNamespace } from '../model/kubernetes.ts';
import { couldBe, literalOf } from '../model/partial-text.ts';
import type { Repository } from '../model/world.ts';

/** Kinds whose objects install what this repository does not hold. */
const installers = new Set([
  'HelmRelease',
  'HelmChart',
  'Application',
  'ApplicationSet',
  'Subscription',
  'Addon',
  'App',
]);

/** Whether every account of a namespace is in sight, so that one can be said to be missing. */
export function knowsAccountsOf(repository: Repository, namespace: string): boolean {
  if (!repository.complete || isClusterNamespace(namespace)) return false;
  return repository.worlds.every(
    (world) => world.complete && !world.objects.some((object) => mayInstallInto(object, namespace)),
  );
}

function mayInstallInto(object: KubernetesObject, namespace: string): boolean {
  if (!installers.has(object.kind)) return false;
  const target =
    object.root.get('spec', 'targetNamespace')?.text ?? object.root.get('spec', 'destination', 'namespace')?.text;
  if (target !== undefined) return couldBe(readPlaceholders(target), namespace);
  return !object.namespaceGiven || couldBe(object.namespace, namespace) || object.kind !== 'HelmRelease';
}

/** Whether the repository declares accounts of a namespace, by whatever means. */
export function declaresAccountsIn(repository: Repository, namespace: string): boolean {
  return (
    repository.worlds.some((world) =>
      world.serviceAccounts.some((account) => account.namespaceGiven && literalOf(account.namespace) === namespace),
    ) ||
    repository.declaredAccounts.some(
      (account) => account.created && account.namespace && literalOf(account.namespace.text) === namespace,
    )
  );
}
