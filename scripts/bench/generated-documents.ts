/** The Kubernetes documents of a generated repository, one function a kind; each returns the YAML of one document. */

import { type Application, accountAnnotations, objectLabels, podLabels } from './generated-application.ts';
import { commonLabels, indent, podTemplate } from './generated-pod.ts';
import { sentence, word } from './generated-text.ts';
import type { Random } from './random.ts';

/** `bearer` pods ask for a token when their application has an identity; `plain` pods only run as the same account. */
export type PodRole = 'bearer' | 'plain';

function metadata(application: Application, name: string, component: string, labels: readonly string[] = []): string {
  return `metadata:
  name: ${name}
  namespace: ${application.namespace}
  labels:
${indent([commonLabels(application, component), ...labels].join('\n'), 4)}`;
}

export function serviceAccount(application: Application): string {
  const annotations = [`example.com/owner: ${application.team}`, ...accountAnnotations(application)];
  return `apiVersion: v1
kind: ServiceAccount
${metadata(application, application.name, 'account')}
  annotations:
${indent(annotations.join('\n'), 4)}
automountServiceAccountToken: false
`;
}

export function deployment(application: Application, component: string, role: PodRole, random: Random): string {
  const bearer = role === 'bearer';
  return `apiVersion: apps/v1
kind: Deployment
${metadata(application, `${application.name}-${component}`, component, bearer ? objectLabels(application) : [])}
spec:
  replicas: ${1 + random.below(6)}
  revisionHistoryLimit: 3
  strategy:
    type: RollingUpdate
    rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }
  selector:
    matchLabels:
      app.kubernetes.io/name: ${application.name}
      app.kubernetes.io/component: ${component}
  template:
${indent(podTemplate(application, component, bearer ? podLabels(application) : [], random), 4)}
`;
}

export function statefulSet(application: Application, component: string, random: Random): string {
  return `apiVersion: apps/v1
kind: StatefulSet
${metadata(application, `${application.name}-${component}`, component, objectLabels(application))}
spec:
  replicas: ${1 + random.below(4)}
  serviceName: ${application.name}-headless
  podManagementPolicy: OrderedReady
  selector:
    matchLabels:
      app.kubernetes.io/name: ${application.name}
      app.kubernetes.io/component: ${component}
  template:
${indent(podTemplate(application, component, podLabels(application), random), 4)}
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: ["ReadWriteOnce"]
        resources:
          requests:
            storage: ${8 + random.below(200)}Gi
`;
}

export function cronJob(application: Application, component: string, random: Random): string {
  return `apiVersion: batch/v1
kind: CronJob
${metadata(application, `${application.name}-${component}`, component, objectLabels(application))}
spec:
  schedule: "${random.below(60)} ${random.below(24)} * * *"
  concurrencyPolicy: Forbid
  successfulJobsHistoryLimit: 1
  jobTemplate:
    spec:
      backoffLimit: ${random.below(6)}
      template:
${indent(podTemplate(application, component, podLabels(application), random, 'OnFailure'), 8)}
`;
}

export function service(application: Application, name: string, component: string, random: Random): string {
  return `apiVersion: v1
kind: Service
${metadata(application, name, component)}
  annotations:
    example.com/description: "${sentence(random, 12)}"
spec:
  type: ClusterIP
  selector:
    app.kubernetes.io/name: ${application.name}
    app.kubernetes.io/component: ${component}
  ports:
    - name: http
      port: 80
      targetPort: http
      protocol: TCP
    - name: metrics
      port: ${9000 + random.below(900)}
      targetPort: 9090
      protocol: TCP
`;
}

/** @param entries name of a data entry to its text, whose lines are indented by four spaces */
export function configMap(
  application: Application,
  name: string,
  entries: readonly (readonly [string, string])[],
): string {
  // The first line decides how far a block scalar is indented, so it must not be one of those that begin with spaces.
  const data = entries.map(([key, text]) => `  ${key}: |\n    # ${key}\n${text}\n`).join('');
  return `apiVersion: v1
kind: ConfigMap
${metadata(application, name, 'config')}
data:
${data}`;
}

/** A CustomResourceDefinition whose schema nests a few levels, as those that operators install do. */
export function customResourceDefinition(kind: string, group: string, random: Random): string {
  const plural = `${kind.toLowerCase()}s`;
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: ${plural}.${group}
spec:
  group: ${group}
  scope: Namespaced
  names:
    kind: ${kind}
    plural: ${plural}
    singular: ${kind.toLowerCase()}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          description: ${sentence(random, 20)}
          properties:
            spec:
${indent(objectSchema(random, 2), 14)}
            status:
${indent(objectSchema(random, 1), 14)}
`;
}

function objectSchema(random: Random, depth: number): string {
  const properties = Array.from({ length: 4 + random.below(4) }, (_, index) => {
    const nested = depth > 0 && index < 2;
    const schema = nested ? objectSchema(random, depth - 1) : `type: ${random.pick(['string', 'integer', 'boolean'])}`;
    return `  ${word(random)}${index}:
    description: |-
      ${sentence(random, 14)}
      ${sentence(random, 9)}
${indent(schema, 4)}`;
  });
  return `type: object\nproperties:\n${properties.join('\n')}`;
}
