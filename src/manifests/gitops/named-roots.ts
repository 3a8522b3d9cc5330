/** All roots that the GitOps objects of a repository name, each with what its deployer does to it. */
import type { Manifest } from '../../model/manifest.ts';
import type { RootRequest } from '../render/root.ts';
import { argoRoots } from './argo-applications.ts';
import { type FluxRoot, fluxRoots } from './flux-roots.ts';
import type { GitopsFiles } from './gitops-files.ts';
import { helmReleaseRoots } from './helm-releases.ts';

/** What is to be rendered, and the Flux Kustomizations among it with all that they fill in and leave open. */
export interface NamedRoots {
  readonly requests: readonly RootRequest[];
  readonly flux: readonly FluxRoot[];
}

/** Reads the objects of Flux and Argo CD among the manifests. Pure: the files are only asked for what objects name. */
export function namedRoots(manifests: readonly Manifest[], files: GitopsFiles): NamedRoots {
  const flux = fluxRoots(manifests, files);
  return {
    flux,
    requests: [
      ...flux.map(({ request }) => request),
      ...helmReleaseRoots(manifests, flux, files),
      ...argoRoots(manifests, files),
    ],
  };
}
