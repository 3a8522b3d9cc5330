/** An RS256 key made at run time that signs tokens and publishes itself as a JSON Web Key Set. */

import { createHash, generateKeyPair, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';

/** A public JSON Web Key of RSA, RFC 7517. */
export interface PublicKey {
  readonly kty: 'RSA';
  readonly alg: 'RS256';
  readonly use: 'sig';
  readonly kid: string;
  readonly n: string;
  readonly e: string;
}

/** A JSON Web Key Set. */
export interface KeySet {
  keys: PublicKey[];
}

/** Where the keys of a token issuer are, for a service that must verify tokens without leaving the machine. */
export interface TokenTrust {
  /** `iss` of the tokens, a public address that is never asked. */
  readonly issuer: string;
  readonly discoveryUrl: string;
  readonly jwksUrl: string;
  /** The keys of now. */
  readonly keys: () => Promise<KeySet>;
}

/**
 * A signer. The first key is made when it is first needed, since making one takes longer than most scenarios. Old
 * public keys stay published after `rotate`, unless `forget` removes them.
 */
export class SigningKey {
  #current: Promise<KeyPair> | undefined;
  #old: PublicKey[] = [];

  /** The public keys, newest first. */
  async keySet(): Promise<KeySet> {
    return { keys: [(await this.#pair()).publicKey, ...this.#old] };
  }

  /** Signs with a new key from now on. `forget` also withdraws the old public keys, as after a lost key. */
  async rotate(options: { forget?: boolean } = {}): Promise<void> {
    const { keys } = await this.keySet();
    this.#old = options.forget ? [] : keys;
    this.#current = createPair();
  }

  /** A compact JWT over these claims. */
  async signToken(claims: Readonly<Record<string, unknown>>): Promise<string> {
    const { privateKey, publicKey } = await this.#pair();
    const header = { typ: 'JWT', alg: 'RS256', x5t: publicKey.kid, kid: publicKey.kid };
    const content = `${encode(header)}.${encode(claims)}`;
    return `${content}.${sign('RSA-SHA256', Buffer.from(content), privateKey).toString('base64url')}`;
  }

  #pair(): Promise<KeyPair> {
    this.#current ??= createPair();
    return this.#current;
  }
}

interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: PublicKey;
}

const generate = promisify(generateKeyPair);

async function createPair(): Promise<KeyPair> {
  const { privateKey, publicKey } = await generate('rsa', { modulusLength: 2048 });
  const { n, e } = publicKey.export({ format: 'jwk' }) as { n: string; e: string };
  const keyId = createHash('sha256').update(`${e}.${n}`).digest('hex').slice(0, 40).toUpperCase();
  return { privateKey, publicKey: { kty: 'RSA', alg: 'RS256', use: 'sig', kid: keyId, n, e } };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
