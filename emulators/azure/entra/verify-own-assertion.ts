/** Verifies an assertion that an application signed itself, with the key of its certificate. */

import { X509Certificate } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { ServiceUrls } from '../context.ts';
import type { Application } from '../resources.ts';
import { EntraRefusal } from './entra-refusal.ts';
import { clockTolerance } from './verify-assertion.ts';

/** Whether the assertion names the application itself as its issuer, and so is no token of another issuer. */
export function isOwnAssertion({ clientId }: Application, token: string): boolean {
  try {
    return decodeJwt(token).iss === clientId;
  } catch (error) {
    if (error instanceof errors.JWTInvalid) return false;
    throw error;
  }
}

/** @throws EntraRefusal when the certificate is not the application's, or the assertion does not hold. */
export async function verifyOwnAssertion(
  { authority }: ServiceUrls,
  { clientId, certificate }: Application,
  token: string,
): Promise<void> {
  const { x5t, 'x5t#S256': x5tS256 } = decodeProtectedHeader(token) as { x5t?: string; 'x5t#S256'?: string };
  const known = certificate === null ? null : new X509Certificate(certificate);
  const matches =
    (x5t !== undefined && x5t === thumbprint(known?.fingerprint)) ||
    (x5tS256 !== undefined && x5tS256 === thumbprint(known?.fingerprint256));
  if (!known || !matches) {
    throw refuse(
      700027,
      `The certificate with thumbprint '${x5tS256 ?? x5t ?? ''}' is not registered on the application.`,
    );
  }
  try {
    const checks = { issuer: clientId, subject: clientId, algorithms: ['RS256', 'PS256'], clockTolerance };
    const { payload } = await jwtVerify(token, known.publicKey, checks);
    const audience = String(payload.aud);
    if (!audience.startsWith(`${authority}/`)) throw refuse(700023, `The assertion is meant for '${audience}'.`);
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      throw refuse(700024, 'Client assertion is not within its valid time range.');
    if (error instanceof errors.JOSEError) throw refuse(700027, `The assertion does not hold: ${error.message}.`);
    throw error;
  }
}

/** Node prints fingerprints as `AB:CD`; a JWS header has the same bytes in base64url. */
function thumbprint(fingerprint = ''): string {
  return Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url');
}

function refuse(code: number, message: string): EntraRefusal {
  return new EntraRefusal(code, 'invalid_client', 401, message);
}
