/** Rule: the proxy sidecar is given a port that it cannot have. */
import { hasPlaceholder } from '../../manifests/placeholders.ts';
import type { Field } from '../../model/field.ts';
import { entryOf, identityKeys, type PodTemplate } from '../../model/kubernetes.ts';
import { nameOf, type WorkloadTemplate } from '../../model/world.ts';
import { isEmptySlot } from '../empty-slot.ts';
import { exampleAccount, examplePods } from '../example-manifests.ts';
import { labelledPods, proxyAnnotation } from '../labelled-pods.ts';
import { defineExamples, defineRule, type Observation } from '../rule.ts';

/** Where the proxy listens when nobody says otherwise (Azure/azure-workload-identity pkg/webhook/consts.go). */
const defaultPort = 8000;

export const rule = defineRule({
  id: 'proxy-port-invalid',
  title: 'The port of the proxy sidecar cannot be used',
  group: 'Workload identity',
  why: 'The webhook refuses pods whose port is not a number, the API server those whose port is outside 1 to 65535: no pod is created, and only an event says why. When a container has the port already, the proxy cannot listen and stops.',
  remedy: 'Write a free port from "1" to "65535", as digits in quotes.',
  severity: 'error',
  sources: ['Azure/azure-workload-identity pkg/webhook/webhook.go (getProxyPort), pkg/proxy/proxy.go'],
  *check(world) {
    for (const pods of labelledPods(world)) {
      const proxy = proxyAnnotation(pods.template);
      // Without the proxy the port is not even parsed.
      if (proxy) yield* checkPort(pods, proxy);
    }
  },
});

function* checkPort(pods: WorkloadTemplate, proxy: Field): Iterable<Observation> {
  const port = entryOf(pods.template.metadata.annotations, identityKeys.proxyPort);
  if (!port) {
    yield* inUse(pods, proxy.keyPlace, defaultPort, 'the port it takes by default');
    return;
  }
  const text = port.string ?? (port.value === null ? '' : undefined);
  if (text === undefined || hasPlaceholder(text) || isEmptySlot(port)) return;
  const number = Number(text);
  if (/^[+-]?\d+$/.test(text) && number >= 1 && number <= 65_535) {
    yield* inUse(pods, port, number, 'the port it is given');
    return;
  }
  yield {
    at: port,
    message: `${identityKeys.proxyPort} of the ${pods.workload.kind} ${nameOf(pods.workload)} is "${text}", which is no port from 1 to 65535; the pods are refused.`,
  };
}

/** A container of the pod, which shares its network with the proxy, listens there already. */
function* inUse({ workload, template }: WorkloadTemplate, at: Observation['at'], port: number, which: string) {
  const taken = portsOf(template).find((field) => field.value === port);
  if (!taken) return;
  yield {
    at,
    message: `The proxy sidecar of the ${workload.kind} ${nameOf(workload)} would listen on ${port}, ${which}, but a container of the pod uses it.`,
    severity: 'warning',
    related: [{ at: taken, note: 'the container that uses the port' }],
  } satisfies Observation;
}

function portsOf(template: PodTemplate): readonly Field[] {
  return template.containers
    .flatMap((container) => container.field.get('ports')?.items() ?? [])
    .filter((port) => (port.get('protocol')?.text ?? 'TCP') === 'TCP')
    .flatMap((port) => port.get('containerPort') ?? []);
}

const ported = (port: string, container: readonly string[] = [], proxy = '"true"') => ({
  'all.yaml':
    exampleAccount() +
    examplePods({
      annotations: [
        ...(proxy ? [`azure.workload.identity/inject-proxy-sidecar: ${proxy}`] : []),
        ...(port ? [`azure.workload.identity/proxy-sidecar-port: ${port}`] : []),
      ],
      container,
    }),
});
const mark = ' #~ proxy-port-invalid';
const web = (port: number, more = '') => ['ports:', `  - {containerPort: ${port}${more}}`];

export const examples = defineExamples({
  bad: [
    { title: 'Nothing after the colon', severity: 'error', files: ported(mark) },
    { title: 'A name', severity: 'error', files: ported(`http${mark}`) },
    { title: 'Empty', severity: 'error', files: ported(`""${mark}`) },
    { title: 'Zero', severity: 'error', files: ported(`"0"${mark}`) },
    { title: 'Too large', severity: 'error', files: ported(`"65536"${mark}`) },
    { title: 'A port that the application uses', severity: 'warning', files: ported(`"8080"${mark}`, web(8080)) },
    {
      title: 'The default port, which the application uses',
      severity: 'warning',
      files: ported('', web(8000), `"true"${mark}`),
    },
  ],
  good: [
    { title: 'A free port', files: ported('"8081"', web(8080)) },
    {
      title: 'The first and the last',
      files: { ...ported('"1"'), 'last/all.yaml': ported('"65535"')['all.yaml'].replaceAll('shop', 'last') },
    },
    { title: 'The same number in another protocol', files: ported('"5353"', web(5353, ', protocol: UDP')) },
    { title: 'Filled in later', files: ported('"$' + '{PROXY_PORT}"') },
    { title: 'A slot that the pipeline fills in', files: ported('# filled in by the pipeline') },
    { title: 'Without the proxy nobody reads it', files: ported('http', web(8000), '') },
    { title: 'The default port is free', files: ported('', web(8080)) },
  ],
});
