/** Decides what is rendered: roots that were found and roots that are named, only those that touch an identity. */
import type { Field } from '../../model/field.ts';
import { fieldsOf } from '../../model/field.ts';
import type { Gap } from '../../model/report.ts';
import type { Source } from '../../model/source.ts';
import { namesIn } from '../first-pass.ts';
import { accountsDeclared } from '../interests.ts';
import type { Kustomization } from '../kustomizations.ts';
import { locate } from '../locate.ts';
import { environmentOfFolder, environmentOfPath } from '../raw-world.ts';
import { type Chart, readChart } from './charts.ts';
import { type KustomizeTree, kustomizeRoots, kustomizeTree, plainFiles } from './kustomize-tree.ts';
import type { HelmRequest, KustomizeRequest, RootRequest } from './root.ts';
import type { RootFiles } from './root-files.ts';

interface CommonRoot {
  /** The folder, relative to the working directory; `.` for that itself. */
  readonly name: string;
  /** Tells several renders of one folder apart. */
  readonly variant: string;
  readonly environment: string | undefined;
  readonly guessed: boolean;
  /** Files that are claimed by the root: none of them is judged as it stands. */
  readonly files: readonly string[];
  readonly refusal: { readonly why: string; readonly remedy: string } | undefined;
}
export interface KustomizeRoot extends CommonRoot {
  readonly kind: 'kustomize';
  readonly tree: KustomizeTree;
  readonly request: KustomizeRequest | undefined;
}
export interface PlainRoot extends CommonRoot {
  readonly kind: 'plain';
  readonly request: KustomizeRequest;
}
export interface HelmRoot extends CommonRoot {
  readonly kind: 'helm';
  readonly chart: Chart;
  /** Values files, the last one wins. */
  readonly values: readonly string[];
  readonly request: HelmRequest | undefined;
}
export type Root = KustomizeRoot | PlainRoot | HelmRoot;

export interface RootPlan {
  readonly roots: readonly Root[];
  readonly gaps: readonly Gap[];
}

export interface RootContext {
  readonly files: RootFiles;
  readonly kustomizations: readonly Kustomization[];
  readonly chartFolders: readonly string[];
  readonly requests: readonly RootRequest[];
  readonly allowRemote: boolean;
}

/** The roots that matter, in the order of their folders. */
export function planRoots(context: RootContext): RootPlan {
  const requests = context.requests;
  const named = new Set(requests.flatMap((request) => (request.kind === 'kustomize' ? [request.folder] : [])));
  const folders = kustomizeRoots(context.kustomizations).filter((folder) => !named.has(folder));
  const gaps: Gap[] = [];
  const roots = [
    ...folders.flatMap((folder) => kustomizeRoot(folder, undefined, context, gaps)),
    ...requests.flatMap((request) =>
      request.kind === 'kustomize' ? kustomizeRoot(request.folder, request, context, gaps) : [],
    ),
    ...context.chartFolders.flatMap((folder) => chartRoots(folder, context)),
    ...requests.flatMap((request) => (request.kind === 'helm' ? namedChart(request, context, gaps) : [])),
  ];
  return { roots: mattering(roots, context.files), gaps };
}

function kustomizeRoot(
  folder: string,
  request: KustomizeRequest | undefined,
  { files, allowRemote }: RootContext,
  gaps: Gap[],
): readonly Root[] {
  const common = {
    name: folder || '.',
    variant: request ? variantOf(request) : '',
    environment: request?.environment ?? environmentOfPath(`${folder}/kustomization.yaml`),
    guessed: false,
  };
  const tree = kustomizeTree(folder, files, allowRemote);
  if (tree) return [{ ...common, kind: 'kustomize', tree, files: tree.files, refusal: tree.refusal, request }];
  if (!request) return [];
  const plain = plainFiles(folder, files);
  if (plain.length > 0) return [{ ...common, kind: 'plain', files: plain, refusal: undefined, request }];
  gaps.push(missing(folder, request));
  return [];
}

function variantOf({ namespace, namePrefix, nameSuffix, cluster }: KustomizeRequest): string {
  return [cluster, namespace, namePrefix, nameSuffix].filter(Boolean).join(', ');
}

function missing(folder: string, { namedBy }: RootRequest): Gap {
  const { file, line } = locate(namedBy);
  return {
    what: folder,
    why: `${file}:${line} names it, and there is nothing to apply in it`,
    remedy: 'Mend the path, or ignore this when it belongs to another repository.',
  };
}

/** A chart that nothing names: its defaults, and each environment's values over them. All are guesses. */
function chartRoots(folder: string, context: RootContext): readonly Root[] {
  const { files, requests } = context;
  const chart = readChart(folder, files);
  if (!chart) return [];
  if (requests.some((request) => request.kind === 'helm' && request.chart === folder)) return [];
  return [[], ...chart.environmentValues.map((file) => [file])].map((values) => ({
    kind: 'helm',
    name: folder || '.',
    variant: values.join(', '),
    environment: environmentOfValues(values) ?? environmentOfPath(`${folder}/Chart.yaml`),
    guessed: true,
    files: [...chart.files, ...values],
    refusal: chartRefusal(chart, values, context),
    chart,
    values,
    request: undefined,
  }));
}

