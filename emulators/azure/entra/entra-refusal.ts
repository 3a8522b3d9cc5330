/** Expresses a refusal of Entra: an AADSTS code, an OAuth error and the JSON that carries both. */

import { randomUUID } from 'node:crypto';
import type { Reply } from '../exchange.ts';

export type OAuthError =
  | 'invalid_client'
  | 'invalid_request'
  | 'invalid_resource'
  | 'invalid_scope'
  | 'unauthorized_client'
  | 'unsupported_grant_type';

/** Thrown by every check of a token request. */
export class EntraRefusal extends Error {
  readonly code: number;
  readonly oauthError: OAuthError;
  readonly status: number;

  /** `code` without the AADSTS prefix; `message` without trace, correlation and time, which the reply adds. */
  constructor(code: number, oauthError: OAuthError, status: number, message: string) {
    super(message);
    this.code = code;
    this.oauthError = oauthError;
    this.status = status;
  }
}

/** The JSON body; `correlationId` is the client's `client-request-id` when it sent one. */
export function refusalReply(refusal: EntraRefusal, correlationId: string = randomUUID()): Reply {
  const timestamp = entraTime(new Date());
  const trace = randomUUID();
  return {
    status: refusal.status,
    headers: { 'x-ms-request-id': trace },
    body: {
      error: refusal.oauthError,
      error_description:
        `AADSTS${refusal.code}: ${refusal.message} ` +
        `Trace ID: ${trace} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [refusal.code],
      timestamp,
      trace_id: trace,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${refusal.code}`,
    },
  };
}

/** Entra writes times as `2025-07-07 10:30:48Z`. */
function entraTime(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace('T', ' ')}Z`;
}
