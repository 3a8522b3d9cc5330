/** Reads the body of a credential write and refuses names and values that the resource provider refuses. */

import type { ClaimsMatchingExpression, FederatedCredential } from '../resources.ts';
import { identityApi } from './api-versions.ts';
import { isRecord } from './arm-operation.ts';
import { refusal } from './cloud-error.ts';

/** Azure/azure-rest-api-specs: pattern of the credential name, 3 to 120 characters. */
const namePattern = /^[a-zA-Z0-9]{1}[a-zA-Z0-9-_]{2,119}$/;

/** "General federated identity credential considerations" (Microsoft Entra): issuer, subject and audience each. */
const maximumLength = 600;

const gitHubIssuer = 'https://token.actions.githubusercontent.com';

/** What a write states; the rest of the credential comes from the service. */
export type WantedCredential = Pick<
  FederatedCredential,
  'issuer' | 'subject' | 'audiences' | 'claimsMatchingExpression'
>;

/** @throws Refused with 400 in the words of "Errors" of the considerations page where it has them. */
export function readCredential(name: string, body: Record<string, unknown>, version: string): WantedCredential {
  if (!namePattern.test(name)) throw badRequest(`Federated Identity Credential name '${name}' is invalid.`);
  const { properties } = body;
  if (!isRecord(properties)) throw emptyProperties();
  const { issuer, subject, audiences } = properties;
  if (typeof issuer !== 'string' || issuer === '' || !isTextOrAbsent(subject)) throw emptyProperties();
  if (!Array.isArray(audiences) || audiences.length !== 1) {
    throw badRequest('Federated identity credentials must have exactly one audience.');
  }
  const [audience] = audiences as unknown[];
  if (typeof audience !== 'string' || audience === '') throw emptyProperties();
  const expression = readExpression(properties, version);
  if (!subject && !expression) throw emptyProperties();
  if (subject && expression) {
    throw badRequest("Either 'subject' or 'claimsMatchingExpression' must be defined, but not both.");
  }
  for (const [field, value] of Object.entries({ issuer, subject, audience })) checkLength(field, value ?? '');
  if (!URL.canParse(issuer)) throw badRequest(`The issuer '${issuer}' is not a URI.`);
  if (expression && issuer === gitHubIssuer) {
    throw badRequest('Claims matching expressions for this issuer are not supported on managed identities.');
  }
  return { issuer, subject: subject || null, audiences: [audience], claimsMatchingExpression: expression };
}

/** Versions that do not know expressions ignore them, as they ignore every unknown property. */
function readExpression(properties: Record<string, unknown>, version: string): ClaimsMatchingExpression | null {
  const { claimsMatchingExpression: given } = properties;
  if (!identityApi(version).expressions || given === undefined || given === null) return null;
  if (!isRecord(given)) throw emptyProperties();
  const { value, languageVersion } = given;
  if (typeof value !== 'string' || value === '' || typeof languageVersion !== 'number') throw emptyProperties();
  return { value, languageVersion };
}

function checkLength(field: string, value: string): void {
  if (value.length <= maximumLength) return;
  throw badRequest(`The ${field} of a Federated Identity Credential cannot exceed ${maximumLength} characters.`);
}

function isTextOrAbsent(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string';
}

function emptyProperties() {
  return badRequest('Federated Identity Credential from HTTP body has empty properties');
}

function badRequest(message: string) {
  return refusal(400, 'BadRequest', message);
}
