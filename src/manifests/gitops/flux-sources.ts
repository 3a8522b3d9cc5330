/** Tells which sources of Flux are this repository, and what charts the others hold. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Manifest } from '../../model/manifest.ts';
import { isKind, namesOf } from './gitops-files.ts';

const group = 'source.toolkit.fluxcd.io';

/** `own`: this repository for sure; `other`: certainly not; `unknown`: nothing tells. */
export type SourceOrigin = 'own' | 'other' | 'unknown';

export interface FluxSources {
  originOf(sourceRef: Field | undefined): SourceOrigin;
  /** The last part of the address of an OCI repository: the name of the chart in it. */
  ociName(chartRef: Field | undefined): string | undefined;
}

/** The name that `flux bootstrap` gives to the source it makes of the repository itself. */
const bootstrapName = 'flux-system';

export function fluxSources(manifests: readonly Manifest[]): FluxSources {
  const sources = manifests.filter((manifest) => isKind(manifest, group, 'GitRepository', 'OCIRepository'));
  const own = new Set(
    sources.flatMap((manifest) => (namesOf(manifest).name === bootstrapName ? (addressOf(manifest) ?? []) : [])),
  );
  const named = (kind: string, name: string | undefined) =>
    sources.filter((manifest) => manifest.kind === kind && namesOf(manifest).name === name);
  return {
    originOf: (sourceRef) => {
      const name = sourceRef?.get('name')?.text;
      if (name === bootstrapName) return 'own';
      const addresses = named(sourceRef?.get('kind')?.text ?? '', name).flatMap((found) => addressOf(found) ?? []);
      if (addresses.length === 0 || own.size === 0) return 'unknown';
      return addresses.some((address) => own.has(address)) ? 'own' : 'other';
    },
    ociName: (chartRef) => {
      if (chartRef?.get('kind')?.text !== 'OCIRepository') return undefined;
      const [found] = named('OCIRepository', chartRef.get('name')?.text);
      return found && addressOf(found)?.split('/').at(-1);
    },
  };
}

/** Host and path, in which the ways to write one address agree; undefined for one that is filled in. */
function addressOf(manifest: Manifest): string | undefined {
  const url = fieldsOf(manifest).get('spec', 'url')?.text;
  const plain = url
    ?.toLowerCase()
    .replace(/^[a-z+]+:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
    .replace(/(?:\.git)?\/?$/, '');
  // The last part alone is often literal where the registry is filled in.
  return plain || undefined;
}
