/** Loads a repository and runs the rules over it: the part that every command begins with. */
import { guessedEnvironments } from '../manifests/guessed-environments.ts';
import { load, type RenderingOptions } from '../manifests/load.ts';
import type { Configuration } from '../model/configuration.ts';
import type { Bug } from '../model/errors.ts';
import type { Finding } from '../model/finding.ts';
import type { LiveState } from '../model/live.ts';
import type { Gap, Outcome, Stats } from '../model/report.ts';
import { lineText, type Source } from '../model/source.ts';
import type { Repository } from '../model/world.ts';
import type { Changes } from '../ports/changes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Files } from '../ports/files.ts';
import type { Log } from '../ports/log.ts';
import type { Renderer, RendererOptions } from '../ports/renderer.ts';
import type { FailOn } from '../report/build.ts';
import { judge, judgeLive } from '../rules/engine.ts';
import { rules } from '../rules/index.ts';
import { suppressBaseline } from './baseline.ts';
import { loadConfiguration } from './configuration.ts';
import { knownChanges, suppressUnchanged } from './only-changed.ts';

/** The inputs that a check needs. */
export interface CheckInputs {
  readonly paths: readonly string[];
  readonly exhaustive: boolean;
  readonly failOn: FailOn;
  readonly render?: 'auto' | 'never';
  readonly allowRemote?: boolean;
  readonly helm?: string | undefined;
  readonly kustomize?: string | undefined;
  /** The configuration file; without it, the usual ones are looked for. */
  readonly config?: string | undefined;
  readonly onlyChanged?: boolean;
  /** `owner/name` on GitHub, as the host tells it (`GITHUB_REPOSITORY`); else that of Git's remote `origin`. */
  readonly repository?: string | undefined;
  /** An earlier JSON report. */
  readonly baseline?: string | undefined;
}

export interface CheckPorts {
  readonly files: Files;
  readonly log: Log;
  readonly clock: Clock;
  /** Makes what renders roots; where it is absent, only raw files are judged. */
  readonly createRenderer?: (options: RendererOptions) => Promise<Renderer>;
  /** Without it, what changed is not known. */
  readonly changes?: Changes;
}

/** A repository with everything that was found in it. */
export interface JudgedRepository {
  readonly configuration: Configuration | undefined;
  readonly repository: Repository;
  readonly findings: readonly Finding[];
  /** Rules that threw. */
  readonly bugs: readonly Bug[];
  readonly gaps: readonly Gap[];
  readonly stats: () => Stats;
  readonly sourceLine: Outcome['sourceLine'];
  /** Runs the live rules as well; the answer holds the findings of both, set aside alike. */
  readonly judgeLive: (live: LiveState) => Pick<JudgedRepository, 'findings' | 'bugs' | 'sourceLine'>;
}

/** Throws `InputError` for a path or a configuration that is wrong; a rule that throws is in the answer, beside all else. */
export async function judgeRepository(inputs: CheckInputs, ports: CheckPorts): Promise<JudgedRepository> {
  const { files, log, clock } = ports;
  const start = clock.monotonic();
  const configuration = await loadConfiguration(files, inputs.config);
  const changes = inputs.onlyChanged ? await knownChanges(ports.changes, log) : undefined;
  // A cluster is judged whole: with one of its roots left out, the others would seem to lack what that one holds.
  const reached = changes && !configuration?.clusters.length ? new Set(changes.files.keys()) : undefined;
  const { repository, sources, scan, gaps, rendered } = await load(files, {
    paths: inputs.paths,
    ignore: configuration?.ignore.map(({ value }) => value) ?? [],
    exhaustive: inputs.exhaustive,
    configuration,
    ...(inputs.repository !== undefined && { repository: inputs.repository }),
    onProgress: (done, total) => log.progress(`Reading manifests: ${done} of ${total} files`),
    rendering: renderingOf(inputs, ports, reached),
  });
  const guess = guessedEnvironments(repository.worlds);
  if (guess) log.notice(guess);
  const levels = Object.fromEntries([...(configuration?.rules ?? [])].map(([id, { value }]) => [id, value]));
  const { findings: judged, bugs } = judge(repository, rules, { sources, levels });
  const setAside = (all: readonly Finding[]) => {
    const fresh = inputs.baseline ? suppressBaseline(all, inputs.baseline, files) : all;
    return changes ? suppressUnchanged(fresh, changes) : fresh;
  };
  const findings = setAside(judged);
  const { files: fileCount, documents, parsed } = scan;
  return {
    configuration,
    repository,
    findings,
    bugs,
    gaps,
    stats: () => ({ files: fileCount, documents, parsed, rendered, durationMs: Math.round(clock.monotonic() - start) }),
    sourceLine: sourceLines(sources, findings),
    judgeLive(live) {
      const seen = judgeLive(live, rules, { sources, levels });
      const all = [...findings, ...setAside(seen.findings)];
      // The configuration is no manifest, and live findings stand in it too.
      const read = configuration ? [...sources, configuration.source] : sources;
      return { findings: all, bugs: [...bugs, ...seen.bugs], sourceLine: sourceLines(read, all) };
    },
  };
}

function renderingOf(
  inputs: CheckInputs,
  { createRenderer, log }: CheckPorts,
  changed: ReadonlySet<string> | undefined,
): RenderingOptions | undefined {
  if (inputs.render === 'never' || !createRenderer) return undefined;
  const { allowRemote = false, helm, kustomize } = inputs;
  return {
    renderer: () => createRenderer({ allowRemote, helm, kustomize }),
    allowRemote,
    changed,
    onProgress: (done, total) => log.progress(`Rendering: ${done} of ${total} roots`),
  };
}

/** Lines of the files that findings are in; the sources are kept for nothing else. */
function sourceLines(sources: readonly Source[], findings: readonly Finding[]): Outcome['sourceLine'] {
  const named = new Set(findings.map((finding) => finding.file));
  const byPath = new Map(sources.filter((source) => named.has(source.path)).map((source) => [source.path, source]));
  return (file, line) => {
    const source = byPath.get(file);
    return source && lineText(source, line);
  };
}
