/** What a plan is about: whether the configuration is fit for one, which part of it was chosen, and in which cloud. */
import { type Cloud, clouds } from '../model/cloud.ts';
import type { Configuration, Configured } from '../model/configuration.ts';
import { InputError } from '../model/errors.ts';
import type { Gap } from '../model/report.ts';
import { locationOf } from '../model/source.ts';
import type { Files } from '../ports/files.ts';
import type { CheckInputs, JudgedRepository } from './judge-repository.ts';

export interface PlanInputs extends CheckInputs {
  readonly cluster: readonly string[];
  readonly shard: { readonly index: number; readonly count: number } | undefined;
  readonly tenantId: string | undefined;
  readonly subscriptionId: string | undefined;
  readonly adopt: boolean;
  readonly prune: 'never' | 'proven' | 'owned';
  readonly maxDeletes: number;
}

/**
 * The configuration of a repository that can be planned for. Throws `InputError` without one, without clusters, for a
 * cluster that is not in it, and for sources that hold no account: a mistake that must not look like an emptied repository.
 */
export function checkPlannable(
  { configuration, repository, gaps }: JudgedRepository,
  { cluster: chosen }: Pick<PlanInputs, 'cluster'>,
  needs: { readonly owner: boolean },
): Configuration {
  if (!configuration || configuration.clusters.length === 0) throw nothingToPlan(configuration);
  if (needs.owner && !configuration.owner) throw noOwner(configuration);
  const names = configuration.clusters.map(({ name }) => name.value);
  const unknown = chosen.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw unknownCluster(unknown, names);
  for (const { name } of configuration.clusters) {
    const worlds = repository.worlds.filter((world) => world.cluster === name.value);
    const wired = worlds.some(({ serviceAccounts }) => serviceAccounts.some(({ clientId }) => clientId?.text));
    if (!wired) throw emptySources(name, gaps);
  }
  return configuration;
}

function nothingToPlan(configuration: Configuration | undefined): InputError {
  return new InputError({
    problem: configuration ? `${configuration.source.path} names no cluster.` : 'There is no idwire.yaml.',
    evidence: '',
    remedy: 'Name the clusters with their sources, and the identities that may be written to.',
  });
}

function noOwner({ source }: Configuration): InputError {
  return new InputError({
    problem: `${source.path} names no owner.`,
    evidence: '',
    remedy: 'Write `owner: <organisation>/<repository>`; it marks our credentials, and must never change afterwards.',
  });
}

function unknownCluster(unknown: readonly string[], names: readonly string[]): InputError {
  return new InputError({
    problem: `There is no cluster ${unknown.join(', ')}.`,
    evidence: `idwire.yaml names ${names.join(', ')}.`,
    remedy: 'Correct the input cluster.',
  });
}

/** What could not be rendered is told with it, since that is the likely cause. */
function emptySources(name: Configured<string>, gaps: readonly Gap[]): InputError {
  const { file, line } = locationOf(name.at.source, name.at.start, name.at.end);
  return new InputError({
    problem: `The sources of cluster ${name.value} hold no ServiceAccount with a client id.`,
    evidence: [`${file}:${line}`, ...gaps.map(({ what, why }) => `Not checked: ${what}: ${why}`)].join('\n'),
    remedy: gaps.length > 0 ? (gaps[0]?.remedy ?? '') : 'Correct the sources in idwire.yaml.',
  });
}

/** How a run looks at less than the whole repository; undefined when it does not. Such a run deletes nothing. */
export function narrowing(inputs: PlanInputs): string | undefined {
  if (inputs.cluster.length > 0) return 'cluster';
  if (inputs.shard && inputs.shard.count > 1) return 'shard';
  if (inputs.onlyChanged === true) return 'only-changed';
  return inputs.paths.every((path) => path === '.') ? undefined : 'paths';
}

/** Whether an identity belongs to this part of the work: the same on every machine, whatever else there is. */
export function inShard(id: string, shard: PlanInputs['shard']): boolean {
  if (!shard) return true;
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 2_147_483_647;
  return hash % shard.count === shard.index - 1;
}

const kustomizationNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The nearest kustomization in the folder of a file or above it, below the working directory. */
export function unrenderedOver(files: Pick<Files, 'stat'>): (path: string) => string | undefined {
  return (path) => {
    for (let at = path.lastIndexOf('/'); ; at = path.lastIndexOf('/', at - 1)) {
      const folder = at > 0 ? path.slice(0, at + 1) : '';
      const found = kustomizationNames.find((name) => files.stat(`${folder}${name}`)?.kind === 'file');
      if (found) return `${folder}${found}`;
      if (at <= 0) return undefined;
    }
  };
}

/** The cloud of the configuration, else the public one. */
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
