/** What Idwire asks of a Kubernetes cluster: lists, its issuer, and, for a proof, a token. Nothing is ever written. */
import type { ClusterReadName } from '../model/cluster-access.ts';

/** An object as the API server sent it. */
export type ClusterObject = Readonly<Record<string, unknown>>;

/** Failures are thrown: `AccessError`, which names the missing rule, for permission; `RemoteError` for the rest. */
export interface Cluster {
  /** How a person calls it: the context, or `in-cluster`. */
  readonly context: string;
  /** All objects of all namespaces; undefined when the cluster does not serve the kind. */
  list(name: ClusterReadName): Promise<readonly ClusterObject[] | undefined>;
  /** The issuer by the API server's own discovery document. */
  issuer(): Promise<string>;
  /** A token of a ServiceAccount for an audience (authentication.k8s.io/v1 TokenRequest). Never print it. */
  token(account: { readonly namespace: string; readonly name: string }, audience: string): Promise<string>;
}

/** The clusters that a kubeconfig, or the pod that this runs in, leads to. */
export interface Clusters {
  readonly contexts: readonly string[];
  /** The context that is used when none is asked for. */
  readonly current: string;
  /** Whether a person chose the context: then it is the only one that is used. */
  readonly chosen: boolean;
  open(context: string): Promise<Cluster>;
}
