/** Finds the pod templates of an object, for every kind that makes pods, known or recognised by shape. */
import type { Field } from '../model/field.ts';
import type { Container, KubernetesObject, PodTemplate, Workload } from '../model/kubernetes.ts';
import { literalText } from '../model/partial-text.ts';
import { readMetadata, type TextReader } from './kubernetes.ts';

/** Where a kind keeps what a pod template needs; each part is a path from the object's root. */
interface Shape {
  /** The pod's spec; everything but `metadata` is read from it unless given below. */
  readonly spec: readonly string[];
  /** What holds `metadata` (or, with `metadataKey`, a map with `labels` and `annotations` itself). */
  readonly owner: readonly string[];
  readonly metadataKey?: string;
  /** Where the account is named when that is not the pod's spec. */
  readonly account?: readonly string[];
  /** Kinds whose pods need no container list of their own. */
  readonly containersElsewhere?: boolean;
  /** Pods without an account run as one named like the object. */
  readonly accountIsName?: boolean;
}

const template = (...path: string[]): Shape => ({ spec: [...path, 'spec'], owner: path });

/**
 * Pod-bearing kinds by `group/kind`. Sources: the Kubernetes API reference for the built-in kinds; Argo Workflows
 * `WorkflowSpec.podMetadata`; KEDA `ScaledJob.spec.jobTargetRef`; Knative `RevisionTemplateSpec`; Tekton
 * `TaskRun.spec.podTemplate` (pods take the labels of the run); Spark operator `SparkPodSpec`; CloudNativePG
 * `Cluster.spec.inheritedMetadata` (its account bears the cluster's name).
 */
const shapes: Readonly<Record<string, readonly Shape[]>> = {
  '/Pod': [{ spec: ['spec'], owner: [] }],
  '/PodTemplate': [template('template')],
  '/ReplicationController': [template('spec', 'template')],
  'apps/Deployment': [template('spec', 'template')],
  'apps/StatefulSet': [template('spec', 'template')],
  'apps/DaemonSet': [template('spec', 'template')],
  'apps/ReplicaSet': [template('spec', 'template')],
  'extensions/Deployment': [template('spec', 'template')],
  'extensions/DaemonSet': [template('spec', 'template')],
  'batch/Job': [template('spec', 'template')],
  'batch/CronJob': [template('spec', 'jobTemplate', 'spec', 'template')],
  'argoproj.io/Rollout': [template('spec', 'template')],
  'argoproj.io/Workflow': [argo('spec')],
  'argoproj.io/WorkflowTemplate': [argo('spec')],
  'argoproj.io/ClusterWorkflowTemplate': [argo('spec')],
  'argoproj.io/CronWorkflow': [argo('spec', 'workflowSpec')],
  'keda.sh/ScaledJob': [template('spec', 'jobTargetRef', 'template')],
  'serving.knative.dev/Service': [template('spec', 'template')],
  'serving.knative.dev/Configuration': [template('spec', 'template')],
  'tekton.dev/TaskRun': [{ spec: ['spec'], owner: [], containersElsewhere: true }],
  'tekton.dev/PipelineRun': [
    { spec: ['spec'], owner: [], account: ['spec', 'taskRunTemplate'], containersElsewhere: true },
  ],
  'sparkoperator.k8s.io/SparkApplication': [spark('driver'), spark('executor')],
  'sparkoperator.k8s.io/ScheduledSparkApplication': [spark('template', 'driver'), spark('template', 'executor')],
  'postgresql.cnpg.io/Cluster': [
    {
      spec: ['spec'],
      owner: ['spec'],
      metadataKey: 'inheritedMetadata',
      containersElsewhere: true,
      accountIsName: true,
    },
  ],
};

function argo(...path: string[]): Shape {
  return { spec: path, owner: path, metadataKey: 'podMetadata', containersElsewhere: true };
}

function spark(...path: string[]): Shape {
  const role = ['spec', ...path];
  return {
    spec: role,
    owner: ['spec', ...path.slice(0, -1)],
    metadataKey: path.at(-1) as string,
    containersElsewhere: true,
  };
}

