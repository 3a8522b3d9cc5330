/** Signs this process in to Azure, by the one way that its inputs and its host offer, and says which way that is. */
import type { Inputs } from '../config/inputs.ts';
import type { ServiceConnection } from '../hosts/azure-pipelines/service-connection.ts';
import type { Environment } from '../hosts/environment.ts';
import type { Cloud } from '../model/cloud.ts';
import type { AzureSession } from '../ports/azure.ts';
import type { Log } from '../ports/log.ts';

export interface AzureAccess {
  readonly inputs: Inputs;
  readonly environment: Environment;
  readonly log: Log;
  readonly connection?: ServiceConnection | undefined;
}

/** Everything of it loads when a command signs in. `tenant` is that of a configuration that may be trusted. */
export async function signInToAzure(
  { inputs, environment, log, connection }: AzureAccess,
  cloud: Cloud,
  tenant: string | undefined,
): Promise<AzureSession> {
  const { chooseSignIn } = await import('./choose-sign-in.ts');
  const { signInNames } = await import('../adapters/azure/sign-in.ts');
  const { openSession } = await import('../adapters/azure/session.ts');
  const { findProgram } = await import('../adapters/tools/find-program.ts');
  const signIn = chooseSignIn({
    inputs,
    environment,
    tenant,
    connection,
    // The runner masks the token as it hands it out.
    idToken: async () => (await import('../hosts/github/id-token.ts')).idToken(cloud.audience),
    hasAzureCli: () => findProgram('az', environment, process.cwd()) !== undefined,
  });
  const who = 'clientId' in signIn ? ` as ${signIn.clientId}` : '';
  log.notice(`Signing in to Azure (${cloud.name}) with ${signInNames[signIn.method]}${who}.`);
  return openSession(signIn, cloud);
}
