/** The HTTP side of the emulated API server: reads, authenticates, answers and records requests. */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ApiRequest, ApiResponse } from './api-request.ts';
import type { Authenticator } from './authentication.ts';
import type { ServerTls } from './certificates.ts';
import { discoveryDocument } from './discovery.ts';
import type { JsonRecord } from './json.ts';
import { answerResource, type ResourceServices } from './resource-requests.ts';
import { ApiError, badRequest } from './status.ts';

/** One answered request, in order of arrival of its last byte. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** The query as sent, without the question mark. */
  readonly query: string;
  /** Who sent it; empty when the token was refused. */
  readonly user: string;
  /** 0 when the connection was dropped. */
  readonly code: number;
}

/** An answer that the server gives instead of its own, to requests that match. */
export interface Fault {
  readonly method?: string;
  /** Matches the path with its query. */
  readonly path: RegExp;
  /** HTTP code of the answer; `drop` closes the connection without one. */
  readonly code: number | 'drop';
  /** Seconds in `Retry-After`. */
  readonly retryAfter?: number;
  readonly message?: string;
  /** How many requests it hits; 1 by default. */
  readonly times?: number;
}

/** What the server needs besides the cluster. */
export interface ApiServerServices extends ResourceServices {
  readonly authenticator: Authenticator;
  readonly release: string;
}

const largestBody = 3 * 1024 * 1024;

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody)
      throw new ApiError(413, 'RequestEntityTooLarge', 'Request entity too large: limit is 3145728');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A running listener on the loopback address. */
export class ApiServer {
  readonly requests: RecordedRequest[] = [];
  readonly #services: ApiServerServices;
  readonly #faults: { fault: Fault; left: number }[] = [];
  readonly #server: ReturnType<typeof createHttpServer>;
  readonly #scheme: string;

  constructor(services: ApiServerServices, tls: ServerTls | undefined) {
    this.#services = services;
    this.#scheme = tls ? 'https' : 'http';
    const listener = (message: IncomingMessage, response: ServerResponse) => {
      this.#handle(message, response).catch((error: Error) => response.destroy(error));
    };
    this.#server = tls
      ? createHttpsServer({ cert: tls.certificate, key: tls.key }, listener)
      : createHttpServer(listener);
    // Longer than clients wait between requests, as with a real server; else they meet connections that just closed.
    this.#server.keepAliveTimeout = 180_000;
  }

  /** `https://127.0.0.1:port`, once it listens. */
  get url(): string {
    return `${this.#scheme}://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  addFault(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? 1 });
  }

  async #handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search, searchParams } = new URL(message.url ?? '/', 'http://loopback');
    const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
    const method = message.method ?? 'GET';
    const record = { method, path, query: search.slice(1), user: '' };
    let answer: ApiResponse;
    let retryAfter: number | undefined;
    try {
      const body = await readBody(message);
      const fault = this.#takeFault(method, path + search);
      retryAfter = fault?.retryAfter;
      if (fault?.code === 'drop') {
        this.requests.push({ ...record, code: 0 });
        response.destroy();
        return;
      }
      if (fault) throw new ApiError(fault.code, undefined, fault.message ?? 'the emulated server was told to fail');
      answer = this.#publicDocument(method, path) ?? (await this.#authenticated(message, record, searchParams, body));
    } catch (error) {
      answer = this.#refusal(error);
    }
    this.requests.push({ ...record, code: answer.code });
    send(response, answer, retryAfter);
  }

  async #authenticated(
    message: IncomingMessage,
    record: { method: string; path: string; user: string },
    query: URLSearchParams,
    body: Buffer,
  ): Promise<ApiResponse> {
    const { headers } = message;
    const { authenticator, authorizer } = this.#services;
    const sender = await authenticator.authenticate(headers, this.#scheme === 'https');
    record.user = sender.name;
    const subject = authenticator.impersonate(authorizer, sender, headers);
    const mediaType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const accept = headers.accept ?? '';
    return this.#answer({ method: record.method, path: record.path, query, accept, mediaType, body, subject });
  }

  async #answer(request: ApiRequest): Promise<ApiResponse> {
    const resource = await answerResource(this.#services, request);
    if (resource) return resource;
    this.#services.authorizer.authorizePath(request.subject, request.method.toLowerCase(), request.path);
    if (['/healthz', '/livez', '/readyz'].includes(request.path)) return { code: 200, body: 'ok' };
    const document = discoveryDocument(this.#services.kinds, this.#services.release, request.path);
    return document ? { code: 200, body: document } : { code: 404, body: '404 page not found\n' };
  }

  /**
   * The documents of the token issuer, which anybody may read: on AKS they stand under the issuer's own public address.
   * Their `jwks_uri` leads here, so that a token service on this machine can follow it.
   */
  #publicDocument(method: string, path: string): ApiResponse | undefined {
    if (method !== 'GET') return undefined;
    const { issuer } = this.#services;
    const jwksPath = '/openid/v1/jwks';
    if (path === '/.well-known/openid-configuration') return { code: 200, body: issuer.discovery(this.url + jwksPath) };
    return path === jwksPath ? { code: 200, body: issuer.jwks() as unknown as JsonRecord } : undefined;
  }

  #takeFault(method: string, target: string): Fault | undefined {
    const hit = this.#faults.find(
      ({ fault, left }) => left > 0 && (fault.method ?? method) === method && fault.path.test(target),
    );
    if (hit) hit.left -= 1;
    return hit?.fault;
  }

  #refusal(error: unknown): ApiResponse {
    const known = error instanceof URIError ? badRequest(error.message) : error;
    if (known instanceof ApiError) return { code: known.code, body: known.toStatus() };
    const message = `Internal error occurred: ${(error as Error).stack}`;
    return { code: 500, body: new ApiError(500, 'InternalError', message).toStatus() };
  }
}

function send(response: ServerResponse, answer: ApiResponse, retryAfter: number | undefined): void {
  const isText = typeof answer.body === 'string';
  response.setHeader('Content-Type', isText ? 'text/plain; charset=utf-8' : 'application/json');
  if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
  const warnings = (answer.warnings ?? []).map((text) => `299 - ${JSON.stringify(text)}`);
  if (warnings.length > 0) response.setHeader('Warning', warnings);
  response.statusCode = answer.code;
  response.end(isText ? answer.body : JSON.stringify(answer.body));
}
