/** `kustomize build` or `kubectl kustomize` of one folder, through a kustomization of our own that asks for origins. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { KustomizeBuild } from '../../ports/renderer.ts';

/** The arguments that build a folder; plugins, Helm and functions stay off, as they are by default. */
export function kustomizeArguments(program: string, folder: string): readonly string[] {
  const command = /kubectl/i.test(path.basename(program)) ? 'kustomize' : 'build';
  return [command, folder];
}

/**
 * Writes the kustomization that takes in the root: it asks for origin annotations, which no option does, and gives what
 * a deployer gives from outside. The tree of the person is never touched.
 */
export function writeWrapper(wrapper: string, root: string, build: KustomizeBuild): void {
  const text = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: [path.relative(wrapper, root).replaceAll('\\', '/')],
    buildMetadata: ['originAnnotations'],
    ...(build.namespace === undefined ? {} : { namespace: build.namespace }),
    ...(build.namePrefix === undefined ? {} : { namePrefix: build.namePrefix }),
    ...(build.nameSuffix === undefined ? {} : { nameSuffix: build.nameSuffix }),
  };
  writeFileSync(path.join(wrapper, 'kustomization.yaml'), JSON.stringify(text));
}

/** Versions before 4.5 know no origins; then the root is built as it is, unless something is given from outside. */
export function knowsNoOrigins(message: string, build: KustomizeBuild): boolean {
  return /buildMetadata/.test(message) && !build.namespace && !build.namePrefix && !build.nameSuffix;
}
