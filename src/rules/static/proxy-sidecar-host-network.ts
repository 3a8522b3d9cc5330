/** Rule: pods in the network of their node ask for the proxy, and are refused. */
import { identityKeys } from '../../model/kubernetes.ts';
import { nameOf } from '../../model/world.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { labelledPods, proxyAnnotation } from '../labelled-pods.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'proxy-sidecar-host-network',
  title: 'The proxy sidecar and hostNetwork exclude each other',
  group: 'Workload identity',
  why: 'The webhook refuses such pods ("hostNetwork is set to true, cannot inject proxy sidecar"). The Deployment is accepted, but none of its pods is ever created; the reason stands in an event of the ReplicaSet only.',
  remedy: 'Remove the annotation (any value adds the proxy, "false" too), or hostNetwork.',
  severity: 'error',
  sources: ['Azure/azure-workload-identity pkg/webhook/webhook.go, since v1.2.0'],
  *check(world) {
    for (const { workload, template } of labelledPods(world)) {
      const proxy = proxyAnnotation(template);
      const hostNetwork = template.spec.get('hostNetwork');
      if (!proxy || hostNetwork?.value !== true) continue;
      yield {
        at: proxy.keyPlace,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} have ${identityKeys.injectProxy} and hostNetwork: true; the webhook refuses them.`,
        related: [{ at: hostNetwork.keyPlace, note: 'the network of the node' }],
        about: cause('proxy', workload),
      };
    }
  },
});

const pods = (value: string, hostNetwork: string, label = '"true"') => ({
  'all.yaml':
    exampleAccount() +
    examplePods({
      labels: [`azure.workload.identity/use: ${label}`],
      annotations: [`azure.workload.identity/inject-proxy-sidecar: ${value}`],
      spec: ['serviceAccountName: orders', `hostNetwork: ${hostNetwork}`],
    }),
});
const mark = ' #~ proxy-sidecar-host-network';

export const examples = defineExamples({
  bad: [
    { title: 'Both', files: pods(`"true"${mark}`, 'true') },
    { title: 'Meant to be off, which adds it too', files: pods(`"false"${mark}`, 'true') },
  ],
  good: [
    { title: 'A network of their own', files: pods('"true"', 'false') },
    { title: 'Pods that the webhook leaves alone', files: pods('"true"', 'true', '"false"') },
    {
      title: 'hostNetwork without the proxy',
      files: {
        'all.yaml': exampleAccount() + examplePods({ spec: ['serviceAccountName: orders', 'hostNetwork: true'] }),
      },
    },
  ],
});
