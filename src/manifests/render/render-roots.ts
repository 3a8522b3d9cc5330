/** Renders the roots of a repository that touch an identity and makes a world of each, with gaps for what could not be. */
import { createHash } from 'node:crypto';
import type { Manifest } from '../../model/manifest.ts';
import type { Gap } from '../../model/report.ts';
import type { Source } from '../../model/source.ts';
import type { World } from '../../model/world.ts';
import type { Renderer, RenderOutcome, RenderTool } from '../../ports/renderer.ts';
import type { TextReader } from '../kubernetes.ts';
import { filledIn } from './flux-variables.ts';
import { HelmTrace } from './helm-trace.ts';
import { KustomizeTrace } from './kustomize-trace.ts';
import type { Refusal } from './kustomize-tree.ts';
import { plainManifests } from './plain-manifests.ts';
import { givenValues, type HelmRoot, planRoots, type Root, type RootContext, sourcesOf } from './plan-roots.ts';
import { refusalOf } from './refusal.ts';
import { renderChart, variantText } from './render-chart.ts';
import { readBuild, readTemplates } from './rendered-text.ts';
import { type RenderedRoot, worldsOf } from './rendered-world.ts';
import type { RootFiles } from './root-files.ts';

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
  /** Reads texts with what is filled in all over the repository. */
  readonly read?: TextReader | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** More than any repository has; a hostile one could keep a job busy for days. */
const mostRoots = 2000;

/** Outputs are kept while their objects are judged. */
const mostBytes = 256 * 1024 * 1024;

export async function renderRoots(request: RenderingRequest): Promise<Rendering> {
  const { files, changed } = request;
  const { roots, gaps } = planRoots(request);
  const found = [...gaps];
  const chosen = changed ? roots.filter((root) => root.files.some((file) => changed.has(file))) : roots;
  if (chosen.length > mostRoots) found.push(tooMany(chosen.length));
  const possible = await withTools(chosen.slice(0, mostRoots), request, found);
  let done = 0;
  let bytes = 0;
  const results = await Promise.all(
    possible.map(async ({ root, refusal, renderer }): Promise<RootResult> => {
      const outcome = refusal
        ? { rendered: false as const, why: refusal.why }
        : await outcomeOf(root, renderer, request.allowRemote);
      done += 1;
      request.onProgress?.(done, possible.length);
      if (!outcome.rendered) return { root, refusal, why: outcome.why };
      bytes += outcome.text.length;
      if (bytes > mostBytes) return { root, refusal, why: tooMuch };
      return { root, refusal, text: digest(outcome.text), rendered: await readRoot(root, outcome.text, files) };
    }),
  );
  const rendered = distinct(results).flatMap((result) => result.rendered ?? []);
  const skipped = changed ? roots.filter((root) => !chosen.includes(root)) : [];
  const claiming = [...possible.map(({ root }) => root), ...skipped];
  return {
    worlds: worldsOf(rendered, request.read),
    gaps: [...found, ...failuresIn(results)],
    claimed: new Set(claiming.flatMap((root) => root.files)),
    sources: claiming.flatMap((root) => sourcesOf(root, files)),
    rendered: rendered.filter(({ root }) => root.kind !== 'plain').length,
  };
}

const tooMuch = `what was rendered in this run is larger than ${mostBytes / 1024 / 1024} MiB together`;

/** What became of a root: its objects, or why there are none. */
interface RootResult {
  readonly root: Root;
  readonly refusal: Refusal | undefined;
  readonly why?: string;
  /** Tells equal outputs apart from others. */
  readonly text?: string;
  readonly rendered?: RenderedRoot;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
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

interface PossibleRoot {
  readonly root: Root;
  readonly refusal: Refusal | undefined;
  readonly renderer: Renderer | undefined;
}

/** Leaves out the roots whose tool is not there, with one gap for each tool. */
async function withTools(
  roots: readonly Root[],
  request: RenderingRequest,
  gaps: Gap[],
): Promise<readonly PossibleRoot[]> {
  const planned = roots.map((root) => ({ root, refusal: refusalOf(root, request) }));
  const needing = planned.filter(({ root, refusal }) => root.kind !== 'plain' && !refusal);
  const renderer = needing.length > 0 ? await request.renderer() : undefined;
  const absent = (['kustomize', 'helm'] as const).filter(
    (tool) => needing.some(({ root }) => root.kind === tool) && !renderer?.has(tool),
  );
  for (const tool of absent) gaps.push(toolAbsent(tool, roots));
  return planned
    .filter(({ root }) => !absent.some((tool) => tool === root.kind))
    .map((item) => ({ ...item, renderer }));
}

function toolAbsent(tool: RenderTool, roots: readonly Root[]): Gap {
  const names = [...new Set(roots.filter((root) => root.kind === tool).map((root) => root.name))];
  const plural = names.length === 1 ? '' : 's';
  const kind = tool === 'helm' ? 'Helm chart' : 'Kustomize root';
  return {
    what: `${names.length} ${kind}${plural} (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''})`,
    why: `${toolNames[tool]}, so ${plural ? 'they were' : 'it was'} not rendered`,
    remedy: `Install it, or name it with the input ${tool}; set render to never to leave rendering out.`,
  };
}

async function outcomeOf(root: Root, renderer: Renderer | undefined, allowRemote: boolean): Promise<RenderOutcome> {
  if (root.kind === 'plain' || !renderer) return { rendered: true, text: '' };
  if (root.kind === 'helm') return renderChart(root, renderer, allowRemote);
  const { namespace, namePrefix, nameSuffix } = root.request ?? {};
  return renderer.kustomize({
    folder: root.name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(namePrefix === undefined ? {} : { namePrefix }),
    ...(nameSuffix === undefined ? {} : { nameSuffix }),
  });
}

/** Guesses that came out like another render of the same chart say nothing new. */
function distinct(results: readonly RootResult[]): readonly RootResult[] {
  const seen = new Set<string>();
  return results.filter(({ root, text }) => {
    if (root.kind !== 'helm' || !root.guessed || text === undefined) return true;
    const key = `${root.name}\n${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** One gap for each root; guesses at a chart count only when none of them worked. */
function failuresIn(results: readonly RootResult[]): readonly Gap[] {
  const worked = new Set(results.filter(({ rendered }) => rendered).map(({ root }) => root.name));
  const told = new Set<string>();
  return results.flatMap((result) => {
    const { root } = result;
    if (result.rendered || (root.guessed && (worked.has(root.name) || told.has(root.name)))) return [];
    told.add(root.name);
    return [failure(result)];
  });
}

function failure({ root, refusal, why = '' }: RootResult): Gap {
  const what = `${root.kind === 'helm' ? 'Helm chart' : 'Kustomize root'} ${root.name}${variantText(root)}`;
  if (refusal) return { what, why: `it was not rendered: ${why}`, remedy: refusal.remedy };
  return {
    what,
    why: `it could not be rendered, and its files were not judged: ${why}`,
    remedy: `Mend what ${root.kind} reports, or leave the folder out with an ignore pattern.`,
  };
}

async function readRoot(root: Root, text: string, files: RootFiles): Promise<RenderedRoot> {
  const filled = filledIn(text, root.request);
  const path = `${root.name}${variantText(root)} (rendered)`;
  if (root.kind === 'plain') return { root, manifests: plainManifests(root, files) };
  if (root.kind === 'kustomize') {
    const trace = new KustomizeTrace(root.tree, files);
    const { objects } = await readBuild(path, filled, root.request?.cluster !== undefined);
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
  const { objects } = await readTemplates(path, text, root.request?.cluster !== undefined);
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
