/** Rule: an identity needs more federated credentials than Azure lets it have. */
import { credentialDemands, type Demand } from '../credential-demand.ts';
import { exampleAccount, exampleClientId, examplePods } from '../example-manifests.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';

/** Credentials that one identity or application can have, and from where on it is worth saying (facts: Entra considerations). */
const most = 20;
const nearly = 18;

export const rule = defineRule({
  id: 'credential-limit-exceeded',
  title: 'An identity needs more than 20 federated credentials',
  group: 'Workload identity',
  why: 'An identity can have 20 federated credentials, one for each account and cluster. The twenty-first is refused, and the workload it is for never gets a token.',
  remedy:
    'Split the workloads over several identities, let them share an account, or use identity bindings, which need one credential in all.',
  severity: 'error',
  sources: [
    'Microsoft Entra documentation, workload identity federation considerations',
    'Azure/azure-workload-identity issues 575, 830 and 1172',
  ],
  *checkRepository(repository) {
    for (const demand of credentialDemands(repository)) {
      if (demand.needs.length >= nearly) yield observe(demand);
    }
  },
});

function observe({ identity, needs }: Demand): Observation {
  const count = needs.length;
  const exceeding = needs[most] ?? needs.at(-1);
  const certain = needs.filter((need) => need.certain).length;
  return {
    at: (exceeding ?? (needs[0] as Demand['needs'][number])).at,
    message: `The identity ${identity} needs ${count} federated credentials for the accounts and declarations of this repository; Azure allows ${most}.`,
    severity: count > most ? 'error' : 'note',
    confidence: count > most && certain <= most ? 'medium' : 'high',
  };
}

const mark = ' #~ credential-limit-exceeded';
const accounts = (count: number, marked = 0, start = 1) =>
  Array.from({ length: count }, (_, index) =>
    exampleAccount({
      name: `orders-${index + start}`,
      clientId: index + 1 === marked ? exampleClientId + mark : exampleClientId,
    }),
  ).join('');
const binding = 'azure.workload.identity/use-identity-binding: "true"';
const role = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: identity}
rules:
  - {apiGroups: [cid.wi.aks.azure.com], resources: ["${exampleClientId}"], verbs: [use-managed-identity]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: identity}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: identity}
subjects:
  - {kind: Group, name: "system:serviceaccounts:shop"}
`;
const bound = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    examplePods({
      name: `orders-${index + 1}`,
      annotations: [binding],
      spec: [`serviceAccountName: orders-${index + 1}`],
    }),
  ).join('');

export const examples = defineExamples({
  bad: [
    { title: 'Twenty-one accounts', severity: 'error', files: { 'all.yaml': accounts(21, 21) } },
    {
      title: 'Twenty-two accounts, the client id in two spellings',
      severity: 'error',
      files: { 'all.yaml': accounts(20) + accounts(2, 1, 21).replaceAll('1b0f4a52', '1B0F4A52') },
    },
    { title: 'Twenty accounts', severity: 'note', files: { 'all.yaml': accounts(20, 20) } },
    { title: 'Eighteen accounts', severity: 'note', files: { 'all.yaml': accounts(18, 18) } },
  ],
  good: [
    { title: 'Seventeen accounts', files: { 'all.yaml': accounts(17) } },
    {
      title: 'As many again on another identity',
      files: {
        'all.yaml':
          accounts(17) + accounts(17, 0, 18).replaceAll(exampleClientId, 'c40f2a2e-7a54-4b4b-8e58-1f1a4d3d0b77'),
      },
    },
    {
      title: 'Identity bindings share one credential',
      files: { 'all.yaml': accounts(21) + bound(21) + role },
    },
    {
      title: 'Client ids that are filled in later may differ',
      files: { 'all.yaml': accounts(21).replaceAll(exampleClientId, '$' + '{CLIENT_ID}') },
    },
  ],
});
