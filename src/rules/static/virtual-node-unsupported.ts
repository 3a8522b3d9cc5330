/** Rule: pods that ask for a token are placed on virtual nodes, where none is mounted. */
import type { Field } from '../../model/field.ts';
import type { PodTemplate } from '../../model/kubernetes.ts';
import { nameOf } from '../../model/world.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { labelledPods } from '../labelled-pods.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'virtual-node-unsupported',
  title: 'Workload identity does not work on virtual nodes',
  group: 'Workload identity',
  why: 'Virtual nodes (Azure Container Instances) do not project the token of the ServiceAccount into the container. The pods start, find no token file, and fail at their first call to Azure.',
  remedy: 'Run these pods on a node pool, or let them use another way to sign in.',
  severity: 'warning',
  sources: ['azure-aks-docs workload-identity-overview (limitations)', 'Azure/azure-workload-identity issue 381'],
  *check(world) {
    for (const { workload, template } of labelledPods(world)) {
      const target = targetOf(template);
      if (!target) continue;
      yield {
        at: target.at,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} ask for a token and ${target.how} virtual nodes, which cannot give them one.`,
      };
    }
  },
});

interface Target {
  readonly at: Field;
  readonly how: 'are placed on' | 'may run on';
}

function targetOf(template: PodTemplate): Target | undefined {
  const { spec } = template;
  const name = spec.get('nodeName');
  if (name?.text && isVirtual(name.text)) return { at: name, how: 'are placed on' };
  const selectors = spec.get('nodeSelector')?.entries() ?? [];
  const selected = selectors.find((entry) => names(entry.key, entry.text));
  if (selected) return { at: selected, how: 'are placed on' };
  const expressions = requiredExpressions(spec);
  const required = expressions.find((expression) => wantsVirtual(expression));
  if (required) return { at: required.get('key') ?? required, how: 'are placed on' };
  // Other wishes for a node keep the pods where they are; a toleration alone lets them overflow to virtual nodes.
  if (expressions.length > 0 || selectors.some((entry) => !everywhere.has(entry.key))) return undefined;
  const tolerated = (spec.get('tolerations')?.items() ?? [])
    .flatMap((toleration) => toleration.get('key') ?? [])
    .find((key) => key.text === 'virtual-kubelet.io/provider');
  return tolerated && { at: tolerated, how: 'may run on' };
}

/** Labels that virtual nodes have as well as others. */
const everywhere: ReadonlySet<string> = new Set(['kubernetes.io/os', 'beta.kubernetes.io/os', 'kubernetes.io/role']);

function names(key: string, value: string | undefined): boolean {
  return value !== undefined && ((key === 'type' && value === 'virtual-kubelet') || isHost(key, value));
}

function isHost(key: string, value: string): boolean {
  return key === 'kubernetes.io/hostname' && isVirtual(value);
}

function isVirtual(node: string): boolean {
  return /^virtual-(?:node|kubelet)(?:-|$)/.test(node);
}

function requiredExpressions(spec: Field): readonly Field[] {
  const required = spec.get('affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution');
  return (required?.get('nodeSelectorTerms')?.items() ?? []).flatMap(
    (term) => term.get('matchExpressions')?.items() ?? [],
  );
}

function wantsVirtual(expression: Field): boolean {
  const values = expression.get('values')?.items() ?? [];
  return (
    expression.get('operator')?.text === 'In' &&
    values.length > 0 &&
    values.every((value) => names(expression.get('key')?.text ?? '', value.text))
  );
}

const pods = (spec: readonly string[], labels?: readonly string[]) => ({
  'all.yaml':
    exampleAccount() + examplePods({ spec: ['serviceAccountName: orders', ...spec], ...(labels && { labels }) }),
});
const mark = ' #~ virtual-node-unsupported';
const affinity = (operator: string, values: string, key = 'type') => [
  'affinity:',
  '  nodeAffinity:',
  '    requiredDuringSchedulingIgnoredDuringExecution:',
  '      nodeSelectorTerms:',
  '        - matchExpressions:',
  `            - key: ${key}`,
  `              operator: ${operator}`,
  `              values: [${values}]`,
];
const toleration = (key: string) => ['tolerations:', `  - key: ${key}`, '    operator: Exists'];

export const examples = defineExamples({
  bad: [
    {
      title: 'By a node selector',
      files: pods([
        'nodeSelector:',
        '  kubernetes.io/role: agent',
        `  type: virtual-kubelet${mark}`,
        ...toleration('virtual-kubelet.io/provider'),
      ]),
    },
    { title: 'By a name', files: pods([`nodeName: virtual-node-aci-linux${mark}`]) },
    { title: 'By a host name', files: pods(['nodeSelector:', `  kubernetes.io/hostname: virtual-kubelet-1${mark}`]) },
    {
      title: 'By an affinity',
      files: pods(affinity('In', 'virtual-kubelet', `type${mark}`)),
    },
    {
      title: 'When the nodes are full',
      files: pods(['nodeSelector: {kubernetes.io/os: linux}', ...toleration(`virtual-kubelet.io/provider${mark}`)]),
    },
  ],
  good: [
    { title: 'No wish for a node', files: pods([]) },
    {
      title: 'A node pool, tolerations all the same',
      files: pods(['nodeSelector: {agentpool: orders}', ...toleration('virtual-kubelet.io/provider')]),
    },
    {
      title: 'Anywhere but there',
      files: pods([...affinity('NotIn', 'virtual-kubelet'), ...toleration('virtual-kubelet.io/provider')]),
    },
    {
      title: 'A type of their own',
      files: pods(['nodeSelector: {type: compute, kubernetes.io/hostname: aks-orders-1}', 'nodeName: aks-orders-1']),
    },
    { title: 'Either there or elsewhere', files: pods(affinity('In', 'virtual-kubelet, compute')) },
    { title: 'Tolerations of something else', files: pods(toleration('virtual-machine')) },
    {
      title: 'Pods without workload identity',
      files: pods(['nodeSelector: {type: virtual-kubelet}'], ['azure.workload.identity/use: "false"']),
    },
  ],
});
