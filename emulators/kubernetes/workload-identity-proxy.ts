/** The proxy containers that the workload identity webhook adds for pods that still ask the metadata service for tokens. */
import type { JsonRecord } from './json.ts';
import { recordsOf } from './json.ts';
import { parseGoInteger, WebhookDenial } from './webhook-denial.ts';

const injectAnnotation = 'azure.workload.identity/inject-proxy-sidecar';
const portAnnotation = 'azure.workload.identity/proxy-sidecar-port';
const defaultPort = 8000;
const images = 'mcr.microsoft.com/oss/v2/azure/workload-identity';
const imageVersion = 'v1.6.0';

function proxyPort(annotations: ReadonlyMap<string, string>): number {
  const given = annotations.get(portAnnotation);
  if (given === undefined) return defaultPort;
  try {
    return parseGoInteger(given, 32);
  } catch (error) {
    if (!(error instanceof WebhookDenial)) throw error;
    throw new WebhookDenial(`failed to parse proxy sidecar port: ${error.message}`);
  }
}

function initContainer(port: number): JsonRecord {
  return {
    name: 'azwi-proxy-init',
    image: `${images}/proxy-init:${imageVersion}`,
    imagePullPolicy: 'IfNotPresent',
    securityContext: {
      capabilities: { add: ['NET_ADMIN'], drop: ['ALL'] },
      privileged: true,
      runAsNonRoot: false,
      runAsUser: 0,
    },
    env: [{ name: 'PROXY_PORT', value: String(port) }],
  };
}

function sidecar(port: number): JsonRecord {
  const level = '--log-level=info';
  return {
    name: 'azwi-proxy',
    image: `${images}/proxy:${imageVersion}`,
    imagePullPolicy: 'IfNotPresent',
    args: [`--proxy-port=${port}`, level],
    ports: [{ containerPort: port }],
    lifecycle: { postStart: { exec: { command: ['/proxy', `--proxy-port=${port}`, '--probe', level] } } },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      privileged: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
    },
    restartPolicy: 'Always',
  };
}

/**
 * Adds the proxy to a pod specification whose annotations hold the inject key, whatever its value: the webhook tests for
 * presence only. The sidecar is a native one (clusters from 1.32), first among the init containers; the init container
 * that redirects the traffic comes last.
 *
 * @throws WebhookDenial with `hostNetwork`, or for a port that is no 32-bit number.
 */
export function injectProxy(spec: JsonRecord, annotations: ReadonlyMap<string, string>): void {
  if (!annotations.has(injectAnnotation)) return;
  if (spec.hostNetwork === true) throw new WebhookDenial('hostNetwork is set to true, cannot inject proxy sidecar');
  const port = proxyPort(annotations);
  const present = recordsOf(spec.initContainers);
  const absent = (name: string) => !present.some((container) => container.name === name);
  spec.initContainers = [
    ...(absent('azwi-proxy') ? [sidecar(port)] : []),
    ...present,
    ...(absent('azwi-proxy-init') ? [initContainer(port)] : []),
  ];
}
