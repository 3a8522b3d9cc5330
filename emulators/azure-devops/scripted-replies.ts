/** Ready replies for a fault plan, as Azure DevOps words them. */

import type { Reply } from '../github/loopback/exchange.ts';
import { errorReply } from './refusals.ts';

/** Blocked for using too much. */
export function throttled(retryAfterSeconds: number): Reply {
  const message =
    'TF400733: The request has been canceled: Request was blocked due to exceeding usage of resource ' +
    "'Concurrency' in namespace ''.";
  const reply = errorReply(429, message, 'RequestBlockedException', 'Microsoft.TeamFoundation.Framework.Server');
  return { ...reply, headers: { 'retry-after': String(retryAfterSeconds), ...usage(retryAfterSeconds) } };
}

/** Headers of a reply that is good but was held back: the service asks for patience before it refuses. */
export function delayedHeaders(retryAfterSeconds: number): Record<string, string> {
  return { 'retry-after': String(retryAfterSeconds), 'x-ratelimit-delay': '0.500', ...usage(retryAfterSeconds) };
}

/** An error inside the service. */
export function serverError(status: 500 | 503 = 500): Reply {
  const message = 'TF400898: An Internal Error Occurred. Activity Id: 00000000-0000-0000-0000-000000000000.';
  return errorReply(status, message, 'TeamFoundationServiceException', 'Microsoft.TeamFoundation.Framework.Server');
}

function usage(seconds: number): Record<string, string> {
  return {
    'x-ratelimit-resource': 'Core',
    'x-ratelimit-limit': '200',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + seconds),
  };
}
