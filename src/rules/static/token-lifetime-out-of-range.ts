/** Rule: the webhook refuses pods whose token lifetime is no whole number between an hour and a day. */

import { hasPlaceholder } from '../../manifests/placeholders.ts';
import type { Field } from '../../model/field.ts';
import { entryOf, identityKeys, type KubernetesObject } from '../../model/kubernetes.ts';
import { isLabelled, nameOf, templatesOf } from '../../model/world.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';

/** Seconds, both included (Azure/azure-workload-identity pkg/webhook/consts.go). */
const shortest = 3600;
const longest = 86_400;

export const rule = defineRule({
  id: 'token-lifetime-out-of-range',
  title: 'The token lifetime is refused by the webhook',
  group: 'Workload identity',
  why: 'The webhook answers HTTP 400 for a lifetime that is not a whole number of seconds from 3600 to 86400. The Deployment is accepted, but none of its pods is ever created; the reason stands in an event of the ReplicaSet only.',
  remedy: 'Write seconds as digits in quotes, from "3600" to "86400".',
  severity: 'error',
  sources: ['Azure/azure-workload-identity pkg/webhook/webhook.go (validateServiceAccountTokenExpiration)'],
  *check(world) {
    for (const workload of world.workloads) {
      for (const template of workload.templates) {
        if (isLabelled(template))
          yield* observe(workload, entryOf(template.metadata.annotations, identityKeys.tokenExpiration));
      }
    }
    for (const account of world.serviceAccounts) {
      const pods = templatesOf(world, account).filter(({ template }) => isLabelled(template));
      // A value on the pod wins, and then that of the account is not even parsed.
      const read = pods.some(
        ({ template }) => !entryOf(template.metadata.annotations, identityKeys.tokenExpiration)?.text,
      );
      if (pods.length === 0 || read)
        yield* observe(account, entryOf(account.metadata.annotations, identityKeys.tokenExpiration));
    }
  },
});

function* observe(object: KubernetesObject, field: Field | undefined): Iterable<Observation> {
  const text = field?.string;
  if (!field || !text || hasPlaceholder(text)) return;
  const whole = /^[+-]?\d+$/.test(text);
  const seconds = Number(text);
  if (whole && seconds >= shortest && seconds <= longest) return;
  yield {
    at: field,
    message: whole
      ? `The token lifetime of the ${object.kind} ${nameOf(object)} is ${text} seconds; the webhook takes ${shortest} to ${longest} and refuses the pods.`
      : `The token lifetime of the ${object.kind} ${nameOf(object)} is "${text}", which is not a whole number of seconds; the webhook refuses the pods.`,
  };
}

const account = (value: string) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
    azure.workload.identity/service-account-token-expiration: ${value}
`;
const pod = (value: string) => `---
apiVersion: v1
kind: Pod
metadata:
  name: orders
  namespace: shop
  labels: {azure.workload.identity/use: "true"}
  annotations:
    azure.workload.identity/service-account-token-expiration: ${value}
spec:
  serviceAccountName: orders
  containers:
    - {name: orders, image: "registry.example/orders:1"}
`;
const mark = ' #~ token-lifetime-out-of-range';

export const examples = defineExamples({
  bad: [
    {
      title: 'One of two pods takes it from the account',
      files: { 'pod.yaml': account(`"60"${mark}`) + pod('"7200"') + pod('""').replace('name: orders', 'name: other') },
    },
    { title: 'Half an hour', files: { 'account.yaml': account(`"1800"${mark}`) } },
    { title: 'Two days', files: { 'account.yaml': account(`"172800"${mark}`) } },
    { title: 'A unit', files: { 'account.yaml': account(`1h${mark}`) } },
    { title: 'A fraction, on the pod', files: { 'pod.yaml': account('"3600"') + pod(`"3600.0"${mark}`) } },
  ],
  good: [
    { title: 'Empty: the default', files: { 'account.yaml': account('""') } },
    {
      title: 'Pods that the webhook leaves alone never read it',
      files: {
        'pod.yaml':
          account('"60"') +
          pod('"7200"') +
          pod('""').replace('use: "true"', 'use: "false"').replace('name: orders', 'name: other'),
      },
    },
    { title: 'The shortest', files: { 'account.yaml': account('"3600"') } },
    { title: 'The longest', files: { 'account.yaml': account('"86400"') } },
    { title: 'The pod says otherwise, and wins', files: { 'pod.yaml': account('"60"') + pod('"7200"') } },
    { title: 'Filled in later', files: { 'account.yaml': account('"$' + '{LIFETIME}"') } },
  ],
});
