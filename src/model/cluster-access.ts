/** What is read of a cluster, and the ClusterRole that permits exactly that. */

/** A resource that is listed over all namespaces. */
export interface ClusterRead {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  /** Narrows the list at the server. */
  readonly labelSelector?: string;
  /** Brought by an add-on or a driver: a cluster without it serves no such resource, and that is no failure. */
  readonly custom?: true;
}

export const clusterReads = {
  accounts: { group: '', version: 'v1', resource: 'serviceaccounts' },
  pods: { group: '', version: 'v1', resource: 'pods', labelSelector: 'azure.workload.identity/use=true' },
  namespaces: { group: '', version: 'v1', resource: 'namespaces' },
  webhooks: { group: 'admissionregistration.k8s.io', version: 'v1', resource: 'mutatingwebhookconfigurations' },
  secretClasses: {
    group: 'secrets-store.csi.x-k8s.io',
    version: 'v1',
    resource: 'secretproviderclasses',
    custom: true,
  },
  identities: { group: 'aadpodidentity.k8s.io', version: 'v1', resource: 'azureidentities', custom: true },
  bindings: { group: 'aadpodidentity.k8s.io', version: 'v1', resource: 'azureidentitybindings', custom: true },
} as const satisfies Readonly<Record<string, ClusterRead>>;

export type ClusterReadName = keyof typeof clusterReads;

/** The discovery document of the API server; Kubernetes grants it by `system:service-account-issuer-discovery`. */
export const discoveryPath = '/.well-known/openid-configuration';

/** One rule of a ClusterRole as YAML, on one line. */
export function ruleFor({ group, resource }: ClusterRead): string {
  return `{apiGroups: ["${group}"], resources: [${resource}], verbs: [list]}`;
}

export const discoveryRule = `{nonResourceURLs: [${discoveryPath}], verbs: [get]}`;
export const tokenRule = '{apiGroups: [""], resources: [serviceaccounts/token], verbs: [create]}';

/** The manifest of the ClusterRole. Reading needs nothing else; `prove` also makes tokens, which is as good as being the account. */
export function clusterRole(options: { readonly prove: boolean }): string {
  const rules = [...Object.values(clusterReads).map(ruleFor), discoveryRule, ...(options.prove ? [tokenRule] : [])];
  return `${[
    'apiVersion: rbac.authorization.k8s.io/v1',
    'kind: ClusterRole',
    'metadata:',
    `  name: idwire-${options.prove ? 'prove' : 'read'}`,
    'rules:',
    ...rules.map((rule) => `  - ${folded(rule)}`),
  ].join('\n')}\n`;
}

/** Long rules take two lines, so that help stays within a terminal. */
function folded(rule: string): string {
  return rule.length <= 90 ? rule : rule.replace(', resources', ',\n     resources');
}
