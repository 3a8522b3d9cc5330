/** The error replies of the REST API, worded as api.github.com words them. */

import { Refusal, type Reply } from './loopback/exchange.ts';

const documentation = 'https://docs.github.com/rest';

/** An error reply; `status` is repeated as text in the body, as the service does. */
export function errorReply(status: number, message: string, extra: Readonly<Record<string, unknown>> = {}): Reply {
  return { status, body: { message, ...extra, documentation_url: documentation, status: String(status) } };
}

export function notFound(message = 'Not Found'): Refusal {
  return new Refusal(errorReply(404, message));
}

/** A token that lacks a permission. `GITHUB_TOKEN` and GitHub Apps get the first wording. */
export function notAccessible(by: 'integration' | 'personal access token'): Refusal {
  return new Refusal(errorReply(403, `Resource not accessible by ${by}`));
}

/** 422 whose `errors` is a list of sentences, as reviews answer. */
export function unprocessable(errors: readonly string[]): Refusal {
  return new Refusal(errorReply(422, 'Unprocessable Entity', { errors }));
}

/** 422 with one structured error, as issues and comments answer. */
export function validationFailed(resource: string, field: string, code: string, message?: string): Refusal {
  return new Refusal(errorReply(422, 'Validation Failed', { errors: [{ resource, code, field, message }] }));
}

/** 422 of the JSON schema check in front of the newer endpoints. */
export function invalidRequest(detail: string): Refusal {
  return new Refusal(errorReply(422, `Invalid request.\n\n${detail}`));
}

/** Longest body of a comment, review or issue, in characters; observed, not documented. */
const longestBody = 65_536;

/** Refuses a missing, blank or too long comment body. */
export function requireBody(body: string | undefined, resource: string): string {
  if (body === undefined || body.trim() === '') {
    throw validationFailed(resource, 'body', 'missing_field', "Body can't be blank");
  }
  refuseLongBody(body, resource);
  return body;
}

export function refuseLongBody(body: string, resource: string): void {
  if (Array.from(body).length <= longestBody) return;
  throw validationFailed(resource, 'data', 'unprocessable', `Body is too long (maximum is ${longestBody} characters)`);
}
