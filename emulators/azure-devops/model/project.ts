/** A project with its repositories and service connections. */

import { guidFrom } from './identity.ts';
import { AzureRepository, type Registry, type RepositorySeed } from './repository.ts';
import { ServiceConnection, type ServiceConnectionSeed } from './service-connection.ts';

/** The organization; in a URL it stands first, with the project behind it. */
export interface Organization {
  name: string;
  readonly id: string;
}

export class Project {
  readonly id: string;
  readonly organization: Organization;
  readonly repositories: AzureRepository[] = [];
  readonly connections: ServiceConnection[] = [];
  /** A rename changes the subjects of the Azure DevOps issuer. */
  name: string;
  readonly #registry: Registry;

  constructor(registry: Registry, organization: Organization, seed: { name: string; id?: string }) {
    this.#registry = registry;
    this.organization = organization;
    this.name = seed.name;
    this.id = seed.id ?? guidFrom(`${organization.id}/${seed.name}`);
  }

  createRepository(seed: RepositorySeed): AzureRepository {
    const repository = new AzureRepository(this.#registry, this, seed);
    this.repositories.push(repository);
    return repository;
  }

  createServiceConnection(seed: ServiceConnectionSeed): ServiceConnection {
    const connection = new ServiceConnection(this, seed);
    this.connections.push(connection);
    return connection;
  }

  /** By name or id, without regard to case. */
  repository(nameOrId: string): AzureRepository | undefined {
    const wanted = nameOrId.toLowerCase();
    return this.repositories.find(({ name, id }) => name.toLowerCase() === wanted || id === wanted);
  }
}
