/** Which files of a repository can declare credentials in a language other than manifests, told by their names. */

/** `document` is Markdown: its calls are instructions that somebody may have followed. */
export type DeclarationFileKind = 'terraform' | 'bicep' | 'arm' | 'script' | 'document';

const kinds: readonly (readonly [RegExp, DeclarationFileKind])[] = [
  [/\.(?:tf|tfvars)(?:\.json)?$/i, 'terraform'],
  [/\.bicep$/i, 'bicep'],
  [/\.json$/i, 'arm'],
  [/\.(?:sh|bash|zsh|ps1|psm1|azcli|mk|ya?ml)$|(?:^|\/)(?:Makefile|Justfile)$/i, 'script'],
  [/\.md$/i, 'document'],
];

/** The kind of a file by its path; undefined for one that is of no interest. YAML may hold scripts beside manifests. */
export function declarationFileKind(path: string): DeclarationFileKind | undefined {
  return kinds.find(([pattern]) => pattern.test(path))?.[1];
}
