/** Resolves the threads of review comments, which only the GraphQL API can. */
import type { GithubClient } from './client.ts';

interface Thread {
  readonly id: string;
  readonly isResolved: boolean;
  readonly comments: { readonly nodes: readonly { readonly databaseId: number }[] };
}

interface Answer {
  readonly repository: {
    readonly pullRequest: {
      readonly reviewThreads: {
        readonly nodes: readonly Thread[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    };
  };
}

const listQuery = `query ($owner: String!, $repo: String!, $pull: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $pull) {
      reviewThreads(first: 100, after: $after) {
        nodes { id isResolved comments(first: 1) { nodes { databaseId } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

/** The threads of a pull request by the id of their first comment, listed once they are needed. */
export function reviewThreads({ octokit, target }: GithubClient, pull: number) {
  let listed: Promise<ReadonlyMap<number, Thread>> | undefined;
  const list = async () => {
    const found = new Map<number, Thread>();
    for (let after: string | null = null, more = true; more; ) {
      const answer: Answer = await octokit.graphql<Answer>(listQuery, { ...target, pull, after });
      const { nodes, pageInfo } = answer.repository.pullRequest.reviewThreads;
      for (const thread of nodes) {
        const [first] = thread.comments.nodes;
        if (first) found.set(first.databaseId, thread);
      }
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    return found;
  };
  return {
    /**
     * Resolves, or opens again. Where that is not allowed (it takes `contents: write` beside `pull-requests: write`,
     * community discussion 44650) the thread stays as it is: the text of the comment tells.
     */
    async resolve(comment: number, resolved: boolean): Promise<void> {
      listed ??= list();
      const thread = (await listed).get(comment);
      if (!thread || thread.isResolved === resolved) return;
      const mutation = resolved ? 'resolveReviewThread' : 'unresolveReviewThread';
      const query = `mutation ($id: ID!) { ${mutation}(input: { threadId: $id }) { thread { id } } }`;
      try {
        await octokit.graphql(query, { id: thread.id });
      } catch (thrown) {
        if (!isForbidden(thrown)) throw thrown;
      }
    },
  };
}

/** GraphQL refuses with status 200 and a typed error. */
function isForbidden(thrown: unknown): boolean {
  const { errors } = thrown as { errors?: readonly { readonly type?: string }[] };
  return errors?.some(({ type }) => type === 'FORBIDDEN') ?? false;
}
