/** Repositories, pull requests and their iterations as REST shows them. */

import { createHash } from 'node:crypto';
import type { FileContent } from '../github/git/git-store.ts';
import type { AzureDevOpsState } from './azure-devops-state.ts';
import type { AzurePullRequest, Iteration, IterationChange } from './model/pull-request.ts';
import type { AzureRepository } from './model/repository.ts';

export function repositoryAddress(repository: AzureRepository, state: AzureDevOpsState): string {
  return `${state.collectionUri}${repository.project.id}/_apis/git/repositories/${repository.id}`;
}

export function repositoryView(repository: AzureRepository, state: AzureDevOpsState): Record<string, unknown> {
  const { project } = repository;
  return {
    id: repository.id,
    name: repository.name,
    url: repositoryAddress(repository, state),
    project: { id: project.id, name: project.name, state: 'wellFormed', visibility: 'private' },
    defaultBranch: `refs/heads/${repository.defaultBranch}`,
    size: 1024,
    remoteUrl: `${state.collectionUri}${project.name}/_git/${repository.name}`,
    webUrl: `${state.collectionUri}${project.name}/_git/${repository.name}`,
    isDisabled: false,
    isInMaintenance: false,
  };
}

export function pullView(pull: AzurePullRequest, state: AzureDevOpsState): Record<string, unknown> {
  return {
    pullRequestId: pull.id,
    codeReviewId: pull.id,
    status: pull.status,
    title: pull.title,
    isDraft: pull.isDraft,
    creationDate: pull.createdAt,
    createdBy: pull.author,
    sourceRefName: `refs/heads/${pull.sourceBranch}`,
    targetRefName: `refs/heads/${pull.targetBranch}`,
    mergeStatus: 'succeeded',
    lastMergeSourceCommit: { commitId: pull.source.sha },
    lastMergeTargetCommit: { commitId: pull.target.sha },
    lastMergeCommit: { commitId: pull.mergeCommit.sha },
    repository: repositoryView(pull.repository, state),
    supportsIterations: true,
    url: `${repositoryAddress(pull.repository, state)}/pullRequests/${pull.id}`,
  };
}

export function iterationView(iteration: Iteration, pull: AzurePullRequest): Record<string, unknown> {
  return {
    id: iteration.id,
    description: iteration.source.message,
    author: pull.author,
    createdDate: iteration.createdAt,
    updatedDate: iteration.createdAt,
    sourceRefCommit: { commitId: iteration.source.sha },
    targetRefCommit: { commitId: iteration.target.sha },
    commonRefCommit: { commitId: iteration.base.sha },
    hasMoreCommits: false,
    reason: iteration.id === 1 ? 'create' : 'push',
  };
}

const changeTypes = { added: 'add', removed: 'delete', modified: 'edit', renamed: 'edit, rename' } as const;

export function changeView({ change, changeTrackingId }: IterationChange, index: number): Record<string, unknown> {
  return {
    changeTrackingId,
    changeId: index + 1,
    item: {
      path: `/${change.path}`,
      ...(change.after === undefined ? {} : { objectId: blobId(change.after) }),
      ...(change.before === undefined ? {} : { originalObjectId: blobId(change.before) }),
    },
    changeType: changeTypes[change.status],
    ...(change.previousPath === undefined ? {} : { originalPath: `/${change.previousPath}` }),
  };
}

/** git's blob id; the service writes those of changes in upper case. */
function blobId(content: FileContent): string {
  const bytes = Buffer.from(content);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex').toUpperCase();
}
