/** Makes a world of each rendered root, or one of all roots of a cluster. */
import type { KubernetesObject } from '../../model/kubernetes.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { World } from '../../model/world.ts';
import { substituteIn } from '../envsubst/envsubst.ts';
import type { TextReader } from '../kubernetes.ts';
import { readPlaceholders } from '../placeholders.ts';
import { wantedBy } from '../relevance.ts';
import { readSlices, type Slices } from '../slices.ts';
import { neverFilledByFlux } from './flux-variables.ts';
import type { Root } from './plan-roots.ts';
import { namespaceToken, releaseToken, variantText } from './render-chart.ts';
import { resolver } from './substitute.ts';

/** A root with the objects that came out of it. */
export interface RenderedRoot {
  readonly root: Root;
  readonly manifests: readonly Manifest[];
}

/** Worlds in the order of their first roots; `read` knows what is filled in all over the repository. */
export function worldsOf(rendered: readonly RenderedRoot[], read: TextReader = readPlaceholders): readonly World[] {
  const groups = new Map<string, RenderedRoot[]>();
  for (const item of rendered) {
    const cluster = item.root.request?.cluster;
    const key = cluster === undefined ? `${item.root.name}${variantText(item.root)}` : `cluster ${cluster}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].map(([key, group]) => {
    const cluster = group[0]?.root.request?.cluster;
    return { ...worldOf(cluster ?? key, group, read), ...(cluster !== undefined && { cluster }) };
  });
}

function worldOf(name: string, group: readonly RenderedRoot[], read: TextReader): World {
  const roots = new Map(group.flatMap(({ root, manifests }) => manifests.map((manifest) => [manifest, root] as const)));
  const wanted = wantedBy(group.flatMap(({ manifests }) => manifests));
  const slices = group.map(({ root, manifests }) => readSlices(manifests, { ...readingOf(root, read), wanted }));
  const merged: Slices = {
    objects: slices.flatMap(({ objects }) => objects),
    workloads: slices.flatMap(({ workloads }) => workloads),
    serviceAccounts: slices.flatMap(({ serviceAccounts }) => serviceAccounts),
  };
  const cluster = group[0]?.root.request?.cluster;
  return {
    name,
    ...(cluster !== undefined && { cluster }),
    complete: true,
    guessed: group.every(({ root }) => root.guessed),
    ...merged,
    sees: () => true,
    environmentOf: (manifest) => roots.get(manifest)?.environment,
    neverFilled: (manifest, text) => {
      const flux = roots.get(manifest)?.request?.flux;
      return flux ? neverFilledByFlux(manifest, text, flux) : [];
    },
  };
}

function readingOf(root: Root, base: TextReader): Parameters<typeof readSlices>[1] {
  const { substitutions, flux, namespace } = root.request ?? {};
  const known = substitutions && resolver(substitutions);
  const filled: TextReader = known ? (text) => readPlaceholders(text, known) : base;
  const read: TextReader = flux ? (text) => substituteIn(filled(text), flux) : filled;
  if (root.kind !== 'helm') return { read, namespace };
  const tokens: TextReader = (text) =>
    read(text.replaceAll(releaseToken, '{{ .Release.Name }}').replaceAll(namespaceToken, '{{ .Release.Namespace }}'));
  return { read: tokens, namespace, adjust: withoutToken };
}

/** A release whose namespace nobody named: all its objects are in one, and it may be any. */
function withoutToken(object: KubernetesObject): KubernetesObject {
  return object.metadata.namespaceField?.text === namespaceToken ? { ...object, namespaceGiven: false } : object;
}
