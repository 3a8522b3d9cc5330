/** Prepares an emulator, a loopback issuer that stands for an AKS cluster, and a way to exchange its tokens. */

import { expect } from 'vitest';
import { type AzureEmulator, startAzureEmulator } from '../../../emulators/azure/azure-emulator.ts';
import type { Application, ManagedIdentity } from '../../../emulators/azure/resources.ts';
import { defaultSettings } from '../../../emulators/azure/settings.ts';
import { type Answer, LoopbackClient } from './loopback-client.ts';
import { createSigningKey, type LoopbackIssuer, type SigningKey, startIssuer } from './loopback-issuer.ts';

export const aks =
  'https://weu.oic.prod-aks.azure.com/11111111-1111-1111-1111-111111111111/22222222-2222-2222-2222-222222222222/';
export const gitHub = 'https://token.actions.githubusercontent.com';
export const audience = 'api://AzureADTokenExchange';
export const subject = 'system:serviceaccount:shop:Orders';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export interface ExchangeSetup {
  azure: AzureEmulator;
  client: LoopbackClient;
  issuer: LoopbackIssuer;
  /** Published by the issuer. */
  key: SigningKey;
  /** Published by nobody. */
  stranger: SigningKey;
  /** Undoes what a test changed. */
  reset(): void;
  exchange(holder: ManagedIdentity | Application, assertion: string, tenant?: string): Promise<Answer>;
  stop(): Promise<void>;
}

export async function setUpExchange(): Promise<ExchangeSetup> {
  const [key, stranger] = await Promise.all([createSigningKey('one'), createSigningKey('two')]);
  const azure = await startAzureEmulator();
  const client = new LoopbackClient(azure);
  const issuer = await startIssuer(azure.tls, aks, [key]);
  return {
    azure,
    client,
    issuer,
    key,
    stranger,
    reset: () => {
      issuer.keys = [key];
      issuer.status = null;
      azure.trustIssuer(aks, { url: issuer.url });
      azure.trustIssuer(gitHub, { keys: { keys: [key.jwk] } });
      Object.assign(azure.settings, structuredClone(defaultSettings));
    },
    exchange: (holder, assertion, tenant = holder.tenantId) =>
      client.token(tenant, {
        client_id: holder.clientId,
        scope: `${azure.url}/.default`,
        client_assertion_type: assertionType,
        client_assertion: assertion,
      }),
    stop: async () => {
      client.close();
      await issuer.stop();
      await azure.stop();
    },
  };
}

/** Checks every part of the error that clients read. */
export function expectRefusal(answer: Answer, code: number, oauthError: string, status: number): void {
  expect(answer.body).toMatchObject({ error: oauthError, error_codes: [code] });
  expect(answer.body.error_description).toMatch(
    new RegExp(`^AADSTS${code}: .* Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36} Timestamp: 20.*Z$`),
  );
  expect(answer.body.trace_id).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.status).toBe(status);
}
