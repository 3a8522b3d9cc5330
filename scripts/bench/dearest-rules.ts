/** Which rules cost the most processor time, from a CPU profile of the bundle that users run. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The part of a `.cpuprofile` file (`Profiler.Profile` of V8's protocol) that is read; lines are 0-based. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  /** Id of the running node, one entry a sample. */
  readonly samples: readonly number[];
  /** Microseconds since the sample before, one entry a sample. */
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

/** The bundler writes the source path of each module as a comment above it. */
const moduleComment = /^\s*\/\/ (\S+\.[cm]?[jt]s)$/;
/** One folder a group of rules, one file a rule, named by its id. */
const ruleSource = /(?:^|\/)src\/rules\/[a-z-]+\/([a-z0-9-]+)\.ts$/;

/**
 * Processor time in microseconds of each rule that was seen at work, with all that it calls; the dearest first.
 *
 * @param profile of a run of a bundle that keeps the comments with source paths (not minified)
 */
export function ruleCosts(profile: CpuProfile): ReadonlyMap<string, number> {
  const selfTime = new Map<number, number>();
  for (const [index, id] of profile.samples.entries()) {
    selfTime.set(id, (selfTime.get(id) ?? 0) + (profile.timeDeltas[index] ?? 0));
  }
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const children = new Set(profile.nodes.flatMap((node) => node.children ?? []));
  const costs = new Map<string, number>();
  const pending = profile.nodes
    .filter((node) => !children.has(node.id))
    .map((node) => ({ node, caller: undefined as string | undefined }));
  const sources = sourceFinder();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, caller } = next;
    // What a rule calls is its cost, whatever file that stands in.
    const rule = caller ?? ruleSource.exec(sources(node.callFrame.url, node.callFrame.lineNumber))?.[1];
    if (rule !== undefined) costs.set(rule, (costs.get(rule) ?? 0) + (selfTime.get(node.id) ?? 0));
    for (const id of node.children ?? []) {
      const child = nodes.get(id);
      if (child !== undefined) pending.push({ node: child, caller: rule });
    }
  }
  return new Map([...costs].toSorted(([, left], [, right]) => right - left));
}

/** A function from a line of a bundle to the path of the source that the line came from; empty when it is unknown. */
function sourceFinder(): (url: string, line: number) => string {
  const bundles = new Map<string, readonly string[]>();
  return (url, line) => {
    if (!url.startsWith('file:')) return '';
    let sources = bundles.get(url);
    if (sources === undefined) {
      let current = '';
      sources = readFileSync(fileURLToPath(url), 'utf8')
        .split('\n')
        .map((text) => {
          current = moduleComment.exec(text)?.[1] ?? current;
          return current;
        });
      bundles.set(url, sources);
    }
    return sources[line] ?? '';
  };
}
