/** Rule: the label that asks for the webhook stands where no webhook looks. */
import type { Field } from '../../model/field.ts';
import {
  entryOf,
  identityKeys,
  type KubernetesObject,
  type PodTemplate,
  type Workload,
} from '../../model/kubernetes.ts';
import {
  accountsFor,
  compareNamespaces,
  isLabelled,
  nameOf,
  type WorkloadTemplate,
  type World,
} from '../../model/world.ts';
import { type ExamplePods, exampleAccount, examplePods } from '../example-manifests.ts';
import { cause, defineExamples, defineRule, type Observation } from '../rule.ts';
import { hasOtherTokenSource } from '../token-sources.ts';

export const rule = defineRule({
  id: 'pod-label-misplaced',
  title: 'The workload identity label is not on the pod template',
  group: 'Workload identity',
  why: 'The webhook selects pods by their own labels. A label on the Deployment, the Job, the Service, or written as an annotation is never looked at: the pods start without AZURE_* variables and without a token, and the application fails at its first call to Azure.',
  remedy: 'Move the line to the labels of the pod template (`spec.template.metadata.labels`).',
  severity: 'error',
  absence: true,
  sources: ['Azure/azure-workload-identity pkg/webhook (objectSelector), issues 751 and 1185'],
  *check(world) {
    for (const workload of world.workloads) yield* checkWorkload(world, workload);
    for (const object of world.objects) yield* checkOther(world, object);
  },
});

function* checkWorkload(world: World, workload: Workload): Iterable<Observation> {
  const unlabelled = workload.templates.filter((template) => !entryOf(template.metadata.labels, identityKeys.use));
  if (unlabelled.length === 0 || unlabelled.length < workload.templates.length) return;
  const own = workload.metadata.field === unlabelled[0]?.metadata.field ? [] : [workload.metadata];
  const misplaced = [
    ...own.flatMap((metadata) => [...metadata.labels, ...metadata.annotations]),
    ...unlabelled.flatMap((template) => template.metadata.annotations),
  ].filter(asksForWebhook);
  const [template] = unlabelled as [PodTemplate];
  for (const label of misplaced) {
    const broken = unlabelled.some((candidate) => needsLabel(world, { workload, template: candidate }));
    yield observe(label, `the ${workload.kind} ${nameOf(workload)}`, broken, { workload, template });
  }
}

/** Objects that make no pods: a Service leads to the pods it selects; on any other the label means nothing. */
function* checkOther(world: World, object: KubernetesObject): Iterable<Observation> {
  // What an operator makes of the labels of its own kinds is not known here; `service-account-label-ignored` has accounts.
  if (object.kind === 'ServiceAccount' || isCustom(object)) return;
  if (world.workloads.some((workload) => workload.manifest === object.manifest)) return;
  const labels = [...object.metadata.labels, ...object.metadata.annotations].filter(asksForWebhook);
  if (labels.length === 0) return;
  const pods = object.kind === 'Service' ? selectedBy(world, object) : [];
  if (pods.some(({ template }) => isLabelled(template))) return;
  const broken = pods.find((pod) => needsLabel(world, pod));
  for (const label of labels)
    yield observe(label, `the ${object.kind} ${nameOf(object)}`, broken !== undefined, broken);
}

function isCustom({ group }: KubernetesObject): boolean {
  return group.includes('.') && !group.endsWith('.k8s.io');
}

function asksForWebhook(entry: Field): boolean {
  return entry.key === identityKeys.use && entry.text?.toLowerCase() !== 'false';
}

function observe(label: Field, owner: string, broken: boolean, pod: WorkloadTemplate | undefined): Observation {
  const kind = label.path.at(-2) === 'annotations' ? 'annotation' : 'label';
  return {
    at: label.keyPlace,
    message: broken
      ? `The ${kind} ${identityKeys.use} is on ${owner}, where the webhook never looks; its pods use an account with a client id and get no token.`
      : `The ${kind} ${identityKeys.use} on ${owner} does nothing: the webhook reads labels of pods only.`,
    severity: broken ? 'error' : 'note',
    ...(pod && {
      related: [{ at: pod.template.anchor.keyPlace, note: 'the label belongs here' }],
      about: cause('pod label', pod.workload),
    }),
    ...(broken &&
      pod?.template.metadata.labelsField && {
        fix: {
          safety: 'safe',
          repairs: [
            { kind: 'remove-entry', at: label },
            { kind: 'add-entry', into: pod.template.metadata.labelsField, key: identityKeys.use, text: 'true' },
          ],
        },
      }),
  };
}

/** Whether the pods' account has a client id and nothing but the webhook would give them its token. */
function needsLabel(world: World, { workload, template }: WorkloadTemplate): boolean {
  if (!template.complete || hasOtherTokenSource(world, workload, template)) return false;
  return accountsFor(world, workload, template).some(({ account, certain }) => certain && account.clientId?.text);
}

