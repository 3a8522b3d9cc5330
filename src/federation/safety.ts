/** The reasons for which a wanted credential is not written: an annotation is a request, not a permission. */
import type { Identity } from '../model/identity.ts';
import type { ResolvedWish } from './plan.ts';

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

/** The wishes with every reason against them; a wish that is blocked already keeps its reason. */
export function guard(wishes: readonly ResolvedWish[], permissions: readonly Permission[]): readonly ResolvedWish[] {
  const byIdentity = new Map<string, ResolvedWish[]>();
  for (const wish of wishes) byIdentity.set(wish.target.id, [...(byIdentity.get(wish.target.id) ?? []), wish]);
  return wishes.map((wish) => {
    const others = byIdentity.get(wish.target.id) ?? [];
    const blocked =
      wish.blocked ??
      forbidden(wish, permissions) ??
      crossing(others) ??
      pullRequest(wish, others, permissions) ??
      wrongShape(wish);
    return blocked === wish.blocked ? wish : { ...wish, blocked };
  });
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
function crossing(wishes: readonly ResolvedWish[]): string | null {
  const environments = new Set(wishes.flatMap((wish) => wish.cluster?.environment ?? []));
  return environments.size > 1 ? `one identity would serve ${[...environments].sort().join(' and ')}` : null;
}

const pullRequestSubject = /^repo:.+:pull_request$/;

/** Anybody who can open a pull request could otherwise act as what deploys. */
function pullRequest(
  wish: ResolvedWish,
  others: readonly ResolvedWish[],
  permissions: readonly Permission[],
): string | null {
  if (!pullRequestSubject.test(wish.subject)) return null;
  const shared = others.some((other) => other.subject.startsWith('repo:') && !pullRequestSubject.test(other.subject));
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
