/** `helm template` of one chart: no cluster, no plugins, no hooks of other programs, and dependencies beside the tree. */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ChartTemplate } from '../../ports/renderer.ts';
import type { Scratch } from './tool-environment.ts';

/** The chart as Helm is to read it: where it lies, or a copy that has its dependencies put into it. */
export function prepareChart(template: ChartTemplate, workingDirectory: string, scratch: Scratch): string {
  const chart = path.resolve(workingDirectory, template.chart);
  if (template.vendored.size === 0 && !template.fetchDependencies) return chart;
  const copy = path.join(scratch.fresh(), path.basename(chart));
  cpSync(chart, copy, { recursive: true, dereference: true });
  mkdirSync(path.join(copy, 'charts'), { recursive: true });
  for (const [name, folder] of template.vendored) {
    const target = path.join(copy, 'charts', name);
    if (!existsSync(target))
      cpSync(path.resolve(workingDirectory, folder), target, { recursive: true, dereference: true });
  }
  return copy;
}

/** The arguments of `helm template`. */
export function templateArguments(template: ChartTemplate, chart: string, files: readonly string[]): readonly string[] {
  return [
    'template',
    template.release,
    chart,
    '--namespace',
    template.namespace,
    ...files.flatMap((file) => ['--values', file]),
    ...template.sets.flatMap((set) => ['--set', set]),
  ];
}

/** The values files by absolute path; values that are no file of the repository become one beside it. */
export function valuesFiles(template: ChartTemplate, workingDirectory: string, scratch: Scratch): readonly string[] {
  return template.values.map((values) => {
    if (typeof values === 'string') return path.resolve(workingDirectory, values);
    const file = path.join(scratch.fresh(), 'values.yaml');
    writeFileSync(file, values.text);
    return file;
  });
}
