/** Check runs and their annotations, with the limits of the Checks API. */

import type { Need } from '../access.ts';
import { type GitHubRoute, type RepositoryCall, repositoryRoute } from '../endpoint.ts';
import { type JsonObject, Refusal, type Reply } from '../loopback/exchange.ts';
import type { CheckAnnotation, CheckRun } from '../model/check-run.ts';
import { pageOf } from '../paging.ts';
import { errorReply, invalidRequest, notFound } from '../refusals.ts';

const read: readonly Need[] = [['checks', 'read']];
const write: readonly Need[] = [['checks', 'write']];

/** Limits as documented for the Checks API: characters of texts, annotations a request, bytes of details. */
const limits = { text: 65_535, annotations: 50, message: 64 * 1024, title: 255 };

const statuses = ['queued', 'in_progress', 'completed'] as const;
const levels = ['notice', 'warning', 'failure'] as const;
const conclusions = ['action_required', 'cancelled', 'failure', 'neutral', 'success', 'skipped', 'timed_out'];

export const checkRunRoutes: readonly GitHubRoute[] = [
  repositoryRoute('POST', '/check-runs', write, create, { createsContent: true }),
  repositoryRoute('PATCH', '/check-runs/{check}', write, update, { createsContent: true }),
  repositoryRoute('GET', '/check-runs/{check}', read, (call) => ({ status: 200, body: view(find(call)) })),
  repositoryRoute('GET', '/check-runs/{check}/annotations', read, (call) =>
    pageOf(call.exchange, call.linkPath, find(call).annotations, annotationView),
  ),
  repositoryRoute('GET', '/commits/{ref}/check-runs', read, listForCommit),
];

function create(call: RepositoryCall): Reply {
  const { body, state, repository } = call;
  requireApp(call);
  const name = body.text('name');
  const headSha = body.text('head_sha');
  if (name === undefined || headSha === undefined) throw invalidRequest('"name", "head_sha" weren\'t supplied.');
  if (!repository.git.commits.has(headSha)) throw invalidRequest(`No commit found for SHA: ${headSha}`);
  const id = state.nextId();
  const start = body.text('started_at') ?? state.timestamp();
  const identity = { id, nodeId: `CR_${id}`, headSha, startedAt: start, annotations: [] };
  const empty = {
    status: 'queued',
    conclusion: null,
    completedAt: null,
    title: null,
    summary: null,
    text: null,
  } as const;
  const run: CheckRun = { ...identity, name, ...empty };
  apply(run, call);
  repository.checkRuns.push(run);
  return { status: 201, body: view(run) };
}

function update(call: RepositoryCall): Reply {
  requireApp(call);
  const run = find(call);
  run.name = call.body.text('name') ?? run.name;
  apply(run, call);
  return { status: 200, body: view(run) };
}

function listForCommit(call: RepositoryCall): Reply {
  const commit = call.repository.git.resolve(call.parameters.ref ?? '');
  if (commit === undefined) throw notFound();
  const runs = call.repository.checkRuns.filter((run) => run.headSha === commit.sha);
  return { status: 200, body: { total_count: runs.length, check_runs: runs.map(view) } };
}

/** Reads everything before it changes anything, so that a refused request leaves the run as it was. */
function apply(run: CheckRun, { body, state }: RepositoryCall): void {
  const conclusion = body.text('conclusion');
  const wanted = body.text('status');
  const status = conclusion === undefined ? oneOf(statuses, wanted ?? run.status) : 'completed';
  if (conclusion !== undefined && !conclusions.includes(conclusion)) {
    throw invalidRequest(`${conclusion} is not a possible conclusion.`);
  }
  if (status === 'completed' && (conclusion ?? run.conclusion) === null) {
    throw invalidRequest('A completed check run needs a "conclusion".');
  }
  const output = body.has('output') ? readOutput(body.object('output')) : undefined;
  run.status = status;
  run.conclusion = conclusion ?? run.conclusion;
  if (status === 'completed') run.completedAt = body.text('completed_at') ?? state.timestamp();
  if (output === undefined) return;
  run.title = output.title;
  run.summary = output.summary;
  run.text = output.text ?? run.text;
  run.annotations.push(...output.annotations);
}

function readOutput(output: JsonObject) {
  const title = output.text('title');
  const summary = output.text('summary');
  if (title === undefined || summary === undefined) throw invalidRequest('"title", "summary" weren\'t supplied.');
  for (const text of [summary, output.text('text') ?? '']) {
    if (text.length > limits.text)
      throw invalidRequest(`Only ${limits.text} characters are allowed; ${text.length} were supplied.`);
  }
  const entries = output.objects('annotations') ?? [];
  if (entries.length > limits.annotations) {
    throw invalidRequest(`No more than ${limits.annotations} items are allowed; ${entries.length} were supplied.`);
  }
  return { title, summary, text: output.text('text'), annotations: entries.map(readAnnotation) };
}

function readAnnotation(entry: JsonObject): CheckAnnotation {
  const [path, message] = [entry.text('path'), entry.text('message')];
  const [startLine, endLine] = [entry.integer('start_line'), entry.integer('end_line')];
  if (path === undefined || message === undefined || startLine === undefined || endLine === undefined) {
    throw invalidRequest('An annotation needs "path", "start_line", "end_line", "annotation_level" and "message".');
  }
  const level = oneOf(levels, entry.text('annotation_level') ?? '');
  const startColumn = entry.integer('start_column') ?? null;
  const endColumn = entry.integer('end_column') ?? null;
  const title = entry.text('title') ?? null;
  const rawDetails = entry.text('raw_details') ?? null;
  if (startLine < 1 || endLine < startLine) throw invalidRequest('"end_line" must not be before "start_line".');
  if (startLine !== endLine && (startColumn !== null || endColumn !== null)) {
    throw invalidRequest('Columns are allowed only when "start_line" and "end_line" are the same.');
  }
  const tooLong = [message, rawDetails ?? ''].some((text) => Buffer.byteLength(text) > limits.message);
  if (tooLong || (title ?? '').length > limits.title) throw invalidRequest('An annotation text is too long.');
  return { path, startLine, endLine, startColumn, endColumn, level, message, title, rawDetails };
}

/** Only GitHub Apps may write check runs; `GITHUB_TOKEN` belongs to one, a personal token does not. */
function requireApp({ caller }: RepositoryCall): void {
  if (caller.kind !== 'job') throw new Refusal(errorReply(403, 'You must authenticate via a GitHub App.'));
}

function oneOf<Name extends string>(names: readonly Name[], value: string): Name {
  const name = names.find((candidate) => candidate === value);
  if (name === undefined) throw invalidRequest(`${value} is not a member of ${names.join(', ')}.`);
  return name;
}

function find({ repository, parameters }: RepositoryCall): CheckRun {
  const run = repository.checkRuns.find(({ id }) => id === Number(parameters.check));
  if (run === undefined) throw notFound();
  return run;
}

function view(run: CheckRun): Record<string, unknown> {
  const output = { title: run.title, summary: run.summary, text: run.text, annotations_count: run.annotations.length };
  return {
    id: run.id,
    node_id: run.nodeId,
    name: run.name,
    head_sha: run.headSha,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output,
  };
}

function annotationView(annotation: CheckAnnotation): Record<string, unknown> {
  return {
    path: annotation.path,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    start_column: annotation.startColumn,
    end_column: annotation.endColumn,
    annotation_level: annotation.level,
    message: annotation.message,
    title: annotation.title,
    raw_details: annotation.rawDetails,
  };
}
