/** The part of the GraphQL schema that review conversations need, field for field as GitHub names it. */

export const schema = /* GraphQL */ `
  interface Node { id: ID! }
  interface Actor { login: String! }
  type User implements Actor { login: String! }
  type Bot implements Actor { login: String! }

  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }

  type PullRequestReviewComment implements Node {
    id: ID!
    databaseId: Int
    fullDatabaseId: String
    author: Actor
    body: String!
    path: String!
    line: Int
    outdated: Boolean!
    url: String!
    viewerDidAuthor: Boolean!
  }
  type PullRequestReviewCommentConnection {
    totalCount: Int!
    nodes: [PullRequestReviewComment]
    pageInfo: PageInfo!
  }

  enum DiffSide { LEFT RIGHT }

  type PullRequestReviewThread implements Node {
    id: ID!
    isResolved: Boolean!
    isOutdated: Boolean!
    isCollapsed: Boolean!
    path: String!
    line: Int
    startLine: Int
    originalLine: Int
    originalStartLine: Int
    diffSide: DiffSide!
    resolvedBy: User
    viewerCanResolve: Boolean!
    viewerCanUnresolve: Boolean!
    viewerCanReply: Boolean!
    comments(first: Int, last: Int, after: String, before: String): PullRequestReviewCommentConnection!
  }
  type PullRequestReviewThreadConnection {
    totalCount: Int!
    nodes: [PullRequestReviewThread]
    pageInfo: PageInfo!
  }

  type PullRequest implements Node {
    id: ID!
    number: Int!
    title: String!
    headRefOid: String!
    baseRefOid: String!
    reviewThreads(first: Int, last: Int, after: String, before: String): PullRequestReviewThreadConnection!
  }
  type Repository implements Node {
    id: ID!
    databaseId: Int
    name: String!
    nameWithOwner: String!
    pullRequest(number: Int!): PullRequest
  }

  type Query {
    repository(owner: String!, name: String!): Repository
    viewer: User!
  }

  input ResolveReviewThreadInput { threadId: ID! clientMutationId: String }
  type ResolveReviewThreadPayload { thread: PullRequestReviewThread clientMutationId: String }
  input UnresolveReviewThreadInput { threadId: ID! clientMutationId: String }
  type UnresolveReviewThreadPayload { thread: PullRequestReviewThread clientMutationId: String }

  type Mutation {
    resolveReviewThread(input: ResolveReviewThreadInput!): ResolveReviewThreadPayload
    unresolveReviewThread(input: UnresolveReviewThreadInput!): UnresolveReviewThreadPayload
  }
`;
