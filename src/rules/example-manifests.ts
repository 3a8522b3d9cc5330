/** Manifests that the examples of rules are made of: an account with an identity, and pods that run as it. */

export const exampleClientId = '1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11';
export const exampleTenantId = '7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90';

/** A ServiceAccount with a client id; `annotations` are further lines, `key: value`. */
export function exampleAccount(
  options: { name?: string; namespace?: string; clientId?: string; annotations?: readonly string[] } = {},
): string {
  const { name = 'orders', namespace = 'shop', clientId = exampleClientId, annotations = [] } = options;
  return document(
    `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace}
  annotations:
${lines(4, [`azure.workload.identity/client-id: ${clientId}`, ...annotations])}`,
  );
}

export interface ExamplePods {
  readonly name?: string;
  readonly namespace?: string;
  /** Labels of the pods beside `app`; the webhook's own when left out. */
  readonly labels?: readonly string[];
  readonly annotations?: readonly string[];
  /** Lines of the pod's spec before its containers; the account `orders` when left out. */
  readonly spec?: readonly string[];
  /** Further lines of the container `orders`. */
  readonly container?: readonly string[];
}

/** A Deployment whose pods are labelled and run as the account `orders`, unless the options say otherwise. */
export function examplePods(options: ExamplePods = {}): string {
  const { name = 'orders', namespace = 'shop', annotations = [], container = [] } = options;
  const { labels = ['azure.workload.identity/use: "true"'], spec = ['serviceAccountName: orders'] } = options;
  return document(
    `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
${lines(8, labels)}${annotations.length > 0 ? `      annotations:\n${lines(8, annotations)}` : ''}    spec:
${lines(6, spec)}      containers:
        - name: orders
          image: registry.example/orders:1
${lines(10, container)}`,
  );
}

function document(text: string): string {
  return `---\n${text}`;
}

function lines(spaces: number, texts: readonly string[]): string {
  return texts.map((text) => `${' '.repeat(spaces)}${text}\n`).join('');
}
