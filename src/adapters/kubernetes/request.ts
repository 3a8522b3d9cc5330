/** Sends one request to an API server, over TLS with exactly the authority and credentials that the kubeconfig names. */
import http from 'node:http';
import https from 'node:https';

/** Base address of the server and the options, with agent and headers, that the kubeconfig gives every request. */
export interface Endpoint {
  readonly server: string;
  readonly options: https.RequestOptions;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter: number | undefined;
}

const mostMilliseconds = 30_000;
const largestAnswer = 256 * 1024 * 1024;

/** Rejects when no answer comes; any status is an answer. `body` is sent as JSON. */
export async function requestApi(endpoint: Endpoint, path: string, body?: unknown): Promise<ApiAnswer> {
  const url = new URL(endpoint.server.replace(/\/+$/, '') + path);
  const text = body === undefined ? undefined : JSON.stringify(body);
  const options = {
    ...endpoint.options,
    method: text === undefined ? 'GET' : 'POST',
    timeout: mostMilliseconds,
    headers: {
      ...(endpoint.options.headers as http.OutgoingHttpHeaders | undefined),
      accept: 'application/json',
      'user-agent': 'idwire',
      ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    },
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'http:' ? http.request : https.request;
    const request = send(url, options, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > largestAnswer) request.destroy(new Error('the answer is larger than 256 MB'));
        else chunks.push(chunk);
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: parsed(Buffer.concat(chunks).toString()),
          retryAfter: secondsOf(response.headers['retry-after']),
        }),
      );
    });
    request.on('timeout', () => request.destroy(new Error('no answer within 30 s')));
    request.on('error', reject);
    request.end(text);
  });
}

/** What is not JSON is shown as text: proxies answer in HTML. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return { message: text.slice(0, 200) };
    throw thrown;
  }
}

function secondsOf(header: string | undefined): number | undefined {
  return header !== undefined && /^\d+$/.test(header) ? Number(header) * 1000 : undefined;
}
