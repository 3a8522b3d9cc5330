/** Opens the way to the clusters that a person named: a kubeconfig, a service connection, or the pod this runs in. */
import type { Inputs } from '../config/inputs.ts';
import { InputError } from '../model/errors.ts';
import type { Clusters } from '../ports/cluster.ts';

/** Undefined when nothing was named: then no kubeconfig is looked for. Throws `InputError` for one that cannot be read. */
export async function openNamedClusters(
  { kubeconfig, kubeContext }: Pick<Inputs, 'kubeconfig' | 'kubeContext'>,
  connection: string | undefined,
): Promise<Clusters | undefined> {
  if (kubeconfig === undefined && connection === undefined) {
    if (kubeContext === undefined) return undefined;
    throw new InputError({
      problem: 'There is a kube-context and no kubeconfig.',
      evidence: kubeContext,
      remedy: 'Name the file with kubeconfig.',
    });
  }
  const { openClusters } = await import('../adapters/kubernetes/clusters.ts');
  if (kubeconfig === undefined) return openClusters({ kind: 'text', text: connection ?? '', context: kubeContext });
  if (kubeconfig === 'in-cluster') return openClusters({ kind: 'in-cluster' });
  return openClusters({ kind: 'file', path: kubeconfig, context: kubeContext });
}
