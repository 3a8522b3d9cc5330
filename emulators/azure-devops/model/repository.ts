/** A Git repository of a project. */

import { type Commit, type CommitOptions, type Edits, GitStore } from '../../github/git/git-store.ts';
import { guidFrom } from './identity.ts';
import type { Project } from './project.ts';
import { AzurePullRequest, type PullRequestSeed } from './pull-request.ts';

export interface RepositorySeed {
  readonly name: string;
  readonly id?: string;
  readonly defaultBranch?: string;
  /** Content of the default branch. */
  readonly files?: Edits;
}

/** Hands out ids that are unique in one organization, and the time. */
export interface Registry {
  nextId(): number;
  /** Milliseconds since 1970. */
  now(): number;
  /** ISO 8601. */
  timestamp(): string;
}

export class AzureRepository {
  readonly id: string;
  readonly name: string;
  readonly project: Project;
  /** Short name; the service writes it as `refs/heads/main`. */
  readonly defaultBranch: string;
  readonly git: GitStore;
  readonly pullRequests = new Map<number, AzurePullRequest>();
  readonly #registry: Registry;

  constructor(registry: Registry, project: Project, seed: RepositorySeed) {
    this.#registry = registry;
    this.project = project;
    this.name = seed.name;
    this.id = seed.id ?? guidFrom(`${project.id}/${seed.name}`);
    this.defaultBranch = seed.defaultBranch ?? 'main';
    this.git = new GitStore(() => registry.now());
    this.git.commit(this.defaultBranch, seed.files ?? { 'README.md': `# ${seed.name}\n` }, { message: 'Start' });
  }

  /** Commits to a branch (short name); active pull requests from or into it follow. */
  push(branch: string, edits: Edits, options: CommitOptions = {}): Commit {
    const commit = this.git.commit(branch, edits, { from: this.defaultBranch, ...options });
    for (const pull of this.pullRequests.values()) {
      if (pull.sourceBranch === branch || pull.targetBranch === branch) pull.synchronize(this.#registry.timestamp());
    }
    return commit;
  }

  openPullRequest(seed: PullRequestSeed): AzurePullRequest {
    const identity = { id: this.#registry.nextId(), at: this.#registry.timestamp() };
    const pull = new AzurePullRequest(this, seed, identity);
    this.pullRequests.set(pull.id, pull);
    return pull;
  }
}
