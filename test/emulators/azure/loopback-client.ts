/** Sends requests to a started emulator over TLS, trusting its certificate authority. */

import https from 'node:https';
import type { AzureEmulator } from '../../../emulators/azure/azure-emulator.ts';
import type { Application } from '../../../emulators/azure/resources.ts';

/** An answer with its JSON body; null when there is none. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what the tests check
  body: any;
}

export interface RequestOptions {
  method?: string;
  token?: string;
  /** Sent as JSON, unless it is text. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** A client without any retry or interpretation. */
export class LoopbackClient {
  readonly #azure: AzureEmulator;
  readonly #agent: https.Agent;

  constructor(azure: AzureEmulator) {
    this.#azure = azure;
    this.#agent = new https.Agent({ ca: azure.tls.ca, keepAlive: true });
  }

  close(): void {
    this.#agent.destroy();
  }

  /** Signs in with the application's secret; the scope is that of ARM unless another is given. */
  async signIn(application: Application, scope = `${this.#azure.urls.resourceManager}/.default`): Promise<string> {
    const answer = await this.token(application.tenantId, {
      client_id: application.clientId,
      client_secret: application.secret ?? '',
      scope,
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body.access_token;
  }

  token(tenant: string, form: Record<string, string>): Promise<Answer> {
    return this.send(`${this.#azure.urls.authority}/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...form }).toString(),
    });
  }

  arm(path: string, options: RequestOptions & { version?: string } = {}): Promise<Answer> {
    const { version = '2024-11-30' } = options;
    const separator = path.includes('?') ? '&' : '?';
    return this.send(`${this.#azure.url}${path}${version && `${separator}api-version=${version}`}`, options);
  }

  graph(path: string, options: RequestOptions = {}): Promise<Answer> {
    return this.send(`${this.#azure.urls.graph}${path}`, options);
  }

  send(url: string, { method = 'GET', token, body, headers }: RequestOptions = {}): Promise<Answer> {
    const sent = {
      ...(body !== undefined && typeof body !== 'string' ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    };
    return new Promise((resolve, reject) => {
      const request = https.request(url, { method, headers: sent, agent: this.#agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: text ? JSON.parse(text) : null,
          });
        });
      });
      request.on('error', reject);
      request.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
    });
  }
}
