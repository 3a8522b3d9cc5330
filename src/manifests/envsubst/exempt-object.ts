/** Objects whose `${…}` Flux leaves as they are: a label or annotation says so (fluxcd/pkg kustomize/kustomize_varsub.go). */
import { fieldsOf } from '../../model/field.ts';
import type { Manifest } from '../../model/manifest.ts';

const key = 'kustomize.toolkit.fluxcd.io/substitute';

export function isExempt(manifest: Manifest): boolean {
  const metadata = fieldsOf(manifest).get('metadata');
  return [metadata?.get('labels', key), metadata?.get('annotations', key)].some((field) => field?.text === 'disabled');
}

/** The same of a document that is not parsed yet. */
export function saysExempt(document: string): boolean {
  return /^[ \t]+["']?kustomize\.toolkit\.fluxcd\.io\/substitute["']?:[ \t]*["']?disabled\b/m.test(document);
}
