/** The check run: every finding as an annotation, beyond what the runner keeps of workflow commands. */
import { createHash } from 'node:crypto';
import type { Finding } from '../../model/finding.ts';
import type { Outcome } from '../../model/report.ts';
import { annotationOf } from '../../report/annotation.ts';
import { countsLine } from '../../report/headline.ts';
import { worstFirst } from '../../report/order.ts';
import type { GithubClient } from './client.ts';

export interface CheckRunOptions {
  readonly headSha: string;
  /** Markdown of at most 60,000 bytes. */
  readonly summary: string;
  /** Tells the check runs of this job from those of others. */
  readonly scope: string;
  readonly docsUrl?: string | undefined;
  readonly changedFiles?: ReadonlySet<string> | undefined;
}

/** The Checks API takes this many annotations in one request (github/docs, checks/runs). */
const batchSize = 50;

/** Ten requests; whoever has more findings than that reads the report. */
const mostAnnotations = 500;

const checkName = 'Idwire';

/** Makes the check run of a commit, unless one that says the same is there: annotations can only ever be added to one. */
export async function publishCheckRun(client: GithubClient, outcome: Outcome, options: CheckRunOptions): Promise<void> {
  const { octokit, target } = client;
  const { checks } = octokit.rest;
  const all = annotationsOf(outcome, options);
  const annotations = all.slice(0, mostAnnotations);
  const title = titleOf(outcome);
  const rest = all.length - annotations.length;
  const said = rest > 0 ? `${options.summary}\n${rest} more findings have no annotation here.\n` : options.summary;
  const summary = `${markOf(options.scope, title, said, annotations)}\n${said}`;
  const runs = await octokit.paginate(checks.listForRef, { ...target, ref: options.headSha, check_name: checkName });
  if (runs.some(({ status, output }) => status === 'completed' && output.summary?.trim() === summary.trim())) return;
  const conclusion = outcome.report.conclusion === 'success' ? ('success' as const) : ('failure' as const);
  const output = { title, summary };
  const first = { ...output, annotations: annotations.slice(0, batchSize) };
  const whole = annotations.length <= batchSize;
  const { data } = await checks.create({
    ...target,
    name: checkName,
    head_sha: options.headSha,
    output: first,
    ...(whole ? { conclusion } : { status: 'in_progress' }),
  });
  for (let from = batchSize; from < annotations.length; from += batchSize) {
    const batch = { ...output, annotations: annotations.slice(from, from + batchSize) };
    const last = from + batchSize >= annotations.length;
    await checks.update({ ...target, check_run_id: data.id, output: batch, ...(last && { conclusion }) });
  }
}

function titleOf({ report }: Outcome): string {
  const { errors, warnings, notes } = report.counts;
  if (report.conclusion === 'error') return 'Idwire could not do its job';
  return errors + warnings + notes === 0 ? 'No problems' : countsLine(report);
}

/** The same findings have the same mark, so that a second run over a commit adds nothing. */
function markOf(scope: string, ...parts: readonly unknown[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  return `<!-- idwire ${scope} ${digest} -->`;
}

function annotationsOf({ report }: Outcome, { docsUrl, changedFiles }: CheckRunOptions) {
  return worstFirst(report.findings, changedFiles)
    .filter(isInRepository)
    .map((finding) => checkAnnotation(finding, docsUrl));
}

/** Annotations outside the repository would lose the whole request. */
function isInRepository({ file }: Finding): boolean {
  return file !== '-' && !file.startsWith('/') && !file.startsWith('../');
}

function checkAnnotation(finding: Finding, docsUrl: string | undefined) {
  const { level, title, message, file, startLine, endLine, startColumn, endColumn } = annotationOf(finding, docsUrl);
  return {
    path: file,
    start_line: startLine,
    end_line: endLine,
    ...(startColumn !== undefined && { start_column: startColumn }),
    ...(endColumn !== undefined && { end_column: endColumn }),
    annotation_level: level === 'error' ? ('failure' as const) : level,
    title,
    message,
  };
}
