/** Shows an outcome on GitHub: annotations, job summary, outputs, and whether the step failed. */
import type { Outcome } from '../../model/report.ts';
import type { Log } from '../../ports/log.ts';
import { escapeLine } from '../../report/escape.ts';
import { failureLine } from '../../report/failure.ts';
import { headline } from '../../report/headline.ts';
import { renderMarkdown } from '../../report/markdown.ts';
import { marksPerLevel } from '../budget.ts';
import type { Environment } from '../environment.ts';
import { outputValues, type WrittenFiles } from '../outputs.ts';
import { annotate } from './annotations.ts';
import type { GithubContext } from './context.ts';

export interface Publication {
  readonly context: GithubContext;
  readonly environment: Environment;
  readonly log: Log;
  readonly annotations: boolean;
  readonly written: WrittenFiles;
  readonly changedFiles?: ReadonlySet<string>;
}

/** Fails the step for any conclusion but success. Needs no permission and no network. */
export async function publish(outcome: Outcome, publication: Publication): Promise<void> {
  const core = await import('./core.ts');
  const { report } = outcome;
  const { docsUrl } = publication.context;
  const errors = publication.annotations ? annotate(core, report.findings, { ...publication, docsUrl }) : 0;
  await writeSummary(outcome, publication);
  for (const [name, value] of outputValues(report, publication.written)) core.setOutput(name, value);
  if (report.conclusion === 'success') return;
  const [gap] = report.gaps;
  const reason =
    report.conclusion === 'error' && gap
      ? failureLine({ problem: gap.what, evidence: '', remedy: gap.remedy })
      : escapeLine(headline(report));
  if (errors < marksPerLevel) core.setFailed(`Idwire: ${reason}`);
}

/** Shows that the job could not be done at all. `line` is one inert line. */
export async function publishFailure(line: string): Promise<void> {
  const core = await import('./core.ts');
  core.setOutput('conclusion', 'error');
  core.setFailed(`Idwire: ${line}`);
}

/** The summary is a service to the reader: when the runner has no place for it, a notice says so and the run goes on. */
async function writeSummary(outcome: Outcome, { context, environment, log, changedFiles }: Publication): Promise<void> {
  const { summary } = await import('./core.ts');
  if (!environment.GITHUB_STEP_SUMMARY) {
    log.notice('This runner takes no job summaries (GITHUB_STEP_SUMMARY is not set).');
    return;
  }
  const markdown = renderMarkdown(outcome, {
    fileUrl: context.fileUrl,
    ...(context.docsUrl && { docsUrl: context.docsUrl }),
    ...(changedFiles && { changedFiles }),
  });
  try {
    await summary.addRaw(markdown).write();
  } catch (thrown) {
    log.notice(`The job summary could not be written: ${(thrown as Error).message}`);
  }
}
