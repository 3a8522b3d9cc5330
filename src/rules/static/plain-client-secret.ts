/** Rule: a client secret is written out in a manifest. */
import type { Field } from '../../model/field.ts';
import { entryOf, type KubernetesObject, type Workload } from '../../model/kubernetes.ts';
import { nameOf, type World } from '../../model/world.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { isLiteralSecret } from '../literal-secret.ts';
import { cause, defineExamples, defineRule, type Observation } from '../rule.ts';

export const rule = defineRule({
  id: 'plain-client-secret',
  title: 'A client secret is written out',
  group: 'Workload identity',
  why: 'Everyone who can read the repository, now or later, can sign in to Azure as this service principal, from anywhere. Base64 hides nothing, and removing the line does not remove it from the history.',
  remedy:
    'Revoke the secret in Entra, remove it from the manifest, and let the pods use workload identity instead; what must stay a secret belongs in Key Vault.',
  severity: 'error',
  sources: [
    'Microsoft identity platform, client credentials',
    'Kubernetes documentation, Secrets (data is encoded, not encrypted)',
  ],
  *check(world) {
    for (const workload of world.workloads) yield* inEnvironment(workload);
    yield* inObjects(world);
  },
});

/** Names that nothing but an Azure service principal's secret has. */
const named = /^(?:AZURE|ARM|AAD)_CLIENT_SECRET$|^aadClientSecret$/;

function* inEnvironment(workload: Workload): Iterable<Observation> {
  for (const container of workload.templates.flatMap((template) => template.containers)) {
    for (const { name, field, value } of container.environment) {
      if (!named.test(name) || !isLiteralSecret(value?.text)) continue;
      yield {
        // The name, not the value: the value would be shown once more in every report.
        at: field.get('name') ?? field,
        message: `The container ${container.name} of the ${workload.kind} ${nameOf(workload)} has a client secret as the literal value of ${name}.`,
        about: cause(`env ${field.path.join('/')}`, workload),
      };
    }
  }
}

function* inObjects(world: World): Iterable<Observation> {
  for (const object of world.objects) {
    if ((object.kind !== 'Secret' && object.kind !== 'ConfigMap') || object.root.get('sops')) continue;
    const entries = [
      ...entriesOf(object, 'stringData', (text) => text),
      ...entriesOf(object, 'data', decoderFor(object)),
    ];
    for (const entry of entries) {
      const holds = isSecretKey(entry.field.key, entries, object)
        ? isLiteralSecret(entry.text)
        : isLiteralSecret(secretInJson(entry.text));
      if (!holds) continue;
      yield {
        at: entry.field.keyPlace,
        message: `The ${object.kind} ${nameOf(object)} holds a client secret under ${entry.field.key}${object.kind === 'Secret' ? '; base64 hides nothing' : ''}.`,
      };
    }
  }
}

interface Entry {
  readonly field: Field;
  readonly text: string;
}

function entriesOf(object: KubernetesObject, key: string, decode: (text: string) => string): readonly Entry[] {
  return (object.root.get(key)?.entries() ?? []).map((field) => ({ field, text: decode(field.text ?? '') }));
}

/** The data of a Secret is base64; text that is not, or that decodes to no text, is no secret we can read. */
function decoderFor(object: KubernetesObject): (text: string) => string {
  if (object.kind !== 'Secret') return (text) => text;
  return (text) => {
    if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text)) return '';
    const decoded = Buffer.from(text, 'base64').toString('utf8');
    return /^[\t\n\r\x20-\x7e]*$/.test(decoded) ? decoded : '';
  };
}

/** A key that says so by itself, or one beside a client id in what plainly is a service principal. */
function isSecretKey(key: string, entries: readonly Entry[], object: KubernetesObject): boolean {
  if (named.test(key)) return true;
  if (plain(key) !== 'clientsecret') return false;
  const keys = new Set(entries.map(({ field }) => plain(field.key)));
  const forKeyVault = entryOf(object.metadata.labels, 'secrets-store.csi.k8s.io/used') !== undefined;
  return keys.has('clientid') && (keys.has('tenantid') || forKeyVault);
}

function plain(key: string): string {
  return key.toLowerCase().replace(/[-_.]/g, '');
}

/** `azure.json` and the output of `az ad sp create-for-rbac`: JSON with a secret and the tenant it is for. */
function secretInJson(text: string): string | undefined {
  if (!/"(?:aad)?(?:tenantId|subscriptionId)"/.test(text)) return undefined;
  return /"(?:aad)?[cC]lientSecret"\s*:\s*"([^"]*)"/.exec(text)?.[1];
}

