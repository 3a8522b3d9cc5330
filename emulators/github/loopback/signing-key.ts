/** An RS256 key made at run time that signs tokens and publishes itself as a JSON Web Key Set. */

import { createHash, generateKeyPair, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';

/** A public JSON Web Key, RFC 7517. */
export type PublicKey = Readonly<Record<string, string>>;

/** A signer. Old public keys stay published after `rotate`, unless `forget` removes them. */
export class SigningKey {
  #privateKey: KeyObject;
  #published: PublicKey[];

  private constructor(pair: KeyPair) {
    this.#privateKey = pair.privateKey;
    this.#published = [pair.publicKey];
  }

  static async create(): Promise<SigningKey> {
    return new SigningKey(await createPair());
  }

  /** `{keys: […]}`, newest first. */
  get keySet(): { keys: readonly PublicKey[] } {
    return { keys: this.#published };
  }

  /** Signs with a new key from now on. `forget` also withdraws the old public keys, as after a lost key. */
  async rotate(options: { forget?: boolean } = {}): Promise<void> {
    const pair = await createPair();
    this.#privateKey = pair.privateKey;
    this.#published = options.forget ? [pair.publicKey] : [pair.publicKey, ...this.#published];
  }

  /** A compact JWT over these claims. */
  signToken(claims: Readonly<Record<string, unknown>>): string {
    const keyId = this.#published[0]?.kid ?? '';
    const header = { typ: 'JWT', alg: 'RS256', x5t: keyId, kid: keyId };
    const content = `${encode(header)}.${encode(claims)}`;
    return `${content}.${sign('RSA-SHA256', Buffer.from(content), this.#privateKey).toString('base64url')}`;
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
