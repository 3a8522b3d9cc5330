/** A pull request: two branches, their diff, its reviews and its conversation. */

import { changesBetween, type FileChange } from '../git/file-change.ts';
import type { Commit } from '../git/git-store.ts';
import { type UnifiedPatch, unifiedPatch } from '../git/unified-patch.ts';
import type { GitHubRepository } from './repository.ts';
import type { ReviewComment, ReviewThread } from './review-thread.ts';

export interface PullRequestSeed {
  /** Branch with the changes. */
  readonly from: string;
  /** The fork that holds `from`; the repository itself when absent. */
  readonly fork?: GitHubRepository;
  /** Branch to merge into; the default branch when absent. */
  readonly into?: string;
  readonly title?: string;
  readonly author?: string;
  readonly draft?: boolean;
}

export interface Review {
  readonly id: number;
  readonly nodeId: string;
  readonly author: string;
  readonly body: string;
  readonly state: 'PENDING' | 'COMMENTED' | 'APPROVED' | 'CHANGES_REQUESTED';
  readonly commit: string;
  readonly submittedAt: string;
}

/** A changed file and its diff; `patch` is undefined for binary, huge and merely renamed files. */
export interface PullFile {
  readonly change: FileChange;
  readonly patch: UnifiedPatch | undefined;
}

export class PullRequest {
  readonly number: number;
  readonly id: number;
  readonly repository: GitHubRepository;
  readonly headRepository: GitHubRepository;
  readonly headBranch: string;
  readonly baseBranch: string;
  readonly title: string;
  readonly author: string;
  readonly draft: boolean;
  readonly createdAt: string;
  readonly reviews: Review[] = [];
  readonly threads: ReviewThread[] = [];
  state: 'open' | 'closed' = 'open';
  merged = false;
  head: Commit;
  /** The test merge that `refs/pull/N/merge` names. */
  mergeCommit: Commit;
  readonly #files = new Map<string, readonly PullFile[]>();

  constructor(
    repository: GitHubRepository,
    seed: PullRequestSeed,
    identity: { number: number; id: number; at: string },
  ) {
    this.number = identity.number;
    this.id = identity.id;
    this.createdAt = identity.at;
    this.repository = repository;
    this.headRepository = seed.fork ?? repository;
    this.headBranch = seed.from;
    this.baseBranch = seed.into ?? repository.defaultBranch;
    this.title = seed.title ?? `Change from ${seed.from}`;
    this.author = seed.author ?? 'octocat';
    this.draft = seed.draft ?? false;
    this.head = this.headRepository.git.require(seed.from);
    repository.git.adopt(this.headRepository.git, this.head);
    this.mergeCommit = this.#publishRefs();
  }

  get fromFork(): boolean {
    return this.headRepository !== this.repository;
  }

  get base(): Commit {
    return this.repository.git.require(this.baseBranch);
  }

  /** The changed files, as the merge base and the head differ. Sorted by path. */
  get files(): readonly PullFile[] {
    return this.filesAt(this.head);
  }

  /** The changed files as they were when this commit was the head. */
  filesAt(head: Commit): readonly PullFile[] {
    const mergeBase = this.repository.git.mergeBase(this.base, head);
    const key = `${mergeBase.sha} ${head.sha}`;
    const known = this.#files.get(key);
    if (known !== undefined) return known;
    const changes = changesBetween(mergeBase.tree, head.tree);
    const files = changes.map((change) => ({ change, patch: unifiedPatch(change) }));
    this.#files.set(key, files);
    return files;
  }

  /** Whether the commit was pushed for this pull request. */
  contains(sha: string): boolean {
    const before = new Set(this.repository.git.history(this.base).map((commit) => commit.sha));
    return this.repository.git.history(this.head).some((commit) => commit.sha === sha && !before.has(sha));
  }

  patchOf(path: string): UnifiedPatch | undefined {
    return this.files.find((file) => file.change.path === path)?.patch;
  }

  findComment(id: number): { thread: ReviewThread; comment: ReviewComment } | undefined {
    for (const thread of this.threads) {
      const comment = thread.comments.find((candidate) => candidate.id === id);
      if (comment !== undefined) return { thread, comment };
    }
    return undefined;
  }

  /** Takes up new commits of both branches and moves the threads along. */
  synchronize(): void {
    if (this.state === 'closed') return;
    const head = this.headRepository.git.branch(this.headBranch);
    if (head !== undefined) this.head = head;
    this.repository.git.adopt(this.headRepository.git, this.head);
    this.mergeCommit = this.#publishRefs();
    for (const thread of this.threads) {
      const original = this.repository.git.require(thread.originalCommit).tree;
      thread.follow(original, this.head.tree, this.patchOf(thread.anchor.path));
    }
  }

  #publishRefs(): Commit {
    const { git } = this.repository;
    const merge = git.testMerge(this.base, this.head);
    git.refs.set(`refs/pull/${this.number}/head`, this.head.sha);
    git.refs.set(`refs/pull/${this.number}/merge`, merge.sha);
    return merge;
  }
}
