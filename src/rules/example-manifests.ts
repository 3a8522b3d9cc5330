/** Manifests that the examples of rules are made of: an account with an identity, its pods, and its credential. */

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

/** The issuer of a cluster in the public cloud. */
const exampleIssuer =
  'https://westeurope.oic.prod-aks.azure.com/0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10/';

export interface ExampleCredential {
  readonly name?: string;
  /** The name of the identity. */
  readonly owner?: string;
  readonly issuer?: string;
  /** That of the account of the same name when left out. */
  readonly subject?: string;
  readonly audience?: string;
}

/** A federated credential for an account of the cluster unless told otherwise; a mark goes behind the value it is about. */
export function exampleCredential(options: ExampleCredential = {}): string {
  const { name = 'orders', owner = 'id-orders', issuer = exampleIssuer } = options;
  const { subject = `system:serviceaccount:shop:${name}`, audience = 'api://AzureADTokenExchange' } = options;
  return document(
    `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata:
  name: ${name}
  namespace: shop
spec:
  owner:
    name: ${owner}
  issuer: ${issuer}
  subject: ${subject}
  audiences:
    - ${audience}
`,
  );
}

/** A federated credential of the identity `deployer` for a workflow of GitHub. */
export function exampleWorkflowCredential(subject: string, name = 'shop-deploy', owner = 'deployer'): string {
  return exampleCredential({ name, owner, issuer: 'https://token.actions.githubusercontent.com', subject });
}

function document(text: string): string {
  return `---\n${text}`;
}

function lines(spaces: number, texts: readonly string[]): string {
  return texts.map((text) => `${' '.repeat(spaces)}${text}\n`).join('');
}
