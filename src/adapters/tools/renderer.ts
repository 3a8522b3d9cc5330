/** The renderers of this machine: helm and kustomize, found on PATH or named, as many at once as there are processors. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { ChartTemplate, KustomizeBuild, Renderer, RendererOptions, RenderOutcome } from '../../ports/renderer.ts';
import { findProgram } from './find-program.ts';
import { prepareChart, templateArguments, valuesFiles } from './helm.ts';
import { knowsNoOrigins, kustomizeArguments, writeWrapper } from './kustomize.ts';
import { runTool, type ToolLimits } from './run-tool.ts';
import { createScratch, type Environment, type Scratch, toolEnvironment } from './tool-environment.ts';
import { trimMessage } from './tool-message.ts';

/** The slowest honest charts take a few seconds, and the largest make a few MiB. */
const renderLimits: ToolLimits = {
  milliseconds: 60_000,
  outputBytes: 32 * 1024 * 1024,
  memoryBytes: 1024 * 1024 * 1024,
};

/** All renders of a run together; a repository of many slow roots must not hold a job for hours. */
const totalMilliseconds = 15 * 60_000;

export interface RendererSetting extends RendererOptions {
  readonly workingDirectory: string;
  readonly environment: Environment;
  readonly limits?: ToolLimits;
}

/** Nothing is started or written before the first root is asked for. */
export function createRenderer(setting: RendererSetting): Renderer {
  const { environment, workingDirectory } = setting;
  const find = (name: string) => findProgram(name, environment, workingDirectory);
  const kustomize = setting.kustomize ? find(setting.kustomize) : (find('kustomize') ?? find('kubectl'));
  const helm = find(setting.helm ?? 'helm');
  const runs = new Runs(setting);
  return {
    has: (tool) => (tool === 'helm' ? helm : kustomize) !== undefined,
    kustomize: (build) => runs.kustomize(kustomize ?? 'kustomize', build),
    helm: (template) => runs.helm(helm ?? 'helm', template),
    close: () => runs.close(),
  };
}

class Runs {
  readonly #setting: RendererSetting;
  readonly #ending = new AbortController();
  readonly #waiting: (() => void)[] = [];
  readonly #start = performance.now();
  #free = availableParallelism();
  #scratch: Scratch | undefined;
  #environment: Record<string, string> | undefined;

  constructor(setting: RendererSetting) {
    this.#setting = setting;
  }

  async kustomize(program: string, build: KustomizeBuild): Promise<RenderOutcome> {
    const root = path.resolve(this.#setting.workingDirectory, build.folder);
    const wrapper = this.#open().fresh();
    writeWrapper(wrapper, root, build);
    const outcome = await this.#run(program, kustomizeArguments(program, wrapper), root);
    if (outcome.rendered || !knowsNoOrigins(outcome.why, build)) return outcome;
    return this.#run(program, kustomizeArguments(program, root), root);
  }

  async helm(program: string, template: ChartTemplate): Promise<RenderOutcome> {
    const { workingDirectory } = this.#setting;
    const scratch = this.#open();
    const chart = prepareChart(template, workingDirectory, scratch);
    if (template.fetchDependencies) {
      const fetched = await this.#run(program, ['dependency', 'build', '--skip-refresh', chart], chart);
      if (!fetched.rendered) return fetched;
    }
    const files = valuesFiles(template, workingDirectory, scratch);
    return this.#run(program, templateArguments(template, chart, files), chart);
  }

  close(): void {
    this.#ending.abort();
    this.#scratch?.remove();
    this.#scratch = undefined;
  }

  #open(): Scratch {
    this.#scratch ??= createScratch();
    return this.#scratch;
  }

  async #run(program: string, args: readonly string[], root: string): Promise<RenderOutcome> {
    const { allowRemote, environment, workingDirectory, limits = renderLimits } = this.#setting;
    const scratch = this.#open();
    this.#environment ??= toolEnvironment(environment, scratch, allowRemote);
    await this.#turn();
    try {
      if (performance.now() - this.#start > totalMilliseconds)
        return { rendered: false, why: `rendering took longer than ${totalMilliseconds / 60_000} minutes in this run` };
      const { succeeded, output, errors, stopped } = await runTool({
        program,
        args,
        directory: scratch.folder,
        environment: this.#environment,
        limits,
        signal: this.#ending.signal,
      });
      if (succeeded) return { rendered: true, text: output };
      if (stopped) return { rendered: false, why: `${path.basename(program)} was stopped because ${stopped}` };
      return { rendered: false, why: trimMessage(errors, [root, workingDirectory, scratch.folder]) };
    } finally {
      this.#free += 1;
      this.#waiting.shift()?.();
    }
  }

  /** Waits until a processor is free. */
  async #turn(): Promise<void> {
    while (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#free -= 1;
  }
}
