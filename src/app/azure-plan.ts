/** Plans the changes of federated credentials: what the repository wants, against what Azure has. */

import { type Desired, desiredCredentials } from '../federation/desired.ts';
import {
  covers,
  observeClusters,
  observeCredentials,
  observeIdentities,
  resolveWishes,
  subscriptionsOf,
} from '../federation/observe.ts';
import { type ObservedIdentity, planChanges, type ResolvedWish } from '../federation/plan.ts';
import { guard, type Permission } from '../federation/safety.ts';
import { missingPaths } from '../manifests/configured-paths.ts';
import { readerOf } from '../manifests/load.ts';
import type { Plan } from '../model/change.ts';
import { type Cloud, clouds } from '../model/cloud.ts';
import type { Configuration } from '../model/configuration.ts';
import { InputError } from '../model/errors.ts';
import type { Gap } from '../model/report.ts';
import { locationOf, type Spot } from '../model/source.ts';
import type { Repository } from '../model/world.ts';
import type { Azure } from '../ports/azure.ts';
import { type CheckInputs, type CheckPorts, type JudgedRepository, judgeRepository } from './judge-repository.ts';

export interface PlanInputs extends CheckInputs {
  readonly cluster: readonly string[];
  readonly subscriptionId: string | undefined;
  readonly adopt: boolean;
  readonly prune: 'never' | 'proven' | 'owned';
  readonly maxDeletes: number;
}

export interface PlanPorts extends CheckPorts {
  /** Signs in to a cloud. `tenant` is the configuration's; an input beats it. Throws `AccessError`. */
  readonly signIn: (cloud: Cloud, tenant: string | undefined) => Promise<Azure>;
}

/** A plan with everything it was made from, so that it can be carried out and made again. */
export interface AzurePlan {
  readonly judged: JudgedRepository;
  readonly azure: Azure;
  readonly plan: Plan;
  readonly observed: readonly ObservedIdentity[];
  readonly gaps: readonly Gap[];
  /** Reads the identities again and plans anew: nothing is left to do when an apply was complete. */
  readonly again: (identities: readonly ObservedIdentity[]) => Promise<Plan>;
}

/** Throws `InputError` when there is no usable configuration, `AccessError` when sign-in fails. */
export async function planRepository(inputs: PlanInputs, ports: PlanPorts): Promise<AzurePlan> {
  const judged = await judgeRepository(inputs, ports);
  const { repository, findings } = judged;
  const configuration = configured(judged.configuration);
  checkSources(configuration, repository, ports);
  const cloud = cloudOf(configuration);
  const azure = await ports.signIn(cloud, configuration.tenant?.value);
  ports.log.progress('Reading clusters and identities from Azure');
  const chosen = configuration.clusters.filter(
    ({ name }) => inputs.cluster.length === 0 || inputs.cluster.includes(name.value),
  );
  const clusters = await observeClusters(azure, chosen);
  const desired = desiredCredentials({
    repository,
    clusters: clusters.clusters,
    audience: cloud.audience,
    read: readerOf(configuration.substitutions),
    findings,
  });
  const identities = await observeIdentities(azure, subscriptionsOf(configuration, inputs.subscriptionId));
  const resolved = resolveWishes(desired.wishes, identities, []);
  const configuredIdentities = identities.identities.filter((identity) =>
    configuration.identities.some((entry) => covers(entry, identity)),
  );
  const targets = [...resolved.wishes.map(({ target }) => target), ...configuredIdentities];
  const credentials = await observeCredentials(azure, targets);
  const gaps = [
    ...judged.gaps,
    ...clusters.gaps,
    ...desired.gaps,
    ...identities.gaps,
    ...resolved.gaps,
    ...credentials.gaps,
  ];
  const wishes = guard(ownerless(configuration, resolved.wishes), permissionsOf(configuration));
  const planFor = (observed: readonly ObservedIdentity[]) =>
    planChanges({
      owner: configuration.owner?.value ?? '',
      wishes: wishes.filter(({ target }) => observed.some(({ identity }) => identity.id === target.id)),
      observed,
      complete: gaps.length === 0 && judged.repository.problems.length === 0,
      adopt: inputs.adopt,
      deletions: { mayDelete: () => mayPrune(inputs, desired), most: inputs.maxDeletes },
    });
  return {
    judged,
    azure,
    plan: planFor(credentials.observed),
    observed: credentials.observed,
    gaps,
    again: async (changed) =>
      planFor(
        (
          await observeCredentials(
            azure,
            changed.map(({ identity }) => identity),
          )
        ).observed,
      ),
  };
}

function configured(configuration: Configuration | undefined): Configuration {
  if (configuration && configuration.clusters.length > 0) return configuration;
  throw new InputError({
    problem: configuration ? 'idwire.yaml names no cluster.' : 'There is no idwire.yaml.',
    evidence: '',
    remedy:
      'Name the clusters with their sources and the identities that may be written to; `idwire init` writes a start.',
  });
}

/** A source that is gone, or that holds no account, is a mistake that must not look like an emptied repository. */
function checkSources(configuration: Configuration, repository: Repository, { files }: PlanPorts): void {
  const [missing] = missingPaths(configuration.clusters, files);
  if (missing) throw wrongSource(`The source "${missing.value}" does not exist.`, missing.at);
  for (const cluster of configuration.clusters) {
    const worlds = repository.worlds.filter((world) => world.cluster === cluster.name.value);
    if (worlds.some(({ serviceAccounts }) => serviceAccounts.length > 0)) continue;
    throw wrongSource(`The sources of cluster ${cluster.name.value} hold no ServiceAccount.`, cluster.name.at);
  }
}

function wrongSource(problem: string, at: Spot): InputError {
  const { file, line } = locationOf(at.source, at.start, at.end);
  return new InputError({ problem, evidence: `${file}:${line}`, remedy: 'Correct the sources in idwire.yaml.' });
}

/** Without an owner no credential could ever be recognised as ours again. */
function ownerless(configuration: Configuration, wishes: readonly ResolvedWish[]): readonly ResolvedWish[] {
  if (configuration.owner) return wishes;
  return wishes.map((wish) => ({ ...wish, blocked: wish.blocked ?? 'idwire.yaml names no owner' }));
}

function permissionsOf(configuration: Configuration): readonly Permission[] {
  return configuration.identities.map((entry) => ({
    covers: (identity) => covers(entry, identity),
    clusters: entry.allow?.clusters.map(({ value }) => value) ?? [],
    namespaces: entry.allow?.namespaces.map(({ value }) => value) ?? [],
    allowPullRequest: entry.allowPullRequest,
  }));
}

/** A narrowed run sees only part of what is wanted, and one that wants nothing at all looks like a mistake. */
function mayPrune(inputs: PlanInputs, { wishes }: Desired): boolean {
  const narrowed =
    inputs.cluster.length > 0 || inputs.onlyChanged === true || inputs.paths.some((path) => path !== '.');
  // Proof that an account is gone comes from reading the cluster; without it "proven" deletes nothing.
  return inputs.prune === 'owned' && !narrowed && wishes.length > 0;
}

export function cloudOf({ cloud }: Configuration): Cloud {
  if (!cloud) return clouds.public;
  if ('value' in cloud) return clouds[cloud.value];
  return {
    name: 'custom',
    authority: trimmed(cloud.authority.value),
    resourceManager: trimmed(cloud.resourceManager.value),
    graph: trimmed(cloud.graph?.value ?? clouds.public.graph),
    audience: cloud.audience?.value ?? clouds.public.audience,
  };
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '');
}
