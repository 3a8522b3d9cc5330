/** Finds what the Argo CD Applications and ApplicationSets of a repository apply from the repository itself. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Manifest, Place } from '../../model/manifest.ts';
import { literalOf } from '../../model/partial-text.ts';
import { resolvePath } from '../kustomizations.ts';
import { readPlaceholders } from '../placeholders.ts';
import { environmentOfFolder, environmentOfPath } from '../raw-world.ts';
import type { HelmRequest, KustomizeRequest, RootRequest, SetValue } from '../render/root.ts';
import { fill, type Parameters, parametersOf } from './argo-parameters.ts';
import { distinctRoots } from './distinct-roots.ts';
import { embeddedMap } from './embedded-values.ts';
import { type GitopsFiles, isKind, joinPath } from './gitops-files.ts';

const group = 'argoproj.io';

/** One request for each source whose path is in the repository; paths that only the cluster knows are left out. */
export function argoRoots(manifests: readonly Manifest[], files: GitopsFiles): readonly RootRequest[] {
  return manifests.flatMap((manifest) => {
    const root = fieldsOf(manifest);
    if (isKind(manifest, group, 'Application')) return applicationRoots(root, new Map(), files);
    const template = isKind(manifest, group, 'ApplicationSet') ? root.get('spec', 'template') : undefined;
    if (!template) return [];
    return distinctRoots(
      parametersOf(root.get('spec', 'generators'), files).flatMap((parameters) =>
        applicationRoots(template, parameters, files),
      ),
    );
  });
}

/** An Application, or the template of one, as its sources see it. */
interface Application {
  readonly spec: Field;
  /** The text of a field with the parameters filled in, when all of it is known then. */
  readonly read: (field: Field | undefined) => string | undefined;
  readonly parameters: Parameters;
  readonly name: string | undefined;
  /** Where `$name/` in the path of a values file leads: the sources that are named so. */
  readonly references: ReadonlySet<string>;
}

function applicationRoots(root: Field, parameters: Parameters, files: GitopsFiles): readonly RootRequest[] {
  const spec = root.get('spec');
  if (!spec) return [];
  const read = (field: Field | undefined) =>
    literalOf(readPlaceholders(fill(field?.text ?? '', parameters))) || undefined;
  const several = spec.get('sources')?.items() ?? [];
  const [single] = [spec.get('source')].filter((source) => source !== undefined);
  // Argo CD ignores `source` as soon as `sources` holds anything.
  const sources = several.length > 0 || !single ? several : [single];
  const references = new Set(sources.flatMap((source) => source.get('ref')?.text ?? []));
  const application = { spec, read, parameters, name: read(root.get('metadata', 'name')), references };
  return sources.flatMap((source) => sourceRoot(source, application, files) ?? []);
}

function sourceRoot(source: Field, application: Application, files: GitopsFiles): RootRequest | undefined {
  const { read, spec } = application;
  const pathField = source.get('path');
  const folder = resolvePath('', (read(pathField) ?? '').replace(/^\/+/, ''));
  if (!pathField || folder === '' || source.get('chart') || files.kind(folder) !== 'directory') return undefined;
  const destination = clusterOf(spec, read);
  const environment =
    environmentOfPath(`${folder}/file`) ??
    (destination && environmentOfFolder(destination)) ??
    environmentOfPath(spec.manifest.source.path);
  const common = {
    namedBy: pathField.place,
    ...(destination && { cluster: destination }),
    ...(environment && { environment }),
  };
  const chart = ['Chart.yaml', 'Chart.yml'].some((name) => files.kind(joinPath(folder, name)) === 'file');
  return chart
    ? helmRoot(source, folder, application, files, common)
    : kustomizeRoot(source.get('kustomize'), folder, read, common);
}

/** The cluster by the name or address that is given; the one that Argo CD runs in has no name of its own. */
function clusterOf(spec: Field, read: Application['read']): string | undefined {
  const destination = spec.get('destination');
  const given = read(destination?.get('name')) ?? read(destination?.get('server'));
  return given === 'in-cluster' || given?.startsWith('https://kubernetes.default.svc') ? undefined : given;
}

/** The namespace of the destination is only given to objects that name none, which is no namespace of the root. */
function kustomizeRoot(
  options: Field | undefined,
  folder: string,
  read: Application['read'],
  common: Pick<KustomizeRequest, 'namedBy'>,
): KustomizeRequest {
  const [namespace, namePrefix, nameSuffix] = ['namespace', 'namePrefix', 'nameSuffix'].map((key) =>
    read(options?.get(key)),
  );
  return {
    kind: 'kustomize',
    folder,
    ...common,
    ...(namespace && { namespace }),
    ...(namePrefix && { namePrefix }),
    ...(nameSuffix && { nameSuffix }),
  };
}

function helmRoot(
  source: Field,
  chart: string,
  application: Application,
  files: GitopsFiles,
  common: Pick<HelmRequest, 'namedBy'>,
): HelmRequest {
  const { read, spec, name } = application;
  const helm = source.get('helm');
  const values = (helm?.get('valueFiles')?.items() ?? []).flatMap((item) => valuesPath(item, chart, application));
  const lenient = helm?.get('ignoreMissingValueFiles')?.value === true;
  const namespace = read(helm?.get('namespace')) ?? read(spec.get('destination', 'namespace'));
  const release = read(helm?.get('releaseName')) ?? name;
  // Where both are given, `valuesObject` counts and `values` does not.
  const given = helm?.get('valuesObject') ?? helm?.get('values');
  const inline = given && embeddedMap(given);
  const sets = (helm?.get('parameters')?.items() ?? []).flatMap((item) => setValue(item, read));
  return {
    kind: 'helm',
    chart,
    values: lenient ? values.filter((path) => files.kind(path) === 'file') : values,
    ...common,
    ...(inline && { inline: [inline] }),
    ...(sets.length > 0 && { sets }),
    ...(namespace && { namespace }),
    ...(release && { release }),
  };
}

/** Relative to the chart; `/x` to the repository; `$values/x` to the source of that name, taken for this repository. */
function valuesPath(item: Field, chart: string, { parameters, references }: Application): readonly string[] {
  const written = fill(item.text ?? '', parameters);
  const [, reference, rest] = /^\$([\w-]+)\/(.+)$/.exec(written) ?? [];
  if (reference !== undefined && !references.has(reference)) return [];
  const path = literalOf(readPlaceholders(rest ?? written));
  if (!path || /^[a-z]+:\/\//.test(path) || /[*?[]/.test(path)) return [];
  if (rest !== undefined) return [resolvePath('', path)];
  return [path.startsWith('/') ? resolvePath('', path.slice(1)) : resolvePath(chart, path)];
}

function setValue(item: Field, read: Application['read']): readonly SetValue[] {
  const [path, value] = [item.get('name')?.text, item.get('value')];
  const text = read(value);
  const at: Place = (value ?? item).place;
  return path && text !== undefined ? [{ path, text, at }] : [];
}
