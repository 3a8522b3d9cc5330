/** What a plan is about: whether the configuration is fit for one, which part of it was chosen, and in which cloud. */
import { type Cloud, clouds } from '../model/cloud.ts';
import type { Configuration } from '../model/configuration.ts';
import { InputError } from '../model/errors.ts';
import { locationOf, type Spot } from '../model/source.ts';
import type { Files } from '../ports/files.ts';
import type { PlanInputs } from './azure-plan.ts';
import type { JudgedRepository } from './judge-repository.ts';

/**
 * The configuration of a repository that can be planned for. Throws `InputError` without one, without clusters, for a
 * cluster that is not in it, and for sources that hold no account: a mistake that must not look like an emptied repository.
 */
export function checkPlannable(
  { configuration, repository }: JudgedRepository,
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
    if (worlds.some(({ serviceAccounts }) => serviceAccounts.length > 0)) continue;
    throw wrongSource(`The sources of cluster ${name.value} hold no ServiceAccount.`, name.at);
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

function wrongSource(problem: string, at: Spot): InputError {
  const { file, line } = locationOf(at.source, at.start, at.end);
  return new InputError({ problem, evidence: `${file}:${line}`, remedy: 'Correct the sources in idwire.yaml.' });
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
