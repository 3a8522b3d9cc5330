/** Where common charts take pod labels and account annotations from: data, one entry for each chart. */

/** A path of keys below the values of a release. */
export type ValuesPath = readonly string[];

/**
 * How a chart names what it makes when nobody says: always the same; or after the release, with the name of the chart
 * behind it and `joint` between them unless the release holds that name already, and `ending` behind both.
 */
export type DefaultName = { readonly fixed: string } | { readonly joint: string; readonly ending: string };

const fullname: DefaultName = { joint: '-', ending: '' };

/** One value that stands for label and annotation at once. */
export interface IdentitySwitch {
  readonly at: ValuesPath;
  /** As written in the values. */
  readonly on: string;
  readonly clientId: ValuesPath;
  readonly tenantId?: ValuesPath;
}

/** A chart whose main workload can have an identity. */
export interface KnownChart {
  readonly chart: string;
  readonly workload: DefaultName;
  /** Labels and annotations of the pods. */
  readonly podLabels?: ValuesPath;
  readonly podAnnotations?: ValuesPath;
  /** Labels of the workload alone, where those of the pods are put by mistake. */
  readonly workloadLabels?: ValuesPath;
  /** Maps with `create`, `name` and `annotations` of the account; the first that is there counts. */
  readonly accounts: readonly ValuesPath[];
  readonly account: DefaultName;
  readonly identity?: IdentitySwitch;
  /** The client id may as well stand in an object or file of the controller's own, so that its absence proves nothing. */
  readonly identityElsewhere: boolean;
}

/**
 * Sources: the charts' own templates (`deployment.yaml`, `serviceaccount.yaml`, `_helpers.tpl`) at
 * kubernetes-sigs/external-dns charts/external-dns; cert-manager/cert-manager deploy/charts/cert-manager;
 * external-secrets/external-secrets deploy/charts/external-secrets; vmware-tanzu/helm-charts charts/velero;
 * kedacore/charts keda; Azure/application-gateway-kubernetes-ingress helm/ingress-azure; grafana/helm-charts grafana.
 */
export const knownCharts: readonly KnownChart[] = [
  {
    chart: 'external-dns',
    workload: fullname,
    podLabels: ['podLabels'],
    podAnnotations: ['podAnnotations'],
    workloadLabels: ['commonLabels'],
    accounts: [['serviceAccount']],
    account: fullname,
    identityElsewhere: true,
  },
  {
    chart: 'cert-manager',
    workload: fullname,
    podLabels: ['podLabels'],
    podAnnotations: ['podAnnotations'],
    accounts: [['serviceAccount']],
    account: fullname,
    identityElsewhere: true,
  },
  {
    chart: 'external-secrets',
    workload: fullname,
    podLabels: ['podLabels'],
    podAnnotations: ['podAnnotations'],
    workloadLabels: ['deploymentLabels'],
    accounts: [['serviceAccount']],
    account: fullname,
    identityElsewhere: true,
  },
  {
    chart: 'velero',
    workload: fullname,
    podLabels: ['podLabels'],
    podAnnotations: ['podAnnotations'],
    workloadLabels: ['labels'],
    accounts: [['serviceAccount', 'server']],
    account: { joint: '-', ending: '-server' },
    identityElsewhere: true,
  },
  {
    chart: 'keda',
    workload: { fixed: 'keda-operator' },
    podLabels: ['podLabels', 'keda'],
    podAnnotations: ['podAnnotations', 'keda'],
    accounts: [['serviceAccount', 'operator'], ['serviceAccount']],
    account: { fixed: 'keda-operator' },
    identity: {
      at: ['podIdentity', 'azureWorkload', 'enabled'],
      on: 'true',
      clientId: ['podIdentity', 'azureWorkload', 'clientId'],
      tenantId: ['podIdentity', 'azureWorkload', 'tenantId'],
    },
    identityElsewhere: true,
  },
  {
    chart: 'ingress-azure',
    workload: fullname,
    accounts: [],
    account: { joint: '-sa-', ending: '' },
    identity: { at: ['armAuth', 'type'], on: 'workloadIdentity', clientId: ['armAuth', 'identityClientID'] },
    identityElsewhere: false,
  },
  {
    chart: 'grafana',
    workload: fullname,
    podLabels: ['podLabels'],
    podAnnotations: ['podAnnotations'],
    workloadLabels: ['extraLabels'],
    accounts: [['serviceAccount']],
    account: fullname,
    identityElsewhere: true,
  },
];
