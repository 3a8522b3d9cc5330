/** Rule: the path of the webhook's token file is written out, although it changes with the webhook. */
import type { Field } from '../../model/field.ts';
import type { KubernetesObject, PodTemplate, Workload } from '../../model/kubernetes.ts';
import type { Spot } from '../../model/source.ts';
import { nameOf, type World } from '../../model/world.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { cause, defineExamples, defineRule, type Observation } from '../rule.ts';
import { mentions, scalarsOf } from '../scalars.ts';

export const rule = defineRule({
  id: 'token-path-hard-coded',
  title: 'The path of the token file is hard-coded',
  group: 'Workload identity',
  why: 'The webhook mounts the token where its version wants it: the folder was renamed in v1.6.0, and gets a hash after that. A literal path works until the cluster is upgraded; then the application finds no file.',
  remedy:
    'Read AZURE_FEDERATED_TOKEN_FILE, which the webhook sets in every container; or project a token of your own to a path of your own.',
  severity: 'warning',
  sources: [
    'Azure/azure-workload-identity releases v1.5.1 and v1.6.0, issues 1720 and 1749',
    'Azure/AKS issue 5541',
    'crossplane-contrib/provider-upjet-azure issue 1281',
  ],
  *check(world) {
    const workloads = new Map(world.workloads.map((workload) => [workload.manifest, workload]));
    for (const object of world.objects) {
      if (!mentions(object, 'run/secrets/azure/')) continue;
      const workload = workloads.get(object.manifest);
      for (const field of workload ? usedBy(workload) : configuredBy(object)) yield* observe(world, object, field);
    }
  },
});

const tokenPath = /(?:\/var)?\/run\/secrets\/azure\/(?:tokens|wi)(?![\w-])[\w./-]*/;

function usedBy(workload: Workload): readonly Field[] {
  return workload.templates
    .flatMap((template) => template.containers)
    .flatMap(({ field }) => ['env', 'command', 'args'].flatMap((key) => field.get(key) ?? []))
    .flatMap((field) => [...scalarsOf(field)]);
}

/** Kinds whose text ends up in the configuration of a program. */
function configuredBy(object: KubernetesObject): readonly Field[] {
  const root = object.kind === 'ConfigMap' ? object.root.get('data') : undefined;
  const values = object.kind === 'HelmRelease' ? object.root.get('spec', 'values') : undefined;
  return [root, values].flatMap((field) => (field ? [...scalarsOf(field, new Set(['volumeMounts']))] : []));
}

function* observe(world: World, object: KubernetesObject, field: Field): Iterable<Observation> {
  const path = tokenPath.exec(field.text ?? '')?.[0];
  if (!path || mountsItself(world, object, path)) return;
  yield {
    at: placeOf(field, path),
    message: `The ${object.kind} ${nameOf(object)} names ${path}, a path that only some versions of the webhook use.`,
    about: cause(`env ${field.path.slice(0, -1).join('/')}`, object),
  };
}

/** Pods that mount something there themselves do not depend on where the webhook does. */
function mountsItself(world: World, object: KubernetesObject, path: string): boolean {
  return world.workloads.some(
    (workload) =>
      world.sees(object.manifest, workload.manifest) &&
      (object.kind === 'ConfigMap' || workload.manifest === object.manifest) &&
      workload.templates.flatMap(mountPaths).some((mounted) => path === mounted || path.startsWith(`${mounted}/`)),
  );
}

function mountPaths(template: PodTemplate): readonly string[] {
  return template.containers
    .flatMap((container) => container.field.get('volumeMounts')?.items() ?? [])
    .map((mount) => (mount.get('mountPath')?.text ?? '').replace(/\/$/, ''))
    .filter((path) => path !== '');
}

/** The line of a text of many lines; a rendered object has no text of its own to point into. */
function placeOf(field: Field, path: string): Field | Spot {
  const { manifest, node } = field;
  const start = manifest.source.text.indexOf(path, node.start);
  if (manifest.rendered || start === -1 || start >= node.end) return field;
  return { source: manifest.source, start, end: start + path.length };
}

const old = '/var/run/secrets/azure/tokens/azure-identity-token';
const mark = ' #~ token-path-hard-coded';
const config = (path: string) => `---
apiVersion: v1
kind: ConfigMap
metadata: {name: orders, namespace: shop}
data:
  other: "1"
  settings.ini: |
    [azure]
    token_file = ${path}
`;
const mounted = (path: string) =>
  examplePods({
    spec: [
      'serviceAccountName: orders',
      'volumes:',
      '  - name: token',
      '    projected: {sources: [{serviceAccountToken: {audience: "api://AzureADTokenExchange", path: azure-identity-token}}]}',
    ],
    container: [`args: ["--token=${old}"]`, `volumeMounts: [{name: token, mountPath: ${path}}]`],
  });

export const examples = defineExamples({
  bad: [
    {
      title: 'In an argument',
      files: { 'all.yaml': exampleAccount() + examplePods({ container: ['args:', `  - --token-file=${old}${mark}`] }) },
    },
    {
      title: 'The folder of a newer webhook, in the command',
      files: {
        'all.yaml':
          exampleAccount() +
          examplePods({
            container: ['command:', `  - "cat /var/run/secrets/azure/wi/token/azure-identity-token"${mark}`],
          }),
      },
    },
    {
      title: 'Instead of the variable that the webhook sets',
      files: {
        'all.yaml':
          exampleAccount() +
          examplePods({ container: ['env:', '  - name: AZURE_FEDERATED_TOKEN_FILE', `    value: ${old}${mark}`] }),
      },
    },
    { title: 'In a file of configuration', files: { 'config.yaml': config(`${old}${mark}`) } },
    {
      title: 'In the values of a chart',
      files: {
        'release.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: orders, namespace: shop}
spec:
  values:
    tokenFile: /run/secrets/azure/tokens/azure-identity-token${mark}
`,
      },
    },
    {
      title: 'A mount of another folder',
      files: { 'all.yaml': exampleAccount() + mounted('/var/run/secrets/other').replace('"]\n', `"]${mark}\n`) },
    },
  ],
  good: [
    {
      title: 'By the variable',
      files: {
        'all.yaml':
          exampleAccount() + examplePods({ container: ['args: ["--token-file=$(AZURE_FEDERATED_TOKEN_FILE)"]'] }),
      },
    },
    {
      title: 'A token of its own at that path',
      files: { 'all.yaml': exampleAccount() + mounted('/var/run/secrets/azure/tokens/') },
    },
    {
      title: 'A token of its own, named in a file of configuration',
      files: { 'all.yaml': exampleAccount() + mounted('/var/run/secrets/azure/tokens'), 'config.yaml': config(old) },
    },
    {
      title: 'Other secrets of the same folder',
      files: { 'config.yaml': config('/var/run/secrets/azure/wireguard/key') },
    },
    {
      title: 'A chart that mounts a token of its own',
      files: {
        'release.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: orders, namespace: shop}
spec:
  values:
    volumeMounts:
      - {name: token, mountPath: /var/run/secrets/azure/tokens}
`,
      },
    },
  ],
});
