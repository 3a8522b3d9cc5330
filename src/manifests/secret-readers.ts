/** Finds the containers that read a Kubernetes Secret into their environment. */
import type { Field } from '../model/field.ts';
import type { PodTemplate, Workload } from '../model/kubernetes.ts';
import type { PartialText } from '../model/partial-text.ts';
import type { World } from '../model/world.ts';
import { readPlaceholders } from './placeholders.ts';

/** One place where pods need a Secret: without it their containers do not start. */
export interface SecretReader {
  readonly workload: Workload;
  readonly template: PodTemplate;
  readonly nameField: Field;
  readonly name: PartialText;
}

const readersByWorld = new WeakMap<World, readonly SecretReader[]>();

/** Readers by `secretKeyRef`, and by `secretRef` of `envFrom`; those that say `optional: true` need nothing. */
export function secretReadersOf(world: World): readonly SecretReader[] {
  let readers = readersByWorld.get(world);
  if (!readers) {
    readers = world.workloads.flatMap((workload) =>
      workload.templates.flatMap((template) =>
        template.containers.flatMap(({ field, environment }) =>
          [
            ...environment.flatMap(({ valueFrom }) => valueFrom?.get('secretKeyRef') ?? []),
            ...(field.get('envFrom')?.items() ?? []).flatMap((source) => source.get('secretRef') ?? []),
          ].flatMap((reference) => {
            const nameField = reference.get('name');
            if (!nameField?.text || reference.get('optional')?.value === true) return [];
            return [{ workload, template, nameField, name: readPlaceholders(nameField.text) }];
          }),
        ),
      ),
    );
    readersByWorld.set(world, readers);
  }
  return readers;
}
