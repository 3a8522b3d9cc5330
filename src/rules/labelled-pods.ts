/** The pods that the webhook changes, and what their annotations ask of it. */
import type { Field } from '../model/field.ts';
import { entryOf, identityKeys, type PodTemplate } from '../model/kubernetes.ts';
import { isLabelled, type WorkloadTemplate, type World } from '../model/world.ts';

/** Every template of a world whose label asks for the webhook, with exactly the value it selects. */
export function* labelledPods(world: World): Iterable<WorkloadTemplate> {
  for (const workload of world.workloads) {
    for (const template of workload.templates) if (isLabelled(template)) yield { workload, template };
  }
}

/** The annotation that adds the proxy: its presence counts, whatever it says (Azure/azure-workload-identity issue 1210). */
export function proxyAnnotation(template: PodTemplate): Field | undefined {
  return entryOf(template.metadata.annotations, identityKeys.injectProxy);
}

/** Containers that the webhook leaves alone: names apart by `;`, trimmed (pkg/webhook/webhook.go, getSkipContainers). */
export function skippedContainers(template: PodTemplate): ReadonlySet<string> {
  const text = entryOf(template.metadata.annotations, identityKeys.skipContainers)?.text ?? '';
  return new Set(text.split(';').map((name) => name.trim()));
}
