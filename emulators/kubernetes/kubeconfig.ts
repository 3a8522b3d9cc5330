/** Writes the kubeconfig of one user of the emulated cluster. */
import { stringify } from 'yaml';

/** What a kubeconfig with one cluster, one user and one context says. */
export interface KubeconfigContent {
  readonly server: string;
  /** PEM text of the authority; absent for plain http. */
  readonly certificateAuthority?: string;
  readonly user: string;
  readonly token: string;
  /** Namespace of the context. */
  readonly namespace: string;
}

/** Name of the only cluster and context. */
const contextName = 'emulated';

/** The kubeconfig as YAML text. */
export function kubeconfigText(content: KubeconfigContent): string {
  const { certificateAuthority, namespace, server, token, user } = content;
  const authority = certificateAuthority
    ? { 'certificate-authority-data': Buffer.from(certificateAuthority).toString('base64') }
    : {};
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': contextName,
    clusters: [{ name: contextName, cluster: { server, ...authority } }],
    users: [{ name: user, user: { token } }],
    contexts: [{ name: contextName, context: { cluster: contextName, user, namespace } }],
  });
}
