/** Asks Entra whether it accepts a token in exchange for one of an identity. */

/** Who the token is to become, and what for. */
export interface ExchangeRequest {
  readonly tenantId: string;
  readonly clientId: string;
  /** The token that is offered. Never print it. */
  readonly assertion: string;
}

/** What Entra said; the token that it would give is thrown away at once. `evidence` is its own text. */
export type ExchangeAnswer = { readonly accepted: true } | { readonly accepted: false; readonly evidence: string };

export interface TokenExchange {
  /** Throws a `RemoteError` when Entra cannot be asked at all. */
  exchange(request: ExchangeRequest): Promise<ExchangeAnswer>;
}
