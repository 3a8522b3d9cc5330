/** Reads JSON of an Azure service through the SDK's own pipeline: proxies, retries and sign-in are as everywhere else. */
import type { PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';

/** The body of a 200; everything else is thrown with `statusCode` and the service's own text. */
export type JsonReader = (url: string) => Promise<unknown>;

type Send = (request: PipelineRequest) => Promise<PipelineResponse>;

/** Tokens for `scope` only ever go to the origin of the first URL: a next link to elsewhere is refused. */
export function createJsonReader(credential: TokenCredential, scope: string): JsonReader {
  let sending: Promise<Send> | undefined;
  const origin = new URL(scope.replace(/\/\.default$/, '')).origin;
  return async (url) => {
    if (new URL(url).origin !== origin)
      throw Object.assign(new Error(`the list goes on at ${url}`), { statusCode: 400 });
    const { createPipelineRequest } = await import('@azure/core-rest-pipeline');
    sending ??= createSend(credential, scope);
    const send = await sending;
    const { status, bodyAsText, headers } = await send(createPipelineRequest({ url, method: 'GET' }));
    const body = parsed(bodyAsText ?? '');
    if (status === 200) return body;
    const { error } = (body ?? {}) as { error?: { code?: string; message?: string } };
    throw Object.assign(new Error(error?.message ?? `HTTP ${status}`), {
      statusCode: status,
      code: error?.code,
      response: { headers },
    });
  };
}

async function createSend(credential: TokenCredential, scope: string): Promise<Send> {
  const { bearerTokenAuthenticationPolicy, createDefaultHttpClient, createPipelineFromOptions } = await import(
    '@azure/core-rest-pipeline'
  );
  const pipeline = createPipelineFromOptions({ retryOptions: { maxRetries: 5 } });
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: scope }));
  const client = createDefaultHttpClient();
  return (request) => pipeline.sendRequest(client, request);
}

/** Gateways answer in HTML; the status is what counts then. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}
