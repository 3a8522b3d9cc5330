/** Tells which objects keep their `${…}`: those that ask Flux not to fill them. */
import { fieldsOf } from '../../model/field.ts';
import type { Manifest } from '../../model/manifest.ts';

const exemptKey = 'kustomize.toolkit.fluxcd.io/substitute';

/** Label or annotation by which an object keeps its `${…}` (fluxcd/pkg kustomize/kustomize_varsub.go). */
export function isExempt(manifest: Manifest): boolean {
  const metadata = fieldsOf(manifest).get('metadata');
  const fields = [metadata?.get('labels', exemptKey), metadata?.get('annotations', exemptKey)];
  return fields.some((field) => field?.text === 'disabled');
}
