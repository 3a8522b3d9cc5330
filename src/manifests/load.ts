/** From paths to a repository: discover, scan, read the slices, and join them into worlds. */

import type { Configuration } from '../model/configuration.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Gap } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import type { Repository } from '../model/world.ts';
import type { Files } from '../ports/files.ts';
import type { Renderer } from '../ports/renderer.ts';
import { worldsOf } from './cluster-worlds.ts';
import { mayDeclare, readDeclarations, readOtherFiles, subjectsIn } from './declared-credentials.ts';
import { type DiscoveredFile, discover } from './discover.ts';
import type { TextReader } from './kubernetes.ts';
import { isKustomizationPath, type Kustomization, readKustomization } from './kustomizations.ts';
import { accountsOfOperators, accountsOfTemplates, credentialsOfWorlds } from './object-declarations.ts';
import { readPipelines, withPipelineSources } from './pipelines/read-pipelines.ts';
import { readPlaceholders } from './placeholders.ts';
import { readRaw } from './raw-slices.ts';
import { type Wanted, wantedBy } from './relevance.ts';
import type { Rendering } from './render/render-roots.ts';
import type { RootRequest } from './render/root.ts';
import { resolver } from './render/substitute.ts';
import { type Scan, scan } from './scan.ts';
import { type RepositoryScripts, repositoryScripts, substitutedLiterals } from './script-facts.ts';

export interface LoadRequest {
  readonly paths: readonly string[];
  /** Globs in git's syntax, relative to the working directory. */
  readonly ignore: readonly string[];
  readonly exhaustive: boolean;
  /** `owner/name` of the repository on GitHub, when the host tells it. */
  readonly repository?: string;
  /** What a person said about clusters, placeholders and accounts. */
  readonly configuration?: Pick<Configuration, 'clusters' | 'substitutions' | 'makesServiceAccounts'> | undefined;
  readonly onProgress?: (files: number, total: number) => void;
  /** How roots are rendered; without it, nothing is, and raw files are all that is judged. */
  readonly rendering?: RenderingOptions | undefined;
}

export interface RenderingOptions {
  /** Called once, and only when there is something to render; `load` closes what it gets. */
  readonly renderer: () => Promise<Renderer>;
  readonly allowRemote: boolean;
  /** Roots that the repository names: by configuration, Flux, Argo CD, pipelines. */
  readonly roots?: (manifests: readonly Manifest[]) => readonly RootRequest[];
  /** With only changes under review: the files that changed. Roots without any of them are not rendered. */
  readonly changed?: ReadonlySet<string> | undefined;
  readonly onProgress?: (roots: number, total: number) => void;
}

export interface Loaded {
  readonly repository: Repository;
  readonly sources: readonly Source[];
  readonly scan: Pick<Scan, 'files' | 'documents' | 'parsed'>;
  /** What could not be rendered, and why. */
  readonly gaps: readonly Gap[];
  /** Roots that were rendered. */
  readonly rendered: number;
}

/** Loads a repository. Throws `InputError` for a path that cannot be read. */
export async function load(files: Files, request: LoadRequest): Promise<Loaded> {
  const discovered = discover(files, request.paths, request.ignore);
  const skip = isChartTemplate(discovered);
  const others = readOtherFiles(files, discovered);
  const wanted = (manifests: readonly Manifest[], sources: readonly Source[]) =>
    withAllAccounts(
      wantedBy(manifests, subjectsIn([...others.sources, ...sources.filter(mayDeclare)])),
      request.configuration?.clusters.length,
    );
  const scanned = await scan(files, discovered, {
    exhaustive: request.exhaustive,
    skip,
    wanted,
    ...(request.onProgress ? { onProgress: request.onProgress } : {}),
  });
  const { clusters, substitutions, makesServiceAccounts } = request.configuration ?? unconfigured;
  const declarations = await readDeclarations(others, scanned.sources);
  const { templates, manifests } = withoutTemplates(scanned.manifests, declarations.templateFiles);
  const kustomizations = manifests
    .filter((manifest) => isKustomizationPath(manifest.source.path))
    .map((manifest) => readKustomization(manifest));
  const scripts = await repositoryScripts(files, discovered);
  const read = substitutedLiterals(scripts.substitutes, readerOf(substitutions));
  const rendering = await render(files, request, { discovered, manifests, kustomizations, scripts, read });
  const raw = readRaw(
    manifests.filter((manifest) => !rendering.claimed.has(manifest.source.path)),
    kustomizations,
    read,
    wanted(scanned.manifests, scanned.sources),
  );
  const unrendered = [...kustomizations.map(({ manifest }) => manifest.source.path), ...chartsAmong(discovered)].filter(
    (path) => !rendering.claimed.has(path),
  );
  const complete = scanned.problems.length === 0 && rendering.gaps.length === 0;
  const worlds = worldsOf(raw, rendering.worlds, { clusters, complete, unrendered });
  const pipelines = readPipelines(files, discovered, request.repository);
  // What an operator makes is told by its objects, name and namespace; what scripts and Terraform make may be anything.
  const madeElsewhere = [...declarations.serviceAccounts, ...accountsOfTemplates(templates)];
  const declaredAccounts = [...madeElsewhere, ...accountsOfOperators(worlds)];
  const makesAccounts = makesServiceAccounts.length > 0 || madeElsewhere.some((account) => account.created);
  return {
    repository: {
      problems: scanned.problems,
      worlds,
      credentials: [...declarations.credentials, ...credentialsOfWorlds(worlds)],
      declaredAccounts,
      complete: complete && declarations.complete && (request.rendering !== undefined || unrendered.length === 0),
      pipelines,
      scripts: { ...declarations.scripts, createsAccounts: makesAccounts, substitutes: scripts.substitutes },
    },
    sources: withPipelineSources(
      withoutTwins([...scanned.sources, ...rendering.sources, ...declarations.sources]),
      pipelines,
    ),
    scan: scanned,
    gaps: rendering.gaps,
    rendered: rendering.rendered,
  };
}

