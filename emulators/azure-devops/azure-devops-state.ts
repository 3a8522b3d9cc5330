/** What one Azure DevOps emulator holds: the organization, its projects, access tokens and signing keys. */

import { SigningKey } from '../github/loopback/signing-key.ts';
import { AccessStore } from './access.ts';
import { guidFrom } from './model/identity.ts';
import { type Organization, Project } from './model/project.ts';
import type { Registry } from './model/repository.ts';

export interface AzureDevOpsStateOptions {
  /** Name in URLs and in `sc://` subjects; `contoso` when absent. */
  readonly organization?: string;
  readonly organizationId?: string;
  /** Milliseconds since 1970; the real clock when absent. */
  readonly now?: () => number;
}

export class AzureDevOpsState implements Registry {
  readonly url: string;
  /** The keys of the two issuers that sign tokens of service connections. */
  readonly keys = { azureDevOps: new SigningKey(), entra: new SigningKey() } as const;
  readonly organization: Organization;
  readonly access = new AccessStore();
  readonly projects: Project[] = [];
  readonly #now: () => number;
  #lastId = 100;

  constructor(url: string, options: AzureDevOpsStateOptions) {
    const name = options.organization ?? 'contoso';
    this.url = url;
    this.organization = { name, id: options.organizationId ?? guidFrom(`organization ${name}`) };
    this.#now = options.now ?? Date.now;
  }

  /** `System.CollectionUri`: with a final slash. */
  get collectionUri(): string {
    return `${this.url}/${this.organization.name}/`;
  }

  /** `iss` of the tokens that Azure DevOps signs itself. */
  get ownIssuer(): string {
    return `https://vstoken.dev.azure.com/${this.organization.id}`;
  }

  now(): number {
    return this.#now();
  }

  timestamp(): string {
    return new Date(this.#now()).toISOString();
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  createProject(seed: { name: string; id?: string }): Project {
    const project = new Project(this, this.organization, seed);
    this.projects.push(project);
    return project;
  }

  /** By name or id, without regard to case. */
  project(nameOrId: string): Project | undefined {
    const wanted = nameOrId.toLowerCase();
    return this.projects.find(({ name, id }) => name.toLowerCase() === wanted || id === wanted);
  }
}
