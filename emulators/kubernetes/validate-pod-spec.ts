/** The checks of kube-apiserver on pod specifications (pkg/apis/core/validation), as far as a wiring depends on them. */
import type { JsonRecord } from './json.ts';
import { recordsOf, textOf, valueAt } from './json.ts';
import type { FieldFault } from './status.ts';
import { invalidValue, requiredValue } from './status.ts';

const shortestToken = 600;

function notFoundValue(field: string, value: string): FieldFault {
  return { reason: 'FieldValueNotFound', field, message: `Not found: ${JSON.stringify(value)}` };
}

function duplicates(members: readonly JsonRecord[], key: string, path: string): FieldFault[] {
  const seen = new Set<string>();
  return members.flatMap((member, index) => {
    const value = textOf(member[key]);
    const repeated = value !== '' && seen.has(value);
    seen.add(value);
    const field = `${path}[${index}].${key}`;
    return repeated
      ? [{ reason: 'FieldValueDuplicate', field, message: `Duplicate value: ${JSON.stringify(value)}` }]
      : [];
  });
}

function containerFaults(container: JsonRecord, path: string, volumes: ReadonlySet<string>): FieldFault[] {
  const faults = ['name', 'image']
    .filter((field) => !container[field])
    .map((field) => requiredValue(`${path}.${field}`));
  recordsOf(container.env).forEach((variable, index) => {
    if (!variable.name) faults.push(requiredValue(`${path}.env[${index}].name`));
    if (variable.value && variable.valueFrom) {
      const why = 'may not be specified when `value` is not empty';
      faults.push(invalidValue(`${path}.env[${index}].valueFrom`, '', why));
    }
  });
  recordsOf(container.ports).forEach((port, index) => {
    const number = Number(port.containerPort);
    if (number >= 1 && number <= 65535) return;
    const field = `${path}.ports[${index}].containerPort`;
    faults.push(invalidValue(field, port.containerPort, 'must be between 1 and 65535, inclusive'));
  });
  const mounts = recordsOf(container.volumeMounts);
  mounts.forEach((mount, index) => {
    const volume = textOf(mount.name);
    if (!volumes.has(volume)) faults.push(notFoundValue(`${path}.volumeMounts[${index}].name`, volume));
  });
  const repeated = duplicates(mounts, 'mountPath', `${path}.volumeMounts`);
  return [
    ...faults,
    ...repeated.map((fault) => ({
      ...fault,
      message: `${fault.message.replace(/^Duplicate/, 'Invalid')}: must be unique`,
    })),
  ];
}

function volumeFaults(volumes: readonly JsonRecord[], path: string): FieldFault[] {
  const tokens = volumes.flatMap((volume, index) =>
    recordsOf(valueAt(volume, 'projected', 'sources')).flatMap((source, position) => {
      const seconds = valueAt(source, 'serviceAccountToken', 'expirationSeconds');
      const field = `${path}[${index}].projected.sources[${position}].serviceAccountToken.expirationSeconds`;
      if (typeof seconds !== 'number' || seconds >= shortestToken) return [];
      return [invalidValue(field, seconds, 'may not specify a duration less than 10 minutes')];
    }),
  );
  return [...duplicates(volumes, 'name', path), ...tokens];
}

/** Faults of a pod specification; `restartPolicies` are those that the owning kind allows. */
export function podSpecFaults(spec: JsonRecord, path: string, restartPolicies: readonly string[]): FieldFault[] {
  const volumes = recordsOf(spec.volumes);
  const names = new Set(volumes.map((volume) => textOf(volume.name)));
  const containers = recordsOf(spec.containers);
  const inits = recordsOf(spec.initContainers);
  const policy = textOf(spec.restartPolicy);
  const wrongPolicy: FieldFault = {
    reason: 'FieldValueNotSupported',
    field: `${path}.restartPolicy`,
    message: `Unsupported value: ${JSON.stringify(policy)}: supported values: ${restartPolicies.map((one) => JSON.stringify(one)).join(', ')}`,
  };
  return [
    ...volumeFaults(volumes, `${path}.volumes`),
    ...(containers.length === 0 ? [requiredValue(`${path}.containers`)] : []),
    ...containers.flatMap((container, index) => containerFaults(container, `${path}.containers[${index}]`, names)),
    ...inits.flatMap((container, index) => containerFaults(container, `${path}.initContainers[${index}]`, names)),
    ...duplicates([...containers, ...inits], 'name', `${path}.containers`),
    ...(restartPolicies.includes(policy) ? [] : [wrongPolicy]),
  ];
}
