/** Makes one world of the raw files: which of them can meet, judged by environment folders and by duplicates. */
import type { KubernetesObject } from '../model/kubernetes.ts';
import type { Manifest } from '../model/manifest.ts';
import { writtenText } from '../model/partial-text.ts';
import type { World } from '../model/world.ts';
import type { Slices } from './slices.ts';

const environments: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['development', 'dev devel develop development'],
    ['test', 'test tst testing'],
    ['integration', 'int integration'],
    ['acceptance', 'qa uat acc acceptance'],
    ['staging', 'stg stage staging preprod pre-prod preproduction'],
    ['sandbox', 'sbx sandbox playground'],
    ['production', 'prd prod production live'],
  ].flatMap(([name, words]) => (words as string).split(' ').map((word) => [word, name as string])),
);

/**
 * The environment that a folder name denotes: the word alone, numbered, or beside one short word for a place
 * (`prod-weu`, `aks-dev`, `production2`). Anything longer is a name like any other (`dev-tools`).
 */
export function environmentOfFolder(name: string): string | undefined {
  const folder = name.toLowerCase();
  const plain = environments[folder] ?? environments[folder.replace(/\d+$/, '')];
  if (plain) return plain;
  const [, first = '', second = ''] = /^([a-z]+\d*)[-_.]([a-z]+\d*)$/.exec(folder) ?? [];
  if (environments[first] && /^(?:\d+|[a-z]{2,3}\d?|blue|green|west\w*|east\w*|north\w*|south\w*)$/.test(second)) {
    return environments[first];
  }
  return environments[second] && /^(?:aks|k8s|cluster|env|[a-z]{2,3}\d?)$/.test(first)
    ? environments[second]
    : undefined;
}

/** The environment of a path by its folders; the innermost one that denotes one. */
export function environmentOfPath(path: string): string | undefined {
  const folders = path.split('/').slice(0, -1);
  for (const folder of folders.reverse()) {
    const environment = environmentOfFolder(folder);
    if (environment) return environment;
  }
  return undefined;
}

/** A cluster that a person named, and the environment that all of it belongs to. */
export interface NamedCluster {
  readonly name: string;
  readonly environment: string | undefined;
}

/**
 * One world over all raw objects, with what may see what. In a cluster that a person named, folders are no environments;
 * alternatives, which hold the same object twice, still never meet.
 */
export function rawWorld(raw: Slices, complete: boolean, cluster?: NamedCluster): World {
  const splits = duplicateSplits([...raw.workloads, ...raw.serviceAccounts]);
  const environment = cluster ? () => cluster.environment : memoise(environmentOfPath);
  return {
    name: cluster?.name ?? '.',
    ...(cluster && { cluster: cluster.name }),
    complete,
    guessed: false,
    ...raw,
    sees: (a, b) => canMeet(a, b, environment, splits),
    environmentOf: (manifest) => environment(manifest.source.path),
    neverFilled: () => [],
  };
}

function canMeet(
  a: Manifest,
  b: Manifest,
  environment: (path: string) => string | undefined,
  splits: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const [pathA, pathB] = [a.source.path, b.source.path];
  if (pathA === pathB) return true;
  const [environmentA, environmentB] = [environment(pathA), environment(pathB)];
  if (environmentA && environmentB && environmentA !== environmentB) return false;
  if (splits.size === 0) return true;
  const { folder, childA, childB } = branch(pathA, pathB);
  const children = splits.get(folder);
  return !(children?.has(childA) && children.has(childB));
}

/** Where two paths part: the deepest common folder, and the next step of each. */
function branch(a: string, b: string): { folder: string; childA: string; childB: string } {
  const [partsA, partsB] = [a.split('/'), b.split('/')];
  let depth = 0;
  while (depth < partsA.length - 1 && depth < partsB.length - 1 && partsA[depth] === partsB[depth]) depth += 1;
  return { folder: partsA.slice(0, depth).join('/'), childA: partsA[depth] ?? '', childB: partsB[depth] ?? '' };
}

/** Folders whose named children hold the same object twice, so that they are alternatives and never meet. */
function duplicateSplits(objects: readonly KubernetesObject[]): ReadonlyMap<string, ReadonlySet<string>> {
  const firstPaths = new Map<string, string[]>();
  const splits = new Map<string, Set<string>>();
  for (const object of objects) {
    const path = object.manifest.source.path;
    const namespace = object.namespaceGiven ? writtenText(object.namespace) : '';
    const key = `${object.kind}\n${namespace}\n${writtenText(object.name)}`;
    const known = firstPaths.get(key) ?? [];
    if (known.includes(path)) continue;
    for (const other of known) {
      const { folder, childA, childB } = branch(path, other);
      const children = splits.get(folder) ?? new Set();
      splits.set(folder, children.add(childA).add(childB));
    }
    // A handful of copies is enough to know every folder that has alternatives below it; all of them would be quadratic.
    if (known.length < 50) firstPaths.set(key, [...known, path]);
  }
  return splits;
}

function memoise<Value>(compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (!known.has(text)) known.set(text, compute(text));
    return known.get(text) as Value;
  };
}
