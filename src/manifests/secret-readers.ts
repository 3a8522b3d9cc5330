/** Finds the containers that read a Kubernetes Secret into their environment. */
import type { Field } from '../model/field.ts';
import type { Container, PodTemplate, Workload } from '../model/kubernetes.ts';
import type { PartialText } from '../model/partial-text.ts';
import { candidates, indexBy, type World } from '../model/world.ts';
import { readPlaceholders } from './placeholders.ts';

/** One place where pods need a Secret: without it their containers do not start. */
export interface SecretReader {
  readonly workload: Workload;
  readonly template: PodTemplate;
  readonly nameField: Field;
  readonly name: PartialText;
}

const readersByWorld = new WeakMap<World, ReadonlyMap<string, readonly SecretReader[]>>();

/** The readers of a Secret of this name, by `secretKeyRef` or by `secretRef` of `envFrom`. */
export function readersOfSecret(world: World, name: PartialText): readonly SecretReader[] {
  let index = readersByWorld.get(world);
  if (!index) {
    const readers = world.workloads.flatMap((workload) =>
      workload.templates.flatMap((template) =>
        template.containers.flatMap((container) =>
          referencesOf(container).map((nameField) => ({
            workload,
            template,
            nameField,
            name: readPlaceholders(nameField.text ?? ''),
          })),
        ),
      ),
    );
    index = indexBy(readers, (reader) => reader.name);
    readersByWorld.set(world, index);
  }
  return candidates(index, name);
}

/** The names in the references of a container; those that say `optional: true` need nothing. */
function referencesOf({ field, environment }: Container): readonly Field[] {
  const references = [
    ...environment.flatMap(({ valueFrom }) => valueFrom?.get('secretKeyRef') ?? []),
    ...(field.get('envFrom')?.items() ?? []).flatMap((source) => source.get('secretRef') ?? []),
  ];
  return references
    .filter((reference) => reference.get('optional')?.value !== true)
    .flatMap((reference) => (reference.get('name')?.text ? (reference.get('name') as Field) : []));
}
