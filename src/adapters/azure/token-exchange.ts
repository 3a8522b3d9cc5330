/** Offers a token to Entra as a client assertion, exactly as a pod with workload identity does. */
import type { Cloud } from '../../model/cloud.ts';
import { RemoteError } from '../../model/errors.ts';
import type { TokenExchange } from '../../ports/token-exchange.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Nothing of the answer but the verdict leaves this function. RFC 7523, section 2.2. */
export function createTokenExchange(cloud: Cloud): TokenExchange {
  return {
    async exchange({ tenantId, clientId, assertion }) {
      const { createDefaultHttpClient, createPipelineFromOptions, createPipelineRequest } = await import(
        '@azure/core-rest-pipeline'
      );
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        scope: `${cloud.resourceManager}/.default`,
        client_assertion_type: assertionType,
        client_assertion: assertion,
      });
      const request = createPipelineRequest({
        url: `${cloud.authority}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`,
        method: 'POST',
        body: body.toString(),
      });
      request.headers.set('content-type', 'application/x-www-form-urlencoded');
      const { status, bodyAsText } = await createPipelineFromOptions({ retryOptions: { maxRetries: 3 } }).sendRequest(
        createDefaultHttpClient(),
        request,
      );
      if (status === 200) return { accepted: true };
      const evidence = descriptionIn(bodyAsText ?? '');
      if (evidence !== undefined) return { accepted: false, evidence };
      throw new RemoteError({
        problem: `Entra could not be asked (HTTP ${status}).`,
        evidence: `${cloud.authority} did not answer as a token service does.`,
        remedy: 'Check the authority of the cloud, and run again.',
      });
    },
  };
}

/** The first sentence group of `error_description`, without trace and correlation ids, which differ in every run. */
function descriptionIn(text: string): string | undefined {
  try {
    const { error_description: description } = JSON.parse(text) as { error_description?: string };
    return description?.replace(/\s*Trace ID: .*$/s, '').trim();
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}
