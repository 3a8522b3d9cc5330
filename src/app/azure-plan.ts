/** Plans the changes of federated credentials: what the repository wants, against what Azure has. */
import { desiredCredentials } from '../federation/desired.ts';
import {
  covers,
  observeClusters,
  observeCredentials,
  observeIdentities,
  resolveWishes,
  subscriptionsOf,
} from '../federation/observe.ts';
import { lostChange, type ObservedIdentity, planChanges, type ResolvedWish } from '../federation/plan.ts';
import { mayDelete } from '../federation/prune.ts';
import { guard, type Permission } from '../federation/safety.ts';
import { readerOf } from '../manifests/load.ts';
import type { Plan } from '../model/change.ts';
import type { Cloud } from '../model/cloud.ts';
import type { Configuration } from '../model/configuration.ts';
import { normalResource } from '../model/identity.ts';
import type { Gap } from '../model/report.ts';
import type { Azure, AzureSession } from '../ports/azure.ts';
import type { RunPlace } from '../ports/run-place.ts';
import { type CheckPorts, type JudgedRepository, judgeRepository } from './judge-repository.ts';
import { checkPlannable, cloudOf, inShard, narrowing, type PlanInputs, unrenderedOver } from './planning-scope.ts';
import { type TrustedConfiguration, trustConfiguration } from './trusted-configuration.ts';

export interface PlanPorts extends CheckPorts {
  readonly place: RunPlace;
  /** Signs in to a cloud. `tenant` is the configuration's; an input beats it. Throws `SignInError`. */
  readonly signIn: (cloud: Cloud, tenant: string | undefined) => Promise<AzureSession>;
}

/** A plan with everything it was made from, so that it can be carried out and made again. */
export interface AzurePlan {
  readonly judged: JudgedRepository;
  readonly azure: Azure;
  readonly plan: Plan;
  readonly observed: readonly ObservedIdentity[];
  readonly gaps: readonly Gap[];
  /** Reads identities again and plans anew: nothing is left to do when an apply was complete. */
  readonly again: (identities: readonly ObservedIdentity[]) => Promise<Replanned>;
}

export interface Replanned {
  readonly plan: Plan;
  /** Identities that could be read. */
  readonly observed: readonly ObservedIdentity[];
}

/**
 * Throws `InputError` when there is no usable configuration, `AccessError` when sign-in fails or may not be tried.
 * Nothing is asked of Azure before the repository and the configuration were found fit.
 */
export async function planRepository(
  inputs: PlanInputs,
  ports: PlanPorts,
  needs: { readonly owner: boolean },
): Promise<AzurePlan> {
  const judged = await judgeRepository(inputs, ports);
  const whole = checkPlannable(judged, inputs, needs);
  const trusted = await trustConfiguration(whole, ports.place, inputs);
  const cloud = cloudOf(trusted.configuration);
  const { azure, ownTrust } = await ports.signIn(cloud, trusted.configuration.tenant?.value);
  ports.log.progress('Reading clusters, identities and federated credentials from Azure');
  const seen = await observe(azure, { inputs, ports, judged, trusted, audience: cloud.audience });
  const planFor = (observed: readonly ObservedIdentity[]) =>
    planChanges({
      owner: trusted.configuration.owner?.value ?? '',
      wishes: seen.wishes,
      observed,
      complete: seen.gaps.length === 0 && judged.repository.problems.length === 0,
      adopt: inputs.adopt,
      lost: seen.lost.map(lostChange),
      deletions: {
        mayDelete: mayDelete({
          prune: inputs.prune,
          narrowed: narrowing(inputs) !== undefined,
          wishes: seen.wishes,
          clusters: seen.clusters,
          isListed: (identity) => trusted.configuration.identities.some((entry) => covers(entry, identity)),
          ownTrust,
        }),
        most: inputs.maxDeletes,
      },
    });
  return {
    judged,
    azure,
    plan: planFor(seen.observed),
    observed: seen.observed,
    gaps: seen.gaps,
    again: async (changed) => {
      const identities = changed.map(({ identity }) => identity);
      const { observed } = await observeCredentials(azure, identities);
      return { plan: planFor(observed), observed };
    },
  };
}

interface Observation {
  readonly inputs: PlanInputs;
  readonly ports: PlanPorts;
  readonly judged: JudgedRepository;
  readonly trusted: TrustedConfiguration;
  readonly audience: string;
}

/** Every cluster is weighed, whichever were chosen: what one of them wants may forbid what another asks for. */
async function observe(azure: Azure, { inputs, ports, judged, trusted, audience }: Observation) {
  const { configuration, withheld } = trusted;
  const [clusters, identities] = await Promise.all([
    observeClusters(azure, configuration.clusters),
    observeIdentities(azure, subscriptionsOf(configuration, inputs.subscriptionId)),
  ]);
  const desired = desiredCredentials({
    repository: judged.repository,
    clusters: clusters.clusters,
    audience,
    read: readerOf(configuration.substitutions),
    findings: judged.findings,
    unrenderedOver: unrenderedOver(ports.files),
  });
  const resolved = resolveWishes(desired.wishes, identities);
  const listed = (entries: Configuration['identities'], wish: ResolvedWish) =>
    entries.some((entry) => covers(entry, wish.target));
  const considered = resolved.wishes.filter(
    (wish) => listed(configuration.identities, wish) || !listed(withheld, wish),
  );
  const targets = [
    ...considered.map(({ target }) => target),
    ...identities.identities.filter((identity) => configuration.identities.some((entry) => covers(entry, identity))),
  ].filter(({ id }) => inShard(normalResource(id), inputs.shard));
  const { observed, gaps } = await observeCredentials(azure, targets);
  const environments = new Map(
    clusters.clusters.flatMap(({ issuer, environment }) => (issuer && environment ? [[issuer, environment]] : [])),
  );
  const guarded = guard(ownerless(configuration, considered), {
    permissions: permissionsOf(configuration),
    observed,
    environments,
  });
  const chosen = (wish: { readonly cluster?: { readonly name: string } }) =>
    inputs.cluster.length === 0 || inputs.cluster.includes(wish.cluster?.name ?? '');
  return {
    observed,
    clusters: clusters.clusters,
    wishes: guarded.filter((wish) => wish.issuer !== '' && chosen(wish)),
    lost: resolved.lost.filter((wish) => wish.issuer !== '' && chosen(wish)),
    gaps: [
      ...judged.gaps,
      ...trusted.gaps,
      ...clusters.gaps,
      ...desired.gaps,
      ...identities.gaps,
      ...resolved.gaps,
      ...gaps,
    ],
  };
}

/** Without an owner no credential could ever be recognised as ours again. */
function ownerless(configuration: Configuration, wishes: readonly ResolvedWish[]): readonly ResolvedWish[] {
  if (configuration.owner) return wishes;
  return wishes.map((wish) => ({ ...wish, blocked: wish.blocked ?? 'idwire.yaml names no owner' }));
}

/** An entry without `allow` permits no ServiceAccount at all. */
function permissionsOf(configuration: Configuration): readonly Permission[] {
  return configuration.identities.map((entry) => ({
    covers: (identity) => covers(entry, identity),
    clusters: entry.allow?.clusters.map(({ value }) => value) ?? [],
    namespaces: entry.allow?.namespaces.map(({ value }) => value) ?? [],
    allowPullRequest: entry.allowPullRequest,
  }));
}
