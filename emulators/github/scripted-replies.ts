/** Ready replies for a fault plan, as GitHub words them. */

import type { Reply } from './loopback/exchange.ts';
import { secondaryMessage } from './rate-limits.ts';
import { errorReply } from './refusals.ts';

/** The secondary limit; `retryAfterSeconds` absent leaves the header out, as GitHub sometimes does. */
export function secondaryRateLimit(options: { status?: 403 | 429; retryAfterSeconds?: number } = {}): Reply {
  const { retryAfterSeconds } = options;
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return { ...errorReply(options.status ?? 403, secondaryMessage), headers };
}

/** The primary limit, used up until `resetAt` (milliseconds since 1970). */
export function primaryRateLimit(options: { status?: 403 | 429; resetAt: number }): Reply {
  const headers = {
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-used': '1000',
    'x-ratelimit-reset': String(Math.ceil(options.resetAt / 1000)),
    'x-ratelimit-resource': 'core',
  };
  return { ...errorReply(options.status ?? 403, 'API rate limit exceeded for installation ID 1.'), headers };
}

/** A gateway error: an HTML page, no JSON. */
export function badGateway(): Reply {
  return {
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: '<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>',
  };
}

/** An error inside the service. */
export function serverError(status: 500 | 503 = 500): Reply {
  return errorReply(status, status === 500 ? 'Server Error' : 'Service Unavailable');
}
