/** Runs one TLS server: reads requests, applies faults and latency, sends answers and keeps the journal. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { LoopbackTls } from '../tls/loopback-tls.ts';
import type { Exchange, Reply } from './exchange.ts';
import type { Fault, FaultEffect, Faults } from './faults.ts';
import type { Journal, JournalEntry, Plane } from './journal.ts';
import type { AzureSettings } from './settings.ts';

export interface ServiceOptions {
  plane: Plane;
  tls: LoopbackTls;
  journal: Journal;
  faults: Faults;
  settings: AzureSettings;
  answer(exchange: Exchange): Promise<Reply>;
}

export interface ServiceServer {
  /** `https://localhost:<port>`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Bodies beyond this are refused; the largest real one has a few kilobytes. */
const maximumBody = 1024 * 1024;

/** Listens on a free port of 127.0.0.1. */
export async function startService(options: ServiceOptions): Promise<ServiceServer> {
  const { certificate, key } = options.tls;
  const server = https.createServer({ cert: certificate, key, keepAliveTimeout: 60_000 }, (request, response) => {
    serve(options, request, response).catch((error: unknown) => {
      // The client went away; the journal shows status 0.
      if (request.destroyed && !request.complete) return;
      // A defect of the emulator must not pass for a refusal of Azure.
      process.stderr.write(`Azure emulator: ${request.method} ${request.url}: ${String(error)}\n`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://localhost:${port}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function serve(options: ServiceOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? 'GET';
  const target = request.url ?? '/';
  const entry = options.journal.begin(options.plane, method, target);
  const actions: (() => void)[] = [];
  const finish = () => {
    entry.endedAt ??= performance.now();
    for (const action of actions.splice(0)) action();
  };
  // For clients that go away before the answer.
  response.once('close', finish);
  const body = await readBody(request);
  const reply = await decide(options, {
    method,
    url: new URL(target, 'https://localhost'),
    headers: request.headers,
    body,
    entry,
    onFinish: (action) => actions.push(action),
  });
  const { latencyMs } = options.settings;
  const latency = typeof latencyMs === 'number' ? latencyMs : latencyMs(entry.operation);
  await reach(entry.startedAt + latency);
  // Before the answer leaves: a client that has it may send its next write at once.
  finish();
  send(response, entry, reply);
}

/** Waits until the clock shows `time`; a timer alone fires up to a millisecond early. */
async function reach(time: number): Promise<void> {
  for (let left = time - performance.now(); left > 0; left = time - performance.now()) await delay(Math.ceil(left));
}

/** The answer of the service, unless a fault takes its place; null drops the connection. */
async function decide(options: ServiceOptions, request: Omit<Exchange, 'begin'>): Promise<Reply | null> {
  const pending: { after?: Fault } = {};
  const begin = (operation: string) => {
    request.entry.operation = operation;
    const fault = options.faults.next(request.entry);
    if (fault?.when === 'after') pending.after = fault;
    else if (fault) throw new FaultHit(fault);
  };
  try {
    const reply = await options.answer({ ...request, begin });
    return pending.after ? faultReply(options.plane, pending.after.effect) : reply;
  } catch (error) {
    if (error instanceof FaultHit) return faultReply(options.plane, error.fault.effect);
    // A percent sign that encodes nothing.
    if (error instanceof URIError) return { status: 400 };
    throw error;
  }
}

/** Ends a request before its service carries it out. */
class FaultHit extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super('fault');
    this.fault = fault;
  }
}

function faultReply(plane: Plane, effect: FaultEffect): Reply | null {
  if (effect === 'drop') return null;
  const { status, retryAfter } = effect;
  const code = effect.code ?? usualCodes.get(status) ?? 'UnknownError';
  const message = effect.message ?? `The service answered ${status}, as the scenario asked.`;
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  if (plane !== 'entra') return { status, headers, body: { error: { code, message } } };
  return { status, headers, body: { error: 'temporarily_unavailable', error_description: `${code}: ${message}` } };
}

const usualCodes = new Map([
  [401, 'InvalidAuthenticationToken'],
  [403, 'AuthorizationFailed'],
  [404, 'ResourceNotFound'],
  [409, 'Conflict'],
  [429, 'TooManyRequests'],
  [500, 'InternalServerError'],
  [502, 'BadGateway'],
  [503, 'ServiceUnavailable'],
  [504, 'GatewayTimeout'],
]);

function send(response: ServerResponse, entry: JournalEntry, reply: Reply | null): void {
  if (reply === null) {
    response.destroy();
    return;
  }
  entry.status = reply.status;
  const text = reply.body === undefined ? '' : JSON.stringify(reply.body);
  const type = text === '' ? {} : { 'content-type': 'application/json; charset=utf-8' };
  const length = { 'content-length': String(Buffer.byteLength(text)) };
  response.writeHead(reply.status, { ...type, ...(reply.status === 204 ? {} : length), ...reply.headers });
  if (reply.breakOffAt === undefined) {
    response.end(text);
    return;
  }
  response.write(text.slice(0, Math.floor(text.length * reply.breakOffAt)), () => response.destroy());
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maximumBody) request.destroy(new Error('body too large'));
      chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
    request.on('error', reject);
  });
}
