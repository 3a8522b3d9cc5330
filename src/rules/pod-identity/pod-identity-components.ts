/** Rule: something installs pod identity, or runs it with a guard switched off. */
import { podIdentityOf } from '../../manifests/pod-identity.ts';
import type { PodIdentityComponent } from '../../model/pod-identity.ts';
import { nameOf } from '../../model/world.ts';
import { mic, nmi } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-components',
  title: 'Pod identity is installed',
  group: 'Pod identity and migration',
  why: 'MIC and NMI are archived, and support of the add-on ended in September 2025. NMI intercepts every request for a token on the node, so that its faults are those of all pods there; on kubenet a pod can pose as another, since nothing keeps it from spoofing addresses.',
  remedy:
    'Move the pods to workload identity, then remove the components (`az aks update --disable-pod-identity` for the add-on) and the roles that the cluster had for them.',
  severity: 'warning',
  sources: [
    'Azure/aad-pod-identity cmd/mic, cmd/nmi and charts/aad-pod-identity/values.yaml',
    'azure-aks-docs use-azure-ad-pod-identity.md',
  ],
  *check(world) {
    for (const component of podIdentityOf(world).components) {
      yield { at: component.at, message: presence(component) };
      yield* settings(component);
    }
  },
});

function presence(component: PodIdentityComponent): string {
  const { object, kind, operation, forceNamespaced } = component;
  const owner = `${object.kind} ${nameOf(object)}`;
  const everywhere =
    (kind === 'mic' || kind === 'chart') && operation === 'standard' && forceNamespaced === undefined
      ? '; forceNamespaced is not set, so that bindings match pods of every namespace'
      : '';
  const says = {
    mic: `The ${owner} runs MIC of retired pod identity${everywhere}.`,
    nmi: `The ${owner} runs NMI of retired pod identity in ${operation} mode.`,
    chart: `The ${owner} installs the chart of retired pod identity${everywhere}.`,
    'add-on': `The ${owner} switches on the pod identity add-on of AKS, which is retired.`,
    command: `The ${owner} runs a command with --enable-pod-identity, which switches on a retired add-on.`,
  };
  return says[kind];
}

function* settings({
  object,
  kind,
  forceNamespaced,
  kubenetAllowed,
  headerRequired,
}: PodIdentityComponent): Iterable<Observation> {
  const owner = `${object.kind} ${nameOf(object)}`;
  if (forceNamespaced?.value === false) {
    yield {
      at: forceNamespaced.at,
      message: `The ${owner} switches forceNamespaced off: bindings match pods of every namespace.`,
      remedy: 'Set it to true, unless pods of other namespaces are meant.',
    };
  }
  if (kubenetAllowed?.value && kind !== 'command') {
    yield {
      at: kubenetAllowed.at,
      message: `The ${owner} allows pod identity on kubenet, where a pod with NET_RAW can pose as another and take its identity.`,
      remedy: 'Use another network plugin, or keep NET_RAW from all pods with a constraint.',
    };
  }
  if (headerRequired?.value === false) {
    yield {
      at: headerRequired.at,
      message: `The ${owner} lets requests without the header "Metadata: true" through: a request that an application is tricked into making can fetch a token.`,
      remedy: 'Leave the check on, as it is by default.',
    };
  }
}

const mark = ' #~ pod-identity-components';
const release = (values: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease${mark}
metadata: {name: aad-pod-identity, namespace: kube-system}
spec:
  chart:
    spec:
      chart: aad-pod-identity
      sourceRef: {kind: HelmRepository, name: aad-pod-identity}
  values:
${values}`;

export const examples = defineExamples({
  bad: [
    {
      title: 'Both, in standard mode, with every guard off',
      files: {
        'mic.yaml': mic([], mark),
        'nmi.yaml': nmi(
          [
            `--forceNamespaced=false${mark}`,
            `--allow-network-plugin-kubenet=true${mark}`,
            `--metadata-header-required=false${mark}`,
          ],
          mark,
        ),
      },
    },
    { title: 'NMI in managed mode', files: { 'nmi.yaml': nmi(['--operation-mode=managed'], mark) } },
    {
      title: 'The chart',
      files: {
        'release.yaml': release(`    forceNamespaced: "false"${mark}
    nmi:
      allowNetworkPluginKubenet: true${mark}
`),
      },
    },
    {
      title: 'The add-on, declared and by command',
      files: {
        'cluster.yaml': `apiVersion: containerservice.azure.com/v1api20231001
kind: ManagedCluster
metadata: {name: shop, namespace: infrastructure}
spec:
  podIdentityProfile:
    enabled: true${mark}
    allowNetworkPluginKubenet: true${mark}
`,
        'job.yaml': `apiVersion: batch/v1
kind: Job
metadata: {name: enable, namespace: infrastructure}
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: enable
          image: mcr.microsoft.com/azure-cli:2.60.0
          securityContext: {capabilities: {drop: [ALL]}}
          command: [bash, -c]
          args:
            - az aks update --name shop --resource-group shop --enable-pod-identity${mark}
`,
      },
    },
  ],
  good: [
    {
      title: 'Switching it off',
      files: {
        'cluster.yaml': `apiVersion: containerservice.azure.com/v1api20231001
kind: ManagedCluster
metadata: {name: shop, namespace: infrastructure}
spec:
  podIdentityProfile: {enabled: false}
`,
        'job.yaml': `apiVersion: batch/v1
kind: Job
metadata: {name: disable, namespace: infrastructure}
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: disable
          image: mcr.microsoft.com/azure-cli:2.60.0
          securityContext: {capabilities: {drop: [ALL]}}
          command: [bash, -c]
          args:
            - |
              # once: az aks update --enable-pod-identity
              az aks update --name shop --resource-group shop --disable-pod-identity
`,
      },
    },
    { title: 'Kept for a stated reason', files: { 'nmi.yaml': nmi(['--operation-mode=managed']) } },
  ],
});
