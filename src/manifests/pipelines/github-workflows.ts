/** Reads the workflows of a repository: the jobs that sign in, with the calls that lead to them. */
import type { Field } from '../../model/field.ts';
import { literalText } from '../../model/partial-text.ts';
import type { Pipeline, PipelineJob, PipelineLogin, TokenPermission } from '../../model/pipeline.ts';
import { type Bindings, dispatchVariants, inputsOfCall, textsOf, withMatrix } from './github-bindings.ts';
import { narrowBy, runsRegardless } from './github-condition.ts';
import { eventsOf, type Start, startsOf } from './github-events.ts';
import { type FoundLogin, loginsOf } from './github-logins.ts';
import { passedOn, permissionOf } from './github-permission.ts';
import { subjectsOf } from './github-subject.ts';
import { type PipelineFiles, resolvePath } from './pipeline-files.ts';

/** How a workflow comes to run. */
interface Way {
  readonly starts: readonly Start[];
  readonly variants: readonly Bindings[];
  readonly permission: TokenPermission | undefined;
  readonly callers: readonly Field[];
}

/** Calls may nest ten deep (github/docs, reusable workflows). */
const deepestCall = 10;

/** The workflows that hold a job that signs in, in the order of their paths. */
export function readWorkflows(
  files: PipelineFiles,
  paths: readonly string[],
  repository: string | undefined,
): readonly Pipeline[] {
  const reader = new WorkflowReader(files, repository);
  const workflows = paths.flatMap((path) => {
    const workflow = files.workflow(path);
    return workflow ? [{ path, workflow }] : [];
  });
  for (const { path, workflow } of workflows) reader.start(path, workflow);
  for (const { path, workflow } of workflows) reader.startUncalled(path, workflow);
  return workflows.flatMap(({ path, workflow }) => {
    const jobs = reader.jobsIn(path);
    return jobs.length === 0 ? [] : [{ host: 'github' as const, manifest: workflow.manifest, repository, jobs }];
  });
}

class WorkflowReader {
  private readonly files: PipelineFiles;
  private readonly repository: string | undefined;
  private readonly jobs = new Map<string, PipelineJob[]>();
  private readonly called = new Set<string>();

  constructor(files: PipelineFiles, repository: string | undefined) {
    this.files = files;
    this.repository = repository;
  }

  jobsIn(path: string): readonly PipelineJob[] {
    return this.jobs.get(path) ?? [];
  }

  /** A run that events start. */
  start(path: string, workflow: Field): void {
    const starts = startsOf(workflow);
    if (starts.length === 0) return;
    this.run(path, workflow, { starts, variants: dispatchVariants(workflow), permission: undefined, callers: [] });
  }

  /** A workflow that can only be called and that nobody here calls: what it would present is its callers' affair. */
  startUncalled(path: string, workflow: Field): void {
    const reusable = eventsOf(workflow).has('workflow_call');
    if (!reusable || this.called.has(path) || startsOf(workflow).length > 0) return;
    this.run(path, workflow, { starts: [], variants: [new Map()], permission: { granted: undefined }, callers: [] });
  }

  private run(path: string, workflow: Field, way: Way): void {
    const jobs = workflow.get('jobs');
    for (const job of jobs?.entries() ?? []) {
      const starts = narrowedStarts(job, jobs, way.starts);
      if (starts.length === 0 && way.starts.length > 0) continue;
      const own = { ...way, starts, variants: withMatrix(job, way.variants) };
      const permission = permissionOf(job, workflow, way.permission);
      if (job.get('uses')) this.call(path, job, own, permission);
      else this.add(path, this.readJob(path, job, workflow, own, permission));
    }
  }

  private call(path: string, job: Field, way: Way, permission: TokenPermission): void {
    const target = calledPath(path, job.get('uses')?.text ?? '');
    const workflow = target === undefined ? undefined : this.files.workflow(target);
    if (target === undefined || !workflow || way.callers.length >= deepestCall) return;
    this.called.add(target);
    this.run(target, workflow, {
      starts: way.starts,
      variants: inputsOfCall(job, workflow, way.variants),
      permission: passedOn(permission, job),
      callers: [job, ...way.callers],
    });
  }

  private add(path: string, job: PipelineJob): void {
    if (job.logins.length > 0) this.jobs.set(path, [...this.jobsIn(path), job]);
  }

  private readJob(path: string, job: Field, workflow: Field, way: Way, permission: TokenPermission): PipelineJob {
    const environment = job.get('environment', 'name') ?? job.get('environment');
    const environments = environment?.text ? textsOf(environment.text, way.variants) : [literalText('')];
    const localSteps = (action: string) => this.localSteps(path, action);
    const found = distinctLogins(way.variants.flatMap((bindings) => loginsOf(job, workflow, bindings, localSteps)));
    const subjects = (starts: readonly Start[]) => subjectsOf(starts, environments, this.repository);
    const logins = found.map(
      ({ condition, ...login }): PipelineLogin => ({
        ...login,
        connection: undefined,
        subjects: subjects(narrowBy(condition, way.starts)),
      }),
    );
    const { callers } = way;
    return { name: job.key, field: job, callers, environment, permission, subjects: subjects(way.starts), logins };
  }

  private localSteps(workflowPath: string, action: string): readonly Field[] | undefined {
    const root = workflowPath.slice(0, workflowPath.lastIndexOf('.github/'));
    const folder = resolvePath(root, action);
    if (folder === undefined) return undefined;
    const file = this.files.document(`${folder}/action.yml`) ?? this.files.document(`${folder}/action.yaml`);
    return file?.get('runs', 'steps')?.items();
  }
}

/** The same login under several variants of a matrix is one, unless its client id differs. */
function distinctLogins(logins: readonly FoundLogin[]): readonly FoundLogin[] {
  const keyed = logins.map((login) => [
    JSON.stringify([login.at.path, login.kind, login.clientId, login.condition]),
    login,
  ]);
  return [...new Map(keyed as [string, FoundLogin][]).values()];
}

/** `./.github/workflows/x.yml` of the same repository; a workflow of another one is not here. */
function calledPath(caller: string, uses: string): string | undefined {
  if (!uses.startsWith('./')) return undefined;
  return resolvePath(caller.slice(0, caller.lastIndexOf('.github/')), uses);
}

/** A job is skipped with a job it needs, unless its condition says that it runs regardless. */
function narrowedStarts(job: Field, jobs: Field | undefined, starts: readonly Start[], depth = 0): readonly Start[] {
  const condition = job.get('if')?.text;
  const needs = job.get('needs');
  const names = needs?.text === undefined ? (needs?.items() ?? []).map((item) => item.text ?? '') : [needs.text];
  let left = narrowBy(condition, starts);
  if (runsRegardless(condition) || depth > 20) return left;
  for (const name of names) {
    const needed = jobs?.get(name);
    if (needed) left = narrowedStarts(needed, jobs, left, depth + 1);
  }
  return left;
}
