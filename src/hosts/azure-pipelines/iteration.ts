/** The iteration of a pull request that is judged, and the files that it changes. */
import type { ChangedFiles, Changes } from '../../ports/changes.ts';
import type { Files } from '../../ports/files.ts';
import { whyRefused } from './refusal.ts';
import type { Rest } from './rest.ts';

export interface ReviewedIteration {
  readonly id: number;
  /** The number by which the service follows a file through iterations, by path without a leading slash. */
  readonly files: ReadonlyMap<string, number>;
}

interface Changed {
  readonly changeTrackingId: number;
  /** `edit, rename` and the like. */
  readonly changeType: string;
  readonly item?: { readonly path?: string };
}

/** The most that the service gives at once (learn.microsoft.com, pull request iteration changes). */
const pageSize = 2000;

/** `built` is the iteration of the run; without it the latest counts. Deleted files are left out. */
export async function reviewedIteration(rest: Rest, built: number | undefined): Promise<ReviewedIteration> {
  const id = built ?? (await latestIteration(rest));
  const files = new Map<string, number>();
  for (let skip: number | undefined = 0; skip !== undefined; ) {
    const path = `/iterations/${id}/changes?$top=${pageSize}&$skip=${skip}`;
    const page: { changeEntries: readonly Changed[]; nextSkip?: number } = await rest.send('GET', path);
    for (const { changeTrackingId, changeType, item } of page.changeEntries) {
      if (item?.path && !changeType.includes('delete')) files.set(item.path.replace(/^\//, ''), changeTrackingId);
    }
    skip = page.nextSkip ? page.nextSkip : undefined;
  }
  return { id, files };
}

async function latestIteration(rest: Rest): Promise<number> {
  const { value } = await rest.send<{ value: readonly { readonly id: number }[] }>('GET', '/iterations');
  return Math.max(...value.map(({ id }) => id));
}

/**
 * The files of the pull request as what changed; the service does not say which lines. They are not known when they
 * are not all here: then the repository was checked out somewhere else, and every finding would seem untouched.
 */
export function azureChanges(
  iteration: () => Promise<ReviewedIteration>,
  targetBranch: string,
  files: Pick<Files, 'stat'>,
): Changes {
  return {
    async read() {
      try {
        const paths = [...(await iteration()).files.keys()];
        const absent = paths.find((path) => !files.stat(path));
        const changed: ChangedFiles = new Map(paths.map((path) => [path, 'all']));
        if (absent === undefined)
          return { known: true, files: changed, since: targetBranch.replace('refs/heads/', '') };
        const remedy = 'Check the repository out into the folder in which Idwire runs.';
        return { known: false, why: `${absent} of the pull request is not in this folder.`, remedy };
      } catch (thrown) {
        return { known: false, ...whyRefused(thrown) };
      }
    },
  };
}
