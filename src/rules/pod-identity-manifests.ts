/** Manifests of AAD Pod Identity that the examples of several rules share; what is retired in them is kept on purpose. */

/** Silences, with a reason, the finding that the line is there at all. */
export const kept = (rule: string): string => ` # idwire-ignore: ${rule} it moves in spring`;

const resource = (kind: string, name: string, namespace: string, spec: string, annotations = ''): string =>
  `apiVersion: aadpodidentity.k8s.io/v1
kind: ${kind}${kept('pod-identity-resource')}
metadata:
  name: ${name}
  namespace: ${namespace}
${annotations}spec:
${spec}`;

export const resourceId =
  '/subscriptions/7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90/resourcegroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/orders';
export const clientId = '1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11';

/** An `AzureIdentity`, sound unless other lines are given for its spec. */
export function identity(
  spec = `  type: 0\n  resourceID: ${resourceId}\n  clientID: ${clientId}\n`,
  { name = 'orders', namespace = 'shop', annotations = '' } = {},
): string {
  return resource('AzureIdentity', name, namespace, spec, annotations);
}

/** An `AzureIdentityBinding` of the identity and the selector `orders` unless told otherwise. */
export function binding(
  spec = '  azureIdentity: orders\n  selector: orders\n',
  { name = 'orders', namespace = 'shop' } = {},
): string {
  return resource('AzureIdentityBinding', name, namespace, spec);
}

export function exception(spec: string, { name = 'batch', namespace = 'shop' } = {}): string {
  return resource('AzurePodIdentityException', name, namespace, spec);
}

const keptLabel = `aadpodidbinding: orders${kept('pod-identity-label')}`;

/** A Deployment whose pods carry the label of pod identity, and drop what they need not have. */
export function pods({ label = keptLabel, namespace = 'shop', name = 'orders', spec = '' } = {}): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata:
      labels:
        app: ${name}
${label ? `        ${label}\n` : ''}    spec:
${spec}      containers:
        - name: ${name}
          image: "registry.example/${name}:1"
          securityContext: {capabilities: {drop: [ALL]}}
`;
}

/** NMI as a DaemonSet, in standard mode with further arguments, one line each. */
export function nmi(args: readonly string[] = [], mark = kept('pod-identity-components')): string {
  return `apiVersion: apps/v1
kind: DaemonSet${mark}
metadata: {name: nmi, namespace: kube-system}
spec:
  selector: {matchLabels: {component: nmi}}
  template:
    metadata: {labels: {component: nmi}}
    spec:
      hostNetwork: true
      containers:
        - name: nmi
          image: mcr.microsoft.com/oss/azure/aad-pod-identity/nmi:v1.8.17
          args:
            - --node=$(NODE_NAME)
${args.map((line) => `            - ${line}\n`).join('')}`;
}

/** MIC as a Deployment with further arguments. */
export function mic(args: readonly string[] = [], mark = kept('pod-identity-components')): string {
  return `apiVersion: apps/v1
kind: Deployment${mark}
metadata: {name: mic, namespace: kube-system}
spec:
  selector: {matchLabels: {component: mic}}
  template:
    metadata: {labels: {component: mic}}
    spec:
      containers:
        - name: mic
          image: mcr.microsoft.com/oss/azure/aad-pod-identity/mic:v1.8.17
          args:
            - --cloudconfig=/etc/kubernetes/azure.json
${args.map((line) => `            - ${line}\n`).join('')}`;
}
