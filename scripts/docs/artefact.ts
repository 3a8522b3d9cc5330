/** What a generator of the `npm run docs` family is. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { GeneratedFiles } from '../generated-files.ts';

/** Makes files from the sources under a root; it never writes. */
export interface Artefact {
  /** Folders that hold nothing but what this generator makes. */
  readonly folders?: readonly string[];
  readonly generate: (root: string) => Promise<GeneratedFiles>;
}

/** TypeScript or JSON in the form that the formatter wants, imports sorted. */
export function formatted(root: string, path: string, text: string): string {
  const biome = join(root, 'node_modules/.bin/biome');
  return execFileSync(biome, ['check', '--write', `--stdin-file-path=${path}`], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
}

/** Data as JSON in the form that the formatter wants. */
export function formattedJson(root: string, path: string, data: unknown): string {
  return formatted(root, path, JSON.stringify(data, undefined, 2));
}

/** The version of the product as the three numbers of `package.json`. Throws when it has another form. */
export function versionNumbers(version: string): readonly [number, number, number] {
  const [major, minor, patch] = (/^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? []).slice(1).map(Number);
  if (major === undefined || minor === undefined || patch === undefined) {
    throw new Error(`package.json: version ${version} is not three numbers, which the marketplace needs.`);
  }
  return [major, minor, patch];
}
