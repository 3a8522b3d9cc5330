/** Rule: Windows pods ask for pod identity, which Windows nodes do not have. */
import { podsWithLabel } from '../../manifests/pod-identity-pods.ts';
import type { Field } from '../../model/field.ts';
import type { PodTemplate } from '../../model/kubernetes.ts';
import { nameOf } from '../../model/world.ts';
import { kept, pods } from '../pod-identity-manifests.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pod-identity-windows',
  title: 'Windows pods ask for pod identity',
  group: 'Pod identity and migration',
  why: 'NMI runs on Linux nodes alone. On a Windows node nothing answers: the pods get no token, or that of the node.',
  remedy: 'Use workload identity, which works on Windows nodes, and delete aadpodidbinding from these pods.',
  severity: 'error',
  sources: ['azure-aks-docs use-azure-ad-pod-identity.md (limitations)'],
  *check(world) {
    for (const { workload, template, label } of podsWithLabel(world)) {
      const windows = windowsField(template);
      if (!windows) continue;
      yield {
        at: label,
        message: `Pods of the ${workload.kind} ${nameOf(workload)} run on Windows nodes, where pod identity does not work.`,
        related: [{ at: windows, note: 'Windows' }],
      };
    }
  },
});

/** Where a template says that its pods are Windows pods. */
function windowsField({ spec }: PodTemplate): Field | undefined {
  const selector = spec.get('nodeSelector');
  return [selector?.get('kubernetes.io/os'), selector?.get('beta.kubernetes.io/os'), spec.get('os', 'name')].find(
    (field) => field?.text === 'windows',
  );
}

const windows = '      nodeSelector:\n        kubernetes.io/os: windows\n';

export const examples = defineExamples({
  bad: [
    {
      title: 'By node selector',
      files: {
        'orders.yaml': pods({
          label: 'aadpodidbinding: orders #~ pod-identity-label pod-identity-windows',
          spec: windows,
        }),
      },
    },
  ],
  good: [
    { title: 'Windows pods without it', files: { 'orders.yaml': pods({ label: '', spec: windows }) } },
    {
      title: 'Linux pods',
      files: {
        'orders.yaml': pods({
          label: `aadpodidbinding: orders${kept('pod-identity-label')}`,
          spec: '      nodeSelector:\n        kubernetes.io/os: linux\n',
        }),
      },
    },
  ],
});
