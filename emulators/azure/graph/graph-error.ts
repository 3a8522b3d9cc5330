/** Expresses a refusal of Microsoft Graph in its error shape. */

import { randomUUID } from 'node:crypto';
import { Refused } from '../exchange.ts';

/** `{"error":{"code","message","innerError"}}`, thrown. */
export function graphRefusal(status: number, code: string, message: string): Refused {
  const request = randomUUID();
  const innerError = {
    date: new Date().toISOString().slice(0, 19),
    'request-id': request,
    'client-request-id': request,
  };
  return new Refused({ status, headers: { 'request-id': request }, body: { error: { code, message, innerError } } });
}

/** What Graph answers for a credential that it does not accept. */
export function invalidCredential(message: string): Refused {
  return graphRefusal(400, 'InvalidFederatedIdentityCredentialValue', message);
}

export function notFound(id: string): Refused {
  return graphRefusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}
