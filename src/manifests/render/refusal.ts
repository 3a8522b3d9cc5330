/** What forbids to render a root: it would read outside of the repository, run plugins, or fetch. */
import { locate } from '../locate.ts';
import { buildRefusal, type Refusal } from './kustomize-tree.ts';
import type { HelmRoot, Root, RootContext } from './plan-roots.ts';
import type { RootFiles } from './root-files.ts';

/** What forbids to render a root. */
export function refusalOf(root: Root, { files, allowRemote }: RootContext): Refusal | undefined {
  if (root.kind === 'plain') return undefined;
  return root.kind === 'kustomize'
    ? buildRefusal(root.tree, files, allowRemote)
    : chartRefusal(root, files, allowRemote);
}

/** Helm reads everything below a chart, links followed. */
function chartRefusal({ chart, values }: HelmRoot, files: RootFiles, allowRemote: boolean): Refusal | undefined {
  const leaving =
    [chart.folder, ...values].find((path) => !files.isInside(path)) ??
    [chart.folder, ...chart.dependencies.flatMap(({ folder }) => folder ?? [])]
      .map((folder) => files.leavingLink(folder))
      .find((path) => path !== undefined);
  if (leaving !== undefined) {
    return {
      why: `${leaving || '.'} is a link that leads out of the repository, and nothing outside is read`,
      remedy: 'Keep what is rendered inside the repository.',
    };
  }
  const lost = values.find((path) => files.kind(path) !== 'file');
  if (lost !== undefined) return { why: `its values file ${lost} does not exist`, remedy: 'Mend the path.' };
  const remote = allowRemote ? [] : chart.dependencies.filter((dependency) => dependency.found === 'remote');
  const [first] = remote;
  if (!first) return undefined;
  const { file, line } = locate(first.field.get('name')?.place ?? first.field.place);
  return {
    why: `it depends on ${remote.map(({ name }) => name).join(', ')} (${file}:${line}), which charts/ does not hold, and nothing is fetched over the network`,
    remedy:
      'Run helm dependency build before the check, or allow fetching with allow-remote on branches that you trust.',
  };
}
