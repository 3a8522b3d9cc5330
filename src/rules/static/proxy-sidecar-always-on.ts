/** Rule: the proxy annotation is meant to say no, but its presence alone adds the proxy. */
import { identityKeys } from '../../model/kubernetes.ts';
import { nameOf } from '../../model/world.ts';
import { isEmptySlot } from '../empty-slot.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { labelledPods, proxyAnnotation } from '../labelled-pods.ts';
import { isOpen } from '../open-text.ts';
import { cause, defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'proxy-sidecar-always-on',
  title: 'The proxy sidecar is added whatever the annotation says',
  group: 'Workload identity',
  why: 'The webhook looks for the annotation, not for its value: "false" and an empty text add the proxy as "true" does. With it come a privileged init container and a redirect of all calls to the instance metadata service.',
  remedy: 'Remove the annotation when the proxy is not wanted; write "true" when it is.',
  severity: 'warning',
  sources: ['Azure/azure-workload-identity pkg/webhook/webhook.go (shouldInjectProxySidecar), issue 1210'],
  yieldsTo: ['proxy-sidecar-host-network', 'proxy-sidecar-forbidden'],
  *check(world, repository) {
    for (const { workload, template } of labelledPods(world)) {
      const proxy = proxyAnnotation(template);
      const text = proxy?.text ?? '';
      if (!proxy || text === 'true' || isOpen(text, repository) || isEmptySlot(proxy)) continue;
      const yes = /^(?:true|yes|y|on|1|enabled?)$/i.test(text.trim());
      yield {
        at: proxy,
        message: `${identityKeys.injectProxy} of the ${workload.kind} ${nameOf(workload)} is "${text}", and the proxy is added all the same: the presence of the annotation counts, not its value.`,
        about: cause('proxy', workload),
        fix: {
          safety: 'safe',
          repairs: [yes ? { kind: 'set-text', at: proxy, text: 'true' } : { kind: 'remove-entry', at: proxy }],
        },
      };
    }
  },
});

const pods = (value: string, label = '"true"') => ({
  'all.yaml':
    exampleAccount() +
    examplePods({
      labels: [`azure.workload.identity/use: ${label}`],
      annotations: ['team: orders', `azure.workload.identity/inject-proxy-sidecar: ${value}`],
    }),
});
const mark = ' #~ proxy-sidecar-always-on';

export const examples = defineExamples({
  bad: [
    { title: 'Meant to be off', files: pods(`"false"${mark}`) },
    { title: 'Empty', files: pods(`""${mark}`) },
    { title: 'On, by another word', files: pods(`"True"${mark}`) },
  ],
  good: [
    { title: 'On', files: pods('"true"') },
    { title: 'Filled in later', files: pods('"$' + '{INJECT_PROXY}"') },
    { title: 'A slot that the pipeline fills in', files: pods('# filled in by the pipeline') },
    { title: 'Pods that the webhook leaves alone', files: pods('"false"', '"false"') },
    { title: 'No annotation', files: { 'all.yaml': exampleAccount() + examplePods() } },
  ],
});
