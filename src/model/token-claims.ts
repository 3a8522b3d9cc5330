/** Reads the claims of a JSON Web Token without verifying it: for tokens of our own, which others will verify. */

export type TokenClaims = Readonly<Record<string, unknown>>;

/** The claims of a compact token (RFC 7519); undefined when it is none. */
export function claimsOf(token: string): TokenClaims | undefined {
  const [, payload = ''] = token.trim().split('.');
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims)
      ? (claims as TokenClaims)
      : undefined;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

/** A claim that is text; undefined for any other, and for an empty one. */
export function textClaim(claims: TokenClaims, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
