/** Against what a change is compared: what the hosts say, and what a shallow clone of a merge commit holds of it. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createGitChanges } from '../../src/adapters/git.ts';
import { basesOf as azureBases } from '../../src/hosts/azure-pipelines/bases.ts';
import { azurePipelinesContext } from '../../src/hosts/azure-pipelines/context.ts';
import { basesOf as githubBases } from '../../src/hosts/github/bases.ts';
import { githubContext } from '../../src/hosts/github/context.ts';
import { inRepository } from '../entry/repositories.ts';

const zeros = '0'.repeat(40);
const repository = { default_branch: 'main' };
const pullRequest = { number: 7, base: { ref: 'main', sha: 'b1' }, head: { sha: 'h1' } };

describe('on GitHub', () => {
  const table: [string, unknown, string, string[]][] = [
    ['a pull request', { pull_request: pullRequest }, 'refs/pull/7/merge', ['m1^1', 'refs/remotes/origin/main', 'b1']],
    ['its target, checked out', { pull_request: pullRequest }, 'refs/heads/main', ['refs/remotes/origin/main', 'b1']],
    ['a push to the default branch', { repository, before: 'p1' }, 'refs/heads/main', ['p1']],
    ['a push to a branch', { repository, before: 'p1' }, 'refs/heads/x', ['refs/remotes/origin/main', 'p1']],
    ['a new branch', { repository, before: zeros }, 'refs/heads/x', ['refs/remotes/origin/main']],
    ['a merge group', { merge_group: { base_sha: 'g1' } }, 'refs/heads/gh-readonly-queue/main/pr-7', ['g1']],
    ['a schedule', { repository }, 'refs/heads/main', []],
  ];
  it.each(table)('%s', (_, event, ref, bases) => {
    const environment = { GITHUB_EVENT_PATH: '/e', GITHUB_SHA: 'm1', GITHUB_REF: ref };
    const read = () => new TextEncoder().encode(JSON.stringify(event));
    expect(githubBases(githubContext(environment, { read }))).toEqual(bases);
  });
});

describe('in Azure Pipelines', () => {
  it('a pull request, and nothing else', () => {
    const run = { BUILD_SOURCEVERSION: 'm1', BUILD_SOURCEBRANCH: 'refs/pull/7/merge' };
    const review = { SYSTEM_PULLREQUEST_PULLREQUESTID: '7', SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' };
    expect(azureBases(azurePipelinesContext({ ...run, ...review }))).toEqual(['m1^1', 'refs/remotes/origin/main']);
    expect(azureBases(azurePipelinesContext(run))).toEqual([]);
  });
});

describe('a shallow clone of the merge commit', () => {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main'];
  const git = (cwd: string, ...args: readonly string[]) =>
    execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

  it.each([1, 2])('of depth %i', async (depth) => {
    await inRepository({ 'a.yaml': 'a: 1\n' }, async (folder) => {
      const commit = (file: string) => {
        fs.writeFileSync(path.join(folder, file), 'a: 2\n');
        git(folder, 'add', '.');
        git(folder, 'commit', '--quiet', '--message', file);
      };
      git(folder, 'init', '--quiet');
      commit('a.yaml');
      git(folder, 'switch', '--quiet', '--create', 'feature');
      commit('ours.yaml');
      git(folder, 'switch', '--quiet', 'main');
      commit('theirs.yaml');
      git(folder, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'feature');
      const clone = path.join(folder, 'clone');
      git(folder, 'clone', '--quiet', `--depth=${depth}`, `file://${folder}`, clone);
      const bases = [`${git(clone, 'rev-parse', 'HEAD')}^1`];
      const changes = await createGitChanges({ directory: clone, environment: process.env, bases }).read();
      if (depth === 1) expect(changes).toMatchObject({ known: false, remedy: expect.stringContaining('fetch-depth') });
      else expect(changes).toMatchObject({ known: true, files: new Map([['ours.yaml', [{ from: 1, to: 1 }]]]) });
    });
  });
});
