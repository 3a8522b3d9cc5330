/** The bearer tokens of the registered users. */
import { randomBytes } from 'node:crypto';
import type { Authenticator, EmulatedUser } from './authentication.ts';

/** Tokens are random and live only in memory and in the kubeconfigs that are asked for. */
export class UserTokens {
  readonly #tokens = new Map<string, string>();
  readonly #authenticator: Authenticator;

  constructor(authenticator: Authenticator) {
    this.#authenticator = authenticator;
  }

  add(user: EmulatedUser): void {
    const token = randomBytes(24).toString('hex');
    this.#tokens.set(user.name, token);
    this.#authenticator.register(token, user);
  }

  of(user: string): string {
    const token = this.#tokens.get(user);
    if (!token)
      throw new Error(`The emulated cluster has no user ${user}; it has ${[...this.#tokens.keys()].join(', ')}.`);
    return token;
  }

  revoke(user: string): void {
    this.#authenticator.revoke(this.of(user));
  }
}
