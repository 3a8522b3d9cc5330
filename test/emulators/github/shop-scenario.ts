/** A repository with one pull request that moves a label, the smallest scene for a review. */

import { getOctokit } from '@actions/github';
import type { Permissions } from '../../../emulators/github/access.ts';
import type { PullRequest } from '../../../emulators/github/model/pull-request.ts';
import type { GitHubRepository } from '../../../emulators/github/model/repository.ts';
import {
  type GitHubEmulator,
  type GitHubEmulatorOptions,
  startGitHubEmulator,
} from '../../../emulators/github/start-github-emulator.ts';

export interface Shop {
  readonly github: GitHubEmulator;
  readonly repository: GitHubRepository;
  readonly pull: PullRequest;
  /** A client with the token of a pull request job that has these permissions. */
  client(permissions: Permissions): ReturnType<typeof getOctokit>;
  /** owner, repo and pull_number for Octokit. */
  readonly target: { readonly owner: string; readonly repo: string; readonly pull_number: number };
}

/** 30 lines, so that a change at the top and one at the bottom make two hunks. */
export const deployment = Array.from({ length: 30 }, (_, index) => `line${index + 1}: value`).join('\n');

export async function openShop(options: GitHubEmulatorOptions = {}): Promise<Shop> {
  const github = await startGitHubEmulator(options);
  const repository = github.createRepository({
    owner: 'contoso',
    name: 'shop',
    id: 456_789,
    ownerId: 123_456,
    files: { 'k8s/app.yaml': `${deployment}\n`, 'docs/readme.md': 'hello\n' },
  });
  const edited = deployment.replace('line2: value', 'line2: changed').replace('line28: value', 'line28: changed');
  repository.push('feature', { 'k8s/app.yaml': `${edited}\n` });
  const pull = repository.openPull({ from: 'feature', author: 'octocat' });
  return {
    github,
    repository,
    pull,
    target: { owner: 'contoso', repo: 'shop', pull_number: pull.number },
    client: (permissions) => {
      const job = github.startJob({ repository, event: 'pull_request', pull, permissions });
      return getOctokit(job.token, { baseUrl: github.url });
    },
  };
}

/** Status and body of a request that Octokit rejected. */
export async function rejection(
  request: Promise<unknown>,
): Promise<{ status: number; message: string; data: unknown }> {
  try {
    await request;
  } catch (error) {
    const { status, message, response } = error as { status: number; message: string; response?: { data: unknown } };
    return { status, message, data: response?.data };
  }
  throw new Error('The request was accepted.');
}
