/** Signs in to a cloud and hands out Azure as the identity that signed in sees it. */
import { readFileSync } from 'node:fs';
import type { Cloud } from '../../model/cloud.ts';
import type { AzureSession } from '../../ports/azure.ts';
import { createAudit } from './audit.ts';
import { createAzure } from './azure.ts';
import { calling } from './failures.ts';
import { createCredential, type SignIn } from './sign-in.ts';
import { createTokenExchange } from './token-exchange.ts';

/** Asks for the first token at once, so that a refused sign-in ends the run before anything else is tried. */
export async function openSession(signIn: SignIn, cloud: Cloud): Promise<AzureSession> {
  let own: ReturnType<AzureSession['ownTrust']>;
  const remember = (token: string) => {
    own = trustOf(token);
    return token;
  };
  const way: SignIn =
    signIn.method === 'github' ? { ...signIn, idToken: async () => remember(await signIn.idToken()) } : signIn;
  const credential = await createCredential(way, cloud);
  const azure = createAzure(credential, cloud);
  await calling('sign in', () => credential.getToken(`${cloud.resourceManager}/.default`));
  if (way.method === 'federated-token-file') remember(readFileSync(way.file, 'utf8'));
  return {
    azure,
    tenantId: signIn.tenantId,
    audit: createAudit(credential, cloud),
    tokenExchange: createTokenExchange(cloud),
    ownTrust: () => own,
  };
}

/** Issuer and subject of a token, unverified: it is our own, and only compared with. */
function trustOf(token: string): ReturnType<AzureSession['ownTrust']> {
  const [, payload = ''] = token.trim().split('.');
  try {
    const { iss, sub } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iss?: unknown; sub?: unknown };
    return typeof iss === 'string' && typeof sub === 'string' ? { issuer: iss, subject: sub } : undefined;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}
