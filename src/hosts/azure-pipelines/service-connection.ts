/** Reads what an Azure Pipelines job knows of an Azure Resource Manager service connection. */
import type { TaskLibrary } from './task-lib.ts';

/** How a connection signs in: by tokens that the job may ask for, or by a secret that it holds. */
export interface ServiceConnection {
  readonly id: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly subscriptionId: string | undefined;
  /** Undefined for a connection with workload identity federation. */
  readonly secret: string | undefined;
  /** The job's own token, with which tokens of the connection are asked for. */
  readonly accessToken: string | undefined;
}

/** `azure-pipelines-task-lib` keeps these in its vault; a connection without tenant or client id cannot sign in. */
export function serviceConnection(
  tasks: Pick<TaskLibrary, 'getEndpointAuthorizationParameter' | 'getEndpointDataParameter'>,
  id: string,
): ServiceConnection {
  const parameter = (name: string) => tasks.getEndpointAuthorizationParameter(id, name, true);
  return {
    id,
    tenantId: parameter('tenantid') ?? '',
    clientId: parameter('serviceprincipalid') ?? '',
    subscriptionId: tasks.getEndpointDataParameter(id, 'subscriptionid', true) || undefined,
    secret: parameter('serviceprincipalkey') || undefined,
    accessToken: tasks.getEndpointAuthorizationParameter('SYSTEMVSSCONNECTION', 'AccessToken', true) || undefined,
  };
}
