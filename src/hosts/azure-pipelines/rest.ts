/** The REST API of one pull request of Azure Repos, over plain `fetch`. */
import { RemoteError } from '../../model/errors.ts';
import { escapeUrlPath } from '../../report/escape.ts';
import type { AzurePipelinesContext } from './context.ts';

/** The service refused; `status` is that of HTTP, the message its own words. */
export class RestRefusal extends RemoteError {
  readonly status: number;

  constructor(status: number, message: string) {
    super({ problem: message, evidence: '', remedy: '' });
    this.status = status;
  }
}

export interface Rest {
  /** Sends a request below the pull request; `path` may have a query. Throws a `RestRefusal` for any status but 2xx. */
  send<Answer>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<Answer>;
}

/** All requests of a run together, in milliseconds: reporting never holds a job up for longer. */
const longestWait = 120_000;

export function createRest(
  { collectionUrl, project, repositoryId }: AzurePipelinesContext,
  pullRequest: number,
  token: string,
): Rest {
  const repository = `${collectionUrl}${escapeUrlPath(project)}/_apis/git/repositories/${escapeUrlPath(repositoryId)}`;
  const signal = AbortSignal.timeout(longestWait);
  return {
    async send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
      const url = new URL(`${repository}/pullRequests/${pullRequest}${path}`);
      if (!url.searchParams.has('api-version')) url.searchParams.set('api-version', '7.1');
      const response = await fetch(url, {
        method,
        signal,
        // Without a valid token the service would lead to a sign-in page that answers 203.
        redirect: 'manual',
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          'content-type': 'application/json',
          'x-tfs-fedauthredirect': 'Suppress',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new RestRefusal(response.status, await messageOf(response));
      return (await response.json()) as Answer;
    },
  };
}

/** Errors of all its services have a `message`; a gateway in front of them answers with a page. */
async function messageOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.includes('json')) return '';
  const { message } = (await response.json()) as { message?: unknown };
  return typeof message === 'string' ? message.slice(0, 500) : '';
}