const mark = ' #~ plain-client-secret';
const secret = (data: string, more = '') => ({
  'secret.yaml': `apiVersion: v1
kind: Secret
metadata:
  name: azure
  namespace: shop
${more}${data}`,
});
const word = 'not-a-real-secret-value';
const encoded = (text: string) => Buffer.from(text).toString('base64');
const json = (text: string, tenant = 'tenantId') => `{"clientId": "a", "clientSecret": "${text}", "${tenant}": "b"}`;
const pods = (value: string, name = 'AZURE_CLIENT_SECRET') => ({
  'all.yaml':
    exampleAccount() +
    examplePods({ labels: [], container: ['env:', `  - name: ${name}`, `    value: ${value}`] }).replace(
      'serviceAccountName: orders',
      'serviceAccountName: other',
    ),
});

export const examples = defineExamples({
  bad: [
    { title: 'In a variable', files: pods(word, `AZURE_CLIENT_SECRET${mark}`) },
    {
      title: 'In a variable of pods with workload identity',
      files: {
        'all.yaml':
          exampleAccount() +
          examplePods({ container: ['env:', `  - name: AZURE_CLIENT_SECRET${mark}`, `    value: ${word}`] }),
      },
    },
    { title: 'In a Secret, as it is', files: secret(`stringData:\n  AZURE_CLIENT_SECRET: ${word}${mark}\n`) },
    { title: 'In a Secret, as base64', files: secret(`data:\n  ARM_CLIENT_SECRET: ${encoded(word)}${mark}\n`) },
    {
      title: 'Beside a client id and a tenant',
      files: secret(`stringData:\n  client-id: a\n  tenantId: b\n  client-secret: ${word}${mark}\n`),
    },
    {
      title: 'For the Key Vault driver',
      files: secret(
        `data:\n  clientid: ${encoded('a')}\n  clientsecret: ${encoded(word)}${mark}\n`,
        '  labels: {secrets-store.csi.k8s.io/used: "true"}\n',
      ),
    },
    { title: 'In JSON', files: secret(`stringData:\n  credentials: '${json(word)}'${mark}\n`) },
    {
      title: 'In a ConfigMap',
      files: {
        'config.yaml': `apiVersion: v1
kind: ConfigMap
metadata: {name: azure, namespace: shop}
data:
  AZURE_CLIENT_SECRET: ${word}${mark}
`,
      },
    },
  ],
  good: [
    { title: 'Filled in later', files: pods('"$' + '{CLIENT_SECRET}"') },
    { title: 'Empty', files: pods('""') },
    { title: 'A leftover', files: pods('changeme') },
    { title: 'A word for it', files: pods('your-client-secret') },
    { title: 'A reference', files: pods('ref+azurekeyvault://shop/azure') },
    {
      title: 'From a Secret',
      files: {
        'all.yaml':
          exampleAccount() +
          examplePods({
            labels: ['azure.workload.identity/use: "false"'],
            container: ['env: [{name: AZURE_CLIENT_SECRET, valueFrom: {secretKeyRef: {name: azure, key: secret}}}]'],
          }),
      },
    },
    { title: 'Another variable', files: pods(word, 'AZURE_CLIENT_NAME') },
    {
      title: 'Encrypted by SOPS',
      files: secret(`stringData:\n  AZURE_CLIENT_SECRET: ${word}\nsops:\n  version: 3.9.0\n`),
    },
    { title: 'A placeholder as base64', files: secret(`data:\n  AZURE_CLIENT_SECRET: ${encoded('<secret>')}\n`) },
    { title: 'No base64 at all', files: secret('data:\n  AZURE_CLIENT_SECRET: not!base64\n') },
    { title: 'Bytes that are no text', files: secret('data:\n  AZURE_CLIENT_SECRET: /////w==\n') },
    { title: 'A client of another provider', files: secret(`stringData:\n  clientId: a\n  clientSecret: ${word}\n`) },
    {
      title: 'A secret of something else, beside a tenant',
      files: secret(`stringData:\n  tenantId: b\n  clientSecret: ${word}\n`),
    },
    { title: 'JSON of another provider', files: secret(`stringData:\n  credentials: '${json(word, 'project')}'\n`) },
    {
      title: 'JSON that is filled in later',
      files: secret(`stringData:\n  credentials: '${json('$' + '{SECRET}')}'\n`),
    },
    {
      title: 'A sealed secret',
      files: {
        'sealed.yaml': `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: {name: azure, namespace: shop}
data:
  AZURE_CLIENT_SECRET: ${word}
`,
      },
    },
  ],
});
