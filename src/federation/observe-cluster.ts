/** Looks at a cluster: everything that the wiring is compared with, each refused list a gap of its own. */
import type { ClusterReadName } from '../model/cluster-access.ts';
import type { ClusterContents } from '../model/cluster-contents.ts';
import { IdwireError } from '../model/errors.ts';
import type { Gap } from '../model/report.ts';
import type { Cluster, ClusterObject } from '../ports/cluster.ts';
import { toAccount, toNamespace, toObject, toPod, toWebhooks } from './cluster-objects.ts';

export interface ObservedContents {
  readonly contents: ClusterContents;
  readonly gaps: readonly Gap[];
}

/** How much of a cluster is read: a proof only has to know which one it is. */
export type ReadDepth = 'issuer' | 'everything';

/** Never throws for what the cluster refuses or fails at. `name` is that of `idwire.yaml`, for the gaps. */
export async function observeCluster(cluster: Cluster, name: string, depth: ReadDepth): Promise<ObservedContents> {
  const gaps: Gap[] = [];
  const issuer = await attempt(`the issuer of cluster ${name}`, gaps, () => cluster.issuer());
  if (depth === 'issuer') return { contents: issuer === undefined ? {} : { issuer }, gaps };
  // Lists go one after another: an API server is shared, and each list may be large.
  const read = async <Item>(list: ClusterReadName, toItems: (object: ClusterObject) => readonly Item[]) => {
    const objects = await attempt(
      `${nouns[list]} of cluster ${name}`,
      gaps,
      async () => (await cluster.list(list)) ?? [],
    );
    return objects?.flatMap(toItems);
  };
  const accounts = await read('accounts', (object) => [toAccount(object)]);
  const pods = await read('pods', (object) => [toPod(object)]);
  const webhooks = await read('webhooks', toWebhooks);
  const namespaces = await read('namespaces', (object) => [toNamespace(object)]);
  const secretClasses = await read('secretClasses', (object) => [toObject('SecretProviderClass')(object)]);
  const identities = await read('identities', (object) => [toObject('AzureIdentity')(object)]);
  const bindings = await read('bindings', (object) => [toObject('AzureIdentityBinding')(object)]);
  const podIdentities = identities && bindings && [...identities, ...bindings];
  return {
    contents: {
      ...(issuer !== undefined && { issuer }),
      ...(accounts && { accounts }),
      ...(pods && { pods }),
      ...(webhooks && { webhooks }),
      ...(namespaces && { namespaces }),
      ...(secretClasses && { secretClasses }),
      ...(podIdentities && { podIdentities }),
    },
    gaps,
  };
}

const nouns: Readonly<Record<ClusterReadName, string>> = {
  accounts: 'the ServiceAccounts',
  pods: 'the labelled pods',
  namespaces: 'the namespaces',
  webhooks: 'the mutating webhooks',
  secretClasses: 'the SecretProviderClasses',
  identities: 'the AzureIdentities',
  bindings: 'the AzureIdentityBindings',
};

/** What is refused, or fails, is a gap: the rest of the cluster can still be compared. */
export async function attempt<Result>(
  what: string,
  gaps: Gap[],
  read: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await read();
  } catch (thrown) {
    if (!(thrown instanceof IdwireError)) throw thrown;
    gaps.push({ what, why: [thrown.problem, thrown.evidence].filter(Boolean).join(' '), remedy: thrown.remedy });
    return undefined;
  }
}
