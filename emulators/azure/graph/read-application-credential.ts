/** Reads the body of a credential write on Graph and refuses what the directory refuses. */

import { expressionProblem } from '../claims-expression.ts';
import type { Application, ClaimsMatchingExpression, FederatedCredential } from '../resources.ts';
import { graphRefusal, invalidCredential } from './graph-error.ts';
import type { GraphRequest } from './graph-operation.ts';

/** Graph reference, resource federatedIdentityCredential: name up to 120 characters, the others up to 600 each. */
const maximumNameLength = 120;
const maximumLength = 600;

/** The properties that a body states. */
export type CredentialChanges = Partial<
  Pick<FederatedCredential, 'name' | 'issuer' | 'subject' | 'audiences' | 'description' | 'claimsMatchingExpression'>
>;

/** @throws Refused with 400 for malformed JSON, unknown properties and wrong types. */
export function readChanges({ exchange, version }: GraphRequest): CredentialChanges {
  const body = parse(exchange.body);
  const changes: CredentialChanges = {};
  for (const [property, value] of Object.entries(body)) {
    switch (property) {
      case 'name':
      case 'issuer':
        changes[property] = text(property, value);
        break;
      case 'subject':
      case 'description':
        changes[property] = value === null ? null : text(property, value);
        break;
      case 'audiences':
        if (!Array.isArray(value)) throw wrongType(property);
        changes.audiences = value.map((audience) => text(property, audience));
        break;
      case 'claimsMatchingExpression':
        if (version !== 'beta') throw wrongType(property);
        changes.claimsMatchingExpression = expression(value);
        break;
      default:
        throw wrongType(property);
    }
  }
  return changes;
}

/**
 * Checks a credential as a whole, before it replaces `existing`.
 * @throws Refused with 400 `InvalidFederatedIdentityCredentialValue`.
 */
export function checkCredential(
  application: Application,
  credential: FederatedCredential,
  existing: FederatedCredential | null,
): void {
  const { name, issuer, subject, audiences, description, claimsMatchingExpression } = credential;
  if (!/^[a-zA-Z0-9][a-zA-Z0-9-_]*$/.test(name) || name.length < 3 || name.length > maximumNameLength) {
    throw invalidCredential(`The name '${name}' of the federated identity credential is invalid.`);
  }
  if (!URL.canParse(issuer)) throw invalidCredential(`The issuer '${issuer}' is not a valid URL.`);
  if (audiences.length !== 1)
    throw invalidCredential('A federated identity credential must have exactly one audience.');
  for (const value of [issuer, subject, description, ...audiences]) {
    if ((value ?? '').length > maximumLength) throw invalidCredential(`A value exceeds ${maximumLength} characters.`);
  }
  if ((subject === null || subject === '') === (claimsMatchingExpression === null)) {
    throw invalidCredential('Exactly one of subject and claimsMatchingExpression must be given.');
  }
  if (claimsMatchingExpression) {
    const problem = expressionProblem(issuer, claimsMatchingExpression.value);
    if (problem) throw invalidCredential(problem);
  }
  const twin = [...application.credentials.values()].find(
    (other) =>
      other.name !== existing?.name && other.issuer === issuer && subject !== null && other.subject === subject,
  );
  if (twin) {
    throw invalidCredential(
      'The combination of issuer and subject must be unique for the application. ' +
        `Issuer ${issuer} and Subject: ${subject ?? ''} already exist.`,
    );
  }
}

function expression(value: unknown): ClaimsMatchingExpression | null {
  if (value === null) return null;
  const { value: rule, languageVersion } = (typeof value === 'object' ? value : {}) as Record<string, unknown>;
  if (typeof rule !== 'string' || languageVersion !== 1) throw wrongType('claimsMatchingExpression');
  return { value: rule, languageVersion };
}

function text(property: string, value: unknown): string {
  if (typeof value !== 'string') throw wrongType(property);
  return value;
}

function wrongType(property: string) {
  return graphRefusal(400, 'Request_BadRequest', `Invalid property '${property}'.`);
}

function parse(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw graphRefusal(400, 'BadRequest', 'Unable to read JSON request payload.');
}
