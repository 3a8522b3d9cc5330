// src/manifests/gitops/distinct-roots.ts
function distinctRoots(requests) {
  const found = /* @__PURE__ */ new Map();
  for (const request of requests) {
    const key = keyOf(request);
    if (!found.has(key)) found.set(key, request);
  }
  return [...found.values()];
}
function keyOf(request) {
  const { namedBy: _, substitutions, flux, ...rest } = request;
  const filled = [[...substitutions ?? []], [...flux?.values ?? []], flux?.open];
  if (rest.kind === "kustomize") return JSON.stringify([rest, filled]);
  const { inline = [], sets = [], ...chart } = rest;
  const places = inline.map(({ manifest, path, node }) => [manifest.source.path, node.start, path]);
  const texts = sets.map(({ path, text }) => [path, text]);
  return JSON.stringify([chart, places, texts, filled]);
}

export {
  distinctRoots
};
