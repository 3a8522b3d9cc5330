/** Asks the API of a code host for one JSON document, over TLS and through the proxy of the environment. */

/** `body` is undefined when the answer is not JSON; a redirect is an answer like any other. */
export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Throws what the HTTP client throws when there is no answer at all. Busy services are asked again. */
export async function readJson(url: string, headers: Readonly<Record<string, string>>): Promise<JsonAnswer> {
  const { createDefaultHttpClient, createHttpHeaders, createPipelineFromOptions, createPipelineRequest } = await import(
    '@azure/core-rest-pipeline'
  );
  const pipeline = createPipelineFromOptions({ redirectOptions: { maxRetries: 0 } });
  const request = createPipelineRequest({
    url,
    headers: createHttpHeaders({ accept: 'application/json', ...headers }),
  });
  const { status, bodyAsText } = await pipeline.sendRequest(createDefaultHttpClient(), request);
  return { status, body: parsed(bodyAsText ?? '') };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

/** A member of a JSON object; undefined for anything else. */
export function memberOf(value: unknown, ...keys: readonly string[]): unknown {
  let at = value;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return at;
}

/** A member that is text; the empty text for any other. */
export function textOf(value: unknown, ...keys: readonly string[]): string {
  const found = memberOf(value, ...keys);
  return typeof found === 'string' ? found : '';
}
