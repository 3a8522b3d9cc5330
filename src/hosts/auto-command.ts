/** Chooses what `auto` does from what started the run: one table for both hosts. */
import type { RunEvent } from '../ports/run-place.ts';

/** What started a run, and how far it is to be trusted. */
export interface AutoRun {
  readonly event: RunEvent;
  /** The event as its host calls it. */
  readonly eventName: string;
  /** Short name of the branch that is checked out; undefined for tags and pull requests. */
  readonly branch: string | undefined;
  readonly defaultBranch: string;
  /** The pull request comes from another repository. */
  readonly fromFork: boolean;
  readonly actor: string;
  /** An app or Dependabot started the run. */
  readonly actorIsBot: boolean;
  /** A way to sign in to Azure is given. */
  readonly credentials: boolean;
}

export interface AutoChoice {
  readonly command: 'check' | 'plan' | 'apply' | 'drift';
  /** Said once: why the run does less than its event could; undefined when it does what it is there for. */
  readonly notice: string | undefined;
}

const dependabot = 'dependabot[bot]';

/**
 * Only what the team has agreed on is applied, and only a run that this repository started gets to sign in. A
 * `pull_request_target` run may hold the rights of the default branch while it reads what a stranger wrote: it checks.
 */
export function autoCommand(run: AutoRun): AutoChoice {
  if (!run.credentials) {
    return check('No sign-in to Azure is configured, so this run only checks: nothing is planned or written.');
  }
  const distrusted = describeDistrust(run);
  if (distrusted) return check(`${distrusted}, so this run only checks and does not sign in to Azure.`);
  if (run.event === 'pull-request') return { command: 'plan', notice: undefined };
  if (run.branch === undefined || run.branch !== run.defaultBranch) return check(undefined);
  if (run.event === 'push') return { command: 'apply', notice: undefined };
  if (run.event === 'schedule' || run.event === 'manual') return { command: 'drift', notice: undefined };
  return check(undefined);
}

function check(notice: string | undefined): AutoChoice {
  return { command: 'check', notice };
}

function describeDistrust({ event, eventName, fromFork, actor, actorIsBot }: AutoRun): string | undefined {
  if (eventName === 'pull_request_target') return 'pull_request_target runs with the rights of the default branch';
  if (event === 'pull-request' && fromFork) return 'The pull request comes from a fork';
  if (event === 'pull-request' && actorIsBot) return `The pull request was started by ${actor}`;
  // Its pushes get a token that can only read, and no OIDC token (github/docs, troubleshooting Dependabot on Actions).
  if (event === 'push' && actor === dependabot) return `The push was made by ${actor}`;
  return undefined;
}
