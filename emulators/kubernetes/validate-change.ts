/** The checks of kube-apiserver on changes: fields that a kind keeps as they were created. */
import type { Json, JsonRecord, KubernetesObject } from './json.ts';
import { recordOf, recordsOf, sameJson, valueAt } from './json.ts';
import type { Kind } from './kinds.ts';
import type { FieldFault } from './status.ts';
import { forbiddenField, invalidValue } from './status.ts';

/** Fields that stay as they were created, by kind. */
const immutableFields: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec.selector'],
  DaemonSet: ['spec.selector'],
  ReplicaSet: ['spec.selector'],
  Job: ['spec.selector', 'spec.template', 'spec.completions'],
  Secret: ['type'],
};

const changeableOfStatefulSet = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

const without = (record: JsonRecord, members: readonly string[]): JsonRecord =>
  Object.fromEntries(Object.entries(record).filter(([member]) => !members.includes(member)));

function lastingPodSpec(spec: Json | undefined): JsonRecord {
  const plain = without(recordOf(spec), ['activeDeadlineSeconds', 'tolerations', 'terminationGracePeriodSeconds']);
  for (const list of ['containers', 'initContainers']) {
    if (plain[list]) plain[list] = recordsOf(plain[list]).map((container) => without(container, ['image']));
  }
  return plain;
}

/** Faults of a change from one stored object to its successor. */
export function changeFaults(kind: Kind, before: KubernetesObject, after: KubernetesObject): FieldFault[] {
  const faults = (immutableFields[kind.kind] ?? []).flatMap((field) => {
    const now = valueAt(after, ...field.split('.'));
    return sameJson(valueAt(before, ...field.split('.')), now) ? [] : [invalidValue(field, now, 'field is immutable')];
  });
  if (kind.kind.endsWith('RoleBinding') && !sameJson(before.roleRef, after.roleRef)) {
    faults.push(invalidValue('roleRef', after.roleRef, 'cannot change roleRef'));
  }
  const lasting = (object: KubernetesObject) => without(recordOf(object.spec), changeableOfStatefulSet);
  if (kind.kind === 'StatefulSet' && !sameJson(lasting(before), lasting(after))) {
    const names = changeableOfStatefulSet.map((name) => `'${name}'`);
    const list = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
    faults.push(forbiddenField('spec', `updates to statefulset spec for fields other than ${list} are forbidden`));
  }
  if (kind.kind === 'Pod' && !sameJson(lastingPodSpec(before.spec), lastingPodSpec(after.spec))) {
    const why =
      'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';
    faults.push(forbiddenField('spec', why));
  }
  return faults;
}
