/** Kubernetes clusters behind the port: those of a kubeconfig that a person named, or the one this runs in. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../../model/errors.ts';
import type { Clusters } from '../../ports/cluster.ts';
import { createCluster } from './cluster.ts';

/** Where the way to the clusters is described. */
export type ClusterSource =
  | { readonly kind: 'file'; readonly path: string; readonly context: string | undefined }
  /** A kubeconfig as a service connection holds it. */
  | { readonly kind: 'text'; readonly text: string; readonly context: string | undefined }
  | { readonly kind: 'in-cluster' };

/** Reads the kubeconfig; nothing is sent, and no plugin is started, before a cluster is asked something. */
export async function openClusters(source: ClusterSource): Promise<Clusters> {
  const { KubeConfig } = await import('./kube-config.ts');
  const config = () => {
    const fresh = new KubeConfig();
    load(fresh, source);
    return fresh;
  };
  const first = config();
  const contexts = first.getContexts().map(({ name }) => name);
  const named = source.kind === 'in-cluster' ? undefined : source.context;
  const current = named ?? first.getCurrentContext();
  if (!contexts.includes(current)) throw noContext(current, contexts);
  return {
    contexts,
    current,
    chosen: named !== undefined || source.kind === 'in-cluster',
    async open(context) {
      const own = config();
      own.setCurrentContext(context);
      return createCluster(own, source.kind === 'in-cluster' ? 'in-cluster' : context);
    },
  };
}

/** Paths inside a kubeconfig are relative to its folder. */
function load(config: InstanceType<typeof import('./kube-config.ts').KubeConfig>, source: ClusterSource): void {
  if (source.kind === 'in-cluster') {
    config.loadFromCluster();
    return;
  }
  try {
    if (source.kind === 'text') config.loadFromString(source.text);
    else {
      config.loadFromString(readFileSync(source.path, 'utf8'));
      config.makePathsAbsolute(dirname(source.path));
    }
  } catch (thrown) {
    throw new InputError(
      {
        problem:
          source.kind === 'file'
            ? `The kubeconfig ${source.path} cannot be read.`
            : 'The kubeconfig of the service connection cannot be read.',
        evidence: thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown),
        remedy: 'Name a kubeconfig file, such as the one that `az aks get-credentials --file` writes.',
      },
      { cause: thrown },
    );
  }
}

function noContext(name: string, contexts: readonly string[]): InputError {
  return new InputError({
    problem: name ? `The kubeconfig has no context ${name}.` : 'The kubeconfig has no current context.',
    evidence: contexts.length > 0 ? `Its contexts: ${contexts.join(', ')}.` : 'It has no context at all.',
    remedy: 'Give one of them as kube-context.',
  });
}
