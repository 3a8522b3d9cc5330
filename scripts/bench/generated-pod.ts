/** Pod templates of generated workloads, as long and as nested as those of real Deployments. */

import type { Application } from './generated-application.ts';
import { sentence, word } from './generated-text.ts';
import type { Random } from './random.ts';

/** The text with every line moved right by `spaces`. */
export function indent(text: string, spaces: number): string {
  const margin = ' '.repeat(spaces);
  return margin + text.replaceAll('\n', `\n${margin}`);
}

/** `app.kubernetes.io/*` labels of an object, one `key: value` a line. */
export function commonLabels(application: Application, component: string): string {
  return `app.kubernetes.io/name: ${application.name}
app.kubernetes.io/component: ${component}
app.kubernetes.io/part-of: ${application.team}
app.kubernetes.io/managed-by: ${application.team}-pipeline`;
}

/**
 * A pod template (`metadata` and `spec`) without indentation.
 *
 * @param labels extra labels, one `key: value` an entry
 * @param restartPolicy `OnFailure` for jobs
 */
export function podTemplate(
  application: Application,
  component: string,
  labels: readonly string[],
  random: Random,
  restartPolicy: 'Always' | 'OnFailure' = 'Always',
): string {
  const sidecars = Array.from({ length: random.below(2) }, (_, index) => container(`sidecar-${index}`, random));
  return `metadata:
  labels:
${indent([commonLabels(application, component), ...labels].join('\n'), 4)}
  annotations:
    prometheus.io/scrape: "true"
    prometheus.io/port: "9090"
    checksum/config: "${random.guid()}"
spec:${application.ownAccount ? `\n  serviceAccountName: ${application.name}` : ''}
  restartPolicy: ${restartPolicy}
  terminationGracePeriodSeconds: ${10 + random.below(60)}
  securityContext:
    runAsNonRoot: true
    runAsUser: ${1000 + random.below(9000)}
    seccompProfile:
      type: RuntimeDefault
  containers:
${indent([container(component, random), ...sidecars].join('\n'), 4)}
${indent(placement(application, component), 2)}
  volumes:
    - name: config
      configMap:
        name: ${application.name}-config
    - name: temporary
      emptyDir:
        sizeLimit: ${64 + random.below(900)}Mi`;
}

function container(name: string, random: Random): string {
  return `- name: ${name}
  image: registry.example.com/${word(random)}/${word(random)}:${random.below(9)}.${random.below(30)}.${random.below(10)}
  imagePullPolicy: IfNotPresent
  args: ["--listen=:8080", "--log-level=info", "--config=/etc/config/application.properties"]
  ports:
    - name: http
      containerPort: 8080
      protocol: TCP
  env:
${indent(environment(random), 4)}
  resources:
    requests: { cpu: ${50 + random.below(400)}m, memory: ${64 + random.below(512)}Mi }
    limits: { cpu: "${1 + random.below(4)}", memory: ${600 + random.below(2048)}Mi }
  readinessProbe:
    httpGet: { path: /health/ready, port: http }
    initialDelaySeconds: ${1 + random.below(20)}
    periodSeconds: 10
  livenessProbe:
    httpGet: { path: /health/live, port: http }
    initialDelaySeconds: ${5 + random.below(30)}
    periodSeconds: 20
  securityContext:
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop: ["ALL"]
  volumeMounts:
    - name: config
      mountPath: /etc/config
      readOnly: true
    - name: temporary
      mountPath: /tmp`;
}

function environment(random: Random): string {
  const variables = Array.from({ length: 5 + random.below(13) }, (_, index) => {
    const name = `${word(random)}_${word(random)}_${index}`.toUpperCase();
    return random.chance(0.8)
      ? `- name: ${name}\n  value: "${sentence(random, 1 + random.below(4))}"`
      : `- name: ${name}\n  valueFrom:\n    fieldRef:\n      fieldPath: metadata.${random.pick(['name', 'namespace'])}`;
  });
  return variables.join('\n');
}

function placement(application: Application, component: string): string {
  return `affinity:
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              app.kubernetes.io/name: ${application.name}
              app.kubernetes.io/component: ${component}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: topology.kubernetes.io/zone
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        app.kubernetes.io/name: ${application.name}`;
}
