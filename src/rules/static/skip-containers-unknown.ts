/** Rule: the list of containers to leave alone names none of them. */
import { hasPlaceholder } from '../../manifests/placeholders.ts';
import type { Field } from '../../model/field.ts';
import { entryOf, identityKeys, type PodTemplate, type Workload } from '../../model/kubernetes.ts';
import { nameOf } from '../../model/world.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { proxyAnnotation } from '../labelled-pods.ts';
import { isOpen } from '../open-text.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';

export const rule = defineRule({
  id: 'skip-containers-unknown',
  title: 'A container to skip does not exist',
  group: 'Workload identity',
  why: 'The webhook splits the annotation at semicolons and compares exact names. A comma or a typing error matches no container, so the one that was to be left alone gets the token and the AZURE_* variables after all.',
  remedy: 'Write the exact names of containers of the pod, separated by semicolons.',
  severity: 'warning',
  absence: true,
  sources: ['Azure/azure-workload-identity pkg/webhook/webhook.go (getSkipContainers)'],
  *check(world, repository) {
    for (const workload of world.workloads) {
      for (const template of workload.templates) {
        const list = entryOf(template.metadata.annotations, identityKeys.skipContainers);
        const text = list?.text ?? '';
        if (!list || text === '' || isOpen(text, repository)) continue;
        if (text.includes(',')) yield separatedByCommas(workload, list, text);
        else yield* unknownNames(workload, template, list, text);
      }
    }
  },
});

function separatedByCommas(workload: Workload, list: Field, text: string): Observation {
  const names = text.split(/[,;]/).map((name) => name.trim());
  return {
    at: list,
    message: `${identityKeys.skipContainers} of the ${workload.kind} ${nameOf(workload)} is "${text}"; names are separated by semicolons, so the webhook looks for one container of that whole name.`,
    fix: {
      safety: 'safe',
      repairs: [{ kind: 'set-text', at: list, text: names.filter((name) => name !== '').join(';') }],
    },
  };
}

/** Containers that other webhooks add to pods: Istio, Linkerd, Dapr, Vault, Consul, Kuma, Open Service Mesh. */
const injected =
  /^(?:istio-(?:proxy|init|validation)|linkerd-(?:proxy|init|network-validator)|daprd|vault-agent(?:-init)?|consul-(?:dataplane|connect-\w+)|kuma-(?:sidecar|init)|envoy|osm-init)$/;

function* unknownNames(workload: Workload, template: PodTemplate, list: Field, text: string): Iterable<Observation> {
  const known = new Set(template.containers.map((container) => container.name));
  for (const name of text.split(';').map((part) => part.trim())) {
    if (name === '' || known.has(name) || injected.test(name)) continue;
    if (name === 'azwi-proxy' && proxyAnnotation(template)) {
      yield {
        at: list,
        message: `${identityKeys.skipContainers} of the ${workload.kind} ${nameOf(workload)} names azwi-proxy, the sidecar that the webhook adds itself; without its variables it exits.`,
        remedy: 'Remove azwi-proxy from the list.',
      };
    } else if (template.complete && known.size > 0 && !workload.templates.some(hasUnknownContainers)) {
      yield {
        at: list,
        message: `${identityKeys.skipContainers} of the ${workload.kind} ${nameOf(workload)} names "${name}", but the pods have ${[...known].map((other) => `"${other}"`).join(', ')} only.`,
      };
    }
  }
}

function hasUnknownContainers(template: PodTemplate): boolean {
  return template.containers.some((container) => container.name === '' || hasPlaceholder(container.name));
}

const pods = (names: string, more: readonly string[] = []) => ({
  'all.yaml':
    exampleAccount() +
    examplePods({
      annotations: [`azure.workload.identity/skip-containers: ${names}`, ...more],
      spec: [
        'serviceAccountName: orders',
        'initContainers:',
        '  - {name: prepare, image: "registry.example/prepare:1"}',
      ],
    }),
});
const mark = ' #~ skip-containers-unknown';

export const examples = defineExamples({
  bad: [
    { title: 'Commas', files: pods(`orders,prepare${mark}`) },
    { title: 'A typing error', files: pods(`order${mark}`) },
    { title: 'One of two', files: pods(`prepare; sidecar${mark}`) },
    {
      title: "The webhook's own sidecar",
      files: pods(`azwi-proxy${mark}`, ['azure.workload.identity/inject-proxy-sidecar: "true"']),
    },
    { title: 'Its sidecar, where none is asked for', files: pods(`azwi-proxy${mark}`) },
  ],
  good: [
    { title: 'A container and an init container', files: pods('prepare;orders') },
    { title: 'Spaces, and a semicolon at the end', files: pods('" prepare ; orders; "') },
    { title: 'A sidecar that another webhook adds', files: pods('istio-proxy') },
    { title: 'Filled in later', files: pods('"$' + '{SKIPPED}"') },
    { title: 'Nothing to skip', files: pods('""') },
    {
      title: 'Containers whose names are filled in later',
      files: {
        'all.yaml':
          exampleAccount() +
          examplePods({ annotations: ['azure.workload.identity/skip-containers: web'] }).replace(
            '- name: orders',
            '- {name: sidecar, image: "registry.example/sidecar:1"}\n        - name: "$' + '{NAME}"',
          ),
      },
    },
    {
      title: 'Containers that a workflow engine makes',
      files: {
        'all.yaml': `${exampleAccount()}---
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {name: import, namespace: shop}
spec:
  entrypoint: main
  serviceAccountName: orders
  podMetadata:
    labels: {azure.workload.identity/use: "true"}
    annotations: {azure.workload.identity/skip-containers: wait}
  templates:
    - name: main
      container: {image: "registry.example/import:1"}
`,
      },
    },
  ],
});
