/** Reads the settings of managed clusters as Resource Manager tells them, and points at their name in the configuration. */
import type { ServiceAccount } from '../model/kubernetes.ts';
import type { LiveCluster, LiveState } from '../model/live.ts';
import type { Observation } from './rule.ts';

/** The value at a path below `properties`; undefined where a part of it is missing. */
export function setting(cluster: LiveCluster, ...path: readonly string[]): unknown {
  let value: unknown = cluster.managed?.properties;
  for (const step of path) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[step];
  return value ?? undefined;
}

/** One observation on each managed cluster for which `judge` has a message. */
export function* posture(
  live: LiveState,
  judge: (cluster: LiveCluster) => string | Omit<Observation, 'at'> | undefined,
): Iterable<Observation> {
  for (const cluster of live.clusters) {
    if (!cluster.managed) continue;
    const said = judge(cluster);
    if (said === undefined) continue;
    yield { at: cluster.at, topic: cluster.name, ...(typeof said === 'string' ? { message: said } : said) };
  }
}

/** The accounts of the repository that name an identity, in the worlds of a cluster. */
export function wiredAccounts({ worlds }: LiveCluster): readonly ServiceAccount[] {
  return worlds.flatMap(({ serviceAccounts }) => serviceAccounts).filter(({ clientId }) => clientId?.text);
}

/** `a value of "x"`, or that there is none. */
export function valueText(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
