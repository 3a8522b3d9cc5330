/** The checks of kube-apiserver on whole objects that decide whether a wiring works. */
import type { KubernetesObject } from './json.ts';
import { recordOf, recordsOf, valueAt } from './json.ts';
import type { Kind } from './kinds.ts';
import { labelsMatch, requirementsOf } from './selectors.ts';
import type { FieldFault } from './status.ts';
import { invalidValue, requiredValue } from './status.ts';
import { annotationFaults, labelFaults, metadataFaults } from './validate-metadata.ts';
import { podSpecFaults } from './validate-pod-spec.ts';

const runToCompletion = new Set(['Job', 'CronJob']);

function podFaults(kind: Kind, object: KubernetesObject): FieldFault[] {
  if (!kind.podTemplate) return [];
  if (kind.kind === 'Pod') return podSpecFaults(recordOf(object.spec), 'spec', ['Always', 'OnFailure', 'Never']);
  const path = kind.podTemplate.join('.');
  const template = recordOf(valueAt(object, ...kind.podTemplate));
  const metadata = recordOf(template.metadata);
  const policies = runToCompletion.has(kind.kind) ? ['OnFailure', 'Never'] : ['Always'];
  return [
    ...labelFaults(`${path}.metadata.labels`, metadata.labels),
    ...annotationFaults(`${path}.metadata.annotations`, metadata.annotations),
    ...podSpecFaults(recordOf(template.spec), `${path}.spec`, policies),
  ];
}

const selecting = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

function selectorFaults(kind: Kind, object: KubernetesObject): FieldFault[] {
  if (!selecting.has(kind.kind)) return [];
  const requirements = requirementsOf(valueAt(object, 'spec', 'selector'));
  if (requirements.length === 0) return [requiredValue('spec.selector')];
  const labels = valueAt(object, 'spec', 'template', 'metadata', 'labels');
  if (labelsMatch(labels, requirements)) return [];
  return [invalidValue('spec.template.metadata.labels', labels ?? {}, '`selector` does not match template `labels`')];
}

function bindingFaults(kind: Kind, object: KubernetesObject): FieldFault[] {
  if (kind.kind !== 'RoleBinding' && kind.kind !== 'ClusterRoleBinding') return [];
  const faults = valueAt(object, 'roleRef', 'name') ? [] : [requiredValue('roleRef.name')];
  const homeless = recordsOf(object.subjects).flatMap((subject, index) =>
    subject.kind === 'ServiceAccount' && !subject.namespace ? [requiredValue(`subjects[${index}].namespace`)] : [],
  );
  return [...faults, ...homeless];
}

/** Every fault of an object after defaulting; empty when the server would store it. */
export function objectFaults(kind: Kind, object: KubernetesObject): FieldFault[] {
  return [
    ...metadataFaults(kind, object),
    ...selectorFaults(kind, object),
    ...podFaults(kind, object),
    ...bindingFaults(kind, object),
    ...(kind.kind === 'CronJob' && !valueAt(object, 'spec', 'schedule') ? [requiredValue('spec.schedule')] : []),
  ];
}
