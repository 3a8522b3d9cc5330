/** Shows an outcome on Azure Pipelines: issues, summary, output variables, and the result of the task. */
import { camelCase } from '../../config/inputs.ts';
import type { Outcome, Report } from '../../model/report.ts';
import type { Files } from '../../ports/files.ts';
import type { Log } from '../../ports/log.ts';
import { escapeLine } from '../../report/escape.ts';
import { failureLine } from '../../report/failure.ts';
import { headline } from '../../report/headline.ts';
import { renderMarkdown } from '../../report/markdown.ts';
import { marksPerLevel } from '../budget.ts';
import type { Environment } from '../environment.ts';
import { outputValues, type WrittenFiles } from '../outputs.ts';
import type { AzurePipelinesContext } from './context.ts';
import { logIssues } from './issues.ts';
import { type TaskLibrary, taskLibrary } from './task-lib.ts';

export interface Publication {
  readonly context: AzurePipelinesContext;
  readonly environment: Environment;
  readonly files: Pick<Files, 'write'>;
  readonly log: Log;
  readonly annotations: boolean;
  readonly written: WrittenFiles;
  readonly changedFiles?: ReadonlySet<string>;
}

/**
 * The task fails for any conclusion but success, and succeeds with issues when errors or warnings were found that are
 * not to fail it. Needs no permission and no network.
 */
export function publish(outcome: Outcome, publication: Publication): void {
  const { report } = outcome;
  const logged = publication.annotations
    ? logIssues(taskLibrary, report.findings, publication.changedFiles)
    : { errors: 0, warnings: 0, rest: undefined };
  if (logged.rest) publication.log.notice(logged.rest);
  uploadSummary(outcome, publication);
  for (const [name, value] of outputValues(report, publication.written)) {
    taskLibrary.setVariable(camelCase(name), value, false, true);
  }
  const result = resultOf(taskLibrary, report);
  const used = result === taskLibrary.TaskResult.Failed ? logged.errors : logged.warnings;
  taskLibrary.setResult(result, used < marksPerLevel ? reasonOf(report) : '');
}

/** Shows that the job could not be done at all. `line` is one inert line. */
export function publishFailure(line: string): void {
  taskLibrary.setVariable('conclusion', 'error', false, true);
  taskLibrary.setResult(taskLibrary.TaskResult.Failed, `Idwire: ${line}`);
}

function resultOf(tasks: TaskLibrary, { conclusion, counts }: Report) {
  if (conclusion !== 'success') return tasks.TaskResult.Failed;
  return counts.errors + counts.warnings > 0 ? tasks.TaskResult.SucceededWithIssues : tasks.TaskResult.Succeeded;
}

/** An issue of its own for what failed the task, or let it succeed with issues. */
function reasonOf(report: Report): string {
  const [gap] = report.gaps;
  if (report.conclusion === 'error' && gap) {
    return `Idwire: ${failureLine({ problem: gap.what, evidence: '', remedy: gap.remedy })}`;
  }
  return escapeLine(`Idwire: ${headline(report)}`);
}

/** The agent uploads the file after the task has ended, so it stays until the agent empties the folder. */
function uploadSummary(outcome: Outcome, { context, environment, files, log, changedFiles }: Publication): void {
  if (context.temporaryDirectory === '') {
    log.notice('This agent takes no summaries (Agent.TempDirectory is not set).');
    return;
  }
  const task = environment.SYSTEM_TASKINSTANCEID ?? String(process.pid);
  const file = `${context.temporaryDirectory.replaceAll('\\', '/')}/idwire-${task.replace(/[^\w-]/g, '')}.md`;
  files.write(file, renderMarkdown(outcome, { fileUrl: context.fileUrl, ...(changedFiles && { changedFiles }) }));
  taskLibrary.uploadSummary(file);
}
