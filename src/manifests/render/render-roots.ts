/** Renders the roots of a repository that touch an identity and makes a world of each, with gaps for what could not be. */
import type { Manifest } from '../../model/manifest.ts';
import type { Gap } from '../../model/report.ts';
import type { Source } from '../../model/source.ts';
import type { World } from '../../model/world.ts';
import type { Renderer, RenderOutcome, RenderTool } from '../../ports/renderer.ts';
import { HelmTrace } from './helm-trace.ts';
import { KustomizeTrace } from './kustomize-trace.ts';
import { givenValues, type HelmRoot, planRoots, type Root, type RootContext, sourcesOf } from './plan-roots.ts';
import { renderChart, variantText } from './render-chart.ts';
import { readBuild, readTemplates } from './rendered-text.ts';
import { type RenderedRoot, worldsOf } from './rendered-world.ts';
import type { RootFiles } from './root-files.ts';
import { substitute } from './substitute.ts';

export interface Rendering {
  readonly worlds: readonly World[];
  readonly gaps: readonly Gap[];
  /** Files that are never judged as they stand: something renders them, or should have. */
  readonly claimed: ReadonlySet<string>;
  /** Texts that places in the worlds lead to. */
  readonly sources: readonly Source[];
  readonly rendered: number;
}

export interface RenderingRequest extends RootContext {
  /** Called once, when there is anything to render. The caller closes it. */
  readonly renderer: () => Promise<Renderer>;
  /** Only roots that are made of one of these files are rendered; all when undefined. */
  readonly changed?: ReadonlySet<string> | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** More than any repository has; a hostile one could keep a job busy for days. */
const mostRoots = 2000;

export async function renderRoots(request: RenderingRequest): Promise<Rendering> {
  const { files, changed } = request;
  const { roots, gaps } = planRoots(request);
  const found = [...gaps];
  const chosen = changed ? roots.filter((root) => root.files.some((file) => changed.has(file))) : roots;
  if (chosen.length > mostRoots) found.push(tooMany(chosen.length));
  const possible = await withTools(chosen.slice(0, mostRoots), request, found);
  let done = 0;
  const outcomes = await Promise.all(
    possible.map(async ({ root, renderer }) => {
      const outcome = await outcomeOf(root, renderer, request);
      done += 1;
      request.onProgress?.(done, possible.length);
      return { root, outcome };
    }),
  );
  const rendered: RenderedRoot[] = [];
  for (const { root, outcome } of distinct(outcomes)) {
    if (outcome.rendered) rendered.push(await readRoot(root, outcome.text, files));
  }
  found.push(...failuresIn(outcomes));
  const skipped = changed ? roots.filter((root) => !chosen.includes(root)) : [];
  const claiming = [...possible.map(({ root }) => root), ...skipped];
  return {
    worlds: worldsOf(rendered),
    gaps: found,
    claimed: new Set(claiming.flatMap((root) => root.files)),
    sources: claiming.flatMap((root) => sourcesOf(root, files)),
    rendered: rendered.filter(({ root }) => root.kind !== 'plain').length,
  };
}

function tooMany(count: number): Gap {
  return {
    what: `${count - mostRoots} of ${count} roots`,
    why: `at most ${mostRoots} roots are rendered in one run`,
    remedy: 'Check parts of the repository in runs of their own.',
  };
}

const toolNames: Readonly<Record<RenderTool, string>> = {
  kustomize: 'neither kustomize nor kubectl was found on PATH',
  helm: 'helm was not found on PATH',
};

/** Leaves out the roots whose tool is not there, with one gap for each tool. */
async function withTools(
  roots: readonly Root[],
  request: RenderingRequest,
  gaps: Gap[],
): Promise<readonly { readonly root: Root; readonly renderer: Renderer | undefined }[]> {
  const needsTool = (root: Root) => root.kind !== 'plain' && !root.refusal;
  const renderer = roots.some(needsTool) ? await request.renderer() : undefined;
  const absent = (['kustomize', 'helm'] as const).filter(
    (tool) => roots.some((root) => root.kind === tool && needsTool(root)) && !renderer?.has(tool),
  );
  for (const tool of absent) {
    const names = [...new Set(roots.filter((root) => root.kind === tool).map((root) => root.name))];
    const shown = names.slice(0, 3).join(', ');
    gaps.push({
      what: `${names.length} ${tool === 'helm' ? 'Helm chart' : 'Kustomize root'}${names.length === 1 ? '' : 's'} (${shown}${names.length > 3 ? ', …' : ''})`,
      why: `${toolNames[tool]}, so ${names.length === 1 ? 'it was' : 'they were'} not rendered`,
      remedy: `Install it, or name it with the input ${tool}; set render to never to leave rendering out.`,
    });
  }
  return roots.filter((root) => !absent.some((tool) => tool === root.kind)).map((root) => ({ root, renderer }));
}

async function outcomeOf(
  root: Root,
  renderer: Renderer | undefined,
  { files, allowRemote }: RenderingRequest,
): Promise<RenderOutcome> {
  if (root.refusal) return { rendered: false, why: root.refusal.why };
  if (root.kind === 'plain' || !renderer)
    return { rendered: true, text: root.files.map((path) => files.source(path)?.text ?? '').join('\n---\n') };
  if (root.kind === 'helm') return renderChart(root, renderer, allowRemote);
  const { namespace, namePrefix, nameSuffix } = root.request ?? {};
  return renderer.kustomize({
    folder: root.name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(namePrefix === undefined ? {} : { namePrefix }),
    ...(nameSuffix === undefined ? {} : { nameSuffix }),
  });
}

interface RootOutcome {
  readonly root: Root;
  readonly outcome: RenderOutcome;
}

/** Guesses that came out like another render of the same chart say nothing new. */
function distinct(outcomes: readonly RootOutcome[]): readonly RootOutcome[] {
  const seen = new Set<string>();
  return outcomes.filter(({ root, outcome }) => {
    if (root.kind !== 'helm' || !root.guessed || !outcome.rendered) return true;
    const key = `${root.name}\n${outcome.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** One gap for each root; guesses at a chart count only when none of them worked. */
function failuresIn(outcomes: readonly RootOutcome[]): readonly Gap[] {
  const worked = new Set(outcomes.filter(({ outcome }) => outcome.rendered).map(({ root }) => root.name));
  const told = new Set<string>();
  return outcomes.flatMap(({ root, outcome }) => {
    if (outcome.rendered) return [];
    if (root.guessed && (worked.has(root.name) || told.has(root.name))) return [];
    told.add(root.name);
    return [failure(root, outcome.why)];
  });
}

function failure(root: Root, why: string): Gap {
  const what = `${root.kind === 'helm' ? 'Helm chart' : 'Kustomize root'} ${root.name}${variantText(root)}`;
  if (root.refusal) return { what, why: `it was not rendered: ${why}`, remedy: root.refusal.remedy };
  return {
    what,
    why: `it could not be rendered, and its files were not judged: ${why}`,
    remedy: `Mend what ${root.kind} reports, or leave the folder out with an ignore pattern.`,
  };
}

async function readRoot(root: Root, text: string, files: RootFiles): Promise<RenderedRoot> {
  const filled = root.request?.substitutions ? substitute(text, root.request.substitutions) : text;
  const path = `${root.name}${variantText(root)} (rendered)`;
  if (root.kind === 'plain') return { root, manifests: plainManifests(root, files) };
  if (root.kind === 'kustomize') {
    const trace = new KustomizeTrace(root.tree, files);
    const { objects } = await readBuild(path, filled);
    return {
      root,
      manifests: objects.map(({ manifest, origin }) => ({
        ...manifest,
        rendered: {
          by: 'kustomize',
          root: root.name,
          variant: root.variant,
          file: root.tree.files[0] ?? root.name,
          trace: trace.of(manifest, origin),
        },
      })),
    };
  }
  return { root, manifests: await readHelm(root, path, filled, files) };
}

async function readHelm(root: HelmRoot, path: string, text: string, files: RootFiles): Promise<readonly Manifest[]> {
  const trace = new HelmTrace(root.chart, givenValues(root, files), files);
  const { objects } = await readTemplates(path, text);
  return objects.map(({ manifest, origin }) => ({
    ...manifest,
    rendered: {
      by: 'helm',
      root: root.name,
      variant: root.variant,
      file: root.values.at(-1) ?? root.chart.manifest.source.path,
      ...(origin === undefined ? {} : { origin }),
      trace: trace.of(manifest.kind, origin),
    },
  }));
}

/** A folder without a kustomization is applied as it stands; its places are those of its files. */
function plainManifests(root: Root, files: RootFiles): readonly Manifest[] {
  return root.files.flatMap((path) => files.documents(path)).filter(({ kind, apiVersion }) => kind && apiVersion);
}
