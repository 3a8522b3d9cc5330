/** What one GitHub emulator holds: repositories, organization settings, tokens, limits and the token issuer. */

import { TokenStore } from './access.ts';
import { SigningKey } from './loopback/signing-key.ts';
import { GitHubRepository, type Registry, type RepositorySeed } from './model/repository.ts';
import { publishedRateLimits, type RateLimitSettings, RateLimits } from './rate-limits.ts';

/** Organization part of the subject settings; `null` where nothing was set. */
export interface OrganizationTemplate {
  includeClaimKeys: readonly string[] | null;
  useImmutableSubject: boolean | null;
}

/** How the subject settings answer job tokens: whether `GITHUB_TOKEN` may read them is not documented. */
export type SettingsAccess = 'allowed' | 'forbidden' | 'hidden';

export interface SubjectSettingsAccess {
  repositoryRead: SettingsAccess;
  repositoryWrite: SettingsAccess;
  organizationRead: SettingsAccess;
  organizationWrite: SettingsAccess;
}

export interface GitHubStateOptions {
  /** `iss` of id tokens; `https://token.actions.githubusercontent.com` when absent. */
  readonly issuer?: string;
  /** Enterprise Server never issues immutable subjects. */
  readonly product?: 'github.com' | 'enterprise-server';
  readonly enterprise?: { readonly slug: string; readonly id: number };
  readonly rateLimits?: Partial<RateLimitSettings>;
  /** Milliseconds since 1970; the real clock when absent. */
  readonly now?: () => number;
}

export class GitHubState implements Registry {
  /** Base of the REST API. */
  readonly url: string;
  /** Signs id tokens. */
  readonly key = new SigningKey();
  readonly tokens = new TokenStore();
  readonly rateLimits: RateLimits;
  readonly repositories: GitHubRepository[] = [];
  readonly organizations = new Map<string, OrganizationTemplate>();
  readonly product: 'github.com' | 'enterprise-server';
  readonly enterprise: { readonly slug: string; readonly id: number } | undefined;
  readonly subjectSettings: SubjectSettingsAccess = {
    repositoryRead: 'forbidden',
    repositoryWrite: 'forbidden',
    organizationRead: 'forbidden',
    organizationWrite: 'forbidden',
  };
  /** `include_enterprise_slug` of the enterprise. */
  includeEnterpriseSlug = false;
  readonly #issuer: string;
  readonly #now: () => number;
  #lastId = 1_000_000;

  constructor(url: string, options: GitHubStateOptions) {
    this.url = url;
    this.#now = options.now ?? Date.now;
    this.#issuer = options.issuer ?? 'https://token.actions.githubusercontent.com';
    this.product = options.product ?? 'github.com';
    this.enterprise = options.enterprise;
    this.rateLimits = new RateLimits({ ...publishedRateLimits, ...options.rateLimits }, this.#now);
  }

  /** `iss` of tokens issued now. */
  get issuer(): string {
    const slug = this.includeEnterpriseSlug ? this.enterprise?.slug : undefined;
    return slug === undefined ? this.#issuer : `${this.#issuer}/${slug}`;
  }

  now(): number {
    return this.#now();
  }

  /** The current time as ISO 8601 without milliseconds, as REST prints it. */
  timestamp(): string {
    return new Date(this.#now()).toISOString().replace(/\.\d+Z$/, 'Z');
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  createRepository(seed: RepositorySeed): GitHubRepository {
    const repository = new GitHubRepository(this, seed);
    this.repositories.push(repository);
    return repository;
  }

  fork(parent: GitHubRepository, owner: string): GitHubRepository {
    const fork = parent.fork(owner);
    this.repositories.push(fork);
    return fork;
  }

  /** Names compare without case. */
  findRepository(owner: string, name: string): GitHubRepository | undefined {
    const fullName = `${owner}/${name}`.toLowerCase();
    return this.repositories.find((repository) => repository.fullName.toLowerCase() === fullName);
  }

  organization(login: string): OrganizationTemplate {
    const key = login.toLowerCase();
    const known = this.organizations.get(key);
    if (known !== undefined) return known;
    const created: OrganizationTemplate = { includeClaimKeys: null, useImmutableSubject: null };
    this.organizations.set(key, created);
    return created;
  }
}
