/** Decides whether a token of another issuer may sign in as an identity: the heart of workload identity federation. */

import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { matchesExpression } from '../claims-expression.ts';
import type { AzureContext } from '../context.ts';
import type { Application, CredentialHolder, FederatedCredential, ManagedIdentity } from '../resources.ts';
import { EntraRefusal } from './entra-refusal.ts';

/** Audience of the tokens that Azure DevOps obtains from Entra for a service connection. */
const azureDevOpsAudience = 'fb60f99c-7a34-4190-8149-302f77469936';

/** Subjects of those tokens, in their public-cloud form. */
const azureDevOpsSubject = '/eid1/';

/** Seconds by which clocks may differ; Entra's own value is not published, and MSAL rounds `nbf` up to a full second. */
export const clockTolerance = 5;

interface Assertion {
  issuer: string;
  subject: string;
  audiences: string[];
  claims: JWTPayload;
  /** Issued by Entra itself, for another identity. */
  fromEntra: boolean;
}

/**
 * Checks a client assertion against the credentials of the identity or application.
 * The order of the checks is not documented; this one goes from the cheap to the dear: any credential, issuer,
 * audience, subject, signature, time. Issuer, subject and audience compare byte for byte.
 * @throws EntraRefusal with the AADSTS code of the first check that fails.
 */
export async function verifyAssertion(
  context: AzureContext,
  holder: ManagedIdentity | Application,
  token: string,
): Promise<void> {
  const assertion = readAssertion(context, token);
  if (holder.credentials.size === 0) {
    throw refuse(70025, `The client '${holder.clientId}' has no configured federated identity credentials.`);
  }
  if (assertion.fromEntra) checkEntraAssertion(context, holder, assertion);
  matchCredential(context, holder, assertion);
  await verifySignature(context, assertion, token);
}

function readAssertion(context: AzureContext, token: string): Assertion {
  try {
    const claims = decodeJwt(token);
    const { iss, sub, aud } = claims;
    if (typeof iss !== 'string' || typeof sub !== 'string' || aud === undefined) throw new errors.JWTInvalid();
    return { issuer: iss, subject: sub, audiences: [aud].flat(), claims, fromEntra: isEntraIssuer(context, iss) };
  } catch (error) {
    if (error instanceof errors.JOSEError) throw refuse(50027, 'JWT token is invalid or malformed.');
    throw error;
  }
}

function isEntraIssuer(context: AzureContext, issuer: string): boolean {
  const hosts =
    /^https:\/\/(login\.microsoftonline\.(com|us)|login\.partner\.microsoftonline\.cn|login\.chinacloudapi\.cn)\//;
  return hosts.test(issuer) || issuer.startsWith(`${context.urls.authority}/`);
}

/** Entra's own tokens are refused but for two kinds: Azure DevOps', and those of managed identities for applications. */
function checkEntraAssertion(
  { state }: AzureContext,
  holder: ManagedIdentity | Application,
  { subject, audiences }: Assertion,
): void {
  const fromAzureDevOps = subject.startsWith(azureDevOpsSubject) && audiences.includes(azureDevOpsAudience);
  const fromManagedIdentity =
    holder.kind === 'application' && [...state.identities.values()].some(({ principalId }) => principalId === subject);
  if (!fromAzureDevOps && !fromManagedIdentity) {
    throw refuse(700222, 'AAD-issued tokens may not be used for federated identity flows.');
  }
  if (holder.kind === 'application' && holder.signInAudience !== 'AzureADMyOrg') {
    throw refuse(70052, 'The client must be a managed identity, a single tenant application or a service account.');
  }
}

function matchCredential(context: AzureContext, holder: ManagedIdentity | Application, assertion: Assertion): void {
  const all = [...holder.credentials.values()];
  const visible = all.filter((credential) => isVisible(context, credential));
  const fits = (credential: FederatedCredential) =>
    hasIssuer(credential, assertion) && hasAudience(credential, assertion) && hasSubject(holder, credential, assertion);
  if (visible.some(fits)) return;
  // Written, but not yet replicated: Entra answers in the older, general form.
  if (all.some(fits)) throw notReplicated(assertion);
  throw mismatch(visible, assertion);
}

