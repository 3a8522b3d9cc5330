/** From paths to a repository: discover, scan, read the slices, and join them into worlds. */

import type { KubernetesObject, ServiceAccount, Workload } from '../model/kubernetes.ts';
import type { Manifest } from '../model/manifest.ts';
import { unknownText, writtenText } from '../model/partial-text.ts';
import type { Source } from '../model/source.ts';
import type { Repository } from '../model/world.ts';
import type { Files } from '../ports/files.ts';
import { mayDeclare, readDeclarations, readOtherFiles, subjectsIn } from './declared-credentials.ts';
import { type DiscoveredFile, discover } from './discover.ts';
import { isInteresting } from './interests.ts';
import { readObject, readServiceAccount } from './kubernetes.ts';
import { isKustomizationPath, type Kustomization, kustomizedNamespace, readKustomization } from './kustomizations.ts';
import { accountsOfOperators, accountsOfTemplates, credentialsOfWorlds } from './object-declarations.ts';
import { readPlaceholders } from './placeholders.ts';
import { rawWorld } from './raw-world.ts';
import { isWanted, ownNamespace, textOf, type Wanted, wantedBy } from './relevance.ts';
import { type Scan, scan } from './scan.ts';
import { readWorkload } from './workloads.ts';

export interface LoadRequest {
  readonly paths: readonly string[];
  /** Globs in git's syntax, relative to the working directory. */
  readonly ignore: readonly string[];
  readonly exhaustive: boolean;
  readonly onProgress?: (files: number, total: number) => void;
}

export interface Loaded {
  readonly repository: Repository;
  readonly sources: readonly Source[];
  readonly scan: Pick<Scan, 'files' | 'documents' | 'parsed'>;
}

/** Loads a repository. Throws `InputError` for a path that cannot be read. */
export async function load(files: Files, request: LoadRequest): Promise<Loaded> {
  const discovered = discover(files, request.paths, request.ignore);
  const skip = isChartTemplate(discovered);
  const others = readOtherFiles(files, discovered);
  const wanted = (manifests: readonly Manifest[], sources: readonly Source[]) =>
    wantedBy(manifests, subjectsIn([...others.sources, ...sources.filter(mayDeclare)]));
  const scanned = await scan(files, discovered, {
    exhaustive: request.exhaustive,
    skip,
    wanted,
    ...(request.onProgress ? { onProgress: request.onProgress } : {}),
  });
  const declarations = await readDeclarations(others, scanned.sources);
  const { templates, manifests } = withoutTemplates(scanned.manifests, declarations.templateFiles);
  const raw = readRaw(manifests, wanted(scanned.manifests, scanned.sources));
  const worlds = [rawWorld(raw, scanned.problems.length === 0)];
  const declaredAccounts = [
    ...declarations.serviceAccounts,
    ...accountsOfOperators(worlds),
    ...accountsOfTemplates(templates),
  ];
  return {
    repository: {
      problems: scanned.problems,
      worlds,
      credentials: [...declarations.credentials, ...credentialsOfWorlds(worlds)],
      declaredAccounts,
      complete: declarations.complete && scanned.problems.length === 0 && !discovered.some(({ path }) => skip(path)),
      scripts: { ...declarations.scripts, createsAccounts: declaredAccounts.some((account) => account.created) },
    },
    sources: [...new Set([...scanned.sources, ...declarations.sources])],
    scan: scanned,
  };
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

function readRaw(
  manifests: readonly Manifest[],
  wanted: Wanted,
): {
  objects: KubernetesObject[];
  workloads: Workload[];
  serviceAccounts: ServiceAccount[];
} {
  const kustomizations = manifests
    .filter((manifest) => isKustomizationPath(manifest.source.path))
    .map((manifest) => readKustomization(manifest));
  const patches = new Set(kustomizations.flatMap((kustomization) => kustomization.patches));
  const moved = filesInOtherNamespaces(kustomizations);
  const taken = new Set(kustomizations.flatMap((kustomization) => kustomization.resources));
  const objects: KubernetesObject[] = [];
  for (const manifest of manifests) {
    const path = manifest.source.path;
    if (isKustomizationPath(path) || patches.has(path)) continue;
    const object = readObject(manifest);
    objects.push(inKustomization(object, moved(path), taken.has(path)));
  }
  const workloads = objects
    .map((object) => readWorkload(object, readPlaceholders))
    .filter((workload) => workload !== undefined)
    .filter(
      (workload) =>
        isInteresting(textOf(workload.manifest)) ||
        usesWanted(workload, wanted) ||
        wanted.namespaces.has(ownNamespace(workload.manifest)),
    );
  const pods = new Set(workloads.map((workload) => workload.manifest));
  // The same test in both modes of the scan, so that parsing more never judges more.
  const relevant = objects.filter(
    (object) =>
      pods.has(object.manifest) ||
      isInteresting(textOf(object.manifest)) ||
      (object.kind === 'ServiceAccount' && isWanted([writtenText(object.name)], wanted.accounts)),
  );
  return {
    objects: relevant,
    workloads,
    serviceAccounts: relevant.filter((object) => object.kind === 'ServiceAccount').map(readServiceAccount),
  };
}

function usesWanted(workload: Workload, wanted: Wanted): boolean {
  return isWanted(
    workload.templates.map((template) => writtenText(template.account)),
    wanted.pods,
  );
}

/** An object as a kustomization leaves it: in a namespace that its own file does not tell. */
function inKustomization(object: KubernetesObject, moved: boolean, taken: boolean): KubernetesObject {
  if (!moved && (!taken || object.namespaceGiven)) return object;
  return { ...object, namespaceGiven: false, namespace: unknownText(kustomizedNamespace) };
}

/** Files that a kustomization with a namespace takes in: the namespace they name is not the one they get. */
function filesInOtherNamespaces(kustomizations: readonly Kustomization[]): (path: string) => boolean {
  const byFolder = new Map(kustomizations.map((kustomization) => [kustomization.folder, kustomization]));
  const moved = new Set<string>();
  const visit = (kustomization: Kustomization, seen: Set<Kustomization>): void => {
    if (seen.has(kustomization)) return;
    seen.add(kustomization);
    for (const resource of kustomization.resources) {
      moved.add(resource);
      const nested = byFolder.get(resource);
      if (nested) visit(nested, seen);
    }
  };
  for (const kustomization of kustomizations) if (kustomization.namespace) visit(kustomization, new Set());
  return (path) => moved.has(path);
}
