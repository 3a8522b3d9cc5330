/** The kinds that the emulated API server serves, as one table. */

/** How the server checks `metadata.name` of a kind. */
export type NameRule = 'subdomain' | 'label' | 'service-label' | 'path-segment';

/** One served kind. `custom` marks a kind that a CustomResourceDefinition brings to a real cluster. */
export interface Kind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly shortNames: readonly string[];
  readonly namespaced: boolean;
  readonly nameRule: NameRule;
  readonly custom: boolean;
  /** Where the pod template sits, for the kinds that have one. */
  readonly podTemplate: readonly string[] | undefined;
  /** What DELETE answers: the object itself for some kinds, a Status for the others. */
  readonly deleteAnswersObject: boolean;
}

type Row = Pick<Kind, 'kind' | 'plural'> & Partial<Kind>;

const template = ['spec', 'template'];

const groups: Record<string, readonly Row[]> = {
  v1: [
    { kind: 'Namespace', plural: 'namespaces', shortNames: ['ns'], namespaced: false, nameRule: 'label' },
    { kind: 'ServiceAccount', plural: 'serviceaccounts', shortNames: ['sa'], deleteAnswersObject: true },
    { kind: 'Pod', plural: 'pods', shortNames: ['po'], podTemplate: [], deleteAnswersObject: true },
    { kind: 'ConfigMap', plural: 'configmaps', shortNames: ['cm'] },
    { kind: 'Secret', plural: 'secrets' },
    {
      kind: 'Service',
      plural: 'services',
      shortNames: ['svc'],
      nameRule: 'service-label',
      deleteAnswersObject: true,
    },
    { kind: 'Event', plural: 'events', shortNames: ['ev'] },
  ],
  'apps/v1': [
    { kind: 'Deployment', plural: 'deployments', shortNames: ['deploy'], podTemplate: template },
    { kind: 'StatefulSet', plural: 'statefulsets', shortNames: ['sts'], podTemplate: template },
    { kind: 'DaemonSet', plural: 'daemonsets', shortNames: ['ds'], podTemplate: template },
    { kind: 'ReplicaSet', plural: 'replicasets', shortNames: ['rs'], podTemplate: template },
  ],
  'batch/v1': [
    { kind: 'Job', plural: 'jobs', podTemplate: template },
    { kind: 'CronJob', plural: 'cronjobs', shortNames: ['cj'], podTemplate: ['spec', 'jobTemplate', ...template] },
  ],
  'admissionregistration.k8s.io/v1': [
    { kind: 'MutatingWebhookConfiguration', plural: 'mutatingwebhookconfigurations', namespaced: false },
  ],
  'networking.k8s.io/v1': [{ kind: 'NetworkPolicy', plural: 'networkpolicies', shortNames: ['netpol'] }],
  'rbac.authorization.k8s.io/v1': [
    { kind: 'ClusterRole', plural: 'clusterroles', namespaced: false, nameRule: 'path-segment' },
    { kind: 'ClusterRoleBinding', plural: 'clusterrolebindings', namespaced: false, nameRule: 'path-segment' },
    { kind: 'Role', plural: 'roles', nameRule: 'path-segment' },
    { kind: 'RoleBinding', plural: 'rolebindings', nameRule: 'path-segment' },
  ],
  'secrets-store.csi.x-k8s.io/v1': [{ kind: 'SecretProviderClass', plural: 'secretproviderclasses', custom: true }],
  'aadpodidentity.k8s.io/v1': [
    { kind: 'AzureIdentity', plural: 'azureidentities', custom: true },
    { kind: 'AzureIdentityBinding', plural: 'azureidentitybindings', custom: true },
    { kind: 'AzurePodIdentityException', plural: 'azurepodidentityexceptions', custom: true },
    { kind: 'AzureAssignedIdentity', plural: 'azureassignedidentities', custom: true },
  ],
};

/** Every kind, in the order in which discovery lists them. */
export const kinds: readonly Kind[] = Object.entries(groups).flatMap(([apiVersion, rows]) => {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  return rows.map((row) => ({
    group: group ?? '',
    version: version ?? '',
    shortNames: [],
    namespaced: true,
    nameRule: 'subdomain' as const,
    custom: false,
    podTemplate: undefined,
    deleteAnswersObject: false,
    ...row,
  }));
});

/** The kind of that name, for code that means one of the table. */
export function kindNamed(name: string): Kind {
  const found = kinds.find((kind) => kind.kind === name);
  if (!found) throw new Error(`The emulated API server serves no kind ${name}.`);
  return found;
}

/** `group/version`, or the version alone for the core group. */
export function apiVersionOf(kind: Pick<Kind, 'group' | 'version'>): string {
  return kind.group ? `${kind.group}/${kind.version}` : kind.version;
}

/** `plural.group`, as error messages name a resource. */
export function qualifiedResource(kind: Pick<Kind, 'group' | 'plural'>): string {
  return kind.group ? `${kind.plural}.${kind.group}` : kind.plural;
}

/** `Kind.group`, as validation messages name a kind. */
export function qualifiedKind(kind: Pick<Kind, 'group' | 'kind'>): string {
  return kind.group ? `${kind.kind}.${kind.group}` : kind.kind;
}