/** The most specific reason why none of the credentials fits. */
function mismatch(visible: readonly FederatedCredential[], assertion: Assertion): EntraRefusal {
  const { issuer, subject, audiences } = assertion;
  const byIssuer = visible.filter((credential) => hasIssuer(credential, assertion));
  if (byIssuer.length === 0) return noMatch(700211, `issuer '${issuer}'`);
  const byAudience = byIssuer.filter((credential) => hasAudience(credential, assertion));
  if (byAudience.length === 0)
    return noMatch(assertion.fromEntra ? 7002121 : 700212, `audience '${audiences.join(', ')}'`);
  const lower = subject.toLowerCase();
  if (byAudience.some((credential) => credential.subject?.toLowerCase() === lower)) {
    const hint = ' The subject matches when case is ignored, but not exactly.';
    return noMatch(7002138, `subject '${subject}'`, hint);
  }
  if (byAudience.some((credential) => credential.claimsMatchingExpression)) {
    return noMatch(7002131, `subject '${subject}'`, ' No claims matching expression fits either.');
  }
  return noMatch(700213, `subject '${subject}'`);
}

/** White space around `iss` blocks the exchange, whatever the credential says. */
function hasIssuer(credential: FederatedCredential, { issuer }: Assertion): boolean {
  return credential.issuer === issuer && issuer.trim() === issuer;
}

function hasAudience(credential: FederatedCredential, assertion: Assertion): boolean {
  // The credential of an Azure DevOps connection keeps the exchange audience; only the token carries the other one.
  if (assertion.fromEntra && assertion.audiences.includes(azureDevOpsAudience)) {
    return credential.audiences.some((audience) => audience.startsWith('api://AzureADTokenExchange'));
  }
  return credential.audiences.some((audience) => assertion.audiences.includes(audience));
}

function hasSubject(
  holder: CredentialHolder,
  credential: FederatedCredential,
  { subject, claims }: Assertion,
): boolean {
  if (!credential.claimsMatchingExpression) return credential.subject === subject;
  // Expressions work for applications only, although ARM's preview version stores them for managed identities.
  return holder.key.startsWith('application:') && matchesExpression(credential.claimsMatchingExpression.value, claims);
}

function isVisible({ settings, random }: AzureContext, credential: FederatedCredential): boolean {
  const { delayMs, flappingMs, flappingRate } = settings.propagation;
  const age = Date.now() - credential.writtenAt;
  if (age < delayMs) return false;
  return age >= delayMs + flappingMs || random() >= flappingRate;
}

async function verifySignature(context: AzureContext, assertion: Assertion, token: string): Promise<void> {
  const verify = async (maximumAgeMs?: number) => {
    const keys = await context.issuers.keys(assertion.issuer, maximumAgeMs);
    await jwtVerify(token, keys, { algorithms: ['RS256'], clockTolerance });
  };
  try {
    await verify().catch((error: unknown) => {
      // The issuer may have rotated its keys since they were fetched.
      if (error instanceof errors.JWKSNoMatchingKey) return verify(context.settings.issuerKeysMs);
      throw error;
    });
  } catch (error) {
    throw signatureRefusal(error, assertion, token);
  }
}

function signatureRefusal(error: unknown, { claims }: Assertion, token: string): unknown {
  if (error instanceof errors.JWKSNoMatchingKey) {
    const { kid } = decodeProtectedHeader(token);
    return refuse(7000272, `The key identified by '${kid ?? ''}' was not found in the keys of the issuer.`);
  }
  if (
    error instanceof errors.JWTExpired ||
    (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf')
  ) {
    const from = new Date((claims.nbf ?? claims.iat ?? 0) * 1000).toISOString();
    const until = new Date((claims.exp ?? 0) * 1000).toISOString();
    return refuse(
      700024,
      `Client assertion is not within its valid time range. Current time: ${new Date().toISOString()}, ` +
        `assertion valid from ${from}, expiry time of assertion ${until}.`,
    );
  }
  if (error instanceof errors.JOSEError)
    return refuse(50013, `Assertion failed signature validation: ${error.message}.`);
  return error;
}

function notReplicated({ issuer, subject, audiences }: Assertion): EntraRefusal {
  return new EntraRefusal(
    70021,
    'invalid_request',
    400,
    `No matching federated identity record found for presented assertion. Assertion Issuer: '${issuer}'. ` +
      `Assertion Subject: '${subject}'. Assertion Audience: '${audiences.join(', ')}'.`,
  );
}

function noMatch(code: number, what: string, hint = ''): EntraRefusal {
  return refuse(
    code,
    `No matching federated identity record found for presented assertion ${what}.${hint} ` +
      'Compare Subject, Audience and Issuer of the federated identity credential with the assertion.',
  );
}

function refuse(code: number, message: string): EntraRefusal {
  return new EntraRefusal(code, 'invalid_client', 401, message);
}
