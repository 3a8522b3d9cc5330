/** Rule: the Application Gateway ingress controller is set to use retired pod identity. */
import { chartValues } from '../../manifests/chart-values.ts';
import { nameOf } from '../../model/world.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'application-gateway-pod-identity',
  title: 'The Application Gateway controller uses pod identity',
  group: 'Key Vault and other controllers',
  why: 'With armAuth.type aadPodIdentity the chart makes an AzureIdentity and a binding for the controller. Pod identity is retired: without NMI the controller cannot change the gateway, and routes go stale.',
  remedy:
    'Set armAuth.type to workloadIdentity with the client id of the identity, and federate it with the account of the controller.',
  severity: 'warning',
  sources: ['learn.microsoft.com/azure/application-gateway/ingress-controller-install-existing'],
  *check(world) {
    for (const object of world.objects) {
      for (const values of chartValues(object)) {
        // Umbrella charts keep the values of a chart under its name.
        for (const part of [values, ...values.entries()]) {
          const type = part.get('armAuth', 'type');
          if (type?.text?.toLowerCase() !== 'aadpodidentity') continue;
          const identity = part.get('armAuth', 'identityResourceID');
          yield {
            at: type,
            message: `The ${object.kind} ${nameOf(object)} lets the Application Gateway controller sign in through pod identity, which is retired.`,
            ...(identity && { related: [{ at: identity, note: 'the identity to federate' }] }),
          };
        }
      }
    }
  },
});

const release = (auth: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: ingress-azure, namespace: ingress}
spec:
  chart:
    spec:
      chart: ingress-azure
      sourceRef: {kind: HelmRepository, name: application-gateway}
  values:
    appgw: {subscriptionId: 7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90, resourceGroup: shop, name: shop}
${auth}`;
const application = (auth: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: ingress-azure, namespace: argocd}
spec:
  destination: {namespace: ingress, server: https://kubernetes.default.svc}
  source:
    chart: ingress-azure
    repoURL: https://charts.example
    targetRevision: 1.7.0
    helm:
      valuesObject:
${auth}`;
const mark = ' #~ application-gateway-pod-identity';

export const examples = defineExamples({
  bad: [
    {
      title: 'In a HelmRelease',
      files: {
        'release.yaml': release(
          `    armAuth:\n      type: aadPodIdentity${mark}\n      identityClientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11\n`,
        ),
      },
    },
    {
      title: 'In an Application of Argo CD',
      files: { 'application.yaml': application(`        armAuth:\n          type: aadPodIdentity${mark}\n`) },
    },
  ],
  good: [
    {
      title: 'Workload identity',
      files: {
        'release.yaml': release(
          '    armAuth:\n      type: workloadIdentity\n      identityClientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11\n',
        ),
      },
    },
  ],
});
