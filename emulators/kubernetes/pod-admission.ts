/** Admission of new pods: the ServiceAccount plugin first, then the webhooks that the cluster's configurations call. */
import type { JsonRecord, KubernetesObject } from './json.ts';
import { numberOf, recordOf, recordsOf, stringsOf, textOf, valueAt } from './json.ts';
import { kindNamed } from './kinds.ts';
import type { ObjectStore } from './object-store.ts';
import { labelsMatch, labelsOf, requirementsOf } from './selectors.ts';
import { admitServiceAccount } from './service-account-admission.ts';
import { ApiError } from './status.ts';
import { WebhookDenial } from './webhook-denial.ts';
import { mutatePod, type WorkloadIdentityWebhookSettings, webhookName } from './workload-identity-webhook.ts';

/** The workload identity webhook behind the cluster's configurations; not `available` while its pods are down. */
export interface WebhookService {
  readonly settings: WorkloadIdentityWebhookSettings;
  available: boolean;
}

function callsForPods(webhook: JsonRecord): boolean {
  return recordsOf(webhook.rules).some((rule) => {
    const has = (field: string, value: string) => stringsOf(rule[field]).some((one) => one === value || one === '*');
    return has('operations', 'CREATE') && has('apiGroups', '') && has('resources', 'pods');
  });
}

function selects(store: ObjectStore, webhook: JsonRecord, pod: KubernetesObject): boolean {
  const namespace = store.find(kindNamed('Namespace'), '', textOf(pod.metadata.namespace));
  return (
    callsForPods(webhook) &&
    labelsMatch(labelsOf(pod), requirementsOf(webhook.objectSelector)) &&
    labelsMatch(namespace && labelsOf(namespace), requirementsOf(webhook.namespaceSelector))
  );
}

function unreachable(webhook: JsonRecord): ApiError {
  const service = recordOf(valueAt(webhook, 'clientConfig', 'service'));
  const host = `${textOf(service.name)}.${textOf(service.namespace)}.svc:443`;
  const url = `https://${host}${textOf(service.path)}?timeout=${numberOf(webhook.timeoutSeconds)}s`;
  const why = `failed to call webhook: Post "${url}": no endpoints available for service "${textOf(service.name)}"`;
  const message = `Internal error occurred: failed calling webhook "${textOf(webhook.name)}": ${why}`;
  return new ApiError(500, 'InternalError', message, { causes: [{ message: message.replace(/^[^:]*: /, '') }] });
}

function callWebhook(webhook: JsonRecord, service: WebhookService, pod: KubernetesObject, account: KubernetesObject) {
  if (!service.available) {
    if (webhook.failurePolicy === 'Ignore') return;
    throw unreachable(webhook);
  }
  try {
    mutatePod(pod, account, service.settings);
  } catch (error) {
    if (!(error instanceof WebhookDenial)) throw error;
    throw new ApiError(400, undefined, `admission webhook "${webhookName}" denied the request: ${error.message}`);
  }
}

/**
 * Admits a new pod, changing it in place.
 *
 * Only the workload identity webhook has code behind it; configurations of other webhooks are stored and not called.
 *
 * @throws ApiError 403 for a missing ServiceAccount, 400 for a denial of the webhook, 500 when the webhook is down and its
 * policy is `Fail`.
 */
export function admitPod(store: ObjectStore, service: WebhookService, pod: KubernetesObject): void {
  const account = admitServiceAccount(store, pod);
  const webhooks = store.list(kindNamed('MutatingWebhookConfiguration')).flatMap((one) => recordsOf(one.webhooks));
  for (const webhook of webhooks) {
    if (webhook.name === webhookName && selects(store, webhook, pod)) callWebhook(webhook, service, pod, account);
  }
}
