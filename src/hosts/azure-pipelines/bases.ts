/** Against which revisions the change under review is to be compared in Azure Pipelines. */
import type { AzurePipelinesContext } from './context.ts';

/**
 * The best one first; none when the run reviews no pull request. A pull request is built from a merge commit whose
 * first parent is the target (MicrosoftDocs/azure-devops-docs repos/git/pull-requests).
 */
export function basesOf({ pullRequest, ref, sha }: AzurePipelinesContext): readonly string[] {
  if (!pullRequest) return [];
  const merged = ref.startsWith('refs/pull/') && sha !== '' ? [`${sha}^1`] : [];
  const target = pullRequest.targetBranch.replace(/^refs\/heads\//, '');
  return target === '' ? merged : [...merged, `refs/remotes/origin/${target}`];
}
