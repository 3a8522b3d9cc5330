/** Whether the check that is timed does its work: it must find every injected fault and nothing else. */

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type GeneratedRepository, generateRepository } from './generate-repository.ts';
import { run } from './measure.ts';
import type { Workbench } from './workbench.ts';

const manifests = 1000;
const faults = 12;
const modes: readonly (readonly string[])[] = [[], ['--exhaustive']];

interface ErrorFinding {
  readonly rule: string;
  readonly file: string;
}

/**
 * Faults missed plus errors where nothing is wrong, in a clean and a faulty repository, in the usual and the exhaustive
 * mode.
 *
 * @throws Error when the check writes no report or does not see all manifests
 */
export function misjudged(bench: Workbench): { value: number; detail: string } {
  const faulty = generateRepository(bench.folder('faulty'), { manifests, faults });
  const mistakes = [bench.repository(manifests), faulty].flatMap((repository) =>
    modes.flatMap((mode) => mistakesOf(repository, errorsOf(bench, repository, mode))),
  );
  const detail = `${faults} faults in ${manifests} manifests, both modes, with and without faults`;
  return { value: mistakes.length, detail: [detail, ...mistakes.slice(0, 10)].join('; ') };
}

function errorsOf(bench: Workbench, repository: GeneratedRepository, mode: readonly string[]): readonly ErrorFinding[] {
  const report = join(bench.folder('reports'), 'report.json');
  const args = ['check', '--render', 'never', '--format', 'json', '--report-file', report, ...mode];
  // The report of the run before must not stand in for one that was not written.
  rmSync(report, { force: true });
  // 1: findings at error, which a faulty repository is to have.
  run({ ...bench.cli(args, repository.directory), successCodes: [0, 1] }, 'ignore');
  const { findings, stats }: { findings: readonly (ErrorFinding & { severity: string })[]; stats: { files: number } } =
    JSON.parse(readFileSync(report, 'utf8'));
  if (stats.files < repository.manifests) {
    throw new Error(`The check saw ${stats.files} files of ${repository.manifests} manifests.`);
  }
  return findings.filter(({ severity }) => severity === 'error');
}

/** One sentence for each fault without its error finding and each error finding without its fault. */
export function mistakesOf(
  repository: Pick<GeneratedRepository, 'faults'>,
  errors: readonly ErrorFinding[],
): readonly string[] {
  const matches = (fault: GeneratedRepository['faults'][number], error: ErrorFinding) =>
    error.rule === fault.rule && error.file.startsWith(`${fault.application}/`);
  const missed = repository.faults
    .filter((fault) => !errors.some((error) => matches(fault, error)))
    .map(({ rule, application }) => `${rule} missed in ${application}`);
  const wrong = errors
    .filter((error) => !repository.faults.some((fault) => matches(fault, error)))
    .map(({ rule, file }) => `${rule} made up in ${file}`);
  return [...missed, ...wrong];
}
