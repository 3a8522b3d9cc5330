/** What `auto` chooses, event by host, with and without a way to sign in. */
import { describe, expect, test } from 'vitest';
import { type AutoRun, autoCommand } from '../../src/hosts/auto-command.ts';
import { azurePipelinesEvent } from '../../src/hosts/azure-pipelines/run-place.ts';
import { githubEvent } from '../../src/hosts/github/run-place.ts';

const person = { fromFork: false, actor: 'octocat', actorIsBot: false, defaultBranch: 'main', credentials: true };
const main = 'refs/heads/main';
const pull = 'refs/pull/7/merge';
const onGithub = (eventName: string, ref: string): AutoRun => ({ ...person, ...githubEvent({ eventName, ref }) });
const onAzure = (reason: string, ref: string, reviewed = false): AutoRun => {
  const pullRequest = reviewed
    ? { id: 7, sourceBranch: 'a', targetBranch: main, fromFork: false, iteration: 1 }
    : undefined;
  return { ...person, ...azurePipelinesEvent({ reason, ref, pullRequest }) };
};
const bot = (actor: string) => ({ actor, actorIsBot: true });

const table: readonly (readonly [run: AutoRun, command: string, notice?: RegExp])[] = [
  [onGithub('pull_request', pull), 'plan'],
  [{ ...onGithub('pull_request', pull), fromFork: true }, 'check', /fork/],
  [{ ...onGithub('pull_request', pull), ...bot('renovate[bot]') }, 'check', /renovate/],
  [onGithub('pull_request_target', main), 'check', /pull_request_target/],
  [onGithub('push', main), 'apply'],
  // A merge queue merges as an app of its own; what it merges was agreed on.
  [{ ...onGithub('push', main), ...bot('github-merge-queue[bot]') }, 'apply'],
  [{ ...onGithub('push', main), ...bot('dependabot[bot]') }, 'check', /dependabot/],
  [onGithub('push', 'refs/heads/feature'), 'check'],
  [onGithub('push', 'refs/tags/main'), 'check'],
  [onGithub('release', 'refs/tags/v1'), 'check'],
  [onGithub('merge_group', 'refs/heads/gh-readonly-queue/main/pr-7-abc'), 'check'],
  [onGithub('schedule', main), 'drift'],
  [onGithub('workflow_dispatch', main), 'drift'],
  [onGithub('workflow_dispatch', 'refs/heads/feature'), 'check'],
  [onGithub('workflow_run', main), 'check'],
  [onGithub('issue_comment', main), 'check'],
  [onGithub('repository_dispatch', main), 'check'],
  [onGithub('constructor', main), 'check'],
  [onAzure('PullRequest', pull, true), 'plan'],
  [{ ...onAzure('PullRequest', pull, true), fromFork: true }, 'check', /fork/],
  [onAzure('IndividualCI', main), 'apply'],
  [onAzure('BatchedCI', main), 'apply'],
  [onAzure('IndividualCI', 'refs/heads/feature'), 'check'],
  [onAzure('IndividualCI', 'refs/tags/v1'), 'check'],
  [onAzure('Schedule', main), 'drift'],
  [onAzure('Manual', main), 'drift'],
  [onAzure('Manual', pull, true), 'plan'],
  [onAzure('ResourceTrigger', main), 'check'],
  [onAzure('BuildCompletion', main), 'check'],
];

describe('auto', () => {
  test.each(table.map(([run, command, notice]) => ({ run, command, notice })))(
    '$run.eventName on $run.branch by $run.actor is $command',
    ({ run, command, notice }) => {
      const chosen = autoCommand(run);
      expect(chosen.command).toBe(command);
      if (notice) expect(chosen.notice).toMatch(notice);
      else expect(chosen.notice).toBeUndefined();
    },
  );

  test.each(table.map(([run]) => run))('$eventName without sign-in is check, and says so', (run) => {
    const chosen = autoCommand({ ...run, credentials: false });
    expect(chosen).toEqual({ command: 'check', notice: expect.stringContaining('No sign-in') });
  });
});