function selectedBy(world: World, service: KubernetesObject): readonly WorkloadTemplate[] {
  const selector = service.root.get('spec', 'selector')?.entries() ?? [];
  if (selector.length === 0) return [];
  return world.workloads
    .filter(
      (workload) => world.sees(workload.manifest, service.manifest) && compareNamespaces(workload, service) === 'same',
    )
    .flatMap((workload) => workload.templates.map((template) => ({ workload, template })))
    .filter(({ template }) =>
      selector.every((wanted) =>
        template.metadata.labels.some((label) => label.key === wanted.key && label.text === wanted.text),
      ),
    );
}

const use = 'azure.workload.identity/use: "true"';
const mark = ' #~ pod-label-misplaced';
const onDeployment = (pods: ExamplePods = {}, value = `"true"${mark}`) =>
  examplePods({ labels: [], ...pods }).replace(
    'spec:\n',
    `  labels:\n    app: orders\n    azure.workload.identity/use: ${value}\n  annotations:\n    team: orders\nspec:\n`,
  );
const job = `---
apiVersion: batch/v1
kind: Job
metadata:
  name: import
  namespace: shop
  labels:
    ${use}${mark}
spec:
  template:
    spec:
      serviceAccount: orders
      restartPolicy: Never
      containers:
        - {name: import, image: "registry.example/import:1"}
`;
const service = (label: string, selector = '{app: orders}', namespace = 'shop') => `---
apiVersion: v1
kind: Service
metadata:
  name: orders
  namespace: ${namespace}
  labels:
    ${label}
spec:
  selector: ${selector}
  ports: [{port: 80}]
`;
const other = (apiVersion: string, kind: string, label = use + mark) => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: shop
  namespace: shop
  labels:
    app: orders
    ${label}
`;
const projected =
  'volumes: [{name: t, projected: {sources: [{serviceAccountToken: {audience: "api://AzureADTokenExchange", path: t}}]}}]';
const elsewhere = (pods: string) => pods.replace('serviceAccountName: orders', 'serviceAccountName: elsewhere');

export const examples = defineExamples({
  bad: [
    { title: 'On the Deployment', severity: 'error', files: { 'all.yaml': exampleAccount() + onDeployment() } },
    {
      title: 'As an annotation of the pod template',
      severity: 'error',
      files: { 'all.yaml': exampleAccount() + examplePods({ labels: [], annotations: ['team: orders', use + mark] }) },
    },
    {
      title: 'On the Service',
      severity: 'error',
      files: { 'all.yaml': exampleAccount() + examplePods({ labels: [] }) + service(use + mark) },
    },
    { title: 'On the Job', severity: 'error', files: { 'all.yaml': exampleAccount() + job } },
    {
      title: 'The account has no client id, as far as is known',
      severity: 'note',
      files: { 'all.yaml': elsewhere(onDeployment()) },
    },
    {
      title: 'Which account it is is only known later',
      severity: 'note',
      files: { 'all.yaml': exampleAccount({ namespace: '$' + '{NAMESPACE}' }) + onDeployment() },
    },
    {
      title: 'A token is projected by hand',
      severity: 'note',
      files: { 'all.yaml': exampleAccount() + onDeployment({ spec: ['serviceAccountName: orders', projected] }) },
    },
    {
      title: 'Part of an object',
      severity: 'note',
      files: {
        'all.yaml': exampleAccount() + onDeployment().replace('          image: registry.example/orders:1\n', ''),
      },
    },
    {
      title: 'On a Service of other pods, of none, and of another namespace',
      severity: 'note',
      files: {
        'all.yaml':
          exampleAccount() +
          examplePods() +
          service(use + mark, '{app: other}') +
          service(use + mark, '{app: orders, tier: web}').replace('name: orders', 'name: web') +
          service(use + mark, '{}').replace('name: orders', 'name: none') +
          service(use + mark, '{app: orders}', 'other'),
      },
    },
    {
      title: 'On a ConfigMap and an Ingress',
      severity: 'note',
      files: { 'all.yaml': other('v1', 'ConfigMap') + other('networking.k8s.io/v1', 'Ingress') },
    },
  ],
  good: [
    {
      title: 'On the template, and on the Deployment and the Service as well',
      files: {
        'all.yaml': exampleAccount() + onDeployment({ labels: [use] }, '"true"') + service(use),
      },
    },
    { title: 'Off on purpose', files: { 'all.yaml': elsewhere(onDeployment({}, '"False"')) } },
    {
      title: 'On objects of an operator, which may pass it on',
      files: { 'all.yaml': other('example.com/v1', 'Worker', use) },
    },
  ],
});
