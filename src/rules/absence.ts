/** What is missing in a combination that the repository names nowhere may only be noted. */
import type { Severity } from '../model/finding.ts';
import type { World } from '../model/world.ts';

/** The severity of something missing: in a guessed combination (values, overlay) absence proves nothing. */
export function severityOfAbsence(world: World, severity: Severity): Severity {
  return world.guessed ? 'note' : severity;
}
