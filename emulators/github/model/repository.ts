/** A repository with its branches, pull requests, check runs, uploads and token subject settings. */

import { type Commit, type CommitOptions, type Edits, GitStore } from '../git/git-store.ts';
import type { CheckRun } from './check-run.ts';
import { PullRequest, type PullRequestSeed } from './pull-request.ts';
import type { SarifUpload } from './sarif-upload.ts';
import { numberFrom } from './user.ts';

/** Settings of the subject claim; `null` where nothing was set. */
export interface SubjectTemplate {
  readonly useDefault: boolean;
  readonly includeClaimKeys: readonly string[] | null;
  readonly useImmutableSubject: boolean | null;
}

export interface RepositorySeed {
  readonly owner: string;
  readonly name: string;
  readonly id?: number;
  readonly ownerId?: number;
  /** Private repositories are hidden from tokens without a right to them. */
  readonly private?: boolean;
  readonly defaultBranch?: string;
  /** Content of the default branch. */
  readonly files?: Edits;
  /** ISO 8601; from 2026-07-15 on token subjects carry ids. */
  readonly createdAt?: string;
  readonly template?: Partial<SubjectTemplate>;
  /** Custom properties that the organization includes in tokens, without their prefix. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Code scanning is off for private repositories without a licence. */
  readonly codeScanning?: boolean;
}

export interface IssueComment {
  readonly id: number;
  readonly nodeId: string;
  readonly issueNumber: number;
  readonly author: string;
  readonly createdAt: string;
  body: string;
  updatedAt: string;
}

/** Hands out ids that are unique in one emulator, and the time. */
export interface Registry {
  nextId(): number;
  /** Milliseconds since 1970. */
  now(): number;
  /** ISO 8601 without milliseconds. */
  timestamp(): string;
}

export class GitHubRepository {
  readonly id: number;
  readonly ownerId: number;
  readonly defaultBranch: string;
  readonly private: boolean;
  readonly codeScanning: boolean;
  readonly createdAt: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly git: GitStore;
  readonly pulls = new Map<number, PullRequest>();
  readonly issueComments: IssueComment[] = [];
  readonly checkRuns: CheckRun[] = [];
  readonly sarifUploads: SarifUpload[] = [];
  readonly forks: GitHubRepository[] = [];
  readonly parent: GitHubRepository | undefined;
  owner: string;
  name: string;
  template: SubjectTemplate;
  /** Set by a rename or a transfer, which give a repository the immutable subject. */
  renamedAt: string | undefined;
  readonly #registry: Registry;

  constructor(registry: Registry, seed: RepositorySeed, parent?: GitHubRepository) {
    this.#registry = registry;
    this.owner = seed.owner;
    this.name = seed.name;
    this.id = seed.id ?? registry.nextId();
    this.ownerId = seed.ownerId ?? numberFrom(seed.owner);
    this.private = seed.private ?? false;
    this.codeScanning = seed.codeScanning ?? !this.private;
    this.defaultBranch = seed.defaultBranch ?? 'main';
    this.createdAt = seed.createdAt ?? '2024-01-15T09:00:00Z';
    this.properties = seed.properties ?? {};
    this.template = { useDefault: true, includeClaimKeys: null, useImmutableSubject: null, ...seed.template };
    this.parent = parent;
    this.git = parent?.git.fork() ?? new GitStore(() => registry.now());
    if (parent === undefined) {
      this.git.commit(this.defaultBranch, seed.files ?? { 'README.md': `# ${seed.name}\n` }, { message: 'Start' });
    }
  }

  get fullName(): string {
    return `${this.owner}/${this.name}`;
  }

  /** Commits to a branch; open pull requests from or into it follow. A new branch starts at the default branch. */
  push(branch: string, edits: Edits, options: CommitOptions = {}): Commit {
    const commit = this.git.commit(branch, edits, { from: this.defaultBranch, ...options });
    const network = [this, ...(this.parent === undefined ? [] : [this.parent]), ...this.forks];
    for (const pull of network.flatMap((repository) => [...repository.pulls.values()])) {
      const isHead = pull.headRepository === this && pull.headBranch === branch;
      const isBase = pull.repository === this && pull.baseBranch === branch;
      if (isHead || isBase) pull.synchronize();
    }
    return commit;
  }

  openPull(seed: PullRequestSeed): PullRequest {
    const identity = { number: this.pulls.size + 1, id: this.#registry.nextId(), at: this.#registry.timestamp() };
    const pull = new PullRequest(this, seed, identity);
    this.pulls.set(pull.number, pull);
    return pull;
  }

  /** A fork of another owner, with the branches of now. */
  fork(owner: string): GitHubRepository {
    const fork = new GitHubRepository(this.#registry, { owner, name: this.name, private: this.private }, this);
    this.forks.push(fork);
    return fork;
  }

  /** Renames or transfers. */
  rename(to: { owner?: string; name?: string }): void {
    this.owner = to.owner ?? this.owner;
    this.name = to.name ?? this.name;
    this.renamedAt = this.#registry.timestamp();
  }
}
