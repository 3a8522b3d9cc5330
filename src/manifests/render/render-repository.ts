/** The way from a scanned repository to its rendered worlds: the tools are started, and ended with the last root. */
import type { Files } from '../../ports/files.ts';
import type { Renderer } from '../../ports/renderer.ts';
import type { TextReader } from '../kubernetes.ts';
import type { Kustomization } from '../kustomizations.ts';
import { chartFolders } from './charts.ts';
import { type Rendering, renderRoots } from './render-roots.ts';
import type { RootRequest } from './root.ts';
import { RootFiles } from './root-files.ts';

export interface RepositoryToRender {
  readonly paths: readonly string[];
  /** Paths of all `Chart.yaml`. */
  readonly charts: readonly string[];
  readonly kustomizations: readonly Kustomization[];
  /** Paths of all manifest files. */
  readonly manifests: readonly string[];
  readonly requests: readonly RootRequest[];
  readonly renderer: () => Promise<Renderer>;
  readonly allowRemote: boolean;
  readonly changed?: ReadonlySet<string> | undefined;
  /** Reads texts with what is filled in all over the repository. */
  readonly read?: TextReader;
  readonly onProgress?: (roots: number, total: number) => void;
}

export async function renderRepository(files: Files, repository: RepositoryToRender): Promise<Rendering> {
  let started: Renderer | undefined;
  try {
    return await renderRoots({
      files: new RootFiles(files, repository.paths),
      kustomizations: repository.kustomizations,
      manifests: repository.manifests,
      chartFolders: chartFolders(repository.charts),
      requests: repository.requests,
      allowRemote: repository.allowRemote,
      changed: repository.changed,
      read: repository.read,
      onProgress: repository.onProgress,
      renderer: async () => {
        started ??= await repository.renderer();
        return started;
      },
    });
  } finally {
    started?.close();
  }
}
