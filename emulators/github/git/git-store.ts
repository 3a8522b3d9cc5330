/** Commits, branches and tags of one repository, held in memory as whole trees of file texts. */

import { createHash } from 'node:crypto';
import { changesBetween } from './file-change.ts';

/** The content of a file; bytes for a binary one. */
export type FileContent = string | Uint8Array;

/** Path to content; paths are relative with `/`. */
export type Tree = ReadonlyMap<string, FileContent>;

/** Files to write; null deletes. */
export type Edits = Readonly<Record<string, FileContent | null>>;

export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly message: string;
  /** Login or display name. */
  readonly author: string;
  /** ISO 8601. */
  readonly at: string;
  readonly tree: Tree;
}

export interface CommitOptions {
  readonly message?: string;
  readonly author?: string;
  /** Branch or SHA to start the branch from when it does not exist yet. */
  readonly from?: string;
}

/** A repository without a working tree. Ref names are full: `refs/heads/main`. */
export class GitStore {
  readonly commits = new Map<string, Commit>();
  readonly refs = new Map<string, string>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A copy with the same commits and branches, as a fork has. */
  fork(): GitStore {
    const copy = new GitStore(this.#now);
    for (const [sha, commit] of this.commits) copy.commits.set(sha, commit);
    for (const [name, sha] of this.refs) copy.refs.set(name, sha);
    return copy;
  }

  /** Takes over a commit of a fork with its ancestors, as forks share one object store. */
  adopt(fork: GitStore, commit: Commit): void {
    for (const ancestor of fork.history(commit)) this.commits.set(ancestor.sha, ancestor);
  }

  /** Adds a commit on a branch (short name) and moves the branch. */
  commit(branch: string, edits: Edits, options: CommitOptions = {}): Commit {
    const parent = this.branch(branch) ?? (options.from === undefined ? undefined : this.resolve(options.from));
    const tree = new Map(parent?.tree);
    for (const [path, content] of Object.entries(edits)) {
      if (content === null) tree.delete(path);
      else tree.set(path, content);
    }
    const message = options.message ?? `Change ${Object.keys(edits).join(', ')}`;
    const author = options.author ?? 'octocat';
    const commit = this.#store(tree, parent === undefined ? [] : [parent.sha], message, author);
    this.refs.set(`refs/heads/${branch}`, commit.sha);
    return commit;
  }

  /** A commit that no branch holds: the test merge a code host makes of a pull request. */
  testMerge(base: Commit, head: Commit): Commit {
    const tree = new Map(base.tree);
    for (const change of changesBetween(this.mergeBase(base, head).tree, head.tree)) {
      if (change.previousPath !== undefined) tree.delete(change.previousPath);
      if (change.after === undefined) tree.delete(change.path);
      else tree.set(change.path, change.after);
    }
    return this.#store(tree, [base.sha, head.sha], `Merge ${head.sha} into ${base.sha}`, 'web-flow');
  }

  tag(name: string, target: string): void {
    this.refs.set(`refs/tags/${name}`, this.require(target).sha);
  }

  /** Tip of a branch by its short name. */
  branch(name: string): Commit | undefined {
    return this.commits.get(this.refs.get(`refs/heads/${name}`) ?? '');
  }

  /** By full SHA, full ref name, branch or tag. */
  resolve(name: string): Commit | undefined {
    const sha = [name, `refs/heads/${name}`, `refs/tags/${name}`].map((ref) => this.refs.get(ref)).find(Boolean);
    return this.commits.get(sha ?? name);
  }

  /** Like `resolve`, for a name that the scenario itself must know. */
  require(name: string): Commit {
    const commit = this.resolve(name);
    if (commit === undefined) throw new Error(`The scenario has no branch, tag or commit "${name}".`);
    return commit;
  }

  /** The newest commit both descend from. */
  mergeBase(left: Commit, right: Commit): Commit {
    const known = new Set(this.history(left).map((commit) => commit.sha));
    const base = this.history(right).find((commit) => known.has(commit.sha));
    if (base === undefined) throw new Error(`${left.sha} and ${right.sha} have no common history.`);
    return base;
  }

  /** The commit and its ancestors, nearest first. */
  history(start: Commit): Commit[] {
    const seen = new Map<string, Commit>([[start.sha, start]]);
    for (const commit of seen.values()) {
      for (const sha of commit.parents) {
        const parent = this.commits.get(sha);
        if (parent !== undefined && !seen.has(sha)) seen.set(sha, parent);
      }
    }
    return [...seen.values()];
  }

  #store(tree: Tree, parents: readonly string[], message: string, author: string): Commit {
    const at = new Date(this.#now()).toISOString();
    const hash = createHash('sha1').update(JSON.stringify([parents, message, author, at, this.commits.size]));
    for (const [path, content] of tree) hash.update(path).update('\0').update(content);
    const commit: Commit = { sha: hash.digest('hex'), parents, message, author, at, tree };
    this.commits.set(commit.sha, commit);
    return commit;
  }
}
