/** Finds the signing keys of token issuers: public issuers stand on loopback servers or are given by the scenario. */

import https from 'node:https';
import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { EntraRefusal } from './entra-refusal.ts';

/** Where the keys of an issuer come from. */
export type IssuerSource =
  /** The keys themselves, or a function that is asked at every fetch. */
  | { keys: JSONWebKeySet | (() => JSONWebKeySet | Promise<JSONWebKeySet>) }
  /**
   * A loopback https server that stands for the issuer: discovery document and keys are really fetched from it.
   * `ca` (PEM) is needed when its certificate is not signed by the emulator's own authority.
   */
  | { url: string; ca?: string }
  /** The issuer exists, but nothing answers there. */
  | 'unreachable';

/** Resolves the public key for a token's header; the function that `jose` calls. */
export type KeyResolver = ReturnType<typeof createLocalJWKSet>;

/** "Workload identity federation" (Microsoft Entra): only the first 100 signing keys of an issuer are kept. */
const keptKeys = 100;

interface Fetched {
  resolver: KeyResolver;
  at: number;
}

/** Issuers by the exact text of `iss`. */
export class IssuerTrust {
  readonly #sources = new Map<string, IssuerSource>();
  readonly #fetched = new Map<string, Fetched>();
  readonly #ca: string;

  constructor(ca: string) {
    this.#ca = ca;
  }

  /** Says where the issuer's keys are. An https loopback issuer that was never named is fetched as it stands. */
  trust(issuer: string, source: IssuerSource): void {
    this.#sources.set(issuer, source);
    this.#fetched.delete(issuer);
  }

  /**
   * The keys of the issuer, fetched no longer ago than `maximumAgeMs`; kept for ever by default.
   * @throws EntraRefusal when the issuer cannot be reached or its answer cannot be read.
   */
  async keys(issuer: string, maximumAgeMs = Number.POSITIVE_INFINITY): Promise<KeyResolver> {
    const known = this.#fetched.get(issuer);
    if (known && performance.now() - known.at < maximumAgeMs) return known.resolver;
    const jwks = await this.#fetch(issuer);
    const resolver = createLocalJWKSet({ keys: jwks.keys.slice(0, keptKeys) });
    this.#fetched.set(issuer, { resolver, at: performance.now() });
    return resolver;
  }

  async #fetch(issuer: string): Promise<JSONWebKeySet> {
    const source = this.#sources.get(issuer) ?? { url: issuer };
    if (source === 'unreachable') throw unreachable('nothing answers there');
    if ('keys' in source) return typeof source.keys === 'function' ? source.keys() : source.keys;
    const ca = source.ca ?? this.#ca;
    const base = source.url.replace(/\/$/, '');
    const document = await getJson(`${base}/.well-known/openid-configuration`, ca);
    if (!isRecord(document) || typeof document.jwks_uri !== 'string') throw unreadable('no jwks_uri');
    if (document.issuer !== issuer) throw unreadable(`the document names issuer '${String(document.issuer)}'`);
    const jwks = await getJson(toLoopback(document.jwks_uri, base), ca);
    if (!isRecord(jwks) || !Array.isArray(jwks.keys)) throw unreadable('the key set has no keys');
    return { keys: jwks.keys };
  }
}

/** The key URL of a public issuer, on the server that stands for it. */
function toLoopback(jwksUri: string, base: string): string {
  const url = new URL(jwksUri);
  return isLoopback(url) ? jwksUri : new URL(url.pathname + url.search, base).href;
}

function isLoopback(url: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

/** Entra fetches public https only; here, loopback stands for the public network. */
async function getJson(address: string, ca: string): Promise<unknown> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:' || !isLoopback(url)) throw unreachable(`no loopback server for ${address}`);
  const { status, body } = await get(url, ca);
  if (status === 429) throw new EntraRefusal(50166, 'invalid_request', 400, 'The external OIDC endpoint throttles.');
  if (status !== 200) throw unreachable(`it answered ${status}`);
  try {
    return JSON.parse(body);
  } catch {
    throw unreadable('not JSON');
  }
}

function get(url: URL, ca: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = https.get(url, { ca, timeout: 5000, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.on('timeout', () => request.destroy(new Error('no answer within 5 s')));
    request.on('error', (error) => reject(unreachable(error.message)));
  });
}

function unreachable(why: string): EntraRefusal {
  return new EntraRefusal(90061, 'invalid_request', 400, `Request to External OIDC endpoint failed: ${why}.`);
}

function unreadable(why: string): EntraRefusal {
  return new EntraRefusal(
    900612,
    'invalid_request',
    400,
    `The answer of the External OIDC endpoint is not usable: ${why}.`,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
