/** The webhook configuration that AKS installs with the workload identity add-on. */
import type { JsonRecord } from './json.ts';
import { webhookName } from './workload-identity-webhook.ts';

/** Calls the webhook for new pods labelled `azure.workload.identity/use: "true"`, and for no others. */
export const webhookConfiguration: JsonRecord = {
  metadata: {
    name: 'azure-wi-webhook-mutating-webhook-configuration',
    labels: { 'azure-workload-identity.io/system': 'true' },
    // Without it AKS keeps webhooks of users away from the system namespaces.
    annotations: { 'admissions.enforcer/disabled': 'true' },
  },
  webhooks: [
    {
      name: webhookName,
      admissionReviewVersions: ['v1', 'v1beta1'],
      clientConfig: {
        service: {
          name: 'azure-wi-webhook-webhook-service',
          namespace: 'kube-system',
          path: '/mutate-v1-pod',
          port: 443,
        },
      },
      failurePolicy: 'Fail',
      matchPolicy: 'Equivalent',
      objectSelector: { matchLabels: { 'azure.workload.identity/use': 'true' } },
      reinvocationPolicy: 'IfNeeded',
      rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }],
      sideEffects: 'None',
    },
  ],
};
