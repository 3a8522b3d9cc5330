/** All of Azure behind the port: managed identities and clusters from Resource Manager, app registrations from Graph. */
import type { TokenCredential } from '@azure/identity';
import type { Cloud } from '../../model/cloud.ts';
import type { Identity } from '../../model/identity.ts';
import type { Azure } from '../../ports/azure.ts';
import { createGraph } from './graph.ts';
import { createResourceManager } from './resource-manager.ts';

/** Throws `InputError` for an endpoint that is not https. */
export function createAzure(signedIn: TokenCredential, cloud: Cloud): Azure {
  const resourceManager = createResourceManager(signedIn, cloud);
  const graph = createGraph(signedIn, cloud);
  const storeOf = ({ kind }: Identity) => (kind === 'application' ? graph : resourceManager);
  return {
    identities: (subscription) => resourceManager.identities(subscription),
    cluster: (resource) => resourceManager.cluster(resource),
    credentials: (identity) => storeOf(identity).credentials(identity),
    write: (identity, credential) => storeOf(identity).write(identity, credential),
    remove: (identity, name) => storeOf(identity).remove(identity, name),
  };
}