function namedChart(request: HelmRequest, context: RootContext, gaps: Gap[]): readonly Root[] {
  const chart = readChart(request.chart, context.files);
  if (!chart) {
    gaps.push(missing(request.chart, request));
    return [];
  }
  const { values } = request;
  const variant = [request.cluster, request.namespace, request.release, ...values].filter(Boolean).join(', ');
  return [
    {
      kind: 'helm',
      name: request.chart || '.',
      variant: variant || 'values given inline',
      environment:
        request.environment ?? environmentOfValues(values) ?? environmentOfPath(`${request.chart}/Chart.yaml`),
      guessed: false,
      files: [...chart.files, ...values],
      refusal: chartRefusal(chart, values, context),
      chart,
      values,
      request,
    },
  ];
}

/** `values-prod.yaml`, `prod.yaml` or `environments/prod/values.yaml`. */
function environmentOfValues(values: readonly string[]): string | undefined {
  for (const path of values.toReversed()) {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
    const environment = environmentOfFolder(name.replace(/^values[-_.]|[-_.]values$/g, '')) ?? environmentOfPath(path);
    if (environment) return environment;
  }
  return undefined;
}

function chartRefusal(chart: Chart, values: readonly string[], context: RootContext): CommonRoot['refusal'] {
  const { files, allowRemote } = context;
  const leaving = [chart.folder, ...chart.files, ...values].find((path) => !files.isInside(path));
  if (leaving !== undefined) {
    return {
      why: `${leaving || '.'} is a link that leads out of the repository, and nothing outside is read`,
      remedy: 'Keep what is rendered inside the repository.',
    };
  }
  const lost = values.find((path) => files.kind(path) !== 'file');
  if (lost !== undefined) return { why: `its values file ${lost} does not exist`, remedy: 'Mend the path.' };
  const remote = allowRemote ? [] : chart.dependencies.filter((dependency) => dependency.found === 'remote');
  const [first] = remote;
  if (!first) return undefined;
  const { file, line } = locate(first.field.get('name')?.place ?? first.field.place);
  return {
    why: `it depends on ${remote.map(({ name }) => name).join(', ')} (${file}:${line}), which charts/ does not hold, and nothing is fetched over the network`,
    remedy:
      'Run helm dependency build before the check, or allow fetching with allow-remote on branches that you trust.',
  };
}

/** Only roots that touch an identity; of one cluster also those whose pods may use an account of another. */
function mattering(roots: readonly Root[], files: RootFiles): readonly Root[] {
  const touching = new Set(roots.filter((root) => touchesIdentity(root, files)));
  const accounts = new Map<string, Set<string>>();
  for (const root of touching) {
    const cluster = root.request?.cluster;
    if (cluster === undefined) continue;
    const names = accounts.get(cluster) ?? new Set();
    accounts.set(cluster, names);
    for (const path of root.files.filter((file) => files.holdsIdentity(file)))
      for (const name of accountsDeclared(files.source(path)?.text ?? '')) names.add(name);
  }
  return roots.filter((root) => {
    if (touching.has(root)) return true;
    const names = accounts.get(root.request?.cluster ?? '');
    return (
      names !== undefined &&
      root.files.some((file) => namesIn(files.source(file)?.text ?? '').some((name) => names.has(name)))
    );
  });
}

function touchesIdentity(root: Root, files: RootFiles): boolean {
  if (root.files.some((file) => files.holdsIdentity(file))) return true;
  if (root.kind !== 'helm') return false;
  return (
    root.chart.dependencies.some(
      ({ folder }) => folder !== undefined && files.below(folder).some((file) => files.holdsIdentity(file)),
    ) || inlineSources(root.request).some(({ text }) => /azure\.workload|azure\.wo/.test(text))
  );
}

function inlineSources(request: HelmRequest | undefined): readonly { text: string }[] {
  return [
    ...(request?.inline ?? []).map((field) => ({ text: textOfField(field) })),
    ...(request?.sets ?? []).map((set) => ({ text: set.path })),
  ];
}

function textOfField({ manifest, node }: Field): string {
  return manifest.source.text.slice(node.start, node.end);
}

/** The values that a render is given beside the chart's own, in order of precedence, as far as they are maps. */
export function givenValues({ values, request }: HelmRoot, files: RootFiles): readonly Field[] {
  return [
    ...(request?.inline ?? []).toReversed(),
    ...values.toReversed().flatMap((path) => files.documents(path).map(fieldsOf)),
  ];
}

/** The texts that a root was made of: what findings may point at. */
export function sourcesOf(root: Root, files: RootFiles): readonly Source[] {
  const neighbours =
    root.kind === 'helm' ? root.chart.dependencies.flatMap(({ folder }) => (folder ? files.below(folder) : [])) : [];
  return [...root.files, ...neighbours].flatMap((path) => files.source(path) ?? []);
}
