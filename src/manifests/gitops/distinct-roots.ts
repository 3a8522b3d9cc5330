/** Leaves one root of those that are rendered the same way. */
import type { RootRequest } from '../render/root.ts';

/** The first of each kind stays: an install after a template, or applications that differ in what is not known. */
export function distinctRoots(requests: readonly RootRequest[]): readonly RootRequest[] {
  const found = new Map<string, RootRequest>();
  for (const request of requests) {
    const key = keyOf(request);
    if (!found.has(key)) found.set(key, request);
  }
  return [...found.values()];
}

/** Everything but who names it. Maps of values are told apart by where they stand. */
function keyOf(request: RootRequest): string {
  const { namedBy: _, substitutions, flux, ...rest } = request;
  const filled = [[...(substitutions ?? [])], [...(flux?.values ?? [])], flux?.open];
  if (rest.kind === 'kustomize') return JSON.stringify([rest, filled]);
  const { inline = [], sets = [], ...chart } = rest;
  const places = inline.map(({ manifest, path, node }) => [manifest.source.path, node.start, path]);
  const texts = sets.map(({ path, text }) => [path, text]);
  return JSON.stringify([chart, places, texts, filled]);
}
