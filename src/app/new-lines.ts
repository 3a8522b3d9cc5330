/** Tells which lines are new in the change under review: what they ask for is planned, and has not drifted. */
import { locate } from '../manifests/locate.ts';
import type { Place } from '../model/manifest.ts';
import type { Spot } from '../model/source.ts';
import type { Changes } from '../ports/changes.ts';
import type { RunPlace } from '../ports/run-place.ts';

/** On the default branch nothing is planned: what stands there was to be applied. */
export async function lineTest({
  place,
  changes,
}: {
  readonly place: RunPlace;
  readonly changes?: Changes;
}): Promise<(at: Place | Spot) => boolean> {
  const settled = place.kind === 'pipeline' && place.event !== 'pull-request' && place.branch === place.defaultBranch;
  const set = settled ? undefined : await changes?.read();
  if (!set?.known) return () => false;
  return (at) => {
    const { file, line } = locate(at);
    const ranges = set.files.get(file);
    return ranges === 'all' || (ranges?.some(({ from, to }) => from <= line && line <= to) ?? false);
  };
}
