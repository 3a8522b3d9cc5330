/** Tokens, what they may do, and the refusal when they may not. */

import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './loopback/exchange.ts';
import type { GitHubRepository } from './model/repository.ts';
import { actionsBot } from './model/user.ts';
import { errorReply, notAccessible, notFound } from './refusals.ts';

/** The permissions of a workflow job that matter here, by their names in a workflow file. */
export type Permission =
  | 'actions'
  | 'checks'
  | 'contents'
  | 'id-token'
  | 'issues'
  | 'pull-requests'
  | 'security-events';

export type Level = 'none' | 'read' | 'write';

export type Permissions = Readonly<Partial<Record<Permission, Level>>>;

/** One permission that would do. */
export type Need = readonly [Permission, 'read' | 'write'];

/** Whoever sends a request. A job token reaches only its own repository. */
export interface Caller {
  readonly kind: 'job' | 'person' | 'anonymous';
  readonly token: string;
  readonly login: string;
  readonly permissions: Permissions;
  readonly repository: GitHubRepository | undefined;
  /** Owner of the organization and the enterprise. */
  readonly admin: boolean;
}

const anonymous: Caller = {
  kind: 'anonymous',
  token: '',
  login: '',
  permissions: {},
  repository: undefined,
  admin: false,
};

/** The tokens that are valid now. */
export class TokenStore {
  readonly #callers = new Map<string, Caller>();

  issueToJob(repository: GitHubRepository, permissions: Permissions): Caller {
    return this.#issue('ghs_', { kind: 'job', login: actionsBot, permissions, repository, admin: false });
  }

  /** A personal access token. */
  issueToPerson(login: string, permissions: Permissions, options: { admin?: boolean } = {}): Caller {
    const admin = options.admin ?? false;
    return this.#issue('ghp_', { kind: 'person', login, permissions, repository: undefined, admin });
  }

  revoke(caller: Caller): void {
    this.#callers.delete(caller.token);
  }

  /** The sender of a request; refuses an unknown token. */
  identify(headers: IncomingHttpHeaders): Caller {
    const authorization = headers.authorization;
    if (authorization === undefined) return anonymous;
    const token = /^(?:bearer|token) (.+)$/i.exec(authorization)?.[1] ?? '';
    const caller = this.#callers.get(token);
    if (caller === undefined) throw new Refusal(errorReply(401, 'Bad credentials'));
    return caller;
  }

  #issue(prefix: string, caller: Omit<Caller, 'token'>): Caller {
    const issued = { ...caller, token: prefix + randomBytes(18).toString('hex') };
    this.#callers.set(issued.token, issued);
    return issued;
  }
}

/**
 * Refuses unless one of the needs is met. Reading a public repository needs nothing; a private one looks absent to
 * strangers. Without any need, seeing the repository is enough.
 */
export function authorize(caller: Caller, repository: GitHubRepository, needs: readonly Need[]): void {
  const belongs = caller.kind === 'person' || caller.repository === repository;
  if (repository.private && !belongs) throw notFound();
  const reads = needs.every(([, level]) => level === 'read');
  if (reads && (!repository.private || needs.length === 0)) return;
  if (caller.kind === 'anonymous') throw new Refusal(errorReply(401, 'Requires authentication'));
  const met = belongs && needs.some(([permission, level]) => allows(caller.permissions[permission], level));
  if (!met) throw notAccessible(caller.kind === 'job' ? 'integration' : 'personal access token');
}

/** Whether a granted level covers a wanted one. */
export function allows(granted: Level | undefined, wanted: 'read' | 'write'): boolean {
  return granted === 'write' || (granted === 'read' && wanted === 'read');
}
