/** Takes from `idwire.yaml` only what a credential may be used with: in a pipeline, what the default branch says as well. */
import type { Configuration } from '../model/configuration.ts';
import { AccessError } from '../model/errors.ts';
import type { Gap } from '../model/report.ts';
import type { RunPlace } from '../ports/run-place.ts';

export interface TrustedConfiguration {
  /** Without the clusters and identities that are not trusted. */
  readonly configuration: Configuration;
  /** Identities that this file lists and the default branch does not, or not so. */
  readonly withheld: Configuration['identities'];
  readonly gaps: readonly Gap[];
}

/**
 * A person's own tree is trusted. In a pipeline a pull request could name its own server as the place to sign in, so an
 * endpoint or a tenant that the default branch does not have ends the run before any token is asked for; identities and
 * clusters that it does not have are left out. Throws `AccessError`.
 */
export async function trustConfiguration(
  configuration: Configuration,
  place: RunPlace,
  given: { readonly tenantId: string | undefined },
): Promise<TrustedConfiguration> {
  if (place.kind === 'local') return { configuration, withheld: [], gaps: [] };
  const { defaultBranch } = place;
  const { path } = configuration.source;
  const text = await place.onDefaultBranch(path);
  if (text === undefined) throw unreadable(path, defaultBranch);
  const base = text === null ? undefined : await parsed(path, text);
  if (!same(configuration.cloud, base?.cloud)) throw changed('cloud', path, defaultBranch);
  if (given.tenantId === undefined && !same(configuration.tenant, base?.tenant)) {
    throw changed('tenant', path, defaultBranch, 'or give tenant-id');
  }
  const trusts = <Entry>(entry: Entry, entries: readonly Entry[] = []) => entries.some((other) => same(entry, other));
  const identities = configuration.identities.filter((entry) => trusts(entry, base?.identities));
  const known = base?.clusters.map(trustOfCluster);
  const clusters = configuration.clusters.filter((cluster) => trusts(trustOfCluster(cluster), known));
  const withheld = configuration.identities.filter((entry) => !identities.includes(entry));
  const newClusters = configuration.clusters.filter((cluster) => !clusters.includes(cluster));
  return {
    configuration: { ...configuration, identities, clusters },
    withheld,
    gaps: [
      ...withheld.map((entry) => notYet(`the identity ${nameOf(entry)}`, path, defaultBranch)),
      ...newClusters.map(({ name }) => notYet(`the cluster ${name.value}`, path, defaultBranch)),
    ],
  };
}

/** A file that cannot be read as a configuration says nothing, so nothing equals it. */
async function parsed(path: string, text: string): Promise<Configuration | undefined> {
  const { inspectConfiguration } = await import('../config/file.ts');
  return (await inspectConfiguration({ path, text })).configuration;
}

/** What of a cluster decides whom an identity trusts; its sources are what the pull request is about. */
function trustOfCluster({
  name,
  resource,
  issuer,
  trustExternalIssuer,
  environment,
}: Configuration['clusters'][number]) {
  return { name, resource, issuer, trustExternalIssuer, environment };
}

/** Whether two parts say the same, wherever they stand. */
function same(a: unknown, b: unknown): boolean {
  const content = (part: unknown) => JSON.stringify(part, (key, value) => (key === 'at' ? undefined : value));
  return content(a) === content(b);
}

function nameOf(entry: Configuration['identities'][number]): string {
  if (entry.name) return entry.name.value;
  if (entry.kind === 'resource') return entry.resource.value;
  return entry.kind === 'resource-group' ? `of ${entry.resourceGroup.value}` : entry.application.value;
}

function notYet(what: string, path: string, defaultBranch: string): Gap {
  return {
    what,
    why: `its entry in ${path} is new or changed against ${defaultBranch}`,
    remedy: `It counts as soon as it is on ${defaultBranch}.`,
  };
}

function unreadable(path: string, defaultBranch: string): AccessError {
  return new AccessError({
    problem: `${path} cannot be compared with the one on ${defaultBranch}, so nothing in it is used to sign in.`,
    evidence: `This clone does not hold origin/${defaultBranch}.`,
    remedy: `Fetch it in an earlier step: git fetch --depth=1 origin +refs/heads/${defaultBranch}:refs/remotes/origin/${defaultBranch}; for another default branch give default-branch.`,
  });
}

function changed(key: string, path: string, defaultBranch: string, other = ''): AccessError {
  return new AccessError({
    problem: `The ${key} in ${path} is not the one on ${defaultBranch}, so no token is asked for.`,
    evidence: 'A change under review could otherwise have credentials sent to a place of its own.',
    remedy: `Merge the change to ${defaultBranch} first${other === '' ? '' : `, ${other}`}.`,
  });
}
