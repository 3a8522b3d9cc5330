/** Finds the charts of a repository, the files they are made of, and the sets of values that they may be given. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Manifest } from '../../model/manifest.ts';
import { resolvePath } from '../kustomizations.ts';
import { joined, type RootFiles } from './root-files.ts';

/** One chart in a folder of the repository. */
export interface Chart {
  readonly folder: string;
  /** As `Chart.yaml` names it, which is how Helm names its templates. */
  readonly name: string;
  readonly manifest: Manifest;
  /** All its files, subcharts included. */
  readonly files: readonly string[];
  /** The chart's own defaults, when it has any. */
  readonly defaults: string | undefined;
  /** Values files that lie around it and belong to an environment. */
  readonly environmentValues: readonly string[];
  readonly dependencies: readonly Dependency[];
}

/** A chart that another one takes in. */
export interface Dependency {
  readonly name: string;
  /** The key of its values in those of the chart above. */
  readonly alias: string;
  readonly field: Field;
  /** Whether the chart holds it, or the folder of the repository that it names does; else it would be fetched. */
  readonly found: 'held' | 'folder' | 'remote';
  /** The folder of a dependency on a neighbour (`file://../common`). */
  readonly folder: string | undefined;
}

/** More sets of values than anybody has environments. */
const mostGuesses = 40;

/** Reads a chart; undefined when the folder holds none, or one that cannot be installed (`type: library`). */
export function readChart(folder: string, files: RootFiles): Chart | undefined {
  const path = ['Chart.yaml', 'Chart.yml'].map((name) => joined(folder, name)).find((file) => files.kind(file));
  const manifest = path === undefined ? undefined : files.documents(path)[0];
  if (!manifest) return undefined;
  const root = fieldsOf(manifest);
  const name = root.get('name')?.text;
  if (name === undefined || root.get('type')?.text === 'library') return undefined;
  const below = files.below(folder);
  const defaults = ['values.yaml', 'values.yml']
    .map((file) => joined(folder, file))
    .find((file) => below.includes(file));
  const environmentValues = below.filter((file) =>
    isEnvironmentValues(file.slice(folder === '' ? 0 : folder.length + 1)),
  );
  return {
    folder,
    name,
    manifest,
    files: below.filter((file) => !environmentValues.includes(file)),
    defaults,
    environmentValues: environmentValues.slice(0, mostGuesses),
    dependencies: readDependencies(folder, files, below),
  };
}

/** `values-prod.yaml`, `values.prod.yaml`, `prod.values.yaml`, and whatever lies in `values/` or `environments/`. */
function isEnvironmentValues(path: string): boolean {
  return /^(?:values[-_.][^/]+|[^/]+[-_.]values|(?:values|environments|envs?)\/(?:[^/]+\/)?[^/]+)\.ya?ml$/.test(path);
}

/** From `Chart.yaml`, or from `requirements.yaml` of Helm 2 charts. */
function readDependencies(folder: string, files: RootFiles, below: readonly string[]): readonly Dependency[] {
  const documents = ['Chart.yaml', 'Chart.yml', 'requirements.yaml'].flatMap((name) =>
    files.documents(joined(folder, name)),
  );
  return documents
    .flatMap((document) => fieldsOf(document).get('dependencies')?.items() ?? [])
    .flatMap((field) => {
      const name = field.get('name')?.text;
      return name === undefined ? [] : [readDependency(name, field, folder, files, below)];
    });
}

function readDependency(
  name: string,
  field: Field,
  folder: string,
  files: RootFiles,
  below: readonly string[],
): Dependency {
  const alias = field.get('alias')?.text ?? name;
  const repository = field.get('repository')?.text ?? '';
  const inside = joined(folder, `charts/${name}`);
  const held = below.some(
    (path) => path.startsWith(`${inside}/`) || (path.startsWith(`${inside}-`) && path.endsWith('.tgz')),
  );
  const neighbour = repository.startsWith('file://')
    ? resolvePath(folder, repository.slice('file://'.length))
    : undefined;
  if (held) return { name, alias, field, found: 'held', folder: inside };
  if (neighbour !== undefined && files.kind(neighbour) === 'directory')
    return { name, alias, field, found: 'folder', folder: neighbour };
  return { name, alias, field, found: 'remote', folder: undefined };
}

/** Folders of charts among the paths of a repository, without the subcharts of others. */
export function chartFolders(paths: readonly string[]): readonly string[] {
  const folders = paths.flatMap((path) => {
    const match = /^(?:(.*)\/)?Chart\.ya?ml$/.exec(path);
    return match ? [match[1] ?? ''] : [];
  });
  const all = new Set(folders);
  return folders.filter((folder) => !ancestorsOf(folder).some((above) => all.has(above)));
}

/** The folders above one that can hold it as a subchart: those whose `charts/` it lies in. */
function ancestorsOf(folder: string): readonly string[] {
  return [...`/${folder}`.matchAll(/\/charts\//g)].map((match) => `/${folder}`.slice(1, Math.max(1, match.index)));
}
