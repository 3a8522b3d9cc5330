/** Reads the HelmReleases of Flux: charts of the repository to render, and the names of those that are elsewhere. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Manifest } from '../../model/manifest.ts';
import { literalOf } from '../../model/partial-text.ts';
import { substitute } from '../envsubst/envsubst.ts';
import { isExempt } from '../envsubst/exempt.ts';
import { resolvePath } from '../kustomizations.ts';
import { readPlaceholders } from '../placeholders.ts';
import type { HelmRequest } from '../render/root.ts';
import { configData } from './config-values.ts';
import { embeddedMap, mapIn } from './embedded-values.ts';
import { fromRoot } from './flux-kustomization.ts';
import type { FluxRoot } from './flux-roots.ts';
import { fluxSources } from './flux-sources.ts';
import { type GitopsFiles, isKind, joinPath } from './gitops-files.ts';
import { patchedValues } from './release-patches.ts';

export function isHelmRelease(manifest: Manifest): boolean {
  return isKind(manifest, 'helm.toolkit.fluxcd.io', 'HelmRelease');
}

/** One request for each HelmRelease of a chart in the repository, and for each cluster that applies it. */
export function helmReleaseRoots(
  manifests: readonly Manifest[],
  roots: readonly FluxRoot[],
  files: GitopsFiles,
): readonly HelmRequest[] {
  const sources = fluxSources(manifests);
  return manifests.filter(isHelmRelease).flatMap((manifest) => {
    const spec = fieldsOf(manifest).get('spec', 'chart', 'spec');
    const kind = spec?.get('sourceRef', 'kind')?.text;
    if (!spec || kind === 'HelmRepository' || sources.originOf(spec.get('sourceRef')) === 'other') return [];
    return placesOf(manifest, roots).flatMap((place) => requestOf(manifest, spec, place, roots, files) ?? []);
  });
}

/** Where a HelmRelease is applied: a root of Flux and the namespace on the way; nowhere known is one place as well. */
interface AppliedAt {
  readonly root: FluxRoot | undefined;
  readonly namespace: string | undefined;
}

function placesOf({ source }: Manifest, roots: readonly FluxRoot[]): readonly AppliedAt[] {
  const places = roots.flatMap((root) => {
    const file = root.reach.files.find(({ path }) => path === source.path);
    return file ? [{ root, namespace: root.request.namespace ?? file.namespace }] : [];
  });
  return places.length > 0 ? places : [{ root: undefined, namespace: undefined }];
}

function requestOf(
  manifest: Manifest,
  chartSpec: Field,
  { root, namespace }: AppliedAt,
  roots: readonly FluxRoot[],
  files: GitopsFiles,
): HelmRequest | undefined {
  const substitution = isExempt(manifest) ? undefined : root?.substitution;
  const read = (field: Field | undefined) => {
    const text = field?.text ?? '';
    return literalOf(substitution ? substitute(text, substitution) : readPlaceholders(text)) || undefined;
  };
  const chart = fromRoot(read(chartSpec.get('chart')) ?? '');
  if (!['Chart.yaml', 'Chart.yml'].some((name) => files.kind(joinPath(chart, name)) === 'file')) return undefined;
  const fields = fieldsOf(manifest);
  const spec = fields.get('spec');
  const own = namespace ?? read(fields.get('metadata', 'namespace'));
  const target = read(spec?.get('targetNamespace'));
  const name = read(fields.get('metadata', 'name'));
  // The default of Flux: the name, with the target namespace before it when one is given.
  const release = read(spec?.get('releaseName')) ?? (target && name ? `${target}-${name}` : name);
  const from = valuesFrom(
    spec,
    roots.filter((other) => other.request.cluster === root?.request.cluster),
    files,
  );
  const given = spec?.get('values');
  const patched = root ? patchedValues(manifest, root, files) : [];
  if (!patched) return undefined;
  const inline = [...from.inline, ...(given ? [given] : []), ...patched];
  const { request } = root ?? {};
  const ownFiles = (chartSpec.get('valuesFiles')?.items() ?? []).flatMap((item) => read(item) ?? []);
  return {
    kind: 'helm',
    chart,
    values: [...ownFiles.map((path) => valuesPath(path, chart, files)), ...from.files],
    namedBy: (chartSpec.get('chart') as Field).place,
    ...(inline.length > 0 && { inline }),
    ...((target ?? own) && { namespace: target ?? (own as string) }),
    ...(release && { release }),
    ...(request?.cluster && { cluster: request.cluster }),
    ...(request?.environment && { environment: request.environment }),
    ...(substitution && { flux: substitution }),
  };
}

/** Relative to the root of the source; older charts name them relative to the chart. */
function valuesPath(path: string, chart: string, files: GitopsFiles): string {
  const rooted = fromRoot(path);
  return files.kind(rooted) === 'file' ? rooted : resolvePath(chart, path);
}

/** Values that ConfigMaps and Secrets of the repository hold; `targetPath` sets one key and is not followed. */
function valuesFrom(
  spec: Field | undefined,
  roots: readonly FluxRoot[],
  files: GitopsFiles,
): { readonly inline: readonly Field[]; readonly files: readonly string[] } {
  const inline: Field[] = [];
  const paths: string[] = [];
  for (const item of spec?.get('valuesFrom')?.items() ?? []) {
    const [kind, name] = [item.get('kind')?.text, item.get('name')?.text];
    if (!kind || !name || item.get('targetPath')) continue;
    const data = configData(
      kind,
      name,
      roots.map(({ reach }) => reach),
      files,
    );
    const value = data?.values.get(item.get('valuesKey')?.text ?? 'values.yaml');
    if (value?.file !== undefined) paths.push(value.file);
    const map = value?.field && mapOf(value.field, value.text);
    if (map) inline.push(map);
  }
  return { inline, files: paths };
}

/** A text that was decoded has no places in the file. */
function mapOf(field: Field, text: string): Field | undefined {
  return field.text === text ? embeddedMap(field) : mapIn({ path: field.manifest.source.path, text });
}
