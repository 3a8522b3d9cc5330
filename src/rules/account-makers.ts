/** What else may make ServiceAccounts, so that one that is in no file is not missing. */
import type { KubernetesObject } from '../model/kubernetes.ts';
import { compareNamespaces, type Repository, type World } from '../model/world.ts';

/**
 * Kinds that make accounts in their own namespace: a chart through Flux, operators of workload identities
 * (Altinn dis-identity-operator ApplicationIdentity, azure-workload-identity operators), Crossplane and Kubernetes
 * Objects, CloudNativePG (its account bears the cluster's name).
 */
const makers = new Set(['HelmRelease', 'ApplicationIdentity', 'WorkloadIdentity', 'Cluster']);

/** Whether scripts, Terraform, a chart or an operator may make accounts in the namespace of an object. */
export function mayMakeAccounts(world: World, repository: Repository, object: KubernetesObject): boolean {
  return (
    repository.scripts.createsAccounts ||
    world.objects.some(
      (other) =>
        makers.has(other.kind) &&
        world.sees(object.manifest, other.manifest) &&
        compareNamespaces(object, other) !== 'different',
    )
  );
}
