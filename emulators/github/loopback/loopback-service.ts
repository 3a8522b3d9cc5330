/** An HTTP or HTTPS server on 127.0.0.1 that journals what it answers and obeys a fault plan. */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type Exchange, Refusal, type Reply } from './exchange.ts';
import { FaultPlan, type ScriptedFault } from './fault-plan.ts';
import { Journal } from './journal.ts';

/** PEM key and certificate; with them the service speaks HTTPS only. */
export interface TlsMaterial {
  readonly key: string;
  readonly cert: string;
}

/** What the service does with one request. Throwing a `Refusal` answers with its reply. */
export interface ServiceBehaviour {
  answer(exchange: Exchange): Reply | Promise<Reply>;
  /** The reply to a body that claims to be JSON and is not. */
  malformedJson(exchange: Exchange): Reply;
  /** Headers for every reply; those of the reply win. */
  headers?(exchange: Exchange): Readonly<Record<string, string>>;
}

/** A listening service. `url` has no trailing slash. */
export interface LoopbackService {
  readonly url: string;
  readonly journal: Journal;
  readonly faults: FaultPlan;
  /** Stops listening and cuts open connections. */
  stop(): Promise<void>;
}

/** Starts listening on a free port. `behaviour` is made after the address is known, since replies contain links. */
export async function startLoopbackService(
  tls: TlsMaterial | undefined,
  behaviour: (url: string) => ServiceBehaviour,
): Promise<LoopbackService> {
  const journal = new Journal();
  const faults = new FaultPlan();
  let current: ServiceBehaviour | undefined;
  const listener: RequestListener = (request, response) => {
    serve(request, response, journal, faults, current).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer({ ...tls }, listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  current = behaviour(url);
  return { url, journal, faults, stop: () => closeServer(server) };
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  journal: Journal,
  faults: FaultPlan,
  behaviour: ServiceBehaviour | undefined,
): Promise<void> {
  if (behaviour === undefined) throw new Error('A request came before the service was ready.');
  const received = await receive(request);
  const fault = faults.next(received.exchange);
  if (fault?.delayMs !== undefined) await delay(fault.delayMs);
  const reply = fault?.cut ? undefined : await replyTo(received, behaviour, fault);
  journal.add({
    method: received.exchange.method,
    path: received.exchange.path,
    query: Object.fromEntries(received.exchange.query),
    headers: withoutCredentials(request),
    body: received.exchange.body ?? received.exchange.text,
    status: reply?.status ?? 0,
    reply: reply?.body,
  });
  if (reply === undefined) response.destroy();
  else send(response, reply, behaviour.headers?.(received.exchange));
}

interface Received {
  readonly exchange: Exchange;
  readonly malformed: boolean;
}

async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const url = new URL(request.url ?? '/', 'http://loopback');
  const parsed = parseJson(text);
  const exchange: Exchange = {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: parsed.value,
    text,
  };
  return { exchange, malformed: parsed.malformed };
}

function parseJson(text: string): { value: unknown; malformed: boolean } {
  if (text.trim() === '') return { value: undefined, malformed: false };
  try {
    return { value: JSON.parse(text), malformed: false };
  } catch {
    return { value: undefined, malformed: true };
  }
}

async function replyTo(received: Received, behaviour: ServiceBehaviour, fault?: ScriptedFault): Promise<Reply> {
  if (fault?.reply !== undefined) return fault.reply;
  const reply = received.malformed
    ? behaviour.malformedJson(received.exchange)
    : await answerOrRefuse(received.exchange, behaviour);
  return fault?.headers === undefined ? reply : { ...reply, headers: { ...reply.headers, ...fault.headers } };
}

async function answerOrRefuse(exchange: Exchange, behaviour: ServiceBehaviour): Promise<Reply> {
  try {
    return await behaviour.answer(exchange);
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { status: 500, body: { message: `The emulator itself failed: ${text}` } };
  }
}

function withoutCredentials(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
    headers[name] = name === 'authorization' ? (text.split(' ')[0] ?? '') : text;
  }
  return headers;
}

function send(response: ServerResponse, reply: Reply, common: Readonly<Record<string, string>> = {}): void {
  const isJson = reply.body !== undefined && typeof reply.body !== 'string';
  const payload = isJson ? JSON.stringify(reply.body) : ((reply.body as string | undefined) ?? '');
  const contentType = isJson ? { 'content-type': 'application/json; charset=utf-8' } : {};
  response.writeHead(reply.status, { ...contentType, ...common, ...reply.headers });
  response.end(payload);
}
