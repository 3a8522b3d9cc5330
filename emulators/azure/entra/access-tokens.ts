/** Signs the access tokens of the emulated tenants and verifies them when they come back. */

import { randomUUID } from 'node:crypto';
import { errors, exportJWK, generateKeyPair, type JSONWebKeySet, jwtVerify, SignJWT } from 'jose';
import type { CredentialHolder } from '../resources.ts';

/** What a valid token says of its bearer. */
export interface Caller {
  readonly principalId: string;
  readonly tenantId: string;
  readonly audience: string;
  /** Seconds since the epoch. */
  readonly expires: number;
}

/** Why a token is refused. */
export type TokenProblem = 'expired' | 'invalid';

export interface AccessTokens {
  /** Public keys, as `discovery/v2.0/keys` shows them. */
  readonly jwks: JSONWebKeySet;
  /** A signed token for `audience` that lives `seconds`. */
  issue(holder: CredentialHolder, audience: string, seconds: number): Promise<string>;
  verify(token: string): Promise<Caller | TokenProblem>;
}

/** Public constants that stand for ARM and Graph in the public cloud, besides their loopback URLs. */
export const wellKnownAudiences = {
  resourceManager: ['https://management.azure.com', 'https://management.core.windows.net'],
  graph: ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'],
} as const;

/** Generates the signing key; `authority` becomes part of `iss`. */
export async function createAccessTokens(authority: () => string): Promise<AccessTokens> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  const kid = randomUUID();
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }] };
  // A client sends the same token with thousands of requests: its signature is checked once.
  const verified = new Map<string, Caller>();

  return {
    jwks,
    issue: (holder, audience, seconds) => {
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        aud: audience,
        iss: `${authority()}/${holder.tenantId}/v2.0`,
        tid: holder.tenantId,
        oid: holder.principalId,
        sub: holder.principalId,
        appid: holder.clientId,
        azp: holder.clientId,
        idtyp: 'app',
        ver: '2.0',
        iat: now,
        nbf: now,
        exp: now + seconds,
        uti: randomUUID(),
      };
      return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(privateKey);
    },
    verify: async (token) => {
      const known = verified.get(token);
      if (known) return known.expires > Date.now() / 1000 ? known : 'expired';
      try {
        const { payload } = await jwtVerify<{ oid: string; tid: string }>(token, publicKey, { algorithms: ['RS256'] });
        const caller: Caller = {
          principalId: payload.oid,
          tenantId: payload.tid,
          audience: String(payload.aud),
          expires: payload.exp ?? 0,
        };
        verified.set(token, caller);
        return caller;
      } catch (error) {
        if (error instanceof errors.JWTExpired) return 'expired';
        if (error instanceof errors.JOSEError) return 'invalid';
        throw error;
      }
    },
  };
}

/** Whether a token's audience means the service at `url`; a slash at the end does not matter. */
export function isAudience(audience: string, url: string, wellKnown: readonly string[]): boolean {
  const bare = audience.replace(/\/$/, '');
  return bare === url || wellKnown.includes(bare);
}
