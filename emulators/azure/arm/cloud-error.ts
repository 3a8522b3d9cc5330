/** Expresses a refusal of Azure Resource Manager in its CloudError shape. */

import { randomUUID } from 'node:crypto';
import { Refused, type Reply } from '../exchange.ts';

/** `{"error":{"code","message"}}` with the headers that every refusal of ARM carries. */
export function cloudError(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status,
    headers: { 'x-ms-failure-cause': 'gateway', 'x-ms-request-id': randomUUID(), ...headers },
    body: { error: { code, message } },
  };
}

/** The same, thrown. */
export function refusal(status: number, code: string, message: string): Refused {
  return new Refused(cloudError(status, code, message));
}
