/** The benchmarks of rendering: a check of many roots against the bare tools over the same roots. */

import { realTools } from '../real-tools.ts';
import type { Benchmark, Measurement } from './benchmarks.ts';
import { generateRoots, type RootsOptions } from './generate-roots.ts';
import { type Command, compareTimes } from './measure.ts';
import type { Workbench } from './workbench.ts';

/** A run takes half a minute, and its noise is small beside it. */
const runs = 2;

const allWired: RootsOptions = { kustomize: 200, charts: 20, wired: 200 };
const fewWired: RootsOptions = { kustomize: 200, charts: 0, wired: 10 };

export const renderBenchmarks: readonly Benchmark[] = [
  {
    name: 'rendering 200 kustomize roots and 20 charts against the bare tools one after another',
    budget: 0.65,
    unit: 'x',
    measure: (bench) => againstBareTools(bench, allWired, 1),
  },
  {
    name: 'rendering 200 kustomize roots and 20 charts against the bare tools two at a time',
    budget: 1.15,
    unit: 'x',
    measure: (bench) => againstBareTools(bench, allWired, 2),
  },
  {
    name: 'rendering 200 kustomize roots of which 10 matter against the bare tools over all',
    budget: 0.15,
    unit: 'x',
    measure: (bench) => againstBareTools(bench, fewWired, 1),
  },
];

async function againstBareTools(bench: Workbench, options: RootsOptions, atOnce: number): Promise<Measurement> {
  const { kubectl32, helm3 } = await realTools();
  const { directory, kustomize, charts } = generateRoots(bench.folder(`roots-${options.wired}`), options);
  const check: Command = bench.cli(['check', '--kustomize', kubectl32, '--helm', helm3], directory);
  const roots = bench.file(`roots-${options.wired}.txt`, kustomize.map((root) => `${root}\n`).join(''));
  const folders = bench.file(`charts-${options.wired}.txt`, charts.map((chart) => `${chart}\n`).join(''));
  const each = (list: string, ...tool: string[]) =>
    `xargs --no-run-if-empty -a '${list}' -n 1 -P ${atOnce} ${tool.map((word) => `'${word}'`).join(' ')} > /dev/null`;
  const bare = `${each(roots, kubectl32, 'kustomize')} && ${each(folders, helm3, 'template', 'release')}`;
  const reference: Command = { ...check, file: '/bin/sh', arguments: ['-c', bare] };
  const [ours = Number.NaN, theirs = Number.NaN] = compareTimes([check, reference], runs);
  return { value: ours / theirs, detail: `${ours.toFixed(2)} s / ${theirs.toFixed(2)} s` };
}
