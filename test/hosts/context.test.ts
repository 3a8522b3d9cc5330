/** What the hosts say about a run, read from their variables and the event. */
import { describe, expect, it } from 'vitest';
import { azurePipelinesContext } from '../../src/hosts/azure-pipelines/context.ts';
import { githubContext } from '../../src/hosts/github/context.ts';

const environment = {
  GITHUB_EVENT_PATH: '/event.json',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_REPOSITORY: 'contoso/shop',
  GITHUB_SERVER_URL: 'https://git.contoso.example',
  GITHUB_SHA: 'abc',
  GITHUB_ACTOR: 'octocat',
};
const contextOf = (event: unknown, changes: Record<string, string> = {}) =>
  githubContext({ ...environment, ...changes }, { read: () => new TextEncoder().encode(JSON.stringify(event)) });

const pullRequest = (headRepository: unknown) => ({
  repository: { default_branch: 'trunk' },
  pull_request: {
    number: 7,
    head: { sha: 'h', repo: headRepository },
    base: { sha: 'b', ref: 'trunk', repo: { full_name: 'contoso/shop' } },
  },
});

describe('GitHub', () => {
  const table: [string, unknown, boolean][] = [
    ['the same repository', { full_name: 'Contoso/shop', fork: false }, false],
    ['the same repository, itself a fork of another', { full_name: 'contoso/shop', fork: true }, false],
    ['another repository', { full_name: 'mallory/shop', fork: true }, true],
    ['a repository that was deleted', null, true],
    ['an event that does not say', undefined, true],
  ];
  it.each(table)('a pull request from %s', (_, head, fromFork) => {
    const context = contextOf(pullRequest(head));
    expect(context.pullRequest).toEqual({ number: 7, headSha: 'h', baseSha: 'b', baseRef: 'trunk', fromFork });
    expect(context.defaultBranch).toBe('trunk');
  });

  it('without a pull request or an event', () => {
    expect(contextOf({}).pullRequest).toBeUndefined();
    expect(contextOf({}).defaultBranch).toBeUndefined();
    const read = () => {
      throw new Error('There is nothing to read.');
    };
    expect(githubContext({}, { read }).apiUrl).toBe('https://api.github.com');
  });

  it('knows bots by their name and by the sender', () => {
    expect(contextOf({}, { GITHUB_ACTOR: 'dependabot[bot]' }).actorIsBot).toBe(true);
    expect(contextOf({ sender: { type: 'Bot' } }).actorIsBot).toBe(true);
    expect(contextOf({ sender: { type: 'User' } }).actorIsBot).toBe(false);
  });

  it('links lines and rules at the commit in use', () => {
    const context = contextOf({}, { GITHUB_ACTION_REPOSITORY: 'contoso/idwire', GITHUB_ACTION_REF: 'release/v1' });
    const blob = 'https://git.contoso.example/contoso/shop/blob/abc';
    expect(context.fileUrl('k8s/a b#1.yaml', 3, 3)).toBe(`${blob}/k8s/a%20b%231.yaml#L3`);
    expect(context.fileUrl('k8s/a.yaml', 3, 5)).toBe(`${blob}/k8s/a.yaml#L3-L5`);
    expect(context.fileUrl('-', 3, 5)).toBeUndefined();
    expect(context.docsUrl).toBe('https://git.contoso.example/contoso/idwire/blob/release/v1');
    expect(contextOf({}).docsUrl).toBeUndefined();
  });
});

describe('Azure Pipelines', () => {
  it('tells pull requests, forks and branches', () => {
    const context = azurePipelinesContext({
      BUILD_REASON: 'PullRequest',
      SYSTEM_PULLREQUEST_PULLREQUESTID: '12',
      SYSTEM_PULLREQUEST_SOURCEBRANCH: 'refs/heads/topic',
      SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main',
      SYSTEM_PULLREQUEST_ISFORK: 'True',
    });
    expect(context.reason).toBe('PullRequest');
    expect(context.pullRequest).toEqual({
      id: 12,
      sourceBranch: 'refs/heads/topic',
      targetBranch: 'refs/heads/main',
      fromFork: true,
    });
    expect(azurePipelinesContext({}).pullRequest).toBeUndefined();
  });

  it.each(['', 'not an address', 'javascript:alert(1)', 'file:///c:/agent/work'])('links nothing at "%s"', (uri) => {
    const context = azurePipelinesContext({
      BUILD_REPOSITORY_URI: uri,
      BUILD_REPOSITORY_PROVIDER: 'TfsGit',
      BUILD_SOURCEVERSION: 'abc',
    });
    expect(context.fileUrl('a.yaml', 1, 1)).toBeUndefined();
  });
});
