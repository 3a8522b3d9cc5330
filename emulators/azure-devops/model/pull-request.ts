/** A pull request of Azure Repos: two branches, an iteration for every push, threads and statuses. */

import { changesBetween, type FileChange } from '../../github/git/file-change.ts';
import type { Commit } from '../../github/git/git-store.ts';
import type { StatusState } from '../enumeration.ts';
import type { Properties } from '../properties.ts';
import { CommentThread } from './comment-thread.ts';
import { type Identity, identityOf } from './identity.ts';
import type { AzureRepository } from './repository.ts';

export interface PullRequestSeed {
  /** Branch with the changes, short name. */
  readonly from: string;
  /** Branch to merge into; the default branch when absent. */
  readonly into?: string;
  readonly title?: string;
  readonly author?: string;
  readonly isDraft?: boolean;
}

/** The state of the source branch after one push. `base` is the common commit with the target. */
export interface Iteration {
  readonly id: number;
  readonly source: Commit;
  readonly target: Commit;
  readonly base: Commit;
  readonly createdAt: string;
}

/** A changed file of an iteration; the number stays with the path through all iterations. */
export interface IterationChange {
  readonly change: FileChange;
  readonly changeTrackingId: number;
}

export interface PullRequestStatus {
  readonly id: number;
  readonly iterationId: number | undefined;
  readonly state: StatusState;
  readonly description: string | undefined;
  readonly context: { readonly name: string; readonly genre: string | undefined };
  readonly targetUrl: string | undefined;
  readonly createdBy: Identity;
  readonly createdAt: string;
  readonly properties: Properties;
}

export class AzurePullRequest {
  readonly id: number;
  readonly repository: AzureRepository;
  readonly sourceBranch: string;
  readonly targetBranch: string;
  readonly title: string;
  readonly author: Identity;
  readonly isDraft: boolean;
  readonly createdAt: string;
  readonly iterations: Iteration[] = [];
  readonly threads: CommentThread[] = [];
  readonly statuses: PullRequestStatus[] = [];
  status: 'active' | 'completed' | 'abandoned' = 'active';
  /** What `refs/pull/N/merge` names, and what a build checks out. */
  mergeCommit: Commit;
  readonly #trackingIds = new Map<string, number>();

  constructor(repository: AzureRepository, seed: PullRequestSeed, identity: { id: number; at: string }) {
    this.id = identity.id;
    this.createdAt = identity.at;
    this.repository = repository;
    this.sourceBranch = seed.from;
    this.targetBranch = seed.into ?? repository.defaultBranch;
    this.title = seed.title ?? `Change from ${seed.from}`;
    this.author = identityOf(seed.author ?? 'Jamal Hartnett');
    this.isDraft = seed.isDraft ?? false;
    this.mergeCommit = this.#iterate(identity.at);
  }

  get source(): Commit {
    return this.repository.git.require(this.sourceBranch);
  }

  get target(): Commit {
    return this.repository.git.require(this.targetBranch);
  }

  get latestIteration(): Iteration {
    const latest = this.iterations.at(-1);
    if (latest === undefined) throw new Error('A pull request has at least one iteration.');
    return latest;
  }

  /** Changes of an iteration against the common commit, or against an earlier iteration. */
  changesOf(iteration: Iteration, compareTo?: Iteration): IterationChange[] {
    const before = compareTo?.source ?? iteration.base;
    return changesBetween(before.tree, iteration.source.tree).map((change) => ({
      change,
      changeTrackingId: this.trackingId(change.previousPath ?? change.path),
    }));
  }

  trackingId(path: string): number {
    const known = this.#trackingIds.get(path);
    if (known !== undefined) return known;
    const created = this.#trackingIds.size + 1;
    this.#trackingIds.set(path, created);
    return created;
  }

  /** Takes up a push to either branch. A push to the source makes an iteration, and the service writes a thread. */
  synchronize(at: string): void {
    if (this.status !== 'active') return;
    if (this.latestIteration.source === this.source) {
      this.mergeCommit = this.#merge();
      return;
    }
    this.mergeCommit = this.#iterate(at);
    const properties = { CodeReviewThreadType: { $type: 'System.String', $value: 'RefUpdate' } } as const;
    const latest = this.latestIteration.id;
    const placement = { context: undefined, iterations: { first: latest, second: latest } };
    const thread = new CommentThread({ id: this.threads.length + 1, at }, placement, { status: undefined, properties });
    const content = `${this.author.displayName} pushed 1 commit creating update ${latest}`;
    thread.add({ author: this.author, content, type: 'system', at });
    this.threads.push(thread);
  }

  #iterate(at: string): Commit {
    const { source, target } = this;
    const base = this.repository.git.mergeBase(target, source);
    this.iterations.push({ id: this.iterations.length + 1, source, target, base, createdAt: at });
    for (const { path, previousPath } of changesBetween(base.tree, source.tree)) this.trackingId(previousPath ?? path);
    return this.#merge();
  }

  #merge(): Commit {
    const merge = this.repository.git.testMerge(this.target, this.source);
    this.repository.git.refs.set(`refs/pull/${this.id}/merge`, merge.sha);
    return merge;
  }
}
