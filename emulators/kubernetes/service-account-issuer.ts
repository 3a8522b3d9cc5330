/** The issuer of ServiceAccount tokens: RS256 keys, discovery document, signing and checking. */
import { randomUUID } from 'node:crypto';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  createLocalJWKSet,
  errors,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';

/** What a token says; the claims are those of Kubernetes' bound tokens. */
export interface TokenRequest {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly audiences: readonly string[];
  /** Seconds from now to `exp`; negative for a token that is expired when it is handed out. */
  readonly expirationSeconds: number;
  /** The pod or secret that the token is bound to, as its `kubernetes.io` claim names it. */
  readonly boundTo?: { readonly kind: 'pod' | 'secret'; readonly name: string; readonly uid: string };
}

/** A signed token and the end of its life. */
export interface IssuedToken {
  readonly token: string;
  readonly expirationTimestamp: string;
}

interface SigningKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const id = await calculateJwkThumbprint(jwk);
  return { id, privateKey, publicJwk: { ...jwk, use: 'sig', alg: 'RS256', kid: id } };
}

/** Signs with the newest of its keys and publishes the newest two. */
export class ServiceAccountIssuer {
  /** The `iss` of every token, byte for byte. */
  issuer: string;
  /** Seconds by which the issuer's clock runs ahead of (or, negative, behind) this machine's. */
  clockOffset = 0;
  readonly #keys: SigningKey[];

  private constructor(issuer: string, key: SigningKey) {
    this.issuer = issuer;
    this.#keys = [key];
  }

  static async create(issuer: string): Promise<ServiceAccountIssuer> {
    return new ServiceAccountIssuer(issuer, await generateSigningKey());
  }

  /** The public keys as `/openid/v1/jwks` serves them. */
  jwks(): { keys: JWK[] } {
    return { keys: this.#keys.map((key) => key.publicJwk) };
  }

  /** The discovery document; kube-apiserver publishes exactly these members. */
  discovery(jwksUri: string): Record<string, string | string[]> {
    return {
      issuer: this.issuer,
      jwks_uri: jwksUri,
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  /** Signs with a new key from now on. The previous key stays published; a second rotation withdraws it, as on AKS. */
  async rotate(): Promise<void> {
    this.#keys.unshift(await generateSigningKey());
    this.#keys.splice(2);
  }

  async sign(request: TokenRequest): Promise<IssuedToken> {
    const [key] = this.#keys;
    if (!key) throw new Error('The issuer has no signing key.');
    const issuedAt = Math.floor(Date.now() / 1000) + this.clockOffset;
    const expires = issuedAt + request.expirationSeconds;
    const { boundTo, namespace, name, uid } = request;
    const bound = boundTo ? { [boundTo.kind]: { name: boundTo.name, uid: boundTo.uid } } : {};
    const token = await new SignJWT({ 'kubernetes.io': { namespace, ...bound, serviceaccount: { name, uid } } })
      .setProtectedHeader({ alg: 'RS256', kid: key.id })
      .setIssuer(this.issuer)
      .setSubject(`system:serviceaccount:${namespace}:${name}`)
      .setAudience([...request.audiences])
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt)
      .setExpirationTime(expires)
      .setJti(randomUUID())
      .sign(key.privateKey);
    return { token, expirationTimestamp: new Date(expires * 1000).toISOString().replace(/\.\d+Z$/, 'Z') };
  }

  /** The claims of a token of this issuer for an audience, or `undefined` when it is not valid now. */
  async verify(token: string, audience: string): Promise<JWTPayload | undefined> {
    try {
      const currentDate = new Date(Date.now() + this.clockOffset * 1000);
      const keys = createLocalJWKSet(this.jwks());
      return (await jwtVerify(token, keys, { issuer: this.issuer, audience, currentDate })).payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}
