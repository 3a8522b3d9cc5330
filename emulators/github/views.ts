/** Repositories, commits, pull requests and their comments as REST shows them. */

import type { Commit } from './git/git-store.ts';
import { positionInDiff } from './model/diff-anchor.ts';
import type { PullFile, PullRequest, Review } from './model/pull-request.ts';
import type { GitHubRepository, IssueComment } from './model/repository.ts';
import type { ReviewComment, ReviewThread } from './model/review-thread.ts';
import { userOf } from './model/user.ts';

export function repositoryView(repository: GitHubRepository, url: string): Record<string, unknown> {
  return {
    id: repository.id,
    node_id: `R_${repository.id}`,
    name: repository.name,
    full_name: repository.fullName,
    private: repository.private,
    visibility: repository.private ? 'private' : 'public',
    owner: { ...userOf(repository.owner), id: repository.ownerId },
    html_url: `https://github.com/${repository.fullName}`,
    url: `${url}/repos/${repository.fullName}`,
    fork: repository.parent !== undefined,
    default_branch: repository.defaultBranch,
    created_at: repository.createdAt,
    archived: false,
    disabled: false,
  };
}

export function commitView(commit: Commit, repository: GitHubRepository, url: string): Record<string, unknown> {
  const person = { name: commit.author, email: `${commit.author}@users.noreply.github.com`, date: commit.at };
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${url}/repos/${repository.fullName}/commits/${commit.sha}`,
    commit: { message: commit.message, author: person, committer: person },
    author: userOf(commit.author),
    committer: userOf(commit.author),
    parents: commit.parents.map((sha) => ({ sha, url: `${url}/repos/${repository.fullName}/commits/${sha}` })),
  };
}

export function pullView(pull: PullRequest, url: string): Record<string, unknown> {
  const { repository, files } = pull;
  const side = (branch: string, sha: string, owner: GitHubRepository) => ({
    label: `${owner.owner}:${branch}`,
    ref: branch,
    sha,
    user: { ...userOf(owner.owner), id: owner.ownerId },
    repo: repositoryView(owner, url),
  });
  return {
    id: pull.id,
    node_id: `PR_${pull.id}`,
    number: pull.number,
    url: `${url}/repos/${repository.fullName}/pulls/${pull.number}`,
    html_url: `https://github.com/${repository.fullName}/pull/${pull.number}`,
    title: pull.title,
    state: pull.state,
    draft: pull.draft,
    merged: pull.merged,
    user: userOf(pull.author),
    author_association: pull.fromFork ? 'CONTRIBUTOR' : 'MEMBER',
    created_at: pull.createdAt,
    head: side(pull.headBranch, pull.head.sha, pull.headRepository),
    base: side(pull.baseBranch, pull.base.sha, repository),
    merge_commit_sha: pull.mergeCommit.sha,
    changed_files: files.length,
    additions: files.reduce((sum, file) => sum + (file.patch?.additions ?? 0), 0),
    deletions: files.reduce((sum, file) => sum + (file.patch?.deletions ?? 0), 0),
  };
}

/** Largest diff of one file that still comes with its text (docs: repository limits). */
const longestPatch = { lines: 20_000, bytes: 500_000 };

export function pullFileView(file: PullFile, pull: PullRequest): Record<string, unknown> {
  const { change, patch } = file;
  const tooLong =
    patch !== undefined &&
    (patch.additions + patch.deletions > longestPatch.lines || Buffer.byteLength(patch.text) > longestPatch.bytes);
  return {
    sha: pull.head.sha,
    filename: change.path,
    status: change.status,
    additions: patch?.additions ?? 0,
    deletions: patch?.deletions ?? 0,
    changes: (patch?.additions ?? 0) + (patch?.deletions ?? 0),
    ...(change.previousPath === undefined ? {} : { previous_filename: change.previousPath }),
    ...(patch === undefined || tooLong ? {} : { patch: patch.text }),
  };
}

export function reviewView(review: Review, pull: PullRequest): Record<string, unknown> {
  return {
    id: review.id,
    node_id: review.nodeId,
    user: userOf(review.author),
    body: review.body,
    state: review.state,
    commit_id: review.commit,
    submitted_at: review.submittedAt,
    html_url: `https://github.com/${pull.repository.fullName}/pull/${pull.number}#pullrequestreview-${review.id}`,
  };
}

export function reviewCommentView(
  comment: ReviewComment,
  thread: ReviewThread,
  pull: PullRequest,
  url: string,
): Record<string, unknown> {
  const { anchor } = thread;
  const patch = pull.patchOf(anchor.path);
  const position =
    patch === undefined || thread.line === null ? null : (positionInDiff(patch, anchor.side, thread.line) ?? null);
  return {
    id: comment.id,
    node_id: comment.nodeId,
    url: `${url}/repos/${pull.repository.fullName}/pulls/comments/${comment.id}`,
    html_url: `https://github.com/${pull.repository.fullName}/pull/${pull.number}#discussion_r${comment.id}`,
    pull_request_review_id: comment.reviewId,
    user: userOf(comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    path: anchor.path,
    side: anchor.side,
    line: thread.line,
    original_line: anchor.line,
    start_side: anchor.startLine === undefined ? null : (anchor.startSide ?? anchor.side),
    start_line: thread.startLine,
    original_start_line: anchor.startLine ?? null,
    position,
    subject_type: 'line',
    diff_hunk: thread.diffHunk,
    commit_id: thread.outdated ? thread.originalCommit : pull.head.sha,
    original_commit_id: thread.originalCommit,
    ...(comment.inReplyTo === undefined ? {} : { in_reply_to_id: comment.inReplyTo }),
  };
}

export function issueCommentView(comment: IssueComment, repository: GitHubRepository, url: string) {
  return {
    id: comment.id,
    node_id: comment.nodeId,
    url: `${url}/repos/${repository.fullName}/issues/comments/${comment.id}`,
    html_url: `https://github.com/${repository.fullName}/pull/${comment.issueNumber}#issuecomment-${comment.id}`,
    issue_url: `${url}/repos/${repository.fullName}/issues/${comment.issueNumber}`,
    user: userOf(comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
  };
}
