/** Rule: pods that get a token of their account also get a client secret or certificate, which wins. */
import type { Field } from '../../model/field.ts';
import type { Container, EnvironmentVariable, KubernetesObject, Workload } from '../../model/kubernetes.ts';
import { compareNamespaces, nameOf, type World } from '../../model/world.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { labelledPods, skippedContainers } from '../labelled-pods.ts';
import { cause, defineExamples, defineRule, type Observation } from '../rule.ts';

export const rule = defineRule({
  id: 'client-secret-beside-identity',
  title: 'A client secret wins over the workload identity',
  group: 'Workload identity',
  why: 'DefaultAzureCredential tries the environment first: with AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH it signs in as a service principal, and the token of the account is never used. When the secret expires the application stops (AADSTS7000215), although its workload identity is in order.',
  remedy:
    'Remove the secret or certificate from the container, and the Secret that holds it when nothing else needs it.',
  severity: 'warning',
  sources: ['Azure SDK DefaultAzureCredential (EnvironmentCredential goes first)', 'Azure/kubelogin issue 375'],
  yieldsTo: ['plain-client-secret'],
  *check(world) {
    for (const { workload, template } of labelledPods(world)) {
      const skipped = skippedContainers(template);
      for (const container of template.containers) {
        if (skipped.has(container.name)) continue;
        for (const variable of container.environment) {
          if (winning.has(variable.name) && isGiven(variable)) yield observe(workload, container, variable);
        }
        yield* fromElsewhere(world, workload, container);
      }
    }
  },
});

const winning: ReadonlySet<string> = new Set(['AZURE_CLIENT_SECRET', 'AZURE_CLIENT_CERTIFICATE_PATH']);

/** An empty variable counts as none for the SDKs. */
function isGiven({ value, valueFrom }: EnvironmentVariable): boolean {
  return valueFrom !== undefined || Boolean(value?.text);
}

function observe(workload: Workload, container: Container, { name, field }: EnvironmentVariable): Observation {
  return {
    at: field.get('name') ?? field,
    message: `The container ${container.name} of the ${workload.kind} ${nameOf(workload)} has ${name}, which wins over the workload identity its pods ask for.`,
    about: cause(`env ${field.path.join('/')}`, workload),
  };
}

/** Secrets and ConfigMaps of the same namespace whose keys all become variables. */
function* fromElsewhere(world: World, workload: Workload, container: Container): Iterable<Observation> {
  for (const item of container.field.get('envFrom')?.items() ?? []) {
    for (const [key, kind] of [
      ['secretRef', 'Secret'],
      ['configMapRef', 'ConfigMap'],
    ] as const) {
      const name = item.get(key, 'name');
      const source = name && world.objects.find((object) => isSource(world, workload, object, kind, name));
      const entry =
        source && keysOf(source).find((field) => winning.has(`${item.get('prefix')?.text ?? ''}${field.key}`));
      if (!name || !source || !entry) continue;
      yield {
        at: name,
        message: `The container ${container.name} of the ${workload.kind} ${nameOf(workload)} takes ${entry.key} from the ${kind} ${nameOf(source)}, and it wins over the workload identity its pods ask for.`,
        related: [{ at: entry.keyPlace, note: 'the variable that wins' }],
      };
    }
  }
}

function isSource(world: World, workload: Workload, object: KubernetesObject, kind: string, name: Field): boolean {
  return (
    object.kind === kind &&
    object.metadata.nameField?.text === name.text &&
    world.sees(workload.manifest, object.manifest) &&
    compareNamespaces(workload, object) === 'same'
  );
}

function keysOf(object: KubernetesObject): readonly Field[] {
  return ['data', 'stringData'].flatMap((key) => object.root.get(key)?.entries() ?? []);
}

const pods = (container: readonly string[], more: { labels?: string[]; annotations?: string[] } = {}) =>
  exampleAccount() + examplePods({ container, ...more });
const secretKey = 'valueFrom: {secretKeyRef: {name: azure, key: secret}}';
const mark = ' #~ client-secret-beside-identity';
const secret = (namespace: string, key = 'AZURE_CLIENT_SECRET') =>
  `---
apiVersion: v1
kind: Secret
metadata: {name: azure, namespace: ${namespace}}
stringData:
  ${key}: $` +
  `{SECRET}
`;
const config = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: azure, namespace: shop}
data:
  AZURE_CLIENT_CERTIFICATE_PATH: /certificates/azure.pem
`;

export const examples = defineExamples({
  bad: [
    {
      title: 'A secret from a Secret',
      files: { 'all.yaml': pods(['env:', `  - name: AZURE_CLIENT_SECRET${mark}`, `    ${secretKey}`]) },
    },
    {
      title: 'A certificate',
      files: {
        'all.yaml': pods([
          'env:',
          `  - name: AZURE_CLIENT_CERTIFICATE_PATH${mark}`,
          '    value: /certificates/azure.pem',
        ]),
      },
    },
    {
      title: 'All of a Secret',
      files: { 'all.yaml': pods(['envFrom:', '  - secretRef:', `      name: azure${mark}`]) + secret('shop') },
    },
    {
      title: 'All of a Secret, with a prefix',
      files: {
        'all.yaml':
          pods(['envFrom:', '  - prefix: AZURE_CLIENT_', '    secretRef:', `      name: azure${mark}`]) +
          secret('shop', 'SECRET').replace(
            'name: azure',
            'name: azure, labels: {secrets-store.csi.k8s.io/managed: "true"}',
          ),
      },
    },
    {
      title: 'All of a ConfigMap',
      files: { 'all.yaml': pods(['envFrom:', '  - configMapRef:', `      name: azure${mark}`]) + config },
    },
  ],
  good: [
    {
      title: 'No secret, or an empty one',
      files: {
        'all.yaml': pods(['env: [{name: AZURE_CLIENT_SECRET, value: ""}, {name: AZURE_REGION, value: westeurope}]']),
      },
    },
    {
      title: 'A Secret of another namespace, and one with other keys',
      files: {
        'all.yaml':
          pods(['envFrom: [{secretRef: {name: azure}}]']) + secret('other') + secret('shop', 'AZURE_CLIENT_NAME'),
      },
    },
    {
      title: 'A container that the webhook leaves alone',
      files: {
        'all.yaml': pods([`env: [{name: AZURE_CLIENT_SECRET, ${secretKey}}]`], {
          annotations: ['azure.workload.identity/skip-containers: orders'],
        }),
      },
    },
    {
      title: 'Pods without workload identity',
      files: {
        'all.yaml': pods([`env: [{name: AZURE_CLIENT_SECRET, ${secretKey}}]`], {
          labels: ['azure.workload.identity/use: "false"'],
        }),
      },
    },
  ],
});
