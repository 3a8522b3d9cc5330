/** Renders one chart with one set of values, with tokens for the release and namespace that nobody named. */
import type { YamlNode } from '../../model/manifest.ts';
import type { Renderer, RenderOutcome } from '../../ports/renderer.ts';
import type { HelmRoot, Root } from './plan-roots.ts';

/** Stand for what nobody named; they are read as symbols wherever they turn up in the output. */
export const releaseToken = 'release-name';
export const namespaceToken = 'release-namespace';

/** The run of Helm for a root. */
export function renderChart(root: HelmRoot, renderer: Renderer, allowRemote: boolean): Promise<RenderOutcome> {
  const { chart, values, request } = root;
  const remote = chart.dependencies.some(({ found }) => found === 'remote');
  return renderer.helm({
    chart: chart.folder || '.',
    release: request?.release ?? releaseToken,
    namespace: request?.namespace ?? namespaceToken,
    values: [...values, ...(request?.inline ?? []).map((field) => ({ text: JSON.stringify(plain(field.node)) }))],
    sets: (request?.sets ?? []).map(({ path, text }) => `${path}=${text}`),
    vendored: new Map(
      chart.dependencies.flatMap(({ name, found, folder }) => (found === 'folder' && folder ? [[name, folder]] : [])),
    ),
    fetchDependencies: allowRemote && remote,
  });
}

/** A tree as data. */
function plain(node: YamlNode): unknown {
  if (node.type === 'scalar') return node.value;
  if (node.type === 'sequence') return node.items.map(plain);
  return Object.fromEntries(node.entries.map((entry) => [entry.key.text, plain(entry.value)]));
}

/** How a person tells several renders of one root apart; empty when there is one. */
export function variantText(root: Root): string {
  return root.variant === '' ? '' : ` (${root.variant})`;
}
