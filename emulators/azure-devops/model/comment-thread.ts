/** A comment thread of a pull request, general or on lines of a file. */

import type { CommentType, ThreadStatus } from '../enumeration.ts';
import type { Properties } from '../properties.ts';
import type { Identity } from './identity.ts';

/** 1-based line; `offset` is a 1-based column in UTF-16 units, the end exclusive. */
export interface Position {
  readonly line: number;
  readonly offset: number;
}

/** Where a thread stands in a file. `filePath` starts with a slash. */
export interface ThreadContext {
  readonly filePath: string;
  readonly rightFileStart?: Position;
  readonly rightFileEnd?: Position;
  readonly leftFileStart?: Position;
  readonly leftFileEnd?: Position;
}

/** The iterations a thread was written on. */
export interface IterationContext {
  readonly first: number;
  readonly second: number;
}

export interface ThreadComment {
  readonly id: number;
  readonly parentId: number;
  readonly author: Identity;
  readonly type: CommentType;
  readonly publishedAt: string;
  content: string;
  updatedAt: string;
  isDeleted: boolean;
}

export class CommentThread {
  readonly id: number;
  readonly publishedAt: string;
  readonly context: ThreadContext | undefined;
  readonly iterations: IterationContext;
  readonly changeTrackingId: number | undefined;
  readonly properties: Properties;
  readonly comments: ThreadComment[] = [];
  /** Absent on threads that the service writes itself. */
  status: ThreadStatus | undefined;
  updatedAt: string;

  constructor(
    identity: { id: number; at: string },
    placement: { context: ThreadContext | undefined; iterations: IterationContext; changeTrackingId?: number },
    content: { status: ThreadStatus | undefined; properties: Properties },
  ) {
    this.id = identity.id;
    this.publishedAt = identity.at;
    this.updatedAt = identity.at;
    this.context = placement.context;
    this.iterations = placement.iterations;
    this.changeTrackingId = placement.changeTrackingId;
    this.status = content.status;
    this.properties = content.properties;
  }

  /** A thread whose comments are all deleted is deleted itself, and is still listed. */
  get isDeleted(): boolean {
    return this.comments.length > 0 && this.comments.every((comment) => comment.isDeleted);
  }

  /** Adds a comment; 0 is the parent of a first comment. */
  add(comment: {
    author: Identity;
    content: string;
    type?: CommentType;
    parentId?: number;
    at: string;
  }): ThreadComment {
    const added: ThreadComment = {
      id: this.comments.length + 1,
      parentId: comment.parentId ?? (this.comments.length === 0 ? 0 : 1),
      author: comment.author,
      type: comment.type ?? 'text',
      content: comment.content,
      publishedAt: comment.at,
      updatedAt: comment.at,
      isDeleted: false,
    };
    this.comments.push(added);
    this.updatedAt = comment.at;
    return added;
  }
}
