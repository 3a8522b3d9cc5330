/** Reads every pipeline of a repository that signs in to Azure: GitHub workflows and Azure pipelines. */
import type { Pipeline } from '../../model/pipeline.ts';
import type { Source } from '../../model/source.ts';
import type { Files } from '../../ports/files.ts';
import type { DiscoveredFile } from '../discover.ts';
import { readAzurePipelines } from './azure-pipeline.ts';
import { readWorkflows } from './github-workflows.ts';
import { PipelineFiles, pipelinePaths } from './pipeline-files.ts';
import { repositoryName } from './repository-name.ts';

/**
 * The pipelines among the discovered files. `repository` is the `owner/name` that presents the subjects; when nobody
 * gives it, it is that of Git's remote `origin`, and without one a symbol.
 */
export function readPipelines(
  files: Files,
  discovered: readonly DiscoveredFile[],
  repository?: string,
): readonly Pipeline[] {
  const paths = discovered.map((file) => file.path);
  const { workflows, azure } = pipelinePaths(paths);
  if (workflows.length === 0 && azure.length === 0) return [];
  const pipelineFiles = new PipelineFiles(files, paths);
  const name = workflows.length === 0 ? undefined : (repository ?? repositoryName(files));
  return [...readWorkflows(pipelineFiles, workflows, name), ...readAzurePipelines(pipelineFiles, azure)];
}

/** The sources with those of the pipelines that are not among them, for suppressions and the lines of findings. */
export function withPipelineSources(sources: readonly Source[], pipelines: readonly Pipeline[]): readonly Source[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const fields = pipelines.flatMap(({ manifest, jobs }) => [
    manifest,
    ...jobs
      .flatMap((job) => [job.field, ...job.callers, ...job.logins.map((login) => login.at)])
      .map((field) => field.manifest),
  ]);
  for (const { source } of fields) if (!byPath.has(source.path)) byPath.set(source.path, source);
  return [...byPath.values()];
}
