/** Why GitHub did not do what was asked, and what a person can do about it. */
import { statusOf } from './client.ts';

/** `permission` is the line of `permissions:` that the request needs. Both texts are sentences. */
export function whyRefused(thrown: unknown, permission: string): { readonly why: string; readonly remedy: string } {
  const status = statusOf(thrown);
  const said = thrown instanceof Error ? (thrown.message.split('\n', 1)[0] as string) : String(thrown);
  if (status === undefined || !hasResponse(thrown))
    return {
      why: `GitHub was not reached, or its answer not understood: ${said}.`,
      remedy: 'The next run tries again.',
    };
  const why = `GitHub answered ${status} (${brief(said)}).`;
  if (isRateLimit(status, thrown)) return { why, remedy: 'That is a rate limit: the next run catches up.' };
  if (status === 401) return { why, remedy: 'Give a valid github-token.' };
  if (status === 403 || status === 404) return { why, remedy: `Add \`${permission}\` to the permissions of the job.` };
  return { why, remedy: 'The next run tries again.' };
}

/** The client gives a request that got no answer the status 500. */
function hasResponse(thrown: unknown): boolean {
  return (thrown as { response?: unknown }).response !== undefined;
}

/** GitHub refuses both kinds of rate limit with 403 as well as 429 (docs: rate limits for the REST API). */
function isRateLimit(status: number, thrown: unknown): boolean {
  return status === 429 || (status === 403 && /rate limit/i.test((thrown as Error).message));
}

/** The service's own words, without the link to its documentation. */
function brief(message: string): string {
  return message.replace(/ - https:\/\/\S+$/, '').slice(0, 200);
}
