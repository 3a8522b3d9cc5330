/** What Azure Pipelines says about the run: repository, commit, reason, and how far the change can be trusted. */
import { escapeUrlPath } from '../../report/escape.ts';
import type { FileUrl } from '../../report/markdown.ts';
import type { Environment } from '../environment.ts';

export interface AzurePullRequest {
  readonly id: number;
  /** `refs/heads/…` */
  readonly sourceBranch: string;
  readonly targetBranch: string;
  readonly fromFork: boolean;
  /** The iteration that was built; undefined when the agent does not say. */
  readonly iteration: number | undefined;
}

export interface AzurePipelinesContext {
  /** `IndividualCI`, `PullRequest`, `Schedule`, `Manual` and others. */
  readonly reason: string;
  /** `TfsGit` is Azure Repos; `GitHub` and others are services connected to it. */
  readonly provider: string;
  /** Web address of the repository, without user information. */
  readonly repositoryUrl: string;
  readonly repositoryId: string;
  /** `https://dev.azure.com/contoso/`. */
  readonly collectionUrl: string;
  readonly project: string;
  readonly sha: string;
  readonly ref: string;
  readonly pullRequest: AzurePullRequest | undefined;
  /** A folder of this job that the agent empties afterwards. */
  readonly temporaryDirectory: string;
  readonly fileUrl: FileUrl;
  /** Web address of the run; undefined when the agent does not say. */
  readonly runUrl: string | undefined;
}

/** Reads predefined variables (MicrosoftDocs/azure-devops-docs build/variables.md); a missing one is an empty text. */
export function azurePipelinesContext(environment: Environment): AzurePipelinesContext {
  const variable = (name: string) => environment[name.replaceAll('.', '_').toUpperCase()] ?? '';
  const provider = variable('Build.Repository.Provider');
  const repositoryUrl = plainUrl(variable('Build.Repository.Uri'));
  const sha = variable('Build.SourceVersion');
  return {
    reason: variable('Build.Reason'),
    provider,
    repositoryUrl,
    repositoryId: variable('Build.Repository.ID'),
    collectionUrl: variable('System.CollectionUri'),
    project: variable('System.TeamProject'),
    sha,
    ref: variable('Build.SourceBranch'),
    pullRequest: pullRequestOf(variable),
    temporaryDirectory: variable('Agent.TempDirectory'),
    runUrl: runUrlOf(variable),
    fileUrl: (file, line, endLine) => {
      if (repositoryUrl === '' || sha === '' || file === '-') return undefined;
      if (provider === 'TfsGit') return azureReposUrl(repositoryUrl, sha, file, line, endLine);
      if (provider === 'GitHub') return `${repositoryUrl}/blob/${sha}/${escapeUrlPath(file)}#L${line}-L${endLine}`;
      return undefined;
    },
  };
}

function pullRequestOf(variable: (name: string) => string): AzurePullRequest | undefined {
  const id = variable('System.PullRequest.PullRequestId');
  if (!/^\d+$/.test(id)) return undefined;
  const iteration = variable('System.PullRequest.PullRequestIteration');
  return {
    id: Number(id),
    sourceBranch: variable('System.PullRequest.SourceBranch'),
    targetBranch: variable('System.PullRequest.TargetBranch'),
    fromFork: variable('System.PullRequest.IsFork').toLowerCase() === 'true',
    iteration: /^\d+$/.test(iteration) ? Number(iteration) : undefined,
  };
}

function runUrlOf(variable: (name: string) => string): string | undefined {
  const [collection, project, build] = ['System.CollectionUri', 'System.TeamProject', 'Build.BuildId'].map(variable);
  if (!collection || !project || !build) return undefined;
  return `${collection}${escapeUrlPath(project)}/_build/results?buildId=${escapeUrlPath(build)}`;
}

/** `GC` marks a commit; the end column is the start of the line after the range. */
function azureReposUrl(repository: string, sha: string, file: string, line: number, endLine: number): string {
  const query = `version=GC${sha}&line=${line}&lineEnd=${endLine + 1}&lineStartColumn=1&lineEndColumn=1`;
  return `${repository}?path=/${escapeUrlPath(file)}&${query}`;
}

/** Azure Repos puts the organization before the host as a user, and GitHub repositories may end in `.git`. */
function plainUrl(text: string): string {
  if (!URL.canParse(text)) return '';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return '';
  url.username = '';
  url.password = '';
  return url.href.replace(/\.git$/, '').replace(/\/$/, '');
}
