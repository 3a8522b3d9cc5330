/** The reasons for which a wanted credential is not written: an annotation is a request, not a permission. */
import { type Identity, normalResource } from '../model/identity.ts';
import type { ObservedIdentity, ResolvedWish } from './plan.ts';

/** What the configuration permits for an identity. Patterns hold `*` for any text. */
export interface Permission {
  readonly covers: (identity: Identity) => boolean;
  /** Names of clusters, and namespaces, whose accounts may use the identity; undefined permits all. */
  readonly clusters: readonly string[] | undefined;
  readonly namespaces: readonly string[] | undefined;
  /** Whether pull requests may share the identity with environments and branches. */
  readonly allowPullRequest: boolean;
}

const notAllowed = 'not allowed by idwire.yaml';

/** What is known beside the wishes: what may be wired, what trusts the identities already, and whose issuers are whose. */
export interface Surroundings {
  readonly permissions: readonly Permission[];
  readonly observed: readonly ObservedIdentity[];
  /** Environments by the issuer of their cluster. */
  readonly environments: ReadonlyMap<string, string>;
}

/** Everything that is to act, or can act already, as one identity. */
interface Company {
  readonly environments: Set<string>;
  readonly subjects: string[];
}

/** The wishes with the first reason against each; a wish that is blocked already keeps its reason. */
export function guard(wishes: readonly ResolvedWish[], surroundings: Surroundings): readonly ResolvedWish[] {
  const companies = companiesOf(wishes, surroundings);
  return wishes.map((wish) => {
    const company = companies.get(normalResource(wish.target.id)) ?? newCompany();
    const blocked =
      wish.blocked ??
      forbidden(wish, surroundings.permissions) ??
      crossing(company) ??
      pullRequest(wish, company, surroundings.permissions) ??
      wrongShape(wish);
    return blocked === wish.blocked ? wish : { ...wish, blocked };
  });
}

/** What stands in Azure counts too: a run that looks at part of the repository must not be less careful than a whole one. */
function companiesOf(
  wishes: readonly ResolvedWish[],
  { observed, environments }: Surroundings,
): ReadonlyMap<string, Company> {
  const companies = new Map<string, Company>();
  const join = (id: string, subject: string | undefined, environment: string | undefined) => {
    const key = normalResource(id);
    const company = companies.get(key) ?? newCompany();
    companies.set(key, company);
    if (subject !== undefined) company.subjects.push(subject);
    if (environment !== undefined) company.environments.add(environment);
  };
  for (const { target, subject, cluster } of wishes) join(target.id, subject, cluster?.environment);
  for (const { identity, credentials } of observed) {
    for (const { subject, issuer } of credentials) join(identity.id, subject, environments.get(issuer));
  }
  return companies;
}

function newCompany(): Company {
  return { environments: new Set(), subjects: [] };
}

function forbidden(wish: ResolvedWish, permissions: readonly Permission[]): string | null {
  const covering = permissions.filter((permission) => permission.covers(wish.target));
  if (covering.length === 0) return `${notAllowed}: it does not list the identity`;
  const { cluster } = wish;
  if (!cluster) return null;
  const inCluster = covering.filter(({ clusters }) => permits(clusters, cluster.name));
  if (inCluster.length === 0) return `${notAllowed}: the identity is not for cluster ${cluster.name}`;
  return inCluster.some(({ namespaces }) => permits(namespaces, cluster.namespace))
    ? null
    : `${notAllowed}: the identity is not for namespace ${cluster.namespace}`;
}

function permits(patterns: readonly string[] | undefined, name: string): boolean {
  return patterns === undefined || patterns.some((pattern) => matchesPattern(pattern, name));
}

/** `*` stands for any text, everything else for itself. */
export function matchesPattern(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(name);
}

/** One identity for two environments would let the lesser one act in the greater. */
function crossing({ environments }: Company): string | null {
  return environments.size > 1 ? `one identity would serve ${[...environments].sort().join(' and ')}` : null;
}

const pullRequestSubject = /^repo:.+:pull_request$/;

/** Anybody who can open a pull request could otherwise act as what deploys. */
function pullRequest(wish: ResolvedWish, { subjects }: Company, permissions: readonly Permission[]): string | null {
  if (!pullRequestSubject.test(wish.subject)) return null;
  const shared = subjects.some((other) => other.startsWith('repo:') && !pullRequestSubject.test(other));
  const allowed = permissions.some((permission) => permission.allowPullRequest && permission.covers(wish.target));
  return shared && !allowed
    ? 'pull requests would get the rights of environments and branches; say allow-pull-request: true if that is meant'
    : null;
}

/** What Azure would accept and Entra would never match (Microsoft Entra, federated credential considerations). */
function wrongShape(wish: ResolvedWish): string | null {
  for (const [word, text] of [
    ['issuer', wish.issuer],
    ['subject', wish.subject],
    ['audience', wish.audience],
  ] as const) {
    if (text === '' || text.length > 600) return `the ${word} has ${text.length} characters; 1 to 600 are possible`;
    if (/[\s*]/.test(text)) return `the ${word} holds a space or a wildcard, which never matches`;
  }
  return wish.issuer.startsWith('https://') ? null : 'the issuer is not an https URL';
}