/** What is wired on a cluster is known only beside all of its accounts, those without an annotation included. */
function withAllAccounts(wanted: Wanted, clusters: number | undefined): Wanted {
  return clusters ? { ...wanted, accounts: new Set([...wanted.accounts, '*']) } : wanted;
}

const unconfigured = { clusters: [], substitutions: new Map(), makesServiceAccounts: [] } as const;

/** Reads texts with the values that the configuration gives for placeholders. */
export function readerOf(substitutions: Configuration['substitutions']): TextReader {
  const values = new Map([...substitutions].map(([name, { value }]) => [name, value]));
  const known = values.size > 0 ? resolver(values) : undefined;
  return (text) => readPlaceholders(text, known);
}

function chartsAmong(discovered: readonly DiscoveredFile[]): readonly string[] {
  return discovered.map((file) => file.path).filter((path) => /(?:^|\/)Chart\.ya?ml$/.test(path));
}

const nothingRendered: Rendering = { worlds: [], gaps: [], claimed: new Set(), sources: [], rendered: 0 };

/** What decides about the roots of a repository. */
interface Renderable {
  readonly discovered: readonly DiscoveredFile[];
  readonly manifests: readonly Manifest[];
  readonly kustomizations: readonly Kustomization[];
  readonly scripts: RepositoryScripts;
  readonly read: TextReader;
}

/** What rendering needs is loaded only where there is something that could be rendered. */
async function render(
  files: Files,
  { rendering, paths, configuration }: LoadRequest,
  { discovered, manifests, kustomizations, scripts, read }: Renderable,
): Promise<Rendering> {
  if (!rendering) return nothingRendered;
  const deployed = await deployedRoots(files, paths, manifests);
  const charts = chartsAmong(discovered);
  const called = kustomizations.length + charts.length > 0 ? scripts.roots(paths) : [];
  const named = [...deployed, ...called, ...(rendering.roots?.(manifests) ?? [])];
  if (kustomizations.length === 0 && charts.length === 0 && named.length === 0) return nothingRendered;
  const { renderRepository } = await import('./render/render-repository.ts');
  const { rootRequestsOf } = await import('./configured-roots.ts');
  const requests = configuration
    ? [...rootRequestsOf(configuration, { files, charts, kustomizations }), ...named]
    : named;
  const manifestPaths = discovered.filter((file) => file.class === 'manifest').map((file) => file.path);
  return renderRepository(files, {
    ...rendering,
    paths,
    charts,
    kustomizations,
    requests,
    manifests: manifestPaths,
    read,
  });
}

/** Groups whose objects name what a cluster deploys. */
const deployers = /^(?:kustomize|helm)\.toolkit\.fluxcd\.io\/|^argoproj\.io\//;

/** Roots that Flux and Argo CD name; what reads them is loaded only where one of their objects is. */
async function deployedRoots(
  files: Files,
  paths: readonly string[],
  manifests: readonly Manifest[],
): Promise<readonly RootRequest[]> {
  if (!manifests.some(({ apiVersion }) => deployers.test(apiVersion))) return [];
  const { namedRoots } = await import('./gitops/named-roots.ts');
  const { RootFiles } = await import('./render/root-files.ts');
  return namedRoots(manifests, new RootFiles(files, paths)).requests;
}

/** One source for each path: the scan's own, where it has one. */
function withoutTwins(sources: readonly Source[]): readonly Source[] {
  const byPath = new Map<string, Source>();
  for (const source of sources) if (!byPath.has(source.path)) byPath.set(source.path, source);
  return [...byPath.values()];
}

/** Files that Terraform fills in are never applied as they stand. */
function withoutTemplates(manifests: readonly Manifest[], templateFiles: ReadonlySet<string>) {
  const isTemplate = ({ source }: Manifest) => templateFiles.has(source.path);
  return {
    templates: manifests.filter(isTemplate),
    manifests: manifests.filter((manifest) => !isTemplate(manifest)),
  };
}

/** Files below `templates/` of a chart are input of Helm, never manifests. */
function isChartTemplate(discovered: readonly DiscoveredFile[]): (path: string) => boolean {
  const charts = discovered
    .filter((file) => /(?:^|\/)Chart\.ya?ml$/.test(file.path))
    .map((file) => `${file.path.slice(0, file.path.lastIndexOf('/') + 1)}templates/`);
  const roots = new Set(charts);
  if (roots.size === 0) return () => false;
  return (path) => {
    for (let at = path.indexOf('templates/'); at !== -1; at = path.indexOf('templates/', at + 1)) {
      if (roots.has(path.slice(0, at + 'templates/'.length))) return true;
    }
    return false;
  };
}
