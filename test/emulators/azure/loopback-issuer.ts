/** Runs an OpenID Connect issuer on loopback and signs tokens with its keys. */

import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { LoopbackTls } from '../../../emulators/tls/loopback-tls.ts';

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

/** A key pair with its public half as a JWK. */
export interface SigningKey {
  kid: string;
  jwk: JWK;
  privateKey: PrivateKey;
}

export async function createSigningKey(kid: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' } };
}

/** Signs the claims; issued now and valid for five minutes unless they say otherwise. */
export function sign(key: SigningKey, claims: JWTPayload, kid = key.kid): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: 'RS256', kid };
  return new SignJWT({ iat: now, nbf: now - 5, exp: now + 300, ...claims })
    .setProtectedHeader(header)
    .sign(key.privateKey);
}

/** An issuer that names itself `issuer`, whatever its loopback address is. */
export interface LoopbackIssuer {
  url: string;
  /** Keys that it publishes; change them to rotate. */
  keys: SigningKey[];
  /** Answers every request with this status when set. */
  status: number | null;
  /** Number of times its discovery document was fetched. */
  fetches: number;
  stop(): Promise<void>;
}

export async function startIssuer(tls: LoopbackTls, issuer: string, keys: SigningKey[]): Promise<LoopbackIssuer> {
  const server = https.createServer({ cert: tls.certificate, key: tls.key }, (request, response) => {
    const discovery = request.url?.endsWith('/.well-known/openid-configuration');
    if (discovery) started.fetches += 1;
    const body = discovery
      ? { issuer, jwks_uri: `${issuer.replace(/\/$/, '')}/openid/v1/jwks` }
      : { keys: started.keys.map(({ jwk }) => jwk) };
    response.writeHead(started.status ?? 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const started: LoopbackIssuer = {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    keys,
    status: null,
    fetches: 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return started;
}
