/** Rule: the label that asks for the webhook is on a ServiceAccount, where it is no longer read. */
import { entryOf, identityKeys, type ServiceAccount } from '../../model/kubernetes.ts';
import { compareNamespaces, nameOf, type World } from '../../model/world.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { scalarsOf } from '../scalars.ts';

export const rule = defineRule({
  id: 'service-account-label-ignored',
  title: 'The label on the ServiceAccount does nothing',
  group: 'Workload identity',
  why: 'Up to version 0.14 the webhook looked at this label of the account; since 1.0, and on AKS since January 2023, it looks at the labels of the pods alone. On the account it only misleads.',
  remedy: 'Remove it here, and make sure that the pods have it.',
  severity: 'note',
  sources: ['Azure/azure-workload-identity releases v0.15.0 and v1.0.0', 'Azure/AKS release 2023-01-29'],
  *check(world) {
    for (const account of world.serviceAccounts) {
      const label = entryOf(account.metadata.labels, identityKeys.use);
      if (!label || label.text?.toLowerCase() === 'false' || servesRouting(world, account)) continue;
      yield {
        at: label.keyPlace,
        message: `The label ${identityKeys.use} of the ServiceAccount ${nameOf(account)} is not read by the webhook; only that of pods is.`,
      };
    }
  },
});

/** Application routing wants the label on the account of a certificate (azure-aks-docs, app-routing-gateway-api-dns-tls). */
const certificateAccount = 'kubernetes.azure.com/tls-cert-service-account';

function servesRouting(world: World, account: ServiceAccount): boolean {
  return world.objects.some(
    (object) =>
      object.kind === 'Gateway' &&
      world.sees(account.manifest, object.manifest) &&
      compareNamespaces(account, object) !== 'different' &&
      [...scalarsOf(object.root)].some(
        (field) => field.key === certificateAccount && field.text === account.metadata.nameField?.text,
      ),
  );
}

const account = (label: string) =>
  exampleAccount().replace('  annotations:', `  labels:\n    azure.workload.identity/use: ${label}\n  annotations:`);
const mark = ' #~ service-account-label-ignored';
const gateway = (name: string, namespace = 'shop') => `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: shop, namespace: ${namespace}}
spec:
  gatewayClassName: approuting-istio
  listeners:
    - name: https
      port: 443
      protocol: HTTPS
      tls:
        options:
          kubernetes.azure.com/tls-cert-service-account: ${name}
`;

export const examples = defineExamples({
  bad: [
    { title: 'On the account alone', files: { 'account.yaml': account(`"true"${mark}`) } },
    { title: 'On the account and on the pods', files: { 'all.yaml': account(`"true"${mark}`) + examplePods() } },
    {
      title: 'Gateways that use other accounts',
      files: { 'all.yaml': account(`"true"${mark}`) + gateway('other') + gateway('orders', 'other') },
    },
  ],
  good: [
    { title: 'No label', files: { 'all.yaml': exampleAccount() + examplePods() } },
    { title: 'Off on purpose', files: { 'account.yaml': account('"False"') } },
    { title: 'The certificate of a gateway', files: { 'all.yaml': account('"true"') + gateway('orders') } },
  ],
});