/** Kinds that hold pod-like shapes as data and make no pods. */
const neverWorkloads = new Set([
  'CustomResourceDefinition',
  'List',
  'ConfigMap',
  'Secret',
  'Kustomization',
  'Composition',
]);

/** The object as a workload, or undefined when it makes no pods. */
export function readWorkload(object: KubernetesObject, read: TextReader): Workload | undefined {
  if (neverWorkloads.has(object.kind)) return undefined;
  const known = shapes[`${object.group}/${object.kind}`];
  const templates = known
    ? known.flatMap((shape) => readShape(object, shape, read) ?? [])
    : templatesByShape(object.root.get('spec'), read);
  return templates.length > 0 ? { ...object, templates } : undefined;
}

function readShape(object: KubernetesObject, shape: Shape, read: TextReader): PodTemplate | undefined {
  const spec = object.root.get(...shape.spec);
  if (!spec) return undefined;
  const owner = object.root.get(...shape.owner) ?? object.root;
  const metadata = shape.metadataKey ? metadataAt(owner.get(shape.metadataKey)) : readMetadata(owner);
  const accountOwner = (shape.account && object.root.get(...shape.account)) ?? spec;
  const pod = readTemplate({ owner, metadata, spec, accountOwner }, read);
  return {
    ...pod,
    account: pod.accountField || !shape.accountIsName ? pod.account : object.name,
    complete: pod.complete || shape.containersElsewhere === true,
  };
}

/** Metadata whose labels and annotations stand directly in a map that is not called `metadata`. */
function metadataAt(field: Field | undefined): PodTemplate['metadata'] {
  const labelsField = field?.get('labels');
  const annotationsField = field?.get('annotations');
  return {
    field,
    nameField: undefined,
    namespaceField: undefined,
    labelsField,
    annotationsField,
    labels: labelsField?.entries() ?? [],
    annotations: annotationsField?.entries() ?? [],
  };
}

interface TemplateParts {
  readonly owner: Field;
  readonly metadata: PodTemplate['metadata'];
  readonly spec: Field;
  readonly accountOwner: Field;
}

function readTemplate({ owner, metadata, spec, accountOwner }: TemplateParts, read: TextReader): PodTemplate {
  // The API server copies the deprecated `serviceAccount` into `serviceAccountName`; the new name wins.
  const accountField = nonEmpty(accountOwner.get('serviceAccountName')) ?? nonEmpty(accountOwner.get('serviceAccount'));
  const containers = [
    ...(spec.get('initContainers')?.items() ?? []).map((field) => readContainer(field, true)),
    ...(spec.get('containers')?.items() ?? []).map((field) => readContainer(field, false)),
  ];
  return {
    metadata,
    anchor: metadata.labelsField ?? metadata.field ?? owner,
    spec,
    accountField,
    account: accountField?.text ? read(accountField.text) : literalText('default'),
    containers,
    complete: (spec.get('containers')?.items() ?? []).some((field) => field.get('image') !== undefined),
  };
}

function nonEmpty(field: Field | undefined): Field | undefined {
  return field?.text ? field : undefined;
}

function readContainer(field: Field, init: boolean): Container {
  return {
    field,
    name: field.get('name')?.text ?? '',
    init,
    environment: (field.get('env')?.items() ?? []).map((entry) => ({
      name: entry.get('name')?.text ?? '',
      field: entry,
      value: entry.get('value'),
      valueFrom: entry.get('valueFrom'),
    })),
  };
}

/** How deep an unknown kind is searched: real custom resources embed templates at most five levels down. */
const searchDepth = 6;

/** Any map with a `spec` that lists containers is a pod template, whatever the kind is called. */
function templatesByShape(field: Field | undefined, read: TextReader, depth = 0): PodTemplate[] {
  if (!field || depth > searchDepth) return [];
  const spec = field.get('spec');
  if (spec?.get('containers')?.items().length) {
    return [readTemplate({ owner: field, metadata: readMetadata(field), spec, accountOwner: spec }, read)];
  }
  return field.entries().flatMap((entry) => templatesByShape(entry, read, depth + 1));
}
