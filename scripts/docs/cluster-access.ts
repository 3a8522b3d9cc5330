/** `docs/cluster-access.md`: what drift and prove read of a cluster, and the role that permits exactly that. */
import { clusterRole } from '../../src/model/cluster-access.ts';
import type { Artefact } from './artefact.ts';
import { fenced } from './markdown.ts';

export const clusterAccess: Artefact = {
  generate: async () =>
    new Map([
      [
        'docs/cluster-access.md',
        `${[
          '# Access to clusters',
          'Idwire reads a cluster only when a kubeconfig, or a Kubernetes service connection, is named. It lists, page by page, and writes nothing. A list that is refused is a gap in the report that names the missing rule; everything else is compared all the same.',
          '## To compare (`drift`)',
          fenced('yaml', clusterRole({ prove: false })),
          'Bind it with a ClusterRoleBinding to whom the kubeconfig signs in as. The kinds of Secrets Store CSI Driver and of pod identity are asked for as well; a cluster that does not serve them lacks nothing.',
          '## To prove (`prove`, and `drift --prove`)',
          fenced('yaml', clusterRole({ prove: true })),
          'Whoever may create tokens of an account can act as it, in the cluster and, where it is wired, in Azure. Grant this only to the job that proves; a Role in the namespaces in question is enough. The tokens live ten minutes, are never written anywhere, and what Entra gives for them is thrown away.',
          '## Which context is which cluster',
          'Contexts are found by the name of the cluster in `idwire.yaml`, or by the name of its resource, as `az aks get-credentials` writes it. With `kube-context`, or when no name fits, one context is used, and the issuer that its API server states tells which cluster it is.',
        ]
          .map((part) => part.trimEnd())
          .join('\n\n')}\n`,
      ],
    ]),
};
